//! What a sentence has and what a pattern needs, as sets of bits: a pattern that needs a month is never tried in a sentence
//! without one.
//!
//! Pattern -> for each part that cannot be left out, the words, classes or numbers one of which must be there.

use super::{Node, ShapeTest};
use crate::document::{Word, tokens};
use crate::patterns::lexicon::ClassId;

/// Words (two may share a bit), word classes, and whether there is a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Features {
    words: [u64; 4],
    classes: [u64; 4],
    /// There is a number.
    pub number: bool,
}

impl Features {
    /// These words.
    pub fn of_words(words: impl IntoIterator<Item = Word>) -> Self {
        let mut out = Self::default();
        words.into_iter().for_each(|word| out.add_word(word));
        out
    }

    /// Adds a word.
    pub fn add_word(&mut self, word: Word) {
        set(&mut self.words, word.0 as u8);
    }

    /// Adds a class.
    pub fn add_class(&mut self, class: ClassId) {
        set(&mut self.classes, class.0);
    }

    /// Whether both share something.
    pub fn meets(&self, other: &Features) -> bool {
        let share = |a: &[u64; 4], b: &[u64; 4]| a.iter().zip(b).any(|(a, b)| a & b != 0);
        self.number && other.number || share(&self.classes, &other.classes) || share(&self.words, &other.words)
    }

    /// What either has.
    fn union(mut self, other: &Features) -> Features {
        self.words.iter_mut().zip(other.words).for_each(|(a, b)| *a |= b);
        self.classes.iter_mut().zip(other.classes).for_each(|(a, b)| *a |= b);
        self.number |= other.number;
        self
    }
}

fn set(bits: &mut [u64; 4], n: u8) {
    if let Some(part) = bits.get_mut(usize::from(n >> 6)) {
        *part |= 1 << (n & 63);
    }
}

/// Of these features a sentence must have one.
#[derive(Clone, Copy, Debug, Default)]
pub struct Need {
    /// The features.
    pub features: Features,
    /// Roughly how many sentences meet the need.
    pub common: u32,
}

/// Words of grammar and marks stand in every sentence.
const EVERYWHERE: u32 = 100;

impl Need {
    fn word(word: Word) -> Self {
        let mut need = Need { common: if is_content(word) { 1 } else { EVERYWHERE }, ..Need::default() };
        need.features.add_word(word);
        need
    }

    fn class(class: ClassId) -> Self {
        let mut need = Need { common: 1, ..Need::default() };
        need.features.add_class(class);
        need
    }

    fn number() -> Self {
        Need { features: Features { number: true, ..Features::default() }, common: 1 }
    }
}

/// A noun, verb, adjective or adverb by its most frequent use.
fn is_content(word: Word) -> bool {
    let tag = crate::patterns::tags_of(word)[0];
    tag.is_noun() || tag.is_verb() || tag.is_adjective() || tag.is_adverb()
}

/// What a node needs: all of these, or it cannot match.
pub fn needs(node: &Node) -> Vec<Need> {
    match node {
        Node::Word(word) => vec![Need::word(*word)],
        Node::Surface(text) => vec![Need::word(Word::of(&tokens::norm_of(text)))],
        Node::Class(class) => vec![Need::class(*class)],
        Node::Number(_) | Node::Shape(ShapeTest::Clock) => vec![Need::number()],
        Node::Sequence(items) => items.iter().flat_map(needs).collect(),
        Node::Either(options) => either(options).into_iter().collect(),
        Node::Repeat(inner, 1.., _) | Node::Capture(_, inner) | Node::Glued(inner) => needs(inner),
        _ => Vec::new(),
    }
}

/// What one of several options needs, if every option needs something: the rarest need of each.
fn either(options: &[Node]) -> Option<Need> {
    let mut all = Need::default();
    for option in options {
        let rarest = needs(option).into_iter().min_by_key(|need| need.common)?;
        all = Need { features: all.features.union(&rarest.features), common: all.common + rarest.common };
    }
    Some(all)
}

/// It cannot match without a mention.
pub fn needs_mention(node: &Node) -> bool {
    match node {
        Node::Mention(_) => true,
        Node::Sequence(items) => items.iter().any(needs_mention),
        Node::Either(options) => options.iter().all(needs_mention),
        Node::Repeat(inner, 1.., _) | Node::Capture(_, inner) | Node::Glued(inner) => needs_mention(inner),
        _ => false,
    }
}
