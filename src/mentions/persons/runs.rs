//! Sentences -> runs of capitalised words -> segments that may be a person's name.
//!
//! Titles, peoples and ordinary words part a run; particles, initials, hyphens and quoted nicknames hold it together.
//! Positions are token indices.

use super::kinds::Kind;
use super::words::Words;
use crate::document::Shape;
use std::ops::Range;

/// No name has more words.
const LONGEST: usize = 12;

/// What stands right beside a segment inside its run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Beside {
    /// Nothing with a capital.
    #[default]
    Nothing,
    /// A title or honorific.
    Title,
    /// A word for a people.
    People,
    /// A place or an organisation.
    Named,
    /// An ordinary word with a capital.
    Plain,
    /// The head of an organisation, street, prize ("Foundation").
    Head,
    /// The first word of a thing's name ("Storm").
    Start,
    /// A hyphen and a small word ("-led").
    Hyphen,
}

/// A stretch that may be a name.
#[derive(Clone, Debug, Default)]
pub struct Segment {
    /// All its tokens.
    pub tokens: Range<usize>,
    /// Those that are names proper: no particles, initials, marks.
    pub core: Vec<usize>,
    /// It holds an initial.
    pub initial: bool,
    /// It holds a particle.
    pub particle: bool,
    /// On its left.
    pub before: Beside,
    /// On its right.
    pub after: Beside,
}

/// All segments, in text order.
pub fn segments(words: &Words) -> Vec<Segment> {
    let mut out = Vec::new();
    for sentence in &words.doc.sentences {
        let mut cutter = Cutter { words, bounds: sentence.tokens.clone(), before: Beside::Nothing };
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            at = cutter.step(at, &mut out);
        }
    }
    out
}

/// From this strength on a word in brackets is a name inside a name: "James (Leo) Nichols", not "James (Italy) Nichols".
const GIVEN: u8 = 3;

struct Cutter<'w, 'a> {
    words: &'w Words<'a>,
    bounds: Range<usize>,
    before: Beside,
}

impl Cutter<'_, '_> {
    fn kind(&self, at: usize) -> Kind {
        if self.bounds.contains(&at) { self.words.kind(at) } else { Kind::Other }
    }

    /// Handles the token at `at`; returns where to go on.
    fn step(&mut self, at: usize, out: &mut Vec<Segment>) -> usize {
        match self.kind(at) {
            Kind::Title(len) => self.pass(Beside::Title, at + len as usize),
            Kind::People => self.pass(Beside::People, at + 1),
            Kind::Place | Kind::Org => self.pass(Beside::Named, at + 1),
            Kind::Plain if self.words.is_date(at) => self.pass(Beside::Nothing, at + 1),
            Kind::Plain => self.pass(Beside::Plain, at + 1),
            Kind::Head => self.pass(Beside::Head, at + 1),
            Kind::Start(len) => self.pass(Beside::Start, at + len as usize),
            Kind::Word | Kind::Initial => self.segment(at, at, out),
            Kind::Particle => match self.particles_end(at, true) {
                Some(word) => self.segment(at, word, out),
                None => self.pass(Beside::Nothing, at + 1),
            },
            _ => self.pass(Beside::Nothing, at + 1),
        }
    }

    fn pass(&mut self, beside: Beside, next: usize) -> usize {
        self.before = beside;
        next
    }

    /// Reads one segment that begins at `start` and whose first word is at `first`.
    fn segment(&mut self, start: usize, first: usize, out: &mut Vec<Segment>) -> usize {
        let mut seg =
            Segment { tokens: start..first, before: self.before, particle: first > start, ..Default::default() };
        let mut at = first;
        while let Some(next) = self.take(at, &mut seg) {
            at = next;
            if self.line_ends(at) || seg.core.len() >= LONGEST {
                break;
            }
            if let Some(joined) = self.joint(at, &mut seg) {
                at = joined;
            }
        }
        seg.tokens.end = self.trimmed(&seg, at);
        let end = self.with_suffix(seg.tokens.end);
        seg.tokens.end = end;
        seg.after = self.beside_after(end);
        self.before = Beside::Nothing;
        if !seg.core.is_empty() {
            out.push(seg);
        }
        end.max(start + 1)
    }

    /// A new line that changes to capitals ("Tomasz Bera", then "WARSAW") starts something else.
    fn line_ends(&self, at: usize) -> bool {
        let doc = self.words.doc;
        let (Some(a), Some(b)) = (doc.tokens.get(at - 1), doc.tokens.get(at)) else { return false };
        let gap = crate::span::Span { start: a.span.end, end: b.span.start };
        gap.of(&doc.article.text).contains('\n') && b.shape == Shape::Upper && a.shape != Shape::Upper
    }

    /// Takes the word or initial at `at`.
    fn take(&self, at: usize, seg: &mut Segment) -> Option<usize> {
        match self.kind(at) {
            Kind::Word => seg.core.push(at),
            Kind::Initial => seg.initial = true,
            _ => return None,
        }
        Some(at + 1)
    }

    /// What joins the words of one name: particles, a hyphen, a quoted nickname. The position of the next word.
    fn joint(&self, at: usize, seg: &mut Segment) -> Option<usize> {
        if self.kind(at) == Kind::Hyphen {
            return self.after_hyphen(at, seg);
        }
        if self.kind(at) == Kind::Particle {
            let end = self.particles_end(at, false)?;
            seg.particle = true;
            return Some(end);
        }
        self.nickname_end(at)
    }

    fn after_hyphen(&self, at: usize, seg: &mut Segment) -> Option<usize> {
        match self.kind(at + 1) {
            Kind::Word => Some(at + 1),
            Kind::Particle => self.particles_end(at + 1, false),
            _ if self.words.is_second_syllable(at + 1, seg.core.len()) => {
                seg.core.push(at + 1);
                Some(at + 2)
            }
            _ => None,
        }
    }

    /// From particles to the word that they belong to.
    fn particles_end(&self, at: usize, begins: bool) -> Option<usize> {
        let mut end = at;
        while self.kind(end) == Kind::Particle && end < at + 6 {
            let hyphen = self.kind(end + 1) == Kind::Hyphen;
            if !self.words.particle_fits(end, begins && end == at, hyphen) {
                return None;
            }
            end += 1 + usize::from(hyphen);
        }
        (self.kind(end) == Kind::Word).then_some(end)
    }

    /// After an opening quote, one to three words and the closing quote, or one name in brackets, with another word behind.
    fn nickname_end(&self, at: usize) -> Option<usize> {
        let doc = self.words.doc;
        let (close, most) = match doc.text(at) {
            "(" => (")", 1),
            "‘" => ("’", 3),
            "'" if doc.tokens.get(at).is_some_and(|t| !t.glued) => ("'", 3),
            _ if self.kind(at) == Kind::Quote => ("", 3),
            _ => return None,
        };
        let closes = |n: usize| self.bounds.contains(&n) && (doc.text(n) == close || self.kind(n) == Kind::Quote);
        let end = (at + 2..=at + 1 + most).find(|&n| closes(n))?;
        let capital = doc.tokens.get(at + 1).is_some_and(|t| t.shape == Shape::Capital);
        let facts = self.words.facts(at + 1);
        let named = most > 1 || self.kind(at + 1) == Kind::Word && facts.given >= GIVEN && facts.place <= facts.given;
        (capital && named && self.kind(end + 1) == Kind::Word).then_some(end + 1)
    }

    /// Never ends on a hyphen, particle or quote.
    fn trimmed(&self, seg: &Segment, at: usize) -> usize {
        let mut end = at;
        while end > seg.tokens.start && matches!(self.kind(end - 1), Kind::Hyphen | Kind::Particle | Kind::Quote) {
            end -= 1;
        }
        end
    }

    fn with_suffix(&self, end: usize) -> usize {
        let comma = usize::from(self.bounds.contains(&end) && self.words.doc.text(end) == ",");
        if self.kind(end + comma) == Kind::Suffix { end + comma + 1 } else { end }
    }

    fn beside_after(&self, end: usize) -> Beside {
        match self.kind(end) {
            Kind::Title(_) => Beside::Title,
            Kind::Plain => Beside::Plain,
            Kind::Head => Beside::Head,
            Kind::Place | Kind::Org => Beside::Named,
            Kind::Hyphen => Beside::Hyphen,
            _ => Beside::Nothing,
        }
    }
}
