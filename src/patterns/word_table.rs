//! Compiled word tables, used in place: opening them costs nothing, a look-up touches one line of memory.
//!
//! A table is an open-addressed array of little-endian `u64`: 40 bits of the word's number, which with the slot tell it
//! from all others, and 24 bits of value; an empty slot is 0. `build/table.rs` writes it.

use crate::document::Word;

/// A map from words to numbers from 1 to 2^24 - 1.
pub struct WordTable(&'static [u8]);

impl WordTable {
    /// The word's number; 0 when the table lacks it.
    pub fn get(&self, word: Word) -> u32 {
        let slots = self.0.len() / 8;
        let mut slot = word.0 as usize;
        for _ in 0..slots {
            slot &= slots - 1;
            let found = self.slot(slot);
            if found == 0 || found >> 24 == word.0 >> 24 {
                return found as u32 & 0xff_ffff;
            }
            slot += 1;
        }
        0
    }

    fn slot(&self, n: usize) -> u64 {
        let bytes = self.0.get(n * 8..n * 8 + 8).and_then(|b| b.try_into().ok());
        bytes.map_or(0, u64::from_le_bytes)
    }
}

/// The compiled table of that name.
macro_rules! table {
    ($name:literal) => {
        WordTable(include_bytes!(concat!(env!("OUT_DIR"), "/", $name)))
    };
}

/// Ordinary words with their SCOWL level.
pub static WORDS: WordTable = table!("words.table");

/// Words with their parts of speech: places in [`TAG_SETS`], from 1.
pub static TAGS: WordTable = table!("tags.table");

/// Sets of up to eight tags, a byte each, the most frequent first.
pub static TAG_SETS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/tags.sets"));

/// Words with what they are worth as names: [`NameFacts`](super::name_facts::NameFacts), packed.
pub static NAMES: WordTable = table!("names.table");
