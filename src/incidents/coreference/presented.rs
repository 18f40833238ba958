//! "A journalist was stabbed in Van. Ana Silva, 41, was on her way home": whoever is told of by role alone is named when one of
//! the next sentences opens with a new name.
//!
//! Input: all facts of the article; output: the same with the names put to those roles.

use crate::document::Tag;
use crate::frames::Argument;
use crate::frames::people::argument::{Reader, Sort};
use crate::incidents::coreference;
use crate::incidents::fact::{Fact, head, singular};
use crate::ingest::LineKind;
use crate::mentions::{Mention, PersonValue};
use std::ops::Range;

/// Sentences behind the role in which the name may come at the head of an article; elsewhere it comes in the next.
const NEXT: usize = 2;

/// Sentences behind the name in which "the journalist" is still meant.
const AGAIN: usize = 6;

/// Words before the name: "The activist,", "Reporter".
const TITLE: usize = 4;

/// Words between the name and its verb.
const ASIDE: usize = 16;

/// Somebody without a name, and who it turns out to be.
struct Presented {
    role: String,
    sentences: Range<usize>,
    argument: Range<usize>,
    persons: Vec<(u32, String)>,
}

/// Puts names to roles.
pub fn settle(read: Reader, mut facts: Vec<Fact>) -> Vec<Fact> {
    let found: Vec<Presented> = facts.iter().filter_map(|f| presented(read, &facts, f)).collect();
    for fact in facts.iter_mut() {
        let sentence = fact.frame.sentence;
        let meant = |v: &Argument| found.iter().find(|p| p.sentences.contains(&sentence) && is_meant(read, p, v));
        let named = fact.victims.iter().flat_map(|v| match meant(v) {
            Some(found) => found.persons.iter().map(|p| named(v, p)).collect(),
            None => vec![v.clone()],
        });
        fact.victims = named.collect();
        let presented = |e: u32| found.iter().any(|p| p.persons.iter().any(|(entity, _)| *entity == e));
        // Whoever was attacked as a journalist is arrested as one, not for a crime told of here.
        let persecuted = fact.named().any(presented);
        fact.frame.follow_up &= !persecuted;
    }
    facts
}

fn named(victim: &Argument, (entity, name): &(u32, String)) -> Argument {
    Argument { entity: Some(*entity), name: Some(name.clone()), count: Some(1), ..victim.clone() }
}

/// The role itself, the same role in the title, or "the journalist" behind the name.
fn is_meant(read: Reader, found: &Presented, victim: &Argument) -> bool {
    let role = victim.entity.is_none() && victim.sort == Sort::Role && head(read.doc, victim) == found.role;
    let title = read.doc.kind_of(victim.tokens.start) == LineKind::Title;
    role && (victim.tokens == found.argument || title || victim.word_before(read.doc) == "the")
        && victim.count.is_none_or(|n| n as usize == found.persons.len())
}

fn presented(read: Reader, facts: &[Fact], fact: &Fact) -> Option<Presented> {
    let [role] = fact.victims.as_slice() else { return None };
    let number = role.count.filter(|n| (1..=3).contains(n))? as usize;
    let new = number > 1 || matches!(role.word_before(read.doc), "a" | "an");
    let untold =
        fact.frame.status.happened() && !fact.frame.follow_up && role.sort == Sort::Role && role.entity.is_none();
    if !new || !untold {
        return None;
    }
    let here = fact.frame.sentence;
    let lead = read.doc.first_paragraph().is_none_or(|first| here <= first + 1);
    let end = read.doc.sentences.len().min(here + AGAIN);
    let told = (here + 1..end).filter(|&n| read.doc.sentences[n].kind.tells());
    let mut told = told.take(if lead { NEXT } else { 1 });
    let persons = told.find_map(|n| opening(read, facts, fact, n, number))?;
    let persons = persons.iter().map(|p| (p.entity, p.name.clone())).collect();
    Some(Presented { role: head(read.doc, role), sentences: 0..here + AGAIN, argument: role.tokens.clone(), persons })
}

/// The new persons with whose names the sentence opens.
fn opening<'a>(
    read: Reader<'a>,
    facts: &[Fact],
    fact: &Fact,
    sentence: usize,
    number: usize,
) -> Option<Vec<&'a PersonValue>> {
    let tokens = read.sentence(sentence);
    let inside = read.mentions[read.inside(&tokens)].iter();
    let persons: Vec<(&Mention, &PersonValue)> =
        inside.filter_map(|m| Some((m, m.person()?))).filter(|(_, p)| p.press.is_none()).collect();
    let list = persons.get(..number)?;
    let (first, last) = (list.first()?.0, list.last()?.0);
    let new = |(m, p): &(&Mention, &PersonValue)| p.name.contains(' ') && is_new(read, facts, m, p.entity);
    let linked =
        list.windows(2).all(|w| w[0].1.entity != w[1].1.entity && joined(read, w[0].0.tokens.end..w[1].0.tokens.start));
    let titled = fits_title(read, fact, tokens.start..first.tokens.start);
    let next = persons.get(number).map(|(m, _)| m.tokens.start);
    let more = next.is_some_and(|to| joined(read, last.tokens.end..to));
    let fits = titled && linked && !more && list.iter().all(new) && goes_on(read, fact, last.tokens.end..tokens.end);
    fits.then(|| list.iter().map(|(_, p)| *p).collect())
}

/// Named here for the first time in the running text; accused of nothing.
fn is_new(read: Reader, facts: &[Fact], mention: &Mention, entity: u32) -> bool {
    let runs = |m: &Mention| read.doc.kind_of(m.tokens.start) == LineKind::Paragraph;
    let own = |m: &Mention| m.tokens == mention.tokens;
    let first = coreference::forms(read, mention.tokens.start, entity).find(|m| runs(m) || own(m));
    let acts = |f: &Fact| f.perpetrators.iter().any(|p| p.entity == Some(entity));
    let here = read.doc.sentence_number(mention.tokens.start);
    let held = |f: &Fact| f.frame.follow_up && f.frame.sentence == here && f.named().any(|e| e == entity);
    first.is_some_and(own) && !facts.iter().any(|f| acts(f) || held(f))
}

/// "A and B", "A, a nurse, and B".
fn joined(read: Reader, between: Range<usize>) -> bool {
    let joins = |t: usize| read.doc.tag(t) == Tag::CC || read.doc.text(t) == ",";
    let describes = |t: usize| {
        let tag = read.doc.tag(t);
        tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::DT | Tag::CD | Tag::PRPS)
    };
    between.clone().any(joins) && between.into_iter().all(|t| joins(t) || describes(t))
}

/// Nothing before the name, or the same role again, or "The activist,"; no title of an official.
fn fits_title(read: Reader, fact: &Fact, title: Range<usize>) -> bool {
    let Some(last) = title.clone().rev().find(|&t| read.doc.text(t) != ",") else { return true };
    let noun = |t: usize| {
        let tag = read.doc.tag(t);
        tag.is_noun() || tag.is_adjective() || tag == Tag::DT || read.doc.text(t) == ","
    };
    let same = fact.heads(read.doc).contains(&singular(read.doc.norm(last)));
    let definite = read.doc.norm(title.start) == "the" && is_voice(read, last);
    let each = fact.victims.iter().any(|v| v.count.is_some_and(|n| n > 1)) && is_voice(read, last);
    title.len() <= TITLE
        && title.clone().all(noun)
        && (same || definite || each)
        && !title.into_iter().any(|t| official(read, t))
}

fn is_voice(read: Reader, token: usize) -> bool {
    read.is(token, read.patterns.classes.persecuted)
}

fn official(read: Reader, token: usize) -> bool {
    let people = read.patterns.classes.people.and_then(|class| read.value(token, class));
    let other = matches!(people, Some("kin" | "suspect" | "attacker" | "force"));
    let titled = read.is(token, read.patterns.classes.officials);
    other || titled || read.doc.tag(token) == Tag::PRPS
}

/// The sentence goes on about the person: an age, "who", a description that fits, a verb. Who only tells of a death is somebody
/// else, and who tells of anything with a title behind the name.
fn goes_on(read: Reader, fact: &Fact, rest: Range<usize>) -> bool {
    let verb = |t: &usize| read.doc.tag(*t).is_verb() || read.doc.tag(*t) == Tag::MD;
    let Some(main) = rest.clone().take(ASIDE).find(verb) else { return false };
    let reports = read.reports(main);
    let opens = read.doc.text(rest.start);
    let told = read.doc.tag(rest.start + 1);
    let strong = opens == "," && matches!(told, Tag::CD | Tag::WP);
    let dead = fact.frame.fatal == Some(true);
    let aside = rest.start..main;
    match opens {
        "," => !aside.into_iter().any(|t| official(read, t)) && (strong || !reports),
        _ if main == rest.start || read.doc.tag(rest.start) == Tag::RB => !reports || !dead,
        _ => false,
    }
}
