//! One document knows itself: a full name that is sure makes its parts names wherever they stand alone, and a word that the
//! article also writes in lower case is less of a name.

use super::score::Scored;
use super::words::Words;
use crate::document::Shape;
use crate::patterns::name_facts::NameFacts;
use std::collections::{HashMap, HashSet};

/// Points from which a segment teaches.
const SURE: i32 = 52;

/// Points from which a segment of words that mean nothing else teaches.
const LIKELY: i32 = 40;

/// What the document says about one word.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    last: u32,
    first: u32,
    alone: u32,
    lower: u32,
    talk: i32,
}

/// The words of the document's sure names.
pub struct Memory<'d> {
    known: HashMap<&'d str, Known>,
    /// First and last word of names that are told to be a person's.
    full: HashSet<(&'d str, &'d str)>,
}

/// Points for a name of which the article says elsewhere that it is a person's.
const REPEATED: i32 = 25;

impl<'d> Memory<'d> {
    /// Learns from all segments that are sure.
    pub fn learn(words: &Words<'d>, scored: &[Scored]) -> Self {
        let mut memory = Memory { known: HashMap::new(), full: HashSet::new() };
        for s in scored.iter().filter(|s| s.score >= SURE || is_foreign(words, s)) {
            memory.learn_segment(words, s);
        }
        for s in scored.iter().filter(|s| s.is_told()) {
            let ends = s.segment.core.first().zip(s.segment.core.last()).filter(|(first, last)| first != last);
            memory.full.extend(ends.map(|(&first, &last)| (words.doc.norm(first), words.doc.norm(last))));
        }
        for s in scored {
            if let Some(&last) = s.segment.core.last() {
                memory.entry(words, last).talk += s.context / 2;
            }
        }
        for (n, token) in words.doc.tokens.iter().enumerate().filter(|(_, t)| t.shape == Shape::Lower) {
            if let Some(known) = memory.known.get_mut(words.doc.norm(n)) {
                known.lower += u32::from(token.span.len() > 2);
            }
        }
        memory
    }

    fn learn_segment(&mut self, words: &Words<'d>, scored: &Scored) {
        let core = &scored.segment.core;
        let Some((&first, &last)) = core.first().zip(core.last()) else { return };
        if core.len() == 1 && !scored.segment.initial {
            self.entry(words, first).alone += 1;
            return;
        }
        self.entry(words, last).last += 1;
        if first != last {
            self.entry(words, first).first += 1;
        }
        for &n in core.iter().filter(|n| **n != first && **n != last) {
            self.entry(words, n).first += 1;
        }
    }

    fn entry(&mut self, words: &Words<'d>, n: usize) -> &mut Known {
        self.known.entry(words.doc.norm(n)).or_default()
    }

    /// The last word of a sure full name.
    pub fn is_surname(&self, norm: &str) -> bool {
        self.known.get(norm).is_some_and(|k| k.last > 0 && k.lower == 0)
    }

    /// Points that the rest of the document adds to a segment.
    pub fn points(&self, words: &Words, scored: &Scored) -> i32 {
        let core = &scored.segment.core;
        let of = |n: &usize| self.of(words.doc.norm(*n));
        if core.len() == 1 {
            return core.first().map_or(0, |n| single(of(n), scored, words.facts(*n)));
        }
        let shared = core.iter().filter(|n| of(n).last + of(n).first > u32::from(scored.score >= SURE)).count();
        let own = scored.context / 2;
        let talk = core.last().map_or(0, |n| of(n).talk - own).clamp(-20, 20);
        8 * shared.min(2) as i32 + talk + self.repeated(words, scored)
    }

    /// The same name is told elsewhere to be a person's, though a word of it is also a town ("Agba Jalingo").
    fn repeated(&self, words: &Words, scored: &Scored) -> i32 {
        let norm = |n: Option<&usize>| n.map_or("", |n| words.doc.norm(*n));
        let core = &scored.segment.core;
        let known = self.full.contains(&(norm(core.first()), norm(core.last())));
        let placelike = core.iter().any(|n| words.facts(*n).place >= 4);
        if known && placelike && scored.score < SURE && !scored.is_told() { REPEATED } else { 0 }
    }

    /// What is known of a word, or of the family that its plural names ("the Guptas").
    fn of(&self, norm: &str) -> Known {
        let family = || norm.strip_suffix('s').filter(|stem| stem.len() > 3).and_then(|stem| self.known.get(stem));
        let known = self.known.get(norm).filter(|k| k.last + k.first + k.alone > 0);
        known.or_else(|| family().filter(|k| k.last > 0)).or_else(|| self.known.get(norm)).copied().unwrap_or_default()
    }
}

/// A name of two words or more that are in no list at all, and thus are nothing else either: "Siarhei Tsikhanouski".
fn is_foreign(words: &Words, scored: &Scored) -> bool {
    let nothing = |n: &usize| {
        let facts = words.facts(*n);
        facts.word == 0 && facts.place == 0 && !facts.people
    };
    let whole = scored.segment.core.len() > 1 && words.running(scored.segment.tokens.start);
    whole && scored.score >= LIKELY && scored.segment.core.iter().all(nothing)
}

fn single(known: Known, scored: &Scored, facts: NameFacts) -> i32 {
    let place = i32::from(facts.place) * i32::from(facts.place >= 5);
    let taught = match known {
        Known { last: 1.., .. } => 50 - 2 * place,
        Known { first: 1.., .. } => 40 - 5 * place,
        Known { alone, .. } if alone > u32::from(scored.score >= SURE) => 30 - 5 * place,
        _ => 0,
    };
    taught + known.talk.clamp(-20, 24) - 8 * known.lower.min(4) as i32
}
