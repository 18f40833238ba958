//! Light coreference: he, she and "the journalist" -> the person meant, by recency, gender, number and role.
//!
//! Looks back over at most three sentences; prefers the sentence's own earlier persons, then the nearest. Authors and
//! photographers are never meant. "They" are the persons of a list, and where a sentence opens with the pronoun ("Since his
//! arrest, X has ...") it is whoever is named behind the comma.

use crate::document::Tag;
use crate::frames::argument::{Reader, Sort};
use crate::frames::{Argument, Frame};
use crate::mentions::{Gender, Mention, PersonValue};
use std::ops::Range;

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

/// "A and B say that THEY were beaten": everybody in the list of names nearest before, in this sentence or the one before.
pub fn resolve_all(read: Reader, argument: &Argument, frame: &Frame) -> Vec<Argument> {
    let plural = argument.sort == Sort::Pronoun && value_of(read, read.doc.norm(argument.tokens.end - 1)) == Some("p");
    let list = if plural { list_before(read, argument, frame) } else { Vec::new() };
    if list.len() < 2 {
        return vec![resolve(read, argument, frame)];
    }
    let named = |p: &PersonValue| Argument {
        entity: Some(p.entity),
        name: Some(p.name.clone()),
        count: Some(1),
        ..argument.clone()
    };
    list.into_iter().map(named).collect()
}

/// The persons of the nearest list: between two of them stand only commas, "and" and words that describe them.
fn list_before<'a>(read: Reader<'a>, argument: &Argument, frame: &'a Frame) -> Vec<&'a PersonValue> {
    let since = read.doc.sentences.get(frame.sentence.saturating_sub(1)).map_or(0, |s| s.tokens.start);
    let near = before(read, argument.tokens.start, frame).take_while(|(m, _)| m.tokens.start >= since);
    let mut list: Vec<(&Mention, &PersonValue)> = Vec::new();
    for (m, person) in near {
        match list.last() {
            Some((right, _)) if !listed(read, m.tokens.end, right.tokens.start) => break,
            _ if list.iter().any(|(_, p)| p.entity == person.entity) => {}
            _ => list.push((m, person)),
        }
    }
    list.reverse();
    list.into_iter().map(|(_, p)| p).collect()
}

fn listed(read: Reader, from: usize, to: usize) -> bool {
    let joins = |t: usize| matches!(read.doc.tag(t), Tag::CC) || read.doc.text(t) == ",";
    let describes = |t: usize| {
        let tag = read.doc.tag(t);
        tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::DT | Tag::CD | Tag::PRPS)
    };
    (from..to).any(joins) && (from..to).all(|t| joins(t) || describes(t))
}

fn value_of<'a>(read: Reader<'a>, word: &str) -> Option<&'a str> {
    let entry = read.patterns.lexicon.single(word, read.patterns.persons.pronouns?)?;
    Some(entry.value.as_str())
}

fn gender_of(read: Reader, word: &str) -> Option<Gender> {
    match value_of(read, word)? {
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
    if let Some(ahead) = behind_comma(read, argument, frame).filter(|p| fits(p)) {
        return Some(ahead);
    }
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

/// "Since HIS arrest in May, X has been ...": nobody is named before the pronoun, and X right behind the comma, who does not tell.
fn behind_comma<'a>(read: Reader<'a>, argument: &Argument, frame: &Frame) -> Option<&'a PersonValue> {
    let sentence = read.doc.sentences.get(frame.sentence)?.tokens.clone();
    let first = |from: usize| read.mentions.partition_point(|m| m.tokens.start < from);
    let persons = |range: Range<usize>| read.mentions[first(range.start)..first(range.end)].iter().filter(|m| m.person().is_some());
    let comma = (argument.tokens.end..sentence.end).find(|&t| read.doc.text(t) == ",")?;
    let opens = matches!(read.doc.tag(sentence.start), Tag::IN | Tag::RB | Tag::WRB);
    let alone = persons(sentence.start..comma).next().is_none();
    let name = persons(comma + 1..comma + 2).next().filter(|m| opens && alone && !tells(read, m))?;
    name.person().filter(|p| p.press.is_none())
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
