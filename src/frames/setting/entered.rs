//! "Gunmen stormed KURMI and shot three": what those who act enter, hold or attack is where it happened.
//!
//! Part of the reading of settings: input, a trigger among the chunks; output, the place that such a verb has as its object.

use super::dating::Event;
use super::origin;
use crate::frames::people::argument::Reader;
use crate::frames::syntax::chunk::{Chunk, Kind};
use crate::frames::syntax::clause::Clause;
use crate::mentions::{Mention, PlaceForm};

/// The place that is taken or attacked by the trigger's own verb, by one of the same people, or by the verb of a clause
/// that the trigger's says the time of ("was killed WHEN gunmen stormed Kurmi").
pub fn place(reader: Reader, clause: Clause, event: Event) -> Option<usize> {
    let open = |k: &usize| !clause.is_stop(*k);
    let before = (0..=event.at).rev().take_while(open);
    let after = (event.at + 1..clause.chunks.len()).take_while(open);
    let told = |k: &usize| clause.verb(*k).is_some_and(|v| !v.infinitive && !v.negated && !v.modal);
    let mut verbs = before.chain(after).filter(told).filter(|&k| k == event.at || joined(clause, event, k));
    verbs.find_map(|k| taken(reader, clause, k))
}

/// The verb tells of what the same people did, or of when the event was.
fn joined(clause: Clause, event: Event, verb: usize) -> bool {
    let acts = clause.verb(event.at).is_some();
    // "Three EXPLOSIONS rocked Leeds".
    if event.nominal {
        return verb > event.at && clause.subject(verb) == Some(event.at);
    }
    let same = || {
        let subject = clause.subject(verb);
        subject.is_some() && subject == clause.subject(event.at) && !clause.passive(event.at)
    };
    let opener = |k: usize| matches!(clause.chunks[k].kind, Kind::Opener);
    let when = || verb > event.at && (event.at + 1..verb).filter(|&k| opener(k)).count() == 1;
    acts && (same() || when())
}

/// The place that the verb has as its object.
fn taken(reader: Reader, clause: Clause, verb: usize) -> Option<usize> {
    let class = reader.patterns.classes.overrunning?;
    let hit = reader.doc.hit(clause.verb(verb)?.head, class)?;
    let at = if hit.len > 1 {
        clause.governed(clause.next(verb + 1).filter(|&k| clause.is(k, Chunk::is_prep))?)?
    } else {
        clause.object(verb).filter(|&k| k > verb && !clause.in_phrase(k))?
    };
    let noun = clause.noun(at)?;
    let inner = || noun.inner_places.first().copied().filter(|_| settled(reader, noun.head));
    let place = noun.place.or_else(inner)?;
    (is_spot(reader.mentions.get(place)?) && origin::tie(reader, place).is_none()).then_some(place)
}

/// "Kurmi VILLAGE".
fn settled(reader: Reader, head: usize) -> bool {
    reader.is(head, reader.patterns.classes.settlements)
}

/// No country or sea, and no building, whose town is told beside it.
fn is_spot(mention: &Mention) -> bool {
    let value = mention.place().filter(|v| v.form == PlaceForm::Name);
    value.is_some_and(|v| v.place.as_ref().is_none_or(|p| !matches!(p.kind, "country" | "region" | "facility")))
}
