//! Counted expressions -> TIMEX3 values: "1998-08-07T10:35", "1998-W32", "1998-Q3", "P3W", "PAST_REF".

use super::Span;
use crate::mentions::Precision;
use crate::mentions::dates::expr::{Expr, Reading};
use jiff::civil::Date;

/// The value; `None` where there is nothing to count from.
pub fn of(reading: &Reading, span: Option<Span>) -> Option<String> {
    match &reading.expr {
        Expr::Duration(count, unit, _) => return Some(unit.period(*count)),
        Expr::Set(value) | Expr::Reference(value) => return Some(value.clone()),
        _ => {}
    }
    let (first, last, precision) = span?;
    let mut value = whole(first, last, precision);
    if let Some(time) = reading.time.as_ref().filter(|t| t.len() > 1) {
        value.push_str(time);
    }
    Some(value)
}

fn whole(first: Date, last: Date, precision: Precision) -> String {
    let (y, m) = (first.year(), first.month());
    match precision {
        Precision::Day => day(first),
        Precision::Week => week(first),
        Precision::Weekend => format!("{}-WE", week(first)),
        Precision::Month => format!("{y:04}-{m:02}"),
        Precision::Season => {
            let code = match m {
                3..=5 => "SP",
                6..=8 => "SU",
                9..=11 => "FA",
                _ => "WI",
            };
            format!("{y:04}-{code}")
        }
        Precision::Quarter => format!("{y:04}-Q{}", (m - 1) / 3 + 1),
        Precision::Half => format!("{y:04}-H{}", (m - 1) / 6 + 1),
        Precision::Year => format!("{y:04}"),
        Precision::Decade => format!("{:03}", y / 10),
        Precision::Century => format!("{:02}", y / 100),
        Precision::Interval | Precision::Unknown => format!("{}/{}", day(first), day(last)),
    }
}

fn day(d: Date) -> String {
    format!("{:04}-{:02}-{:02}", d.year(), d.month(), d.day())
}

fn week(first: Date) -> String {
    let iso = first.iso_week_date();
    format!("{:04}-W{:02}", iso.year(), iso.week())
}
