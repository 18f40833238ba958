//! "the last Saturday of January", "the first week of July": the n-th of its kind in a month, or the n-th day or week of a year.

use super::Span;
use super::calendar::{days_between, shift};
use crate::mentions::Precision;
use crate::mentions::dates::expr::{Kind, Unit};
use jiff::civil::Date;

/// The days of the n-th, counted from the end where `n` is negative.
pub fn of(n: i8, kind: Kind, whole: Span) -> Option<Span> {
    let (first, last, size) = whole;
    let long = matches!(size, Precision::Year) && matches!(kind, Kind::Unit(_));
    if size != Precision::Month && !long {
        return None;
    }
    let length = days_between(first, last) + 1;
    let (from, step, days) = match kind {
        Kind::Weekday(weekday) => (i64::from(offset(first, weekday)), 7, 1),
        Kind::Unit(Unit::Day) => (0, 1, 1),
        Kind::Unit(Unit::Week) => (0, 7, 7),
        Kind::Unit(_) => return None,
    };
    let at = match n {
        1.. => from + (i64::from(n) - 1) * step,
        _ if step == days => length - days * i64::from(-n),
        _ => from + (length - 1 - from) / step * step + (i64::from(n) + 1) * step,
    };
    let start = shift(first, Unit::Day, at).filter(|_| at >= 0 && at + days <= length)?;
    let end = shift(start, Unit::Day, days - 1)?;
    Some((start, end, if days == 1 { Precision::Day } else { Precision::Week }))
}

/// Days from the first to the next such weekday.
fn offset(first: Date, weekday: i8) -> i8 {
    (weekday - first.weekday().to_monday_one_offset()).rem_euclid(7)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn counts_inside_a_month() {
        let january = (date(2020, 1, 1), date(2020, 1, 31), Precision::Month);
        let days = |n, kind| of(n, kind, january).map(|s| (s.0.day(), s.1.day()));
        assert_eq!(days(-1, Kind::Weekday(6)), Some((25, 25)));
        assert_eq!(days(1, Kind::Weekday(7)), Some((5, 5)));
        assert_eq!(days(5, Kind::Weekday(7)), None);
        assert_eq!(days(-1, Kind::Unit(Unit::Day)), Some((31, 31)));
        assert_eq!(days(1, Kind::Unit(Unit::Week)), Some((1, 7)));
        assert_eq!(days(-1, Kind::Unit(Unit::Week)), Some((25, 31)));
    }
}
