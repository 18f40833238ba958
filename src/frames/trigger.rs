//! Trigger words of a sentence: which frame rules may fire at which chunk.

pub mod custody;
pub mod echo;
pub mod entry;
pub mod means;
pub mod meanwhile;
pub mod menace;
pub mod nominal;
pub mod parallel;
pub mod repeated;
mod shared;
pub mod telltale;
pub mod town;
pub mod traces;
pub mod undergoing;
pub mod verbal;

use crate::document::{Document, Tag, Word};
use crate::frames::syntax::chunk::{Chunk, Kind};
use crate::mentions::{Mention, Value};
use crate::patterns::Patterns;
use crate::patterns::frames::{FrameRule, Part};
use std::ops::Range;

/// Mentions that may end inside one name.
const NESTED: usize = 4;

/// Words that may stand before the last noun of a trigger.
const DESCRIBED: usize = 3;

/// A trigger found in a sentence.
#[derive(Clone, Debug)]
pub struct Trigger<'p> {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Chunk that holds its first token.
    pub chunk: usize,
    /// The rule.
    pub rule: &'p FrameRule,
    /// It stands before a name in the name's own group: "slain editor X".
    pub inside_name: bool,
    /// Further rules for the same words, tried when the first refuses.
    pub others: Vec<(usize, &'p FrameRule)>,
}

impl<'p> Trigger<'p> {
    /// With the rules alone that ask for nobody in particular; none when there is no such rule.
    pub fn for_anybody(self) -> Option<Trigger<'p>> {
        let rules = std::iter::once((self.tokens.end, self.rule)).chain(self.others);
        let mut rules = rules.filter(|(_, rule)| !rule.voice_needed);
        let (end, rule) = rules.next()?;
        let inside_name = self.inside_name && rule.part == Part::Verb;
        Some(Trigger { tokens: self.tokens.start..end, chunk: self.chunk, rule, inside_name, others: rules.collect() })
    }
}

/// Triggers in token order; of two at one token the longer wins, then the rule that fits the word's tag.
pub fn find<'p>(doc: &Document, chunks: &[Chunk], patterns: &'p Patterns) -> Vec<Trigger<'p>> {
    let mut out: Vec<Trigger> = Vec::new();
    for (n, chunk) in chunks.iter().enumerate() {
        for at in chunk.tokens.clone() {
            if out.last().is_some_and(|t| t.tokens.end > at) {
                continue;
            }
            let rules = || patterns.frames.starting_with(doc.word(at));
            let fits = |words: &[Word], end: usize, rule: &FrameRule| {
                part_fits(doc, chunk, at..end, rule, words.len(), patterns)
            };
            let whole = rules().filter_map(|(words, rule)| {
                let end = covers(doc, at, words)?;
                fits(words, end, rule).then_some((end, rule))
            });
            let apart = rules().filter_map(|(words, rule)| {
                let end = parted(doc, chunks, n, at, words)?;
                fits(words, end, rule).then_some((end, rule))
            });
            let mut fits = whole.chain(apart);
            if let Some((end, rule)) = fits.next() {
                let inside_name = rule.part == Part::Verb && end == at + 1 && chunk.noun().is_some();
                out.push(Trigger { tokens: at..end, chunk: n, rule, inside_name, others: fits.collect() });
            }
        }
    }
    out
}

/// "the Committee for the Prevention of TORTURE": a noun inside a name tells of no event.
pub fn in_name(mentions: &[Mention], trigger: &Trigger) -> bool {
    let at = mentions.partition_point(|m| m.tokens.end < trigger.tokens.end);
    let org = |m: &Mention| matches!(m.value, Value::Org { .. }) && m.tokens.start < trigger.tokens.start;
    let holds = |m: &Mention| org(m) && m.tokens.end >= trigger.tokens.end;
    trigger.rule.part == Part::Noun && mentions[at..].iter().take(NESTED).any(holds)
}

/// The token after the trigger's last word; hyphens between words, one adverb or pronoun object, and what describes the last
/// of three words or more are passed over.
fn covers(doc: &Document, at: usize, words: &[Word]) -> Option<usize> {
    let sentence = doc.tokens.get(at)?.sentence;
    let mut next = at + 1;
    for (n, word) in words.iter().enumerate().skip(1) {
        let hyphen = doc.norm(next) == "-" && doc.tokens.get(next).is_some_and(|t| t.glued);
        next += usize::from(hyphen);
        if doc.word(next) != *word && (doc.tag(next).is_adverb() || doc.tag(next) == Tag::PRP) {
            next += 1;
        }
        if n >= 2 && n + 1 == words.len() {
            next += described(doc, next, *word);
        }
        if doc.word(next) != *word || doc.tokens.get(next)?.sentence != sentence {
            return None;
        }
        next += 1;
    }
    Some(next)
}

/// "PICKED the blogger UP": the verb alone, whose particle stands behind its object and governs nothing.
fn parted(doc: &Document, chunks: &[Chunk], verb: usize, at: usize, words: &[Word]) -> Option<usize> {
    let [_, particle] = words else { return None };
    let ends = chunks[verb].verb().is_some() && at + 1 == chunks[verb].tokens.end;
    let noun = |k: usize| chunks.get(k).is_some_and(|c| c.noun().is_some());
    let of = |k: usize| chunks.get(k).is_some_and(|c| c.is_prep() && doc.norm(c.tokens.start) == "of");
    let mut behind = Some(verb + 2).filter(|_| ends && noun(verb + 1))?;
    while of(behind) && noun(behind + 1) {
        behind += 2;
    }
    let chunk = chunks.get(behind).filter(|c| c.tokens.len() == 1 && (c.is_prep() || c.is_other()))?;
    // "dragged her OUT OF the bedroom", "held a passport SINCE 2012".
    let dated = chunks.get(behind + 1).is_some_and(Chunk::is_date);
    let governs =
        noun(behind + 1) || dated || of(behind + 1) || chunks.get(behind + 1).is_some_and(|c| c.verb().is_some());
    (doc.word(chunk.tokens.start) == *particle && !governs).then_some(at + 1)
}

/// "been in EVIN prison", "is in AN EGYPTIAN jail": tokens before the group's last noun.
fn described(doc: &Document, at: usize, noun: Word) -> usize {
    let describes = |t: usize| matches!(doc.tag(t), Tag::DT | Tag::PRPS | Tag::NNP) || doc.tag(t).is_adjective();
    let end = (at..doc.tokens.len()).take(DESCRIBED + 1).find(|&t| doc.word(t) == noun || !describes(t));
    let whole = |t: &usize| doc.word(*t) == noun && doc.tag(*t).is_noun() && !doc.tag(t + 1).is_noun();
    end.filter(whole).map_or(0, |t| t - at)
}

fn part_fits(
    doc: &Document,
    chunk: &Chunk,
    tokens: Range<usize>,
    rule: &FrameRule,
    words: usize,
    patterns: &Patterns,
) -> bool {
    let tag = doc.tag(tokens.start);
    match (&chunk.kind, rule.part) {
        (Kind::Verb(verb), Part::Verb) => words > 1 || verb.head == tokens.start || tag.is_verb(),
        (Kind::Noun(noun), Part::Noun) => {
            noun.person.is_none_or(|_| tokens.end <= noun.head) && inside_noun(doc, chunk, &tokens)
        }
        (Kind::Noun(noun), Part::Verb) if words == 1 => {
            // "slain editor X", "X, a JAILED editor".
            let role = || patterns.classes.people.is_some_and(|class| doc.is(noun.head, class));
            let somebody = noun.person.is_some() || tokens.end == noun.head && role();
            somebody && tag == Tag::VBN && tokens.end <= noun.head && !tokens.contains(&noun.head)
        }
        (Kind::Noun(_), Part::Verb) => words > 1 && (tag.is_verb() || doc.tag(tokens.start + 1).is_verb()),
        (_, Part::Verb) => words > 1,
        _ => false,
    }
}

/// A trigger noun is its group's head, or stands right before it ("the Kuzminov murder case" tells nothing new).
fn inside_noun(doc: &Document, chunk: &Chunk, tokens: &Range<usize>) -> bool {
    let last = tokens.end - 1;
    chunk.noun().is_some_and(|n| last >= n.head || n.owner.as_ref().is_some_and(|o| o.contains(&last)))
        || tokens.end >= chunk.tokens.end
        || doc.norm(tokens.end) == "'s"
}
