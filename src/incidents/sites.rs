//! Where an event happened: the places of its facts, each once, with the town that a street or quarter lies in.
//!
//! "Elm Street" alone says little: where the event or the article names one town, the street is given in that town and has its
//! position. A division that merely contains a place of the event is left out: it stands in that place's own columns.

pub mod complete;
pub mod divisions;
pub mod home;
pub mod interval;
pub mod narrow;
pub mod nation;
pub mod nearby;
pub mod occurred;
pub mod office;
pub mod one_country;
pub mod org_country;
pub mod same_town;
pub mod scene;
pub mod seat;
pub mod strangers;

use crate::document::Shape;
use crate::frames::people::argument::Reader;
use crate::frames::setting::capital;
use crate::incidents::Site;
use crate::incidents::coreference::AROUND;
use crate::incidents::dossier::Dossier;
use crate::mentions::{Mention, Place, PlaceForm};
use crate::patterns::gazetteer;
use crate::patterns::methods::of_authorities;
use crate::resolve::places::contains;
use divisions::Divisions;
use home::{Home, is_street};

/// Places of all facts, most specific first; the inferred one when none is stated. `own`: the article is about this event.
pub fn of(read: Reader, dossier: &Dossier, divisions: &Divisions, own: bool) -> Vec<Site> {
    // "was arrested in Lima ... remains in Callao prison": where a later stage happened.
    let tells = |p: &Place| p.kind != "country" || !dossier.methods().iter().all(|m| of_authorities(m));
    let first = dossier.facts.iter().any(|f| !f.frame.later && f.places.iter().any(tells));
    let stated = dossier.facts.iter().filter(|f| !first || !f.frame.later).flat_map(|f| f.frame.places.iter().copied());
    let stated = stated.filter_map(|p| Some(settled(read, read.mentions.get(p)?, dossier.home.as_ref())));
    let inferred = dossier.inferred_place.and_then(|i| {
        let mention = read.mentions.get(i.mention)?;
        if !i.country_only {
            return Some(settled(read, mention, dossier.home.as_ref()));
        }
        let division = divisions.around(mention).map(|d| division_site(read, mention, d));
        division.or_else(|| country_site(read, mention)).or_else(|| org_country::site(read, mention))
    });
    let mut out: Vec<Site> = Vec::new();
    for site in stated.chain(inferred) {
        if !out.iter().any(|s| s.name.eq_ignore_ascii_case(&site.name)) {
            out.push(site);
        }
    }
    let out = one_country::settle(read, in_town(out, dossier.home.as_ref().map(|h| &h.site)), own);
    let mut out = without_containers(out);
    if out.iter().all(|s| s.place.as_ref().is_none_or(|p| is_unlisted(p) && p.kind != "town")) {
        out = in_division(read, out, divisions);
    }
    if out.iter().all(|s| s.place.as_ref().is_some_and(|p| p.kind == "country")) {
        out.extend(campus(read, dossier));
    }
    let seat = if let [country] = &out[..] { seat::of(read, dossier, country) } else { None };
    let mut out = seat.map_or(out, |seat| vec![seat]);
    out.sort_by_key(|s| s.place.as_ref().map_or(0, |p| width(p.kind)));
    once(out)
}

/// Two streets of one town are one place.
fn once(sites: Vec<Site>) -> Vec<Site> {
    let mut out: Vec<Site> = Vec::new();
    for site in sites {
        if !out.iter().any(|s| s.name == site.name && s.place == site.place) {
            out.push(site);
        }
    }
    out
}

/// "were shot at Strelsau University": more than the country alone.
fn campus(read: Reader, dossier: &Dossier) -> Option<Site> {
    let mention = dossier.facts.iter().find_map(|f| read.mentions.get(f.frame.campus?))?;
    Some(site(read, mention))
}

/// Streets and buildings lie in the one town that the event names, else in the article's; that one is also taken where
/// the event names only what contains it.
fn in_town(sites: Vec<Site>, home: Option<&Site>) -> Vec<Site> {
    let named = sites.iter().find(|s| s.place.as_ref().is_some_and(Place::is_town));
    let Some(town) = named.or(home).cloned() else { return sites };
    let own = sites.iter().any(|s| s.name == town.name);
    let mut out: Vec<Site> = Vec::new();
    for site in sites.into_iter().filter(|s| s.name != town.name) {
        out.push(if is_spot(&site, &town) { inside(site, &town) } else { site });
    }
    let placed = out.iter().any(|s| s.place == town.place);
    if !placed && (own || out.iter().all(|s| holds(s, &town))) {
        out.insert(0, town);
    }
    out
}

fn holds(outer: &Site, inner: &Site) -> bool {
    outer.place.as_ref().zip(inner.place.as_ref()).is_some_and(|(a, b)| contains(a, b))
}

/// A street, building or quarter: something inside the town that is no town itself.
fn is_spot(site: &Site, town: &Site) -> bool {
    let Some((place, town)) = site.place.as_ref().zip(town.place.as_ref()) else { return site.place.is_none() };
    is_unlisted(place) && (place.lat.is_none() || contains(town, place))
}

fn inside(site: Site, town: &Site) -> Site {
    Site { name: town.name.clone(), text: site.text, place: town.place.clone() }
}

/// Drops what contains another site of the event.
fn without_containers(sites: Vec<Site>) -> Vec<Site> {
    let wider: Vec<bool> = sites.iter().map(|s| sites.iter().any(|inner| holds(s, inner))).collect();
    sites.into_iter().zip(wider).filter(|(_, wider)| !wider).map(|(site, _)| site).collect()
}

/// Spots without a town, in the one division that the article speaks of.
fn in_division(read: Reader, sites: Vec<Site>, divisions: &Divisions) -> Vec<Site> {
    let Some((mention, place)) = divisions.main() else { return sites };
    let division = division_site(read, mention, place);
    sites.into_iter().map(|site| inside(site, &division)).collect()
}

fn is_unlisted(place: &Place) -> bool {
    place.geonames_id.is_none() && matches!(place.kind, "facility" | "region" | "town")
}

/// The division, in the words by which its country is mentioned.
fn division_site(read: Reader, mention: &Mention, place: &Place) -> Site {
    Site { text: mention.span.flat(&read.doc.article.text), name: place.name.clone(), place: Some(place.clone()) }
}

/// The country in which a mentioned place lies.
fn country_site(read: Reader, mention: &Mention) -> Option<Site> {
    let place = gazetteer::country(mention.place()?.place.as_ref()?.country.as_deref()?)?;
    Some(Site { text: mention.span.flat(&read.doc.article.text), name: place.name.clone(), place: Some(place) })
}

fn width(kind: &str) -> u8 {
    match kind {
        "country" => 4,
        "region" => 3,
        "admin1" => 2,
        "admin2" => 1,
        _ => 0,
    }
}

/// The site of a mention; a quarter of the article's town is given in it, unless the text says where the place lies.
fn settled(read: Reader, mention: &Mention, home: Option<&Home>) -> Site {
    let site = site(read, mention);
    let quarter = home.filter(|h| site.place.as_ref().is_some_and(|p| h.has_quarter(p)) && !is_placed(read, mention));
    quarter.map(|h| inside(site.clone(), &h.site)).unwrap_or(site)
}

/// "Woodlawn, Maryland".
fn is_placed(read: Reader, mention: &Mention) -> bool {
    let end = mention.tokens.end;
    let next = read.mentions.partition_point(|m| m.tokens.start <= end);
    let wider = |m: &Mention| m.place().and_then(|v| v.place.as_ref()).is_some_and(|p| width(p.kind) > 1);
    read.doc.text(end) == "," && read.mentions.get(next).is_some_and(|m| m.tokens.start == end + 1 && wider(m))
}

fn site(read: Reader, mention: &Mention) -> Site {
    if let Some((capital, words)) = capital::words(read, mention) {
        let text = read.doc.span(words).flat(&read.doc.article.text);
        return Site { text, name: capital.name.clone(), place: Some(capital) };
    }
    let own = mention.span.flat(&read.doc.article.text);
    let text = in_part(read, mention).unwrap_or_else(|| own.clone());
    let value = mention.place();
    let place = value.and_then(|v| v.place.clone());
    let shouted = !text.chars().any(char::is_lowercase);
    let written = value.is_some_and(|v| v.form == PlaceForm::Name) && !shouted;
    let listed = place.as_ref().is_none_or(|p| p.geonames_id.is_some());
    let street = is_street(read, mention.tokens.start, mention.tokens.end) || ends_as_street(read, mention);
    let quarter = street || listed && is_quarter(read, mention);
    // A street lies wherever the event does, whatever town of its name the gazetteer knows.
    let country = place.as_ref().and_then(|p| p.country.clone()).filter(|_| !street);
    if let Some(town) = place.as_ref().filter(|_| !quarter).and_then(|p| named_after(read, mention, p)) {
        return Site { name: town.name.clone(), text, place: Some(town) };
    }
    let place = if quarter { Some(Place::unlisted(&text, "facility", country)) } else { place };
    let name = place.as_ref().filter(|_| !written).map_or(own, |p| p.name.clone());
    Site { text, name, place }
}

/// "YANGON airport", "INSEIN prison": the town that a building is named after and stands in.
fn named_after(read: Reader, mention: &Mention, place: &Place) -> Option<Place> {
    let at = place.lat.zip(place.lon).filter(|_| is_unlisted(place))?;
    let tokens = mention.tokens.clone();
    let here = |p: &Place| p.lat.zip(p.lon) == Some(at) && p.country == place.country;
    // "Washington Square Park" is none of Washington's.
    let plain = |t: usize| {
        read.is(t, read.patterns.places.classes.facilities) && !read.is(t, read.patterns.places.classes.streets)
    };
    let ends = (tokens.start + 1..tokens.end).rev().take_while(|&t| plain(t));
    ends.into_iter().find_map(|end| home::listed(read, tokens.start..end, here))
}

/// "in SOUTH Jakarta": the words for a part of a town, where they are written like a name.
fn in_part(read: Reader, mention: &Mention) -> Option<String> {
    let at = mention.tokens.start.checked_sub(1)?;
    let part = read.is(at, read.patterns.places.classes.directions);
    let written = read.doc.text(at).starts_with(char::is_uppercase) && read.doc.tokens.get(at)?.shape == Shape::Capital;
    let inside = read.doc.sentence_of(at).is_some_and(|s| s.tokens.start < at);
    let tokens = at..mention.tokens.end;
    (part && written && inside).then(|| read.doc.span(tokens).flat(&read.doc.article.text))
}

/// "Shelton Road": no town, though its first word names one.
fn ends_as_street(read: Reader, mention: &Mention) -> bool {
    let last = mention.tokens.end.saturating_sub(1);
    mention.tokens.len() > 1 && read.is(last, read.patterns.classes.street_nouns)
}

/// "the Fairview neighborhood", here or elsewhere in the article: part of a town, whatever town of that name the
/// gazetteer knows.
fn is_quarter(read: Reader, mention: &Mention) -> bool {
    let Some(class) = read.patterns.classes.quarters else { return false };
    let name = |m: &Mention| m.span.of(&read.doc.article.text);
    let at = read.mentions.partition_point(|m| m.tokens.start < mention.tokens.start);
    let around = at.saturating_sub(AROUND)..(at + AROUND).min(read.mentions.len());
    let mut places = read.mentions[around].iter().filter(|m| m.place().is_some() && read.doc.is(m.tokens.end, class));
    places.any(|m| name(m).eq_ignore_ascii_case(name(mention)))
}
