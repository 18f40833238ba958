//! Compiles `world/{places,regions,countries,us-states}.tsv` into structures that are used in place.
//!
//! Output in `OUT_DIR`: `places.fst` (folded name -> postings), `places.post` (record numbers with their form), `places.rec`
//! (fixed-size records), `places.str` (names), `places.unit` (country and divisions), `places.adm` and `places.iso` (record
//! numbers of divisions and countries).
//! The layouts are described in `layout.rs`, which the program shares.

#[path = "places/key.rs"]
mod key;
#[path = "../src/patterns/gazetteer/layout.rs"]
#[allow(dead_code)]
mod layout;
#[path = "places/records.rs"]
mod records;
#[path = "places/strings.rs"]
mod strings;

use layout::Form;
use records::Gazetteer;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

/// Most readings kept of one name, most populous first.
const READINGS: usize = 250;

/// Writes all compiled files.
pub fn write(patterns: &Path, out: &Path) {
    let world = patterns.join("world");
    let mut gazetteer = Gazetteer::default();
    gazetteer.add_places(&read(&world.join("places.tsv")));
    gazetteer.add_countries(&read(&world.join("countries.tsv")));
    gazetteer.add_regions(&read(&world.join("regions.tsv")));
    gazetteer.add_states(&read(&world.join("us-states.tsv")));
    let keys = gazetteer.keys();
    let (map, postings) = index(&gazetteer, keys);
    let save = |name: &str, bytes: &[u8]| std::fs::write(out.join(name), bytes).expect("OUT_DIR is writable");
    save("places.fst", map.as_fst().as_bytes());
    save("places.post", &postings);
    let names = strings::Names::new(gazetteer.names());
    let units = gazetteer.units();
    save("places.rec", &gazetteer.encode(&names, &units));
    save("places.str", &names.encode());
    save("places.unit", &records::encode_units(&units));
    save("places.adm", &gazetteer.encode_divisions());
    save("places.iso", &gazetteer.encode_countries());
}

fn index(gazetteer: &Gazetteer, keys: BTreeMap<String, Vec<(u32, Form)>>) -> (fst::Map<Vec<u8>>, Vec<u8>) {
    let mut postings: Vec<u8> = Vec::new();
    let mut builder = fst::MapBuilder::memory();
    for (key, mut readings) in keys {
        readings.sort_by_key(|&(record, form)| (std::cmp::Reverse(gazetteer.rank(record)), record, form as u8));
        readings.dedup_by_key(|r| r.0);
        readings.truncate(READINGS);
        let first = (postings.len() / layout::POSTING) as u64;
        for (n, (record, form)) in readings.iter().enumerate() {
            let packed = layout::posting(*record, *form, n + 1 == readings.len());
            postings.extend(&packed.to_le_bytes()[..layout::POSTING]);
        }
        builder.insert(&key, first).expect("keys are sorted and unique");
    }
    (builder.into_map(), postings)
}

/// One row of a table: cells by column name.
pub struct Row {
    cells: HashMap<String, String>,
}

impl Row {
    /// A cell; empty when the column is missing.
    pub fn get(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", |s| s.as_str())
    }

    /// A cell's parts between `|`.
    pub fn list(&self, column: &str) -> impl Iterator<Item = &str> {
        self.get(column).split('|').map(str::trim).filter(|s| !s.is_empty())
    }
}

fn read(path: &Path) -> Vec<Row> {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let mut lines = text.lines();
    let columns: Vec<&str> = lines.next().unwrap_or("").split('\t').collect();
    let row = |line: &str| Row {
        cells: columns.iter().map(|c| c.to_string()).zip(line.split('\t').map(str::to_string)).collect(),
    };
    lines.map(row).collect()
}
