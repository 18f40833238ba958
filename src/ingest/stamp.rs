//! Header line -> the days it states. A day is read only where it is complete; "3 hours ago" dates nothing.
//!
//! "02/05/2021" has two readings unless a number is above 12; the caller decides with what else the page says.

use crate::patterns::Patterns;
use crate::patterns::lines::ReadRule;
use crate::span::Span;
use jiff::civil::Date;
use regex::Captures;

/// Two-digit years from here on are of the last century.
const PIVOT: i16 = 30;

/// A day stated in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Bytes of the match in the searched text.
    pub span: Span,
    /// The day, or the day-first reading when there are two.
    pub date: Date,
    /// The month-first reading, where the numbers allow it and it differs.
    pub other: Option<Date>,
    /// The page says that this is a later change.
    pub updated: bool,
    /// The page says that this is the publication.
    pub published: bool,
    /// Written with numbers whose order is day first (`Some(true)`) or month first.
    pub day_first: Option<bool>,
}

/// All days in `text`, in order, without overlap.
pub fn find(text: &str, patterns: &Patterns) -> Vec<Stamp> {
    let mut all: Vec<Stamp> = Vec::new();
    if !text.bytes().any(|b| b.is_ascii_digit()) || !patterns.lines.any_date.may_match(text) {
        return all;
    }
    for rule in &patterns.lines.dates {
        all.extend(rule.regex.captures_iter(text).filter_map(|c| read(&c, patterns)));
    }
    all.sort_by_key(|s| (s.span.start, std::cmp::Reverse(s.span.end)));
    let mut end = 0;
    all.retain(|s| {
        let free = s.span.start >= end;
        if free {
            end = s.span.end;
        }
        free
    });
    all
}

/// The day that one match states.
pub fn read(c: &Captures, patterns: &Patterns) -> Option<Stamp> {
    let whole = c.get(0)?;
    let (year, number) = (year(c)?, |name: &str| c.name(name).and_then(|m| m.as_str().parse::<i8>().ok()));
    let (day, month) = match (number("a"), number("b")) {
        (Some(a), Some(b)) => (a, b),
        _ => (number("d")?, number("m").or_else(|| month(c, patterns))?),
    };
    let numeric = c.name("a").is_some();
    let first = Date::new(year, month, day).ok();
    let second = Date::new(year, day, month).ok().filter(|_| numeric);
    let date = first.or(second)?;
    Some(Stamp {
        span: Span::new(whole.start(), whole.end()),
        date,
        other: second.filter(|d| first.is_some() && *d != date),
        updated: c.name("updated").is_some(),
        published: c.name("published").is_some(),
        day_first: if numeric && first.is_some() != second.is_some() { Some(first.is_some()) } else { None },
    })
}

fn year(c: &Captures) -> Option<i16> {
    if let Some(y) = c.name("y") {
        return y.as_str().parse().ok();
    }
    let short: i16 = c.name("yy")?.as_str().parse().ok()?;
    Some(if short < PIVOT { 2000 + short } else { 1900 + short })
}

fn month(c: &Captures, patterns: &Patterns) -> Option<i8> {
    patterns.lines.month(c.name("month")?.as_str(), &patterns.lexicon)
}

/// What a rule reads in an example: the day, `updated` before it, both readings with `or`.
pub fn describe(text: &str, rule: &ReadRule, patterns: &Patterns) -> Option<String> {
    let stamp = rule.regex.captures_iter(text).find_map(|c| read(&c, patterns))?;
    let label = if stamp.updated { "updated " } else { "" };
    let other = stamp.other.map(|d| format!(" or {d}")).unwrap_or_default();
    Some(format!("{label}{}{other}", stamp.date))
}
