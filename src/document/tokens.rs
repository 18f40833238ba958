//! Text -> tokens.
//!
//! A token is a word, a number or one punctuation mark. Hyphens are tokens of their own ("33-year-old" is five, glued);
//! possessive 's and n't are split off; an abbreviation or initial keeps its full stop ("Gen.", "U.S.", "J.").
//! Words run together by scraping are parted where a lower-case word meets a capital ("expertAndrei") and where a full
//! stop lacks its space ("Spain.Russian"). Offsets are bytes of the article's text.

use super::fold::{fold_into, is_invisible};
use super::{Word, ascii};
use crate::patterns::Patterns;
use crate::span::Span;
use std::ops::Range;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Shape {
    /// Word in lower case.
    #[default]
    Lower,
    /// Word with a capital first letter (or a script without case).
    Capital,
    /// Word of two or more capitals.
    Upper,
    /// Word that begins lower and has capitals later ("eBay").
    Mixed,
    /// Begins with a digit.
    Number,
    /// Anything else: one punctuation mark or symbol.
    Mark,
}

/// One token before tagging.
#[derive(Clone, Copy, Debug)]
pub struct RawToken {
    /// Bytes in the article's text.
    pub span: Span,
    /// Letters or digits.
    pub shape: Shape,
    /// No space stands before it.
    pub glued: bool,
    /// The token holds the full stop of an abbreviation or initial.
    pub stop: bool,
}

/// Tokens of `text[range]`, in order.
pub fn tokenize(text: &str, range: Span, patterns: &Patterns, out: &mut Vec<RawToken>) {
    let part = range.of(text);
    let base = range.start as usize;
    let (mut at, mut chunk) = (0, 0);
    let mut glued = false;
    while let Some(byte) = part.as_bytes().get(at) {
        if *byte == b' ' {
            (at, glued) = (at + 1, false);
            continue;
        }
        let plain = plain_word(&part.as_bytes()[at..]).or_else(|| plain_mark(*byte));
        let (len, shape) = plain.unwrap_or_else(|| {
            if chunk <= at {
                chunk = at + chunk_len(&part[at..]);
            }
            let len = piece_len(&part[at..chunk]);
            (len, shape_of(&part[at..at + len]))
        });
        if len == 0 {
            let space = part[at..].chars().next().map_or(1, char::len_utf8);
            (at, glued) = (at + space, false);
            continue;
        }
        push(text, base + at..base + at + len, shape, glued, patterns, out);
        (at, glued) = (at + len, true);
    }
}

fn push(text: &str, at: Range<usize>, shape: Shape, glued: bool, patterns: &Patterns, out: &mut Vec<RawToken>) {
    let word = &text[at.clone()];
    if shape == Shape::Mark && is_invisible(word.chars().next().unwrap_or(' ')) {
        return;
    }
    let mut end = at.end;
    let figure = out.last().is_some_and(|t| t.shape == Shape::Number);
    let stop = text.as_bytes().get(end) == Some(&b'.') && keeps_stop(word, figure, &text[end + 1..], patterns);
    if stop {
        end += 1;
    }
    if word == "." && out.last().is_some_and(|t: &RawToken| t.stop && t.span.end as usize > at.start) {
        return; // the stop already belongs to the token before
    }
    out.push(RawToken { span: Span::new(at.start, end), shape, glued, stop });
}

/// An abbreviation, an initial or letters parted by stops take the stop that follows.
fn keeps_stop(word: &str, figure: bool, after: &str, patterns: &Patterns) -> bool {
    let mut letters = word.chars();
    if word.contains('.') && shape_of(word) != Shape::Number {
        return true;
    }
    match (letters.next(), letters.next()) {
        (Some(c), None) => c.is_uppercase() && !after.starts_with(char::is_lowercase),
        _ if patterns.needs_figure(word_of(word)) => {
            figure || after.trim_start().starts_with(|c: char| c.is_ascii_digit())
        }
        _ => patterns.is_abbreviation(word_of(word)) && !after.starts_with('.'),
    }
}

/// Length of the run without white space that starts here; 0 at a space.
fn chunk_len(text: &str) -> usize {
    let plain = text.bytes().take_while(u8::is_ascii_graphic).count();
    if text.as_bytes().get(plain).is_none_or(u8::is_ascii) {
        return plain;
    }
    text.find(|c: char| c.is_whitespace() || c.is_control()).unwrap_or(text.len())
}

/// Splits a run without white space into words, numbers and marks.
pub fn split_word(run: &str) -> impl Iterator<Item = &str> {
    let mut rest = run;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (head, tail) = rest.split_at(piece_len(rest));
        rest = tail;
        Some(head)
    })
}

/// Length of the first word, number or mark.
fn piece_len(text: &str) -> usize {
    if let Some((len, _)) = plain_word(text.as_bytes()) {
        return len;
    }
    let mut chars = text.char_indices();
    let Some((_, first)) = chars.next() else { return 0 };
    if first.is_ascii_digit() {
        number_len(text)
    } else if is_negation_here(text) {
        text.char_indices().nth(3).map_or(text.len(), |(at, _)| at)
    } else if first.is_alphanumeric() {
        word_len(text)
    } else if is_apostrophe(first) && clitic_len(text) > 0 {
        clitic_len(text)
    } else {
        first.len_utf8()
    }
}

/// Length and shape of a word of ASCII letters that nothing can lengthen, split or join: the common case, quickly.
fn plain_word(bytes: &[u8]) -> Option<(usize, Shape)> {
    let (capitals, small) = ascii::letters(bytes);
    let len = capitals + small;
    let shape = match capitals {
        0 => Shape::Lower,
        2.. if capitals == len => Shape::Upper,
        _ => Shape::Capital,
    };
    let ends = match bytes.get(len) {
        None => true,
        Some(b'.') => len > 1,
        Some(next) => next.is_ascii() && *next != b'\'' && !next.is_ascii_alphanumeric(),
    };
    (len > 0 && ends).then_some((len, shape))
}

/// A mark that is never part of anything else.
fn plain_mark(byte: u8) -> Option<(usize, Shape)> {
    (byte.is_ascii_punctuation() && byte != b'\'').then_some((1, Shape::Mark))
}

/// Digits with inner separators ("1,200", "3.5", "10:35", "9/11") and a short ordinal or decade ending ("21st", "1990s").
fn number_len(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut end = 0;
    while let Some(&b) = bytes.get(end) {
        let inner = matches!(b, b',' | b'.' | b':') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if !b.is_ascii_digit() && !inner {
            break;
        }
        end += 1;
    }
    let letters = text[end..].find(|c: char| !c.is_alphabetic()).unwrap_or(text.len() - end);
    let ending = &text[end..end + letters];
    let kept = matches!(ending.to_ascii_lowercase().as_str(), "st" | "nd" | "rd" | "th" | "s");
    if kept { end + letters } else { end }
}

/// Letters, inner apostrophes ("O'Neill"), inner stops between single letters ("U.S"), invisible characters.
fn word_len(text: &str) -> usize {
    let mut end = 0;
    let mut previous = ' ';
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        let take = c.is_alphanumeric()
            || is_mark_inside(c)
            || is_apostrophe(c) && clitic_len(&text[at..]) == 0 && rest.starts_with(char::is_alphabetic)
            || c == '.' && inner_stop(text, at, rest);
        if !take || runs_together(&text[..at], previous, c, rest) {
            break;
        }
        if is_negation(text, at) {
            break;
        }
        end = at + c.len_utf8();
        previous = c;
    }
    end.max(text.chars().next().map_or(0, char::len_utf8))
}

/// Combining marks and invisible characters never end a word.
fn is_mark_inside(c: char) -> bool {
    is_invisible(c) || unicode_normalization::char::is_combining_mark(c)
}

/// "n't" is a token of its own: the cut lies before the n.
fn is_negation(text: &str, at: usize) -> bool {
    at > 0 && is_negation_here(&text[at..])
}

fn is_negation_here(text: &str) -> bool {
    let mut chars = text.chars();
    matches!(chars.next(), Some('n' | 'N'))
        && chars.next().is_some_and(is_apostrophe)
        && matches!(chars.next(), Some('t' | 'T'))
        && !chars.next().is_some_and(char::is_alphabetic)
}

/// A stop inside "U.S", "p.m", "H.E": one letter on its left since the start or the last stop, one letter on its right.
fn inner_stop(text: &str, at: usize, rest: &str) -> bool {
    let left = text[..at].rsplit('.').next().unwrap_or("");
    let mut right = rest.chars();
    let one_left = left.chars().count() == 1 && left.starts_with(char::is_alphabetic);
    let next = right.next();
    one_left && next.is_some_and(char::is_alphabetic) && !right.next().is_some_and(char::is_alphabetic)
}

/// A lower-case word of two letters or more that meets a capital followed by a small letter.
fn runs_together(before: &str, previous: char, c: char, rest: &str) -> bool {
    c.is_uppercase()
        && previous.is_lowercase()
        && before.chars().count() >= 2
        && before.chars().all(char::is_lowercase)
        && rest.starts_with(char::is_lowercase)
}

/// Apostrophes of typewriters and typesetters.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ')
}

/// Length of a clitic ('s 'll 're 've 'd 'm) at the start of `text`; 0 when there is none.
fn clitic_len(text: &str) -> usize {
    let mut chars = text.char_indices();
    if !chars.next().is_some_and(|(_, c)| is_apostrophe(c)) {
        return 0;
    }
    let tail = chars.as_str();
    let letters = tail.find(|c: char| !c.is_alphanumeric()).unwrap_or(tail.len());
    let known = matches!(tail[..letters].to_ascii_lowercase().as_str(), "s" | "ll" | "re" | "ve" | "d" | "m" | "t");
    if known { text.len() - tail.len() + letters } else { 0 }
}

/// The shape of one token.
pub fn shape_of(word: &str) -> Shape {
    if let Some(shape) = plain_shape(word.as_bytes()) {
        return shape;
    }
    let mut letters = word.chars().filter(|c| !is_invisible(*c));
    let Some(first) = letters.next() else { return Shape::Mark };
    if first.is_ascii_digit() {
        return Shape::Number;
    }
    if !first.is_alphanumeric() {
        let clitic = letters.next().is_some_and(char::is_alphabetic);
        return if clitic { Shape::Lower } else { Shape::Mark };
    }
    let (mut upper, mut lower) = (0, 0);
    for c in word.chars() {
        upper += usize::from(c.is_uppercase());
        lower += usize::from(c.is_lowercase());
    }
    match (first.is_lowercase(), upper, lower) {
        (true, 0, _) => Shape::Lower,
        (true, ..) => Shape::Mixed,
        (false, 2.., 0) => Shape::Upper,
        _ => Shape::Capital,
    }
}

/// The shape of a word of ASCII letters.
fn plain_shape(word: &[u8]) -> Option<Shape> {
    let (first, rest) = word.split_first()?;
    let lower = rest.iter().filter(|b| b.is_ascii_lowercase()).count();
    let upper = rest.iter().filter(|b| b.is_ascii_uppercase()).count();
    if !first.is_ascii_alphabetic() || lower + upper < rest.len() {
        return None;
    }
    Some(match (first.is_ascii_lowercase(), upper, lower) {
        (true, 0, _) => Shape::Lower,
        (true, ..) => Shape::Mixed,
        (false, 1.., 0) => Shape::Upper,
        _ => Shape::Capital,
    })
}

/// The folded form under which a token is looked up; one trailing stop is dropped ("gen"), inner ones stay ("u.s.").
pub fn norm_of(word: &str) -> String {
    let mut out = String::new();
    norm_into(word, &mut out);
    out
}

/// As [`norm_of`], appending to `out`.
fn norm_into(word: &str, out: &mut String) {
    fold_into(without_stop(word), out);
}

/// One trailing stop is dropped, inner ones stay with it.
fn without_stop(word: &str) -> &str {
    word.strip_suffix('.').filter(|bare| !bare.is_empty() && !bare.contains('.')).unwrap_or(word)
}

/// The folded form as a number.
pub fn word_of(word: &str) -> Word {
    let bare = without_stop(word);
    ascii::word(bare.as_bytes(), bare.len()).map_or_else(|| Word::of(&norm_of(word)), |(word, _)| word)
}

/// The folded form of a token as a number, and where it stands: in the text itself, or else in `norms`, to which it is added.
pub fn fold_token(text: &str, token: Span, norms: &mut String) -> (Word, bool, Span) {
    let (from, bytes) = (token.start as usize, text.as_bytes());
    let stopped = bytes.get((token.end as usize).wrapping_sub(1)) == Some(&b'.');
    let len = if stopped { without_stop(token.of(text)).len() } else { token.len() };
    let known = bytes.get(from..).and_then(|bytes| ascii::word(bytes, len));
    let bare = Span::new(from, from + len);
    if let Some((word, true)) = known {
        return (word, true, bare);
    }
    let start = norms.len();
    fold_into(bare.of(text), norms);
    let word = known.map_or_else(|| Word::of(&norms[start..]), |(word, _)| word);
    (word, false, Span::new(start, norms.len()))
}
