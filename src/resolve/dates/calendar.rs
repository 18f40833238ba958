//! Calendar arithmetic: whole units around a day, and steps of units from a day. Nothing here knows any text.

use super::Span;
use crate::mentions::Precision;
use crate::mentions::dates::expr::{Season, Unit};
use jiff::civil::Date;

/// The precision that a whole unit has.
pub fn precision(unit: Unit) -> Precision {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Precision::Day,
        Unit::Weekend => Precision::Weekend,
        Unit::Week => Precision::Week,
        Unit::Month => Precision::Month,
        Unit::Season => Precision::Season,
        Unit::Quarter => Precision::Quarter,
        Unit::Half => Precision::Half,
        Unit::Year => Precision::Year,
        Unit::Decade => Precision::Decade,
        Unit::Century | Unit::Millennium => Precision::Century,
    }
}

/// The unit of a precision; days for what has none.
pub fn unit_of(precision: Precision) -> Unit {
    match precision {
        Precision::Day | Precision::Interval | Precision::Unknown => Unit::Day,
        Precision::Weekend => Unit::Weekend,
        Precision::Week => Unit::Week,
        Precision::Month => Unit::Month,
        Precision::Season => Unit::Season,
        Precision::Quarter => Unit::Quarter,
        Precision::Half => Unit::Half,
        Precision::Year => Unit::Year,
        Precision::Decade => Unit::Decade,
        Precision::Century => Unit::Century,
    }
}

/// The whole unit that holds the day.
pub fn around(unit: Unit, day: Date) -> Option<Span> {
    let (first, last) = match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => (day, day),
        Unit::Week | Unit::Weekend => {
            let monday = shift(day, Unit::Day, -i64::from(day.weekday().to_monday_zero_offset()))?;
            let from = if unit == Unit::Week { 0 } else { 5 };
            (shift(monday, Unit::Day, from)?, shift(monday, Unit::Day, 6)?)
        }
        Unit::Month => months(day.year(), day.month(), 1)?,
        Unit::Quarter => months(day.year(), (day.month() - 1) / 3 * 3 + 1, 3)?,
        Unit::Half => months(day.year(), (day.month() - 1) / 6 * 6 + 1, 6)?,
        Unit::Season => months(day.year(), day.month() / 3 * 3, 3).or_else(|| months(day.year() - 1, 12, 3))?,
        Unit::Year => years(day.year(), 1)?,
        Unit::Decade => years(day.year().div_euclid(10) * 10, 10)?,
        Unit::Century => years(day.year().div_euclid(100) * 100, 100)?,
        Unit::Millennium => years(day.year().div_euclid(1000) * 1000, 1000)?,
    };
    Some((first, last, precision(unit)))
}

/// Whole months from the first of one.
pub fn months(year: i16, month: i8, count: i64) -> Option<(Date, Date)> {
    let first = Date::new(year, month, 1).ok()?;
    let after = shift(first, Unit::Month, count)?;
    Some((first, after.yesterday().ok()?))
}

/// Whole years.
pub fn years(first: i16, count: i16) -> Option<(Date, Date)> {
    Some((Date::new(first, 1, 1).ok()?, Date::new(first.checked_add(count - 1)?, 12, 31).ok()?))
}

/// The season that begins in the year; winter runs into the next.
pub fn season(year: i16, season: Season) -> Option<Span> {
    let (first, last) = months(year, season.first_month(), 3)?;
    Some((first, last, Precision::Season))
}

/// The day so many units later; a month's last days are kept inside the month reached.
pub fn shift(day: Date, unit: Unit, by: i64) -> Option<Date> {
    let span = jiff::Span::new();
    let times = |n: i64| by.checked_mul(n);
    let span = match unit {
        Unit::Second | Unit::Minute => span,
        Unit::Hour => span.try_days(by / 24).ok()?,
        Unit::Day => span.try_days(by).ok()?,
        Unit::Week | Unit::Weekend => span.try_weeks(by).ok()?,
        Unit::Month => span.try_months(by).ok()?,
        Unit::Season | Unit::Quarter => span.try_months(times(3)?).ok()?,
        Unit::Half => span.try_months(times(6)?).ok()?,
        Unit::Year => span.try_years(by).ok()?,
        Unit::Decade => span.try_years(times(10)?).ok()?,
        Unit::Century => span.try_years(times(100)?).ok()?,
        Unit::Millennium => span.try_years(times(1000)?).ok()?,
    };
    day.checked_add(span).ok()
}

/// Days from the first to the second.
pub fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(i64::MAX, |s| i64::from(s.get_days()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn whole_units() {
        let span = |unit, day| around(unit, day).map(|s| (s.0, s.1));
        assert_eq!(span(Unit::Week, date(1998, 8, 13)), Some((date(1998, 8, 10), date(1998, 8, 16))));
        assert_eq!(span(Unit::Quarter, date(1998, 8, 13)), Some((date(1998, 7, 1), date(1998, 9, 30))));
        assert_eq!(span(Unit::Season, date(1998, 1, 13)), Some((date(1997, 12, 1), date(1998, 2, 28))));
        assert_eq!(span(Unit::Decade, date(1998, 1, 13)), Some((date(1990, 1, 1), date(1999, 12, 31))));
        assert_eq!(shift(date(2000, 3, 31), Unit::Month, -1), Some(date(2000, 2, 29)));
        assert_eq!(shift(date(2000, 3, 31), Unit::Year, i64::MAX), None);
        assert_eq!(shift(date(2000, 3, 31), Unit::Century, i64::MAX), None);
    }
}
