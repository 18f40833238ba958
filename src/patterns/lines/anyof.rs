//! Many expressions as one, which says in one pass over a text that none of them fits: the answer for most lines.

use super::parts::without_names;
use regex::{Regex, RegexBuilder};

/// See the module. Without an expression (none was given, or together they are too large) it rules nothing out.
#[derive(Debug, Default)]
pub struct AnyOf(Option<Regex>);

/// Bytes that the compiled expression, and its tables in each thread, may take.
const SIZE: usize = 1 << 25;

impl AnyOf {
    /// All of these expressions.
    pub fn of<'r>(all: impl Iterator<Item = &'r Regex>) -> Self {
        let parts: Vec<String> = all.map(|r| format!("(?:{})", without_names(r.as_str()))).collect();
        AnyOf(RegexBuilder::new(&parts.join("|")).size_limit(SIZE).dfa_size_limit(SIZE).build().ok())
    }

    /// False when none of the expressions fits the text.
    pub fn may_match(&self, text: &str) -> bool {
        self.0.as_ref().is_none_or(|regex| regex.is_match(text))
    }
}
