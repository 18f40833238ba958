//! A gazetteer name that is only the first or a later word of a longer name: "the Kenya Premier League", "the Durban Call
//! to Action". Tokens -> whether the word behind takes the name from the place.

use super::lookup::Spot;
use crate::document::{Case, Document, Shape};
use crate::patterns::Patterns;
use crate::patterns::lexicon::ClassId;

/// Strength from which a word counts as a given name.
const GIVEN: u8 = 4;
/// Shortest word that carries a name on: not the "I" of speech.
const SHORTEST: usize = 3;
/// Words of a name behind a place that are searched for one that makes the whole a building, street or division.
const REACH: usize = 4;

/// The names of a sentence go on behind the spot with a word that is no title, person, place, day or building.
pub fn goes_on(doc: &Document, spots: &[Spot], n: usize, patterns: &Patterns) -> bool {
    let divides = |s: &Spot| patterns.places.classes.nouns.is_some_and(|class| doc.is(s.tokens.end - 1, class));
    let Some(spot) = spots.get(n).filter(|s| !s.extended && !divides(s)) else { return false };
    let next = spot.tokens.end;
    let Some(sentence) = doc.sentence_of(spot.core.start).filter(|s| s.case == Case::Sentence) else { return false };
    let placed = spots.get(n + 1).is_some_and(|s| s.tokens.start == next);
    let inside = next < sentence.tokens.end && !doc.tokens[next - 1].stop;
    inside && !placed && carries_on(doc, next, patterns) && !is_building(doc, next, sentence.tokens.end, patterns)
}

/// A capitalised word that begins nothing of its own.
fn carries_on(doc: &Document, at: usize, patterns: &Patterns) -> bool {
    let capital = doc.tokens[at].shape == Shape::Capital && doc.name_like(at) && doc.norm(at).len() >= SHORTEST;
    let is = |at: usize, class: Option<ClassId>| class.is_some_and(|c| doc.is(at, c));
    let classes = &patterns.places.classes;
    let apart = classes.apart.into_iter().chain([classes.particles]).any(|class| is(at, class));
    let club = is(at + 1, patterns.persons.classes.org_head) && doc.name_like(at + 1);
    let apart = apart && !club;
    capital && !apart && patterns.name_facts(doc.word(at)).given < GIVEN
}

/// The name ends in a word for a building, street or division: the place rules decide what is the place.
fn is_building(doc: &Document, from: usize, end: usize, patterns: &Patterns) -> bool {
    let classes = &patterns.places.classes;
    let named = (from..end.min(from + REACH)).take_while(|&t| doc.name_like(t) && doc.tokens[t].shape != Shape::Mark);
    let ends =
        |t: usize| [classes.facilities, classes.streets, classes.nouns].into_iter().flatten().any(|c| doc.is(t, c));
    named.into_iter().any(ends)
}
