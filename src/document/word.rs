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

/// The number of the folded form of the first `len` of these bytes, and whether they are folded already; `None` when
/// they are not all ASCII. What follows them is looked at only to read eight bytes at once.
pub fn of_ascii(bytes: &[u8], len: usize) -> Option<(Word, bool)> {
    let (mut mixed, mut rest, mut folded) = (0u64, bytes, true);
    let mut left = len;
    while left > 0 {
        let part = eight(rest) & (u64::MAX >> (64 - 8 * left.min(8)));
        if part & EACH * 0x80 != 0 {
            return None;
        }
        let capitals = capitals(part);
        folded &= capitals == 0;
        mixed = mix(mixed ^ (part | capitals));
        left = left.saturating_sub(8);
        rest = rest.get(8..).unwrap_or_default();
    }
    Some((Word(mixed), folded))
}

/// One in each byte.
const EACH: u64 = 0x0101_0101_0101_0101;

/// The first eight bytes; zeros where there are fewer.
fn eight(bytes: &[u8]) -> u64 {
    if let Some(chunk) = bytes.first_chunk::<8>() {
        return u64::from_le_bytes(*chunk);
    }
    bytes.iter().rev().fold(0, |all, byte| all << 8 | u64::from(*byte))
}

/// For every byte that is a capital the bit that makes it small; all bytes are ASCII.
fn capitals(bytes: u64) -> u64 {
    let from_a = bytes + EACH * (0x80 - b'A' as u64);
    let past_z = bytes + EACH * (0x7f - b'Z' as u64);
    (from_a & !past_z & EACH * 0x80) >> 2
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
const fn mix(bits: u64) -> u64 {
    let bits = (bits ^ bits >> 32).wrapping_mul(MIX);
    let bits = (bits ^ bits >> 29).wrapping_mul(MIX);
    bits ^ bits >> 32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_is_folded_and_numbered_at_once() {
        let text = "A Longer-Than-Eight word [`~z{@Z";
        for from in 0..text.len() {
            for to in from..=text.len() {
                let part = &text[from..to];
                let whole = (Word::of(&part.to_ascii_lowercase()), !part.bytes().any(|b| b.is_ascii_uppercase()));
                assert_eq!(of_ascii(&text.as_bytes()[from..], to - from), Some(whole), "{part:?}");
            }
        }
        assert_eq!(of_ascii("né".as_bytes(), 3), None);
    }
}
