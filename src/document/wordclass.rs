//! Marks every lexicon entry that starts at a token, so that later stages ask "is this a month?" without a search, and
//! what each sentence has for patterns to match.

use super::{Document, Sentence, Word};
use crate::patterns::Patterns;
use crate::patterns::lexicon::{Entry, LexHit};
use crate::sequence::{Features, NumberKinds};

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

/// The word between the parts of a compound.
const HYPHEN: Word = Word::of("-");

/// Marks the tokens of the sentences that are wanted.
pub fn mark(doc: &Document, patterns: &Patterns, wanted: impl Fn(&Document, &Sentence) -> bool) -> Marks {
    let mut marks = Marks { features: vec![Features::default(); doc.sentences.len()], ..Marks::default() };
    marks.index.reserve(doc.tokens.len() + 1);
    for (sentence, features) in doc.sentences.iter().zip(&mut marks.features) {
        if !wanted(doc, sentence) {
            marks.index.resize(sentence.tokens.end, marks.hits.len() as u32);
            continue;
        }
        for n in sentence.tokens.clone() {
            let from = marks.hits.len();
            marks.index.push(from as u32);
            mark_token(doc, n, patterns, &mut marks.hits);
            features.add_word(doc.word(n));
            marks.hits[from..].iter().for_each(|hit| features.add_class(hit.class));
            if doc.has_digit(n) {
                features.add_numbers(NumberKinds::of(doc.norm(n)));
            }
        }
    }
    marks.index.push(marks.hits.len() as u32);
    marks
}

/// Adds the entries that start at the token, longest first.
fn mark_token(doc: &Document, n: usize, patterns: &Patterns, hits: &mut Vec<LexHit>) {
    let from = hits.len();
    for start in patterns.lexicon.starting_with(doc.word(n)) {
        let len = match start.second {
            None => Some(1),
            Some(second) if !follows(doc, n, second, HYPHEN) => None,
            Some(_) => patterns.lexicon.entry(start.entry).and_then(|entry| covers(doc, n, entry, HYPHEN)),
        };
        hits.extend(len.map(|len| LexHit { class: start.class, len, entry: start.entry }));
    }
    hits[from..].sort_by(|a: &LexHit, b: &LexHit| b.len.cmp(&a.len).then(a.entry.cmp(&b.entry)));
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
