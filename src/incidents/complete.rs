//! What the event's own clauses do not say but the article does: a place or date stated right beside the event.
//!
//! Inferred values carry their reason; nothing is taken from the outlet, and the machine's clock is never read.

use super::dossier::Dossier;
use crate::frames::argument::Reader;
use crate::mentions::{Mention, PlaceForm};
use std::collections::BTreeMap;
use std::ops::Range;

/// Fills gaps of all dossiers.
pub fn complete(read: Reader, dossiers: &mut [Dossier]) {
    let country = main_country(read);
    let only = dossiers.len() == 1;
    for (n, dossier) in dossiers.iter_mut().enumerate() {
        if dossier.facts.iter().all(|f| f.frame.places.is_empty()) {
            dossier.inferred_place = near_place(read, dossier).or_else(|| {
                country.filter(|_| n == 0 || only).map(|p| (p, "place: country the article speaks of most"))
            });
        }
        if dossier.facts.iter().all(|f| f.date.is_none()) {
            dossier.inferred_date = near_date(read, dossier);
        }
    }
}

/// A place name in a sentence of the event, or in the sentence before.
fn near_place(read: Reader, dossier: &Dossier) -> Option<(usize, &'static str)> {
    let sentences = |back: usize| dossier.facts.iter().map(move |f| f.frame.sentence.saturating_sub(back));
    let same = sentences(0).find_map(|s| place_in(read, s)).map(|p| (p, "place: same sentence"));
    let before = || sentences(1).find_map(|s| place_in(read, s)).map(|p| (p, "place: sentence before"));
    let dateline = || dateline_place(read).map(|p| (p, "place: dateline"));
    same.or_else(before).or_else(dateline)
}

fn place_in(read: Reader, sentence: usize) -> Option<usize> {
    let tokens = read.doc.sentences.get(sentence)?.tokens.clone();
    let located = |m: &Mention| {
        let named = m.place().is_some_and(|p| p.form != PlaceForm::Demonym && p.place.is_some());
        let prep = m.tokens.start.checked_sub(1);
        let locative = prep.is_some_and(|t| read.patterns.classes.locatives.is_some_and(|c| read.doc.is(t, c)));
        named && locative
    };
    first_in(read, tokens, located)
}

/// The first mention that begins in the tokens and passes the test.
fn first_in(read: Reader, tokens: Range<usize>, test: impl Fn(&Mention) -> bool) -> Option<usize> {
    let from = read.mentions.partition_point(|m| m.tokens.start < tokens.start);
    let to = read.mentions.partition_point(|m| m.tokens.start < tokens.end);
    (from..to).find(|&n| test(&read.mentions[n]))
}

fn dateline_place(read: Reader) -> Option<usize> {
    let span = read.doc.article.dateline.as_ref()?.place?;
    let near = read.mentions.partition_point(|m| m.span.start < span.end);
    read.mentions[..near].iter().position(|m| m.place().is_some_and(|p| p.place.is_some()) && span.overlaps(m.span))
}

fn near_date(read: Reader, dossier: &Dossier) -> Option<(usize, &'static str)> {
    let sentences = |back: usize| dossier.facts.iter().map(move |f| f.frame.sentence.saturating_sub(back));
    let same = sentences(0).find_map(|s| date_in(read, s)).map(|d| (d, "date: same sentence"));
    same.or_else(|| sentences(1).find_map(|s| date_in(read, s)).map(|d| (d, "date: sentence before")))
}

fn date_in(read: Reader, sentence: usize) -> Option<usize> {
    let tokens = read.doc.sentences.get(sentence)?.tokens.clone();
    let dated = |m: &Mention| m.date().is_some_and(|d| matches!(d.class, "DATE" | "TIME") && d.interval.is_some());
    first_in(read, tokens, dated)
}

/// The country named most often, demonyms included, when it has more than half of all; its first mention by name or demonym.
fn main_country(read: Reader) -> Option<usize> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let country = |m: &'_ Mention| m.place().and_then(|p| p.place.as_ref()).and_then(|p| p.country.clone());
    let all: Vec<(usize, String)> =
        read.mentions.iter().enumerate().filter_map(|(n, m)| Some((n, country(m)?))).collect();
    for (_, c) in &all {
        *counts.entry(c).or_default() += 1;
    }
    let (best, count) = counts.iter().max_by_key(|(name, count)| (**count, std::cmp::Reverse(**name)))?;
    if count * 2 <= all.len() {
        return None;
    }
    let named = |n: usize| {
        read.mentions[n]
            .place()
            .is_some_and(|p| p.form != PlaceForm::Demonym && p.place.as_ref().is_some_and(|p| p.kind == "country"))
    };
    let of_best = || all.iter().filter(|(_, c)| c == best).map(|(n, _)| *n);
    of_best().find(|n| named(*n)).or_else(|| of_best().next())
}
