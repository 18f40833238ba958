//! Light coreference: he, she and "the journalist" -> the person meant, by recency, gender, number and role.
//!
//! Looks back over at most three sentences; prefers the sentence's own earlier persons, then the nearest. Authors and
//! photographers are never meant.

use crate::document::Tag;
use crate::frames::argument::{Reader, Sort};
use crate::frames::{Argument, Frame};
use crate::mentions::{Gender, Mention, PersonValue};

/// Sentences looked back over.
const WINDOW: usize = 3;

/// The argument with its person, when one can be found; otherwise as it was.
pub fn resolve(read: Reader, argument: &Argument, frame: &Frame) -> Argument {
    if argument.entity.is_some() {
        return argument.clone();
    }
    let found = match argument.sort {
        Sort::Pronoun => pronoun(read, argument, frame),
        Sort::Role | Sort::Generic => role(read, argument, frame),
        _ => None,
    };
    match found {
        Some(person) => Argument { entity: Some(person.entity), name: Some(person.name.clone()), ..argument.clone() },
        None => argument.clone(),
    }
}

fn gender_of(read: Reader, word: &str) -> Option<Gender> {
    let entry = read.patterns.lexicon.single(word, read.patterns.persons.pronouns?)?;
    match entry.value.as_str() {
        "m" => Some(Gender::Male),
        "f" => Some(Gender::Female),
        _ => None,
    }
}

/// Persons before the token, nearest first, within the window, not perpetrators of the frame.
fn before<'a>(
    read: Reader<'a>,
    token: usize,
    frame: &'a Frame,
) -> impl Iterator<Item = (&'a Mention, &'a PersonValue)> {
    let first = read.doc.sentences.get(frame.sentence.saturating_sub(WINDOW)).map_or(0, |s| s.tokens.start);
    let end = read.mentions.partition_point(|m| m.tokens.start < token);
    let persons = read.mentions[..end].iter().rev().take_while(move |m| m.tokens.start >= first);
    let accused = |p: &PersonValue| frame.perpetrators.iter().any(|a| a.entity == Some(p.entity));
    persons.filter_map(|m| Some((m, m.person()?))).filter(move |(_, p)| p.press.is_none() && !accused(p))
}

fn pronoun<'a>(read: Reader<'a>, argument: &Argument, frame: &'a Frame) -> Option<&'a PersonValue> {
    let gender = gender_of(read, read.doc.norm(argument.tokens.end - 1))?;
    let fits = |p: &PersonValue| p.gender == gender || p.gender == Gender::Unknown;
    let mut found: Vec<(&Mention, &PersonValue)> =
        before(read, argument.tokens.start, frame).filter(|(_, p)| fits(p)).collect();
    // "Sheriff B said": who tells of it is rarely meant in another sentence, if there is somebody else.
    let other = |(m, _): &&(&Mention, &PersonValue)| {
        read.doc.sentence_number(m.tokens.start) == frame.sentence || !tells(read, m)
    };
    if found.iter().any(|f| other(&f)) {
        found = found.iter().filter(other).copied().collect();
    }
    // The subject of the sentence before is the likeliest antecedent: the first person of the nearest sentence.
    let nearest = found.first().map(|(m, _)| read.doc.tokens[m.tokens.start].sentence)?;
    found.retain(|(m, _)| read.doc.tokens[m.tokens.start].sentence == nearest);
    found.last().map(|(_, p)| *p)
}

/// "B said", "said B", "according to B".
fn tells(read: Reader, mention: &Mention) -> bool {
    let before = |n: usize| mention.tokens.start.checked_sub(n);
    let source = before(2).is_some_and(|t| read.doc.norm(t) == "according");
    source || read.reports(mention.tokens.end) || before(1).is_some_and(|t| read.reports(t))
}

/// "the journalist": the nearest person who is described by that noun anywhere in the article.
fn role<'a>(read: Reader<'a>, argument: &Argument, frame: &'a Frame) -> Option<&'a PersonValue> {
    let first = argument.tokens.start.checked_sub(1)?;
    let definite =
        matches!(read.doc.norm(first), "the" | "this" | "that") && read.doc.tag(argument.tokens.end - 1) != Tag::NNS;
    if !definite || argument.count.is_some_and(|n| n > 1) {
        return None;
    }
    let head = read.doc.norm(argument.tokens.end - 1);
    let mut near = before(read, argument.tokens.start, frame);
    near.find(|(m, p)| described(read, m.tokens.start, p.entity, head)).map(|(_, p)| p)
}

/// A mention of the person has the word right before it or in an apposition right after it.
fn described(read: Reader, token: usize, entity: u32, word: &str) -> bool {
    let at = read.mentions.partition_point(|m| m.tokens.start < token);
    let around = at.saturating_sub(super::record::AROUND)..(at + super::record::AROUND).min(read.mentions.len());
    let mentions = read.mentions[around].iter().filter(|m| m.person().is_some_and(|p| p.entity == entity));
    mentions.into_iter().any(|m| {
        let (start, end) = (m.tokens.start, m.tokens.end);
        let before = start.saturating_sub(4)..start;
        let apposed = matches!(read.doc.text(end), "," | "(");
        let after = if apposed { end + 1..end + 9 } else { end..end };
        before.chain(after).any(|t| read.doc.norm(t) == word)
    })
}
