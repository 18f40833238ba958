//! Does a row's date agree with the labelled one?

use super::read::Days;
use jiff::ToSpan;
use jiff::civil::Date;

/// Days by which an open side is taken to be open, and by which a found interval may be wider.
const MONTH: i32 = 31;

/// How far two dates agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// They do not.
    None,
    /// One lies in the other.
    Near,
    /// First and last day are equal.
    Exact,
}

/// The found interval lies in the labelled one, give or take a day, or holds it and is hardly wider.
pub fn fit(found: &Days, label: &Days) -> Fit {
    let (Some(own), Some(gold)) = (interval(found), interval(label)) else { return Fit::None };
    let bounds = |d: &Days| (day(&d.start), day(&d.end));
    let slack = |d: Date, days: i32| d.checked_add(days.days()).unwrap_or(d);
    let width = |(from, to): (Date, Date)| (to - from).get_days();
    let inside = slack(gold.0, -1) <= own.0 && own.1 <= slack(gold.1, 1);
    let around = own.0 <= gold.0 && gold.1 <= own.1 && width(own) <= MONTH.max(width(gold));
    match bounds(found) == bounds(label) {
        true => Fit::Exact,
        false if inside || around => Fit::Near,
        false => Fit::None,
    }
}

/// First and last day; "by 3 May" reaches a month back.
fn interval(days: &Days) -> Option<(Date, Date)> {
    let (start, end) = (day(&days.start), day(&days.end));
    let back = |d: Date| d.checked_sub(MONTH.days()).ok();
    let on = |d: Date| d.checked_add(MONTH.days()).ok();
    Some((start.or(end.and_then(back))?, end.or(start.and_then(on))?))
}

fn day(text: &Option<String>) -> Option<Date> {
    text.as_ref()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(start: &str, end: &str) -> Days {
        let day = |t: &str| Some(t.to_string()).filter(|t| !t.is_empty());
        Days { start: day(start), end: day(end) }
    }

    #[test]
    fn days_inside_or_hardly_wider_agree() {
        let label = days("2019-05-03", "2019-05-03");
        assert_eq!(fit(&label, &label), Fit::Exact);
        assert_eq!(fit(&days("2019-05-04", "2019-05-04"), &label), Fit::Near);
        assert_eq!(fit(&days("2019-05-01", "2019-05-31"), &label), Fit::Near);
        assert_eq!(fit(&days("", "2019-05-04"), &label), Fit::Near);
        assert_eq!(fit(&days("2019-01-01", "2019-12-31"), &label), Fit::None);
        assert_eq!(fit(&days("2019-06-03", "2019-06-03"), &label), Fit::None);
        assert_eq!(fit(&days("", ""), &label), Fit::None);
    }
}
