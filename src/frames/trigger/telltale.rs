//! Sentences that tell of bullets and a body, and of nobody: "Ana Silva was walking home. Three shots, IN THE CHEST AND THE HEAD",
//! "One bullet had gone INTO THE HEAD".
//!
//! Input: the frames of a document; output: the same, with one for each such sentence whose victim the sentences before name.

use crate::document::Tag;
use crate::frames::people::argument::Reader;
use crate::frames::people::identity;
use crate::frames::refusal::genre::Genre;
use crate::frames::syntax::chunk::Chunk;
use crate::frames::syntax::chunker::Chunker;
use crate::frames::{Argument, Frame};
use crate::mentions::Mention;
use std::ops::Range;

/// Sentences looked back over for whoever was hit.
const BACK: usize = 2;

/// Tokens between the bullet and the part of the body: "three shots had gone through the left side of the chest".
const REACH: usize = 10;

/// Adds what such sentences tell.
pub fn settle(reader: Reader, genre: &Genre, frames: &mut Vec<Frame>) {
    if genre.refuses(&method()).is_some() {
        return;
    }
    let sentences = reader.doc.sentences.iter().enumerate().filter(|(_, s)| s.kind.tells());
    let silent = |n: usize| !frames.iter().any(|f| f.sentence == n);
    let told = sentences.filter(|(n, _)| silent(*n)).filter_map(|(n, s)| frame(reader, n, s.tokens.clone()));
    let told: Vec<Frame> = told.collect();
    for frame in told {
        let at = frames.iter().position(|f| f.sentence > frame.sentence).unwrap_or(frames.len());
        frames.insert(at, frame);
    }
}

fn method() -> Vec<String> {
    vec!["shooting".to_string()]
}

fn frame(reader: Reader, sentence: usize, tokens: Range<usize>) -> Option<Frame> {
    let trigger = bullet(reader, tokens.clone()).filter(|t| !of_somebody(reader, tokens.start..t.start, tokens.end))?;
    let victim = hit(reader, sentence, tokens)?;
    let quote = reader.doc.sentences.get(sentence)?.span;
    Some(Frame {
        methods: method(),
        victims: vec![victim],
        carrier: false,
        weak: false,
        definite: false,
        nominal: false,
        rule: crate::code_rule!("bullets-in-the-body"),
        ..Frame::claim(trigger, sentence, quote, Vec::new())
    })
}

/// The word for what was fired, if a part of a body stands in a phrase behind it: "in the head", "through his hand".
fn bullet(reader: Reader, tokens: Range<usize>) -> Option<Range<usize>> {
    let classes = reader.patterns.classes;
    // No "shot in the arm for the economy".
    let counted = |t: usize| reader.doc.tag(t) == Tag::NNS || reader.doc.tag(t.saturating_sub(1)) == Tag::CD;
    let shot = tokens.clone().find(|&t| reader.is(t, classes.gunshots) && reader.doc.tag(t).is_noun() && counted(t))?;
    let article = |t: usize| matches!(reader.doc.tag(t), Tag::DT | Tag::PRPS);
    let led = |t: usize| article(t) && t.checked_sub(1).is_some_and(|p| reader.doc.tag(p) == Tag::IN);
    // No "into the back OF the net".
    let part = |t: usize| {
        reader.is(t, classes.vital_parts) && reader.doc.norm(t + 1) != "of" && (led(t - 1) || led(t.saturating_sub(2)))
    };
    (shot + 1..tokens.end.min(shot + REACH)).any(part).then_some(shot..shot + 1)
}

/// "HE carried one of the bullets", "into the forehead of THE GIRL": somebody acts before it, or somebody without a name was hit; or
/// somebody speaks.
fn of_somebody(reader: Reader, before: Range<usize>, end: usize) -> bool {
    let chunks =
        Chunker { doc: reader.doc, mentions: reader.mentions, patterns: reader.patterns }.run(before.start..end);
    let human = |c: &Chunk| c.noun().is_some() && reader.sort(c).is_human();
    let pronoun = |c: &Chunk| c.noun().is_some_and(|n| n.pronoun);
    let quoted = (before.start..end).any(|t| matches!(reader.doc.text(t), "\"" | "“" | "”"));
    quoted || chunks.iter().any(|c| human(c) && (!pronoun(c) || c.tokens.start < before.end))
}

/// The only person whom the nearest sentence before that names any tells of; the sentence itself names nobody.
fn hit(reader: Reader, sentence: usize, tokens: Range<usize>) -> Option<Argument> {
    let named = |tokens: Range<usize>| reader.mentions[reader.inside(&tokens)].iter().filter(|m| m.person().is_some());
    if named(tokens).next().is_some() {
        return None;
    }
    let near = (1..=BACK).filter_map(|n| sentence.checked_sub(n)).map(|s| reader.sentence(s));
    let mut persons = near.into_iter().map(named).find_map(|mut found| Some((found.next()?, found)))?;
    let alone = |first: &Mention, m: &Mention| m.person().map(|p| p.entity) == first.person().map(|p| p.entity);
    let first = persons.0;
    let sole = persons.1.all(|m| alone(first, m)) && first.person().is_some_and(|p| p.press.is_none());
    let tells = (1..=2).any(|n| reader.reports(first.tokens.end + n - 1))
        || first.tokens.start.checked_sub(1).is_some_and(|t| reader.reports(t));
    identity::argument(first).filter(|_| sole && !tells)
}
