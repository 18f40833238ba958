//! Text -> [`Line`]s with their kinds, in order, without overlap; what lies between two lines is a line break.
//!
//! ```text
//! spans -> run_on (the header of a text that is one line) -> sight (what each line looks like, which rules fit) -> zones ->
//! decide (rules) -> layout (title, captions, standfirst, headings) -> entries (days that head the entries of a timeline) ->
//! wrap (which lines continue a paragraph) -> split (credits at the end of a line)
//! ```
//! Offsets are bytes of the text. Everything is linear in the text's length.

pub mod cells;
mod dated;
mod decide;
mod entries;
mod layout;
mod run_on;
mod sight;
mod split;
mod wrap;

use super::{Line, LineKind};
use crate::patterns::Patterns;
use crate::patterns::source::Rule;
use crate::span::Span;
use sight::Sight;

/// What was decided about one line that is not blank.
#[derive(Clone, Copy)]
struct Verdict {
    kind: LineKind,
    rule: Rule,
    /// A data rule decided, not the layout.
    ruled: bool,
    continues: bool,
}

/// Cuts the text into lines and says what each is.
pub fn classify(text: &str, patterns: &Patterns) -> Vec<Line> {
    let spans = run_on::cut(text, spans(text).collect(), patterns);
    let mut sights = sight::look(text, &spans, patterns);
    sight::zones(&mut sights);
    let mut verdicts = decide::by_rules(text, &sights, patterns);
    layout::apply(text, &sights, &mut verdicts, patterns);
    entries::mark(text, &sights, &mut verdicts, patterns);
    wrap::mark(text, &sights, &mut verdicts);
    assemble(text, &spans, &sights, &verdicts, patterns)
}

fn assemble(text: &str, spans: &[Span], sights: &[Sight], verdicts: &[Verdict], patterns: &Patterns) -> Vec<Line> {
    let mut lines = Vec::with_capacity(spans.len());
    let mut seen = sights.iter().zip(verdicts).peekable();
    for (n, span) in spans.iter().enumerate() {
        match seen.next_if(|(sight, _)| sight.line == n) {
            Some((sight, verdict)) => split::push(text, *span, sight, *verdict, patterns, &mut lines),
            None => {
                let rule = crate::code_rule!("line-blank");
                lines.push(Line { span: *span, kind: LineKind::Blank, continues: false, rule });
            }
        }
    }
    lines
}

/// Every line without its line break: LF, CRLF, CR, VT, FF, NEL and the line and paragraph separators of Unicode.
pub fn spans(text: &str) -> impl Iterator<Item = Span> {
    let mut at = Some(0);
    std::iter::from_fn(move || {
        let start = at?;
        let rest = &text[start..];
        let (len, skip) = match find_break(rest) {
            None => (rest.len(), None),
            Some(n) if rest[n..].starts_with("\r\n") => (n, Some(2)),
            Some(n) => (n, Some(rest[n..].chars().next().map_or(1, char::len_utf8))),
        };
        at = skip.map(|s| start + len + s);
        Some(Span::new(start, start + len))
    })
}

/// Where the first line break begins.
fn find_break(text: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        let may_begin = |b: &u8| matches!(b, b'\n'..=b'\r' | 0xc2 | 0xe2);
        at += text.as_bytes().get(at..)?.iter().position(may_begin)?;
        let c = text.get(at..)?.chars().next()?;
        if is_break(c) {
            return Some(at);
        }
        at += c.len_utf8();
    }
}

fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| Patterns::load(None).unwrap());

    #[track_caller]
    fn check(text: &str) {
        let mut at = 0;
        for line in classify(text, &PATTERNS) {
            let (start, end) = (line.span.start as usize, line.span.end as usize);
            assert!(start >= at && end >= start && text.is_char_boundary(start) && text.is_char_boundary(end));
            assert!(text[at..start].chars().all(is_break), "{:?}", &text[at..start]);
            at = end;
        }
        assert!(text[at..].chars().all(is_break));
    }

    fn kinds(text: &str) -> Vec<&'static str> {
        let lines = classify(text, &PATTERNS);
        lines.iter().filter(|l| l.kind != LineKind::Blank).map(|l| l.kind.name()).collect()
    }

    #[test]
    fn a_body_without_title_keeps_its_first_sentence() {
        let text = "The mayor of a small town was shot dead.\nPolice are looking for two men.\n";
        assert_eq!(kinds(text), ["paragraph", "paragraph"]);
    }

    #[test]
    fn a_million_short_lines_and_one_long_line_take_linear_time() {
        let started = std::time::Instant::now();
        assert_eq!(classify(&"ab\n".repeat(200_000), &PATTERNS).len(), 200_001);
        assert_eq!(classify(&"A man was shot. ".repeat(200_000), &PATTERNS).len(), 1);
        assert!(started.elapsed().as_secs() < 20);
    }

    proptest! {
        #[test]
        fn lines_cover_any_text(text in "(?s).{0,400}") {
            check(&text);
        }

        #[test]
        fn lines_cover_page_like_text(
            pieces in proptest::collection::vec(proptest::sample::select(vec![
                "By Jane Roe", "Photo: A. Roe / Agency", "\n", "\r\n", "\r", "\u{2028}", "LIMA, Peru (AP) _ ", "3 May 2021",
                "Trending Now", "• one", "Updated 3 hours ago", "author-image", "A man was shot. ", "(Photo by É. Žižek)",
                "\u{ad}", " ", "(", "Credit: ", "02/05/2021", "New Update", "THE MAYOR", "\u{a0}", "e\u{301}", "© 2016 X",
            ]), 0..40)
        ) {
            check(&pieces.concat());
        }
    }
}
