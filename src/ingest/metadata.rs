//! The `--metadata` table: what is known about articles beside their text. It overrides what the text says.

use super::Metadata;
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

const COLUMNS: [&str; 5] = ["doc", "published", "title", "url", "outlet"];

/// Rows by document name; `by_stem` finds a document whose ending the table leaves out, or the other way round.
#[derive(Clone, Debug, Default)]
pub struct MetadataTable {
    rows: BTreeMap<String, Metadata>,
    by_stem: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
struct Row {
    doc: String,
    #[serde(default)]
    published: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    url: String,
    #[serde(default)]
    outlet: String,
}

impl MetadataTable {
    /// Reads a CSV file with the columns doc, published, title, url, outlet; all but `doc` may be missing.
    pub fn read(path: &Path) -> Result<Self, String> {
        let bytes = std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()))?;
        let text = super::decode::decode(bytes).map_err(|what| format!("{}: {what}", path.display()))?.text;
        Self::parse(&text).map_err(|what| format!("{}: {what}", path.display()))
    }

    /// As [`MetadataTable::read`], from the file's text.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::Headers).from_reader(text.as_bytes());
        let headers = reader.headers().map_err(|e| e.to_string())?.clone();
        check_columns(&headers)?;
        let mut table = Self::default();
        for record in reader.records() {
            let record = record.map_err(|e| e.to_string())?;
            let line = record.position().map_or(0, csv::Position::line);
            let row: Row = record.deserialize(Some(&headers)).map_err(|e| e.to_string())?;
            table.add(row).map_err(|what| format!("line {line}: {what}"))?;
        }
        Ok(table)
    }

    fn add(&mut self, row: Row) -> Result<(), String> {
        let doc = row.doc.trim().replace('\\', "/");
        let doc = doc.strip_prefix("./").unwrap_or(&doc).to_string();
        let given = row.published.trim();
        let published = match (given.is_empty(), iso_day(given)) {
            (true, _) => None,
            (false, Some(date)) => Some(date),
            (false, None) => return Err(format!("published is {given:?}; write a day as 2020-05-26")),
        };
        let known = Metadata { published, title: filled(row.title), url: filled(row.url), outlet: filled(row.outlet) };
        self.by_stem.entry(stem(&doc).to_string()).or_default().push(doc.clone());
        match self.rows.insert(doc.clone(), known) {
            Some(_) => Err(format!("{doc:?} stands in the table twice")),
            None => Ok(()),
        }
    }

    /// The row of a document: by its name, or by its name without ending where only one row fits.
    pub fn get(&self, doc: &str) -> Option<&Metadata> {
        self.rows.get(doc).or_else(|| match self.by_stem.get(stem(doc)).map(Vec::as_slice) {
            Some([only]) if only == stem(doc) || doc == stem(doc) => self.rows.get(only),
            _ => None,
        })
    }

    /// What the document says of itself, overridden by its row.
    pub fn over(&self, doc: &str, own: Metadata) -> Metadata {
        let Some(row) = self.get(doc) else { return own };
        let row = row.clone();
        Metadata {
            published: row.published.or(own.published),
            title: row.title.or(own.title),
            url: row.url.or(own.url),
            outlet: row.outlet.or(own.outlet),
        }
    }
}

fn check_columns(headers: &csv::StringRecord) -> Result<(), String> {
    let unknown: Vec<String> = headers.iter().filter(|h| !COLUMNS.contains(h)).map(|h| format!("{h:?}")).collect();
    if !unknown.is_empty() {
        return Err(format!("unknown column {}; the columns are {}", unknown.join(", "), COLUMNS.join(", ")));
    }
    if headers.iter().any(|h| h == "doc") { Ok(()) } else { Err("the column doc is missing".to_string()) }
}

fn filled(cell: String) -> Option<String> {
    if cell.trim().is_empty() { None } else { Some(cell) }
}

/// The name without the endings of article files.
fn stem(doc: &str) -> &str {
    let bare = doc.strip_suffix(".gz").or(doc.strip_suffix(".zst")).unwrap_or(doc);
    match bare.rsplit_once('.') {
        Some((stem, ending)) if ending.len() <= 5 && !stem.is_empty() && !ending.contains(['/', ' ']) => stem,
        _ => bare,
    }
}

/// The day of an ISO 8601 date or time ("2020-05-26", "2020-05-26T04:00:00Z").
pub fn iso_day(text: &str) -> Option<Date> {
    let text = text.trim();
    let rest = text.get(10..)?;
    if !rest.is_empty() && !rest.starts_with(['T', 't', ' ']) {
        return None;
    }
    text.get(..10)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_columns_are_named() {
        let error = MetadataTable::parse("doc,date\na.txt,2020-01-01\n").unwrap_err();
        assert!(error.contains("\"date\"") && error.contains("published"), "{error}");
    }

    #[test]
    fn documents_match_with_and_without_ending() {
        let table = MetadataTable::parse("doc,published\na/b.txt,2020-05-26\nc,2020-05-27T01:00:00Z\n").unwrap();
        assert!(table.get("a/b.txt").is_some() && table.get("a/b").is_some() && table.get("c.txt.gz").is_some());
        assert!(table.get("b").is_none());
    }

    #[test]
    fn an_unreadable_day_is_an_error_with_its_line() {
        let error = MetadataTable::parse("doc,published\na,26/05/2020\n").unwrap_err();
        assert!(error.starts_with("line 2"), "{error}");
    }
}
