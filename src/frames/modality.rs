//! Did it happen? Cues around a trigger and how far they reach.
//!
//! A cue counts when it stands in the trigger's own verb group, right before the trigger noun, or in the verb that governs it
//! ("tried to kill"). Denial by the accused does not erase an event: only a negated trigger is `denied`.

use crate::document::Document;
use crate::frames::Status;
use crate::frames::people::argument::Reader;
use crate::frames::syntax::chunk::{Chunk, Kind};
use crate::frames::trigger::Trigger;
use crate::patterns::Patterns;
use crate::sequence::Context;

/// Tokens before a trigger in which a cue may stand.
const REACH: usize = 5;

/// The status of the trigger at `chunk`, first token `at`.
pub fn status(
    doc: &Document,
    chunks: &[Chunk],
    chunk: usize,
    at: usize,
    own: Option<Status>,
    patterns: &Patterns,
) -> Status {
    if let Some(own) = own {
        return own;
    }
    let from = reach(chunks, chunk, at);
    let mut best = Status::Reported;
    for token in from..at {
        if let Some((status, end)) = cue(doc, token, patterns)
            && applies(doc, status, end, at, chunks, chunk)
            && rank(status) > rank(best)
        {
            best = status;
        }
    }
    best.max_by_rank(modal(chunks, chunk)).max_by_rank(beyond_aside(doc, chunks, chunk, patterns))
}

/// "a PLAN, which all of them deny, TO KILL X": what the noun before the aside says of the infinitive behind it.
fn beyond_aside(doc: &Document, chunks: &[Chunk], chunk: usize, patterns: &Patterns) -> Status {
    let infinitive = chunks[chunk].verb().is_some_and(|v| v.infinitive);
    let close = chunk.checked_sub(1).filter(|&k| infinitive && chunks[k].is_comma());
    let open = close.and_then(|close| (0..close).rev().find(|&k| chunks[k].is_comma()));
    let opens = |&k: &usize| matches!(chunks[k + 1].kind, Kind::Relative);
    let noun = open.filter(opens).and_then(|k| k.checked_sub(1)).filter(|&k| chunks[k].noun().is_some());
    let cues = noun.into_iter().flat_map(|k| chunks[k].tokens.clone()).filter_map(|t| cue(doc, t, patterns));
    cues.fold(Status::Reported, |best, (status, _)| best.max_by_rank(status))
}

/// The first token in reach: cues do not cross a stop, a comma or a finite verb other than the governing one.
fn reach(chunks: &[Chunk], chunk: usize, at: usize) -> usize {
    let mut first = chunks[chunk].tokens.start;
    let mut verbs = 0;
    for c in chunks[..chunk].iter().rev() {
        verbs += usize::from(c.verb().is_some());
        let blocked = matches!(c.kind, Kind::Stop | Kind::Comma | Kind::Relative | Kind::And) || verbs > 1;
        if blocked || at.saturating_sub(c.tokens.start) > REACH {
            break;
        }
        first = c.tokens.start;
    }
    first
}

/// What the word says of whatever it stands with: "never", "denied", "threat".
pub fn told(reader: Reader, token: usize) -> Option<Status> {
    cue(reader.doc, token, reader.patterns).map(|(status, _)| status)
}

fn cue(doc: &Document, token: usize, patterns: &Patterns) -> Option<(Status, usize)> {
    let hit = doc.hit(token, patterns.classes.modality?)?;
    let entry = patterns.lexicon.entry(hit.entry)?;
    Some((Status::parse(&entry.value)?, token + hit.len as usize))
}

/// "denied" needs to touch the trigger's verb group or noun; the others may stand a little off.
fn applies(doc: &Document, status: Status, end: usize, at: usize, chunks: &[Chunk], chunk: usize) -> bool {
    match status {
        Status::Denied => {
            let verb = chunks[chunk].verb();
            let inside = end > chunks[chunk].tokens.start;
            let word = doc.norm(end.saturating_sub(1));
            verb.is_some() && inside && matches!(word, "not" | "never" | "n't") || at == end && word != "no"
        }
        _ => true,
    }
}

/// "fell ill from a SUSPECTED poisoning": cues between a trigger and the word that its rule asks for.
pub fn after(doc: &Document, trigger: &Trigger, patterns: &Patterns) -> Status {
    if trigger.rule.object_after.is_empty() {
        return Status::Reported;
    }
    let from = trigger.tokens.end;
    let wanted = |t: &usize| trigger.rule.object_after.iter().any(|w| doc.norm(*t) == w);
    let end = (from..(from + 12).min(doc.tokens.len())).find(wanted).unwrap_or(from);
    let cues = (from..end).filter_map(|t| cue(doc, t, patterns)).map(|(status, _)| status);
    cues.filter(|s| *s == Status::Alleged).fold(Status::Reported, Status::max_by_rank)
}

/// would, may, will before the trigger's verb: the event lies ahead or is only possible.
fn modal(chunks: &[Chunk], chunk: usize) -> Status {
    match chunks[chunk].verb() {
        Some(v) if v.modal && !v.passive => Status::Planned,
        Some(v) if v.modal && (v.head + 1 - chunks[chunk].tokens.start) <= 3 => Status::Planned,
        _ => Status::Reported,
    }
}

fn rank(status: Status) -> u8 {
    match status {
        Status::Reported => 0,
        Status::Alleged => 1,
        Status::Planned => 2,
        Status::Attempted => 3,
        Status::Threatened => 4,
        Status::Denied => 5,
    }
}

/// "dead", "to death", "fatally" in or right after the trigger's verb group; not "left for DEAD".
pub fn deadly(reader: Reader, chunks: &[Chunk], at: usize) -> bool {
    let Some(class) = reader.patterns.classes.deadly else { return false };
    let from = chunks[at].tokens.start;
    let sentence_end = chunks.last().map_or(from, |c| c.tokens.end);
    let context = Context { doc: reader.doc, mentions: reader.mentions };
    let idiom = |t: usize| reader.patterns.suppress.covers(context, &(t..t + 1));
    let mut near = from.saturating_sub(3)..(chunks[at].tokens.end + 6).min(sentence_end);
    near.any(|t| reader.doc.is(t, class) && !idiom(t))
}

impl Status {
    /// The stronger reservation of two.
    pub fn max_by_rank(self, other: Status) -> Status {
        if rank(other) > rank(self) { other } else { self }
    }
}
