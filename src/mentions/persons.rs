//! Persons by name. Document -> candidates.
//!
//! Runs of capitals are cut into segments ([`runs`]), scored by name lists and context ([`score`]); then the sure ones
//! teach the rest of the document ([`memory`]).

pub mod kinds;
pub mod lists;
pub mod memory;
pub mod runs;
pub mod score;
pub mod told;
pub mod words;

use super::{Candidate, Mention, PersonValue, Value};
use crate::document::Document;
use crate::ingest::{Article, Metadata};
use crate::patterns::Patterns;
use crate::patterns::source::Rule;
use memory::Memory;
use score::Scored;
use words::Words;

/// Points from which a segment of one, two, or more words is a candidate.
const ENOUGH: [i32; 3] = [45, 40, 48];

/// All candidates, in text order.
pub fn find(doc: &Document, patterns: &Patterns) -> Vec<Candidate> {
    let mut words = Words::new(doc, patterns);
    let kept = weigh(&mut words).into_iter().filter(|s| s.score >= ENOUGH[s.segment.core.len().clamp(1, 3) - 1]);
    kept.map(|s| candidate(doc, s)).collect()
}

/// All segments with their final points.
pub fn weigh(words: &mut Words) -> Vec<Scored> {
    words.accept(&told::runs(words));
    let first = score_all(words);
    let memory = Memory::learn(words, &first);
    words.promote(|norm| memory.is_surname(norm));
    words.accept(&lists::hidden(words, &first));
    let mut scored = score_all(words);
    let points: Vec<i32> = scored.iter().map(|s| memory.points(words, s)).collect();
    for (s, points) in scored.iter_mut().zip(points) {
        s.score += points;
        if points >= 25 {
            s.rule = crate::code_rule!("person-known-in-article");
        }
    }
    lists::share(words, &mut scored);
    scored
}

fn score_all(words: &Words) -> Vec<Scored> {
    runs::segments(words).into_iter().map(|s| score::score(words, s)).collect()
}

fn candidate(doc: &Document, scored: Scored) -> Candidate {
    let tokens = scored.segment.tokens;
    let span = doc.span(tokens.clone());
    let name = span.of(&doc.article.text).to_string();
    let value = Value::Person(PersonValue { name, gender: scored.gender, ..PersonValue::default() });
    let mention = Mention { tokens, span, value, rule: scored.rule, source: None };
    Candidate { mention, weight: scored.score.clamp(0, 100) as u8 }
}

/// Every context rule that spoke for or against a segment of the text, with the segment; runs the rules' examples.
pub fn fired(text: &str, patterns: &Patterns) -> Vec<(Rule, String)> {
    let article = Article::new("example", text.to_string(), Metadata::default(), patterns);
    let doc = Document::new(&article, patterns);
    let mut words = Words::new(&doc, patterns);
    let named = |s: &Scored| doc.span(s.segment.tokens.clone()).of(&article.text).to_string();
    weigh(&mut words).iter().flat_map(|s| s.fired.iter().map(|c| (c.rule, named(s))).collect::<Vec<_>>()).collect()
}
