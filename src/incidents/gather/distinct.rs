//! "In a separate attack", "another bombing", "survived a similar assault": words that set an attack apart from those told
//! before.
//!
//! Input: a fact; output: whether its sentence says, before or right after the trigger, that this is another event.

use crate::document::Tag;
use crate::frames::people::argument::Reader;
use crate::frames::{Frame, blame};
use crate::incidents::dossier::Dossier;
use crate::incidents::fact::Fact;
use crate::mentions::Mention;

/// Words between "another" and the noun.
const DESCRIBED: usize = 3;

/// Words between "after" and the verb of its clause.
const CLAUSE: usize = 8;

/// Words after a verb in which its object stands ("survived a similar attack").
const OBJECT: usize = 4;

/// The fact opens another event than the dossier's, which was told before and hurt none of the same people.
pub fn opens(read: Reader, dossier: &Dossier, fact: &Fact) -> bool {
    let before = dossier.last_sentence() < fact.frame.sentence;
    (before && told(read, fact) || timed(read, dossier, fact) || follows(read, dossier, fact))
        && !again(read, dossier, fact)
        && !dossier.hurts(fact.named())
}

/// "X was shot, AFTER Y, who was killed on Friday": somebody else, whose lot came before or after.
fn follows(read: Reader, dossier: &Dossier, fact: &Fact) -> bool {
    let other = |f: &Fact| f.frame.sentence == fact.frame.sentence && f.named().next().is_some();
    let later = |t: usize| matches!(read.doc.norm(t), "after" | "before" | "since");
    let mut named = fact.victims.iter().filter(|v| v.name.is_some());
    dossier.facts.iter().any(other) && named.any(|v| v.tokens.start.checked_sub(1).is_some_and(later))
}

/// "Later on THE SAME DAY gunmen killed B": beside what was told before, another event at a time of its own; "B was arrested on
/// the same day" may tell on.
pub fn same_day(read: Reader, fact: &Fact) -> bool {
    let units = read.patterns.dates.classes.units;
    let day = |t: usize| read.doc.norm(t) == "same" && read.is(t + 1, units);
    (read.sentence(fact.frame.sentence).start..fact.frame.trigger.start).any(day)
}

/// Nobody is named, and the same people are spoken of: "In another attack on farmers" of a title and its text.
fn again(read: Reader, dossier: &Dossier, fact: &Fact) -> bool {
    let heads = dossier.heads(read.doc);
    fact.named().next().is_none() && fact.heads(read.doc).iter().any(|h| heads.contains(h))
}

/// "fired missiles THREE DAYS AFTER a gas attack", "was shot A WEEK AFTER a photographer was killed", "the deaths come A WEEK
/// AFTER the killing of A": the sentence's main act, or what it points back to, is another one.
fn timed(read: Reader, dossier: &Dossier, fact: &Fact) -> bool {
    let acts = |f: &Fact| !f.frame.nominal && !f.frame.carrier && !f.perpetrators.is_empty();
    let others = !fact.frame.nominal && fact.described().next().is_some();
    let same = |f: &&Fact| f.frame.sentence == fact.frame.sentence;
    let beside = || dossier.facts.iter().filter(same).any(|f| others || acts(f));
    let start = read.sentence(fact.frame.sentence).start;
    let back = || (start..fact.frame.trigger.start).any(|t| blame::deed(read, t));
    fact.remote && (beside() || fact.named().next().is_some() && back())
}

/// "THREE DAYS AFTER a gas attack", "a week after a photographer was killed": at some distance from another time.
pub fn remote(read: Reader, frame: &Frame) -> bool {
    // Hours apart is the same day.
    let days = |m: &Mention| m.date().and_then(|d| d.timex.as_deref()).is_none_or(|t| !t.starts_with("PT"));
    let length =
        |m: &Mention, t: usize| m.tokens.end == t && days(m) && m.date().is_some_and(|d| d.class == "DURATION");
    let dated = |t: usize| read.mentions[read.inside(&(t.saturating_sub(DESCRIBED)..t))].iter().any(|m| length(m, t));
    let verb = |t: usize| read.doc.tag(t).is_verb();
    let noun = read.doc.tag(frame.trigger.end - 1).is_noun();
    let clause =
        |t: usize| read.patterns.classes.subordinators.and_then(|class| read.value(t, class)) == Some("clause");
    let opens = |t: usize| if noun { read.doc.tag(t) == Tag::IN } else { clause(t) };
    let back = (1..).map_while(|n| frame.trigger.start.checked_sub(n)).skip_while(|&t| !noun && verb(t));
    let open = |t: &usize| !verb(*t) && read.doc.text(*t) != ",";
    let lead = back.take(if noun { DESCRIBED + 1 } else { CLAUSE }).take_while(open).find(|&t| opens(t));
    lead.is_some_and(dated)
}

/// The sentence sets the event apart; where it names nobody attacked, the trigger itself is so described.
fn told(read: Reader, fact: &Fact) -> bool {
    let sentence = read.sentence(fact.frame.sentence);
    let trigger = &fact.frame.trigger;
    let words = if fact.victims.is_empty() {
        trigger.start.saturating_sub(DESCRIBED).max(sentence.start)..trigger.start
    } else {
        sentence.start..(trigger.end + OBJECT).min(sentence.end)
    };
    words.into_iter().any(|t| sets_apart(read, t))
}

/// "separate" before an attack, or "a similar case" as a whole.
fn sets_apart(read: Reader, at: usize) -> bool {
    let classes = read.patterns.classes;
    let Some(hit) = classes.distinct.and_then(|class| read.doc.hit(at, class)) else { return false };
    if read.patterns.lexicon.entry(hit.entry).is_some_and(|e| e.value == "whole") {
        return true;
    }
    let group = (at + 1..=at + DESCRIBED).take_while(|&t| read.doc.tag(t).is_noun() || read.doc.tag(t).is_adjective());
    group.into_iter().any(|t| read.is(t, classes.deeds))
}

/// "A man threw green dye in his face" beside his poisoning: what burns the skin is not what poisoned him.
pub fn other_liquid(read: Reader, dossier: &Dossier, fact: &Fact) -> bool {
    let burns =
        |f: &Fact| f.frame.instruments.iter().any(|i| read.holds(i.tokens.clone(), read.patterns.classes.corrosives));
    let poisons = |f: &Fact| f.frame.methods.iter().any(|m| m == "poisoning");
    let poisoned = dossier.facts.iter().any(|f| poisons(f) && !burns(f));
    let burnt = dossier.facts.iter().any(burns);
    poisoned && burns(fact) && !poisons(fact) || burnt && poisons(fact) && !burns(fact)
}
