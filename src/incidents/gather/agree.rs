//! Do two settings allow one event? Unknown agrees with everything.

use crate::mentions::{DateValue, Place};
use crate::resolve::places::containment::distance;
use crate::resolve::places::contains;
use jiff::civil::Date;

/// Both dated: the intervals touch.
pub fn dates(a: Option<&DateValue>, b: Option<&DateValue>) -> bool {
    let interval = |d: Option<&DateValue>| d.and_then(|d| d.interval);
    match (interval(a), interval(b)) {
        (Some((a, b)), Some((c, d))) => a <= d && c <= b,
        _ => true,
    }
}

/// Days between an arrest and the last stage of its trial.
const TRIAL: i32 = 5 * 366;

/// The dates may be those of one event; of one person's (`shared`) also those of its later stages (`true`).
pub fn times(shared: bool, a: Option<(&DateValue, bool)>, b: Option<(&DateValue, bool)>) -> bool {
    if shared { stages(a, b) } else { dates(a.map(|(d, _)| d), b.map(|(d, _)| d)) }
}

/// The same for one person's events, where a date may be that of a later stage (`true`): a trial follows the arrest, and its
/// stages each other.
fn stages(a: Option<(&DateValue, bool)>, b: Option<(&DateValue, bool)>) -> bool {
    let (Some((first, a_later)), Some((second, b_later))) = (a, b) else { return true };
    let (Some((from, to)), Some((begin, end))) = (first.interval, second.interval) else { return true };
    let follows =
        |event: (Date, Date), stage: (Date, Date)| stage.1 >= event.0 && (stage.0 - event.1).get_days() <= TRIAL;
    match (a_later, b_later) {
        (false, false) => dates(Some(first), Some(second)),
        (false, true) => follows((from, to), (begin, end)),
        (true, false) => follows((begin, end), (from, to)),
        (true, true) => follows((from, to), (begin, end)) || follows((begin, end), (from, to)),
    }
}

/// Both placed: some pair has the same country, and towns or provinces of one country are not two different ones. A country
/// counts only where the other side names nothing below it.
pub fn places<'a>(a: impl Iterator<Item = &'a Place>, b: &[&'a Place]) -> bool {
    let a: Vec<&Place> = a.collect();
    let (near, far) = (below_country(&a), below_country(b));
    let (a, b) = if near.is_empty() || far.is_empty() { (a, b.to_vec()) } else { (near, far) };
    a.is_empty() || b.is_empty() || !far_apart(&a, &b) && a.iter().any(|a| b.iter().any(|b| fits(a, b)))
}

/// Kilometres from which a town is no quarter or suburb of another.
const SUBURB: f64 = 20.0;

/// Inhabitants below which a name may be that of a quarter, too.
const KNOWN: u32 = 20_000;

/// "in Tegucigalpa, at the Central Park", "in La Ceiba": a spot in one town lies in no other far away.
fn far_apart(a: &[&Place], b: &[&Place]) -> bool {
    let known = |p: &&Place| p.is_town() && p.population >= KNOWN;
    let (here, there): (Vec<_>, Vec<_>) =
        (a.iter().copied().filter(known).collect(), b.iter().copied().filter(known).collect());
    // Another country's town of the name may be meant for a quarter.
    let far = |a: &Place| there.iter().all(|b| a.country == b.country && distance(a, b).is_some_and(|km| km > SUBURB));
    !here.is_empty() && !there.is_empty() && here.iter().copied().all(far)
}

fn below_country<'a>(places: &[&'a Place]) -> Vec<&'a Place> {
    places.iter().copied().filter(|p| p.kind != "country").collect()
}

fn fits(a: &Place, b: &Place) -> bool {
    let wide = |p: &Place| matches!(p.kind, "country" | "region" | "admin1" | "admin2" | "facility");
    // "in Callao", "in Arequipa", the province: not the one in which the town lies.
    let town = |p: &Place| p.is_town() && p.admin1.is_some();
    let outside = |a: &Place, b: &Place| a.kind == "admin1" && (b.kind == "admin1" || town(b) && !contains(a, b));
    a.country == b.country && (a.name == b.name || (wide(a) || wide(b)) && !outside(a, b) && !outside(b, a))
}
