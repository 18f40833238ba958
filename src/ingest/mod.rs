//! Bytes -> [`Article`]: decoded text, the kind of every line, publication date and how it was found.
//!
//! ```text
//! paths -> walk -> [SourceItem] -> load -> unpack -> decode -> Article::new (lines, header) -> Article
//! ```
//! Offsets are bytes of the decoded text, which is the file's content without its byte order mark and otherwise unchanged:
//! carriage returns, soft hyphens and zero-width characters stay and count. CR, CRLF and the other line ends of Unicode
//! only part [`Line`]s. Nothing here guesses: what is not stated stays `None`.

pub mod decode;
pub mod header;
pub mod jsonl;
pub mod lines;
pub mod load;
pub mod metadata;
pub mod parts;
pub mod stamp;
pub mod unpack;
pub mod walk;

pub use load::load;
pub use metadata::MetadataTable;
pub use walk::{SourceItem, sources, sources_but};

use crate::patterns::Patterns;
use crate::patterns::source::Rule;
use crate::span::Span;
use jiff::civil::Date;

/// Something that could not be read. It never stops a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The article or, when no article can be named, the file.
    pub doc: String,
    /// The step that failed: `walk`, `read`, `unpack`, `decode` or `jsonl`.
    pub stage: &'static str,
    /// What is wrong, for people.
    pub what: String,
}

impl Problem {
    /// A problem.
    pub fn new(doc: &str, stage: &'static str, what: impl Into<String>) -> Self {
        Problem { doc: doc.to_string(), stage, what: what.into() }
    }
}

/// What a line of a scraped page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LineKind {
    /// The article's title, also where it is repeated.
    Title,
    /// The summary under the title.
    Standfirst,
    /// Who wrote it.
    Byline,
    /// Who took the photograph.
    Credit,
    /// When it was published or updated.
    Timestamp,
    /// Running text.
    Paragraph,
    /// One point of a list ("Key takeaways").
    Bullet,
    /// A heading inside the text.
    Heading,
    /// Text under a photograph.
    Caption,
    /// Menus, "Trending now", share and newsletter lines.
    Furniture,
    /// Nothing but white space.
    Blank,
}

impl LineKind {
    /// The line is read for sentences. Bylines and credits are: their persons are mentions with that role.
    pub fn has_sentences(self) -> bool {
        !matches!(self, LineKind::Furniture | LineKind::Blank | LineKind::Timestamp)
    }

    /// The line tells of events; bylines and credits never do.
    pub fn tells(self) -> bool {
        self.has_sentences() && !matches!(self, LineKind::Byline | LineKind::Credit)
    }

    /// The kind of that name.
    pub fn parse(name: &str) -> Option<LineKind> {
        use LineKind::*;
        let all = [Title, Standfirst, Byline, Credit, Timestamp, Paragraph, Bullet, Heading, Caption, Furniture, Blank];
        all.into_iter().find(|k| k.name() == name)
    }

    /// Name used in outputs.
    pub fn name(self) -> &'static str {
        match self {
            LineKind::Title => "title",
            LineKind::Standfirst => "standfirst",
            LineKind::Byline => "byline",
            LineKind::Credit => "credit",
            LineKind::Timestamp => "timestamp",
            LineKind::Paragraph => "paragraph",
            LineKind::Bullet => "bullet",
            LineKind::Heading => "heading",
            LineKind::Caption => "caption",
            LineKind::Furniture => "furniture",
            LineKind::Blank => "blank",
        }
    }
}

/// One line of the text, without its line break.
#[derive(Clone, Debug)]
pub struct Line {
    /// Bytes in the text.
    pub span: Span,
    /// What it is.
    pub kind: LineKind,
    /// A paragraph line that continues the paragraph of the line before (hard-wrapped copy).
    pub continues: bool,
    /// The rule that decided.
    pub rule: Rule,
}

/// "CITY, 4 FEB 90 (AGENCY) --" at the start of the first paragraph.
#[derive(Clone, Debug)]
pub struct Dateline {
    /// From the place to the closing dash.
    pub span: Span,
    /// The place name(s) as written, country included.
    pub place: Option<Span>,
    /// The date as written.
    pub date: Option<Date>,
    /// The agency.
    pub agency: Option<Span>,
    /// The rule that found it.
    pub rule: Rule,
}

/// Where the publication date was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// `--metadata` or the JSONL record.
    Metadata,
    /// A timestamp line.
    Header,
    /// The dateline.
    Dateline,
}

/// The publication date.
#[derive(Clone, Debug)]
pub struct Published {
    /// The day.
    pub date: Date,
    /// Where it was found.
    pub basis: Basis,
    /// The text that states it; `None` for metadata.
    pub span: Option<Span>,
}

/// One decoded article.
#[derive(Clone, Debug)]
pub struct Article {
    /// Path below the given folder, or the JSONL `id`.
    pub doc: String,
    /// Decoded text; never changes again.
    pub text: String,
    /// Encoding that was chosen ("utf-8", "utf-16le", "windows-1252").
    pub encoding: &'static str,
    /// Bytes that do not belong to that encoding; each became one character.
    pub odd_bytes: u32,
    /// Every line in order.
    pub lines: Vec<Line>,
    /// The title.
    pub title: Option<String>,
    /// Publication date.
    pub published: Option<Published>,
    /// The dateline of the first paragraph.
    pub dateline: Option<Dateline>,
    /// Address of the page, when known.
    pub url: Option<String>,
    /// Name of the outlet, when known.
    pub outlet: Option<String>,
}

/// What is known about an article beside its text; overrides what the text says.
#[derive(Clone, Debug, Default)]
pub struct Metadata {
    /// Publication date.
    pub published: Option<Date>,
    /// Title.
    pub title: Option<String>,
    /// Address of the page.
    pub url: Option<String>,
    /// Outlet.
    pub outlet: Option<String>,
}

impl Article {
    /// An article from decoded text: line kinds, title, publication date, dateline.
    pub fn new(doc: &str, text: String, metadata: Metadata, patterns: &Patterns) -> Self {
        let lines = lines::classify(&text, patterns);
        let header = header::read(&text, &lines, patterns);
        let given = metadata.published.map(|date| Published { date, basis: Basis::Metadata, span: None });
        Article {
            doc: doc.to_string(),
            text,
            encoding: "utf-8",
            odd_bytes: 0,
            lines,
            title: metadata.title.or(header.title),
            published: given.or(header.published),
            dateline: header.dateline,
            url: metadata.url,
            outlet: metadata.outlet.or(header.outlet),
        }
    }
}
