//! One article through all stages. The pure library entry: text and patterns in, mentions and incidents out, no I/O.

use crate::document::Document;
use crate::frames::{self, Dropped, Frame};
use crate::incidents::{self, Incident};
use crate::ingest::Article;
use crate::mentions::{self, Found};
use crate::patterns::Patterns;
use crate::resolve;

/// Everything that was read in one article.
pub struct Reading<'a> {
    /// Sentences and tokens.
    pub document: Document<'a>,
    /// Mentions and rejected readings.
    pub found: Found,
    /// Method triggers, roles and weapons.
    pub terms: Vec<mentions::Mention>,
    /// Frames in text order.
    pub frames: Vec<Frame>,
    /// Frames that were considered and dropped.
    pub dropped: Vec<Dropped>,
    /// Incident candidates, `rank` 1 first.
    pub incidents: Vec<Incident>,
}

/// Reads one article.
pub fn read<'a>(article: &'a Article, patterns: &Patterns) -> Reading<'a> {
    let document = Document::new(article, patterns);
    let found = resolve::resolve(&document, mentions::find(&document, patterns), patterns);
    let (frames, dropped) = frames::find(&document, &found.mentions, patterns);
    let incidents = incidents::assemble(&document, &found.mentions, &frames, patterns);
    let terms = mentions::terms::find(&document, &found.mentions, &frames, patterns);
    Reading { document, found, terms, frames, dropped, incidents }
}
