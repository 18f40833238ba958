//! Marks every lexicon entry that starts at a token, so that later stages ask "is this a month?" without a search.

use super::Document;
use crate::patterns::Patterns;
use crate::patterns::lexicon::{Entry, LexHit};

/// All hits in token order, longest first, and for each token where its hits begin.
pub fn mark(doc: &Document, patterns: &Patterns) -> (Vec<LexHit>, Vec<u32>) {
    let mut hits = Vec::new();
    let mut index = Vec::with_capacity(doc.tokens.len() + 1);
    for token in 0..doc.tokens.len() {
        index.push(hits.len() as u32);
        let from = hits.len();
        for &n in patterns.lexicon.starting_with(doc.norm(token)) {
            let Some(entry) = patterns.lexicon.entry(n) else { continue };
            if let Some(len) = covers(doc, token, entry) {
                hits.push(LexHit { class: entry.class, len, entry: n });
            }
        }
        hits[from..].sort_by(|a: &LexHit, b: &LexHit| b.len.cmp(&a.len).then(a.entry.cmp(&b.entry)));
    }
    index.push(hits.len() as u32);
    (hits, index)
}

/// Number of tokens that the entry's words cover from here; glued hyphens between words are skipped.
fn covers(doc: &Document, token: usize, entry: &Entry) -> Option<u16> {
    let sentence = doc.tokens.get(token)?.sentence;
    let mut at = token + 1;
    for word in entry.words.iter().skip(1) {
        if doc.norm(at) == "-" && doc.tokens.get(at).is_some_and(|t| t.glued) {
            at += 1;
        }
        let same = doc.tokens.get(at).is_some_and(|t| t.sentence == sentence) && doc.norm(at) == word;
        if !same {
            return None;
        }
        at += 1;
    }
    u16::try_from(at - token).ok()
}
