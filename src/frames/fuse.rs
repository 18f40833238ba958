//! Frames of one sentence that tell of one event are made one: "three people were killed in a shooting", "the blast
//! killed three", "threats and harassment against reporters".
//!
//! Input: frames with the chunks of their triggers; output: frames in text order.

use crate::frames::Frame;
use crate::frames::people::argument::Sort;
use crate::frames::syntax::clause::Clause;
use crate::patterns::methods::{Family, family, is_general, may_kill};

/// A frame with the chunk of its trigger.
pub struct Placed {
    /// Chunk of the trigger (for a verb, of its verb group).
    pub chunk: usize,
    /// The frame.
    pub frame: Frame,
}

/// "was dragged into a van and FLOWN TO VIETNAM": taken to another country by those who hold somebody; else it is a journey.
pub fn drop_journeys(built: &mut Vec<Placed>) {
    let taken = |p: &Placed| p.frame.carrier && p.frame.methods.iter().all(|m| m == "rendition");
    let captive = |p: &Placed| p.frame.methods.iter().any(|m| family(m) == Family::Captivity);
    let held = built.iter().any(|p| captive(p) && !taken(p));
    built.retain(|p| held || !taken(p));
}

/// Joins the frames of a sentence.
pub fn fuse(clause: Clause, frames: Vec<Placed>) -> Vec<Frame> {
    let mut out: Vec<Placed> = Vec::new();
    for mut next in frames {
        match out.iter().position(|before| joins(clause, before, &next)) {
            Some(n) => {
                let status = out[n].frame.status;
                let named = apposed(clause, &out[n], &next);
                if leads_up(clause, &out[n], &next) {
                    yield_to(&mut out[n].frame, &next.frame);
                }
                if related(clause, &out[n], &next) {
                    let hurt = next.frame.victims.clone();
                    out[n].frame.victims.extend(hurt);
                }
                if coordinated(clause, &out[n], &next) && !next.frame.places.is_empty() {
                    out[n].frame.places = next.frame.places.clone();
                }
                absorb(&mut out[n], next);
                if named {
                    out[n].frame.status = status;
                }
            }
            None => {
                lend_means(clause, &out, &mut next);
                out.push(next);
            }
        }
    }
    out.into_iter().map(|p| p.frame).collect()
}

fn joins(clause: Clause, before: &Placed, next: &Placed) -> bool {
    told_inside(clause, before, next)
        || caused(clause, before, next)
        || fronted(clause, before, next)
        || coordinated(clause, before, next)
        || apposed(clause, before, next)
        || related(clause, before, next)
        || leads_up(clause, before, next)
}

/// "was CHASED and beaten", "RAIDED the weekly and arrested its editor": pressure that leads up to what is done to the same
/// people, or to those of a newspaper or a station, in one clause.
fn leads_up(clause: Clause, before: &Placed, next: &Placed) -> bool {
    let pressure = |f: &Frame| f.methods.iter().all(|m| family(m) == Family::Pressure);
    if !before.frame.legal || pressure(&next.frame) || next.frame.nominal || next.frame.victims.is_empty() {
        return false;
    }
    let same = before.frame.victims.iter().any(|v| next.frame.victims.iter().any(|w| w.tokens == v.tokens));
    let body = before.frame.victims.iter().all(|v| v.sort == Sort::Org);
    let doer = clause.subject(before.chunk).filter(|_| body);
    same || doer.is_some() && doer == clause.subject(next.chunk)
}

/// Chunks at the front of a sentence in which "In the second strike" stands.
const FRONT: usize = 2;

/// "IN THE STRIKE three reporters lost their lives": the verb tells whom the event at the front of the sentence killed.
fn fronted(clause: Clause, noun: &Placed, verb: &Placed) -> bool {
    let death = harm(&verb.frame) && verb.frame.carrier && verb.frame.perpetrators.is_empty();
    death && bare(&noun.frame) && noun.chunk < FRONT && clause.in_phrase(noun.chunk)
}

/// "an attack on a convoy IN WHICH two were killed": the relative clause tells of the noun's event.
fn related(clause: Clause, noun: &Placed, verb: &Placed) -> bool {
    if !noun.frame.nominal || !harm(&verb.frame) || noun.chunk >= verb.chunk {
        return false;
    }
    let which = |k: &usize| clause.relative(*k) && clause.in_phrase(*k);
    let Some(relative) = (noun.chunk..verb.chunk).rev().find(which) else { return false };
    let plain = |k: usize| clause.verb(k).is_none_or(|v| v.gerund || v.bare);
    (noun.chunk..relative).all(plain) && (relative + 1..verb.chunk).all(|k| plain(k) || clause.partner(k).is_some())
}

/// "was poisoned in Vienna, A POSSIBLE ASSASSINATION ATTEMPT": the noun names the event told before the comma.
fn apposed(clause: Clause, verb: &Placed, noun: &Placed) -> bool {
    let comma = noun.chunk > 0 && clause.chunks.get(noun.chunk - 1).is_some_and(|c| c.is_comma());
    let inside = noun.chunk > verb.chunk && noun.chunk < clause.end_of_clause(verb.chunk);
    !verb.frame.nominal
        && !verb.frame.victims.is_empty()
        && unspecified(&noun.frame)
        && bare(&noun.frame)
        && comma
        && inside
}

/// Without anybody hurt of its own.
fn bare(frame: &Frame) -> bool {
    frame.nominal && frame.victims.is_empty()
}

/// A verb of death or injury.
fn harm(frame: &Frame) -> bool {
    !frame.nominal && !frame.victims.is_empty() && unspecified(frame)
}

fn unspecified(frame: &Frame) -> bool {
    frame.methods.iter().all(|m| is_general(m))
}

/// "were killed IN A SHOOTING": the noun stands in a phrase of the verb.
fn told_inside(clause: Clause, verb: &Placed, noun: &Placed) -> bool {
    harm(&verb.frame)
        && bare(&noun.frame)
        && noun.chunk > verb.chunk
        && noun.chunk < clause.end_of_clause(verb.chunk)
        && clause.in_phrase(noun.chunk)
}

/// "THE BLAST killed three": the noun is the subject of the verb.
fn caused(clause: Clause, noun: &Placed, verb: &Placed) -> bool {
    harm(&verb.frame)
        && bare(&noun.frame)
        && verb.frame.perpetrators.is_empty()
        && noun.chunk < verb.chunk
        && clause.subject(verb.chunk) == Some(noun.chunk)
}

/// "THREATS AND HARASSMENT against reporters": both nouns share their phrases.
fn coordinated(clause: Clause, first: &Placed, second: &Placed) -> bool {
    let same = !first.frame.victims.is_empty()
        && first.frame.victims.len() == second.frame.victims.len()
        && first.frame.victims.iter().zip(&second.frame.victims).all(|(a, b)| a.tokens == b.tokens);
    let joined = second.chunk == first.chunk + 2 && clause.chunks.get(first.chunk + 1).is_some_and(|c| c.is_and());
    first.frame.nominal && second.frame.nominal && same && joined
}

/// What the pressure led up to tells what it was, and to whom it was done.
fn yield_to(pressure: &mut Frame, deed: &Frame) {
    (pressure.methods, pressure.victims) = (deed.methods.clone(), deed.victims.clone());
    (pressure.legal, pressure.later, pressure.rule) = (false, deed.later, deed.rule);
    (pressure.trigger, pressure.custody) = (deed.trigger.clone(), deed.custody);
}

fn absorb(base: &mut Placed, other: Placed) {
    let (a, b) = (&mut base.frame, other.frame);
    a.methods = joined(std::mem::take(&mut a.methods), b.methods);
    if a.victims.is_empty() {
        a.victims = b.victims;
    }
    a.perpetrators.extend(b.perpetrators);
    a.instruments.extend(b.instruments);
    a.targets.extend(b.targets);
    a.fatal = if a.fatal == Some(true) { a.fatal } else { b.fatal.or(a.fatal) };
    a.injures |= b.injures;
    a.status = a.status.max_by_rank(b.status);
    a.carrier &= b.carrier;
    a.weak &= b.weak;
    a.nominal &= b.nominal;
    a.definite |= b.definite;
    if a.places.is_empty() {
        a.places = b.places;
    }
    a.campus = a.campus.or(b.campus);
    a.date = a.date.or(b.date);
}

/// The methods of both: a general word gives way to the means that it may stand for; a killing stands beside what does not
/// kill by itself ("the kidnapping and murder of X").
fn joined(mut a: Vec<String>, b: Vec<String>) -> Vec<String> {
    let fresh: Vec<String> = b.into_iter().filter(|m| !a.contains(m)).collect();
    a.extend(fresh);
    let means = a.iter().any(|m| may_kill(m));
    let killed = a.iter().any(|m| m == "killing_unspecified");
    let other = a.iter().any(|m| !is_general(m));
    a.retain(|m| match m.as_str() {
        "killing_unspecified" => !means,
        "assault_unspecified" => !killed && !other,
        _ => true,
    });
    a
}

/// "The blast killed three and injured seven": the second verb tells of the same means.
fn lend_means(clause: Clause, before: &[Placed], next: &mut Placed) {
    if next.frame.nominal || !unspecified(&next.frame) {
        return;
    }
    let two_before = || next.chunk.checked_sub(2).filter(|&k| clause.verb(k).is_some());
    let partner = clause.partner(next.chunk).or_else(two_before);
    let told = before.iter().find(|p| Some(p.chunk) == partner || clause.subject(next.chunk) == Some(p.chunk));
    let means = |p: &&Placed| p.frame.methods.iter().any(|m| may_kill(m));
    if let Some(told) = told.filter(|p| !unspecified(&p.frame)).filter(means) {
        next.frame.methods = told.frame.methods.clone();
        next.frame.weak &= told.frame.weak;
    }
}

/// "X, who was stabbed in A, has died of her wounds in B": the death has no place of its own beside the attack's.
pub fn yield_places(frames: &mut [Frame]) {
    let same = |a: &Frame, b: &Frame| a.victims.iter().any(|v| b.victims.iter().any(|w| w.tokens == v.tokens));
    for n in 0..frames.len() {
        let attacked = |f: &Frame| !f.carrier && !f.places.is_empty() && same(f, &frames[n]);
        if frames[n].carrier && frames.iter().any(attacked) {
            frames[n].places.clear();
        }
    }
}
