//! "flown to a hospital in Leeds", "died at Mercy Hospital in Leeds": where the hurt were brought is no place of the attack.
//!
//! Input: a place mention; output: whether it is, or tells where to find, a hospital in which somebody was treated.

use crate::frames::people::argument::Reader;
use crate::mentions::Mention;
use crate::patterns::lexicon::ClassId;

/// Words of a hospital's name and of its kind ("Medical Center").
const NAME: usize = 8;
const KIND: usize = 3;

/// Words between those of a treatment and the preposition.
const CLOSE: usize = 5;

/// See the module.
pub fn treats(reader: Reader, mention: &Mention) -> bool {
    let classes = reader.patterns.classes;
    let Some((hospital, treatment)) = classes.hospitals.zip(classes.treatments) else { return false };
    let from = reader.doc.sentence_of(mention.tokens.start).map_or(0, |s| s.tokens.start);
    let Some(end) = end(reader, mention, hospital) else { return false };
    let start = end.saturating_sub(NAME).max(from);
    let preposition = (start..end).rev().find(|&t| matches!(reader.doc.norm(t), "to" | "at" | "in" | "into" | "by"));
    let Some(at) = preposition.filter(|&t| matches!(reader.doc.norm(t), "to" | "at" | "in")) else { return false };
    (at.saturating_sub(CLOSE).max(from)..at).any(|t| reader.doc.is(t, treatment))
}

/// The token after the hospital's words: inside the mention or right after it ("Mercy Hospital"), or right before it ("a hospital in Leeds").
fn end(reader: Reader, mention: &Mention, hospital: ClassId) -> Option<usize> {
    let own = &mention.tokens;
    if (own.start..own.end + 1).any(|t| reader.doc.is(t, hospital)) {
        return Some(own.end);
    }
    let start = own.start;
    let joins = |t: usize| matches!(reader.doc.norm(t), "in" | "," | "near" | "of" | "outside");
    let before = (1..=2).find_map(|n| start.checked_sub(n)).filter(|&t| joins(t))?;
    let ends = |n: usize| {
        let hit = before.checked_sub(n).and_then(|t| reader.doc.hit(t, hospital));
        hit.is_some_and(|h| h.len as usize == n)
    };
    (1..=KIND).any(ends).then_some(before)
}
