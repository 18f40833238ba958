//! "Grand Quelborsk Dam (GQD) ... the GQD": acronyms in brackets whose letters begin the words of the place before them.
//! Places -> the mentions of their acronyms.

use super::repeated::taken;
use super::{Candidate, candidate};
use crate::document::Document;
use crate::mentions::orgs::acronyms::{is_acronym, spelled};
use crate::mentions::{Place, PlaceForm, Value};
use std::collections::BTreeMap;

/// Heavier than the same acronym as an organisation's.
const WEIGHT: i32 = 76;
/// Words that such a name has at least.
const WORDS: usize = 2;

/// All uses of the acronyms of found places; `found` are in text order.
pub fn find(doc: &Document, found: &[Candidate]) -> Vec<Candidate> {
    let mut known: BTreeMap<&str, &Candidate> = BTreeMap::new();
    for place in found.iter().filter(|c| c.mention.tokens.len() > WORDS) {
        let open = place.mention.tokens.end;
        let bracket = doc.tokens.get(open).is_some_and(|_| doc.text(open) == "(") && is_acronym(doc, open + 1);
        if bracket && spelled(doc, open, doc.text(open + 1)) == Some(place.mention.tokens.start) {
            known.entry(doc.text(open + 1)).or_insert(place);
        }
    }
    if known.is_empty() {
        return Vec::new();
    }
    let taken = taken(doc, found.iter());
    let uses = (0..doc.tokens.len()).filter(|&at| is_acronym(doc, at) && !taken[at]);
    uses.filter_map(|at| Some(short(doc, at, known.get(doc.text(at))?))).collect()
}

fn short(doc: &Document, at: usize, long: &Candidate) -> Candidate {
    let rule = crate::code_rule!("place-acronym");
    let mut found = candidate(doc, at..at + 1, PlaceForm::Abbreviation, rule, long.mention.source, WEIGHT);
    if let Value::Place(value) = &mut found.mention.value {
        value.place = Some(Place::unlisted(long.mention.span.of(&doc.article.text), "region", None));
    }
    found
}
