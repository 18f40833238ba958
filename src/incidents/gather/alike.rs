//! Do two tellings without names speak of the same people, or point at the same thing? Heads, numbers, "the bomb".
//!
//! Input: a fact and the facts of an open event; output: what speaks for one event. Nothing here looks at place or date.

use crate::frames::Argument;
use crate::frames::people::argument::Reader;
use crate::incidents::dossier::Dossier;
use crate::incidents::fact::{Fact, head, modifiers};
use crate::patterns::methods::is_violent;

/// Victims from which a number may be too large for those told before.
const MANY: u32 = 20;

/// How many times as many are others.
const FEW: u32 = 4;

/// Victims from which an equal number is no accident.
const SEVERAL: u32 = 3;

/// A definite noun and a fuller description told before: "six Jesuit priests ... the Jesuits".
pub fn described_before(read: Reader, dossier: &Dossier, fact: &Fact) -> bool {
    let theirs = || dossier.facts.iter().flat_map(|f| f.described());
    let definite = |a: &&Argument| matches!(a.word_before(read.doc), "the" | "these" | "those");
    let describes = |noun: &Argument, other: &Argument| modifiers(read.doc, other).contains(&head(read.doc, noun));
    fact.described().filter(definite).any(|a| theirs().any(|b| describes(a, b)))
}

/// "slain leader B": what befell somebody is only a word about who it is.
pub fn in_passing(fact: &Fact) -> bool {
    fact.frame.later && fact.victims.iter().any(|v| v.tokens.contains(&fact.frame.trigger.start))
}

/// "A reporter was shot. ... a friend of SLAIN LEADER B": not the reporter.
pub fn other_in_passing(read: Reader, earlier: &Dossier, later: &[Fact]) -> bool {
    let theirs = earlier.heads(read.doc);
    let described = earlier.named().is_empty() && !theirs.is_empty();
    let same = |f: &Fact| f.victims.iter().flat_map(|v| modifiers(read.doc, v)).any(|w| theirs.contains(&w));
    described && later.iter().all(|f| in_passing(f) && f.named().next().is_some() && !same(f))
}

/// Generic words ("people", "victims") fit any other noun.
pub fn compatible_heads(read: Reader, a: &[String], b: &[String]) -> bool {
    let generic = |h: &String| is_generic(read, h);
    a.is_empty() || b.is_empty() || a.iter().any(generic) || b.iter().any(generic)
}

/// The noun says nothing of who they are.
pub fn is_generic(read: Reader, head: &str) -> bool {
    read.patterns.classes.generic_heads.is_some_and(|class| read.patterns.lexicon.single(head, class).is_some())
}

/// Numbers of victims do not contradict each other ("three villagers" against "a journalist").
pub fn counts_agree(dossier: &Dossier, fact: &Fact) -> bool {
    let told = |f: &Fact| f.count().filter(|t| *t > 0 && f.frame.injures == fact.frame.injures);
    let (Some(mine), Some(theirs)) = (fact.count(), dossier.facts.iter().find_map(told)) else {
        return true;
    };
    mine == theirs || mine == 0 || mine > 2 && theirs > 2
}

/// Days before publication from which a number of dead is background.
const BACKGROUND: i32 = 366;

/// "At least 62 people were killed. ... In 1998 a bomb killed 213 people": another number, of another year, beside an undated one.
pub fn old_toll(read: Reader, dossier: &Dossier, fact: &Fact) -> bool {
    let published = read.doc.article.published.as_ref().map(|p| p.date);
    let told = fact.date.as_ref().and_then(|d| d.interval).zip(published);
    let old = told.is_some_and(|((_, to), known)| (known - to).get_days() > BACKGROUND);
    let many = |f: &Fact| f.count().filter(|n| *n >= SEVERAL);
    let number = many(fact).filter(|_| old && dossier.date().is_none());
    number.is_some_and(|mine| dossier.facts.iter().filter_map(many).any(|n| n != mine))
}

/// "X was executed. ... He had stabbed two guards", "At least 300 people were held": new people, whom the victim told before or
/// somebody else with a name attacked, or who are too many to be those told before.
pub fn others(read: Reader, earlier: &Dossier, later: &Dossier) -> bool {
    let hurt = earlier.named();
    let mut told = later.facts.iter().filter(|f| !f.victims.is_empty()).peekable();
    let known = |v: &Argument| matches!(v.word_before(read.doc), "the" | "these" | "those" | "all" | "both");
    let new = |v: &Argument| {
        matches!(v.word_before(read.doc), "a" | "an" | "another") || v.count.is_some_and(|n| n > 1) && !known(v)
    };
    let acts = |f: &Fact, e: u32| f.perpetrators.iter().any(|p| p.entity == Some(e));
    let hand = |e: u32| hurt.contains(&e) || !earlier.facts.iter().any(|f| acts(f, e));
    let attacked = |f: &Fact| f.perpetrators.iter().filter_map(|p| p.entity).any(hand);
    let before = earlier.facts.iter().filter_map(Fact::count).max().unwrap_or(0).max(hurt.len() as u32);
    let many = |f: &Fact| f.described().any(|v| v.count.is_some_and(|n| n >= MANY && n / FEW >= before));
    before > 0
        && later.named().is_empty()
        && told.peek().is_some()
        && told.all(|f| f.described().any(new) && (attacked(f) || many(f)))
}

/// Several people, and as many as were told of before, hurt in the same way: "six people", "six passers-by".
pub fn same_number(dossier: &Dossier, fact: &Fact) -> bool {
    let told = |f: &Fact| f.count().filter(|n| *n >= SEVERAL).map(|n| (n, f.frame.injures));
    told(fact).is_some_and(|mine| dossier.facts.iter().any(|f| told(f) == Some(mine)))
}

/// "THE BOMB was planted by two men": the weapon was spoken of before.
pub fn known_weapon(read: Reader, fact: &Fact) -> bool {
    let back = |a: &Argument| {
        let opens = read.doc.norm(a.tokens.start);
        matches!(a.word_before(read.doc), "the" | "this" | "that" | "these") || matches!(opens, "this" | "these")
    };
    fact.frame.instruments.iter().any(back)
}

/// The sentence names somebody who was attacked in the event: "X was driving home when the gunmen opened fire".
pub fn names_victim(read: Reader, dossier: &Dossier, fact: &Fact) -> bool {
    let Some(sentence) = read.doc.sentences.get(fact.frame.sentence) else { return false };
    let violent = !fact.frame.nominal && fact.frame.methods.iter().all(|m| is_violent(m));
    let hurt = if violent { dossier.named() } else { Vec::new() };
    let acting = |e: u32| fact.perpetrators.iter().any(|p| p.entity == Some(e));
    let inside = &read.mentions[read.inside(&sentence.tokens)];
    inside.iter().filter_map(|m| m.person()).any(|p| hurt.contains(&p.entity) && !acting(p.entity))
}
