//! Who is said to have done it: of all that the facts and identities of an event accuse, those who say something.
//!
//! Input: a dossier; output: its perpetrators, and whether a victim is rather one of them. Words for attackers who are named
//! elsewhere, and words that say no more than that there was an attack, are left out.

pub mod allegiance;
pub mod sides;
pub mod wave;

use crate::document::Tag;
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::{Argument, Status};
use crate::incidents::dossier::Dossier;
use crate::incidents::fact::Fact;
use crate::mentions::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Who attacks in an event whatever he suffers in it: named more often for the deed than for the harm, beside other victims.
pub fn attackers(dossier: &Dossier) -> BTreeSet<u32> {
    let deeds = dossier.accused();
    let harm = dossier.facts.iter().flat_map(|f| &f.victims).chain(dossier.identified.iter().map(|i| &i.person));
    let (deeds, harm) = (times(deeds), times(harm));
    let acts = |e: &u32| deeds.get(e).is_some_and(|n| *n > harm.get(e).copied().unwrap_or(0));
    let all: BTreeSet<u32> = deeds.keys().copied().filter(acts).collect();
    let others = dossier.facts.iter().flat_map(|f| &f.victims).any(|v| is_other(v, &all));
    if others || dossier.identified.iter().any(|i| is_other(&i.person, &all)) { all } else { BTreeSet::new() }
}

fn is_other(argument: &Argument, attackers: &BTreeSet<u32>) -> bool {
    argument.sort != Sort::Pronoun && !is_among(argument, attackers)
}

/// The person is one of the attackers.
pub fn is_among(argument: &Argument, attackers: &BTreeSet<u32>) -> bool {
    argument.entity.is_some_and(|e| attackers.contains(&e))
}

/// How often each person is told of: twice as much by name as by a pronoun, once by the same words ("X, RESPONSIBLE for the
/// attack and for others").
fn times<'d>(arguments: impl Iterator<Item = &'d Argument>) -> BTreeMap<u32, u32> {
    let (mut out, mut told) = (BTreeMap::new(), BTreeSet::new());
    for argument in arguments {
        if let Some(entity) = argument.entity.filter(|e| told.insert((*e, argument.tokens.start))) {
            *out.entry(entity).or_default() += if argument.sort == Sort::Named { 2 } else { 1 };
        }
    }
    out
}

/// The perpetrators of an event, in text order; who only struck back at its attackers is none of them.
pub fn of<'d>(read: Reader, dossier: &'d Dossier, attackers: &BTreeSet<u32>) -> Vec<&'d Argument> {
    let hurt = dossier.named();
    let back = |f: &&Fact| f.victims.is_empty() || f.victims.iter().any(|v| !is_among(v, attackers));
    let others = dossier.facts.iter().any(hurts_others);
    // "Guards shot the gunman": he attacks, and they do not, where others were hurt.
    let stopped = |f: &&Fact| !others || f.victims.is_empty() || !f.victims.iter().all(is_attacker);
    let happened = dossier.facts.iter().any(|f| f.frame.status.happened());
    let told = |f: &&Fact| !happened || f.frame.status != Status::Denied;
    let accused = dossier.facts.iter().filter(back).filter(stopped).filter(told).flat_map(|f| &f.perpetrators);
    let accused = accused.chain(dossier.suspects.iter().map(|s| &s.person));
    let attacks = |e: u32| !hurt.contains(&e) || attackers.contains(&e);
    let accused: Vec<&Argument> = accused.filter(|a| a.entity.is_none_or(attacks)).collect();
    let known = accused.iter().filter(|a| a.entity.is_some()).count() as u32;
    let tells = |a: &&Argument| {
        a.entity.is_some() || !is_faceless(read, a) && (known == 0 || !stands_for(read, a, known) && !pursues(a))
    };
    let accused: Vec<&Argument> = accused.into_iter().filter(tells).collect();
    accused.iter().filter(|a| !accused.iter().any(|b| says_more(read, b, a))).copied().collect()
}

/// "the attackers" beside "three hooded men", "a REBEL attack" beside "rebels": the other words tell all of it.
fn says_more(read: Reader, other: &Argument, argument: &Argument) -> bool {
    let insurgent = |a: &Argument| read.holds(a.tokens.clone(), read.patterns.classes.insurgents);
    let plural = |a: &Argument| read.doc.tag(a.tokens.end.saturating_sub(1)) == Tag::NNS;
    let bare = argument.entity.is_none() && argument.name.is_none() && argument.tokens.len() == 1;
    if described(read, other, argument) {
        return true;
    }
    let body = other.sort == Sort::Org;
    let people = matches!(other.sort, Sort::Generic | Sort::Attacker | Sort::Force) && plural(other);
    // "rebels" beside "50 FARC rebels".
    let body_in =
        |a: &Argument| read.mentions[read.inside(&a.tokens)].iter().any(|m| matches!(m.value, Value::Org { .. }));
    if insurgent(argument) && bare && plural(argument) {
        return other.entity.is_none() && other.tokens.len() > 1 && plural(other) && body_in(other);
    }
    if insurgent(argument) {
        let kind = read.doc.tag(argument.tokens.end).is_noun();
        return bare && kind && !plural(argument) && (body || insurgent(other) && plural(other));
    }
    let gunmen = other.sort == Sort::Attacker && !is_doer(read, other);
    bare && is_doer(read, argument) && (body || people && (other.tokens.len() > 1 || gunmen))
}

/// "MEN" beside "three masked men": the same word for people without a name, and nothing else.
fn described(read: Reader, other: &Argument, argument: &Argument) -> bool {
    let nameless = |a: &Argument| a.entity.is_none() && a.name.is_none() && a.sort.is_human();
    let word = |a: &Argument| read.doc.norm(a.tokens.end.saturating_sub(1)).to_string();
    let more = argument.tokens.len() == 1 && other.tokens.len() > 1;
    more && nameless(other) && nameless(argument) && word(other) == word(argument)
}

/// "the attackers", "individuals": words that say no more than that somebody did it.
fn is_doer(read: Reader, argument: &Argument) -> bool {
    read.holds(argument.tokens.clone(), read.patterns.classes.doers)
}

/// Somebody else than nameless attackers is hurt.
fn hurts_others(fact: &Fact) -> bool {
    fact.victims.iter().any(|v| !is_attacker(v) && v.sort != Sort::Pronoun)
}

/// "the gunman", "two suspects".
fn is_attacker(argument: &Argument) -> bool {
    matches!(argument.sort, Sort::Attacker | Sort::Suspect) && argument.entity.is_none()
}

/// "someone", "the suspects", "three".
fn is_faceless(read: Reader, argument: &Argument) -> bool {
    let head = argument.tokens.end.saturating_sub(1);
    let plain = matches!(argument.sort, Sort::Generic | Sort::Suspect | Sort::Attacker | Sort::Other | Sort::Role);
    let empty = read.is(head, read.patterns.classes.faceless);
    // the "most radical" sectors: an article cut off by the quotation mark.
    // "a CROWD of several hundred" says who.
    let said = argument.tokens.clone().any(|t| read.doc.tag(t).is_noun());
    plain && (empty || matches!(read.doc.tag(head), Tag::CD | Tag::DT) && !said)
}

/// "the gunman", "a man": words for the attackers who are named elsewhere. Police, groups and larger numbers say more.
fn stands_for(read: Reader, argument: &Argument, named: u32) -> bool {
    let plural = read.doc.tag(argument.tokens.end.saturating_sub(1)) == Tag::NNS;
    let count = argument.count.unwrap_or(if plural { u32::MAX } else { 1 });
    let person = matches!(argument.sort, Sort::Generic | Sort::Attacker | Sort::Suspect | Sort::Kin | Sort::Role);
    person && (count <= named || argument.sort == Sort::Suspect && argument.count.is_none())
}

/// Where the attacker has a name, nameless police are those who came for him.
fn pursues(argument: &Argument) -> bool {
    argument.sort == Sort::Force
}
