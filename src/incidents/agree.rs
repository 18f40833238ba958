//! Do two settings allow one event? Unknown agrees with everything.

use crate::mentions::{DateValue, Place};

/// Both dated: the intervals touch.
pub fn dates(a: Option<&DateValue>, b: Option<&DateValue>) -> bool {
    let interval = |d: Option<&DateValue>| d.and_then(|d| d.interval);
    match (interval(a), interval(b)) {
        (Some((a, b)), Some((c, d))) => a <= d && c <= b,
        _ => true,
    }
}

/// Both placed: some pair has the same country, and towns of one country are not two different ones.
pub fn places<'a>(mut a: impl Iterator<Item = &'a Place>, b: &[&Place]) -> bool {
    let Some(first) = a.next() else { return true };
    b.is_empty() || std::iter::once(first).chain(a).any(|a| b.iter().any(|b| fits(a, b)))
}

fn fits(a: &Place, b: &Place) -> bool {
    let wide = |p: &Place| matches!(p.kind, "country" | "region" | "admin1" | "admin2");
    a.country == b.country && (a.name == b.name || wide(a) || wide(b) || a.kind == "facility" || b.kind == "facility")
}
