//! Method triggers, roles and weapons as mentions, for readers of `mentions.jsonl`.
//!
//! They are listed beside the names, not among them: frames read word classes directly, so that a role inside a name
//! ("Journalist Protection Board") never competes with it. Input: document, frames; output: mentions in text order.

use super::{Mention, Source, Value};
use crate::code_rule;
use crate::document::Document;
use crate::frames::Frame;
use crate::patterns::Patterns;
use crate::patterns::lexicon::ClassId;

/// All terms of a document that no name covers.
pub fn find(doc: &Document, names: &[Mention], frames: &[Frame], patterns: &Patterns) -> Vec<Mention> {
    let mut out: Vec<Mention> = frames.iter().flat_map(|f| methods(doc, f)).collect();
    for token in 0..doc.tokens.len() {
        let hit = |class: Option<ClassId>, value: fn(&str) -> Option<Value>| {
            let hit = doc.hit(token, class?)?;
            let entry = patterns.lexicon.entry(hit.entry)?;
            let rule = code_rule!("term-word-class");
            let tokens = token..token + hit.len as usize;
            Some(Mention {
                span: doc.span(tokens.clone()),
                tokens,
                value: value(&entry.value)?,
                rule,
                source: Some(Source::Line(entry.origin)),
            })
        };
        out.extend(hit(patterns.classes.people, role));
        out.extend(hit(patterns.classes.weapons, weapon));
    }
    out.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end), m.kind()));
    out.dedup_by(|later, first| later.kind() == first.kind() && first.span.overlaps(later.span));
    out.retain(|m| !covered(names, m));
    out
}

/// One mention for each method that the frame's trigger states.
fn methods(doc: &Document, frame: &Frame) -> Vec<Mention> {
    let tokens = frame.trigger.clone();
    let one = |code: &String| Mention {
        span: doc.span(tokens.clone()),
        tokens: tokens.clone(),
        value: Value::Method(code.clone()),
        rule: frame.rule,
        source: frame.source,
    };
    frame.methods.iter().take(1).map(one).collect()
}

fn role(value: &str) -> Option<Value> {
    (value == "role").then(|| Value::Role(value.to_string()))
}

fn weapon(value: &str) -> Option<Value> {
    Some(Value::Weapon(value.to_string()))
}

/// Part of a name. Names are in text order and do not overlap.
fn covered(names: &[Mention], term: &Mention) -> bool {
    let next = names.partition_point(|n| n.span.end <= term.span.start);
    names.get(next).is_some_and(|n| n.span.overlaps(term.span) && n.date().is_none())
}
