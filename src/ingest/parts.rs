//! A text far longer than any article -> parts of it that are read one after the other, so that memory stays bounded.
//!
//! A part is a run of the article's lines; the text and all offsets in it stay the same. A line that is too long by itself
//! is cut after a full stop, else at a space.

use super::Line;
use crate::span::Span;

/// Bytes of a part: books are longer, news articles are not.
pub const LONGEST: usize = 1 << 20;

/// The lines of each part, in order.
pub fn of(text: &str, lines: &[Line]) -> Vec<Vec<Line>> {
    let mut parts: Vec<Vec<Line>> = Vec::new();
    let mut room = 0;
    for piece in lines.iter().flat_map(|line| pieces(text, line)) {
        let len = piece.span.len() + 1;
        if parts.is_empty() || len > room {
            parts.push(Vec::new());
            room = LONGEST;
        }
        room = room.saturating_sub(len);
        parts.last_mut().into_iter().for_each(|part| part.push(piece.clone()));
    }
    parts
}

/// The line in pieces that are short enough.
fn pieces(text: &str, line: &Line) -> Vec<Line> {
    let mut out = Vec::new();
    let mut rest = line.span;
    while rest.len() > LONGEST {
        let at = rest.start + cut(rest.of(text)) as u32;
        out.push(Line { span: Span { end: at, ..rest }, continues: line.continues && out.is_empty(), ..line.clone() });
        rest.start = at;
    }
    out.push(Line { span: rest, continues: line.continues && out.is_empty(), ..line.clone() });
    out
}

/// Where a text is cut that is too long: below the greatest length, inside no character.
fn cut(text: &str) -> usize {
    let mut most = LONGEST.min(text.len());
    while !text.is_char_boundary(most) {
        most -= 1;
    }
    let head = text.get(..most).unwrap_or(text);
    let half = |at: &usize| *at > most / 2;
    head.rfind(". ").map(|at| at + 2).filter(half).or_else(|| head.rfind(' ').filter(half)).unwrap_or(most).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::LineKind;

    fn line(start: usize, end: usize) -> Line {
        let rule = crate::code_rule!("line-text");
        Line { span: Span::new(start, end), kind: LineKind::Paragraph, continues: false, rule }
    }

    #[test]
    fn parts_cover_the_lines_and_are_short() {
        for sentence in ["A man was shot in Lima. ", "x", "é ", "no stop here "] {
            let text = sentence.repeat(5 * LONGEST / 2 / sentence.len());
            let lines = [line(0, 12), line(12, text.len() - 24), line(text.len() - 24, text.len())];
            let parts = of(&text, &lines);
            let spans: Vec<Span> = parts.iter().flatten().map(|l| l.span).collect();
            assert!(spans.windows(2).all(|pair| pair[0].end == pair[1].start), "{sentence:?}");
            assert_eq!((spans[0].start, spans[spans.len() - 1].end as usize), (0, text.len()));
            assert!(spans.iter().all(|s| s.len() <= LONGEST && text.is_char_boundary(s.end as usize)));
            assert!(parts.len() >= 3, "{sentence:?}");
        }
    }

    #[test]
    fn a_part_ends_with_a_sentence() {
        let text = "A man was shot in Lima. ".repeat(LONGEST / 10);
        let parts = of(&text, &[line(0, text.len())]);
        assert!(parts.iter().flatten().all(|l| l.span.of(&text).ends_with(". ")));
    }
}
