//! Verb triggers -> frames: active, passive, participle and coordinated forms from one rule.

use crate::document::Tag;
use crate::frames::Status;
use crate::frames::blame::crew;
use crate::frames::blame::culprit;
use crate::frames::blame::disclaimer;
use crate::frames::blame::hand;
use crate::frames::blame::master;
use crate::frames::draft::{Draft, Refusal};
use crate::frames::modality;
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::people::companions;
use crate::frames::people::owned::{self, Owner};
use crate::frames::people::pronoun;
use crate::frames::people::standing;
use crate::frames::people::subject::{apposed, shared_object, subject, subjects};
use crate::frames::refusal::{self, Case};
use crate::frames::syntax::chunk::{Chunk, Kind, Noun};
use crate::frames::syntax::clause::Clause;
use crate::frames::trigger::Trigger;
use crate::frames::trigger::means;
use crate::frames::trigger::meanwhile;
use crate::frames::trigger::shared;
use crate::frames::trigger::town;
use crate::patterns::frames::Slot;
use crate::patterns::methods::{Family, family, is_violent};

/// Reads the arguments of a verb trigger; `events` tells which chunks hold a trigger noun ("the blast killed three").
pub fn read(reader: Reader, clause: Clause, trigger: &Trigger, events: &[usize]) -> Result<Draft, Refusal> {
    let at = verb_chunk(clause, trigger);
    if trigger.inside_name {
        let described = clause.series.base(at);
        let apposed = described != at && clause.names(described);
        let voice = || clause.noun(at).is_some_and(|n| standing::is_voice_at(reader, n.head)); // no "jailed gang leader"
        if !(clause.names(at) || apposed && voice()) || convict(reader, clause, trigger, at) {
            return Err(Refusal("it only says of what kind they are"));
        }
        // "jailed ACTIVISTS A, B and C".
        let several = (trigger.tokens.end..clause.chunks[at].tokens.end).any(|t| reader.doc.tag(t) == Tag::NNS);
        let victims = if several { clause.run(at) } else { vec![described] };
        return Ok(Draft { chunk: at, victims, ..Draft::default() });
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
                let named = group.first().and_then(|&k| apposed(reader, clause, k));
                draft.victims = named.map(|k| clause.group(k)).unwrap_or_default();
            }
        }
    }
    let sharers = sharers(reader, clause, trigger, passive, &draft);
    draft.victims.extend(sharers);
    let blind = |m: &String| m == "shooting" && trigger.rule.targets || m == "suicide_attack";
    // "when a mortar round LANDED".
    let bursts = trigger.rule.subject_class.is_some() && !trigger.rule.agent.contains(&Slot::Subject);
    let aimless = trigger.rule.alone || bursts || trigger.rule.methods.iter().any(blind);
    if draft.victims.is_empty() && aimless {
        draft.victims = meanwhile::interrupted(reader, clause, at);
    }
    draft.victims.retain(|&k| !owned::is_remains(reader, clause, k));
    let takes = trigger.rule.methods.iter().any(|m| family(m) == Family::Captivity); // "seized HIS CAMERA"
    let takes = takes && trigger.rule.object_class.is_none(); // "pulled a hood over HIS HEAD"
    if !takes && !draft.victims.iter().any(|&k| reader.sort_at(clause, k).is_human()) {
        let asked = trigger.rule.object_class.filter(|_| trigger.rule.voice_needed); // no "emptied HIS PISTOL"
        match owned::find(reader, clause, &belongings(reader, clause, trigger, at, passive), asked) {
            Some(Owner::Behind(victims)) => draft.victims.extend(victims),
            Some(Owner::Inside(chunk)) => draft.owner_victim = Some(chunk),
            None => {}
        }
    }
    for victim in draft.victims.iter_mut() {
        let meant =
            pronoun::meant(reader, clause, at, *victim).or_else(|| pronoun::people(reader, clause, at, *victim));
        *victim = meant.unwrap_or(*victim);
    }
    accuse(reader, clause, trigger, passive, &mut draft);
    draft.instruments = instruments(reader, clause, trigger, at, passive);
    if draft.agents.is_empty() && draft.owner_agent.is_none() {
        draft.agents.extend(hand::of(reader, clause, &draft.instruments));
    }
    refusal::check(Case { reader, clause, trigger, at, passive }, events, draft)
}

/// "CONVICTED SEX OFFENDER X": whoever is called after a crime is in jail for it.
fn convict(reader: Reader, clause: Clause, trigger: &Trigger, at: usize) -> bool {
    let class = reader.patterns.classes.people;
    let crime = |t: usize| class.and_then(|c| reader.value(t, c)) == Some("attacker");
    let held = trigger.rule.methods.iter().all(|m| family(m) == Family::Captivity);
    held && (trigger.tokens.end..clause.chunks[at].tokens.end).any(crime)
}

/// People in phrases of their own who share the victims' lot.
fn sharers(reader: Reader, clause: Clause, trigger: &Trigger, passive: bool, draft: &Draft) -> Vec<usize> {
    if draft.victims.is_empty() {
        return Vec::new();
    }
    let (at, last) = (draft.chunk, last_chunk(clause, trigger, draft.chunk));
    let mut victims = draft.victims.clone();
    victims.extend(companions::of(reader, clause, last, &victims));
    victims.extend(companions::between(reader, clause, at, &victims));
    victims.extend(if passive { companions::likewise(reader, clause, last) } else { Vec::new() });
    victims.extend(companions::leading(reader, clause, at).filter(|k| !passive && !victims.contains(k)));
    victims.split_off(draft.victims.len())
}

/// Fills in who acts: the first of the rule's slots that holds somebody, or whose weapon it is that stands there.
fn accuse(reader: Reader, clause: Clause, trigger: &Trigger, passive: bool, draft: &mut Draft) {
    if disclaimer::absolves(reader, clause, draft.chunk) {
        return;
    }
    for slot in &trigger.rule.agent {
        if !draft.agents.is_empty() {
            break;
        }
        let mut agents = agents(reader, clause, trigger, draft.chunk, passive, slot);
        let weapon = agents.iter().find_map(|&k| crew::of_weapon(reader, clause, k));
        draft.owner_agent = draft.owner_agent.take().or(weapon);
        for agent in agents.iter_mut() {
            let meant =
                pronoun::newcomer(reader, clause, *agent).or_else(|| pronoun::attackers(reader, clause, *agent));
            let meant = meant.or_else(|| culprit::speaker(reader, clause, *agent));
            *agent = meant.unwrap_or(*agent);
        }
        let violent = trigger.rule.methods.iter().any(|m| is_violent(m));
        let acts = |k: usize| reader.sort_at(clause, k).can_act() || called_for(reader, clause, trigger, k);
        agents.retain(|&k| !draft.victims.contains(&k) && acts(k));
        // "BODY of kidnapped officer found" names nobody who did it.
        agents.retain(|&k| !(violent && crew::court(reader, clause, k) || reader.is_body(clause, k)));
        draft.agents = agents;
    }
    let master = master::of(reader, clause, draft.chunk, &draft.victims, &draft.agents);
    draft.commissioned = master.is_some() && clause.verb(draft.chunk).is_some_and(|v| v.infinitive);
    draft.agents.extend(master);
}

/// "THE COALITION bombed a market": what the rule asks for as its subject, unless it is a machine that somebody else sent.
fn called_for(reader: Reader, clause: Clause, trigger: &Trigger, at: usize) -> bool {
    let has = |class| reader.has_class(&clause.chunks[at], class);
    let machine = reader.patterns.classes.war_machines.is_some_and(has);
    !machine && reader.sort_at(clause, at) == Sort::Other && trigger.rule.subject_class.is_some_and(has)
}

/// "Miners THREATENED on Monday TO march": they were threatened by nobody.
fn announces(clause: Clause, trigger: &Trigger, at: usize) -> bool {
    let threat = trigger.rule.methods.iter().all(|m| m == "threat");
    let past = |k: &usize| clause.in_phrase(*k) || clause.is(*k, |c| c.is_other() || c.is_prep() || c.is_date());
    let next = (at + 1..clause.chunks.len()).find(|k| !past(k)).and_then(|k| clause.verb(k));
    threat && next.is_some_and(|v| v.infinitive && !v.passive)
}

/// Passive by its form; a trigger that holds a noun of its own ("held captive") is passive when no object follows it.
fn passive(reader: Reader, clause: Clause, trigger: &Trigger, at: usize) -> bool {
    let last = last_chunk(clause, trigger, at);
    let noun = |k: usize| (at..=last).contains(&k) && !clause.noun(k).is_some_and(|n| n.pronoun);
    let inner = clause.verb(at).is_some_and(|v| v.bare) && clause.object(at).is_some_and(noun);
    if inner && trigger.rule.victim.first() == Some(&Slot::Object) {
        return clause.object(last) != Some(last + 1);
    }
    // "were called and FOUND HIM": a past tense with somebody as its object; "shot twelve times" has none.
    let acts = clause.verb(at).is_some_and(|v| v.bare && reader.doc.tag(v.head) == Tag::VBD);
    let acts = acts && clause.object(at).is_some_and(|k| reader.sort_at(clause, k).is_human());
    let bare = clause.verb(at).is_some_and(|v| v.bare);
    // "when a man FIRED TWICE": a past tense that takes no object.
    let fires = trigger.rule.agent_needed && !trigger.rule.victim.contains(&Slot::Object);
    let fires = fires && bare && clause.verb(at).is_some_and(|v| reader.doc.tag(v.head) == Tag::VBD);
    let active = acts || fires || bare && announces(clause, trigger, at);
    clause.passive(at)
        && !active
        && !reaches_victim(reader, clause, trigger, at)
        && shared_object(reader, clause, at).is_none()
}

/// "three times".
pub(crate) fn how_often(reader: Reader, chunk: &Chunk) -> bool {
    chunk.tokens.end.checked_sub(1).is_some_and(|last| reader.doc.norm(last) == "times")
}

/// "fired on protesters": the trigger ends with the preposition of its victim, so the verb is active without an object.
fn reaches_victim(reader: Reader, clause: Clause, trigger: &Trigger, at: usize) -> bool {
    let last = last_chunk(clause, trigger, at);
    // "set upon BY thugs", "held BY rebels".
    let by = |k: usize| clause.is(k, |c| c.is_prep()) && prep_is(reader, clause, k, "by");
    if by(last) || by(last + 1) {
        return false;
    }
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
    // "held for QUESTIONING" is a holding.
    let governed = |k: usize| k > trigger.chunk && clause.chunks[k - 1].is_prep();
    covered.filter(|&k| clause.verb(k).is_some() && !governed(k)).last().unwrap_or(trigger.chunk)
}

/// The chunk from which objects and phrases of the trigger are searched.
pub(crate) fn last_chunk(clause: Clause, trigger: &Trigger, at: usize) -> usize {
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
        Slot::Prep(_) if passive && stranded(reader, clause, trigger, at, last) => subjects(reader, clause, at),
        Slot::Prep(name) => phrase(reader, clause, last, name),
        Slot::Possessive | Slot::Compound => Vec::new(),
    }
}

/// The object stands after the trigger's last word; for "taken hostage X" after the whole phrase.
pub(crate) fn object(clause: Clause, trigger: &Trigger, at: usize, last: usize) -> Option<usize> {
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

/// "X WAS FIRED ON while walking", "was shot at outside his home": the preposition that ends the trigger has nothing behind it.
fn stranded(reader: Reader, clause: Clause, trigger: &Trigger, at: usize, last: usize) -> bool {
    // "was fired at THREE TIMES", "was shot at TWICE".
    let adverb = |c: &Chunk| c.is_other() && reader.doc.tag(c.tokens.start).is_adverb();
    let often = |c: &Chunk| how_often(reader, c) || adverb(c);
    let ends = |c: &Chunk| !matches!(c.kind, Kind::Noun(_) | Kind::Date(_) | Kind::Other) || often(c);
    let prep = last > at && clause.chunks[last].is_prep() && clause.chunks[last].tokens.end == trigger.tokens.end;
    prep && clause.verb(at).is_some_and(|v| v.passive) && clause.chunks.get(last + 1).is_none_or(ends)
}

fn phrase(reader: Reader, clause: Clause, at: usize, name: &str) -> Vec<usize> {
    // The trigger itself may end with the preposition ("opened fire on").
    let own = clause.chunks[at].is_prep().then(|| (at, clause.governed(at)));
    let own = own.and_then(|(p, n)| Some((p, n?)));
    let phrases = own.into_iter().chain(clause.phrases_after(at)).take_while(|(prep, _)| !purpose(clause, at, *prep));
    let mut fits = phrases.filter(|(prep, noun)| prep_is(reader, clause, *prep, name) && clause.noun(*noun).is_some());
    fits.next().map(|(_, noun)| clause.group(noun)).unwrap_or_default()
}

/// "kidnapped TO PROTEST the visit by X": behind an infinitive phrases belong to what it tells.
fn purpose(clause: Clause, at: usize, prep: usize) -> bool {
    (at + 1..prep).any(|k| clause.verb(k).is_some_and(|v| v.infinitive && !v.passive) && clause.object(k).is_some())
}

/// The preposition chunk reads `name`.
pub fn prep_is(reader: Reader, clause: Clause, prep: usize, name: &str) -> bool {
    let from = clause.chunks[prep].tokens.start;
    name.split(' ').enumerate().all(|(n, word)| reader.doc.norm(from + n) == word)
}

/// "was shot by gunmen who BROKE INTO her home in Lima on Monday": the verb tells how those without a name did it.
pub fn of_doer(reader: Reader, clause: Clause, agents: &[usize], verb: usize) -> bool {
    let relative = verb.checked_sub(1).filter(|&k| clause.relative(k));
    let doer = relative.and_then(|k| clause.antecedent(k)).filter(|k| agents.contains(k));
    let past = clause.verb(verb).is_some_and(|v| !v.auxiliary && reader.doc.tag(v.head) == Tag::VBD);
    past && doer.is_some_and(|k| reader.sort_at(clause, k) == Sort::Attacker)
}

/// The groups in which the victim's belonging may stand: where the rule takes its victim, and phrases after the verb.
fn belongings(reader: Reader, clause: Clause, trigger: &Trigger, at: usize, passive: bool) -> Vec<usize> {
    let own = if passive { clause.subject_nearby(at) } else { clause.object(at) };
    let slots = trigger.rule.victim.iter().flat_map(|slot| fill(reader, clause, trigger, at, passive, slot));
    // "a bomb under HER CAR went off".
    let thing = clause.subject(at).filter(|_| trigger.rule.subject_class.is_some());
    let under = thing.into_iter().flat_map(|s| (s + 1..at).filter(|&k| clause.in_phrase(k)));
    let slots = own.into_iter().chain(slots).chain(under);
    let phrases = clause.phrases_after(last_chunk(clause, trigger, at)).into_iter().map(|(_, noun)| noun);
    slots.chain(phrases).collect()
}

/// One thing without a name, neither a person nor kin.
fn is_plain_thing(reader: Reader, token: usize) -> bool {
    let word = token..token + 1;
    let person = [reader.patterns.classes.people, reader.patterns.persons.kin].into_iter();
    reader.doc.tag(token) == Tag::NN && !person.into_iter().any(|class| reader.holds(word.clone(), class))
}

fn acceptable(reader: Reader, clause: Clause, trigger: &Trigger, at: usize) -> bool {
    let sort = reader.sort_at(clause, at);
    // "400 soldiers taken PRISONER": what they became.
    let lone = |n: &Noun| clause.chunks[at].tokens.len() == 1 && reader.doc.tag(n.head) == Tag::NN;
    let became = |n: &Noun| trigger.rule.object_after.iter().any(|w| reader.doc.norm(n.head) == w);
    // "hold the REGION captive": a figure of speech.
    let thing = |n: &Noun| n.head > clause.chunks[at].tokens.start && is_plain_thing(reader, n.head - 1);
    if clause.noun(at).is_some_and(|n| became(n) && (lone(n) || thing(n))) {
        return false;
    }
    sort.is_human() && !trigger.rule.things
        || trigger.rule.targets && (matches!(sort, Sort::Structure | Sort::Org) || reader.vehicle(clause, at))
        || sort == Sort::Org && trigger.rule.weak
        || town::is_target(reader, clause, trigger.rule, at)
}

/// "told the judge of the THREAT to kill him", "heard of the PLOT to": whose threat or plan it is stands elsewhere.
fn threat(reader: Reader, clause: Clause, at: usize) -> bool {
    let chunk = at.checked_sub(1).filter(|_| refusal::intent(reader, clause, at));
    let noun = chunk.and_then(|k| clause.noun(k));
    noun.and_then(|n| modality::told(reader, n.head)) == Some(Status::Threatened)
        || chunk.is_some_and(|k| heard_of(reader, clause, k))
}

/// "had learnt OF A PLAN to kill him": whoever knows of a plan did not make it; "was accused of a plan" blames somebody.
fn heard_of(reader: Reader, clause: Clause, plan: usize) -> bool {
    let prep = plan
        .checked_sub(1)
        .filter(|&k| ["of", "about"].iter().any(|name| clause.in_phrase(plan) && prep_is(reader, clause, k, name)));
    let verb = prep.and_then(|k| k.checked_sub(1)).filter(|&k| clause.verb(k).is_some());
    verb.is_some_and(|k| !reader.holds(clause.chunks[k].tokens.clone(), reader.patterns.classes.blame))
}

fn agents(reader: Reader, clause: Clause, trigger: &Trigger, at: usize, passive: bool, slot: &Slot) -> Vec<usize> {
    match slot {
        Slot::Subject if !passive && !threat(reader, clause, at) => {
            let acts = |k: &usize| !culprit::accuses(reader, clause, *k, at);
            subject(reader, clause, at).filter(acts).map(|k| clause.subject_group(k)).unwrap_or_default()
        }
        Slot::Prep(name) => {
            let last = last_chunk(clause, trigger, at);
            let found = phrase(reader, clause, last, name);
            let joined = if found.is_empty() && passive { shared::agent_of(reader, clause, at, last) } else { None };
            joined.map_or(found, |verb| phrase(reader, clause, verb, name))
        }
        _ => Vec::new(),
    }
}

/// What the subject holds: "A man armed WITH A HAMMER set about him", "men wielding CLUBS".
fn carried(reader: Reader, clause: Clause, at: usize) -> Vec<usize> {
    let inside = |k: &usize| !clause.chunks[*k].is_break() && !clause.relative(*k);
    let from = (0..at).rev().take_while(inside).last().unwrap_or(at);
    let holds = |k: usize| prep_is(reader, clause, k, "with") || clause.verb(k).is_some_and(|v| v.gerund);
    (from + 1..at).filter(|&k| clause.noun(k).is_some() && holds(k - 1)).collect()
}

/// Weapons in "with" and "by" phrases, and the weapon that is the subject or object of the trigger.
fn instruments(reader: Reader, clause: Clause, trigger: &Trigger, at: usize, passive: bool) -> Vec<usize> {
    let phrases = clause.phrases_after(at).into_iter();
    let phrases = phrases.filter(|&(prep, noun)| means::leads(reader, clause, prep, noun)).map(|(_, noun)| noun);
    let subject = clause.subject(at).filter(|_| !passive || trigger.rule.object_class.is_some());
    let object = clause.object(last_chunk(clause, trigger, at)).filter(|_| trigger.rule.object_class.is_some());
    let head = |k: &usize| reader.sort_at(clause, *k) == Sort::Weapon;
    let vague = trigger.rule.weapon_needed || trigger.rule.unspecified();
    let carried = if vague && !passive { carried(reader, clause, at) } else { Vec::new() };
    // "with MORTARS AND RIFLES": all of a list.
    let phrases = phrases.filter(head).flat_map(|k| clause.group(k));
    let mut out: Vec<usize> = phrases.chain(subject).chain(object).chain(carried).filter(head).collect();
    out.retain(|&k| !(trigger.rule.unspecified() && means::laden(reader, clause, k)));
    out.sort_unstable();
    out.dedup();
    out
}
