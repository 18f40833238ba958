//! What linking across articles needs to know, from `patterns/world/linking/`: which methods may tell of one event, and
//! which letters transliterations exchange.

use super::error::Errors;
use super::source::Files;
use super::table;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// See the module.
#[derive(Debug, Default)]
pub struct Linking {
    families: BTreeMap<String, BTreeSet<String>>,
    general: BTreeSet<String>,
    /// Letters and their common form, longest first.
    letters: Vec<(String, String)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FamilyRow {
    method: String,
    family: String,
    general: String,
    #[serde(rename = "note")]
    _note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LetterRow {
    from: String,
    to: String,
    #[serde(rename = "note")]
    _note: String,
}

impl Linking {
    /// Reads both tables; rows of a user's folder are added, a letter row replaces the one with the same `from`.
    pub fn load(files: &Files, errors: &mut Errors) -> Self {
        let mut linking = Linking::default();
        for (_, file) in files.under("/linking/method-families.csv") {
            for (_, row) in table::rows::<FamilyRow>(file, b',', errors) {
                if row.general == "yes" {
                    linking.general.insert(row.method.clone());
                }
                linking.families.entry(row.method).or_default().insert(row.family);
            }
        }
        let mut letters = BTreeMap::new();
        for (_, file) in files.under("/linking/transliteration.csv") {
            for (line, row) in table::rows::<LetterRow>(file, b',', errors) {
                if row.from.is_empty() {
                    errors.add(&file.path, line, 1, "nothing to exchange", "fill the column from");
                }
                letters.insert(row.from, row.to);
            }
        }
        linking.letters = letters.into_iter().filter(|(from, _)| !from.is_empty()).collect();
        linking.letters.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
        linking
    }

    /// The families of a method; one of its own when the table does not know it.
    pub fn families<'a>(&'a self, method: &'a str) -> Vec<&'a str> {
        let known = self.families.get(method).into_iter().flatten().map(String::as_str).collect::<Vec<_>>();
        if known.is_empty() { vec![method] } else { known }
    }

    /// The method says no more than its family.
    pub fn is_general(&self, method: &str) -> bool {
        self.general.contains(method)
    }

    /// A folded name part in the letters that transliterations have in common, without doubled letters.
    pub fn common_letters(&self, part: &str) -> String {
        let mut out = String::with_capacity(part.len());
        let mut rest = part;
        while let Some(c) = rest.chars().next() {
            let hit = self.letters.iter().find(|(from, _)| rest.starts_with(from.as_str()));
            let (len, to) = hit.map_or((c.len_utf8(), None), |(from, to)| (from.len(), Some(to)));
            match to {
                Some(to) => to.chars().for_each(|c| push_once(&mut out, c)),
                None if c.is_alphanumeric() => push_once(&mut out, c),
                None => {}
            }
            rest = &rest[len..];
        }
        out
    }
}

fn push_once(out: &mut String, c: char) {
    if !out.ends_with(c) {
        out.push(c);
    }
}
