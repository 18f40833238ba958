//! Named parts of line expressions: `{{name}}` stands for a `[[part]]`, `{{@class}}` for every phrase of a word class.

use crate::patterns::error::Errors;
use crate::patterns::lexicon::Lexicon;
use crate::patterns::rulefile::{self, Row};
use crate::patterns::source::Files;
use std::collections::BTreeMap;

/// Parts by name, already expanded.
#[derive(Default)]
pub struct Parts {
    parts: BTreeMap<String, String>,
}

impl Parts {
    /// Reads all `[[part]]` tables in file order, then the word classes that they name.
    pub fn load(files: &Files, lexicon: &Lexicon, errors: &mut Errors) -> Self {
        let mut parts = Parts::default();
        for class in classes_named(files) {
            parts.add_class(&class, lexicon);
        }
        for (index, file) in files.under("/rules/lines/") {
            for row in rulefile::rows(index, file, "part", &["rule"], errors) {
                parts.add(row, errors);
            }
        }
        parts
    }

    fn add(&mut self, mut row: Row, errors: &mut Errors) {
        let name = row.required("name", errors).value;
        let regex = row.required("regex", errors);
        let raw = row.flag("raw", errors);
        match self.expand(&regex.value) {
            Ok(expanded) if raw => drop(self.parts.insert(name, expanded)),
            Ok(expanded) => drop(self.parts.insert(name, format!("(?:{expanded})"))),
            Err(what) => row.wrong(errors, regex.at, what, "define the part above its first use"),
        }
        row.finish(errors);
    }

    fn add_class(&mut self, name: &str, lexicon: &Lexicon) {
        let Some(class) = lexicon.class(name) else { return };
        let mut phrases: Vec<String> =
            lexicon.words_of(class).map(|e| regex::escape(&e.words.join(" ")).replace(' ', r"\s+")).collect();
        phrases.sort_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
        self.parts.insert(format!("@{name}"), format!("(?:{})", phrases.join("|")));
    }

    /// Puts the parts in, each in a group of its own unless it is raw (the inside of a character class).
    pub fn expand(&self, regex: &str) -> Result<String, String> {
        let mut out = String::with_capacity(regex.len());
        let mut rest = regex;
        while let Some((before, after)) = rest.split_once("{{") {
            let Some((name, tail)) = after.split_once("}}") else { return Err("{{ without }}".to_string()) };
            let part = self.parts.get(name).ok_or_else(|| format!("unknown part {name:?}"))?;
            out.push_str(before);
            out.push_str(part);
            rest = tail;
        }
        out.push_str(rest);
        Ok(out)
    }
}

/// Word classes that line rules name.
fn classes_named(files: &Files) -> Vec<String> {
    let mut names = Vec::new();
    for (_, file) in files.under("/rules/lines/") {
        for piece in file.text.split("{{@").skip(1) {
            names.extend(piece.split_once("}}").map(|(name, _)| name.to_string()));
        }
    }
    names.sort();
    names.dedup();
    names
}

/// Makes every named group of an expression a plain one, so that a part can be used twice.
pub fn without_names(regex: &str) -> String {
    let mut out = String::with_capacity(regex.len());
    let mut rest = regex;
    while let Some(at) = rest.find("(?<") {
        let name = &rest[at + 3..];
        let Some(end) = name.find('>') else { break };
        out.push_str(&rest[..at]);
        out.push_str("(?:");
        rest = &name[end + 1..];
    }
    out.push_str(rest);
    out
}
