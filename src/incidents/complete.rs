//! What the event's own clauses do not say but the article does: a place or date stated right beside the event.
//!
//! Inferred values carry their reason; nothing is taken from the outlet, and the machine's clock is never read.

use super::dossier::Dossier;
use crate::frames::argument::Reader;
use crate::mentions::{Mention, PlaceForm};
use std::collections::BTreeMap;

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
        named && locative && tokens.contains(&m.tokens.start)
    };
    read.mentions.iter().position(located)
}

fn dateline_place(read: Reader) -> Option<usize> {
    let span = read.doc.article.dateline.as_ref()?.place?;
    read.mentions.iter().position(|m| m.place().is_some_and(|p| p.place.is_some()) && span.overlaps(m.span))
}

fn near_date(read: Reader, dossier: &Dossier) -> Option<(usize, &'static str)> {
    let sentences = |back: usize| dossier.facts.iter().map(move |f| f.frame.sentence.saturating_sub(back));
    let same = sentences(0).find_map(|s| date_in(read, s)).map(|d| (d, "date: same sentence"));
    same.or_else(|| sentences(1).find_map(|s| date_in(read, s)).map(|d| (d, "date: sentence before")))
}

fn date_in(read: Reader, sentence: usize) -> Option<usize> {
    let tokens = read.doc.sentences.get(sentence)?.tokens.clone();
    let dated = |m: &Mention| {
        let value = m.date().filter(|d| matches!(d.class, "DATE" | "TIME") && d.interval.is_some());
        value.is_some() && tokens.contains(&m.tokens.start)
    };
    read.mentions.iter().position(dated)
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
