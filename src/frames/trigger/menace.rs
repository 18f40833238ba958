//! Deeds that are only threatened: "threatened to kill X", "told X that she would be shot", "said they would burn her house".
//!
//! Input: a trigger of violence with its arguments and its status; output: that no more than a threat is told, and who
//! uttered it.

use crate::frames::Status;
use crate::frames::draft::Draft;
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::syntax::clause::Clause;
use crate::frames::trigger::Trigger;
use crate::frames::trigger::verbal::prep_is;
use crate::patterns::frames::Part;
use crate::patterns::methods::{Family, family, is_violent};

/// Chunks between the verb of telling and the deed.
const REACH: usize = 14;

/// Tokens between "threatened" and the deed.
const NEAR: usize = 8;

/// Value in `telling.csv` of words that say themselves that it is a threat.
const THREAT: &str = "threat";

/// Value in `telling.csv` of verbs without anybody who is told ("SAID they would kill her").
const SAID: &str = "said";

/// Who uttered the threat, as far as the sentence says so, if the trigger tells of a threat alone.
pub fn of(reader: Reader, clause: Clause, trigger: &Trigger, draft: &Draft, status: Status) -> Option<Vec<usize>> {
    if trigger.rule.methods.iter().any(|m| family(m) == Family::Pressure) {
        return None;
    }
    if status == Status::Threatened {
        let before = trigger.tokens.start.saturating_sub(NEAR)..trigger.tokens.start;
        let threat = |t| reader.patterns.classes.telling.and_then(|class| reader.value(t, class)) == Some(THREAT);
        return before.into_iter().any(threat).then(Vec::new);
    }
    let verb = clause.verb(draft.chunk).filter(|v| v.modal && trigger.rule.part == Part::Verb);
    let violent = trigger.rule.methods.iter().all(|m| is_violent(m));
    verb.filter(|_| violent && aimed_at_hearer(reader, clause, draft)).and_then(|_| told(reader, clause, draft))
}

/// "she", "her family", "her house": whoever was told of before.
fn aimed_at_hearer(reader: Reader, clause: Clause, draft: &Draft) -> bool {
    let meant = |k: &usize| matches!(reader.sort_at(clause, *k), Sort::Pronoun | Sort::Kin);
    let owned = draft.owner_victim.as_ref().is_some_and(|c| c.noun().is_some_and(|n| n.pronoun));
    if draft.victims.is_empty() { owned } else { draft.victims.iter().all(meant) }
}

/// The verb of telling before the deed: the threat's author.
fn told(reader: Reader, clause: Clause, draft: &Draft) -> Option<Vec<usize>> {
    let class = reader.patterns.classes.telling?;
    let near = (0..draft.chunk).rev().take(REACH).take_while(|&k| !clause.is_stop(k));
    near.filter_map(|k| clause.verb(k).map(|v| (k, v))).find_map(|(k, v)| match reader.value(v.head, class)? {
        SAID => said(reader, clause, draft, k),
        _ => warned(reader, clause, k),
    })
}

/// "gunmen TOLD X that", "X WAS WARNED BY soldiers that": of somebody who is no policeman or court.
fn warned(reader: Reader, clause: Clause, at: usize) -> Option<Vec<usize>> {
    let passive = clause.passive(at);
    let hearer = if passive { clause.subject(at) } else { clause.object(at) }?;
    if !matches!(reader.sort_at(clause, hearer), Sort::Named | Sort::Role | Sort::Kin | Sort::Pronoun | Sort::Generic) {
        return None;
    }
    let by = || clause.phrases_after(at).into_iter().find(|(prep, _)| prep_is(reader, clause, *prep, "by"));
    let speaker = if passive { by().map(|(_, noun)| noun) } else { clause.subject(at) };
    match speaker {
        Some(speaker) => menacing(reader, clause, speaker).then(|| clause.group(speaker)),
        None => passive.then(Vec::new),
    }
}

/// "two men SAID THEY would kill her": they speak of themselves.
fn said(reader: Reader, clause: Clause, draft: &Draft, at: usize) -> Option<Vec<usize>> {
    let own = draft.agents.iter().any(|&k| reader.sort_at(clause, k) == Sort::Pronoun && k > at);
    let speaker = clause.subject(at).filter(|_| own)?;
    let fits = matches!(reader.sort_at(clause, speaker), Sort::Generic | Sort::Attacker | Sort::Suspect);
    fits.then(|| clause.group(speaker))
}

/// Not a friend, a lawyer or an official, who warns of others.
fn menacing(reader: Reader, clause: Clause, at: usize) -> bool {
    let also = reader.patterns.classes.menacers;
    let role = clause.noun(at).is_some_and(|n| n.person.is_none() && reader.is(n.head, also));
    role || matches!(reader.sort_at(clause, at), Sort::Generic | Sort::Attacker | Sort::Suspect | Sort::Org)
}
