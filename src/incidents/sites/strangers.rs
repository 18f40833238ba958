//! Small towns of the wrong country or division: "the East End" of an article on London is none in the Caribbean, "Oak Hill"
//! of an article on Alabama none in Virginia.
//!
//! A small place in a country of which the article says nothing else, while it clearly speaks of another one, is taken for an
//! unlisted spot of that other country. So is a place with a frequent name in a division of which the article says nothing
//! else. Input and output: the mentions.

use crate::frames::people::argument::Reader;
use crate::incidents::sites::nation;
use crate::mentions::{Mention, Place, PlaceValue, Value};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Inhabitants from which a place needs no support.
const KNOWN: u32 = 100_000;

/// Share of all country mentions, in percent, from which the article speaks of one country.
const CLEAR: usize = 35;

/// Share of the mentions within that country from which it speaks of one division, and the least number of them.
const MOSTLY: usize = 50;
const OFTEN: usize = 2;

/// Other divisions with a place of a name from which on the name is frequent.
const FREQUENT: usize = 2;

/// Inhabitants below which a namesake is no likelier than an unlisted spot, if the name is frequent.
const HAMLET: u32 = 2_000;

/// The mentions, strangers moved to the article's country and division.
pub fn settle<'m>(read: Reader<'m>) -> Cow<'m, [Mention]> {
    let out = Cow::Borrowed(read.mentions);
    let main = nation::main_country(read).filter(|(_, share)| *share >= CLEAR);
    let main = main.and_then(|(at, _)| place(&read.mentions[at])?.country.clone());
    let Some(main) = main else { return out };
    let out = moved(read, out, |p| p.country.clone(), &main, &main, 0, |_| true);
    let division = |p: &Place| p.admin1.clone().filter(|_| p.country.as_deref() == Some(&main));
    let Some(home) = main_division(&out, division) else { return out };
    moved(read, out, division, &home, &main, HAMLET, |v| is_frequent(v, &main))
}

/// Moves the small places that stand alone in their region to the region `home` of the country `main`, to a place of their
/// name there that has `least` inhabitants, or to an unlisted one.
fn moved<'m>(
    read: Reader,
    mut out: Cow<'m, [Mention]>,
    region: impl Fn(&Place) -> Option<String>,
    home: &str,
    main: &str,
    least: u32,
    may: impl Fn(&PlaceValue) -> bool,
) -> Cow<'m, [Mention]> {
    let names = names(&out, &region);
    let alone = |p: &Place| region(p).is_some_and(|r| r != home && names.get(&r).is_some_and(|n| n.len() == 1));
    let strange = |m: &Mention| {
        let odd = place(m).is_some_and(|p| is_small(p) && alone(p) && !named_beside(read, m, &region, region(p)));
        odd && !is_division(read, m) && m.place().is_some_and(&may)
    };
    let strangers: Vec<usize> = (0..out.len()).filter(|&n| strange(&out[n])).collect();
    for n in strangers {
        let Value::Place(value) = &mut out.to_mut()[n].value else { continue };
        let namesake =
            value.alternatives.iter().find(|p| region(p).as_deref() == Some(home) && p.population >= least).cloned();
        let name = value.place.as_ref().map_or("", |p| p.name.as_str());
        let unlisted = Place::unlisted(name, "facility", Some(main.to_string()));
        value.place = Some(namesake.unwrap_or(unlisted));
    }
    out
}

/// "in Kidal, in northern Mali": the sentence names the region or another place in it.
fn named_beside(
    read: Reader,
    mention: &Mention,
    region: impl Fn(&Place) -> Option<String>,
    own: Option<String>,
) -> bool {
    let sentence = read.doc.sentence_of(mention.tokens.start).map_or(0..0, |s| s.tokens.clone());
    let name = place(mention).map(|p| p.name.as_str());
    let around = read.inside(&sentence).filter_map(|n| place(&read.mentions[n]));
    around.into_iter().any(|p| Some(p.name.as_str()) != name && region(p) == own)
}

/// The division in which most of the places of the article's country lie.
fn main_division(mentions: &[Mention], division: impl Fn(&Place) -> Option<String>) -> Option<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for name in mentions.iter().filter_map(place).filter_map(division) {
        *counts.entry(name).or_default() += 1;
    }
    let all: usize = counts.values().sum();
    let (name, count) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    (count >= OFTEN && count * 100 > all * MOSTLY).then_some(name)
}

/// Many places of the country bear the name: which one is meant is a guess.
fn is_frequent(value: &PlaceValue, country: &str) -> bool {
    let there = value.alternatives.iter().filter(|p| p.country.as_deref() == Some(country));
    there.filter_map(|p| p.admin1.as_deref()).collect::<BTreeSet<_>>().len() >= FREQUENT
}

/// The names of the places that are mentioned in each region. That a country is spoken of says nothing of a town in it.
fn names(mentions: &[Mention], region: impl Fn(&Place) -> Option<String>) -> BTreeMap<String, BTreeSet<&str>> {
    let mut out: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for place in mentions.iter().filter_map(place).filter(|p| p.kind != "country") {
        if let Some(region) = region(place) {
            out.entry(region).or_default().insert(&place.name);
        }
    }
    out
}

fn place(mention: &Mention) -> Option<&Place> {
    mention.place()?.place.as_ref()
}

/// "Uruzgan PROVINCE": a division, and called one, is no spot.
fn is_division(read: Reader, mention: &Mention) -> bool {
    let lower = |t: usize| read.doc.text(t).starts_with(char::is_lowercase);
    place(mention).is_some_and(|p| p.kind == "admin1") && mention.tokens.len() > 1 && lower(mention.tokens.end - 1)
}

fn is_small(place: &Place) -> bool {
    !matches!(place.kind, "country" | "capital" | "region") && place.population < KNOWN && place.geonames_id.is_some()
}
