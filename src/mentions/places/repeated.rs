//! What the article once calls a place is one wherever it stands: "the village of Quelborsk ... Quelborsk's mill". Places that no
//! list holds -> their other mentions.

use super::{Candidate, candidate};
use crate::document::{Document, Shape};
use crate::mentions::{Place, PlaceForm, Value};
use crate::patterns::Patterns;
use std::collections::BTreeMap;
use std::ops::Range;

/// What each time that the words are shown to be a place adds to the weight of the others.
const AGAIN: u8 = 8;
/// Heaviest that repetition alone makes a reading.
const MOST: u8 = 84;
/// Most places whose names begin with one word that are remembered.
const ALIKE: usize = 64;
/// Weight below which a pattern shows little by itself.
const WEAK: u8 = 50;

/// The mentions of patterned towns that no pattern found; `known` holds all other candidates, in text order.
pub fn find(doc: &Document, patterns: &Patterns, known: &[Candidate], patterned: &[Candidate]) -> Vec<Candidate> {
    let seeds = seeds(doc, patterns, patterned);
    if seeds.is_empty() {
        return Vec::new();
    }
    let taken = taken(doc, known.iter().chain(patterned));
    let mut out = Vec::new();
    for (seed, places) in seeds.values().flatten().zip(occurrences(doc, &seeds)) {
        let least = if seed.candidate.weight < WEAK { 2 } else { 3 };
        if seed.times * least >= places.len() {
            let free = places.into_iter().filter(|tokens| !tokens.clone().any(|t| taken[t]));
            out.extend(free.map(|tokens| again(doc, tokens, seed)));
        }
    }
    out
}

/// Which tokens of the document belong to some candidate.
pub fn taken<'a>(doc: &Document, candidates: impl Iterator<Item = &'a Candidate>) -> Vec<bool> {
    let mut out = vec![false; doc.tokens.len()];
    candidates.flat_map(|c| c.mention.tokens.clone()).filter(|&t| t < doc.tokens.len()).for_each(|t| out[t] = true);
    out
}

/// A place that patterns found, its weight as a repetition, and how often they did.
struct Seed<'a> {
    words: Vec<&'a str>,
    candidate: &'a Candidate,
    weight: u8,
    times: usize,
}

type Seeds<'a> = BTreeMap<&'a str, Vec<Seed<'a>>>;

fn seeds<'a>(doc: &'a Document, patterns: &Patterns, patterned: &'a [Candidate]) -> Seeds<'a> {
    let mut out: Seeds = BTreeMap::new();
    let people = |c: &Candidate| c.mention.tokens.clone().any(|t| patterns.name_facts(doc.word(t)).people);
    for candidate in patterned.iter().filter(|c| is_town(c) && !people(c)) {
        let words: Vec<&str> = candidate.mention.tokens.clone().map(|t| doc.norm(t)).collect();
        let Some(first) = words.first() else { continue };
        let same = out.entry(*first).or_default();
        match same.iter().position(|seed| seed.words == words) {
            Some(n) => {
                same[n].weight = (same[n].weight + AGAIN).min(MOST);
                same[n].times += 1;
            }
            None if same.len() >= ALIKE => {}
            None => same.push(Seed { words, candidate, weight: candidate.weight.min(MOST), times: 1 }),
        }
    }
    out
}

fn is_town(candidate: &Candidate) -> bool {
    candidate.mention.place().and_then(|v| v.place.as_ref()).is_some_and(|p| p.kind == "town")
}

/// Where the words of each seed stand, in the order of the seeds.
fn occurrences(doc: &Document, seeds: &Seeds) -> Vec<Vec<Range<usize>>> {
    let mut numbered: BTreeMap<&str, (usize, &Vec<Seed>)> = BTreeMap::new();
    let mut count = 0;
    for (word, list) in seeds {
        numbered.insert(word, (count, list));
        count += list.len();
    }
    let mut out = vec![Vec::new(); count];
    for at in 0..doc.tokens.len() {
        let Some((first, list)) = numbered.get(doc.norm(at)) else { continue };
        for (n, seed) in list.iter().enumerate() {
            let tokens = at..at + seed.words.len();
            if repeats(doc, &tokens, &seed.words) {
                out[first + n].push(tokens);
            }
        }
    }
    out
}

/// The same words, written like a name that neither begins before them nor goes on behind.
fn repeats(doc: &Document, tokens: &Range<usize>, words: &[&str]) -> bool {
    let same = tokens.end <= doc.tokens.len() && tokens.clone().zip(words).all(|(t, word)| doc.norm(t) == *word);
    let name = |t: usize| doc.name_like(t) && doc.tokens[t].shape != Shape::Mark;
    let one = |t: usize| doc.tokens.get(t).is_some_and(|n| n.sentence == doc.tokens[tokens.start].sentence) && name(t);
    same && name(tokens.start) && !one(tokens.end) && !tokens.start.checked_sub(1).is_some_and(one)
}

fn again(doc: &Document, tokens: Range<usize>, seed: &Seed) -> Candidate {
    let rule = seed.candidate.mention.rule;
    let mut found = candidate(doc, tokens, PlaceForm::Name, rule, None, i32::from(seed.weight));
    if let Value::Place(value) = &mut found.mention.value {
        value.place = Some(Place::unlisted(found.mention.span.of(&doc.article.text), "town", None));
    }
    found
}
