//! What linking across articles needs to know, from `patterns/world/linking/`: which methods may tell of one event, which
//! letters transliterations exchange, how other alphabets are written in Latin letters, and what people are called for short.

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
    /// Letters and their common form.
    letters: Letters,
    /// Letters of other alphabets and their Latin form.
    scripts: Letters,
    /// Name or nickname -> numbers of the names it may stand for.
    nicknames: BTreeMap<String, Vec<u32>>,
    /// Words before the father's name.
    filiation: BTreeSet<String>,
}

/// Letters and what takes their place, longest first.
type Letters = Vec<(String, String)>;

/// Numbers of names with nicknames begin here, above all clusters of spellings.
const NICKNAMES: u32 = 1 << 31;

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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NicknameRow {
    name: String,
    short: String,
    #[serde(rename = "note")]
    _note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordRow {
    word: String,
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
        linking.letters = letters(files, "/linking/transliteration.csv", errors);
        linking.scripts = letters(files, "/linking/scripts.csv", errors);
        linking.add_nicknames(files, errors);
        let filiation = files.under("/linking/filiation.csv").flat_map(|(_, file)| table::rows(file, b',', errors));
        linking.filiation = filiation.map(|(_, row): (u32, WordRow)| row.word).collect();
        linking
    }

    fn add_nicknames(&mut self, files: &Files, errors: &mut Errors) {
        let rows =
            files.under("/linking/nicknames.csv").flat_map(|(_, file)| table::rows::<NicknameRow>(file, b',', errors));
        for (number, (_, row)) in (NICKNAMES..).zip(rows) {
            for form in std::iter::once(row.name.as_str()).chain(row.short.split_whitespace()) {
                self.nicknames.entry(form.to_string()).or_default().push(number);
            }
        }
    }

    /// Numbers of the names that a folded part is, or is short for; apart from all clusters of spellings.
    pub fn nicknames(&self, part: &str) -> impl Iterator<Item = u32> {
        self.nicknames.get(part).into_iter().flatten().copied()
    }

    /// The father's name follows ("bin").
    pub fn is_filiation(&self, word: &str) -> bool {
        self.filiation.contains(word)
    }

    /// A folded word of another alphabet in Latin letters; as it is when a letter is not known.
    pub fn latin_letters(&self, word: &str) -> String {
        if word.is_ascii() {
            return word.to_string();
        }
        let mut out = String::with_capacity(word.len());
        exchange(word, &self.scripts, |text| out.push_str(text));
        if out.is_ascii() { out } else { word.to_string() }
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
        exchange(part, &self.letters, |text| {
            text.chars().filter(|c| c.is_alphanumeric()).for_each(|c| push_once(&mut out, c));
        });
        out
    }
}

/// Rows of a table of letters; a later row replaces the one with the same `from`.
fn letters(files: &Files, path: &str, errors: &mut Errors) -> Letters {
    let mut letters = BTreeMap::new();
    for (_, file) in files.under(path) {
        for (line, row) in table::rows::<LetterRow>(file, b',', errors) {
            if row.from.is_empty() {
                errors.add(&file.path, line, 1, "nothing to exchange", "fill the column from");
            }
            letters.insert(row.from, row.to);
        }
    }
    let mut letters: Letters = letters.into_iter().filter(|(from, _)| !from.is_empty()).collect();
    letters.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
    letters
}

/// Gives `put` the word piece by piece, exchanged where the table has the longest piece.
fn exchange(word: &str, letters: &Letters, mut put: impl FnMut(&str)) {
    let mut rest = word;
    while let Some(c) = rest.chars().next() {
        let hit = letters.iter().find(|(from, _)| rest.starts_with(from.as_str()));
        let len = hit.map_or(c.len_utf8(), |(from, _)| from.len());
        let (piece, after) = rest.split_at(len);
        put(hit.map_or(piece, |(_, to)| to.as_str()));
        rest = after;
    }
}

fn push_once(out: &mut String, c: char) {
    if !out.ends_with(c) {
        out.push(c);
    }
}
