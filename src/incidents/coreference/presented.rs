//! "A journalist was stabbed in Van. Ana Silva, 41, was on her way home": whoever is told of by role alone is named when one of
//! the next sentences opens with a new name; so are several ("a cameraman and a producer") when as many names follow.
//!
//! Input: all facts of the article; output: the same with the names put to those roles. `opening` judges the sentences.

use crate::document::Tag;
use crate::frames::Argument;
use crate::frames::people::argument::{Reader, Sort};
use crate::incidents::coreference;
use crate::incidents::coreference::opening::Opening;
use crate::incidents::fact::{Fact, head};
use crate::ingest::LineKind;
use crate::mentions::PersonValue;
use std::ops::Range;

/// Sentences behind the role in which the name may come at the head of an article; elsewhere it comes in the next.
const NEXT: usize = 2;

/// Paragraphs behind the role that may open with the name at the head of an article.
const BLOCKS: usize = 2;

/// Sentences behind the name in which "the journalist" is still meant.
const AGAIN: usize = 6;

/// The most people who are told of by role and named later.
const MOST: usize = 3;

/// People without names, and who they turn out to be.
struct Presented {
    /// Each role with its tokens, and the persons that it stands for.
    roles: Vec<Role>,
    sentences: Range<usize>,
}

struct Role {
    noun: String,
    argument: Range<usize>,
    persons: Vec<(u32, String)>,
}

/// Puts names to roles.
pub fn settle(read: Reader, mut facts: Vec<Fact>) -> Vec<Fact> {
    let found: Vec<Presented> = facts.iter().filter_map(|f| presented(read, &facts, f)).collect();
    let roles = || found.iter().flat_map(|p| p.roles.iter().map(move |r| (p, r)));
    for fact in facts.iter_mut() {
        let sentence = fact.frame.sentence;
        let meant = |v: &Argument| roles().find(|(p, r)| p.sentences.contains(&sentence) && is_meant(read, r, v));
        let named = fact.victims.iter().flat_map(|v| match meant(v) {
            Some((_, found)) => found.persons.iter().map(|p| named(v, p)).collect(),
            None => vec![v.clone()],
        });
        fact.victims = named.collect();
        let presented = |e: u32| roles().any(|(_, r)| r.persons.iter().any(|(entity, _)| *entity == e));
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
fn is_meant(read: Reader, found: &Role, victim: &Argument) -> bool {
    let role = victim.entity.is_none() && is_role(victim) && head(read.doc, victim) == found.noun;
    let title = read.doc.kind_of(victim.tokens.start) == LineKind::Title;
    role && (victim.tokens == found.argument || title || victim.word_before(read.doc) == "the")
        && victim.count.is_none_or(|n| n as usize == found.persons.len())
}

fn presented(read: Reader, facts: &[Fact], fact: &Fact) -> Option<Presented> {
    let number = number_of(read, &fact.victims)?;
    let here = fact.frame.sentence;
    let lead = read.doc.first_paragraph().is_none_or(|first| here <= first + 1);
    let untold = |role: &Argument| is_role(role) && role.entity.is_none() && is_new(read, role, lead);
    let told = fact.frame.status.happened() && !fact.frame.follow_up && fact.victims.iter().all(untold);
    if !told {
        return None;
    }
    let known = fact.victims.iter().any(|v| v.word_before(read.doc) == "the");
    let opening = Opening { read, facts, fact, lead, known };
    let sentences = ahead(read, here, lead);
    let persons = sentences
        .iter()
        .find_map(|&n| opening.persons(n, number))
        .or_else(|| one_by_one(&opening, &sentences, number))?;
    let mut persons = persons.iter().map(|p| (p.entity, p.name.clone()));
    let roles = fact.victims.iter().map(|v| Role {
        noun: head(read.doc, v),
        argument: v.tokens.clone(),
        persons: persons.by_ref().take(v.count.map_or(1, |n| n as usize)).collect(),
    });
    Some(Presented { roles: roles.collect(), sentences: 0..here + AGAIN })
}

/// "a nurse", "a police chief".
fn is_role(argument: &Argument) -> bool {
    matches!(argument.sort, Sort::Role | Sort::Force)
}

/// How many they are: one role, counted or not, or several of one each.
fn number_of(read: Reader, roles: &[Argument]) -> Option<usize> {
    let single = |v: &Argument| read.doc.tag(v.tokens.end.saturating_sub(1)) != Tag::NNS;
    let count = |v: &Argument| v.count.or(single(v).then_some(1));
    let number = match roles {
        [one] => count(one)? as usize,
        several => several.iter().all(|v| count(v) == Some(1)).then_some(several.len())?,
    };
    (1..=MOST).contains(&number).then_some(number)
}

/// "a journalist", "two journalists"; at the head of an article "the editor of a weekly", before anybody is named.
fn is_new(read: Reader, role: &Argument, lead: bool) -> bool {
    let article = role.word_before(read.doc);
    let text = read.doc.first_paragraph().map_or(0, |first| read.sentence(first).start);
    let nobody = || {
        let before = read.inside(&(text.min(role.tokens.start)..role.tokens.start));
        !before.clone().any(|n| read.mentions[n].person().is_some_and(|p| p.press.is_none()))
    };
    // "61 cases in WHICH a journalist was held": nobody in particular.
    let any = || role.tokens.start >= 2 && read.doc.tag(role.tokens.start - 2) == Tag::WDT;
    role.count.is_some_and(|n| n > 1)
        || matches!(article, "a" | "an") && !any()
        || lead && article == "the" && coreference::runs(read, role.tokens.start) && nobody()
}

/// The sentences that may open with the name: those right behind the role, and at the head of an article the paragraphs.
fn ahead(read: Reader, here: usize, lead: bool) -> Vec<usize> {
    let end = read.doc.sentences.len().min(here + AGAIN);
    let block = |n: usize| read.doc.sentences.get(n).map(|s| s.block);
    let told: Vec<usize> = (here + 1..end).filter(|&n| read.doc.sentences[n].kind.tells()).collect();
    let opens = |n: &usize| block(*n) != block(*n - 1);
    let paragraphs = told.iter().copied().skip(NEXT).filter(opens).take(if lead { BLOCKS } else { 0 });
    told.iter().copied().take(if lead { NEXT } else { 1 }).chain(paragraphs).collect()
}

/// "Ana Silva, 33, was a driver. ... Pavel Orlov, 50, had": one of the sentences for each.
fn one_by_one<'a>(opening: &Opening<'a>, sentences: &[usize], number: usize) -> Option<Vec<&'a PersonValue>> {
    let found: Vec<&PersonValue> = sentences.iter().filter_map(|&n| opening.persons(n, 1)).flatten().collect();
    (number > 1 && found.len() == number).then_some(found)
}
