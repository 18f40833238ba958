//! Lines of names and the words of headers beside a day: "By Marta Orlova on 3 May 2021", "Kano (3 May 2021)".
//!
//! Input: a line; output: whether it may date the page. Where it stands decides (`decide.rs`).

use crate::document::fold::fold;
use crate::ingest::stamp;
use crate::patterns::Patterns;

/// Value in `header-words.csv` of words before a number that is no day.
const COUNT: &str = "count";

/// Bytes of a header line.
const HEADER: usize = 90;

/// "By Marta Orlova on 3 May 2021", "Kano (3 May 2021)", "Press release, 3 May 2021": a short line at the top in which names and the
/// words of headers stand beside a day, and nothing that tells.
pub fn is_dated(line: &str, patterns: &Patterns) -> bool {
    if line.len() > HEADER {
        return false;
    }
    let Some(day) = stamp::find(line, patterns).first().map(|s| s.span) else { return false };
    let entry =
        |word: &str| patterns.classes.header_words.and_then(|class| patterns.lexicon.single(&fold(word), class));
    let known = |word: &str| entry(word).is_some();
    let named =
        |word: &&str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '@') || known(word);
    let (before, behind) = (&line[..day.start as usize], &line[day.end as usize..]);
    // "Policy Brief No. 14 / October 2022".
    let last = before.split_whitespace().next_back().map_or("", |w| w.trim_end_matches('.'));
    if entry(last).is_some_and(|e| e.value == COUNT) {
        return false;
    }
    let mut words = before.split_whitespace().chain(behind.split_whitespace());
    words.by_ref().all(|w| {
        let bare = w.trim_matches(|c: char| !c.is_alphanumeric() && c != '@');
        bare.is_empty() || named(&bare)
    }) && !behind.trim_end_matches(['.', ' ']).contains(". ")
}
