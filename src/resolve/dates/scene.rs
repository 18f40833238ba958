//! What expressions are counted from at one place of the text: publication, dates told of before, tense, mode.

use super::calendar::{days_between, unit_of};
use super::{Mode, Span, Tense, Told};
use crate::mentions::dates::expr::{Anchor, Step, Unit};
use crate::mentions::{Precision, Reference};
use jiff::civil::Date;

/// One place of the text.
pub struct Scene<'a> {
    /// Day of publication.
    pub published: Option<Date>,
    /// News or narrative.
    pub mode: Mode,
    /// Dates told of before, oldest first.
    pub told: &'a [Told],
    /// Index of the sentence.
    pub sentence: u32,
    /// Index of its paragraph.
    pub block: u32,
    /// Tells the tense around the expression.
    pub tense: &'a dyn Fn() -> Tense,
    /// Tells whether that is the future, which is cheaper to know.
    pub future: &'a dyn Fn() -> bool,
}

impl Scene<'_> {
    /// The day from which a step counts: "last year" and "two years ago" from publication, where it is known.
    pub fn origin(&self, step: &Step, unit: Unit) -> Option<(Date, Reference)> {
        let published = self.published.map(|d| (d, Reference::Published));
        let back = step.anchor == Anchor::Published && step.by < 0;
        published.filter(|_| back).or_else(|| self.anchor(step.anchor, unit))
    }

    /// The day of an anchor, and what it is. In a narrative "the end of the year" counts from the date told of last, too.
    pub fn anchor(&self, anchor: Anchor, unit: Unit) -> Option<(Date, Reference)> {
        let published = self.published.map(|d| (d, Reference::Published));
        let told = || self.told_to(unit).map(|d| (d, Reference::Told));
        match (anchor, self.mode) {
            (Anchor::Published, Mode::News) => published,
            (Anchor::Published, Mode::Narrative) => told(),
            (Anchor::Told, Mode::News) => told().or(published),
            (Anchor::Told, Mode::Narrative) => told(),
        }
    }

    /// First day of the date told of last that is at least as precise as the unit; in news also of an aside just told: "A was
    /// shot in May 1998 ... Two years later B".
    fn told_to(&self, unit: Unit) -> Option<Date> {
        let precise = |p: Precision| unit_of(p) <= unit.max(Unit::Day);
        self.told.iter().rev().filter(|t| self.fresh(t)).find(|t| precise(t.span.2)).map(|t| t.span.0)
    }

    /// Of the story, or an aside just told; in a narrative, of the same sentence.
    fn fresh(&self, told: &Told) -> bool {
        let reach = if self.mode == Mode::News { FRESH } else { 0 };
        !told.aside || told.sentence + reach >= self.sentence
    }

    /// "in January 2016 they were held and freed TWO DAYS LATER": what was told last says no day to count from.
    pub fn vague(&self, unit: Unit) -> Option<&Told> {
        let last = self.told.iter().rev().find(|t| self.fresh(t))?;
        let near = last.sentence + 1 >= self.sentence && last.stated;
        Some(last).filter(|t| near && unit_of(t.span.2) > unit.max(Unit::Day))
    }

    /// "in June OF THAT YEAR": the date told last, aside or not. "In May 2005 X was shot; a court LAST YEAR freed the killer": a
    /// year counted from publication is passed over where one was stated right before it.
    pub fn last(&self, unit: Unit) -> Option<Date> {
        let mut told = self.told.iter().rev().filter(|t| unit_of(t.span.2) <= unit);
        let last = told.next()?;
        let loose = !last.stated && last.span.2 == Precision::Year;
        let near = |t: &&Told| t.stated && t.sentence + 1 >= last.sentence;
        Some(told.next().filter(near).filter(|_| loose).unwrap_or(last).span.0)
    }

    /// Dates of the story told of before, the latest first.
    pub fn recalled(&self) -> impl Iterator<Item = &Told> {
        self.told.iter().rev().filter(|t| !t.aside)
    }

    /// The day that undated months and weekdays are nearest to.
    pub fn now(&self) -> Option<(Date, Reference)> {
        self.anchor(Anchor::Published, Unit::Year)
    }

    /// The nearest of several spans; those against the tense count as much farther away.
    pub fn choose(&self, options: impl Iterator<Item = Span> + Clone, now: Date) -> Option<Span> {
        if (self.future)() {
            return nearest(options, now, Tense::Future);
        }
        let (told, open) = (nearest(options.clone(), now, Tense::Past), nearest(options, now, Tense::Present));
        if told == open || (self.tense)() == Tense::Past { told } else { open }
    }
}

fn nearest(options: impl Iterator<Item = Span>, now: Date, tense: Tense) -> Option<Span> {
    let cost = |s: &Span| {
        let times = match tense {
            Tense::Past if s.0 > now => AGAINST_TENSE,
            Tense::Future if s.1 < now => AGAINST_TENSE,
            Tense::Present | Tense::Unknown if s.0 > now => AGAINST_HABIT,
            _ => 1,
        };
        distance(s, now).saturating_mul(times)
    };
    options.min_by_key(|s| (cost(s), s.0))
}

/// Sentences over which an aside is remembered.
const FRESH: u32 = 3;

/// How much farther away a day against the tense of its verb counts.
const AGAINST_TENSE: i64 = 5;
/// The same where the verb does not tell: news speaks mostly of the past.
const AGAINST_HABIT: i64 = 4;

/// Days between a day and a span; 0 inside.
fn distance(span: &Span, day: Date) -> i64 {
    if day < span.0 { days_between(day, span.0) } else { days_between(span.1, day).max(0) }
}
