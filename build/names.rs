//! Compiles what single words are worth as names: given name, surname, ordinary word, place, people.
//!
//! Input: `world/names.tsv`, `places.tsv`, `countries.tsv`, `regions.tsv`, `us-states.tsv`. Output: `names.table`, folded
//! form -> packed strengths (layout in `src/patterns/name_facts.rs`). Places of several words are keys with spaces.

use crate::fold::fold;
use std::collections::BTreeMap;
use std::path::Path;

#[path = "../src/patterns/name_facts.rs"]
#[allow(dead_code)]
mod name_facts;
use name_facts::{Gender, NameFacts};

type Table = BTreeMap<String, NameFacts>;

/// Places of several words below this population are left out.
const SMALLEST_PHRASE: u32 = 5_000;

/// Writes `names.table`.
pub fn write(world: &Path, out: &Path) {
    let mut table = Table::new();
    for row in rows(&world.join("names.tsv")) {
        add_name(&mut table, &row);
    }
    for row in rows(&world.join("places.tsv")) {
        let population = row.get(8).and_then(|p| p.parse().ok()).unwrap_or(0);
        let kind = row.get(2).map_or("", String::as_str);
        add_places(&mut table, &row, 1, 9, place_level(kind, population), population);
    }
    for row in rows(&world.join("regions.tsv")) {
        add_places(&mut table, &row, 1, 9, 7, u32::MAX);
        add_people(&mut table, row.get(10));
    }
    for row in rows(&world.join("countries.tsv")) {
        add_places(&mut table, &row, 2, 7, 9, u32::MAX);
        add_places(&mut table, &row, 2, 8, 9, u32::MAX);
        add_people(&mut table, row.get(9));
    }
    for row in rows(&world.join("us-states.tsv")) {
        add_places(&mut table, &row, 0, usize::MAX, 8, u32::MAX);
    }
    crate::table::write(table.iter().map(|(k, v)| (k.as_str(), v.pack())), &out.join("names.table"));
}

fn rows(path: &Path) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    text.lines().skip(1).map(|line| line.split('\t').map(str::to_string).collect()).collect()
}

fn add_name(table: &mut Table, row: &[String]) {
    let number = |n: usize| row.get(n).and_then(|v| v.parse().ok()).unwrap_or(0);
    let gender = match row.get(3).map(String::as_str) {
        Some("m") => Gender::Male,
        Some("f") => Gender::Female,
        Some("u") => Gender::Both,
        _ => Gender::Unknown,
    };
    let Some(name) = row.first() else { return };
    let facts = table.entry(name.clone()).or_default();
    (facts.given, facts.surname, facts.gender, facts.word) = (number(1), number(2), gender, number(4));
}

fn add_places(table: &mut Table, row: &[String], name: usize, aliases: usize, level: u8, population: u32) {
    let names = row.get(name).into_iter().map(String::as_str);
    for form in names.chain(row.get(aliases).into_iter().flat_map(|a| a.split('|'))) {
        let key = fold(form).replace(['-', '.', ','], " ").split_whitespace().collect::<Vec<_>>().join(" ");
        if key.len() < 3 || key.contains(' ') && population < SMALLEST_PHRASE && level < 6 {
            continue;
        }
        let facts = table.entry(key).or_default();
        facts.place = facts.place.max(level);
    }
}

fn add_people(table: &mut Table, demonyms: Option<&String>) {
    for form in demonyms.into_iter().flat_map(|d| d.split('|')).filter(|d| !d.is_empty()) {
        table.entry(fold(form).replace('-', " ")).or_default().people = true;
    }
}

/// 1 at a thousand inhabitants, two more for every ten times as many.
fn place_level(kind: &str, population: u32) -> u8 {
    let by_size = (1.0 + 2.0 * (f64::from(population.max(1000)) / 1000.0).log10()).round().clamp(1.0, 9.0) as u8;
    match kind {
        "country" => 9,
        "admin1" | "capital" => by_size.max(7),
        _ => by_size,
    }
}
