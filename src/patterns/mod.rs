//! Everything under `patterns/`, checked, compiled and hashed: one read-only value lent to every stage.

pub mod classes;
pub mod cluster_table;
pub mod confidence;
pub mod dates;
pub mod error;
pub mod examples;
pub mod frames;
pub mod gazetteer;
pub mod identities;
pub mod lexicon;
pub mod lines;
pub mod linking;
pub mod lint;
pub mod method_words;
pub mod methods;
pub mod name_clusters;
pub mod name_facts;
pub mod orgs;
pub mod persons;
pub mod places;
pub mod rulefile;
pub mod source;
pub mod suppress;
pub mod table;
pub mod table_layout;
pub mod tagging;
pub mod word_table;

use crate::document::{Tag, Word};
use error::{Errors, PatternError};
use lexicon::{Beginnings, Lexicon};
use name_facts::NameFacts;
use source::{Files, RuleNames};
use std::path::Path;
use word_table::{NAMES, TAG_SETS, TAGS, WORDS};

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
    /// What linking across articles needs to know.
    pub linking: linking::Linking,
    /// Part-of-speech knowledge.
    pub tagger: tagging::Tagging,
    /// What each sign says about an incident.
    pub confidence: confidence::Weights,
    /// What other label sets call our methods.
    pub method_words: method_words::Words,
    /// Line rules.
    pub lines: lines::LineRules,
    /// Date rules.
    pub dates: dates::DateRules,
    /// Frame rules.
    pub frames: frames::FrameRules,
    /// Identity rules.
    pub identities: identities::IdentityRules,
    /// Idioms.
    pub suppress: suppress::SuppressRules,
    /// Person and organisation rules.
    pub persons: persons::PersonRules,
    /// Organisation rules and the organisation gazetteer.
    pub orgs: orgs::OrgRules,
    /// Place rules.
    pub places: places::PlaceRules,
    /// Word classes that the code asks for.
    pub classes: classes::Classes,
    /// How abbreviations begin.
    abbreviations: Beginnings,
}

impl Patterns {
    /// The default patterns with, optionally, a user's folder laid over them; all mistakes at once.
    pub fn load(overlay: Option<&Path>) -> Result<Self, Vec<PatternError>> {
        let mut files = Files::builtin();
        let mut errors = Errors::default();
        if let Some(dir) = overlay {
            files.add_folder(dir, &mut errors);
        }
        Self::from_files(files, errors)
    }

    /// Patterns of these files, unless something is wrong with them.
    fn from_files(files: Files, mut errors: Errors) -> Result<Self, Vec<PatternError>> {
        let patterns = Self::compile(files, &mut errors);
        for file in patterns.files.unread() {
            let hint = "keep the folders of the built-in patterns: lexicon/NAME.csv, rules/FAMILY/NAME.toml";
            errors.add(&file.path, 1, 1, "nothing reads a file of this name and place", hint);
        }
        if errors.is_empty() { Ok(patterns) } else { Err(errors.into_sorted()) }
    }

    fn compile(files: Files, errors: &mut Errors) -> Self {
        let lexicon = Lexicon::load(&files, errors);
        let mut names = RuleNames::default();
        let classes = classes::Classes::new(&lexicon);
        Patterns {
            abbreviations: lexicon.beginnings(&classes.abbreviations.into_iter().collect()),
            hash: files.hash(),
            linking: linking::Linking::load(&files, errors),
            tagger: tagging::Tagging::load(&files, errors),
            classes,
            confidence: confidence::Weights::load(&files, errors),
            method_words: method_words::Words::load(&files, errors),
            lines: lines::LineRules::load(&files, &lexicon, &mut names, errors),
            dates: dates::DateRules::load(&files, &lexicon, &mut names, errors),
            frames: frames::FrameRules::load(&files, &lexicon, &mut names, errors),
            identities: identities::IdentityRules::load(&files, &lexicon, &mut names, errors),
            suppress: suppress::SuppressRules::load(&files, &lexicon, &mut names, errors),
            persons: persons::PersonRules::load(&files, &lexicon, &mut names, errors),
            orgs: orgs::OrgRules::load(&files, &lexicon, &mut names, errors),
            places: places::PlaceRules::load(&files, &lexicon, &mut names, errors),
            lexicon,
            names,
            files,
        }
    }

    /// All rule families that carry examples.
    pub fn families(&self) -> [&dyn examples::Family; 8] {
        [
            &self.lines,
            &self.dates,
            &self.persons,
            &self.orgs,
            &self.places,
            &self.frames,
            &self.suppress,
            &self.identities,
        ]
    }

    /// SCOWL level of a folded word: 10 very common ... 60 rare; 0 not an ordinary word.
    pub fn word_level(&self, word: Word) -> u8 {
        WORDS.get(word) as u8
    }

    /// What a folded word, or a place of several words joined by spaces, is worth as a name.
    pub fn name_facts(&self, word: Word) -> NameFacts {
        NameFacts::unpack(u64::from(NAMES.get(word)))
    }

    /// Possible tags of a word, most frequent first; [`Tag::None`] fills the rest.
    pub fn tags_of(&self, word: Word) -> [Tag; 8] {
        tags_of(word)
    }

    /// The folded word, or word with inner stops, is an abbreviation.
    pub fn is_abbreviation(&self, word: Word) -> bool {
        self.abbreviation_entry(word).is_some()
    }

    /// The abbreviation is one only beside a figure: "Mar. 3", but "in Viña del Mar."
    pub fn needs_figure(&self, word: Word) -> bool {
        self.abbreviation_entry(word).is_some_and(|value| value == "figure")
    }

    /// The abbreviation stands before a name ("Gen.", "Mr."), so that its stop never ends a sentence.
    pub fn precedes_name(&self, word: Word) -> bool {
        self.abbreviation_entry(word).is_some_and(|value| value == "name")
    }

    /// The folded word is a weekday or a month: "3 p.m. Monday" is not two sentences.
    pub fn is_calendar_name(&self, word: Word) -> bool {
        let classes = [self.dates.classes.weekdays, self.dates.classes.months];
        classes.into_iter().flatten().any(|class| self.lexicon.single_word(word, class).is_some())
    }

    fn abbreviation_entry(&self, word: Word) -> Option<&str> {
        let start = self.abbreviations.with(word).iter().find(|start| start.second.is_none())?;
        self.lexicon.entry(start.entry).map(|e| e.value.as_str())
    }
}

/// As [`Patterns::tags_of`].
pub fn tags_of(word: Word) -> [Tag; 8] {
    let set = TAGS.get(word) as usize * 8;
    let codes = set.checked_sub(8).and_then(|from| TAG_SETS.get(from..set)?.try_into().ok());
    codes.map_or([Tag::None; 8], |codes: [u8; 8]| codes.map(Tag::from_code))
}
