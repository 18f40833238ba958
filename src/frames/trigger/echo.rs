//! "A was beaten in Lima. In May IT WAS THE TURN OF B", "C MET THE SAME FATE": words that tell of somebody what was told last of
//! somebody else.
//!
//! Input: all frames in text order, these without a method; output: the same frames with the methods told before them.

use crate::frames::people::argument::Sort;
use crate::frames::{Dropped, Frame};

/// Sentences back in which the other case is told.
const BACK: usize = 4;

/// Gives each such frame what befell the victims told of last; without any it tells nothing.
pub fn settle(frames: &mut Vec<Frame>, dropped: &mut Vec<Dropped>) {
    for at in 0..frames.len() {
        if !points_back(&frames[at]) {
            continue;
        }
        let model = model(frames, at);
        let mut methods: Vec<String> = model.iter().flat_map(|f| f.methods.clone()).collect();
        methods.sort_unstable();
        methods.dedup();
        let fatal = model.iter().find_map(|f| f.fatal);
        let (injures, legal) = (model.iter().any(|f| f.injures), model.iter().any(|f| f.legal));
        let frame = &mut frames[at];
        (frame.methods, frame.fatal, frame.injures, frame.legal) = (methods, fatal, injures, legal);
    }
    frames.retain(|f| {
        let empty = points_back(f);
        if empty {
            let because = "nothing like it is told before".to_string();
            dropped.push(Dropped { trigger: f.trigger.clone(), rule: f.rule, because });
        }
        !empty
    });
}

/// It names somebody, and no method.
fn points_back(frame: &Frame) -> bool {
    frame.methods.is_empty() && !frame.carrier
}

/// What was told last, a few sentences before at most, as having befallen somebody: "abducted A AND SHOT HIM" is both.
fn model(frames: &[Frame], at: usize) -> Vec<&Frame> {
    let near = |f: &&Frame| frames[at].sentence.saturating_sub(f.sentence) <= BACK;
    let told = |f: &&Frame| {
        let befell = !f.victims.is_empty() && !f.methods.is_empty() && f.status.happened();
        befell && !f.follow_up && !f.later && !f.carrier
    };
    let mut before = frames[..at].iter().rev().take_while(near).filter(told).peekable();
    let mut out: Vec<&Frame> = before.next().into_iter().collect();
    while let Some(last) = out.last().copied()
        && let Some(frame) = before.next_if(|f| goes_on(f, last))
    {
        out.push(frame);
    }
    out
}

/// The later frame, of the same sentence, tells of the victim of the earlier one.
fn goes_on(earlier: &Frame, later: &Frame) -> bool {
    let pronoun = later.victims.iter().all(|v| v.sort == Sort::Pronoun);
    let shared = |f: &Frame| f.victims.iter().any(|v| later.victims.iter().any(|w| w.tokens == v.tokens));
    earlier.sentence == later.sentence && (pronoun || shared(earlier))
}
