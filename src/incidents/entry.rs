//! Entries of a list of people: "Pyotr Verzilov. The publisher lost his sight in Moscow in 2018.", or the name as a heading of
//! its own with the story under it.
//!
//! Input: a sentence; output: the person whose entry it stands in.

use crate::frames::argument::Reader;
use crate::ingest::LineKind;
use crate::mentions::PersonValue;

/// Sentences of an entry.
const LENGTH: usize = 12;

/// Words of a heading besides the name: a number, a year, a place.
const BESIDE: usize = 3;

/// The person whose name alone opens the paragraph, or is the heading right above it.
pub fn person(read: Reader<'_>, sentence: usize) -> Option<&PersonValue> {
    let sentences = &read.doc.sentences;
    let block = sentences.get(sentence)?.block;
    let inside = |n: &usize| sentences[*n].block == block;
    let first = (sentence.saturating_sub(LENGTH)..=sentence).rev().take_while(inside).last()?;
    let above = first.checked_sub(1).filter(|&n| sentences[n].kind == LineKind::Heading);
    named(read, first).filter(|_| first < sentence).or_else(|| named(read, above?))
}

/// The person of a sentence that says nothing but the name.
fn named(read: Reader<'_>, sentence: usize) -> Option<&PersonValue> {
    let tokens = read.doc.sentences.get(sentence)?.tokens.clone();
    let mut persons = read.mentions[read.inside(&tokens)].iter().filter(|m| m.person().is_some());
    let name = persons.next().filter(|m| m.tokens.len() > 1)?;
    let word = |t: &usize| !name.tokens.contains(t) && read.doc.text(*t).chars().any(char::is_alphanumeric);
    let told = tokens.clone().any(|t| read.doc.tag(t).is_verb());
    let alone = persons.next().is_none() && !told && tokens.filter(word).count() <= BESIDE;
    name.person().filter(|p| alone && p.press.is_none())
}
