//! Token patterns: the small language in which date, person, place and idiom rules are written.
//!
//! ```text
//! word          the folded token             "month"  (in single quotes: the surface form, 'May')
//! @class        an entry of a word class, of any length          @month
//! #             a number; #1-31 in that range; #1-31th with ordinal ending; #1900-2090s a decade
//! <shape>       <name> written like a name, <Cap> any capital, <CAPS>, <lower>, <word>, <mark>, <clock> (10:35), <any>
//! /NN|NNS/      part of speech
//! <person>      a mention of that kind (person place date org role weapon method), all of its tokens
//! ( a b | c )   group with alternatives      ? * + {2,4}    repetition, greedy
//! !x            not x here (takes no token)  ^ $            start and end of the sentence
//! ~x            x glued to the token before it
//! name=x        capture
//! ```
//! A rule set finds, from each token, the longest match; ties go to the rule loaded first.

mod features;
mod gate;
mod look;
mod matcher;
mod number;
mod opening;
mod parse;
mod set;

pub use features::Features;
pub use gate::Gate;
pub use look::Look;
pub use matcher::{Captures, Context, Match};
pub use number::{Number, NumberKinds};
pub use parse::{ParseError, parse};
pub use set::{RuleSet, Tries};

use crate::document::patch::Tags;
use crate::document::{Shape, Word};
use crate::mentions::Kind;
use crate::patterns::lexicon::ClassId;

/// One element of a pattern.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// Folded token.
    Word(Word),
    /// One of some folded tokens.
    Words(Vec<Word>),
    /// Surface form.
    Surface(String),
    /// Word class.
    Class(ClassId),
    /// Number within bounds, with the given ending.
    Number(Number),
    /// Shape of the token.
    Shape(ShapeTest),
    /// Any of the tags.
    Tag(Tags),
    /// A whole mention.
    Mention(Kind),
    /// One after the other.
    Sequence(Vec<Node>),
    /// First that fits.
    Either(Vec<Node>),
    /// Repetition, greedy.
    Repeat(Box<Node>, u8, u8),
    /// Must not match here.
    Not(Box<Node>),
    /// Glued to the token before.
    Glued(Box<Node>),
    /// Capture by name index.
    Capture(u8, Box<Node>),
    /// Sentence start.
    Start,
    /// Sentence end.
    End,
}

/// Tests of a token's shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShapeTest {
    /// Written like a name where capitals mean something.
    NameLike,
    /// Exactly this shape.
    Is(Shape),
    /// Capital or upper.
    AnyCapital,
    /// Any word or number.
    Word,
    /// Hours and minutes: "10:35".
    Clock,
    /// Anything.
    Any,
}

/// A compiled pattern with the names of its captures.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    /// What to match.
    pub root: Node,
    /// Capture names, in order of first appearance.
    pub names: Vec<String>,
}
