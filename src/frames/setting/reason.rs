//! What somebody is held for, behind "for" or "over": its day and place are not those of the arrest.
//!
//! Input: an arrest in its sentence; output: whether a day is that of the reason, and the places told in it.

use crate::frames::people::argument::Reader;
use crate::frames::setting::Setting;
use crate::frames::setting::dating::Event;
use crate::frames::syntax::chunk::Kind;
use crate::frames::syntax::clause::Clause;
use std::ops::Range;

/// "in May police arrested X FOR a film that she made about the attack ON 21 JULY": the day of what somebody is held for.
pub fn dates(reader: Reader, clause: Clause, arrest: usize, date: usize) -> bool {
    let at = |k: &usize| matches!(clause.chunks[*k].kind, Kind::Date(index) if index == date);
    let end = (arrest..clause.chunks.len()).find(at).unwrap_or(arrest);
    let reason = |k: usize| clause.chunks[k].is_prep() && reader.doc.norm(clause.chunks[k].tokens.start) == "for";
    let told = |k: usize| (k..end).any(|k| clause.verb(k).is_some_and(|v| v.is_finite() || v.auxiliary));
    (arrest + 1..end).any(|k| reason(k) && told(k))
}

/// "was arrested in Hanoi OVER an article on a flood IN HUE": takes the places of what somebody is held for out of the setting; they
/// serve where nothing else says where.
pub fn take_places(
    reader: Reader,
    clause: Clause,
    event: Event,
    chunks: Range<usize>,
    out: &mut Setting,
) -> Vec<usize> {
    let leads = |k: &usize| clause.is(*k, |c| c.is_prep()) && is_reason(reader, clause, *k);
    let Some(reason) = chunks.clone().skip(1).find(leads).filter(|_| event.official) else { return Vec::new() };
    let from = clause.chunks[reason].tokens.start;
    let (before, after) = out.places.iter().partition(|p| reader.mentions[**p].tokens.start < from);
    out.places = before;
    after
}

/// "over", or "for" before an act or a thing, not before a time ("for two hours").
fn is_reason(reader: Reader, clause: Clause, prep: usize) -> bool {
    let told = |k: usize| clause.noun(k).is_some_and(|n| n.dates.is_empty()) || clause.verb(k).is_some();
    match reader.doc.norm(clause.chunks[prep].tokens.start) {
        "over" => true,
        "for" => clause.next(prep + 1).is_some_and(told),
        _ => false,
    }
}
