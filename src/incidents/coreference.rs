//! Light coreference: he, she and "the journalist" -> the person meant, by recency, gender, number and role.
//!
//! Looks back over at most three sentences; prefers the sentence's own earlier persons, then the nearest. Authors and
//! photographers are never meant. Where a sentence opens with the pronoun ("Since his arrest, X has ...") it is whoever is named
//! behind the comma.

mod opening;
pub mod plural;
pub mod presented;
mod teller;
pub mod voice;

use crate::document::{Shape, Tag};
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::people::pronoun;
use crate::frames::trigger::entry;
use crate::frames::{Argument, Frame};
use crate::ingest::LineKind;
use crate::mentions::{Gender, Mention, PersonValue};
use std::ops::Range;
use teller::{sourced, speaks, tells};

/// Sentences looked back over.
const WINDOW: usize = 3;

/// Sentences looked back over where the text has spoken of one person alone: a portrait goes on about "he".
const PORTRAIT: usize = 40;

/// The argument with its person, when one can be found; otherwise as it was. `report`: the article is a report of one crime.
pub fn resolve(read: Reader, argument: &Argument, frame: &Frame, report: bool) -> Argument {
    if argument.entity.is_some() {
        return argument.clone();
    }
    let found = match argument.sort {
        Sort::Pronoun => meant(read, argument, frame, report),
        Sort::Role | Sort::Generic => role(read, argument, frame),
        Sort::Force if argument.count.is_none_or(|n| n == 1) => of_entry(read, argument, frame),
        _ => None,
    };
    match found {
        Some(person) => Argument { entity: Some(person.entity), name: Some(person.name.clone()), ..argument.clone() },
        None => argument.clone(),
    }
}

fn gender_of(read: Reader, word: &str) -> Option<Gender> {
    match pronoun::value(read, word)? {
        "m" => Some(Gender::Male),
        "f" => Some(Gender::Female),
        _ => None,
    }
}

/// Persons before the token, nearest first, within the window, not perpetrators of the frame.
pub fn before<'a>(
    read: Reader<'a>,
    token: usize,
    frame: &'a Frame,
) -> impl Iterator<Item = (&'a Mention, &'a PersonValue)> {
    within(read, token, frame, WINDOW)
}

fn within<'a>(
    read: Reader<'a>,
    token: usize,
    frame: &'a Frame,
    sentences: usize,
) -> impl Iterator<Item = (&'a Mention, &'a PersonValue)> {
    let first = read.doc.sentences.get(frame.sentence.saturating_sub(sentences)).map_or(0, |s| s.tokens.start);
    let end = read.mentions.partition_point(|m| m.tokens.start < token);
    let persons = read.mentions[..end].iter().rev().take_while(move |m| m.tokens.start >= first);
    let accused = |m: &Mention, p: &PersonValue| {
        frame.perpetrators.iter().any(|a| a.entity == Some(p.entity) || a.tokens == m.tokens)
    };
    persons.filter_map(|m| Some((m, m.person()?))).filter(move |(m, p)| p.press.is_none() && !accused(m, p))
}

fn meant<'a>(read: Reader<'a>, argument: &Argument, frame: &'a Frame, report: bool) -> Option<&'a PersonValue> {
    let suffers = !frame.weak && frame.status.happened() && frame.victims.iter().any(|v| v.tokens == argument.tokens);
    if let Some(speaker) = voice::speaker(read, argument.tokens.end - 1, frame).filter(|_| suffers) {
        return Some(speaker);
    }
    let gender = gender_of(read, read.doc.norm(argument.tokens.end - 1))?;
    let fits = |p: &PersonValue| p.gender == gender || p.gender == Gender::Unknown;
    if let Some(ahead) = behind_comma(read, argument, frame).filter(|p| fits(p)) {
        return Some(ahead);
    }
    let mut found: Vec<(&Mention, &PersonValue)> =
        before(read, argument.tokens.start, frame).filter(|(_, p)| fits(p)).collect();
    // "4. Ana Silva, 1974 / The general ... A bomb killed HER": whom the entry is about, unless its sentence names another.
    let inside = |m: &Mention| read.doc.sentence_number(m.tokens.start) == frame.sentence;
    let entry = entry::person(read, frame.sentence).filter(|p| fits(p));
    if let Some(person) = entry.filter(|_| !found.iter().any(|(m, _)| inside(m))) {
        return Some(person);
    }
    // "Sheriff B said": who tells of it is rarely meant in another sentence, if there is somebody else; an official, and
    // whoever tells of a crime, is meant never.
    let other = |(m, _): &&(&Mention, &PersonValue)| inside(m) || !tells(read, m);
    // In a report of a crime that holds in the sentence itself: "Chief B said HE is expected to survive".
    let own = |m: &Mention| inside(m) && !(report && tells(read, m));
    let told = |m: &Mention, p: &PersonValue| speaks(read, m, p.entity, report && !inside(m));
    found.retain(|(m, p)| own(m) || !told(m, p));
    // "Coroner B said that HE killed them": who tells of a crime for an authority did not commit it.
    let acts = frame.follow_up || frame.perpetrators.iter().any(|p| p.tokens == argument.tokens);
    found.retain(|(m, p)| !acts || !speaks(read, m, p.entity, false));
    // "The would-be killer OF B said that HE could not": not B.
    found.retain(|(m, _)| !acts || !inside(m) || !sought(read, m));
    // "B said they came on the day after HIS death": who tells of it is alive.
    let dead = frame.fatal == Some(true) && frame.status.happened();
    let dead = dead && frame.victims.iter().any(|v| v.tokens == argument.tokens);
    found.retain(|(m, _)| !dead || !tells(read, m));
    // '"HE grabbed her," said B', '"HIS arrest was illegal," B added': who is quoted speaks of somebody else.
    let quoted = voice::teller(read, argument.tokens.start, frame);
    found.retain(|(_, p)| quoted.is_none_or(|q| q.entity != p.entity));
    // "C told of B, who lives abroad and says SHE was beaten": B tells of herself.
    if let Some((_, person)) =
        found.first().filter(|(m, _)| inside(m) && voice::tells_of_self(read, m, argument.tokens.start))
    {
        return Some(*person);
    }
    // "HIS LAWYER, B, said HE was beaten": it befell whose lawyer B is.
    let word = argument.tokens.end - 1;
    found.retain(|(m, _)| !(inside(m) && tells(read, m) && belongs_to(read, m, read.doc.norm(word))));
    drop_master(read, frame, &mut found);
    // "B was with HER when SHE was shot": not B.
    let beside = |m: &Mention| inside(m) && (m.tokens.end..argument.tokens.start).any(|t| is_object(read, t, gender));
    found.retain(|(m, _)| !beside(m));
    if found.iter().any(|f| other(&f)) {
        found = found.iter().filter(other).copied().collect();
    }
    drop_passing(read, frame, gender, &mut found);
    if found.is_empty() && !report {
        // "Chief B told a paper that a man was kidnapped. They lured HIM away": an official who only tells is nobody's portrait.
        let near = within(read, argument.tokens.start, frame, PORTRAIT);
        let told = sole(near.filter(|(m, p)| !speaks(read, m, p.entity, false)).map(|(_, p)| p));
        return told.or_else(|| titled(read)).filter(|p| fits(p));
    }
    // The subject of the sentence before is the likeliest antecedent: the first person of the nearest sentence.
    let nearest = found.first().map(|(m, _)| read.doc.tokens[m.tokens.start].sentence)?;
    found.retain(|(m, _)| read.doc.tokens[m.tokens.start].sentence == nearest);
    // "A saw B, and he shot HER": a woman's name goes before one that does not tell; of these more are men's.
    if gender == Gender::Female && found.iter().any(|(_, p)| p.gender == gender) {
        found.retain(|(_, p)| p.gender == gender);
    }
    found.last().map(|(_, p)| *p)
}

/// "They accuse HIM of fraud under President B. HE is in prison": a sentence that goes on about "him" names others in passing.
fn drop_passing(read: Reader, frame: &Frame, gender: Gender, found: &mut Vec<(&Mention, &PersonValue)>) {
    let Some(sentence) = found.first().and_then(|(m, _)| read.doc.sentence_of(m.tokens.start)) else { return };
    if read.doc.sentence_number(sentence.tokens.start) == frame.sentence {
        return;
    }
    let spoken = |t: &usize| {
        read.doc.tag(*t) == Tag::PRP && gender != Gender::Unknown && gender_of(read, read.doc.norm(*t)) == Some(gender)
    };
    let inside = |m: &Mention| sentence.tokens.contains(&m.tokens.start);
    let Some(pronoun) = sentence.tokens.clone().find(spoken) else { return };
    let passing = |m: &Mention| inside(m) && m.tokens.start > pronoun;
    if found.iter().any(|(m, _)| !inside(m)) && found.iter().all(|(m, _)| !inside(m) || passing(m)) {
        found.retain(|(m, _)| !inside(m));
    }
}

/// "B had HIS MEN enter A's house and take HIM away": not B, whose men they are.
fn drop_master(read: Reader, frame: &Frame, found: &mut Vec<(&Mention, &PersonValue)>) {
    let owned = |t: usize| read.doc.tag(t) == Tag::PRPS;
    let his = |a: &Argument| owned(a.tokens.start) || a.tokens.start.checked_sub(1).is_some_and(owned);
    let inside = |m: &Mention| read.doc.sentence_number(m.tokens.start) == frame.sentence;
    let subject = found.iter().rev().find(|(m, _)| inside(m)).map(|(_, p)| p.entity);
    let master = |m: &Mention, p: &PersonValue| inside(m) && Some(p.entity) == subject;
    if frame.perpetrators.iter().any(his) && found.iter().any(|(m, p)| inside(m) && !master(m, p)) {
        found.retain(|(m, p)| !master(m, p));
    }
}

/// "with HER", "beside HIM": somebody of the gender who is not the subject; "of HIMSELF" is.
fn is_object(read: Reader, token: usize, gender: Gender) -> bool {
    if read.doc.is_reflexive(token) {
        return false;
    }
    let governed = token.checked_sub(1).is_some_and(|t| read.doc.tag(t) == Tag::IN);
    let object = read.doc.tag(token) == Tag::PRP && !read.holds(token..token + 1, read.patterns.classes.subjects);
    governed && object && gender_of(read, read.doc.norm(token)) == Some(gender)
}

/// The one person whom the text speaks of; a single word may be no person's name.
fn sole<'a>(mut persons: impl Iterator<Item = &'a PersonValue>) -> Option<&'a PersonValue> {
    let first = persons.next()?;
    let whole = first.name.contains(' ');
    (whole && persons.all(|p| p.entity == first.entity)).then_some(first)
}

/// Whose name the title is about: the only person in it.
fn titled<'a>(read: Reader<'a>) -> Option<&'a PersonValue> {
    let title = |m: &&Mention| read.doc.sentence_of(m.tokens.start).is_some_and(|s| s.kind == LineKind::Title);
    sole(read.mentions.iter().filter(title).filter_map(Mention::person))
}

/// "Since HIS arrest in May, X has been ...": nobody is named before the pronoun, and X right behind the comma, who does not tell.
fn behind_comma<'a>(read: Reader<'a>, argument: &Argument, frame: &Frame) -> Option<&'a PersonValue> {
    let sentence = read.doc.sentences.get(frame.sentence)?.tokens.clone();
    let persons = |range: Range<usize>| read.mentions[read.inside(&range)].iter().filter(|m| m.person().is_some());
    let comma = (argument.tokens.end..sentence.end).find(|&t| read.doc.text(t) == ",")?;
    // Behind a dateline a capital makes a name of the word.
    let first = read.patterns.tags_of(read.doc.word(opening(read, sentence.clone())))[0];
    let opens = matches!(first, Tag::IN | Tag::RB | Tag::WRB);
    let alone = persons(sentence.start..comma).next().is_none();
    let name = persons(comma + 1..comma + 2).next().filter(|m| opens && alone && !tells(read, m))?;
    // "In May SHE and another lawyer, X, were beaten": somebody beside her.
    if frame.victims.iter().any(|v| v.entity.is_some() && v.tokens.end == name.tokens.end) {
        return None;
    }
    name.person().filter(|p| p.press.is_none())
}

/// The first word of the sentence, behind "LIMA (Agency) - ".
fn opening(read: Reader, mut sentence: Range<usize>) -> usize {
    let start = sentence.start;
    let Some(dateline) = read.doc.article.dateline.as_ref().map(|d| d.span) else { return start };
    let past = |t: usize| read.doc.tokens[t].span.start >= dateline.end && read.doc.tokens[t].shape != Shape::Mark;
    sentence.find(|&t| past(t)).unwrap_or(start)
}

/// Words between "his" and the name: "his former defence lawyer, B".
const OWNED: usize = 5;

/// "HIS wife, B", "HIS lawyer B": the name is introduced as somebody's of the pronoun's gender.
fn belongs_to(read: Reader, mention: &Mention, pronoun: &str) -> bool {
    let before = (1..=OWNED).filter_map(|n| mention.tokens.start.checked_sub(n));
    let plain = |t: &usize| read.doc.text(*t) == "," || read.doc.tag(*t).is_noun() || read.doc.tag(*t).is_adjective();
    let owner = before.into_iter().find(|t| !plain(t)).filter(|&t| read.doc.tag(t) == Tag::PRPS);
    let gender = owner.and_then(|t| gender_of(read, read.doc.norm(t)));
    gender.is_some() && gender == gender_of(read, pronoun)
}

/// "the KILLER OF bishop B": whom the attacker is after.
fn sought(read: Reader, mention: &Mention) -> bool {
    let start = mention.tokens.start;
    let plain =
        |t: &usize| read.doc.tag(*t).is_noun() || read.doc.tag(*t).is_adjective() || read.doc.tag(*t) == Tag::DT;
    let of = (start.saturating_sub(OWNED)..start).rev().find(|t| !plain(t)).filter(|&t| read.doc.norm(t) == "of");
    let attacker = |t: usize| read.patterns.classes.people.and_then(|class| read.value(t, class)) == Some("attacker");
    of.and_then(|t| t.checked_sub(1)).is_some_and(attacker)
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
    let known = near.find(|(m, p)| described(read, m.tokens.start, p.entity, head)).map(|(_, p)| p);
    known
        .or_else(|| of_entry(read, argument, frame))
        .or_else(|| bridged(read, argument, frame))
        .or_else(|| mentioned_last(read, argument, frame))
        .or_else(|| aged(read, argument, frame))
}

/// "Ana Silva's house was raided at dawn. THE 53-YEAR-OLD was led away": nobody else is named near.
fn aged<'a>(read: Reader<'a>, argument: &Argument, frame: &'a Frame) -> Option<&'a PersonValue> {
    let suffers = frame.victims.iter().any(|v| v.tokens == argument.tokens);
    if suffers && aged_phrase(read, argument) { alone_near(read, argument, frame) } else { None }
}

/// "the 53-year-old".
fn aged_phrase(read: Reader, argument: &Argument) -> bool {
    let age = |n: usize| read.mentions[n].date().is_some_and(|d| d.class == "DURATION");
    let whole = argument.tokens.start.saturating_sub(1)..argument.tokens.end; // with its article
    read.inside(&whole).any(age)
}

/// The one person named near before the argument, who tells of nothing.
fn alone_near<'a>(read: Reader<'a>, argument: &Argument, frame: &'a Frame) -> Option<&'a PersonValue> {
    let mut near = before(read, argument.tokens.start, frame);
    let (mention, person) = near.next()?;
    let alone = near.all(|(_, p)| p.entity == person.entity);
    (alone && !forms(read, mention.tokens.start, person.entity).any(|m| tells(read, m))).then_some(person)
}

/// "They came for Ana Silva at dawn. Seven men marched THE REPORTER out": nobody is introduced as one, and nobody else is named near.
fn bridged<'a>(read: Reader<'a>, argument: &Argument, frame: &'a Frame) -> Option<&'a PersonValue> {
    let head = argument.tokens.end - 1;
    let suffers = frame.victims.iter().any(|v| v.tokens == argument.tokens) && argument.sort == Sort::Role;
    let voice = read.is(head, read.patterns.classes.persecuted);
    let since = read.doc.sentences.get(frame.sentence.saturating_sub(WINDOW))?.tokens.start;
    let new = |t: usize| read.doc.norm(t) == read.doc.norm(head);
    if !(suffers && voice) || (since..head).any(new) {
        return None;
    }
    alone_near(read, argument, frame).filter(|p| p.name.contains(' '))
}

/// "Others think of Ana Silva. THE BROADCASTER was stabbed in May": the sentence before ends with its only name.
fn mentioned_last<'a>(read: Reader<'a>, argument: &Argument, frame: &'a Frame) -> Option<&'a PersonValue> {
    let suffers = frame.victims.iter().any(|v| v.tokens == argument.tokens);
    let opens = argument.tokens.start == read.sentence(frame.sentence).start + 1;
    let before = read.sentence(frame.sentence.checked_sub(1).filter(|_| suffers && opens)?);
    let mut persons = read.mentions[read.inside(&before)].iter().filter(|m| m.person().is_some());
    let last = persons.next().filter(|m| m.tokens.end + 1 == before.end)?;
    // "said the sheriff's deputy, Pavel Orlov."
    let told = persons.next().is_some() || before.clone().any(|t| read.reports(t) && read.doc.tag(t).is_verb());
    let known = argument.sort == Sort::Role || aged_phrase(read, argument);
    last.person().filter(|p| known && !told && p.press.is_none() && p.name.contains(' '))
}

/// "Pyotr Verzilov. THE PUBLISHER was poisoned": nobody else has been named since the name that opens the entry.
fn of_entry<'a>(read: Reader<'a>, argument: &Argument, frame: &'a Frame) -> Option<&'a PersonValue> {
    let suffers = frame.victims.iter().any(|v| v.tokens == argument.tokens);
    let one = read.doc.tag(argument.tokens.end - 1) != Tag::NNS;
    let person = entry::person(read, frame.sentence).filter(|_| suffers && one && argument.sort != Sort::Generic)?;
    let nearest = before(read, argument.tokens.start, frame).next();
    nearest.filter(|(_, p)| p.entity == person.entity).map(|_| person)
}

/// A mention of the person has the word right before it or in an apposition right after it.
pub fn described(read: Reader, token: usize, entity: u32, word: &str) -> bool {
    forms(read, token, entity).any(|m| {
        let (start, end) = (m.tokens.start, m.tokens.end);
        let before = start.saturating_sub(4)..start;
        // "According to Chief B, THE BOY was shot": no apposition.
        let source = read.patterns.classes.officials.is_some_and(|class| sourced(read, start, class));
        let apposed = matches!(read.doc.text(end), "," | "(") && !source;
        let after = if apposed { end + 1..end + 9 } else { end..end };
        before.chain(after).any(|t| read.doc.norm(t) == word)
    })
}

/// Mentions around a person that are looked at for other forms of the name: more than a long article has.
pub const AROUND: usize = 2_000;

/// The person's mentions around a token, in text order.
pub fn forms(read: Reader<'_>, token: usize, entity: u32) -> impl Iterator<Item = &Mention> {
    let at = read.mentions.partition_point(|m| m.tokens.start < token);
    let around = at.saturating_sub(AROUND)..(at + AROUND).min(read.mentions.len());
    read.mentions[around].iter().filter(move |m| m.person().is_some_and(|p| p.entity == entity))
}

/// The token stands in running text, not in a title, a caption or a list.
pub fn runs(read: Reader, token: usize) -> bool {
    read.doc.kind_of(token) == LineKind::Paragraph
}
