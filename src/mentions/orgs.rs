//! Organisations, outlets and agencies. Document -> candidates.

use super::Candidate;
use crate::document::Document;
use crate::patterns::Patterns;

/// All candidates, in text order.
pub fn find(doc: &Document, patterns: &Patterns) -> Vec<Candidate> {
    let _ = (doc, patterns);
    Vec::new()
}
