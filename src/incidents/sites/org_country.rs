//! The country that the names of bodies tell, where the article names no place: "the Kenya Red Cross", "the Indian Trade Union".
//!
//! Input: the organisations named; output: one that bears the country which most of them bear in their names.

use crate::frames::people::argument::Reader;
use crate::incidents::Site;
use crate::incidents::dossier::Inferred;
use crate::incidents::sites::nearby::country_of_mention;
use crate::mentions::{Mention, Value};
use crate::patterns::gazetteer;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

/// Words of a country's name.
const WORDS: usize = 3;

/// Inhabitants of a country that is no mere rock in the sea.
const PEOPLED: u32 = 100_000;

/// The first organisation that bears the country named most.
pub fn infer(read: Reader) -> Option<Inferred> {
    let mut counts: BTreeMap<&str, (usize, Reverse<usize>)> = BTreeMap::new();
    for (n, mention) in read.mentions.iter().enumerate() {
        if let Some((country, _)) = named_in(read, mention) {
            counts.entry(country).or_insert((0, Reverse(n))).0 += 1;
        }
    }
    let (_, Reverse(first)) = counts.into_values().max()?;
    Some(country_of_mention(first, "place: country in the name of a body"))
}

/// The country in the organisation's name.
pub fn site(read: Reader, mention: &Mention) -> Option<Site> {
    let (country, words) = named_in(read, mention)?;
    let text = read.doc.span(words).flat(&read.doc.article.text);
    let place = gazetteer::country(country)?;
    Some(Site { text, name: place.name.clone(), place: Some(place) })
}

/// The country in the name of an organisation, and the words that name it.
fn named_in(read: Reader, mention: &Mention) -> Option<(&'static str, Range<usize>)> {
    let Value::Org { .. } = mention.value else { return None };
    let Range { start, end } = mention.tokens;
    let country = |words: Range<usize>| {
        let text = read.doc.span(words.clone()).of(&read.doc.article.text);
        Some((gazetteer::country_of(text).filter(|c| is_clear(text, c))?, words))
    };
    // "the CENTRAL American University".
    let part = |t: usize| read.is(t, read.patterns.places.classes.compass);
    let whole = |t: &usize| *t == start || !part(*t - 1);
    (start..end).filter(whole).find_map(|t| (t + 1..=end.min(t + WORDS)).rev().find_map(|stop| country(t..stop)))
}

/// A country that somebody lives in, and the name of no division elsewhere ("Georgia").
fn is_clear(text: &str, country: &str) -> bool {
    let peopled = gazetteer::country(country).is_some_and(|p| p.population >= PEOPLED);
    let records = gazetteer::named(text).into_iter().flat_map(|name| name.readings());
    peopled && records.into_iter().all(|(n, _)| gazetteer::record(n).is_none_or(|r| r.kind() != "admin1"))
}
