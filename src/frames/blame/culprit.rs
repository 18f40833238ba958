//! Who is meant by words of blame: the subject of "committed", the object of "accused", whoever speaks of himself, the agent
//! behind "by".
//!
//! Input: a clause and the chunk of the words; output: the chunk of whoever acted.

use crate::document::Tag;
use crate::frames::blame::disclaimer;
use crate::frames::blame::{behind, cue, denies, is_event, organised, told_of};
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::people::pronoun;
use crate::frames::syntax::chunk::{Chunk, Kind, Noun};
use crate::frames::syntax::clause::Clause;
use crate::frames::trigger::verbal::prep_is;

/// The subject; of "X spread leaflets claiming responsibility" the subject of the verb before.
pub(super) fn actor(reader: Reader, clause: Clause, verb: usize) -> Option<usize> {
    if let Some(claimant) = claimant(reader, clause, verb) {
        return Some(claimant);
    }
    let near = clause.subject(verb).map(|k| speaker(reader, clause, k).unwrap_or(k));
    if near.is_some_and(|k| reader.sort_at(clause, k).can_act()) {
        return near;
    }
    let before =
        (0..verb).rev().find(|&k| clause.verb(k).is_some() || clause.is_stop(k)).filter(|&k| clause.verb(k).is_some());
    before.filter(|_| clause.verb(verb).is_some_and(|v| v.gerund)).and_then(|k| clause.subject(k))
}

/// "a call from A MEMBER of the front CLAIMING responsibility": the people right before the participle, who are not its subject.
fn claimant(reader: Reader, clause: Clause, verb: usize) -> Option<usize> {
    let near = verb.checked_sub(1).filter(|&k| clause.verb(verb).is_some_and(|v| v.gerund) && clause.in_phrase(k))?;
    let outer = near.checked_sub(2).filter(|&k| prep_is(reader, clause, k + 1, "of") && clause.in_phrase(k));
    let acts = |k: &usize| clause.noun(*k).is_some() && reader.sort_at(clause, *k).can_act();
    outer.filter(acts).or(Some(near).filter(acts))
}

/// "THE BRIGADE said IT was behind the attack": who says so of itself.
pub(crate) fn speaker(reader: Reader, clause: Clause, pronoun: usize) -> Option<usize> {
    let word = clause.noun(pronoun).filter(|n| n.pronoun).map(|n| reader.doc.norm(n.head))?;
    let many = word == "it" || pronoun::value(reader, word) == Some("p");
    let says =
        (0..pronoun).rev().find(|&k| !clause.chunks[k].is_other() && !matches!(clause.chunks[k].kind, Kind::Opener))?;
    let told = clause.verb(says).filter(|v| many && reader.reports(v.head))?;
    clause.subject(says).filter(|&k| (told.is_finite() || told.bare) && reader.sort_at(clause, k).can_act())
}

/// "REBELS staged three bomb attacks", "TRAFFICKERS began a series of bombings": who does what is named as an attack.
pub(super) fn doer(reader: Reader, clause: Clause, k: usize) -> Option<usize> {
    clause.verb(k).filter(|v| !v.negated && !v.modal && !clause.passive(k))?;
    let object = clause.object(k)?;
    let of = clause.is(object + 1, Chunk::is_prep) && prep_is(reader, clause, object + 1, "of");
    let told = |n: &Noun| reader.patterns.frames.of_word(reader.doc.word(n.head)).next().is_some();
    let several = clause.noun(object + 2).filter(|_| of);
    let attack = clause.noun(object).into_iter().chain(several).any(told);
    let whole = attack && !denies(reader, clause, k) && !told_of(reader, clause, k);
    whole.then(|| actor(reader, clause, k)).flatten()
}

/// "perpetrated in the capital BY REBELS": the agent of a passive.
pub(super) fn by(reader: Reader, clause: Clause, k: usize) -> Option<usize> {
    let agent =
        clause.verb(k).filter(|v| (v.passive || v.bare) && !v.negated).and_then(|_| behind(reader, clause, k, "by"))?;
    let later = |j: usize| {
        ["following", "after"].iter().any(|word| clause.chunks[j].tokens.len() == 1 && prep_is(reader, clause, j, word))
    };
    // "was carried out FOLLOWING the speech to the nation by X": whose speech it was.
    let other = (k + 1..agent).any(|j| later(j) && clause.noun(j + 1).is_some());
    Some(agent).filter(|_| !other)
}

/// "accused X", "blamed X", and "blamed the attack ON X", "the attack was blamed by the press ON X".
pub(super) fn accused(reader: Reader, clause: Clause, verb: usize) -> Option<usize> {
    let unsaid = clause.verb(verb).is_some_and(|v| v.negated || v.modal);
    if unsaid || disclaimer::denied(reader, clause.chunks[verb].tokens.start) {
        return None; // "never accused X", "some will accuse X"
    }
    // "doctors suspect SHE was poisoned": "she" is no object.
    let own = |k: usize| reader.holds(clause.chunks[k].tokens.clone(), reader.patterns.classes.subjects);
    let object = clause.object(verb).filter(|&k| !clause.passive(verb) && !own(k));
    // "blamed THE RULING PARTY for it": a body without a name.
    let body = |o: usize| reader.sort_at(clause, o) == Sort::Other && organised(reader, clause, o);
    if let Some(object) = object.filter(|&o| reader.sort_at(clause, o).can_act() || body(o)) {
        return Some(object);
    }
    // "an attack THAT police blame on rebels": the object stands before.
    behind(reader, clause, object.filter(|&o| o > verb).unwrap_or(verb), "on")
        .filter(|_| object.is_some() || clause.passive(verb))
}

/// "the killer, A MUNICIPAL EMPLOYEE, was": new people between commas right behind a word for whoever did it, which ends before the
/// token `end`.
pub(super) fn described(reader: Reader, clause: Clause, end: usize) -> Option<usize> {
    let comma = clause.chunks.iter().position(|c| c.tokens.start == end).filter(|&k| clause.chunks[k].is_comma())?;
    let first = reader.doc.tag(clause.chunks.get(comma + 1)?.tokens.start);
    let new = matches!(first, Tag::DT | Tag::CD) && clause.noun(comma + 1).is_some_and(|n| n.person.is_none());
    let closed = (comma + 2..clause.chunks.len()).find(|&k| clause.chunks[k].is_break());
    let human = reader.sort_at(clause, comma + 1).is_human();
    (new && human && closed.is_some_and(|k| clause.chunks[k].is_comma())).then_some(comma + 1)
}

/// "PROSECUTORS accused two officers and their driver of plotting to kill": whoever accuses others did not do it himself.
pub(crate) fn accuses(reader: Reader, clause: Clause, subject: usize, deed: usize) -> bool {
    let told = clause.verb(deed).is_some_and(|v| v.gerund || v.infinitive);
    let blames = |v: usize| {
        let start = clause.chunks[v].tokens.clone();
        let cue = start.into_iter().any(|t| cue(reader, t).is_some_and(|(value, _)| value == "agent-object"));
        cue && clause.verb(v).is_some() && !clause.passive(v) && clause.subject(v) == Some(subject)
    };
    told && (subject + 1..deed).any(blames)
}

/// "X, WHOM prosecutors accused of the murder": the pronoun stands for whoever is accused, not the subject.
pub(super) fn whom(clause: Clause, verb: usize) -> Option<usize> {
    clause.object(verb).filter(|_| clause.series.taken_by(verb).is_some() && !clause.passive(verb))
}

/// "accused X OF CORRUPTION": of nothing that this program looks for.
pub(super) fn of_other(reader: Reader, clause: Clause, verb: usize, accused: usize) -> bool {
    let accused = accused.max(verb); // "whom they accuse OF CORRUPTION"
    let prep =
        |k: usize, name: &str| clause.chunks.get(k).is_some_and(Chunk::is_prep) && prep_is(reader, clause, k, name);
    let placed = clause.noun(accused + 2).is_some_and(|n| n.place.is_some());
    let after = if placed && !prep(accused + 1, "of") { accused + 3 } else { accused + 1 };
    let of = Some(after).filter(|&k| prep(k, "of"));
    let told = |t: usize| is_event(reader, t) || cue(reader, t).is_some();
    of.is_some_and(|of| !words_behind(clause, of).any(told))
}

/// "charged X WITH THE MURDER", "convicted X OF ordering the attack".
pub(super) fn of_deed(reader: Reader, clause: Clause, charged: usize) -> bool {
    let prep = clause.group(charged).last().map_or(charged, |&k| k) + 1;
    // "sentenced X IN ABSENTIA for".
    let absent = clause.noun(prep + 1).is_some_and(|n| reader.doc.norm(n.head) == "absentia");
    let prep = if absent { prep + 2 } else { prep };
    let crime = ["with", "of", "over", "for"].iter().any(|name| prep_is(reader, clause, prep, name));
    crime && words_behind(clause, prep).any(|t| is_event(reader, t))
}

/// The tokens behind the chunk, up to a comma or a stop.
fn words_behind(clause: Clause, at: usize) -> impl Iterator<Item = usize> {
    let chunks = clause.chunks.get(at + 1..).unwrap_or_default();
    chunks.iter().take_while(|c| !c.is_break()).flat_map(|c| c.tokens.clone())
}
