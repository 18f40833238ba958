//! "Faces kidnapping charges", "accused of arson": a crime that somebody is charged with is no deed done to who is charged.
//!
//! Input: a fact's frame; output: whether it only names a charge.

use super::Frame;
use super::argument::Reader;

/// Words between the crime and the word that makes it a charge.
const REACH: usize = 6;

/// A noun without a victim, beside the words of a charge.
pub fn is_charge(read: Reader, frame: &Frame) -> bool {
    let sentence = read.sentence(frame.sentence);
    let says = |t: usize, side: &str| read.patterns.classes.charges.is_some_and(|c| read.value(t, c) == Some(side));
    let before = frame.trigger.start.saturating_sub(REACH).max(sentence.start)..frame.trigger.start;
    let after = frame.trigger.end..(frame.trigger.end + REACH).min(sentence.end);
    let charged = || before.into_iter().any(|t| says(t, "before")) || after.into_iter().any(|t| says(t, "after"));
    frame.nominal && frame.victims.is_empty() && charged()
}
