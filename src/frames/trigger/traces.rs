//! Signs of what was done to somebody of whose death or capture a sentence tells without saying how: "was found WITH STAB WOUNDS",
//! "Ana Silva was killed. Police found SHELL CASINGS at the scene", "His body bore MARKS OF TORTURE".
//!
//! Input: the frames of a document; output: the same, with the methods of `traces.csv` where such signs stand beside them.

use crate::frames::people::argument::Reader;
use crate::frames::{Frame, Status};
use crate::mentions::Source;
use crate::patterns::methods::{is_general, is_violent, takes_captive};
use std::ops::Range;

/// Sentences in which signs are looked for, after the one that tells of the death.
const AHEAD: usize = 2;

/// Words before a sign that may say that there was none: "NO visible bullet wounds".
const DENIED: usize = 3;

/// A sign: its token, the method and the line of data.
struct Trace<'a> {
    token: usize,
    method: &'a str,
    source: Source,
}

/// Adds the methods that signs tell.
pub fn settle(reader: Reader, frames: &mut Vec<Frame>) {
    for n in 0..reader.doc.sentences.len() {
        for trace in traces(reader, reader.sentence(n)) {
            tell(reader, frames, n, &trace);
        }
    }
}

/// All signs among the tokens, but those that are denied.
fn traces<'a>(reader: Reader<'a>, tokens: Range<usize>) -> Vec<Trace<'a>> {
    let Some(class) = reader.patterns.classes.traces else { return Vec::new() };
    let read = |token: usize| {
        let entry = reader.patterns.lexicon.entry(reader.doc.hit(token, class)?.entry)?;
        Some(Trace { token, method: entry.value.as_str(), source: Source::Line(entry.origin) })
    };
    let denied = |t: usize| {
        (t.saturating_sub(DENIED).max(tokens.start)..t)
            .any(|k| matches!(reader.doc.norm(k), "no" | "without" | "not" | "any"))
    };
    tokens.clone().filter(|&t| !denied(t)).filter_map(read).collect()
}

/// Gives the method to the nearest frame of the sentence, or to what was told last before a sentence that tells of nobody else.
fn tell(reader: Reader, frames: &mut Vec<Frame>, n: usize, trace: &Trace) {
    if frames.iter().any(|f| f.sentence == n && f.methods.iter().any(|m| m == trace.method)) {
        return;
    }
    let within = |f: &Frame| f.sentence == n && !f.victims.is_empty();
    let apart = |f: &Frame| f.trigger.start.abs_diff(trace.token);
    let nearest = (0..frames.len()).filter(|&k| within(&frames[k])).min_by_key(|&k| apart(&frames[k]));
    let silent = || !frames.iter().any(|f| f.sentence == n);
    let Some(at) = nearest.or_else(|| before(reader, frames, n).filter(|_| silent())) else { return };
    let frame = &frames[at];
    if !frame.status.happened() || frame.follow_up {
        return;
    }
    if frame.sentence == n && frame.methods.iter().all(|m| is_general(m)) && trace.method != "torture" {
        frames[at].methods = vec![trace.method.to_string()];
        frames[at].carrier = false; // "died OF BLOWS TO THE HEAD" is no mere death
    } else if open(frame) {
        let told = sign(reader, frame, n, trace);
        let place = frames.iter().position(|f| f.sentence > n).unwrap_or(frames.len());
        frames.insert(place, told);
    }
}

/// It leaves open how somebody died, or what captors did.
fn open(frame: &Frame) -> bool {
    let plain = |m: &String| is_general(m) || takes_captive(m);
    frame.methods.iter().any(plain) && !frame.methods.iter().any(|m| is_violent(m) && !is_general(m))
}

/// The last frame of the sentences before, if those between and this one name nobody else.
fn before(reader: Reader, frames: &[Frame], n: usize) -> Option<usize> {
    let at = frames.iter().rposition(|f| f.sentence < n && f.sentence + AHEAD >= n)?;
    let known = |entity: u32| frames[at].victims.iter().any(|v| v.entity == Some(entity));
    let other = |s: usize| {
        let mentions = reader.mentions[reader.inside(&reader.sentence(s))].iter();
        mentions.filter_map(|m| m.person()).any(|p| p.press.is_none() && !known(p.entity))
    };
    let told = !frames[at].victims.is_empty() && frames[at].fatal == Some(true) && open(&frames[at]);
    (told && !(frames[at].sentence + 1..=n).any(other)).then_some(at)
}

/// The frame of a sign: it befell those of whom the other frame tells.
fn sign(reader: Reader, of: &Frame, n: usize, trace: &Trace) -> Frame {
    Frame {
        methods: vec![trace.method.to_string()],
        victims: of.victims.clone(),
        status: Status::Reported,
        definite: false,
        nominal: false,
        rule: crate::code_rule!("traces-of-violence"),
        source: Some(trace.source),
        ..Frame::claim(trace.token..trace.token + 1, n, reader.doc.sentences[n].span, Vec::new())
    }
}
