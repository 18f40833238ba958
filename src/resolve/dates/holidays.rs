//! Feast rules -> days: `12-25`, `2001-09-11` (that day alone), `11 thu 4` (fourth Thursday of November, -1 the last), `easter -2`.

use jiff::civil::{Date, Weekday};

/// The feast's day in a year.
pub fn day(rule: &str, year: i16) -> Option<Date> {
    if let Ok(day) = rule.parse::<Date>() {
        return Some(day);
    }
    if let Some((month, day)) = rule.split_once('-').filter(|(m, _)| !m.contains(' ') && !m.is_empty()) {
        return Date::new(year, month.parse().ok()?, day.parse().ok()?).ok();
    }
    let mut parts = rule.split(' ');
    let first = parts.next()?;
    if first == "easter" {
        let offset: i64 = parts.next()?.parse().ok()?;
        return super::calendar::shift(easter(year)?, super::Unit::Day, offset);
    }
    let weekday = weekday(parts.next()?)?;
    let nth: i8 = parts.next()?.parse().ok()?;
    Date::new(year, first.parse().ok()?, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
}

fn weekday(code: &str) -> Option<Weekday> {
    let codes = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let n = codes.iter().position(|c| *c == code)?;
    Weekday::from_monday_zero_offset(n as i8).ok()
}

/// Easter Sunday of the Gregorian calendar (anonymous algorithm).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn feasts() {
        assert_eq!(day("easter 0", 1998), Some(date(1998, 4, 12)));
        assert_eq!(day("easter -2", 2008), Some(date(2008, 3, 21)));
        assert_eq!(day("11 thu 4", 1998), Some(date(1998, 11, 26)));
        assert_eq!(day("5 mon -1", 2001), Some(date(2001, 5, 28)));
        assert_eq!(day("12-25", 2001), Some(date(2001, 12, 25)));
        assert_eq!(day("nonsense", 2001), None);
    }
}
