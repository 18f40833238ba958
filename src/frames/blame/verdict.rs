//! Who stands trial for what was told right before: "Two soldiers are serving life for it.", "A cook was convicted.", "A court
//! sentenced three men."
//!
//! Input: a clause and words of a court in it; output: the chunk of whoever they accuse. Such a sentence names no crime but the
//! deed told before.

use crate::frames::blame::{bare, crew, cue, denies, followup, is_event};
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::people::standing::is_voice_at;
use crate::frames::syntax::clause::Clause;
use std::ops::Range;

/// Such words stand among the tokens.
pub(super) fn stands(reader: Reader, mut tokens: Range<usize>) -> bool {
    tokens.any(|t| cue(reader, t).is_some_and(|(value, _)| value == "trial"))
}

/// Whom the words at chunk `k`, which end before the token `end`, try or convict.
pub(super) fn tried(reader: Reader, clause: Clause, k: usize, end: usize) -> Option<usize> {
    let verb = clause.verb(k).map(|_| k).or_else(|| (0..k).rev().find(|&j| clause.verb(j).is_some()))?;
    let own = clause.verb(verb).is_some_and(|v| !v.negated && !v.modal) && !denies(reader, clause, verb);
    let subject = clause.subject(verb).filter(|_| own)?;
    let judge = !clause.passive(verb) && crew::court(reader, clause, subject);
    let found = if judge { clause.object(verb)? } else { subject };
    let open = |k: &usize| !clause.chunks[*k].is_break();
    let behind = (k..clause.chunks.len()).filter(|&j| clause.chunks[j].tokens.start >= end && j != found);
    let behind: Vec<usize> = behind.take_while(open).collect();
    (may_have_acted(reader, clause, found) && for_that(reader, clause, &behind)).then_some(found)
}

/// Somebody with a name or a role, none of those who are tried for what they say.
fn may_have_acted(reader: Reader, clause: Clause, at: usize) -> bool {
    use Sort::{Attacker, Force, Generic, Kin, Named, Role, Suspect};
    let Some(noun) = clause.noun(at).filter(|n| !n.pronoun) else { return false };
    let sort = matches!(reader.sort_at(clause, at), Attacker | Force | Generic | Kin | Named | Role | Suspect);
    sort && !is_voice_at(reader, noun.head) && !followup::repressive(reader)
}

/// Behind the words stands the deed, or nothing but when, where and for how long: "pleaded guilty TO FRAUD" tells of another.
fn for_that(reader: Reader, clause: Clause, behind: &[usize]) -> bool {
    let tokens = || behind.iter().flat_map(|&k| clause.chunks[k].tokens.clone());
    let told = tokens().any(|t| is_event(reader, t) || bare::points_back(reader, t));
    let classes = reader.patterns.classes;
    let term = |k: usize| {
        let words = clause.chunks[k].tokens.clone();
        let court = [classes.charges, classes.penalties].into_iter();
        court.into_iter().any(|class| reader.holds(words.clone(), class))
    };
    let thing = |k: &usize| clause.noun(*k).is_some_and(|n| n.place.is_none()) && !term(*k);
    told || !behind.iter().any(thing)
}
