//! Readings of temporal expressions -> intervals, counted from the article's dates, in text order.
//!
//! News counts from the day of publication; a narrative, noticed by its many explicit past years, from the date told of
//! last. The clock of the machine is never read: without a reference the interval stays unknown.

pub mod calendar;
mod count;
mod holidays;
mod mode;
mod nth;
mod scene;
mod tense;
mod timex;

use crate::document::{Document, Sentence, Shape};
use crate::mentions::dates::expr::{Expr, Reading, Unit};
use crate::mentions::{DateBasis, DateValue, Found, Mention, Precision, Reference, Value};
use crate::patterns::Patterns;
use jiff::civil::Date;
use mode::Mode;
use scene::Scene;
use std::collections::BTreeSet;
use tense::Tense;

/// First day, last day and precision.
type Span = (Date, Date, Precision);

/// A counted expression.
#[derive(Clone, Copy, Debug)]
struct Counted {
    span: Span,
    reference: Option<(Date, Reference)>,
}

/// A date told of earlier in the text.
#[derive(Clone, Copy, Debug)]
struct Told {
    span: Span,
    sentence: u32,
    /// Its paragraph.
    block: u32,
    /// Stated in full.
    stated: bool,
    /// Counted from what was told before: "the following year".
    chained: bool,
    /// Beside the story: nothing but its own and the next sentence counts from it.
    aside: bool,
    /// A year that opens a line of a timeline: it holds for what the line and those below it tell.
    heads: bool,
    /// At the head of its sentence ("In 2015 ..."), where it holds for the whole of it.
    opens: bool,
}

/// So many dates told of earlier can be counted from.
const MEMORY: usize = 200;

/// Completes the values of this kind.
pub fn resolve(doc: &Document, found: &mut Found, patterns: &Patterns) {
    let published = doc.article.published.as_ref().map(|p| p.date);
    let mode = mode::of(&found.mentions, published);
    let asides = asides(&found.mentions, published);
    let mut told: Vec<Told> = Vec::new();
    for n in 0..found.mentions.len() {
        let Some(mention) = found.mentions.get(n) else { break };
        let Some(date) = mention.date() else { continue };
        let sentence = doc.tokens.get(mention.tokens.start).map_or(0, |t| t.sentence);
        let block = doc.sentence_of(mention.tokens.start).map_or(0, |s| s.block);
        let tense = || tense::at(doc, mention.tokens.clone(), patterns);
        let future = || tense::is_future(doc, mention.tokens.clone(), patterns);
        let scene = Scene {
            published,
            mode,
            told: told.get(told.len().saturating_sub(MEMORY)..).unwrap_or(&[]),
            sentence,
            block,
            tense: &tense,
            future: &future,
        };
        let counted = count::count(&date.reading.expr, &scene).map(|c| to_the_day(doc, mention, c));
        let opens = opens(doc, mention);
        // "The year before, on 26 June": a date behind it is of that year.
        let compares = compares(date, mode);
        if let Some(c) = counted
            && tells(date, mode)
            && (!compares || opens)
            && !in_brackets(doc, mention, &c)
            && !is_limit(doc, mention, &c)
        {
            let heads = heads_line(doc, mention, &c);
            let aside = (asides.contains(&n) || compares && !moves_on(date)) && !heads;
            told.push(Told {
                span: c.span,
                sentence,
                block,
                stated: c.reference.is_none(),
                chained: c.reference.is_some_and(|(_, r)| r == Reference::Told),
                aside,
                heads,
                opens,
            });
        }
        if let Some(mention) = found.mentions.get_mut(n) {
            write(mention, counted);
        }
    }
    clocks(found);
    anniversaries(found);
}

/// "Thirty years ago TODAY a bomb went off": the day of both is that of the bomb.
fn anniversaries(found: &mut Found) {
    let days: Vec<Option<(usize, Counted)>> = found.mentions.iter().map(day_of).collect();
    for n in 1..found.mentions.len() {
        let Some((before, Some((_, counted)))) = found.mentions.get(n - 1).zip(days.get(n - 1)) else { continue };
        let ago = matches!(&before.date().map(|d| &d.reading.expr), Some(Expr::Shift(s, Unit::Year)) if s.by < 0);
        let end = before.tokens.end;
        let today = |d: &DateValue| matches!(&d.reading.expr, Expr::Unit(s, Unit::Day) if s.by == 0);
        if let Some(mention) = found.mentions.get_mut(n)
            && ago
            && mention.tokens.start == end
            && mention.date().is_some_and(today)
        {
            write(mention, Some(*counted));
        }
    }
}

/// "EXACTLY twenty years ago", "twenty years ago TODAY", "one year ago TO THE DAY" are days; "ten years ago THIS MONTH" is a month.
fn to_the_day(doc: &Document, mention: &Mention, counted: Counted) -> Counted {
    let exactly = mention.tokens.start.checked_sub(1).is_some_and(|t| doc.norm(t) == "exactly");
    let behind = |words: &[&str]| words.iter().enumerate().all(|(n, word)| doc.norm(mention.tokens.end + n) == *word);
    let morning = ["morning", "afternoon", "evening"].iter().any(|part| behind(&["this", part]));
    let today = behind(&["today"]) || behind(&["to", "the", "day"]) || morning;
    let month = behind(&["this", "month"]);
    let expr = mention.date().map(|d| &d.reading.expr);
    let Some(Expr::Shift(step, unit)) = expr.filter(|_| exactly || today || month) else { return counted };
    let from = counted.reference.filter(|(_, r)| *r == Reference::Published);
    let day = from.and_then(|(day, _)| calendar::shift(day, *unit, step.by));
    let whole = |d| calendar::around(Unit::Month, d).filter(|_| month).unwrap_or((d, d, Precision::Day));
    day.map_or(counted, |d| Counted { span: whole(d), ..counted })
}

/// "At 5 a.m. on October 3": a time of day takes the day that follows it closely.
fn clocks(found: &mut Found) {
    let days: Vec<Option<(usize, Counted)>> = found.mentions.iter().map(day_of).collect();
    for n in 0..found.mentions.len() {
        let Some(mention) = found.mentions.get_mut(n) else { break };
        let alone = mention.date().is_some_and(|d| d.reading.expr == Expr::Clock);
        if let Some(Some((start, counted))) = days.get(n + 1)
            && alone
            && (mention.tokens.end..mention.tokens.end + CLOSE).contains(start)
        {
            write(mention, Some(*counted));
        }
    }
}

/// Tokens between a time of day and its day.
const CLOSE: usize = 4;

/// Start and value of a mention of one day.
fn day_of(mention: &Mention) -> Option<(usize, Counted)> {
    let date = mention.date().filter(|d| d.precision == Precision::Day)?;
    let (first, last) = date.interval?;
    Some((mention.tokens.start, Counted { span: (first, last, Precision::Day), reference: date.reference }))
}

/// Later expressions may be counted from this one.
fn tells(date: &DateValue, mode: Mode) -> bool {
    let class = matches!(date.class, "DATE" | "TIME");
    let counts = match (&date.reading.expr, mode) {
        (Expr::Inside(part, _), _) if matches!(**part, Expr::Unit(_, Unit::Quarter)) => false,
        (Expr::Unit(step, _), Mode::Narrative) => step.by != 0,
        (Expr::Decade(_) | Expr::Century(_), _) => false,
        _ => true,
    };
    class && counts
}

/// "A year earlier" compares; it does not move the story.
fn compares(date: &DateValue, mode: Mode) -> bool {
    mode == Mode::News && matches!(&date.reading.expr, Expr::Shift(_, Unit::Year))
}

/// "Two years later X was shot."
fn moves_on(date: &DateValue) -> bool {
    matches!(&date.reading.expr, Expr::Shift(step, _) if step.by > 0)
}

/// "Since 2016": a year from which something lasts; what is told next is of its own year.
fn is_limit(doc: &Document, mention: &Mention, counted: &Counted) -> bool {
    let before = mention.tokens.start.checked_sub(1);
    counted.span.2 == Precision::Year && before.is_some_and(|t| doc.norm(t) == "since")
}

/// A bare year right after an opening bracket: of a birth, a book, a reign.
fn in_brackets(doc: &Document, mention: &Mention, counted: &Counted) -> bool {
    let before = mention.tokens.start.checked_sub(1).map(|t| doc.text(t));
    counted.span.2 == Precision::Year && matches!(before, Some("(" | "["))
}

/// "2012 — Shells hit ...", or a year on a line of its own: the entry of a timeline.
fn heads_line(doc: &Document, mention: &Mention, counted: &Counted) -> bool {
    let Some(sentence) = doc.sentence_of(mention.tokens.start) else { return false };
    let first = first_word(doc, sentence) == mention.tokens.start;
    let alone = sentence.tokens.end == mention.tokens.end;
    let parted = matches!(doc.text(mention.tokens.end), "—" | "–" | "-" | "--" | ":" | "|");
    counted.span.2 == Precision::Year && counted.reference.is_none() && first && (alone || parted)
}

/// "IN 2015 they caught two men": nothing but a preposition stands before it in its sentence.
fn opens(doc: &Document, mention: &Mention) -> bool {
    doc.sentence_of(mention.tokens.start).is_some_and(|s| mention.tokens.start <= first_word(doc, s) + 1)
}

/// The token behind the mark of a list.
fn first_word(doc: &Document, sentence: &Sentence) -> usize {
    let mark = |t: &usize| doc.tokens.get(*t).is_some_and(|t| t.shape == Shape::Mark);
    sentence.tokens.clone().find(|t| !mark(t)).unwrap_or(sentence.tokens.start)
}

/// Years between an aside and the story.
const ASIDE: u16 = 2;
/// So many stated years after an aside are asked whether the story goes on.
const AFTER: usize = 3;

/// Mentions whose stated year lies far from the stated years before and after, which agree: the story goes on
/// without them. The year of publication is no aside in news.
fn asides(mentions: &[Mention], published: Option<Date>) -> BTreeSet<usize> {
    let year = |m: &Mention| match &m.date()?.reading.expr {
        Expr::Calendar(fields) => fields.year,
        _ => None,
    };
    let stated: Vec<(usize, i16)> = mentions.iter().enumerate().filter_map(|(n, m)| Some((n, year(m)?))).collect();
    let mut out = BTreeSet::new();
    let mut story: Option<i16> = None;
    let news = |year: i16| published.is_some_and(|p| p.year() == year);
    for (at, &(n, year)) in stated.iter().enumerate() {
        let next = stated.iter().skip(at + 1).take(AFTER).map(|s| s.1);
        let far = |a: i16, b: i16| a.abs_diff(b);
        match story {
            Some(s)
                if !news(year) && far(year, s) > ASIDE && next.clone().any(|next| far(next, s) < far(next, year)) =>
            {
                out.insert(n);
            }
            _ => story = Some(year),
        }
    }
    out
}

fn write(mention: &mut Mention, counted: Option<Counted>) {
    let Value::Date(date) = &mut mention.value else { return };
    date.timex = timex::of(&date.reading, counted.map(|c| c.span));
    let Some(Counted { span: (first, last, precision), reference }) = counted else { return };
    date.interval = Some((first, last));
    date.precision = precision;
    date.reference = reference;
    date.basis = match (reference, &date.reading) {
        (None, _) => DateBasis::Stated,
        (Some((day, Reference::Published)), Reading { .. }) if (day, day) == (first, last) => DateBasis::Published,
        _ => DateBasis::Relative,
    };
}
