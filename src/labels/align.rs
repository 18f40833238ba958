//! Labelled and found incidents of one article -> pairs, one to one: those that agree most first.
//!
//! A shared victim weighs 3, a perpetrator, place or method 2, a date 1 and an equal one 2, an instrument 1, a country little.
//! A pair needs 1.5: a date that only fits, or a country, pairs nothing.

use super::dates::{Fit, fit};
use super::names::is_one_of;
use super::read::{Found, Label, Party};
use crate::patterns::gazetteer::country_of;
use crate::patterns::method_words::Words;
use std::cmp::Reverse;

/// Weights in hundredths.
const VICTIM: usize = 300;
const PERPETRATOR: usize = 200;
const PLACE: usize = 200;
const METHOD: usize = 200;
const INSTRUMENT: usize = 100;
const DATE: usize = 100;
const COUNTRY: usize = 25;
/// What a pair needs.
const ENOUGH: usize = 150;
/// Of what there is more in a row than agrees, each takes this away: it parts equals.
const EXTRA: usize = 1;
/// Agreements of one kind that count.
const MOST: usize = 3;

/// A labelled incident and the row that tells of it, as indices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Index of the label.
    pub label: usize,
    /// Index of the row.
    pub row: usize,
}

/// Pairs of an article's labels and rows, best first; required labels before optional ones, then the earlier.
pub fn align(labels: &[Label], rows: &[&Found], words: &Words) -> Vec<Pair> {
    let mut all = Vec::new();
    for (l, label) in labels.iter().enumerate() {
        let weighed = rows.iter().enumerate().map(|(r, row)| (weight(label, row, words), l, r));
        all.extend(weighed.filter(|(weight, ..)| *weight >= ENOUGH));
    }
    all.sort_by_key(|&(weight, l, r)| (Reverse(weight), labels[l].optional, l, r));
    let (mut label_free, mut row_free) = (vec![true; labels.len()], vec![true; rows.len()]);
    let mut pairs = Vec::new();
    for (_, label, row) in all {
        if label_free[label] && row_free[row] {
            (label_free[label], row_free[row]) = (false, false);
            pairs.push(Pair { label, row });
        }
    }
    pairs
}

fn weight(label: &Label, row: &Found, words: &Words) -> usize {
    let (victims, odd_victims) = entities(&label.victims, &row.victims);
    let (perpetrators, odd_perpetrators) = entities(&label.perpetrators, &row.perpetrators);
    let (instruments, _) = entities(&label.instruments, &row.instruments);
    let (place, odd_places) = places(label, row);
    let methods = label.methods.iter().filter(|m| has_method(row, m, words)).count();
    let sum = VICTIM * victims.min(MOST)
        + PERPETRATOR * perpetrators.min(MOST)
        + INSTRUMENT * instruments.min(MOST)
        + METHOD * methods.min(MOST)
        + if place { PLACE } else { 0 }
        + DATE * date(label, row) as usize
        + if in_country(label, row) { COUNTRY } else { 0 };
    sum.saturating_sub(EXTRA * (odd_victims + odd_perpetrators + odd_places))
}

/// Labelled entities that the row has, and what the row has besides.
fn entities(labels: &[Vec<String>], parties: &[Party]) -> (usize, usize) {
    let is = |party: &Party, aliases: &[String]| party.forms().any(|form| is_one_of(form, aliases));
    let hit = labels.iter().filter(|aliases| parties.iter().any(|p| is(p, aliases))).count();
    let odd = parties.iter().filter(|p| !labels.iter().any(|aliases| is(p, aliases))).count();
    (hit.min(parties.len()), odd)
}

/// The row has the labelled method; where somebody died, also that somebody was killed.
pub fn has_method(row: &Found, label: &str, words: &Words) -> bool {
    let codes = words.codes(label);
    let killed = row.fatal == Some(true) && codes.contains(&"killing_unspecified");
    killed || row.methods.iter().any(|m| codes.contains(&m.as_str()))
}

/// A place below the country agrees; and how many do not.
fn places(label: &Label, row: &Found) -> (bool, usize) {
    let levels = label.place_paths.iter().flatten().flatten();
    let names: Vec<String> =
        if label.place_paths.is_empty() { label.places.clone() } else { levels.cloned().collect() };
    let own = row.places.iter().filter(|p| country_of(&p.name).is_none());
    let fits = own.map(|p| is_one_of(&p.name, &names) || is_one_of(&p.text, &names));
    let (right, odd): (Vec<bool>, Vec<bool>) = fits.partition(|fits| *fits);
    (!right.is_empty(), odd.len())
}

/// The row lies in a labelled country.
pub fn in_country(label: &Label, row: &Found) -> bool {
    let is = |found: &str, label: &str| found == label || country_of(label) == Some(found);
    row.places.iter().filter_map(|p| p.country.as_deref()).any(|c| label.countries.iter().any(|l| is(c, l)))
}

/// How far the row's date agrees with the labelled one or one of its alternatives.
pub fn date(label: &Label, row: &Found) -> Fit {
    let found = row.date.iter();
    found.flat_map(|d| label.date.iter().chain(&label.date_alts).map(|l| fit(d, l))).max().unwrap_or(Fit::None)
}
