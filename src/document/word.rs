//! A folded word as a number, so that words are compared and looked up without touching their letters.
//!
//! Up to eight bytes the number stands for exactly one word; longer words are mixed into 64 bits, where two words of a
//! language do not meet in practice. Shared by the build script, which writes tables keyed by it.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A folded word's number; the empty word's is 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word(pub u64);

/// Odd, with its bits evenly spread.
const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

impl Word {
    /// The number of a folded word.
    pub const fn of(norm: &str) -> Self {
        let mut mixed = 0u64;
        let mut rest = norm.as_bytes();
        while let Some((chunk, tail)) = rest.split_first_chunk::<8>() {
            mixed = mix(mixed ^ u64::from_le_bytes(*chunk));
            rest = tail;
        }
        if !rest.is_empty() {
            let mut last = 0;
            while let Some((byte, head)) = rest.split_last() {
                last = last << 8 | *byte as u64;
                rest = head;
            }
            mixed = mix(mixed ^ last);
        }
        Word(mixed)
    }
}

/// A lookup table keyed by words; their numbers need no further hashing.
pub type WordMap<T> = HashMap<Word, T, BuildHasherDefault<AsItIs>>;

/// A hasher that takes the number as it is.
#[derive(Clone, Copy, Debug, Default)]
pub struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.0 = mix(self.0 ^ u64::from(*byte)));
    }

    fn write_u64(&mut self, bits: u64) {
        self.0 = bits;
    }
}

/// One-to-one, and it moves every bit.
pub const fn mix(bits: u64) -> u64 {
    let bits = (bits ^ bits >> 32).wrapping_mul(MIX);
    let bits = (bits ^ bits >> 29).wrapping_mul(MIX);
    bits ^ bits >> 32
}
