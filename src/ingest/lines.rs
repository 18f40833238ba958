//! Text -> [`Line`]s with their kinds, in order, without overlap; what lies between two lines is a line break.

use super::{Line, LineKind};
use crate::patterns::Patterns;
use crate::span::Span;

/// Cuts the text into lines and says what each is.
pub fn classify(text: &str, patterns: &Patterns) -> Vec<Line> {
    let _ = patterns;
    let mut lines: Vec<Line> = Vec::new();
    for span in spans(text) {
        let blank = span.of(text).trim().is_empty();
        let kind = if blank { LineKind::Blank } else { LineKind::Paragraph };
        let continues = !blank && lines.last().is_some_and(|l| l.kind == kind);
        lines.push(Line { span, kind, continues, rule: crate::code_rule!("line-default") });
    }
    lines
}

/// Every line without its line break: LF, CRLF, CR, VT, FF, NEL and the line and paragraph separators of Unicode.
pub fn spans(text: &str) -> impl Iterator<Item = Span> {
    let mut at = Some(0);
    std::iter::from_fn(move || {
        let start = at?;
        let rest = &text[start..];
        let (len, skip) = match rest.find(is_break) {
            None => (rest.len(), None),
            Some(n) if rest[n..].starts_with("\r\n") => (n, Some(2)),
            Some(n) => (n, Some(rest[n..].chars().next().map_or(1, char::len_utf8))),
        };
        at = skip.map(|s| start + len + s);
        Some(Span::new(start, start + len))
    })
}

fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
