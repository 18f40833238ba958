//! Compiles `en/words.tsv` (how common a word is) and `en/tags.tsv` (its possible parts of speech).

use std::collections::BTreeMap;
use std::path::Path;

#[path = "../src/document/tag.rs"]
#[allow(dead_code)]
mod tag;

/// Writes `words.fst` (word -> SCOWL level) and `tags.fst` (word -> up to eight tags, first in the low byte).
pub fn write(patterns: &Path, out: &Path) {
    let level = |value: &str| value.parse().unwrap_or(0);
    write_map(&read(&patterns.join("en/words.tsv"), level), &out.join("words.fst"));
    write_map(&read(&patterns.join("en/tags.tsv"), pack_tags), &out.join("tags.fst"));
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
    let built = fst::Map::from_iter(map.iter().map(|(k, v)| (k, *v))).expect("keys are sorted and unique");
    std::fs::write(path, built.as_fst().as_bytes()).expect("OUT_DIR is writable");
}
