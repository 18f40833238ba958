//! "in the Haitian capital", "in the capital of Haiti": a capital that is not named but called by its country.
//!
//! Input: a place mention; output: the capital that its words and those beside it stand for. The mention itself stays what
//! it is, the country.

use crate::frames::people::argument::Reader;
use crate::mentions::{Mention, Place};
use crate::patterns::gazetteer;
use std::ops::Range;

/// Value in `here.csv` of the words for a country's capital.
const CAPITAL: &str = "of-country";

/// The capital that is meant by a country's name or demonym and the words beside it.
pub fn meant(reader: Reader, mention: &Mention) -> Option<Place> {
    words(reader, mention).map(|(place, _)| place)
}

/// The capital, and the words that speak of it.
pub fn words(reader: Reader, mention: &Mention) -> Option<(Place, Range<usize>)> {
    let country = mention.place()?.place.as_ref().filter(|p| p.kind == "country")?;
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let owner = usize::from(reader.doc.norm(end) == "'s");
    let behind = || called(reader, end + owner).then(|| start..end + owner + 1);
    let before = || {
        let article = usize::from(start > 0 && reader.doc.norm(start - 1) == "the");
        let of = start.checked_sub(1 + article).filter(|&t| reader.doc.norm(t) == "of");
        of.and_then(|t| t.checked_sub(1)).filter(|&t| called(reader, t)).map(|t| t..end)
    };
    let words = behind().or_else(before)?;
    Some((gazetteer::capital(country.country.as_deref()?)?, words))
}

/// A word for a capital.
pub fn called(reader: Reader, token: usize) -> bool {
    let class = reader.patterns.classes.here;
    let word = class.and_then(|c| reader.value(token, c)) == Some(CAPITAL);
    word && alone(reader, token + 1)
}

/// No "capital market": nothing that the word describes stands at `next`, behind it.
pub fn alone(reader: Reader, next: usize) -> bool {
    !reader.doc.tag(next).is_noun() && !reader.doc.tag(next).is_adjective()
}
