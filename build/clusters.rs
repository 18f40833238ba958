//! Compiles `world/name-clusters.tsv`: which spellings of one name belong together.
//!
//! Output: `clusters.bin`, laid out as `src/patterns/cluster_table.rs` says; a cluster's number is its row.

use std::collections::BTreeSet;
use std::path::Path;

#[path = "../src/patterns/cluster_table.rs"]
#[allow(dead_code)]
mod cluster_table;
use cluster_table::{BUCKETS, entry, place};

/// Writes `clusters.bin`.
pub fn write(world: &Path, out: &Path) {
    let text = std::fs::read_to_string(world.join("name-clusters.tsv")).unwrap_or_default();
    let mut buckets: Vec<BTreeSet<u32>> = vec![BTreeSet::new(); BUCKETS];
    for (row, line) in text.lines().enumerate().skip(1) {
        assert!(row < 1 << 18, "more clusters than the table has numbers");
        let forms = line.split_once('\t').map_or("", |r| r.1);
        for form in forms.split('|').filter(|f| !f.is_empty() && !f.contains(' ')) {
            let (bucket, check) = place(form);
            buckets[bucket].insert(entry(row as u32, check));
        }
    }
    let starts = buckets.iter().scan(0, |from, bucket| Some(std::mem::replace(from, *from + bucket.len() as u32)));
    let all = buckets.iter().map(|b| b.len() as u32).sum();
    let numbers = starts.chain([all]).chain(buckets.iter().flatten().copied());
    let bytes: Vec<u8> = numbers.flat_map(|n| n.to_le_bytes().into_iter().take(3)).collect();
    std::fs::write(out.join("clusters.bin"), bytes).expect("OUT_DIR is writable");
}
