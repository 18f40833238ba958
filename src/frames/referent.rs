//! "Rebels entered the village. THEY shot two farmers": who "they" are that act, when the sentence before tells of attackers.
//!
//! Input: the frames of a document; output: the same, with the attackers in the pronoun's place where they alone can be meant.

use super::argument::{Reader, Sort};
use super::chunker::Chunker;
use super::clause::Clause;
use super::series::Series;
use super::{Argument, Frame, pronoun};

/// Sentences looked back over.
const BACK: usize = 2;

/// Puts the attackers of the sentences before in the place of "they".
pub fn settle(reader: Reader, frames: &mut [Frame]) {
    for frame in frames {
        if let [only] = frame.perpetrators.as_slice()
            && opens_with(reader, only, frame.sentence)
            && let Some(found) = before(reader, frame.sentence)
        {
            frame.perpetrators = found;
        }
    }
}

/// "they", before which its sentence tells of nobody.
fn opens_with(reader: Reader, argument: &Argument, sentence: usize) -> bool {
    let word = reader.doc.norm(argument.tokens.end - 1);
    let plural = argument.sort == Sort::Pronoun && pronoun::value(reader, word) == Some("p");
    let start = reader.sentence(sentence).start;
    plural && (start..argument.tokens.start).all(|t| !reader.doc.tag(t).is_noun())
}

/// The attackers who are the subject of the nearest sentence that has one; nobody where it tells of others that may act.
fn before(reader: Reader, sentence: usize) -> Option<Vec<Argument>> {
    let near = (1..=BACK).filter_map(|n| sentence.checked_sub(n));
    near.into_iter().find_map(|n| actors(reader, n))?
}

/// `None`: the sentence tells of nobody who acts.
fn actors(reader: Reader, sentence: usize) -> Option<Option<Vec<Argument>>> {
    let tokens = reader.sentence(sentence);
    let chunks = Chunker { doc: reader.doc, mentions: reader.mentions, patterns: reader.patterns }.run(tokens);
    let series = Series::find(reader, &chunks);
    let clause = Clause { chunks: &chunks, series: &series, starts: &[] };
    let verbs = (0..chunks.len()).filter(|&k| clause.verb(k).is_some());
    let mut subjects: Vec<usize> = verbs.filter_map(|v| clause.subject(v)).collect();
    subjects.dedup();
    subjects.retain(|&k| reader.sort_at(clause, k).can_act());
    let first = *subjects.first()?;
    let sure = subjects.iter().all(|&k| k == first || clause.noun(k).is_some_and(|n| n.pronoun));
    let people = clause.subject_group(first);
    let found = || people.iter().map(|&k| reader.argument_at(clause, k)).collect();
    Some((sure && pronoun::violent(reader, clause, first, true)).then(found))
}
