//! Marks every lexicon entry that starts at a token, so that later stages ask "is this a month?" without a search, and
//! what each sentence has for patterns to match.

use super::{Document, Sentence, Word};
use crate::patterns::lexicon::{Beginnings, Entry, LexHit, Lexicon};
use crate::sequence::{Features, Look, NumberKinds};

/// What is marked.
#[derive(Default)]
pub struct Marks {
    /// All hits in token order, of each token longest first.
    pub hits: Vec<LexHit>,
    /// For each token where its hits begin, and where the last one's end.
    pub index: Vec<u32>,
    /// What patterns can look for at each token.
    pub looks: Vec<Look>,
    /// What each sentence has.
    pub features: Vec<Features>,
}

/// The word between the parts of a compound.
const HYPHEN: Word = Word::of("-");

/// Marks the entries that are given by their beginnings, in the sentences that are wanted.
pub fn mark(
    doc: &Document,
    lexicon: &Lexicon,
    entries: &Beginnings,
    wanted: impl Fn(&Document, &Sentence) -> bool,
) -> Marks {
    let mut marks = Marks { features: vec![Features::default(); doc.sentences.len()], ..Marks::default() };
    marks.index.reserve(doc.tokens.len() + 1);
    marks.looks.reserve(doc.tokens.len());
    for (sentence, features) in doc.sentences.iter().zip(&mut marks.features) {
        if !wanted(doc, sentence) {
            marks.index.resize(sentence.tokens.end, marks.hits.len() as u32);
            marks.looks.resize(sentence.tokens.end, Look::default());
            continue;
        }
        for n in sentence.tokens.clone() {
            let from = marks.hits.len();
            marks.index.push(from as u32);
            mark_token(doc, n, lexicon, entries, &mut marks.hits);
            marks.looks.push(look(doc, n, &marks.hits[from..], features));
        }
    }
    marks.index.push(marks.hits.len() as u32);
    marks
}

/// What patterns can look for at the token, which is added to what its sentence has.
fn look(doc: &Document, n: usize, hits: &[LexHit], features: &mut Features) -> Look {
    let mut look = Look::default();
    look.add_word(doc.word(n));
    features.add_word(doc.word(n));
    for hit in hits {
        look.add_class(hit.class);
        features.add_class(hit.class);
    }
    if doc.has_digit(n) {
        let kinds = NumberKinds::of(doc.norm(n));
        look.add_numbers(kinds);
        features.add_numbers(kinds);
    }
    look
}

/// Adds the entries that start at the token, longest first.
fn mark_token(doc: &Document, n: usize, lexicon: &Lexicon, entries: &Beginnings, hits: &mut Vec<LexHit>) {
    let from = hits.len();
    for start in entries.with(doc.word(n)) {
        let len = match start.second {
            None => Some(1),
            Some(second) if !follows(doc, n, second, HYPHEN) => None,
            Some(_) => lexicon.entry(start.entry).and_then(|entry| covers(doc, n, entry, HYPHEN)),
        };
        hits.extend(len.map(|len| LexHit { class: start.class, len, entry: start.entry }));
    }
    if hits.len() > from + 1 {
        hits[from..].sort_by(|a: &LexHit, b: &LexHit| b.len.cmp(&a.len).then(a.entry.cmp(&b.entry)));
    }
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
