//! Article -> Document: sentences and tokens over a text that never changes again.
//!
//! Every recogniser reads the same tokens, their folded forms, tags and word classes. Offsets are bytes of
//! [`Article::text`](crate::ingest::Article).

mod ascii;
pub mod casing;
pub mod fold;
mod late;
pub mod patch;
pub mod sentences;
pub mod tag;
pub mod tagger;
pub mod tokens;
pub mod word;
mod word_filter;
pub mod wordclass;

use crate::ingest::{Article, LineKind};
use crate::patterns::Patterns;
use crate::patterns::lexicon::{Beginnings, ClassId, LexHit};
use crate::sequence::{Features, Look};
use crate::span::Span;
pub use sentences::{Case, Sentence};
pub use tag::Tag;
pub use tokens::Shape;
pub use word::Word;
pub use word_filter::WordFilter;

/// One token; text and folded form are fetched through the [`Document`].
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Bytes in the article's text.
    pub span: Span,
    /// What it is made of.
    pub shape: Shape,
    /// No white space before it.
    pub glued: bool,
    /// It holds the full stop of an abbreviation or initial.
    pub stop: bool,
    /// Index of its sentence.
    pub sentence: u32,
    /// Its folded form as a number.
    pub word: Word,
    /// The folded form stands in the text itself.
    as_written: bool,
    norm: Span,
}

/// A tokenised article.
pub struct Document<'a> {
    /// The article.
    pub article: &'a Article,
    /// All tokens of all sentences, in order.
    pub tokens: Vec<Token>,
    /// All sentences, in order; furniture lines have none.
    pub sentences: Vec<Sentence>,
    norms: String,
    marks: wordclass::Marks,
    late: late::Late<'a>,
}

impl<'a> Document<'a> {
    /// Tokenises, splits into sentences, marks word classes.
    pub fn new(article: &'a Article, patterns: &'a Patterns) -> Self {
        Self::partly(article, patterns, patterns.lexicon.all(), |_, _| true)
    }

    /// As [`Document::new`], but of the word classes only these entries and only in the sentences that pass; for readers of
    /// few of them.
    pub fn partly(
        article: &'a Article,
        patterns: &'a Patterns,
        entries: &Beginnings,
        wanted: impl Fn(&Document, &Sentence) -> bool,
    ) -> Self {
        let (raw, sentences) = sentences::split(article, patterns);
        let mut doc = Document {
            article,
            tokens: Vec::with_capacity(raw.len()),
            late: late::Late::new(patterns, sentences.len(), raw.len()),
            sentences,
            norms: String::with_capacity(article.text.len() / 4),
            marks: wordclass::Marks::default(),
        };
        doc.add_tokens(&raw);
        doc.marks = wordclass::mark(&doc, &patterns.lexicon, entries, wanted);
        doc
    }

    fn add_tokens(&mut self, raw: &[tokens::RawToken]) {
        for (n, sentence) in self.sentences.iter().enumerate() {
            for t in &raw[sentence.tokens.clone()] {
                let (word, as_written, norm) = tokens::fold_token(&self.article.text, t.span, &mut self.norms);
                self.tokens.push(Token {
                    span: t.span,
                    shape: t.shape,
                    glued: t.glued,
                    stop: t.stop,
                    as_written,
                    sentence: n as u32,
                    word,
                    norm,
                });
            }
        }
    }

    /// The text in which the folded form of the token stands.
    fn norms_of(&self, token: &Token) -> &str {
        if token.as_written { &self.article.text } else { &self.norms }
    }

    /// The text as written.
    pub fn text(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |t| t.span.of(&self.article.text))
    }

    /// The folded form; empty past the end.
    pub fn norm(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |t| t.norm.of(self.norms_of(t)))
    }

    /// The folded form begins with a digit.
    pub fn has_digit(&self, token: usize) -> bool {
        let first = |t: &Token| self.norms_of(t).as_bytes().get(t.norm.start as usize);
        let token = self.tokens.get(token).filter(|t| !t.norm.is_empty());
        token.and_then(first).is_some_and(u8::is_ascii_digit)
    }

    /// The folded form as a number; that of the empty word past the end.
    pub fn word(&self, token: usize) -> Word {
        self.tokens.get(token).map_or(Word::default(), |t| t.word)
    }

    /// The part of speech; [`Tag::None`] past the end.
    pub fn tag(&self, token: usize) -> Tag {
        self.late.tag(self, token)
    }

    /// "was HIMSELF arrested", "a bust of HIMSELF".
    pub fn is_reflexive(&self, token: usize) -> bool {
        let word = self.norm(token);
        self.tag(token) == Tag::PRP && (word.ends_with("self") || word.ends_with("selves"))
    }

    /// Whether the part of speech is one of these; cheaper to answer than which it is.
    pub fn has_tag(&self, token: usize, tags: patch::Tags) -> bool {
        self.late.has_tag(self, token, tags)
    }

    /// Written like a name: a capital that sentence start, headline case or all-caps copy does not explain.
    pub fn name_like(&self, token: usize) -> bool {
        self.late.name_like(self, token)
    }

    /// Word-class entries that start at this token, longest first.
    pub fn hits(&self, token: usize) -> &[LexHit] {
        match (self.marks.index.get(token), self.marks.index.get(token + 1)) {
            (Some(&from), Some(&to)) => &self.marks.hits[from as usize..to as usize],
            _ => &[],
        }
    }

    /// The longest entry of `class` that starts at this token.
    pub fn hit(&self, token: usize, class: ClassId) -> Option<LexHit> {
        self.hits(token).iter().copied().find(|h| h.class == class)
    }

    /// True when an entry of `class` starts here.
    pub fn is(&self, token: usize, class: ClassId) -> bool {
        self.hit(token, class).is_some()
    }

    /// What patterns can look for at a token.
    pub fn look(&self, token: usize) -> Look {
        self.marks.looks.get(token).copied().unwrap_or_default()
    }

    /// What a sentence has for patterns to match.
    pub fn features(&self, sentence: usize) -> Option<&Features> {
        self.marks.features.get(sentence)
    }

    /// What the sentence of a token has for patterns to match.
    pub fn features_at(&self, token: usize) -> Option<&Features> {
        self.marks.features.get(self.tokens.get(token)?.sentence as usize)
    }

    /// The text's bytes from the first to the last of the tokens.
    pub fn span(&self, tokens: std::ops::Range<usize>) -> Span {
        match (self.tokens.get(tokens.start), self.tokens.get(tokens.end.wrapping_sub(1))) {
            (Some(a), Some(b)) if tokens.start < tokens.end => a.span.cover(b.span),
            (Some(a), _) => Span { start: a.span.start, end: a.span.start },
            _ => Span { start: 0, end: 0 },
        }
    }

    /// Index of the first sentence of running text.
    pub fn first_paragraph(&self) -> Option<usize> {
        self.sentences.iter().position(|s| s.kind == LineKind::Paragraph)
    }

    /// The sentence that holds a token.
    pub fn sentence_of(&self, token: usize) -> Option<&Sentence> {
        self.sentences.get(self.tokens.get(token)?.sentence as usize)
    }

    /// The index of that sentence; 0 past the end.
    pub fn sentence_number(&self, token: usize) -> usize {
        self.tokens.get(token).map_or(0, |t| t.sentence as usize)
    }

    /// The line kind of a token's sentence.
    pub fn kind_of(&self, token: usize) -> LineKind {
        self.sentence_of(token).map_or(LineKind::Paragraph, |s| s.kind)
    }

    /// Index of the first token that ends after the byte offset.
    pub fn token_at(&self, byte: u32) -> usize {
        self.tokens.partition_point(|t| t.span.end <= byte)
    }

    /// The tokens that a span of the text covers, wholly or in part.
    pub fn tokens_in(&self, span: Span) -> std::ops::Range<usize> {
        let from = self.token_at(span.start);
        let to = self.tokens.partition_point(|t| t.span.start < span.end);
        from..to.max(from)
    }
}
