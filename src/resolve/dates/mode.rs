//! News or narrative? A narrative states many past years in full and has few words that only the day of publication
//! explains ("yesterday", "on Friday", "last week").

use super::calendar::days_between;
use crate::mentions::dates::expr::{Anchor, Expr, Fields};
use crate::mentions::{DateValue, Mention};
use jiff::civil::Date;

/// How an article's relative dates are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// From the day of publication.
    News,
    /// From the date told of last.
    Narrative,
}

/// Fewest explicit past years of a narrative.
const YEARS: usize = 6;
/// A narrative has so many times more explicit past years than words of the day.
const TIMES: usize = 3;
/// A day within so many before publication weighs like so many words of the day.
const LATELY: i64 = 30;
const FRESH: usize = 2;

/// The mode of an article.
pub fn of(mentions: &[Mention], published: Option<Date>) -> Mode {
    let Some(published) = published else { return Mode::Narrative };
    let (mut years, mut deictic) = (0usize, 0usize);
    for date in mentions.iter().filter_map(|m| m.date()) {
        match &date.reading.expr {
            Expr::Calendar(f) => match f.year {
                Some(year) if year < published.year() - 1 => years += 1,
                Some(_) => deictic += FRESH * usize::from(is_fresh(date, published)),
                None => deictic += usize::from(f.weekday.is_some() && f.day.is_none()),
            },
            other => deictic += usize::from(of_the_day(other)),
        }
    }
    if years >= YEARS && years >= deictic * TIMES { Mode::Narrative } else { Mode::News }
}

/// A day stated in full, not long before publication.
fn is_fresh(date: &DateValue, published: Date) -> bool {
    let Expr::Calendar(Fields { year: Some(y), month: Some(m), day: Some(d), .. }) = date.reading.expr else {
        return false;
    };
    Date::new(y, m, d).is_ok_and(|day| (0..=LATELY).contains(&days_between(day, published)))
}

/// "yesterday", "last week", "this afternoon", "in May last year": explained by the day of publication alone.
fn of_the_day(expr: &Expr) -> bool {
    match expr {
        Expr::Unit(step, _) | Expr::Named(step, _) => step.anchor == Anchor::Published,
        Expr::Shift(step, _) => step.anchor == Anchor::Published && step.by != 0,
        Expr::Inside(part, whole) => of_the_day(part) || of_the_day(whole),
        _ => false,
    }
}
