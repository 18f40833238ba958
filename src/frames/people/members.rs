//! Names that follow a group: "three journalists — A, B and C —", "28 reporters, including A and B".

use crate::document::Tag;
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::people::pronoun;
use crate::frames::syntax::apposition::closes_speech;
use crate::frames::syntax::chunk::{Chunk, Kind};
use crate::frames::syntax::clause::Clause;

/// Chunks looked at after the group.
const REACH: usize = 16;

/// Chunks between events and those named whom they befell.
const NEXT: usize = 4;

/// Chunks of the persons named as members of the group at chunk `at`.
pub fn of(reader: Reader, clause: Clause, at: usize) -> Vec<usize> {
    let group = matches!(reader.sort_at(clause, at), Sort::Role | Sort::Generic | Sort::Kin | Sort::Force);
    let part = part_of_them(reader, clause, at);
    if !group && part.is_none() {
        return Vec::new();
    }
    // "two of his editors, A and B": the names stand behind the phrase.
    match opening(reader, clause, part.or_else(|| reader.whole(clause, at)).unwrap_or(at)) {
        Some(first) => match (first..clause.chunks.len()).find(|&k| clause.noun(k).is_some()) {
            Some(noun) if noun <= first + 2 => {
                let names = fitting(reader, clause, at, names_from(reader, clause, noun));
                if names.is_empty() && includes(reader, clause, first) { nameless(reader, clause, noun) } else { names }
            }
            _ => Vec::new(),
        },
        None => counted(reader, clause, at),
    }
}

/// "TWO OF THEM, A and B,": the pronoun of a number of people told of before; `at` is either.
fn part_of_them(reader: Reader, clause: Clause, at: usize) -> Option<usize> {
    let word = |k: usize| reader.doc.norm(clause.chunks[k].tokens.start);
    let them = |k: usize| clause.noun(k).is_some_and(|n| n.pronoun) && pronoun::value(reader, word(k)) == Some("p");
    let several = |k: usize| reader.count(&clause.chunks[k]).is_some_and(|n| n > 1);
    let part = |&k: &usize| k >= 2 && k < clause.chunks.len() && them(k) && word(k - 1) == "of" && several(k - 2);
    [at, at + 2].into_iter().find(part)
}

/// A word such as "including" stands right before the chunk.
fn includes(reader: Reader, clause: Clause, first: usize) -> bool {
    let cue = first.checked_sub(1).and_then(|k| clause.chunks.get(k));
    cue.is_some_and(|c| reader.holds(c.tokens.clone(), reader.patterns.classes.inclusion))
}

/// "nine people, including A GUARD AND TWO NURSES": people without a name who are told apart.
fn nameless(reader: Reader, clause: Clause, first: usize) -> Vec<usize> {
    let told = |k: &usize| matches!(reader.sort_at(clause, *k), Sort::Role | Sort::Generic | Sort::Kin | Sort::Force);
    let noun = |k: &usize| clause.noun(*k).is_some_and(|n| reader.doc.tag(n.head).is_noun());
    clause.group(first).into_iter().filter(|k| told(k) && noun(k)).collect()
}

/// "2,000 arrests, including students and A": people named as some of those whom so many events befell.
pub fn of_events(reader: Reader, clause: Clause, at: usize) -> Vec<usize> {
    let class = reader.patterns.classes.inclusion;
    let cue = |k: &usize| clause.chunks[*k].tokens.clone().any(|t| reader.is(t, class));
    let end = (at + NEXT).min(clause.chunks.len());
    let first = (at + 1..end).find(cue).and_then(|k| clause.next(k + 1)).filter(|&k| clause.noun(k).is_some());
    let further = |k: usize| clause.group(k).into_iter().filter(move |&m| m > k);
    let people = first.into_iter().flat_map(|k| std::iter::once(k).chain(further(k)));
    let noun = |k: usize| clause.noun(k).is_some_and(|n| reader.doc.tag(n.head).is_noun()); // not "those of"
    people.filter(|&k| noun(k) && reader.sort_at(clause, k).is_human()).collect()
}

/// "suspected of murdering the mayor: A and B": several names behind a colon are not one man's.
fn fitting(reader: Reader, clause: Clause, at: usize, names: Vec<usize>) -> Vec<usize> {
    let colon = clause.chunks.get(at + 1).is_some_and(|c| reader.is_colon(c));
    let one = clause.noun(at).is_some_and(|n| reader.doc.tag(n.head) == Tag::NN);
    if colon && one && names.len() > 1 { Vec::new() } else { names }
}

/// "Three activists disappeared: A, B and C": as many names after the sentence's colon as the group has members, or as many
/// people ("A, his driver and a passer-by").
fn counted(reader: Reader, clause: Clause, at: usize) -> Vec<usize> {
    let named = |k: &usize| clause.chunks.get(*k).is_some_and(|c| reader.sort(c) == Sort::Named);
    let first =
        (at + 1..clause.chunks.len()).find(|&k| reader.is_colon(&clause.chunks[k])).map(|k| k + 1).filter(named);
    let names = first.map(|k| names_from(reader, clause, k)).unwrap_or_default();
    let people = first.map(|k| clause.group(k)).unwrap_or_default();
    let people: Vec<usize> = people.into_iter().filter(|&k| reader.sort_at(clause, k).is_human()).collect();
    let several = reader.count(&clause.chunks[at]).filter(|n| *n > 1).and_then(|n| usize::try_from(n).ok());
    [names, people].into_iter().find(|list| several == Some(list.len())).unwrap_or_default()
}

/// Where the list of names begins: right after a comma, dash or colon, or after a word such as "including".
fn opening(reader: Reader, clause: Clause, at: usize) -> Option<usize> {
    let named = |k: usize| clause.chunks.get(k).is_some_and(|c| reader.sort(c) == Sort::Named);
    let mark = clause.chunks.get(at + 1)?;
    let told = || mark.is_comma() && closes_speech(reader, clause.chunks, at + 2);
    if (mark.is_comma() || reader.is_colon(mark)) && named(at + 2) && !told() {
        return Some(at + 2);
    }
    let class = reader.patterns.classes.inclusion?;
    let end = (at + REACH).min(clause.chunks.len());
    let cue = (at + 1..end).find(|&k| clause.chunks[k].tokens.clone().any(|t| reader.doc.is(t, class)))?;
    // "beat the refugees when looking for a priest NAMED A": the name of somebody else.
    let naming = reader.holds(clause.chunks[cue].tokens.clone(), reader.patterns.classes.naming);
    let other = naming && cue > at + 1 && reader.sort_at(clause, cue - 1).is_human();
    let crossed = other || (at + 1..cue).any(|k| matches!(clause.chunks[k].kind, Kind::Stop));
    let inside = clause.chunks[cue].noun().is_some() && named(cue);
    if crossed {
        None
    } else if inside {
        Some(cue)
    } else {
        Some(cue + 1)
    }
}

/// Named persons from here on; descriptions, ages and commas between them are passed over, and a clause up to a semicolon.
fn names_from(reader: Reader, clause: Clause, first: usize) -> Vec<usize> {
    let mut out = Vec::new();
    let mut aside = false;
    // "including A, who was later fined, AND B": the list goes on behind the clause.
    let named = |k: usize| clause.chunks.get(k).is_some_and(|c| reader.sort(c) == Sort::Named);
    let goes_on = |k: usize| clause.is(k, Chunk::is_and) && clause.is(k - 1, Chunk::is_comma) && named(k + 1);
    for k in first..clause.chunks.len() {
        aside &= k == first || !goes_on(k);
        if aside && !clause.is_stop(k) {
            continue;
        }
        match &clause.chunks[k].kind {
            Kind::Noun(_) if reader.sort(&clause.chunks[k]) == Sort::Named && (k == first || !clause.in_phrase(k)) => {
                out.push(k);
            }
            Kind::Verb(v) if !v.gerund && !v.bare => break,
            Kind::Verb(_) if k > first && clause.is(k - 1, Chunk::is_prep) => break, // "five, including a nurse, for KILLING X"
            Kind::Relative => aside = true,
            Kind::Stop if reader.doc.text(clause.chunks[k].tokens.start) != ";" => break,
            Kind::Stop => aside = false,
            _ => {}
        }
    }
    out
}
