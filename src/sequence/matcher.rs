//! Runs one pattern from one token, by backtracking inside one sentence.

use super::{Node, Pattern, ShapeTest};
use crate::document::{Document, Shape};
use crate::mentions::Mention;
use std::cell::Cell;
use std::ops::Range;

/// What a pattern may look at.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The document.
    pub doc: &'a Document<'a>,
    /// Mentions found so far, in text order; empty while finding them.
    pub mentions: &'a [Mention],
}

impl<'a> Context<'a> {
    /// Mentions that start at the token.
    pub fn mentions_at(&self, token: usize) -> impl Iterator<Item = &'a Mention> {
        let from = self.mentions.partition_point(|m| m.tokens.start < token);
        self.mentions.iter().skip(from).take_while(move |m| m.tokens.start == token)
    }
}

/// Captured token ranges by capture index.
pub type Captures = Vec<(u8, Range<usize>)>;

/// One match.
#[derive(Clone, Debug, PartialEq)]
pub struct Match<'p> {
    /// Tokens covered.
    pub tokens: Range<usize>,
    /// What was captured; a capture that matched twice is listed twice.
    pub captures: Captures,
    names: &'p [String],
}

impl Match<'_> {
    /// The first range captured under the name.
    pub fn get(&self, name: &str) -> Option<Range<usize>> {
        self.all(name).next()
    }

    /// All ranges captured under the name, in text order.
    pub fn all<'m>(&'m self, name: &'m str) -> impl Iterator<Item = Range<usize>> + 'm {
        let index = self.names.iter().position(|n| n == name);
        self.captures.iter().filter(move |c| Some(c.0 as usize) == index).map(|c| c.1.clone())
    }
}

/// Continuation: told where the match stands, says whether the rest fits.
type Next<'k> = &'k mut dyn FnMut(usize, &mut Captures) -> bool;

impl Pattern {
    /// The first (greedy) match that starts at `token`, within its sentence.
    pub fn match_at(&self, context: Context, token: usize) -> Option<Match<'_>> {
        let bounds = context.doc.sentence_of(token)?.tokens.clone();
        let mut captures = Captures::new();
        let mut found = None;
        let run = Run { context, bounds, left: Cell::new(MOST_STEPS) };
        run.node(&self.root, token, &mut captures, &mut |end, captures| {
            found = Some((end, std::mem::take(captures)));
            true
        });
        let (end, mut captures) = found?;
        captures.sort_by_key(|c| (c.1.start, c.1.end, c.0));
        Some(Match { tokens: token..end, captures, names: &self.names })
    }
}

/// Steps after which a match is given up: nested repeats can read one text in exponentially many ways, and no rule that
/// is worth its time needs more than some hundreds.
const MOST_STEPS: u32 = 20_000;

struct Run<'a> {
    context: Context<'a>,
    bounds: Range<usize>,
    /// Steps left.
    left: Cell<u32>,
}

impl Run<'_> {
    fn node(&self, node: &Node, at: usize, captures: &mut Captures, next: Next) -> bool {
        let Some(left) = self.left.get().checked_sub(1) else { return false };
        self.left.set(left);
        match node {
            Node::Sequence(items) => self.sequence(items, at, captures, next),
            Node::Either(options) => options.iter().any(|o| self.node(o, at, captures, next)),
            Node::Repeat(inner, min, max) => self.repeat(inner, *min, *max, at, captures, next),
            Node::Not(inner) => !self.node(inner, at, &mut Captures::new(), &mut |_, _| true) && next(at, captures),
            Node::Glued(inner) => self.is_glued(at) && self.node(inner, at, captures, next),
            Node::Capture(index, inner) => self.node(inner, at, captures, &mut |end, captures| {
                captures.push((*index, at..end));
                next(end, captures) || {
                    captures.pop();
                    false
                }
            }),
            Node::Start => at == self.bounds.start && next(at, captures),
            Node::End => at == self.bounds.end && next(at, captures),
            Node::Class(class) => {
                let hits = self.context.doc.hits(at).iter().filter(|h| h.class == *class);
                let inside =
                    |h: &&crate::patterns::lexicon::LexHit| self.inside(at) && at + h.len as usize <= self.bounds.end;
                hits.filter(inside).any(|h| next(at + h.len as usize, captures))
            }
            Node::Mention(kind) => {
                let mut fits =
                    self.context.mentions_at(at).filter(|m| m.kind() == *kind && m.tokens.end <= self.bounds.end);
                fits.any(|m| next(m.tokens.end, captures))
            }
            single => self.inside(at) && self.token(single, at) && next(at + 1, captures),
        }
    }

    fn sequence(&self, items: &[Node], at: usize, captures: &mut Captures, next: Next) -> bool {
        match items.split_first() {
            None => next(at, captures),
            Some((first, rest)) => {
                self.node(first, at, captures, &mut |end, captures| self.sequence(rest, end, captures, next))
            }
        }
    }

    fn repeat(&self, inner: &Node, min: u8, max: u8, at: usize, captures: &mut Captures, next: Next) -> bool {
        if max > 0 {
            let more = self.node(inner, at, captures, &mut |end, captures| {
                end > at && self.repeat(inner, min.saturating_sub(1), max - 1, end, captures, next)
            });
            if more {
                return true;
            }
        }
        min == 0 && next(at, captures)
    }

    fn inside(&self, at: usize) -> bool {
        self.bounds.contains(&at)
    }

    fn is_glued(&self, at: usize) -> bool {
        self.inside(at) && self.context.doc.tokens.get(at).is_some_and(|t| t.glued)
    }

    fn token(&self, node: &Node, at: usize) -> bool {
        let doc = self.context.doc;
        match node {
            Node::Word(word) => doc.word(at) == *word,
            Node::Words(words) => words.contains(&doc.word(at)),
            Node::Surface(text) => doc.text(at) == text,
            Node::Number(number) => number.fits(doc.norm(at)),
            Node::Shape(ShapeTest::Clock) => is_clock(doc.norm(at)),
            Node::Shape(test) => test.fits(doc, at),
            Node::Tag(tags) => doc.has_tag(at, *tags),
            _ => false,
        }
    }
}

impl ShapeTest {
    pub(super) fn fits(self, doc: &Document, token: usize) -> bool {
        let Some(shape) = doc.tokens.get(token).map(|t| t.shape) else { return false };
        match self {
            ShapeTest::NameLike => doc.name_like(token),
            ShapeTest::Is(wanted) => shape == wanted,
            ShapeTest::AnyCapital => matches!(shape, Shape::Capital | Shape::Upper),
            ShapeTest::Word => shape != Shape::Mark,
            ShapeTest::Any => true,
            ShapeTest::Clock => false,
        }
    }
}

/// One or two digits, a colon, two digits below 60.
fn is_clock(norm: &str) -> bool {
    norm.split_once(':').is_some_and(|(hour, minute)| {
        let figure = |t: &str| t.bytes().all(|b| b.is_ascii_digit()).then(|| t.parse::<u8>().ok()).flatten();
        minute.len() == 2 && figure(hour).is_some_and(|h| h <= 24) && figure(minute).is_some_and(|m| m < 60)
    })
}
