//! The part that each token may play in a name: one [`Kind`] from its shape, its strengths and its neighbours.

use super::words::{COUNTRY, SURE, Words};
use crate::document::casing::is_initial;
use crate::document::{Case, Shape, Tag, Word};
use crate::patterns::lexicon::ClassId;
use crate::patterns::name_facts::{Gender, NameFacts};

/// Strength as an ordinary word of those that are hardly ever written.
const SELDOM: u8 = 5;

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

impl Words<'_> {
    /// The token's part.
    pub fn classify(&self, n: usize) -> Kind {
        let token = &self.doc.tokens[n];
        match token.shape {
            Shape::Mark => self.classify_mark(n),
            Shape::Number => Kind::Other,
            Shape::Lower if self.is(n, self.patterns.persons.classes.particle) => Kind::Particle,
            Shape::Lower | Shape::Mixed => Kind::Other,
            Shape::Capital if humps(self.doc.text(n)) > 1 => Kind::Other,
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
        if self.is_date_before_name(n) {
            return Kind::Other;
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
        if self.is(n, classes.never) && !self.outweighs(n) && !self.ends_given_name(n) && !self.amid_names(n) {
            return Kind::Other;
        }
        if let Some(hit) = classes.thing_start.and_then(|c| self.doc.hit(n, c))
            && self.capital(n + hit.len as usize)
            && !self.completes_particles(n)
        {
            return Kind::Start(hit.len as u8);
        }
        if (self.is(n, classes.org_head) || self.is(n, classes.thing_head)) && !self.outweighs(n) {
            return Kind::Head;
        }
        if self.completes_particles(n) && facts.name() > 0 {
            return Kind::Word;
        }
        if facts.people && facts.given < SURE && !self.people_as_surname(n) {
            return Kind::People;
        }
        if facts.place >= 7 && facts.name() < 4 && self.capital(n + 1) {
            return Kind::Place;
        }
        if facts.word >= 5
            && facts.word > facts.name() + 2
            && !self.outweighs(n)
            && !self.given_before(n, facts)
            && !self.cued(n, facts)
            && !self.aged(n)
        {
            return Kind::Plain;
        }
        Kind::Word
    }

    /// "In JUNE Jan Novak was shot", "late on FRIDAY Jan Novak": a month or weekday behind its preposition, with a given name and a
    /// surname behind it; "on 25 MAY Jan" is a date in any case.
    pub(super) fn is_date_before_name(&self, n: usize) -> bool {
        let classes = &self.patterns.persons.classes;
        let led = n.checked_sub(1).is_some_and(|b| self.is(b, classes.month_lead) && self.running(b));
        // "June" and "May" are given names, too, "October" is none.
        let given = if self.facts(n).given > SURE { SURE } else { 0 };
        let name = |n: usize| self.capital(n + 1) && self.capital(n + 2) && self.facts(n + 1).given >= given;
        let day = |b: usize| self.doc.text(b).parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
        let dated = n > 0 && day(n - 1) && self.capital(n + 1) && self.running(n);
        dated && self.is(n, classes.month) || led && name(n) && self.is_date(n)
    }

    /// "Karima BALOCH was": the word for a people right behind a given name that means nothing else, with no noun to describe.
    fn people_as_surname(&self, n: usize) -> bool {
        let before = n.checked_sub(1).map(|b| self.facts(b)).unwrap_or_default();
        let given = before.given >= 2 && before.word == 0 && before.place <= before.given && !before.people;
        let beside = n > 0 && self.capital(n - 1) && self.doc.tokens[n].sentence == self.doc.tokens[n - 1].sentence;
        if n >= 3 && self.doc.text(n - 1) == "-" && self.is(n - 2, self.patterns.persons.classes.particle) {
            return self.capital(n - 3) && self.facts(n - 3).word == 0; // "Sajjad al-IRAQI"
        }
        // "Duong Van THAI".
        let surname = n.checked_sub(2).filter(|&b| self.capital(b)).map(|b| self.facts(b)).unwrap_or_default();
        let eastern = surname.surname >= 4 && surname.word == 0 && self.doc.norm(n - 1).len() <= 4;
        (given || eastern) && beside && !self.describes(n) && self.running(n)
    }

    /// "Parish Blunt, 21,": two capitals with an age behind them are a person's, whatever else the words mean.
    fn aged(&self, n: usize) -> bool {
        let number = |t: usize| self.doc.text(t).parse::<u32>().is_ok_and(|age| (1..=110).contains(&age));
        let closed = |t: usize| matches!(self.doc.text(t), "," | "." | ";" | ")");
        let age = |t: usize| self.doc.text(t) == "," && number(t + 1) && closed(t + 2);
        let pair = self.capital(n + 1) && age(n + 2) || n > 0 && self.capital(n - 1) && age(n + 1);
        let named = |t: usize| self.facts(t).name() > 0 || self.facts(t).word == 0;
        pair && self.running(n) && (named(n) || named(if age(n + 1) { n - 1 } else { n + 1 }))
    }

    /// A rare or fairly common word right after a given name is a surname ("Emmanuel Macron").
    fn given_before(&self, n: usize, facts: NameFacts) -> bool {
        let before = n.checked_sub(1).map(|b| self.facts(b)).unwrap_or_default();
        let close = self.doc.tokens[n].sentence == self.doc.tokens[n.saturating_sub(1)].sentence;
        let given = before.given >= 4 && before.place <= before.given && before.word < 5;
        let likely = facts.word <= 7 && facts.name() > 0 || before.given >= SURE && facts.surname >= 3;
        let ends = !self.capital(n + 1) && self.running(n) && facts.surname >= 2;
        let rare = before.given >= 2 && before.word == 0 && before.place <= before.given;
        // "Andrew Buncombe": hardly anybody writes the word, and no list has the name.
        let seldom = before.given >= SURE && facts.word <= SELDOM && !self.capital(n + 1) && self.running(n);
        close && self.capital(n.wrapping_sub(1)) && (given && (likely || seldom) || rare && ends)
    }

    /// "Shafiqul Islam Kajol", "Gamal Eid": a surname that means something else too, behind or between words that are only names.
    fn amid_names(&self, n: usize) -> bool {
        let only = |f: NameFacts| f.given > 0 && f.word == 0 && f.place <= f.given && !f.people;
        let beside = |m: usize| self.capital(m) && self.doc.tokens[m].sentence == self.doc.tokens[n].sentence;
        let behind = n > 0 && beside(n - 1) && only(self.facts(n - 1)) && self.facts(n).surname >= 3;
        let unknown = |f: NameFacts| f.word == 0 && f.place == 0 && !f.people;
        behind && self.running(n) && (!self.capital(n + 1) || beside(n + 1) && unknown(self.facts(n + 1)))
    }

    /// The capital behind a given name and its particles ("Jan de Boer"), whatever else it means.
    fn completes_particles(&self, n: usize) -> bool {
        let class = self.patterns.persons.classes.particle;
        let lower = |i: &usize| self.doc.tokens.get(*i).is_some_and(|t| t.shape == Shape::Lower);
        let count = (1..=3).take_while(|back| n >= *back && lower(&(n - back)) && self.is(n - back, class)).count();
        let first = n.checked_sub(count + 1).filter(|_| count > 0);
        first.is_some_and(|f| self.capital(f) && self.facts(f).given >= SURE && self.particle_fits(f + 1, true, false))
    }

    /// A capital particle that is not itself all of the name: a capital or a hyphen follows.
    pub(super) fn particle_before_name(&self, n: usize) -> bool {
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
        facts.given >= SURE && facts.gender != Gender::Unknown && next && !function && self.facts(n + 1).surname >= 1
            || self.pair_in_capitals(n)
            || n > 0 && self.pair_in_capitals(n - 1)
    }

    /// In copy that is all capitals, a given name before a surname, both known more as names than as anything else.
    fn pair_in_capitals(&self, n: usize) -> bool {
        let upper = |i: usize| self.doc.tokens.get(i).is_some_and(|t| t.shape == Shape::Upper);
        let sentence = self.doc.sentence_of(n).filter(|s| s.case == Case::Upper && s.tokens.contains(&(n + 1)));
        let (given, surname) = (self.facts(n), self.facts(n + 1));
        let only = |f: NameFacts, name: u8| name >= SURE && f.word < name && f.place < name && !f.people;
        sentence.is_some() && upper(n) && upper(n + 1) && only(given, given.given) && only(surname, surname.surname)
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
        as_surname || as_given || facts.given > SURE && self.particles_lead_on(n + 1)
    }

    /// Particles in lower case and a capital behind them: "Jan van den Heuvel" is no month.
    fn particles_lead_on(&self, n: usize) -> bool {
        let lower = |i: &usize| self.doc.tokens.get(*i).is_some_and(|t| t.shape == Shape::Lower);
        let particle = |i: &usize| lower(i) && self.is(*i, self.patterns.persons.classes.particle);
        let end = (n..n + 4).take_while(particle).count() + n;
        end > n && self.particle_fits(n, true, false) && self.capital(end)
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

    pub(super) fn capital(&self, n: usize) -> bool {
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
        // "Peter R. de Vries".
        let particle = usize::from(dotted && self.is(n + 1, self.patterns.persons.classes.particle));
        let next = self.doc.tokens.get(n + 1 + particle);
        let next = next.is_some_and(|t| matches!(t.shape, Shape::Capital | Shape::Upper));
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
        let classes = &self.patterns.persons.classes;
        let known = self.facts(n).place > 0 || self.is(n, classes.never) || self.is(n, classes.thing_start);
        let surname = next.name() >= 1 && next.word <= next.name() + 2 && next.place < 6;
        letters >= 2 && vowels * 2 <= letters && !known && surname && self.running(n)
    }
}

/// Capitals inside the word: one in "McKay", two in "CrossRiverWatch", which is nobody's name.
fn humps(text: &str) -> usize {
    text.chars().skip(1).filter(|c| c.is_uppercase()).count()
}
