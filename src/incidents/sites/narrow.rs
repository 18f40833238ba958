//! A town for an event of which only the country is known: "the Leeds lawyer was at dinner when gunmen broke in", "On 3 May a
//! young man sat in a cafe in Leeds. ... A stranger shot him".
//!
//! Input: a dossier whose places are countries, or none; output: a town that its sentences name in whatever way, else the one
//! named last before them in sentences that tell of no other event. An agency names the towns of what it reports.

use crate::document::Tag;
use crate::frames::people::argument::Reader;
use crate::frames::setting;
use crate::frames::setting::origin::{self, Tie};
use crate::incidents::dossier::{Dossier, Inferred};
use crate::incidents::sites::nation::country_of;
use crate::incidents::sites::same_town;
use crate::incidents::sites::scene::{self, Tellers};
use crate::ingest::Basis;
use crate::mentions::{Mention, Place, PlaceForm, Value};
use crate::patterns::methods::of_authorities;
use std::collections::BTreeSet;

/// See the module; the town lies in one of the event's countries, if any is known.
pub fn town(read: Reader, dossier: &Dossier, tellers: &Tellers) -> Option<Inferred> {
    let agency = read.doc.article.published.as_ref().is_some_and(|p| p.basis == Basis::Dateline);
    let inferred = dossier.inferred_place;
    let placed = |p: &Place| p.kind != "country";
    let narrow = inferred.is_some_and(|i| !i.country_only && !is_country(&read.mentions[i.mention]));
    if agency || narrow || dossier.home.is_some() || dossier.places().into_iter().any(placed) {
        return None;
    }
    let stated = dossier.places().into_iter().filter_map(|p| p.country.as_deref());
    let countries: BTreeSet<&str> =
        stated.chain(inferred.and_then(|i| country_of(&read.mentions[i.mention]))).collect();
    let fits = |n: usize| {
        let mention = &read.mentions[n];
        let inside = |c: &str| countries.is_empty() || countries.contains(c);
        is_town(mention) && country_of(mention).is_none_or(inside) && !setting::in_dateline(read, mention)
    };
    same_town::there(read, dossier, fits)
        .or_else(|| beside(read, dossier, &fits))
        .or_else(|| before(read, dossier, &fits, tellers))
}

fn is_country(mention: &Mention) -> bool {
    mention.place().and_then(|v| v.place.as_ref()).is_some_and(|p| p.kind == "country")
}

fn is_town(mention: &Mention) -> bool {
    let value = mention.place().filter(|v| v.form == PlaceForm::Name);
    value.and_then(|v| v.place.as_ref()).is_some_and(|p| p.is_town() || p.kind == "admin1")
}

/// In a sentence of the event, not as the subject of what somebody said or did there.
fn beside(read: Reader, dossier: &Dossier, fits: &impl Fn(usize) -> bool) -> Option<Inferred> {
    let official = dossier.methods().iter().all(|m| of_authorities(m));
    let free = |n: usize| (official || !origin::legal_seat(read, n)) && origin::tie(read, n) != Some(Tie::Speaks);
    let told = |n: &usize| fits(*n) && free(*n) && is_where(read, &read.mentions[*n]);
    let sentences = || dossier.facts.iter().map(|f| read.inside(&read.sentence(f.frame.sentence)));
    let scene = |n: &usize| told(n) && tells_where(read, &read.mentions[*n]);
    let mention = sentences().find_map(|mut s| s.find(scene)).or_else(|| sentences().find_map(|mut s| s.find(told)))?;
    Some(Inferred { mention, reason: "place: named in the same sentence", country_only: false })
}

/// "at a house in LEEDS", "the streets of LEEDS", "the LEEDS lawyer", "a flight from LEEDS", "to LEEDS, where he was shot".
fn is_where(read: Reader, mention: &Mention) -> bool {
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let before = |n: usize| start.checked_sub(n);
    let norm = |t: Option<usize>| t.map_or("", |t| read.doc.norm(t));
    let journey = || before(2).is_some_and(|t| read.is(t, read.patterns.classes.journeys));
    let way = |t: usize| matches!(read.doc.norm(t), "to" | "toward" | "towards" | "into");
    match norm(before(1)) {
        _ if tells_where(read, mention) => true,
        _ if before(1).is_some_and(way) => journey(),
        "from" => journey() || office_of(read, start),
        "of" => true,
        _ => located(read, start) || read.doc.tag(end).is_noun() && !of_body(read, mention),
    }
}

/// "LEEDS, WHERE in 1988 he was shot".
fn tells_where(read: Reader, mention: &Mention) -> bool {
    let end = mention.tokens.end;
    read.doc.norm(end) == "," && read.doc.norm(end + 1) == "where"
}

/// "a councillor FROM LEEDS" holds an office there.
fn office_of(read: Reader, start: usize) -> bool {
    let held = |t: usize| read.is(t, read.patterns.classes.offices);
    start.checked_sub(2).is_some_and(held)
}

fn located(read: Reader, start: usize) -> bool {
    let place = |t: usize| read.is(t, read.patterns.classes.locatives);
    start.checked_sub(1).is_some_and(place)
}

/// "WAFB 9 News LEEDS, LEEDS News", "left a LEEDS hospital": part of a body's name, or where the hurt are brought.
fn of_body(read: Reader, mention: &Mention) -> bool {
    let outlet = |m: &Mention| matches!(m.value, Value::Org { .. }) && m.tokens.start <= mention.tokens.end;
    let (from, end) = (mention.tokens.start, mention.tokens.end);
    let treats = read.is(end, read.patterns.classes.hospitals);
    treats || read.mentions[read.inside(&(from..end + 1))].iter().any(outlet) || read.doc.tag(end) == Tag::NNP
}

/// Behind a preposition in the sentences that lead to the event.
fn before(read: Reader, dossier: &Dossier, fits: &impl Fn(usize) -> bool, tellers: &Tellers) -> Option<Inferred> {
    let told = |n: &usize| {
        let start = read.mentions[*n].tokens.start;
        let article = usize::from(start > 0 && read.doc.norm(start - 1) == "the");
        fits(*n) && origin::tie(read, *n).is_none() && located(read, start - article)
    };
    let named = |s: usize| read.inside(&read.sentence(s)).rev().find(told);
    let mention = scene::before(read, dossier, tellers, named)?;
    Some(Inferred { mention, reason: "place: named in a sentence before", country_only: false })
}
