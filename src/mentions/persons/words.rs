//! What each token of a document may be in a name. Document -> one [`Kind`] and [`NameFacts`] a token.

use crate::document::casing::is_initial;
use crate::document::{Case, Document, Shape, Tag, Word};
use crate::patterns::Patterns;
use crate::patterns::lexicon::ClassId;
use crate::patterns::name_facts::NameFacts;

/// Strength of countries as places.
const COUNTRY: u8 = 9;

/// A token's part in names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Kind {
    /// None.
    #[default]
    Other,
    /// May be a given name or surname.
    Word,
    /// "J.", "J.K."
    Initial,
    /// "al", "de", "van".
    Particle,
    /// A hyphen glued on both sides.
    Hyphen,
    /// A double quote.
    Quote,
    /// "Jr."
    Suffix,
    /// A title or honorific of so many tokens, written with a capital.
    Title(u8),
    /// "Russian".
    People,
    /// A place that is hardly ever a name.
    Place,
    /// An organisation of the gazetteer.
    Org,
    /// An ordinary word with a capital.
    Plain,
    /// Last word of a thing's or organisation's name.
    Head,
    /// First words of a thing's name.
    Start(u8),
}

/// All tokens of a document.
pub struct Words<'a> {
    /// The document.
    pub doc: &'a Document<'a>,
    /// The patterns.
    pub patterns: &'a Patterns,
    kinds: Vec<Kind>,
    facts: Vec<NameFacts>,
    places: Vec<bool>,
}

/// Strength from which a given name or surname counts as known for sure.
pub const SURE: u8 = 5;

impl<'a> Words<'a> {
    /// Looks every token up.
    pub fn new(doc: &'a Document<'a>, patterns: &'a Patterns) -> Self {
        let facts = (0..doc.tokens.len()).map(|n| facts_of(doc, n, patterns)).collect();
        let places = vec![false; doc.tokens.len()];
        let mut words = Words { doc, patterns, kinds: Vec::new(), facts, places };
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
            if capital && closed && known(self.doc.norm(n)) && !self.titles_name(n) {
                self.kinds[n] = Kind::Word;
            }
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
        let after_given = self.capital(n.wrapping_sub(1)) && given;
        level >= 7 && !after_given || level >= 4 && !personal && !after_given
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

    /// True when an entry of the class starts at the token.
    pub fn is(&self, n: usize, class: Option<ClassId>) -> bool {
        class.is_some_and(|c| self.doc.is(n, c))
    }

    fn classify(&self, n: usize) -> Kind {
        let token = &self.doc.tokens[n];
        match token.shape {
            Shape::Mark => self.classify_mark(n),
            Shape::Number => Kind::Other,
            Shape::Lower if self.is(n, self.patterns.persons.classes.particle) => Kind::Particle,
            Shape::Lower | Shape::Mixed => Kind::Other,
            Shape::Capital | Shape::Upper => self.classify_capital(n),
        }
    }

    fn classify_mark(&self, n: usize) -> Kind {
        match self.doc.text(n) {
            "-" | "‐" | "‑" if self.doc.tokens[n].glued && self.doc.tokens.get(n + 1).is_some_and(|t| t.glued) => {
                Kind::Hyphen
            }
            "\"" | "“" | "”" => Kind::Quote,
            _ => Kind::Other,
        }
    }

    fn classify_capital(&self, n: usize) -> Kind {
        let classes = &self.patterns.persons.classes;
        let facts = self.facts(n);
        if self.is_eastern_surname(n) {
            return Kind::Word;
        }
        if self.places[n] {
            return Kind::Place;
        }
        let letter = self.doc.text(n).len() == 1 && self.doc.text(n + 1) != "-";
        if self.is(n, classes.particle) && facts.given < 7 && !letter && self.particle_before_name(n) {
            return Kind::Particle;
        }
        if self.is_hyphenated_given_name(n) {
            return Kind::Word;
        }
        if let Some(len) = self.title_len(n) {
            return Kind::Title(len);
        }
        if self.abbreviates_country(n) {
            return Kind::Place;
        }
        if self.is_initial_letter(n) {
            return Kind::Initial;
        }
        if self.is(n, classes.suffix) && !self.name_follows(n) {
            return Kind::Suffix;
        }
        if !self.is_name_like(n) {
            return Kind::Other;
        }
        if self.is(n, classes.never) && !self.outweighs(n) && !self.ends_given_name(n) {
            return Kind::Other;
        }
        if let Some(hit) = classes.thing_start.and_then(|c| self.doc.hit(n, c))
            && self.capital(n + hit.len as usize)
        {
            return Kind::Start(hit.len as u8);
        }
        if (self.is(n, classes.org_head) || self.is(n, classes.thing_head)) && !self.outweighs(n) {
            return Kind::Head;
        }
        if facts.people && facts.given < SURE {
            return Kind::People;
        }
        if facts.place >= 7 && facts.name() < 4 && self.capital(n + 1) {
            return Kind::Place;
        }
        if facts.word >= 5 && facts.word > facts.name() + 2 && !self.outweighs(n) && !self.given_before(n, facts) {
            return Kind::Plain;
        }
        Kind::Word
    }

    /// A rare or fairly common word right after a given name is a surname ("Emmanuel Macron").
    fn given_before(&self, n: usize, facts: NameFacts) -> bool {
        let before = n.checked_sub(1).map(|b| self.facts(b)).unwrap_or_default();
        let close = self.doc.tokens[n].sentence == self.doc.tokens[n.saturating_sub(1)].sentence;
        let given = before.given >= 4 && before.place <= before.given && before.word < 5;
        let likely = facts.word <= 7 && facts.name() > 0 || before.given >= SURE && facts.surname >= 3;
        close && self.capital(n.wrapping_sub(1)) && given && likely
    }

    /// A capital particle that is not itself all of the name: a capital or a hyphen follows.
    fn particle_before_name(&self, n: usize) -> bool {
        self.capital(n + 1) && !self.doc.tokens[n].stop || self.doc.text(n + 1) == "-" && self.capital(n + 2)
    }

    /// A capital that means something, or a strong given name at a sentence's start with a name behind it.
    fn is_name_like(&self, n: usize) -> bool {
        if self.doc.name_like(n) {
            return true;
        }
        let facts = self.facts(n);
        let function = matches!(
            self.patterns.tags_of(self.doc.word(n))[0],
            Tag::IN | Tag::DT | Tag::CC | Tag::PRP | Tag::PRPS | Tag::WP | Tag::WDT | Tag::WRB | Tag::TO | Tag::RB
        );
        let next = self.doc.name_like(n + 1) && self.doc.tokens.get(n + 1).is_some_and(|t| t.shape != Shape::Upper);
        facts.given >= SURE
            && facts.gender != crate::patterns::name_facts::Gender::Unknown
            && next
            && !function
            && self.facts(n + 1).surname >= 1
    }

    /// An ordinary word that is a name here: a strong surname after a strong given name, or a strong given name before a surname.
    fn outweighs(&self, n: usize) -> bool {
        let (facts, next) = (self.facts(n), self.facts(n + 1));
        let before = n.checked_sub(1).map(|b| self.facts(b)).unwrap_or_default();
        let likely = before.given >= SURE || before.name() >= 1 && before.word < 4 && before.place < 4;
        let given_before = likely && before.place < 6 && before.word < 7 && self.capital(n.wrapping_sub(1));
        let as_surname = facts.surname >= SURE && given_before && !self.capital(n + 1);
        let surname = next.surname >= 3 || next.word == 0 && next.place == 0;
        let as_given = facts.given > SURE && self.capital(n + 1) && surname && next.word < 5 && next.place < 6;
        as_surname || as_given
    }

    /// Length of the title that begins here, unless the word is a name in this place.
    fn title_len(&self, n: usize) -> Option<u8> {
        let classes = &self.patterns.persons.classes;
        let hit = |class: Option<ClassId>| class.and_then(|c| self.doc.hit(n, c)).map_or(0, |h| h.len);
        let len = hit(classes.title).max(hit(classes.honorific));
        if len == 0 {
            return None;
        }
        let facts = self.facts(n);
        let single = len == 1;
        let before = n.checked_sub(1).map(|b| self.facts(b)).unwrap_or_default();
        let follows = self.doc.name_like(n.wrapping_sub(1));
        let named =
            before.given >= 3 && before.word < 6 || before.given >= SURE || before.surname >= 3 && before.word < 4;
        let as_surname = single && follows && facts.surname >= 3 && named && !self.capital(n + 1);
        let as_given = single && facts.given >= 7 && self.capital(n + 1) && self.facts(n + 1).word < 6;
        let as_middle = single && follows && before.given >= 4 && facts.given >= 3 && self.capital(n + 1);
        (!as_surname && !as_given && !as_middle).then_some(len as u8)
    }

    fn capital(&self, n: usize) -> bool {
        self.doc.tokens.get(n).is_some_and(|t| matches!(t.shape, Shape::Capital | Shape::Upper))
    }

    fn name_follows(&self, n: usize) -> bool {
        self.capital(n + 1)
    }

    /// "J.", "J.K." or a lone capital before a name.
    fn is_initial_letter(&self, n: usize) -> bool {
        let text = self.doc.text(n);
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let dotted = self.doc.tokens[n].stop && (letters == 1 || text.matches('.').count() == letters);
        let next = self.doc.tokens.get(n + 1).is_some_and(|t| matches!(t.shape, Shape::Capital | Shape::Upper));
        let written = self.doc.tokens[n].shape == Shape::Upper && self.spelled_initials(n, letters);
        let place = letters > 1 && self.patterns.name_facts(Word::of(&self.doc.norm(n).replace('.', " "))).place > 0;
        letters < 4
            && next
            && !place
            && (dotted || written || letters == 1 && !is_initial(self.doc, n) && text != "I" && text != "A")
    }

    /// "U.S.", "U.A.E"; "N.C." may also be somebody's initials.
    fn abbreviates_country(&self, n: usize) -> bool {
        let norm = self.doc.norm(n);
        let place = || self.patterns.name_facts(Word::of(norm.replace('.', " ").trim())).place;
        norm.trim_end_matches('.').contains('.') && place() >= COUNTRY
    }

    /// Initials without stops ("VVS Laxman"): two or three capitals, mostly consonants, before a name.
    fn spelled_initials(&self, n: usize, letters: usize) -> bool {
        let vowels = self.doc.norm(n).chars().filter(|c| "aeiou".contains(*c)).count();
        let next = self.facts(n + 1);
        let known = self.facts(n).place > 0 || self.is(n, self.patterns.persons.classes.never);
        let surname = next.name() >= 1 && next.word <= next.name() + 2 && next.place < 6;
        letters >= 2 && vowels * 2 <= letters && !known && surname && self.running(n)
    }

    /// The particle may stand here: at the start of a name, or inside; some only before a hyphen.
    pub fn particle_fits(&self, n: usize, begins: bool, hyphen: bool) -> bool {
        let class = self.patterns.persons.classes.particle;
        let hit = class.and_then(|c| self.doc.hit(n, c));
        let value = hit.and_then(|h| self.patterns.lexicon.entry(h.entry)).map_or("", |e| e.value.as_str());
        match value {
            "start" => true,
            "inside" => !begins || self.capital(n),
            _ => hyphen,
        }
    }

    /// The first half of a Korean or Chinese given name behind its surname ("Roh Moo-hyun"), whatever else the word means.
    fn is_hyphenated_given_name(&self, n: usize) -> bool {
        let before = n.checked_sub(1).map(|b| (self.facts(b), self.doc.norm(b).len())).unwrap_or_default();
        let surname = before.0.surname >= 3 && before.1 <= 6 && self.capital(n.wrapping_sub(1));
        let hyphen = self.doc.text(n + 1) == "-" && self.doc.tokens.get(n + 2).is_some_and(|t| t.glued);
        surname && hyphen && self.doc.norm(n).len() <= 6 && self.is_second_syllable(n + 2, 2)
    }

    /// A short surname right before such a given name, even when it is also an ordinary word ("You Si-kun", "Park Yong-jin").
    fn is_eastern_surname(&self, n: usize) -> bool {
        let facts = self.facts(n);
        facts.surname >= 3 && self.doc.norm(n).len() <= 6 && self.capital(n + 1) && self.is_hyphenated_given_name(n + 1)
    }

    /// The second half of a given name behind its hyphen ("Chung Mong-Jun").
    fn ends_given_name(&self, n: usize) -> bool {
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
