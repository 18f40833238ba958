//! Whether a sentence has anything that a pattern of some rule sets cannot do without: one look at each token, before
//! anything else is known about the sentence.

use super::features::{Need, is_content};
use super::{NumberKinds, RuleSet};
use crate::document::word::WordMap;
use crate::document::{Document, Sentence, Tag, Word, WordFilter};
use crate::patterns::lexicon::Lexicon;

/// Words and numbers; a sentence without any of them is passed over.
#[derive(Debug, Default)]
pub struct Gate {
    words: WordMap<()>,
    filter: WordFilter,
    numbers: NumberKinds,
    /// Some pattern needs nothing.
    open: bool,
}

/// How much rarer a noun or verb is than a word of grammar.
const GRAMMAR: usize = 10_000;
/// How much rarer a noun or verb is than a modal verb ("may", which is also a month).
const MODAL: usize = 5;
/// How much rarer a noun or verb is than a number.
const NUMBER: usize = 30;

impl Gate {
    /// For patterns that need no mention: of each the rarest of its needs, unless another of them is let through anyway.
    /// Of equal needs the last is taken: heads stand last.
    pub fn of<T>(sets: &[RuleSet<T>], lexicon: &Lexicon) -> Self {
        let mut gate = Gate::default();
        let rarest = |needs: &[Need]| needs.iter().map(|need| common(need, lexicon)).min().unwrap_or(0);
        let mut all: Vec<&[Need]> = sets.iter().flat_map(RuleSet::needs).collect();
        all.sort_by_cached_key(|needs| rarest(needs));
        for needs in all {
            match needs.iter().rev().min_by_key(|need| common(need, lexicon)) {
                _ if needs.iter().any(|need| gate.covers(need, lexicon)) => {}
                Some(rarest) => gate.let_through(rarest, lexicon),
                None => gate.open = true,
            }
        }
        gate
    }

    /// Whatever meets the need is let through.
    fn covers(&self, need: &Need, lexicon: &Lexicon) -> bool {
        self.numbers.or(need.numbers()) == self.numbers
            && words(need, lexicon).all(|word| self.words.contains_key(&word))
    }

    fn let_through(&mut self, need: &Need, lexicon: &Lexicon) {
        self.numbers = self.numbers.or(need.numbers());
        for word in words(need, lexicon) {
            self.filter.add(word);
            self.words.insert(word, ());
        }
    }

    /// False when no pattern can match in the sentence.
    pub fn may_match(&self, doc: &Document, sentence: &Sentence) -> bool {
        let word = |word| self.filter.may_hold(word) && self.words.contains_key(&word);
        let number = |n| doc.has_digit(n) && self.numbers.meets(NumberKinds::of(doc.norm(n)));
        self.open || sentence.tokens.clone().any(|n| word(doc.word(n)) || number(n))
    }
}

/// Roughly how often the need is met.
fn common(need: &Need, lexicon: &Lexicon) -> usize {
    let number = if need.numbers().is_empty() { 0 } else { NUMBER };
    words(need, lexicon).map(weight).sum::<usize>() + number
}

fn weight(word: Word) -> usize {
    match crate::patterns::tags_of(word)[0] {
        Tag::MD => MODAL,
        _ if is_content(word) => 1,
        _ => GRAMMAR,
    }
}

/// The words of the need, and the rarest of each entry of its classes; of equal ones the last: heads stand last.
fn words(need: &Need, lexicon: &Lexicon) -> impl Iterator<Item = Word> {
    let entries = need.classes.iter().flat_map(|class| lexicon.words_of(*class));
    let rarest = entries.filter_map(|entry| entry.keys.iter().rev().copied().min_by_key(|word| weight(*word)));
    rarest.chain(need.words.iter().copied())
}
