//! Compiled word tables, used in place: opening them costs nothing, a look-up reads where a bucket begins and the few
//! entries in it. `build/table.rs` writes them, `table_layout.rs` says how.

use super::table_layout::{bucket, entry, value};
use crate::document::Word;

/// A map from words to numbers from 1 to 2^24 - 1.
pub struct WordTable(&'static [u8]);

impl WordTable {
    /// The word's number; 0 when the table lacks it.
    pub fn get(&self, word: Word) -> u32 {
        let wanted = entry(word.0, 0);
        let same = self.entries(word).iter().map(|e| u64::from_le_bytes(*e)).find(|e| entry(*e, 0) == wanted);
        same.map_or(0, value)
    }

    /// The entries of the word's bucket.
    fn entries(&self, word: Word) -> &[[u8; 8]] {
        let number = |bytes: &[u8; 4]| u32::from_le_bytes(*bytes) as usize;
        let Some((buckets, rest)) = self.0.split_first_chunk::<4>() else { return &[] };
        let (starts, entries) = rest.split_at_checked((number(buckets) + 1) * 4).unwrap_or_default();
        let (starts, entries) = (starts.as_chunks::<4>().0, entries.as_chunks::<8>().0);
        let start = |n: usize| starts.get(n).map_or(0, number);
        let n = bucket(word.0, number(buckets));
        entries.get(start(n)..start(n + 1)).unwrap_or_default()
    }

    /// Its size in the program.
    #[cfg(test)]
    pub fn bytes(&self) -> usize {
        self.0.len()
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
