//! What each token of a document may be in a name. Document -> one [`Kind`] and [`NameFacts`] a token.

use super::kinds::Kind;
use crate::document::{Case, Document, Shape, Word};
use crate::patterns::Patterns;
use crate::patterns::lexicon::ClassId;
use crate::patterns::name_facts::NameFacts;
use crate::patterns::persons::Cue;
use crate::sequence::Context;
use std::collections::HashMap;
use std::ops::Range;

/// Strength of countries as places.
pub const COUNTRY: u8 = 9;

/// All tokens of a document.
pub struct Words<'a> {
    /// The document.
    pub doc: &'a Document<'a>,
    /// The patterns.
    pub patterns: &'a Patterns,
    kinds: Vec<Kind>,
    facts: Vec<NameFacts>,
    pub(super) places: Vec<bool>,
    before: Before,
}

/// Context rules that end where a name begins, by that token.
type Before = HashMap<usize, Vec<Cue>>;

/// Runs the `before` rules over the document once.
fn contexts_before(doc: &Document, patterns: &Patterns) -> Before {
    let mut rules = patterns.persons.before.tries(Context { doc, mentions: &[] });
    let mut out = Before::new();
    for at in 0..doc.tokens.len() {
        for (cue, m) in rules.at(at) {
            // "A priest was killed in the city" heads a text that begins with his name: no place for that.
            let apart = doc.tokens.get(m.tokens.end).is_some_and(|t| t.sentence != doc.tokens[at].sentence);
            if cue.weight > 0 || !apart {
                out.entry(m.tokens.end).or_default().push(*cue);
            }
        }
    }
    out
}

/// Weight from which a context rule says that a person is named next.
pub const CUED: i32 = 20;

/// Strength from which a given name or surname counts as known for sure.
pub const SURE: u8 = 5;

impl<'a> Words<'a> {
    /// Looks every token up.
    pub fn new(doc: &'a Document<'a>, patterns: &'a Patterns) -> Self {
        let facts = (0..doc.tokens.len()).map(|n| facts_of(doc, n, patterns)).collect();
        let places = vec![false; doc.tokens.len()];
        let mut words =
            Words { doc, patterns, kinds: Vec::new(), facts, places, before: contexts_before(doc, patterns) };
        words.mark_places();
        words.kinds = (0..doc.tokens.len()).map(|n| words.classify(n)).collect();
        words.mark_orgs();
        words
    }

    /// Makes words of the given tokens: the article uses them as names.
    pub fn promote(&mut self, known: impl Fn(&str) -> bool) {
        for n in 0..self.kinds.len() {
            let capital = self.capital(n) && (self.doc.name_like(n) || self.doc.norm(n).len() > 3);
            let closed =
                matches!(self.kinds[n], Kind::Head | Kind::Plain | Kind::Other | Kind::Title(1) | Kind::People);
            // "THAI police", in a text about Duong Van Thai.
            let people = self.kinds[n] == Kind::People && self.describes(n);
            if capital && closed && !people && known(self.doc.norm(n)) && !self.titles_name(n) {
                self.kinds[n] = Kind::Word;
            }
        }
    }

    /// Makes nothing but names of the given tokens: they stand in a list of names.
    pub fn accept(&mut self, runs: &[Range<usize>]) {
        for n in runs.iter().cloned().flatten() {
            self.kinds[n] = Kind::Word;
            self.facts[n].word = 0;
        }
    }

    /// A title with a name behind it stays a title.
    fn titles_name(&self, n: usize) -> bool {
        matches!(self.kinds[n], Kind::Title(_)) && matches!(self.kind(n + 1), Kind::Word | Kind::Initial)
    }

    /// Marks places of several words ("Sri Lanka"), unless the words are a given name and a surname.
    fn mark_places(&mut self) {
        for n in 0..self.doc.tokens.len() {
            if self.places[n] || !self.capital(n) || !self.capital(n + 1) && self.doc.norm(n + 1).len() > 3 {
                continue;
            }
            let Some(len) = (2..=4usize).rev().find(|len| self.is_place_phrase(n, *len)) else { continue };
            self.places[n..n + len].iter_mut().for_each(|p| *p = true);
        }
    }

    fn is_place_phrase(&self, n: usize, len: usize) -> bool {
        let last = n + len - 1;
        let inside = self.doc.tokens.get(last).is_some_and(|t| t.sentence == self.doc.tokens[n].sentence);
        if !inside || !self.capital(last) {
            return false;
        }
        let norms: Vec<&str> = (n..=last).map(|i| self.doc.norm(i)).filter(|w| *w != "-").collect();
        let level = self.patterns.name_facts(Word::of(&norms.join(" "))).place;
        let personal = self.facts(n).given >= SURE && self.facts(last).surname >= 3;
        let before = n.checked_sub(1).map(|b| self.facts(b)).unwrap_or_default();
        let particle = self.is(n, self.patterns.persons.classes.particle) && before.name() > 0 && before.word < 5;
        let given = before.given >= 4 && before.place <= before.given || particle;
        let after_given = self.capital(n.wrapping_sub(1)) && given || level < COUNTRY && self.name_goes_on(n, last + 1);
        level >= 7 && !after_given || level >= 4 && !personal && !after_given
    }

    /// More names, and nothing else, follow the words of a place that may begin a name: "Aung San Suu Kyi".
    fn name_goes_on(&self, from: usize, next: usize) -> bool {
        let only = |n: usize| {
            let f = self.facts(n);
            f.name() > 0 && f.word == 0 && f.place < f.name() && !f.people
        };
        let same = self.doc.tokens.get(next).is_some_and(|t| t.sentence == self.doc.tokens[from].sentence);
        same && self.capital(next) && only(next) && (from..next).all(|n| self.facts(n).name() > 0)
    }

    /// Marks organisations of the gazetteer that are not also names.
    fn mark_orgs(&mut self) {
        for n in 0..self.doc.tokens.len() {
            let Some((_, len)) = self.patterns.orgs.longest_at(self.doc, n) else { continue };
            let goes_on = n > 0
                && self.kinds[n - 1] == Kind::Word
                && self.doc.tokens[n - 1].sentence == self.doc.tokens[n].sentence;
            let short = len == 1 || self.kinds[n] == Kind::Particle;
            if (len > 1 || self.facts(n).name() < 4) && !(goes_on && short) {
                self.kinds[n..n + len].iter_mut().for_each(|k| *k = Kind::Org);
            }
        }
    }

    /// The token's part.
    pub fn kind(&self, n: usize) -> Kind {
        self.kinds.get(n).copied().unwrap_or_default()
    }

    /// The token's strengths.
    pub fn facts(&self, n: usize) -> NameFacts {
        self.facts.get(n).copied().unwrap_or_default()
    }

    /// Context rules that end right before the token.
    pub fn before(&self, n: usize) -> &[Cue] {
        self.before.get(&n).map_or(&[], Vec::as_slice)
    }

    /// A given name, whatever else it means, where the context names a person and a surname follows: "her son, Blessing Okoro".
    pub(super) fn cued(&self, n: usize, facts: NameFacts) -> bool {
        let next = self.facts(n + 1);
        let unknown = next.word == 0 && next.place == 0;
        let surname = (next.name() > 0 && next.word < 5 && next.place < 6 || unknown) && self.capital(n + 1);
        facts.given > 0 && surname && self.before(n).iter().any(|cue| cue.weight >= CUED)
    }

    /// True when an entry of the class starts at the token.
    pub fn is(&self, n: usize, class: Option<ClassId>) -> bool {
        class.is_some_and(|c| self.doc.is(n, c))
    }

    /// The particle may stand here: at the start of a name, or inside; some only before a hyphen.
    pub fn particle_fits(&self, n: usize, begins: bool, hyphen: bool) -> bool {
        let class = self.patterns.persons.classes.particle;
        let hit = class.and_then(|c| self.doc.hit(n, c));
        let value = hit.and_then(|h| self.patterns.lexicon.entry(h.entry)).map_or("", |e| e.value.as_str());
        match value {
            "start" => true,
            "inside" => !begins || self.capital(n),
            // Written with its mark ("Ó Cuív") it is no article, initial or interjection.
            _ => hyphen || self.capital(n) && !self.doc.text(n).is_ascii(),
        }
    }

    /// The first half of a Korean or Chinese given name behind its surname ("Roh Moo-hyun"), whatever else the word means.
    pub(super) fn is_hyphenated_given_name(&self, n: usize) -> bool {
        let before = n.checked_sub(1).map(|b| (self.facts(b), self.doc.norm(b).len())).unwrap_or_default();
        let surname = before.0.surname >= 3 && before.1 <= 6 && self.capital(n.wrapping_sub(1));
        let hyphen = self.doc.text(n + 1) == "-" && self.doc.tokens.get(n + 2).is_some_and(|t| t.glued);
        surname && hyphen && self.doc.norm(n).len() <= 6 && self.is_second_syllable(n + 2, 2)
    }

    /// A short surname right before such a given name, even when it is also an ordinary word ("You Si-kun", "Park Yong-jin").
    pub(super) fn is_eastern_surname(&self, n: usize) -> bool {
        let facts = self.facts(n);
        facts.surname >= 3 && self.doc.norm(n).len() <= 6 && self.capital(n + 1) && self.is_hyphenated_given_name(n + 1)
    }

    /// The second half of a given name behind its hyphen ("Chung Mong-Jun").
    pub(super) fn ends_given_name(&self, n: usize) -> bool {
        let hyphen = n >= 2 && self.doc.tokens[n].glued && self.doc.text(n - 1) == "-";
        hyphen && self.capital(n - 2) && self.facts(n - 2).name() > 0 && self.facts(n).name() > 0
    }

    /// The small second half of a Korean or Chinese given name after its hyphen ("Jong-un").
    pub fn is_second_syllable(&self, n: usize, before: usize) -> bool {
        let (norm, facts) = (self.doc.norm(n), self.facts(n));
        let lower = self.doc.tokens.get(n).is_some_and(|t| t.shape == Shape::Lower && t.glued);
        let first = self.doc.norm(n.wrapping_sub(2)).len();
        let syllable =
            facts.word == 0 && norm.len() >= 2 && (facts.name() > 0 || before >= 2) || facts.given >= 2 && before >= 2;
        lower && before >= 1 && norm.len() <= 5 && first <= 6 && syllable
    }

    /// "THAI police": a capital, a noun, an adjective or a hyphen behind it goes on with what it describes.
    pub(super) fn describes(&self, n: usize) -> bool {
        let next = self.doc.tag(n + 1);
        self.capital(n + 1) || next.is_noun() || next.is_adjective() || self.doc.text(n + 1) == "-"
    }

    /// "On 1 MARCH Yevhen Sakun", "on MONDAY": a month or weekday describes no name.
    pub(super) fn is_date(&self, n: usize) -> bool {
        let classes = &self.patterns.persons.classes;
        self.is(n, classes.month) || self.is(n, classes.weekday)
    }

    /// The sentence of a token uses capitals as running text does.
    pub fn running(&self, n: usize) -> bool {
        self.doc.sentence_of(n).is_none_or(|s| s.case == Case::Sentence)
    }
}

fn facts_of(doc: &Document, n: usize, patterns: &Patterns) -> NameFacts {
    match doc.tokens.get(n).map(|t| t.shape) {
        Some(Shape::Mark | Shape::Number) | None => NameFacts::default(),
        _ if behind_particle(doc, n, patterns) => NameFacts { word: 0, ..patterns.name_facts(doc.word(n)) },
        _ => with_word_level(patterns.name_facts(doc.word(n)), patterns.word_level(doc.word(n))),
    }
}

/// The capital word behind a particle and its hyphen ("al-Ghoul"), whatever else it means.
fn behind_particle(doc: &Document, n: usize, patterns: &Patterns) -> bool {
    let hyphen = n >= 2 && doc.tokens[n].glued && doc.text(n - 1) == "-" && doc.tokens[n].shape == Shape::Capital;
    hyphen && patterns.persons.classes.particle.is_some_and(|class| doc.is(n - 2, class))
}

/// A word that no name list holds is as ordinary as the word list says.
fn with_word_level(mut facts: NameFacts, level: u8) -> NameFacts {
    if facts.name() == 0 {
        facts.word = match level {
            0 => 0,
            1..=10 => 9,
            11..=20 => 8,
            21..=35 => 7,
            36..=40 => 6,
            41..=50 => 5,
            _ => 3,
        };
    }
    facts
}
