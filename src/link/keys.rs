//! Profiles -> pairs worth comparing, without comparing all with all: only those that share a key.
//!
//! Keys: one part of a victim's name with another part's initial; one part with month and country; a town with a day.

use super::names::Name;
use super::profile::Profile;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Further profiles of a key that each is paired with: bounds what one town on one terrible day costs.
const FELLOWS: usize = 1_000;

/// Pairs of profiles (by index, smaller first) that share a key. `docs` names the article of those that stand in one only:
/// candidates of one article have been told apart already.
pub fn candidates(profiles: &[&Profile], docs: &[Option<&str>]) -> Vec<(usize, usize)> {
    let one_article = |a: usize, b: usize| docs[a].is_some() && docs[a] == docs[b];
    let mut keyed: Vec<(String, usize)> = Vec::new();
    for (n, profile) in profiles.iter().enumerate() {
        keyed.extend(keys(profile).into_iter().map(|key| (key, n)));
    }
    keyed.sort_unstable();
    let mut pairs = BTreeSet::new();
    for bucket in keyed.chunk_by(|a, b| a.0 == b.0) {
        for (at, (_, a)) in bucket.iter().enumerate() {
            let fellows = bucket.iter().skip(at + 1).take(FELLOWS).map(|(_, b)| *b);
            pairs.extend(fellows.filter(|b| !one_article(*a, *b)).map(|b| (*a, b)));
        }
    }
    pairs.into_iter().collect()
}

fn keys(profile: &Profile) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for name in &profile.victims {
        name_keys(name, &mut out);
        dated_name_keys(name, profile, &mut out);
    }
    for day in days(profile) {
        out.extend(profile.towns.iter().map(|(town, _)| format!("t {town} {day}")));
    }
    out
}

/// Every spelling class of a part with the initial of every other part.
fn name_keys(name: &Name, out: &mut BTreeSet<String>) {
    for (n, part) in name.parts.iter().enumerate() {
        let initials = name.parts.iter().enumerate().filter(|(m, _)| *m != n).filter_map(|(_, p)| p.initial());
        for initial in initials {
            out.insert(format!("n {} {initial}", part.skeleton()));
            out.extend(part.clusters.iter().map(|c| format!("n {c} {initial}")));
        }
    }
}

/// A part alone is told apart by month and country.
fn dated_name_keys(name: &Name, profile: &Profile, out: &mut BTreeSet<String>) {
    let Some((from, to)) = profile.days.filter(|_| profile.width().is_some_and(|w| w <= 31)) else { return };
    let around = [from.saturating_sub(1.day()), to.saturating_add(1.day())];
    for month in around.map(|day| (day.year(), day.month())) {
        for part in &name.parts {
            out.extend(profile.countries.iter().map(|c| format!("m {} {month:?} {c}", part.skeleton())));
        }
    }
}

/// The days of a short interval and its neighbours.
fn days(profile: &Profile) -> Vec<Date> {
    let Some((from, to)) = profile.days.filter(|_| profile.width().is_some_and(|w| w <= 3)) else { return Vec::new() };
    let first = from.saturating_sub(1.day());
    first.series(1.day()).take_while(|day| *day <= to.saturating_add(1.day())).take(5).collect()
}
