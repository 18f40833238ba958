//! Parts of speech after Eric Brill (A simple rule-based part of speech tagger, ANLP 1992): the most frequent tag of each
//! word, guesses for unknown words from their endings, then contextual patches in the order of
//! `patterns/en/tagger/context.csv`.

use super::{Document, Shape, Tag};
use crate::patterns::Patterns;
use serde::Deserialize;
use std::ops::Range;

/// One contextual patch: `from` becomes `to` where the condition holds.
#[derive(Debug, Clone)]
pub struct Patch {
    /// Tag to change.
    pub from: Tag,
    /// Tag to give.
    pub to: Tag,
    /// Where.
    pub when: When,
}

/// Conditions of Brill's templates that the patches use. Distances are in tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum When {
    /// Any of the tokens from..=to before has the tag.
    TagBefore(usize, usize, Tag),
    /// Any of the tokens from..=to after has the tag.
    TagAfter(usize, usize, Tag),
    /// Any of the tokens from..=to before is the word.
    WordBefore(usize, usize, String),
    /// Any of the tokens from..=to after is the word.
    WordAfter(usize, usize, String),
    /// Tags on both sides.
    Around(Tag, Tag),
}

/// A row of `context.csv`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PatchRow {
    from: String,
    to: String,
    when: String,
    a: String,
    b: String,
    #[serde(rename = "note")]
    _note: String,
}

/// A word ending and the tag it suggests, from `endings.csv`.
#[derive(Deserialize, Debug, Clone)]
#[serde(deny_unknown_fields)]
pub struct Ending {
    /// Folded ending.
    pub ending: String,
    /// Penn tag.
    pub tag: String,
    #[serde(rename = "note")]
    _note: String,
}

impl PatchRow {
    /// The typed patch, or what is wrong with the row.
    pub fn parse(&self) -> Result<Patch, String> {
        let tag = |name: &str| Tag::parse(name).ok_or(format!("unknown tag {name:?}"));
        let when = match self.when.as_str() {
            "PREVTAG" => When::TagBefore(1, 1, tag(&self.a)?),
            "PREV2TAG" => When::TagBefore(2, 2, tag(&self.a)?),
            "PREV1OR2TAG" => When::TagBefore(1, 2, tag(&self.a)?),
            "PREV1OR2OR3TAG" => When::TagBefore(1, 3, tag(&self.a)?),
            "NEXTTAG" => When::TagAfter(1, 1, tag(&self.a)?),
            "NEXT2TAG" => When::TagAfter(2, 2, tag(&self.a)?),
            "NEXT1OR2TAG" => When::TagAfter(1, 2, tag(&self.a)?),
            "NEXT1OR2OR3TAG" => When::TagAfter(1, 3, tag(&self.a)?),
            "PREVWD" => When::WordBefore(1, 1, self.a.clone()),
            "PREV1OR2WD" => When::WordBefore(1, 2, self.a.clone()),
            "PREV1OR2OR3WD" => When::WordBefore(1, 3, self.a.clone()),
            "NEXTWD" => When::WordAfter(1, 1, self.a.clone()),
            "NEXT1OR2WD" => When::WordAfter(1, 2, self.a.clone()),
            "SURROUNDTAG" => When::Around(tag(&self.a)?, tag(&self.b)?),
            other => return Err(format!("unknown condition {other:?}")),
        };
        Ok(Patch { from: tag(&self.from)?, to: tag(&self.to)?, when })
    }
}

/// Sets the tag of every token.
pub fn tag(doc: &mut Document, patterns: &Patterns) {
    for n in 0..doc.tokens.len() {
        doc.tokens[n].tag = first_guess(doc, n, patterns);
    }
    for s in 0..doc.sentences.len() {
        let range = doc.sentences[s].tokens.clone();
        for patch in &patterns.tagger.patches {
            apply(doc, range.clone(), patch, patterns);
        }
    }
}

fn apply(doc: &mut Document, range: Range<usize>, patch: &Patch, patterns: &Patterns) {
    for n in range.clone() {
        if doc.tokens[n].tag == patch.from && holds(doc, &range, n, &patch.when) && allowed(doc, n, patch.to, patterns)
        {
            doc.tokens[n].tag = patch.to;
        }
    }
}

/// A patch may only give a known word a tag that the lexicon lists for it.
fn allowed(doc: &Document, n: usize, to: Tag, patterns: &Patterns) -> bool {
    let tags = patterns.tags_of(doc.norm(n));
    tags[1] == Tag::None || tags.contains(&to)
}

fn holds(doc: &Document, range: &Range<usize>, n: usize, when: &When) -> bool {
    let before = |a: usize, b: usize| n.saturating_sub(b).max(range.start)..(n + 1).saturating_sub(a).max(range.start);
    let after = |a: usize, b: usize| (n + a).min(range.end)..(n + b + 1).min(range.end);
    match when {
        When::TagBefore(a, b, tag) => before(*a, *b).any(|i| doc.tokens[i].tag == *tag),
        When::TagAfter(a, b, tag) => after(*a, *b).any(|i| doc.tokens[i].tag == *tag),
        When::WordBefore(a, b, word) => before(*a, *b).any(|i| doc.norm(i) == word),
        When::WordAfter(a, b, word) => after(*a, *b).any(|i| doc.norm(i) == word),
        When::Around(a, b) => {
            n > range.start && n + 1 < range.end && doc.tokens[n - 1].tag == *a && doc.tokens[n + 1].tag == *b
        }
    }
}

fn first_guess(doc: &Document, n: usize, patterns: &Patterns) -> Tag {
    let token = &doc.tokens[n];
    match token.shape {
        Shape::Mark => return mark_tag(doc.text(n)),
        Shape::Number => return number_tag(doc.norm(n)),
        _ => {}
    }
    let norm = doc.norm(n);
    let known = patterns.tags_of(norm);
    let written = patterns.tags_of(&title_case(norm));
    if token.name_like && !matches!(known[0], Tag::PRP | Tag::DT | Tag::IN | Tag::CC | Tag::PRPS | Tag::MD) {
        return if matches!(written[0], Tag::JJ | Tag::NNPS) { written[0] } else { Tag::NNP };
    }
    match known[0] {
        Tag::None => unknown(norm, patterns),
        tag => tag,
    }
}

fn mark_tag(text: &str) -> Tag {
    if text == "$" || text == "%" { Tag::SYM } else { Tag::PUNCT }
}

fn number_tag(norm: &str) -> Tag {
    let ordinal = norm.ends_with("st") || norm.ends_with("nd") || norm.ends_with("rd") || norm.ends_with("th");
    if ordinal { Tag::JJ } else { Tag::CD }
}

fn unknown(norm: &str, patterns: &Patterns) -> Tag {
    let fits = patterns
        .tagger
        .endings
        .iter()
        .find(|(ending, _)| norm.len() > ending.len() + 1 && norm.ends_with(ending.as_str()));
    fits.map_or(Tag::NN, |(_, tag)| *tag)
}

/// The folded word with a capital, as the tag lexicon writes proper nouns and their adjectives.
fn title_case(norm: &str) -> String {
    let mut chars = norm.chars();
    chars.next().map_or(String::new(), |c| c.to_uppercase().chain(chars).collect())
}
