//! Are two parts of names spellings of one? Equal, of one cluster of spellings, alike in the letters that transliterations
//! have in common, or, when long, off by a letter.
//!
//! Input: a folded word. Output: [`Part`], which is compared with others.

use crate::document::Word;
use crate::patterns::Patterns;
use crate::patterns::name_clusters;
use crate::patterns::name_facts::{Gender, NameFacts};

/// From this many letters on one letter may differ, and two from the second number on.
const LONG: (usize, usize) = (6, 10);
/// From this many letters on one may differ where the rest of the name is the same.
const SLIP: usize = 5;
/// From this strength on a word is a name that many bear: another such name is not a slip of the pen.
const KNOWN: u8 = 3;

/// One part of a name.
#[derive(Clone, Debug)]
pub struct Part {
    /// Folded, in Latin letters where the alphabet is known.
    pub folded: String,
    /// In the letters that transliterations have in common.
    pub common: String,
    /// Clusters of spellings and nicknames.
    pub clusters: Vec<u32>,
    /// The father's or grandfather's name: it stands after "bin".
    pub father: bool,
    facts: NameFacts,
}

impl Part {
    /// A folded word.
    pub fn new(word: &str, father: bool, patterns: &Patterns) -> Self {
        let written: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
        let folded = patterns.linking.latin_letters(&written);
        let common = patterns.linking.common_letters(&patterns.linking.latin_letters(word));
        let spelled = name_clusters::clusters(&written);
        let clusters = spelled.chain(patterns.linking.nicknames(&folded)).collect();
        let facts = patterns.name_facts(Word::of(&folded));
        Part { folded, common, clusters, father, facts }
    }

    /// Spellings of one name.
    pub fn agrees(&self, other: &Part) -> bool {
        self.folded == other.folded
            || (self.is_word() && other.is_word())
                && (self.common == other.common
                    || self.clusters.iter().any(|c| other.clusters.contains(c))
                    || self.initial() == other.initial()
                        && !self.other_sex(other)
                        && nearly(&self.folded, &other.folded))
    }

    /// One is the other's initial.
    pub fn abbreviates(&self, other: &Part) -> bool {
        self.is_word() != other.is_word() && self.folded.chars().next() == other.folded.chars().next()
    }

    /// One may be the other with a wrong letter; only where the rest of the name agrees, and unless both are common names.
    pub fn slips(&self, other: &Part) -> bool {
        let latin = self.folded.is_ascii() && other.folded.is_ascii();
        latin
            && self.folded.len().min(other.folded.len()) >= SLIP
            && self.initial() == other.initial()
            && self.facts.name().min(other.facts.name()) < KNOWN
            && [(&self.folded, &other.folded), (&self.common, &other.common)].iter().any(|(a, b)| within(a, b, 1))
    }

    /// A man's and a woman's given name.
    fn other_sex(&self, other: &Part) -> bool {
        let known = self.facts.given.min(other.facts.given) >= KNOWN;
        let sexes = (self.facts.gender, other.facts.gender);
        known && matches!(sexes, (Gender::Male, Gender::Female) | (Gender::Female, Gender::Male))
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

/// Long words that are off by a letter or two. Not in Korean script, whose signs are taken apart by folding.
pub fn nearly(a: &str, b: &str) -> bool {
    let shorter = a.chars().count().min(b.chars().count());
    let allowed = usize::from(shorter >= LONG.0) + usize::from(shorter >= LONG.1);
    let korean = a.chars().any(|c| ('\u{1100}'..='\u{11ff}').contains(&c));
    allowed > 0 && !korean && within(a, b, allowed)
}

fn within(a: &str, b: &str, edits: usize) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    a.len().abs_diff(b.len()) <= edits && distance(&a, &b) <= edits
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
