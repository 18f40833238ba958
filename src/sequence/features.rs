//! What a sentence has and what a pattern needs, as sets of bits: a pattern that needs a month is never tried in a sentence
//! without one.
//!
//! Pattern -> for each part that cannot be left out, the words, classes or numbers one of which must be there.

use super::number::NumberKinds;
use super::{Node, ShapeTest};
use crate::document::{Word, tokens};
use crate::patterns::lexicon::ClassId;

/// Words (two may share a bit), word classes, and kinds of numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Features {
    words: [u64; 4],
    classes: [u64; 4],
    numbers: NumberKinds,
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

    /// Adds kinds of numbers.
    pub fn add_numbers(&mut self, kinds: NumberKinds) {
        self.numbers = self.numbers.or(kinds);
    }

    /// Whether both share something.
    pub fn meets(&self, other: &Features) -> bool {
        let share = |a: &[u64; 4], b: &[u64; 4]| a.iter().zip(b).fold(0, |all, (a, b)| all | a & b) != 0;
        self.numbers.meets(other.numbers) || share(&self.classes, &other.classes) || share(&self.words, &other.words)
    }

    /// What either has.
    fn union(mut self, other: &Features) -> Features {
        self.words.iter_mut().zip(other.words).for_each(|(a, b)| *a |= b);
        self.classes.iter_mut().zip(other.classes).for_each(|(a, b)| *a |= b);
        self.add_numbers(other.numbers);
        self
    }
}

fn set(bits: &mut [u64; 4], n: u8) {
    if let Some(part) = bits.get_mut(usize::from(n >> 6)) {
        *part |= 1 << (n & 63);
    }
}

/// Of these features a sentence must have one.
#[derive(Clone, Debug, Default)]
pub struct Need {
    /// The features.
    pub features: Features,
    /// The words among them.
    pub words: Vec<Word>,
    /// The classes among them.
    pub classes: Vec<ClassId>,
}

impl Need {
    fn word(word: Word) -> Self {
        Need::words(&[word])
    }

    fn words(words: &[Word]) -> Self {
        Need { words: words.to_vec(), features: Features::of_words(words.iter().copied()), ..Need::default() }
    }

    fn class(class: ClassId) -> Self {
        let mut need = Need { classes: vec![class], ..Need::default() };
        need.features.add_class(class);
        need
    }

    fn number(kinds: NumberKinds) -> Self {
        let mut need = Need::default();
        need.features.add_numbers(kinds);
        need
    }

    /// The kinds of numbers among the features.
    pub fn numbers(&self) -> NumberKinds {
        self.features.numbers
    }

    /// Roughly how many sentences meet the need.
    fn common(&self) -> usize {
        let word = |word: &Word| if is_content(*word) { 1 } else { EVERYWHERE };
        let sets = self.classes.len() + usize::from(!self.numbers().is_empty());
        self.words.iter().map(word).sum::<usize>() + sets * SET
    }
}

/// Words of a class or a kind of number, roughly.
const SET: usize = 20;
/// Words of grammar and marks stand in every sentence.
const EVERYWHERE: usize = 10_000;

/// Neither a word of grammar by its most frequent use nor a mark.
pub fn is_content(word: Word) -> bool {
    use crate::document::Tag::*;
    let mark =
        || (b'!'..=b'~').any(|b| b.is_ascii_punctuation() && Word::of(char::from(b).encode_utf8(&mut [0])) == word);
    let grammar = [CC, DT, EX, IN, MD, PDT, POS, PRP, PRPS, RP, SYM, TO, WDT, WP, WPS, WRB, PUNCT];
    !grammar.contains(&crate::patterns::tags_of(word)[0]) && !mark()
}

/// What a node needs: all of these, or it cannot match.
pub fn needs(node: &Node) -> Vec<Need> {
    match node {
        Node::Word(word) => vec![Need::word(*word)],
        Node::Words(words) => vec![Need::words(words)],
        Node::Surface(text) => vec![Need::word(Word::of(&tokens::norm_of(text)))],
        Node::Class(class) => vec![Need::class(*class)],
        Node::Number(number) => vec![Need::number(number.kinds())],
        Node::Shape(ShapeTest::Clock) => vec![Need::number(NumberKinds::OTHER)],
        Node::Sequence(items) => items.iter().flat_map(needs).collect(),
        Node::Either(options) => either(options).into_iter().collect(),
        Node::Repeat(inner, 1.., _) | Node::Capture(_, inner) | Node::Glued(inner) => needs(inner),
        _ => Vec::new(),
    }
}

/// What one of several options needs, if every option needs something: the rarest need of each, of equal ones the last.
fn either(options: &[Node]) -> Option<Need> {
    let mut all = Need::default();
    for option in options {
        let rarest = needs(option).into_iter().rev().min_by_key(Need::common)?;
        all.features = all.features.union(&rarest.features);
        all.words.extend(rarest.words);
        all.classes.extend(rarest.classes);
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
