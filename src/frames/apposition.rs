//! Descriptions that look like members of a list: "X, president of the company and mayor of Y", "senator and candidate X".

use super::argument::{Reader, Sort};
use super::clause::Clause;
use crate::document::Tag;

/// The members without those that only say who another member is.
pub fn without(reader: Reader, clause: Clause, members: &[usize]) -> Vec<usize> {
    let mut out: Vec<usize> = Vec::new();
    let mut described = false;
    for (n, &at) in members.iter().enumerate() {
        let after = members.get(n + 1).is_some_and(|&next| named(reader, clause, next) && joined(clause, at, next));
        let last = out.last().copied();
        let before = last.is_some_and(|l| named(reader, clause, l)) && (described || apposed(clause, at));
        described = bare_role(reader, clause, at) && (before || after) || before && one_of(reader, clause, at);
        if !described {
            out.push(at);
        }
    }
    out
}

fn named(reader: Reader, clause: Clause, at: usize) -> bool {
    clause.chunks.get(at).is_some_and(|c| reader.sort(c) == Sort::Named)
}

/// A singular role without article or number: "president", "former mayor".
fn bare_role(reader: Reader, clause: Clause, at: usize) -> bool {
    let Some(chunk) = clause.chunks.get(at) else { return false };
    let opens = reader.doc.tag(chunk.tokens.start);
    let singular = chunk.noun().is_some_and(|n| reader.doc.tag(n.head) != Tag::NNS && n.owner.is_none());
    let bare = !matches!(opens, Tag::DT | Tag::PDT | Tag::CD | Tag::PRPS);
    let person = matches!(reader.sort(chunk), Sort::Role | Sort::Force);
    singular && bare && person
}

/// "one of the most prominent businessmen".
fn one_of(reader: Reader, clause: Clause, at: usize) -> bool {
    let single = clause.noun(at).is_some_and(|n| reader.doc.tag(n.head) == Tag::CD);
    single && clause.chunks.get(at).is_some_and(|c| reader.count(c) == Some(1)) && reader.whole(clause, at).is_some()
}

/// A comma stands right before.
fn apposed(clause: Clause, at: usize) -> bool {
    at > 0 && clause.chunks.get(at - 1).is_some_and(|c| c.is_comma())
}

/// Only "and" stands between the two.
fn joined(clause: Clause, at: usize, next: usize) -> bool {
    next == at + 2 && clause.chunks.get(at + 1).is_some_and(|c| c.is_and())
}
