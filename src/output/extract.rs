//! Article -> what the run keeps of it: finished mention lines, incident rows and counts. No I/O.

use super::incidents::{self, IncidentRow};
use super::{Offsets, mentions};
use crate::ingest::Article;
use crate::link::Profile;
use crate::mentions::Kind;
use crate::patterns::Patterns;
use crate::pipeline;
use std::collections::BTreeMap;

/// What one article yields.
#[derive(Debug, Default)]
pub struct Extract {
    /// Encoding that was chosen.
    pub encoding: &'static str,
    /// Bytes outside that encoding.
    pub odd_bytes: u32,
    /// Lines of `mentions.jsonl`.
    pub mentions: Vec<u8>,
    /// Number of mentions by kind.
    pub counts: BTreeMap<Kind, u64>,
    /// Incident rows, `rank` 1 first.
    pub incidents: Vec<IncidentRow>,
    /// What each of them is linked by.
    pub profiles: Vec<Profile>,
}

impl Extract {
    /// Reads the article and renders it.
    pub fn of(article: &Article, patterns: &Patterns) -> serde_json::Result<Self> {
        let reading = pipeline::read(article, patterns);
        let offsets = Offsets::new(&article.text);
        let mut extract = Extract { encoding: article.encoding, odd_bytes: article.odd_bytes, ..Extract::default() };
        let mut all: Vec<_> = reading.found.mentions.iter().chain(&reading.terms).collect();
        all.sort_by_key(|m| (m.span, m.kind()));
        for mention in all {
            let row = mentions::row(&article.doc, mention, &offsets, patterns);
            serde_json::to_writer(&mut extract.mentions, &row)?;
            extract.mentions.push(b'\n');
            *extract.counts.entry(mention.kind()).or_default() += 1;
        }
        let row = |incident| incidents::row(article, incident, &offsets, patterns);
        extract.incidents = reading.incidents.iter().map(row).collect();
        extract.profiles = reading.incidents.iter().map(|i| Profile::new(i, article, patterns)).collect();
        Ok(extract)
    }
}
