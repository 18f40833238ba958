//! Lists that share one head: "the killings of A in M in 1940, B in N in 1959, and C in O in 1978".
//!
//! Each member is a noun group after a comma or "and", followed by a place or date of its own; no verb stands between.

use super::argument::{Reader, Sort};
use super::chunk::{Chunk, Kind};
use super::clause::Clause;
use crate::mentions::PlaceForm;

/// Further members after the first victim and before the chunk `end`: the noun chunk of each.
pub fn members(reader: Reader, clause: Clause, first: usize, end: usize) -> Vec<usize> {
    let mut out = Vec::new();
    let mut k = first + 1;
    while let Some(chunk) = clause.chunks.get(k).filter(|_| k < end) {
        match &chunk.kind {
            Kind::Verb(_) | Kind::Stop | Kind::Relative => break,
            Kind::Noun(_) if is_member(reader, clause, k) => out.push(k),
            _ => {}
        }
        k += 1;
    }
    let dated = |k: &usize| has_setting(clause, *k);
    if std::iter::once(&first).chain(&out).all(dated) { out } else { Vec::new() }
}

fn is_member(reader: Reader, clause: Clause, at: usize) -> bool {
    let opened = clause.chunks.get(at.wrapping_sub(1)).is_some_and(|c| c.is_comma() || c.is_and());
    let person = matches!(reader.sort(&clause.chunks[at]), Sort::Named | Sort::Role | Sort::Generic);
    opened && person && !clause.in_phrase(at) && !is_place(reader, &clause.chunks[at])
}

/// "the bombings of embassies in M and N LAST YEAR": a town or country by its name.
fn is_place(reader: Reader, chunk: &Chunk) -> bool {
    let named = |n: usize| reader.mentions[n].place().is_some_and(|p| p.form == PlaceForm::Name);
    let starts = |n: usize| reader.mentions[n].tokens.start == chunk.tokens.start;
    reader.inside(&chunk.tokens).any(|n| named(n) && starts(n)) && reader.sort(chunk) != Sort::Named
}

/// A prepositional phrase or a date follows before the next comma or verb: "in May, officials SAID ON Thursday".
fn has_setting(clause: Clause, at: usize) -> bool {
    let after = clause.chunks[at + 1..].iter().take_while(|c| !c.is_comma() && c.verb().is_none());
    after.take(6).any(|c: &Chunk| c.is_prep() || matches!(c.kind, Kind::Date(_)))
}
