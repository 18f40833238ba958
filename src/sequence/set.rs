//! Many patterns at once: only those are tried at a token that can start there and whose sentence has what they need.

use super::features::{Features, Need, needs, needs_mention};
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
        match self {
            First::Shape(test) => test.fits(context.doc, token),
            First::Tag(tags) => tags.has(context.doc.tag(token)),
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
        let needs = needs(&pattern.root);
        self.rules.push(Indexed { needs, mention: needs_mention(&pattern.root), pattern, payload });
    }

    /// What each pattern that can match without a mention needs.
    pub fn needs(&self) -> impl Iterator<Item = &[Need]> {
        self.rules.iter().filter(|rule| !rule.mention).map(|rule| rule.needs.as_slice())
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
        self.tries(context).at(token)
    }

    /// For a reader of many tokens.
    pub fn tries<'s, 'c>(&'s self, context: Context<'c>) -> Tries<'s, 'c, T> {
        Tries { set: self, context, sentence: None, fits: Vec::new() }
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
}

/// Matches token by token; remembers which rules the sentence at hand can hold.
pub struct Tries<'s, 'c, T> {
    set: &'s RuleSet<T>,
    context: Context<'c>,
    sentence: Option<u32>,
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
            self.fits.clear();
        }
        let mut found: Vec<(usize, Match)> = Vec::new();
        set.starting_at(context, token, |n| {
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
