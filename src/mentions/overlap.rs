//! One reading per token.
//!
//! Policy: the longer reading wins; of equal length the heavier; then by kind (person, place, date, org), then the earlier
//! rule. A much heavier shorter reading (by 40 or more) beats a longer one.

use super::{Candidate, Found, Rejected};
use crate::document::Document;
use std::cmp::Reverse;

/// Advantage in weight that lets a shorter reading win.
const OVERRULE: u8 = 40;

/// Settles all overlaps; mentions come back in text order.
pub fn settle(doc: &Document, mut candidates: Vec<Candidate>) -> Found {
    candidates.sort_by_key(|c| {
        (Reverse(c.mention.tokens.len()), Reverse(c.weight), c.mention.tokens.start, c.mention.kind(), c.mention.rule)
    });
    let mut owner: Vec<Option<usize>> = vec![None; doc.tokens.len()];
    let mut alive = vec![true; candidates.len()];
    let mut because = vec![String::new(); candidates.len()];
    for n in 0..candidates.len() {
        let mut rivals: Vec<usize> = candidates[n].mention.tokens.clone().filter_map(|t| *owner.get(t)?).collect();
        rivals.dedup();
        let overrules = |r: &usize| candidates[n].weight >= candidates[*r].weight.saturating_add(OVERRULE);
        if !rivals.iter().all(overrules) {
            alive[n] = false;
            because[n] = lost_to(doc, &candidates[rivals[0]]);
            continue;
        }
        for r in rivals {
            alive[r] = false;
            because[r] = lost_to(doc, &candidates[n]);
            owner.iter_mut().filter(|o| **o == Some(r)).for_each(|o| *o = None);
        }
        candidates[n].mention.tokens.clone().for_each(|t| owner[t] = Some(n));
    }
    collect(candidates, &alive, because)
}

fn lost_to(doc: &Document, winner: &Candidate) -> String {
    format!("{} {:?} is the better reading", winner.mention.kind().name(), winner.mention.span.of(&doc.article.text))
}

fn collect(candidates: Vec<Candidate>, alive: &[bool], because: Vec<String>) -> Found {
    let mut found = Found::default();
    for (n, (candidate, because)) in candidates.into_iter().zip(because).enumerate() {
        if alive[n] {
            found.mentions.push(candidate.mention);
        } else {
            found.rejected.push(Rejected { mention: candidate.mention, because });
        }
    }
    found.mentions.sort_by_key(|m| (m.span, m.kind()));
    found.rejected.sort_by_key(|r| (r.mention.span, r.mention.kind()));
    found
}
