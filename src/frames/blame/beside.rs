//! Who acts in a clause beside the attack: "was shot when two men tried to enter his home", "was killed as gunmen stormed in".
//!
//! Input: the chunks of a sentence and where its trigger ends; output: chunks of attackers, or of some unknown people.

use crate::frames::people::argument::{Reader, Sort};
use crate::frames::syntax::clause::Clause;
use crate::patterns::lexicon::ClassId;

/// People from which "dozens of people were running" is a crowd.
const CROWD: u32 = 50;

/// Those who act in the first clause of the moment behind the token.
pub fn attackers(reader: Reader, clause: Clause, behind: usize) -> Vec<usize> {
    let later = (0..clause.chunks.len()).filter(|&k| clause.chunks[k].tokens.start >= behind);
    let found = later.into_iter().find_map(|k| strangers(reader, clause, k));
    found.map(|k| clause.subject_group(k)).unwrap_or_default()
}

/// "was shot while HE WAS WALKING in Quito on Monday": what who is hurt was doing, so that its setting is that of the attack.
pub fn of_victim(reader: Reader, clause: Clause, attack: usize, verb: usize) -> bool {
    let Some(class) = reader.patterns.classes.moments else { return false };
    let subject = clause.subject(verb).filter(|&k| k > attack && clause.noun(k).is_some_and(|n| n.pronoun));
    let opener = subject.and_then(|k| k.checked_sub(1)).map(|k| clause.chunks[k].tokens.start);
    let during = opener.is_some_and(|t| reader.doc.is(t, class) && reader.doc.norm(t) != "after");
    during && clause.verb(verb).is_some_and(|v| !v.modal && !v.negated)
}

/// The subject of the clause that opens here: attackers, or some people whom the text does not know.
fn strangers(reader: Reader, clause: Clause, at: usize) -> Option<usize> {
    let is = |k: usize, class: Option<ClassId>| reader.is(clause.chunks[k].tokens.start, class);
    let classes = reader.patterns.classes;
    let opens = is(at, classes.moments) && clause.noun(at).is_none();
    let subject = at + 1;
    clause.noun(subject).filter(|n| opens && n.owner.is_none() && n.person.is_none())?;
    let chunk = &clause.chunks[subject];
    let known = is(subject, classes.definites);
    let some = reader.count(chunk).is_some_and(|n| n < CROWD) && reader.sort_at(clause, subject) == Sort::Generic;
    let verb = (subject..clause.chunks.len()).find(|&k| clause.verb(k).is_some());
    let acts = verb.is_some_and(|k| clause.verb(k).is_some_and(|v| !v.passive) && clause.subject(k) == Some(subject));
    let attacker = reader.sort_at(clause, subject) == Sort::Attacker;
    // "when SOLDIERS RAIDED their office".
    let force = || reader.sort_at(clause, subject) == Sort::Force && verb.is_some_and(|k| harms(reader, clause, k));
    (acts && (attacker || some && !known || force())).then_some(subject)
}

/// A verb that tells of attacks, too.
fn harms(reader: Reader, clause: Clause, verb: usize) -> bool {
    let word = clause.verb(verb).map(|v| reader.doc.word(v.head));
    word.is_some_and(|w| reader.patterns.frames.of_word(w).next().is_some())
}
