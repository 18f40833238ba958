//! Relative expressions -> intervals, counted from the article's dates.

use crate::document::Document;
use crate::mentions::Found;
use crate::patterns::Patterns;

/// Completes the values of this kind.
pub fn resolve(doc: &Document, found: &mut Found, patterns: &Patterns) {
    let _ = (doc, found, patterns);
}
