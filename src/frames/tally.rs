//! Numbers told of a long time, and the cases told apart from them: "Several journalists have been killed in recent years, among
//! them A, who was shot in Lima in 2018".
//!
//! Input: the frames of one sentence; output: the same without the group, which is no victim beside A, and without A where a
//! clause of its own tells what befell A.

use crate::document::Tag;
use crate::frames::people::argument::Reader;
use crate::frames::{Argument, Frame, setting};
use crate::mentions::Precision;
use crate::mentions::dates::expr::Expr;
use crate::patterns::methods::family;

/// Takes each tally apart; one of which nobody is left tells of nothing more.
pub fn settle(reader: Reader, frames: &mut Vec<Frame>) {
    let told: Vec<Option<Vec<Argument>>> = (0..frames.len()).map(|n| left(reader, frames, n)).collect();
    for (frame, left) in frames.iter_mut().zip(&told) {
        frame.victims = left.clone().unwrap_or_else(|| std::mem::take(&mut frame.victims));
    }
    let mut left = told.into_iter();
    frames.retain(|_| !left.next().flatten().is_some_and(|victims| victims.is_empty()));
}

/// Whom a tally tells of, when its cases are told apart.
fn left(reader: Reader, frames: &[Frame], n: usize) -> Option<Vec<Argument>> {
    let frame = &frames[n];
    let group = group(reader, frame)?;
    let same = |f: &Frame| f.victims.iter().any(|v| v.tokens == group.tokens);
    let others = || frames.iter().enumerate().filter(|(m, f)| *m != n && !same(f)).map(|(_, f)| f);
    let set = |f: &Frame| !f.places.is_empty() || f.date.is_some();
    let kinds = |f: &Frame| f.methods.iter().map(|m| family(m)).collect::<Vec<_>>();
    let alike = |f: &Frame| kinds(f).iter().any(|k| kinds(frame).contains(k)); // not "jailed, among them A, beaten in May"
    let tells = |f: &Frame, v: &Argument| set(f) && alike(f) && f.victims.iter().any(|w| w.tokens == v.tokens);
    let apart = |v: &Argument| others().any(|f| tells(f, v));
    let members = frame.victims.iter().any(|v| v.entity.is_some());
    // "A in Lima in 2018 and B in Cali in 2020": members that have frames of the same trigger.
    let later = |v: &Argument| v.entity.is_some() && v.tokens.start > group.tokens.start;
    let parallel = others().any(|f| f.trigger == frame.trigger && f.victims.iter().any(later));
    let told = parallel || frame.victims.iter().any(apart);
    let tally = match over_time(reader, frame) {
        Time::Stretch => members || told,
        Time::Year => parallel || told && perfect(reader, frame),
        Time::None => told && group.count.is_none(),
        Time::Day => false,
    };
    let kept = |v: &&Argument| v.tokens != group.tokens && !apart(v);
    tally.then(|| frame.victims.iter().filter(kept).cloned().collect())
}

/// The people without a name who are the first of several victims.
fn group(reader: Reader, frame: &Frame) -> Option<Argument> {
    let first = frame.victims.first().filter(|v| v.entity.is_none() && v.sort.is_human())?;
    let several = first.count.map_or(reader.doc.tag(first.tokens.end - 1) == Tag::NNS, |n| n > 1);
    several.then(|| first.clone())
}

/// In what time it is said to have happened.
enum Time {
    /// Nothing is said.
    None,
    /// "in recent years", "in five years".
    Stretch,
    /// "last year", "since 2016", "since May": one event, or several.
    Year,
    /// Anything shorter.
    Day,
}

fn over_time(reader: Reader, frame: &Frame) -> Time {
    let Some(mention) = frame.date.and_then(|d| reader.mentions.get(d)) else { return Time::None };
    let Some(date) = mention.date() else { return Time::None };
    match date.precision {
        _ if date.class == "DURATION" => Time::Stretch,
        // "on Sunday" of a text without a day of its own is one day all the same.
        Precision::Unknown
            if date.class == "DATE" && !matches!(date.reading.expr, Expr::Calendar(_) | Expr::Named(..)) =>
        {
            Time::Stretch
        }
        Precision::Month if setting::is_since(reader, mention) => Time::Year,
        Precision::Year | Precision::Decade | Precision::Century => Time::Year,
        _ => Time::Day,
    }
}

/// Auxiliaries before a verb: "have been".
const AUXILIARIES: usize = 3;

/// "HAVE BEEN killed": what has been going on, and no single event.
fn perfect(reader: Reader, frame: &Frame) -> bool {
    let verb = frame.trigger.start;
    (verb.saturating_sub(AUXILIARIES)..verb).any(|t| reader.auxiliary(t) == Some("have"))
}
