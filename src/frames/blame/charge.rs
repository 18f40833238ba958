//! "Faces kidnapping charges", "jailed for murder": a crime that somebody is charged with is no deed done to who is charged,
//! and whoever is held for violence is held for that.
//!
//! Input: a fact's frame, or the chunks of a sentence; output: whether it only names a charge, or tells of such.

use crate::frames::Frame;
use crate::frames::people::argument::Reader;
use crate::frames::syntax::chunk::Kind;
use crate::frames::syntax::clause::Clause;
use crate::patterns::frames::Part;
use crate::patterns::methods::{is_general, may_kill, takes_captive};

/// Words between the crime and the word that makes it a charge.
const REACH: usize = 6;

/// A noun without a victim, beside the words of a charge.
pub fn is_charge(read: Reader, frame: &Frame) -> bool {
    let sentence = read.sentence(frame.sentence);
    let before = frame.trigger.start.saturating_sub(REACH).max(sentence.start)..frame.trigger.start;
    let after = frame.trigger.end..(frame.trigger.end + REACH).min(sentence.end);
    let charged =
        || before.into_iter().any(|t| says(read, t, "before")) || after.into_iter().any(|t| says(read, t, "after"));
    frame.nominal && frame.victims.is_empty() && charged()
}

/// The word makes a charge of the crime on that side of it.
fn says(read: Reader, token: usize, side: &str) -> bool {
    read.patterns.classes.charges.is_some_and(|c| read.value(token, c) == Some(side))
}

/// Value in `ordinary-crimes.csv` of crimes that have victims.
const VIOLENT: &str = "violent";

/// "was arrested on Monday for murder", "convicted of killing two", "sentenced in the arson case"; but not "was arrested at a
/// protest over the murder".
pub fn held_for_violence(read: Reader, clause: Clause) -> bool {
    let preps = (1..clause.chunks.len()).filter(|&k| clause.chunks[k].is_prep());
    preps.into_iter().any(|k| led(read, clause, k) && (violent_crime(read, clause, k) || violent_act(read, clause, k)))
}

/// The phrase belongs to the arrest or to the word of a charge.
fn led(read: Reader, clause: Clause, prep: usize) -> bool {
    // "was found guilty BY A TRIBUNAL of".
    let court = |k: &usize| *k > 1 && clause.in_phrase(*k) && read.doc.norm(clause.chunks[k - 1].tokens.start) == "by";
    let before = Some(prep - 1).filter(court).map_or(prep - 1, |k| k - 2);
    let verb = clause.verb(before).is_some();
    let set =
        matches!(clause.chunks[before].kind, Kind::Date(_)) || clause.noun(before).is_some_and(|n| n.place.is_some());
    let free = verb || set || clause.noun(before).is_some() && !clause.in_phrase(before);
    let charge = || clause.chunks[before].tokens.clone().any(|t| says(read, t, "before"));
    let case = || clause.governed(prep).and_then(|k| clause.noun(k)).is_some_and(|n| says(read, n.head, "after"));
    // "was sentenced in his absence FOR the kidnapping".
    let thing = || clause.noun(before).is_some() && !read.sort_at(clause, before).is_human();
    match read.doc.norm(clause.chunks[prep].tokens.start) {
        "for" => free || thing(),
        "over" | "on" => free,
        "of" | "with" => verb || charge() || says(read, clause.chunks[before].tokens.end - 1, "guilty"),
        "in" => free && (case() || clause.chunks[before].tokens.clone().any(|t| accused(read, t))),
        _ => false,
    }
}

/// "suspected of being INVOLVED IN the murder".
fn accused(read: Reader, token: usize) -> bool {
    read.patterns.classes.blame.and_then(|c| read.value(token, c)) == Some("charged")
}

fn violent_crime(read: Reader, clause: Clause, prep: usize) -> bool {
    let class = read.patterns.classes.ordinary_crimes;
    let crime = |t: usize| class.is_some_and(|c| read.value(t, c) == Some(VIOLENT));
    let captive = |t: usize| {
        let mut rules = read.patterns.frames.of_word(read.doc.word(t));
        rules.any(|rule| rule.part == Part::Noun && rule.methods.iter().any(|m| takes_captive(m)))
    };
    clause.governed(prep).is_some_and(|k| clause.chunks[k].tokens.clone().any(|t| crime(t) || captive(t)))
}

/// "for killing", "for allegedly abducting"; a blow may be struck in a protest.
fn violent_act(read: Reader, clause: Clause, prep: usize) -> bool {
    let Some(verb) = clause.next(prep + 1).and_then(|k| clause.verb(k)).filter(|v| v.gerund) else { return false };
    let grave =
        |m: &String| m != "beating" && m != "assault_unspecified" && (is_general(m) || may_kill(m) || takes_captive(m));
    let mut rules = read.patterns.frames.of_word(read.doc.word(verb.head));
    rules.any(|rule| rule.methods.iter().any(grave))
}
