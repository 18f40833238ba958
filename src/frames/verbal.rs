//! Verb triggers -> frames: active, passive, participle and coordinated forms from one rule.

use super::argument::{Reader, Sort};
use super::chunk::Kind;
use super::clause::Clause;
use super::combat::{combat, combatants, fallen, fighter, warlike};
use super::companions;
use super::draft::{Draft, Refusal};
use super::owned::{self, Owner};
use super::pronoun;
use super::subject::{apposed, shared_object, subject, subjects};
use super::trigger::Trigger;
use crate::document::Tag;
use crate::ingest::LineKind;
use crate::patterns::frames::{FrameRule, Slot};
use crate::patterns::methods::{Family, family};

/// Reads the arguments of a verb trigger; `events` tells which chunks hold a trigger noun ("the blast killed three").
pub fn read(reader: Reader, clause: Clause, trigger: &Trigger, events: &[usize]) -> Result<Draft, Refusal> {
    let at = verb_chunk(clause, trigger);
    if trigger.inside_name {
        return Ok(Draft { chunk: at, victims: vec![at], ..Draft::default() });
    }
    let passive = passive(reader, clause, trigger, at);
    let mut draft = Draft { chunk: at, ..Draft::default() };
    for slot in &trigger.rule.victim {
        if draft.victims.is_empty() {
            let group = fill(reader, clause, trigger, at, passive, slot);
            // "picked up the award ahead of A and B": a weak word needs a victim right where one is expected.
            let thing = |k: &usize| !acceptable(reader, clause, trigger, *k);
            let lone = trigger.rule.weak && !passive && *slot == Slot::Object && group.first().is_some_and(thing);
            let group = if lone { group[..1].to_vec() } else { group };
            draft.victims = group.iter().copied().filter(|&k| acceptable(reader, clause, trigger, k)).collect();
            if draft.victims.is_empty() {
                draft.victims = group.first().and_then(|&k| apposed(reader, clause, k)).into_iter().collect();
            }
        }
    }
    if !draft.victims.is_empty() {
        let last = last_chunk(clause, trigger, at);
        let shared = companions::of(reader, clause, last, &draft.victims);
        draft.victims.extend(shared);
        draft
            .victims
            .extend(companions::leading(reader, clause, at).filter(|k| !passive && !draft.victims.contains(k)));
    }
    draft.victims.retain(|&k| !owned::is_remains(reader, clause, k));
    let takes = trigger.rule.methods.iter().any(|m| family(m) == Family::Captivity); // "seized HIS CAMERA"
    if !takes && !draft.victims.iter().any(|&k| reader.sort_at(clause, k).is_human()) {
        match owned::find(reader, clause, &belongings(reader, clause, trigger, at, passive)) {
            Some(Owner::Behind(victims)) => draft.victims.extend(victims),
            Some(Owner::Inside(chunk)) => draft.owner_victim = Some(chunk),
            None => {}
        }
    }
    for victim in draft.victims.iter_mut() {
        *victim = pronoun::meant(reader, clause, at, *victim).unwrap_or(*victim);
    }
    for slot in &trigger.rule.agent {
        if draft.agents.is_empty() {
            draft.agents = agents(reader, clause, trigger, at, passive, slot);
            draft.agents.retain(|k| !draft.victims.contains(k) && reader.sort_at(clause, *k).can_act());
        }
    }
    draft.instruments = instruments(reader, clause, trigger, at, passive);
    check(reader, clause, trigger, at, passive, events, draft)
}

/// Passive by its form; a trigger that holds a noun of its own ("held captive") is passive when no object follows it.
fn passive(reader: Reader, clause: Clause, trigger: &Trigger, at: usize) -> bool {
    let last = last_chunk(clause, trigger, at);
    let noun = |k: usize| k <= last && !clause.noun(k).is_some_and(|n| n.pronoun);
    let inner = clause.verb(at).is_some_and(|v| v.bare) && clause.object(at).is_some_and(noun);
    if inner && trigger.rule.victim.first() == Some(&Slot::Object) {
        return clause.object(last) != Some(last + 1);
    }
    // "were called and FOUND HIM": a past tense with somebody as its object; "shot twelve times" has none.
    let acts = clause.verb(at).is_some_and(|v| v.bare && reader.doc.tag(v.head) == Tag::VBD);
    let acts = acts && clause.object(at).is_some_and(|k| reader.sort_at(clause, k).is_human());
    clause.passive(at)
        && !acts
        && !reaches_victim(reader, clause, trigger, at)
        && shared_object(reader, clause, at).is_none()
}

/// "fired on protesters": the trigger ends with the preposition of its victim, so the verb is active without an object.
fn reaches_victim(reader: Reader, clause: Clause, trigger: &Trigger, at: usize) -> bool {
    let last = last_chunk(clause, trigger, at);
    let bare = clause.verb(at).is_some_and(|v| v.bare);
    let whole = last > at && clause.chunks[last].tokens.end == trigger.tokens.end;
    // "shot to death A GUARD".
    if bare && whole && !clause.chunks[last].is_prep() {
        return clause.object(last) == Some(last + 1);
    }
    // "X, a candidate, shot at HIS petrol station": where he was.
    let own = |k: usize| {
        let his = clause.noun(k).and_then(|n| n.owner.as_ref()).is_some_and(|o| reader.doc.tag(o.start) == Tag::PRPS);
        his && clause.subject(at).is_some_and(|s| clause.names(s))
    };
    bare && last > at
        && clause.chunks[last].is_prep()
        && clause.governed(last).is_some_and(|k| {
            let sort = reader.sort_at(clause, k);
            sort.is_human() || matches!(sort, Sort::Org | Sort::Structure | Sort::Weapon | Sort::Other) && !own(k)
        })
}

/// The chunk whose verb the trigger is; a trigger of several words may begin outside a verb group.
pub fn verb_chunk(clause: Clause, trigger: &Trigger) -> usize {
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
        Slot::Object if passive => subjects(reader, clause, at),
        Slot::Object => object(clause, trigger, at, last)
            .or_else(|| shared_object(reader, clause, at))
            .map(|k| clause.group(k))
            .unwrap_or_default(),
        Slot::Subject => subjects(reader, clause, at),
        Slot::Prep(name) => phrase(reader, clause, last, name),
        Slot::Possessive | Slot::Compound => Vec::new(),
    }
}

/// The object stands after the trigger's last word; for "taken hostage X" after the whole phrase.
fn object(clause: Clause, trigger: &Trigger, at: usize, last: usize) -> Option<usize> {
    // "ran HER over": inside the trigger.
    let held = |k: &usize| clause.noun(*k).is_some_and(|n| n.pronoun && trigger.tokens.contains(&n.head));
    if let Some(inner) = (at + 1..=last).find(held) {
        return Some(inner);
    }
    if last > at && clause.chunks[last].is_prep() {
        return clause.governed(last).filter(|&k| clause.noun(k).is_some());
    }
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

/// The groups in which the victim's belonging may stand: where the rule takes its victim, and phrases after the verb.
fn belongings(reader: Reader, clause: Clause, trigger: &Trigger, at: usize, passive: bool) -> Vec<usize> {
    let own = if passive { clause.subject_nearby(at) } else { clause.object(at) };
    let slots = trigger.rule.victim.iter().flat_map(|slot| fill(reader, clause, trigger, at, passive, slot));
    let slots = own.into_iter().chain(slots);
    let phrases = clause.phrases_after(last_chunk(clause, trigger, at)).into_iter().map(|(_, noun)| noun);
    slots.chain(phrases).collect()
}

fn acceptable(reader: Reader, clause: Clause, trigger: &Trigger, at: usize) -> bool {
    let sort = reader.sort_at(clause, at);
    sort.is_human()
        || trigger.rule.targets && (matches!(sort, Sort::Structure | Sort::Org) || reader.vehicle(clause, at))
        || sort == Sort::Org && trigger.rule.weak
}

fn agents(reader: Reader, clause: Clause, trigger: &Trigger, at: usize, passive: bool, slot: &Slot) -> Vec<usize> {
    match slot {
        Slot::Subject if !passive => subject(reader, clause, at).map(|k| clause.subject_group(k)).unwrap_or_default(),
        Slot::Prep(name) => phrase(reader, clause, last_chunk(clause, trigger, at), name),
        _ => Vec::new(),
    }
}

/// Weapons in "with" and "by" phrases, and the weapon that is the subject or object of the trigger.
fn instruments(reader: Reader, clause: Clause, trigger: &Trigger, at: usize, passive: bool) -> Vec<usize> {
    let named =
        |(prep, _): &(usize, usize)| ["with", "by", "using"].iter().any(|name| prep_is(reader, clause, *prep, name));
    let phrases = clause.phrases_after(at).into_iter().filter(named).map(|(_, noun)| noun);
    let subject = clause.subject(at).filter(|_| !passive || trigger.rule.object_class.is_some());
    let object = clause.object(last_chunk(clause, trigger, at)).filter(|_| trigger.rule.object_class.is_some());
    let head = |k: &usize| reader.sort(&clause.chunks[*k]) == Sort::Weapon;
    let mut out: Vec<usize> = phrases.chain(subject).chain(object).filter(head).collect();
    out.sort_unstable();
    out.dedup();
    out
}

fn check(
    reader: Reader,
    clause: Clause,
    trigger: &Trigger,
    at: usize,
    passive: bool,
    events: &[usize],
    mut draft: Draft,
) -> Result<Draft, Refusal> {
    let rule = trigger.rule;
    if let Some(class) = rule.object_class {
        let subject = passive || rule.subject_class.is_some();
        let object = || object(clause, trigger, at, last_chunk(clause, trigger, at));
        let object = if subject { clause.subject_nearby(at) } else { object() };
        if !object.is_some_and(|k| reader.has_class(&clause.chunks[k], class)) {
            return Err(Refusal("the object is not of the class that the rule asks for"));
        }
    }
    if !passive && rule.agent.contains(&Slot::Subject) && !rule.agent_thing && draft.agents.is_empty() {
        let subject = subject(reader, clause, at).filter(|k| !events.contains(k));
        if subject.is_some_and(|k| harmless(reader, clause, k, rule.weak) && !intent(reader, clause, k, at)) {
            return Err(Refusal("the subject is a thing"));
        }
    }
    let vague = |k: usize| reader.holds(clause.chunks[k].tokens.clone(), reader.patterns.classes.unspecific);
    let told = draft.victims.len();
    draft.victims.retain(|&k| !vague(k)); // "killed himself AND HIS WIFE"
    let spared = draft.victims.len() < told;
    let nobody = if spared { draft.victims.is_empty() } else { clause.subject(at).is_some_and(vague) };
    if nobody {
        return Err(Refusal("nobody in particular"));
    }
    let last = last_chunk(clause, trigger, at);
    let place = clause.chunks[last].is_prep().then(|| clause.noun(last + 1)).flatten();
    let ends = |s: &Slot| matches!(s, Slot::Prep(p) if reader.doc.norm(trigger.tokens.end - 1) == p);
    if rule.victim.iter().any(ends) && reader.holds(trigger.tokens.clone(), reader.patterns.classes.unspecific) {
        return Err(Refusal("nobody in particular")); // "shot HIMSELF at his home"
    }
    if passive && place.is_some() && trigger.tokens.len() > 1 && rule.victim.iter().any(ends) {
        return Err(Refusal("the preposition tells of the place"));
    }
    if rule.alone && draft.victims.is_empty() && aimed_at_thing(reader, clause, trigger, at) {
        return Err(Refusal("the victim's place is taken by a thing"));
    }
    let nobody = draft.victims.is_empty() && draft.owner_victim.is_none();
    if nobody && !rule.victim.is_empty() && rule.object_class.is_none() && !rule.alone {
        return Err(Refusal("no victim that could be attacked"));
    }
    if rule.weapon_needed && draft.instruments.is_empty() {
        return Err(Refusal("no weapon"));
    }
    if !rule.object_after.is_empty() && !followed(reader, clause, at, rule) {
        return Err(Refusal("the words that the rule asks for do not follow"));
    }
    let friend = |&k: &usize| matches!(reader.sort_at(clause, k), Sort::Named | Sort::Role | Sort::Kin);
    if rule.captors && draft.agents.iter().any(friend) {
        return Err(Refusal("done by somebody who takes nobody captive"));
    }
    let known = |&k: &usize| matches!(reader.sort_at(clause, k), Sort::Named | Sort::Role);
    if rule.agent_needed && draft.agents.is_empty() && (rule.targets || !draft.victims.iter().any(known)) {
        return Err(Refusal("no perpetrator"));
    }
    let by_vehicle =
        draft.instruments.iter().any(|&k| reader.weapon_method(&clause.chunks[k]) == Some("vehicle_attack"));
    if rule.unspecified() && by_vehicle && draft.agents.is_empty() {
        return Err(Refusal("a traffic accident"));
    }
    let vague_means = rule.unspecified() || !rule.object_after.is_empty();
    if vague_means && draft.agents.is_empty() && accident(reader, clause, trigger) {
        return Err(Refusal("an accident or an illness"));
    }
    if rule.unspecified() && draft.victims.iter().all(|&k| fighter(reader, clause, k)) && combat(reader, clause) {
        return Err(Refusal("fighters in combat"));
    }
    if rule.unspecified() && fallen(reader, clause, &draft) {
        return Err(Refusal("fallen fighters"));
    }
    if warlike(rule) && combatants(reader, clause, &draft) {
        return Err(Refusal("fighting between armed sides"));
    }
    if rule.methods.iter().any(|m| m == "poisoning") && passive && by_thing(reader, clause, at) {
        return Err(Refusal("poisoned by a thing"));
    }
    if contest(reader, clause, rule, &draft) {
        return Err(Refusal("one beats another in a contest"));
    }
    if imagined(clause, at, &draft) {
        return Err(Refusal("an act that is only spoken of"));
    }
    if habitual(reader, clause, at, passive, &draft) {
        return Err(Refusal("a general statement"));
    }
    if draft.victims.iter().any(|&k| numbered(reader, clause, k)) {
        return Err(Refusal("a count of events"));
    }
    Ok(draft)
}

/// A subject that attacks nobody: any thing, but not an unknown name.
fn harmless(reader: Reader, clause: Clause, subject: usize, weak: bool) -> bool {
    let chunk = &clause.chunks[subject];
    if reader.patterns.classes.war_machines.is_some_and(|class| reader.has_class(chunk, class)) {
        return false;
    }
    match reader.sort_at(clause, subject) {
        Sort::Structure => true,
        Sort::Other => weak || !chunk.noun().is_some_and(|n| n.pronoun || reader.doc.tag(n.head) == Tag::NNP),
        _ => false,
    }
}

/// "a PLOT to kill X": whoever had it in mind is not told.
fn intent(reader: Reader, clause: Clause, noun: usize, at: usize) -> bool {
    let infinitive = noun + 1 == at && clause.verb(at).is_some_and(|v| v.infinitive);
    infinitive && reader.patterns.classes.modality.is_some_and(|class| reader.has_class(&clause.chunks[noun], class))
}

/// "opened fire on the budget".
fn aimed_at_thing(reader: Reader, clause: Clause, trigger: &Trigger, at: usize) -> bool {
    let last = last_chunk(clause, trigger, at);
    let first = clause.phrases_after(last).into_iter().next().filter(|(prep, _)| *prep == last + 1);
    first.is_some_and(|(prep, noun)| {
        let chunk = &clause.chunks[noun];
        prep_is(reader, clause, prep, "on")
            && reader.sort(chunk) == Sort::Other
            && chunk
                .noun()
                .is_some_and(|n| n.inner_places.is_empty() && n.dates.is_empty() && reader.doc.tag(n.head) != Tag::NNP)
    })
}

/// "X beat Y in the final": named people on both sides, and a word of elections or sport.
fn contest(reader: Reader, clause: Clause, rule: &FrameRule, draft: &Draft) -> bool {
    let named = |k: &usize| clause.noun(*k).is_some_and(|n| reader.doc.tag(n.head) == Tag::NNP);
    let both = !draft.victims.is_empty() && draft.victims.iter().chain(&draft.agents).all(named);
    let sentence = || 0..clause.chunks.len();
    rule.methods.iter().all(|m| m == "beating")
        && both
        && draft.instruments.is_empty()
        && sentence().any(|k| reader.holds(clause.chunks[k].tokens.clone(), reader.patterns.classes.contests))
}

/// An accident or illness stands after the trigger in the sentence.
fn accident(reader: Reader, clause: Clause, trigger: &Trigger) -> bool {
    let Some(class) = reader.patterns.classes.accidents else { return false };
    let end = clause.chunks.last().map_or(0, |c| c.tokens.end);
    let plain = |t: usize| reader.value(t, class).is_some_and(str::is_empty);
    (trigger.tokens.end..end).take(20).any(plain)
}

/// "poisoned by stoves": nobody did it.
fn by_thing(reader: Reader, clause: Clause, at: usize) -> bool {
    let mut phrases = clause.phrases_after(at).into_iter();
    let by = phrases.find(|(prep, _)| prep_is(reader, clause, *prep, "by"));
    by.filter(|(_, noun)| clause.noun(*noun).is_some())
        .is_some_and(|(_, noun)| matches!(reader.sort_at(clause, noun), Sort::Other | Sort::Structure))
}

/// "warn that shooting the leader may ...": a gerund that is itself the subject, with nobody named.
fn imagined(clause: Clause, at: usize, draft: &Draft) -> bool {
    let opens = at > 0 && matches!(clause.chunks[at - 1].kind, Kind::Opener);
    let named = draft.victims.iter().any(|&k| clause.noun(k).is_some_and(|n| n.person.is_some()));
    opens && clause.verb(at).is_some_and(|v| v.gerund) && draft.agents.is_empty() && !named
}

/// "Journalists are killed every year": a bare plural with a present passive.
fn habitual(reader: Reader, clause: Clause, at: usize, passive: bool, draft: &Draft) -> bool {
    // "are threatened, beaten and jailed": the first verb of the series carries the tense.
    let mut lead = at;
    while let Some(partner) = clause.partner(lead).filter(|&p| p < lead && clause.verb(lead).is_some_and(|v| v.bare)) {
        lead = partner;
    }
    let first = clause.chunks[lead].tokens.start;
    let present = matches!(reader.doc.norm(first), "are" | "get") && reader.doc.norm(first + 1) != "being";
    let bare = |k: &usize| {
        let chunk = &clause.chunks[*k];
        let opens = reader.doc.tag(chunk.tokens.start);
        chunk.noun().is_some_and(|n| reader.doc.tag(n.head) == Tag::NNS && n.person.is_none())
            && !matches!(opens, Tag::DT | Tag::CD | Tag::PRPS)
            && reader.count(chunk).is_none()
            && !reader.holds(chunk.tokens.clone(), reader.patterns.classes.partitives) // "DOZENS are held"
    };
    let perfect = reader.auxiliary(first) == Some("have"); // "have been in prison since May"
    let now = !passive && !perfect && reader.doc.tag(first) == Tag::VBP;
    let told = reader.doc.sentence_of(first).is_some_and(|s| s.kind == LineKind::Paragraph);
    let acted = !draft.agents.is_empty() && draft.agents.iter().chain(&draft.victims).all(bare);
    let plain = clause.verb(lead).is_some_and(|v| !v.auxiliary);
    if now && plain && told && acted {
        return true; // "arsonists burn down fewer houses"
    }
    let dies = now && draft.agents.is_empty();
    (passive && present || dies)
        && !draft.victims.is_empty()
        && draft.victims.iter().all(bare)
        && draft.agents.is_empty()
}

/// "the 199th journalist to be killed": one of a count.
fn numbered(reader: Reader, clause: Clause, at: usize) -> bool {
    let ordinal = |w: &str| w.starts_with(|c: char| c.is_ascii_digit()) && w.ends_with(['h', 't', 'd']);
    clause.chunks[at].tokens.clone().any(|t| ordinal(reader.doc.norm(t)))
}

/// One of the words stands in the clause after the trigger.
fn followed(reader: Reader, clause: Clause, at: usize, rule: &FrameRule) -> bool {
    let end = clause.chunks.last().map_or(0, |c| c.tokens.end);
    let led = |t: usize| rule.after_prep.is_empty() || led_by(reader, clause, t, &rule.after_prep);
    let wanted = |t: usize| rule.object_after.iter().any(|w| reader.doc.norm(t) == w);
    (clause.chunks[at].tokens.end..end).take(12).any(|t| wanted(t) && led(t))
}

/// The token's group is governed by one of the prepositions.
fn led_by(reader: Reader, clause: Clause, token: usize, preps: &[String]) -> bool {
    let at = clause.chunks.partition_point(|c| c.tokens.end <= token);
    let prep = at.checked_sub(1).filter(|&k| clause.chunks[k].is_prep());
    prep.is_some_and(|k| preps.iter().any(|p| prep_is(reader, clause, k, p)))
}
