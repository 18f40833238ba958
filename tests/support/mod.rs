//! The corpus, read through the whole pipeline: shared by the tests that look at it.

use dateline::ingest::{self, MetadataTable};
use dateline::output::{Extract, IncidentRow};
use dateline::patterns::Patterns;
use std::path::Path;

/// One article of the corpus and what was found in it.
pub struct Read {
    /// File name without its ending.
    pub name: String,
    /// Incident candidates, `rank` 1 first.
    pub incidents: Vec<IncidentRow>,
}

/// The project's folder `name`.
pub fn folder(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// All articles in the order of their names, with the built-in patterns.
pub fn read_corpus() -> Vec<Read> {
    let patterns = Patterns::load(None).unwrap();
    let (sources, problems) = ingest::sources(&[folder("corpus/articles")]);
    assert!(problems.is_empty(), "{problems:?}");
    let read = |source| {
        let article = ingest::load(source, &MetadataTable::default(), &patterns).unwrap();
        let incidents = Extract::of(&article, &patterns).unwrap().incidents;
        Read { name: article.doc.trim_end_matches(".txt").to_string(), incidents }
    };
    sources.iter().map(read).collect()
}
