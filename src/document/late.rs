//! What is found out about a sentence only when somebody asks: which words are written like names, and parts of speech.
//!
//! Both follow from the text alone, so that it makes no difference who asks first.

use super::casing::{self, Seen};
use super::patch::Tags;
use super::word::WordMap;
use super::{Document, Tag, tagger};
use crate::patterns::Patterns;
use std::cell::{Cell, OnceCell};

/// What is known so far.
pub struct Late<'a> {
    patterns: &'a Patterns,
    seen: OnceCell<WordMap<Seen>>,
    cased: Vec<Cell<bool>>,
    tagged: Vec<Cell<bool>>,
    name_like: Vec<Cell<bool>>,
    tags: Vec<Cell<Tag>>,
}

impl<'a> Late<'a> {
    /// Nothing is known yet.
    pub fn new(patterns: &'a Patterns, sentences: usize, tokens: usize) -> Self {
        let no = |len| vec![Cell::new(false); len];
        let (cased, tagged) = (no(sentences), no(sentences));
        let tags = vec![Cell::new(Tag::None); tokens];
        Late { patterns, seen: OnceCell::new(), cased, tagged, name_like: no(tokens), tags }
    }

    /// The tag of a token.
    pub fn tag(&self, doc: &Document, token: usize) -> Tag {
        let Some(t) = doc.tokens.get(token) else { return Tag::None };
        if first_time(&self.tagged, t.sentence) {
            tagger::tag(doc, t.sentence as usize, self.patterns);
        }
        self.tags.get(token).map_or(Tag::None, Cell::get)
    }

    /// Whether the tag of a token is one of these; what the word can be at all often says so without its sentence.
    pub fn has_tag(&self, doc: &Document, token: usize, tags: Tags) -> bool {
        let Some(t) = doc.tokens.get(token) else { return false };
        if !is_known(&self.tagged, t.sentence) {
            let can = tagger::possible(doc, token, self.patterns);
            if !can.meets(tags) || can.within(tags) {
                return can.meets(tags);
            }
        }
        tags.has(self.tag(doc, token))
    }

    /// Whether a token is written like a name.
    pub fn name_like(&self, doc: &Document, token: usize) -> bool {
        let Some(t) = doc.tokens.get(token) else { return false };
        if let Some(alone) =
            (!is_known(&self.cased, t.sentence)).then(|| casing::in_place(doc, token, self.patterns)).flatten()
        {
            return alone;
        }
        if first_time(&self.cased, t.sentence) {
            let seen = self.seen.get_or_init(|| casing::count(doc));
            casing::mark(doc, t.sentence as usize, seen, self.patterns);
        }
        self.name_like.get(token).is_some_and(Cell::get)
    }

    /// Keeps a tag; while a sentence is tagged, its tags can be asked for as they are by then.
    pub fn set_tag(&self, token: usize, tag: Tag) {
        self.tags.get(token).into_iter().for_each(|cell| cell.set(tag));
    }

    /// Keeps that a token is written like a name.
    pub fn set_name_like(&self, token: usize) {
        self.name_like.get(token).into_iter().for_each(|cell| cell.set(true));
    }
}

fn is_known(asked: &[Cell<bool>], sentence: u32) -> bool {
    asked.get(sentence as usize).is_some_and(Cell::get)
}

fn first_time(asked: &[Cell<bool>], sentence: u32) -> bool {
    asked.get(sentence as usize).is_some_and(|cell| !cell.replace(true))
}
