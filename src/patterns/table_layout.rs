//! The bytes of a compiled word table, shared by the build script, which writes them, and the program, which reads them.
//!
//! `BUCKETS + 1` little-endian `u32`, where the entries of each bucket begin, then the entries, a `u64` each: the bits of
//! the word's number that the bucket does not tell (40 of them, so that with the bucket's 16 no two words meet), then 24
//! bits of value. No space is left between entries: a table is as large as its rows.

/// Buckets of a table.
pub const BUCKETS: usize = 1 << 16;

/// Bits of an entry that are the value.
pub const VALUE_BITS: u32 = 24;

/// Where a word's entry is.
pub fn bucket(word: u64) -> usize {
    word as usize % BUCKETS
}

/// An entry.
pub fn entry(word: u64, value: u64) -> u64 {
    word >> VALUE_BITS << VALUE_BITS | value
}

/// The value of an entry.
pub fn value(entry: u64) -> u32 {
    (entry & ((1 << VALUE_BITS) - 1)) as u32
}
