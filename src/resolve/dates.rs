//! Readings of temporal expressions -> intervals, counted from the article's dates, in text order.
//!
//! News counts from the day of publication; a narrative, noticed by its many explicit past years, from the date told of
//! last. The clock of the machine is never read: without a reference the interval stays unknown.

mod calendar;
mod count;
mod holidays;
mod mode;
mod tense;
mod timex;

use crate::document::Document;
use crate::mentions::dates::expr::{Expr, Reading, Unit};
use crate::mentions::{DateBasis, DateValue, Found, Mention, Precision, Reference, Value};
use crate::patterns::Patterns;
use jiff::civil::Date;
use mode::Mode;
use tense::Tense;

/// First day, last day and precision.
type Span = (Date, Date, Precision);

/// A counted expression.
#[derive(Clone, Copy, Debug)]
struct Counted {
    span: Span,
    reference: Option<(Date, Reference)>,
}

/// A date told of earlier in the text.
#[derive(Clone, Copy, Debug)]
struct Told {
    span: Span,
    sentence: u32,
}

/// What expressions are counted from at one place of the text.
struct Scene<'a> {
    published: Option<Date>,
    mode: Mode,
    told: &'a [Told],
    sentence: u32,
    tense: Tense,
}

/// Completes the values of this kind.
pub fn resolve(doc: &Document, found: &mut Found, patterns: &Patterns) {
    let published = doc.article.published.as_ref().map(|p| p.date);
    let mode = mode::of(doc, &found.mentions, published);
    let mut told: Vec<Told> = Vec::new();
    for n in 0..found.mentions.len() {
        let Some(mention) = found.mentions.get(n) else { break };
        let Some(date) = mention.date() else { continue };
        let sentence = doc.tokens.get(mention.tokens.start).map_or(0, |t| t.sentence);
        let tense = tense::at(doc, mention.tokens.clone(), patterns);
        let scene = Scene { published, mode, told: &told, sentence, tense };
        let counted = count::count(&date.reading.expr, &scene);
        if let Some(c) = counted
            && tells(date, mode)
        {
            told.push(Told { span: c.span, sentence });
        }
        if let Some(mention) = found.mentions.get_mut(n) {
            write(mention, counted);
        }
    }
}

/// Later expressions may be counted from this one.
fn tells(date: &DateValue, mode: Mode) -> bool {
    let class = matches!(date.class, "DATE" | "TIME");
    class && !(mode == Mode::Narrative && matches!(date.reading.expr, Expr::Unit(step, _) if step.by == 0))
}

fn write(mention: &mut Mention, counted: Option<Counted>) {
    let Value::Date(date) = &mut mention.value else { return };
    date.timex = timex::of(&date.reading, counted.map(|c| c.span));
    let Some(Counted { span: (first, last, precision), reference }) = counted else { return };
    date.interval = Some((first, last));
    date.precision = precision;
    date.reference = reference;
    date.basis = match (reference, &date.reading) {
        (None, _) => DateBasis::Stated,
        (Some((day, Reference::Published)), Reading { .. }) if (day, day) == (first, last) => DateBasis::Published,
        _ => DateBasis::Relative,
    };
}
