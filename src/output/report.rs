//! `report.json`: what a run read, found and could not read. The only output that differs between equal runs: it holds timings.

use super::{Extract, IncidentRow};
use crate::ingest::Problem;
use crate::mentions::Kind;
use serde::Serialize;
use std::collections::BTreeMap;
use std::time::Duration;

/// An article that could not be read.
#[derive(Clone, Debug, Serialize)]
struct ProblemRow {
    doc: String,
    stage: &'static str,
    what: String,
}

/// An article with bytes outside its encoding.
#[derive(Clone, Debug, Serialize)]
struct OddBytes {
    doc: String,
    encoding: &'static str,
    bytes: u32,
}

/// Counts of a run, gathered article by article.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Report {
    version: &'static str,
    patterns: String,
    articles: u64,
    mentions: BTreeMap<&'static str, u64>,
    incidents: Incidents,
    encodings: BTreeMap<&'static str, u64>,
    odd_bytes: Vec<OddBytes>,
    problems: Vec<ProblemRow>,
    timings: Timings,
}

#[derive(Clone, Debug, Default, Serialize)]
struct Incidents {
    total: u64,
    clusters: u64,
    by_status: BTreeMap<&'static str, u64>,
    by_method: BTreeMap<String, u64>,
}

/// Seconds, to the millisecond.
#[derive(Clone, Debug, Default, Serialize)]
struct Timings {
    load_patterns: f64,
    read_articles: f64,
    link_and_write: f64,
    threads: usize,
}

impl Report {
    /// An empty report of this program and these patterns.
    pub fn new(patterns_hash: &str) -> Self {
        let mentions = ALL_KINDS.iter().map(|k| (k.name(), 0)).collect();
        Report { version: env!("CARGO_PKG_VERSION"), patterns: patterns_hash.into(), mentions, ..Report::default() }
    }

    /// Counts one article.
    pub fn add(&mut self, doc: &str, extract: &Extract) {
        self.articles += 1;
        let (encoding, bytes) = (extract.encoding, extract.odd_bytes);
        if bytes > 0 {
            self.odd_bytes.push(OddBytes { doc: doc.to_string(), encoding, bytes });
        }
        *self.encodings.entry(extract.encoding).or_default() += 1;
        for (kind, n) in &extract.counts {
            *self.mentions.entry(kind.name()).or_default() += n;
        }
    }

    /// Notes an article that could not be read.
    pub fn add_problem(&mut self, problem: Problem) {
        self.problems.push(ProblemRow { doc: problem.doc, stage: problem.stage, what: problem.what });
    }

    /// Counts the incidents once they are linked.
    pub fn count_incidents(&mut self, rows: &[IncidentRow]) {
        let clusters: std::collections::BTreeSet<_> = rows.iter().filter_map(|r| r.cluster.as_ref()).collect();
        self.incidents =
            Incidents { total: rows.len() as u64, clusters: clusters.len() as u64, ..Incidents::default() };
        for row in rows {
            *self.incidents.by_status.entry(row.status).or_default() += 1;
            for method in &row.methods {
                *self.incidents.by_method.entry(method.clone()).or_default() += 1;
            }
        }
    }

    /// Sets the timings.
    pub fn time(&mut self, load: Duration, read: Duration, write: Duration, threads: usize) {
        self.timings = Timings {
            load_patterns: seconds(load),
            read_articles: seconds(read),
            link_and_write: seconds(write),
            threads,
        };
    }

    /// Articles that were read.
    pub fn articles(&self) -> u64 {
        self.articles
    }

    /// Incidents found.
    pub fn incidents(&self) -> u64 {
        self.incidents.total
    }

    /// Number of articles that could not be read.
    pub fn problems(&self) -> usize {
        self.problems.len()
    }

    /// The file's text.
    pub fn to_json(&self) -> serde_json::Result<Vec<u8>> {
        let mut bytes = serde_json::to_vec_pretty(self)?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}

const ALL_KINDS: [Kind; 7] = [Kind::Person, Kind::Place, Kind::Date, Kind::Method, Kind::Org, Kind::Role, Kind::Weapon];

fn seconds(time: Duration) -> f64 {
    (time.as_secs_f64() * 1000.0).round() / 1000.0
}
