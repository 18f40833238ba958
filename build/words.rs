//! Compiles `en/words.tsv` (how common a word is) and `en/tags.tsv` (its possible parts of speech).

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

#[path = "../src/document/tag.rs"]
#[allow(dead_code)]
mod tag;

/// Writes `words.table` (word -> SCOWL level), `tags.sets` (sets of up to eight tags, first in the low byte) and
/// `tags.table` (word -> place of its set, from 1).
pub fn write(patterns: &Path, out: &Path) {
    let level = |value: &str| value.parse().unwrap_or(0);
    write_map(&read(&patterns.join("en/words.tsv"), level), &out.join("words.table"));
    let mut tags = read(&patterns.join("en/tags.tsv"), pack_tags);
    let sets: BTreeSet<u64> = tags.values().copied().collect();
    let place: BTreeMap<u64, u64> = sets.iter().zip(1..).map(|(set, n)| (*set, n)).collect();
    tags.values_mut().for_each(|set| *set = place[set]);
    write_map(&tags, &out.join("tags.table"));
    let bytes: Vec<u8> = sets.iter().flat_map(|set| set.to_le_bytes()).collect();
    std::fs::write(out.join("tags.sets"), bytes).expect("OUT_DIR is writable");
}

fn pack_tags(value: &str) -> u64 {
    let codes = value.split_whitespace().filter_map(tag::Tag::parse).take(8);
    codes.enumerate().fold(0, |packed, (n, tag)| packed | ((tag as u64) << (8 * n)))
}

fn read(path: &Path, value: impl Fn(&str) -> u64) -> BTreeMap<String, u64> {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let row = |line: &str| line.split_once('\t').map(|(word, rest)| (word.to_string(), value(rest)));
    text.lines().skip(1).filter_map(row).filter(|(_, v)| *v != 0).collect()
}

fn write_map(map: &BTreeMap<String, u64>, path: &Path) {
    crate::table::write(map.iter().map(|(word, value)| (word.as_str(), *value)), path);
}
