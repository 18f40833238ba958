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
use crate::mentions::{Found, Value};
use crate::patterns::Patterns;
pub use containment::contains;

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
            value.place = Some(best.place());
            value.alternatives = ranked.take(ALTERNATIVES).map(|r| r.place()).collect();
            mention.source = Some(best.source());
        }
    }
    unlisted::place(doc, &mut found.mentions, patterns);
}
