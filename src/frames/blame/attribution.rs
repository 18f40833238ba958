//! Who is blamed in a sentence -> perpetrators of its frames, or a claim of what another sentence tells.
//!
//! Input: the frames of a sentence; output: the same, with those who are blamed, captors, whoever gave the order.

use crate::frames::blame::beside;
use crate::frames::blame::{self, Blamed};
use crate::frames::build::Builder;
use crate::frames::people::argument::Sort;
use crate::frames::syntax::chunk::Chunk;
use crate::frames::syntax::chunker::Chunker;
use crate::frames::syntax::clause::Clause;
use crate::frames::{Argument, Frame};
use crate::patterns::methods::{is_violent, of_authorities, takes_captive};

/// Tokens after "charged with" in which the crime is named.
const CHARGE_REACH: usize = 12;

/// Those who are blamed, each with the token that the crime must stand behind.
struct Accused {
    blamed: Vec<(Argument, Option<usize>)>,
    captors: Vec<Argument>,
    stoppers: Vec<Argument>,
}

/// "The front claimed responsibility": no event of its own, but it tells who did the one told before. Beside an arrest or sentence,
/// and where no deed is blamed on anybody, only who was before a court.
pub fn claim(build: &Builder, clause: Clause, sentence: usize, arrest: bool) -> Option<Frame> {
    let mut found = blame::find(build.reader(), clause);
    let tokens = build.reader().sentence(sentence);
    let tried = arrest || !blame::blamed_for_it(build.reader(), tokens);
    found.retain(|b| !b.captor && (!tried || b.stops));
    let perpetrators: Vec<Argument> = found.iter().flat_map(|b| build.agent(clause, b.chunk)).collect();
    let first = perpetrators.first()?.tokens.clone();
    let told = build.doc.sentences.get(sentence)?;
    let span = told.span;
    let named = blame::told_of_deed(build.reader(), told.tokens.clone());
    Some(Frame {
        definite: named && !found.iter().all(|b| b.stops),
        ..Frame::claim(first, sentence, span, perpetrators)
    })
}

/// Gives frames without a perpetrator those who are blamed in the sentence.
pub fn blame(build: &Builder, clause: Clause, frames: &mut [Frame]) {
    let reader = build.reader();
    let accused = accused(build, clause);
    for frame in frames {
        let new = fitting(&accused, frame);
        if frame.perpetrators.iter().all(|p| p.sort == Sort::Force && p.name.is_none()) {
            frame.perpetrators.extend(new);
        } else if frame.perpetrators.iter().all(|p| p.entity.is_none() && p.name.is_none()) {
            // "Gunmen shot X, an attack attributed to THE ELN": whose gunmen they are.
            let acts_for = |a: &Argument| matches!(a.sort, Sort::Org | Sort::Force | Sort::State | Sort::Attacker);
            frame.perpetrators.extend(new.into_iter().filter(acts_for));
        }
        if frame.perpetrators.is_empty() && !frame.carrier && frame.methods.iter().all(|m| is_violent(m)) {
            let beside = beside::attackers(reader, clause, frame.trigger.end);
            let new = beside.into_iter().map(|k| reader.argument_at(clause, k));
            frame.perpetrators.extend(new.filter(|a| !frame.victims.iter().any(|v| v.tokens == a.tokens)));
        }
    }
}

/// All who are blamed in the sentence, by what they are blamed for.
fn accused(build: &Builder, clause: Clause) -> Accused {
    let reader = build.reader();
    let found = blame::find(reader, clause);
    let people = |b: &Blamed| build.agent(clause, b.chunk);
    let (captors, found): (Vec<_>, Vec<_>) = found.into_iter().partition(|b| b.captor);
    let (stops, found): (Vec<_>, Vec<_>) = found.into_iter().partition(|b| b.stops);
    let mut blamed: Vec<(Argument, Option<usize>)> =
        found.iter().flat_map(|b| people(b).into_iter().map(|a| (a, b.before))).collect();
    for owner in blame::behest(reader, clause) {
        let chunk = Chunker { doc: build.doc, mentions: build.mentions, patterns: build.patterns }.run(owner);
        blamed.extend(chunk.iter().filter(|c: &&Chunk| c.noun().is_some()).map(|c| (reader.argument(c), None)));
    }
    Accused {
        blamed,
        captors: captors.iter().flat_map(people).collect(),
        stoppers: stops.iter().flat_map(people).collect(),
    }
}

/// Those of them who can have done what the frame tells: none of its victims.
fn fitting(accused: &Accused, frame: &Frame) -> Vec<Argument> {
    let hurt: Vec<u32> = frame.victims.iter().filter_map(|v| v.entity).collect();
    // Nobody but a state or a group holds people: "attributed it to X: ... a couple who were arrested".
    let official = !frame.methods.is_empty() && frame.methods.iter().all(|m| of_authorities(m));
    let fits = |a: &&Argument| {
        !(official && a.entity.is_some())
            && a.entity.is_none_or(|e| !hurt.contains(&e))
            && !frame.victims.iter().any(|v| v.tokens == a.tokens)
    };
    let at = frame.trigger.start;
    let reaches = |before: &Option<usize>| before.is_none_or(|cue| cue <= at && at < cue + CHARGE_REACH);
    let near = accused.blamed.iter().filter(|(_, before)| reaches(before)).map(|(a, _)| a);
    let held = if frame.methods.iter().any(|m| takes_captive(m)) { accused.captors.as_slice() } else { &[] };
    let crime = frame.status.happened() && !frame.methods.iter().all(|m| of_authorities(m));
    let stopped = if crime && frame.perpetrators.is_empty() { accused.stoppers.as_slice() } else { &[] };
    near.chain(held).chain(stopped).filter(fits).cloned().collect()
}
