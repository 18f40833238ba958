//! Who is said to have done it, outside the trigger's own clause: "blamed on X", "X claimed responsibility for",
//! "X is accused of", "at X's request".

use super::Status;
use super::argument::Reader;
use super::chunk::Chunk;
use super::clause::Clause;
use super::verbal::prep_is;
use crate::document::Tag;

/// Somebody blamed.
pub struct Blamed {
    /// Chunk of the perpetrator.
    pub chunk: usize,
    /// The crime must be named after this token ("charged with", "accused of").
    pub before: Option<usize>,
}

/// Those who are blamed in the sentence.
pub fn find(reader: Reader, clause: Clause) -> Vec<Blamed> {
    let mut out = Vec::new();
    for (k, chunk) in clause.chunks.iter().enumerate() {
        for at in chunk.tokens.clone() {
            let Some((value, end)) = cue(reader, at) else { continue };
            let blamed = match value {
                "agent-after" => after(clause, k, end),
                "agent-object" => {
                    clause.verb(k).filter(|_| !clause.passive(k)).and_then(|_| accused(reader, clause, k))
                }
                "agent-before" | "claim" | "charged" => verb_at(clause, k).and_then(|v| actor(reader, clause, v)),
                _ => None,
            };
            let thing =
                |b: usize| value == "agent-after" && clause.noun(b).is_some_and(|n| reader.doc.tag(n.head) == Tag::NNS);
            let blamed = blamed.filter(|&b| !nobody(reader, clause, b));
            let blamed = blamed.filter(|&b| reader.sort_at(clause, b).can_act() || thing(b));
            if let Some(blamed) = blamed {
                let before = (value == "charged").then_some(end);
                out.extend(clause.group(blamed).into_iter().map(|chunk| Blamed { chunk, before }));
            }
        }
    }
    out
}

/// "accused X", "blamed X", and "blamed the attack ON X".
fn accused(reader: Reader, clause: Clause, verb: usize) -> Option<usize> {
    let object = clause.object(verb)?;
    if reader.sort_at(clause, object).can_act() {
        return Some(object);
    }
    let mut phrases = clause.phrases_after(object).into_iter();
    let on = phrases.find(|(prep, noun)| prep_is(reader, clause, *prep, "on") && clause.noun(*noun).is_some());
    on.map(|(_, noun)| noun)
}

/// "NO GROUP has claimed responsibility".
fn nobody(reader: Reader, clause: Clause, at: usize) -> bool {
    let first = clause.chunks[at].tokens.start;
    let entry = reader.patterns.classes.modality.and_then(|c| reader.doc.hit(first, c));
    let status = entry.and_then(|h| reader.patterns.lexicon.entry(h.entry)).and_then(|e| Status::parse(&e.value));
    status == Some(Status::Denied)
}

/// Somebody claims an attack in the tokens.
pub fn claimed(reader: Reader, mut tokens: std::ops::Range<usize>) -> bool {
    tokens.any(|t| cue(reader, t).is_some_and(|(value, _)| value == "claim"))
}

/// The subject; of "X spread leaflets claiming responsibility" the subject of the verb before.
fn actor(reader: Reader, clause: Clause, verb: usize) -> Option<usize> {
    let near = clause.subject(verb);
    if near.is_some_and(|k| reader.sort_at(clause, k).can_act()) {
        return near;
    }
    let before =
        (0..verb).rev().find(|&k| clause.verb(k).is_some() || clause.is_stop(k)).filter(|&k| clause.verb(k).is_some());
    before.filter(|_| clause.verb(verb).is_some_and(|v| v.gerund)).and_then(|k| clause.subject(k))
}

fn cue<'a>(reader: Reader<'a>, at: usize) -> Option<(&'a str, usize)> {
    let hit = reader.doc.hit(at, reader.patterns.classes.blame?)?;
    Some((&reader.patterns.lexicon.entry(hit.entry)?.value, at + hit.len as usize))
}

fn verb_at(clause: Clause, k: usize) -> Option<usize> {
    clause.verb(k).map(|_| k).or_else(|| (0..k).rev().find(|&j| clause.verb(j).is_some()))
}

/// The first noun group that begins at or after the token.
fn after(clause: Clause, k: usize, end: usize) -> Option<usize> {
    let next = (k..clause.chunks.len()).find(|&j| clause.chunks[j].tokens.start >= end)?;
    Some(next).filter(|&j| clause.chunks.get(j).is_some_and(|c: &Chunk| c.noun().is_some()))
}

/// "at Moscow's request": the owner in a phrase whose head asks or orders. Gives the owner's tokens.
pub fn behest(reader: Reader, clause: Clause) -> Vec<std::ops::Range<usize>> {
    let class = reader.patterns.classes.behest;
    let asks = |c: &&Chunk| c.noun().is_some_and(|n| class.is_some_and(|class| reader.doc.is(n.head, class)));
    clause.chunks.iter().filter(asks).filter_map(|c| c.noun()?.owner.clone()).filter(|o| !o.is_empty()).collect()
}
