//! Lists of cases, each told by a participle behind a name: "A, shot in Lima in May, and B, a clerk, stabbed in Cali in June".
//!
//! Input: a participle without an object; output: the name right before it, as far as a list of such cases runs. Also people told
//! apart from others right before their verb.

use crate::frames::people::argument::{Reader, Sort};
use crate::frames::syntax::chunk::Chunk;
use crate::frames::syntax::clause::Clause;

/// The name that the participle at `at` tells of: a member of a list of cases, behind the first or with others behind it.
pub fn told_of(reader: Reader, clause: Clause, at: usize) -> Option<usize> {
    let name = before(reader, clause, at)?;
    let further = opens(clause, name).is_some_and(|from| has_case(reader, clause, from));
    (further || included(reader, clause, name) || followed(reader, clause, at)).then_some(name)
}

/// "four lawyers, AMONG THEM the lawyer A, strangled": the words right before the name tell it apart from a group.
fn included(reader: Reader, clause: Clause, name: usize) -> bool {
    let first = clause.series.described_by(name).chain([name]).min().unwrap_or(name);
    let tokens = clause.chunks[first.saturating_sub(2)].tokens.start..clause.chunks[first].tokens.start;
    reader.holds(tokens, reader.patterns.classes.inclusion)
}

/// The name behind whose comma the participle stands: "A, SHOT", "A, a nurse, SHOT", "A of the union, SHOT".
fn before(reader: Reader, clause: Clause, at: usize) -> Option<usize> {
    let bare = clause.verb(at).is_some_and(|v| v.bare && !v.active) && clause.object(at).is_none();
    let comma = clause.before(at).filter(|&k| bare && clause.is(k, Chunk::is_comma))?;
    let last = comma.checked_sub(1).filter(|&k| clause.noun(k).is_some())?;
    let base = clause.series.base(outer(reader, clause, last));
    Some(base).filter(|&k| clause.names(k) && (!clause.in_phrase(k) || led(reader, clause, k)))
}

/// "B of the UNION": the name on which the phrases of things hang.
fn outer(reader: Reader, clause: Clause, last: usize) -> usize {
    let hangs = |&k: &usize| clause.in_phrase(k) && !reader.sort_at(clause, k).is_human();
    let next = |k: &usize| Some(*k).filter(hangs)?.checked_sub(2).filter(|&j| clause.noun(j).is_some());
    std::iter::successors(Some(last), next).last().unwrap_or(last)
}

/// "LIKE A, shot in Lima", "AMONG THEM A", "after A": a phrase that opens the sentence or its list, not "the lawyer of A".
fn led(reader: Reader, clause: Clause, name: usize) -> bool {
    let before = name.checked_sub(1).and_then(|prep| clause.before(prep));
    before.is_none_or(|k| clause.chunks[k].is_break() || clause.verb(k).is_some()) || included(reader, clause, name)
}

/// Where the list goes on with the name: the comma, semicolon or "and" before it and its description.
fn opens(clause: Clause, name: usize) -> Option<usize> {
    let first = clause.series.described_by(name).chain([name]).min()?;
    clause.before(first).filter(|&k| clause.is(k, |c| c.is_and() || c.is_break()))
}

/// The verb before the mark is the participle or clause of a name before: "A, SHOT in Lima, and", "A, who WAS SHOT in Lima, and".
fn has_case(reader: Reader, clause: Clause, mark: usize) -> bool {
    let Some(verb) = (0..mark).rev().find(|&k| clause.verb(k).is_some()) else { return false };
    let told = || before(reader, clause, verb).is_some();
    told()
        || clause
            .relative_before(verb)
            .is_some_and(|k| k > 1 && clause.is(k - 1, Chunk::is_comma) && names(clause, k - 2))
}

/// "A, SHOT in Lima in May, AND B, STABBED": another name with a participle or clause of its own follows.
fn followed(reader: Reader, clause: Clause, at: usize) -> bool {
    let next = (at + 1..clause.chunks.len()).find(|&k| clause.verb(k).is_some() || clause.relative(k));
    let Some(next) = next else { return false };
    let name = if clause.relative(next) {
        next.checked_sub(2).filter(|&k| clause.is(next - 1, Chunk::is_comma) && names(clause, k))
    } else {
        before(reader, clause, next)
    };
    name.map(|k| clause.series.base(k)).is_some_and(|k| k > at && opens(clause, k).is_some())
}

fn names(clause: Clause, at: usize) -> bool {
    clause.names(clause.series.base(at))
}

/// "The best known of them, ANA SILVA, was shot", "the other, A STUDENT, was shot": who stands between commas right before the
/// verb, where the words before say nothing of a person.
pub fn set_apart(reader: Reader, clause: Clause, near: usize, at: usize) -> Option<usize> {
    let person = |k: usize| matches!(reader.sort_at(clause, k), Sort::Named | Sort::Role | Sort::Generic);
    let close = clause.before(at).filter(|&k| clause.is(k, Chunk::is_comma) && clause.told(at))?;
    let inner = close.checked_sub(1).filter(|&k| clause.noun(k).is_some())?;
    let inner = Some(outer(reader, clause, inner)).filter(|&k| person(k))?;
    let open = inner.checked_sub(1).filter(|&k| clause.is(k, Chunk::is_comma))?;
    let whole = open.checked_sub(1).map(|k| outer_of(reader, clause, k))?;
    let bare = clause.noun(whole).is_some_and(|n| n.place.is_none() && n.org.is_none() && !n.pronoun);
    let the = reader.holds(clause.chunks[whole].tokens.clone(), reader.patterns.classes.definites);
    (whole == near && bare && the && reader.sort_at(clause, whole) == Sort::Other).then_some(inner)
}

/// "the best known OF THEM".
fn outer_of(reader: Reader, clause: Clause, at: usize) -> usize {
    let of = at.checked_sub(1).is_some_and(|k| reader.doc.norm(clause.chunks[k].tokens.start) == "of");
    at.checked_sub(2).filter(|_| of).unwrap_or(at)
}

/// "TEN PEOPLE, including A and B, a nurse, were shot": the people of whom some are named.
pub fn including(reader: Reader, clause: Clause, near: usize) -> Option<usize> {
    let class = reader.patterns.classes.inclusion?;
    let cue = clause.series.first(near).checked_sub(1).filter(|&k| clause.names(near) && k > 1)?;
    let names = reader.doc.is(clause.chunks[cue].tokens.start, class) && clause.chunks[cue - 1].is_comma();
    let people = |k: &usize| clause.noun(*k).is_some() && reader.sort_at(clause, *k).is_human();
    let mut group = cue - 2;
    while group > 1 && clause.in_phrase(group) && clause.noun(group - 2).is_some() {
        group -= 2; // "ten members OF THE BAND"
    }
    Some(group).filter(|k| names && people(k) && !clause.names(*k))
}
