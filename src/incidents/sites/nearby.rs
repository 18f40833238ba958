//! The place of an event that its own clauses do not name: what stands in its sentences or beside them, in the dateline, or
//! in the words for those who acted and those who were hurt.
//!
//! Input: a dossier without a place; output: a mention with the reason why it is taken.

use crate::document::{Shape, Tag};
use crate::frames::Status;
use crate::frames::people::argument::Reader;
use crate::frames::setting;
use crate::frames::setting::capital;
use crate::frames::setting::located;
use crate::frames::setting::origin::{self, Tie};
use crate::incidents::dossier::{Dossier, Inferred};
use crate::incidents::sites::nation::{self, country_of};
use crate::incidents::sites::office;
use crate::incidents::sites::same_town;
use crate::incidents::sites::scene::{self, Tellers};
use crate::ingest::Basis;
use crate::mentions::{Mention, Place, PlaceForm, Precision};
use crate::patterns::lexicon::ClassId;
use crate::patterns::methods::{from_afar as strikes_afar, of_authorities};
use std::ops::Range;

/// Share of all country mentions, in percent, from which the article's country also serves background incidents.
pub const CLEAR: usize = 60;

/// Share from which a place beside the event must lie in the article's country to be taken for the event's.
pub const MAJOR: usize = 45;

/// Tokens of the head of an entry.
const HEAD: usize = 12;

/// Sentences beside which a place that is told of the victim may be the event's.
const TOLD_NEAR: usize = 6;

/// In order of nearness; no place must contradict the country that the article speaks of.
pub fn infer_place(
    read: Reader,
    dossier: &Dossier,
    tellers: &Tellers,
    country: Option<(usize, usize)>,
) -> Option<Inferred> {
    let fits = |i: &Inferred| !elsewhere(read, i.mention, country, CLEAR);
    let near = |i: &Inferred| !elsewhere(read, i.mention, country, MAJOR);
    let lives = |i: &Inferred| origin::tie(read, i.mention) == Some(Tie::Lives);
    let beside = |i: &Inferred| if is_country(read, i.mention) { fits(i) || lives(i) } else { near(i) };
    let told = |i: Inferred| Inferred { country_only: i.country_only && !fresh_blast(read, dossier), ..i };
    let dateline = || dateline_place(read).map(|d| told(of_dateline(read, d))).filter(fits);
    plotted(read, dossier)
        .or_else(|| same_town::named(read, dossier, country))
        .or_else(|| office::held(read, dossier).filter(near))
        .or_else(|| headed(read, dossier))
        .or_else(|| struck(read, dossier).filter(near))
        .or_else(|| near_place(read, dossier, 0, "place: same sentence").filter(beside))
        .or_else(|| police(read, dossier))
        .or_else(|| townspeople(read, dossier).filter(near))
        .or_else(|| near_place(read, dossier, 1, "place: sentence before").filter(near))
        .or_else(|| of_scene(read, dossier, tellers).filter(near))
        .or_else(|| with_victim(read, dossier).filter(near))
        .or_else(|| abroad(read, dossier))
        .or_else(|| from_afar(read, dossier))
        .or_else(dateline)
        .or_else(|| authorities(read, dossier).filter(fits))
        .or_else(|| nationals(read, dossier).filter(fits))
}

/// Days before a report in which a blast is what it reports.
const FRESH: i32 = 1;

/// "BOGOTA, 3 May (Efe) -- Two bombs exploded today at a bank": an agency says where, unless it was in its own town.
fn fresh_blast(read: Reader, dossier: &Dossier) -> bool {
    let published = read.doc.article.published.as_ref().map(|p| p.date);
    let told = dossier.date().filter(|d| d.precision <= Precision::Day).and_then(|d| d.interval);
    let fresh = published.zip(told).is_some_and(|(p, (_, day))| (0..=FRESH).contains(&(p - day).get_days()));
    let sentences = dossier.facts.iter().flat_map(|f| f.frame.sentence.saturating_sub(1)..=f.frame.sentence);
    fresh
        && dossier.methods().iter().any(|m| m == "bombing")
        && dossier.status().happened()
        && dossier.home.is_none()
        && !sentences.into_iter().any(|s| names_town(read, s))
}

/// "MEDELLIN police announced that": the sentence speaks of some town.
fn names_town(read: Reader, sentence: usize) -> bool {
    let town = |m: &Mention| m.place().and_then(|p| p.place.as_ref()).is_some_and(Place::is_town);
    read.mentions[read.inside(&read.sentence(sentence))].iter().any(|m| town(m) && !setting::in_dateline(read, m))
}

/// "planned to abduct the writer, who lives in Lagos", "a Lagos-based writer": a plot that came to nothing was against
/// somebody at home.
fn plotted(read: Reader, dossier: &Dossier) -> Option<Inferred> {
    let lives = |n: &usize| origin::tie(read, *n) == Some(Tie::Lives);
    let sentences = || dossier.facts.iter().map(|f| read.sentence(f.frame.sentence));
    let named = |n: &usize| read.mentions[*n].place().is_some_and(|p| p.form != PlaceForm::Demonym);
    let hurt = || dossier.facts.iter().flat_map(|f| f.described());
    let home = hurt().find_map(|v| read.inside(&v.tokens).find(named));
    let home = home.or_else(|| sentences().find_map(|s| read.inside(&s).find(|n| named(n) && lives(n))));
    let found = home.filter(|_| dossier.status() == Status::Planned || dossier.status() == Status::Attempted);
    found.map(|mention| Inferred { mention, reason: "place: where the victim of the plot lives", country_only: false })
}

fn is_town(read: Reader, mention: usize) -> bool {
    let value = read.mentions[mention].place().filter(|p| p.form == PlaceForm::Name);
    value.and_then(|p| p.place.as_ref()).is_some_and(Place::is_town)
}

/// "• Munich, 1972: gunmen seize athletes": the town and date before the colon head what is told.
fn headed(read: Reader, dossier: &Dossier) -> Option<Inferred> {
    let head = |sentence: usize| {
        let tokens = read.sentence(sentence);
        let colon = tokens.clone().take(HEAD).find(|&t| read.doc.text(t) == ":")?;
        let inside = &read.mentions[read.inside(&(tokens.start..colon))];
        let (first, rest) = inside.split_first()?;
        let opens = (tokens.start..first.tokens.start).all(|t| read.doc.tokens[t].shape == Shape::Mark);
        let dated = rest.len() == 1 && rest[0].date().is_some() && rest[0].tokens.end == colon;
        let town = first.place().and_then(|p| p.place.as_ref()).is_some_and(Place::is_town);
        (opens && dated && town).then_some(read.inside(&tokens).start)
    };
    let found = dossier.facts.iter().find_map(|f| head(f.frame.sentence));
    found.map(|mention| Inferred { mention, reason: "place: head of the entry", country_only: false })
}

/// "missiles struck Aden AIRPORT": what was hit is a place.
fn struck(read: Reader, dossier: &Dossier) -> Option<Inferred> {
    let named = |n: &usize| read.mentions[*n].place().is_some_and(|p| p.form == PlaceForm::Name);
    let mut targets = dossier.facts.iter().flat_map(|f| &f.frame.targets);
    let found = targets.find_map(|t| read.inside(&t.tokens).find(named));
    found.map(|mention| Inferred { mention, reason: "place: what was hit", country_only: false })
}

fn is_country(read: Reader, mention: usize) -> bool {
    read.mentions.get(mention).and_then(|m| m.place()?.place.as_ref()).is_some_and(|p| p.kind == "country")
}

/// The article speaks so often of a country in which the mentioned place cannot lie.
pub fn elsewhere(read: Reader, mention: usize, country: Option<(usize, usize)>, often: usize) -> bool {
    country.is_some_and(|(c, share)| share >= often && !may_agree(read, mention, c))
}

/// A local paper's dateline names the place; where an agency sits names only the country.
pub fn of_dateline(read: Reader, mention: usize) -> Inferred {
    Inferred { mention, reason: "place: dateline", country_only: is_seat(read, &read.mentions[mention]) }
}

/// "BOGOTA, 3 May (Efe) --": a capital with the day of the report is where an agency files from all over the country.
pub fn is_seat(read: Reader, mention: &Mention) -> bool {
    let agency = read.doc.article.published.as_ref().is_some_and(|p| p.basis == Basis::Dateline);
    agency && mention.is_capital()
}

/// Only the country of the mentioned place.
pub fn country_of_mention(mention: usize, reason: &'static str) -> Inferred {
    Inferred { mention, reason, country_only: true }
}

/// A place name in a sentence of the event, or so many sentences before one.
fn near_place(read: Reader, dossier: &Dossier, back: usize, reason: &'static str) -> Option<Inferred> {
    let sentences = dossier.facts.iter().map(|f| f.frame.sentence.saturating_sub(back));
    let found = sentences.into_iter().find_map(|s| place_in(read, dossier, s));
    found.map(|mention| Inferred { mention, reason, country_only: false })
}

/// "She was crossing a bridge IN LEEDS. It was raining. Two men shot her": told earlier in the paragraph.
fn of_scene(read: Reader, dossier: &Dossier, tellers: &Tellers) -> Option<Inferred> {
    let found = scene::of_paragraph(read, dossier, tellers, |s| place_in(read, dossier, s));
    found.map(|mention| Inferred { mention, reason: "place: of the scene", country_only: false })
}

/// The first place name after a locative preposition, or "the town of"; continents and seas are too wide.
pub fn place_in(read: Reader, dossier: &Dossier, sentence: usize) -> Option<usize> {
    let official = dossier.methods().iter().all(|m| of_authorities(m));
    let tokens = read.doc.sentences.get(sentence)?.tokens.clone();
    let located = |m: &Mention| {
        let wide = m.place().and_then(|p| p.place.as_ref()).is_none_or(|p| p.kind == "region" && p.country.is_none());
        let named = m.place().is_some_and(|p| p.form != PlaceForm::Demonym) && !wide;
        let before = |n: usize| m.tokens.start.checked_sub(n);
        let is = |t: Option<usize>, class: Option<ClassId>| t.is_some_and(|t| read.is(t, class));
        let locative =
            is(before(1), read.patterns.classes.locatives) || before(1).is_some_and(|t| located::at_edge(read, t)); // "on the outskirts OF Leeds"
        let called =
            before(1).is_some_and(|t| read.doc.norm(t) == "of") && is(before(2), read.patterns.classes.settlements);
        let article = usize::from(before(1).is_some_and(|t| read.doc.norm(t) == "the"));
        let capital = || capital::meant(read, m).is_some() && is(before(1 + article), read.patterns.classes.locatives);
        named && (locative || called) || capital()
    };
    let tied = |n: usize| matches!(origin::tie(read, n), Some(Tie::Comes | Tie::Speaks));
    let seat = |n: usize| !official && origin::legal_seat(read, n);
    read.inside(&tokens).find(|&n| located(&read.mentions[n]) && !tied(n) && !seat(n))
}

/// "Rwandan authorities arrested ...": the country whose authorities are named.
fn authorities(read: Reader, dossier: &Dossier) -> Option<Inferred> {
    if dossier.methods().iter().any(|m| strikes_afar(m)) {
        return None; // "an Israeli air strike"
    }
    let done = dossier.facts.iter().filter(|f| f.frame.status != Status::Planned);
    let mut acting = done.flat_map(|f| &f.perpetrators).filter(|p| p.kind == "state");
    acting
        .find_map(|p| country_inside(read, &p.tokens))
        .map(|p| country_of_mention(p, "place: country of the authorities named"))
}

/// "OTTAWA - Canada condemned the arrest of a Belarusian editor": those who speak of it do so from afar.
fn from_afar(read: Reader, dossier: &Dossier) -> Option<Inferred> {
    let seat = dateline_place(read).filter(|&d| read.mentions[d].is_capital())?;
    let told = country_of(&read.mentions[seat])?;
    // "the Writers' Club of Thailand said" in Bangkok: those who sit there tell of what happens there.
    let seated = |m: &Mention| {
        let word = |n: usize| m.tokens.start.checked_sub(n);
        word(1).is_some_and(|t| read.doc.norm(t) == "of") && word(2).is_some_and(|t| read.doc.tag(t) == Tag::NNP)
    };
    let voice = |n: usize| {
        let m = &read.mentions[n];
        country_of(m) == Some(told) && nation::speaks(read, m) && !seated(m)
    };
    let first = read.sentence(dossier.first_sentence());
    let spoken = read.inside(&first).any(voice);
    let away = |i: &Inferred| country_of(&read.mentions[i.mention]) != Some(told);
    nationals(read, dossier).filter(|i| spoken && away(i))
}

/// "Turkish police arrested ...": they act in their own country.
fn police(read: Reader, dossier: &Dossier) -> Option<Inferred> {
    let class = read.patterns.classes.institutions;
    let mut acting = dossier
        .facts
        .iter()
        .flat_map(|f| &f.perpetrators)
        .filter(|p| p.kind == "state" && read.holds(p.tokens.clone(), class));
    acting
        .find_map(|p| country_inside(read, &p.tokens))
        .map(|p| country_of_mention(p, "place: country of the police named"))
}

/// "Roe was visiting a friend in Lagos": a place in another sentence that names the victim, the nearest first.
fn with_victim(read: Reader, dossier: &Dossier) -> Option<Inferred> {
    let victims = dossier.named();
    let at = dossier.facts.iter().map(|f| f.frame.sentence).min()?;
    let named = |m: &Mention| m.person().is_some_and(|p| victims.contains(&p.entity));
    let names = |s: &usize| {
        let tokens = read.sentence(*s);
        read.inside(&tokens).any(|n| named(&read.mentions[n]))
    };
    let around = (1..=TOLD_NEAR).flat_map(|n| [at.checked_sub(n), Some(at + n)]).flatten();
    let found = around.filter(names).find_map(|s| place_in(read, dossier, s));
    found.map(|mention| Inferred { mention, reason: "place: sentence that names the victim", country_only: false })
}

/// "Canadian soldiers killed Afghan villagers", told in Ottawa: where those lived who were hurt.
fn abroad(read: Reader, dossier: &Dossier) -> Option<Inferred> {
    let mut acting = dossier.facts.iter().flat_map(|f| &f.perpetrators);
    let forces = acting.find(|p| read.holds(p.tokens.clone(), read.patterns.classes.military))?;
    let theirs = country_inside(read, &forces.tokens).and_then(|n| country_of(&read.mentions[n]))?;
    let told = dateline_place(read).and_then(|d| country_of(&read.mentions[d]));
    let away = |i: &Inferred| country_of(&read.mentions[i.mention]) != Some(theirs);
    nationals(read, dossier).filter(|i| told.is_none_or(|c| c == theirs) && away(i))
}

/// "a Turkish journalist", "a Brooklyn writer": the country of the victims.
fn nationals(read: Reader, dossier: &Dossier) -> Option<Inferred> {
    let hurt = || dossier.facts.iter().flat_map(|f| &f.victims);
    let planned = dossier.facts.iter().all(|f| f.frame.status == Status::Planned);
    let home = || {
        hurt()
            .filter(|_| planned)
            .find_map(|v| read.inside(&v.tokens).find(|&n| country_of(&read.mentions[n]).is_some()))
    };
    let found = home().or_else(|| hurt().find_map(|v| country_inside(read, &v.tokens)));
    found.map(|p| country_of_mention(p, "place: country of the victims named"))
}

/// "27 students of the college in Leeds", "Leeds students": the town of those whom it befell.
fn townspeople(read: Reader, dossier: &Dossier) -> Option<Inferred> {
    let town = |n: &usize| is_town(read, *n) && origin::tie(read, *n).is_none();
    let hurt = dossier.facts.iter().flat_map(|f| f.described());
    let found = hurt.into_iter().find_map(|v| read.inside(&v.tokens).find(town));
    found.map(|mention| Inferred { mention, reason: "place: town of the victims named", country_only: false })
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

/// The place of the dateline.
pub fn dateline_place(read: Reader) -> Option<usize> {
    let span = read.doc.article.dateline.as_ref()?.place?;
    let near = read.mentions.partition_point(|m| m.span.start < span.end);
    read.mentions[..near].iter().position(|m| m.place().is_some_and(|p| p.place.is_some()) && span.overlaps(m.span))
}
