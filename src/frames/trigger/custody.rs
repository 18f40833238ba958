//! Were they arrested or abducted? Words that tell of either ("was PICKED UP", "was TAKEN FROM his home") leave it to who did it, and
//! to what is told next: "was picked up at her house. She APPEARED IN COURT on Monday"; and to drag somebody out is neither, where
//! blows follow ("dragged her OUT OF THE CAR AND SHOT HER").
//!
//! Input: the frames of a document; output: the same, with the methods of such captures settled.

use crate::frames::people::argument::{Reader, Sort};
use crate::frames::{Argument, Frame};
use crate::patterns::methods::is_violent;
use std::ops::Range;

/// Settles the method of each capture that its words leave open.
pub fn settle(reader: Reader, frames: &mut [Frame]) {
    for at in 0..frames.len() {
        if frames[at].methods != ["abduction"] {
            continue;
        }
        if let Some(blow) = strikes(reader, frames, at) {
            frames[at].methods = frames[blow].methods.clone();
        } else if frames[at].custody && official(reader, &frames[at]) {
            // Officers who DRAG somebody out are said to do both.
            let rough = rough(reader, &frames[at]);
            frames[at].methods.retain(|_| rough);
            frames[at].methods.push("detention".to_string());
        }
    }
}

/// Done by force.
fn rough(reader: Reader, frame: &Frame) -> bool {
    let classes = reader.patterns.classes;
    reader.is(frame.trigger.start, classes.grips)
        || reader.holds(reader.sentence(frame.sentence), classes.capture_words) && !frame.perpetrators.is_empty()
}

/// The blow that the same sentence tells of behind a mere grip; whoever is driven or led away first was taken.
fn strikes(reader: Reader, frames: &[Frame], at: usize) -> Option<usize> {
    let grip = &frames[at];
    let classes = reader.patterns.classes;
    if !reader.is(grip.trigger.start, classes.grips) {
        return None;
    }
    let same = |a: &Argument| {
        grip.victims.iter().any(|v| v.tokens == a.tokens || v.entity.is_some() && v.entity == a.entity)
            || a.sort == Sort::Pronoun
    };
    let told = |f: &Frame| f.sentence == grip.sentence && f.trigger.start >= grip.trigger.end && !f.nominal;
    let between = |f: &Frame| grip.trigger.start..f.trigger.start;
    // "; his body was found the next day": what came of it is told apart.
    let apart = |f: &Frame| {
        f.weak || f.date.is_some_and(|d| Some(d) != grip.date) || between(f).any(|t| reader.doc.text(t) == ";")
    };
    let moved = |f: &Frame| reader.holds(between(f), classes.removals);
    let violent = |f: &Frame| f.methods.iter().all(|m| is_violent(m)) && f.victims.iter().any(same);
    let blow = |f: &Frame| violent(f) && !moved(f) && !apart(f);
    (at + 1..frames.len()).find(|&k| told(&frames[k]) && blow(&frames[k]))
}

/// Police, soldiers or a state did it, or nobody is named and the text goes on with a cell, a court or a charge.
fn official(reader: Reader, frame: &Frame) -> bool {
    if !frame.perpetrators.is_empty() {
        return frame.perpetrators.iter().all(|p| matches!(p.sort, Sort::Force | Sort::State));
    }
    let rest = frame.trigger.end..reader.sentence(frame.sentence).end;
    let next = reader.sentence(frame.sentence + 1);
    let classes = reader.patterns.classes;
    let captors = |tokens: &Range<usize>| reader.holds(tokens.clone(), classes.capture_words);
    let signs = |tokens: Range<usize>| reader.holds(tokens, classes.custody_signs);
    let whole = reader.sentence(frame.sentence);
    !captors(&whole) && !captors(&next) && (signs(rest) || goes_on(reader, frame, &next) && signs(next.clone()))
}

/// The sentence speaks of nobody but the victim.
fn goes_on(reader: Reader, frame: &Frame, tokens: &Range<usize>) -> bool {
    let victim = |entity: u32| frame.victims.iter().any(|v| v.entity == Some(entity));
    let mut persons = reader.mentions[reader.inside(tokens)].iter().filter_map(|m| m.person());
    persons.all(|p| victim(p.entity))
}
