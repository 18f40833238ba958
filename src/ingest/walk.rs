//! Paths given by the user -> the articles below them, in a stable order, and what could not be listed.
//!
//! Folders are read recursively in the byte order of their paths; hidden files and folders are left out. An item is cheap: the
//! article's bytes are read by [`load`](super::load::load()).

use super::{Problem, jsonl};
use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where one article's bytes are.
#[derive(Clone, Debug)]
pub struct SourceItem {
    /// Name of the article: path below the given folder, file name of a file given itself, or JSONL `id`.
    pub doc: String,
    /// The file.
    pub file: Arc<Place>,
    /// The JSONL record; `None` when the whole file is one article.
    pub record: Option<Record>,
}

/// A file to read: the user's, or a temporary one that holds standard input or unpacked JSONL and is removed at the end.
#[derive(Debug)]
pub enum Place {
    /// The user's file.
    File(PathBuf),
    /// A temporary file.
    Spooled(tempfile::TempPath),
}

impl Place {
    /// Path of the file.
    pub fn path(&self) -> &Path {
        match self {
            Place::File(path) => path,
            Place::Spooled(path) => path,
        }
    }
}

/// Bytes of one JSONL line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record {
    /// First byte in the file.
    pub offset: u64,
    /// Number of bytes, line end excluded.
    pub length: u64,
    /// 1-based line.
    pub line: u64,
}

/// Lists the articles below `paths` (files, folders, `.jsonl`, `-` for standard input), in order.
pub fn sources(paths: &[PathBuf]) -> (Vec<SourceItem>, Vec<Problem>) {
    sources_but(paths, &[])
}

/// As [`sources`], passing over some files: those that the run itself writes.
pub fn sources_but(paths: &[PathBuf], not: &[PathBuf]) -> (Vec<SourceItem>, Vec<Problem>) {
    let mut listing = Listing::default();
    listing.read.extend(not.iter().filter_map(|path| path.canonicalize().ok()));
    for path in paths {
        listing.add(path);
    }
    (listing.items, listing.problems)
}

#[derive(Default)]
pub(super) struct Listing {
    items: Vec<SourceItem>,
    pub(super) problems: Vec<Problem>,
    docs: BTreeMap<String, PathBuf>,
    read: HashSet<PathBuf>,
}

impl Listing {
    fn add(&mut self, path: &Path) {
        if path.as_os_str() == "-" {
            return jsonl::list_stdin(self);
        }
        match std::fs::metadata(path) {
            Err(e) => self.problem(&path.to_string_lossy(), format!("cannot be read: {e}")),
            Ok(meta) if meta.is_dir() => self.add_folder(path),
            Ok(_) => {
                let name = path.file_name().map_or_else(|| path.to_string_lossy(), |n| n.to_string_lossy());
                self.add_file(path, &name);
            }
        }
    }

    /// Every file below `root`, sorted by the bytes of the path.
    fn add_folder(&mut self, root: &Path) {
        let mut found = Vec::new();
        let mut above = Vec::new();
        self.collect(root, "", &mut above, &mut found);
        found.sort();
        for (doc, path) in found {
            self.add_file(&path, &doc);
        }
    }

    fn collect(&mut self, dir: &Path, below: &str, above: &mut Vec<PathBuf>, found: &mut Vec<(String, PathBuf)>) {
        let real = dir.canonicalize().unwrap_or_else(|_| dir.to_path_buf());
        if above.contains(&real) {
            return; // a link back to a folder that we are in
        }
        let entries = match std::fs::read_dir(dir) {
            Ok(entries) => entries,
            Err(e) => {
                return self.problem(if below.is_empty() { "." } else { below }, format!("cannot be listed: {e}"));
            }
        };
        above.push(real);
        for entry in entries {
            match entry {
                Err(e) => self.problem(below, format!("an entry cannot be listed: {e}")),
                Ok(entry) => {
                    self.collect_entry(&entry.path(), &entry.file_name().to_string_lossy(), below, above, found)
                }
            }
        }
        above.pop();
    }

    fn collect_entry(
        &mut self,
        path: &Path,
        name: &str,
        below: &str,
        above: &mut Vec<PathBuf>,
        found: &mut Vec<(String, PathBuf)>,
    ) {
        if name.starts_with('.') {
            return;
        }
        let doc = if below.is_empty() { name.to_string() } else { format!("{below}/{name}") };
        match std::fs::metadata(path) {
            Err(e) => self.problem(&doc, format!("cannot be read: {e}")),
            Ok(meta) if meta.is_dir() => self.collect(path, &doc, above, found),
            Ok(meta) if meta.is_file() => found.push((doc, path.to_path_buf())),
            Ok(_) => self.problem(&doc, "not a regular file"),
        }
    }

    /// One file; the same file given twice is read once.
    fn add_file(&mut self, path: &Path, doc: &str) {
        let real = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
        if !self.read.insert(real) {
            return;
        }
        if jsonl::is_jsonl(path) {
            return jsonl::list_file(path, doc, self);
        }
        let item = SourceItem { doc: doc.to_string(), file: Arc::new(Place::File(path.to_path_buf())), record: None };
        if let Err(what) = self.push(item, path) {
            self.problem(doc, what);
        }
    }

    /// Takes an item unless its name is taken; the error says by which file.
    pub(super) fn push(&mut self, item: SourceItem, path: &Path) -> Result<(), String> {
        if let Some(first) = self.docs.get(&item.doc) {
            return Err(format!("duplicate id: {} already holds an article of this name", first.display()));
        }
        self.docs.insert(item.doc.clone(), path.to_path_buf());
        self.items.push(item);
        Ok(())
    }

    fn problem(&mut self, doc: &str, what: impl Into<String>) {
        self.problems.push(Problem::new(doc, "walk", what));
    }
}
