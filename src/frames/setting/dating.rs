//! Whose date is it? "The journalist, who was arrested in May, was freed on Monday": a date belongs to the verb in whose
//! clause it stands, not to every event of the sentence.
//!
//! Input: a trigger and a date among the chunks of a sentence; output: whether the date may be the event's. Only what the
//! structure shows is refused; where it is open ("condemned the killing of X on Monday") the event keeps the date.

use super::{located, side_dates};
use crate::document::Tag;
use crate::frames::people::argument::Reader;
use crate::frames::people::pronoun;
use crate::frames::syntax::chunk::{Chunk, Kind, Noun, Verb};
use crate::frames::syntax::clause::Clause;
use crate::mentions::Mention;
use crate::mentions::dates::expr::Expr;
use std::ops::Range;

/// Words of "two and a half years" before "after".
const SPAN: usize = 6;

/// A trigger among the triggers of its sentence.
#[derive(Clone, Copy, Debug)]
pub struct Event<'a> {
    /// Its chunk.
    pub at: usize,
    /// It is a noun ("the killing").
    pub nominal: bool,
    /// It stands inside a name's noun group ("the jailed editor X"): what the editor does next has the date.
    pub byword: bool,
    /// It is an arrest, a trial or the like, which may happen where a court sits.
    pub official: bool,
    /// It is a verb that tells of somebody's capture, which happens where they are taken from.
    pub seizes: bool,
    /// Chunks of all trigger words, of those that are none here ("whose body was LEFT", without a bomb), too.
    pub words: &'a [usize],
}

impl Event<'_> {
    /// The date at chunk `date` may be the event's.
    pub fn owns(&self, reader: Reader, clause: Clause, date: usize) -> bool {
        let done_next = self.byword
            || self.attributive(clause)
            || self.opens_next(clause, date)
            || self.in_court(reader, clause, date)
            || self.before_that(reader, clause, date)
            || self.in_description(clause, date)
            || self.had_been(reader, clause, date)
            || self.in_contact(reader, clause, date)
            || self.counted_from(reader, clause, date)
            || side_dates::is_aside(reader, clause, *self, date);
        !done_next
            && (self.owns_place(reader, clause, date)
                || date < self.at && side_dates::is_outcome(reader, clause, *self))
    }

    /// "was kidnapped FROM LEEDS", "taken away FROM THE ISLAND".
    pub fn seized_from(&self, reader: Reader, clause: Clause, place: usize) -> bool {
        let from = place.checked_sub(1).filter(|&k| reader.doc.norm(clause.chunks[k].tokens.start) == "from");
        let behind = |from: usize| from > self.at && (self.at + 1..from).all(|k| clause.chunks[k].is_other());
        // "was lured from France": a journey, not a spot.
        let country = |m: &Mention| m.place().and_then(|p| p.place.as_ref()).is_none_or(|p| p.kind == "country");
        let spot = clause.noun(place).and_then(|n| reader.mentions.get(n.place?)).is_some_and(|m| !country(m));
        self.seizes && spot && from.is_some_and(behind)
    }

    /// The place at chunk `place` may be the event's.
    pub fn owns_place(&self, reader: Reader, clause: Clause, place: usize) -> bool {
        !(self.in_relative(reader, clause, place)
            || self.in_aside(clause, place)
            || self.done_before(reader, clause, place)
            || self.under_trial(reader, clause, place)
            || self.in_time_clause(reader, clause, place)
            || self.of_other_deed(reader, clause, place)
            || self.nominal && self.of_verb(reader, clause, place))
    }

    /// "was jailed for HAVING SPENT time in Leeds", "HAVING STUDIED in Leeds, he was shot": what was over before the event.
    fn done_before(&self, reader: Reader, clause: Clause, place: usize) -> bool {
        let near = |k: &usize| !clause.chunks[*k].is_break();
        let verb = (0..place).rev().take_while(near).find(|&k| clause.verb(k).is_some()).filter(|&k| k != self.at);
        let perfect = |t: usize| reader.doc.tag(t) == Tag::VBG && reader.auxiliary(t) == Some("have");
        verb.is_some_and(|k| perfect(clause.chunks[k].tokens.start))
    }

    /// "shot a day AFTER THE MURDER of X in Leeds": of the deed told of last.
    fn of_other_deed(&self, reader: Reader, clause: Clause, place: usize) -> bool {
        let open = |k: &usize| !clause.chunks[*k].is_break();
        let deed = |k: usize| self.words.contains(&k) && later_deed(reader, clause, k);
        (self.at + 1..place).rev().take_while(open).any(deed)
    }

    /// "On Sunday, the day BEFORE X DIED, Y was shot in Leeds": another event, at another time.
    fn in_time_clause(&self, reader: Reader, clause: Clause, place: usize) -> bool {
        let near = |k: &usize| !clause.chunks[*k].is_break();
        let opener = |k: &usize| match clause.chunks[*k].kind {
            Kind::Opener => true,
            Kind::Prep => k + 2 == self.at && clause.verb(self.at).is_some(),
            _ => false,
        };
        let opener = (0..self.at).rev().take_while(near).find(opener);
        let apart = |k: usize| apart(reader, clause.chunks[k].tokens.start);
        let close = (self.at..place).find(|&k| clause.chunks[k].is_comma()).filter(|_| opener.is_some_and(apart));
        close.is_some_and(|c| (c + 1..place).any(|k| clause.told(k)))
    }

    /// "In December 2023, TWO MONTHS AFTER rebels shot X, Y was killed": days or more before the date.
    fn counted_from(&self, reader: Reader, clause: Clause, date: usize) -> bool {
        let word = |k: usize| apart(reader, clause.chunks[k].tokens.start);
        let open = |k: &usize| !clause.is_stop(*k) && !clause.relative(*k);
        let verb = date < self.at && !self.nominal;
        let opener = (date + 1..self.at).rev().take_while(open).find(|&k| word(k)).filter(|_| verb);
        let long = |m: &Mention| {
            let length = m.date().filter(|d| d.class == "DURATION");
            length.and_then(|d| d.timex.as_deref()).is_some_and(|timex| !timex.starts_with("PT"))
        };
        let length = |k: usize| match clause.chunks[k].kind {
            Kind::Date(n) => k > date && reader.mentions.get(n).is_some_and(long),
            _ => false,
        };
        // "On 3 May, two days after A was arrested, X was shot": X's clause is the next.
        let closed = |k: usize| (k..self.at).any(|j| clause.is(j, Chunk::is_comma) && clause.told(self.at));
        opener.and_then(|k| k.checked_sub(1)).is_some_and(|k| length(k) && !closed(k))
    }

    /// "The TRIAL of four men accused of murdering X opened in Rome on Tuesday": place and day of what is held about the crime.
    fn under_trial(&self, reader: Reader, clause: Clause, place: usize) -> bool {
        let held = |k: &usize| {
            let class = reader.patterns.classes.proceedings;
            clause.noun(*k).is_some_and(|n| reader.is(n.head, class)) && !clause.in_phrase(*k)
        };
        let plain = |k: &usize| !clause.is_stop(*k) && !clause.acts(*k);
        let trial = (0..self.at).rev().take_while(plain).find(held);
        // "the inquest into the death of X, WHO was stabbed in Leeds, opened in London".
        let aside = trial.is_some_and(|t| (t..self.at).any(|k| clause.relative(k)));
        let from = if aside { (self.at..place).find(|&k| clause.chunks[k].is_comma()) } else { Some(self.at + 1) };
        let told = |k: usize| clause.told(k);
        // A verb of the trial's own: "opened", no "heard THAT X was shot".
        let parted = |t: usize| (t..self.at).any(|k| matches!(clause.chunks[k].kind, Kind::Opener | Kind::Relative));
        let own = || told(self.at) && trial.is_some_and(|t| !parted(t));
        trial.is_some() && !self.official && (own() || from.is_some_and(|from| (from..place).any(told)))
    }

    /// "PLEADED GUILTY on Monday to a role in the killing": the day of the court.
    fn in_court(&self, reader: Reader, clause: Clause, date: usize) -> bool {
        let near = |k: &usize| !clause.chunks[*k].is_break() && !clause.relative(*k);
        let verb = (0..date).rev().take_while(near).find(|&k| clause.verb(k).is_some() && !self.words.contains(&k));
        let court = verb.and_then(|k| clause.verb(k)).is_some_and(|v| reader.in_court(v.head));
        let gerund = clause.verb(self.at).is_some_and(|v| v.gerund);
        let tried = || (self.nominal || gerund) && self.tried(reader, clause);
        !self.official && date < self.at && (self.nominal && court || tried())
    }

    /// "On Tuesday a jury FOUND two men GUILTY OF the murder of X", "were JAILED on Tuesday FOR killing X".
    fn tried(&self, reader: Reader, clause: Clause) -> bool {
        let open = |k: &usize| !matches!(clause.chunks[*k].kind, Kind::Stop | Kind::Opener) && !clause.relative(*k);
        let verb = (0..self.at).rev().take_while(open).find(|&k| clause.verb(k).is_some());
        let verdict = |t: usize| reader.is(t, reader.patterns.classes.verdicts);
        let led = self.at > 0 && (0..self.at).rev().take_while(open).any(|k| clause.chunks[k].is_prep());
        let said = |k: usize| (clause.chunks[k].tokens.start..clause.chunks[self.at].tokens.start).any(verdict);
        led && verb.is_some_and(said)
    }

    /// "an inquiry found TEN YEARS LATER that X HAD killed him": what had happened by then.
    fn before_that(&self, reader: Reader, clause: Clause, date: usize) -> bool {
        let had = clause.told(self.at) && pluperfect(reader, clause, self.at);
        let that = |k: &usize| matches!(clause.chunks[*k].kind, Kind::Opener);
        let that = (date + 1..self.at).find(that).filter(|_| had && date < self.at);
        let said = |k: usize| reader.doc.norm(clause.chunks[k].tokens.start) == "that";
        // "learned in 2018 that his phone had been hacked": not long before, unless years have passed.
        let shifted = |m: &Mention| m.date().is_some_and(|d| matches!(d.reading.expr, Expr::Shift(..)));
        let later = matches!(clause.chunks[date].kind, Kind::Date(n) if reader.mentions.get(n).is_some_and(shifted));
        let tells = |k: usize| clause.acts(k) || later && clause.told(k);
        that.is_some_and(|k| said(k) && (0..k).any(tells))
    }

    /// "arrested the editor of a channel WHICH HAD led the protests IN 2020": what was over before the event.
    fn had_been(&self, reader: Reader, clause: Clause, date: usize) -> bool {
        let open = |k: &usize| !clause.is_stop(*k);
        let relative = (self.at + 1..date).rev().take_while(open).find(|&k| clause.relative(k));
        let Some(relative) = relative else { return false };
        let verb = (relative + 1..date).rev().find(|&k| clause.told(k));
        verb.is_some_and(|k| pluperfect(reader, clause, k))
    }

    /// The trigger stands in a relative clause ("who was arrested in Rabat") and the date outside it.
    fn in_relative(&self, reader: Reader, clause: Clause, date: usize) -> bool {
        let Some(from) = self.relative(clause).filter(|&k| !cleft(reader, clause, k)) else { return false };
        let acts = |k: usize| clause.acts(k);
        let end = self.after(clause, from).unwrap_or(clause.chunks.len());
        if end <= self.at {
            return false;
        }
        if date < from && self.goes_on(reader, clause, from) {
            return false;
        }
        if date < from {
            // "The court LAST THURSDAY ordered ... a man who killed".
            return !located::follows_noun(clause, date) || clause.next(date + 1).is_some_and(acts);
        }
        let main = || (0..from).any(acts);
        date > end && ((end..date).any(acts) || main()) || date >= end && clause.next(date + 1).is_some_and(acts)
    }

    /// "Last March X was dragged in by two policemen, WHO BEAT HIM": what happened next to the subject of the sentence.
    fn goes_on(&self, reader: Reader, clause: Clause, relative: usize) -> bool {
        let comma = relative.checked_sub(1).is_some_and(|k| clause.is(k, Chunk::is_comma));
        let people = |n: &Noun| n.pronoun && pronoun::value(reader, reader.doc.norm(n.head)).is_some();
        let him = clause.object(self.at).and_then(|k| clause.noun(k)).is_some_and(people);
        let court = |k: usize| clause.verb(k).is_some_and(|v| reader.in_court(v.head) || reader.reports(v.head));
        comma && him && clause.acts(self.at) && !pluperfect(reader, clause, self.at) && !(0..relative).any(court)
    }

    /// The pronoun of the relative clause in which the event stands.
    fn relative(&self, clause: Clause) -> Option<usize> {
        let open = |k: &usize| !clause.is_stop(*k);
        (0..self.at).rev().take_while(open).find(|&k| clause.relative(k))
    }

    /// "two men CONVICTED OF MURDERING X were jailed on Friday": what describes the subject has another day.
    fn in_description(&self, clause: Clause, date: usize) -> bool {
        let main = self.described(clause).and_then(|from| self.main_verb(clause, from));
        main.is_some_and(|verb| verb < date)
    }

    /// The verb that goes on behind the clause from `from` on, in which the event stands.
    fn main_verb(&self, clause: Clause, from: usize) -> Option<usize> {
        self.after(clause, from).filter(|&end| end > self.at && clause.acts(end))
    }

    /// The participle on which the event hangs: "three men ACCUSED of the murder of X".
    fn described(&self, clause: Clause) -> Option<usize> {
        let prep = self.at.checked_sub(1).filter(|&k| clause.is(k, Chunk::is_prep))?;
        let verb = prep.checked_sub(1).filter(|&k| clause.verb(k).is_some_and(|v| v.bare))?;
        verb.checked_sub(1).filter(|&k| clause.noun(k).is_some()).map(|_| verb)
    }

    /// "The man who SHOT X was JAILED on Friday": the verb at `next` follows the relative clause or the participle in which
    /// the event stands.
    pub fn closed_before(&self, clause: Clause, next: usize) -> bool {
        let from = self.relative(clause).or_else(|| self.described(clause));
        // "the area WHERE the murders TOOK PLACE": the verb is the event's.
        let apart = |verb: usize| verb <= next && clause.subject(verb) != Some(self.at);
        from.and_then(|from| self.main_verb(clause, from)).is_some_and(apart)
    }

    /// "ARRESTED journalists were freed on Monday": a participle before its noun, which has a verb of its own.
    fn attributive(&self, clause: Clause) -> bool {
        let opens = self.at == 0 || clause.is_stop(self.at - 1) || clause.chunks[self.at - 1].is_comma();
        let bare = clause.verb(self.at).is_some_and(|v| v.bare);
        opens && bare && clause.noun(self.at + 1).is_some() && clause.verb(self.at + 2).is_some_and(|v| v.is_finite())
    }

    /// ", killed in May, met the minister on Monday": a participle between commas, and the date after another verb.
    fn in_aside(&self, clause: Clause, date: usize) -> bool {
        let opened = self.at > 0 && clause.chunks[self.at - 1].is_comma();
        let bare = clause.verb(self.at).is_some_and(|v| v.bare);
        let close = (self.at + 1..date).find(|&k| clause.chunks[k].is_comma());
        opened && bare && close.is_some_and(|c| (c + 1..date).any(|k| clause.acts(k)))
    }

    /// Where the clause of the verb at or after `from` ends: at a comma, or at a finite verb that nothing joins to it.
    fn after(&self, clause: Clause, from: usize) -> Option<usize> {
        let verb = (from..clause.chunks.len()).find(|&k| clause.told(k))?;
        let joined = |k: usize| clause.before(k).is_some_and(|j| clause.chunks[j].is_and());
        let ends = |k: &usize| match &clause.chunks[*k].kind {
            Kind::Comma => !located::around_region(clause, *k),
            Kind::Stop => true,
            Kind::Verb(_) => clause.acts(*k) && !joined(*k),
            _ => false,
        };
        let mut from = verb + 1;
        while let Some(end) = (from..clause.chunks.len()).find(ends) {
            match located::around_age(clause, end) {
                Some(close) => from = close + 1,
                None => return Some(end),
            }
        }
        None
    }

    /// "executed 81, more than the number IT SENTENCED last year": a clause that joins a noun without "which".
    fn in_contact(&self, reader: Reader, clause: Clause, date: usize) -> bool {
        let subject = |k: usize| {
            let one = clause.chunks[k].tokens.len() == 1;
            one && reader.is(clause.chunks[k].tokens.start, reader.patterns.classes.subjects)
        };
        let open = |k: &usize| !clause.chunks[*k].is_break() && !clause.chunks[*k].is_and();
        let acts = |k: usize| clause.verb(k).is_some_and(|v| v.is_finite() || v.auxiliary);
        let joins = |k: usize| k > 0 && clause.noun(k - 1).is_some() && subject(k) && acts(k + 1);
        (self.at + 1..date).rev().take_while(open).any(joins)
    }

    /// "was shot in Manila, and ON SUNDAY her family asked": the date opens another clause.
    fn opens_next(&self, clause: Clause, date: usize) -> bool {
        let mut left = date;
        while left > 0 && clause.chunks[left - 1].is_prep() {
            left -= 1;
        }
        if left > self.at + 1 && clause.is_stop(left - 1) {
            return true; // "was beaten in 1995; IN 1998 shots were fired"
        }
        let opened = left > self.at + 1 && (clause.chunks[left - 1].is_and() || clause.chunks[left - 1].is_comma());
        let subject = clause.next(date + 1).filter(|&k| clause.noun(k).is_some());
        let verb = subject.and_then(|s| {
            let open = |k: &usize| !clause.chunks[*k].is_break();
            (s + 1..clause.chunks.len()).take_while(open).find(|&k| clause.verb(k).is_some())
        });
        opened && verb.and_then(|k| clause.verb(k)).is_some_and(|v| v.is_finite() || v.bare)
    }

    /// "was arrested in 1995, and IN 1998 he was shot": the chunks before the subject that set the event's own clause, which
    /// is not the first of the sentence.
    pub fn opening(&self, clause: Clause) -> Option<Range<usize>> {
        let subject = clause.verb(self.at).and_then(|_| clause.subject(self.at)).filter(|&s| s < self.at)?;
        let sets = |k: &usize| match &clause.chunks[*k].kind {
            Kind::Date(_) | Kind::Prep | Kind::Comma | Kind::Other => true,
            Kind::Noun(_) => clause.in_phrase(*k),
            _ => false,
        };
        let back = |end: usize| (0..end).rev().take_while(sets).last();
        let near = back(subject)?;
        // "; six days later AND in the same city he was shot".
        let joined = near.checked_sub(1).filter(|&k| clause.chunks[k].is_and()).and_then(back);
        let from = joined.filter(|&k| k > 0 && clause.is_stop(k - 1)).unwrap_or(near);
        let opens = from > 0 && (clause.is_stop(from - 1) || clause.chunks[from - 1].is_and());
        opens.then_some(from..subject)
    }

    /// "On Monday activists MARKED the killing": between a noun and its date stands a verb that does not tell of the event.
    fn of_verb(&self, reader: Reader, clause: Clause, date: usize) -> bool {
        // "The guard WANTED FOR the murder of X WAS SUSPENDED on Monday".
        let passed = |k: usize| {
            k > self.at
                && clause.in_phrase(self.at)
                && clause.subject(k).is_some_and(|s| s < self.at && s + 2 < self.at)
        };
        let light = |k: usize| {
            let class = reader.patterns.classes.occurrence;
            // "the killing of a guard NAMED X in Leeds"
            let names = |v: &Verb| v.bare && reader.is(v.head, reader.patterns.classes.naming);
            clause.verb(k).is_none_or(|v| v.auxiliary && !passed(k) || reader.is(v.head, class) || names(v))
        };
        let own = |k: usize| self.words.contains(&k);
        // "Hundreds GATHERED in Valletta on the anniversary of the killing".
        let past = |v: &Verb| v.bare && reader.doc.tag(v.head) == Tag::VBD && !reader.in_court(v.head);
        let went = |k: usize| clause.verb(k).is_some_and(past);
        let other = |k: usize| (clause.acts(k) || k < self.at && went(k)) && !light(k) && !own(k);
        // "The inquest INTO the death of X was opened on Monday": what is done about it has the date.
        let prep = self.at.checked_sub(1).and_then(|k| clause.chunks.get(k)).filter(|c| c.is_prep());
        let about = prep.is_some_and(|c| matches!(reader.doc.norm(c.tokens.start), "into" | "over" | "about"));
        let told = |k: usize| clause.verb(k).is_some_and(|v| v.is_finite() || v.auxiliary || v.passive) && !own(k);
        if about && date > self.at && (self.at + 1..date).any(told) {
            return true;
        }
        if date > self.at {
            // "was convicted of the murder AND FREED in 2014".
            let joined = |k: usize| clause.told(k) && clause.partner(k).is_some_and(|p| p < self.at);
            return (self.at + 1..date).any(|k| other(k) || joined(k));
        }
        let open = |k: &usize| !clause.chunks[*k].is_break() && !clause.relative(*k);
        let before = || (0..date).rev().take_while(open).find(|&k| clause.verb(k).is_some());
        (date + 1..self.at).any(other) || before().is_some_and(other)
    }
}

/// "On Monday IT WAS SOLDIERS WHO shot X": the sentence tells nothing but what the relative clause does.
fn cleft(reader: Reader, clause: Clause, relative: usize) -> bool {
    let verb = (0..relative).rev().take_while(|&k| !clause.is_stop(k)).find(|&k| clause.verb(k).is_some());
    let be = |k: &usize| clause.verb(*k).is_some_and(|v| reader.auxiliary(v.head) == Some("be"));
    let subject = verb.filter(be).and_then(|k| k.checked_sub(1)).map(|k| clause.chunks[k].tokens.clone());
    subject.is_some_and(|t| t.len() == 1 && reader.doc.norm(t.start) == "it")
}

/// "HAD led": what was over by then.
fn pluperfect(reader: Reader, clause: Clause, at: usize) -> bool {
    let start = clause.chunks[at].tokens.start;
    clause.verb(at).is_some_and(|v| v.auxiliary && v.head > start) && reader.doc.norm(start) == "had"
}

/// "after", "before": what follows is of another time.
fn apart(reader: Reader, token: usize) -> bool {
    matches!(reader.doc.norm(token), "after" | "before" | "following" | "since")
}

/// "a DAY AFTER the murder of X"; "injured after a shooting" tells of one event.
pub fn later_deed(reader: Reader, clause: Clause, at: usize) -> bool {
    let after = clause.chunks.get(at).and_then(|c| c.tokens.start.checked_sub(1)).filter(|&t| apart(reader, t));
    let ends = |t: usize| move |m: &Mention| m.tokens.end == t && m.date().is_some();
    let dated = |t: usize| reader.mentions[reader.inside(&(t.saturating_sub(SPAN)..t))].iter().any(ends(t));
    clause.noun(at).is_some() && after.is_some_and(dated)
}
