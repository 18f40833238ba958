//! Verb triggers -> frames: active, passive, participle and coordinated forms from one rule.

use super::argument::{Reader, Sort};
use super::clause::Clause;
use super::draft::{Draft, Refusal};
use super::trigger::Trigger;
use crate::patterns::frames::Slot;

/// Reads the arguments of a verb trigger.
pub fn read(reader: Reader, clause: Clause, trigger: &Trigger) -> Result<Draft, Refusal> {
    let at = verb_chunk(clause, trigger);
    let passive = clause.passive(at);
    let mut draft = Draft { chunk: at, ..Draft::default() };
    for slot in &trigger.rule.victim {
        if draft.victims.is_empty() {
            draft.victims = fill(reader, clause, trigger, at, passive, slot);
            draft.victims.retain(|&k| acceptable(reader, clause, trigger, k));
        }
    }
    for slot in &trigger.rule.agent {
        if draft.agents.is_empty() {
            draft.agents = agents(reader, clause, trigger, at, passive, slot);
            draft.agents.retain(|k| !draft.victims.contains(k) && reader.sort(&clause.chunks[*k]).can_act());
        }
    }
    draft.instruments = instruments(reader, clause, at);
    check(reader, clause, trigger, at, passive, draft)
}

/// The chunk whose verb the trigger is; a trigger of several words may begin outside a verb group.
fn verb_chunk(clause: Clause, trigger: &Trigger) -> usize {
    let last = trigger.tokens.end;
    let covered = (trigger.chunk..clause.chunks.len()).take_while(|&k| clause.chunks[k].tokens.start < last);
    covered.filter(|&k| clause.verb(k).is_some()).last().unwrap_or(trigger.chunk)
}

/// The chunk from which objects and phrases of the trigger are searched.
fn last_chunk(clause: Clause, trigger: &Trigger, at: usize) -> usize {
    let covered = (at..clause.chunks.len()).take_while(|&k| clause.chunks[k].tokens.start < trigger.tokens.end);
    covered.last().unwrap_or(at)
}

fn fill(reader: Reader, clause: Clause, trigger: &Trigger, at: usize, passive: bool, slot: &Slot) -> Vec<usize> {
    let last = last_chunk(clause, trigger, at);
    match slot {
        Slot::Object if passive => clause.subject(at).map(|k| clause.subject_group(k)).unwrap_or_default(),
        Slot::Object => object(clause, trigger, at, last).map(|k| clause.group(k)).unwrap_or_default(),
        Slot::Subject => clause.subject(at).map(|k| clause.subject_group(k)).unwrap_or_default(),
        Slot::Prep(name) => phrase(reader, clause, last, name),
        Slot::Possessive | Slot::Compound => Vec::new(),
    }
}

/// The object stands after the trigger's last word; for "taken hostage X" after the whole phrase.
fn object(clause: Clause, trigger: &Trigger, at: usize, last: usize) -> Option<usize> {
    let inside = clause.noun(last).is_some() && clause.chunks[last].tokens.end > trigger.tokens.end;
    if inside && clause.chunks[last].tokens.start < trigger.tokens.end {
        return None;
    }
    clause.object(last.max(at))
}

fn phrase(reader: Reader, clause: Clause, at: usize, name: &str) -> Vec<usize> {
    // The trigger itself may end with the preposition ("opened fire on").
    let own = clause.chunks[at].is_prep().then(|| (at, clause.governed(at)));
    let own = own.and_then(|(p, n)| Some((p, n?)));
    let phrases = own.into_iter().chain(clause.phrases_after(at));
    let mut fits = phrases.filter(|(prep, noun)| prep_is(reader, clause, *prep, name) && clause.noun(*noun).is_some());
    fits.next().map(|(_, noun)| clause.group(noun)).unwrap_or_default()
}

/// The preposition chunk reads `name`.
pub fn prep_is(reader: Reader, clause: Clause, prep: usize, name: &str) -> bool {
    let from = clause.chunks[prep].tokens.start;
    name.split(' ').enumerate().all(|(n, word)| reader.doc.norm(from + n) == word)
}

fn acceptable(reader: Reader, clause: Clause, trigger: &Trigger, at: usize) -> bool {
    let sort = reader.sort(&clause.chunks[at]);
    sort.is_human()
        || trigger.rule.targets && matches!(sort, Sort::Structure | Sort::Org)
        || sort == Sort::Org && trigger.rule.weak
}

fn agents(reader: Reader, clause: Clause, trigger: &Trigger, at: usize, passive: bool, slot: &Slot) -> Vec<usize> {
    match slot {
        Slot::Subject if !passive => clause.subject(at).map(|k| clause.subject_group(k)).unwrap_or_default(),
        Slot::Prep(name) => phrase(reader, clause, last_chunk(clause, trigger, at), name),
        _ => Vec::new(),
    }
}

fn instruments(reader: Reader, clause: Clause, at: usize) -> Vec<usize> {
    let phrases = clause.phrases_after(at).into_iter();
    let named = |(prep, noun): &(usize, usize)| {
        let sort = reader.sort(&clause.chunks[*noun]);
        prep_is(reader, clause, *prep, "with") && matches!(sort, Sort::Weapon | Sort::Other)
            || prep_is(reader, clause, *prep, "by") && matches!(sort, Sort::Weapon | Sort::Structure)
    };
    let weapon = |noun: &usize| reader.weapon(&clause.chunks[*noun]);
    phrases.filter(named).map(|(_, noun)| noun).filter(weapon).collect()
}

fn check(
    reader: Reader,
    clause: Clause,
    trigger: &Trigger,
    at: usize,
    passive: bool,
    draft: Draft,
) -> Result<Draft, Refusal> {
    let rule = trigger.rule;
    if let Some(class) = rule.object_class {
        let object = if passive || rule.subject_class.is_some() { clause.subject(at) } else { clause.object(at) };
        if !object.is_some_and(|k| reader.has_class(&clause.chunks[k], class)) {
            return Err(Refusal("the object is not of the class that the rule asks for"));
        }
    }
    if !passive && rule.agent.contains(&Slot::Subject) && !rule.agent_thing && draft.agents.is_empty() {
        let subject = clause.subject(at).map(|k| reader.sort(&clause.chunks[k]));
        if matches!(subject, Some(Sort::Other | Sort::Structure)) {
            return Err(Refusal("the subject is a thing"));
        }
    }
    if draft.victims.is_empty() && !rule.victim.is_empty() && rule.object_class.is_none() {
        return Err(Refusal("no victim that could be attacked"));
    }
    if !rule.object_after.is_empty() && !followed(reader, clause, at, &rule.object_after) {
        return Err(Refusal("the words that the rule asks for do not follow"));
    }
    if rule.agent_needed && draft.agents.is_empty() {
        return Err(Refusal("no perpetrator"));
    }
    Ok(draft)
}

/// One of the words stands in the clause after the trigger.
fn followed(reader: Reader, clause: Clause, at: usize, words: &[String]) -> bool {
    let end = clause.chunks.last().map_or(0, |c| c.tokens.end);
    (clause.chunks[at].tokens.end..end).take(12).any(|t| words.iter().any(|w| reader.doc.norm(t) == w))
}
