//! Frame -> fact: the frame with its pronouns and roles replaced by the persons that they stand for.

use crate::document::{Document, Tag};
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::people::standing::sits_in_court;
use crate::frames::{Argument, Dropped, Frame, Status};
use crate::incidents::coreference::plural;
use crate::incidents::gather::distinct;
use crate::incidents::sites::home;
use crate::incidents::{Quote, coreference};
use crate::mentions::dates::expr::{Anchor, Expr, Step};
use crate::mentions::{DateValue, Mention, Place, Precision, Reference};
use crate::patterns::methods::{Family, family, takes_captive};
use jiff::Span;
use jiff::civil::Date;

/// A frame whose participants are identified as far as the article allows.
#[derive(Clone, Debug)]
pub struct Fact {
    /// The frame.
    pub frame: Frame,
    /// Victims; a pronoun that could be resolved carries the person's entity and name.
    pub victims: Vec<Argument>,
    /// Perpetrators, likewise.
    pub perpetrators: Vec<Argument>,
    /// The resolved places of the frame; streets bear the names of places elsewhere.
    pub places: Vec<Place>,
    /// The date's value.
    pub date: Option<DateValue>,
    /// The victim was found through a pronoun or role.
    pub by_reference: bool,
    /// Told at some distance from another time ("three days after a gas attack"): see `distinct`.
    pub remote: bool,
}

/// Resolves a frame; `report`: the article is a report of one crime.
pub fn of(read: Reader, frame: &Frame, report: bool) -> Fact {
    let resolve = |a: &Argument| coreference::resolve(read, a, frame, report);
    let victims: Vec<Argument> = frame.victims.iter().flat_map(|a| plural::resolve(read, a, frame, report)).collect();
    let known = |v: &Argument| frame.victims.iter().any(|a| a.entity == v.entity);
    let by_reference = victims.iter().any(|v| v.entity.is_some() && !known(v));
    let place = |&p: &usize| {
        let mention = read.mentions.get(p).filter(|m| !home::is_street(read, m.tokens.start, m.tokens.end))?;
        Some(division(read, mention, mention.place()?.place.clone()?))
    };
    let tried = !frame.methods.is_empty() && frame.methods.iter().all(|m| family(m) == Family::Captivity);
    let acted = frame.perpetrators.iter().filter(|p| !tried || !sits_in_court(read, p));
    let ahead = frame.status == Status::Planned;
    let dies = frame.carrier && frame.weak && frame.fatal == Some(true);
    let mut frame = frame.clone();
    let remote = distinct::remote(read, &frame);
    if remote {
        let before = read.sentence(frame.sentence).start..frame.trigger.start;
        // "two days after the OCT. 14 murder" has its own date.
        let parts = |t: usize| matches!(read.doc.tag(t), Tag::IN | Tag::RB | Tag::VBD | Tag::VBZ);
        let own = |m: &Mention| !(m.tokens.end..before.end).any(parts);
        let dated = |m: &usize| read.mentions[*m].date().is_some() && !own(&read.mentions[*m]);
        let others: Vec<usize> = read.inside(&before).filter(dated).collect();
        frame.date = frame.date.filter(|d| !others.contains(d));
        frame.other_dates.extend(others);
    }
    Fact {
        victims,
        perpetrators: acted.map(resolve).collect(),
        places: frame.places.iter().filter_map(place).collect(),
        date: frame
            .date
            .and_then(|d| read.mentions.get(d)?.date().cloned())
            .and_then(|d| if ahead || is_past(read, &d) { Some(d) } else { year_before(read, d) })
            .map(|d| if dies { begun(d) } else { d }),
        by_reference,
        remote,
        frame,
    }
}

/// "in the STATE OF VERACRUZ": the whole division, for which the gazetteer has a longer name only than for its town.
fn division(read: Reader, mention: &Mention, place: Place) -> Place {
    let word = |n: usize| mention.tokens.start.checked_sub(n);
    let noun = |t: usize| read.is(t, read.patterns.places.classes.nouns);
    let settled = |t: usize| read.is(t, read.patterns.classes.settlements);
    let told = word(1).is_some_and(|t| read.doc.norm(t) == "of") && word(2).is_some_and(|t| noun(t) && !settled(t));
    match place.admin1.clone().filter(|d| told && place.is_town() && d.starts_with(&place.name)) {
        Some(name) => Place { kind: "admin1", name, ..place },
        None => place,
    }
}

/// "was stabbed on 3 May and died TWO DAYS LATER": the day from which that is counted is that of the attack.
fn begun(mut date: DateValue) -> DateValue {
    let later = matches!(&date.reading.expr, Expr::Shift(step, _) if step.by > 0 && step.anchor == Anchor::Told);
    let from = date.reference.filter(|(_, what)| later && *what == Reference::Told && date.precision == Precision::Day);
    if let Some((day, _)) = from {
        date.interval = Some((day, day));
    }
    date
}

/// What is told as done was done by the day of publication.
pub fn is_past(read: Reader, date: &DateValue) -> bool {
    let published = read.doc.article.published.as_ref().map(|p| p.date);
    date.interval.zip(published).is_none_or(|((from, _), known)| from <= known)
}

/// "On 17 January X was shot, six days later Y", published in December: a day without a year is of the last such month that
/// is past, and so is what is counted from it.
fn year_before(read: Reader, mut date: DateValue) -> Option<DateValue> {
    let published = read.doc.article.published.as_ref().map(|p| p.date);
    let ahead = date.reference.filter(|(_, day)| *day == Reference::Told).map(|(day, _)| day) > published;
    let counted = |step: &Step| ahead && step.anchor == Anchor::Told;
    let no_year = match &date.reading.expr {
        Expr::Calendar(fields) => fields.year.is_none() && fields.month.is_some(),
        Expr::Shift(step, _) | Expr::Unit(step, _) => counted(step),
        _ => false,
    };
    if !no_year {
        return None;
    }
    let back = |d: Date| d.checked_sub(Span::new().years(1)).ok();
    let (from, to) = date.interval?;
    date.interval = Some((back(from)?, back(to)?));
    is_past(read, &date).then_some(date)
}

impl Fact {
    /// The fact as a reading that came to nothing.
    pub fn dropped(&self, because: String) -> Dropped {
        Dropped { trigger: self.frame.trigger.clone(), rule: self.frame.rule, because }
    }

    /// The sentence that tells of it.
    pub fn quote(&self) -> Quote {
        Quote { span: self.frame.quote, rule: self.frame.rule, source: self.frame.source, names: false }
    }

    /// Entities of the named victims.
    pub fn named(&self) -> impl Iterator<Item = u32> + '_ {
        self.victims.iter().filter_map(|v| v.entity)
    }

    /// Victims that are neither named nor mere pronouns.
    pub fn described(&self) -> impl Iterator<Item = &Argument> {
        self.victims.iter().filter(|v| v.entity.is_none() && v.sort != Sort::Pronoun)
    }

    /// Somebody was abducted or vanished.
    pub fn takes_captive(&self) -> bool {
        self.frame.methods.iter().any(|m| takes_captive(m))
    }

    /// How many victims, when every phrase says so.
    pub fn count(&self) -> Option<u32> {
        self.victims.iter().map(|v| v.count).sum()
    }

    /// Head words of the described victims, folded, plural -s dropped.
    pub fn heads(&self, doc: &Document) -> Vec<String> {
        self.described().map(|v| head(doc, v)).collect()
    }
}

/// The folded words of a phrase before its last one, without plural endings.
pub fn modifiers(doc: &Document, argument: &Argument) -> Vec<String> {
    let last = argument.tokens.end.saturating_sub(1);
    (argument.tokens.start..last).map(|t| singular(doc.norm(t))).collect()
}

/// The folded last word of a phrase, without a plural ending.
pub fn head(doc: &Document, argument: &Argument) -> String {
    singular(doc.norm(argument.tokens.end.saturating_sub(1)))
}

/// The word without a plural ending.
pub fn singular(word: &str) -> String {
    word.strip_suffix('s').filter(|w| w.len() > 3).unwrap_or(word).to_string()
}
