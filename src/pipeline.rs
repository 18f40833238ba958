//! One article through all stages. The pure library entry: text and patterns in, mentions and incidents out, no I/O.
//!
//! [`dates`] is a short way for readers of dates only.

use crate::document::Document;
use crate::frames::{self, Dropped, Frame};
use crate::incidents::{self, Incident};
use crate::ingest::Article;
use crate::mentions::{self, Found, Mention};
use crate::patterns::Patterns;
use crate::resolve;

/// Everything that was read in one article.
pub struct Reading<'a> {
    /// Sentences and tokens.
    pub document: Document<'a>,
    /// Mentions and rejected readings.
    pub found: Found,
    /// Method triggers, roles and weapons.
    pub terms: Vec<Mention>,
    /// Frames in text order.
    pub frames: Vec<Frame>,
    /// Readings that were considered and dropped, as frames or as incidents, in text order.
    pub dropped: Vec<Dropped>,
    /// Incident candidates, `rank` 1 first.
    pub incidents: Vec<Incident>,
}

/// Reads one article.
pub fn read<'a>(article: &'a Article, patterns: &'a Patterns) -> Reading<'a> {
    let document = Document::new(article, patterns);
    let found = resolve::resolve(&document, mentions::find(&document, patterns), patterns);
    let (frames, mut dropped) = frames::find(&document, &found.mentions, patterns);
    let incidents = incidents::assemble(&document, &found.mentions, &frames, patterns, &mut dropped);
    dropped.sort_by_key(|d| d.trigger.start);
    let terms = mentions::terms::find(&document, &found.mentions, &frames, patterns);
    Reading { document, found, terms, frames, dropped, incidents }
}

/// The temporal expressions of one article, counted out, in text order. No names are read, so that no name competes with
/// a date ("April Jones"), and only sentences that can hold a date are looked at.
pub fn dates(article: &Article, patterns: &Patterns) -> Vec<Mention> {
    let rules = &patterns.dates;
    let document = Document::partly(article, patterns, &rules.words, |doc, s| rules.gate.may_match(doc, s));
    let mentions = mentions::dates::find(&document, patterns).into_iter().map(|c| c.mention).collect();
    let mut found = Found { mentions, rejected: Vec::new() };
    resolve::dates::resolve(&document, &mut found, patterns);
    found.mentions
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::Metadata;

    #[test]
    fn the_short_way_reads_the_same_dates() {
        let patterns = Patterns::load(None).unwrap();
        let text = "LIMA, May 3, 2001 (AGENCY) - The mayor was shot on Friday. Nobody saw it. He had come home in 1994, and \
            the trial will open in June. \n\nTwo weeks later the police left. The end of last year was quiet.\n";
        let article = Article::new("a", text.to_string(), Metadata::default(), &patterns);
        let told = |m: &Mention| m.date().map(|d| (m.span, d.timex.clone(), d.interval));
        let whole = read(&article, &patterns);
        let long: Vec<_> = whole.found.mentions.iter().filter_map(told).collect();
        let short: Vec<_> = dates(&article, &patterns).iter().filter_map(told).collect();
        assert!(long.len() >= 5, "{long:?}");
        assert_eq!(short, long);
    }
}
