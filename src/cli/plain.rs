//! Stand-in for the ingest entry: plain `.txt` files of folders and a minimal metadata table.

use dateline::ingest::{Article, Metadata};
use dateline::patterns::Patterns;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

pub struct SourceItem {
    pub doc: String,
    path: PathBuf,
}

pub struct Problem {
    pub doc: String,
    pub what: String,
}

#[derive(Default)]
pub struct MetadataTable(HashMap<String, Metadata>);

impl MetadataTable {
    pub fn read(path: &Path) -> Result<Self, String> {
        let mut reader = csv::Reader::from_path(path).map_err(|e| e.to_string())?;
        let headers = reader.headers().map_err(|e| e.to_string())?.clone();
        let column = |name: &str| headers.iter().position(|h| h.trim_start_matches('\u{feff}') == name);
        let (doc, published) = (column("doc").ok_or("no column doc")?, column("published"));
        let mut table = HashMap::new();
        for record in reader.records() {
            let record = record.map_err(|e| e.to_string())?;
            let date = published.and_then(|p| record.get(p)).and_then(|d| d.get(..10.min(d.len()))?.parse().ok());
            table.insert(record.get(doc).unwrap_or("").to_string(), Metadata { published: date, ..Default::default() });
        }
        Ok(MetadataTable(table))
    }
}

pub fn sources(paths: &[PathBuf]) -> (Vec<SourceItem>, Vec<Problem>) {
    let (mut out, mut problems) = (Vec::new(), Vec::new());
    for path in paths {
        walk(path, path, &mut out, &mut problems);
    }
    out.sort_by(|a, b| a.doc.cmp(&b.doc));
    (out, problems)
}

fn walk(root: &Path, path: &Path, out: &mut Vec<SourceItem>, problems: &mut Vec<Problem>) {
    if path.is_file() {
        let relative = path.strip_prefix(root).ok().filter(|r| r.components().next().is_some());
        let doc = relative.unwrap_or(Path::new(path.file_name().unwrap_or_default())).to_string_lossy().into_owned();
        return out.push(SourceItem { doc, path: path.to_path_buf() });
    }
    match std::fs::read_dir(path) {
        Err(e) => problems.push(Problem { doc: path.display().to_string(), what: e.to_string() }),
        Ok(entries) => entries.flatten().for_each(|e| walk(root, &e.path(), out, problems)),
    }
}

pub fn load(item: &SourceItem, table: &MetadataTable, patterns: &Patterns) -> Result<Article, Problem> {
    let problem = |e: std::io::Error| Problem { doc: item.doc.clone(), what: e.to_string() };
    let bytes = std::fs::read(&item.path).map_err(problem)?;
    let stem = item.doc.rsplit_once('.').map_or(item.doc.as_str(), |d| d.0);
    let metadata = table.0.get(&item.doc).or_else(|| table.0.get(stem)).cloned().unwrap_or_default();
    Ok(Article::new(&item.doc, String::from_utf8_lossy(&bytes).into_owned(), metadata, patterns))
}
