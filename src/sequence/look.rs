//! One token, or what a pattern allows at one token, in a few bits: a look at both tells mostly that they do not fit.

use super::NumberKinds;
use crate::document::Word;
use crate::patterns::lexicon::ClassId;

/// Bits of words, of classes and of kinds of numbers; two words or two classes may share one.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look(u128);

/// Where the bits of classes begin.
const CLASSES: u32 = 64;
/// Where the bits of numbers begin.
const NUMBERS: u32 = 112;

impl Look {
    /// Adds a word.
    pub fn add_word(&mut self, word: Word) {
        self.0 |= 1 << (word.0 & u64::from(CLASSES - 1));
    }

    /// Adds a class.
    pub fn add_class(&mut self, class: ClassId) {
        self.0 |= 1 << (CLASSES + u32::from(class.0) % (NUMBERS - CLASSES));
    }

    /// Adds kinds of numbers.
    pub fn add_numbers(&mut self, kinds: NumberKinds) {
        self.0 |= u128::from(kinds.bits()) << NUMBERS;
    }

    /// Adds what the other has.
    pub fn add(&mut self, other: Look) {
        self.0 |= other.0;
    }

    /// Whether both share something.
    pub fn meets(self, other: Look) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether both share a class or a kind of number: then they fit, while words that share a bit may differ.
    pub fn meets_beyond_words(self, other: Look) -> bool {
        (self.0 & other.0) >> CLASSES != 0
    }
}
