//! "Investigators blame the cartel.", "Police attribute it to rebels.", "The front is held responsible.": who is blamed for
//! what was told right before, without a word for it.
//!
//! Input: the tokens of a sentence; output: whether it blames somebody in this way.

use crate::frames::blame::cue;
use crate::frames::people::argument::Reader;
use std::ops::Range;

/// The sentence blames somebody and says not for what.
pub fn stands(reader: Reader, tokens: Range<usize>) -> bool {
    tokens.clone().any(|at| {
        cue(reader, at).is_some_and(|(value, end)| match value {
            "agent-blamed" => reader.doc.tag(at).is_verb() && for_all_of_it(reader, end..tokens.end),
            "agent-to" => points_back(reader, end),
            "agent-before" | "held" => end >= tokens.end || reader.doc.text(end) == ".",
            _ => false,
        })
    })
}

/// "blamed the army", "blamed IT on the army", neither "blamed the army FOR rising prices" nor "blamed the crisis ON the army".
fn for_all_of_it(reader: Reader, mut behind: Range<usize>) -> bool {
    let it = points_back(reader, behind.start);
    behind.all(|t| match reader.doc.norm(t) {
        "for" => false,
        "on" => it,
        _ => true,
    })
}

/// "it", "this": what was told before.
pub(super) fn points_back(reader: Reader, at: usize) -> bool {
    at < reader.doc.tokens.len() && matches!(reader.doc.norm(at), "it" | "this" | "them")
}
