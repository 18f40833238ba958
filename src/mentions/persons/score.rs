//! How much speaks for a segment being a person's name. Segments -> points (50 is even).
//!
//! The words say how much they are worth as given name, surname, place and ordinary word; the context rules of
//! `patterns/en/rules/persons` add or take away.

use super::runs::{Beside, Segment};
use super::words::{SURE, Words};
use crate::document::{Shape, Word};
use crate::mentions::Gender;
use crate::patterns::name_facts::NameFacts;
use crate::patterns::persons::Cue;
use crate::patterns::source::Rule;
use crate::sequence::Context;

/// Points from which the context tells of a person.
const TOLD: i32 = 20;

/// Points from which a name of two words may be one.
const EVEN: i32 = 40;

/// A segment with its points.
#[derive(Clone, Debug)]
pub struct Scored {
    /// The stretch.
    pub segment: Segment,
    /// Points; 50 is even.
    pub score: i32,
    /// Points of the context rules alone.
    pub context: i32,
    /// What decided most.
    pub rule: Rule,
    /// From a title or kinship word beside it.
    pub gender: Gender,
    /// Every context rule that spoke, for examples and `explain`.
    pub fired: Vec<Cue>,
}

impl Scored {
    /// The words around it say that it is a person, and nothing much speaks against it.
    pub fn is_told(&self) -> bool {
        self.context >= TOLD && self.score >= EVEN
    }
}

/// Scores one segment by its words and its context.
pub fn score(words: &Words, segment: Segment) -> Scored {
    let own =
        if segment.core.len() > 1 || segment.initial { full_name(words, &segment) } else { single(words, &segment) };
    let mut fired: Vec<Cue> = words.before(segment.tokens.start).to_vec();
    let context = Context { doc: words.doc, mentions: &[] };
    fired.extend(words.patterns.persons.after.matches_at(context, segment.tokens.end).into_iter().map(|(cue, _)| *cue));
    let best = fired.iter().filter(|c| c.weight > 0).max_by_key(|c| c.weight);
    let worst = fired.iter().map(|c| c.weight).min().unwrap_or(0).min(0);
    let context_points = best.map_or(0, |c| c.weight) + worst;
    let rule = best.map_or_else(|| crate::code_rule!("person-name-parts"), |c| c.rule);
    let gender = fired.iter().map(|c| c.gender).find(|g| *g != Gender::Unknown);
    let gender = gender.unwrap_or_else(|| gender_before(words, &segment));
    let score = own + context_points + beside(words, &segment) + relief(words, &segment, context_points);
    Scored { segment, score, context: context_points, rule, gender, fired }
}

/// "Agba Marston, who", "M.M. Marston, a scholar,", "John Paul Marston": where the context or given names tell of a person, a
/// surname may well be that of a town.
fn relief(words: &Words, segment: &Segment, context: i32) -> i32 {
    let facts = |n: usize| words.facts(n);
    let given = |n: usize| facts(n).given >= SURE;
    let place = |n: usize| placelike(facts(n), facts(n).surname);
    match segment.core[..] {
        [last] if segment.initial && context >= TOLD => place(last),
        [first, last] if context >= TOLD && unknown(facts(first)) => place(last) / 2,
        [first, last] if facts(first).given > SURE && facts(first).place == 0 => place(last) / 2,
        [first, second, last] if given(first) && given(second) => place(last),
        _ => 0,
    }
}

/// No word, place or people.
fn unknown(f: NameFacts) -> bool {
    f.word == 0 && f.place == 0 && !f.people
}

/// The gender of the title or kinship word that ends right before a name, or before its comma: "his wife, Winnie,".
fn gender_before(words: &Words, segment: &Segment) -> Gender {
    let comma = |t: usize| words.doc.text(t) == ",";
    let apposed = segment.tokens.start > 0 && comma(segment.tokens.start - 1) && comma(segment.tokens.end);
    let start = segment.tokens.start - usize::from(apposed);
    let persons = &words.patterns.persons;
    let classes = [persons.kin, persons.classes.honorific, persons.classes.title];
    let value = (1..=3usize).find_map(|len| {
        let from = start.checked_sub(len)?;
        let ends = classes.into_iter().flatten().filter_map(|c| words.doc.hit(from, c)).find(|h| h.len as usize == len);
        words.patterns.lexicon.entry(ends?.entry).map(|e| e.value.as_str()).filter(|v| !v.is_empty())
    });
    match value {
        Some("m") => Gender::Male,
        Some("f") => Gender::Female,
        _ => Gender::Unknown,
    }
}

/// What stands beside the segment in its run.
fn beside(words: &Words, segment: &Segment) -> i32 {
    let single = segment.core.len() == 1;
    let doubtful = |f: NameFacts| f.word >= 8 || f.place >= 7 && f.name() < 4;
    let word = segment.core.first().is_some_and(|&n| doubtful(words.facts(n)));
    let before = match segment.before {
        Beside::Title if single && word => 0,
        Beside::Title => 25 + 10 * i32::from(single),
        Beside::People => 5,
        Beside::Named => -8 * i32::from(single),
        Beside::Plain | Beside::Head => -15 - 20 * i32::from(single),
        Beside::Start => -60,
        _ => 0,
    };
    let after = match segment.after {
        Beside::Title => -10 - 20 * i32::from(single),
        Beside::Plain => -15 - 20 * i32::from(single),
        Beside::Head => -60,
        Beside::Named => -10 - 10 * i32::from(single),
        Beside::Hyphen => -5 - 15 * i32::from(single),
        _ => 0,
    };
    before + after
}

/// Two words or more: each position has its own list.
fn full_name(words: &Words, segment: &Segment) -> i32 {
    let facts: Vec<NameFacts> = segment.core.iter().map(|&n| words.facts(n)).collect();
    let Some((first, last)) = facts.first().zip(facts.last()) else { return 0 };
    let western = as_given(*first) + as_surname(*last);
    let eastern = as_surname(*first) + as_given(*last) - 4;
    let middle: i32 = facts.iter().skip(1).take(facts.len().saturating_sub(2)).map(|f| middle(*f)).sum();
    let extra = 12 * i32::from(segment.initial) + 6 * i32::from(segment.particle);
    let long = -8 * (facts.len() as i32 - 4).max(0);
    30 + western.max(eastern) + middle + extra + long + place_phrase(words, segment) + capitals(words, segment)
}

fn as_given(f: NameFacts) -> i32 {
    let known = [0, 6, 12, 15, 18, 22, 24, 26, 26, 26][f.given.min(9) as usize];
    known - ordinary(f, f.given) - placelike(f, f.given)
}

fn as_surname(f: NameFacts) -> i32 {
    let known = [0, 6, 10, 12, 14, 16, 18, 18, 18, 18][f.surname.min(9) as usize];
    known - ordinary(f, f.surname) - placelike(f, f.surname)
}

fn middle(f: NameFacts) -> i32 {
    3 * i32::from(f.name() > 0) - ordinary(f, f.name()) - placelike(f, f.name())
}

/// An ordinary word that is rarely a name.
fn ordinary(f: NameFacts, as_name: u8) -> i32 {
    let excess = i32::from(f.word) - i32::from(as_name);
    if f.word >= 4 && excess > 0 { 4 * excess } else { 0 }
}

/// A place that is rarely a name.
fn placelike(f: NameFacts, as_name: u8) -> i32 {
    let excess = i32::from(f.place) - i32::from(as_name);
    if f.place >= 4 && excess > 0 { 4 * excess } else { 0 }
}

/// The whole stretch, or its first two words, is a place of several words.
fn place_phrase(words: &Words, segment: &Segment) -> i32 {
    let level = |to: usize| words.patterns.name_facts(Word::of(&phrase(words, segment.tokens.start..to))).place;
    let whole = level(segment.tokens.end);
    let head = if segment.tokens.len() > 2 { level(segment.tokens.start + 2) } else { 0 };
    match (whole, head) {
        (4.., _) => -8 * i32::from(whole),
        (_, 5..) => -5 * i32::from(head),
        _ => 0,
    }
}

/// Folded words of the tokens joined by spaces, hyphens left out.
pub fn phrase(words: &Words, tokens: std::ops::Range<usize>) -> String {
    let norms = tokens.map(|n| words.doc.norm(n)).filter(|n| *n != "-");
    norms.collect::<Vec<_>>().join(" ").replace('.', "")
}

/// Acronyms in running text are not names.
fn capitals(words: &Words, segment: &Segment) -> i32 {
    let upper = |&&n: &&usize| words.doc.tokens.get(n).is_some_and(|t| t.shape == Shape::Upper) && words.running(n);
    let count = segment.core.iter().filter(upper).count();
    match count {
        0 => 0,
        n if n == segment.core.len() => -12,
        _ => -10,
    }
}

/// One word: seldom enough without context.
fn single(words: &Words, segment: &Segment) -> i32 {
    let Some(&n) = segment.core.first() else { return 0 };
    let f = words.facts(n);
    let known = [0, 4, 8, 10, 12, 16, 20, 22, 24, 24][f.given.min(9) as usize].max(f.surname.min(9) as i32);
    let upper = words.doc.tokens.get(n).is_some_and(|t| t.shape == Shape::Upper) && words.running(n);
    let place = i32::from(f.place) * 4 * i32::from(f.place >= 2);
    let people = 20 * i32::from(f.people);
    let famous = 26 * i32::from(words.is(n, words.patterns.persons.classes.famous));
    12 + known.max(famous) + 6 * i32::from(segment.particle)
        - ordinary(f, f.name())
        - f.word as i32 * 2
        - place
        - people
        - 30 * i32::from(upper)
}
