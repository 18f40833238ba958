//! Names in a list vouch for each other: "Tomasz Bera, Ilke and Oluwaseun Adeyemi".

use super::score::Scored;
use super::words::Words;

/// Points from which a neighbour vouches.
const SURE: i32 = 60;

/// Points from which a name of several words vouches for another.
const LIKELY: i32 = 44;

/// Points that a vouched name gains.
const GAIN: i32 = 14;

/// Points that a name gains among several sure ones.
const AMONG: i32 = 30;

/// Adds points to names that stand in a list beside a sure one, from both sides, and to all in a list of several sure ones.
pub fn share(words: &Words, scored: &mut [Scored]) {
    among(words, scored);
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

/// "A Lopez, Idrees, Bilal, B Silva and Farooq": one likely name of more than one word vouches for all such in the list, two
/// sure ones for single words too.
fn among(words: &Words, scored: &mut [Scored]) {
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
        if list.iter().filter(|s| whole(s)).count() >= 2 {
            for s in list.iter_mut().filter(|s| s.score < SURE) {
                s.score += i32::from(gain(words, s) > 0) * AMONG;
            }
        }
        from = n + 1;
    }
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

/// Only a comma, an "and" or both stand between the two.
fn listed(words: &Words, from: usize, to: usize) -> bool {
    let separators = |n: usize| matches!(words.doc.norm(n), "," | "and" | "&" | ";" | "or");
    from < to && to - from <= 2 && (from..to).all(separators)
}
