//! Classified lines -> title, publication date, dateline and outlet.
//!
//! The publication date is, in this order: a day above the text that the page calls its publication, the first other day in a header
//! line there, a day below the text that the page calls so, the first other day in a header line above the dateline (anywhere when
//! that has no day), the dateline's day, the day of the last update. The clock and the file's age are never asked.

use super::stamp::{self, Stamp};
use super::{Basis, Dateline, Line, LineKind, Published};
use crate::document::Word;
use crate::document::fold::fold;
use crate::patterns::Patterns;
use crate::patterns::lines::ReadRule;
use crate::span::Span;
use jiff::civil::Date;

/// Bytes of a paragraph that may hold the dateline.
const DATELINE: usize = 260;
/// Lines of the top in which a labelled date counts although the line is no timestamp.
const LABELLED: usize = 12;
/// Longest label on a line of its own.
const LABEL: usize = 24;
/// Characters between a day and its hour; the hours after one o'clock.
const PARTED: usize = 4;
const NOON: u8 = 13;
const DAY: u8 = 24;
/// Longest line in which header dates are sought.
const LINE: usize = 600;

/// SCOWL level up to which a word is ordinary.
const ORDINARY: u8 = 50;

/// What the page says about itself.
#[derive(Debug, Default)]
pub struct Header {
    /// The title.
    pub title: Option<String>,
    /// The publication date.
    pub published: Option<Published>,
    /// The dateline.
    pub dateline: Option<Dateline>,
    /// The outlet or the agency of the dateline.
    pub outlet: Option<String>,
}

/// Reads the header of a page.
pub fn read(text: &str, lines: &[Line], patterns: &Patterns) -> Header {
    let titles: Vec<&str> =
        lines.iter().filter(|l| l.kind == LineKind::Title).map(|l| l.span.of(text).trim()).collect();
    let dateline = find_dateline(text, lines, patterns);
    let stamps = header_stamps(text, lines, patterns);
    let agency = dateline.as_ref().and_then(|d| d.agency).map(|s| s.of(text).trim().to_string());
    Header {
        title: titles.first().map(|t| t.to_string()),
        published: published(text, &stamps, dateline.as_ref(), body(lines)),
        outlet: agency.or_else(|| outlet_of(&titles)),
        dateline,
    }
}

/// All days in header lines, in text order, with spans in the text.
fn header_stamps(text: &str, lines: &[Line], patterns: &Patterns) -> Vec<Stamp> {
    let mut out = Vec::new();
    let filled = lines.iter().filter(|l| l.kind != LineKind::Blank);
    let mut label = "";
    for (n, line) in filled.enumerate() {
        let above = std::mem::replace(&mut label, line.span.of(text).trim());
        let header = matches!(line.kind, LineKind::Timestamp | LineKind::Byline);
        let labelled = line.kind == LineKind::Furniture || n < LABELLED;
        if !header && !labelled || line.span.len() > LINE {
            continue;
        }
        let mut stamps = stamp::find(line.span.of(text), patterns);
        if let Some(first) = stamps.first_mut().filter(|s| header && !s.published) {
            first.published = is_label(above, line.span.of(text), patterns);
        }
        for mut stamp in stamps {
            let start = line.span.start;
            stamp.span = Span { start: stamp.span.start + start, end: stamp.span.end + start };
            if header || (stamp.published || stamp.updated) && stamp.span.of(text).starts_with(char::is_uppercase) {
                out.push(stamp);
            }
        }
    }
    out
}

/// "Published" on a line of its own above the day.
fn is_label(above: &str, line: &str, patterns: &Patterns) -> bool {
    above.len() <= LABEL
        && !above.contains(|c: char| c.is_ascii_digit())
        && stamp::find(&format!("{above} {}", line.trim()), patterns).first().is_some_and(|s| s.published)
}

/// Byte at which the first paragraph begins.
fn body(lines: &[Line]) -> u32 {
    lines.iter().find(|l| l.kind == LineKind::Paragraph).map_or(0, |l| l.span.start)
}

fn published(text: &str, stamps: &[Stamp], dateline: Option<&Dateline>, body: u32) -> Option<Published> {
    let stated = dateline.and_then(|d| d.date.map(|date| (date, d.span)));
    let afternoon = || stamps.iter().any(|s| counts_to_24(text, s)).then_some(true);
    let order = day_first(stamps, stated.map(|s| s.0)).or_else(afternoon);
    let of = |fits: &dyn Fn(&Stamp) -> bool| {
        let found = stamps.iter().filter(|s| fits(s)).find_map(|s| Some((reading(s, order)?, s.span)));
        found.map(|(date, span)| Published { date, basis: Basis::Header, span: Some(span) })
    };
    let above = |s: &Stamp| dateline.is_none_or(|d| d.date.is_none() || s.span.start < d.span.start);
    // "Thursday 31 July" above the text, "First posted 30 July" below it: the text is that of the day above.
    of(&|s| s.published && s.span.start < body)
        .or_else(|| of(&|s| !s.updated && !s.published && s.span.start < body && above(s)))
        .or_else(|| of(&|s| s.published))
        .or_else(|| of(&|s| !s.updated && above(s)))
        .or_else(|| stated.map(|(date, span)| Published { date, basis: Basis::Dateline, span: Some(span) }))
        .or_else(|| of(&|s| s.updated))
}

/// "02/10/2024 - 14:22": who counts the hours to 24 writes the day first.
fn counts_to_24(text: &str, stamp: &Stamp) -> bool {
    let behind = text.get(stamp.span.end as usize..).unwrap_or("");
    let (parted, clock) = behind.split_at(behind.find(|c: char| c.is_ascii_digit()).unwrap_or(0));
    let hour = clock.split_once(':').and_then(|(hour, _)| hour.parse::<u8>().ok());
    parted.chars().count() <= PARTED && !parted.contains('\n') && hour.is_some_and(|h| (NOON..DAY).contains(&h))
}

/// The order of numeric dates on this page, where another date on it tells.
fn day_first(stamps: &[Stamp], dateline: Option<Date>) -> Option<bool> {
    if let Some(order) = stamps.iter().find_map(|s| s.day_first) {
        return Some(order);
    }
    let certain: Vec<Date> = stamps.iter().filter(|s| s.other.is_none()).map(|s| s.date).chain(dateline).collect();
    stamps.iter().filter_map(|s| Some((s.date, s.other?))).find_map(|(first, second)| {
        match (certain.contains(&first), certain.contains(&second)) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            _ => None,
        }
    })
}

fn reading(stamp: &Stamp, day_first: Option<bool>) -> Option<Date> {
    match (stamp.other, day_first) {
        (None, _) | (_, Some(true)) => Some(stamp.date),
        (Some(other), Some(false)) => Some(other),
        (Some(_), None) => None,
    }
}

/// The dateline of one of the first paragraphs.
fn find_dateline(text: &str, lines: &[Line], patterns: &Patterns) -> Option<Dateline> {
    let tells = |l: &Line| matches!(l.kind, LineKind::Paragraph | LineKind::Standfirst | LineKind::Heading);
    let starts = lines.iter().enumerate().filter(|(_, l)| tells(l) && !l.continues).take(5);
    starts.into_iter().find_map(|(n, line)| {
        let start = line.span.end as usize - line.span.of(text).trim_start().len();
        let below = lines.iter().skip(n + 1).take(4).take_while(|l| l.continues).last();
        let end = below.map_or(line.span.end, |l| l.span.end) as usize;
        let mut end = end.min(start + DATELINE);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        dateline_of(text.get(start..end)?, start, patterns)
    })
}

/// The dateline with which `opening` begins; `base` is the byte of the article at which it stands.
pub fn dateline_of(opening: &str, base: usize, patterns: &Patterns) -> Option<Dateline> {
    if !patterns.lines.any_dateline.may_match(opening) {
        return None;
    }
    patterns.lines.datelines.iter().find_map(|rule| dateline(opening, base, rule, patterns))
}

fn dateline(opening: &str, base: usize, rule: &ReadRule, patterns: &Patterns) -> Option<Dateline> {
    let c = rule.regex.captures(opening)?;
    let span = |name: &str| c.name(name).map(|m| Span::new(base + m.start(), base + m.end()));
    let bracket = c.name("agency").map_or("", |m| m.as_str());
    let inside = stamp::find(bracket, patterns).into_iter().find(|s| s.other.is_none()).map(|s| s.date);
    let date = stamp::read(&c, patterns).map(|s| s.date).or(inside);
    let agency = span("agency").filter(|_| inside.is_none() && !is_stopped(bracket, rule));
    let place = c.name("place").map_or("", |m| m.as_str());
    let named = !is_stopped(place, rule) && (!rule.named || has_name(place, patterns));
    let place = span("place").filter(|_| named);
    if place.is_none() && date.is_none() && agency.is_none() {
        return None;
    }
    let whole = c.name("all").or(c.get(0))?;
    let end = whole.start() + whole.as_str().trim_end().len();
    Some(Dateline { span: Span::new(base + whole.start(), base + end), place, date, agency, rule: rule.rule })
}

/// The words are a label of the page ("WATCH:"), not a place or an agency.
fn is_stopped(words: &str, rule: &ReadRule) -> bool {
    let folded = fold(words);
    let first = folded.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    rule.stop.iter().any(|s| *s == first || s.strip_suffix('$').unwrap_or(s) == folded)
}

/// One of the words is no ordinary word.
fn has_name(words: &str, patterns: &Patterns) -> bool {
    fold(words).split(|c: char| !c.is_alphanumeric()).any(|word| {
        let level = patterns.word_level(Word::of(word));
        word.len() > 1 && (level == 0 || level > ORDINARY)
    })
}

/// The outlet that stands behind the title where the page also gives the title alone.
fn outlet_of(titles: &[&str]) -> Option<String> {
    titles.iter().find_map(|long| {
        let (head, outlet) = long.rsplit_once(" | ").or_else(|| long.rsplit_once(" - "))?;
        titles.contains(&head.trim()).then(|| outlet.trim().to_string()).filter(|o| !o.is_empty())
    })
}

/// What a dateline rule reads in an example: `place | date | agency`, `-` for what is missing.
pub fn describe(text: &str, rule: &ReadRule, patterns: &Patterns) -> Option<String> {
    let found = dateline(text, 0, rule, patterns)?;
    let part = |span: Option<Span>| span.map_or("-", |s| s.of(text)).to_string();
    let date = found.date.map_or("-".to_string(), |d| d.to_string());
    Some(format!("{} | {date} | {}", part(found.place), part(found.agency)))
}
