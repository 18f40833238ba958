//! "Rebels entered the village. THEY shot two farmers", "THE GROUP also took a mayor": who is meant that acts, when the sentences
//! before tell of attackers.
//!
//! Input: the frames of a document; output: the same, with the attackers in the pronoun's place where they alone can be meant.

use crate::document::Tag;
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::people::pronoun;
use crate::frames::syntax::chunk::{Chunk, Noun};
use crate::frames::syntax::chunker::Chunker;
use crate::frames::syntax::clause::Clause;
use crate::frames::syntax::series::Series;
use crate::frames::{Argument, Frame};
use crate::mentions::Mention;
use crate::patterns::orgs::is_band;
use std::ops::Range;

/// Sentences looked back over.
const BACK: usize = 2;

/// Puts the attackers of the sentences before in the place of "they", "it" and "the group".
pub fn settle(reader: Reader, frames: &mut [Frame]) {
    for frame in frames {
        let found = match frame.perpetrators.as_slice() {
            [only] => match opening(reader, only, frame.sentence) {
                Some("p") => before(reader, frame.sentence, actors),
                Some("m" | "f") => before(reader, frame.sentence, stranger),
                _ => None,
            },
            [] if acts(reader, frame) => sole_band(reader, frame).map(|band| vec![band]),
            _ => None,
        };
        if let Some(found) = found {
            frame.perpetrators = found;
        }
        if let Some(at) = frame.perpetrators.iter().position(|p| is_that_band(reader, p))
            && let Some(band) = sole_band(reader, frame)
        {
            frame.perpetrators[at] = band;
        }
    }
}

/// The value of "they" or "he", before which its sentence tells of nobody who could act.
fn opening<'a>(reader: Reader<'a>, argument: &Argument, sentence: usize) -> Option<&'a str> {
    let word = reader.doc.norm(argument.tokens.end - 1);
    let value = pronoun::value(reader, word).filter(|_| argument.sort == Sort::Pronoun)?;
    let ahead = reader.sentence(sentence).start..argument.tokens.start;
    let others = |c: &Chunk| reader.sort(c).can_act() && !c.noun().is_some_and(|n| n.pronoun);
    (!chunks(reader, ahead).iter().any(others)).then_some(value)
}

/// "IT has murdered three farmers": nothing but the verb stands between the pronoun that opens the sentence and the trigger.
fn acts(reader: Reader, frame: &Frame) -> bool {
    let start = reader.sentence(frame.sentence).start;
    let own = |t: usize| reader.doc.tag(t).is_adverb() || reader.auxiliary(t).is_some_and(|a| a != "be");
    reader.doc.norm(start) == "it" && start < frame.trigger.start && (start + 1..frame.trigger.start).all(own)
}

/// "the group", "this organization": a body without a name.
fn is_that_band(reader: Reader, argument: &Argument) -> bool {
    let points = matches!(argument.word_before(reader.doc), "the" | "this" | "that");
    let body = reader.holds(argument.tokens.clone(), reader.patterns.classes.bodies);
    points && argument.name.is_none() && argument.tokens.len() == 1 && body
}

/// The only band that the sentences before name, and the sentence itself before the trigger; nobody whom the frame harms.
fn sole_band(reader: Reader, frame: &Frame) -> Option<Argument> {
    let from = reader.sentence(frame.sentence.saturating_sub(BACK)).start;
    let band = |m: &&Mention| m.org_kind().is_some_and(is_band);
    let mut named = reader.mentions[reader.inside(&(from..frame.trigger.start))].iter().filter(band);
    let first = reader.organisation(named.next()?);
    let harmed = frame.victims.iter().chain(&frame.targets).any(|v| v.name == first.name);
    (!harmed && named.all(|m| reader.organisation(m).name == first.name)).then_some(first)
}

fn chunks(reader: Reader, tokens: Range<usize>) -> Vec<Chunk> {
    Chunker { doc: reader.doc, mentions: reader.mentions, patterns: reader.patterns }.run(tokens)
}

/// The subject of the nearest sentence that has one, if it is such as may be meant; nobody where it tells of others that may act.
fn before(
    reader: Reader,
    sentence: usize,
    found: impl Fn(Reader, usize) -> Option<Option<Vec<Argument>>>,
) -> Option<Vec<Argument>> {
    let near = (1..=BACK).filter_map(|n| sentence.checked_sub(n));
    near.into_iter().find_map(|n| found(reader, n))?
}

/// The subjects of the sentence's verbs, in text order.
fn subjects(clause: Clause) -> Vec<usize> {
    let verbs = (0..clause.chunks.len()).filter(|&k| clause.verb(k).is_some());
    let mut out: Vec<usize> = verbs.filter_map(|v| clause.subject(v)).collect();
    out.dedup();
    out
}

/// "A MAN came to the door. He stabbed her": the only one who acts in the sentence, if he is new there and has no name.
/// `None`: the sentence tells of nobody who acts.
fn stranger(reader: Reader, sentence: usize) -> Option<Option<Vec<Argument>>> {
    let chunks = chunks(reader, reader.sentence(sentence));
    let series = Series::find(reader, &chunks);
    let clause = Clause { chunks: &chunks, series: &series, starts: &[] };
    let mut subjects = subjects(clause);
    subjects.retain(|&k| reader.sort_at(clause, k).is_human());
    let first = *subjects.first()?;
    let new = matches!(reader.doc.norm(chunks[first].tokens.start), "a" | "an" | "another" | "one");
    let nameless = matches!(reader.sort_at(clause, first), Sort::Attacker | Sort::Generic | Sort::Suspect | Sort::Role);
    let sure = new && nameless && subjects.iter().all(|&k| k == first);
    Some(sure.then(|| vec![reader.argument_at(clause, first)]))
}

/// `None`: the sentence tells of nobody who acts.
fn actors(reader: Reader, sentence: usize) -> Option<Option<Vec<Argument>>> {
    let tokens = reader.sentence(sentence);
    let chunks = chunks(reader, tokens);
    let series = Series::find(reader, &chunks);
    let clause = Clause { chunks: &chunks, series: &series, starts: &[] };
    let mut subjects = subjects(clause);
    let plural = |n: &Noun| reader.doc.tag(n.head) == Tag::NNS && n.person.is_none();
    // "A GROUP OF MEN was waiting. THEY beat her".
    let group = |k: usize| reader.whole(clause, k).and_then(|inner| clause.noun(inner)).is_some_and(plural);
    // "The mayor said that rebels came. THEY shot two": one man is not meant.
    let single = |k: usize| {
        let lone = |n: &Noun| n.person.is_some() || n.org.is_none() && reader.doc.tag(n.head) == Tag::NN;
        let body = matches!(reader.sort_at(clause, k), Sort::Attacker | Sort::Force);
        !body && !group(k) && clause.noun(k).is_some_and(lone) && clause.subject_group(k).len() == 1
    };
    // "Soldiers came. They shot two. THEY burned the houses": a pronoun tells nothing new.
    let again = |k: usize| clause.noun(k).is_some_and(|n| n.pronoun);
    if subjects.iter().all(|&k| again(k)) {
        return None;
    }
    subjects.retain(|&k| reader.sort_at(clause, k).can_act() && !single(k));
    let first = *subjects.first()?;
    let sure = subjects.iter().all(|&k| k == first || clause.noun(k).is_some_and(|n| n.pronoun));
    let people = clause.subject_group(first);
    let found = || people.iter().map(|&k| reader.argument_at(clause, k)).collect();
    let several = |k: usize| group(k) || clause.noun(k).is_some_and(plural);
    let forces = matches!(reader.sort_at(clause, first), Sort::Force | Sort::Generic | Sort::Suspect) && several(first);
    let police = reader.sort_at(clause, first) == Sort::Force; // "the police came. They"
    // "Police chased THE GUNMEN. They shot two": either may be meant.
    let rival = |k: usize| {
        let acts = matches!(reader.sort_at(clause, k), Sort::Attacker | Sort::Force | Sort::Suspect | Sort::Generic);
        clause.noun(k).is_some() && acts && !people.contains(&k) && reader.whole(clause, first) != Some(k)
    };
    let alone = !(0..chunks.len()).any(rival);
    Some((sure && (alone && (forces || police) || pronoun::violent(reader, clause, first, true))).then(found))
}
