//! Temporal expressions. Document -> candidates.
//!
//! The grammar in `patterns/en/rules/dates` runs in passes: the first reads tokens, each later one may read what the
//! passes before found as `<date>` ("the end of" + "last year"). Of overlapping readings the longest is kept. Values
//! are counted out by [`crate::resolve::dates`].

pub mod expr;
mod forms;
mod numbers;

use super::{Candidate, DateBasis, DateValue, Mention, Precision, Value};
use crate::document::{Document, Sentence};
use crate::patterns::Patterns;
use crate::patterns::dates::DateRule;
use crate::patterns::source::Rule;
use crate::sequence::{Context, Match};
use expr::{Expr, Reading};
use forms::Reader;
use std::cmp::Reverse;
use std::ops::Range;

/// One reading of some tokens.
#[derive(Clone, Debug)]
struct Proposal {
    tokens: Range<usize>,
    reading: Reading,
    rule: Rule,
    weight: u8,
}

/// All candidates, in text order.
pub fn find(doc: &Document, patterns: &Patterns) -> Vec<Candidate> {
    let dates = read(doc, patterns).into_iter().filter(|p| p.reading.expr != Expr::Nothing);
    dates.map(|p| Candidate { mention: mention(doc, &p), weight: p.weight }).collect()
}

/// Rules that kept something from being read as a date.
pub fn blocked(doc: &Document, patterns: &Patterns) -> Vec<Rule> {
    let blocks = read(doc, patterns).into_iter().filter(|p| p.reading.expr == Expr::Nothing);
    blocks.map(|p| p.rule).collect()
}

/// All passes of the grammar, sentence by sentence; most sentences have nothing that a date needs.
fn read(doc: &Document, patterns: &Patterns) -> Vec<Proposal> {
    let hot = doc.sentences.iter().enumerate().filter(|(_, sentence)| patterns.dates.gate.may_match(doc, sentence));
    hot.flat_map(|(n, sentence)| read_sentence(doc, n, sentence, patterns)).collect()
}

fn read_sentence(doc: &Document, n: usize, at: &Sentence, patterns: &Patterns) -> Vec<Proposal> {
    let mut kept: Vec<Proposal> = Vec::new();
    for (pass, rules) in patterns.dates.passes.iter().enumerate() {
        if pass > 0 && !doc.features(n).is_some_and(|features| rules.may_match(features, !kept.is_empty())) {
            continue;
        }
        let dates = kept.iter().filter(|p| p.reading.expr != Expr::Nothing);
        let mentions: Vec<Mention> = dates.map(|p| mention(doc, p)).collect();
        let mut tries = rules.tries(Context { doc, mentions: &mentions });
        let inner = |at: &Range<usize>| reading_at(&kept, at);
        let mut proposals = Vec::new();
        for token in at.tokens.clone() {
            for (rule, found) in tries.at(token) {
                proposals.extend(propose(doc, patterns, rule, &found, &inner));
            }
        }
        if !proposals.is_empty() {
            kept.extend(proposals);
            kept = longest(kept);
        }
    }
    kept
}

fn reading_at(kept: &[Proposal], at: &Range<usize>) -> Option<Reading> {
    let n = kept.binary_search_by_key(&at.start, |p| p.tokens.start).ok()?;
    kept.get(n).filter(|p| p.tokens == *at).map(|p| p.reading.clone())
}

fn propose(
    doc: &Document,
    patterns: &Patterns,
    rule: &DateRule,
    found: &Match,
    inner: &dyn Fn(&Range<usize>) -> Option<Reading>,
) -> Option<Proposal> {
    let reading = Reader { doc, patterns, found, inner }.read(rule.form)?;
    let tokens = found.get("date").unwrap_or_else(|| found.tokens.clone());
    (!tokens.is_empty()).then_some(Proposal { tokens, reading, rule: rule.rule, weight: rule.weight })
}

/// The longest readings that do not overlap, in text order; ties go to the heavier, then to the earlier rule.
fn longest(mut proposals: Vec<Proposal>) -> Vec<Proposal> {
    proposals.sort_by_key(|p| (Reverse(p.tokens.len()), Reverse(p.weight), p.tokens.start, p.rule));
    let mut taken: std::collections::BTreeMap<usize, usize> = std::collections::BTreeMap::new();
    let mut kept = Vec::new();
    for p in proposals {
        let before = taken.range(..p.tokens.end).next_back();
        if before.is_none_or(|(_, end)| *end <= p.tokens.start) {
            taken.insert(p.tokens.start, p.tokens.end);
            kept.push(p);
        }
    }
    kept.sort_by_key(|p| p.tokens.start);
    kept
}

fn mention(doc: &Document, p: &Proposal) -> Mention {
    Mention {
        tokens: p.tokens.clone(),
        span: doc.span(p.tokens.clone()),
        value: Value::Date(DateValue {
            interval: None,
            precision: Precision::Unknown,
            basis: DateBasis::Relative,
            timex: None,
            class: p.reading.class(),
            reading: p.reading.clone(),
            reference: None,
        }),
        rule: p.rule,
        source: None,
    }
}
