//! Pages whose line breaks were lost: "Editor shot dead in Osh Friday, August 2, 2024 By Our Correspondent The editor of ...". The
//! first day near the top that no preposition governs is that of the publication: what stands before it is the header.
//!
//! Input: the lines of a text; output: the same, the first of a text that is one long line cut at its title, day and dateline.

use crate::document::fold::fold;
use crate::ingest::header::dateline_of;
use crate::ingest::stamp::{self, Stamp};
use crate::patterns::Patterns;
use crate::span::Span;

/// Bytes at the top in which a page states its day.
const TOP: usize = 600;

/// Bytes from which a first line is more than a title.
const LONG: usize = 400;

/// Lines of a text without line breaks.
const FEW: usize = 2;

/// Bytes of a place before the day of a dateline, and of a dateline.
const PLACE: usize = 60;
const DATELINE: usize = 260;

/// Words behind the day among which its hour stands.
const NEAR: usize = 4;

/// Letters of the shortest whole name of a weekday; no month's is cut off by a blank and a number alone.
const WEEKDAY: usize = 6;

/// Letters of a time zone, or of "p.m.".
const ZONE: usize = 5;

/// Cuts the header off a text that is one long line.
pub fn cut(text: &str, mut spans: Vec<Span>, patterns: &Patterns) -> Vec<Span> {
    let filled = |s: &Span| !s.of(text).trim().is_empty();
    let few = spans.iter().filter(|s| filled(s)).count() <= FEW;
    let Some(n) = spans.iter().position(filled).filter(|&n| few && spans[n].len() > LONG) else { return spans };
    let line = spans[n];
    let mut cuts = cuts(line.of(text), patterns);
    cuts.retain(|&at| at > 0 && at < line.len());
    cuts.dedup();
    let ends = cuts.iter().copied().chain([line.len()]);
    let starts = std::iter::once(0).chain(cuts.iter().copied());
    let base = line.start as usize;
    let parts: Vec<Span> = starts.zip(ends).map(|(from, to)| Span::new(base + from, base + to)).collect();
    spans.splice(n..=n, parts);
    spans
}

/// Bytes at which parts of the header begin, in order.
fn cuts(line: &str, patterns: &Patterns) -> Vec<usize> {
    let top = line.char_indices().map(|(at, _)| at).take_while(|&at| at < TOP).last().unwrap_or(0);
    let days: Vec<Stamp> = stamp::find(&line[..top], patterns).into_iter().filter(|s| s.other.is_none()).collect();
    let stated = |s: &&Stamp| s.published || is_set_off(line, s, patterns);
    let day = days.iter().filter(|s| !s.updated).find(stated).or_else(|| days.iter().find(|s| s.updated));
    let Some(day) = day.map(|s| s.span) else { return Vec::new() };
    let (from, to) = (day.start as usize, day.end as usize);
    match dateline(line, from, patterns) {
        Some(place) => vec![again(&line[..place]), place],
        None => vec![again(&line[..from]), from, to + clock(&line[to..])],
    }
}

/// "shot dead ON", "killed": what stands before the day makes it one of the story's, unless an hour or a bar stands behind it or a
/// weekday begins it.
fn is_set_off(line: &str, day: &Stamp, patterns: &Patterns) -> bool {
    let (before, behind) = (&line[..day.span.start as usize], &line[day.span.end as usize..]);
    let last = before.split_whitespace().next_back().unwrap_or("");
    let word = fold(last.trim_matches(|c: char| !c.is_alphanumeric()));
    let governs = patterns.classes.date_governors.is_some_and(|class| patterns.lexicon.single(&word, class).is_some());
    let weekday = day.span.of(line).chars().take_while(|c| c.is_alphabetic()).count() >= WEEKDAY;
    let header = weekday || clock(behind) > 0 || behind.trim_start().starts_with(['|', '•', '·']);
    !governs && (header || !last.starts_with(char::is_lowercase))
}

/// Where the dateline begins that holds the day.
fn dateline(line: &str, day: usize, patterns: &Patterns) -> Option<usize> {
    let starts = words(line).map(|(at, _)| at).skip_while(|&at| at + PLACE < day).take_while(|&at| at < day);
    let mut upper = starts.filter(|&at| line[at..].starts_with(char::is_uppercase));
    let opening =
        |at: usize| line[at..].char_indices().nth(DATELINE).map_or(&line[at..], |(end, _)| &line[at..at + end]);
    upper.find(|&at| dateline_of(opening(at), 0, patterns).is_some_and(|d| d.date.is_some()))
}

/// Bytes of the hour behind the day: ", 11:20 GMT", " at 6:05 p.m.".
fn clock(rest: &str) -> usize {
    let hour = |w: &str| w.contains(':') && w.starts_with(|c: char| c.is_ascii_digit());
    let zone = |w: &str| w.len() <= ZONE && (w.contains('.') || w.chars().all(|c| c.is_ascii_uppercase()));
    let mut near = words(rest).take(NEAR).skip_while(|(_, w)| !hour(w));
    let Some((at, word)) = near.next() else { return 0 };
    let (at, word) = near.take_while(|(_, w)| zone(w)).last().unwrap_or((at, word));
    at + word.len()
}

/// Where a title begins that stands twice; 0 for one that does not.
fn again(title: &str) -> usize {
    let first = title.split_whitespace().next().unwrap_or("");
    let twice = |at: &usize| *at > first.len() && title[*at..].starts_with(title[..*at].trim_end());
    words(title).map(|(at, _)| at).find(twice).unwrap_or(0)
}

/// The words with the bytes at which they begin.
fn words(line: &str) -> impl Iterator<Item = (usize, &str)> {
    line.split_whitespace().map(|w| (w.as_ptr() as usize - line.as_ptr() as usize, w))
}
