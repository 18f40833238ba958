//! Words that label sets use for methods -> our method codes, from `world/method-words.csv`.

use super::error::Errors;
use super::methods::METHODS;
use super::source::Files;
use super::table;
use serde::Deserialize;
use std::collections::BTreeMap;

/// See the module.
#[derive(Debug, Default)]
pub struct Words {
    rows: BTreeMap<String, Vec<&'static str>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    word: String,
    methods: String,
    #[serde(rename = "note")]
    _note: String,
}

impl Words {
    /// Reads the table; a row of a user's folder replaces the one with the same word.
    pub fn load(files: &Files, errors: &mut Errors) -> Self {
        let mut words = Words::default();
        for (_, file) in files.under("/method-words.csv") {
            for (line, row) in table::rows::<Row>(file, b',', errors) {
                let code = |word: &str| METHODS.iter().find(|m| **m == word).copied();
                if let Some(unknown) = row.methods.split_whitespace().find(|w| code(w).is_none()) {
                    let column = row.word.chars().count() as u32 + 2;
                    let hint = format!("one of {}", METHODS.join(" "));
                    errors.add(&file.path, line, column, format!("unknown method {unknown:?}"), hint);
                }
                words.rows.insert(row.word, row.methods.split_whitespace().filter_map(code).collect());
            }
        }
        words
    }

    /// The codes that a label's word stands for: those of the table, else the word itself.
    pub fn codes<'a>(&'a self, word: &'a str) -> Vec<&'a str> {
        self.rows.get(word).cloned().unwrap_or_else(|| vec![word])
    }
}
