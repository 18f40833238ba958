//! "in the Haitian capital", "in the capital of Haiti": a capital that is not named but called by its country.
//!
//! Input: a place mention; output: the capital that its words and those beside it stand for. The mention itself stays what
//! it is, the country.

use super::argument::Reader;
use crate::mentions::{Mention, Place};
use crate::patterns::gazetteer;

/// Value in `here.csv` of the words for a country's capital.
const CAPITAL: &str = "of-country";

/// The capital that is meant by a country's name or demonym and the words beside it.
pub fn meant(reader: Reader, mention: &Mention) -> Option<Place> {
    let country = mention.place()?.place.as_ref().filter(|p| p.kind == "country")?;
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let owner = usize::from(reader.doc.norm(end) == "'s");
    let behind = called(reader, end + owner);
    let before = || {
        let article = usize::from(start > 0 && reader.doc.norm(start - 1) == "the");
        let of = start.checked_sub(1 + article).filter(|&t| reader.doc.norm(t) == "of");
        of.and_then(|t| t.checked_sub(1)).is_some_and(|t| called(reader, t))
    };
    (behind || before()).then(|| gazetteer::capital(country.country.as_deref()?)).flatten()
}

/// "capital", but no "capital market".
pub fn called(reader: Reader, token: usize) -> bool {
    let class = reader.patterns.classes.here;
    let word = class.and_then(|c| reader.value(token, c)) == Some(CAPITAL);
    word && !reader.doc.tag(token + 1).is_noun() && !reader.doc.tag(token + 1).is_adjective()
}
