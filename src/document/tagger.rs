//! Parts of speech after Eric Brill (A simple rule-based part of speech tagger, ANLP 1992): the most frequent tag of each
//! word, guesses for unknown words from their endings, then contextual patches in the order of
//! `patterns/en/tagger/context.csv`, each over the whole sentence. A patch never gives a tag that the lexicon, or for
//! unknown words the ending, does not list.

use super::casing::is_initial;
use super::patch::{Context, Patch, Tags};
use super::{Case, Document, Shape, Tag, Word};
use crate::ingest::LineKind;
use crate::patterns::Patterns;
use std::ops::Range;

/// Numbers of tags lie below.
const TAGS: usize = 64;

/// What the lexicon says about the tokens of one sentence.
#[derive(Default)]
struct Readings {
    can: Vec<Tags>,
    first: Vec<Tag>,
    /// Tokens that may have more than one tag: only they can be patched.
    open: Vec<usize>,
}

/// Sets the tag of every token of the sentence.
pub fn tag(doc: &Document, sentence: usize, patterns: &Patterns) {
    let Some(range) = doc.sentences.get(sentence).map(|s| s.tokens.clone()) else { return };
    let mut readings = Readings::default();
    for n in range.clone() {
        let (tag, listed) = first_guess(doc, n, patterns);
        let can = Tags::of(listed);
        doc.late.set_tag(n, tag);
        readings.can.push(can);
        readings.first.push(listed[0]);
        if can != Tags::of([tag]) {
            readings.open.push(n);
        }
    }
    patch_sentence(doc, range, headline(doc, sentence), &readings, patterns);
}

/// The tags among which that of the token is, whatever the sentence.
pub fn possible(doc: &Document, token: usize, patterns: &Patterns) -> Tags {
    Tags::of(first_guess(doc, token, patterns).1)
}

/// In the style of headlines: a line of its own without a full stop has no auxiliaries and few articles.
fn headline(doc: &Document, s: usize) -> bool {
    let sentence = &doc.sentences[s];
    let last = sentence.tokens.end.checked_sub(1).map_or("", |n| doc.text(n));
    let block = |at: Option<usize>| at.and_then(|at| doc.sentences.get(at)).map(|other| other.block);
    let alone = block(s.checked_sub(1)) != Some(sentence.block) && block(Some(s + 1)) != Some(sentence.block);
    let titled = sentence.case == Case::Headline || matches!(sentence.kind, LineKind::Title | LineKind::Heading);
    !matches!(last, "." | ":" | "," | ";") && (titled || alone)
}

fn patch_sentence(doc: &Document, range: Range<usize>, headline: bool, readings: &Readings, patterns: &Patterns) {
    let mut present = Tags::of(readings.open.iter().map(|&n| doc.tag(n)));
    let into = changes(doc, range.start, readings);
    let features = doc.features_at(range.start).copied().unwrap_or_default();
    for patch in &patterns.tagger.patches {
        let possible = into.get(patch.to as usize).is_some_and(|from| patch.from.meets(*from));
        if !possible || !patch.from.meets(present) || patch.headline && !headline || !patch.may_apply(&features) {
            continue;
        }
        for &n in &readings.open {
            if applies(doc, &range, n, patch, readings, patterns) {
                doc.late.set_tag(n, patch.to);
                present = Tags(present.0 | Tags::of([patch.to]).0);
            }
        }
    }
}

/// For every tag, those that some token of the sentence could have instead.
fn changes(doc: &Document, start: usize, readings: &Readings) -> [Tags; TAGS] {
    let mut into = [Tags::default(); TAGS];
    for &n in &readings.open {
        let can = readings.can[n - start];
        let all = Tags(can.0 | Tags::of([doc.tag(n)]).0);
        let tags = into.iter_mut().enumerate().filter(|(tag, _)| can.0 >> tag & 1 == 1);
        tags.for_each(|(_, from)| from.0 |= all.0);
    }
    into
}

fn applies(
    doc: &Document,
    range: &Range<usize>,
    n: usize,
    patch: &Patch,
    readings: &Readings,
    patterns: &Patterns,
) -> bool {
    if !readings.can[n - range.start].has(patch.to) || !patch.from.has(doc.tag(n)) {
        return false;
    }
    let breaks = &patterns.tagger.breaks;
    Context { doc, range: range.clone(), can: &readings.can, first: &readings.first, breaks }.holds(patch, n)
}

/// The tag to begin with, and all tags the word may have.
fn first_guess(doc: &Document, n: usize, patterns: &Patterns) -> (Tag, [Tag; 8]) {
    let norm = doc.norm(n);
    let token = &doc.tokens[n];
    match token.shape {
        Shape::Mark => return only(mark_tag(doc.text(n))),
        Shape::Number => return only(number_tag(norm)),
        _ => {}
    }
    let known = patterns.tags_of(token.word);
    if !grammatical(doc, n, known[0]) && doc.name_like(n) {
        return as_name(doc, n, known, patterns);
    }
    if known[0] != Tag::None {
        return (known[0], known);
    }
    let guessed = patterns.tagger.tags_of_ending(norm);
    (guessed[0], guessed)
}

fn only(tag: Tag) -> (Tag, [Tag; 8]) {
    let mut tags = [Tag::None; 8];
    tags[0] = tag;
    (tag, tags)
}

/// A word of grammar keeps its tag inside a name ("Reporters Without Borders"), except as an acronym ("US").
fn grammatical(doc: &Document, n: usize, tag: Tag) -> bool {
    let closed = matches!(
        tag,
        Tag::PRP
            | Tag::DT
            | Tag::IN
            | Tag::CC
            | Tag::PRPS
            | Tag::TO
            | Tag::WP
            | Tag::WDT
            | Tag::WRB
            | Tag::WPS
            | Tag::EX
    );
    let acronym = doc.tokens[n].shape == Shape::Upper && doc.sentence_of(n).is_some_and(|s| s.case == Case::Sentence);
    closed && !acronym
}

/// A word written like a name: a proper noun, the adjective or plural of one, or a rare word that only its place in
/// the sentence gave a capital.
fn as_name(doc: &Document, n: usize, known: [Tag; 8], patterns: &Patterns) -> (Tag, [Tag; 8]) {
    let written = patterns.tags_of(Word::of(&title_case(doc.norm(n))));
    if matches!(written[0], Tag::JJ | Tag::NNPS) {
        let mut tags = written;
        tags[6] = Tag::NNP;
        tags[7] = if written[0] == Tag::JJ { Tag::NN } else { Tag::NNPS };
        return (written[0], tags);
    }
    let plain = doc.sentence_of(n).is_none_or(|s| s.case != Case::Sentence) || is_initial(doc, n);
    let inflected = matches!(known[0], Tag::NNS | Tag::VBD | Tag::VBN | Tag::VBZ | Tag::VBG | Tag::RB);
    if plain && inflected && written[0] == Tag::None {
        return (known[0], known);
    }
    only(Tag::NNP)
}

fn mark_tag(text: &str) -> Tag {
    if text == "$" || text == "%" { Tag::SYM } else { Tag::PUNCT }
}

fn number_tag(norm: &str) -> Tag {
    let ordinal = norm.ends_with("st") || norm.ends_with("nd") || norm.ends_with("rd") || norm.ends_with("th");
    if ordinal { Tag::JJ } else { Tag::CD }
}

/// The folded word with a capital, as the tag lexicon writes proper nouns and their adjectives.
fn title_case(norm: &str) -> String {
    let mut chars = norm.chars();
    chars.next().map_or(String::new(), |c| c.to_uppercase().chain(chars).collect())
}
