//! Lists that share one head: "the killings of A in M in 1940, B in N in 1959, and C in O in 1978".
//!
//! Each member is a noun group after a comma or "and", followed by a place or date of its own; no verb stands between.

use crate::frames::people::argument::{Reader, Sort};
use crate::frames::syntax::chunk::{Chunk, Kind};
use crate::frames::syntax::clause::Clause;
use crate::frames::trigger::verbal::prep_is;
use crate::mentions::PlaceForm;

/// Further members after the first victim and before the chunk `end`: the noun chunk of each.
pub fn members(reader: Reader, clause: Clause, first: usize, end: usize) -> Vec<usize> {
    // "during clashes between POLICE AND PENSIONERS in M": a list of its own in a phrase.
    let other = |k: usize| {
        let opens = clause.series.first(k);
        opens != k && clause.in_phrase(opens) && prep_is(reader, clause, opens - 1, "between")
    };
    let mut out = Vec::new();
    let mut k = first + 1;
    while let Some(chunk) = clause.chunks.get(k).filter(|_| k < end) {
        match &chunk.kind {
            Kind::Verb(_) | Kind::Stop | Kind::Relative => break,
            Kind::Noun(_) if is_member(reader, clause, k) && !other(k) => out.push(k),
            _ => {}
        }
        k += 1;
    }
    let dated = |k: &usize| has_setting(reader, clause, *k);
    if std::iter::once(&first).chain(&out).all(dated) { out } else { Vec::new() }
}

/// "A was kidnapped in M in 2019 AND B IN N in 2020": names with settings of their own behind a verb whose victim is its subject.
pub fn behind(reader: Reader, clause: Clause, verb: usize, end: usize) -> Vec<usize> {
    let named = |k: &usize| reader.sort_at(clause, *k) == Sort::Named;
    let found = members(reader, clause, verb, end);
    if found.iter().all(named) { found } else { Vec::new() }
}

/// "have been killed: A IN M on 3 May, B (N, 5 May) and C ...": the names of a list behind a colon, each with its own setting.
pub fn listed(reader: Reader, clause: Clause, verb: usize, end: usize) -> Vec<usize> {
    let Some(colon) = (verb + 1..end).find(|&k| reader.is_colon(&clause.chunks[k])) else { return Vec::new() };
    let segment = colon + 1..(colon + 1..end).find(|&k| clause.verb(k).is_some()).unwrap_or(end);
    let named = |k: &usize| reader.sort_at(clause, *k) == Sort::Named && !clause.in_phrase(*k);
    let names: Vec<usize> = segment.clone().filter(|k| clause.noun(*k).is_some()).filter(named).collect();
    let first = names.first() == Some(&segment.start);
    let last = |n: usize| names.get(n + 1).copied().unwrap_or(segment.end);
    let set = |n: usize| (names[n] + 1..last(n)).any(|k| clause.is(k, is_setting));
    if first && names.len() > 1 && (0..names.len()).all(set) { names } else { Vec::new() }
}

fn is_setting(chunk: &Chunk) -> bool {
    matches!(chunk.kind, Kind::Date(_)) || chunk.noun().is_some_and(|n| n.place.is_some())
}

fn is_member(reader: Reader, clause: Clause, at: usize) -> bool {
    let joins = |k: usize| clause.chunks.get(k).is_some_and(|c| c.is_comma() || c.is_and());
    // "the murders of A in M and OF B in N".
    let again = at > 1 && prep_is(reader, clause, at - 1, "of") && joins(at - 2);
    // "by his uncle, B, in Lima" is no list; "and her husband, B, in Cusco" is.
    let named = at > 1 && clause.chunks[at - 1].is_comma() && clause.series.base(at - 2) == at;
    let head = if named { at - 2 } else { at };
    let opened = again || joins(head.wrapping_sub(1));
    let person = matches!(reader.sort(&clause.chunks[at]), Sort::Named | Sort::Role | Sort::Generic);
    let describes = clause.series.base(at) != at; // "B, A DOCTOR, in Basra"
    opened && person && !describes && (again || !clause.in_phrase(head)) && !is_place(reader, &clause.chunks[at])
}

/// "the bombings of embassies in M and N LAST YEAR": a town or country by its name.
fn is_place(reader: Reader, chunk: &Chunk) -> bool {
    let named = |n: usize| reader.mentions[n].place().is_some_and(|p| p.form == PlaceForm::Name);
    let starts = |n: usize| reader.mentions[n].tokens.start == chunk.tokens.start;
    reader.inside(&chunk.tokens).any(|n| named(n) && starts(n)) && reader.sort(chunk) != Sort::Named
}

/// A prepositional phrase or a date follows before the next comma or verb: "in May, officials SAID ON Thursday"; behind a
/// description, "her husband, B, IN CUSCO", "B, a doctor, IN HER CAR", behind the comma.
fn has_setting(reader: Reader, clause: Clause, at: usize) -> bool {
    let named = at >= 2
        && clause.chunks[at - 1].is_comma()
        && clause.noun(at - 2).is_some()
        && clause.series.base(at - 2) == at;
    let described = clause.is(at + 1, Chunk::is_comma) && clause.series.described_by(at).any(|k| k == at + 2);
    let close = (at + 2..clause.chunks.len()).find(|&k| clause.chunks[k].is_comma()).filter(|_| described);
    let from = close.unwrap_or(at) + 1 + usize::from(named && clause.is(at + 1, Chunk::is_comma));
    // "two OF HER AIDES and a driver in Lima": nothing of the two alone.
    let some = clause.is(at + 1, Chunk::is_prep) && prep_is(reader, clause, at + 1, "of");
    let ends = |c: &Chunk| c.is_comma() || some && c.is_and() || c.verb().is_some();
    let of = |c: &Chunk| some && reader.doc.norm(c.tokens.start) == "of";
    let says = |c: &Chunk| c.is_prep() && !of(c) || matches!(c.kind, Kind::Date(_));
    let after = clause.chunks[from.min(clause.chunks.len())..].iter().take_while(|c| !ends(c));
    after.take(6).any(says)
}
