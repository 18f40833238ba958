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

    fn union(mut self, other: &Features) -> Features {
        self.words.iter_mut().zip(other.words).for_each(|(a, b)| *a |= b);
        self.classes.iter_mut().zip(other.classes).for_each(|(a, b)| *a |= b);
        self.number |= other.number;
        self
    }

    /// Sets with few words are rarely met.
    fn width(&self) -> u32 {
        let count = |bits: &[u64; 4]| bits.iter().map(|b| b.count_ones()).sum::<u32>();
        count(&self.words) + count(&self.classes) + u32::from(self.number)
    }
}

fn set(bits: &mut [u64; 4], n: u8) {
    if let Some(part) = bits.get_mut(usize::from(n >> 6)) {
        *part |= 1 << (n & 63);
    }
}

/// Of each of these sets a sentence must have something, or the node cannot match in it.
pub fn needs(node: &Node) -> Vec<Features> {
    let one = |add: &dyn Fn(&mut Features)| {
        let mut set = Features::default();
        add(&mut set);
        vec![set]
    };
    match node {
        Node::Word(word) => one(&|f| f.add_word(*word)),
        Node::Surface(text) => one(&|f| f.add_word(Word::of(&tokens::norm_of(text)))),
        Node::Class(class) => one(&|f| f.add_class(*class)),
        Node::Number(_) | Node::Shape(ShapeTest::Clock) => one(&|f| f.number = true),
        Node::Sequence(items) => items.iter().flat_map(needs).collect(),
        Node::Either(options) => either(options).into_iter().collect(),
        Node::Repeat(inner, 1.., _) | Node::Capture(_, inner) | Node::Glued(inner) => needs(inner),
        _ => Vec::new(),
    }
}

/// What one of several options needs, if every option needs something: the narrowest set of each.
fn either(options: &[Node]) -> Option<Features> {
    let narrowest = |node: &Node| needs(node).into_iter().min_by_key(Features::width);
    let mut all = Features::default();
    for option in options {
        all = all.union(&narrowest(option)?);
    }
    Some(all)
}
