//! What is done to one person in stages: a search, then an arrest; a crowd that closes in, then the blows.
//!
//! Input: an open event and a fact; output: whether they are stages of one case, though they are of different kinds.

use crate::document::Tag;
use crate::frames::people::argument::Reader;
use crate::frames::{Argument, Status};
use crate::incidents::dossier::Dossier;
use crate::incidents::fact::Fact;
use crate::incidents::gather::{family, near, same_phrase, same_sentence, suspects};
use crate::patterns::methods::is_violent;

/// Sentences between a crowd that closes in and its blows.
const REACH: usize = 2;

/// The fact and the event are stages of one case.
pub fn same_case(read: Reader, methods: &[String], dossier: &Dossier, fact: &Fact) -> bool {
    if suspects::entered(dossier, fact) {
        return true;
    }
    let same = dossier.hurts(fact.named()) || same_sentence(dossier, fact) && same_phrase(dossier, fact);
    same && (custody(methods, dossier, fact) || scuffle(read, methods, dossier, fact) || menaced(read, dossier, fact))
}

/// "was beaten in Leeds AND DIED in a York cell", "was arrested in Minsk AND JAILED in Gomel": one sentence tells what became of
/// somebody, wherever that was.
pub fn one_fate(dossier: &Dossier, fact: &Fact) -> bool {
    let held = |f: &Fact| f.frame.methods.iter().all(|m| family::of(m) == family::Family::Captivity);
    let died = |f: &Fact| fact.frame.fatal == Some(true) && f.frame.fatal != Some(true);
    let hurt = |f: &Fact| f.frame.methods.iter().any(|m| is_violent(m));
    let begun = |f: &Fact| held(f) && held(fact) || hurt(f) && died(f);
    same_phrase(dossier, fact) && dossier.facts.iter().all(begun)
}

/// "Gunmen shot the mayor. THE ATTACKERS then threw a grenade": the same people go on, at no other time or place.
pub fn goes_on(read: Reader, dossier: &Dossier, fact: &Fact) -> bool {
    let doers =
        |p: &Argument| p.word_before(read.doc) == "the" && read.holds(p.tokens.clone(), read.patterns.classes.doers);
    let unset = fact.date.is_none() && fact.places.is_empty() && !fact.frame.nominal;
    let known = dossier.accused().next().is_some() && near(read, dossier, fact, 1);
    unset && known && fact.frame.status.happened() && fact.perpetrators.iter().any(doers)
}

/// A charge, a summons or a search of somebody who is arrested.
fn custody(methods: &[String], dossier: &Dossier, fact: &Fact) -> bool {
    let pressed = |f: &Fact| f.frame.legal;
    let held = |m: &[String]| m.iter().any(|m| family::of(m) == family::Family::Captivity);
    dossier.facts.iter().all(pressed) && held(&fact.frame.methods) || held(methods) && pressed(fact)
}

/// "knocked her down AND THREATENED TO KILL HER": uttered with the blow or the arrest, and not before ("had threatened").
fn menaced(read: Reader, dossier: &Dossier, fact: &Fact) -> bool {
    // "was arrested AND THREATENED with prison".
    let one = || fact.named().next().is_some() && same_phrase(dossier, fact);
    let uttered = fact.frame.status == Status::Threatened || one();
    let threat = fact.frame.methods.iter().all(|m| m == "threat") && uttered;
    let done = |f: &Fact| !f.frame.nominal && f.frame.sentence == fact.frame.sentence && f.frame.status.happened();
    let joined = |f: &Fact| {
        let between = f.frame.trigger.end..fact.frame.trigger.start;
        !between.is_empty()
            && between.clone().any(|t| read.doc.tag(t) == Tag::CC)
            && !between.into_iter().any(|t| pluperfect(read, t))
    };
    let struck = |f: &Fact| f.frame.methods.iter().any(|m| family::of(m) != family::Family::Pressure);
    threat && dossier.facts.iter().any(|f| done(f) && struck(f) && joined(f))
}

/// "had".
fn pluperfect(read: Reader, token: usize) -> bool {
    read.auxiliary(token) == Some("have")
}

/// "was SURROUNDED by young men, who beat him and SMASHED HIS CAMERA": no court and no police station, but the street.
fn scuffle(read: Reader, methods: &[String], dossier: &Dossier, fact: &Fact) -> bool {
    let street = |f: &Fact| f.frame.legal && !f.frame.later;
    let violent = |m: &[String]| m.iter().any(|m| is_violent(m));
    let either = dossier.facts.iter().all(street) && violent(&fact.frame.methods) || violent(methods) && street(fact);
    either && near(read, dossier, fact, REACH)
}
