//! One reading -> everything that was decided in it, with the rule and its `file:line`, for `dateline explain`.
//!
//! Offsets are code points, as in the other outputs.

use super::incidents::{self, IncidentRow};
use super::mentions::{self, MentionRow};
use super::{Offsets, cite};
use crate::frames::{Argument, Dropped, Frame};
use crate::ingest::{Article, Basis};
use crate::mentions::{Mention, Source};
use crate::patterns::Patterns;
use crate::patterns::source::Rule;
use crate::pipeline::Reading;
use crate::span::Span;
use serde::Serialize;

/// All decisions about one article.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct Explanation<'a> {
    pub doc: &'a str,
    pub encoding: &'static str,
    pub title: Option<&'a str>,
    pub published: Option<PublishedRow>,
    pub lines: Vec<Passage<'a>>,
    pub sentences: Vec<Passage<'a>>,
    pub mentions: Vec<MentionNote<'a>>,
    pub rejected: Vec<MentionNote<'a>>,
    pub frames: Vec<FrameNote<'a>>,
    pub dropped: Vec<DroppedNote<'a>>,
    pub incidents: Vec<IncidentRow>,
}

/// The publication date and where it was found.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct PublishedRow {
    pub date: String,
    pub basis: &'static str,
}

/// Rule, its place, and the list row behind a decision.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct Grounds {
    pub rule: String,
    pub rule_at: String,
    pub source: Option<String>,
}

/// A line or a sentence.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct Passage<'a> {
    pub start: u32,
    pub end: u32,
    pub kind: &'static str,
    pub text: &'a str,
    #[serde(flatten)]
    pub grounds: Option<Grounds>,
}

/// A mention, kept or rejected.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct MentionNote<'a> {
    #[serde(flatten)]
    pub row: MentionRow<'a>,
    pub rule_at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<&'a str>,
}

/// A frame.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct FrameNote<'a> {
    pub trigger: &'a str,
    pub start: u32,
    pub end: u32,
    pub quote: &'a str,
    pub methods: &'a [String],
    pub status: &'static str,
    pub fatal: Option<bool>,
    pub victims: Vec<ArgumentNote<'a>>,
    pub perpetrators: Vec<ArgumentNote<'a>>,
    pub instruments: Vec<&'a str>,
    pub places: Vec<&'a str>,
    pub date: Option<&'a str>,
    #[serde(flatten)]
    pub grounds: Grounds,
}

/// A participant of a frame.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct ArgumentNote<'a> {
    pub text: &'a str,
    pub name: Option<&'a str>,
    pub description: Option<&'a str>,
    pub kind: &'static str,
    pub count: Option<u32>,
}

/// A frame that was considered and dropped.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct DroppedNote<'a> {
    pub trigger: &'a str,
    pub start: u32,
    pub end: u32,
    pub because: &'a str,
    #[serde(flatten)]
    pub grounds: Grounds,
}

/// What is needed to write any part.
struct Scribe<'a> {
    reading: &'a Reading<'a>,
    offsets: &'a Offsets<'a>,
    patterns: &'a Patterns,
}

/// Explains a reading of `article`.
pub fn explain<'a>(
    article: &'a Article,
    reading: &'a Reading<'a>,
    offsets: &'a Offsets<'a>,
    patterns: &'a Patterns,
) -> Explanation<'a> {
    let scribe = Scribe { reading, offsets, patterns };
    let found = &reading.found;
    Explanation {
        doc: &article.doc,
        encoding: article.encoding,
        title: article.title.as_deref(),
        published: article.published.as_ref().map(|p| PublishedRow { date: p.date.to_string(), basis: basis(p.basis) }),
        lines: article.lines.iter().map(|l| scribe.passage(l.span, l.kind.name(), Some(l.rule))).collect(),
        sentences: reading.document.sentences.iter().map(|s| scribe.passage(s.span, s.kind.name(), None)).collect(),
        mentions: found.mentions.iter().map(|m| scribe.mention(&article.doc, m, None)).collect(),
        rejected: found.rejected.iter().map(|r| scribe.mention(&article.doc, &r.mention, Some(&r.because))).collect(),
        frames: reading.frames.iter().map(|f| scribe.frame(f)).collect(),
        dropped: reading.dropped.iter().map(|d| scribe.dropped(d)).collect(),
        incidents: reading.incidents.iter().map(|i| incidents::row(article, i, offsets, patterns)).collect(),
    }
}

impl<'a> Scribe<'a> {
    fn grounds(&self, rule: Rule, source: Option<Source>) -> Grounds {
        Grounds {
            rule: self.patterns.names.id(rule).to_string(),
            rule_at: self.patterns.names.place(rule, &self.patterns.files),
            source: cite(source, self.patterns),
        }
    }

    fn passage(&self, span: Span, kind: &'static str, rule: Option<Rule>) -> Passage<'a> {
        let (start, end) = self.offsets.of(span);
        let grounds = rule.map(|rule| self.grounds(rule, None));
        Passage { start, end, kind, text: self.offsets.text(span), grounds }
    }

    fn mention(&self, doc: &'a str, mention: &'a Mention, because: Option<&'a str>) -> MentionNote<'a> {
        MentionNote {
            row: mentions::row(doc, mention, self.offsets, self.patterns),
            rule_at: self.patterns.names.place(mention.rule, &self.patterns.files),
            because,
        }
    }

    fn mention_text(&self, index: usize) -> Option<&'a str> {
        self.reading.found.mentions.get(index).map(|m| self.offsets.text(m.span))
    }

    fn frame(&self, frame: &'a Frame) -> FrameNote<'a> {
        let trigger = self.reading.document.span(frame.trigger.clone());
        let (start, end) = self.offsets.of(trigger);
        FrameNote {
            trigger: self.offsets.text(trigger),
            start,
            end,
            quote: self.offsets.text(frame.quote),
            methods: &frame.methods,
            status: frame.status.name(),
            fatal: frame.fatal,
            victims: frame.victims.iter().map(|a| self.argument(a)).collect(),
            perpetrators: frame.perpetrators.iter().map(|a| self.argument(a)).collect(),
            instruments: frame.instruments.iter().map(|i| self.offsets.text(i.span)).collect(),
            places: frame.places.iter().filter_map(|p| self.mention_text(*p)).collect(),
            date: frame.date.and_then(|d| self.mention_text(d)),
            grounds: self.grounds(frame.rule, frame.source),
        }
    }

    fn argument(&self, argument: &'a Argument) -> ArgumentNote<'a> {
        ArgumentNote {
            text: self.offsets.text(argument.span),
            name: argument.name.as_deref(),
            description: argument.description.as_deref(),
            kind: argument.kind,
            count: argument.count,
        }
    }

    fn dropped(&self, dropped: &'a Dropped) -> DroppedNote<'a> {
        let trigger = self.reading.document.span(dropped.trigger.clone());
        let (start, end) = self.offsets.of(trigger);
        DroppedNote {
            trigger: self.offsets.text(trigger),
            start,
            end,
            because: &dropped.because,
            grounds: self.grounds(dropped.rule, None),
        }
    }
}

fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Metadata => "metadata",
        Basis::Header => "header",
        Basis::Dateline => "dateline",
    }
}
