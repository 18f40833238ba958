//! Where and when of a clause: prepositional phrases, bare dates, dates inside the trigger's own noun group.
//!
//! "from X" is where somebody comes from, "to X" where they went: neither is the place of the event.

pub mod capital;
pub mod dating;
mod entered;
pub mod hospital;
mod in_group;
pub mod located;
pub mod origin;
pub mod reason;
pub mod side_dates;

use crate::document::Tag;
use crate::frames::people::argument::Reader;
use crate::frames::syntax::chunk::{Chunk, Kind};
use crate::frames::syntax::clause::Clause;
use crate::mentions::dates::expr::Expr;
use crate::mentions::{DateValue, Mention, PlaceForm, Precision};
use dating::Event;
use located::{bracketed, campus, follows_place, heads_entry, inner, locative, names_it};
use std::ops::Range;

/// Words after a date in which the noun that it dates stands.
const GROUP: usize = 3;

/// Places (most specific first), date and whether each was found in the trigger's own clause.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    /// Indices of place mentions.
    pub places: Vec<usize>,
    /// Index of the mention of a university or school at which it happened.
    pub campus: Option<usize>,
    /// Index of the date mention.
    pub date: Option<usize>,
    /// The date stands at the front of the sentence, before its first trigger.
    pub fronted: bool,
}

/// The setting of the trigger at chunk `at`: its own clause first, then the front of the
/// sentence, up to chunk `front`, where its first trigger stands.
pub fn of(reader: Reader, clause: Clause, event: Event, front: usize, to: usize) -> Setting {
    let at = event.at;
    let mut setting = Setting::default();
    let main = clause.main(at);
    collect(reader, clause, event, at..to.min(main.end), &mut setting);
    setting.date = in_group::before_noun(reader, clause, event).or(setting.date);
    let because = reason::take_places(reader, clause, event, at..to.min(main.end), &mut setting);
    if setting.places.is_empty() {
        setting.places = of_verb_before(reader, clause, event);
    }
    let hour = setting.date.take_if(|d| is_hour(reader, *d)); // "ON MONDAY X was shot at dawn"
    let reason = setting.date.take_if(|d| event.official && reason::dates(reader, clause, at, *d));
    setting.date = setting.date.or_else(|| of_when(reader, clause, event));
    let fronts = main.start..(main.start..at).find(|&k| clause.verb(k).is_some()).unwrap_or(at);
    let opening = event.opening(clause).or(Some(fronts).filter(|f| f.start > 0));
    if let Some(opening) = opening.filter(|_| setting.date.is_none() || setting.places.is_empty()) {
        let mut own = Setting::default();
        collect(reader, clause, event, opening, &mut own);
        setting.date = setting.date.or(own.date);
        setting.places = if setting.places.is_empty() { own.places } else { setting.places };
    }
    if setting.places.is_empty() || setting.date.is_none() {
        let mut first = Setting::default();
        collect(reader, clause, event, 0..front, &mut first);
        if setting.places.is_empty() {
            setting.places = first.places;
        }
        let remote = clause.noun(at).is_some() && clause.in_phrase(at) && governed_elsewhere(clause, front, at);
        let tried = charged(reader, clause, front, at);
        let began = |d: &usize| limit(reader, *d) == Some("start");
        setting.campus = setting.campus.or(first.campus);
        setting.fronted = setting.date.is_none();
        setting.date = setting.date.or(first.date.filter(|d| !remote && !tried && !began(d)));
    }
    setting.date = setting.date.or(hour).or(reason);
    if setting.places.is_empty() {
        setting.places.extend(entered::place(reader, clause, event));
    }
    if setting.places.is_empty() {
        setting.places = because;
    }
    setting
}

/// "at dawn", "early in the morning": a part of some day.
pub(super) fn is_hour(reader: Reader, date: usize) -> bool {
    let Some(mention) = reader.mentions.get(date) else { return false };
    let clock = |d: &DateValue| d.reading.expr == Expr::Clock || mention.tokens.len() == 1;
    mention.date().is_some_and(|d| d.class == "TIME" && clock(d))
}

/// "in crisis SINCE JUNE 2021, WHEN soldiers opened fire": the day that a clause tells of.
fn of_when(reader: Reader, clause: Clause, event: Event) -> Option<usize> {
    let open = |k: &usize| !clause.chunks[*k].is_break();
    let when = |k: &usize| reader.doc.norm(clause.chunks[*k].tokens.start) == "when";
    let when = (0..event.at).rev().take_while(open).find(when)?;
    let comma = when.checked_sub(1).filter(|&k| clause.chunks[k].is_comma())?;
    let Kind::Date(date) = clause.chunks.get(comma.checked_sub(1)?)?.kind else { return None };
    Some(date).filter(|&d| is_time(&reader.mentions[d]))
}

/// "was held IN SYRIA and beheaded": the place of a verb that has the same subject.
fn of_verb_before(reader: Reader, clause: Clause, event: Event) -> Vec<usize> {
    let joined = event.at > 0 && clause.chunks[event.at - 1].is_and() && clause.verb(event.at).is_some();
    let verb = (0..event.at).rev().find(|&k| clause.verb(k).is_some()).filter(|_| joined);
    let Some(verb) = verb else { return Vec::new() };
    let mut out = Setting::default();
    collect(reader, clause, event, verb..event.at, &mut out);
    if out.places.is_empty() && !event.official {
        out.places.extend(destination(reader, clause, verb..event.at));
    }
    out.places
}

/// "drove him TO LEEDS and shot him": where people went before it happened.
fn destination(reader: Reader, clause: Clause, chunks: Range<usize>) -> Option<usize> {
    let to = |k: &usize| clause.is(*k, |c| c.is_prep() && reader.doc.norm(c.tokens.start) == "to");
    let at = chunks.clone().rev().find(to)?;
    // "left with a ticket to Leeds" went nowhere.
    let direct = !(chunks.start..at).any(|k| clause.is(k, Chunk::is_prep));
    clause.noun(at + 1).filter(|_| direct)?.place.filter(|&p| is_town(reader, p) && origin::tie(reader, p).is_none())
}

fn is_town(reader: Reader, place: usize) -> bool {
    let value = reader.mentions.get(place).and_then(Mention::place).filter(|v| v.form == PlaceForm::Name);
    value.is_some_and(|v| v.place.as_ref().is_none_or(|p| !matches!(p.kind, "country" | "region")))
}

/// "commuted on Monday the sentence of X, CONVICTED OF kidnapping and killing Y": what the court did has the date.
fn charged(reader: Reader, clause: Clause, court: usize, at: usize) -> bool {
    let tried = clause.verb(court).is_some_and(|v| reader.in_court(v.head));
    let of = clause.chunks.get(court + 1).filter(|c| c.is_prep()).map(|c| reader.doc.norm(c.tokens.start));
    court < at && tried && matches!(of, Some("of" | "for" | "with"))
}

/// "lifted today the strike they began after the murder of X": a finite verb before the noun has the date.
fn governed_elsewhere(clause: Clause, front: usize, at: usize) -> bool {
    let finite = |k: usize| clause.verb(k).is_some_and(|v| v.is_finite() || v.auxiliary);
    (0..front.min(at)).any(finite)
}

/// Reads the chunks left to right.
pub fn collect(reader: Reader, clause: Clause, event: Event, chunks: Range<usize>, out: &mut Setting) {
    let Range { start: from, end: to } = chunks;
    for k in from..to.min(clause.chunks.len()) {
        if from == 0 && aside(clause, k, to) {
            continue;
        }
        match &clause.chunks[k].kind {
            Kind::Date(_) if of_report(reader, clause, k, from, to) || of_verdict(reader, clause, k, from) => {}
            Kind::Date(_) if !event.owns(reader, clause, k) => {}
            Kind::Date(index) if reader.mentions.get(*index).is_some_and(|m| of_indefinite(reader, m)) => {}
            Kind::Date(index) => take_date(reader, *index, out),
            Kind::Noun(noun) => {
                if !has_own_date(reader, clause, k, noun.head) {
                    // "a 1981 Chevrolet", "their SUMMER house": the time of a thing, not of the event.
                    let of_thing = |m: &Mention| is_year(m) || is_season(m);
                    let own = |d: &usize| k == event.at || !reader.mentions.get(*d).is_some_and(of_thing);
                    noun.dates.iter().copied().filter(own).for_each(|d| take_date(reader, d, out));
                }
                let asked = reader.is(noun.head, reader.patterns.classes.behest);
                let located = !asked
                    && event.owns_place(reader, clause, k)
                    && (locative(reader, clause, k)
                        || follows_place(clause, k, out)
                        || heads_entry(reader, clause, k)
                        || bracketed(reader, clause, k)
                        || event.seized_from(reader, clause, k)
                        || names_it(reader, clause, k));
                let free = |p: &usize| {
                    origin::tie(reader, *p).is_none() && (event.official || !origin::court_seat(reader, *p))
                };
                if let Some(place) = noun.place.filter(|p| located && free(p)) {
                    out.places.extend(inner(reader, clause, k).filter(|p| free(p) && !out.places.contains(p)));
                    out.places.push(place);
                }
                out.campus = out.campus.or_else(|| campus(reader, clause, k).filter(|p| located && free(p)));
                if located && noun.place.is_none() && noun.person.is_none() {
                    out.places.extend(noun.inner_places.iter().copied().filter(|p| is_name(reader, *p) && free(p)));
                }
            }
            _ => {}
        }
    }
}

/// Dates of the sentence that belong to other verbs.
pub fn refused(reader: Reader, clause: Clause, event: Event, front: usize) -> Vec<usize> {
    let tried = charged(reader, clause, front, event.at);
    let dates = clause.chunks.iter().enumerate();
    let dates = dates.filter_map(|(k, c)| if let Kind::Date(index) = c.kind { Some((k, index)) } else { None });
    dates.filter(|&(k, _)| !event.owns(reader, clause, k) || tried && k < front).map(|(_, index)| index).collect()
}

/// "A, WHO FLED LAST YEAR, was shot": the setting of a relative clause that is closed before the trigger is its own.
fn aside(clause: Clause, at: usize, trigger: usize) -> bool {
    let open = |k: &usize| !clause.chunks[*k].is_break();
    let relative = (0..=at).rev().take_while(open).find(|&k| clause.relative(k));
    let closed = || (at + 1..trigger.min(clause.chunks.len())).any(|k| clause.chunks[k].is_comma());
    relative.is_some_and(|r| r > 0 && clause.chunks[r - 1].is_comma()) && closed()
}

/// "the committee said today", "was charged Tuesday": the date belongs to a verb of saying or of the court beside it, not
/// to the event. A date before the trigger also belongs to such a verb that stands between them.
fn of_report(reader: Reader, clause: Clause, at: usize, from: usize, to: usize) -> bool {
    let court = |k: usize| clause.verb(k).is_some_and(|v| reader.in_court(v.head));
    let trial = !court(from);
    let reports = |k: usize| clause.verb(k).is_some_and(|v| reader.reports(v.head)) || trial && court(k);
    let word = |k: usize| reader.doc.norm(clause.chunks[k].tokens.start);
    let passable = |k: usize| clause.chunks.get(k).is_some_and(|c| c.is_prep() || c.is_other() || c.is_comma());
    // "confirmed TO REPORTERS on Monday", "told THE AGENCY on Monday", "announced IN LEEDS on Monday that".
    let that = matches!(clause.chunks.get(at + 1).map(|c| &c.kind), Some(Kind::Opener)) && word(at + 1) == "that";
    let heard = |k: usize| {
        let prep = k.checked_sub(1).filter(|&p| clause.is(p, Chunk::is_prep));
        let told = prep.map_or_else(|| k > 0 && reports(k - 1), |p| that || word(p) == "to");
        clause.noun(k).is_some() && told && (that || reader.sort_at(clause, k).can_act())
    };
    let mut left = at;
    while left > 0 && (passable(left - 1) && !clause.chunks[left - 1].is_comma() || heard(left - 1)) {
        left -= 1;
    }
    let beside = left > 0 && reports(left - 1) && left > from || reports(at + 1);
    // "X, who was arrested in May, the court today freed": a verb of its own after a comma.
    let apart = (from..at).any(|k| clause.chunks[k].is_comma()) && clause.verb(at + 1).is_some_and(|v| v.is_finite());
    beside || apart || from == 0 && (at + 1..to.min(clause.chunks.len())).any(reports)
}

/// "the 1988 law", "since the May coup": the date is that of the thing, unless the event happened at it.
fn has_own_date(reader: Reader, clause: Clause, at: usize, head: usize) -> bool {
    let entry = reader.patterns.classes.dated_nouns.and_then(|class| reader.doc.hit(head, class));
    let entry = entry.and_then(|hit| reader.patterns.lexicon.entry(hit.entry));
    entry.is_some_and(|e| e.value != "event" || !locative(reader, clause, at))
}

/// "a 1981 blue Chevrolet": a year right before a noun or its adjective.
fn of_thing(reader: Reader, mention: &Mention) -> bool {
    let tag = reader.doc.tag(mention.tokens.end);
    mention.tokens.len() == 1 && is_year(mention) && (tag.is_noun() || tag.is_adjective())
}

/// "was A 1981 blue Chevrolet".
fn of_indefinite(reader: Reader, mention: &Mention) -> bool {
    let before = mention.tokens.start.checked_sub(1).map_or("", |t| reader.doc.norm(t));
    of_thing(reader, mention) && matches!(before, "a" | "an")
}

/// "summer" without a year.
fn is_season(mention: &Mention) -> bool {
    mention.tokens.len() == 1 && mention.date().is_some_and(|d| d.precision == Precision::Season)
}

fn is_year(mention: &Mention) -> bool {
    mention.date().is_some_and(|d| d.precision == Precision::Year)
}

/// Outside of any clause: the date of a law, or one until or since which something lasted.
pub fn of_other(reader: Reader, mention: &Mention) -> bool {
    let dated = |t: usize| reader.is(t, reader.patterns.classes.dated_nouns);
    let named = (mention.tokens.end..mention.tokens.end + GROUP).take_while(|&t| reader.doc.tag(t).is_noun());
    named.into_iter().any(dated)
        || of_thing(reader, mention)
        || limit_before(reader, mention).is_some()
        || of_something(reader, mention)
}

/// The date of a picture, a name or a text, or when what has lasted since began.
fn of_something(reader: Reader, mention: &Mention) -> bool {
    of_picture(reader, mention) || of_name(reader, mention) || of_text(reader, mention) || of_beginning(reader, mention)
}

/// "the Constitution of 1994": the year of a law or letter.
fn of_text(reader: Reader, mention: &Mention) -> bool {
    let of = mention.tokens.start.checked_sub(1).filter(|&t| reader.doc.norm(t) == "of");
    let text = |t: usize| reader.patterns.classes.dated_nouns.and_then(|class| reader.value(t, class)) == Some("text");
    of.and_then(|t| t.checked_sub(1)).is_some_and(text)
}

/// "in an archive photo from 2016": the day of the picture, which is not that of the news.
fn of_picture(reader: Reader, mention: &Mention) -> bool {
    let class = reader.patterns.classes.pictures;
    let word = |t: usize| reader.is(t, class);
    (1..=GROUP + 1).filter_map(|n| mention.tokens.start.checked_sub(n)).any(word)
}

/// "until", "since" before a date: it ends or begins another time.
fn limit<'a>(reader: Reader<'a>, date: usize) -> Option<&'a str> {
    limit_before(reader, reader.mentions.get(date)?)
}

fn limit_before<'a>(reader: Reader<'a>, mention: &Mention) -> Option<&'a str> {
    let start = mention.tokens.start;
    // "shortly BEFORE midnight on 3 May" is of that day.
    let part = mention.date().is_some_and(|d| d.class == "TIME");
    if part && start.checked_sub(1).is_some_and(|t| reader.doc.norm(t) == "before") {
        return None;
    }
    let class = reader.patterns.classes.date_limits?;
    let hit = (1..=2)
        .filter_map(|n| Some((n, start.checked_sub(n)?)))
        .find_map(|(n, t)| reader.doc.hit(t, class).filter(|h| h.len as usize == n))?;
    reader.patterns.lexicon.entry(hit.entry).map(|e| e.value.as_str())
}

/// "SINCE 2016": when a time begins that lasts.
pub fn is_since(reader: Reader, mention: &Mention) -> bool {
    limit_before(reader, mention) == Some("start")
}

/// "was found guilty of murder Thursday": the date right after a crime that a court verb governs is the court's.
fn of_verdict(reader: Reader, clause: Clause, at: usize, crime: usize) -> bool {
    let near = at > crime && clause.noun(crime).is_some() && clause.in_phrase(crime);
    let beside = near && clause.chunks[crime + 1..at].iter().all(|c| c.is_prep() || c.is_other());
    let verb = (0..crime).rev().find_map(|k| clause.verb(k)).filter(|_| beside);
    verb.is_some_and(|v| reader.in_court(v.head))
}

/// Inside a noun group: "the Lagos prison", "the Haitian capital", but no "Turkish lawyer" or "US lawyer".
fn is_name(reader: Reader, place: usize) -> bool {
    if reader.mentions.get(place).is_some_and(|m| capital::meant(reader, m).is_some()) {
        return true;
    }
    let Some(value) = reader.mentions.get(place).and_then(Mention::place) else { return false };
    match value.form {
        PlaceForm::Name => true,
        PlaceForm::Abbreviation => value.place.as_ref().is_some_and(|p| p.kind != "country"),
        PlaceForm::Demonym => false,
    }
}

/// A day or an hour, no span or habit.
fn is_time(mention: &Mention) -> bool {
    mention.date().is_some_and(|d| matches!(d.class, "DATE" | "TIME"))
}

fn take_date(reader: Reader, index: usize, out: &mut Setting) {
    let mention = &reader.mentions[index];
    let free = || !in_dateline(reader, mention) && !of_something(reader, mention);
    let first = out.date.is_none_or(|told| restated(reader, told, index));
    if is_time(mention) && first && limit(reader, index) != Some("end") && free() {
        out.date = Some(index);
    }
}

/// Words between a date and the same told more precisely.
const AGAIN: usize = 6;

/// "Two years later, ON 7 OCTOBER 2006,": the second date says more precisely what the first one says.
fn restated(reader: Reader, told: usize, index: usize) -> bool {
    let (first, second) = (&reader.mentions[told], &reader.mentions[index]);
    let between = first.tokens.end..second.tokens.start;
    let that = usize::from(reader.doc.norm(between.start) == "that"); // "a month before THAT, in May 2016"
    let joined = between.len() <= AGAIN && reader.doc.text(between.start + that) == ",";
    let precision = |m: &Mention| m.date().filter(|d| d.interval.is_some()).map(|d| d.precision);
    // "One day earlier, ON 15 JANUARY,": the calendar's day rather than a counted one.
    let counted = first.date().is_some_and(|d| matches!(d.reading.expr, Expr::Shift(..)));
    let named = counted && second.date().is_some_and(|d| matches!(d.reading.expr, Expr::Calendar(_)));
    let rank = |p| if named { p <= precision(first) } else { p < precision(first) };
    let finer = precision(second).is_some_and(|p| precision(first).is_none() || rank(Some(p)));
    joined && finer && first.tokens.end < second.tokens.start
}

/// "of Radio Vision 2000": a year right behind a name is a part of it; 'the "9 May" Movement' bears its name.
fn of_name(reader: Reader, mention: &Mention) -> bool {
    let quote = |t: usize| matches!(reader.doc.text(t), "\"" | "“" | "”" | "'" | "‘" | "’");
    if mention.tokens.start.checked_sub(1).is_some_and(quote) && quote(mention.tokens.end) {
        return true;
    }
    let before = mention.tokens.start.checked_sub(1).filter(|_| is_year(mention) && mention.tokens.len() == 1);
    before.is_some_and(|t| reader.doc.tag(t) == Tag::NNP)
}

/// Words between "since" and the date of the clause that it opens.
const CLAUSE: usize = 8;

/// Words from "the first" to "since".
const COUNTED: usize = 14;

/// "who has ruled SINCE he took office in MAY", "the FIRST to be killed SINCE the takeover in MAY": when what has lasted began.
fn of_beginning(reader: Reader, mention: &Mention) -> bool {
    let Some(class) = reader.patterns.classes.date_limits else { return false };
    let start = mention.tokens.start;
    let near = (1..=CLAUSE).filter_map(|n| start.checked_sub(n));
    let plain = |t: &usize| !matches!(reader.doc.text(*t), "," | ";" | ".");
    let since = near.take_while(plain).find(|&t| reader.value(t, class) == Some("start"));
    let told = |t: usize| matches!(reader.doc.tag(t), Tag::VBD | Tag::VBZ | Tag::VBP);
    let counted = |t: usize| reader.holds(t.saturating_sub(COUNTED)..t, reader.patterns.classes.ordinals);
    since.is_some_and(|t| (t + 1..start).any(told) || counted(t))
}

/// The mention stands in the dateline: the day of the report.
pub fn in_dateline(reader: Reader, mention: &Mention) -> bool {
    reader.doc.article.dateline.as_ref().is_some_and(|d| d.span.contains(mention.span))
}
