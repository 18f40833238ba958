//! Deaths that nobody is said to have caused: illness, old age, accidents.
//!
//! Input: a dossier; output: whether somebody only died or came to grief, and no word beside it tells of violence, custody
//! or an inquiry.

use super::dossier::Dossier;
use super::fact::Fact;
use crate::frames::argument::Reader;
use crate::patterns::lexicon::ClassId;
use crate::patterns::methods::may_befall;
use std::collections::BTreeSet;

/// Value in `violence.csv` of words that tell of an inquiry, which follows accidents, too.
const INQUIRY: &str = "inquiry";

/// Values in `accidents.csv` that only tell of one together.
const MEANS: &str = "means";
const CRASH: &str = "crash";

/// Nobody acted, and every sentence that tells of it tells of a death or an accident alone.
pub fn is_mishap(read: Reader, dossier: &Dossier) -> bool {
    let befell = |f: &Fact| f.frame.methods.iter().all(|m| may_befall(m)) && f.frame.instruments.is_empty();
    let acted = dossier.facts.iter().any(|f| !f.perpetrators.is_empty()) || !dossier.suspects.is_empty();
    if acted || !dossier.facts.iter().all(befell) {
        return false;
    }
    let accident = dossier.facts.iter().any(|f| tells_of_accident(read, f));
    let died = dossier.facts.iter().all(|f| f.frame.fatal == Some(true) && (f.frame.weak || f.frame.carrier));
    let explained = |value: &str| !accident || value != INQUIRY;
    (died || accident) && !dossier.facts.iter().any(|f| tells_of_violence(read, f, &explained))
}

/// An accident by name, or something that people ride in, or live in, and what may happen to it.
fn tells_of_accident(read: Reader, fact: &Fact) -> bool {
    let told = values(read, fact, read.patterns.classes.accidents);
    told.contains("") || told.contains(MEANS) && told.contains(CRASH)
}

/// A word of the sentence tells of violence.
fn tells_of_violence(read: Reader, fact: &Fact, counts: &impl Fn(&str) -> bool) -> bool {
    values(read, fact, read.patterns.classes.violence).into_iter().any(counts)
}

/// Values of the class's words in the sentence.
fn values<'p>(read: Reader<'p>, fact: &Fact, class: Option<ClassId>) -> BTreeSet<&'p str> {
    let tokens = read.doc.sentences.get(fact.frame.sentence).map(|s| s.tokens.clone()).unwrap_or_default();
    class.into_iter().flat_map(|class| tokens.clone().filter_map(move |t| read.value(t, class))).collect()
}
