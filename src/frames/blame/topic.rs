//! "Police arrested X after a STORY ABOUT SMUGGLING": a crime that somebody wrote or spoke about is not what he is held for.

use crate::frames::people::argument::Reader;

/// Words between what was published and the crime that it is about: "stories about the governor's alleged fraud".
const NEAR: usize = 7;

/// A word for what is written, shown or said stands before the token, with nothing but the topic between.
pub(super) fn is_topic(reader: Reader, token: usize) -> bool {
    let Some(class) = reader.patterns.classes.publishing else { return false };
    let from = reader.doc.sentence_of(token).map_or(0, |s| s.tokens.start);
    let inside = |t: &usize| !matches!(reader.doc.text(*t), "," | ";" | ":");
    let mut before = (from.max(token.saturating_sub(NEAR))..token).rev().take_while(inside);
    before.any(|t| reader.is(t, Some(class)))
}
