//! For whom somebody without a name claims an attack: "a SPOKESMAN OF THE CARTEL", "a caller speaking ON BEHALF OF THE FRONT".
//!
//! Input: the chunk of whoever claims it; output: the chunk of the band, if the sentence names it.

use crate::frames::people::argument::{Reader, Sort};
use crate::frames::syntax::chunk::Chunk;
use crate::frames::syntax::clause::Clause;
use crate::frames::trigger::verbal::prep_is;

/// The band for which the claimant speaks.
pub(super) fn of(reader: Reader, clause: Clause, at: usize) -> Option<usize> {
    office(reader, clause, at).or_else(|| named(reader, clause, at))
}

/// "a SPOKESMAN OF THE CARTEL claimed responsibility".
fn office(reader: Reader, clause: Clause, at: usize) -> Option<usize> {
    let head = clause.noun(at)?.head;
    let speaks = reader.is(head, reader.patterns.classes.officials);
    let behind = clause.chunks.get(at + 1).is_some_and(Chunk::is_prep)
        && ["of", "for"].iter().any(|word| prep_is(reader, clause, at + 1, word));
    Some(at + 2).filter(|&k| speaks && behind && names_org(clause, k))
}

/// "a man CLAIMING TO REPRESENT THE FRONT claimed", "a caller claimed responsibility IN THE NAME OF THE FRONT".
fn named(reader: Reader, clause: Clause, at: usize) -> Option<usize> {
    let class = reader.patterns.classes.mouthpieces?;
    let nameless = clause.noun(at).is_some_and(|n| n.person.is_none() && n.org.is_none());
    let person = nameless && matches!(reader.sort_at(clause, at), Sort::Generic | Sort::Role);
    let open = |k: &usize| !clause.is_stop(*k);
    let later = (at + 1..clause.chunks.len()).take_while(open);
    let tokens = later.flat_map(|k| clause.chunks[k].tokens.clone());
    let ends = tokens.filter_map(|t| Some(t + reader.doc.hit(t, class)?.len as usize));
    let band = |end: usize| (at + 1..clause.chunks.len()).find(|&k| clause.chunks[k].tokens.start == end);
    ends.filter_map(band).find(|&k| person && names_org(clause, k))
}

fn names_org(clause: Clause, at: usize) -> bool {
    clause.noun(at).is_some_and(|n| n.org.is_some())
}
