//! "The incident took place in Kurmi on Sunday": a sentence of its own says where and when it was, without the word for what
//! was done.
//!
//! Input: the dossiers; output: for each the sentence that says so of it, the next such behind one that tells of it.

use crate::document::Tag;
use crate::frames::people::argument::Reader;
use crate::incidents::dossier::Dossier;
use std::collections::BTreeMap;

/// Sentences between the event and what is said of it.
const REACH: usize = 4;

/// Words between the noun and the verb: "the incident, which sources said occurred".
const BETWEEN: usize = 8;

/// The sentence that says of each dossier, by its index, where and when it took place.
pub fn sentences(read: Reader, dossiers: &[Dossier]) -> BTreeMap<usize, usize> {
    let mut tellers: BTreeMap<usize, usize> = BTreeMap::new();
    for (n, dossier) in dossiers.iter().enumerate().rev() {
        dossier.facts.iter().for_each(|f| {
            tellers.insert(f.frame.sentence, n);
        });
    }
    let mut out = BTreeMap::new();
    for sentence in 0..read.doc.sentences.len() {
        let before = tellers.range(sentence.saturating_sub(REACH)..sentence).next_back();
        if let Some((_, &dossier)) = before
            && !tellers.contains_key(&sentence)
            && tells(read, sentence)
        {
            out.entry(dossier).or_insert(sentence);
        }
    }
    out
}

/// The sentence says of what was told before that it took place.
fn tells(read: Reader, sentence: usize) -> bool {
    let Some(class) = read.patterns.classes.happenings else { return false };
    let tokens = read.sentence(sentence);
    let is = |t: usize, value: &str| read.value(t, class) == Some(value);
    let noun = |t: usize| {
        let article = (1..=2).find(|n| t >= *n && matches!(read.doc.norm(t - n), "the" | "this" | "that"));
        // "the sad incident", no "second" one.
        let plain = article.is_some_and(|n| n == 1 || read.doc.tag(t - 1) == Tag::JJ && !other(read, t - 1));
        is(t, "noun") && plain
    };
    let verb = |from: usize, reach: usize| {
        let open = |t: &usize| !matches!(read.doc.text(*t), ";" | ":" | "." | "\"" | "”");
        (from..tokens.end.min(from + reach)).take_while(open).any(|t| is(t, "verb"))
    };
    tokens.clone().any(|t| noun(t) && verb(t + 1, BETWEEN))
        || tokens.clone().take(1).any(|t| is(t, "pronoun") && verb(t + 1, 2))
}

/// "similar", "first", "previous": another one.
fn other(read: Reader, token: usize) -> bool {
    let classes = read.patterns.classes;
    [classes.distinct, classes.ordinals].into_iter().flatten().any(|c| read.doc.is(token, c))
        || matches!(read.doc.norm(token), "previous" | "earlier" | "worst" | "other")
}
