//! Which lines continue the paragraph of the line before: hard-wrapped copy does, one paragraph per line does not.

use super::Verdict;
use super::cells::is_row;
use super::sight::Sight;
use crate::ingest::LineKind;

/// Widest line of hard-wrapped copy, in code points.
const WIDEST: usize = 120;
/// In lines wider than that, only one that stops in the middle of a sentence goes on.
const OPEN: usize = 160;
/// Narrowest column in which a full line speaks for wrapping.
const NARROWEST: usize = 40;

/// Sets `continues`, block by block; the lines below a bullet or a standfirst take its kind when they continue it.
pub fn mark(text: &str, sights: &[Sight], verdicts: &mut [Verdict]) {
    let mut from = 0;
    while from < sights.len() {
        let to = end_of_run(sights, verdicts, from);
        let width = sights[from..to].iter().map(|s| s.chars + s.indent).max().unwrap_or(0);
        let closed = sights[to - 1].ends;
        for n in from + 1..to {
            let open = width <= WIDEST || !sights[n - 1].ends && (width <= OPEN || goes_on(text, &sights[n - 1]));
            if open && runs_on(text, &sights[n - 1], &sights[n], width, closed) {
                verdicts[n].continues = true;
                verdicts[n].kind = verdicts[n - 1].kind;
            }
        }
        from = to;
    }
}

/// Lines without blank line between them of which the first may begin a paragraph and no other is decided by a rule.
fn end_of_run(sights: &[Sight], verdicts: &[Verdict], from: usize) -> usize {
    let text = |v: &Verdict| matches!(v.kind, LineKind::Paragraph | LineKind::Standfirst);
    if !text(&verdicts[from]) && verdicts[from].kind != LineKind::Bullet {
        return from + 1;
    }
    let follows = |n: &usize| sights[*n].line == sights[*n - 1].line + 1 && text(&verdicts[*n]) && !verdicts[*n].ruled;
    (from + 1..sights.len()).take_while(follows).count() + from + 1
}

/// A comma ends the line.
fn goes_on(text: &str, line: &Sight) -> bool {
    line.span.of(text).trim_end().ends_with(',')
}

fn runs_on(text: &str, line: &Sight, next: &Sight, width: usize, closed: bool) -> bool {
    let below = next.span.of(text);
    if is_row(below) || is_row(line.span.of(text)) {
        return false;
    }
    let word = below.split_whitespace().next().map_or(0, |w| w.chars().count());
    let full = width >= NARROWEST && line.chars + line.indent + 1 + word > width;
    if next.indent >= line.indent + 2 && line.ends {
        return false;
    }
    let lower = below.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase);
    full || !line.ends && (lower || closed)
}
