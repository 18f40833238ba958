//! "They", "them": the persons of the list of names told nearest before.
//!
//! Input: an argument of a frame; output: one argument for each person meant, or the argument as it is resolved alone.

use super::coreference;
use crate::document::Tag;
use crate::frames::argument::{Reader, Sort};
use crate::frames::{Argument, Frame, pronoun};
use crate::mentions::{Mention, PersonValue};

/// "A and B say that THEY were beaten": everybody in the list of names nearest before, in this sentence or the one before.
pub fn resolve(read: Reader, argument: &Argument, frame: &Frame, report: bool) -> Vec<Argument> {
    let plural =
        argument.sort == Sort::Pronoun && pronoun::value(read, read.doc.norm(argument.tokens.end - 1)) == Some("p");
    let list = if plural { list_before(read, argument, frame) } else { Vec::new() };
    if list.len() < 2 {
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

/// The persons of the nearest list: between two of them stand only commas, "and" and words that describe them.
fn list_before<'a>(read: Reader<'a>, argument: &Argument, frame: &'a Frame) -> Vec<&'a PersonValue> {
    let since = read.doc.sentences.get(frame.sentence.saturating_sub(1)).map_or(0, |s| s.tokens.start);
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
