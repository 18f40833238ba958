//! What a pattern can begin with, and what must stand right after that: two looks that spare most tries.

use super::{Context, Look, Node, NumberKinds, ShapeTest};
use crate::document::patch::Tags;
use crate::document::{Document, Word, tokens};
use crate::mentions::Kind;
use crate::patterns::lexicon::ClassId;

/// What a pattern can begin with.
#[derive(Debug, PartialEq)]
pub enum First {
    /// A word.
    Word(Word),
    /// An entry of a class.
    Class(ClassId),
    /// A number.
    Number(NumberKinds),
    /// A token of some shape.
    Shape(ShapeTest),
    /// A token with one of some tags.
    Tag(Tags),
    /// A mention.
    Mention(Kind),
}

impl First {
    /// Whether the token is of this shape or has one of these tags; everything else is looked up instead.
    pub fn fits(&self, doc: &Document, token: usize) -> bool {
        match self {
            First::Shape(test) => test.fits(doc, token),
            First::Tag(tags) => doc.has_tag(token, *tags),
            _ => false,
        }
    }
}

/// What may come next.
#[derive(Clone, Debug, Default)]
pub struct Ahead {
    look: Look,
    /// The words of the look, sorted.
    words: Vec<Word>,
    mention: bool,
    /// Any token, or none.
    anything: bool,
}

impl Ahead {
    fn anything() -> Self {
        Ahead { anything: true, ..Ahead::default() }
    }

    fn of(add: impl FnOnce(&mut Look)) -> Self {
        let mut ahead = Ahead::default();
        add(&mut ahead.look);
        ahead
    }

    fn of_words(words: &[Word]) -> Self {
        let mut ahead = Ahead { words: words.to_vec(), ..Ahead::default() };
        ahead.words.sort_unstable();
        words.iter().for_each(|word| ahead.look.add_word(*word));
        ahead
    }

    /// Allows what the other allows, too.
    pub fn add(&mut self, other: &Ahead) {
        self.look.add(other.look);
        self.words.extend(&other.words);
        self.words.sort_unstable();
        self.words.dedup();
        self.mention |= other.mention;
        self.anything |= other.anything;
    }

    fn union(mut self, other: &Ahead) -> Self {
        self.add(other);
        self
    }

    fn has(&self, doc: &Document, token: usize) -> bool {
        let look = doc.look(token);
        self.look.meets(look)
            && (self.look.meets_beyond_words(look) || self.words.binary_search(&doc.word(token)).is_ok())
    }

    /// False when a match cannot go on at the token; its sentence ends before `end`.
    pub fn fits(&self, context: &Context, token: usize, end: usize) -> bool {
        let mention = || self.mention && context.mentions_at(token).next().is_some();
        self.anything || token < end && (self.has(context.doc, token) || mention())
    }
}

/// Everything that the node can begin with, each with what may come after it; `after` is what may follow the node.
/// Returns true when the node can match nothing.
pub fn openings(node: &Node, after: &Ahead, out: &mut Vec<(First, Ahead)>) -> bool {
    let first = match node {
        Node::Sequence(items) => {
            let mut rest = items.as_slice();
            while let Some((item, below)) = rest.split_first() {
                if !openings(item, &ahead_of(below, after), out) {
                    return false;
                }
                rest = below;
            }
            return true;
        }
        Node::Either(options) => return options.iter().map(|o| openings(o, after, out)).fold(false, |a, b| a | b),
        Node::Repeat(inner, min, max) => {
            let next = if *max > 1 { ahead(inner, after).union(after) } else { after.clone() };
            return openings(inner, &next, out) | (*min == 0);
        }
        Node::Capture(_, inner) | Node::Glued(inner) => return openings(inner, after, out),
        Node::Not(_) | Node::Start | Node::End => return true,
        Node::Word(word) => First::Word(*word),
        Node::Words(words) => {
            out.extend(words.iter().map(|word| (First::Word(*word), after.clone())));
            return false;
        }
        Node::Class(class) => First::Class(*class),
        Node::Surface(text) => First::Word(Word::of(&tokens::norm_of(text))),
        Node::Number(number) => First::Number(number.kinds()),
        Node::Shape(ShapeTest::Clock) => First::Number(NumberKinds::OTHER),
        Node::Shape(test) => First::Shape(*test),
        Node::Tag(tags) => First::Tag(*tags),
        Node::Mention(kind) => First::Mention(*kind),
    };
    out.push((first, after.clone()));
    false
}

/// What the whole pattern can begin with.
pub fn of_pattern(root: &Node) -> Vec<(First, Ahead)> {
    let mut out = Vec::new();
    openings(root, &Ahead::anything(), &mut out);
    out
}

fn ahead_of(items: &[Node], after: &Ahead) -> Ahead {
    items.iter().rev().fold(after.clone(), |after, item| ahead(item, &after))
}

/// What may stand where the node and then `after` are to match.
fn ahead(node: &Node, after: &Ahead) -> Ahead {
    match node {
        Node::Word(word) => Ahead::of_words(&[*word]),
        Node::Words(words) => Ahead::of_words(words),
        Node::Surface(text) => Ahead::of_words(&[Word::of(&tokens::norm_of(text))]),
        Node::Class(class) => Ahead::of(|look| look.add_class(*class)),
        Node::Number(number) => Ahead::of(|look| look.add_numbers(number.kinds())),
        Node::Shape(ShapeTest::Clock) => Ahead::of(|look| look.add_numbers(NumberKinds::OTHER)),
        Node::Shape(_) | Node::Tag(_) => Ahead::anything(),
        Node::Mention(_) => Ahead { mention: true, ..Ahead::default() },
        Node::Sequence(items) => ahead_of(items, after),
        Node::Either(options) => options.iter().fold(Ahead::default(), |all, o| all.union(&ahead(o, after))),
        Node::Repeat(inner, 0, _) => ahead(inner, after).union(after),
        Node::Repeat(inner, ..) | Node::Capture(_, inner) | Node::Glued(inner) => ahead(inner, after),
        Node::Not(_) | Node::Start | Node::End => after.clone(),
    }
}
