//! An event lies in one country: a small town of another one is a namesake of some spot, and a country named beside it only
//! says where somebody comes from or what is done about it.
//!
//! Input: the sites of an event; output: those in its country. Spots that no list knows are given its country.

use crate::frames::people::argument::Reader;
use crate::incidents::Site;
use crate::incidents::sites::nation::{country_of, main_country};
use crate::incidents::sites::nearby::CLEAR;
use crate::mentions::Place;
use std::cmp::Reverse;

/// Inhabitants from which a place is no namesake.
const KNOWN: u32 = 100_000;

/// See the module; `own`: the article is about this event, and its country that of the article where nothing else is known.
pub fn settle(read: Reader, sites: Vec<Site>, own: bool) -> Vec<Site> {
    let (main, share) = main_country(read).map_or((None, 0), |(at, share)| (read.mentions.get(at), share));
    let main = main.and_then(country_of);
    let country = chosen(&sites, main).or(main.filter(|_| own || share >= CLEAR)).map(str::to_string);
    let Some(country) = country else { return sites };
    let narrow = sites.iter().any(|s| !is_wide(s));
    let kept = sites.into_iter().filter(|s| !(narrow && is_wide(s)));
    distinct(kept.filter_map(|site| within(site, &country)))
}

/// The country in which most of the sites lie, rather that of the article, rather one in which a town is named, else that
/// which is named first.
fn chosen<'a>(sites: &'a [Site], main: Option<&str>) -> Option<&'a str> {
    let listed = |s: &Site| s.place.as_ref().is_some_and(|p| p.geonames_id.is_some() || p.kind == "country");
    let known = sites.iter().any(listed);
    let lies = |s: &'a Site| s.place.as_ref().filter(|_| !known || listed(s))?.country.as_deref();
    let count = |c: &str| sites.iter().filter(|s| lies(s) == Some(c)).count();
    let below = |c: &str| sites.iter().any(|s| lies(s) == Some(c) && !is_country(s));
    // "was abducted in Bangkok and turned up in a Hanoi jail": between cities the first one named is where it began.
    let city = |c: &str| sites.iter().any(|s| lies(s) == Some(c) && s.place.as_ref().is_some_and(is_city));
    let cities = sites.iter().filter_map(lies).all(city);
    let own = |c: &str| !cities && Some(c) == main;
    let all = sites.iter().filter_map(lies).enumerate();
    all.max_by_key(|(n, c)| (count(c), own(c), below(c), Reverse(*n))).map(|(_, c)| c)
}

/// The site, if it lies in the country or is taken for a spot there.
fn within(site: Site, country: &str) -> Option<Site> {
    let Some(place) = &site.place else { return Some(spot(site, country)) };
    match place.country.as_deref() {
        Some(own) if own == country => Some(site),
        Some(_) => (place.geonames_id.is_none() || is_namesake(place)).then(|| spot(site.clone(), country)),
        None if is_wide(&site) || place.geonames_id.is_some() => Some(site),
        None => Some(Site { place: Some(Place { country: Some(country.to_string()), ..place.clone() }), ..site }),
    }
}

fn spot(site: Site, country: &str) -> Site {
    let place = Place::unlisted(&site.name, "facility", Some(country.to_string()));
    Site { place: Some(place), ..site }
}

fn is_city(place: &Place) -> bool {
    place.is_town() && place.population >= KNOWN
}

fn is_namesake(place: &Place) -> bool {
    !matches!(place.kind, "country" | "capital" | "region" | "admin1") && place.population < KNOWN
}

fn is_country(site: &Site) -> bool {
    site.place.as_ref().is_some_and(|p| p.kind == "country")
}

/// "Africa", "the Aegean": no country's.
fn is_wide(site: &Site) -> bool {
    site.place.as_ref().is_some_and(|p| p.kind == "region" && p.country.is_none() && p.lat.is_some())
}

/// Each place once, whatever it is called; streets in it stay.
fn distinct(sites: impl Iterator<Item = Site>) -> Vec<Site> {
    let mut out: Vec<Site> = Vec::new();
    for site in sites {
        let id = |s: &Site| s.place.as_ref().and_then(|p| p.geonames_id);
        let street = !site.text.eq_ignore_ascii_case(&site.name);
        if id(&site).is_none() || street || out.iter().all(|s| id(s) != id(&site)) {
            out.push(site);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(name: &str, kind: &'static str, country: &str) -> Site {
        let place = Place { geonames_id: Some(1), ..Place::unlisted(name, kind, Some(country.to_string())) };
        Site { text: name.into(), name: name.into(), place: Some(place) }
    }

    #[test]
    fn most_places_then_the_article_then_a_town_tell_the_country() {
        let sites = [site("Carmen", "town", "MX"), site("Cali", "town", "CO"), site("Tumaco", "town", "CO")];
        assert_eq!(chosen(&sites, None), Some("CO"));
        let pair = [site("Vietnam", "country", "VN"), site("London", "town", "GB")];
        assert_eq!(chosen(&pair, None), Some("GB"));
        assert_eq!(chosen(&pair, Some("VN")), Some("VN"));
    }

    #[test]
    fn small_namesakes_move_and_other_countries_go() {
        let moved = within(site("Carmen", "town", "MX"), "CO").and_then(|s| s.place?.country);
        assert_eq!(moved.as_deref(), Some("CO"));
        assert!(within(site("Vietnam", "country", "VN"), "GB").is_none());
    }
}
