//! Lines -> sentences.
//!
//! A line that continues the one before (hard-wrapped copy) is one block with it, every other line is a block of its own;
//! furniture and empty lines are left out. A block is cut after . ! ? … unless an abbreviation or initial
//! claims the stop, where a full stop lacks its space ("Spain.Russian"), and between the cells of a table.

use super::Word;
use super::tokens::{RawToken, Shape, tokenize, word_of};
use crate::ingest::lines::cells::is_gap;
use crate::ingest::{Article, LineKind};
use crate::patterns::Patterns;
use crate::span::Span;
use std::ops::Range;

/// How a sentence uses capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// As in running text: a capital inside means a name.
    Sentence,
    /// Most words begin with a capital (headlines).
    Headline,
    /// All letters are capitals.
    Upper,
}

/// One sentence.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Bytes from first to last token.
    pub span: Span,
    /// Kind of the line it begins on.
    pub kind: LineKind,
    /// Index of its block (paragraph, bullet, title ...).
    pub block: u32,
    /// Use of capitals.
    pub case: Case,
}

/// Tokens and sentences of an article, in order.
pub fn split(article: &Article, patterns: &Patterns) -> (Vec<RawToken>, Vec<Sentence>) {
    let mut tokens = Vec::with_capacity(article.text.len() / USUAL);
    let mut sentences = Vec::new();
    for (n, (span, kind)) in blocks(article).into_iter().enumerate() {
        let from = tokens.len();
        tokenize(&article.text, span, patterns, &mut tokens);
        for range in cut(&article.text, &tokens, from, patterns) {
            let span = tokens[range.start].span.cover(tokens[range.end - 1].span);
            let case = case_of(&article.text, &tokens[range.clone()], patterns);
            sentences.push(Sentence { tokens: range, span, kind, block: n as u32, case });
        }
    }
    (tokens, sentences)
}

/// Bytes of text to a token, or some fewer.
const USUAL: usize = 5;

/// Blocks of text that hold sentences, with their kind.
fn blocks(article: &Article) -> Vec<(Span, LineKind)> {
    let mut out: Vec<(Span, LineKind)> = Vec::new();
    let mut open = false;
    for line in &article.lines {
        match out.last_mut() {
            Some((span, kind)) if line.continues && open && *kind == line.kind => *span = span.cover(line.span),
            _ if line.kind.has_sentences() => out.push((line.span, line.kind)),
            _ => {}
        }
        open = line.kind.has_sentences();
    }
    out
}

/// Ranges of one block's tokens, each a sentence.
fn cut(text: &str, tokens: &[RawToken], from: usize, patterns: &Patterns) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = from;
    let mut n = from;
    while n < tokens.len() {
        let too_long = n - start >= LONGEST;
        if too_long || ends_cell(text, tokens, n) || ends_sentence(text, tokens, n, patterns) {
            n = with_closers(text, tokens, n);
            out.push(start..n + 1);
            start = n + 1;
        }
        n += 1;
    }
    if start < tokens.len() {
        out.push(start..tokens.len());
    }
    out
}

/// Tokens after which a sentence is cut wherever it is: no sentence is that long, a text without full stops is.
const LONGEST: usize = 400;

/// Marks in a row that are looked at; more of them are noise.
const MARKS: usize = 12;

/// The cells of a table are parted by white space alone.
fn ends_cell(text: &str, tokens: &[RawToken], n: usize) -> bool {
    let gap = tokens.get(n + 1).and_then(|next| text.get(tokens[n].span.end as usize..next.span.start as usize));
    gap.is_some_and(is_gap)
}

fn ends_sentence(text: &str, tokens: &[RawToken], n: usize, patterns: &Patterns) -> bool {
    if !tokens[n].stop && tokens[n].shape != Shape::Mark {
        return false;
    }
    let mark = tokens[n].span.of(text);
    if !tokens[n].stop && !matches!(mark, "!" | "?" | "…" | ".") {
        return false;
    }
    let after = tokens[with_closers(text, tokens, n) + 1..].iter();
    let next = after.take(MARKS).find(|t| !is_opener(t.span.of(text)));
    let begins = next.is_none_or(|t| !matches!(t.shape, Shape::Lower | Shape::Mark));
    if tokens[n].stop {
        let spaced = tokens.get(n + 1).is_some_and(|t| !t.glued);
        let name = |t: &RawToken| goes_on(text, &tokens[..=n], *t, patterns);
        return begins && spaced && next.is_some_and(|t| starts_sentence(text, tokens[n], *t, patterns) && !name(t));
    }
    match mark {
        "!" | "?" | "…" => begins,
        "." => begins || tokens.get(n + 1).is_some_and(|t| !t.glued && t.shape != Shape::Lower),
        _ => false,
    }
}

/// After an abbreviation a new sentence begins only with a word that is capitalised there but ordinary otherwise.
fn starts_sentence(text: &str, abbreviation: RawToken, next: RawToken, patterns: &Patterns) -> bool {
    let word = abbreviation.span.of(text);
    let before_name = patterns.precedes_name(word_of(word));
    let initials = word.bytes().filter(|b| *b == b'.').count() > 1;
    let follows = word_of(next.span.of(text));
    next.shape == Shape::Capital
        && (!initials || opens(patterns, follows))
        && !before_name
        && !patterns.is_calendar_name(follows)
        && (1..=35).contains(&patterns.word_level(follows))
}

/// "Ana R. | Brown", "King Jr. | Drive": an initial between a given name and a surname, a suffix before a word for a street.
fn goes_on(text: &str, before: &[RawToken], next: RawToken, patterns: &Patterns) -> bool {
    let [.., given, stop] = before else { return false };
    let follows = word_of(next.span.of(text));
    let street = patterns.places.classes.streets.is_some_and(|c| patterns.lexicon.single_word(follows, c).is_some());
    let initial = stop.span.len() == 2 && given.shape == Shape::Capital;
    let named = || patterns.name_facts(word_of(given.span.of(text))).given >= GIVEN;
    let last = word_of(stop.span.of(text));
    let suffix = || patterns.persons.classes.suffix.is_some_and(|c| patterns.lexicon.single_word(last, c).is_some());
    let surname = !street && patterns.name_facts(follows).surname >= SURNAME;
    initial && named() && surname || street && suffix()
}

/// Strength from which a word before an initial is a given name.
const GIVEN: u8 = 4;

/// Strength from which a word behind an initial may be a surname.
const SURNAME: u8 = 3;

/// After "U.S." stands the rest of a name ("U.S. Embassy") unless the word is one that opens sentences.
fn opens(patterns: &Patterns, word: Word) -> bool {
    use super::Tag::*;
    let usual = patterns.tags_of(word)[0];
    !matches!(usual, None | NN | NNS | NNP | NNPS | JJ | VB | VBN)
}

/// The last token of closing quotes and brackets that follow a sentence's end.
fn with_closers(text: &str, tokens: &[RawToken], mut n: usize) -> usize {
    let last = n + MARKS;
    while let Some(t) = tokens.get(n + 1).filter(|_| n < last) {
        let closes = matches!(t.span.of(text), "”" | "\"" | "’" | "'" | ")" | "]" | "»" | "." | "!" | "?");
        if !t.glued || !closes {
            break;
        }
        n += 1;
    }
    n
}

fn is_opener(mark: &str) -> bool {
    matches!(mark, "“" | "\"" | "‘" | "'" | "(" | "[" | "«" | "-" | "–" | "—" | "•" | "*")
}

/// Headline case: four in five longer words begin with a capital; upper case: nearly all letters are capitals.
fn case_of(text: &str, tokens: &[RawToken], patterns: &Patterns) -> Case {
    let (mut words, mut capital, mut upper) = (0usize, 0usize, 0usize);
    for t in tokens {
        if t.span.len() < 4 && t.shape != Shape::Upper || matches!(t.shape, Shape::Mark | Shape::Number) {
            continue;
        }
        words += 1;
        upper += usize::from(t.shape == Shape::Upper);
        capital += usize::from(matches!(t.shape, Shape::Capital | Shape::Upper));
    }
    match words {
        0 => Case::Sentence,
        _ if upper * 10 >= words * 8 && upper >= 2 => Case::Upper,
        4.. if capital * 10 >= words * 8 && !tells(text, tokens, patterns) => Case::Headline,
        _ => Case::Sentence,
    }
}

/// A short verb, pronoun or "not" in lower case: headlines write only articles, conjunctions and prepositions so.
fn tells(text: &str, tokens: &[RawToken], patterns: &Patterns) -> bool {
    use super::Tag::*;
    let usual = |t: &RawToken| patterns.tags_of(word_of(t.span.of(text)))[0];
    let telling = |t: &RawToken| matches!(usual(t), VBD | VBZ | VBP | VBN | MD | PRP | PRPS | WP | RB);
    tokens.iter().filter(|t| t.shape == Shape::Lower && t.span.len() > 1).any(telling)
}
