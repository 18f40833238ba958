//! Names in a list vouch for each other: "Tomasz Bera, Ilke and Oluwaseun Adeyemi".

use super::kinds::Kind;
use super::score::Scored;
use super::words::{CUED, Words};
use crate::document::Tag;
use std::ops::Range;

/// Points from which a neighbour vouches.
const SURE: i32 = 60;

/// Points from which a name of several words vouches for another.
const LIKELY: i32 = 44;

/// Points that a vouched name gains.
const GAIN: i32 = 14;

/// Points that a name gains among several sure ones.
const AMONG: i32 = 30;

/// Points of a name in a list of which a word is also a town.
const TAKEN: i32 = 50;

/// Points from which a name of two words may stand before another in a list.
const FAINT: i32 = 30;

/// Strength of a given name that everybody knows.
const GIVEN: u8 = 7;

/// Points of a given name before the one with the surname of all.
const LISTED: i32 = 90;

/// Strength of a fairly common given name.
const COMMON: u8 = 3;

/// Tokens within which what is said of a name ends.
const ASIDE: usize = 10;

/// Adds points to names that stand in a list beside a sure one, from both sides, and to all in a list of several sure ones.
pub fn share(words: &Words, scored: &mut [Scored]) {
    let mut scored: Vec<&mut Scored> = scored.iter_mut().filter(|s| !is_origin(words, s)).collect();
    among(words, &mut scored);
    first_names(words, &mut scored);
    for n in 1..scored.len() {
        let (left, right) = scored.split_at_mut(n);
        let (Some(a), Some(b)) = (left.last_mut(), right.first_mut()) else { continue };
        if !listed(words, a.segment.tokens.end, b.segment.tokens.start) {
            continue;
        }
        match (a.score >= SURE, b.score >= SURE) {
            (true, false) => b.score += gain(words, b),
            (false, true) => a.score += gain(words, a),
            _ => {}
        }
    }
}

/// "MICHAEL, CONNOR and Kailey Winters": given names alone before the one with the surname of all.
fn first_names(words: &Words, scored: &mut [&mut Scored]) {
    let follows = |a: &Scored, b: &Scored| listed(words, a.segment.tokens.end, b.segment.tokens.start);
    for n in 2..scored.len() {
        let last = &scored[n].segment;
        let and = last.tokens.start.checked_sub(1).is_some_and(|t| words.doc.norm(t) == "and");
        if !and || scored[n].score < SURE || last.core.len() < 2 {
            continue;
        }
        let before = (0..n).rev().take_while(|&k| is_given(words, scored[k]) && follows(scored[k], scored[k + 1]));
        let singles = before.count();
        let known = scored[n - singles..n].iter().flat_map(|s| &s.segment.core);
        if known.filter(|t| words.facts(**t).given >= COMMON).count() > 1 {
            scored[n - singles..n].iter_mut().for_each(|s| s.score = s.score.max(LISTED));
        }
    }
}

/// One word that is a given name before anything else, or that nobody knows.
fn is_given(words: &Words, scored: &Scored) -> bool {
    let [one] = scored.segment.core[..] else { return false };
    let f = words.facts(one);
    let unknown = f.word == 0 && f.place == 0;
    !f.people && (unknown || f.given >= COMMON && f.place <= f.given && f.word < f.given)
}

/// Words that part no name in a list of sure ones, but were taken for ordinary ones: "Li Wei, Chen Haoran and Fang Bin".
pub fn hidden(words: &Words, scored: &[Scored]) -> Vec<Range<usize>> {
    let names: Vec<&Scored> = scored.iter().filter(|s| s.score >= LIKELY && s.segment.core.len() > 1).collect();
    let beside = |a: &Scored, b: &Scored| listed(words, a.segment.tokens.end, b.segment.tokens.start);
    let mut out = Vec::new();
    for (n, s) in names.iter().enumerate() {
        // Two likely names in a row are as good as a sure one.
        if s.score < SURE && !(n > 0 && beside(names[n - 1], s)) {
            continue;
        }
        let next = names.get(n + 1).map(|s| s.segment.tokens.start);
        out.extend(behind(words, s.segment.tokens.end, next));
        out.extend(ahead(words, s.segment.tokens.start, scored));
    }
    out
}

/// "A and FANG BIN", "A, FANG BIN and B": the last of a list, or one with another name behind it.
fn behind(words: &Words, end: usize, next: Option<usize>) -> Option<Range<usize>> {
    let end = aside_end(words, end).unwrap_or(end);
    let start = (end..end + 3).find(|&n| words.capital(n)).filter(|&n| listed(words, end, n))?;
    let stop = (start..start + 4).find(|&n| !words.capital(n)).unwrap_or(start);
    let closes = (end..start).any(|n| words.doc.norm(n) == "and");
    let run = start..stop;
    ((closes || next.is_some_and(|next| listed(words, stop, next))) && is_name(words, &run)).then_some(run)
}

/// "attorneys NORM PATTIS and A", "JAMES TO and A", "B, BLESSING NCUBE and A": a word for people or another name before it, or a
/// given name that everybody knows.
fn ahead(words: &Words, start: usize, scored: &[Scored]) -> Option<Range<usize>> {
    let end = start.checked_sub(1).filter(|&n| words.doc.norm(n) == "and")?;
    let first = (end.saturating_sub(3)..end).find(|&n| (n..end).all(|t| words.capital(t)))?;
    let run = first..end;
    let given = words.facts(first).given >= GIVEN && words.facts(first).word < 3;
    let cued = words.before(first).iter().any(|cue| cue.weight >= CUED);
    let follows = |s: &&Scored| s.segment.tokens.end < first && listed(words, s.segment.tokens.end, first);
    let third = scored.iter().rev().find(follows).is_some_and(|s| s.score >= FAINT && s.segment.core.len() > 1);
    // "the reporters WA LONE and A": whatever else the words mean.
    let role = |n: usize| words.doc.tag(n) == Tag::NNS && words.is(n, words.patterns.classes.people);
    let colleagues = words.running(first) && run.len() > 1 && first > 0 && role(first - 1);
    (colleagues || (given || cued || third) && is_name(words, &run)).then_some(run)
}

/// Two or three words of one sentence that may all be names, one of them nothing else.
fn is_name(words: &Words, run: &Range<usize>) -> bool {
    let tokens = &words.doc.tokens;
    let kept = |n: usize| matches!(words.kind(n), Kind::Word | Kind::Plain | Kind::Particle);
    let only = |n: usize| {
        let f = words.facts(n);
        f.name() > 0 && f.word <= f.name() && f.place <= f.name() && !f.people
    };
    let may = |n: usize| words.facts(n).name() >= 2 || words.facts(n).word == 0;
    let plain = |n: usize| words.kind(n) == Kind::Plain || words.kind(n) == Kind::Particle;
    let same = tokens.get(run.end - 1).is_some_and(|t| t.sentence == tokens[run.start].sentence);
    let fits = same && words.running(run.start) && matches!(run.len(), 2 | 3) && run.clone().any(plain);
    fits && run.clone().any(only) && run.clone().all(|n| kept(n) && may(n))
}

/// "A Lopez, Idrees, Bilal, B Silva and Farooq": one likely name of more than one word vouches for all such in the list, two
/// sure ones for single words too.
fn among(words: &Words, scored: &mut [&mut Scored]) {
    let whole = |s: &Scored| s.score >= SURE && s.segment.core.len() > 1;
    let mut from = 0;
    for n in 0..scored.len() {
        if n + 1 < scored.len() && listed(words, scored[n].segment.tokens.end, scored[n + 1].segment.tokens.start) {
            continue;
        }
        let list = &mut scored[from..=n];
        if list.iter().any(|s| s.score >= LIKELY && s.segment.core.len() > 1) {
            for s in list.iter_mut().filter(|s| s.score < LIKELY && s.segment.core.len() > 1) {
                s.score += i32::from(gain(words, s) > 0) * GAIN;
            }
        }
        if list.iter().any(|s| whole(s)) {
            for s in list.iter_mut().filter(|s| s.score < LIKELY && from_town(words, s)) {
                s.score = TAKEN;
            }
        }
        if list.iter().filter(|s| whole(s)).count() >= 2 {
            for s in list.iter_mut().filter(|s| s.score < SURE) {
                s.score += i32::from(gain(words, s) > 0) * AMONG;
            }
        }
        from = n + 1;
    }
}

/// "Abdulrazzaq AMRAN": a word that means nothing else, and a surname that is also a town.
fn from_town(words: &Words, scored: &Scored) -> bool {
    let [first, last] = scored.segment.core[..] else { return false };
    let (first, last) = (words.facts(first), words.facts(last));
    let name = first.word == 0 && first.place <= first.given && !first.people;
    name && last.word < COMMON && last.place > 0 && !last.people
}

/// Places and ordinary words gain nothing.
fn gain(words: &Words, scored: &Scored) -> i32 {
    let doubtful = |n: &usize| words.facts(*n).place >= 3 || words.facts(*n).word >= 3 || words.facts(*n).people;
    if scored.segment.core.iter().any(doubtful) {
        return 0;
    }
    let given = scored.segment.core.first().is_some_and(|n| words.facts(*n).given >= 4);
    GAIN + 6 * i32::from(given)
}

/// "A of GERMANY, B": the place parts no list.
fn is_origin(words: &Words, scored: &Scored) -> bool {
    let start = scored.segment.tokens.start;
    let of = start > 0 && matches!(words.doc.norm(start - 1), "of" | "from");
    of && scored.segment.core.len() == 1 && words.facts(start).place >= 5
}

/// Only a comma, an "and" or both stand between the two, and what is said of the first: "A (Radio One), B of Peru and C".
fn listed(words: &Words, from: usize, to: usize) -> bool {
    let from = aside_end(words, from).filter(|end| *end < to).unwrap_or(from);
    let separators = |n: usize| matches!(words.doc.norm(n), "," | "and" | "&" | ";" | "or");
    from < to && to - from <= 2 && (from..to).all(separators)
}

/// One past what is said of a member of a list right behind its name: brackets, or "of" and a place or other name.
fn aside_end(words: &Words, at: usize) -> Option<usize> {
    let tokens = &words.doc.tokens;
    let last = tokens.len().min(at + ASIDE);
    match words.doc.norm(at) {
        "(" => (at + 1..last).find(|&n| words.doc.text(n) == ")").map(|n| n + 1),
        "of" | "from" => (at + 1..last).find(|&n| !words.capital(n)).filter(|end| *end > at + 1),
        _ => None,
    }
}
