//! Whose verb is it after a clause inside the subject: "the farmer WHO HELPED THEM LEAVE was shot", "the men SACKED BY IT were".
//!
//! Input: the chunks of a sentence and a verb; output: the noun group that is the verb's subject. Read from left to right: each
//! clause that opens inside another waits for one verb, and the next finite verb goes to the clause around it.

use crate::document::Tag;
use crate::frames::people::argument::Reader;
use crate::frames::syntax::chunk::{Chunk, Kind, Verb};
use crate::frames::syntax::clause::Clause;

/// What is known of the verb of a clause.
#[derive(Clone, Copy, PartialEq)]
enum Held {
    /// None yet.
    Nothing,
    /// A form that may be a participle, which a finite verb turns into one.
    Participle,
    /// Its finite verb.
    Finite,
}

/// A clause that is still open.
struct Level {
    subject: Option<usize>,
    relative: Option<usize>,
    /// It says more of a noun of the clause around it.
    inner: bool,
    held: Held,
    verb: usize,
}

impl Level {
    fn new(subject: Option<usize>, relative: Option<usize>, inner: bool) -> Level {
        Level { subject, relative, inner, held: Held::Nothing, verb: 0 }
    }
}

/// The subject of the verb at `at`, when a clause or participle stands between the two.
pub fn subject(reader: Reader, clause: Clause, at: usize) -> Option<usize> {
    let own = clause.verb(at).filter(|v| v.is_told() && !own_subject(clause, at))?;
    if asked(reader, clause, at) {
        return None;
    }
    let from = (0..at).rev().find(|&k| clause.is_stop(k)).map_or(0, |k| k + 1);
    let mut levels = vec![Level::new(None, None, false)];
    for k in from..at {
        pass(reader, clause, &mut levels, k);
    }
    if says_before(reader, clause, at) {
        let outer = contact(&levels).and_then(|_| levels.iter().rev().nth(1)?.subject);
        return outer.or_else(|| clause.antecedent(levels.last()?.relative?));
    }
    if joined(clause, at) {
        return None;
    }
    let depth = levels.len();
    while levels.last().is_some_and(|l| l.held == Held::Finite && l.inner) {
        levels.pop();
    }
    let level = levels.last()?;
    let crossed = match level.held {
        Held::Nothing => levels.len() < depth && !(own.bare && comma_between(clause, level.subject?, at)),
        Held::Participle => {
            !comma_between(clause, level.verb, at) && (!own.bare || clause.object(level.verb).is_none())
        }
        Held::Finite => false,
    };
    level.subject.filter(|_| crossed)
}

fn comma_between(clause: Clause, from: usize, to: usize) -> bool {
    (from..to).any(|k| clause.is(k, Chunk::is_comma))
}

/// "the house WAS", "of patriots JAILED": a group right before the verb that is no object is its subject, whatever it is; one
/// in a phrase is so of a participle.
fn own_subject(clause: Clause, at: usize) -> bool {
    let beside = clause.before(at).filter(|&k| clause.noun(k).is_some());
    let object = |k: usize| clause.before(k).is_some_and(|k| clause.verb(k).is_some());
    let bare = clause.verb(at).is_some_and(|v| v.bare);
    beside.is_some_and(|k| if clause.in_phrase(k) { bare } else { !object(k) })
}

/// "asked WHO had killed her": a question has its own subject.
fn asked(reader: Reader, clause: Clause, at: usize) -> bool {
    let question = |t: usize| matches!(reader.doc.tag(t), Tag::WP | Tag::WPS | Tag::WDT | Tag::WRB);
    at > 0 && !clause.relative(at - 1) && question(clause.chunks[at - 1].tokens.start)
}

/// Takes one chunk into account.
fn pass(reader: Reader, clause: Clause, levels: &mut Vec<Level>, at: usize) {
    match &clause.chunks[at].kind {
        Kind::Opener => levels.push(Level::new(None, None, levels.last().is_some_and(|l| l.inner))),
        Kind::Relative => levels.push(Level::new(None, Some(at), true)),
        Kind::Noun(_) if clause.in_phrase(at) && !some_of(clause, at) || of_whom(clause, at) => {}
        Kind::Noun(_) if says_before(reader, clause, at) => levels.push(Level::new(Some(at), None, false)),
        Kind::Noun(_) if beside_noun(clause, at) => levels.push(Level::new(Some(at), None, true)),
        Kind::Noun(_) => {
            if let Some(level) = levels.last_mut().filter(|l| l.held == Held::Nothing) {
                level.subject = level.subject.or(Some(at));
            }
        }
        Kind::Verb(v) if v.is_told() => take(reader, clause, levels, at, v),
        _ => {}
    }
}

/// "three men, TWO of whom wore uniform,": the clause that opens behind it has no other subject.
pub fn of_whom(clause: Clause, at: usize) -> bool {
    clause.is(at + 1, Chunk::is_prep) && clause.relative(at + 2)
}

/// "MOST of the men": no noun stands before the phrase.
fn some_of(clause: Clause, at: usize) -> bool {
    at == 2 && clause.is(0, Chunk::is_other)
}

/// Gives a verb to the innermost clause that waits for one.
fn take(reader: Reader, clause: Clause, levels: &mut Vec<Level>, at: usize, verb: &Verb) {
    let sure = clause.before(at).is_some_and(|k| clause.relative(k)) || reader.reports(verb.head);
    let held = if verb.bare && !sure { Held::Participle } else { Held::Finite };
    if joined(clause, at) && levels.last().is_some_and(|l| l.held != Held::Nothing) {
        return;
    }
    if says_before(reader, clause, at) && contact(levels).is_some() {
        return;
    }
    while levels.len() > 1 && levels.last().is_some_and(|l| l.held == Held::Finite) {
        levels.pop();
    }
    if let Some(level) = levels.last_mut() {
        level.verb = at;
        level.held = if level.held == Held::Participle { Held::Finite } else { held };
    }
}

/// "a man POLICE SAY was shot": a clause without its pronoun around whoever it tells of.
fn contact(levels: &[Level]) -> Option<&Level> {
    levels.last().filter(|l| l.inner && l.relative.is_none() && l.held == Held::Finite)
}

/// "and" stands before the verb.
fn joined(clause: Clause, at: usize) -> bool {
    clause.before(at).is_some_and(|k| clause.chunks[k].is_and())
}

/// A verb of saying stands before the chunk: "SAY they", "who activists SAY were".
fn says_before(reader: Reader, clause: Clause, at: usize) -> bool {
    clause.before(at).and_then(|k| clause.verb(k)).is_some_and(|v| reader.reports(v.head))
}

/// "the conditions THEIR MEMBERS work in": a clause without its pronoun.
fn beside_noun(clause: Clause, at: usize) -> bool {
    at > 0 && clause.noun(at - 1).is_some()
}
