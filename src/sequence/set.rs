//! Many patterns at once: only those are tried at a token that can start there and whose sentence has what they need.

use super::features::{Features, needs, needs_mention};
use super::{Context, Match, Node, Pattern, ShapeTest};
use crate::document::patch::Tags;
use crate::document::word::WordMap;
use crate::document::{Shape, Word, tokens};
use crate::mentions::Kind;
use crate::patterns::lexicon::ClassId;

/// Patterns with a payload each, indexed by what they can start with.
#[derive(Debug)]
pub struct RuleSet<T> {
    rules: Vec<Indexed<T>>,
    by_word: WordMap<Vec<usize>>,
    /// At the class's number.
    by_class: Vec<Vec<usize>>,
    by_number: Vec<usize>,
    by_look: Vec<(First, Vec<usize>)>,
}

#[derive(Debug)]
struct Indexed<T> {
    pattern: Pattern,
    needs: Vec<Features>,
    /// It cannot match without a mention.
    mention: bool,
    payload: T,
}

impl<T> Indexed<T> {
    fn may_match(&self, features: &Features) -> bool {
        self.needs.iter().all(|need| need.meets(features))
    }
}

impl<T> Default for RuleSet<T> {
    fn default() -> Self {
        RuleSet {
            rules: Vec::new(),
            by_word: WordMap::default(),
            by_class: Vec::new(),
            by_number: Vec::new(),
            by_look: Vec::new(),
        }
    }
}

/// What a pattern can begin with.
#[derive(Debug, PartialEq)]
enum First {
    Word(Word),
    Class(ClassId),
    Number,
    Shape(ShapeTest),
    Tag(Tags),
    Mention(Kind),
}

impl First {
    /// Whether a token looks like this; words, classes and numbers are looked up instead.
    fn fits(&self, context: &Context, token: usize) -> bool {
        let Some(t) = context.doc.tokens.get(token) else { return false };
        match self {
            First::Shape(test) => test.fits(t.shape, t.name_like),
            First::Tag(tags) => tags.has(t.tag),
            First::Mention(kind) => context.mentions_at(token).any(|m| m.kind() == *kind),
            _ => false,
        }
    }
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
                First::Class(class) => self.of_class(class),
                First::Number => &mut self.by_number,
                look => self.looking(look),
            };
            if list.last() != Some(&index) {
                list.push(index);
            }
        }
        let needs = needs(&pattern.root).iter().map(|need| need.features).collect();
        self.rules.push(Indexed { needs, mention: needs_mention(&pattern.root), pattern, payload });
    }

    /// False when no pattern can match in a sentence of these features, with or without mentions in it.
    pub fn may_match(&self, features: &Features, mentions: bool) -> bool {
        self.rules.iter().any(|rule| (mentions || !rule.mention) && rule.may_match(features))
    }

    fn of_class(&mut self, class: ClassId) -> &mut Vec<usize> {
        let n = usize::from(class.0);
        self.by_class.resize_with(self.by_class.len().max(n + 1), Vec::new);
        &mut self.by_class[n]
    }

    fn looking(&mut self, look: First) -> &mut Vec<usize> {
        let known = self.by_look.iter().position(|(first, _)| *first == look);
        let n = known.unwrap_or_else(|| {
            self.by_look.push((look, Vec::new()));
            self.by_look.len() - 1
        });
        &mut self.by_look[n].1
    }

    /// All payloads in load order.
    pub fn payloads(&self) -> impl Iterator<Item = &T> {
        self.rules.iter().map(|r| &r.payload)
    }

    /// Every rule's match from `token`, longest first, then in load order.
    pub fn matches_at(&self, context: Context, token: usize) -> Vec<(&T, Match<'_>)> {
        let mut found: Vec<(usize, Match)> = Vec::new();
        let Some(features) = context.doc.features_at(token) else { return Vec::new() };
        self.starting_at(context, token, |n| {
            let fits = self.rules.get(n).filter(|rule| rule.may_match(features));
            if let Some(m) = fits.and_then(|rule| rule.pattern.match_at(context, token)) {
                found.push((n, m));
            }
        });
        found.sort_by_key(|(n, m)| (std::cmp::Reverse(m.tokens.len()), *n));
        found.dedup_by_key(|(n, _)| *n);
        found.into_iter().filter_map(|(n, m)| Some((&self.rules.get(n)?.payload, m))).collect()
    }

    /// Hands on the rules that can start at the token; some more than once.
    fn starting_at(&self, context: Context, token: usize, mut take: impl FnMut(usize)) {
        let doc = context.doc;
        let looks = self.by_look.iter().filter(|(first, _)| first.fits(&context, token));
        looks.flat_map(|(_, rules)| rules).for_each(|n| take(*n));
        if doc.tokens.get(token).is_some_and(|t| t.shape == Shape::Number) {
            self.by_number.iter().for_each(|n| take(*n));
        }
        self.by_word.get(&doc.word(token)).into_iter().flatten().for_each(|n| take(*n));
        let classes = doc.hits(token).iter().filter_map(|hit| self.by_class.get(usize::from(hit.class.0)));
        classes.flatten().for_each(|n| take(*n));
    }

    /// The best match from each token of the range, left to right, without overlaps.
    pub fn scan(&self, context: Context, range: std::ops::Range<usize>) -> Vec<(&T, Match<'_>)> {
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
        Node::Word(word) => out.push(First::Word(*word)),
        Node::Class(class) => out.push(First::Class(*class)),
        Node::Surface(text) => out.push(First::Word(Word::of(&tokens::norm_of(text)))),
        Node::Sequence(items) => return items.iter().all(|item| first(item, out)),
        Node::Either(options) => return options.iter().map(|o| first(o, out)).fold(false, |a, b| a | b),
        Node::Repeat(inner, min, _) => return first(inner, out) | (*min == 0),
        Node::Capture(_, inner) | Node::Glued(inner) => return first(inner, out),
        Node::Not(_) | Node::Start | Node::End => return true,
        Node::Number(_) | Node::Shape(ShapeTest::Clock) => out.push(First::Number),
        Node::Shape(test) => out.push(First::Shape(*test)),
        Node::Tag(tags) => out.push(First::Tag(*tags)),
        Node::Mention(kind) => out.push(First::Mention(*kind)),
    }
    false
}
