//! A rule's match -> [`Reading`], by the form that the rule names.
//!
//! The captures of a form are the interface between `patterns/en/rules/dates/*.toml` and this file: `y m d wd season q h`
//! for calendar parts, `n unit` for quantities, `step dir` for direction, `inner part whole` for expressions found in an
//! earlier pass.

use super::expr::{Anchor, Expr, Fields, Kind, Reading, Season, Step, Unit};
use super::numbers;
use crate::document::Document;
use crate::patterns::Patterns;
use crate::patterns::dates::Form;
use crate::patterns::lexicon::ClassId;
use crate::sequence::Match;
use std::ops::Range;

/// A match with all that its form needs.
pub struct Reader<'a> {
    /// The document.
    pub doc: &'a Document<'a>,
    /// The patterns.
    pub patterns: &'a Patterns,
    /// The match.
    pub found: &'a Match<'a>,
    /// Readings of an earlier pass by their tokens.
    pub inner: &'a dyn Fn(&Range<usize>) -> Option<Reading>,
}

impl Reader<'_> {
    /// The reading, or `None` when the parts do not make sense together.
    pub fn read(&self, form: Form) -> Option<Reading> {
        let plain = |e: Option<Expr>| e.map(Reading::plain);
        match form {
            Form::Calendar => plain(self.fields().map(Expr::Calendar)),
            Form::Numeric => plain(self.numeric()),
            Form::Decade => plain(self.decade()),
            Form::Century => plain(self.century()),
            Form::Step => self.stepped(),
            Form::Shift => plain(self.shift()),
            Form::DayWord => self.day_word(),
            Form::Holiday => plain(self.holiday()),
            Form::Inside => self.inside(),
            Form::Nth => plain(self.nth()),
            Form::Part => self.part(),
            Form::Time => self.time(),
            Form::Duration => plain(self.duration()),
            Form::Set => plain(self.set()),
            Form::Reference => plain(self.reference()),
            Form::Nothing => Some(Reading::plain(Expr::Nothing)),
        }
    }

    fn tokens(&self, name: &str) -> Option<Range<usize>> {
        self.found.get(name)
    }

    fn norm(&self, name: &str) -> Option<&str> {
        Some(self.doc.norm(self.tokens(name)?.start))
    }

    /// The value of the capture's entry in a class.
    fn value(&self, name: &str, class: Option<ClassId>) -> Option<&str> {
        let at = self.tokens(name)?;
        let hits = self.doc.hits(at.start).iter();
        let hit = hits.filter(|h| Some(h.class) == class).find(|h| h.len as usize == at.len())?;
        Some(self.patterns.lexicon.entry(hit.entry)?.value.as_str())
    }

    fn small(&self, name: &str, class: Option<ClassId>) -> Option<i8> {
        let figure = || numbers::figure(self.norm(name)?).and_then(|n| i8::try_from(n).ok());
        self.value(name, class).and_then(|v| v.parse().ok()).or_else(figure)
    }

    /// Values of number words in the capture.
    fn words(&self, name: &str) -> Vec<i64> {
        let Some(at) = self.tokens(name) else { return Vec::new() };
        let class = self.patterns.dates.classes.numbers;
        let hit = |t: usize| self.doc.hits(t).iter().find(|h| Some(h.class) == class);
        let value = |t: usize| self.patterns.lexicon.entry(hit(t)?.entry)?.value.parse().ok();
        at.filter_map(value).collect()
    }

    fn year(&self) -> Option<i16> {
        let text = self.norm("y")?;
        let Some(figure) = numbers::figure(text) else { return numbers::year(&self.words("y")) };
        let first = self.norm("y1").and_then(numbers::figure);
        match (text.len(), first) {
            (2, Some(first)) => {
                i16::try_from(first - first.rem_euclid(100) + figure).ok().filter(|y| i64::from(*y) > first)
            }
            (2, None) => numbers::short_year(figure),
            _ => i16::try_from(figure).ok().filter(|y| (1..2200).contains(y)),
        }
    }

    fn fields(&self) -> Option<Fields> {
        let c = &self.patterns.dates.classes;
        let stated = |name: &str| self.tokens(name).is_some();
        let season =
            || self.value("season", c.seasons).and_then(Season::parse).or(stated("fall").then_some(Season::Autumn));
        let fields = Fields {
            year: self.year(),
            month: self.small("m", c.months).filter(|m| (1..=12).contains(m)),
            day: self.small("d", c.ordinals).filter(|d| (1..=31).contains(d)),
            weekday: self.small("wd", c.weekdays).or_else(|| self.small("wd", c.weekday_abbreviations)),
            season: season(),
            quarter: self.small("q", c.ordinals).or(self.small("q", c.quarter_codes)).filter(|q| (1..=4).contains(q)),
            half: self.small("h", c.halves).or(self.small("h", c.half_codes)).filter(|h| (1..=2).contains(h)),
        };
        let whole = stated("y") <= fields.year.is_some()
            && stated("m") <= fields.month.is_some()
            && stated("d") <= fields.day.is_some()
            && stated("q") <= fields.quarter.is_some();
        (whole && fields != Fields::default() && possible(&fields)).then_some(fields)
    }

    /// `a/b/y` in figures: the order is told by a part above 12.
    fn numeric(&self) -> Option<Expr> {
        let (a, b, y) = (self.small("a", None)?, self.small("b", None)?, self.year()?);
        let calendar = |month, day| {
            let fields = Fields { year: Some(y), month: Some(month), day: Some(day), ..Fields::default() };
            possible(&fields).then_some(Expr::Calendar(fields))
        };
        match (a, b) {
            (13..=31, 1..=12) => calendar(b, a),
            (1..=12, 13..=31) => calendar(a, b),
            (1..=12, 1..=12) if a == b => calendar(a, b),
            (1..=12, 1..=12) => Some(Expr::Ambiguous(y, a, b)),
            _ => None,
        }
    }

    fn decade(&self) -> Option<Expr> {
        let c = &self.patterns.dates.classes;
        let short = || self.value("word", c.decade_words)?.parse().ok();
        let n = self.norm("y").and_then(numbers::figure).or_else(short)?;
        let first = match (n, self.norm("century").and_then(numbers::figure)) {
            (0..=99, _) => numbers::short_year(n)?,
            _ => i16::try_from(n).ok()?,
        };
        (first % 10 == 0).then_some(Expr::Decade(first))
    }

    fn century(&self) -> Option<Expr> {
        let n = self.small("c", self.patterns.dates.classes.ordinals)?;
        (1..=22).contains(&n).then_some(Expr::Century(i16::from(n)))
    }

    fn step(&self) -> Option<Step> {
        let c = &self.patterns.dates.classes;
        parse_step(self.value("step", c.steps).or_else(|| self.value("dir", c.directions))?)
    }

    fn unit(&self) -> Option<(i64, Unit)> {
        if self.tokens("quarter").is_some() {
            return Some((1, Unit::Quarter));
        }
        Unit::parse(self.value("unit", self.patterns.dates.classes.units)?)
    }

    /// "last week", "the following morning", "next April"; without a step ("the weekend") the one at hand.
    fn stepped(&self) -> Option<Reading> {
        let step = self.step().unwrap_or(Step { by: 0, anchor: Anchor::Told });
        let time = self.value("t", self.patterns.dates.classes.day_parts).map(str::to_string);
        let expr = match self.unit() {
            Some((1, Unit::Day)) if step.by == 0 => Expr::Unit(Step { by: 0, anchor: Anchor::Told }, Unit::Day),
            Some((1, unit)) => Expr::Unit(step, unit),
            Some(_) => return None,
            None if time.is_some() => Expr::Unit(step, Unit::Day),
            None => Expr::Named(step, self.fields()?),
        };
        Some(Reading { expr, part: None, time })
    }

    /// The stated number of units: `Some(None)` when vague.
    fn count(&self) -> Option<Option<i64>> {
        let Some(at) = self.tokens("n") else { return Some(Some(1)) };
        if let Some(value) = self.value("n", self.patterns.dates.classes.vague_numbers) {
            return Some(value.parse().ok());
        }
        let first = self.doc.norm(at.start);
        if let Some(n) = numbers::figure(first) {
            return Some(Some(n));
        }
        let words = self.words("n");
        Some(Some(if words.is_empty() { 1 } else { numbers::quantity(&words)? }))
    }

    fn shift(&self) -> Option<Expr> {
        let step = self.step()?;
        let (factor, unit) = self.unit()?;
        match self.count()? {
            None if step.by < 0 => Some(Expr::Reference("PAST_REF".into())),
            None => Some(Expr::Reference("FUTURE_REF".into())),
            Some(n) => {
                let by = step.by.checked_mul(n)?.checked_mul(factor)?;
                Some(Expr::Shift(Step { by, anchor: step.anchor }, unit))
            }
        }
    }

    fn day_word(&self) -> Option<Reading> {
        let value = self.value("word", self.patterns.dates.classes.day_words)?;
        let (by, time) = value.split_once(' ').map_or((value, None), |(by, time)| (by, Some(time.to_string())));
        let step = Step { by: by.parse().ok()?, anchor: Anchor::Published };
        Some(Reading { expr: Expr::Unit(step, Unit::Day), part: None, time })
    }

    fn holiday(&self) -> Option<Expr> {
        let rule = self.value("holiday", self.patterns.dates.classes.holidays)?.to_string();
        let feast = Expr::Holiday(self.step(), rule);
        let Some(year) = self.year() else { return Some(feast) };
        let whole = Expr::Calendar(Fields { year: Some(year), ..Fields::default() });
        Some(Expr::Inside(Box::new(feast), Box::new(whole)))
    }

    fn earlier(&self, name: &str) -> Option<Reading> {
        (self.inner)(&self.tokens(name)?)
    }

    fn inside(&self) -> Option<Reading> {
        let whole = self.earlier("whole")?;
        let here = Step { by: 0, anchor: Anchor::Told };
        let unit = self.unit().map(|(_, unit)| Expr::Unit(here, unit));
        let part = unit.or_else(|| self.fields().map(Expr::Calendar)).or_else(|| self.holiday());
        let part = Reading::plain(part?);
        let time = part.time.or(whole.time);
        let expr = Expr::Inside(Box::new(part.expr), Box::new(whole.expr));
        Some(Reading { expr, part: part.part.or(whole.part), time })
    }

    /// "the LAST SATURDAY of January", "the FIRST WEEK of July".
    fn nth(&self) -> Option<Expr> {
        let n = self.small("n", self.patterns.dates.classes.ordinals).unwrap_or(-1);
        let weekday = self.small("wd", self.patterns.dates.classes.weekdays).map(Kind::Weekday);
        let kind = weekday.or_else(|| self.unit().map(|(_, unit)| Kind::Unit(unit)))?;
        Some(Expr::Nth(n, kind, Box::new(self.earlier("whole")?.expr)))
    }

    /// A part of a whole: "early" + a date, "the end of" + the year.
    fn part(&self) -> Option<Reading> {
        let part = self.value("p", self.patterns.dates.classes.date_parts).map(str::to_string);
        if let Some((_, unit)) = self.unit() {
            let step = Step { by: 0, anchor: Anchor::Published };
            return Some(Reading { expr: Expr::Unit(step, unit), part, time: None });
        }
        let inner = self.earlier("inner")?;
        Some(Reading { part: part.or(Some("APPROX".to_string())), ..inner })
    }

    fn time(&self) -> Option<Reading> {
        let part = self.value("t", self.patterns.dates.classes.day_parts).map(str::to_string);
        let time = part.or_else(|| self.clock()).unwrap_or_else(|| "T".to_string());
        match self.earlier("inner") {
            Some(inner) => Some(Reading { time: Some(time), ..inner }),
            None if self.tokens("inner").is_some() => None,
            None => Some(Reading { expr: Expr::Clock, part: None, time: Some(time) }),
        }
    }

    /// "10:35", "3 p.m.", "1430".
    fn clock(&self) -> Option<String> {
        let text = self.norm("hour")?;
        let mut parts = text.split([':', '.']);
        let mut hour: u32 = parts.next()?.parse().ok()?;
        let mut minute: u32 = parts.next().map_or(Some(0), |m| m.parse().ok())?;
        if hour > 24 {
            (hour, minute) = (hour / 100, hour % 100);
        }
        let half = self.norm("ampm").unwrap_or("");
        if half.starts_with('p') && hour < 12 {
            hour += 12;
        }
        (hour <= 24 && minute < 60).then(|| format!("T{hour:02}:{minute:02}"))
    }

    fn duration(&self) -> Option<Expr> {
        let (factor, unit) = self.unit()?;
        let plural_only = self.tokens("n").is_none() && self.tokens("one").is_none();
        let count = if plural_only { None } else { self.count()?.and_then(|n| n.checked_mul(factor)) };
        Some(Expr::Duration(count, unit, self.step()))
    }

    fn set(&self) -> Option<Expr> {
        let c = &self.patterns.dates.classes;
        if let Some(word) = self.value("word", c.set_words) {
            return Some(Expr::Set(word.to_string()));
        }
        if let Some((factor, unit)) = self.unit() {
            return Some(Expr::Set(unit.period(Some(factor))));
        }
        let fields = self.fields().or_else(|| {
            let weekday = self.small("wds", c.weekdays_plural);
            weekday.map(|_| Fields { weekday, ..Fields::default() })
        })?;
        Some(Expr::Set(match (fields.weekday, fields.month) {
            (Some(wd), _) => format!("XXXX-WXX-{wd}"),
            (_, Some(month)) => format!("XXXX-{month:02}"),
            _ => "XXXX".to_string(),
        }))
    }

    fn reference(&self) -> Option<Expr> {
        let value = self.value("word", self.patterns.dates.classes.references).unwrap_or("PAST_REF");
        Some(Expr::Reference(value.to_string()))
    }
}

/// `-1 published`, `1 told`.
fn parse_step(value: &str) -> Option<Step> {
    let (by, anchor) = value.split_once(' ')?;
    let anchor = match anchor {
        "published" => Anchor::Published,
        "told" => Anchor::Told,
        _ => return None,
    };
    Some(Step { by: by.parse().ok()?, anchor })
}

/// No 31 April; 29 February passes without a year.
fn possible(fields: &Fields) -> bool {
    match (fields.month, fields.day) {
        (Some(month), Some(day)) => jiff::civil::Date::new(fields.year.unwrap_or(2000), month, day).is_ok(),
        _ => true,
    }
}
