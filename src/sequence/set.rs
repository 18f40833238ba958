//! Many patterns at once: only those are tried at a token that can start there and whose sentence has what they need.

use super::features::{Features, Need, needs, needs_mention};
use super::opening::{Ahead, First, of_pattern};
use super::{Context, Look, Match, Node, NumberKinds, Pattern};
use crate::document::word::WordMap;
use crate::document::{Shape, WordFilter};
use crate::mentions::Kind;
use crate::patterns::lexicon::ClassId;
use std::collections::BTreeSet;

/// Patterns with a payload each, indexed by what they can start with.
#[derive(Debug)]
pub struct RuleSet<T> {
    rules: Vec<Indexed<T>>,
    by_word: WordMap<Starts>,
    words: WordFilter,
    /// At the class's number.
    by_class: Vec<Starts>,
    by_number: Vec<(NumberKinds, Start)>,
    /// The classes and numbers of these.
    looks: Look,
    by_shape: Vec<(First, Starts)>,
    by_mention: Vec<(Kind, Starts)>,
}

/// A rule that can start at some token, and what must stand after that token.
#[derive(Debug)]
struct Start {
    rule: usize,
    ahead: Ahead,
}

/// The rules of one beginning, and what may stand after it for any of them.
#[derive(Debug, Default)]
struct Starts {
    ahead: Ahead,
    rules: Vec<Start>,
}

impl Starts {
    fn add(&mut self, rule: usize, ahead: Ahead) {
        self.ahead.add(&ahead);
        match self.rules.last_mut().filter(|last| last.rule == rule) {
            Some(last) => last.ahead.add(&ahead),
            None => self.rules.push(Start { rule, ahead }),
        }
    }
}

#[derive(Debug)]
struct Indexed<T> {
    pattern: Pattern,
    needs: Vec<Need>,
    /// It cannot match without a mention.
    mention: bool,
    payload: T,
}

impl<T> Indexed<T> {
    fn may_match(&self, features: &Features) -> bool {
        self.needs.iter().all(|need| need.features.meets(features))
    }
}

impl<T> Default for RuleSet<T> {
    fn default() -> Self {
        RuleSet {
            rules: Vec::new(),
            by_word: WordMap::default(),
            words: WordFilter::default(),
            by_class: Vec::new(),
            by_number: Vec::new(),
            looks: Look::default(),
            by_shape: Vec::new(),
            by_mention: Vec::new(),
        }
    }
}

impl<T> RuleSet<T> {
    /// Adds a pattern; earlier ones win ties.
    pub fn push(&mut self, pattern: Pattern, payload: T) {
        let index = self.rules.len();
        for (first, ahead) in of_pattern(&pattern.root) {
            match first {
                First::Number(kinds) => {
                    self.looks.add_numbers(kinds);
                    self.by_number.push((kinds, Start { rule: index, ahead }));
                }
                First::Class(class) => {
                    self.looks.add_class(class);
                    self.of_class(class).add(index, ahead);
                }
                First::Word(word) => {
                    self.words.add(word);
                    self.by_word.entry(word).or_default().add(index, ahead);
                }
                First::Mention(kind) => of_key(&mut self.by_mention, kind).add(index, ahead),
                shape => of_key(&mut self.by_shape, shape).add(index, ahead),
            }
        }
        let needs = needs(&pattern.root);
        self.rules.push(Indexed { needs, mention: needs_mention(&pattern.root), pattern, payload });
    }

    /// What each pattern that can match without a mention needs.
    pub fn needs(&self) -> impl Iterator<Item = &[Need]> {
        self.rules.iter().filter(|rule| !rule.mention).map(|rule| rule.needs.as_slice())
    }

    /// The word classes that the patterns name.
    pub fn classes(&self) -> impl Iterator<Item = ClassId> {
        let mut out = BTreeSet::new();
        self.rules.iter().for_each(|rule| add_classes(&rule.pattern.root, &mut out));
        out.into_iter()
    }

    fn of_class(&mut self, class: ClassId) -> &mut Starts {
        let n = usize::from(class.0);
        self.by_class.resize_with(self.by_class.len().max(n + 1), Starts::default);
        &mut self.by_class[n]
    }

    /// False when nothing can match in a sentence with these features, where `told` says that it has mentions.
    pub fn may_match(&self, features: &Features, told: bool) -> bool {
        self.rules.iter().any(|rule| (told || !rule.mention) && rule.may_match(features))
    }

    /// False when nothing can match from the token.
    fn may_start(&self, context: &Context, token: usize) -> bool {
        let doc = context.doc;
        self.words.may_hold(doc.word(token))
            || self.looks.meets(doc.look(token))
            || !self.by_shape.is_empty()
            || !self.by_mention.is_empty() && context.mentions_at(token).next().is_some()
    }

    /// All payloads in load order.
    pub fn payloads(&self) -> impl Iterator<Item = &T> {
        self.rules.iter().map(|r| &r.payload)
    }

    /// Every rule's match from `token`, longest first, then in load order.
    pub fn matches_at(&self, context: Context, token: usize) -> Vec<(&T, Match<'_>)> {
        self.tries(context).at(token)
    }

    /// For a reader of many tokens.
    pub fn tries<'s, 'c>(&'s self, context: Context<'c>) -> Tries<'s, 'c, T> {
        Tries { set: self, context, sentence: None, end: 0, fits: Vec::new() }
    }

    /// Hands on the rules that can start at the token and go on after it; some more than once. The sentence ends before `end`.
    fn starting_at(&self, context: Context, token: usize, end: usize, mut take: impl FnMut(usize)) {
        let doc = context.doc;
        let mut fitting = |starts: &Starts, next: usize| {
            if starts.ahead.fits(&context, next, end) {
                let fits = starts.rules.iter().filter(|start| start.ahead.fits(&context, next, end));
                fits.for_each(|start| take(start.rule));
            }
        };
        let word = doc.word(token);
        if let Some(starts) = self.words.may_hold(word).then(|| self.by_word.get(&word)).flatten() {
            fitting(starts, token + 1);
        }
        for hit in doc.hits(token) {
            if let Some(starts) = self.by_class.get(usize::from(hit.class.0)) {
                fitting(starts, token + usize::from(hit.len));
            }
        }
        for (_, starts) in self.by_shape.iter().filter(|(shape, _)| shape.fits(doc, token)) {
            fitting(starts, token + 1);
        }
        for mention in context.mentions_at(token).filter(|_| !self.by_mention.is_empty()) {
            let starts = self.by_mention.iter().filter(|(kind, _)| mention.kind() == *kind);
            starts.for_each(|(_, starts)| fitting(starts, mention.tokens.end));
        }
        if doc.tokens.get(token).is_some_and(|t| t.shape == Shape::Number) {
            let kinds = NumberKinds::of(doc.norm(token));
            let fits = |start: &Start| start.ahead.fits(&context, token + 1, end);
            let starts = self.by_number.iter().filter(|(wanted, start)| wanted.meets(kinds) && fits(start));
            starts.for_each(|(_, start)| take(start.rule));
        }
    }
}

/// Matches token by token; remembers which rules the sentence at hand can hold.
pub struct Tries<'s, 'c, T> {
    set: &'s RuleSet<T>,
    context: Context<'c>,
    sentence: Option<u32>,
    /// Where the sentence ends.
    end: usize,
    fits: Vec<Option<bool>>,
}

impl<'s, T> Tries<'s, '_, T> {
    /// Every rule's match from `token`, longest first, then in load order.
    pub fn at(&mut self, token: usize) -> Vec<(&'s T, Match<'s>)> {
        let (set, context) = (self.set, self.context);
        if !set.may_start(&context, token) {
            return Vec::new();
        }
        let sentence = context.doc.tokens.get(token).map(|t| t.sentence);
        let Some(features) = sentence.and_then(|s| context.doc.features(s as usize)) else { return Vec::new() };
        if self.sentence != sentence {
            self.sentence = sentence;
            self.end = context.doc.sentence_of(token).map_or(0, |s| s.tokens.end);
            self.fits.clear();
        }
        let mut found: Vec<(usize, Match)> = Vec::new();
        set.starting_at(context, token, self.end, |n| {
            let Some(rule) = set.rules.get(n) else { return };
            if self.fits.is_empty() {
                self.fits.resize(set.rules.len(), None);
            }
            let fits = self.fits.get_mut(n).is_some_and(|known| *known.get_or_insert_with(|| rule.may_match(features)));
            if let Some(m) = fits.then(|| rule.pattern.match_at(context, token)).flatten() {
                found.push((n, m));
            }
        });
        if found.is_empty() {
            return Vec::new();
        }
        found.sort_by_key(|(n, m)| (std::cmp::Reverse(m.tokens.len()), *n));
        found.dedup_by_key(|(n, _)| *n);
        found.into_iter().filter_map(|(n, m)| Some((&set.rules.get(n)?.payload, m))).collect()
    }
}

fn of_key<K: PartialEq>(lists: &mut Vec<(K, Starts)>, key: K) -> &mut Starts {
    let known = lists.iter().position(|(k, _)| *k == key);
    let n = known.unwrap_or_else(|| {
        lists.push((key, Starts::default()));
        lists.len() - 1
    });
    &mut lists[n].1
}

fn add_classes(node: &Node, out: &mut BTreeSet<ClassId>) {
    match node {
        Node::Class(class) => drop(out.insert(*class)),
        Node::Sequence(nodes) | Node::Either(nodes) => nodes.iter().for_each(|node| add_classes(node, out)),
        Node::Repeat(inner, ..) | Node::Not(inner) | Node::Glued(inner) | Node::Capture(_, inner) => {
            add_classes(inner, out);
        }
        _ => {}
    }
}
