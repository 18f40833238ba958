//! Who stands on which side: an attacker who dies, or is hurt, in his own attack is no victim of it.
//!
//! Input: all facts of the article and the persons identified as suspects; output: the facts without the harm that the
//! accused came to. A death told with somebody else's hand in it stays: that is an event of its own.

use crate::frames::people::argument::{Reader, Sort};
use crate::frames::people::identity::Identity;
use crate::frames::{Argument, Status};
use crate::incidents::fact::Fact;
use crate::patterns::identities::Side;
use crate::patterns::methods::is_violent;
use std::collections::BTreeSet;

/// Takes the accused out of the victims; facts and identities that tell of nobody else are dropped.
/// Whoever is charged and told to have attacked is hurt as an attacker, and dies as one in a `report` of one crime.
pub fn settle(
    read: Reader,
    facts: Vec<Fact>,
    mut identities: Vec<Identity>,
    report: bool,
) -> (Vec<Fact>, Vec<Identity>) {
    let alone = hurt_themselves(read, &facts);
    for own in identities.iter_mut().filter(|i| i.side == Side::Own) {
        own.side = if alone { Side::Victim } else { Side::Suspect };
    }
    let facts = arrests(facts, &identities);
    let charged = charged(&facts, &identities);
    // "was tortured to confess that HE BURNT a car": of no deed that is only spoken of.
    let done = |f: &&Fact| attacks(f) && f.frame.status != Status::Planned;
    let acting: BTreeSet<u32> =
        facts.iter().filter(done).flat_map(|f| f.perpetrators.iter().filter_map(|p| p.entity)).collect();
    let accused = |i: &Identity| i.person.entity.is_some_and(|e| charged.contains(&e) || acting.contains(&e));
    identities.retain(|i| i.side != Side::Victim || !accused(i));
    identities.iter_mut().filter(|i| i.side == Side::Told && accused(i)).for_each(|i| i.side = Side::Suspect);
    hurt_by_name(&facts, &mut identities, accused);
    let guilty: BTreeSet<u32> = charged.intersection(&acting).copied().collect();
    let lives = |f: &Fact| report || f.frame.fatal != Some(true);
    let facts = facts.into_iter().filter_map(|fact| if lives(&fact) { innocent(fact, &guilty) } else { Some(fact) });
    let facts = facts.filter_map(|fact| without(fact, &charged, &acting)).collect();
    (facts, identities)
}

/// "His father, identified as X, was there. X died of his wounds": whoever is told of as hurt is the victim told of before.
fn hurt_by_name(facts: &[Fact], identities: &mut [Identity], accused: impl Fn(&Identity) -> bool) {
    let told = identities.iter().filter(|i| i.side == Side::Victim).map(|i| &i.person);
    let struck = facts.iter().filter(|f| attacks(f) && !f.frame.weak).flat_map(|f| &f.victims);
    let hurt = told.chain(struck.filter(|v| v.sort == Sort::Named)).filter_map(|v| v.entity);
    let hurt: BTreeSet<u32> = hurt.collect();
    let meant =
        |i: &Identity| i.side == Side::Told && i.person.entity.is_some_and(|e| hurt.contains(&e)) && !accused(i);
    identities.iter_mut().filter(|i| meant(i)).for_each(|i| i.side = Side::Victim);
}

/// "A boy of seven died after shooting himself": nobody attacked, and nobody else was hurt.
fn hurt_themselves(read: Reader, facts: &[Fact]) -> bool {
    let reflexive =
        |f: &Fact| read.sentence(f.frame.sentence).any(|t| matches!(read.doc.norm(t), "himself" | "herself"));
    let handless = |f: &Fact| f.perpetrators.is_empty() && f.count().is_none_or(|n| n <= 1);
    let mut attacks = facts.iter().filter(|f| attacks(f)).peekable();
    attacks.peek().is_some_and(|f| reflexive(f)) && attacks.all(handless)
}

/// The arrest of a person charged with an attack that the article tells of is a follow-up of it.
fn arrests(mut facts: Vec<Fact>, identities: &[Identity]) -> Vec<Fact> {
    let charged = charged(&facts, identities);
    let other = |v: &Argument| v.entity.is_none_or(|e| !charged.contains(&e));
    let attacked = facts.iter().any(|f| attacks(f) && !f.frame.weak && f.victims.iter().any(other));
    let held = |f: &Fact| f.frame.methods.iter().all(|m| m == "detention");
    // "The attacker, A COOK named X, was arrested": the words without a name tell of the same one.
    let named = |v: &&Argument| v.entity.is_some();
    let theirs = |f: &Fact| f.victims.iter().any(|v| v.entity.is_some()) && !f.victims.iter().filter(named).any(other);
    for fact in facts.iter_mut().filter(|f| attacked && !f.frame.persecuted && held(f)) {
        fact.frame.follow_up |= fact.frame.status != Status::Denied && theirs(fact);
    }
    facts
}

/// Persons called suspects, or arrested for the crime.
fn charged(facts: &[Fact], identities: &[Identity]) -> BTreeSet<u32> {
    let named = identities.iter().filter(|i| i.side == Side::Suspect).filter_map(|i| i.person.entity);
    let attacked = facts.iter().filter(|f| attacks(f) && !f.frame.weak).flat_map(|f| &f.victims);
    let hurt: BTreeSet<u32> = attacked.filter(|v| v.sort == Sort::Named).filter_map(|v| v.entity).collect();
    // "Who killed X?", who "spent 22 years in jail": whoever is told first to have been killed is no suspect of that.
    let killed = |f: &&Fact| attacks(f) && !f.frame.weak && f.frame.fatal == Some(true);
    let first = facts.iter().find(killed).into_iter().flat_map(Fact::named).collect::<Vec<_>>();
    // "He is being held", after the name of somebody who was shot: somebody else is meant.
    let other = |v: &Argument| v.sort != Sort::Pronoun || v.entity.is_none_or(|e| !hurt.contains(&e));
    let meant = |v: &&Argument| other(v) && v.entity.is_none_or(|e| !first.contains(&e));
    let arrested = facts.iter().filter(|f| f.frame.follow_up).flat_map(|f| &f.victims).filter(meant);
    let arrested = arrested.filter_map(|v| v.entity);
    let abused: BTreeSet<u32> =
        facts.iter().filter(|f| by_captors(f)).flat_map(|f| f.named().collect::<Vec<_>>()).collect();
    named.chain(arrested).filter(|e| !abused.contains(e)).collect()
}

/// Torture, or a death told together with the arrest: whoever is held for a crime is the victim of that.
fn by_captors(fact: &Fact) -> bool {
    let has = |method: &str| fact.frame.methods.iter().any(|m| m == method);
    attacks(fact) && (has("torture") || has("detention") && fact.frame.fatal == Some(true))
}

fn attacks(fact: &Fact) -> bool {
    violent(fact) && !fact.frame.follow_up && fact.frame.status != Status::Denied
}

fn violent(fact: &Fact) -> bool {
    fact.frame.methods.iter().any(|m| is_violent(m))
}

/// "X vanished after the shooting": an attacker on the run.
fn fled(fact: &Fact, charged: &BTreeSet<u32>, acting: &BTreeSet<u32>) -> bool {
    let gone = fact.frame.methods.iter().all(|m| m == "disappearance");
    let sought = |v: &Argument| v.entity.is_some_and(|e| charged.contains(&e) || acting.contains(&e));
    gone && !fact.victims.is_empty() && fact.victims.iter().all(sought)
}

/// "The suspect was shot by his grandfather", "Deputies shot him": no victim of the crime.
fn innocent(mut fact: Fact, guilty: &BTreeSet<u32>) -> Option<Fact> {
    if fact.frame.follow_up || !violent(&fact) {
        return Some(fact);
    }
    let before = fact.victims.len();
    fact.victims.retain(|v| v.entity.is_none_or(|e| !guilty.contains(&e)));
    (fact.victims.len() == before || !fact.victims.is_empty()).then_some(fact)
}

fn without(mut fact: Fact, charged: &BTreeSet<u32>, acting: &BTreeSet<u32>) -> Option<Fact> {
    if fled(&fact, charged, acting) {
        return None;
    }
    if fact.frame.follow_up || !violent(&fact) || fact.perpetrators.iter().any(|p| p.entity.is_some()) {
        return Some(fact);
    }
    // "He was executed": a pronoun is too little to make a victim of who attacks elsewhere.
    let guessed = |v: &Argument| v.sort == Sort::Pronoun && v.entity.is_some_and(|e| acting.contains(&e));
    let told = fact.victims.len();
    fact.victims.retain(|v| !guessed(v));
    if fact.victims.is_empty() && told > 0 {
        return None;
    }
    for victim in fact.victims.iter_mut().filter(|v| v.sort == Sort::Pronoun) {
        // "They set him on fire", after a suspect's name: somebody else is meant.
        if victim.entity.is_some_and(|e| charged.contains(&e)) {
            (victim.entity, victim.name) = (None, None);
        }
    }
    let mild = fact.frame.weak || fact.frame.carrier;
    let handless = fact.perpetrators.is_empty();
    let accused = |v: &Argument| {
        let own = |set: &BTreeSet<u32>| v.entity.is_some_and(|e| set.contains(&e));
        own(charged) && (handless || mild) || own(acting) && handless && mild
    };
    let before = fact.victims.len();
    fact.victims.retain(|v| !accused(v));
    (fact.victims.len() == before || !fact.victims.is_empty()).then_some(fact)
}
