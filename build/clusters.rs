//! Compiles `world/name-clusters.tsv`: which spellings of one name belong together.
//!
//! Output: `clusters.table`, folded form -> place in `clusters.bin`, from 1; there, as little-endian `u32`, the number of clusters that the
//! form belongs to, then the clusters (rows of the table).

use std::collections::BTreeMap;
use std::path::Path;

/// Writes `clusters.table` and `clusters.bin`.
pub fn write(world: &Path, out: &Path) {
    let text = std::fs::read_to_string(world.join("name-clusters.tsv")).unwrap_or_default();
    let mut clusters: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (row, line) in text.lines().enumerate().skip(1) {
        let forms = line.split_once('\t').map_or("", |r| r.1);
        for form in forms.split('|').filter(|f| !f.is_empty() && !f.contains(' ')) {
            clusters.entry(form).or_default().push(row as u32);
        }
    }
    let mut numbers: Vec<u8> = Vec::new();
    let mut offsets = Vec::new();
    for (form, rows) in &clusters {
        offsets.push((*form, (numbers.len() / 4 + 1) as u64));
        for number in std::iter::once(&(rows.len() as u32)).chain(rows) {
            numbers.extend(number.to_le_bytes());
        }
    }
    crate::table::write(offsets.into_iter(), &out.join("clusters.table"));
    std::fs::write(out.join("clusters.bin"), numbers).expect("OUT_DIR is writable");
}
