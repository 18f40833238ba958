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
    by_name.unwrap_or_else(|| by_pronouns(doc, entity, named, patterns))
}

fn by_given_name(n: &Named, patterns: &Patterns) -> Option<Gender> {
    let facts = patterns.name_facts(Word::of(n.parts.first()?));
    match facts.gender {
        name_facts::Gender::Male if facts.given >= 2 => Some(Gender::Male),
        name_facts::Gender::Female if facts.given >= 2 => Some(Gender::Female),
        _ => None,
    }
}

/// The first "he" or "she" after each mention, before another person is named; the more frequent wins.
fn by_pronouns(doc: &Document, entity: &Entity, named: &[Named], patterns: &Patterns) -> Gender {
    let votes: i32 = entity.named.iter().map(|&n| vote(doc, n, named, patterns)).sum();
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
