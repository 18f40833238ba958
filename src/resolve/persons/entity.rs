//! One person of the article, and which mention may be theirs.

use crate::document::{Document, Shape};
use crate::mentions::{Gender, Mention, Press};
use crate::patterns::Patterns;
use std::collections::HashMap;
use std::ops::Range;

/// Strength from which a word that is also a particle is somebody's given name ("Al Capone").
const GIVEN: u8 = 4;

/// Tokens within which a name with "Jr." is another person's than the same name without it.
const BESIDE: usize = 24;

/// Tokens from the start of a name to what is said of it behind its comma.
const APPOSED: usize = 5;

/// A person's name at one place of the text.
pub struct Named {
    /// Index of the mention.
    pub mention: usize,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Folded words; an initial is one letter; particles and marks are left out.
    pub parts: Vec<String>,
    /// As written, on one line.
    pub text: String,
    /// All letters are capitals.
    pub upper: bool,
    /// From the title beside it.
    pub gender: Gender,
    /// A kinship word stands right before it.
    pub kin: bool,
    /// It ends in "Jr." or the like.
    pub suffix: bool,
    /// "A B, B's sister": it owns what is said of the name before the comma.
    pub owner: bool,
    /// Index of the person.
    pub entity: usize,
}

/// One person.
pub struct Entity {
    /// Fullest form.
    pub name: String,
    parts: Vec<String>,
    upper: bool,
    relative: bool,
    suffix: bool,
    /// Known from titles or names.
    pub gender: Gender,
    /// Wrote the article or took its picture, and nothing else is said of them.
    pub press: Option<Press>,
    /// First tokens of the mentions by full name, in text order.
    full: Vec<usize>,
    /// First tokens of the mentions by one word, in text order.
    short: Vec<usize>,
    /// Indices into the list of [`Named`].
    pub named: Vec<usize>,
}

impl Named {
    /// Reads a mention.
    pub fn new(doc: &Document, index: usize, mention: &Mention, patterns: &Patterns) -> Self {
        let tokens = mention.tokens.clone();
        let classes = &patterns.persons.classes;
        let skipped = |n: usize| {
            let lower = doc.tokens.get(n).is_some_and(|t| t.shape == Shape::Lower);
            // "Al-Mutairi was", "De Souza was" where a sentence begins.
            let opens =
                || n == tokens.start && n + 1 < tokens.end && doc.sentence_of(n).is_some_and(|s| s.tokens.start == n);
            let given = || patterns.name_facts(doc.word(n)).given >= GIVEN;
            let raised = || n + 2 < tokens.end && doc.text(n + 1) == "-" || opens() && !given();
            let particle = classes.particle.is_some_and(|c| doc.is(n, c)) && (lower || raised());
            let suffix = classes.suffix.is_some_and(|c| doc.is(n, c)) && n > tokens.start;
            doc.tokens.get(n).is_none_or(|t| t.shape == Shape::Mark) || particle || suffix
        };
        let suffix = classes.suffix.is_some_and(|c| doc.is(tokens.end.saturating_sub(1), c)) && tokens.len() > 1;
        let comma = tokens.start.checked_sub(1).is_some_and(|t| doc.text(t) == ",");
        let owner = comma && matches!(doc.norm(tokens.end), "'s" | "'");
        let parts = tokens.clone().filter(|&n| !skipped(n)).map(|n| doc.norm(n).replace('.', "")).collect();
        let text = mention.span.flat(&doc.article.text);
        let kin =
            patterns.persons.kin.is_some_and(|c| (tokens.start.saturating_sub(2)..tokens.start).any(|n| doc.is(n, c)));
        let gender = mention.person().map_or(Gender::Unknown, |p| p.gender);
        let upper = !text.chars().any(char::is_lowercase);
        Named { mention: index, tokens, parts, text, upper, gender, kin, suffix, owner, entity: 0 }
    }
}

impl Entity {
    /// A person first seen here.
    pub fn new(n: &Named) -> Self {
        Entity {
            name: n.text.clone(),
            parts: n.parts.clone(),
            upper: n.upper,
            relative: n.kin,
            suffix: n.suffix,
            gender: n.gender,
            press: None,
            full: Vec::new(),
            short: Vec::new(),
            named: Vec::new(),
        }
    }

    /// Adds a mention; a fuller form becomes the name.
    pub fn add(&mut self, index: usize, n: &Named) {
        self.named.push(index);
        let seen = if n.parts.len() > 1 { &mut self.full } else { &mut self.short };
        seen.push(n.tokens.start);
        if n.gender != Gender::Unknown && self.gender == Gender::Unknown {
            self.gender = n.gender;
        }
        let longer = (n.parts.len(), n.text.len()) > (self.parts.len(), self.name.len());
        let fuller = longer && (self.upper || !n.upper);
        if fuller || self.upper && !n.upper && n.parts.len() >= self.parts.len() {
            (self.name, self.parts, self.upper) = (n.text.clone(), n.parts.clone(), n.upper);
        }
    }

    /// A full name of this person: the shorter one's words stand in the longer one in order, with the same last word or first.
    pub fn same_person(&self, n: &Named) -> bool {
        let agree = self.gender == Gender::Unknown || n.gender == Gender::Unknown || self.gender == n.gender;
        let (long, short) =
            if self.parts.len() >= n.parts.len() { (&self.parts, &n.parts) } else { (&n.parts, &self.parts) };
        let mut rest = long.iter();
        agree && short.len() > 1 && !self.is_elder(n) && short.iter().all(|s| rest.any(|l| same_word(l, s)))
    }

    /// "A B shot A B JR.": of two bearers of a name told of side by side, one has its suffix.
    fn is_elder(&self, n: &Named) -> bool {
        let near = self.full.iter().any(|t| n.tokens.start.abs_diff(*t) <= BESIDE);
        self.suffix != n.suffix && near
    }

    /// How well a lone word fits: 3 surname, 2 given name, 1 in the middle.
    fn fits(&self, n: &Named) -> u8 {
        let Some(word) = n.parts.first() else { return 0 };
        let opposed = self.gender != Gender::Unknown && n.gender != Gender::Unknown && self.gender != n.gender;
        match self.parts.iter().position(|p| p == word) {
            _ if opposed => 0,
            Some(at) if at + 1 == self.parts.len() => 3,
            Some(0) => 2,
            Some(_) => 1,
            None => 0,
        }
    }

    /// The last mention before a token.
    fn last_before(&self, token: usize) -> Option<usize> {
        let last = |seen: &[usize]| seen.get(seen.partition_point(|&t| t <= token).wrapping_sub(1)).copied();
        last(&self.full).max(last(&self.short))
    }
}

/// Equal, or an initial of the other.
fn same_word(a: &str, b: &str) -> bool {
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    a == b || initial(a, b) || initial(b, a)
}

/// The persons of the article, found by any word of their names.
#[derive(Default)]
pub struct Entities {
    /// In order of first full mention, then of first lone mention.
    pub all: Vec<Entity>,
    by_word: HashMap<String, Vec<usize>>,
}

/// Of the bearers of one word so many, the latest, are compared.
const COMPARED: usize = 64;

impl Entities {
    /// Gives the mention to a person, or makes a new one; returns the person's index.
    pub fn assign(&mut self, index: usize, n: &Named) -> usize {
        let known = if n.parts.len() > 1 { self.namesake(n) } else { self.bearer(n) };
        let at = known.unwrap_or_else(|| {
            self.all.push(Entity::new(n));
            self.all.len() - 1
        });
        for part in &n.parts {
            let bearers = self.by_word.entry(part.clone()).or_default();
            if bearers.last() != Some(&at) && !bearers.iter().rev().take(COMPARED).any(|b| *b == at) {
                bearers.push(at);
            }
        }
        if let Some(entity) = self.all.get_mut(at) {
            entity.add(index, n);
        }
        at
    }

    fn bearers<'e>(&'e self, word: &str) -> impl Iterator<Item = (usize, &'e Entity)> + 'e {
        let list = self.by_word.get(word).map_or(&[][..], |v| v);
        list[list.len().saturating_sub(COMPARED)..].iter().filter_map(|&at| Some((at, self.all.get(at)?)))
    }

    fn namesake(&self, n: &Named) -> Option<usize> {
        let mut words = n.parts.iter().rev().flat_map(|w| self.bearers(w));
        words.find(|(_, e)| e.same_person(n)).map(|(at, _)| at)
    }

    /// The person whom a lone name means: named before, best fit, no relative, called so before, named most recently.
    fn bearer(&self, n: &Named) -> Option<usize> {
        let fitting = self.bearers(n.parts.first()?).filter_map(|(at, e)| {
            let fit = e.fits(n);
            let last = e.last_before(n.tokens.start);
            let called = e.short.first().is_some_and(|t| *t < n.tokens.start);
            let other = n.owner && e.full.iter().any(|t| (1..=APPOSED).contains(&n.tokens.start.saturating_sub(*t)));
            (fit > 0).then_some((at, (last.is_some(), !other, fit, !e.relative, called, last)))
        });
        fitting.max_by_key(|(at, key)| (*key, std::cmp::Reverse(*at))).map(|(at, _)| at)
    }
}
