//! Talk that names no incident: fighting between armed sides, "the population", speakers who accuse at large.
//!
//! Input: a dossier; output: whether nobody in particular was attacked, however often it is told.

use super::dossier::Dossier;
use super::fact::Fact;
use crate::frames::Argument;
use crate::frames::argument::Reader;
use crate::patterns::lexicon::ClassId;
use crate::patterns::methods::{Family, family, is_general, of_war};

/// Tellings from which an event is a topic of the article, in whatever person it is told.
const TOPIC: usize = 3;

/// Nobody is named, and those attacked are soldiers in the field, the people at large, or told of by an accuser only.
pub fn is_idle(read: Reader, dossier: &Dossier) -> bool {
    dossier.named().is_empty() && (soldiers(read, dossier) || masses(read, dossier) || accusation(read, dossier))
}

/// "They attacked a battalion": all those attacked are armed, by means of war or none told.
fn soldiers(read: Reader, dossier: &Dossier) -> bool {
    dossier.methods().iter().all(|m| is_general(m) || of_war(m))
        && all_victims(dossier, |v| holds(read, v, read.patterns.classes.military))
}

/// "They bomb the population".
fn masses(read: Reader, dossier: &Dossier) -> bool {
    all_victims(dossier, |v| holds(read, v, read.patterns.classes.masses))
}

/// "We denounce their murders": every sentence is told in the first person, and few; none says when or where.
fn accusation(read: Reader, dossier: &Dossier) -> bool {
    let violent = dossier.methods().iter().any(|m| family(m) == Family::Violence);
    let spoken = |f: &Fact| {
        let tokens = read.doc.sentences.get(f.frame.sentence).map(|s| s.tokens.clone()).unwrap_or_default();
        read.patterns.classes.speakers.is_some_and(|class| tokens.into_iter().any(|t| read.doc.is(t, class)))
    };
    let unset = |f: &Fact| f.date.is_none() && f.frame.places.is_empty();
    violent && dossier.facts.len() < TOPIC && dossier.facts.iter().all(|f| spoken(f) && unset(f))
}

/// Somebody is attacked, and all those attacked are such.
fn all_victims(dossier: &Dossier, such: impl Fn(&Argument) -> bool) -> bool {
    let mut victims = dossier.facts.iter().flat_map(|f| f.described()).peekable();
    victims.peek().is_some() && victims.all(such)
}

fn holds(read: Reader, victim: &Argument, class: Option<ClassId>) -> bool {
    class.is_some_and(|class| victim.tokens.clone().any(|t| read.doc.is(t, class)))
}
