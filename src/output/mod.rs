//! Readings -> files. One file per format; what is shared is the staged folder and the code-point offsets.
//!
//! `mentions.jsonl` and `incidents.jsonl` are for programs, `incidents.csv` is for people, `report.json` says how the run
//! went. All offsets written are Unicode code points of the article's decoded text, end exclusive.

pub mod cells;
pub mod explanation;
pub mod extract;
pub mod incidents;
pub mod mentions;
pub mod report;
pub mod sheet;
pub mod staged;

pub use extract::Extract;
pub use incidents::IncidentRow;

use crate::mentions::Source;
use crate::patterns::Patterns;
use crate::span::{CharOffsets, Span};

/// A text with its offsets in both units.
pub struct Offsets<'a> {
    text: &'a str,
    chars: CharOffsets,
}

impl<'a> Offsets<'a> {
    /// Offsets of this text.
    pub fn new(text: &'a str) -> Self {
        Offsets { text, chars: CharOffsets::new(text) }
    }

    /// Start and end of a byte span in code points.
    pub fn of(&self, span: Span) -> (u32, u32) {
        (self.chars.chars(self.text, span.start), self.chars.chars(self.text, span.end))
    }

    /// The text under the span.
    pub fn text(&self, span: Span) -> &'a str {
        span.of(self.text)
    }
}

/// `file:line` of the list entry behind a value.
pub fn cite(source: Option<Source>, patterns: &Patterns) -> Option<String> {
    match source? {
        Source::Line(origin) => Some(patterns.files.cite(origin)),
        Source::Table(path, line) => Some(format!("{path}:{line}")),
    }
}
