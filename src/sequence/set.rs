//! Many patterns at once: only those whose first element can start at a token are tried there.

use super::{Context, Match, Node, Pattern};
use crate::patterns::lexicon::ClassId;
use std::collections::BTreeMap;

/// Patterns with a payload each, indexed by what they can start with.
#[derive(Debug)]
pub struct RuleSet<T> {
    rules: Vec<(Pattern, T)>,
    by_word: BTreeMap<String, Vec<usize>>,
    by_class: BTreeMap<ClassId, Vec<usize>>,
    by_number: Vec<usize>,
    anywhere: Vec<usize>,
}

impl<T> Default for RuleSet<T> {
    fn default() -> Self {
        RuleSet {
            rules: Vec::new(),
            by_word: BTreeMap::new(),
            by_class: BTreeMap::new(),
            by_number: Vec::new(),
            anywhere: Vec::new(),
        }
    }
}

/// What a pattern can begin with.
enum First {
    Word(String),
    Class(ClassId),
    Number,
    Anything,
}

impl<T> RuleSet<T> {
    /// Adds a pattern; earlier ones win ties.
    pub fn push(&mut self, pattern: Pattern, payload: T) {
        let index = self.rules.len();
        let mut firsts = Vec::new();
        first(&pattern.root, &mut firsts);
        for f in firsts {
            let list = match f {
                First::Word(word) => self.by_word.entry(word).or_default(),
                First::Class(class) => self.by_class.entry(class).or_default(),
                First::Number => &mut self.by_number,
                First::Anything => &mut self.anywhere,
            };
            if list.last() != Some(&index) {
                list.push(index);
            }
        }
        self.rules.push((pattern, payload));
    }

    /// All payloads in load order.
    pub fn payloads(&self) -> impl Iterator<Item = &T> {
        self.rules.iter().map(|r| &r.1)
    }

    /// Every rule's match from `token`, longest first, then in load order.
    pub fn matches_at(&self, context: Context, token: usize) -> Vec<(&T, Match)> {
        let mut tried: Vec<usize> = self.anywhere.clone();
        if context.doc.tokens.get(token).is_some_and(|t| t.shape == crate::document::Shape::Number) {
            tried.extend(&self.by_number);
        }
        tried.extend(self.by_word.get(context.doc.norm(token)).into_iter().flatten());
        for hit in context.doc.hits(token) {
            tried.extend(self.by_class.get(&hit.class).into_iter().flatten());
        }
        tried.sort_unstable();
        tried.dedup();
        let hit = |n: usize| Some((n, self.rules.get(n)?.0.match_at(context, token)?));
        let mut found: Vec<(usize, Match)> = tried.into_iter().filter_map(hit).collect();
        found.sort_by_key(|(n, m)| (std::cmp::Reverse(m.tokens.len()), *n));
        found.into_iter().filter_map(|(n, m)| Some((&self.rules.get(n)?.1, m))).collect()
    }

    /// The best match from each token of the range, left to right, without overlaps.
    pub fn scan(&self, context: Context, range: std::ops::Range<usize>) -> Vec<(&T, Match)> {
        let mut out = Vec::new();
        let mut at = range.start;
        while at < range.end {
            match self.matches_at(context, at).into_iter().next() {
                Some((payload, m)) if m.tokens.end > at => {
                    at = m.tokens.end;
                    out.push((payload, m));
                }
                _ => at += 1,
            }
        }
        out
    }
}

/// Collects what a node can begin with; returns true when it can match nothing.
fn first(node: &Node, out: &mut Vec<First>) -> bool {
    match node {
        Node::Word(word) => out.push(First::Word(word.clone())),
        Node::Class(class) => out.push(First::Class(*class)),
        Node::Surface(text) => out.push(First::Word(crate::document::tokens::norm_of(text))),
        Node::Sequence(items) => return items.iter().all(|item| first(item, out)),
        Node::Either(options) => return options.iter().map(|o| first(o, out)).fold(false, |a, b| a | b),
        Node::Repeat(inner, min, _) => return first(inner, out) | (*min == 0),
        Node::Capture(_, inner) | Node::Glued(inner) => return first(inner, out),
        Node::Not(_) | Node::Start | Node::End => return true,
        Node::Number(_) | Node::Shape(super::ShapeTest::Clock) => out.push(First::Number),
        _ => out.push(First::Anything),
    }
    false
}
