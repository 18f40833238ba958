//! Do two candidates tell of one incident? What speaks against it is weighed first, then what they share.

use super::names::{Likeness, Name};
use super::profile::Profile;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Days of a date that is precise enough to go with a surname alone.
const MONTH: i32 = 31;
/// Days of a date that is precise enough to go without a name.
const DAYS: i32 = 3;

/// What two candidates share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The more, the surer.
    pub score: u32,
    /// What they share, for people; from the first one's side.
    pub reasons: Vec<String>,
}

/// The link between two candidates, if they can be one incident and share enough.
pub fn link(a: &Profile, b: &Profile) -> Option<Link> {
    if contradict(a, b) {
        return None;
    }
    let mut link = Link { score: 0, reasons: Vec::new() };
    let victim = best(&a.victims, &b.victims);
    let perpetrator = best(&a.perpetrators, &b.perpetrators);
    let enough = match victim {
        Some((Likeness::Full, ..)) => true,
        Some(_) => widths_within(a, b, MONTH) && !shared(&a.countries, &b.countries).is_empty(),
        None if a.victims.is_empty() || b.victims.is_empty() => same_event(a, b, perpetrator.is_some()),
        None => false,
    };
    enough.then(|| {
        link.add_names("victim", victim, 60);
        link.add_names("perpetrator", perpetrator, 10);
        link.add_setting(a, b);
        link
    })
}

/// What no pair of one cluster may have: methods of different kinds, days, countries or outcomes that exclude each other.
pub fn contradict(a: &Profile, b: &Profile) -> bool {
    a.families.is_disjoint(&b.families)
        || a.ahead != b.ahead
        || a.days.zip(b.days).is_some_and(|(x, y)| !meet(x, y))
        || told_before(a, b)
        || told_before(b, a)
        || !a.countries.is_empty() && !b.countries.is_empty() && a.countries.is_disjoint(&b.countries)
        || a.fatal.zip(b.fatal).is_some_and(|(x, y)| x != y) && (a.days.is_none() || b.days.is_none())
}

/// `b` was known before `a` can have happened.
fn told_before(a: &Profile, b: &Profile) -> bool {
    a.days.zip(b.known_by).is_some_and(|((from, _), known)| from > later(known))
}

/// The intervals share a day; two short ones may be a day apart, as time zones and deadlines put them.
fn meet(a: (Date, Date), b: (Date, Date)) -> bool {
    let short = |(from, to): (Date, Date)| (to - from).get_days() < DAYS;
    let (a_end, b_end) = if short(a) && short(b) { (later(a.1), later(b.1)) } else { (a.1, b.1) };
    a.0 <= b_end && b.0 <= a_end
}

fn later(day: Date) -> Date {
    day.saturating_add(1.day())
}

/// Without names: the same town on the same day by the same means, and the dead or the perpetrator agree.
fn same_event(a: &Profile, b: &Profile, perpetrator: bool) -> bool {
    let specific = shared(&a.methods, &b.methods).into_iter().any(|m| !a.general.contains(m));
    let killed = a.killed.zip(b.killed);
    widths_within(a, b, DAYS)
        && specific
        && !shared(&a.towns, &b.towns).is_empty()
        && killed.is_none_or(|(x, y)| x <= 2 * y && y <= 2 * x)
        && (perpetrator || killed.is_some_and(|(x, y)| x == y))
}

fn widths_within(a: &Profile, b: &Profile, days: i32) -> bool {
    a.width().zip(b.width()).is_some_and(|(x, y)| x <= days && y <= days)
}

fn shared<'a, T: Ord>(a: &'a BTreeSet<T>, b: &'a BTreeSet<T>) -> Vec<&'a T> {
    a.intersection(b).collect()
}

/// The best pair of names, if any go together.
fn best<'a>(a: &'a [Name], b: &'a [Name]) -> Option<(Likeness, &'a Name, &'a Name)> {
    let pairs = a.iter().flat_map(|x| b.iter().map(move |y| (x.likeness(y), x, y)));
    let alike = pairs.filter(|p| p.0 != Likeness::None);
    alike.reduce(|best, next| if next.0 > best.0 { next } else { best })
}

impl Link {
    fn add_names(&mut self, what: &str, pair: Option<(Likeness, &Name, &Name)>, weight: u32) {
        let Some((likeness, a, b)) = pair else { return };
        self.score += if likeness == Likeness::Full { weight } else { weight / 2 };
        let text = if a.text == b.text { a.text.clone() } else { format!("{} = {}", a.text, b.text) };
        self.reasons.push(format!("{what} {text}"));
    }

    fn add_setting(&mut self, a: &Profile, b: &Profile) {
        if let Some((x, y)) = a.days.zip(b.days) {
            self.score += 20;
            self.reasons.push(format!("date {}", days(x.0.max(y.0).min(x.1.min(y.1)), x.1.min(y.1).max(x.0.max(y.0)))));
        }
        if let Some((_, town)) = shared(&a.towns, &b.towns).first() {
            self.score += 10;
            self.reasons.push(format!("place {town}"));
        } else if let Some(country) = shared(&a.countries, &b.countries).first() {
            self.score += 5;
            self.reasons.push(format!("country {country}"));
        }
        if let Some(method) = shared(&a.methods, &b.methods).first() {
            self.score += 5;
            self.reasons.push(format!("method {method}"));
        }
    }
}

fn days(from: Date, to: Date) -> String {
    if from == to { from.to_string() } else { format!("{from}..{to}") }
}
