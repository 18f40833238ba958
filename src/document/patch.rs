//! Contextual patches: a row of `tagger/context.csv` -> a typed [`Patch`] that says where a tag changes.
//!
//! `before` and `after` list elements from the word outwards ("before" is read right to left), parted by spaces:
//! `/NN|NNS/` a tag, `{VBN|VBD}` a tag the lexicon lists for the word, `first:/VBN/` the lexicon's first tag, `was` or
//! `@be` words, `^` and `$` the sentence's edges; `|` joins alternatives (`$|of|/PUNCT/`). `!` in front negates all of
//! them; `?`, `*`, `+` repeat; `>` looks for the element anywhere up to the end of the clause and takes nothing. `word`
//! lists what must all be true of the word itself.

use super::{Document, Tag, Word};
use crate::sequence::Features;
use std::collections::BTreeMap;
use std::ops::Range;

/// How far repeats and searches reach, in tokens.
const REACH: usize = 40;

/// One contextual patch.
#[derive(Debug, Clone)]
pub struct Patch {
    /// Tags to change.
    pub from: Tags,
    /// Tag to give.
    pub to: Tag,
    /// What must all be true of the word itself.
    pub word: Vec<Element>,
    /// Elements to the left, nearest first.
    pub before: Vec<Element>,
    /// Elements to the right, nearest first.
    pub after: Vec<Element>,
    /// Of each of these the sentence must have a word.
    pub needs: Vec<Features>,
    /// Headlines only.
    pub headline: bool,
}

impl Patch {
    /// False when a word that the patch needs is not among the sentence's.
    pub fn may_apply(&self, sentence: &Features) -> bool {
        self.needs.iter().all(|need| need.meets(sentence))
    }
}

/// For every element that must be one of some words, these words.
pub fn needs(elements: &[Element]) -> Vec<Features> {
    let must = elements.iter().filter(|e| !e.not && e.least > 0);
    must.filter_map(|e| e.any.iter().map(Test::only_words).collect::<Option<Vec<_>>>())
        .map(|sets| Features::of_words(sets.concat()))
        .collect()
}

/// A set of tags.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tags(pub u64);

impl Tags {
    /// The set of these tags.
    pub fn of(tags: impl IntoIterator<Item = Tag>) -> Self {
        Tags(tags.into_iter().filter(|t| *t != Tag::None).fold(0, |bits, tag| bits | 1 << tag as u32))
    }

    /// Whether it holds the tag.
    pub fn has(self, tag: Tag) -> bool {
        self.0 >> tag as u32 & 1 == 1
    }

    /// Whether all of its tags are among the other's.
    pub fn within(self, other: Tags) -> bool {
        self.0 & !other.0 == 0
    }

    /// Whether both share a tag.
    pub fn meets(self, other: Tags) -> bool {
        self.0 & other.0 != 0
    }
}

/// One element of a context.
#[derive(Debug, Clone)]
pub struct Element {
    any: Vec<Test>,
    not: bool,
    search: bool,
    least: usize,
    most: usize,
}

#[derive(Debug, Clone)]
enum Test {
    Tags(Tags),
    Can(Tags),
    First(Tags),
    Words(Vec<Word>),
    Edge,
}

/// Named word sets.
pub type Sets = BTreeMap<String, Vec<String>>;

impl Element {
    /// Reads one element.
    pub fn parse(text: &str, sets: &Sets) -> Result<Self, String> {
        let (not, rest) = text.strip_prefix('!').map_or((false, text), |r| (true, r));
        let (search, rest) = rest.strip_prefix('>').map_or((false, rest), |r| (true, r));
        let (rest, least, most) = match rest.as_bytes().last() {
            Some(b'?') if rest.len() > 1 => (&rest[..rest.len() - 1], 0, 1),
            Some(b'*') if rest.len() > 1 => (&rest[..rest.len() - 1], 0, REACH),
            Some(b'+') if rest.len() > 1 => (&rest[..rest.len() - 1], 1, REACH),
            _ => (rest, 1, 1),
        };
        let any = alternatives(rest).map(|one| Test::parse(one, sets)).collect::<Result<_, _>>()?;
        Ok(Element { any, not, search, least, most })
    }

    /// Reads a list of elements.
    pub fn list(text: &str, sets: &Sets) -> Result<Vec<Self>, String> {
        text.split_whitespace().map(|one| Element::parse(one, sets)).collect()
    }
}

impl Test {
    fn parse(text: &str, sets: &Sets) -> Result<Self, String> {
        let inside = |open: char, close: char| text.strip_prefix(open).and_then(|t| t.strip_suffix(close));
        if let Some(names) = inside('/', '/') {
            return Ok(Test::Tags(tags(names)?));
        }
        if let Some(names) = inside('{', '}') {
            return Ok(Test::Can(tags(names)?));
        }
        if let Some(names) = text.strip_prefix("first:/").and_then(|t| t.strip_suffix('/')) {
            return Ok(Test::First(tags(names)?));
        }
        match text {
            "" => Err("an empty element".to_string()),
            "^" | "$" => Ok(Test::Edge),
            _ => Test::words(text, sets),
        }
    }

    fn only_words(&self) -> Option<&[Word]> {
        if let Test::Words(words) = self { Some(words) } else { None }
    }

    fn words(text: &str, sets: &Sets) -> Result<Self, String> {
        if text.contains(['/', '{', '}']) {
            return Err(format!("cannot read {text:?}"));
        }
        match text.strip_prefix('@') {
            Some(set) => Ok(Test::Words(sorted(sets.get(set).ok_or(format!("unknown set {set:?}"))?))),
            None => Ok(Test::Words(vec![Word::of(text)])),
        }
    }
}

/// Words in the order in which they are looked up.
pub fn sorted(words: &[String]) -> Vec<Word> {
    let mut out: Vec<Word> = words.iter().map(|w| Word::of(w)).collect();
    out.sort_unstable();
    out
}

/// The parts between `|` that stand outside slashes and braces.
fn alternatives(text: &str) -> impl Iterator<Item = &str> {
    let mut inside = false;
    text.split(move |c| {
        inside = if c == '/' { !inside } else { inside || c == '{' };
        inside &= c != '}';
        c == '|' && !inside
    })
}

/// Tags parted by `|`; `PUNCT` is any mark.
pub fn tags(names: &str) -> Result<Tags, String> {
    let parsed: Result<Vec<Tag>, String> = names
        .split('|')
        .map(|name| Tag::parse(if name == "PUNCT" { "." } else { name }).ok_or(format!("unknown tag {name:?}")))
        .collect();
    parsed.map(Tags::of)
}

/// A sentence's tokens with what the lexicon says about them.
pub struct Context<'c> {
    /// The document.
    pub doc: &'c Document<'c>,
    /// The sentence.
    pub range: Range<usize>,
    /// For every token of the sentence, the tags it may have.
    pub can: &'c [Tags],
    /// For every token of the sentence, its lexicon's first tag.
    pub first: &'c [Tag],
    /// Tags and words that end a clause.
    pub breaks: &'c (Tags, Vec<Word>),
}

impl Context<'_> {
    /// Whether the patch applies to the token.
    pub fn holds(&self, patch: &Patch, n: usize) -> bool {
        patch.word.iter().all(|element| self.one(element, Some(n)))
            && self.run(&patch.before, n, false)
            && self.run(&patch.after, n, true)
    }

    /// Whether the elements match outwards from `n`; `n` itself is already taken.
    fn run(&self, elements: &[Element], n: usize, forward: bool) -> bool {
        let Some((element, rest)) = elements.split_first() else { return true };
        if element.search {
            return self.search(element, n, forward) != element.not && self.run(rest, n, forward);
        }
        let mut taken = 0;
        while taken < element.most {
            let next = self.at(n, taken + 1, forward);
            if !self.one(element, next) {
                break;
            }
            taken += 1;
            if next.is_none() {
                break;
            }
        }
        (element.least..=taken).rev().any(|count| self.run(rest, self.at(n, count, forward).unwrap_or(n), forward))
    }

    /// The token `count` steps away, inside the sentence.
    fn at(&self, n: usize, count: usize, forward: bool) -> Option<usize> {
        let at = if forward { n.checked_add(count) } else { n.checked_sub(count) };
        at.filter(|at| self.range.contains(at))
    }

    /// One token, or the edge of the sentence, against one element.
    fn one(&self, element: &Element, at: Option<usize>) -> bool {
        let Some(n) = at else { return element.any.iter().any(|t| matches!(t, Test::Edge)) != element.not };
        self.passes(element, n) != element.not
    }

    fn passes(&self, element: &Element, n: usize) -> bool {
        element.any.iter().any(|test| match test {
            Test::Tags(tags) => tags.has(self.doc.tag(n)),
            Test::Can(tags) => tags.meets(self.can[n - self.range.start]),
            Test::First(tags) => tags.has(self.first[n - self.range.start]),
            Test::Words(words) => words.binary_search(&self.doc.word(n)).is_ok(),
            Test::Edge => false,
        })
    }

    fn search(&self, element: &Element, n: usize, forward: bool) -> bool {
        for count in 1..=REACH {
            match self.at(n, count, forward) {
                Some(next) if self.passes(element, next) => return true,
                Some(next) if !self.ends_clause(next) => {}
                _ => return false,
            }
        }
        false
    }

    fn ends_clause(&self, n: usize) -> bool {
        let (tags, words) = self.breaks;
        let glue = matches!(self.doc.text(n), "-" | "'" | "’");
        tags.has(self.doc.tag(n)) && !glue || words.binary_search(&self.doc.word(n)).is_ok()
    }
}
