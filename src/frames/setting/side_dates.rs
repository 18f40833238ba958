//! Dates that stand beside an event and count, name or describe something else: "their fourth attack THIS YEAR", "X, mayor of
//! Manta IN 1984, was shot", "a mine laid IN 1999".
//!
//! Part of the question whose date it is (`dating.rs`): input, an event and a date among the chunks; output, whether the
//! date is another thing's.

use super::dating::Event;
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::syntax::chunk::{Chunk, Kind};
use crate::frames::syntax::clause::Clause;
use crate::mentions::{Mention, Precision};

/// The date at chunk `date` is that of something else beside the event.
pub fn is_aside(reader: Reader, clause: Clause, event: Event, date: usize) -> bool {
    counts(reader, clause, event, date)
        || of_office(reader, clause, event, date)
        || of_made(reader, clause, event, date)
        || matches!(clause.chunks[date].kind, Kind::Date(index) if of_sequel(reader, clause, event, index))
}

fn mention<'a>(reader: Reader<'a>, clause: Clause, date: usize) -> Option<&'a Mention> {
    if let Kind::Date(index) = clause.chunks.get(date)?.kind { reader.mentions.get(index) } else { None }
}

fn precision(reader: Reader, clause: Clause, date: usize) -> Option<Precision> {
    Some(mention(reader, clause, date)?.date()?.precision)
}

/// "the THIRD attack this year": the time within which they are counted.
fn counts(reader: Reader, clause: Clause, event: Event, date: usize) -> bool {
    let wide = precision(reader, clause, date).is_some_and(|p| p > Precision::Day);
    let beside = event.nominal && date > event.at && (event.at + 1..date).all(|k| clause.is(k, Chunk::is_prep));
    let ordinal = || reader.holds(clause.chunks[event.at].tokens.clone(), reader.patterns.classes.ordinals);
    wide && beside && ordinal()
}

/// "X, MAYOR OF MANTA IN 1984, was shot": when somebody held an office.
fn of_office(reader: Reader, clause: Clause, event: Event, date: usize) -> bool {
    if precision(reader, clause, date) != Some(Precision::Year) {
        return false;
    }
    let plain = |k: &usize| clause.noun(*k).is_some() || clause.is(*k, Chunk::is_prep);
    let from = (0..date).rev().take_while(plain).last();
    let role = from.filter(|&k| clause.noun(k).is_some() && reader.sort(&clause.chunks[k]) == Sort::Role);
    let aside = |k: usize| k > 0 && clause.is(k - 1, |c| c.is_comma() || c.is_and());
    let governs = |k: usize| (k + 1..date).any(|k| clause.noun(k).is_some());
    role.is_some_and(|k| k != event.at && aside(k) && governs(k))
}

/// "was killed by a mine LAID IN 1999", "the reforms BEGUN IN MAY": when the thing was made.
fn of_made(reader: Reader, clause: Clause, event: Event, date: usize) -> bool {
    let prep = date.checked_sub(1).filter(|&k| clause.is(k, Chunk::is_prep));
    let verb = prep.and_then(|k| k.checked_sub(1)).filter(|&k| k > event.at && !event.words.contains(&k));
    let participle = |k: &usize| clause.verb(*k).is_some_and(|v| v.bare) && clause.passive(*k);
    let Some(verb) = verb.filter(participle) else { return false };
    let before = verb.checked_sub(1).map(|k| if clause.is(k, Chunk::is_comma) { k.saturating_sub(1) } else { k });
    let thing = before.filter(|&k| k > event.at && clause.noun(k).is_some() && !reader.sort_at(clause, k).is_human());
    let named = |k: usize| clause.noun(k).is_some_and(|n| !n.pronoun);
    thing.is_some_and(|k| named(k) && !event.words.contains(&k))
}

/// "was detained BEFORE the court dropped the case in July": a later day. Behind "because" stands an earlier one.
pub fn of_sequel(reader: Reader, clause: Clause, event: Event, date: usize) -> bool {
    let open = |k: &usize| !clause.is_stop(*k) && !clause.relative(*k);
    let date = |k: &usize| matches!(clause.chunks[*k].kind, Kind::Date(index) if index == date);
    let Some(date) = (event.at + 1..clause.chunks.len()).find(date) else { return false };
    let opener = (event.at + 1..date).take_while(open).find(|&k| matches!(clause.chunks[k].kind, Kind::Opener));
    let Some(opener) = opener else { return false };
    // "because it BEGAN on Monday" tells of the event itself.
    let told = |k: usize| clause.told(k) && !light(reader, clause, k);
    let deed = || (opener + 1..clause.chunks.len()).take_while(open).any(told);
    match reader.doc.norm(clause.chunks[opener].tokens.start) {
        // "was shot BEFORE his house went up in flames on Monday": the same day.
        "before" | "until" => event.official && deed(),
        "because" => deed(),
        _ => false,
    }
}

/// A verb that only says that something took place.
fn light(reader: Reader, clause: Clause, verb: usize) -> bool {
    let class = reader.patterns.classes.occurrence;
    clause.verb(verb).is_some_and(|v| reader.is(v.head, class))
}

/// "On Sunday they blocked a road, which was FOLLOWED BY the arrest of X": the event comes of what is told before it.
pub fn is_outcome(reader: Reader, clause: Clause, event: Event) -> bool {
    let Some(class) = reader.patterns.classes.outcomes.filter(|_| event.nominal) else { return false };
    let prep = event.at.checked_sub(1).filter(|&k| clause.is(k, Chunk::is_prep));
    let verb = prep.or(Some(event.at)).and_then(|k| k.checked_sub(1)).and_then(|k| clause.verb(k));
    verb.is_some_and(|v| reader.doc.is(v.head, class))
}
