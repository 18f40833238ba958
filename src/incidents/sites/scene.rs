//! The sentences around an event that belong to its scene: "On the evening of 29 April a young man sat in a cafe in Leeds. He was
//! alone. A stranger shot him", "X was hacked to pieces. It was 3 December 2001".
//!
//! Input: a dossier; output: what is looked for in them.

use crate::frames::people::argument::Reader;
use crate::incidents::dossier::Dossier;
use crate::incidents::gather::agree;
use crate::ingest::LineKind;
use crate::mentions::{Mention, Precision, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Sentences before the event's first that may lead to it.
const BACK: usize = 5;

/// Words before the day in "it was on the evening of 3 May".
const LEAD: usize = 7;

/// How many events each sentence tells of.
pub type Tellers = BTreeMap<usize, usize>;

/// What is found in the nearest running sentence before the event, unless these tell of other events, other people or another
/// time.
pub fn before<T>(read: Reader, dossier: &Dossier, tellers: &Tellers, find: impl Fn(usize) -> Option<T>) -> Option<T> {
    let first = dossier.facts.iter().map(|f| f.frame.sentence).min()?;
    let running = |s: usize| read.doc.sentences.get(s).is_some_and(|x| x.kind == LineKind::Paragraph);
    let open = |s: &usize| !tellers.contains_key(s) && running(*s) && is_one(read, dossier, *s);
    (first.saturating_sub(BACK)..first).rev().take_while(open).find_map(find)
}

/// "ON 20 AUGUST 2013 he was crossing the bridge. Two men came up behind him. They shot him in the head": what is found in the
/// nearest sentence of the paragraph before a verb of the event, unless sentences between tell of other events.
pub fn of_paragraph<T>(
    read: Reader,
    dossier: &Dossier,
    tellers: &Tellers,
    find: impl Fn(usize) -> Option<T>,
) -> Option<T> {
    let own: BTreeSet<usize> = dossier.facts.iter().map(|f| f.frame.sentence).collect();
    let free = |s: &usize| tellers.get(s).is_none_or(|n| *n <= usize::from(own.contains(s)));
    let block = |s: usize| read.doc.sentences.get(s).map(|x| x.block);
    let facts = dossier.facts.iter().filter(|f| !f.frame.nominal && !f.frame.later);
    facts.map(|f| f.frame.sentence).find_map(|at| {
        let near = |s: &usize| block(*s) == block(at) && free(s);
        (at.saturating_sub(BACK)..at).rev().take_while(near).find_map(&find)
    })
}

/// The sentence names nobody else and no other time.
fn is_one(read: Reader, dossier: &Dossier, sentence: usize) -> bool {
    let people: Vec<u32> = dossier.named().into_iter().chain(dossier.accused().filter_map(|a| a.entity)).collect();
    let other = |m: &Mention| match &m.value {
        Value::Person(person) => !people.contains(&person.entity),
        Value::Date(date) => date.class == "DATE" && !agree::dates(Some(date), dossier.date()),
        _ => false,
    };
    !read.mentions[read.inside(&read.sentence(sentence))].iter().any(other)
}

/// "IT WAS 3 DECEMBER 2001." right behind the event.
pub fn day_behind(read: Reader, dossier: &Dossier) -> Option<usize> {
    let said = |sentence: usize| {
        let tokens = read.doc.sentences.get(sentence + 1)?.tokens.clone();
        let norm = |n: usize| read.doc.norm(tokens.start + n);
        let told = matches!(norm(0), "it" | "that" | "this") && norm(1) == "was";
        let lead = tokens.start + 2..tokens.end.min(tokens.start + 2 + LEAD);
        let day = |n: &usize| {
            let date = read.mentions[*n].date().filter(|d| d.class == "DATE");
            date.is_some_and(|d| d.interval.is_some() && d.precision <= Precision::Month)
        };
        let plain = |n: &usize| (lead.start..read.mentions[*n].tokens.start).all(|t| !read.doc.tag(t).is_verb());
        read.inside(&lead).find(day).filter(|n| told && plain(n))
    };
    dossier.facts.iter().find_map(|f| said(f.frame.sentence))
}
