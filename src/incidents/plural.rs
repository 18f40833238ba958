//! "They", "them", "both leaders", "the two women": the persons of the list of names told nearest before.
//!
//! Input: an argument of a frame; output: one argument for each person meant, or the argument as it is resolved alone.

use super::{alike, coreference, fact};
use crate::document::Tag;
use crate::frames::argument::{Reader, Sort};
use crate::frames::{Argument, Frame, pronoun};
use crate::mentions::{Mention, PersonValue};

/// "A and B say that THEY were beaten": everybody in the list of names nearest before, in this sentence or the one before; a
/// pair may stand farther off.
pub fn resolve(read: Reader, argument: &Argument, frame: &Frame, report: bool) -> Vec<Argument> {
    let plural =
        argument.sort == Sort::Pronoun && pronoun::value(read, read.doc.norm(argument.tokens.end - 1)) == Some("p");
    let pair = points_at_two(read, argument);
    let list = match (plural, pair) {
        (true, _) => list_before(read, argument, frame, 1),
        (_, true) => list_before(read, argument, frame, PAIR),
        _ => Vec::new(),
    };
    if list.len() < 2 || pair && list.len() != 2 {
        return vec![coreference::resolve(read, argument, frame, report)];
    }
    let named = |p: &PersonValue| Argument {
        entity: Some(p.entity),
        name: Some(p.name.clone()),
        count: Some(1),
        ..argument.clone()
    };
    list.into_iter().map(named).collect()
}

/// Sentences looked back over for a pair.
const PAIR: usize = 3;

/// "both leaders", "the two women": two people who were named before.
fn points_at_two(read: Reader, argument: &Argument) -> bool {
    let (start, end) = (argument.tokens.start, argument.tokens.end);
    let before = start.checked_sub(1).map_or("", |t| read.doc.norm(t));
    let first = read.doc.norm(start);
    let fuller = !alike::is_generic(read, &fact::head(read.doc, argument)); // "the two people killed inside": somebody else
    let two =
        before == "both" || first == "both" || fuller && first == "two" && matches!(before, "the" | "these" | "those");
    let people = matches!(argument.sort, Sort::Role | Sort::Generic | Sort::Other);
    two && people && read.doc.tag(end - 1) == Tag::NNS && read.doc.norm(end) != "of"
}

/// The persons of the nearest list: between two of them stand only commas, "and" and words that describe them.
fn list_before<'a>(read: Reader<'a>, argument: &Argument, frame: &'a Frame, back: usize) -> Vec<&'a PersonValue> {
    let since = read.doc.sentences.get(frame.sentence.saturating_sub(back)).map_or(0, |s| s.tokens.start);
    let near = coreference::before(read, argument.tokens.start, frame).take_while(|(m, _)| m.tokens.start >= since);
    let mut list: Vec<(&Mention, &PersonValue)> = Vec::new();
    for (m, person) in near {
        match list.last() {
            Some((right, _)) if !listed(read, m.tokens.end, right.tokens.start) => break,
            _ if list.iter().any(|(_, p)| p.entity == person.entity) => {}
            _ => list.push((m, person)),
        }
    }
    list.reverse();
    list.into_iter().map(|(_, p)| p).collect()
}

fn listed(read: Reader, from: usize, to: usize) -> bool {
    let joins = |t: usize| matches!(read.doc.tag(t), Tag::CC) || read.doc.text(t) == ",";
    let describes = |t: usize| {
        let tag = read.doc.tag(t);
        tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::DT | Tag::CD | Tag::PRPS)
    };
    (from..to).any(joins) && (from..to).all(|t| joins(t) || describes(t))
}
