//! Whose the arrests, sentences and claims are that tell of no event of their own.
//!
//! Input: the events of the article and such a fact; output: the events with their suspects, or with the arrest of whom they befell.

use super::family;
use crate::document::Tag;
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::{Argument, blame};
use crate::incidents::dossier::{Dossier, Suspect};
use crate::incidents::fact::Fact;
use crate::patterns::methods::{of_authorities, takes_captive};

/// "was arrested for theft. ... Police tortured HIM to death": the torture that whoever is held met with.
pub(super) fn captivity_of(dossiers: &[Dossier], fact: &Fact) -> Option<usize> {
    let tortured = |f: &Fact| f.frame.methods.iter().any(|m| m == "torture");
    let same = |d: &Dossier| d.facts.iter().any(tortured) && fact.named().all(|e| d.named().contains(&e));
    let named = fact.named().next().is_some() && fact.frame.status.happened();
    (0..dossiers.len()).find(|&n| named && same(&dossiers[n]))
}

/// "X was abducted. ... A group claimed responsibility for THE ATTACK": where nothing but captures is told, the last of them.
pub(super) fn captured_before(dossiers: &[Dossier], fact: &Fact) -> Option<usize> {
    let general = fact.frame.methods.iter().all(|m| family::is_general(m)) && !fact.frame.methods.is_empty();
    let bare = fact.frame.nominal && fact.frame.definite && fact.victims.is_empty() && fact.frame.targets.is_empty();
    let captures = |d: &Dossier| d.methods().iter().any(|m| takes_captive(m) && !of_authorities(m));
    let harmless = |d: &Dossier| d.methods().iter().all(|m| family::of(m) == family::Family::Captivity);
    let last = (0..dossiers.len()).rev().find(|&n| captures(&dossiers[n]));
    last.filter(|_| general && bare && dossiers.iter().all(harmless))
}

/// "broke into his house AND SHOT HIM": one sentence tells how they came in, and what the same people did there.
pub(super) fn entered(dossier: &Dossier, fact: &Fact) -> bool {
    let pressed = |f: &Fact| f.frame.methods.iter().all(|m| family::of(m) == family::Family::Pressure);
    let same = |f: &Fact| f.perpetrators.iter().any(|p| fact.perpetrators.iter().any(|q| p.tokens == q.tokens));
    let here = |f: &Fact| f.frame.sentence == fact.frame.sentence && f.frame.legal && same(f);
    dossier.facts.iter().all(|f| pressed(f) && here(f)) && !pressed(fact)
}

/// An arrest or charge names those suspected of the latest violent event before it; nobody whose own arrest was
/// told of before as an incident.
pub(super) fn add_suspects(read: Reader, dossiers: &mut [Dossier], fact: Fact) {
    let sentence = fact.frame.sentence;
    let held = |d: &&Dossier| d.methods().iter().all(|m| family::of(m) == family::Family::Captivity);
    let mut hurt: Vec<u32> = dossiers.iter().filter(held).flat_map(Dossier::named).collect();
    // Nobody is suspected of an arrest.
    let crime = |m: &String| family::of(m) == family::Family::Violence || !of_authorities(m);
    let violent = |d: &Dossier| d.methods().iter().any(crime) && d.first_sentence() <= sentence + 1;
    let first = (0..dossiers.len()).filter(|&n| violent(&dossiers[n])).min_by_key(|&n| dossiers[n].first_sentence());
    let convicted = is_convicted(read, &fact);
    let at = just_told(dossiers, sentence).filter(|&n| convicted && violent(&dossiers[n])).or(first);
    hurt.extend(dossiers.iter().enumerate().filter(|(n, _)| Some(*n) != at).flat_map(|(_, d)| attackers(d)));
    let Some(target) = at.and_then(|n| dossiers.get_mut(n)) else { return };
    // "The judge was shot. She had jailed X": whom the victim tried is a suspect of nobody's.
    if fact.perpetrators.iter().filter_map(|p| p.entity).any(|e| target.named().contains(&e)) {
        return;
    }
    let quote = fact.quote();
    hurt.extend(target.named());
    // "sentenced A MAN to life" says nothing more of whoever is accused already.
    let sentenced = read.holds(fact.frame.trigger.clone(), read.patterns.classes.verdicts);
    let first = sentenced && target.accused().next().is_none();
    let counted = |v: &Argument| v.count.is_some_and(|n| n > 1 || first);
    let nameless = |v: &Argument| convicted && v.sort != Sort::Pronoun && counted(v);
    let fits = |v: &Argument| v.entity.map_or_else(|| nameless(v), |e| !hurt.contains(&e));
    let named = fact.victims.into_iter().filter(fits);
    target.suspects.extend(named.map(|person| Suspect { person, quote: quote.clone() }));
}

/// Tokens before a deed in which the word that leads to it stands: "for the brutal murder".
const LED: usize = 4;

/// "Five men were jailed for THE MURDER", "for HER murder", "for IT": held for the deed told before.
fn is_convicted(read: Reader, fact: &Fact) -> bool {
    let sentence = read.sentence(fact.frame.sentence);
    let led = |t: usize| {
        (t.saturating_sub(LED)..t).any(|t| matches!(read.doc.norm(t), "for" | "over" | "of" | "with" | "after" | "in"))
    };
    let own = |t: usize| t > 0 && read.doc.tag(t - 1) == Tag::PRPS && blame::is_deed(read, t);
    let back = |t: usize| read.doc.norm(t) == "it" && read.doc.norm(t - 1) == "for";
    let told = |t: usize| (blame::deed(read, t) || own(t)) && led(t) || back(t);
    (fact.frame.trigger.end..sentence.end).any(told)
}

/// The event told in the sentence before, or in this one.
fn just_told(dossiers: &[Dossier], sentence: usize) -> Option<usize> {
    let told = |n: &usize| dossiers[*n].told_by(sentence).is_some_and(|s| s + 1 >= sentence);
    (0..dossiers.len()).filter(told).max_by_key(|&n| dossiers[n].told_by(sentence))
}

/// Who is known to have attacked somebody; whoever is arrested for that is not arrested for something else.
fn attackers(dossier: &Dossier) -> Vec<u32> {
    let hit = |f: &&Fact| f.victims.iter().any(|v| v.sort != Sort::Pronoun);
    dossier.facts.iter().filter(hit).flat_map(|f| &f.perpetrators).filter_map(|p| p.entity).collect()
}

/// A claim of responsibility tells who did what was told last before it, else what is told first; of several deeds, the last
/// that were told before.
pub(super) fn add_claimants(dossiers: &mut [Dossier], claim: Fact, deeds: usize) {
    let told = |d: &Dossier| d.told_by(claim.frame.sentence);
    let violent = |d: &Dossier| d.methods().iter().any(|m| !of_authorities(m)); // nobody claims an arrest
    let order: Vec<usize> = (0..dossiers.len()).filter(|&n| violent(&dossiers[n])).collect();
    let mut before: Vec<usize> = order.iter().copied().filter(|&n| told(&dossiers[n]).is_some()).collect();
    before.sort_by_key(|&n| told(&dossiers[n]));
    // "His car was stopped by four men" tells on of an attack told right before whose attackers nobody has named.
    let beside = |n: &usize| {
        told(&dossiers[*n]).is_some_and(|s| s + 1 >= claim.frame.sentence) && dossiers[*n].accused().next().is_none()
    };
    let stops = claim.frame.methods.is_empty() && !claim.frame.definite;
    // "Armed men stopped the bus. X was dragged out and beaten".
    let follows = |n: &usize| {
        let first = dossiers[*n].first_sentence();
        first == claim.frame.sentence + 1 && dossiers[*n].accused().next().is_none()
    };
    let next = || order.iter().copied().find(follows);
    let meant: Vec<usize> = match before.last() {
        Some(last) if stops => Some(*last).filter(beside).or_else(next).into_iter().collect(),
        Some(_) => before.iter().rev().take(deeds).copied().collect(),
        None if stops => next().into_iter().collect(),
        None => order.first().copied().into_iter().collect(),
    };
    for n in meant {
        let (hurt, quote) = (dossiers[n].named(), claim.quote());
        let able = claim.perpetrators.iter().filter(|p| p.entity.is_none_or(|e| !hurt.contains(&e)));
        let suspects = able.map(|person| Suspect { person: person.clone(), quote: quote.clone() }).collect::<Vec<_>>();
        dossiers[n].suspects.extend(suspects);
    }
}
