//! What is done to one person in stages: a search, then an arrest; a crowd that closes in, then the blows.
//!
//! Input: an open event and a fact; output: whether they are stages of one case, though they are of different kinds.

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
    same && (custody(methods, dossier, fact) || scuffle(read, methods, dossier, fact))
}

/// A charge, a summons or a search of somebody who is arrested.
fn custody(methods: &[String], dossier: &Dossier, fact: &Fact) -> bool {
    let pressed = |f: &Fact| f.frame.legal;
    let held = |m: &[String]| m.iter().any(|m| family::of(m) == family::Family::Captivity);
    dossier.facts.iter().all(pressed) && held(&fact.frame.methods) || held(methods) && pressed(fact)
}

/// "was SURROUNDED by young men, who beat him and SMASHED HIS CAMERA": no court and no police station, but the street.
fn scuffle(read: Reader, methods: &[String], dossier: &Dossier, fact: &Fact) -> bool {
    let street = |f: &Fact| f.frame.legal && !f.frame.later;
    let violent = |m: &[String]| m.iter().any(|m| is_violent(m));
    let either = dossier.facts.iter().all(street) && violent(&fact.frame.methods) || violent(methods) && street(fact);
    either && near(read, dossier, fact, REACH)
}
