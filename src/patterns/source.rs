//! Where knowledge comes from: pattern files, the lines in them, and the rules that cite those lines.
//!
//! Every value that reaches an output row can name a [`Rule`] and, when a list entry decided it, an [`Origin`].

use std::borrow::Cow;
use std::path::Path;

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
}

impl Files {
    /// The defaults compiled into the binary, sorted by path.
    pub fn builtin() -> Self {
        let file = |(path, text): &(&'static str, &'static str)| PatternFile {
            path: Cow::Borrowed(path),
            text: Cow::Borrowed(text),
        };
        Files { files: EMBEDDED.iter().map(file).collect() }
    }

    /// Adds every `.csv`, `.tsv` and `.toml` file below `dir`, sorted by path; returns I/O errors as texts.
    pub fn add_folder(&mut self, dir: &Path) -> Result<(), String> {
        let mut found = Vec::new();
        collect(dir, Path::new(""), &mut found)?;
        found.sort();
        for (relative, path) in found {
            let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
            let path = format!("{}/{relative}", dir.display()).replace("//", "/");
            self.files.push(PatternFile { path: path.into(), text: text.into() });
        }
        Ok(())
    }

    /// Files whose path contains `part` (for example `/lexicon/`), with their index.
    pub fn under<'a>(&'a self, part: &'a str) -> impl Iterator<Item = (u16, &'a PatternFile)> + 'a {
        let hit = move |(_, f): &(usize, &PatternFile)| f.path.contains(part);
        self.files.iter().enumerate().filter(hit).map(|(n, f)| (n as u16, f))
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

fn collect(root: &Path, below: &Path, out: &mut Vec<(String, std::path::PathBuf)>) -> Result<(), String> {
    let dir = root.join(below);
    let entries = std::fs::read_dir(&dir).map_err(|e| format!("{}: {e}", dir.display()))?;
    for entry in entries {
        let entry = entry.map_err(|e| format!("{}: {e}", dir.display()))?;
        let relative = below.join(entry.file_name());
        if entry.path().is_dir() {
            collect(root, &relative, out)?;
        } else if matches!(entry.path().extension().and_then(|e| e.to_str()), Some("csv" | "tsv" | "toml")) {
            out.push((relative.to_string_lossy().replace('\\', "/"), entry.path()));
        }
    }
    Ok(())
}
