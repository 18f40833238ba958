//! What is done to one person in stages: a search, then an arrest; a crowd that closes in, then the blows.
//!
//! Input: an open event and a fact; output: whether they are stages of one case, though they are of different kinds.

use crate::document::Tag;
use crate::frames::Status;
use crate::frames::people::argument::Reader;
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

/// A charge, a summons or a search of somebody who is arrested.
fn custody(methods: &[String], dossier: &Dossier, fact: &Fact) -> bool {
    let pressed = |f: &Fact| f.frame.legal;
    let held = |m: &[String]| m.iter().any(|m| family::of(m) == family::Family::Captivity);
    dossier.facts.iter().all(pressed) && held(&fact.frame.methods) || held(methods) && pressed(fact)
}

/// "knocked her down AND THREATENED TO KILL HER": uttered with the blow or the arrest, and not before ("had threatened").
fn menaced(read: Reader, dossier: &Dossier, fact: &Fact) -> bool {
    let threat = fact.frame.methods.iter().all(|m| m == "threat") && fact.frame.status == Status::Threatened;
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
