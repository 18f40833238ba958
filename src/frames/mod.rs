//! Mentions -> frames: one clause that says something happened to someone.

use crate::document::Document;
use crate::mentions::Mention;
use crate::mentions::Source;
use crate::patterns::Patterns;
use crate::patterns::source::Rule;
use crate::span::Span;
use std::ops::Range;

/// What the text says about an event's reality.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Status {
    Reported,
    Alleged,
    Attempted,
    Threatened,
    Planned,
    Denied,
}

impl Status {
    /// Name used in outputs.
    pub fn name(self) -> &'static str {
        match self {
            Status::Reported => "reported",
            Status::Alleged => "alleged",
            Status::Attempted => "attempted",
            Status::Threatened => "threatened",
            Status::Planned => "planned",
            Status::Denied => "denied",
        }
    }
}

/// A participant of a frame: a noun phrase.
#[derive(Clone, Debug)]
pub struct Argument {
    /// Tokens of the whole phrase.
    pub tokens: Range<usize>,
    /// Bytes of the phrase.
    pub span: Span,
    /// The person's number in the article, when the phrase names one.
    pub entity: Option<u32>,
    /// The name (person or organisation), when the phrase has one.
    pub name: Option<String>,
    /// The phrase without the name: "former Russian spy".
    pub description: Option<String>,
    /// `person`, `group`, `state`, `unknown`.
    pub kind: &'static str,
    /// How many, where a number stands; 1 for a singular noun or name.
    pub count: Option<u32>,
}

/// One clause's statement.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Tokens of the trigger.
    pub trigger: Range<usize>,
    /// Index of the sentence.
    pub sentence: usize,
    /// Bytes of the clause to quote.
    pub quote: Span,
    /// Method codes.
    pub methods: Vec<String>,
    /// Who was attacked.
    pub victims: Vec<Argument>,
    /// Who allegedly did it.
    pub perpetrators: Vec<Argument>,
    /// With what.
    pub instruments: Vec<Span>,
    /// Indices of place mentions.
    pub places: Vec<usize>,
    /// Index of the date mention.
    pub date: Option<usize>,
    /// Reality.
    pub status: Status,
    /// Somebody died.
    pub fatal: Option<bool>,
    /// The rule that fired.
    pub rule: Rule,
    /// The line of data it rests on.
    pub source: Option<Source>,
}

/// A reading that was considered and dropped, for `explain`.
#[derive(Clone, Debug)]
pub struct Dropped {
    /// Tokens of the trigger.
    pub trigger: Range<usize>,
    /// The rule that would have fired.
    pub rule: Rule,
    /// Why not.
    pub because: String,
}

/// All frames in text order, and the dropped readings.
pub fn find(doc: &Document, mentions: &[Mention], patterns: &Patterns) -> (Vec<Frame>, Vec<Dropped>) {
    let _ = (doc, mentions, patterns);
    (Vec::new(), Vec::new())
}
