//! Deaths that nobody is said to have caused: illness, old age, accidents.
//!
//! Input: a dossier; output: whether somebody only died or came to grief, and no word beside it tells of violence, custody
//! or an inquiry.

use super::dossier::Dossier;
use super::fact::Fact;
use crate::frames::argument::Reader;
use crate::patterns::lexicon::Entry;
use crate::patterns::methods::may_befall;
use std::ops::Range;

/// Value in `violence.csv` of words that tell of an inquiry, which follows accidents, too.
const INQUIRY: &str = "inquiry";

/// Nobody acted, and every sentence that tells of it tells of a death or an accident alone.
pub fn is_mishap(read: Reader, dossier: &Dossier) -> bool {
    let befell = |f: &Fact| f.frame.methods.iter().all(|m| may_befall(m)) && f.frame.instruments.is_empty();
    let acted = dossier.facts.iter().any(|f| !f.perpetrators.is_empty()) || !dossier.suspects.is_empty();
    if acted || !dossier.facts.iter().all(befell) {
        return false;
    }
    let accident = dossier.facts.iter().any(|f| read.holds(sentence(read, f), read.patterns.classes.accidents));
    let died = dossier.facts.iter().all(|f| f.frame.fatal == Some(true) && (f.frame.weak || f.frame.carrier));
    let explained = |e: &Entry| !accident || e.value != INQUIRY;
    (died || accident) && !dossier.facts.iter().any(|f| tells_of_violence(read, f, &explained))
}

/// A word beside the trigger tells of violence.
fn tells_of_violence(read: Reader, fact: &Fact, counts: &impl Fn(&Entry) -> bool) -> bool {
    let Some(class) = read.patterns.classes.violence else { return false };
    let trigger = &fact.frame.trigger;
    sentence(read, fact).filter(|t| !trigger.contains(t)).any(|t| {
        let hit = read.doc.hit(t, class).and_then(|h| read.patterns.lexicon.entry(h.entry));
        hit.is_some_and(counts)
    })
}

fn sentence(read: Reader, fact: &Fact) -> Range<usize> {
    read.doc.sentences.get(fact.frame.sentence).map(|s| s.tokens.clone()).unwrap_or_default()
}
