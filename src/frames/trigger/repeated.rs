//! One verb, several events: "was arrested in May 2015 and again in March 2017", "twice, in 2015 and 2017, X was poisoned"; of
//! as many people each has a day of his own: "A and B were shot dead in 2015 and 2017".
//!
//! Input: a frame with its date; output: the same, and once more for each other date at which it was done.

use crate::document::Tag;
use crate::frames::people::argument::Reader;
use crate::frames::syntax::chunk::Kind;
use crate::frames::syntax::clause::Clause;
use crate::frames::{Argument, Frame, Status};
use crate::mentions::{DateValue, Precision};

/// Chunks between two dates of such a list.
const BETWEEN: usize = 4;

/// The frame for each time, its own first.
pub fn times(reader: Reader, clause: Clause, frame: &Frame) -> Vec<Frame> {
    let one = |v: &Argument| v.entity.is_some() || reader.doc.tag(v.tokens.end - 1) != Tag::NNS;
    // "reporters were killed in 2015 and 2016" is a count; nobody dies twice, though one may nearly do.
    let often = !frame.carrier || frame.status == Status::Attempted;
    let person = often && !frame.victims.is_empty() && frame.victims.iter().all(one);
    let mut all: Vec<usize> = frame.date.into_iter().collect();
    all.extend(frame.date.filter(|_| person).map(|first| dates(reader, clause, first)).unwrap_or_default());
    let named = frame.victims.iter().all(|v| v.entity.is_some());
    let each = named && all.len() > 1 && frame.victims.len() == all.len() && respective(reader, frame);
    if each {
        all.sort_unstable();
        let pairs = all.into_iter().zip(&frame.victims);
        return pairs.map(|(d, v)| Frame { date: Some(d), victims: vec![v.clone()], ..frame.clone() }).collect();
    }
    let further = all.into_iter().skip(1).map(|date| Frame { date: Some(date), ..frame.clone() });
    std::iter::once(frame.clone()).chain(further).collect()
}

/// Nobody dies twice, and "A and B were beaten in 2015 and 2017 RESPECTIVELY" says so.
fn respective(reader: Reader, frame: &Frame) -> bool {
    let said = || reader.sentence(frame.sentence).any(|t| reader.doc.norm(t) == "respectively");
    frame.fatal == Some(true) && frame.status.happened() || said()
}

/// Date mentions of the other times, behind the first and before it; none where the dates bound one stretch of time.
fn dates(reader: Reader, clause: Clause, first: usize) -> Vec<usize> {
    let at = |mention: usize| clause.chunks.iter().position(|c| matches!(c.kind, Kind::Date(d) if d == mention));
    let Some(start) = at(first).filter(|&k| !bounded(reader, clause, k)) else { return Vec::new() };
    let mut out = joined(reader, clause, first, start + 1..clause.chunks.len());
    if out.is_empty() {
        out = joined(reader, clause, first, (0..start).rev());
    }
    out
}

/// The dates of one series along the chunks, each apart from the others; none without "and".
fn joined(reader: Reader, clause: Clause, first: usize, along: impl Iterator<Item = usize>) -> Vec<usize> {
    let (mut out, mut gap, mut joined) = (Vec::new(), 0, false);
    for k in along {
        gap += 1;
        match clause.chunks[k].kind {
            Kind::Date(_) if bounded(reader, clause, k) => return Vec::new(),
            Kind::Date(next) if gap <= BETWEEN && apart(reader, first, &out, next) => {
                out.push(next);
                gap = 0;
            }
            Kind::And => joined = true,
            Kind::Comma | Kind::Prep | Kind::Other => {}
            _ => break,
        }
    }
    if joined { out } else { Vec::new() }
}

/// "between 2015 and 2017", "from May to June".
fn bounded(reader: Reader, clause: Clause, date: usize) -> bool {
    let prep = date.checked_sub(1).and_then(|k| clause.chunks.get(k)).filter(|c| c.is_prep());
    prep.is_some_and(|c| matches!(reader.doc.norm(c.tokens.start), "between" | "from" | "since" | "during"))
}

/// A month, day or year in another year than those before.
fn apart(reader: Reader, first: usize, others: &[usize], next: usize) -> bool {
    let value =
        |m: usize| reader.mentions.get(m)?.date().filter(|d| d.class == "DATE" && d.precision <= Precision::Year);
    let year = |d: &DateValue| d.interval.map(|(from, _)| from.year());
    let Some(own) = value(next).and_then(year) else { return false };
    std::iter::once(&first).chain(others).all(|&m| value(m).and_then(year).is_some_and(|y| y != own))
}
