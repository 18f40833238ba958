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
    let Some(sentence) = doc.sentence_of(tokens.start) else { return Tense::Unknown };
    if led_by(doc, tokens.start, patterns.dates.classes.future_leads) {
        return Tense::Future;
    }
    let from = sentence.tokens.start.max(tokens.start.saturating_sub(REACH));
    let to = sentence.tokens.end.min(tokens.end.saturating_add(REACH));
    let tell = |t: usize| tense_of(doc, t, sentence.tokens.start, patterns);
    let before = (from..tokens.start).rev().find_map(tell);
    before.or_else(|| (tokens.end..to).find_map(tell)).unwrap_or(Tense::Unknown)
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
