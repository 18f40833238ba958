//! Deaths that nobody is said to have caused: illness, old age, accidents.
//!
//! Input: a dossier; output: whether somebody only died or came to grief, and no word beside it tells of violence, custody
//! or an inquiry.

use crate::document::Tag;
use crate::frames::Argument;
use crate::frames::people::argument::Reader;
use crate::incidents::dossier::Dossier;
use crate::incidents::fact::Fact;
use crate::patterns::lexicon::ClassId;
use crate::patterns::methods::{is_general, may_befall};
use std::collections::BTreeSet;
use std::ops::Range;

/// Value in `violence.csv` of words that tell of an inquiry or a search, which follow accidents, too.
const INQUIRY: &str = "inquiry";

/// Value in `accidents.csv` of what strikes whole lands.
const NATURE: &str = "nature";

/// Values in `accidents.csv` that only tell of one together.
const MEANS: &str = "means";
const CRASH: &str = "crash";

/// Words of an accident's name before its last.
const NAME: usize = 3;

/// Sentences on either side of one that tells of a body.
const AROUND: usize = 1;

/// Nobody acted, and every sentence that tells of it tells of a death or an accident alone.
pub fn is_mishap(read: Reader, dossier: &Dossier) -> bool {
    // "a DRUNK DRIVER killed two", "a GAS EXPLOSION killed four".
    let careless = |p: &Argument| values(read, p.tokens.clone(), read.patterns.classes.accidents).contains("");
    let armed = |f: &Fact| f.frame.instruments.iter().any(|i| !careless(i));
    // "when a train hit a lorry. ... Some heard AN EXPLOSION".
    let heard = |f: &Fact| f.frame.nominal && f.victims.is_empty() && f.frame.targets.is_empty();
    let burst = |f: &Fact| heard(f) && f.frame.methods.iter().all(|m| m == "bombing") && !bomb(read, f);
    let befell = |f: &Fact| burst(f) || f.frame.methods.iter().all(|m| may_befall(m)) && !armed(f);
    let by_somebody = |f: &Fact| f.perpetrators.iter().any(|p| !careless(p));
    let acted = dossier.facts.iter().any(by_somebody) || !dossier.suspects.is_empty();
    let accident = dossier.facts.iter().any(|f| tells_of_accident(read, f));
    // Somebody who had enemies was found dead.
    let found = |f: &Fact| !f.frame.nominal && !f.frame.carrier && is_general_only(f);
    let doubtful = |f: &Fact| !accident && f.frame.persecuted && found(f);
    if !acted && dossier.facts.iter().all(|f| missing_since(read, f)) {
        return true;
    }
    if acted || dossier.facts.iter().any(doubtful) || !dossier.facts.iter().all(befell) {
        return false;
    }
    let explained = |value: &str| !accident || value != INQUIRY;
    (accident || dossier.facts.iter().all(died))
        && !dossier.facts.iter().any(|f| tells_of_violence(read, f, &explained))
}

/// The sentence names a bomb.
fn bomb(read: Reader, fact: &Fact) -> bool {
    let trigger = fact.frame.trigger.clone();
    let named = |t: usize| read.is(t, read.patterns.classes.explosives) && !trigger.contains(&t);
    read.sentence(fact.frame.sentence).any(named)
}

/// "Eight died in the storm, and EIGHT ARE MISSING": people without names in an article that opens with an accident.
fn missing_since(read: Reader, fact: &Fact) -> bool {
    let gone = !fact.frame.methods.is_empty() && fact.frame.methods.iter().all(|m| m == "disappearance");
    let nameless = gone && fact.victims.iter().all(|v| v.entity.is_none() && v.count != Some(1));
    let lead = read.doc.first_paragraph().unwrap_or(0);
    nameless && (0..=lead).any(|s| names_accident(read, s))
}

/// "A cyclone killed 1,000": no part of any attack told beside it.
pub fn is_disaster(read: Reader, fact: &Fact) -> bool {
    let befell = fact.frame.methods.iter().all(|m| may_befall(m)) && fact.frame.instruments.is_empty();
    let alone = befell && !fact.frame.methods.is_empty() && fact.perpetrators.is_empty() && !fact.frame.persecuted;
    let nature = || values(read, read.sentence(fact.frame.sentence), read.patterns.classes.accidents).contains(NATURE);
    let violent = || tells_of_violence(read, fact, &|value: &str| value != INQUIRY);
    alone && nature() && (!violent() || strikes(read, fact))
}

/// "When the cyclone struck, KILLING thousands, the junta jailed those who helped": all that stands before the participle, in its
/// sentence, tells of nature alone.
fn strikes(read: Reader, fact: &Fact) -> bool {
    let classes = read.patterns.classes;
    read.doc.tag(fact.frame.trigger.start) == Tag::VBG
        && values(read, before(read, fact), classes.accidents).contains(NATURE)
        && values(read, before(read, fact), classes.violence).is_empty()
}

/// The tokens of the fact's sentence before its trigger.
fn before(read: Reader, fact: &Fact) -> Range<usize> {
    read.sentence(fact.frame.sentence).start..fact.frame.trigger.start
}

/// "X died", "X drowned", "the death of X".
fn died(fact: &Fact) -> bool {
    let mild = fact.frame.weak || fact.frame.carrier;
    fact.frame.fatal == Some(true) && (mild || fact.frame.methods.iter().any(|m| m == "drowning"))
}

/// An accident by name, or something that people ride in, or live in, and what may happen to it.
fn tells_of_accident(read: Reader, fact: &Fact) -> bool {
    names_accident(read, fact.frame.sentence) || shares_accident(read, fact)
}

/// "ALSO killed were the governor and the crew": in the accident that the article opens with.
fn shares_accident(read: Reader, fact: &Fact) -> bool {
    let also = || before(read, fact).any(|t| read.doc.norm(t) == "also");
    let lead = read.doc.first_paragraph().unwrap_or(0);
    is_general_only(fact) && also() && (0..=lead).any(|s| names_accident(read, s))
}

/// "Killed", "hurt": nothing is told of how.
fn is_general_only(fact: &Fact) -> bool {
    fact.frame.methods.iter().all(|m| is_general(m))
}

/// The sentence tells of an accident.
fn names_accident(read: Reader, sentence: usize) -> bool {
    let told = values(read, read.sentence(sentence), read.patterns.classes.accidents);
    told.contains("") || told.contains(NATURE) || told.contains(MEANS) && told.contains(CRASH)
}

/// A word of the sentence tells of violence; of a body that was found, those beside it may.
fn tells_of_violence(read: Reader, fact: &Fact, counts: &impl Fn(&str) -> bool) -> bool {
    let told = |s: usize| violent_words(read, read.sentence(s));
    let at = fact.frame.sentence;
    let body = read.sentence(at).any(|t| read.is(t, read.patterns.classes.remains));
    let beside = if body { at.saturating_sub(AROUND)..at + AROUND + 1 } else { at..at };
    told(at).into_iter().any(counts) || beside.filter(|&s| s != at).any(|s| told(s).contains(""))
}

/// Values of the words of violence among the tokens, but those inside the name of an accident ("gas EXPLOSION").
fn violent_words(read: Reader<'_>, tokens: Range<usize>) -> BTreeSet<&str> {
    let Some(class) = read.patterns.classes.accidents else { return BTreeSet::new() };
    let named = |t: usize| {
        let over = |k: usize| read.doc.hit(k, class).is_some_and(|h| k + h.len as usize > t);
        (t.saturating_sub(NAME).max(tokens.start)..t).any(over)
    };
    let words = tokens.clone().filter(|&t| !named(t));
    words.flat_map(|t| values(read, t..t + 1, read.patterns.classes.violence)).collect()
}

/// Values of the class's words among the tokens.
fn values(read: Reader<'_>, tokens: Range<usize>, class: Option<ClassId>) -> BTreeSet<&str> {
    class.into_iter().flat_map(|class| tokens.clone().filter_map(move |t| read.value(t, class))).collect()
}
