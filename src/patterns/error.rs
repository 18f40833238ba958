//! What is wrong with a pattern file, collected so that all mistakes are shown at once.

use std::fmt;

/// One mistake in a pattern file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PatternError {
    /// Path as cited.
    pub file: String,
    /// 1-based line.
    pub line: u32,
    /// 1-based column, in characters.
    pub column: u32,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub hint: String,
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.file, self.line, self.column, self.what)?;
        if self.hint.is_empty() { Ok(()) } else { write!(f, "\n    hint: {}", self.hint) }
    }
}

/// Collects [`PatternError`]s while loading.
#[derive(Default, Debug)]
pub struct Errors {
    list: Vec<PatternError>,
}

impl Errors {
    /// Adds one mistake.
    pub fn add(&mut self, file: &str, line: u32, column: u32, what: impl Into<String>, hint: impl Into<String>) {
        self.list.push(PatternError { file: file.to_string(), line, column, what: what.into(), hint: hint.into() });
    }

    /// Adds one mistake at a byte offset of the file's text.
    pub fn add_at(&mut self, file: &str, text: &str, byte: usize, what: impl Into<String>, hint: impl Into<String>) {
        let (line, column) = line_column(text, byte);
        self.add(file, line, column, what, hint);
    }

    /// True when nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// All mistakes, sorted by file and line.
    pub fn into_sorted(mut self) -> Vec<PatternError> {
        self.list.sort();
        self.list.dedup();
        self.list
    }
}

/// 1-based line and column (in characters) of a byte offset.
pub fn line_column(text: &str, byte: usize) -> (u32, u32) {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    let before = &text[..byte];
    let start = before.rfind('\n').map_or(0, |n| n + 1);
    (before.matches('\n').count() as u32 + 1, before[start..].chars().count() as u32 + 1)
}
