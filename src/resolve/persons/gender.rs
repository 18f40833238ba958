//! A person's gender: title or kinship word, then the given name, then the pronouns that follow.

use super::entity::{Entity, Named};
use crate::document::{Document, Word};
use crate::mentions::Gender;
use crate::patterns::Patterns;
use crate::patterns::name_facts;

/// Tokens after a name in which a pronoun is taken as this person's.
const REACH: usize = 14;

/// The gender of a person, where anything tells.
pub fn of(doc: &Document, entity: &Entity, named: &[Named], patterns: &Patterns) -> Gender {
    if entity.gender != Gender::Unknown {
        return entity.gender;
    }
    let full = entity.named.iter().filter_map(|&n| named.get(n)).filter(|n| n.parts.len() > 1);
    let by_name = full.into_iter().find_map(|n| by_given_name(n, patterns));
    let votes = votes(doc, entity, named, patterns);
    match by_name {
        Some((gender, sure)) if sure || against(gender, votes) < OPPOSED => gender,
        _ => by_pronouns(votes),
    }
}

/// Pronouns that must speak against what a rarer given name tells.
const OPPOSED: i32 = 2;

/// How surely a given name tells the gender, from which on pronouns are not asked.
const SURE: u8 = 5;

/// So many more pronouns speak for the other gender.
fn against(gender: Gender, votes: i32) -> i32 {
    if gender == Gender::Male { -votes } else { votes }
}

/// The gender that the given name tells, and whether surely.
fn by_given_name(n: &Named, patterns: &Patterns) -> Option<(Gender, bool)> {
    let facts = patterns.name_facts(Word::of(n.parts.first()?));
    match facts.gender {
        name_facts::Gender::Male if facts.given >= 2 => Some((Gender::Male, facts.given >= SURE)),
        name_facts::Gender::Female if facts.given >= 2 => Some((Gender::Female, facts.given >= SURE)),
        _ => None,
    }
}

/// The first "he" or "she" after each mention, before another person is named: positive for he.
fn votes(doc: &Document, entity: &Entity, named: &[Named], patterns: &Patterns) -> i32 {
    entity.named.iter().map(|&n| vote(doc, n, named, patterns)).sum()
}

/// The more frequent wins.
fn by_pronouns(votes: i32) -> Gender {
    match votes.cmp(&0) {
        std::cmp::Ordering::Greater => Gender::Male,
        std::cmp::Ordering::Less => Gender::Female,
        std::cmp::Ordering::Equal => Gender::Unknown,
    }
}

fn vote(doc: &Document, index: usize, named: &[Named], patterns: &Patterns) -> i32 {
    let at = named.get(index).map_or(0, |n| n.tokens.end);
    let next = named.get(index + 1).map_or(doc.tokens.len(), |n| n.tokens.start);
    let end = next.min(at + REACH);
    let sign = |n: usize| {
        let hit = doc.hit(n, patterns.persons.pronouns?)?;
        match patterns.lexicon.entry(hit.entry)?.value.as_str() {
            "m" => Some(1),
            "f" => Some(-1),
            _ => None,
        }
    };
    (at..end).find_map(sign).unwrap_or(0)
}
