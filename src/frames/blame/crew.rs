//! Who strikes, told by a word before an attack or a weapon: "a SHINING PATH attack", "a RUSSIAN drone", "ARMY helicopters".
//!
//! Input: a noun group; output: whoever stands in it as a noun group of its own.

use crate::frames::people::argument::Reader;
use crate::frames::syntax::chunk::{Chunk, Kind, Noun};
use crate::frames::syntax::clause::Clause;
use crate::frames::trigger::Trigger;
use crate::mentions::{PlaceForm, PlaceValue};
use crate::patterns::methods::from_afar;
use crate::patterns::orgs::is_peaceful;
use std::ops::Range;

/// Who attacks, before the trigger in its own group: "a Shining Path attack", "guerrilla attacks".
pub fn attacker(reader: Reader, clause: Clause, trigger: &Trigger, at: usize) -> Option<Chunk> {
    let noun = clause.chunks[at].noun()?;
    let before = clause.chunks[at].tokens.start..trigger.tokens.start;
    let strikes = trigger.rule.methods.iter().any(|m| from_afar(m));
    let state = || state(reader, noun, &before, false).filter(|_| strikes);
    band(reader, noun, &before).or_else(state).or_else(|| people(reader, before.clone(), &["attacker"]))
}

/// Whose weapon it is that strikes: "a RUSSIAN drone killed", "was hit by an ARMY helicopter".
pub fn of_weapon(reader: Reader, clause: Clause, at: usize) -> Option<Chunk> {
    let chunk = &clause.chunks[at];
    let noun = chunk.noun()?;
    let machine = reader.is(noun.head, reader.patterns.classes.war_machines);
    if !machine && !reader.weapon_method(chunk).is_some_and(from_afar) {
        return None;
    }
    let before = chunk.tokens.start..noun.head;
    let force = || people(reader, before.clone(), &["attacker", "force"]);
    band(reader, noun, &before).or_else(force).or_else(|| state(reader, noun, &before, true))
}

/// A court: it sentences, and commits no violence ("convicted of murder by a LYON COURT").
pub fn court(reader: Reader, clause: Clause, at: usize) -> bool {
    let class = reader.patterns.classes.org_heads;
    clause.noun(at).is_some_and(|n| class.and_then(|c| reader.value(n.head, c)) == Some("court"))
}

fn band(reader: Reader, noun: &Noun, before: &Range<usize>) -> Option<Chunk> {
    let peaceful = |m: usize| reader.mentions[m].org_kind().is_some_and(is_peaceful);
    let mut orgs = noun.inner_orgs.iter().copied().filter(|&m| before.contains(&reader.mentions[m].tokens.start));
    let org = orgs.next().filter(|&m| !peaceful(m))?; // "the AIRLINE bombing" hit the airline
    let tokens = reader.mentions[org].tokens.clone();
    let made = Noun { head: tokens.end.saturating_sub(1), org: Some(org), ..Noun::default() };
    Some(Chunk { tokens, kind: Kind::Noun(made) })
}

/// "an ISRAELI air strike": the people named before a strike from afar stand for their state; with `named`, so does a
/// country's name ("a US drone").
fn state(reader: Reader, noun: &Noun, before: &Range<usize>, named: bool) -> Option<Chunk> {
    let fits = |m: &usize| {
        let Some(mention) = reader.mentions.get(*m).filter(|m| before.contains(&m.tokens.start)) else { return false };
        let country = |v: &PlaceValue| v.place.as_ref().is_some_and(|p| p.kind == "country");
        let made = reader.doc.norm(mention.tokens.end) == "-"; // "a US-made drone"
        !made && mention.place().is_some_and(|v| v.form == PlaceForm::Demonym || named && country(v))
    };
    let found = noun.inner_places.iter().copied().find(fits)?;
    let tokens = reader.mentions.get(found)?.tokens.clone();
    let made = Noun { head: tokens.end.saturating_sub(1), place: Some(found), ..Noun::default() };
    Some(Chunk { tokens, kind: Kind::Noun(made) })
}

/// People of one of the kinds among the tokens.
fn people(reader: Reader, mut before: Range<usize>, kinds: &[&str]) -> Option<Chunk> {
    let class = reader.patterns.classes.people?;
    let epithet = |t: usize| reader.holds(t..t + 1, reader.patterns.classes.epithets); // "CRIMINAL attacks"
    let head = before.find(|&t| reader.value(t, class).is_some_and(|v| kinds.contains(&v)) && !epithet(t))?;
    let made = Noun { head, ..Noun::default() };
    Some(Chunk { tokens: head..head + 1, kind: Kind::Noun(made) })
}
