//! Facts -> dossiers: does this fact tell of an event that is already open, or of a new one?
//!
//! Named victims decide first: the same person attacked by compatible means on no other day is the same event. Facts without a
//! name join by definiteness, nearness and agreement of number, noun, place and date.

pub mod agree;
pub mod alike;
pub mod apart;
pub mod bullets;
pub mod distinct;
pub mod family;
pub mod fuse;
pub mod identify;
mod stages;
mod suspects;

use crate::document::Tag;
use crate::frames::blame::charge;
use crate::frames::blame::followup;
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::{Status, blame};
use crate::incidents::dossier::Dossier;
use crate::incidents::fact::{Fact, head};
use crate::incidents::worth::idle;
use crate::ingest::LineKind;
use crate::patterns::methods::{abuses, is_violent, of_authorities, takes_captive};

/// What a relative clause tells of the event before it fits that better than any other.
const INSIDE: i32 = 200;

/// Sentences between two facts of one unnamed event.
const NEAR: usize = 4;

/// Sentences between two facts that are looked through for lines without running text.
const FURNITURE: usize = 12;

/// All events of the article, in order of first telling.
pub fn gather(read: Reader, facts: Vec<Fact>) -> Vec<Dossier> {
    let (follow_ups, facts): (Vec<Fact>, Vec<Fact>) = facts.into_iter().partition(|f| f.frame.follow_up);
    let counted = facts.into_iter().map(|f| (claims_of(read, &f), f));
    let (claims, facts): (Vec<_>, Vec<_>) = counted.partition(|(deeds, f)| f.frame.methods.is_empty() || *deeds > 1);
    let mut dossiers: Vec<Dossier> = Vec::new();
    for (_, fact) in facts {
        match best(read, &dossiers, &fact) {
            Some(at) => dossiers[at].facts.push(fact),
            None => dossiers.push(Dossier::new(fact)),
        }
    }
    let repressive = !follow_ups.is_empty() && followup::repressive(read);
    for fact in follow_ups {
        match suspects::captivity_of(&dossiers, &fact) {
            Some(at) => dossiers[at].facts.push(Fact { date: None, ..fact }),
            None if followup::for_another_crime(read, &fact.frame, repressive) => {}
            None => suspects::add_suspects(read, &mut dossiers, fact),
        }
    }
    for (deeds, claim) in claims {
        suspects::add_claimants(&mut dossiers, claim, deeds);
    }
    dossiers
}

/// "claimed credit for BOTH ATTACKS", "for these THREE murders": how many of the attacks told before the sentence means, if it
/// tells of none of its own; otherwise one.
fn claims_of(read: Reader, fact: &Fact) -> usize {
    let own =
        !fact.victims.is_empty() || !fact.places.is_empty() || fact.date.is_some() || fact.perpetrators.is_empty();
    let sentence = read.sentence(fact.frame.sentence);
    if own || !blame::claimed(read, sentence.clone()) || !(fact.frame.nominal || fact.frame.methods.is_empty()) {
        return 1;
    }
    let deeds = sentence.filter(|&t| read.doc.tag(t) == Tag::NNS && blame::is_deed(read, t));
    deeds.filter_map(|t| blame::counted(read, t)).max().unwrap_or(1)
}

/// The open event that the fact belongs to: best score, the latest on a tie.
fn best(read: Reader, dossiers: &[Dossier], fact: &Fact) -> Option<usize> {
    let scores = dossiers.iter().enumerate().filter_map(|(n, d)| Some((score(read, d, fact)?, n)));
    let fits = scores.max().filter(|(score, _)| *score > 0).map(|(_, n)| n);
    fits.or_else(|| suspects::captured_before(dossiers, fact).filter(|&n| near(read, &dossiers[n], fact, NEAR)))
}

/// How well the fact fits; `None` when something contradicts.
fn score(read: Reader, dossier: &Dossier, fact: &Fact) -> Option<i32> {
    let methods = dossier.methods();
    if in_which(read, dossier, fact) {
        return Some(INSIDE);
    }
    let stage = stages::same_case(read, &methods, dossier, fact) || stages::goes_on(read, dossier, fact);
    let clash = !family::compatible(&methods, &fact.frame.methods) && !harmed_captive(read, dossier, fact) && !stage
        || !same_time(dossier, fact)
        || !same_place(dossier, fact)
        || other_target(read, dossier, fact)
        || bullets::parted(read, dossier, std::slice::from_ref(fact))
        || distinct::opens(read, dossier, fact)
        || distinct::other_liquid(read, dossier, fact);
    if clash {
        return None;
    }
    let named = dossier.named();
    let mine: Vec<u32> = fact.named().collect();
    let talk = idle::is_talk(read, dossier);
    if talk && !mine.is_empty() || !named.is_empty() && idle::beside_the_point(read, fact, &methods) {
        return None;
    }
    let same_means = family::same_means(&methods, &fact.frame.methods) || stage;
    if !mine.is_empty() && !named.is_empty() {
        return shared_victim(read, dossier, fact, &named, &mine, same_means);
    }
    if !same_means && (!same_sentence(dossier, fact) || other_deed(dossier, fact)) {
        return None;
    }
    unnamed(read, dossier, fact)
}

/// "a kidnapping IN WHICH THREE CLERKS WERE BEATEN": the clause tells of the event that the noun names.
fn in_which(read: Reader, dossier: &Dossier, fact: &Fact) -> bool {
    let bare = |f: &Fact| f.frame.nominal && f.victims.is_empty() && f.frame.targets.is_empty();
    let which = |t: usize| read.doc.tag(t) == Tag::IN && read.doc.tag(t + 1) == Tag::WDT;
    let event = |f: &Fact| {
        let between = f.frame.trigger.end..fact.frame.trigger.start;
        let which = between.clone().find(|&t| which(t));
        which.is_some_and(|w| {
            !(between.start..w).any(|t| read.doc.tag(t).is_verb() || read.doc.tag(t) == Tag::MD)
                && !(w..between.end).any(|t| read.doc.text(t) == ",")
        })
    };
    let here = |f: &Fact| f.frame.sentence == fact.frame.sentence && bare(f) && event(f);
    !fact.frame.nominal && !fact.victims.is_empty() && dossier.facts.iter().any(here)
}

/// "First came the bombing of an office, then THE SHOOTING OF A REPORTER": nouns for two deeds, one on a thing and one on somebody.
fn other_deed(dossier: &Dossier, fact: &Fact) -> bool {
    let thing = |f: &Fact| f.frame.nominal && f.victims.is_empty() && !f.frame.targets.is_empty();
    fact.frame.nominal && fact.named().next().is_some() && dossier.facts.iter().all(thing)
}

/// The dates may be those of one event.
fn same_time(dossier: &Dossier, fact: &Fact) -> bool {
    agree::times(dossier.hurts(fact.named()), dossier.told(), fact.date.as_ref().map(|d| (d, fact.frame.later)))
}

/// The places may be those of one event; a court may sit anywhere ("was sentenced in Hanoi", "had disappeared in Thailand").
fn same_place(dossier: &Dossier, fact: &Fact) -> bool {
    let tried = fact.frame.later || dossier.facts.iter().all(|f| f.frame.later);
    let told_on = tried && dossier.hurts(fact.named()) || stages::one_fate(dossier, fact);
    told_on || agree::places(fact.places.iter(), &dossier.places())
}

/// "was abducted and killed", "was detained and beaten": one victim, told together, whom captors took and who was harmed.
fn harmed_captive(read: Reader, dossier: &Dossier, fact: &Fact) -> bool {
    let taken = |f: &Fact| f.frame.methods.iter().any(|m| takes_captive(m));
    let held = |f: &Fact| f.frame.methods.iter().any(|m| family::of(m) == family::Family::Captivity);
    let dead = |f: &Fact| f.frame.fatal == Some(true);
    let abused = |f: &Fact| f.frame.methods.iter().any(|m| abuses(m));
    let pair = |f: &Fact| {
        taken(f) && dead(fact) || dead(f) && taken(fact) || held(f) && abused(fact) || abused(f) && held(fact)
    };
    // "dragged five villagers out of their homes AND SHOT THEM", "abducted X and shot HIM".
    let violent = |f: &Fact| f.frame.methods.iter().any(|m| is_violent(m));
    let beside =
        |f: &Fact| f.frame.sentence == fact.frame.sentence && (taken(f) && violent(fact) || violent(f) && taken(fact));
    if (same_phrase(dossier, fact) || dossier.hurts(fact.named())) && dossier.facts.iter().any(beside) {
        return true;
    }
    let told_on = near(read, dossier, fact, 1) && (dossier.hurts(fact.named()) || same_pronoun(read, dossier, fact));
    (same_phrase(dossier, fact) || told_on) && dossier.facts.iter().any(pair)
}

/// "soldiers detained and beat the nun": both verbs have the same words as their victim.
fn same_phrase(dossier: &Dossier, fact: &Fact) -> bool {
    let shared = |f: &Fact| f.frame.victims.iter().any(|v| fact.frame.victims.iter().any(|w| w.tokens == v.tokens));
    !fact.frame.nominal && dossier.facts.iter().any(|f| !f.frame.nominal && shared(f))
}

/// "Soldiers arrested him. They beat him": the same pronoun for somebody whom nothing names.
fn same_pronoun(read: Reader, dossier: &Dossier, fact: &Fact) -> bool {
    let nameless = |f: &Fact| match f.victims.as_slice() {
        [one] if one.sort == Sort::Pronoun && one.entity.is_none() => Some(read.doc.norm(one.tokens.start).to_string()),
        _ => None,
    };
    let mine = nameless(fact);
    mine.is_some() && dossier.facts.last().is_some_and(|f| nameless(f) == mine)
}

/// "She was wounded in the attack": the sentence points back to an attack told before.
fn tells_on(read: Reader, fact: &Fact) -> bool {
    let during = |t: usize| t >= 2 && matches!(read.doc.norm(t - 2), "in" | "during");
    fact.date.is_none() && read.sentence(fact.frame.sentence).any(|t| during(t) && blame::deed(read, t))
}

/// "B, who was in THE SAME CAR, was wounded": beside those told of before.
fn beside_them(read: Reader, fact: &Fact) -> bool {
    let same = |t: usize| read.doc.norm(t) == "same" && read.is(t + 1, read.patterns.classes.belongings);
    fact.date.is_none() && read.sentence(fact.frame.sentence).any(same)
}

fn shared_victim(
    read: Reader,
    dossier: &Dossier,
    fact: &Fact,
    named: &[u32],
    mine: &[u32],
    same_means: bool,
) -> Option<i32> {
    let shared = mine.iter().any(|e| named.contains(e));
    if shared {
        return (same_means || near(read, dossier, fact, 2)).then_some(100);
    }
    if same_trial(dossier, fact) {
        return Some(50);
    }
    // "He shot A, then B"; "A was killed. B was wounded": other victims of one event.
    let acting = |f: &Fact| f.perpetrators.iter().filter_map(|p| p.entity).collect::<Vec<_>>();
    let same_hand = acting(fact).iter().any(|p| dossier.facts.iter().any(|f| acting(f).contains(p)));
    let general = fact.frame.carrier || fact.frame.methods.iter().all(|m| family::is_general(m));
    let unset = fact.date.is_none() && fact.places.is_empty() && !is_list(dossier, fact);
    let one_event = near(read, dossier, fact, 1) && same_means && unset && (general || same_hand);
    let one_event = one_event && !distinct::same_day(read, fact);
    let points_back = || {
        near(read, dossier, fact, 2) && tells_on(read, fact)
            || near(read, dossier, fact, NEAR) && beside_them(read, fact)
    };
    (one_event || same_means && points_back()).then_some(10)
}

/// "A was sentenced to ten years, and B received four": one sentence tells what a court did with both.
fn same_trial(dossier: &Dossier, fact: &Fact) -> bool {
    let court = |f: &Fact| {
        f.frame.later && !f.frame.legal && f.frame.methods.iter().all(|m| family::of(m) == family::Family::Captivity)
    };
    let beside = |f: &Fact| f.frame.sentence == fact.frame.sentence && court(f);
    court(fact) && dossier.facts.iter().any(beside)
}

/// The fact and the dossier's last fact are members of one list with settings of their own.
fn is_list(dossier: &Dossier, fact: &Fact) -> bool {
    dossier
        .facts
        .last()
        .is_some_and(|f| f.frame.trigger == fact.frame.trigger || f.frame.sentence == fact.frame.sentence)
}

fn same_sentence(dossier: &Dossier, fact: &Fact) -> bool {
    dossier.facts.iter().any(|f| f.frame.sentence == fact.frame.sentence)
}

fn near(read: Reader, dossier: &Dossier, fact: &Fact, sentences: usize) -> bool {
    let (last, here) = (dossier.last_sentence(), fact.frame.sentence);
    let gap = here.saturating_sub(last);
    // Bylines, timestamps and the like between a title and its text tell nothing.
    let told = || (last + 1..here).filter(|&n| read.doc.sentences.get(n).is_some_and(|s| s.kind.tells())).count();
    gap <= sentences || gap <= FURNITURE && told() < sentences
}

fn unnamed(read: Reader, dossier: &Dossier, fact: &Fact) -> Option<i32> {
    let mine = fact.heads(read.doc);
    let theirs = dossier.heads(read.doc);
    let victimless = fact.victims.is_empty() || fact.victims.iter().all(|v| v.sort == Sort::Pronoun);
    let shared_head = mine.iter().any(|h| theirs.contains(h));
    let same_people = shared_head || alike::described_before(read, dossier, fact);
    let named = || near(read, dossier, fact, NEAR) && alike::names_victim(read, dossier, fact);
    let points_back = fact.frame.definite || alike::known_weapon(read, fact) || named();
    // "is held, and faces kidnapping charges": done by those who are held, if by anybody, and not to them.
    let official = |list: &[String]| list.iter().all(|m| of_authorities(m));
    if official(&dossier.methods()) && !official(&fact.frame.methods) && charge::is_charge(read, &fact.frame) {
        return None;
    }
    // "THE EXECUTIONS were announced a day after X was set free": of others than those who are held.
    let deaths = |f: &Fact| f.frame.nominal && f.frame.fatal == Some(true) && f.victims.is_empty();
    if official(&dossier.methods()) && deaths(fact) || official(&fact.frame.methods) && dossier.facts.iter().all(deaths)
    {
        return None;
    }
    // "A campaigner has died. ... Oles Roos was shot in 2015": somebody else.
    let mere_death = dossier.facts.iter().all(|f| f.frame.carrier) && !near(read, dossier, fact, 1);
    let passing = alike::other_in_passing(read, dossier, std::slice::from_ref(fact));
    let other = mere_death && fact.named().next().is_some() && !same_people;
    let other = other || passing || alike::old_toll(read, dossier, fact);
    if other || !victimless && !alike::counts_agree(dossier, fact) || only_planned(dossier, fact) {
        return None;
    }
    let same_clause = same_sentence(dossier, fact) && !tried_for(read, fact);
    let mut score = 0;
    score += 20 * i32::from(shared_head) + 20 * i32::from(same_people);
    score += 30 * i32::from(victimless && (points_back || same_clause));
    score += 25 * i32::from(repeated(read, dossier, fact));
    score += 20 * i32::from(same_sentence(dossier, fact) && !fact.frame.nominal);
    score += 15 * i32::from(near(read, dossier, fact, NEAR));
    score += 20 * i32::from(stated_agree(dossier, fact));
    score -= 20 * i32::from(!victimless && !same_people && !alike::compatible_heads(read, &mine, &theirs));
    score += 40 * i32::from(leads(read, dossier, fact));
    score += 15 * i32::from(alike::same_number(dossier, fact));
    score += 20 * i32::from(same_sentence(dossier, fact) && other_harm(dossier, fact));
    score += 15 * i32::from(named_in_court(read, fact));
    score += 40 * i32::from(stages::goes_on(read, dossier, fact));
    score -= 30 * i32::from(indefinite(read, fact) && !shared_head);
    (score >= 30).then_some(score)
}

/// A plan told before is no attack of another kind that happened.
fn only_planned(dossier: &Dossier, fact: &Fact) -> bool {
    let planned = dossier.facts.iter().all(|f| f.frame.status == Status::Planned);
    planned && fact.frame.status.happened() && !fact.frame.methods.iter().all(|m| family::is_general(m))
}

/// Words between "acquitted of" and the crime.
const CHARGE: usize = 5;

/// "X, who was ACQUITTED OF the bombing, was shot": the crime of a trial is another event than what befell who was tried.
fn tried_for(read: Reader, fact: &Fact) -> bool {
    let before = fact.frame.trigger.start.saturating_sub(CHARGE)..fact.frame.trigger.start;
    let blame = read.patterns.classes.blame;
    fact.frame.nominal && before.into_iter().any(|t| blame.and_then(|c| read.value(t, c)) == Some("charged"))
}

/// "was tried for torture": what the court calls the deed told before.
fn named_in_court(read: Reader, fact: &Fact) -> bool {
    !fact.frame.methods.iter().any(|m| family::is_general(m)) && charge::is_charge(read, &fact.frame)
}

/// Titles, standfirsts, captions and bullets repeat what the text tells.
fn repeated(read: Reader, dossier: &Dossier, fact: &Fact) -> bool {
    let repeats = |s: usize| {
        let kind = read.doc.sentences.get(s).map(|s| s.kind);
        matches!(kind, Some(LineKind::Title | LineKind::Standfirst | LineKind::Caption | LineKind::Bullet))
    };
    repeats(fact.frame.sentence) || dossier.facts.iter().all(|f| repeats(f.frame.sentence))
}

/// The first sentence of running text tells again, by the same means, what the title told.
fn leads(read: Reader, dossier: &Dossier, fact: &Fact) -> bool {
    let title = |f: &Fact| read.doc.kind_of(f.frame.trigger.start) == LineKind::Title;
    let first = read.doc.first_paragraph() == Some(fact.frame.sentence);
    let specific = |f: &Fact| !f.frame.methods.iter().all(|m| family::is_general(m));
    first && specific(fact) && !fact.frame.nominal && dossier.facts.first().is_some_and(|f| title(f) && specific(f))
}

/// "Two were killed and three wounded": those hurt otherwise in one event.
fn other_harm(dossier: &Dossier, fact: &Fact) -> bool {
    let kills = |f: &Fact| f.frame.fatal == Some(true) && !f.frame.injures;
    let last = dossier.facts.last();
    let unset = fact.places.is_empty() && fact.date.is_none();
    unset && last.is_some_and(|f| kills(f) && fact.frame.injures || f.frame.injures && kills(fact))
}

/// "They burned a bus. ... An ambulance was attacked": an attack without means on something else.
pub(super) fn other_target(read: Reader, dossier: &Dossier, fact: &Fact) -> bool {
    let heads = |f: &Fact| f.frame.targets.iter().map(|t| head(read.doc, t)).collect::<Vec<_>>();
    let (mine, theirs) = (heads(fact), dossier.facts.iter().flat_map(heads).collect::<Vec<_>>());
    let general = fact.frame.methods.iter().all(|m| family::is_general(m));
    let apart = !mine.is_empty() && !theirs.is_empty() && !mine.iter().any(|h| theirs.contains(h));
    // "blew up an office. ... They hurled a bomb at a market": each is told as something done anew.
    let anew = |f: &Fact| {
        let done = !f.frame.nominal && !f.frame.targets.is_empty() && f.frame.status.happened();
        done && !f.perpetrators.is_empty() && !alike::known_weapon(read, f)
    };
    let anew = anew(fact) && dossier.facts.iter().any(anew);
    (general || anew) && apart && fact.victims.is_empty() && !same_sentence(dossier, fact)
}

/// "a journalist" introduces somebody new.
fn indefinite(read: Reader, fact: &Fact) -> bool {
    fact.described().any(|v| matches!(v.word_before(read.doc), "a" | "an" | "another"))
}

fn stated_agree(dossier: &Dossier, fact: &Fact) -> bool {
    let date = dossier.date().is_some() && fact.date.is_some();
    let place = !dossier.places().is_empty() && !fact.places.is_empty();
    date || place
}
