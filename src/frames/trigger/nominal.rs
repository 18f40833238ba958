//! Noun triggers -> frames: "the killing of X by Y", "X's death", "an attack on X".

use crate::document::Tag;
use crate::frames::blame::crew;
use crate::frames::draft::{Draft, Refusal};
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::people::companions;
use crate::frames::people::members;
use crate::frames::people::owned;
use crate::frames::refusal::combat::{combatants, military_attack, warlike};
use crate::frames::setting::located;
use crate::frames::syntax::chunk::{Chunk, Kind, Noun};
use crate::frames::syntax::clause::Clause;
use crate::frames::trigger::Trigger;
use crate::frames::trigger::undergoing;
use crate::frames::trigger::verbal::prep_is;
use crate::mentions::{Mention, Precision, Value};
use crate::patterns::frames::{FrameRule, Part, Slot};
use crate::patterns::methods::is_violent;
use std::ops::Range;

/// From so many events on the noun counts them and tells of none.
const MANY: u32 = 10;

/// Reads the arguments of a noun trigger.
pub fn read(reader: Reader, clause: Clause, trigger: &Trigger) -> Result<Draft, Refusal> {
    let at = trigger.chunk;
    let mut draft = Draft { chunk: at, ..Draft::default() };
    for slot in &trigger.rule.victim {
        if draft.victims.is_empty() && draft.owner_victim.is_none() {
            fill(reader, clause, trigger, at, slot, &mut draft);
        }
    }
    if let Some(&last) = draft.victims.last() {
        draft.victims.extend(companions::joined(reader, clause, last, &draft.victims));
    }
    if draft.victims.is_empty() && draft.owner_victim.is_none() {
        draft.victims = undergoing::victims(reader, clause, at, trigger.rule.targets);
    }
    // "2,000 arrests, including students": some of many whom it befell are named.
    // "The November 2019 shooting deaths of A and B", "the May 2014 kidnapping": the number is a year.
    let precise =
        |d: usize| reader.mentions.get(d).and_then(Mention::date).is_some_and(|d| d.precision <= Precision::Month);
    let dated = clause.noun(at).is_some_and(|n| n.dates.iter().any(|&d| precise(d)));
    let many = !dated && reader.count(&clause.chunks[at]).is_some_and(|n| n >= MANY);
    let some = draft.victims.is_empty() && draft.owner_victim.is_none() && many;
    if some {
        draft.victims = members::of_events(reader, clause, at);
    }
    for slot in &trigger.rule.agent {
        if let Slot::Prep(name) = slot
            && draft.agents.is_empty()
        {
            draft.agents = phrase(reader, clause, trigger, name, |s| s.can_act());
        }
    }
    let violent = trigger.rule.methods.iter().any(|m| is_violent(m));
    draft.agents.retain(|&k| !(draft.victims.contains(&k) || violent && crew::court(reader, clause, k)));
    draft.owner_agent =
        owner(reader, clause, trigger, at).filter(|_| !draft.victims.is_empty() && draft.agents.is_empty());
    if draft.owner_agent.is_none() && draft.agents.is_empty() {
        draft.owner_agent = crew::attacker(reader, clause, trigger, at);
    }
    if trigger.rule.agent_needed && draft.owner_agent.is_none() && draft.agents.is_empty() {
        return Err(Refusal("no perpetrator"));
    }
    draft.weapon = weapon(reader, clause, trigger, at);
    if draft.weapon.is_none() && trigger.rule.unspecified() {
        draft.instruments = armed_with(reader, clause, at);
    }
    let pronoun = draft.owner_victim.as_ref().is_none_or(|c| reader.sort(c) == Sort::Pronoun);
    let spoiled = draft.victims.is_empty() && pronoun && governed_by_thing(reader, clause, trigger, at);
    if warlike(trigger.rule) && (combatants(reader, clause, &draft) || military_attack(reader, clause, at, &draft)) {
        return Err(Refusal("fighting between armed sides"));
    }
    if activity(reader, clause, at, &draft) {
        return Err(Refusal("an activity, not an event"));
    }
    let told = !draft.victims.is_empty() && (clause.noun(at).is_some_and(|n| !n.dates.is_empty()) || some);
    if many && draft.owner_victim.is_none() && !told {
        return Err(Refusal("a count of events"));
    }
    if general(reader, clause, at, &draft) {
        return Err(Refusal("a general statement"));
    }
    if verdict(reader, clause, at, &draft) {
        return Err(Refusal("what a court has passed, not what befell"));
    }
    if spoiled { Err(Refusal("the victim's place is taken by a thing")) } else { Ok(draft) }
}

fn fill(reader: Reader, clause: Clause, trigger: &Trigger, at: usize, slot: &Slot, draft: &mut Draft) {
    match slot {
        Slot::Prep(name) => {
            let targets = trigger.rule.targets;
            let fits = move |s: Sort| s.is_human() || targets && matches!(s, Sort::Structure | Sort::Org);
            draft.victims = phrase(reader, clause, trigger, name, fits);
        }
        Slot::Possessive | Slot::Compound => {
            draft.owner_victim = owner(reader, clause, trigger, at);
            draft.victims = owned::whose(reader, clause, at).unwrap_or_default(); // "X, WHOSE MURDER shocked the town"
        }
        Slot::Subject | Slot::Object => {}
    }
}

/// Members of the noun group after the preposition that fit.
fn phrase(reader: Reader, clause: Clause, trigger: &Trigger, name: &str, fits: impl Fn(Sort) -> bool) -> Vec<usize> {
    let violent = trigger.rule.methods.iter().any(|m| is_violent(m));
    let phrases = near_phrases(clause, trigger.chunk);
    // "his arrest in the killing OF X", "an attack with an agent OF that family": such a phrase hangs on the thing before it.
    let weapon = |k: usize| reader.sort_at(clause, k) == Sort::Weapon;
    let thing = |&(prep, k): &(usize, usize)| {
        let means = prep_is(reader, clause, prep, "by"); // "the murder BY GUNFIRE of two men"
        // "stabbed to death by a GROUP OF men".
        let group = means && clause.noun(k).is_some_and(|n| reader.is(n.head, reader.patterns.classes.partitives));
        group
            || !means
                && clause.noun(k).is_some_and(|n| weapon(k) || !violent && n.place.is_none() && n.dates.is_empty())
            || aimed(reader, clause, trigger, prep, k)
    };
    let own = phrases.iter().position(thing).filter(|_| name == "of");
    let reach = own.map_or(phrases.len(), |first| first + 1);
    // "stabbed to death in FRONT OF her children".
    let placed = |prep: usize| name == "of" && located::direction(reader, clause.chunks[prep].tokens.start);
    let mut phrases = phrases.into_iter().take(reach);
    let found = phrases.find(|(prep, _)| prep_is(reader, clause, *prep, name) && !placed(*prep));
    let found = found.or_else(|| staged(reader, clause, trigger.chunk, name));
    let group = found.filter(|(_, noun)| clause.noun(*noun).is_some()).map(|(_, noun)| clause.group(noun));
    group.unwrap_or_default().into_iter().filter(|&k| fits(reader.sort_at(clause, k))).collect()
}

/// "an attack ON A CRITIC of the mayor": whoever it was aimed at, to whom "of" belongs.
fn aimed(reader: Reader, clause: Clause, trigger: &Trigger, prep: usize, noun: usize) -> bool {
    let other = |s: &Slot| matches!(s, Slot::Prep(name) if name != "of" && prep_is(reader, clause, prep, name));
    trigger.rule.victim.iter().any(other) && reader.sort_at(clause, noun).is_human()
}

/// "Bomb attacks were also carried out AGAINST THE BANK": the phrase stands behind a verb that tells that it happened.
fn staged(reader: Reader, clause: Clause, at: usize, name: &str) -> Option<(usize, usize)> {
    let class = reader.patterns.classes.occurrence?;
    let verb = (at + 1..clause.chunks.len()).find(|&k| clause.verb(k).is_some() || clause.is_stop(k))?;
    let happened = clause.verb(verb).is_some_and(|v| v.passive && reader.doc.is(v.head, class));
    let aimed = matches!(name, "on" | "against") && happened && clause.subject(verb) == Some(at);
    let mut behind = clause.phrases_after(verb).into_iter().filter(|_| aimed);
    behind.find(|(prep, _)| prep_is(reader, clause, *prep, name))
}

/// Phrases after the noun before any other verb or comma list; "by" may follow a place or date.
fn near_phrases(clause: Clause, at: usize) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut k = at + 1;
    while let Some(chunk) = clause.chunks.get(k) {
        match &chunk.kind {
            Kind::Prep => match clause.governed(k) {
                Some(noun) => {
                    out.push((k, noun));
                    k = noun;
                }
                None => break,
            },
            // "seen in massacres AND IN the weakness of the president": a phrase of what comes before them.
            Kind::And if !out.is_empty() && clause.chunks.get(k + 1).is_some_and(Chunk::is_prep) => break,
            Kind::Noun(_) | Kind::Other | Kind::Date(_) | Kind::And | Kind::Comma => {}
            // "the attack staged tonight by rebels".
            Kind::Verb(v) if v.bare && k == at + 1 && clause.object(k).is_none() => {}
            _ => break,
        }
        k += 1;
    }
    out
}

/// A named or described person before 's, or standing before the trigger noun ("the Dink murder").
fn owner(reader: Reader, clause: Clause, trigger: &Trigger, at: usize) -> Option<Chunk> {
    let chunk = &clause.chunks[at];
    let noun = chunk.noun()?;
    let range = match &noun.owner {
        Some(range) if range.end <= trigger.tokens.start => range.clone(),
        _ => chunk.tokens.start..trigger.tokens.start,
    };
    if range.is_empty() {
        return None;
    }
    let chunk = person_in(reader, range);
    let sort = reader.sort(&chunk);
    let allowed = match noun.owner {
        Some(_) => sort.is_human(),
        None => matches!(sort, Sort::Named | Sort::Role),
    };
    allowed.then_some(chunk)
}

/// The tokens as a noun group of their own, with the first person named in them.
pub fn person_in(reader: Reader, range: Range<usize>) -> Chunk {
    let person = reader.inside(&range).find(|&n| reader.mentions[n].person().is_some());
    let pronoun = range.len() == 1 && reader.doc.tag(range.start) == Tag::PRPS;
    let org = reader.inside(&range).find(|&n| matches!(reader.mentions[n].value, Value::Org { .. }));
    let made = Noun { head: range.end - 1, person, org, pronoun, ..Noun::default() };
    Chunk { tokens: range, kind: Kind::Noun(made) }
}

/// The weapon named inside the trigger's own group: "a car bomb explosion".
fn weapon(reader: Reader, clause: Clause, trigger: &Trigger, at: usize) -> Option<Chunk> {
    let class = reader.patterns.classes.weapons?;
    let chunk = &clause.chunks[at];
    let start = (chunk.tokens.start..trigger.tokens.end).find(|&t| reader.doc.is(t, class))?;
    let end = start + reader.doc.hit(start, class)?.len as usize;
    let noun = Noun { head: end - 1, ..Noun::default() };
    (end <= chunk.tokens.end).then_some(Chunk { tokens: start..end, kind: Kind::Noun(noun) })
}

/// "the attack, carried out WITH MORTARS AND RIFLES": weapons behind the noun, or behind a verb that tells that it happened.
fn armed_with(reader: Reader, clause: Clause, at: usize) -> Vec<usize> {
    let light = |k: usize| {
        let class = reader.patterns.classes.occurrence;
        clause.verb(k).is_none_or(|v| v.auxiliary && v.passive || reader.is(v.head, class))
    };
    let open = |k: &usize| !clause.is_stop(*k) && !clause.relative(*k) && light(*k);
    let with = |k: usize| ["with", "using", "by"].iter().any(|name| prep_is(reader, clause, k, name));
    let armed = |&k: &usize| reader.sort(&clause.chunks[k]) == Sort::Weapon;
    let mut after = (at + 1..clause.chunks.len()).take_while(open).filter(|&k| clause.chunks[k].is_prep() && with(k));
    let found = after.find_map(|k| clause.governed(k).filter(armed));
    found.map(|k| clause.group(k).into_iter().filter(armed).collect()).unwrap_or_default()
}

/// "the season for shooting": a bare singular after a preposition, with nobody attacked.
fn activity(reader: Reader, clause: Clause, at: usize, draft: &Draft) -> bool {
    let chunk = &clause.chunks[at];
    let first = reader.doc.tag(chunk.tokens.start);
    let singular = chunk
        .noun()
        .is_some_and(|n| reader.doc.tag(n.head) != Tag::NNS && n.owner.is_none() && n.inner_places.is_empty());
    let opened = matches!(first, Tag::DT | Tag::CD | Tag::PRPS | Tag::NNP | Tag::PDT);
    let prep = at
        .checked_sub(1)
        .filter(|&k| clause.chunks[k].is_prep())
        .map(|k| reader.doc.norm(clause.chunks[k].tokens.start));
    let about = prep.is_some_and(|p| matches!(p, "for" | "of" | "about" | "on" | "against"));
    let nobody = draft.victims.is_empty() && draft.owner_victim.is_none() && !opened;
    nobody && (about && singular || faced(reader, clause, at))
}

/// "sentenced TO DEATH": the bare noun behind the verb of a court.
fn verdict(reader: Reader, clause: Clause, at: usize, draft: &Draft) -> bool {
    let bare = draft.victims.is_empty() && clause.chunks[at].tokens.len() == 1;
    let to = at.checked_sub(1).filter(|&k| bare && prep_is(reader, clause, k, "to"));
    let verb = to.and_then(|k| k.checked_sub(1)).and_then(|k| clause.verb(k));
    let passed = |rule: &FrameRule| rule.later && rule.part == Part::Verb;
    verb.is_some_and(|v| reader.patterns.frames.of_word(reader.doc.word(v.head)).any(passed))
}

/// "They face threats, arrest and torture": the object, or a member of the list of objects, of a verb in the present.
fn faced(reader: Reader, clause: Clause, at: usize) -> bool {
    let verb = clause.series.first(at).checked_sub(1).and_then(|k| clause.verb(k));
    verb.is_some_and(|v| !v.auxiliary && reader.doc.tag(v.head) == Tag::VBP)
}

/// "Killings of politicians are rare": bare plurals, told in the present.
fn general(reader: Reader, clause: Clause, at: usize, draft: &Draft) -> bool {
    let bare = |k: usize| {
        let chunk = &clause.chunks[k];
        let opens = reader.doc.tag(chunk.tokens.start);
        chunk.noun().is_some_and(|n| reader.doc.tag(n.head) == Tag::NNS && n.person.is_none() && n.owner.is_none())
            && !matches!(opens, Tag::DT | Tag::CD | Tag::PRPS)
            && reader.count(chunk).is_none()
    };
    // "MOST stabbings were committed at night".
    let most = reader.doc.norm(clause.chunks[at].tokens.start) == "most";
    if most && bare(at) && draft.victims.is_empty() && draft.owner_victim.is_none() {
        return true;
    }
    let verb = (at + 1..clause.chunks.len()).find(|&k| clause.verb(k).is_some());
    let present = verb.is_some_and(|v| matches!(reader.doc.tag(clause.chunks[v].tokens.start), Tag::VBP));
    bare(at) && present && draft.owner_victim.is_none() && draft.victims.iter().all(|&k| bare(k))
}

/// "the execution of the contract": the noun after "of" (or the rule's first preposition) is a thing.
fn governed_by_thing(reader: Reader, clause: Clause, trigger: &Trigger, at: usize) -> bool {
    let preps = trigger.rule.victim.iter().filter_map(|s| if let Slot::Prep(p) = s { Some(p.as_str()) } else { None });
    let mut preps = preps.filter(|p| matches!(*p, "of" | "on" | "against"));
    let phrases = near_phrases(clause, at);
    preps.any(|name| {
        let first =
            phrases.first().filter(|(prep, noun)| prep_is(reader, clause, *prep, name) && clause.noun(*noun).is_some());
        first.is_some_and(|(_, noun)| matches!(reader.sort(&clause.chunks[*noun]), Sort::Other | Sort::Structure))
    })
}
