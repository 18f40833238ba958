//! Spellings of one name across alphabets and transliterations: folded name part -> numbers of the clusters it belongs to.
//!
//! Compiled from `patterns/world/name-clusters.tsv` (Wikidata given and family names).

use super::word_table::CLUSTERS;
use crate::document::Word;

static NUMBERS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/clusters.bin"));

/// The clusters of a folded name part, in ascending order.
pub fn clusters(part: &str) -> impl Iterator<Item = u32> {
    let at = (CLUSTERS.get(Word::of(part)) as usize).checked_sub(1);
    let count = at.and_then(number).unwrap_or(0) as usize;
    (0..count).filter_map(move |n| number(at? + 1 + n))
}

fn number(index: usize) -> Option<u32> {
    let bytes = NUMBERS.get(index * 4..index * 4 + 4)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_share_a_cluster() {
        let shared = |a: &str, b: &str| clusters(a).any(|n| clusters(b).any(|m| n == m));
        assert!(shared("maksim", "maxim"));
        assert!(shared("mohammed", "muhammad"));
        assert!(!shared("maksim", "igor"));
        assert_eq!(clusters("no such name").count(), 0);
    }
}
