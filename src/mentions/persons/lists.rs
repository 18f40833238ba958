//! Names in a list vouch for each other: "Tomasz Bera, Ilke and Oluwaseun Adeyemi".

use super::score::Scored;
use super::words::Words;

/// Points from which a neighbour vouches.
const SURE: i32 = 60;

/// Points that a vouched name gains.
const GAIN: i32 = 14;

/// Adds points to names that stand in a list beside a sure one, from both sides.
pub fn share(words: &Words, scored: &mut [Scored]) {
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
