//! Are two names one person's? By their parts: every part of the shorter name has to be found in the longer one.
//!
//! Input: names as written. Output: [`Likeness`].

use super::parts::{Part, nearly};
use crate::document::fold::fold;
use crate::patterns::Patterns;
use crate::patterns::lexicon::ClassId;

/// A name, cut into parts.
#[derive(Clone, Debug)]
pub struct Name {
    /// As written.
    pub text: String,
    /// Parts in order, particles left out where two others remain.
    pub parts: Vec<Part>,
}

/// How two names go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// They do not.
    None,
    /// One is a single part of the other, both are the same single part, or all but one part are initials.
    Partial,
    /// Two parts or more agree and none speaks against it.
    Full,
}

impl Name {
    /// Cuts a name; titles, particles and "Jr." are left out where something remains.
    pub fn new(text: &str, patterns: &Patterns) -> Self {
        let folded = fold(text);
        let words: Vec<&str> = folded.split(between).filter(|w| w.chars().any(char::is_alphanumeric)).collect();
        let classes = &patterns.persons.classes;
        let is = |word: &str, class: Option<ClassId>| {
            class.is_some_and(|class| patterns.lexicon.single(word, class).is_some())
        };
        let titles = words.iter().take_while(|w| is(w, classes.honorific)).count();
        let words = words.get(titles..).filter(|rest| !rest.is_empty()).unwrap_or(&words);
        let part = |(n, word): (usize, &&str)| {
            let father = n > 0 && words.get(n - 1).is_some_and(|before| patterns.linking.is_filiation(before));
            Part::new(word, father, patterns)
        };
        let left_out = |(n, word): &(usize, &&str)| is(word, classes.particle) || *n > 1 && is(word, classes.suffix);
        let full = words.iter().enumerate().filter(|word| !left_out(word));
        let mut parts: Vec<Part> = full.map(part).collect();
        if parts.len() < 2 {
            parts = words.iter().enumerate().map(part).collect();
        }
        Name { text: text.to_string(), parts }
    }

    /// Compares with another name; the same in both directions.
    pub fn likeness(&self, other: &Name) -> Likeness {
        let (few, many) = if self.parts.len() <= other.parts.len() { (self, other) } else { (other, self) };
        if few.glued(many) {
            return Likeness::Full;
        }
        if few.father_and_son(many) {
            return Likeness::None;
        }
        let Some(tally) = Tally::of(few, many) else { return Likeness::None };
        let short = few.parts.iter().any(|p| p.folded.chars().count() < 3);
        match (tally.agreeing, tally.initials, tally.slips) {
            (0, ..) | (_, 1.., 1..) => Likeness::None,
            (1, 0, 0) if short => Likeness::None,
            (1, _, 0) => Likeness::Partial,
            _ => Likeness::Full,
        }
    }

    /// The same letters with the words run together in one of them.
    fn glued(&self, other: &Name) -> bool {
        let joined = |name: &Name| name.parts.iter().map(|p| p.common.as_str()).collect::<String>();
        let (a, b) = (joined(self), joined(other));
        let one_less = self.parts.len() + 1 == other.parts.len();
        other.parts.len() > 1 && (a == b || one_less && self.parts.len() < 2 && nearly(&a, &b))
    }

    /// "A bin B" and "B bin A".
    fn father_and_son(&self, other: &Name) -> bool {
        let (Some(a), Some(b)) = (self.parts.first(), other.parts.first()) else { return false };
        let fathers = |name: &Name, own: &Part| name.parts.iter().any(|p| p.father && p.agrees(own));
        !a.agrees(b) && fathers(self, b) && fathers(other, a)
    }
}

/// How the parts of the shorter name were found in the longer one.
#[derive(Default)]
struct Tally {
    agreeing: usize,
    initials: usize,
    slips: usize,
}

impl Tally {
    /// None when a part of the shorter name is not in the longer one.
    fn of(few: &Name, many: &Name) -> Option<Self> {
        let mut tally = Tally::default();
        let mut free: Vec<&Part> = many.parts.iter().collect();
        let mut rest: Vec<&Part> = few.parts.iter().collect();
        tally.agreeing = pair_off(&mut rest, &mut free, Part::agrees);
        tally.initials = pair_off(&mut rest, &mut free, Part::abbreviates);
        tally.slips = pair_off(&mut rest, &mut free, Part::slips);
        rest.is_empty().then_some(tally)
    }
}

/// Takes away the parts that go together; their number.
fn pair_off(rest: &mut Vec<&Part>, free: &mut Vec<&Part>, alike: fn(&Part, &Part) -> bool) -> usize {
    let before = rest.len();
    rest.retain(|part| match free.iter().position(|p| alike(p, part)) {
        Some(at) => {
            free.remove(at);
            false
        }
        None => true,
    });
    before - rest.len()
}

/// Hyphens, stops of initials, commas before given names, and the Japanese dot.
fn between(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '.' | ',' | '・' | '·')
}
