//! One [`SourceItem`] -> its [`Article`], or the [`Problem`] that keeps it from being read.

use super::walk::SourceItem;
use super::{Article, Metadata, MetadataTable, Problem, decode, jsonl, unpack};
use crate::patterns::Patterns;

/// Reads, decodes and classifies one article.
pub fn load(item: &SourceItem, metadata: &MetadataTable, patterns: &Patterns) -> Result<Article, Problem> {
    let (decoded, own) = bytes(item).map_err(|(stage, what)| Problem::new(&item.doc, stage, what))?;
    let known = metadata.over(&item.doc, own);
    let mut article = Article::new(&item.doc, decoded.text, known, patterns);
    article.encoding = decoded.encoding;
    article.odd_bytes = decoded.odd_bytes;
    Ok(article)
}

fn bytes(item: &SourceItem) -> Result<(decode::Decoded, Metadata), (&'static str, String)> {
    match item.record {
        Some(record) => jsonl::read_record(&item.file, record),
        None => {
            let bytes = unpack::read(item.file.path())?;
            let decoded = decode::decode(bytes).map_err(|what| ("decode", what.to_string()))?;
            Ok((decoded, Metadata::default()))
        }
    }
}
