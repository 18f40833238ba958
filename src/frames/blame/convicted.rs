//! Convicts: who is held for a crime, and of whom nothing but a sentence is told.
//!
//! Input: the frames of an article; output: the same, those that tell of convicts marked as follow-ups or left out.

use crate::document::Tag;
use crate::frames::blame::followup::detains;
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::people::standing::{is_voice, voices};
use crate::frames::{Argument, Frame};
use crate::ingest::LineKind;
use std::collections::BTreeSet;

/// Sentences around one in which a word of protest, power or rights says what it is about.
const NEAR: usize = 2;

/// "A was sentenced to death for the murder of B. ... A should not have spent one day in jail": who is once held for a crime is held
/// for it wherever that is told, unless the article tells of somebody persecuted.
pub fn known(frames: &mut [Frame]) {
    let persecuted = entities(frames.iter().filter(|f| f.persecuted));
    let held = entities(frames.iter().filter(|f| detains(f) && f.follow_up));
    let guilty = |v: &Argument| v.entity.is_some_and(|e| held.contains(&e) && !persecuted.contains(&e));
    for frame in frames.iter_mut().filter(|f| detains(f) && !f.victims.is_empty()) {
        frame.follow_up |= frame.victims.iter().all(guilty);
    }
}

/// "X, former head of the bank, was sentenced to two years": told in passing, of nobody who speaks up or is said to have suffered
/// anything else, and without a word of protest, power or rights beside it. Not where those who speak up are held.
pub fn drop_sentences(reader: Reader, frames: &mut Vec<Frame>) {
    // "the JAILED poet X": no sentence is told.
    let word = |f: &Frame| f.victims.iter().any(|v| v.tokens.contains(&f.trigger.start));
    let sentence = |f: &Frame| detains(f) && f.later && !f.follow_up && !f.victims.is_empty() && !word(f);
    let harmed = entities(frames.iter().filter(|f| !sentence(f)));
    let voices = voices(reader);
    let heard = |f: &Frame| f.victims.iter().any(|v| is_voice(reader, v, &voices));
    // "HER FORMER PARTNER, X, was convicted": told by name; only of the nameless the article may have spoken before.
    let suffered = |f: &Frame| {
        let named = f.victims.iter().any(|v| v.entity.is_some());
        f.victims.iter().any(|v| v.entity.map_or(!named && known_before(reader, v), |e| harmed.contains(&e)))
    };
    let titled = |f: &Frame| reader.doc.sentences.get(f.sentence).is_some_and(|s| s.kind == LineKind::Title);
    if !frames.iter().any(|f| detains(f) && heard(f)) {
        frames.retain(|f| !sentence(f) || titled(f) || suffered(f) || political(reader, f.sentence));
    }
}

/// "he", "the 40-year-old", "eight of its members": told of before, under another name.
fn known_before(reader: Reader, victim: &Argument) -> bool {
    let own = || victim.tokens.clone().any(|t| reader.doc.tag(t) == Tag::PRPS);
    let definite = || matches!(victim.word_before(reader.doc), "the" | "these" | "those" | "both");
    victim.entity.is_none() && (victim.sort == Sort::Pronoun || definite() || own())
}

fn entities<'f>(frames: impl Iterator<Item = &'f Frame>) -> BTreeSet<u32> {
    frames.flat_map(|f| &f.victims).filter_map(|v| v.entity).collect()
}

/// A word of protest, power or rights stands in the sentence or beside it.
fn political(reader: Reader, sentence: usize) -> bool {
    let around = sentence.saturating_sub(NEAR)..=sentence + NEAR;
    around.into_iter().any(|s| reader.holds(reader.sentence(s), reader.patterns.classes.repression))
}
