//! Identities -> dossiers: a person identified as victim or suspect joins the event of that kind told last.

use crate::document::Tag;
use crate::frames::Argument;
use crate::frames::blame::followup;
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::people::identity::Identity;
use crate::incidents::dossier::{Dossier, Suspect};
use crate::incidents::fact::{Fact, head, singular};
use crate::incidents::gather::alike;
use crate::incidents::gather::family::{self, Family};
use crate::incidents::quotes;
use crate::ingest::LineKind;
use crate::patterns::identities::Side;
use crate::patterns::methods::{of_authorities, takes_captive};

/// Sentences after the last telling of an event in which its victim or suspect may still be identified.
const REACH: usize = 12;

/// Sentences behind an identity in which its own case may be told.
const BESIDE: usize = 2;

/// Adds each identified person to the event that it belongs to.
pub fn identify(read: Reader, dossiers: &mut [Dossier], identities: Vec<Identity>) {
    for identity in identities {
        let Some(entity) = identity.person.entity else { continue };
        let known = dossiers.iter().any(|d| d.named().contains(&entity));
        if known && !names_somebody(read, dossiers, &identity, entity) {
            continue;
        }
        let Some((dossier, identity)) = joined(read, dossiers, identity) else { continue };
        match side(read, dossier, &identity) {
            Side::Suspect if followup::petty(read, identity.sentence) => {}
            Side::Suspect => {
                let quote = quotes::of_identity(read, &identity);
                dossier.suspects.push(Suspect { person: identity.person, quote });
            }
            _ => dossier.identified.push(identity),
        }
    }
}

/// "A doctor was shot. THE VICTIM WAS IDENTIFIED AS X. ... X had been threatened before": the event at hand has no name yet,
/// and what else befell X is told later.
fn names_somebody(read: Reader, dossiers: &[Dossier], identity: &Identity, entity: u32) -> bool {
    let nameless = |n: usize| dossiers[n].named().is_empty();
    let told = || dossiers.iter().any(|d| is_told(read, d, entity, identity.sentence));
    identity.side == Side::Victim && position(read, dossiers, identity).is_some_and(nameless) && !told()
}

/// The text has said by then that the event befell the person: no title ("Union condemns murder of X") and nothing told later
/// ("X had survived an attack in 2014") keeps the victim of the event at hand from being X.
fn is_told(read: Reader, dossier: &Dossier, entity: u32, sentence: usize) -> bool {
    let title = |f: &Fact| read.doc.kind_of(f.frame.trigger.start) == LineKind::Title;
    // "Among the victims is X. SHE WAS SHOT in May" tells of her own case right behind.
    let before = |f: &Fact| f.frame.sentence <= sentence + BESIDE && !title(f) && f.named().any(|e| e == entity);
    dossier.facts.iter().any(before) || dossier.identified.iter().any(|i| i.person.entity == Some(entity))
}

/// The event of an identity. "The arrested men were identified as X and Y", where no arrest is an event: the suspects of the
/// attack that they are arrested for.
fn joined<'d>(read: Reader, dossiers: &'d mut [Dossier], identity: Identity) -> Option<(&'d mut Dossier, Identity)> {
    let arrest = identity.method == Some("detention");
    let found = position(read, dossiers, &identity);
    let suspect = || Identity { side: Side::Suspect, method: None, group: None, ..identity.clone() };
    let (at, identity) = match found {
        Some(at) => (at, identity),
        None if arrest => (position(read, dossiers, &suspect())?, suspect()),
        None => return None,
    };
    Some((dossiers.get_mut(at)?, identity))
}

/// "He was later identified as X": the one without a name whom the latest sentence tells of.
fn side(read: Reader, dossier: &Dossier, identity: &Identity) -> Side {
    if identity.side != Side::Told {
        return identity.side;
    }
    // "One of THE ACCUSED flew in on Monday. A newspaper has identified him as X".
    let sentences = identity.sentence.saturating_sub(1)..=identity.sentence;
    let people = read.patterns.classes.people;
    let accused = |t: usize| people.and_then(|c| read.value(t, c)) == Some("suspect");
    if sentences.flat_map(|s| read.sentence(s)).any(accused) {
        return Side::Suspect;
    }
    let before = dossier.facts.iter().filter(|f| f.frame.sentence <= identity.sentence);
    let latest = before.max_by_key(|f| f.frame.sentence);
    let nameless = |list: &[Argument]| list.iter().any(|a| a.entity.is_none());
    let attacker = |f: &Fact| nameless(&f.perpetrators) && !nameless(&f.victims);
    if latest.is_some_and(attacker) { Side::Suspect } else { Side::Victim }
}

/// The event of the identity's method, or any attack or arrest, whose telling is nearest before the sentence. Where a noun
/// stands for the persons ("the nurses are", not "the victims are"), that event has such victims.
fn position(read: Reader, dossiers: &[Dossier], identity: &Identity) -> Option<usize> {
    let sentence = identity.sentence;
    let told = identity.side == Side::Told || identity.group.is_some();
    let fits = |m: &String| match identity.method {
        Some(method) => m == method,
        // "was abducted. ... THE VICTIM was identified as X".
        None if identity.side == Side::Victim && takes_captive(m) && !of_authorities(m) => true,
        None => family::of(m) == Family::Violence || told && family::of(m) == Family::Captivity,
    };
    let group = identity.group.map(|t| singular(read.doc.norm(t))).filter(|g| !alike::is_generic(read, g));
    let several = identity.group.is_some_and(|t| read.doc.tag(t) == Tag::NNS);
    let meant =
        |d: &Dossier| group.as_ref().is_none_or(|g| d.heads(read.doc).contains(g)) && !(several && is_one(read, d));
    let violent =
        |d: &Dossier| d.methods().iter().any(fits) && meant(d) && (!identity.several || hurts_several(read, d));
    let reach = if identity.near { 1 } else { REACH };
    let near = |d: &Dossier| d.told_by(sentence).filter(|s| sentence - s <= reach);
    let all = (0..dossiers.len()).filter(|&n| violent(&dossiers[n]) && near(&dossiers[n]).is_some());
    all.max_by_key(|&n| (near(&dossiers[n]), std::cmp::Reverse(n)))
}

/// "Two nurses were shot. ONE OF THEM, X,": several people without a name were hurt.
fn hurts_several(read: Reader, dossier: &Dossier) -> bool {
    let plural = |v: &Argument| read.doc.tag(v.tokens.end.saturating_sub(1)) == Tag::NNS;
    let several = |v: &Argument| v.count.map_or_else(|| plural(v), |n| n > 1);
    dossier.facts.iter().flat_map(|f| &f.victims).any(|v| v.entity.is_none() && v.sort.is_human() && several(v))
}

/// Of the victims without a name there is one: "A doctor was shot. THE TWO MEN are ..." tells of others.
fn is_one(read: Reader, dossier: &Dossier) -> bool {
    let mut nameless = dossier.facts.iter().flat_map(|f| &f.victims).filter(|v| v.entity.is_none());
    let single = |v: &Argument| v.count == Some(1) && v.sort != Sort::Pronoun;
    nameless.next().is_some_and(|first| {
        let same = |v: &Argument| single(v) && head(read.doc, v) == head(read.doc, first);
        same(first) && nameless.all(same)
    })
}
