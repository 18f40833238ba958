//! Files -> labels and rows. Labels: a folder of `.json` files, one per article, or a `.jsonl` with one article per line, in
//! the format of `corpus/README.md`. Rows: `incidents.jsonl`.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::path::{Path, PathBuf};

/// A labelled article.
#[derive(Clone, Debug, Deserialize)]
pub struct Article {
    /// Its file.
    pub doc: String,
    /// What it tells.
    pub incidents: Vec<Label>,
}

/// A labelled incident. Each entity is a list of aliases, any one of which is right.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct Label {
    pub methods: Vec<String>,
    pub victims: Vec<Vec<String>>,
    pub victim_info: Vec<Info>,
    pub perpetrators: Vec<Vec<String>>,
    pub instruments: Vec<Vec<String>>,
    pub places: Vec<String>,
    /// Instead of `places`: for each place its levels, each with aliases.
    pub place_paths: Vec<Vec<Vec<String>>>,
    /// ISO codes or names.
    pub countries: Vec<String>,
    pub date: Option<Days>,
    pub date_alts: Vec<Days>,
    /// Finding it is fine, missing it costs nothing.
    pub optional: bool,
    pub summary: String,
}

/// What is known of a labelled victim.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Info {
    /// The article names the victim.
    pub named: bool,
    /// As for incidents.
    pub optional: bool,
}

/// First and last day; either may be open.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct Days {
    pub start: Option<String>,
    pub end: Option<String>,
}

/// What matters here of a row of `incidents.jsonl`.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs)]
pub struct Found {
    pub id: String,
    pub doc: String,
    pub rank: u32,
    pub confidence: f64,
    pub methods: Vec<String>,
    pub fatal: Option<bool>,
    pub victims: Vec<Party>,
    pub perpetrators: Vec<Party>,
    pub instruments: Vec<Party>,
    pub places: Vec<Spot>,
    pub date: Option<Days>,
}

/// A person, group or thing of a row.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct Party {
    pub name: Option<String>,
    pub text: String,
    pub aliases: Vec<String>,
}

impl Party {
    /// All that it is called.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        self.name.iter().chain(Some(&self.text)).chain(&self.aliases).map(String::as_str)
    }
}

/// A place of a row.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs)]
pub struct Spot {
    pub name: String,
    pub text: String,
    pub country: Option<String>,
}

/// Labelled articles of a folder or file, in the order of their paths or lines.
pub fn labelled(path: &Path) -> Result<Vec<Article>, String> {
    if !path.is_dir() {
        return lines(path);
    }
    let entries = std::fs::read_dir(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let paths = entries.filter_map(|e| Some(e.ok()?.path()));
    let mut paths: Vec<PathBuf> = paths.filter(|p| p.extension().is_some_and(|e| e == "json")).collect();
    paths.sort();
    paths.iter().map(|p| parse(p, 1, &text(p)?)).collect()
}

/// Rows of an `incidents.jsonl`.
pub fn found(path: &Path) -> Result<Vec<Found>, String> {
    lines(path)
}

fn lines<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, String> {
    let text = text(path)?;
    let full = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    full.map(|(n, line)| parse(path, n + 1, line)).collect()
}

fn parse<T: DeserializeOwned>(path: &Path, line: usize, text: &str) -> Result<T, String> {
    serde_json::from_str(text).map_err(|e| format!("{}:{}:{}: {e}", path.display(), line + e.line() - 1, e.column()))
}

fn text(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))
}

/// The file name without its ending: by it articles are known in labels and rows.
pub fn stem(doc: &str) -> &str {
    let file = doc.rsplit(['/', '\\']).next().unwrap_or(doc);
    [".txt", ".json", ".html", ".xml"].iter().find_map(|end| file.strip_suffix(end)).unwrap_or(file)
}
