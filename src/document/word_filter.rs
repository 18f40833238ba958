//! A small set of words that says of most others at once that they are not in it.

use super::Word;

/// Bits that words set; two words may share one.
#[derive(Clone, Debug)]
pub struct WordFilter([u64; 256]);

impl Default for WordFilter {
    fn default() -> Self {
        WordFilter([0; 256])
    }
}

impl WordFilter {
    /// Adds a word.
    pub fn add(&mut self, word: Word) {
        self.0[(word.0 >> 6) as usize & 255] |= 1 << (word.0 & 63);
    }

    /// False when the word was not added.
    pub fn may_hold(&self, word: Word) -> bool {
        self.0[(word.0 >> 6) as usize & 255] >> (word.0 & 63) & 1 == 1
    }
}
