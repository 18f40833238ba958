//! What each token of a document may be in a name. Document -> one [`Kind`] and [`NameFacts`] a token.

use crate::document::casing::is_initial;
use crate::document::{Case, Document, Shape, Tag};
use crate::patterns::Patterns;
use crate::patterns::lexicon::ClassId;
use crate::patterns::name_facts::NameFacts;

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
}

/// Strength from which a given name or surname counts as known for sure.
pub const SURE: u8 = 5;

impl<'a> Words<'a> {
    /// Looks every token up.
    pub fn new(doc: &'a Document<'a>, patterns: &'a Patterns) -> Self {
        let facts = (0..doc.tokens.len()).map(|n| facts_of(doc, n, patterns)).collect();
        let mut words = Words { doc, patterns, kinds: Vec::new(), facts };
        words.kinds = (0..doc.tokens.len()).map(|n| words.classify(n)).collect();
        words
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
        if let Some(len) = self.title_len(n) {
            return Kind::Title(len);
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
        if self.is(n, classes.never) && !self.outweighs(n) {
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
        if facts.word >= 5 && facts.word > facts.name() + 2 && !self.outweighs(n) {
            return Kind::Plain;
        }
        Kind::Word
    }

    /// A capital that means something, or a strong given name at a sentence's start with a name behind it.
    fn is_name_like(&self, n: usize) -> bool {
        if self.doc.tokens[n].name_like {
            return true;
        }
        let facts = self.facts(n);
        let function = matches!(
            self.patterns.tags_of(self.doc.norm(n))[0],
            Tag::IN | Tag::DT | Tag::CC | Tag::PRP | Tag::PRPS | Tag::WP | Tag::WDT | Tag::WRB | Tag::TO | Tag::RB
        );
        let next = self.doc.tokens.get(n + 1).is_some_and(|t| t.name_like && t.shape != Shape::Upper);
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
        let given_before =
            before.given >= SURE && before.place < 6 && before.word < 7 && self.capital(n.wrapping_sub(1));
        let as_surname = facts.surname >= SURE && given_before && !self.capital(n + 1);
        let as_given =
            facts.given > SURE && self.capital(n + 1) && next.surname >= 3 && next.word < 5 && next.place < 6;
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
        let follows = self.doc.tokens.get(n.wrapping_sub(1)).is_some_and(|t| t.name_like);
        let as_surname = single && follows && facts.surname >= SURE && before.given >= SURE && !self.capital(n + 1);
        (!as_surname).then_some(len as u8)
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
        let place = letters > 1 && self.patterns.name_facts(&self.doc.norm(n).replace('.', " ")).place > 0;
        letters < 4
            && next
            && !place
            && (dotted || letters == 1 && !is_initial(self.doc, n) && text != "I" && text != "A")
    }

    /// The particle may stand here: at the start of a name, or inside; some only before a hyphen.
    pub fn particle_fits(&self, n: usize, begins: bool, hyphen: bool) -> bool {
        let class = self.patterns.persons.classes.particle;
        let hit = class.and_then(|c| self.doc.hit(n, c));
        let value = hit.and_then(|h| self.patterns.lexicon.entry(h.entry)).map_or("", |e| e.value.as_str());
        match value {
            "start" => true,
            "inside" => !begins,
            _ => hyphen,
        }
    }

    /// The small second half of a Korean or Chinese given name after its hyphen ("Jong-un").
    pub fn is_second_syllable(&self, n: usize, before: usize) -> bool {
        let (norm, facts) = (self.doc.norm(n), self.facts(n));
        let lower = self.doc.tokens.get(n).is_some_and(|t| t.shape == Shape::Lower && t.glued);
        let first = self.doc.norm(n.wrapping_sub(2)).len();
        lower && before >= 2 && norm.len() <= 5 && first <= 6 && facts.given >= 2
    }

    /// The sentence of a token uses capitals as running text does.
    pub fn running(&self, n: usize) -> bool {
        self.doc.sentence_of(n).is_none_or(|s| s.case == Case::Sentence)
    }
}

fn facts_of(doc: &Document, n: usize, patterns: &Patterns) -> NameFacts {
    match doc.tokens.get(n).map(|t| t.shape) {
        Some(Shape::Mark | Shape::Number) | None => NameFacts::default(),
        _ => patterns.name_facts(doc.norm(n)),
    }
}
