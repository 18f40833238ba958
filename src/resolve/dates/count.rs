//! One expression -> its days.

use super::calendar::{around, days_between, months, season, shift, years};
use super::{Counted, Mode, Scene, Span, Told, holidays, nth};
use crate::mentions::dates::expr::{Anchor, Expr, Fields, Step, Unit};
use crate::mentions::{Precision, Reference};
use jiff::civil::Date;

/// The expression's days at this place of the text.
pub fn count(expr: &Expr, scene: &Scene) -> Option<Counted> {
    match expr {
        Expr::Calendar(fields) => calendar(fields, scene),
        Expr::Decade(first) => stated(years(*first, 10)?, Precision::Decade),
        Expr::Century(n) => stated(years((n - 1) * 100, 100)?, Precision::Century),
        Expr::Ambiguous(year, a, b) => ambiguous(*year, *a, *b, scene),
        Expr::Unit(step, unit) => whole_unit(*step, *unit, scene),
        Expr::Named(step, fields) => named(*step, fields, scene),
        Expr::Holiday(step, rule) => holiday(*step, rule, scene),
        Expr::Shift(step, unit) => shifted(*step, *unit, scene),
        Expr::Inside(part, whole) => inside(part, whole, scene),
        Expr::Nth(n, kind, whole) => {
            let whole = count(whole, scene)?;
            Some(Counted { span: nth::of(*n, *kind, whole.span)?, ..whole })
        }
        Expr::Clock => clock(scene),
        Expr::Duration(Some(n), unit, Some(step)) => window(*n, *unit, *step, scene),
        Expr::Duration(..) | Expr::Set(_) | Expr::Reference(_) | Expr::Nothing => None,
    }
}

fn stated((first, last): (Date, Date), precision: Precision) -> Option<Counted> {
    Some(Counted { span: (first, last, precision), reference: None })
}

fn counted(span: Span, from: (Date, Reference)) -> Option<Counted> {
    Some(Counted { span, reference: Some(from) })
}

/// A stated weekday agrees with the day.
fn agrees(f: &Fields, span: &Span) -> bool {
    f.weekday.is_none_or(|wd| f.day.is_none() || span.0.weekday().to_monday_one_offset() == wd)
}

/// The span that the fields name in a year.
fn in_year(f: &Fields, year: i16) -> Option<Span> {
    match (f.month, f.day) {
        (Some(month), Some(day)) => Date::new(year, month, day).ok().map(|d| (d, d, Precision::Day)),
        (Some(month), None) => months(year, month, 1).map(|(a, b)| (a, b, Precision::Month)),
        _ => match (f.season, f.quarter, f.half) {
            (Some(s), ..) => season(year, s),
            (_, Some(q), _) => months(year, q * 3 - 2, 3).map(|(a, b)| (a, b, Precision::Quarter)),
            (.., Some(h)) => months(year, h * 6 - 5, 6).map(|(a, b)| (a, b, Precision::Half)),
            _ => years(year, 1).map(|(a, b)| (a, b, Precision::Year)),
        },
    }
}

fn calendar(f: &Fields, scene: &Scene) -> Option<Counted> {
    if let Some(year) = f.year {
        return in_year(f, year).map(|span| Counted { span, reference: None });
    }
    if f.month.is_none() && f.season.is_none() && f.quarter.is_none() && f.half.is_none() {
        return day_of_month_or_week(f, scene);
    }
    if scene.mode == Mode::Narrative && scene.recalled().next().is_some() {
        return counted(in_course(f, scene)?, scene.now()?);
    }
    let from = (scene.published?, Reference::Published);
    let now = from.0;
    if let Some(span) = beside_year(f, now, scene) {
        return counted(span, from);
    }
    let years = (now.year() - 1)..=(now.year() + 1);
    let spans: Vec<Span> = years.filter_map(|y| in_year(f, y)).collect();
    let fitting = spans.iter().copied().filter(|s| agrees(f, s));
    let nearest = || scene.choose(spans.iter().copied(), now);
    counted(scene.choose(fitting, now).or_else(|| in_told_year(f, scene)).or_else(nearest)?, from)
}

/// "In 2005 he ... On MONDAY, DECEMBER 12,": the weekday fits in a year told of before.
fn in_told_year(f: &Fields, scene: &Scene) -> Option<Span> {
    f.weekday.and(f.day)?;
    let years = scene.told.iter().rev().map(|t| t.span.0.year());
    years.filter_map(|y| in_year(f, y)).find(|s| agrees(f, s))
}

/// A date without year in the past tense, close after a stated month long past, is of the same year.
fn beside_year(f: &Fields, now: Date, scene: &Scene) -> Option<Span> {
    let named = |year: i16| in_year(f, year);
    if let Some(year) = leading_year(scene).filter(|year| *year < now.year() && !(scene.future)()) {
        return named(year);
    }
    let told = scene.recalled().find(|t| t.stated || t.chained || of_last_year(t, now))?;
    // "In 2015 they caught two men. ... ON 3 MAY X was shot": in the paragraph that the year opens.
    let leads = told.span.2 == Precision::Year && told.opens;
    let ended = named(now.year()).filter(|s| s.0 <= now).or_else(|| named(now.year() - 1));
    let ago = |days: i64| ended.is_some_and(|s| days_between(s.1, now) > days);
    let lately = !ago(LATELY) && named(now.year()).is_some_and(|s| s.0 <= now);
    let block = told.block == scene.block;
    let paragraph = leads && block && !lately;
    // "Two men vanished in 2015. X was taken ON 30 DECEMBER": a day of the last months would have no year.
    let of_old = ended.is_some_and(|s| s.0.year() < now.year()) && ago(LONG_AGO);
    let before = told.sentence + 1 == scene.sentence && block && of_old;
    let fine = told.span.2 <= Precision::Season || told.heads || paragraph || before;
    let reach = if block { REACH } else { 1 };
    let close = (told.sentence + reach >= scene.sentence || told.heads || paragraph) && fine;
    let year = told.span.0.year();
    let on = |span: &Span| told.heads || span.1 >= told.span.0;
    let follows = |span: &Span| block && !lately && span.0 > told.span.1;
    let past = |span: &Span| year < now.year() - 1 || year < now.year() && follows(span);
    if close && !(scene.future)() { named(year).filter(|s| on(s) && past(s)) } else { None }
}

/// "IN 2015 they caught two men who had planned to kill X ON 3 MAY", "LAST YEAR, ON 3 MAY,": the year at the head of the
/// sentence.
fn leading_year(scene: &Scene) -> Option<i16> {
    let here = scene.told.iter().rev().take_while(|t| t.sentence == scene.sentence);
    here.last().filter(|t| t.opens && t.span.2 == Precision::Year).map(|t| t.span.0.year())
}

/// "on 8 March LAST YEAR": as good as a stated year.
fn of_last_year(told: &Told, now: Date) -> bool {
    told.span.2 <= Precision::Month && told.span.0.year() == now.year() - 1
}

/// Sentences of a paragraph over which a stated date gives its year to others.
const REACH: u32 = 2;

/// Days before publication of what may be told as news in a paragraph about a year long past.
const LATELY: i64 = 45;
/// Days before publication from which a date without a year is rarely meant.
const LONG_AGO: i64 = 180;

/// In a narrative time moves on: the year told of last, or the next one where the month was long past.
fn in_course(f: &Fields, scene: &Scene) -> Option<Span> {
    let last = scene.recalled().next()?;
    let same = in_year(f, last.span.0.year())?;
    // "Sunday 16 October": the weekday tells that the day is one of the news.
    let news = scene.published.and_then(|p| in_year(f, p.year()).filter(|s| f.weekday.is_some() && s.0 <= p));
    if let Some(news) = news.filter(|s| agrees(f, s) && !agrees(f, &same)) {
        return Some(news);
    }
    let back = days_between(same.0, last.span.0);
    let fine = last.span.2 <= Precision::Season;
    match back {
        _ if !fine => Some(same),
        BACK.. => in_year(f, last.span.0.year() + 1),
        _ if -back > AHEAD => in_year(f, last.span.0.year() - 1),
        _ => Some(same),
    }
}

/// A month so many days before the date told of last is of the next year.
const BACK: i64 = 200;
/// A month so many days after the date told of last is of the year before.
const AHEAD: i64 = 280;

fn day_of_month_or_week(f: &Fields, scene: &Scene) -> Option<Counted> {
    if let Some(day) = f.day {
        if let Some(found) = f.weekday.and_then(|wd| on_weekday(day, wd, scene)) {
            return Some(found);
        }
        let from = scene.anchor(Anchor::Told, Unit::Month)?;
        let date = Date::new(from.0.year(), from.0.month(), day).ok()?;
        return counted((date, date, Precision::Day), from);
    }
    let from = match scene.published {
        Some(day) => (day, Reference::Published),
        None => scene.anchor(Anchor::Published, Unit::Day)?,
    };
    let day = weekday(from.0, f.weekday?, (scene.future)())?;
    counted((day, day, Precision::Day), from)
}

/// "Saturday the 24th": the last day of that number that was such a weekday.
fn on_weekday(day: i8, weekday: i8, scene: &Scene) -> Option<Counted> {
    let now = scene.published.filter(|_| !(scene.future)())?;
    let first = Date::new(now.year(), now.month(), 1).ok()?;
    let months = (0..MONTHS_BACK).filter_map(|n| shift(first, Unit::Month, -n));
    let mut days = months.filter_map(|m| Date::new(m.year(), m.month(), day).ok()).filter(|d| *d <= now);
    let found = days.find(|d| d.weekday().to_monday_one_offset() == weekday)?;
    counted((found, found, Precision::Day), (now, Reference::Published))
}

/// Months in which a weekday with its number in the month is looked for.
const MONTHS_BACK: i64 = 7;

/// The last such weekday up to the day itself, or the first from it where the tense is future.
fn weekday(from: Date, weekday: i8, future: bool) -> Option<Date> {
    let back = i64::from((from.weekday().to_monday_one_offset() - weekday).rem_euclid(7));
    shift(from, Unit::Day, if future { (7 - back) % 7 } else { -back })
}

/// Day and month in doubtful order: the later of the two readings that is not after publication.
fn ambiguous(year: i16, a: i8, b: i8, scene: &Scene) -> Option<Counted> {
    let published = scene.published?;
    let day = |m, d| Date::new(year, m, d).ok().filter(|x| *x <= published);
    let date = [day(a, b), day(b, a)].into_iter().flatten().max()?;
    counted((date, date, Precision::Day), (published, Reference::Published))
}

fn whole_unit(step: Step, unit: Unit, scene: &Scene) -> Option<Counted> {
    let published = scene.published.map(|d| (d, Reference::Published));
    match (step, unit) {
        (Step { anchor: Anchor::Published, .. }, Unit::Day) if published.is_some() => {
            let from = published?;
            return counted(around(unit, shift(from.0, unit, step.by)?)?, from);
        }
        (Step { by: 0, .. }, Unit::Weekend) => return weekend(scene),
        (Step { by: 0, anchor: Anchor::Told }, Unit::Quarter) => return quarter(scene),
        (Step { by: 0, anchor: Anchor::Told }, Unit::Year | Unit::Month) if scene.last(unit).is_some() => {
            let from = (scene.last(unit)?, Reference::Told);
            return counted(around(unit, from.0)?, from);
        }
        // "were held in March 2018 and flown out THE SAME DAY": no day is told.
        (Step { by: 0 | 1, anchor: Anchor::Told }, Unit::Day) => {
            if let Some(told) = scene.vague(unit).filter(|t| t.sentence == scene.sentence) {
                return counted(told.span, (told.span.0, Reference::Told));
            }
        }
        _ => {}
    }
    let from = scene.origin(&step, unit)?;
    counted(around(unit, shift(from.0, unit, step.by)?)?, from)
}

/// The last weekend that has begun, the coming one where the tense is future.
fn weekend(scene: &Scene) -> Option<Counted> {
    let from = scene.anchor(Anchor::Published, Unit::Day)?;
    let this = around(Unit::Weekend, from.0)?;
    let begun = this.0 <= from.0 || (scene.future)();
    counted(if begun { this } else { around(Unit::Weekend, shift(from.0, Unit::Week, -1)?)? }, from)
}

/// Told of as something past.
fn begun(told: &super::Told, scene: &Scene) -> bool {
    scene.published.is_none_or(|p| days_between(told.span.1, p) > -31)
}

/// The quarter told of last, else the last one that is over.
fn quarter(scene: &Scene) -> Option<Counted> {
    if let Some(told) = scene.recalled().find(|t| t.span.2 == Precision::Quarter && begun(t, scene)) {
        return counted(told.span, (told.span.0, Reference::Told));
    }
    let from = scene.anchor(Anchor::Published, Unit::Day)?;
    counted(around(Unit::Quarter, shift(from.0, Unit::Quarter, -1)?)?, from)
}

fn named(step: Step, f: &Fields, scene: &Scene) -> Option<Counted> {
    // "That July": of the year told of last.
    let unit = if step.by == 0 && f.weekday.is_none() { Unit::Year } else { Unit::Month };
    let from = scene.origin(&step, unit)?;
    let now = from.0;
    if let Some(wd) = f.weekday {
        return counted(named_weekday(step, wd, now)?, from);
    }
    let mut options = (now.year() - 2..=now.year() + 2).filter_map(|y| in_year(f, y));
    let span = match step.by {
        0 => in_year(f, now.year()),
        ..0 => options.rfind(|s| s.1 < now),
        _ => options.find(|s| s.0 > now),
    };
    counted(span?, from)
}

fn named_weekday(step: Step, weekday: i8, now: Date) -> Option<Span> {
    let today = now.weekday().to_monday_one_offset();
    let back = i64::from((today - weekday).rem_euclid(7));
    let by = match step.by {
        0 => i64::from(weekday - today),
        // "the Monday BEFORE LAST": a week more.
        ..0 if back == 0 => 7 * step.by,
        ..0 => 7 * (step.by + 1) - back,
        _ if back == 0 => 7,
        _ => 7 - back,
    };
    let day = shift(now, Unit::Day, by)?;
    Some((day, day, Precision::Day))
}

fn holiday(step: Option<Step>, rule: &str, scene: &Scene) -> Option<Counted> {
    let from = scene.now()?;
    let now = from.0;
    let told = leading_year(scene).filter(|year| step.is_none() && *year < now.year());
    if let Some(day) = told.and_then(|year| holidays::day(rule, year)) {
        return counted((day, day, Precision::Day), from);
    }
    let spans =
        (now.year() - 1..=now.year() + 1).filter_map(|y| holidays::day(rule, y)).map(|d| (d, d, Precision::Day));
    let mut spans: Vec<Span> = spans.collect();
    // "kidnapped on 21 December 2014 and found dead on CHRISTMAS DAY".
    let told = scene.recalled().find(|t| t.sentence == scene.sentence && t.span.2 <= Precision::Month);
    if let Some(first) = told.filter(|_| step.is_none()).map(|t| t.span.0) {
        let mut after =
            (first.year()..=first.year() + 1).filter_map(|y| holidays::day(rule, y)).filter(|d| *d >= first);
        return after.next().and_then(|d| counted((d, d, Precision::Day), (first, Reference::Told)));
    }
    let span = match step.map(|s| s.by) {
        Some(..0) => spans.into_iter().rev().find(|s| s.0 < now),
        Some(1..) => spans.into_iter().find(|s| s.0 > now),
        Some(0) => spans.drain(..).find(|s| s.0.year() == now.year()),
        None => scene.choose(spans.into_iter(), now),
    };
    counted(span?, from)
}

/// "four years ago" is a year; "a year earlier" than a quarter is a quarter.
fn shifted(step: Step, unit: Unit, scene: &Scene) -> Option<Counted> {
    if unit == Unit::Year
        && step.by == -1
        && scene.mode == Mode::News
        && let Some(told) = scene.recalled().find(|t| t.span.2 == Precision::Quarter)
    {
        let span = around(Unit::Quarter, shift(told.span.0, unit, step.by)?)?;
        return counted(span, (told.span.0, Reference::Told));
    }
    if let Some(told) = scene.vague(unit).filter(|_| step.anchor == Anchor::Told && step.by > 0) {
        return counted(told.span, (told.span.0, Reference::Told));
    }
    let published = scene.published.filter(|_| step.anchor == Anchor::Published);
    let from = match published {
        Some(day) => (day, Reference::Published),
        None => scene.anchor(step.anchor, unit)?,
    };
    let day = shift(from.0, unit, step.by)?;
    counted(around(unit, day)?, from)
}

/// A part takes the year, or the month, from its whole.
fn inside(part: &Expr, whole: &Expr, scene: &Scene) -> Option<Counted> {
    let whole = count(whole, scene)?;
    let (first, last, size) = whole.span;
    let span = match part {
        Expr::Calendar(f) | Expr::Named(_, f)
            if f.month.is_some() || f.season.is_some() || f.quarter.is_some() || f.half.is_some() =>
        {
            in_year(f, first.year())?
        }
        Expr::Unit(_, Unit::Quarter) => {
            let told = quarter(scene)?.span.0;
            around(Unit::Quarter, shift(told, Unit::Year, i64::from(first.year() - told.year()))?)?
        }
        Expr::Unit(_, unit) => around(*unit, first)?,
        Expr::Calendar(Fields { day: Some(day), .. }) => {
            let day = Date::new(first.year(), first.month(), *day).ok()?;
            (day, day, Precision::Day)
        }
        Expr::Calendar(Fields { weekday: Some(wd), .. }) if size <= Precision::Week => {
            let day = weekday(last, *wd, false)?;
            (day, day, Precision::Day)
        }
        Expr::Holiday(_, rule) => {
            let day = holidays::day(rule, first.year())?;
            (day, day, Precision::Day)
        }
        _ => (first, last, size),
    };
    Some(Counted { span, reference: whole.reference })
}

/// A time of day alone: the day told of in this or the sentence before, else the day of publication.
fn clock(scene: &Scene) -> Option<Counted> {
    let near = scene.recalled().find(|t| t.span.2 == Precision::Day && t.sentence + 1 >= scene.sentence);
    let from = match near {
        Some(told) => (told.span.0, Reference::Told),
        None => scene.anchor(Anchor::Published, Unit::Day)?,
    };
    counted((from.0, from.0, Precision::Day), from)
}

/// "the past two weeks": from then to the anchor.
fn window(n: i64, unit: Unit, step: Step, scene: &Scene) -> Option<Counted> {
    let from = scene.origin(&step, unit)?;
    let other = shift(from.0, unit, step.by.signum().checked_mul(n)?)?;
    (other != from.0).then_some(())?;
    counted((other.min(from.0), other.max(from.0), Precision::Interval), from)
}
