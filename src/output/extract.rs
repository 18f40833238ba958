//! Article -> what the run keeps of it: finished mention lines, incident rows and counts. No I/O.

use super::incidents::{self, IncidentRow};
use super::{Offsets, mentions};
use crate::ingest::{Article, parts};
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
    /// Reads the article and renders it; a text far longer than any article is read part by part.
    pub fn of(article: &Article, patterns: &Patterns) -> serde_json::Result<Self> {
        let offsets = Offsets::new(&article.text);
        let mut extract = Extract { encoding: article.encoding, odd_bytes: article.odd_bytes, ..Extract::default() };
        if article.text.len() <= parts::LONGEST {
            extract.add(article, &offsets, patterns)?;
            return Ok(extract);
        }
        let mut part = article.clone();
        for lines in parts::of(&article.text, &article.lines) {
            part.lines = lines;
            extract.add(&part, &offsets, patterns)?;
        }
        Ok(extract)
    }

    fn add(&mut self, article: &Article, offsets: &Offsets, patterns: &Patterns) -> serde_json::Result<()> {
        let reading = pipeline::read(article, patterns);
        let mut all: Vec<_> = reading.found.mentions.iter().chain(&reading.terms).collect();
        all.sort_by_key(|m| (m.span, m.kind()));
        for mention in all {
            let row = mentions::row(&article.doc, mention, offsets, patterns);
            serde_json::to_writer(&mut self.mentions, &row)?;
            self.mentions.push(b'\n');
            *self.counts.entry(mention.kind()).or_default() += 1;
        }
        let before = self.incidents.len() as u32;
        for incident in &reading.incidents {
            let row = incidents::row(article, incident, offsets, patterns);
            self.incidents.push(IncidentRow { rank: before + row.rank, ..row });
            self.profiles.push(Profile::new(incident, article, patterns));
        }
        Ok(())
    }
}
