//! Reading rule files: TOML arrays of tables, key by key, with the place of every mistake.

use super::error::{Errors, line_column};
use super::examples::Example;
use super::lexicon::Lexicon;
use super::source::{Files, Origin, PatternFile, Rule};
use crate::sequence::{Pattern, parse};
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A text of the file with its byte offset.
#[derive(Clone, Debug)]
pub struct Text {
    /// The value.
    pub value: String,
    /// Byte offset in the file.
    pub at: usize,
}

/// One `[[name]]` table. Take the keys, then call [`Row::finish`], which reports what is left over.
pub struct Row<'f> {
    file: &'f PatternFile,
    table: DeTable<'f>,
    at: usize,
    taken: BTreeSet<&'static str>,
    /// The table's line.
    pub origin: Origin,
}

/// The tables of all files under `part` that are in force: a table of the user's folder takes the place of the one with the
/// same id, `off = true` switches an id off. Two tables with one id in the same pack are a mistake.
pub fn effective<'f>(files: &'f Files, part: &str, name: &str, others: &[&str], errors: &mut Errors) -> Vec<Row<'f>> {
    let mut kept: Vec<Option<Row>> = Vec::new();
    let mut by_id: BTreeMap<String, usize> = BTreeMap::new();
    for (index, file) in files.under(part) {
        for mut row in rows(index, file, name, others, errors) {
            let off = row.flag("off", errors);
            let known = row.id().and_then(|id| by_id.get(id).copied());
            if let Some(old) = known.and_then(|at| kept.get(at)?.as_ref()) {
                row.refuse_twin(old, files, errors);
            } else if off && known.is_none() {
                row.wrong(errors, row.at(), "off = true, but no rule has this id", "look the id up in an output row");
            }
            let at = known.unwrap_or(kept.len());
            if let Some(id) = row.id() {
                by_id.insert(id.to_string(), at);
            }
            let row = (!off).then_some(row);
            match kept.get_mut(at) {
                Some(place) => *place = row,
                None => kept.push(row),
            }
        }
    }
    kept.into_iter().flatten().collect()
}

/// All tables of the array `name`; other arrays and keys of the file are errors unless named in `others`.
pub fn rows<'f>(index: u16, file: &'f PatternFile, name: &str, others: &[&str], errors: &mut Errors) -> Vec<Row<'f>> {
    let table = match DeTable::parse(&file.text) {
        Ok(table) => table.into_inner(),
        Err(e) => {
            let at = e.span().map_or(0, |s| s.start);
            errors.add_at(&file.path, &file.text, at, e.message(), "see the TOML syntax");
            return Vec::new();
        }
    };
    let mut out = Vec::new();
    for (key, value) in table {
        let known = key.get_ref() == name;
        match value.into_inner() {
            DeValue::Array(items) if known => out.extend(items.into_iter().filter_map(|i| Row::new(index, file, i))),
            _ if others.contains(&key.get_ref().as_ref()) => {}
            _ => {
                let hint = format!("this kind of file holds [[{name}]] tables");
                errors.add_at(
                    &file.path,
                    &file.text,
                    key.span().start,
                    format!("unknown key {:?}", key.get_ref()),
                    hint,
                );
            }
        }
    }
    out
}

impl<'f> Row<'f> {
    fn new(index: u16, file: &'f PatternFile, value: Spanned<DeValue<'f>>) -> Option<Self> {
        let at = value.span().start;
        let DeValue::Table(table) = value.into_inner() else { return None };
        // A table's span begins at its header or its first key, whichever TOML reports; the id's line is what people look for.
        let at = table.iter().find(|(k, _)| k.get_ref() == "id").map_or(at, |(k, _)| k.span().start);
        let line = line_column(&file.text, at).0;
        Some(Row { file, table, at, taken: BTreeSet::new(), origin: Origin { file: index, line } })
    }

    fn take(&mut self, key: &'static str) -> Option<(&DeValue<'f>, usize)> {
        self.taken.insert(key);
        let (_, value) = self.table.iter().find(|(k, _)| k.get_ref() == key)?;
        Some((value.get_ref(), value.span().start))
    }

    /// The id, when it is a text.
    pub fn id(&self) -> Option<&str> {
        match self.table.iter().find(|(k, _)| k.get_ref() == "id")?.1.get_ref() {
            DeValue::String(s) => Some(s.as_ref()),
            _ => None,
        }
    }

    fn refuse_twin(&self, old: &Row, files: &Files, errors: &mut Errors) {
        if files.is_overlay(self.origin.file) == files.is_overlay(old.origin.file) {
            let hint = format!("{} has it too; give each rule an id of its own", files.cite(old.origin));
            self.wrong(errors, self.at, format!("duplicate id {:?}", self.id().unwrap_or_default()), hint);
        }
    }

    /// Reports a mistake at a byte offset of the file.
    pub fn wrong(&self, errors: &mut Errors, at: usize, what: impl Into<String>, hint: impl Into<String>) {
        errors.add_at(&self.file.path, &self.file.text, at, what, hint);
    }

    /// Byte offset of the row.
    pub fn at(&self) -> usize {
        self.at
    }

    /// An optional text.
    pub fn text(&mut self, key: &'static str, errors: &mut Errors) -> Option<Text> {
        let (value, at) = self.take(key)?;
        match value {
            DeValue::String(s) => Some(Text { value: s.to_string(), at }),
            _ => {
                self.wrong(errors, at, format!("{key} must be a text"), "put it in quotes");
                None
            }
        }
    }

    /// A required text.
    pub fn required(&mut self, key: &'static str, errors: &mut Errors) -> Text {
        let found = self.text(key, errors);
        found.unwrap_or_else(|| {
            if !self.table.iter().any(|(k, _)| k.get_ref() == key) {
                self.wrong(errors, self.at, format!("{key} is missing"), format!("add {key} = \"...\""));
            }
            Text { value: String::new(), at: self.at }
        })
    }

    /// A text or a list of texts; empty when absent.
    pub fn texts(&mut self, key: &'static str, errors: &mut Errors) -> Vec<Text> {
        let Some((value, at)) = self.take(key) else { return Vec::new() };
        let items: Vec<Option<Text>> = match value {
            DeValue::String(s) => vec![Some(Text { value: s.to_string(), at })],
            DeValue::Array(items) => items.iter().map(text_of).collect(),
            _ => vec![None],
        };
        if items.iter().any(Option::is_none) {
            self.wrong(errors, at, format!("{key} must hold texts only"), "put each in quotes");
        }
        items.into_iter().flatten().collect()
    }

    /// A true/false value; false when absent.
    pub fn flag(&mut self, key: &'static str, errors: &mut Errors) -> bool {
        match self.take(key) {
            None => false,
            Some((DeValue::Boolean(b), _)) => *b,
            Some((_, at)) => {
                self.wrong(errors, at, format!("{key} must be true or false"), "");
                false
            }
        }
    }

    /// A true/false value, or nothing.
    pub fn optional_flag(&mut self, key: &'static str, errors: &mut Errors) -> Option<bool> {
        let present = self.table.iter().any(|(k, _)| k.get_ref() == key);
        let value = self.flag(key, errors);
        present.then_some(value)
    }

    /// A whole number.
    pub fn number(&mut self, key: &'static str, errors: &mut Errors) -> Option<i64> {
        let (value, at) = self.take(key)?;
        let number =
            if let DeValue::Integer(i) = value { i64::from_str_radix(i.as_str(), i.radix()).ok() } else { None };
        if number.is_none() {
            self.wrong(errors, at, format!("{key} must be a whole number"), "");
        }
        number
    }

    /// Reports keys that nobody took.
    pub fn finish(self, errors: &mut Errors) {
        for (key, _) in self.table.iter() {
            if !self.taken.contains(key.get_ref().as_ref()) {
                let known = self.taken.iter().copied().collect::<Vec<_>>().join(", ");
                self.wrong(
                    errors,
                    key.span().start,
                    format!("unknown key {:?}", key.get_ref()),
                    format!("known: {known}"),
                );
            }
        }
    }
}

fn text_of(value: &Spanned<DeValue>) -> Option<Text> {
    match value.get_ref() {
        DeValue::String(s) => Some(Text { value: s.to_string(), at: value.span().start }),
        _ => None,
    }
}

/// The row's token patterns, compiled; what is wrong in one is reported at its column.
pub fn patterns(row: &mut Row, lexicon: &Lexicon, errors: &mut Errors) -> Vec<Pattern> {
    let mut out = Vec::new();
    for text in row.texts("pattern", errors) {
        match parse(&text.value, lexicon) {
            Ok(pattern) => out.push(pattern),
            // The text's offset is that of its opening quote.
            Err(e) => row.wrong(errors, text.at + 1 + e.at, e.what, "see the header of src/sequence/mod.rs"),
        }
    }
    out
}

/// The row's `match` and `reject` examples; a row that lacks either kind is a mistake.
pub fn examples(row: &mut Row, rule: Rule, errors: &mut Errors) -> Vec<Example> {
    let mut out = Vec::new();
    for (key, positive) in [("match", true), ("reject", false)] {
        let list = row.texts(key, errors);
        if list.is_empty() {
            row.wrong(errors, row.at(), format!("no {key} examples"), format!("add {key} = [\"a sentence\"]"));
        }
        for text in list {
            let line = line_column(&row.file.text, text.at).0;
            let origin = Origin { file: row.origin.file, line };
            out.push(Example::parse(rule, origin, &text.value, positive));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(overlay: &[(&str, &str)]) -> Files {
        let mut files = Files::default();
        files.add_default(
            "rules/x/a.toml",
            "[[rule]]\nid = \"one\"\nsay = \"1\"\n[[rule]]\nid = \"two\"\nsay = \"2\"\n",
        );
        overlay.iter().for_each(|(path, text)| files.add("mine", path, text.to_string()));
        files
    }

    fn said(overlay: &[(&str, &str)]) -> (Vec<(String, String)>, Vec<String>) {
        let (files, mut errors) = (files(overlay), Errors::default());
        let mut out = Vec::new();
        for mut row in effective(&files, "/rules/x/", "rule", &[], &mut errors) {
            let id = row.required("id", &mut errors).value;
            out.push((id, row.required("say", &mut errors).value));
            row.finish(&mut errors);
        }
        (out, errors.into_sorted().iter().map(ToString::to_string).collect())
    }

    #[test]
    fn an_overlay_replaces_adds_and_switches_off() {
        let text = "[[rule]]\nid = \"one\"\nsay = \"uno\"\n[[rule]]\nid = \"two\"\noff = true\n[[rule]]\nid = \"three\"\nsay = \"3\"\n";
        let (rules, errors) = said(&[("rules/x/b.toml", text)]);
        assert_eq!(errors, Vec::<String>::new());
        let pairs: Vec<_> = rules.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(pairs, [("one", "uno"), ("three", "3")]);
    }

    #[test]
    fn unknown_off_and_twins_are_mistakes() {
        let (_, errors) = said(&[("rules/x/b.toml", "[[rule]]\nid = \"nine\"\noff = true\n")]);
        assert!(errors[0].starts_with("mine/rules/x/b.toml:2:1: off = true, but no rule has this id"), "{errors:?}");
        let twin = "[[rule]]\nid = \"five\"\nsay = \"5\"\n[[rule]]\nid = \"five\"\nsay = \"6\"\n";
        let (_, errors) = said(&[("rules/x/b.toml", twin)]);
        assert!(errors[0].starts_with("mine/rules/x/b.toml:5:1: duplicate id \"five\""), "{errors:?}");
    }
}
