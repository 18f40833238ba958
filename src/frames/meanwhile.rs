//! Whom it befell, told before it: "X was driving home WHEN gunmen opened fire", "X had just left her office WHEN a man fired".
//!
//! Input: a verb trigger without a victim; output: the subject of the clause before "when", if that clause tells what was going
//! on and the subject is a person with a name or role.

use super::argument::{Reader, Sort};
use super::clause::Clause;
use crate::document::Tag;

/// Chunks between "when" and the trigger.
const REACH: usize = 12;

/// The people whose doings the attack broke off.
pub fn interrupted(reader: Reader, clause: Clause, at: usize) -> Vec<usize> {
    // "X was arguing with a neighbour when HE fired".
    if clause.subject(at).and_then(|k| clause.noun(k)).is_some_and(|n| n.pronoun) {
        return Vec::new();
    }
    let when = |k: &usize| reader.doc.norm(clause.chunks[*k].tokens.start) == "when";
    let open = |k: &usize| !clause.is_stop(*k);
    let Some(when) = (0..at).rev().take(REACH).take_while(open).find(when) else { return Vec::new() };
    let Some(verb) = (0..when).rev().take_while(open).find(|&k| clause.verb(k).is_some()) else { return Vec::new() };
    let subject = clause.subject(verb).filter(|_| going_on(reader, clause, verb));
    let known = |k: &usize| matches!(reader.sort_at(clause, *k), Sort::Named | Sort::Role | Sort::Kin);
    subject.filter(known).map(|k| clause.subject_group(k)).unwrap_or_default()
}

/// "was driving", "had just left": not "was in office" or "arrived".
fn going_on(reader: Reader, clause: Clause, verb: usize) -> bool {
    let Some(v) = clause.verb(verb).filter(|v| v.auxiliary && !v.modal && !v.negated) else { return false };
    let perfect = clause.chunks[verb].tokens.clone().any(|t| reader.doc.norm(t) == "had");
    reader.doc.tag(v.head) == Tag::VBG || perfect && !v.passive
}
