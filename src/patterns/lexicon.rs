//! Word classes: every `lexicon/*.csv` file is one class, named after the file.
//!
//! A row is `phrase,value,note`; `phrase` may hold several words, `value` is what the class gives to rules (a month's
//! number, a title's gender). Lookup is by folded token. A hyphen between two words equals a space.

use super::error::Errors;
use super::source::{Files, Origin, PatternFile};
use crate::document::fold::fold;
use crate::document::word::WordMap;
use crate::document::{Word, WordFilter};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::atomic::{AtomicBool, Ordering};

/// A word class; indexes [`Lexicon::class_name`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassId(pub u8);

/// One row of a class.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Class that it belongs to.
    pub class: ClassId,
    /// Folded words, hyphens left out.
    pub words: Vec<String>,
    /// The same as numbers.
    pub keys: Vec<Word>,
    /// The row's value; empty when it has none.
    pub value: String,
    /// The row itself.
    pub origin: Origin,
}

/// A class entry found at a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LexHit {
    /// Class found.
    pub class: ClassId,
    /// Number of tokens covered, hyphens included.
    pub len: u16,
    /// Index of the entry.
    pub entry: u32,
}

/// How an entry begins: enough to tell mostly that it does not stand at a token.
#[derive(Clone, Copy, Debug)]
pub struct Start {
    /// Index of the entry.
    pub entry: u32,
    /// Its class.
    pub class: ClassId,
    /// Its second word, when it has one.
    pub second: Option<Word>,
}

/// All word classes.
#[derive(Default, Debug)]
pub struct Lexicon {
    classes: Vec<String>,
    asked_for: Vec<AtomicBool>,
    entries: Vec<Entry>,
    all: Beginnings,
}

/// How entries begin, those of one first word together.
#[derive(Default, Debug)]
pub struct Beginnings {
    starts: Vec<Start>,
    by_first: WordMap<(u32, u32)>,
    filter: WordFilter,
}

impl Beginnings {
    fn of<'e>(entries: impl Iterator<Item = (usize, &'e Entry)>) -> Self {
        let mut by_first: BTreeMap<Word, Vec<Start>> = BTreeMap::new();
        for (n, entry) in entries {
            let Some(&first) = entry.keys.first() else { continue };
            let start = Start { entry: n as u32, class: entry.class, second: entry.keys.get(1).copied() };
            by_first.entry(first).or_default().push(start);
        }
        let mut out = Beginnings::default();
        for (word, starts) in by_first {
            let from = out.starts.len() as u32;
            out.starts.extend(starts);
            out.filter.add(word);
            out.by_first.insert(word, (from, out.starts.len() as u32));
        }
        out
    }

    /// Entries that start with this folded word.
    pub fn with(&self, word: Word) -> &[Start] {
        let range = self.filter.may_hold(word).then(|| self.by_first.get(&word)).flatten();
        range.and_then(|(from, to)| self.starts.get(*from as usize..*to as usize)).unwrap_or_default()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    phrase: String,
    value: String,
    #[serde(rename = "note")]
    _note: String,
}

impl Lexicon {
    /// Reads every `lexicon/*.csv`; a later file's row replaces an earlier one of the same class and phrase.
    pub fn load(files: &Files, errors: &mut Errors) -> Self {
        let mut rows: BTreeMap<(String, Vec<String>), (String, Origin)> = BTreeMap::new();
        for (index, file) in files.under("/lexicon/") {
            let class = stem(&file.path);
            for (phrase, value, origin) in read_rows(index, file, errors) {
                rows.insert((class.clone(), phrase), (value, origin));
            }
        }
        let mut lexicon = Lexicon::default();
        for ((class, words), (value, origin)) in rows {
            if value == "OFF" {
                continue;
            }
            let class = lexicon.class_or_new(&class);
            let keys = words.iter().map(|w| Word::of(w)).collect();
            lexicon.entries.push(Entry { class, words, keys, value, origin });
        }
        lexicon.all = Beginnings::of(lexicon.entries.iter().enumerate());
        lexicon
    }

    /// Beginnings of the entries of all classes.
    pub fn all(&self) -> &Beginnings {
        &self.all
    }

    /// Beginnings of the entries of some classes.
    pub fn beginnings(&self, classes: &BTreeSet<ClassId>) -> Beginnings {
        Beginnings::of(self.entries.iter().enumerate().filter(|(_, entry)| classes.contains(&entry.class)))
    }

    fn class_or_new(&mut self, name: &str) -> ClassId {
        self.position(name).unwrap_or_else(|| {
            self.classes.push(name.to_string());
            self.asked_for.push(AtomicBool::new(false));
            ClassId((self.classes.len() - 1).min(255) as u8)
        })
    }

    /// The class of that name.
    pub fn class(&self, name: &str) -> Option<ClassId> {
        let class = self.position(name)?;
        self.asked_for.get(class.0 as usize)?.store(true, Ordering::Relaxed);
        Some(class)
    }

    fn position(&self, name: &str) -> Option<ClassId> {
        self.classes.iter().position(|c| c == name).map(|n| ClassId(n.min(255) as u8))
    }

    /// Names of the classes that nothing has asked for yet.
    pub fn unused(&self) -> impl Iterator<Item = &str> {
        let classes = self.classes.iter().zip(&self.asked_for);
        classes.filter(|(_, asked)| !asked.load(Ordering::Relaxed)).map(|(name, _)| name.as_str())
    }

    /// A class's name.
    pub fn class_name(&self, class: ClassId) -> &str {
        self.classes.get(class.0 as usize).map_or("?", |s| s)
    }

    /// An entry by index.
    pub fn entry(&self, index: u32) -> Option<&Entry> {
        self.entries.get(index as usize)
    }

    /// All entries, in class and phrase order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The class's entry that is exactly this one folded word.
    pub fn single(&self, word: &str, class: ClassId) -> Option<&Entry> {
        self.single_word(Word::of(word), class)
    }

    /// As [`Lexicon::single`].
    pub fn single_word(&self, word: Word, class: ClassId) -> Option<&Entry> {
        let mut starts = self.all.with(word).iter();
        starts.find(|s| s.class == class && s.second.is_none()).and_then(|s| self.entry(s.entry))
    }

    /// Entries that start with this folded word and whose words are all in the given class.
    pub fn words_of(&self, class: ClassId) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |e| e.class == class)
    }
}

/// File name without folder and ending: the class's name.
pub fn stem(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split('.').next().unwrap_or(name).to_string()
}

/// Splits a phrase the way documents are tokenised, hyphens left out.
pub fn phrase_words(phrase: &str) -> Vec<String> {
    let mut words = Vec::new();
    for piece in phrase.split_whitespace() {
        for part in crate::document::tokens::split_word(piece) {
            let word = crate::document::tokens::norm_of(part);
            if word != "-" && !word.is_empty() {
                words.push(word);
            }
        }
    }
    words
}

fn read_rows(index: u16, file: &PatternFile, errors: &mut Errors) -> Vec<(Vec<String>, String, Origin)> {
    let mut out = Vec::new();
    let mut seen: HashMap<Vec<String>, u32> = HashMap::new();
    let mut last = String::new();
    for (line, row) in super::table::rows::<Row>(file, b',', errors) {
        let words = phrase_words(&row.phrase);
        let folded = fold(&row.phrase);
        if words.is_empty() {
            errors.add(&file.path, line, 1, "empty phrase", "remove the row");
            continue;
        }
        if let Some(first) = seen.insert(words.clone(), line) {
            let hint = format!("the same words stand on line {first}; keep one");
            errors.add(&file.path, line, 1, format!("duplicate phrase {:?}", row.phrase), hint);
        }
        if folded < last {
            errors.add(&file.path, line, 1, format!("{:?} is out of order", row.phrase), "sort the rows by phrase");
        }
        last = folded;
        out.push((words, row.value, Origin { file: index, line }));
    }
    out
}
