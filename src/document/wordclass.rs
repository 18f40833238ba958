//! Marks every lexicon entry that starts at a token, so that later stages ask "is this a month?" without a search, and
//! what each sentence has for patterns to match.

use super::{Document, Shape, Word};
use crate::patterns::Patterns;
use crate::patterns::lexicon::{Entry, LexHit};
use crate::sequence::Features;

/// What is marked.
#[derive(Default)]
pub struct Marks {
    /// All hits in token order, of each token longest first.
    pub hits: Vec<LexHit>,
    /// For each token where its hits begin, and where the last one's end.
    pub index: Vec<u32>,
    /// What each sentence has.
    pub features: Vec<Features>,
}

/// Marks all tokens.
pub fn mark(doc: &Document, patterns: &Patterns) -> Marks {
    let mut marks = Marks { features: vec![Features::default(); doc.sentences.len()], ..Marks::default() };
    marks.index.reserve(doc.tokens.len() + 1);
    let hyphen = Word::of("-");
    for (n, token) in doc.tokens.iter().enumerate() {
        let from = marks.hits.len();
        marks.index.push(from as u32);
        for start in patterns.lexicon.starting_with(token.word) {
            let len = match start.second {
                None => Some(1),
                Some(second) if !follows(doc, n, second, hyphen) => None,
                Some(_) => patterns.lexicon.entry(start.entry).and_then(|entry| covers(doc, n, entry, hyphen)),
            };
            marks.hits.extend(len.map(|len| LexHit { class: start.class, len, entry: start.entry }));
        }
        let hits = &mut marks.hits[from..];
        hits.sort_by(|a: &LexHit, b: &LexHit| b.len.cmp(&a.len).then(a.entry.cmp(&b.entry)));
        if let Some(features) = marks.features.get_mut(token.sentence as usize) {
            features.add_word(token.word);
            hits.iter().for_each(|hit| features.add_class(hit.class));
            features.number |= token.shape == Shape::Number || doc.norm(n).starts_with(|c: char| c.is_ascii_digit());
        }
    }
    marks.index.push(marks.hits.len() as u32);
    marks
}

/// The word may be the next one; a hyphen between is passed over.
fn follows(doc: &Document, token: usize, word: Word, hyphen: Word) -> bool {
    doc.word(token + 1) == word || doc.word(token + 1) == hyphen && doc.word(token + 2) == word
}

/// Number of tokens that the entry's words cover from here; glued hyphens between words are skipped.
fn covers(doc: &Document, token: usize, entry: &Entry, hyphen: Word) -> Option<u16> {
    let sentence = doc.tokens.get(token)?.sentence;
    let mut at = token + 1;
    for word in entry.keys.iter().skip(1) {
        at += usize::from(doc.tokens.get(at).is_some_and(|t| t.glued && t.word == hyphen));
        doc.tokens.get(at).filter(|t| t.sentence == sentence && t.word == *word)?;
        at += 1;
    }
    u16::try_from(at - token).ok()
}
