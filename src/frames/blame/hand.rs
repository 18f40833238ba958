//! Whose hand sent what struck somebody: "was hit by a stone THROWN BY A PROTESTER", "a mine that REBELS HAD LAID".
//!
//! Input: the instruments of a frame; output: the chunk of whoever threw, fired or laid one of them.

use crate::frames::people::argument::Reader;
use crate::frames::syntax::clause::Clause;
use crate::frames::trigger::verbal::prep_is;

/// Who let go of the first of the instruments that has a verb of its own.
pub fn of(reader: Reader, clause: Clause, instruments: &[usize]) -> Option<usize> {
    instruments.iter().find_map(|&k| thrower(reader, clause, k).or_else(|| layer(reader, clause, k)))
}

/// "a canister FIRED from a roof BY OFFICERS": the agent of the participle right behind.
fn thrower(reader: Reader, clause: Clause, weapon: usize) -> Option<usize> {
    let verb = clause.next(weapon + 1).filter(|&k| sends(reader, clause, k))?;
    let participle = clause.verb(verb).is_some_and(|v| v.bare || v.passive) && clause.passive(verb);
    let mut phrases = clause.phrases_after(verb).into_iter().filter(|_| participle);
    phrases
        .find(|&(prep, noun)| prep_is(reader, clause, prep, "by") && acts(reader, clause, noun))
        .map(|(_, noun)| noun)
}

/// "a bullet THAT A SOLDIER HAD FIRED": the subject of the relative clause behind it.
fn layer(reader: Reader, clause: Clause, weapon: usize) -> Option<usize> {
    let subject = weapon + 2;
    let verb = clause.next(subject + 1).filter(|&k| clause.relative(weapon + 1) && sends(reader, clause, k))?;
    (acts(reader, clause, subject) && !clause.passive(verb)).then_some(subject)
}

fn sends(reader: Reader, clause: Clause, verb: usize) -> bool {
    clause.verb(verb).is_some_and(|v| reader.holds(v.head..v.head + 1, reader.patterns.classes.sending))
}

fn acts(reader: Reader, clause: Clause, at: usize) -> bool {
    clause.noun(at).is_some() && reader.sort_at(clause, at).can_act()
}
