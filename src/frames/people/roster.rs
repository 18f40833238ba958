//! Names on lines of their own below "Those arrested are:", "the following were killed:".
//!
//! Input: the document and its frames; output: each name that opens such a line, as somebody whom the event befell.

use crate::document::Tag;
use crate::frames::Frame;
use crate::frames::people::argument::Reader;
use crate::frames::people::identity::{self, Identity};
use crate::mentions::Mention;
use crate::patterns::identities::Side;
use std::ops::Range;

/// Tokens before the name: a bullet, a number and its stop.
const BULLET: usize = 3;

/// Tokens of a line: a name, an age, an office.
const LINE: usize = 48;

/// Tokens of a line that may hold a name that nobody knows.
const UNKNOWN: usize = 8;

/// Tokens of "They are:", which leaves it to the sentence before what happened to them.
const SHORT: usize = 8;

/// Lines from which it is a list.
const LIST: usize = 2;

/// Methods that are told by a list as such; of anything else any violence will do.
const METHODS: [&str; 4] = ["detention", "abduction", "disappearance", "torture"];

/// All names on such lines, in text order.
pub fn find(read: Reader, frames: &[Frame]) -> Vec<Identity> {
    let leads = read.doc.sentences.iter().enumerate().filter(|(_, s)| s.kind.tells() && colon(read, &s.tokens));
    let mut out = Vec::new();
    for (n, _) in leads {
        let Some(frame) = told(read, frames, n) else { continue };
        let names: Vec<(usize, &Mention)> = names_below(read, n);
        if names.len() >= LIST {
            out.extend(names.into_iter().filter_map(|(line, name)| member(frame, line, name)));
        }
    }
    out
}

fn colon(read: Reader, tokens: &Range<usize>) -> bool {
    tokens.end.checked_sub(1).is_some_and(|t| read.doc.text(t) == ":")
}

/// What happened to those listed: told by the sentence itself, or by the one before "They are:".
fn told<'f>(read: Reader, frames: &'f [Frame], lead: usize) -> Option<&'f Frame> {
    let people = read.patterns.classes.people;
    let accused = |t: usize| matches!(people.and_then(|c| read.value(t, c)), Some("suspect" | "attacker"));
    let fits = |f: &&Frame| !f.methods.is_empty() && !f.follow_up && f.status.happened();
    let of = |sentence: usize| frames.iter().rev().filter(move |f| f.sentence == sentence).find(fits);
    // "Those held ARE:", but not "Three people WILL SPEAK:".
    let lists = |t: usize| read.auxiliary(t) == Some("be") || read.doc.tag(t) == Tag::VBN;
    let plain = |t: usize| !(read.doc.tag(t).is_verb() || read.doc.tag(t) == Tag::MD) || lists(t);
    let short = read.sentence(lead).len() <= SHORT && read.sentence(lead).all(plain);
    let nameless = |f: &&Frame| !f.victims.is_empty() && f.victims.iter().all(|v| v.entity.is_none());
    let before = || lead.checked_sub(1).filter(|_| short).and_then(of).filter(nameless);
    of(lead).or_else(before).filter(|_| !read.sentence(lead).any(accused))
}

/// The names that open the lines below a sentence, each with its sentence, up to the first line that tells something else.
fn names_below(read: Reader<'_>, lead: usize) -> Vec<(usize, &Mention)> {
    let sentences = &read.doc.sentences;
    let mut at = lead + 1;
    let mut out = Vec::new();
    while let Some(first) = sentences.get(at) {
        let end = at + sentences[at..].iter().take_while(|s| s.block == first.block).count();
        let line = first.tokens.start..sentences[end - 1].tokens.end;
        let beside = first.block == sentences[lead].block;
        match opening(read, line.clone()).filter(|_| !beside) {
            Some(name) => out.push((read.doc.sentence_number(name.tokens.start), name)),
            None if beside || line.len() > UNKNOWN || line.into_iter().any(|t| read.doc.tag(t).is_finite()) => break,
            None => {}
        }
        at = end;
    }
    out
}

/// The person with whose name the line begins; nothing is told of him there.
fn opening<'a>(read: Reader<'a>, line: Range<usize>) -> Option<&'a Mention> {
    let inside = read.mentions[read.inside(&line)].iter();
    let mut persons = inside.filter(|m| m.person().is_some_and(|p| p.press.is_none()));
    let name = persons.next().filter(|m| m.tokens.start <= line.start + BULLET && line.len() <= LINE)?;
    let word = |t: usize| t + 1 < name.tokens.start && read.doc.tag(t).is_noun();
    let acts = matches!(read.doc.tag(name.tokens.end), Tag::VBD | Tag::VBZ | Tag::VBP | Tag::MD);
    (!acts && !line.clone().any(word)).then_some(name)
}

fn member(frame: &Frame, sentence: usize, name: &Mention) -> Option<Identity> {
    Some(Identity {
        person: identity::argument(name)?,
        sentence,
        side: Side::Victim,
        near: false,
        several: false,
        fatal: frame.fatal,
        method: METHODS.into_iter().find(|m| frame.methods.iter().any(|told| told == m)),
        group: None,
        rule: crate::code_rule!("identity-roster"),
        source: None,
    })
}
