//! Decides which tokens are written like names.
//!
//! Inside ordinary sentences a capital is enough. At a sentence's start, in headlines and in all-caps copy the capital says
//! nothing: there a word counts as name-like when the article writes it with a capital elsewhere inside a sentence,
//! or when it is not an ordinary word of the language.

use super::word::WordMap;
use super::{Case, Document, Shape, Word};
use crate::patterns::Patterns;

/// SCOWL level up to which a word counts as ordinary in headlines and all-caps copy.
const ORDINARY: u8 = 55;

/// How often a word is seen inside sentences in lower case and with a capital.
#[derive(Default)]
struct Seen {
    lower: u32,
    capital: u32,
}

/// Sets `name_like` on the tokens of these sentences; what the whole article writes decides.
pub fn mark(doc: &mut Document, sentences: &[usize], patterns: &Patterns) {
    let seen = count(doc);
    for &s in sentences {
        for n in doc.sentences[s].tokens.clone() {
            doc.tokens[n].name_like = name_like(doc, n, &seen, patterns);
        }
    }
}

fn count(doc: &Document) -> WordMap<Seen> {
    let mut seen = WordMap::<Seen>::default();
    for sentence in doc.sentences.iter().filter(|s| s.case == Case::Sentence) {
        for n in sentence.tokens.clone() {
            match doc.tokens[n].shape {
                Shape::Lower => seen.entry(doc.word(n)).or_default().lower += 1,
                Shape::Capital if !is_initial(doc, n) => seen.entry(doc.word(n)).or_default().capital += 1,
                _ => {}
            }
        }
    }
    seen
}

fn name_like(doc: &Document, n: usize, seen: &WordMap<Seen>, patterns: &Patterns) -> bool {
    let token = &doc.tokens[n];
    let case = doc.sentence_of(n).map_or(Case::Sentence, |s| s.case);
    match token.shape {
        Shape::Lower | Shape::Number | Shape::Mark => false,
        Shape::Mixed => true,
        Shape::Upper if case == Case::Sentence => true,
        _ if case == Case::Sentence && !is_initial(doc, n) => true,
        _ => explained(token.word, seen, patterns),
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
