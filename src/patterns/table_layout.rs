//! The bytes of a compiled word table, shared by the build script, which writes them, and the program, which reads them.
//!
//! All numbers are little-endian. The number of buckets and where the entries of each begin (and the last end), a `u32`
//! each; then the entries, a `u64` each: the upper 40 bits of the word's number, which with the bucket tell it from all
//! others, and 24 bits of value. No space is left between entries: a table is as large as its rows.

/// Bits of an entry that are the value.
pub const VALUE_BITS: u32 = 24;

/// Buckets of a table: so few that their beginnings stay in the processor's cache.
pub fn buckets(rows: usize) -> usize {
    (rows / 16).next_power_of_two()
}

/// Where a word's entry is; `buckets` is a power of two.
pub fn bucket(word: u64, buckets: usize) -> usize {
    word as usize & buckets.wrapping_sub(1)
}

/// An entry.
pub fn entry(word: u64, value: u64) -> u64 {
    word >> VALUE_BITS << VALUE_BITS | value
}

/// The value of an entry.
pub fn value(entry: u64) -> u32 {
    (entry & ((1 << VALUE_BITS) - 1)) as u32
}
