//! "Silva was shot on 3 May, TWO MONTHS AFTER her brother was abducted": the day of one event tells that of another.
//!
//! Input: the dossiers with what dates them; output: dates of those that have none of their own, counted from the others'.
//! "Ten years after X was beaten to death, his family waits" counts from the day of publication.

use crate::document::Tag;
use crate::frames::people::argument::Reader;
use crate::incidents::dossier::{Counted, Dossier};
use crate::incidents::fact::Fact;
use crate::mentions::dates::expr::{Expr, Unit};
use crate::mentions::{DateBasis, DateValue, Mention, Precision, Reference};
use crate::resolve::dates::calendar::{self, around, shift};
use jiff::civil::Date;

/// Words of "In December 2023, " or "But " before a length of time that opens its sentence.
const LEAD: usize = 5;
/// Sentences of an article that count years from its own day.
const FIRST: usize = 6;

/// A fact by its dossier and its place in it.
type Place = (usize, usize);

/// What is told to lie so long before or after another event.
struct Link {
    /// Index of the length's mention.
    length: usize,
    /// How long after the other event, negative before it.
    by: i64,
    unit: Unit,
    /// The event of the main clause.
    main: Option<Place>,
    /// Where that is none: the date before the length ("ON 3 MAY, two days after"), else the day of publication is meant.
    day: Option<usize>,
    /// To the day.
    exact: bool,
    /// The event behind "after".
    other: Place,
}

/// Dates what has no date of its own.
pub fn date(read: Reader, dossiers: &mut [Dossier]) {
    for link in links(read, dossiers) {
        let (other, _) = link.other;
        let Some((main, at)) = link.main else {
            let published = read.doc.article.published.as_ref().map(|p| (p.date, p.date, Precision::Day));
            let stated = link.day.and_then(|n| span(read.mentions.get(n)?.date()?));
            let what = if stated.is_some() { Reference::Told } else { Reference::Published };
            let day = stated.or(published).and_then(|known| counted(read, known, &link, -link.by, what));
            set(read, dossiers, other, day, stated.is_some());
            continue;
        };
        let days = |n: usize| dossiers.get(n).and_then(|d| known(read, d));
        let stated = |n: usize| dossiers.get(n).is_some_and(|d| d.date().is_some());
        let (sure, surely) = (stated(main), stated(other));
        if main == other {
            let died = dossiers.get(main).and_then(|d| death(d, at)).and_then(span);
            let fine = died.filter(|(.., precision)| *precision <= calendar::precision(link.unit));
            let day = fine.and_then(|died| counted(read, died, &link, -link.by, Reference::Told));
            if let Some(dossier) = dossiers.get_mut(main).filter(|_| day.is_some()) {
                dossier.counted_date = day;
            }
            continue;
        }
        let back = days(main).and_then(|day| counted(read, day, &link, -link.by, Reference::Told));
        let on = days(other).and_then(|day| counted(read, day, &link, link.by, Reference::Told));
        set(read, dossiers, other, back, sure);
        set(read, dossiers, main, on, surely);
    }
}

/// Where nothing else dates it. What was taken from the same sentence may be the other event's; what was taken from another
/// is less sure than so many days from a stated one.
fn set(read: Reader, dossiers: &mut [Dossier], at: usize, day: Option<Counted>, stated: bool) {
    let Some((dossier, day)) = dossiers.get_mut(at).zip(day) else { return };
    let here = |n: usize| {
        let sentence = read.mentions.get(n).map(|m| read.doc.sentence_number(m.tokens.start));
        dossier.facts.iter().all(|f| Some(f.frame.sentence) == sentence)
    };
    let surer = stated && day.value.precision < Precision::Year;
    let near = dossier.inferred_date.is_some_and(|(n, _)| !here(n)) && !surer;
    if dossier.facts.iter().all(|f| f.date.is_none()) && dossier.counted_date.is_none() && !near {
        dossier.counted_date = Some(day);
    }
}

fn span(date: &DateValue) -> Option<(Date, Date, Precision)> {
    let (first, last) = date.interval?;
    Some((first, last, date.precision))
}

/// The date of an event, told or taken from nearby.
fn known(read: Reader, dossier: &Dossier) -> Option<(Date, Date, Precision)> {
    let near = || read.mentions.get(dossier.inferred_date?.0)?.date();
    dossier.date().or_else(near).and_then(span)
}

/// "DIED ON 19 APRIL, six weeks after being beaten": the day of a death, where no other fact has one.
fn death(dossier: &Dossier, at: usize) -> Option<&DateValue> {
    let died = |f: &Fact| f.frame.fatal == Some(true) && (f.frame.carrier || f.frame.weak);
    let fact = dossier.facts.get(at).filter(|f| died(f))?;
    let alone = dossier.facts.iter().all(|f| f.date.is_none() || died(f));
    fact.date.as_ref().filter(|_| alone)
}

/// So long before or after a day, a month or the like.
fn counted(read: Reader, from: (Date, Date, Precision), link: &Link, by: i64, what: Reference) -> Option<Counted> {
    let (first, last, precision) = from;
    let own = calendar::precision(link.unit);
    let (first, last, precision) = match precision {
        p if p > Precision::Month && p > own => return None,
        p if p > own => (shift(first, link.unit, by)?, shift(last, link.unit, by)?, p),
        _ if link.exact => (shift(first, link.unit, by)?, shift(last, link.unit, by)?, precision),
        _ => around(link.unit, shift(first, link.unit, by)?)?,
    };
    let mention = read.mentions.get(link.length)?;
    let reading = mention.date()?.reading.clone();
    let (timex, reference) = (None, Some((from.0, what)));
    let interval = Some((first, last));
    let value = DateValue { interval, precision, basis: DateBasis::Relative, timex, class: "DATE", reading, reference };
    let text = read.doc.span(mention.tokens.start..mention.tokens.end + 1).flat(&read.doc.article.text);
    Some(Counted { value, text })
}

/// All lengths of time that stand between two events.
fn links(read: Reader, dossiers: &[Dossier]) -> Vec<Link> {
    let lengths = read.mentions.iter().enumerate().filter_map(|(n, m)| {
        let Expr::Duration(Some(count), unit, None) = m.date()?.reading.expr else { return None };
        let sign = match read.doc.norm(m.tokens.end) {
            "after" | "since" => 1,
            "before" => -1,
            _ => return None,
        };
        // "five and a half years".
        let half = m.tokens.clone().any(|t| read.doc.norm(t) == "half");
        (unit >= Unit::Day && !half).then_some((n, count.checked_mul(sign)?, unit))
    });
    lengths.filter_map(|(n, by, unit)| link(read, dossiers, n, by, unit)).collect()
}

fn link(read: Reader, dossiers: &[Dossier], length: usize, by: i64, unit: Unit) -> Option<Link> {
    let m = read.mentions.get(length)?;
    let sentence = read.doc.sentence_number(m.tokens.start);
    let facts = dossiers
        .iter()
        .enumerate()
        .flat_map(|(d, dossier)| dossier.facts.iter().enumerate().map(move |(f, fact)| ((d, f), fact)));
    let told: Vec<(Place, &Fact)> = facts.filter(|(_, f)| f.frame.sentence == sentence).collect();
    let start = |f: &Fact| f.frame.trigger.start;
    let behind = told.iter().filter(|(_, f)| start(f) > m.tokens.end && governs(read, m.tokens.end, f));
    let (other, event) = behind.min_by_key(|(_, f)| start(f)).map(|(at, f)| (*at, *f))?;
    let first = read.sentence(sentence).start;
    let opens = m.tokens.start <= first + LEAD;
    let comma = (event.frame.trigger.end..read.sentence(sentence).end).find(|&t| read.doc.text(t) == ",");
    let before = told.iter().filter(|(_, f)| f.frame.trigger.end <= m.tokens.start && reaches(read, f, m.tokens.start));
    let before = before.max_by_key(|(_, f)| start(f));
    let after = || {
        let next = told.iter().filter(|(_, f)| opens && comma.is_some_and(|c| start(f) > c));
        next.min_by_key(|(_, f)| start(f))
    };
    // "TODAY IS 15 YEARS SINCE X was shot" counts from its own day.
    let since = read.doc.norm(m.tokens.end) == "since";
    let main = before.or_else(after).map(|(at, _)| *at).filter(|_| !since);
    let day = length.checked_sub(1).filter(|&n| {
        let d = &read.mentions[n];
        let interval = d.date().filter(|d| matches!(d.class, "DATE" | "TIME")).and_then(|d| d.interval);
        let behind = d.tokens.end + usize::from(read.doc.text(d.tokens.end) == ",");
        interval.is_some() && (behind == m.tokens.start || since && marked(read, d, m))
    });
    let told = main.is_some() || day.is_some() || since || today(read, m, by, unit, sentence);
    told.then_some(Link { length, by, unit, main, day, exact: since && day.is_some(), other })
}

/// No other verb stands between "after" and the event's words.
fn governs(read: Reader, after: usize, fact: &Fact) -> bool {
    let trigger = &fact.frame.trigger;
    let verb = |t: usize| matches!(read.doc.tag(t), Tag::VBD | Tag::VBZ | Tag::VBP | Tag::MD);
    let auxiliary = |t: usize| read.auxiliary(t).is_some();
    let open = |t: usize| if fact.frame.nominal { read.doc.text(t) != "," } else { true };
    (after + 1..trigger.start).all(|t| open(t) && (!verb(t) || auxiliary(t) && !fact.frame.nominal))
}

/// "TODAY is 15 years since", "19 JULY: ten years since", "SATURDAY marks ten years since": a day that opens its sentence.
fn marked(read: Reader, day: &Mention, length: &Mention) -> bool {
    let sentence = read.doc.sentence_number(length.tokens.start);
    let fine = day.date().is_some_and(|d| d.precision == Precision::Day);
    let near = length.tokens.start.saturating_sub(day.tokens.end) <= LEAD;
    fine && near && day.tokens.start <= read.sentence(sentence).start + 1
}

/// "Her killing CAME five days after"; "the executions WERE ANNOUNCED a day after" tells when of something else.
fn reaches(read: Reader, fact: &Fact, length: usize) -> bool {
    let verb = |t: usize| read.doc.tag(t).is_verb() && read.auxiliary(t).is_none();
    let light = |t: usize| read.is(t, read.patterns.classes.occurrence);
    !fact.frame.nominal || (fact.frame.trigger.end..length).all(|t| !verb(t) || light(t))
}

/// "TEN YEARS AFTER X was killed, his family waits", "the attack COMES a week after X was shot".
fn today(read: Reader, m: &Mention, by: i64, unit: Unit, sentence: usize) -> bool {
    let opening = sentence < read.doc.first_paragraph().unwrap_or(0) + FIRST;
    let years = opening && unit == Unit::Year && m.tokens.start == read.sentence(sentence).start;
    let comes =
        (1..=2).filter_map(|n| m.tokens.start.checked_sub(n)).any(|t| matches!(read.doc.norm(t), "comes" | "come"));
    by > 0 && (years || comes)
}
