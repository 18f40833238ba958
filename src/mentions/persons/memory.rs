//! One document knows itself: a full name that is sure makes its parts names wherever they stand alone, and a word that the
//! article also writes in lower case is less of a name.

use super::score::Scored;
use super::words::Words;
use crate::document::Shape;
use std::collections::HashMap;

/// Points from which a segment teaches.
const SURE: i32 = 52;

/// What the document says about one word.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    last: u32,
    first: u32,
    alone: u32,
    lower: u32,
}

/// The words of the document's sure names.
pub struct Memory<'d> {
    known: HashMap<&'d str, Known>,
}

impl<'d> Memory<'d> {
    /// Learns from all segments that are sure.
    pub fn learn(words: &'d Words, scored: &[Scored]) -> Self {
        let mut memory = Memory { known: HashMap::new() };
        for s in scored.iter().filter(|s| s.score >= SURE) {
            memory.learn_segment(words, s);
        }
        for (n, token) in words.doc.tokens.iter().enumerate().filter(|(_, t)| t.shape == Shape::Lower) {
            if let Some(known) = memory.known.get_mut(words.doc.norm(n)) {
                known.lower += u32::from(token.span.len() > 2);
            }
        }
        memory
    }

    fn learn_segment(&mut self, words: &'d Words, scored: &Scored) {
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

    fn entry(&mut self, words: &'d Words, n: usize) -> &mut Known {
        self.known.entry(words.doc.norm(n)).or_default()
    }

    /// Points that the rest of the document adds to a segment.
    pub fn points(&self, words: &Words, scored: &Scored) -> i32 {
        let core = &scored.segment.core;
        let of = |n: &usize| self.known.get(words.doc.norm(*n)).copied().unwrap_or_default();
        if core.len() == 1 {
            return core.first().map_or(0, |n| single(of(n), scored));
        }
        let shared = core.iter().filter(|n| of(n).last + of(n).first > u32::from(scored.score >= SURE)).count();
        8 * shared.min(2) as i32
    }
}

fn single(known: Known, scored: &Scored) -> i32 {
    let taught = match known {
        Known { last: 1.., .. } => 50,
        Known { first: 1.., .. } => 40,
        Known { alone, .. } if alone > u32::from(scored.score >= SURE) => 30,
        _ => 0,
    };
    taught - 8 * known.lower.min(4) as i32
}
