//! The tense around a temporal expression, from the verbs of its sentence.

use crate::document::patch::Tags;
use crate::document::{Document, Tag};
use crate::patterns::Patterns;
use crate::patterns::lexicon::ClassId;
use std::ops::Range;

/// Tense, as far as it decides which Friday is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// "was", "said".
    Past,
    /// "is"; says little.
    Present,
    /// "will", "is scheduled".
    Future,
    /// No verb.
    Unknown,
}

/// How far to look for a verb, in tokens.
const REACH: usize = 40;

/// The tense at some tokens: the nearest verb or cue before them in the sentence, else the nearest after.
pub fn at(doc: &Document, tokens: Range<usize>, patterns: &Patterns) -> Tense {
    if led_by(doc, tokens.start, patterns.dates.classes.future_leads) {
        return Tense::Future;
    }
    let start = doc.sentence_of(tokens.start).map_or(0, |s| s.tokens.start);
    let (before, after) = around(doc, tokens);
    let mut tells = before.rev().chain(after).filter_map(|t| tense_of(doc, t, start, patterns));
    tells.next().unwrap_or(Tense::Unknown)
}

/// Whether that is the future; mostly no word speaks for it, and then no verb needs to be known.
pub fn is_future(doc: &Document, tokens: Range<usize>, patterns: &Patterns) -> bool {
    let classes = &patterns.dates.classes;
    let is_cue = |t| classes.future_cues.is_some_and(|cues| doc.is(t, cues));
    let (mut before, mut after) = around(doc, tokens.clone());
    let may_be = led_by(doc, tokens.start, classes.future_leads) || before.any(is_cue) || after.any(is_cue);
    may_be && at(doc, tokens, patterns) == Tense::Future
}

/// The tokens of the sentence before and after, as far as they are looked at.
fn around(doc: &Document, tokens: Range<usize>) -> (Range<usize>, Range<usize>) {
    let sentence = doc.sentence_of(tokens.start).map_or(tokens.clone(), |s| s.tokens.clone());
    let from = sentence.start.max(tokens.start.saturating_sub(REACH));
    let to = sentence.end.min(tokens.end.saturating_add(REACH));
    (from..tokens.start, tokens.end..to)
}

/// An entry of the class ends right before the token.
fn led_by(doc: &Document, token: usize, class: Option<ClassId>) -> bool {
    let ends_here = |t: usize| doc.hits(t).iter().any(|h| Some(h.class) == class && t + h.len as usize == token);
    let start = doc.sentence_of(token).map_or(token, |s| s.tokens.start);
    (token.saturating_sub(4).max(start)..token).any(ends_here)
}

fn tense_of(doc: &Document, token: usize, start: usize, patterns: &Patterns) -> Option<Tense> {
    if let Some(cues) = patterns.dates.classes.future_cues
        && doc.is(token, cues)
    {
        let past = led_by(doc, token, patterns.dates.classes.past_cues) && doc.has_tag(token, Tags::of([Tag::VBN]));
        return Some(if past { Tense::Past } else { Tense::Future });
    }
    let is = |token, tags: &[Tag]| doc.has_tag(token, Tags::of(tags.iter().copied()));
    if !is(token, &[Tag::VBD, Tag::VBZ, Tag::VBP]) {
        return None;
    }
    if is(token, &[Tag::VBD]) {
        return (token == start || !is(token - 1, &[Tag::VB])).then_some(Tense::Past);
    }
    Some(Tense::Present)
}
