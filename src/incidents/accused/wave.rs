//! Attacks told of together: "terrorists staged three bomb attacks", "the police blame the attacks on X" says who is behind each.
//!
//! Input: the events of an article; output: the same, where those who carried out several attacks at once are suspected of each
//! of them that is told nearby by the same means and names nobody.

use crate::document::Tag;
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::{Argument, Status, blame};
use crate::incidents::dossier::{Dossier, Suspect};
use crate::incidents::fact::Fact;
use crate::incidents::gather::family;
use crate::patterns::methods::of_authorities;

/// Sentences within which the single attacks are told.
const NEAR: usize = 8;

/// Several attacks by the same people.
pub struct Wave {
    sentence: usize,
    methods: Vec<String>,
    /// "three attacks" at the head of the report: they are told one by one below.
    ahead: bool,
    /// "the attacks": they were told above.
    back: bool,
    suspects: Vec<Suspect>,
}

/// All waves that the facts tell of.
pub fn find(read: Reader, facts: &[Fact]) -> Vec<Wave> {
    facts.iter().filter_map(|f| wave(read, f)).collect()
}

/// See the module.
pub fn spread(waves: &[Wave], dossiers: &mut [Dossier]) {
    for dossier in dossiers.iter_mut().filter(|d| d.accused().next().is_none()) {
        let found = waves.iter().find(|w| covers(w, dossier));
        dossier.suspects.extend(found.iter().flat_map(|w| w.suspects.iter().cloned()));
    }
}

/// The fact tells of several attacks and of those behind them.
fn wave(read: Reader, fact: &Fact) -> Option<Wave> {
    let frame = &fact.frame;
    let noun = frame.trigger.end.checked_sub(1).filter(|_| frame.nominal && frame.status != Status::Denied)?;
    let several = read.doc.tag(noun) == Tag::NNS && blame::is_deed(read, noun) && fact.victims.is_empty();
    let lead = read.doc.first_paragraph() == Some(frame.sentence);
    let back = blame::deed(read, noun);
    // "SUBVERSIVE attacks", "attacks by MEN" tell of nobody.
    let bare = |a: &Argument| a.sort == Sort::Generic && a.tokens.len() == 1;
    let several_people = |a: &Argument| read.doc.tag(a.tokens.end.saturating_sub(1)) == Tag::NNS && !bare(a);
    let acting = |a: &&Argument| a.sort.can_act() && (a.name.is_some() || several_people(a));
    let suspect = |person: &Argument| Suspect { person: person.clone(), quote: fact.quote() };
    let suspects: Vec<Suspect> = fact.perpetrators.iter().filter(acting).map(suspect).collect();
    let told = several && (lead || back) && !suspects.is_empty();
    told.then(|| Wave {
        sentence: frame.sentence,
        methods: frame.methods.clone(),
        ahead: lead && !back,
        back,
        suspects,
    })
}

/// The attack may be one of them.
fn covers(wave: &Wave, dossier: &Dossier) -> bool {
    let (methods, first) = (dossier.methods(), dossier.first_sentence());
    let before = wave.back && first < wave.sentence && first + NEAR >= wave.sentence;
    let behind = wave.ahead && first > wave.sentence && first <= wave.sentence + NEAR;
    let violent = methods.iter().any(|m| !of_authorities(m));
    violent && (before || behind) && family::same_means(&methods, &wave.methods)
}
