//! "was shot in THE SAME CITY", "had been murdered THERE": the town that the text named last.
//!
//! Input: a dossier; output: the mention of that town.

use crate::document::Tag;
use crate::frames::people::argument::Reader;
use crate::incidents::dossier::{Dossier, Inferred};
use crate::incidents::sites::nearby::{MAJOR, elsewhere};
use crate::mentions::{Place, PlaceForm};
use crate::patterns::gazetteer;
use std::ops::Range;

/// Sentences before in which "the same city" is named, and those in which it may lie in any country.
const SAME: usize = 8;
const NEAR: usize = 2;

/// "the same city", "that town" in a sentence of the event; `country`: the article's, with its share.
pub fn named(read: Reader, dossier: &Dossier, country: Option<(usize, usize)>) -> Option<Inferred> {
    let class = read.patterns.classes.settlements;
    let settled = |t: usize| read.is(t, class);
    let same = |t: &usize| matches!(read.doc.norm(*t), "same" | "that") && settled(t + 1);
    let mut sentences = dossier.facts.iter().map(|f| f.frame.sentence);
    let (told, at) = sentences.find_map(|s| Some((s, read.sentence(s).into_iter().find(same)?)))?;
    let fits = |n: &usize| !elsewhere(read, *n, country, MAJOR);
    // "wanted to be mayor of Leeds and was shot in THAT TOWN".
    let own = |n: &usize| read.doc.norm(at) == "that" && is_town(read, *n) && fits(n);
    let beside = || read.inside(&(read.sentence(told).start..at)).rev().find(own);
    let close = || last(read, from(read, told, NEAR)..at, |_| true);
    let mention = beside().or_else(close).or_else(|| last(read, from(read, told, SAME)..at, fits))?;
    Some(Inferred { mention, reason: "place: the same town as before", country_only: false })
}

/// "was seized THERE" in a sentence of the event that says nothing of where else somebody was brought.
pub fn there(read: Reader, dossier: &Dossier, fits: impl Fn(usize) -> bool) -> Option<Inferred> {
    let done = |t: usize| t > 0 && matches!(read.doc.tag(t - 1), Tag::VBN | Tag::VBD);
    let there = |t: &usize| read.doc.norm(*t) == "there" && done(*t);
    let brought = |s: usize, at: usize| (read.sentence(s).start..at).any(|t| read.doc.norm(t) == "to");
    let mut sentences = dossier.facts.iter().map(|f| f.frame.sentence);
    let (told, at) = sentences.find_map(|s| Some((s, read.sentence(s).into_iter().find(there)?)))?;
    let own = || last(read, from(read, told, 0)..at, |_| true);
    let mention = own().or_else(|| last(read, from(read, told, SAME)..at, |n| fits(*n)));
    let mention = mention.filter(|_| !brought(told, at))?;
    Some(Inferred { mention, reason: "place: there, named before", country_only: false })
}

fn from(read: Reader, sentence: usize, back: usize) -> usize {
    read.sentence(sentence.saturating_sub(back)).start
}

/// The last place that something is said to be in. A town that bears the name of its province may have been taken for that.
fn last(read: Reader, tokens: Range<usize>, fits: impl Fn(&usize) -> bool) -> Option<usize> {
    let class = |t: usize, c| -> bool { Option::is_some_and(c, |c| read.doc.is(t, c)) };
    let placed = |n: &usize| {
        let before = |k: usize| read.mentions[*n].tokens.start.checked_sub(k);
        let of = before(1).is_some_and(|t| read.doc.norm(t) == "of");
        before(1).is_some_and(|t| class(t, read.patterns.classes.locatives))
            || of && before(2).is_some_and(|t| class(t, read.patterns.classes.settlements))
    };
    let find = |kind: &dyn Fn(Reader, usize) -> bool| {
        read.inside(&tokens).rev().find(|n| placed(n) && kind(read, *n) && fits(n))
    };
    find(&is_city).or_else(|| find(&is_division))
}

/// A town, or a country that is one ("Hong Kong").
fn is_city(read: Reader, mention: usize) -> bool {
    let country = read.mentions[mention].place().and_then(|p| p.place.as_ref()).filter(|p| p.kind == "country");
    let seat = |p: &Place| gazetteer::capital(p.country.as_deref()?);
    is_town(read, mention) || country.is_some_and(|p| seat(p).is_none_or(|c| c.name == p.name))
}

fn is_division(read: Reader, mention: usize) -> bool {
    read.mentions[mention].place().and_then(|p| p.place.as_ref()).is_some_and(|p| p.kind == "admin1")
}

fn is_town(read: Reader, mention: usize) -> bool {
    let value = read.mentions[mention].place().filter(|p| p.form == PlaceForm::Name);
    value.and_then(|p| p.place.as_ref()).is_some_and(|p| p.is_town() || p.kind == "admin2")
}
