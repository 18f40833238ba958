//! Whom it befell, told before it: "X was driving home WHEN gunmen opened fire", "WHEN X came out of her office, a man fired".
//!
//! Input: a verb trigger without a victim; output: the subject of the clause before "when" or behind it, if that clause tells what
//! was going on and the subject is a person with a name or role.

use crate::document::Tag;
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::syntax::chunk::Noun;
use crate::frames::syntax::clause::Clause;

/// Chunks between "when" and the trigger.
const REACH: usize = 12;

/// The people whose doings the attack broke off.
pub fn interrupted(reader: Reader, clause: Clause, at: usize) -> Vec<usize> {
    // "X was arguing with a neighbour when HE fired", no "when a man ran up to HIM and fired".
    let acts = |n: &Noun| n.pronoun && reader.holds(n.head..n.head + 1, reader.patterns.classes.subjects);
    if clause.subject(at).and_then(|k| clause.noun(k)).is_some_and(acts) {
        return Vec::new();
    }
    let known = |k: &usize| matches!(reader.sort_at(clause, *k), Sort::Named | Sort::Role | Sort::Kin | Sort::Pronoun);
    let subject = before_when(reader, clause, at).or_else(|| fronted(reader, clause, at));
    subject.filter(known).map(|k| clause.subject_group(k)).unwrap_or_default()
}

/// "X WAS DRIVING HOME when".
fn before_when(reader: Reader, clause: Clause, at: usize) -> Option<usize> {
    let when = |k: &usize| reader.doc.norm(clause.chunks[*k].tokens.start) == "when";
    let open = |k: &usize| !clause.is_stop(*k);
    let when = (0..at).rev().take(REACH).take_while(open).find(when)?;
    // "was walking TO WORK", "was standing there, LOOKING for a taxi".
    let verb = (0..when).rev().take_while(open).find(|&k| clause.told(k))?;
    clause.subject(verb).filter(|_| going_on(reader, clause, verb))
}

/// "WHEN X CAME OUT of her office in M, two men": the clause that opens the sentence, up to the comma before who attacked.
fn fronted(reader: Reader, clause: Clause, at: usize) -> Option<usize> {
    let when = clause
        .next(0)
        .filter(|&k| matches!(reader.doc.norm(clause.chunks[k].tokens.start), "when" | "as" | "while") && k < at)?;
    let subject = clause.next(when + 1).filter(|&k| clause.noun(k).is_some())?;
    let verb = (subject + 1..at).find(|&k| clause.verb(k).is_some())?;
    let class = reader.patterns.classes.outings;
    let out = clause.verb(verb).is_some_and(|v| reader.is(v.head, class));
    let alone = (verb + 1..at).all(|k| clause.verb(k).is_none() && !clause.is_stop(k));
    let closed = (verb..at).any(|k| clause.chunks[k].is_comma());
    (closed && alone && (out || going_on(reader, clause, verb))).then_some(subject)
}

/// "was driving", "had just left": not "was in office" or "arrived".
fn going_on(reader: Reader, clause: Clause, verb: usize) -> bool {
    let Some(v) = clause.verb(verb).filter(|v| v.auxiliary && !v.modal && !v.negated) else { return false };
    let perfect = clause.chunks[verb].tokens.clone().any(|t| reader.doc.norm(t) == "had");
    reader.doc.tag(v.head) == Tag::VBG || perfect && !v.passive
}
