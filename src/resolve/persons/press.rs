//! Who wrote the article or took its pictures: persons on byline and credit lines, and in credits inside a line.

use super::entity::{Entity, Named};
use crate::document::Document;
use crate::ingest::LineKind;
use crate::mentions::Press;

/// The press role that a line gives to the persons on it.
pub fn on_line(doc: &Document, token: usize) -> Option<Press> {
    match doc.kind_of(token) {
        LineKind::Byline => Some(Press::Author),
        LineKind::Credit => Some(Press::Credit),
        _ if heads_wire(doc, token) => Some(Press::Author),
        _ => in_brackets(doc, token).then_some(Press::Credit),
    }
}

/// Tokens in which the brackets of a credit open and close.
const CREDIT: usize = 9;

/// "(Ada Roos/The Daily)", "(Agency Photo/Ada Roos)": brackets with a slash.
fn in_brackets(doc: &Document, token: usize) -> bool {
    let reach = |range: Vec<usize>, mark: &str| range.into_iter().take(CREDIT).find(|&t| doc.text(t) == mark);
    let open = reach((token.saturating_sub(CREDIT)..token).rev().collect(), "(");
    let close = reach((token..doc.tokens.len().min(token + CREDIT)).collect(), ")");
    let (Some(open), Some(close)) = (open, close) else { return false };
    let whole = (open + 1..close).all(|t| !matches!(doc.text(t), "(" | ")" | ".") && !doc.tag(t).is_finite());
    whole && (open + 1..close).any(|t| doc.text(t) == "/")
}

/// `[Report] [Ada Roos] [Text]`: the head of a wire report names who wrote or spoke it.
fn heads_wire(doc: &Document, token: usize) -> bool {
    let reach = token.saturating_sub(CREDIT)..token;
    let open = reach.rev().find(|&t| matches!(doc.text(t), "[" | "]"));
    let close = (token..doc.tokens.len().min(token + CREDIT)).find(|&t| matches!(doc.text(t), "[" | "]"));
    open.is_some_and(|t| doc.text(t) == "[")
        && close.is_some_and(|t| doc.text(t) == "]" && t + 1 < doc.tokens.len() && doc.text(t + 1) == "[")
}

/// The role of a person whom no sentence of the running text speaks of.
pub fn of(doc: &Document, entity: &Entity, named: &[Named]) -> Option<Press> {
    let mine = || entity.named.iter().filter_map(|&n| named.get(n));
    let role = mine().find_map(|n| on_line(doc, n.tokens.start))?;
    let told = mine().any(|n| on_line(doc, n.tokens.start).is_none() && is_told(doc, n.tokens.start));
    (!told).then_some(role)
}

/// The sentence has a verb of its own.
fn is_told(doc: &Document, token: usize) -> bool {
    let Some(sentence) = doc.sentence_of(token) else { return false };
    sentence.kind.tells() && sentence.tokens.clone().any(|n| doc.tag(n).is_finite())
}
