//! Background cases told one after another: do the sentences around a case set it elsewhere than an earlier one?
//!
//! "A died in London in 1978. ... B fell ill in Moscow in 2003. He was poisoned.": the last clause names neither place nor
//! day, but the sentence before it, in the same paragraph, does.

use crate::frames::people::argument::Reader;
use crate::incidents::dossier::Dossier;
use crate::mentions::{Mention, PlaceForm, Precision};
use std::ops::Range;

/// Sentences of a paragraph looked back over.
const BACK: usize = 8;

/// The later dossier's surroundings state a day or a country that contradicts the earlier dossier or its surroundings.
pub fn set_apart(read: Reader, earlier: &Dossier, later: &Dossier) -> bool {
    let (here, there) = (surroundings(read, later), surroundings(read, earlier));
    let common = here.start < there.end && there.start < here.end;
    !common && (other_time(read, &there, &here) || other_country(read, &there, &here))
}

/// Tokens of the paragraph of the dossier's first fact, up to the end of that fact's sentence.
fn surroundings(read: Reader, dossier: &Dossier) -> Range<usize> {
    let sentences = &read.doc.sentences;
    let at = dossier.first_sentence();
    let Some(own) = sentences.get(at) else { return 0..0 };
    let block = own.block;
    let first = sentences[..at].iter().rev().take(BACK).take_while(|s| s.block == block).last().unwrap_or(own);
    first.tokens.start..own.tokens.end
}

fn mentions<'a>(read: Reader<'a>, tokens: &Range<usize>) -> impl Iterator<Item = &'a Mention> {
    read.mentions[read.inside(tokens)].iter()
}

/// Both tell dates, and no two of them touch.
fn other_time(read: Reader, a: &Range<usize>, b: &Range<usize>) -> bool {
    let dates = |tokens: &Range<usize>| {
        let found = mentions(read, tokens).filter_map(|m| m.date());
        let found = found.filter(|d| matches!(d.class, "DATE" | "TIME") && d.precision <= Precision::Year);
        found.filter_map(|d| d.interval).collect::<Vec<_>>()
    };
    let (a, b) = (dates(a), dates(b));
    let touch = a.iter().any(|(x, y)| b.iter().any(|(v, w)| x <= w && v <= y));
    !a.is_empty() && !b.is_empty() && !touch
}

/// Both name places, and none of one country.
fn other_country(read: Reader, a: &Range<usize>, b: &Range<usize>) -> bool {
    let countries = |tokens: &Range<usize>| {
        let named = mentions(read, tokens).filter_map(|m| m.place()).filter(|p| p.form != PlaceForm::Demonym);
        named.filter_map(|p| p.place.as_ref()?.country.clone()).collect::<Vec<_>>()
    };
    let (a, b) = (countries(a), countries(b));
    !a.is_empty() && !b.is_empty() && !a.iter().any(|c| b.contains(c))
}
