//! Days in the noun group of an event: "the 3 MAY murder of X", "the May 3, 2019, killing".

use super::is_hour;
use crate::frames::people::argument::Reader;
use crate::frames::setting::dating::Event;
use crate::frames::syntax::chunk::{Chunk, Kind};
use crate::frames::syntax::clause::Clause;

/// "the 3 MAY murder of X", "FRIDAY'S killing of X", "the May 3, 2019, killing": the day inside the noun group or before its comma.
pub fn before_noun(reader: Reader, clause: Clause, event: Event) -> Option<usize> {
    let group = clause.chunks.get(event.at).filter(|_| event.nominal)?;
    let head = group.noun().map_or(group.tokens.start, |n| n.head);
    let within = reader.inside(&(group.tokens.start..head));
    let own = within.rev().find(|&m| reader.mentions[m].date().is_some() && !is_hour(reader, m));
    let comma = |k: usize| clause.is(k, Chunk::is_comma).then_some(k)?.checked_sub(1);
    let apart = event.at.checked_sub(1).and_then(comma).and_then(|k| match clause.chunks[k].kind {
        Kind::Date(m) => {
            clause.chunks[k].tokens.start.checked_sub(1).filter(|&t| reader.doc.norm(t) == "the").map(|_| m)
        }
        _ => None,
    });
    own.or(apart)
}
