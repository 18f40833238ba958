//! Everything under `patterns/`, checked, compiled and hashed: one read-only value lent to every stage.

pub mod dates;
pub mod error;
pub mod examples;
pub mod fst_table;
pub mod lexicon;
pub mod lines;
pub mod persons;
pub mod places;
pub mod rulefile;
pub mod source;
pub mod table;
pub mod tagging;

use crate::document::Tag;
use error::{Errors, PatternError};
use fst_table::{TAGS, WORDS};
use lexicon::{ClassId, Lexicon};
use source::{Files, RuleNames};
use std::path::Path;

/// The loaded pattern pack.
#[derive(Debug)]
pub struct Patterns {
    /// Identity of the pack: changes when any line of it changes.
    pub hash: String,
    /// The loaded files, for citing.
    pub files: Files,
    /// Ids and places of the rules.
    pub names: RuleNames,
    /// Word classes.
    pub lexicon: Lexicon,
    /// Part-of-speech knowledge.
    pub tagger: tagging::Tagging,
    /// Line rules.
    pub lines: lines::LineRules,
    /// Date rules.
    pub dates: dates::DateRules,
    /// Person and organisation rules.
    pub persons: persons::PersonRules,
    /// Place rules.
    pub places: places::PlaceRules,
    abbreviation: Option<ClassId>,
}

impl Patterns {
    /// The default patterns with, optionally, a user's folder laid over them; all mistakes at once.
    pub fn load(overlay: Option<&Path>) -> Result<Self, Vec<PatternError>> {
        let mut files = Files::builtin();
        let mut errors = Errors::default();
        if let Some(dir) = overlay
            && let Err(what) = files.add_folder(dir)
        {
            errors.add(&dir.display().to_string(), 1, 1, what, "give a readable folder of pattern files");
        }
        let patterns = Self::compile(files, &mut errors);
        if errors.is_empty() { Ok(patterns) } else { Err(errors.into_sorted()) }
    }

    fn compile(files: Files, errors: &mut Errors) -> Self {
        let lexicon = Lexicon::load(&files, errors);
        let mut names = RuleNames::default();
        Patterns {
            hash: files.hash(),
            tagger: tagging::Tagging::load(&files, errors),
            abbreviation: lexicon.class("abbreviations"),
            lines: lines::LineRules::load(&files, &lexicon, &mut names, errors),
            dates: dates::DateRules::load(&files, &lexicon, &mut names, errors),
            persons: persons::PersonRules::load(&files, &lexicon, &mut names, errors),
            places: places::PlaceRules::load(&files, &lexicon, &mut names, errors),
            lexicon,
            names,
            files,
        }
    }

    /// All rule families that carry examples.
    pub fn families(&self) -> [&dyn examples::Family; 4] {
        [&self.lines, &self.dates, &self.persons, &self.places]
    }

    /// SCOWL level of a folded word: 10 very common ... 60 rare; 0 not an ordinary word.
    pub fn word_level(&self, norm: &str) -> u8 {
        WORDS.get(norm).map_or(0, |level| level as u8)
    }

    /// Possible tags of a word, most frequent first; [`Tag::None`] fills the rest.
    pub fn tags_of(&self, word: &str) -> [Tag; 8] {
        let packed = TAGS.get(word).unwrap_or(0);
        packed.to_le_bytes().map(Tag::from_code)
    }

    /// The folded word, or word with inner stops, is an abbreviation.
    pub fn is_abbreviation(&self, norm: &str) -> bool {
        self.abbreviation_entry(norm).is_some()
    }

    /// The abbreviation stands before a name ("Gen.", "Mr."), so that its stop never ends a sentence.
    pub fn precedes_name(&self, norm: &str) -> bool {
        self.abbreviation_entry(norm).is_some_and(|value| value == "name")
    }

    /// The folded word is a weekday or a month: "3 p.m. Monday" is not two sentences.
    pub fn is_calendar_name(&self, norm: &str) -> bool {
        let classes = [self.dates.classes.weekdays, self.dates.classes.months];
        let entries = self.lexicon.starting_with(norm).iter().filter_map(|&n| self.lexicon.entry(n));
        entries.filter(|e| e.words.len() == 1).any(|e| classes.contains(&Some(e.class)))
    }

    fn abbreviation_entry(&self, norm: &str) -> Option<&str> {
        let class = self.abbreviation?;
        let entries = self.lexicon.starting_with(norm).iter().filter_map(|&n| self.lexicon.entry(n));
        entries.filter(|e| e.class == class && e.words.len() == 1).map(|e| e.value.as_str()).next()
    }
}
