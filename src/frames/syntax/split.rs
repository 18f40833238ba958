//! Two main clauses in one sentence: ", and IN NAIROBI a reporter WAS STRANGLED" begins a clause with a place or day, a subject
//! and a verb of its own, which shares nothing with the clause before it.
//!
//! Input: the chunks of a sentence; output: the same, with the "and" or comma before such a clause turned into a stop, so that
//! every later search ends there as it does at a semicolon, and where the clauses begin.

use crate::document::Tag;
use crate::frames::people::argument::Reader;
use crate::frames::syntax::chunk::{Chunk, Kind, Verb};
use crate::mentions::Mention;

/// Chunks within which what is said of a subject between commas ends.
const ASIDE: usize = 16;

/// Marks where further main clauses begin, and gives the first chunk of each.
pub fn clauses(reader: Reader, chunks: &mut [Chunk]) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut told = false;
    let mut fronted = subordinate(chunks);
    for k in 0..chunks.len() {
        let begins = match &chunks[k].kind {
            Kind::And => opens(reader, chunks, k + 1, false) || behind_agent(reader, chunks, k),
            Kind::Comma => opens(reader, chunks, k + 1, true),
            Kind::Stop => reader.doc.text(chunks[k].tokens.start) == ";" && front(chunks, k + 1).is_some(),
            Kind::Opener => timed(reader, chunks, k),
            _ => false,
        };
        if told && fronted && chunks[k].is_comma() && states(reader, chunks, k + 1) {
            fronted = false;
            starts.push(k + 1);
        } else if told && begins {
            starts.push(k + 1);
            if !matches!(chunks[k].kind, Kind::Opener) {
                chunks[k].kind = Kind::Stop;
            }
        }
        told = match &chunks[k].kind {
            Kind::Stop => false,
            Kind::Verb(v) => told || v.is_told(),
            _ => told,
        };
    }
    starts
}

/// "TWO YEARS AFTER a bomb killed her husband, ...": the sentence opens with a clause that hangs on another.
fn subordinate(chunks: &[Chunk]) -> bool {
    let first = chunks.iter().find(|c| !c.is_other() && !c.is_date());
    first.is_some_and(|c| matches!(c.kind, Kind::Opener))
}

/// A subject and its verb stand at `from`.
fn states(reader: Reader, chunks: &[Chunk], from: usize) -> bool {
    let verb = Some(from)
        .filter(|&k| chunks.get(k).is_some_and(|c| c.noun().is_some()))
        .and_then(|k| after_subject(chunks, k + 1));
    verb.is_some_and(|k| chunks[k].verb().is_some_and(|v| finite(reader, v)))
}

/// "was attacked, TWO MONTHS BEFORE a colleague was killed": at some distance of time another event is told.
fn timed(reader: Reader, chunks: &[Chunk], opener: usize) -> bool {
    let Some(Kind::Date(index)) = opener.checked_sub(1).map(|k| &chunks[k].kind) else { return false };
    let length = reader.mentions.get(*index).and_then(Mention::date).is_some_and(|d| d.class == "DURATION");
    // "died, a week after HE was detained": one person's story goes on.
    let same = chunks.get(opener + 1).and_then(Chunk::noun).is_some_and(|n| n.pronoun);
    length && !same && matches!(reader.doc.norm(chunks[opener].tokens.start), "before" | "after")
}

/// A clause with phrases at its front stands at `from`; a `dated` one begins with its day.
fn opens(reader: Reader, chunks: &[Chunk], from: usize, dated: bool) -> bool {
    let day = |k: usize| chunks.get(k).is_some_and(Chunk::is_date);
    let begins = !dated || day(from) || chunks.get(from).is_some_and(Chunk::is_prep) && day(from + 1);
    let subject = front(chunks, from).filter(|&k| begins && chunks.get(k).is_some_and(|c| c.noun().is_some()));
    let verb = subject.and_then(|k| after_subject(chunks, k + 1));
    verb.is_some_and(|k| chunks[k].verb().is_some_and(|v| finite(reader, v) && !ends(reader, chunks, k, v)))
}

/// "was shot, days before the vote, BY TWO MEN, AND HIS DEPUTY WAS stabbed": whoever stands behind such a phrase is the next subject.
fn behind_agent(reader: Reader, chunks: &[Chunk], and: usize) -> bool {
    let by = |k: usize| chunks[k].is_prep() && reader.doc.norm(chunks[k].tokens.start) == "by";
    let noun = |k: usize| chunks.get(k).is_some_and(|c| c.noun().is_some());
    let agent = and.checked_sub(3).is_some_and(|k| by(k) && noun(k + 1) && chunks[k + 2].is_comma());
    let verb = chunks.get(and + 2).and_then(Chunk::verb).is_some_and(|v| v.auxiliary && v.is_finite());
    agent && noun(and + 1) && verb
}

/// "on 12 February", "in Nairobi, in the east of Kenya,": one past the phrases.
fn front(chunks: &[Chunk], from: usize) -> Option<usize> {
    let (mut k, mut phrases) = (from, 0);
    loop {
        match &chunks.get(k)?.kind {
            Kind::Prep if governs(chunks, k) => (k, phrases) = (k + 2, phrases + 1),
            Kind::Date(_) => (k, phrases) = (k + 1, phrases + 1),
            Kind::Comma if phrases > 0 => k += 1,
            Kind::And if k == from => k += 1, // "; and on Monday"
            Kind::Other => k += 1,
            _ => return (phrases > 0).then_some(k),
        }
    }
}

fn governs(chunks: &[Chunk], prep: usize) -> bool {
    chunks.get(prep + 1).is_some_and(|c| c.noun().is_some() || c.is_date())
}

/// The verb behind a subject, its phrases and what is said of it between commas.
fn after_subject(chunks: &[Chunk], from: usize) -> Option<usize> {
    let mut k = from;
    loop {
        match &chunks.get(k)?.kind {
            Kind::Verb(_) => return Some(k),
            Kind::Prep if governs(chunks, k) => k += 2,
            Kind::Other => k += 1,
            Kind::Comma => k = aside(chunks, k)? + 1,
            _ => return None,
        }
    }
}

/// ", a reporter,", ", who wrote for the paper,": the comma that closes it.
fn aside(chunks: &[Chunk], open: usize) -> Option<usize> {
    let first = &chunks.get(open + 1)?.kind;
    let says_more =
        matches!(first, Kind::Relative | Kind::Noun(_)) || matches!(first, Kind::Verb(v) if v.gerund || v.bare);
    let end = (open + ASIDE).min(chunks.len());
    let close = (open + 2..end).find(|&k| matches!(chunks[k].kind, Kind::Comma | Kind::Stop | Kind::Opener))?;
    (says_more && chunks[close].is_comma()).then_some(close)
}

fn finite(reader: Reader, verb: &Verb) -> bool {
    verb.is_finite() || verb.active || verb.bare && reader.doc.tag(verb.head) == Tag::VBD
}

/// "in Kano, police SAID": nothing follows the verb of who tells of it.
fn ends(reader: Reader, chunks: &[Chunk], at: usize, verb: &Verb) -> bool {
    let last = chunks.get(at + 1).is_none_or(Chunk::is_break);
    last && reader.reports(verb.head)
}
