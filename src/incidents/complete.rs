//! What the event's own clauses do not say but the article does: a place or date stated right beside the event.
//!
//! Inferred values carry their reason; nothing is taken from the outlet, and the machine's clock is never read.

use super::dossier::{Dossier, Inferred};
use super::fact::is_past;
use super::home::Home;
use super::nation::{country_of, main_country};
use super::{Site, home};
use crate::frames::argument::Reader;
use crate::frames::origin::{self, Tie};
use crate::frames::setting;
use crate::ingest::Basis;
use crate::mentions::{Mention, Place, PlaceForm, Precision};
use crate::patterns::lexicon::ClassId;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Share of all country mentions, in percent, from which the article's country also serves background incidents.
const CLEAR: usize = 60;

/// Share from which a place beside the event must lie in the article's country to be taken for the event's.
const MAJOR: usize = 45;

/// Fills gaps of all dossiers; `first` is the incident that the article is about.
pub fn complete(read: Reader, dossiers: &mut [Dossier], first: Option<usize>) {
    if dossiers.is_empty() {
        return;
    }
    let country = main_country(read);
    let town = home::of(read);
    let mut tellers: BTreeMap<usize, usize> = BTreeMap::new();
    dossiers.iter().flat_map(told).for_each(|sentence| *tellers.entry(sentence).or_default() += 1);
    for (n, dossier) in dossiers.iter_mut().enumerate() {
        let main = country.filter(|(_, share)| Some(n) == first || *share >= CLEAR).map(|(p, _)| p);
        let main = main.map(|p| country_of_mention(p, "place: country the article speaks of most"));
        dossier.home =
            town.clone().filter(|t| serves(dossier, t, Some(n) == first) && !foreign(read, &t.site, country));
        if dossier.facts.iter().all(|f| f.frame.places.is_empty()) {
            let main = main.filter(|_| dossier.home.is_none());
            dossier.inferred_place = here(read, dossier).or_else(|| infer_place(read, dossier, country)).or(main);
        } else if dossier.places().iter().all(|p| p.kind == "country") && here(read, dossier).is_some() {
            dossier.inferred_place = here(read, dossier);
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
        if dossier.facts.iter().all(|f| f.date.is_none()) {
            let recent = || recent_day(read, dossier).filter(|_| Some(n) == first);
            dossier.inferred_date = near_date(read, dossier, &tellers).or_else(recent);
        }
    }
}

/// The article's town is that of its own incident, and of others that happened in a street without a town.
fn serves(dossier: &Dossier, home: &Home, first: bool) -> bool {
    let places = dossier.places();
    let spot = |p: &&Place| p.kind == "facility" && p.geonames_id.is_none();
    let country = home.site.place.as_ref().and_then(|p| p.country.as_deref());
    let elsewhere = places.iter().any(|p| p.country.as_deref().is_some_and(|c| Some(c) != country));
    !elsewhere && (first || !places.is_empty() && places.iter().all(spot))
}

/// The article clearly speaks of another country than the town's.
fn foreign(read: Reader, town: &Site, country: Option<(usize, usize)>) -> bool {
    let clear = country.filter(|(_, share)| *share >= MAJOR).and_then(|(c, _)| country_of(read.mentions.get(c)?));
    let own = town.place.as_ref().and_then(|p| p.country.as_deref());
    clear.is_some() && own.is_some() && clear != own
}

/// In order of nearness; no place must contradict the country that the article speaks of.
fn infer_place(read: Reader, dossier: &Dossier, country: Option<(usize, usize)>) -> Option<Inferred> {
    let fits = |i: &Inferred| !elsewhere(read, i.mention, country, CLEAR);
    let near = |i: &Inferred| !elsewhere(read, i.mention, country, MAJOR);
    let beside = |i: &Inferred| if is_country(read, i.mention) { fits(i) } else { near(i) };
    let dateline = || dateline_place(read).map(|d| of_dateline(read, d)).filter(fits);
    near_place(read, dossier, 0, "place: same sentence")
        .filter(beside)
        .or_else(|| police(read, dossier))
        .or_else(|| near_place(read, dossier, 1, "place: sentence before").filter(near))
        .or_else(|| with_victim(read, dossier).filter(near))
        .or_else(dateline)
        .or_else(|| authorities(read, dossier).filter(fits))
        .or_else(|| nationals(read, dossier).filter(fits))
}

fn is_country(read: Reader, mention: usize) -> bool {
    read.mentions.get(mention).and_then(|m| m.place()?.place.as_ref()).is_some_and(|p| p.kind == "country")
}

/// The article speaks so often of a country in which the mentioned place cannot lie.
fn elsewhere(read: Reader, mention: usize, country: Option<(usize, usize)>, often: usize) -> bool {
    country.is_some_and(|(c, share)| share >= often && !may_agree(read, mention, c))
}

/// A local paper's dateline names the place; a capital in it only the country.
fn of_dateline(read: Reader, mention: usize) -> Inferred {
    Inferred { mention, reason: "place: dateline", country_only: read.mentions[mention].is_capital() }
}

/// A street by itself lies in the town that the report comes from.
fn is_street(read: Reader, place: usize) -> bool {
    let class = read.patterns.classes.street_nouns;
    let mention = read.mentions.get(place);
    let unlisted = mention.and_then(|m| m.place()).and_then(|v| v.place.as_ref());
    let unlisted = unlisted.is_none_or(|p| p.kind == "facility" && p.geonames_id.is_none());
    unlisted && mention.is_some_and(|m| m.tokens.clone().any(|t| class.is_some_and(|c| read.doc.is(t, c))))
}

/// "in this city", "in the capital" in a sentence of the event: the city of the dateline.
fn here(read: Reader, dossier: &Dossier) -> Option<Inferred> {
    let class = read.patterns.classes.here?;
    let locatives = read.patterns.classes.locatives?;
    let city = dateline_place(read).filter(|&d| read.mentions[d].place().is_some_and(|p| p.form == PlaceForm::Name))?;
    let capital = read.mentions[city].is_capital();
    let said = |t: usize| {
        let Some(hit) = read.doc.hit(t, class) else { return false };
        let entry = read.patterns.lexicon.entry(hit.entry);
        let named = read.doc.norm(t + hit.len as usize) == "of";
        let before = (1..=3).any(|n| t.checked_sub(n).is_some_and(|t| read.doc.is(t, locatives)));
        entry.is_some_and(|e| before && !named && (e.value.as_str() != "capital" || capital))
    };
    let sentences = dossier.facts.iter().filter_map(|f| read.doc.sentences.get(f.frame.sentence));
    let found = sentences.into_iter().any(|s| s.tokens.clone().any(said));
    found.then_some(Inferred { mention: city, reason: "place: this city, of the dateline", country_only: false })
}

fn country_of_mention(mention: usize, reason: &'static str) -> Inferred {
    Inferred { mention, reason, country_only: true }
}

/// A place name in a sentence of the event, or so many sentences before one.
fn near_place(read: Reader, dossier: &Dossier, back: usize, reason: &'static str) -> Option<Inferred> {
    let sentences = dossier.facts.iter().map(|f| f.frame.sentence.saturating_sub(back));
    let found = sentences.into_iter().find_map(|s| place_in(read, s));
    found.map(|mention| Inferred { mention, reason, country_only: false })
}

/// The first place name after a locative preposition, or "the town of"; continents and seas are too wide.
fn place_in(read: Reader, sentence: usize) -> Option<usize> {
    let tokens = read.doc.sentences.get(sentence)?.tokens.clone();
    let located = |m: &Mention| {
        let wide = m.place().and_then(|p| p.place.as_ref()).is_none_or(|p| p.kind == "region" && p.country.is_none());
        let named = m.place().is_some_and(|p| p.form != PlaceForm::Demonym) && !wide;
        let before = |n: usize| m.tokens.start.checked_sub(n);
        let is = |t: Option<usize>, class: Option<ClassId>| t.is_some_and(|t| class.is_some_and(|c| read.doc.is(t, c)));
        let locative = is(before(1), read.patterns.classes.locatives);
        let called =
            before(1).is_some_and(|t| read.doc.norm(t) == "of") && is(before(2), read.patterns.classes.settlements);
        named && (locative || called)
    };
    let tied = |n: usize| matches!(origin::tie(read, n), Some(Tie::Comes | Tie::Speaks));
    read.inside(&tokens).find(|&n| located(&read.mentions[n]) && !tied(n))
}

/// "Rwandan authorities arrested ...": the country whose authorities are named.
fn authorities(read: Reader, dossier: &Dossier) -> Option<Inferred> {
    let mut acting = dossier.facts.iter().flat_map(|f| &f.perpetrators).filter(|p| p.kind == "state");
    acting
        .find_map(|p| country_inside(read, &p.tokens))
        .map(|p| country_of_mention(p, "place: country of the authorities named"))
}

/// "Turkish police arrested ...": they act in their own country.
fn police(read: Reader, dossier: &Dossier) -> Option<Inferred> {
    let class = read.patterns.classes.institutions;
    let mut acting = dossier.facts.iter().flat_map(|f| &f.perpetrators).filter(|p| p.kind == "state" && read.holds(p.tokens.clone(), class));
    acting.find_map(|p| country_inside(read, &p.tokens)).map(|p| country_of_mention(p, "place: country of the police named"))
}

/// Sentences beside which a place that is told of the victim may be the event's.
const TOLD_NEAR: usize = 6;

/// "Roe was visiting a friend in Lagos": a place in another sentence that names the victim.
fn with_victim(read: Reader, dossier: &Dossier) -> Option<Inferred> {
    let victims = dossier.named();
    let at = dossier.facts.iter().map(|f| f.frame.sentence).min()?;
    let sentences: BTreeSet<usize> = read.mentions.iter().filter(|m| m.person().is_some_and(|p| victims.contains(&p.entity))).map(|m| read.doc.sentence_number(m.tokens.start)).collect();
    let mut near: Vec<usize> = sentences.into_iter().filter(|s| s.abs_diff(at) <= TOLD_NEAR).collect();
    near.sort_by_key(|s| (s.abs_diff(at), *s));
    let found = near.into_iter().find_map(|s| place_in(read, s));
    found.map(|mention| Inferred { mention, reason: "place: sentence that names the victim", country_only: false })
}

/// "a Turkish journalist": the country of the victims.
fn nationals(read: Reader, dossier: &Dossier) -> Option<Inferred> {
    let mut hurt = dossier.facts.iter().flat_map(|f| &f.victims);
    hurt.find_map(|v| country_inside(read, &v.tokens))
        .map(|p| country_of_mention(p, "place: country of the victims named"))
}

fn country_inside(read: Reader, tokens: &Range<usize>) -> Option<usize> {
    let country = |m: &Mention| m.place().and_then(|p| p.place.as_ref()).is_some_and(|p| p.kind == "country");
    read.inside(tokens).find(|&n| country(&read.mentions[n]))
}

/// The dateline lies in the country, or a place of its name does.
fn may_agree(read: Reader, dateline: usize, country: usize) -> bool {
    let wanted = read.mentions.get(country).and_then(country_of);
    let Some(mention) = read.mentions.get(dateline) else { return false };
    let others = mention.place().map(|p| p.alternatives.as_slice()).unwrap_or_default();
    country_of(mention) == wanted || others.iter().any(|p| p.country.as_deref() == wanted)
}

fn dateline_place(read: Reader) -> Option<usize> {
    let span = read.doc.article.dateline.as_ref()?.place?;
    let near = read.mentions.partition_point(|m| m.span.start < span.end);
    read.mentions[..near].iter().position(|m| m.place().is_some_and(|p| p.place.is_some()) && span.overlaps(m.span))
}

/// Sentences that tell of the event.
fn told(dossier: &Dossier) -> BTreeSet<usize> {
    dossier.facts.iter().map(|f| f.frame.sentence).collect()
}

/// A date in a sentence of the event, or in the one before, unless that tells of another event: `tellers` counts the events
/// that each sentence tells of.
fn near_date(read: Reader, dossier: &Dossier, tellers: &BTreeMap<usize, usize>) -> Option<(usize, &'static str)> {
    let same = dossier.facts.iter().find_map(|f| date_in(read, f.frame.sentence, &f.frame.other_dates));
    let own = told(dossier);
    let free = |s: &usize| tellers.get(s).is_none_or(|n| *n <= usize::from(own.contains(s)));
    let before =
        || dossier.facts.iter().find_map(|f| date_in(read, f.frame.sentence.checked_sub(1).filter(free)?, &[]));
    same.map(|d| (d, "date: same sentence")).or_else(|| before().map(|d| (d, "date: sentence before")))
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
    let fresh = |m: &Mention| age(m).is_some_and(|(p, days)| p == Precision::Day && (0..FRESH).contains(&days));
    let others: Vec<usize> = dossier.facts.iter().flat_map(|f| f.frame.other_dates.iter().copied()).collect();
    let days = read.mentions.iter().enumerate().filter(|(n, m)| fresh(m) && !others.contains(n));
    let cost = |m: &Mention| (age(m).is_some_and(|(_, days)| days == 0), beside_report(read, m));
    days.min_by_key(|(n, m)| (cost(m), *n)).map(|(n, _)| (n, "date: the day that the article is about"))
}

/// The first date of the sentence that may be the event's, and is none of the others'. Agency copy tells of the last days:
/// a year beside an event is background there.
fn date_in(read: Reader, sentence: usize, others: &[usize]) -> Option<usize> {
    let tokens = read.doc.sentences.get(sentence)?.tokens.clone();
    let agency = read.doc.article.published.as_ref().is_some_and(|p| p.basis == Basis::Dateline);
    let widest = if agency { Precision::Month } else { Precision::Year };
    let dated = |m: &Mention| {
        let value = m.date().filter(|d| matches!(d.class, "DATE" | "TIME") && d.interval.is_some());
        value.is_some_and(|d| is_past(read, d) && d.precision <= widest)
            && !beside_report(read, m)
            && !setting::in_dateline(read, m)
            && !setting::of_other(read, m)
    };
    read.inside(&tokens).find(|n| dated(&read.mentions[*n]) && !others.contains(n))
}

/// "said on Monday", "on Monday said": the date of the report.
fn beside_report(read: Reader, m: &Mention) -> bool {
    let before = (1..=2).filter_map(|n| m.tokens.start.checked_sub(n)).any(|t| read.reports(t));
    before || read.reports(m.tokens.end)
}
