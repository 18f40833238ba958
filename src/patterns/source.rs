//! Where knowledge comes from: pattern files, the lines in them, and the rules that cite those lines.
//!
//! Every value that reaches an output row can name a [`Rule`] and, when a list entry decided it, an [`Origin`].

use super::error::Errors;
use std::borrow::Cow;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// A line of a pattern file; `file` indexes [`Files`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin {
    /// Index into the list of loaded files.
    pub file: u16,
    /// 1-based line.
    pub line: u32,
}

/// A rule that is machinery rather than data, citable like a data rule.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CodeRule {
    /// Stable name, `<family>-<what>`.
    pub id: &'static str,
    /// Source file that applies it.
    pub file: &'static str,
    /// 1-based line of its declaration.
    pub line: u32,
}

/// Declares a [`CodeRule`] at the place that applies it.
#[macro_export]
macro_rules! code_rule {
    ($id:literal) => {{
        static RULE: $crate::patterns::source::CodeRule =
            $crate::patterns::source::CodeRule { id: $id, file: file!(), line: line!() };
        $crate::patterns::source::Rule::Code(&RULE)
    }};
}

/// What decided a value: a rule of `patterns/` (index into [`RuleNames`]) or one of the program's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// A rule from a pattern file.
    Data(u32),
    /// A rule that the code applies.
    Code(&'static CodeRule),
}

/// Ids and places of all data rules, in load order.
#[derive(Default, Debug)]
pub struct RuleNames {
    rows: Vec<(String, Origin)>,
}

impl RuleNames {
    /// Registers a rule and gives it its handle.
    pub fn add(&mut self, id: &str, origin: Origin) -> Rule {
        self.rows.push((id.to_string(), origin));
        Rule::Data(self.rows.len() as u32 - 1)
    }

    /// The rule's id.
    pub fn id(&self, rule: Rule) -> &str {
        match rule {
            Rule::Code(code) => code.id,
            Rule::Data(n) => self.rows.get(n as usize).map_or("", |r| &r.0),
        }
    }

    /// The rule's `file:line`.
    pub fn place(&self, rule: Rule, files: &Files) -> String {
        match rule {
            Rule::Code(code) => format!("{}:{}", code.file, code.line),
            Rule::Data(n) => self.rows.get(n as usize).map(|r| files.cite(r.1)).unwrap_or_default(),
        }
    }

    /// All data rules, for `check` and reports.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Origin)> {
        self.rows.iter().map(|(id, origin)| (id.as_str(), *origin))
    }
}

/// One pattern file: its path below the pack's parent (`patterns/en/lexicon/months.csv`) and its text.
#[derive(Clone, Debug)]
pub struct PatternFile {
    /// Path as cited in outputs.
    pub path: Cow<'static, str>,
    /// Whole text.
    pub text: Cow<'static, str>,
}

/// All pattern files in load order: the embedded defaults, then the user's folder.
#[derive(Default, Debug)]
pub struct Files {
    files: Vec<PatternFile>,
    /// Path below the file's own pack, with a slash in front: what [`Files::under`] looks at.
    keys: Vec<String>,
    asked_for: Vec<AtomicBool>,
    defaults: usize,
}

impl Files {
    /// The defaults compiled into the binary, sorted by path.
    pub fn builtin() -> Self {
        let mut files = Files::default();
        for (path, text) in EMBEDDED {
            let key = path.strip_prefix("patterns").unwrap_or(path).to_string();
            files.push(key, PatternFile { path: Cow::Borrowed(path), text: Cow::Borrowed(text) });
        }
        files.defaults = files.files.len();
        files
    }

    fn push(&mut self, key: String, file: PatternFile) {
        self.files.push(file);
        self.keys.push(key);
        self.asked_for.push(AtomicBool::new(false));
    }

    /// Adds every `.csv`, `.tsv` and `.toml` file below `dir`, sorted by path. Byte-order marks are dropped.
    pub fn add_folder(&mut self, dir: &Path, errors: &mut Errors) {
        let mut found = Vec::new();
        collect(dir, Path::new(""), &mut found, errors);
        found.sort();
        for (relative, path) in found {
            match std::fs::read_to_string(&path) {
                Ok(text) => self.add(&dir.display().to_string(), &relative, text),
                Err(e) => {
                    errors.add(&path.display().to_string(), 1, 1, e.to_string(), "save it as readable UTF-8 text")
                }
            }
        }
    }

    /// Lays one file over the defaults.
    pub fn add(&mut self, dir: &str, relative: &str, text: String) {
        let text = text.strip_prefix('\u{feff}').map_or(text.clone(), str::to_string);
        let path = format!("{}/{relative}", dir.trim_end_matches('/'));
        self.push(format!("/{relative}"), PatternFile { path: path.into(), text: text.into() });
    }

    /// Adds one file to the defaults.
    #[cfg(test)]
    pub fn add_default(&mut self, relative: &str, text: &str) {
        self.add("patterns", relative, text.to_string());
        self.defaults = self.files.len();
    }

    /// The file comes from the user's folder.
    pub fn is_overlay(&self, file: u16) -> bool {
        usize::from(file) >= self.defaults
    }

    /// Files of the user's folder that nothing has asked for: misplaced, so they would do nothing.
    pub fn unread(&self) -> impl Iterator<Item = &PatternFile> {
        let files = self.files.iter().zip(&self.asked_for).skip(self.defaults);
        files.filter(|(_, asked)| !asked.load(Ordering::Relaxed)).map(|(file, _)| file)
    }

    /// Files whose path contains `part` (for example `/lexicon/`), with their index.
    pub fn under<'a>(&'a self, part: &str) -> impl Iterator<Item = (u16, &'a PatternFile)> + use<'a> {
        let hits: Vec<usize> = (0..self.keys.len()).filter(|n| self.keys[*n].contains(part)).collect();
        hits.into_iter().filter_map(|n| {
            self.asked_for.get(n)?.store(true, Ordering::Relaxed);
            Some((n as u16, self.files.get(n)?))
        })
    }

    /// `path:line` of an origin.
    pub fn cite(&self, origin: Origin) -> String {
        let path = self.files.get(origin.file as usize).map_or("?", |f| f.path.as_ref());
        format!("{path}:{}", origin.line)
    }

    /// The path of a file by index.
    pub fn path(&self, file: u16) -> &str {
        self.files.get(file as usize).map_or("?", |f| f.path.as_ref())
    }

    /// Content hash over all paths and texts plus the compiled gazetteers: the pack's identity.
    pub fn hash(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(TABLES_HASH.as_bytes());
        for f in &self.files {
            hasher.update(f.path.as_bytes()).update(&[0]).update(f.text.as_bytes()).update(&[0]);
        }
        hasher.finalize().to_hex()[..16].to_string()
    }
}

fn collect(root: &Path, below: &Path, out: &mut Vec<(String, std::path::PathBuf)>, errors: &mut Errors) {
    let dir = root.join(below);
    let entries = std::fs::read_dir(&dir).and_then(|entries| entries.collect::<Result<Vec<_>, _>>());
    let entries = entries.unwrap_or_else(|e| {
        errors.add(&dir.display().to_string(), 1, 1, e.to_string(), "give a readable folder of pattern files");
        Vec::new()
    });
    for entry in entries {
        let relative = below.join(entry.file_name());
        if entry.path().is_dir() {
            collect(root, &relative, out, errors);
        } else if matches!(entry.path().extension().and_then(|e| e.to_str()), Some("csv" | "tsv" | "toml")) {
            out.push((relative.to_string_lossy().replace('\\', "/"), entry.path()));
        }
    }
}
