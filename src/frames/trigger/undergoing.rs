//! Who lived through the event that a noun names: "X SURVIVED an attack", "X was THE TARGET of a bombing", "X RECEIVED
//! death threats", "X LOST AN EYE in the blast", "X was SUBJECTED TO torture".

use crate::frames::people::argument::{Reader, Sort};
use crate::frames::syntax::chunk::Kind;
use crate::frames::syntax::clause::Clause;

/// Chunks looked back for the verb that governs the noun.
const BACK: usize = 8;

/// The victims that the verb before the event noun at `at` tells of.
/// `targets`: also a building or the like.
pub fn victims(reader: Reader, clause: Clause, at: usize, targets: bool) -> Vec<usize> {
    if let Some(hurt) = hurt_by(reader, clause, at) {
        return clause.group(hurt);
    }
    let Some(verb) = governor(clause, at) else { return Vec::new() };
    let head = clause.verb(verb).map_or(0, |v| v.head);
    let object = clause.object(verb).filter(|&k| k < at);
    let role = object.and_then(|k| clause.noun(k)).and_then(|n| value(reader, n.head));
    let found = match (value(reader, head), role) {
        (Some("verb"), _) if object.is_none_or(|k| clause.series.members(k).contains(&at)) => clause.subject(verb),
        (Some("imposed"), _) if clause.passive(verb) => clause.subject(verb),
        (Some("imposed"), _) => object,
        (Some("shaken"), _) if clause.passive(verb) => clause.subject(verb),
        (Some("loss"), Some("part")) => clause.subject(verb),
        (Some("loss"), None) => object.filter(|&k| matches!(reader.sort_at(clause, k), Sort::Kin | Sort::Named)),
        // "was a victim of": not "helps the victims of".
        (_, Some("sufferer")) if !copular(reader, clause, verb) => None,
        (_, Some("noun" | "sufferer")) => clause.subject(verb),
        _ => None,
    };
    let group = found.map(|k| clause.subject_group(k)).unwrap_or_default();
    // "residents were shaken by the blast": nobody was hurt.
    let human = value(reader, head) != Some("shaken");
    let fits = |s: Sort| human && s.is_human() || targets && s == Sort::Structure;
    group.into_iter().filter(|&k| fits(reader.sort_at(clause, k))).collect()
}

/// Chunks behind somebody in which stands where the event left them.
const PLIGHT: usize = 4;

/// "A stabbing HAS LEFT THE REPORTER IN HOSPITAL", "an ambush COST HIM AN EYE": the object of the verb whose subject the noun is.
fn hurt_by(reader: Reader, clause: Clause, at: usize) -> Option<usize> {
    let open = |k: &usize| !clause.chunks[*k].is_break();
    let verb = (at + 1..clause.chunks.len()).take_while(open).find(|&k| clause.told(k))?;
    let does = clause.verb(verb).filter(|_| clause.subject(verb) == Some(at)).and_then(|v| value(reader, v.head))?;
    let object = clause.object(verb).filter(|&k| reader.sort_at(clause, k).is_human())?;
    let behind = (object + 1..clause.chunks.len()).take(PLIGHT).take_while(open);
    let told = |k: usize| {
        let noun = clause.noun(k)?;
        let hospital = reader.is(noun.head, reader.patterns.classes.hospitals);
        if hospital { Some("plight") } else { value(reader, noun.head) }
    };
    let ends = behind.into_iter().find_map(told)?;
    matches!((does, ends), ("leaves", "plight") | ("costs", "part")).then_some(object)
}

/// "was", "became", "fell".
fn copular(reader: Reader, clause: Clause, verb: usize) -> bool {
    clause.verb(verb).is_some_and(|v| v.auxiliary || value(reader, v.head) == Some("becomes"))
}

/// The verb whose object or phrase the noun is.
fn governor(clause: Clause, at: usize) -> Option<usize> {
    let inside = |k: &usize| !matches!(clause.chunks[*k].kind, Kind::Opener | Kind::Relative | Kind::Stop);
    (at.saturating_sub(BACK)..at).rev().take_while(inside).find(|&k| clause.verb(k).is_some())
}

/// `undergoing.csv`: value verb, noun, loss, part, imposed, leaves, costs or plight.
fn value<'p>(reader: Reader<'p>, token: usize) -> Option<&'p str> {
    reader.value(token, reader.patterns.classes.undergoing?)
}
