//! What the event's own clauses do not say but the article does: a place or date stated right beside the event.
//!
//! Inferred values carry their reason; nothing is taken from the outlet, and the machine's clock is never read.

use crate::frames::Argument;
use crate::frames::people::argument::Reader;
use crate::frames::setting;
use crate::incidents::Site;
use crate::incidents::dossier::{Dossier, Inferred};
use crate::incidents::fact::{Fact, is_past};
use crate::incidents::sites::home;
use crate::incidents::sites::home::Home;
use crate::incidents::sites::interval;
use crate::incidents::sites::nation::{country_of, main_country};
use crate::incidents::sites::nearby::{
    CLEAR, country_of_mention, dateline_place, elsewhere, infer_place, of_dateline, place_in,
};
use crate::incidents::sites::occurred;
use crate::incidents::sites::org_country;
use crate::incidents::sites::seat;
use crate::incidents::sites::{narrow, scene};
use crate::ingest::{Basis, LineKind};
use crate::mentions::dates::expr::Expr;
use crate::mentions::{Mention, Place, PlaceForm, Precision};
use crate::patterns::gazetteer;
use crate::patterns::methods::{from_afar, of_authorities};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Fills gaps of all dossiers; `first` is the incident that the article is about.
pub fn complete(read: Reader, dossiers: &mut [Dossier], first: Option<usize>) {
    if dossiers.is_empty() {
        return;
    }
    let country = main_country(read);
    let town = home::of(read);
    let mut tellers: BTreeMap<usize, usize> = BTreeMap::new();
    dossiers.iter().flat_map(told).for_each(|sentence| *tellers.entry(sentence).or_default() += 1);
    let occurred = occurred::sentences(read, dossiers);
    for (n, dossier) in dossiers.iter_mut().enumerate() {
        let told_of = occurred.get(&n).copied();
        let main = country.filter(|(_, share)| Some(n) == first || *share >= CLEAR).map(|(p, _)| p);
        let main = main.filter(|&p| !only_strikes(read, dossier, p));
        let main = main.map(|p| country_of_mention(p, "place: country the article speaks of most"));
        dossier.home =
            town.clone().filter(|t| serves(dossier, t, Some(n) == first) && !foreign(read, &t.site, country));
        if dossier.facts.iter().all(|f| f.frame.places.is_empty()) {
            let main = main.filter(|_| dossier.home.is_none());
            dossier.inferred_place = here(read, dossier)
                .or_else(|| occurred_at(read, dossier, told_of))
                .or_else(|| in_capital(read, dossier, country))
                .or_else(|| infer_place(read, dossier, &tellers, country))
                .or(main)
                .or_else(|| org_country::infer(read).filter(|_| Some(n) == first && country.is_none()));
        } else if dossier.places().iter().all(|p| p.kind == "country")
            && let Some(place) = here(read, dossier)
        {
            dossier.inferred_place = Some(place);
        } else if dossier.places().iter().all(|p| matches!(p.kind, "country" | "admin1"))
            && let Some(place) = occurred_at(read, dossier, told_of)
        {
            dossier.inferred_place = Some(place);
        } else if dossier.home.is_none()
            && dossier.facts.iter().flat_map(|f| &f.frame.places).all(|&p| is_street(read, p))
        {
            let own = dossier.places().iter().find_map(|p| p.country.clone());
            let agrees = |d: &usize| own.as_deref().is_none_or(|c| country_of(&read.mentions[*d]) == Some(c));
            let town = dateline_place(read).filter(agrees).filter(|&d| !elsewhere(read, d, country, CLEAR));
            dossier.inferred_place = town.map(|d| Inferred { country_only: false, ..of_dateline(read, d) });
        } else if dossier.places().iter().all(|p| p.country.is_none()) {
            dossier.inferred_place = main;
        }
        dossier.inferred_place = narrow::town(read, dossier, &tellers).or(dossier.inferred_place);
        dossier.inferred_date = if dossier.facts.iter().all(|f| f.date.is_none()) {
            let recent = || recent_day(read, dossier).filter(|_| Some(n) == first);
            occurred_on(read, told_of).or_else(|| near_date(read, dossier, &tellers)).or_else(recent)
        } else if dossier.facts.iter().all(|f| f.date.is_none() || f.frame.later) {
            beside(read, dossier, |f| !f.frame.later)
        } else {
            finer(read, dossier)
        };
    }
    interval::date(read, dossiers);
}

/// "An Israeli air strike killed a photographer": a country whose people strike from afar, and which nothing is said to lie in.
fn only_strikes(read: Reader, dossier: &Dossier, country: usize) -> bool {
    let own = read.mentions.get(country).and_then(country_of);
    let named = |m: &Mention| country_of(m) == own && m.place().is_some_and(|p| p.form == PlaceForm::Name);
    let theirs = |a: &Argument| {
        read.mentions[read.inside(&a.tokens)].iter().any(|m| m.place().is_some() && country_of(m) == own)
    };
    dossier.methods().iter().any(|m| from_afar(m)) && dossier.accused().any(theirs) && !read.mentions.iter().any(named)
}

/// The article's town is that of its own incident, and of others that happened in a street without a town.
fn serves(dossier: &Dossier, home: &Home, first: bool) -> bool {
    let places = dossier.places();
    let spot = |p: &&Place| p.kind == "facility" && p.geonames_id.is_none();
    let country = home.site.place.as_ref().and_then(|p| p.country.as_deref());
    let elsewhere = places.iter().any(|p| p.country.as_deref().is_some_and(|c| Some(c) != country));
    !elsewhere && (first || !places.is_empty() && places.iter().all(spot))
}

/// The article speaks more of another country than of the town's.
fn foreign(read: Reader, town: &Site, country: Option<(usize, usize)>) -> bool {
    let clear = country.and_then(|(c, _)| country_of(read.mentions.get(c)?));
    let own = town.place.as_ref().and_then(|p| p.country.as_deref());
    clear.is_some() && own.is_some() && clear != own
}

/// A street by itself lies in the town that the report comes from.
fn is_street(read: Reader, place: usize) -> bool {
    let class = read.patterns.classes.street_nouns;
    let mention = read.mentions.get(place);
    if mention.is_some_and(|m| home::is_street(read, m.tokens.start, m.tokens.end)) {
        return true;
    }
    let unlisted = mention.and_then(|m| m.place()).and_then(|v| v.place.as_ref());
    let unlisted = unlisted.is_none_or(|p| p.kind == "facility" && p.geonames_id.is_none());
    unlisted && mention.is_some_and(|m| m.tokens.clone().any(|t| read.is(t, class)))
}

/// "in this city", "in the capital" in a sentence of the event: the city of the dateline.
fn here(read: Reader, dossier: &Dossier) -> Option<Inferred> {
    let city = dateline_place(read).filter(|&d| read.mentions[d].place().is_some_and(|p| p.form == PlaceForm::Name))?;
    let capital = read.mentions[city].is_capital();
    let holds = |words: &Range<usize>, value: &str| {
        // "the PERUVIAN capital": of the country that the dateline's city is the capital of.
        let people = || read.mentions.iter().find(|m| m.tokens.end == words.start && m.place().is_some());
        let own =
            || people().is_some_and(|m| country_of(m).is_some() && country_of(m) == country_of(&read.mentions[city]));
        value.is_empty() || capital && (value == "capital" || own())
    };
    let found = seat::spoken(read, dossier, holds).is_some();
    found.then_some(Inferred { mention: city, reason: "place: this city, of the dateline", country_only: false })
}

/// "was stabbed near his home IN THE CAPITAL": that of the country that the article speaks of, where it is also named.
fn in_capital(read: Reader, dossier: &Dossier, country: Option<(usize, usize)>) -> Option<Inferred> {
    let (mention, _) = country.filter(|(_, share)| *share >= CLEAR)?;
    let capital = gazetteer::capital(country_of(read.mentions.get(mention)?)?)?;
    let named = |m: &Mention| m.place().and_then(|v| v.place.as_ref()).is_some_and(|p| p.name == capital.name);
    seat::capital_spoken(read, dossier).filter(|_| read.mentions.iter().any(named))?;
    Some(country_of_mention(mention, "place: country the article speaks of most"))
}

/// "The incident took place IN KURMI": no country.
fn occurred_at(read: Reader, dossier: &Dossier, sentence: Option<usize>) -> Option<Inferred> {
    let mention = place_in(read, dossier, sentence?)?;
    let narrow = read.mentions[mention].place().and_then(|p| p.place.as_ref()).is_none_or(|p| p.kind != "country");
    narrow.then_some(Inferred { mention, reason: "place: where it is said to have happened", country_only: false })
}

/// "The incident took place at 2 am ON SUNDAY".
fn occurred_on(read: Reader, sentence: Option<usize>) -> Option<(usize, &'static str)> {
    let hour = |n: &usize| read.mentions[*n].date().is_some_and(|d| d.reading.expr == Expr::Clock);
    let hours: Vec<usize> = read.inside(&read.sentence(sentence?)).filter(hour).collect();
    let found = date_in(read, sentence?, &hours, Precision::Month);
    found.map(|d| (d, "date: when it is said to have happened"))
}

/// Sentences that tell of the event.
fn told(dossier: &Dossier) -> BTreeSet<usize> {
    dossier.facts.iter().map(|f| f.frame.sentence).collect()
}

/// A date in a sentence of the event, or in the one before, unless that tells of another event: `tellers` counts the events
/// that each sentence tells of.
fn near_date(read: Reader, dossier: &Dossier, tellers: &BTreeMap<usize, usize>) -> Option<(usize, &'static str)> {
    let same = || beside(read, dossier, |_| true);
    let own = told(dossier);
    let free = |s: &usize| tellers.get(s).is_none_or(|n| *n <= usize::from(own.contains(s)));
    let day = |d: &usize| read.mentions[*d].date().is_some_and(|d| d.reading.expr != Expr::Clock); // "at dawn" tells none
    let before = || {
        dossier.facts.iter().find_map(|f| {
            let sentence = f.frame.sentence.checked_sub(1).filter(free)?;
            date_of_deed(read, dossier, sentence, &[], Precision::Month).filter(day)
        })
    };
    let above = || dossier.facts.iter().find_map(|f| heading_date(read, f.frame.sentence));
    same()
        .or_else(|| scene::day_behind(read, dossier).map(|d| (d, "date: sentence behind")))
        .or_else(|| before().map(|d| (d, "date: sentence before")))
        .or_else(|| above().map(|d| (d, "date: heading above")))
        .or_else(|| {
            let dated =
                |s: usize| date_of_deed(read, dossier, s, &[], Precision::Month).filter(|d| sets_scene(read, *d));
            scene::of_paragraph(read, dossier, tellers, dated).map(|d| (d, "date: of the scene"))
        })
        .or_else(|| {
            let agency = widest(read) == Precision::Month;
            let dated = |s: usize| date_in(read, s, &[], Precision::Year).filter(day).filter(|_| !agency);
            scene::before(read, dossier, tellers, dated).map(|d| (d, "date: of the scene"))
        })
}

/// A day, or a month stated with its year; in agency copy one of the last days.
fn sets_scene(read: Reader, date: usize) -> bool {
    let Some(value) = read.mentions[date].date() else { return false };
    let stated = value.reference.is_none();
    let named = stated || !matches!(value.reading.expr, Expr::Clock | Expr::Holiday(..));
    let known = read.doc.article.published.as_ref().filter(|p| p.basis == Basis::Dateline).map(|p| p.date);
    let age = known.zip(value.interval).map(|(known, (_, last))| (known - last).get_days());
    named
        && age.map_or(value.precision == Precision::Day || stated, |days| {
            days <= BACKGROUND && value.precision == Precision::Day
        })
}

/// "murdered five years ago ... broke into her home on the night of 3 May 2016": a day of the stated year in a sentence of
/// the event.
fn finer(read: Reader, dossier: &Dossier) -> Option<(usize, &'static str)> {
    let (first, last) = dossier.date().filter(|d| d.precision == Precision::Year)?.interval?;
    let inside = |m: &Mention| m.date().and_then(|d| d.interval).is_some_and(|(a, b)| first <= a && b <= last);
    let within = |s: usize, others: &[usize]| {
        let mut others = others.to_vec();
        let tokens = read.sentence(s);
        others.extend(read.inside(&tokens).filter(|&n| !inside(&read.mentions[n])));
        date_in(read, s, &others, Precision::Month)
    };
    let found = dossier.facts.iter().find_map(|f| within(f.frame.sentence, &f.frame.other_dates));
    found.map(|d| (d, "date: same sentence, more precise"))
}

/// Sentences from the heading of a timeline's entry to the end of the entry.
const ENTRY: usize = 15;

/// A date in a sentence of one of these facts. "X was arrested. ... In MAY he was sentenced": the day of the sentence is not that
/// of the arrest.
fn beside(read: Reader, dossier: &Dossier, tells: impl Fn(&Fact) -> bool) -> Option<(usize, &'static str)> {
    let widest = widest(read);
    let mut facts = dossier.facts.iter().filter(|f| tells(f));
    let found = facts.find_map(|f| date_of_deed(read, dossier, f.frame.sentence, &f.frame.other_dates, widest));
    found.map(|d| (d, "date: same sentence"))
}

/// "26 April 2012" on a line of its own: the day of what is told below it.
fn heading_date(read: Reader, sentence: usize) -> Option<usize> {
    let above = read.doc.sentences.get(..sentence)?.iter().rev().take(ENTRY);
    let heading = above.into_iter().find(|s| s.kind == LineKind::Heading)?;
    let date = read.inside(&heading.tokens).find(|&m| read.mentions[m].date().is_some_and(|d| d.class == "DATE"))?;
    let word = |t: &usize| read.doc.text(*t).chars().any(char::is_alphanumeric);
    let whole = heading.tokens.clone().filter(word).all(|t| read.mentions[date].tokens.contains(&t));
    whole.then_some(date)
}

/// Days before publication in which news is fresh.
const FRESH: i32 = 7;

/// Days before publication from which a date is background.
const BACKGROUND: i32 = 31;

/// The day that a fresh page is about: one of the last days that it names, rather a day before publication, rather no
/// day of a report, never the day of another verb beside the event. A page that looks back tells of none, and agency copy
/// dates its reports only.
fn recent_day(read: Reader, dossier: &Dossier) -> Option<(usize, &'static str)> {
    let published = read.doc.article.published.as_ref().filter(|p| p.basis != Basis::Dateline)?.date;
    let age = |m: &Mention| {
        let value = m.date().filter(|d| matches!(d.class, "DATE" | "TIME"))?;
        Some((value.precision, (published - value.interval?.1).get_days()))
    };
    if read.mentions.iter().filter_map(age).any(|(_, days)| days > BACKGROUND) {
        return None;
    }
    let official = dossier.methods().iter().any(|m| of_authorities(m));
    let own = |m: &Mention| official || !beside_court(read, m);
    let fresh =
        |m: &Mention| own(m) && age(m).is_some_and(|(p, days)| p == Precision::Day && (0..FRESH).contains(&days));
    let others: Vec<usize> = dossier.facts.iter().flat_map(|f| f.frame.other_dates.iter().copied()).collect();
    let days = read.mentions.iter().enumerate().filter(|(n, m)| fresh(m) && !others.contains(n));
    let cost = |m: &Mention| (age(m).is_some_and(|(_, days)| days == 0), beside_report(read, m));
    days.min_by_key(|(n, m)| (cost(m), *n)).map(|(n, _)| (n, "date: the day that the article is about"))
}

/// Agency copy tells of the last days: a year beside an event is background there.
fn widest(read: Reader) -> Precision {
    let agency = read.doc.article.published.as_ref().is_some_and(|p| p.basis == Basis::Dateline);
    if agency { Precision::Month } else { Precision::Year }
}

/// The same for a crime, which the last days that stand beside a verdict are not of: "a court ON FRIDAY sentenced two men for
/// the murder of X".
fn date_of_deed(
    read: Reader,
    dossier: &Dossier,
    sentence: usize,
    others: &[usize],
    widest: Precision,
) -> Option<usize> {
    let official = dossier.methods().iter().all(|m| of_authorities(m));
    let verdict = verdict_day(read, sentence).filter(|_| !official);
    date_in(read, sentence, &[others, verdict.as_slice()].concat(), widest)
}

/// The day of the last week nearest to what tells of a verdict in the sentence; "the jailed leader" tells of none.
fn verdict_day(read: Reader, sentence: usize) -> Option<usize> {
    let class = read.patterns.classes.verdicts?;
    let tokens = read.sentence(sentence);
    let told = |t: &usize| read.doc.hit(*t, class).is_some_and(|h| !read.doc.tag(t + h.len as usize).is_noun());
    let verdict = tokens.clone().find(told)?;
    let published = read.doc.article.published.as_ref()?.date;
    let last = |m: &Mention| m.date().and_then(|d| d.interval).map(|(_, last)| last);
    let fresh = |m: &Mention| last(m).is_some_and(|last| (published - last).get_days() <= FRESH);
    let days: Vec<usize> = read.inside(&tokens).filter(|&n| fresh(&read.mentions[n])).collect();
    let own = days.iter().any(|&n| beside_court(read, &read.mentions[n]));
    days.into_iter().filter(|_| !own).min_by_key(|&n| read.mentions[n].tokens.start.abs_diff(verdict))
}

/// The first date of the sentence, no wider than `widest`, that may be the event's, and is none of the others'.
fn date_in(read: Reader, sentence: usize, others: &[usize], widest: Precision) -> Option<usize> {
    let tokens = read.doc.sentences.get(sentence)?.tokens.clone();
    let dated = |m: &Mention| {
        let value = m.date().filter(|d| matches!(d.class, "DATE" | "TIME") && d.interval.is_some());
        value.is_some_and(|d| is_past(read, d) && d.precision <= widest)
            && !beside_report(read, m)
            && !beside_court(read, m)
            && !setting::in_dateline(read, m)
            && !setting::of_other(read, m)
    };
    read.inside(&tokens).find(|n| dated(&read.mentions[*n]) && !others.contains(n))
}

/// "was sentenced on Monday": the day of the court.
fn beside_court(read: Reader, m: &Mention) -> bool {
    (1..=2).filter_map(|n| m.tokens.start.checked_sub(n)).any(|t| read.in_court(t))
}

/// "said on Monday", "on Monday said": the date of the report.
fn beside_report(read: Reader, m: &Mention) -> bool {
    let before = (1..=2).filter_map(|n| m.tokens.start.checked_sub(n)).any(|t| read.reports(t));
    before || read.reports(m.tokens.end)
}
