//! Pairs of person names against labels: F1 of "one person's", floor for our own pairs (`tests/data/name-pairs.csv`).
//! `NAME_PAIRS=FILE cargo test --test name_pairs -- --nocapture` reads another table with the columns `name1,name2,is_match`
//! (rows with a column `schema` other than `Person` are left out) and prints figure and errors, without a floor.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use dateline::link::names::{Likeness, Name};
use dateline::patterns::Patterns;
use std::path::{Path, PathBuf};

/// F1 on our own pairs below which the test fails.
const FLOOR: f64 = 0.95;

#[derive(Default)]
struct Tally {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Tally {
    fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (2 * self.right + self.wrong + self.missed).max(1) as f64
    }
}

/// One person's: names that share two parts or more, or consist of one part that both have.
fn one_person(a: &Name, b: &Name) -> bool {
    match a.likeness(b) {
        Likeness::Full => true,
        Likeness::Partial => a.parts.len() == b.parts.len(),
        Likeness::None => false,
    }
}

fn compare(file: &Path, patterns: &Patterns) -> Tally {
    let mut tally = Tally::default();
    let mut reader = csv::Reader::from_path(file).unwrap();
    let headers = reader.headers().unwrap().clone();
    let column = |name: &str| headers.iter().position(|h| h == name);
    for row in reader.records().map(Result::unwrap) {
        let cell = |name: &str| column(name).and_then(|n| row.get(n)).unwrap_or_default();
        if !matches!(cell("schema"), "" | "Person") {
            continue;
        }
        let (a, b) = (Name::new(cell("name1"), patterns), Name::new(cell("name2"), patterns));
        assert_eq!(a.likeness(&b), b.likeness(&a), "{} / {}", a.text, b.text);
        match (one_person(&a, &b), cell("is_match") == "true") {
            (true, true) => tally.right += 1,
            (false, false) => {}
            (true, false) => {
                tally.wrong += 1;
                println!("wrong  {} / {}", a.text, b.text);
            }
            (false, true) => {
                tally.missed += 1;
                println!("missed {} / {}", a.text, b.text);
            }
        }
    }
    println!("{} right, {} wrong, {} missed, F1 {:.3}", tally.right, tally.wrong, tally.missed, tally.f1());
    tally
}

#[test]
fn pairs_of_names() {
    let patterns = Patterns::load(None).unwrap();
    let own = compare(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/name-pairs.csv"), &patterns);
    assert!(own.f1() >= FLOOR, "F1 {:.3} is below {FLOOR}", own.f1());
    if let Some(other) = std::env::var_os("NAME_PAIRS").map(PathBuf::from).filter(|f| f.exists()) {
        compare(&other, &patterns);
    }
}
