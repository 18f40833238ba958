//! Are two names one person's? By their parts: equal, spelled alike in another transliteration, or, when long, off by a letter.

use crate::document::fold::fold;
use crate::patterns::Patterns;
use crate::patterns::name_clusters;

/// From this many letters on one letter may differ, and two from the second number on.
const LONG: (usize, usize) = (6, 10);

/// A name, cut into parts.
#[derive(Clone, Debug)]
pub struct Name {
    /// As written.
    pub text: String,
    /// Parts in order, particles left out where two others remain.
    pub parts: Vec<Part>,
}

/// One part of a name.
#[derive(Clone, Debug)]
pub struct Part {
    /// Folded.
    pub folded: String,
    /// In the letters that transliterations have in common.
    pub common: String,
    /// Clusters of spellings.
    pub clusters: Vec<u32>,
}

/// How two names go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// They do not.
    None,
    /// One is a single part of the other, or both are the same single part.
    Partial,
    /// Two parts or more agree and none speaks against it.
    Full,
}

impl Name {
    /// Cuts a name.
    pub fn new(text: &str, patterns: &Patterns) -> Self {
        let folded = fold(text);
        let words: Vec<&str> =
            folded.split(|c: char| c.is_whitespace() || c == '-').filter(|w| !w.is_empty()).collect();
        let particles = patterns.lexicon.class("name-particles");
        let is_particle = |word: &str| particles.is_some_and(|class| patterns.lexicon.single(word, class).is_some());
        let mut kept: Vec<&str> = words.iter().copied().filter(|w| !is_particle(w)).collect();
        if kept.len() < 2 {
            kept = words;
        }
        let parts = kept.into_iter().map(|w| Part::new(w, patterns)).filter(|p| !p.folded.is_empty()).collect();
        Name { text: text.to_string(), parts }
    }

    /// Compares with another name; the same in both directions.
    pub fn likeness(&self, other: &Name) -> Likeness {
        let (few, many) = if self.parts.len() <= other.parts.len() { (self, other) } else { (other, self) };
        if many.parts.len() > 1 && few.joined() == many.joined() {
            return Likeness::Full;
        }
        let mut free: Vec<&Part> = many.parts.iter().collect();
        let mut agreeing = 0;
        for part in &few.parts {
            let Some(at) =
                free.iter().position(|p| p.agrees(part)).or_else(|| free.iter().position(|p| p.abbreviates(part)))
            else {
                return Likeness::None;
            };
            agreeing += usize::from(free.remove(at).agrees(part));
        }
        match agreeing {
            0 => Likeness::None,
            1 if few.parts.len() > 1 || few.parts.iter().any(|p| p.folded.chars().count() < 3) => Likeness::None,
            1 => Likeness::Partial,
            _ => Likeness::Full,
        }
    }

    fn joined(&self) -> String {
        self.parts.iter().map(|p| p.common.as_str()).collect()
    }
}

impl Part {
    fn new(word: &str, patterns: &Patterns) -> Self {
        let folded: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
        let common = patterns.linking.common_letters(word);
        let clusters = name_clusters::clusters(&folded).collect();
        Part { folded, common, clusters }
    }

    fn agrees(&self, other: &Part) -> bool {
        self.folded == other.folded
            || (self.is_word() && other.is_word())
                && (self.common == other.common
                    || self.clusters.iter().any(|c| other.clusters.contains(c))
                    || self.initial() == other.initial() && nearly(&self.folded, &other.folded))
    }

    /// One is the other's initial.
    fn abbreviates(&self, other: &Part) -> bool {
        self.is_word() != other.is_word() && self.folded.chars().next() == other.folded.chars().next()
    }

    fn is_word(&self) -> bool {
        self.folded.chars().nth(1).is_some()
    }

    /// Consonants and the first letter of the common form: what most misspellings leave alone.
    pub fn skeleton(&self) -> String {
        let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
        self.common.chars().enumerate().filter(|(n, c)| *n == 0 || !vowel(*c)).map(|(_, c)| c).collect()
    }

    /// First letter of the common form.
    pub fn initial(&self) -> Option<char> {
        self.common.chars().next()
    }
}

/// Long words that are off by a letter or two.
fn nearly(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let shorter = a.len().min(b.len());
    let allowed = usize::from(shorter >= LONG.0) + usize::from(shorter >= LONG.1);
    allowed > 0 && a.len().abs_diff(b.len()) <= allowed && distance(&a, &b) <= allowed
}

/// Edits (a letter changed, added, lost, or swapped with its neighbour) between short words; words beyond 40 letters are
/// far apart.
fn distance(a: &[char], b: &[char]) -> usize {
    if a.len() > 40 || b.len() > 40 {
        return usize::MAX;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let mut best = (row[j] + usize::from(x != y)).min(row[j + 1] + 1).min(next[j] + 1);
            if i > 0 && j > 0 && a[i - 1] == *y && b[j - 1] == *x {
                best = best.min(before[j - 1] + 1);
            }
            next.push(best);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or(0)
}
