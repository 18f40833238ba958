//! Compiled word tables, used in place: opening them costs nothing.

use std::sync::LazyLock;

/// A map from folded words to numbers.
pub struct FstTable(fst::Map<&'static [u8]>);

impl FstTable {
    /// Opens a table; a damaged one acts as empty (the build writes them, so that is a build fault).
    pub fn open(bytes: &'static [u8]) -> Self {
        FstTable(fst::Map::new(bytes).unwrap_or_else(|_| empty()))
    }

    /// The word's number.
    pub fn get(&self, word: &str) -> Option<u64> {
        self.0.get(word)
    }
}

fn empty() -> fst::Map<&'static [u8]> {
    static EMPTY: LazyLock<Vec<u8>> = LazyLock::new(|| fst::Map::default().into_fst().into_inner());
    match fst::Map::new(EMPTY.as_slice()) {
        Ok(map) => map,
        Err(_) => unreachable!("the empty map is valid"),
    }
}

/// Ordinary words with their SCOWL level.
pub static WORDS: LazyLock<FstTable> =
    LazyLock::new(|| FstTable::open(include_bytes!(concat!(env!("OUT_DIR"), "/words.fst"))));

/// Words with their packed part-of-speech tags.
pub static TAGS: LazyLock<FstTable> =
    LazyLock::new(|| FstTable::open(include_bytes!(concat!(env!("OUT_DIR"), "/tags.fst"))));

/// Words with what they are worth as names: [`NameFacts`](super::name_facts::NameFacts), packed.
pub static NAMES: LazyLock<FstTable> =
    LazyLock::new(|| FstTable::open(include_bytes!(concat!(env!("OUT_DIR"), "/names.fst"))));
