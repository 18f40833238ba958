//! "in this city", "in the capital": a town that the event's own sentences speak of without its name.
//!
//! Input: a dossier; output: the words that speak of the town, and the capital of the country that the event lies in.

use crate::frames::people::argument::Reader;
use crate::frames::setting::capital;
use crate::incidents::Site;
use crate::incidents::dossier::Dossier;
use crate::patterns::gazetteer;
use std::ops::Range;

/// Words from the preposition to "this city" in "in the southern part of this city".
const PART: usize = 6;

/// Value in `here.csv` of the words for a capital that stand without a country.
const CAPITAL: &str = "capital";

/// The words behind a locative preposition, in a sentence of the event, that hold, with their value in `here.csv`.
pub fn spoken(read: Reader, dossier: &Dossier, holds: impl Fn(&Range<usize>, &str) -> bool) -> Option<Range<usize>> {
    let class = read.patterns.classes.here?;
    let locatives = read.patterns.classes.locatives?;
    let said = |t: usize| {
        let hit = read.doc.hit(t, class)?;
        let end = t + hit.len as usize;
        let named = read.doc.norm(end) == "of";
        // "in zone 10 OF this capital".
        let reach = if t > 0 && read.doc.norm(t - 1) == "of" { PART } else { 3 };
        let before = (1..=reach).any(|n| t.checked_sub(n).is_some_and(|t| read.doc.is(t, locatives)));
        let entry = read.patterns.lexicon.entry(hit.entry)?;
        (before && !named && holds(&(t..end), entry.value.as_str())).then_some(t..end)
    };
    let sentences = dossier.facts.iter().filter_map(|f| read.doc.sentences.get(f.frame.sentence));
    sentences.into_iter().flat_map(|s| s.tokens.clone()).find_map(said)
}

/// The words "in the capital", without the name of a country.
pub fn capital_spoken(read: Reader, dossier: &Dossier) -> Option<Range<usize>> {
    spoken(read, dossier, |words, value| value == CAPITAL && capital::alone(read, words.end))
}

/// "was shot in the capital": the capital of the one country that the event is known to lie in.
pub fn of(read: Reader, dossier: &Dossier, country: &Site) -> Option<Site> {
    let place = country.place.as_ref().filter(|p| p.kind == "country")?;
    let words = capital_spoken(read, dossier)?;
    let capital = gazetteer::capital(place.country.as_deref()?)?;
    Some(Site {
        text: read.doc.span(words).flat(&read.doc.article.text),
        name: capital.name.clone(),
        place: Some(capital),
    })
}
