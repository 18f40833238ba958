//! News or narrative? A narrative states many past years in full and has few words that only the day of publication
//! explains ("yesterday", "on Friday", "last week").

use crate::mentions::Mention;
use crate::mentions::dates::expr::{Anchor, Expr, Unit};
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

/// The mode of an article.
pub fn of(mentions: &[Mention], published: Option<Date>) -> Mode {
    let Some(published) = published else { return Mode::Narrative };
    let (mut years, mut deictic) = (0usize, 0usize);
    for date in mentions.iter().filter_map(|m| m.date()) {
        match &date.reading.expr {
            Expr::Calendar(f) => match f.year {
                Some(year) => years += usize::from(year < published.year() - 1),
                None => deictic += usize::from(f.weekday.is_some() && f.day.is_none()),
            },
            Expr::Unit(step, unit) if step.anchor == Anchor::Published => {
                deictic += usize::from(*unit <= Unit::Month && (step.by != 0 || *unit == Unit::Day));
            }
            _ => {}
        }
    }
    if years >= YEARS && years >= deictic * TIMES { Mode::Narrative } else { Mode::News }
}
