//! Spellings of one name across alphabets and transliterations: folded name part -> numbers of the clusters it belongs to.
//!
//! Compiled from `patterns/world/name-clusters.tsv` (Wikidata given and family names). Only good for comparing two parts:
//! the table holds no forms, so that a part may be given a cluster that is not its own (see `cluster_table.rs`).

use super::cluster_table::{BUCKETS, place, unpack};

static TABLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/clusters.bin"));

/// The clusters of a folded name part, in ascending order.
pub fn clusters(part: &str) -> impl Iterator<Item = u32> {
    let (bucket, check) = place(part);
    let entries = number(bucket).zip(number(bucket + 1)).map_or(0..0, |(from, to)| from as usize..to as usize);
    entries.filter_map(move |n| number(BUCKETS + 1 + n).map(unpack).filter(|e| e.1 == check).map(|e| e.0))
}

fn number(index: usize) -> Option<u32> {
    let bytes = TABLE.get(index * 3..index * 3 + 3)?;
    Some(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], 0]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::patterns::word_table::NAMES;

    #[test]
    fn the_lists_of_names_stay_small() {
        assert!(TABLE.len() + NAMES.bytes() < 8_000_000);
    }

    #[test]
    fn spellings_share_a_cluster() {
        let shared = |a: &str, b: &str| clusters(a).any(|n| clusters(b).any(|m| n == m));
        assert!(shared("maksim", "maxim"));
        assert!(shared("mohammed", "muhammad"));
        assert!(shared("obama", "オハマ"));
        assert!(!shared("maksim", "igor"));
        assert!(!shared("maksim", "no such name"));
    }
}
