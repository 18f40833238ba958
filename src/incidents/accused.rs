//! Who is said to have done it: of all that the facts and identities of an event accuse, those who say something.
//!
//! Input: a dossier; output: its perpetrators. Words for attackers who are named elsewhere, and
//! words that say no more than that there was an attack, are left out.

use super::dossier::Dossier;
use crate::document::Tag;
use crate::frames::Argument;
use crate::frames::argument::{Reader, Sort};

/// The perpetrators of an event, in text order.
pub fn of<'d>(read: Reader, dossier: &'d Dossier) -> Vec<&'d Argument> {
    let hurt = dossier.named();
    let accused = dossier.facts.iter().flat_map(|f| &f.perpetrators).chain(&dossier.suspects);
    let accused: Vec<&Argument> = accused.filter(|a| a.entity.is_none_or(|e| !hurt.contains(&e))).collect();
    let known = accused.iter().filter(|a| a.entity.is_some()).count() as u32;
    let tells = |a: &&Argument| {
        a.entity.is_some() || !is_faceless(read, a) && (known == 0 || !stands_for(read, a, known) && !pursues(a))
    };
    accused.into_iter().filter(tells).collect()
}

/// "someone", "the suspects", "three".
fn is_faceless(read: Reader, argument: &Argument) -> bool {
    let head = argument.tokens.end.saturating_sub(1);
    let plain = matches!(argument.sort, Sort::Generic | Sort::Suspect | Sort::Attacker | Sort::Other | Sort::Role);
    let empty = read.patterns.classes.faceless.is_some_and(|class| read.doc.is(head, class));
    plain && (empty || read.doc.tag(head) == Tag::CD)
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
