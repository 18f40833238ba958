//! Many patterns at once: only those are tried at a token that can start there and whose sentence has what they need.

use super::features::{Features, Need, needs, needs_mention};
use super::opening::{Ahead, First, of_pattern};
use super::{Context, Match, NumberKinds, Pattern};
use crate::document::Shape;
use crate::document::word::WordMap;
use crate::patterns::lexicon::ClassId;

/// Patterns with a payload each, indexed by what they can start with.
#[derive(Debug)]
pub struct RuleSet<T> {
    rules: Vec<Indexed<T>>,
    by_word: WordMap<Vec<Start>>,
    /// At the class's number.
    by_class: Vec<Vec<Start>>,
    by_number: Vec<(NumberKinds, Start)>,
    by_look: Vec<(First, Vec<Start>)>,
}

/// A rule that can start at some token, and what must stand after that token.
#[derive(Debug)]
struct Start {
    rule: usize,
    ahead: Ahead,
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
            by_class: Vec::new(),
            by_number: Vec::new(),
            by_look: Vec::new(),
        }
    }
}

impl<T> RuleSet<T> {
    /// Adds a pattern; earlier ones win ties.
    pub fn push(&mut self, pattern: Pattern, payload: T) {
        let index = self.rules.len();
        for (first, ahead) in of_pattern(&pattern.root) {
            let start = Start { rule: index, ahead };
            let list = match first {
                First::Number(kinds) => {
                    self.by_number.push((kinds, start));
                    continue;
                }
                First::Word(word) => self.by_word.entry(word).or_default(),
                First::Class(class) => self.of_class(class),
                look => self.looking(look),
            };
            match list.last_mut().filter(|last| last.rule == index) {
                Some(last) => last.ahead = last.ahead.clone().union(&start.ahead),
                None => list.push(start),
            }
        }
        let needs = needs(&pattern.root);
        self.rules.push(Indexed { needs, mention: needs_mention(&pattern.root), pattern, payload });
    }

    /// What each pattern that can match without a mention needs.
    pub fn needs(&self) -> impl Iterator<Item = &[Need]> {
        self.rules.iter().filter(|rule| !rule.mention).map(|rule| rule.needs.as_slice())
    }

    fn of_class(&mut self, class: ClassId) -> &mut Vec<Start> {
        let n = usize::from(class.0);
        self.by_class.resize_with(self.by_class.len().max(n + 1), Vec::new);
        &mut self.by_class[n]
    }

    fn looking(&mut self, look: First) -> &mut Vec<Start> {
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
        self.tries(context).at(token)
    }

    /// For a reader of many tokens.
    pub fn tries<'s, 'c>(&'s self, context: Context<'c>) -> Tries<'s, 'c, T> {
        Tries { set: self, context, sentence: None, end: 0, fits: Vec::new() }
    }

    /// Hands on the rules that can start at the token and go on after it; some more than once. The sentence ends before `end`.
    fn starting_at(&self, context: Context, token: usize, end: usize, mut take: impl FnMut(usize)) {
        let doc = context.doc;
        let mut fitting = |starts: &[Start], next: usize| {
            let fits = starts.iter().filter(|start| start.ahead.fits(&context, next, end));
            fits.for_each(|start| take(start.rule));
        };
        if let Some(starts) = self.by_word.get(&doc.word(token)) {
            fitting(starts, token + 1);
        }
        for hit in doc.hits(token) {
            if let Some(starts) = self.by_class.get(usize::from(hit.class.0)) {
                fitting(starts, token + usize::from(hit.len));
            }
        }
        for (look, starts) in &self.by_look {
            look.ends(&context, token, |next| fitting(starts, next));
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
        found.sort_by_key(|(n, m)| (std::cmp::Reverse(m.tokens.len()), *n));
        found.dedup_by_key(|(n, _)| *n);
        found.into_iter().filter_map(|(n, m)| Some((&set.rules.get(n)?.payload, m))).collect()
    }
}
