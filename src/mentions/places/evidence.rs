//! How sure it is that a gazetteer name is a place here: what the name is by itself, and what stands around it.

use super::lookup::Spot;
use crate::document::{Case, Document, Shape};
use crate::mentions::PlaceForm;
use crate::patterns::Patterns;
use crate::patterns::gazetteer::Form;
use crate::patterns::lexicon::ClassId;
use crate::patterns::name_facts::NameFacts;
use std::collections::HashSet;

/// Strength from which a word counts as a given name or surname.
const COMMON_NAME: u8 = 4;
/// What a point of the compass before the name is worth: "West Toledo".
const PART: i32 = 12;
/// What it is worth that a large town opens a paragraph as a dateline does.
const DATELINE: i32 = 40;
/// Inhabitants of a town from which a dateline names it alone.
const LARGE: u32 = 100_000;
/// What a word that nobody knows takes from the name behind it.
const BRAND: i32 = 60;
/// SCOWL level up to which a word is ordinary.
const ORDINARY: u8 = 50;

/// The names of a document with what the whole document says about them.
pub struct Evidence<'a> {
    doc: &'a Document<'a>,
    patterns: &'a Patterns,
    spots: &'a [Spot],
    persons: HashSet<&'a str>,
    assured: HashSet<&'a str>,
    named: HashSet<u32>,
}

impl<'a> Evidence<'a> {
    /// Looks over all names once.
    pub fn new(doc: &'a Document<'a>, patterns: &'a Patterns, spots: &'a [Spot]) -> Self {
        let named = spots.iter().filter(|s| s.form == PlaceForm::Name).map(|s| s.best.number).collect();
        let mut out = Evidence { doc, patterns, spots, persons: HashSet::new(), assured: HashSet::new(), named };
        for (n, spot) in spots.iter().enumerate().filter(|(_, s)| s.core.len() == 1) {
            if out.ends_person(spot.core.start) {
                out.persons.insert(doc.norm(spot.core.start));
            }
            if out.context(n) >= 20 {
                out.assured.insert(doc.norm(spot.core.start));
            }
        }
        out
    }

    /// The weight of one name.
    pub fn weigh(&self, n: usize) -> i32 {
        let Some(spot) = self.spots.get(n) else { return 0 };
        match spot.form {
            PlaceForm::Demonym => 70 + self.position(spot) / 2 - self.surname(spot),
            PlaceForm::Abbreviation => self.abbreviation(n),
            PlaceForm::Name if self.never(n) => 0,
            PlaceForm::Name => {
                let sum = self.alone(spot) + self.position(spot) + self.context(n) + self.elsewhere(spot);
                sum + if sum < 70 { self.coordinated(n) } else { 0 }
            }
        }
    }

    /// Words that are places only when their container follows; single letters never are.
    fn never(&self, n: usize) -> bool {
        let spot = &self.spots[n];
        let short = spot.core.len() == 1 && self.doc.norm(spot.core.start).chars().count() < 2;
        let listed = self.patterns.places.classes.never.and_then(|class| self.doc.hit(spot.core.start, class));
        let whole = listed.is_some_and(|hit| spot.core.start + hit.len as usize >= spot.core.end) && !spot.extended;
        short || whole && !self.container_follows(n)
    }

    /// A demonym that is a surname after a capital or before "said": "Philip English".
    fn surname(&self, spot: &Spot) -> i32 {
        let named = self.before_token(spot.core.start).is_some_and(|p| self.given(p) && self.capital(p));
        let speaks = self.patterns.places.classes.denials.is_some_and(|class| self.doc.is(spot.core.end, class));
        let common = self.facts(spot).surname >= COMMON_NAME;
        if common && (named || speaks && spot.best.kind() != "country") { 40 } else { 0 }
    }

    /// What a name of one word is worth as a person's.
    fn facts(&self, spot: &Spot) -> NameFacts {
        if spot.core.len() > 1 {
            NameFacts::default()
        } else {
            self.patterns.name_facts(self.doc.word(spot.core.start))
        }
    }

    /// Listed with another place: "Barrow and Clarke", "in Sharon, Kent and Salisbury".
    fn coordinated(&self, n: usize) -> i32 {
        let link = |end: usize, start: usize| {
            start > end && start - end <= 2 && (end..start).all(|t| matches!(self.doc.norm(t), "," | "and" | "or"))
        };
        let sure = |s: &Spot| s.form == PlaceForm::Name && self.alone(s) >= 56;
        let spot = &self.spots[n];
        let before = n.checked_sub(1).and_then(|b| self.spots.get(b));
        let after = self.spots.get(n + 1);
        let listed = before.is_some_and(|b| sure(b) && link(b.tokens.end, spot.tokens.start))
            || after.is_some_and(|a| sure(a) && link(spot.tokens.end, a.tokens.start));
        if listed { 10 } else { 0 }
    }

    /// The name by itself.
    fn alone(&self, spot: &Spot) -> i32 {
        let best = spot.best;
        let base = match best.kind() {
            "country" => 80,
            "region" => 72,
            "admin1" => 70,
            _ if best.population >= 1_000_000 => 70,
            "capital" => 68,
            _ if best.population >= 100_000 => 62,
            _ if best.population >= 15_000 => 56,
            _ => 50,
        };
        let several = if spot.core.len() > 1 || spot.tokens.start < spot.core.start { 12 } else { 0 };
        let alias = if spot.best_form == Form::Alias && best.kind() != "country" { 8 } else { 0 };
        base + several - alias - self.rivals(spot)
    }

    /// Other readings of the word: person's name, ordinary word.
    fn rivals(&self, spot: &Spot) -> i32 {
        if spot.core.len() > 1 || spot.extended {
            return 0;
        }
        let strength = i32::from(self.facts(spot).name());
        let level = self.patterns.word_level(self.doc.word(spot.core.start));
        let prominent =
            matches!(spot.best.kind(), "country" | "admin1" | "region") || spot.best.population >= 1_000_000;
        let name = (strength - 3).max(0)
            * match spot.best.kind() {
                _ if prominent => 1,
                "capital" => 2,
                _ => 3,
            };
        let word = match level {
            1..=35 => 26,
            36..=ORDINARY => 16,
            _ => 0,
        };
        name + if prominent { word / 3 } else { word }
    }

    /// Sentence start, headline: the capital says little.
    fn position(&self, spot: &Spot) -> i32 {
        let like = self.doc.name_like(spot.core.start);
        match (like, spot.best.kind()) {
            (true, _) => 0,
            (false, "country") => -10,
            (false, _) if spot.core.len() > 1 => -8,
            _ => -30,
        }
    }

    /// What stands directly around.
    fn context(&self, n: usize) -> i32 {
        let spot = &self.spots[n];
        self.before(spot) + self.after(n)
    }

    /// Left of the name, its article included: "in The Hague".
    fn before(&self, spot: &Spot) -> i32 {
        let classes = &self.patterns.places.classes;
        let part = |t: &usize| classes.compass.is_some_and(|class| self.doc.is(*t, class));
        let compass = self.before_token(spot.tokens.start).filter(part);
        let start = compass.unwrap_or(spot.tokens.start);
        let bonus = if compass.is_some() { PART } else { 0 };
        let Some(previous) = self.before_token(start) else { return bonus };
        if self.titled(previous) {
            return -45;
        }
        let mut sum = bonus;
        if let Some(value) = self.value_ending_at(start, classes.prepositions) {
            sum += if value == "strong" { 22 } else { 10 };
        } else if let Some(value) = self.value_ending_at(start, classes.pre_nouns) {
            sum += if value == "of" { 24 } else { 8 };
        } else if self.capital(previous) && !self.in_spot(previous) {
            sum -= if self.brand(previous) {
                BRAND
            } else if self.given(previous) {
                30
            } else {
                10
            };
        } else if self.after_place(start) {
            sum += 18;
        } else if self.campus(previous) {
            sum -= BRAND;
        }
        sum
    }

    fn after(&self, n: usize) -> i32 {
        let spot = &self.spots[n];
        let classes = &self.patterns.places.classes;
        let next = spot.tokens.end;
        let is = |at: usize, class: Option<ClassId>| class.is_some_and(|c| self.doc.is(at, c));
        let mut sum = if spot.extended { 20 } else { 0 };
        if self.container_follows(n) {
            sum += 26;
        }
        let possessive = matches!(self.doc.norm(next), "'s" | "'");
        let officer = is(next, classes.titles[0]) && self.capital(next);
        if is(next, classes.heads) && (self.lower(next) || officer) || possessive && is(next + 1, classes.heads) {
            sum += 12;
        }
        if is(next, self.patterns.classes.institutions) && self.lower(next) {
            sum += 10;
        }
        if self.dateline(spot) {
            sum += DATELINE;
        }
        if is(next, classes.denials) && spot.core.len() == 1 {
            let country = spot.best.kind() == "country";
            sum -= 12 + if country { 0 } else { 3 * i32::from(self.facts(spot).name()) };
        }
        sum
    }

    /// "Muscat: A storm", "Lima - A storm": a large town that opens a paragraph before a colon or dash.
    fn dateline(&self, spot: &Spot) -> bool {
        let doc = self.doc;
        let opens = doc.sentence_of(spot.tokens.start).is_some_and(|s| s.tokens.start == spot.tokens.start);
        let mark = matches!(doc.norm(spot.tokens.end), ":" | "-" | "–" | "—");
        let text = doc.tokens.get(spot.tokens.end + 1).is_some_and(|t| t.shape != Shape::Mark);
        let town = matches!(spot.best.kind(), "capital" | "seat" | "town") && spot.best.population >= LARGE;
        opens && mark && text && town
    }

    /// What the rest of the document says about the same word.
    fn elsewhere(&self, spot: &Spot) -> i32 {
        if spot.core.len() > 1 || spot.extended {
            return 0;
        }
        let norm = self.doc.norm(spot.core.start);
        let person = if self.persons.contains(norm) { -35 } else { 0 };
        person + if self.assured.contains(norm) { 12 } else { 0 }
    }

    /// "Ind." after "Gary,"; "U.S." anywhere.
    fn abbreviation(&self, n: usize) -> i32 {
        let spot = &self.spots[n];
        let text = self.doc.text(spot.core.start);
        let after_place = self.after_place(spot.core.start) && self.could_hold(n);
        match spot.best_form {
            Form::Postal if after_place => 92,
            Form::Postal if spot.best.kind() == "country" => 0,
            _ if spot.best.kind() == "country" || spot.best.kind() == "region" => 80,
            _ if after_place => 92,
            Form::Postal if self.spelled_out(spot) => 60,
            Form::Postal => 0,
            _ if text.matches('.').count() > 1 || spot.core.len() > 1 => 72,
            _ if self.value_ending_at(spot.core.start, self.patterns.places.classes.prepositions) == Some("strong") => {
                55
            }
            _ => 20,
        }
    }

    /// The name before an abbreviated division has a reading in it, or is no gazetteer name.
    fn could_hold(&self, n: usize) -> bool {
        let Some(before) = n.checked_sub(1).and_then(|b| self.spots.get(b)) else { return true };
        let outer = self.spots[n].best;
        if before.tokens.end + 1 != self.spots[n].core.start {
            return true;
        }
        let inner = before.name.readings().filter_map(|(r, _)| crate::patterns::gazetteer::record(r));
        inner.into_iter().any(|r| r.country == outer.country && (r.admin1 == outer.admin1 || outer.admin1 == 0))
    }

    /// The full name of an abbreviated division stands somewhere in the article.
    fn spelled_out(&self, spot: &Spot) -> bool {
        self.named.contains(&spot.best.number)
    }

    /// A comma after the name, then a country, state or another division.
    fn container_follows(&self, n: usize) -> bool {
        let (Some(spot), Some(next)) = (self.spots.get(n), self.spots.get(n + 1)) else { return false };
        let comma = matches!(self.doc.norm(spot.tokens.end), "," | "(");
        comma && next.core.start == spot.tokens.end + 1 && next.form != PlaceForm::Demonym && is_container(next)
    }

    /// A place and a comma stand right before.
    fn after_place(&self, at: usize) -> bool {
        if at < 2 || !matches!(self.doc.norm(at - 1), "," | "(") {
            return false;
        }
        let before = self.spots.partition_point(|s| s.tokens.end < at - 1);
        let placed = self.spots.get(before).is_some_and(|s| s.tokens.end == at - 1 && s.form == PlaceForm::Name);
        placed || self.capital(at - 2) && self.doc.tokens.get(at).is_some_and(|t| t.stop)
    }

    fn before_token(&self, at: usize) -> Option<usize> {
        let sentence = self.doc.sentence_of(at)?;
        at.checked_sub(1).filter(|p| sentence.tokens.contains(p))
    }

    fn titled(&self, previous: usize) -> bool {
        let titles = self.patterns.places.classes.titles;
        self.patterns.precedes_name(self.doc.word(previous)) && self.doc.tokens[previous].stop
            || titles.into_iter().flatten().any(|class| self.capital(previous) && self.doc.is(previous, class))
    }

    /// The value of the class entry that ends right before a token.
    fn value_ending_at(&self, at: usize, class: Option<ClassId>) -> Option<&'a str> {
        let class = class?;
        let floor = self.doc.sentence_of(at)?.tokens.start;
        (at.saturating_sub(3).max(floor)..at).find_map(|from| {
            let hit = self.doc.hits(from).iter().find(|h| h.class == class && from + h.len as usize == at)?;
            self.patterns.lexicon.entry(hit.entry).map(|e| e.value.as_str())
        })
    }

    fn capital(&self, at: usize) -> bool {
        self.doc.name_like(at) && self.doc.tokens.get(at).is_some_and(|t| t.shape != Shape::Mark)
    }

    fn lower(&self, at: usize) -> bool {
        self.doc.tokens.get(at).is_some_and(|t| t.shape == Shape::Lower)
    }

    fn given(&self, at: usize) -> bool {
        self.patterns.name_facts(self.doc.word(at)).given >= COMMON_NAME
    }

    /// "Nedbank Namibia", "BRAC Uganda": a word that nobody knows, inside a sentence, names something of its own there.
    fn brand(&self, at: usize) -> bool {
        let word = self.doc.word(at);
        let facts = self.patterns.name_facts(word);
        let sentence = self.doc.sentence_of(at).filter(|s| s.case == Case::Sentence && s.tokens.start < at);
        let plain = matches!(self.doc.tokens[at].shape, Shape::Capital | Shape::Upper | Shape::Mixed)
            && !self.doc.tokens[at].stop;
        let known = self.patterns.word_level(word) > 0 || facts.people || facts.name() >= COMMON_NAME;
        plain && !known && sentence.is_some() && !self.doc.tokens[at].glued
    }

    /// "IIT-Delhi": an acronym that a hyphen joins to the name.
    fn campus(&self, hyphen: usize) -> bool {
        let joint = self.doc.norm(hyphen) == "-" && self.doc.tokens.get(hyphen + 1).is_some_and(|t| t.glued);
        let acronym = |at: usize| self.doc.tokens[at].shape == Shape::Upper && !self.in_spot(at) && self.brand(at);
        joint && self.doc.tokens[hyphen].glued && hyphen.checked_sub(1).is_some_and(acronym)
    }

    fn in_spot(&self, at: usize) -> bool {
        let n = self.spots.partition_point(|s| s.tokens.end <= at);
        self.spots.get(n).is_some_and(|s| s.tokens.contains(&at) && !self.given(at))
    }

    /// A given name, or an initial after one, stands right before: "Steven J. Nelson".
    fn ends_person(&self, at: usize) -> bool {
        let Some(previous) = self.before_token(at) else { return false };
        let initial = self.doc.tokens[previous].stop && self.doc.norm(previous).len() == 1;
        self.capital(previous) && (initial || self.given(previous))
    }
}

fn is_container(spot: &Spot) -> bool {
    matches!(spot.best.kind(), "country" | "admin1" | "admin2" | "region")
        || spot.name.readings().any(|(n, form)| {
            form <= Form::Postal
                && crate::patterns::gazetteer::record(n).is_some_and(|r| matches!(r.kind(), "country" | "admin1"))
        })
}
