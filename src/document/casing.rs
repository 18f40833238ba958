//! Decides which tokens are written like names.
//!
//! Inside ordinary sentences a capital is enough. At a sentence's start, in headlines and in all-caps copy the capital says
//! nothing: there a word counts as name-like when the article writes it with a capital elsewhere inside a sentence,
//! or when it is not an ordinary word of the language.

use super::word::WordMap;
use super::{Case, Document, Shape, Word, WordFilter};
use crate::patterns::Patterns;

/// SCOWL level up to which a word counts as ordinary in headlines and all-caps copy.
const ORDINARY: u8 = 55;

/// Level from which hardly anybody writes the word; the names of people never have one.
const RARE: u8 = 50;

/// How often a word is seen inside sentences in lower case and with a capital.
#[derive(Default)]
pub struct Seen {
    lower: u32,
    capital: u32,
}

/// Decides which tokens of the sentence are written like names.
pub fn mark(doc: &Document, sentence: usize, seen: &WordMap<Seen>, patterns: &Patterns) {
    let tokens = doc.sentences.get(sentence).map_or(0..0, |s| s.tokens.clone());
    tokens.filter(|&n| name_like(doc, n, seen, patterns)).for_each(|n| doc.late.set_name_like(n));
}

/// How the whole article writes the words that it ever writes with a capital.
pub fn count(doc: &Document) -> WordMap<Seen> {
    let capital = |shape| matches!(shape, Shape::Capital | Shape::Upper);
    let mut seen: WordMap<Seen> = WordMap::default();
    let mut filter = WordFilter::default();
    for token in doc.tokens.iter().filter(|t| capital(t.shape)) {
        filter.add(token.word);
        seen.entry(token.word).or_default();
    }
    for sentence in doc.sentences.iter().filter(|s| s.case == Case::Sentence) {
        for n in sentence.tokens.clone() {
            let token = &doc.tokens[n];
            if !filter.may_hold(token.word) {
                continue;
            }
            match (token.shape, seen.get_mut(&token.word)) {
                (Shape::Lower, Some(seen)) => seen.lower += 1,
                (Shape::Capital, Some(seen)) if !is_initial(doc, n) => seen.capital += 1,
                _ => {}
            }
        }
    }
    seen
}

fn name_like(doc: &Document, n: usize, seen: &WordMap<Seen>, patterns: &Patterns) -> bool {
    in_place(doc, n, patterns).unwrap_or_else(|| explained(doc.word(n), seen, patterns))
}

/// "commandos Machinegunned the house": a rare verb of an attack, to which somebody who lowered all capitals left its own.
fn is_deed(doc: &Document, n: usize, patterns: &Patterns) -> bool {
    let word = doc.word(n);
    let rare = || matches!(patterns.word_level(word), 0 | RARE..);
    doc.norm(n).ends_with("ed") && patterns.frames.starts(word) && rare()
}

/// Whether a token is written like a name, where that does not depend on the rest of the article.
pub fn in_place(doc: &Document, n: usize, patterns: &Patterns) -> Option<bool> {
    let case = || doc.sentence_of(n).map_or(Case::Sentence, |s| s.case);
    match doc.tokens.get(n)?.shape {
        Shape::Lower | Shape::Number | Shape::Mark => Some(false),
        Shape::Mixed => Some(true),
        Shape::Capital if is_deed(doc, n, patterns) => Some(false),
        Shape::Upper if case() == Case::Sentence => Some(true),
        _ => (case() == Case::Sentence && !is_initial(doc, n)).then_some(true),
    }
}

/// The capital of this word is not explained by its position.
fn explained(word: Word, seen: &WordMap<Seen>, patterns: &Patterns) -> bool {
    match seen.get(&word) {
        Some(s) if s.lower > 0 => s.capital > s.lower,
        Some(s) if s.capital > 0 => true,
        _ => {
            let level = patterns.word_level(word);
            level == 0 || level > ORDINARY
        }
    }
}

/// First word of its sentence, or first after an opening quote or a colon.
pub fn is_initial(doc: &Document, n: usize) -> bool {
    let Some(sentence) = doc.sentence_of(n) else { return true };
    let before =
        (sentence.tokens.start..n).rev().take(12).find(|&i| !matches!(doc.text(i), "“" | "\"" | "‘" | "'" | "(" | "["));
    match before {
        None => true,
        Some(i) => {
            doc.tokens[i].shape == Shape::Mark && matches!(doc.text(i), ":" | "•" | "*" | "–" | "—" | "." | "!" | "?")
        }
    }
}
