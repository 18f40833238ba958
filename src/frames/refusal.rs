//! Why a verb trigger makes no frame: an argument is missing, or the words mean something else than an attack.
//!
//! Input: a trigger with the arguments that were read; output: the arguments, or the first reason to refuse, which `explain`
//! shows.

mod captor;
pub mod combat;
pub mod genre;
mod habit;

use crate::document::Tag;
use crate::document::tagger::possible;
use crate::frames::draft::{Draft, Refusal};
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::people::standing;
use crate::frames::people::subject::subject;
use crate::frames::syntax::chunk::{Chunk, Kind, Verb};
use crate::frames::syntax::clause::Clause;
use crate::frames::syntax::spine;
use crate::frames::trigger::Trigger;
use crate::frames::trigger::entry;
use crate::frames::trigger::verbal::{how_often, last_chunk, object, prep_is};
use crate::mentions::{Mention, PlaceForm};
use crate::patterns::frames::{FrameRule, Slot};
use combat::{combat, combatants, fallen, fighter, warlike};

/// A verb trigger in its sentence.
#[derive(Clone, Copy)]
pub struct Case<'c> {
    /// The document.
    pub reader: Reader<'c>,
    /// The sentence.
    pub clause: Clause<'c>,
    /// The trigger.
    pub trigger: &'c Trigger<'c>,
    /// The chunk of its verb.
    pub at: usize,
    /// The verb is passive.
    pub passive: bool,
}

/// The arguments without nobody in particular, or why there is no frame; `events` are the chunks of trigger nouns.
pub fn check(case: Case, events: &[usize], draft: Draft) -> Result<Draft, Refusal> {
    classes(case, events, &draft)?;
    let draft = somebody(case, draft)?;
    missing(case, &draft)?;
    meaning(case, &draft)?;
    Ok(draft)
}

/// Object and subject are of the kinds that the rule asks for.
fn classes(case: Case, events: &[usize], draft: &Draft) -> Result<(), Refusal> {
    let Case { reader, clause, trigger, at, passive } = case;
    let rule = trigger.rule;
    if let Some(class) = rule.object_class {
        let subject = passive || rule.subject_class.is_some();
        let object = || object(clause, trigger, at, last_chunk(clause, trigger, at));
        let object = if subject { clause.subject_nearby(at) } else { object() };
        // "a jar OF ACID": what it holds.
        let held = |k: usize| reader.whole(clause, k).is_some_and(|k| reader.has_class(&clause.chunks[k], class));
        let fits = |k: usize| reader.has_class(&clause.chunks[k], class) || held(k);
        // "a bomb ATTACHED TO HIS CAR went off".
        let far = || subject.then(|| spine::subject(reader, clause, at)).flatten().is_some_and(fits);
        if !(object.is_some_and(fits) || far()) {
            return Err(Refusal::OTHER_THING);
        }
    }
    if !passive && rule.agent.contains(&Slot::Subject) && !rule.agent_thing && draft.agents.is_empty() {
        let subject = subject(reader, clause, at).filter(|k| !events.contains(k));
        let named = draft.victims.iter().any(|&k| clause.noun(k).is_some_and(|n| n.person.is_some()));
        let told = |k: usize| named && (those_who(reader, clause, k) || reason_for(reader, clause, k, at));
        let harmless = |k: usize| harmless(reader, clause, k, rule.weak) && !told(k);
        if subject.is_some_and(|k| harmless(k) && !intent(reader, clause, at)) {
            return Err(Refusal("the subject is a thing"));
        }
    }
    Ok(())
}

/// Without "himself", "nobody", "you"; there must be somebody else.
fn somebody(case: Case, mut draft: Draft) -> Result<Draft, Refusal> {
    let Case { reader, clause, trigger, at, passive } = case;
    let rule = trigger.rule;
    // Not "a group calling ITSELF the Owls".
    let words = |k: usize| {
        let tokens = clause.chunks[k].tokens.clone();
        clause.noun(k).map_or(tokens.clone(), |n| tokens.start..n.head + 1)
    };
    let vague = |k: usize| reader.holds(words(k), reader.patterns.classes.unspecific);
    let told = draft.victims.len();
    draft.victims.retain(|&k| !vague(k)); // "killed himself AND HIS WIFE"
    let spared = draft.victims.len() < told;
    let whoever = at.checked_sub(1).is_some_and(|k| clause.relative(k) && vague(k)); // "WHOEVER throws acid"
    let nobody = if spared { draft.victims.is_empty() } else { whoever || clause.subject(at).is_some_and(vague) };
    if nobody {
        return Err(Refusal("nobody in particular"));
    }
    let last = last_chunk(clause, trigger, at);
    let place = clause.chunks.get(last + 1).filter(|c| clause.chunks[last].is_prep() && !how_often(reader, c));
    let place = place.and_then(Chunk::noun);
    let ends = |s: &Slot| matches!(s, Slot::Prep(p) if reader.doc.norm(trigger.tokens.end - 1) == p);
    if rule.victim.iter().any(ends) && reader.holds(trigger.tokens.clone(), reader.patterns.classes.unspecific) {
        return Err(Refusal("nobody in particular")); // "shot HIMSELF at his home"
    }
    if passive && place.is_some() && trigger.tokens.len() > 1 && rule.victim.iter().any(ends) {
        return Err(Refusal("the preposition tells of the place"));
    }
    Ok(draft)
}

/// What the rule needs was found.
fn missing(case: Case, draft: &Draft) -> Result<(), Refusal> {
    let Case { reader, clause, trigger, at, .. } = case;
    let rule = trigger.rule;
    if rule.alone && draft.victims.is_empty() && aimed_at_thing(reader, clause, trigger, at) {
        return Err(Refusal("the victim's place is taken by a thing"));
    }
    let nobody = draft.victims.is_empty() && draft.owner_victim.is_none();
    let nobody = nobody && entry::victim(reader, clause, trigger, at).is_none();
    // "the coalition struck A DEAL".
    let doer = rule.weak && rule.subject_class.is_some() && rule.agent.contains(&Slot::Subject);
    let thing = rule.targets && rule.object_class.is_some() && !doer;
    if nobody && !rule.victim.is_empty() && !thing && !rule.alone {
        return Err(Refusal("no victim that could be attacked"));
    }
    if !rule.object_after.is_empty() && !followed(reader, clause, at, rule) {
        return Err(Refusal::NOT_FOLLOWED);
    }
    if rule.weapon_needed && draft.instruments.is_empty() {
        return Err(Refusal("no weapon"));
    }
    captor::check(case, draft)?;
    let known = |&k: &usize| matches!(reader.sort_at(clause, k), Sort::Named | Sort::Role) || captor::held(case, k);
    if rule.agent_needed && draft.agents.is_empty() && (rule.targets || !draft.victims.iter().any(known)) {
        return Err(Refusal("no perpetrator"));
    }
    Ok(())
}

/// The words tell of an attack on somebody: of no accident, battle, contest or habit.
fn meaning(case: Case, draft: &Draft) -> Result<(), Refusal> {
    let Case { reader, clause, trigger, at, passive } = case;
    let rule = trigger.rule;
    let vehicle = |&k: &usize| reader.weapon_method(&clause.chunks[k]) == Some("vehicle_attack");
    if rule.unspecified() && draft.instruments.iter().any(vehicle) && draft.agents.is_empty() {
        return Err(Refusal("a traffic accident"));
    }
    let vague_means = rule.unspecified() || !rule.object_after.is_empty();
    if vague_means && draft.agents.is_empty() && accident(reader, clause, trigger) {
        return Err(Refusal("an accident or an illness"));
    }
    let entered = entry::victim(reader, clause, trigger, at).is_some();
    let armed = !entered && draft.victims.iter().all(|&k| fighter(reader, clause, k));
    if rule.unspecified() && armed && combat(reader, clause) {
        return Err(Refusal("fighters in combat"));
    }
    if rule.unspecified() && marches(reader, clause, trigger, at) {
        return Err(Refusal("troops on the move"));
    }
    if rule.unspecified() && fallen(reader, clause, draft) {
        return Err(Refusal("fallen fighters"));
    }
    if warlike(rule) && combatants(reader, clause, draft) {
        return Err(Refusal("fighting between armed sides"));
    }
    if rule.methods.iter().any(|m| m == "poisoning") && passive && by_thing(reader, clause, at) {
        return Err(Refusal("poisoned by a thing"));
    }
    if contest(reader, clause, rule, draft) {
        return Err(Refusal("one beats another in a contest"));
    }
    let doer = clause.subject(at).filter(|k| draft.victims.contains(k) && reader.sort_at(clause, *k).is_human());
    if passive && doer.is_some() && past_alone(reader, clause, at, rule) {
        return Err(Refusal("a past tense without an object"));
    }
    if charged_with(reader, clause, trigger, draft) {
        return Err(Refusal("what somebody is held for"));
    }
    if imagined(clause, at, draft) {
        return Err(Refusal("an act that is only spoken of"));
    }
    if habit::is_habitual(reader, clause, at, passive, draft) {
        return Err(Refusal("a general statement"));
    }
    if draft.victims.iter().any(|&k| numbered(reader, clause, k) || statistic(reader, clause, k)) {
        return Err(Refusal("a count of events"));
    }
    Ok(())
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

/// "THOSE WHO murdered Ida Roos": of somebody with a name it is told that it happened.
fn those_who(reader: Reader, clause: Clause, subject: usize) -> bool {
    clause.relative(subject + 1) && reader.doc.norm(clause.chunks[subject].tokens.start) == "those"
}

/// "THE MOTIVE FOR killing Ida Roos": no thing that kills.
fn reason_for(reader: Reader, clause: Clause, subject: usize, at: usize) -> bool {
    let gerund = clause.verb(at).is_some_and(|v| v.gerund) && at == subject + 2;
    gerund && clause.is(at - 1, |c| c.is_prep() && reader.doc.norm(c.tokens.start) == "for")
}

/// "a PLOT to kill X": whoever had it in mind is not told.
pub(super) fn intent(reader: Reader, clause: Clause, at: usize) -> bool {
    let noun = at.checked_sub(1).filter(|&k| clause.noun(k).is_some() && clause.verb(at).is_some_and(|v| v.infinitive));
    let class = reader.patterns.classes.modality;
    noun.is_some_and(|k| class.is_some_and(|class| reader.has_class(&clause.chunks[k], class)))
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
    // "as THE VOTE drew near, A was beaten": a clause before the one of the beating.
    let main = || draft.victims.first().map_or(0..0, |&k| clause.main(k));
    rule.methods.iter().all(|m| m == "beating")
        && both
        && draft.instruments.is_empty()
        && clause.chunks[main()].iter().any(|c| reader.holds(c.tokens.clone(), reader.patterns.classes.contests))
}

/// An accident or illness stands after the trigger in the sentence.
fn accident(reader: Reader, clause: Clause, trigger: &Trigger) -> bool {
    let Some(class) = reader.patterns.classes.accidents else { return false };
    let end = clause.chunks.last().map_or(0, |c| c.tokens.end);
    let plain = |t: usize| reader.value(t, class).is_some_and(|v| matches!(v, "" | "nature"));
    // "fell ill with cancer and died": of a mere death the cause may stand before it.
    let start = clause.chunks.first().filter(|_| trigger.rule.carrier).map_or(trigger.tokens.end, |c| c.tokens.start);
    (trigger.tokens.end..end).take(20).any(plain) || (start..trigger.tokens.start).rev().take(20).any(plain)
}

/// "The general then ATTACKED NORTH", "a force attacked INTO the plain": no participle, though no object follows.
fn marches(reader: Reader, clause: Clause, trigger: &Trigger, at: usize) -> bool {
    let Some(verb) = clause.verb(at).filter(|v| v.bare && !v.passive) else { return false };
    let next = verb.head + 1;
    if trigger.tokens.contains(&next) {
        return false; // "laid INTO the reporter"
    }
    let compass = reader.is(next, reader.patterns.places.classes.compass);
    compass || reader.doc.norm(next) == "into"
}

/// "X RAN over her notes": a past tense that serves for no participle, unlike "shot"; whoever did it is no victim.
fn past_alone(reader: Reader, clause: Clause, at: usize, rule: &FrameRule) -> bool {
    let Some(verb) = clause.verb(at).filter(|v| v.bare && !v.passive) else { return false };
    let can = possible(reader.doc, verb.head, reader.patterns);
    let participle = can.has(Tag::VBN) || can.has(Tag::VB);
    can.has(Tag::VBD) && !participle && !rule.victim.contains(&Slot::Subject)
}

/// "poisoned by stoves": nobody did it.
fn by_thing(reader: Reader, clause: Clause, at: usize) -> bool {
    let mut phrases = clause.phrases_after(at).into_iter();
    let by = phrases.find(|(prep, _)| prep_is(reader, clause, *prep, "by"));
    by.filter(|(_, noun)| clause.noun(*noun).is_some())
        .is_some_and(|(_, noun)| matches!(reader.sort_at(clause, noun), Sort::Other | Sort::Structure))
}

/// "THE COLUMNIST was remanded FOR THREATENING the president": what a state holds its critics for.
fn charged_with(reader: Reader, clause: Clause, trigger: &Trigger, draft: &Draft) -> bool {
    let at = draft.chunk;
    let words = trigger.rule.methods.iter().all(|m| m == "threat" || m == "harassment");
    if !words || !clause.verb(at).is_some_and(|v| v.gerund) {
        return false;
    }
    let voice = |k: usize| clause.noun(k).is_some_and(|n| standing::is_voice_at(reader, n.head));
    let speaks = |k: &usize| voice(*k) || clause.series.described_by(*k).any(voice);
    let prep = at.checked_sub(1).filter(|&k| prep_is(reader, clause, k, "for"));
    let held = |v: &Verb| {
        let mut rules = reader.patterns.frames.of_word(reader.doc.word(v.head));
        reader.in_court(v.head) || rules.any(|rule| rule.methods.iter().any(|m| m == "detention"))
    };
    let before = prep.and_then(|prep| (0..prep).rev().find_map(|k| clause.verb(k)));
    before.is_some_and(held) && draft.agents.iter().any(speaks)
}

/// "warn that shooting the leader may ...": a gerund that is itself the subject, with nobody named.
fn imagined(clause: Clause, at: usize, draft: &Draft) -> bool {
    let opens = at > 0 && matches!(clause.chunks[at - 1].kind, Kind::Opener);
    let named = draft.victims.iter().any(|&k| clause.noun(k).is_some_and(|n| n.person.is_some()));
    opens && clause.verb(at).is_some_and(|v| v.gerund) && draft.agents.is_empty() && !named
}

/// "the 199th journalist to be killed": one of a count.
fn numbered(reader: Reader, clause: Clause, at: usize) -> bool {
    let ordinal = |w: &str| w.starts_with(|c: char| c.is_ascii_digit()) && w.ends_with(['h', 't', 'd']);
    let named = clause.noun(at).is_some_and(|n| n.person.is_some()); // "4th prosecutor X"
    !named && clause.chunks[at].tokens.clone().any(|t| ordinal(reader.doc.norm(t)))
}

/// "THE NUMBER OF people killed fell": a count, where "a number of people" are people.
fn statistic(reader: Reader, clause: Clause, at: usize) -> bool {
    let chunk = &clause.chunks[at];
    let counts = reader.patterns.classes.partitives.and_then(|c| reader.value(clause.noun(at)?.head, c));
    counts == Some("count") && reader.doc.norm(chunk.tokens.start) == "the"
}

/// Tokens after a trigger in which a word that its rule asks for stands; farther where the rule names its preposition.
const NEAR: usize = 14;
const FAR: usize = 20;

/// One of the words stands in the clause after the trigger.
fn followed(reader: Reader, clause: Clause, at: usize, rule: &FrameRule) -> bool {
    let end = clause.chunks.last().map_or(0, |c| c.tokens.end);
    let led = |t: usize| rule.after_prep.is_empty() || led_by(reader, clause, t, &rule.after_prep);
    // "found with ITS throat cut": an animal.
    let own = |t: usize| t == 0 || reader.doc.norm(t - 1) != "its";
    let abroad = |t: usize| rule.abroad && is_country(reader, t);
    let wanted = |t: usize| rule.object_after.iter().any(|w| reader.doc.norm(t) == w) && own(t) || abroad(t);
    let reach = if rule.after_prep.is_empty() { NEAR } else { FAR };
    (clause.chunks[at].tokens.end..end).take(reach).any(|t| wanted(t) && led(t))
}

/// The name of a country begins here.
fn is_country(reader: Reader, token: usize) -> bool {
    let named = |m: &Mention| {
        m.place()
            .filter(|p| p.form == PlaceForm::Name)
            .and_then(|p| p.place.as_ref())
            .is_some_and(|p| p.kind == "country")
    };
    reader.mentions[reader.inside(&(token..token + 1))].iter().any(named)
}

/// The token's group is governed by one of the prepositions, be it a particle of the verb ("was taken OFF a train", "was forced OFF
/// the road"); "to STOP" by its own first word.
fn led_by(reader: Reader, clause: Clause, token: usize, preps: &[String]) -> bool {
    let at = clause.chunks.partition_point(|c| c.tokens.end <= token);
    let infinitive = clause.verb(at).is_some_and(|v| v.infinitive) && token == clause.chunks[at].tokens.start + 1;
    let led = |k: usize| preps.iter().any(|p| prep_is(reader, clause, k, p));
    if infinitive {
        return led(at);
    }
    let Some(before) = at.checked_sub(1) else { return false };
    let particle = clause.chunks[at].tokens.start - 1;
    if clause.chunks[before].is_prep() || clause.chunks[before].is_other() {
        return led(before);
    }
    reader.doc.tag(particle) == Tag::RP && preps.iter().any(|p| reader.doc.norm(particle) == p)
}
