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
        let parts: Vec<String> = all.map(|r| format!("(?:{})", uncounted(&without_names(r.as_str())))).collect();
        AnyOf(RegexBuilder::new(&parts.join("|")).size_limit(SIZE).dfa_size_limit(SIZE).build().ok())
    }

    /// False when none of the expressions fits the text.
    pub fn may_match(&self, text: &str) -> bool {
        self.0.as_ref().is_none_or(|regex| regex.is_match(text))
    }
}

/// The expression with `*` or `+` for every counted repetition, so that it fits whatever the expression fits, and more. A count
/// makes a state of the automaton for every position of a line.
fn uncounted(expression: &str) -> String {
    let (mut out, mut rest, mut class) = (String::with_capacity(expression.len()), expression, 0usize);
    while let Some(first) = rest.chars().next() {
        let len = match first {
            '\\' => escape(rest),
            '{' if class == 0 => {
                let end = rest.find('}').map_or(rest.len(), |n| n + 1);
                out.push(if rest.starts_with("{0") { '*' } else { '+' });
                rest = &rest[end..];
                continue;
            }
            _ => first.len_utf8(),
        };
        class = match first {
            '[' => class + 1,
            ']' => class.saturating_sub(1),
            _ => class,
        };
        out.push_str(&rest[..len]);
        rest = &rest[len..];
    }
    out
}

/// Bytes of the escape at the start: `\.`, `\p{L}`.
fn escape(text: &str) -> usize {
    let second = text[1..].chars().next().map_or(0, char::len_utf8);
    let braced = text.get(1 + second..).is_some_and(|t| t.starts_with('{'));
    if braced && text[1..].starts_with(['p', 'P', 'x', 'u']) {
        return text.find('}').map_or(text.len(), |n| n + 1);
    }
    1 + second
}

#[cfg(test)]
mod tests {
    use super::uncounted;

    #[test]
    fn counts_become_open() {
        assert_eq!(uncounted(r"^[a-z]{2,5}x{0,3}(?:\p{Lu}\.){4}$"), r"^[a-z]+x*(?:\p{Lu}\.)+$");
        assert_eq!(uncounted(r"[{}]\{2\}[\]{1}]"), r"[{}]\{2\}[\]{1}]");
    }
}
