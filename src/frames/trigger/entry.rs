//! Entries of a list: "• Ana Silva, reporter. March 2, Lima. Shot in her car outside her house."
//!
//! Input: a sentence; output: whom its entry is about, where and when, as the fragments at the entry's head tell.

use crate::document::{Sentence, Tag};
use crate::frames::Argument;
use crate::frames::people::argument::Reader;
use crate::frames::people::identity;
use crate::frames::syntax::clause::Clause;
use crate::frames::trigger::Trigger;
use crate::ingest::LineKind;
use crate::mentions::{Mention, PersonValue, PlaceForm};

/// Sentences of an entry looked back over.
const BACK: usize = 8;

/// Tokens before a name at the head of an entry: a bullet, a number with its stop.
const BULLET: usize = 2;

/// Words of a heading besides the name: a number, a year, a place.
const BESIDE: usize = 3;

/// The setting that the head of an entry states.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// Mention of the person with whose name the entry begins.
    pub person: Option<usize>,
    /// Place mentions in text order.
    pub places: Vec<usize>,
    /// Date mention.
    pub date: Option<usize>,
}

/// The head of the entry in which the sentence stands: verbless sentences that begin its block, the first with a name.
pub fn head(reader: Reader, sentence: usize) -> Option<Head> {
    let sentences = &reader.doc.sentences;
    let block = sentences.get(sentence)?.block;
    let before = sentences[..sentence].iter().rev().take(BACK).take_while(|s| s.block == block).count();
    // "US-born" is no verb of the fragment.
    let compound = |t: usize| t > 0 && reader.doc.text(t - 1) == "-";
    let verbless = |s: &&Sentence| !s.tokens.clone().any(|t| reader.doc.tag(t).is_verb() && !compound(t));
    let fragments: Vec<&Sentence> = sentences[sentence - before..sentence].iter().take_while(verbless).collect();
    let first = fragments.first().filter(|_| before < BACK)?.tokens.start;
    let inside = fragments.iter().flat_map(|s| reader.inside(&s.tokens));
    let mut head = Head::default();
    for at in inside {
        let mention = &reader.mentions[at];
        let opens = mention.tokens.start <= first + BULLET;
        if opens && mention.person().is_some_and(|p| p.press.is_none()) {
            head.person = head.person.or(Some(at));
        } else if mention.date().is_some_and(|d| matches!(d.class, "DATE" | "TIME")) {
            head.date = head.date.or(Some(at));
        } else if mention.place().is_some_and(|p| p.form == PlaceForm::Name) {
            head.places.push(at);
        }
    }
    head.person.is_some().then_some(head)
}

/// The person in whose entry the sentence stands, also where the name is the heading above the paragraph.
pub fn person(reader: Reader<'_>, sentence: usize) -> Option<&PersonValue> {
    let own = head(reader, sentence).and_then(|h| reader.mentions.get(h.person?)?.person());
    own.or_else(|| label(reader, sentence)).or_else(|| heading(reader, sentence))
}

/// "• ANA SILVA: The reporter was shot": the name and a colon open the paragraph, and a noun group with its article follows.
fn label(reader: Reader<'_>, sentence: usize) -> Option<&PersonValue> {
    let own = reader.doc.sentences.get(sentence)?;
    let first = sentence.checked_sub(1).and_then(|s| reader.doc.sentences.get(s)).is_none_or(|s| s.block != own.block);
    let name = reader.mentions[reader.inside(&own.tokens)].first().filter(|_| first)?;
    let opens = name.tokens.start <= own.tokens.start + BULLET;
    let parted = reader.doc.text(name.tokens.end) == ":" && reader.doc.tag(name.tokens.end + 1) == Tag::DT;
    name.person().filter(|p| opens && parted && p.press.is_none())
}

/// The person whose name alone is the heading right above the sentence's paragraph.
fn heading(reader: Reader<'_>, sentence: usize) -> Option<&PersonValue> {
    let sentences = &reader.doc.sentences;
    let block = sentences.get(sentence)?.block;
    let above = sentences[..sentence].iter().rev().take(BACK).find(|s| s.block != block)?;
    let mut persons = reader.mentions[reader.inside(&above.tokens)].iter().filter(|m| m.person().is_some());
    let name = persons.next().filter(|m| m.tokens.len() > 1 && above.kind == LineKind::Heading)?;
    let word = |t: &usize| !name.tokens.contains(t) && reader.doc.text(*t).chars().any(char::is_alphanumeric);
    let alone = persons.next().is_none() && above.tokens.clone().filter(word).count() <= BESIDE;
    name.person().filter(|p| alone && p.press.is_none())
}

/// "KILLED by gunfire in March": a participle without a subject opens a sentence of the entry; the person whom that is about.
pub fn victim(reader: Reader, clause: Clause, trigger: &Trigger, at: usize) -> Option<Argument> {
    let opens = (0..at).all(|k| clause.chunks[k].is_other()) && clause.verb(at).is_some_and(|v| v.bare);
    let passive = opens && clause.passive(at);
    let head = head(reader, reader.doc.sentence_number(trigger.tokens.start)).filter(|_| passive)?;
    reader.mentions.get(head.person?).and_then(|m: &Mention| identity::argument(m))
}
