//! Mentions -> the same mentions with completed values: dates with intervals, places with gazetteer ids, persons with
//! one number and the fullest name each.

pub mod dates;
pub mod persons;
pub mod places;

use crate::document::Document;
use crate::mentions::Found;
use crate::patterns::Patterns;

/// Resolves all kinds; may drop a mention that resolution disproves (it is then among the rejected).
pub fn resolve(doc: &Document, mut found: Found, patterns: &Patterns) -> Found {
    dates::resolve(doc, &mut found, patterns);
    places::resolve(doc, &mut found, patterns);
    persons::resolve(doc, &mut found, patterns);
    found
}
