//! Writes word tables; their layout is described in `src/patterns/table_layout.rs`.

use crate::word::Word;
use std::collections::BTreeMap;
use std::path::Path;

#[path = "../src/patterns/table_layout.rs"]
#[allow(dead_code)]
mod table_layout;
use table_layout::{VALUE_BITS, bucket, buckets, entry};

/// Writes a table of words and their values; a value of 0 is the same as none.
pub fn write<'a>(rows: impl ExactSizeIterator<Item = (&'a str, u64)>, path: &Path) {
    let count = buckets(rows.len());
    let mut buckets = vec![BTreeMap::new(); count];
    for (norm, value) in rows.filter(|row| row.1 != 0) {
        assert!(value < 1 << VALUE_BITS, "{norm}: {value} does not fit");
        let word = Word::of(norm).0;
        let other = buckets[bucket(word, count)].insert(entry(word, 0), value);
        assert!(other.is_none(), "{norm} has the number of another word");
    }
    let starts = buckets.iter().scan(0, |from, bucket| Some(std::mem::replace(from, *from + bucket.len() as u32)));
    let all = buckets.iter().map(|bucket| bucket.len() as u32).sum();
    let mut bytes: Vec<u8> = [count as u32].into_iter().chain(starts).chain([all]).flat_map(u32::to_le_bytes).collect();
    let entries = buckets.iter().flatten().map(|(check, value)| check | value);
    bytes.extend(entries.flat_map(u64::to_le_bytes));
    std::fs::write(path, bytes).expect("OUT_DIR is writable");
}
