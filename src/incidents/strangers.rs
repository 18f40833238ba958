//! Small towns of the wrong country: "the East End" of an article on London is none in the Caribbean.
//!
//! A small place in a country of which the article says nothing else, while it clearly speaks of another one, is taken for an
//! unlisted spot of that other country. Input and output: the mentions.

use super::complete;
use crate::frames::argument::Reader;
use crate::mentions::{Mention, Place, Value};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Inhabitants from which a place needs no support.
const KNOWN: u32 = 100_000;

/// Share of all country mentions, in percent, from which the article speaks of one country.
const CLEAR: usize = 50;

/// The mentions, strangers moved to the article's country.
pub fn settle<'m>(read: Reader<'m>) -> Cow<'m, [Mention]> {
    let mut out = Cow::Borrowed(read.mentions);
    let main = complete::main_country(read).filter(|(_, share)| *share >= CLEAR);
    let main = main.and_then(|(at, _)| place(&read.mentions[at])?.country.clone());
    let Some(main) = main else { return out };
    let names = names(read);
    for (n, mention) in read.mentions.iter().enumerate() {
        let Some(place) = place(mention).filter(|p| is_small(p)) else { continue };
        let alone = place.country.as_deref().is_some_and(|c| c != main && names.get(c).is_some_and(|n| n.len() == 1));
        if alone && let Value::Place(value) = &mut out.to_mut()[n].value {
            let namesake = value.alternatives.iter().find(|p| p.country.as_deref() == Some(&main)).cloned();
            value.place =
                Some(namesake.unwrap_or_else(|| Place::unlisted(&place.name, "facility", Some(main.clone()))));
        }
    }
    out
}

/// The names by which each country and the places in it are mentioned.
fn names<'m>(read: Reader<'m>) -> BTreeMap<&'m str, BTreeSet<&'m str>> {
    let mut out: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for place in read.mentions.iter().filter_map(place) {
        if let Some(country) = place.country.as_deref() {
            out.entry(country).or_default().insert(&place.name);
        }
    }
    out
}

fn place(mention: &Mention) -> Option<&Place> {
    mention.place()?.place.as_ref()
}

fn is_small(place: &Place) -> bool {
    !matches!(place.kind, "country" | "capital" | "region") && place.population < KNOWN && place.geonames_id.is_some()
}
