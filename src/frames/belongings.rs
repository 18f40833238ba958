//! Whose it is: an attack on a home, car, phone or body is one on its owner ("set fire to THE EDITOR's car", "the remains of
//! THE REPORTER were found").

use super::argument::Reader;
use super::chunk::{Chunk, Kind, Noun};
use super::clause::Clause;
use super::draft::Draft;
use crate::document::Tag;
use std::ops::Range;

/// Adds the owner of the thing at `at` to the victims, when it is something people own (`belongings.csv`).
pub fn add_owner(reader: Reader, clause: Clause, at: usize, draft: &mut Draft) {
    let Some(noun) = clause.noun(at).filter(|n| belongs(reader, &clause.chunks[at], n.head)) else { return };
    if has(reader, clause, at) {
        let subject = clause.subject(at - 1).map(|k| clause.subject_group(k)).unwrap_or_default();
        return draft.victims.extend(subject.into_iter().filter(|&k| reader.sort_at(clause, k).is_human()));
    }
    if let Some(range) = noun.owner.clone() {
        draft.owner_victim = Some(holder(reader, range)).filter(|c| reader.sort(c).is_human());
        return;
    }
    let of = at + 1;
    let owner = clause.governed(of).filter(|_| {
        clause.chunks.get(of).is_some_and(|c| c.is_prep() && reader.doc.norm(c.tokens.start) == "of")
    });
    let group = owner.filter(|&k| clause.noun(k).is_some()).map(|k| clause.group(k)).unwrap_or_default();
    draft.victims.extend(group.into_iter().filter(|&k| reader.sort_at(clause, k).is_human()));
}

/// "A and B HAD THEIR PHONES hacked".
fn has(reader: Reader, clause: Clause, at: usize) -> bool {
    let verb = at.checked_sub(1).and_then(|k| clause.verb(k));
    verb.is_some_and(|v| matches!(reader.auxiliary(v.head), Some("have" | "get")))
}

fn belongs(reader: Reader, chunk: &Chunk, head: usize) -> bool {
    let Some(class) = reader.patterns.classes.belongings else { return false };
    chunk.tokens.contains(&head) && reader.doc.is(head, class)
}

/// Whoever stands before 's or is meant by a possessive pronoun, as a group of their own.
pub fn holder(reader: Reader, range: Range<usize>) -> Chunk {
    let from = reader.mentions.partition_point(|m| m.tokens.start < range.start);
    let inside = |n: &usize| reader.mentions.get(*n).is_some_and(|m| m.tokens.start < range.end);
    let person = (from..).take_while(inside).find(|&n| reader.mentions[n].person().is_some());
    let pronoun = range.len() == 1 && reader.doc.tag(range.start) == Tag::PRPS;
    let noun = Noun { head: range.end.saturating_sub(1), person, pronoun, ..Noun::default() };
    Chunk { tokens: range, kind: Kind::Noun(noun) }
}
