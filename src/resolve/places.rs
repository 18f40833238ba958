//! Place names -> gazetteer entries by context.
//!
//! Each distinct name of the article is one [`topic`](topics); its readings are scored by prominence, by a container named in
//! the same phrase, and by how well they go with the readings of the other names ([`scoring`]). Places without an entry
//! take their country from the place that they are said to lie in ([`unlisted`]).

pub mod containment;
pub mod home;
pub mod scoring;
pub mod topics;
pub mod unlisted;

use crate::document::Document;
use crate::mentions::{Found, Place, Value};
use crate::patterns::Patterns;
use crate::patterns::gazetteer::Record;
pub use containment::contains;
use topics::Topic;

/// Inhabitants below which a town is not known by its name alone.
const SMALL: u32 = 100_000;

/// Readings kept beside the chosen one.
const ALTERNATIVES: usize = 4;

/// Completes the values of this kind.
pub fn resolve(doc: &Document, found: &mut Found, patterns: &Patterns) {
    let mut topics = topics::collect(doc, &found.mentions, patterns);
    scoring::score(&mut topics);
    for topic in &topics {
        for &n in &topic.mentions {
            let Some(mention) = found.mentions.get_mut(n) else { continue };
            let Value::Place(value) = &mut mention.value else { continue };
            let mut ranked = topic.ranked();
            let Some(best) = ranked.next() else { continue };
            let elsewhere = strange(topic, &topics, &best);
            value.place = Some(elsewhere.unwrap_or_else(|| best.place()));
            value.alternatives = ranked.take(ALTERNATIVES).map(|r| r.place()).collect();
            mention.source = Some(best.source());
        }
    }
    unlisted::place(doc, &mut found.mentions, patterns);
}

/// "Ciudad Verde, a neighborhood of Cali", "San Isidro, Peru": what the gazetteer knows only in another country is an
/// unlisted place there; a large town before a comma only stands in a list with a country.
fn strange(topic: &Topic, topics: &[Topic], best: &Record) -> Option<Place> {
    let told = topic.described.iter().find_map(|&c| topics.get(c)?.ranked().next());
    let small = best.population < SMALL && matches!(best.kind(), "town" | "seat");
    let wide = |r: &Record| matches!(r.kind(), "country" | "admin1");
    let listed = topic.containers.iter().filter(|_| small).find_map(|&c| topics.get(c)?.ranked().next().filter(wide));
    let outer = told.or(listed)?;
    let abroad = best.country != 0 && outer.country != 0 && best.country != outer.country;
    abroad.then(|| Place::unlisted(&best.name(), "town", outer.iso().map(str::to_string)))
}
