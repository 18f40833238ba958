//! Words of blame that blame nobody: "ruled out that X was involved", "responsible FOR GUARDING the palace", "an AUTOPSY carried
//! out by X", "asked WHO had killed him".
//!
//! Input: a clause and the words of blame in it; output: whether they say who did it.

use crate::document::Tag;
use crate::frames::blame::is_event;
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::syntax::chunk::{Chunk, Kind};
use crate::frames::syntax::clause::Clause;
use crate::frames::trigger::verbal::prep_is;
use std::ops::Range;

/// Tokens behind "responsible for" in which the deed is named.
const NAMED: usize = 8;

/// Tokens before "of" in which an acquittal stands: "acquitted last week by the court of".
const ACQUITTED: usize = 8;

/// Tokens before the words of blame in which a disclaimer stands.
const REACH: usize = 14;

/// The words of blame in the chunk blame nobody for a deed.
pub fn stands(reader: Reader, clause: Clause, at: usize, cue: Range<usize>) -> bool {
    denied(reader, cue.start)
        || ruled_out(reader, clause, at, cue.start)
        || duty(reader, clause, &cue)
        || harmless(reader, clause, at, &cue)
}

/// "was NOT responsible for", "were NEVER behind": a denial right before the word.
pub fn denied(reader: Reader, word: usize) -> bool {
    word.checked_sub(1).is_some_and(|t| matches!(reader.doc.norm(t), "never" | "not" | "n't"))
}

/// "was ACQUITTED OF shooting X", "cleared him OF killing X", "not guilty of": a gerund whose subject did not do it.
pub fn absolves(reader: Reader, clause: Clause, gerund: usize) -> bool {
    let of = gerund.checked_sub(1).filter(|&k| prep_is(reader, clause, k, "of"));
    let Some(end) = of.map(|k| clause.chunks[k].tokens.start) else { return false };
    let near = end.saturating_sub(ACQUITTED).max(clause.chunks[0].tokens.start)..end;
    clause.verb(gerund).is_some_and(|v| v.gerund) && reader.holds(near, reader.patterns.classes.acquittals)
}

/// "RULED OUT THAT guerrillas were involved", "the attack was NOT THE WORK OF": a disclaimer before, in the same clause.
fn ruled_out(reader: Reader, clause: Clause, at: usize, cue: usize) -> bool {
    let class = reader.patterns.classes.disclaimers;
    let goes_on = |k: usize| clause.chunks[k].is_and() && clause.next(k + 1).is_some_and(|v| clause.verb(v).is_some());
    let stop = |k: usize| goes_on(k) || matches!(reader.doc.text(clause.chunks[k].tokens.start), ";" | ":" | ".");
    let from = (0..at).rev().take_while(|&k| !stop(k)).last().unwrap_or(at);
    let first = clause.chunks.get(from).map_or(cue, |c| c.tokens.start).max(cue.saturating_sub(REACH));
    reader.holds(first..cue, class)
}

/// "the guard RESPONSIBLE FOR THE SAFETY of X": a duty, no deed.
fn duty(reader: Reader, clause: Clause, cue: &Range<usize>) -> bool {
    let for_what = cue.end.checked_sub(1).is_some_and(|t| reader.doc.norm(t) == "for");
    let points = |t: usize| matches!(reader.doc.tag(t), Tag::PRP | Tag::DT) && reader.doc.norm(t) != "the";
    let opens = reader.doc.tag(cue.end);
    let told = opens == Tag::VBG || opens == Tag::PRPS || reader.doc.norm(cue.end) == "the";
    for_what && told && !ahead(reader, clause, cue.end).any(|t| is_event(reader, t) || points(t))
}

/// A deed is named right behind the words: "linked to THE MURDER of".
pub fn names_deed(reader: Reader, clause: Clause, end: usize) -> bool {
    // The cue may end with the article of the deed.
    let near = |k: &usize| clause.chunks[*k].tokens.end > end && clause.chunks[*k].tokens.start < end + NAMED;
    let noun = (0..clause.chunks.len()).filter(near).find_map(|k| clause.noun(k));
    noun.is_some_and(|n| is_event(reader, n.head))
}

/// The few tokens from there on, up to a comma.
fn ahead<'a>(reader: Reader<'a>, clause: Clause, from: usize) -> impl Iterator<Item = usize> + 'a {
    let end = clause.chunks.last().map_or(from, |c| c.tokens.end).min(from + NAMED);
    (from..end).take_while(move |&t| !matches!(reader.doc.text(t), "," | ";" | "." | "\""))
}

/// "an AUTOPSY carried out by a doctor", "the OFFENSIVE mounted by the president": no attack that the text tells of.
fn harmless(reader: Reader, clause: Clause, at: usize, cue: &Range<usize>) -> bool {
    let done = clause.verb(at).is_some_and(|v| (v.passive || v.bare) && clause.chunks[at].tokens.contains(&cue.start));
    let what = Some(at).filter(|_| done).and_then(|k| clause.subject_nearby(k));
    let noun = what.filter(|&k| reader.sort_at(clause, k) == Sort::Other).and_then(|k| clause.noun(k));
    noun.is_some_and(|n| reader.holds(n.head..n.head + 1, reader.patterns.classes.measures))
}

/// "did not see the ARMY AS being responsible": the gerund tells of the object, not of who sees it so.
pub fn of_object(reader: Reader, clause: Clause, verb: usize) -> bool {
    let gerund = reader.doc.tag(clause.chunks[verb].tokens.start) == Tag::VBG;
    verb.checked_sub(1).is_some_and(|k| gerund && clause.chunks[k].is_prep() && prep_is(reader, clause, k, "as"))
}

/// "the envoy asked WHO HAD KILLED him": a question; who asks did not do it.
pub fn asks(reader: Reader, clause: Clause, verb: usize) -> bool {
    let who = verb.checked_sub(1).filter(|&k| matches!(clause.chunks[k].kind, Kind::Other));
    let personal = |c: &Chunk| reader.doc.tag(c.tokens.start) == Tag::WP;
    // "find out WHO".
    let led = |k: usize| clause.before(k).is_some_and(|j| clause.verb(j).is_some() || clause.chunks[j].is_prep());
    who.is_some_and(|k| personal(&clause.chunks[k]) && led(k))
}
