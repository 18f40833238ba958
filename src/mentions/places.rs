//! Places, demonyms and abbreviations. Document -> candidates.
//!
//! Gazetteer names are looked up where a token is written like a name ([`lookup`]), weighed by what stands around them
//! ([`evidence`]) and whether they are part of a longer name ([`joined`]), and joined by patterns for streets, buildings and places that no list holds ([`patterned`]),
//! by their repetitions ([`repeated`]) and acronyms ([`acronyms`]).

pub mod acronyms;
pub mod evidence;
pub mod joined;
pub mod lookup;
pub mod patterned;
pub mod repeated;

use super::{Candidate, Mention, PlaceForm, PlaceValue, Source, Value};
use crate::document::Document;
use crate::patterns::Patterns;
use crate::patterns::source::Rule;
use std::ops::Range;

/// Readings lighter than this are not proposed.
const LEAST: i32 = 45;

/// All candidates, in text order.
pub fn find(doc: &Document, patterns: &Patterns) -> Vec<Candidate> {
    let spots = lookup::spots(doc, patterns);
    let evidence = evidence::Evidence::new(doc, patterns, &spots);
    let mut out = Vec::new();
    let mut joined = Vec::new();
    for (n, spot) in spots.iter().enumerate() {
        let weight = evidence.weigh(n);
        if weight >= LEAST {
            let rule = match spot.form {
                PlaceForm::Name => crate::code_rule!("place-gazetteer"),
                PlaceForm::Demonym => crate::code_rule!("place-demonym"),
                PlaceForm::Abbreviation => crate::code_rule!("place-abbreviation"),
            };
            let source = Some(spot.best.source());
            joined.push(spot.form == PlaceForm::Name && joined::goes_on(doc, &spots, n, patterns));
            out.push(candidate(doc, spot.tokens.clone(), spot.form, rule, source, weight));
        }
    }
    let mut kept = out.clone();
    let mut joined = joined.into_iter();
    kept.retain(|_| !joined.next().unwrap_or(false));
    let patterned = patterned::find(doc, patterns, &kept, &out);
    let repeated = repeated::find(doc, patterns, &out, &patterned);
    kept.extend(patterned);
    kept.extend(repeated);
    let short = acronyms::find(doc, &kept);
    kept.extend(short);
    kept.sort_by_key(|c| (c.mention.span, c.mention.rule));
    kept
}

fn candidate(
    doc: &Document,
    tokens: Range<usize>,
    form: PlaceForm,
    rule: Rule,
    source: Option<Source>,
    weight: i32,
) -> Candidate {
    let value = Value::Place(PlaceValue { form, place: None, alternatives: Vec::new() });
    let span = doc.span(tokens.clone());
    Candidate { mention: Mention { tokens, span, value, rule, source }, weight: weight.clamp(0, 100) as u8 }
}
