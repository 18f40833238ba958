//! Writes word tables; their layout is described in `src/patterns/word_table.rs`.

use crate::word::Word;
use std::path::Path;

/// Writes a table of words and their values, each below 2^24; a value of 0 is the same as none.
pub fn write<'a>(rows: impl ExactSizeIterator<Item = (&'a str, u64)>, path: &Path) {
    let size = (rows.len() * 8 / 5).next_power_of_two();
    let mut slots = vec![0u64; size];
    for (norm, value) in rows.filter(|row| row.1 != 0) {
        assert!(value < 1 << 24, "{norm}: {value} does not fit");
        let word = Word::of(norm).0;
        let mut slot = word as usize % size;
        while slots[slot] != 0 {
            assert!(slots[slot] >> 24 != word >> 24, "{norm} has the number of another word");
            slot = (slot + 1) % size;
        }
        slots[slot] = word >> 24 << 24 | value;
    }
    let bytes: Vec<u8> = slots.iter().flat_map(|slot| slot.to_le_bytes()).collect();
    std::fs::write(path, bytes).expect("OUT_DIR is writable");
}
