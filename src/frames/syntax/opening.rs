//! "Despite a curfew in the city, two banks and a shop were blown up": the phrase that opens a sentence ends at its comma.
//!
//! Input: the chunks of a sentence and one of its commas; output: whether the subject begins behind the comma, so that nothing
//! there belongs to the groups of the opening phrase.

use crate::frames::syntax::chunk::{Chunk, Kind};

/// The comma closes a phrase that opens the sentence, and whole groups up to a finite verb follow.
pub(super) fn ends(chunks: &[Chunk], comma: usize) -> bool {
    let opens = |c: &Chunk| matches!(c.kind, Kind::Stop | Kind::Opener);
    let first = chunks[..comma].iter().rposition(opens).map_or(0, |k| k + 1);
    let region = |k: usize| chunks[k].noun().is_some_and(|n| n.place.is_some()); // "in Naples, FLORIDA, two men"
    let plain = |k: usize| match &chunks[k].kind {
        Kind::Verb(v) => v.bare, // "despite the curfew IMPOSED in the city,"
        Kind::Relative => false,
        Kind::Comma => region(k + 1),
        // "In 2017 DOZENS of clerics, writers and": the subject has begun.
        Kind::Noun(_) => k > first && !matches!(chunks[k - 1].kind, Kind::Noun(_) | Kind::Date(_)) || region(k),
        _ => true,
    };
    let phrase = chunks[first].is_prep() && (first..comma).all(plain);
    phrase && starts_subject(chunks, comma + 1)
}

/// A group that is no place, alone or in a list with "and", and its finite verb.
fn starts_subject(chunks: &[Chunk], first: usize) -> bool {
    let noun = chunks.get(first).and_then(Chunk::noun);
    if noun.is_none_or(|n| n.place.is_some()) {
        return false;
    }
    let Some(verb) = (first..chunks.len()).find(|&k| chunks[k].verb().is_some()) else { return false };
    let between = &chunks[first..verb];
    let broken = between.iter().any(|c| matches!(c.kind, Kind::Stop | Kind::Opener | Kind::Relative));
    // "on the home of A, A NURSE, AND OF B": a list closes with "and", an apposition with a comma.
    let closed = between.iter().rev().find(|c| c.is_comma() || c.is_and());
    let listed = closed.is_none_or(Chunk::is_and);
    !broken && listed && chunks[verb].verb().is_some_and(|v| v.is_finite())
}
