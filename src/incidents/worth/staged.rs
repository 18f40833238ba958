//! Scenes told in two sentences: "Ana Silva left her office in Leeds on Monday. SHE has not been seen since", "Gunmen were waiting
//! at the gate. Ana Silva DIED on the spot".
//!
//! Input: a dossier; output: whether the sentences before a telling say what its own leaves out.

use crate::frames::people::argument::Reader;
use crate::incidents::dossier::Dossier;
use crate::incidents::fact::Fact;
use crate::mentions::{Mention, Precision};
use crate::patterns::methods::{Family, family};
use std::ops::Range;

/// Sentences before the telling that may set its scene.
const BACK: usize = 2;

/// Somebody is told of by a pronoun or a role, and a sentence right before says who that is, and where or when.
pub fn is_staged(read: Reader, dossier: &Dossier) -> bool {
    let strikes = |f: &Fact| !f.frame.methods.iter().all(|m| family(m) == Family::Pressure);
    let told = |f: &Fact| !f.frame.carrier && !f.frame.nominal && f.frame.status.happened() && strikes(f);
    dossier.facts.iter().any(|f| told(f) && f.by_reference && is_set(read, f))
}

/// The sentences from the one that names the victim on hold a place or a day.
fn is_set(read: Reader, fact: &Fact) -> bool {
    let told = |m: &Mention| m.person().is_some_and(|p| fact.named().any(|e| e == p.entity));
    let day = |m: &Mention| m.date().is_some_and(|d| d.interval.is_some() && d.precision <= Precision::Month);
    let set = |m: &Mention| m.place().is_some() || day(m);
    let at = fact.frame.sentence;
    let name = (at.saturating_sub(BACK)..at).rev().find(|&s| mentions(read, s..s + 1).iter().any(told));
    name.is_some_and(|s| mentions(read, s..at).iter().any(set))
}

/// A named person died, and the sentence, or the one before, tells of attackers.
pub fn is_deadly(read: Reader, dossier: &Dossier) -> bool {
    dossier.facts.iter().any(|f| f.frame.fatal == Some(true) && f.named().next().is_some() && beside_attackers(read, f))
}

fn beside_attackers(read: Reader, fact: &Fact) -> bool {
    let at = fact.frame.sentence;
    let tokens = read.sentence(at.saturating_sub(1)).start..read.sentence(at).end;
    read.holds(tokens, read.patterns.classes.attackers)
}

fn mentions(read: Reader<'_>, sentences: Range<usize>) -> &[Mention] {
    let last = sentences.end.saturating_sub(1);
    &read.mentions[read.inside(&(read.sentence(sentences.start).start..read.sentence(last).end))]
}
