//! Days alone on their lines between paragraphs head the entries of a timeline: none of them is the day of publication.

use super::Verdict;
use super::sight::Sight;
use crate::ingest::{LineKind, stamp};
use crate::patterns::Patterns;

/// Fewest such lines of a timeline.
const ENTRIES: usize = 2;

/// Makes headings of them, behind the first line of text.
pub fn mark(text: &str, sights: &[Sight], verdicts: &mut [Verdict], patterns: &Patterns) {
    let text_kind = |n: usize| matches!(verdicts[n].kind, LineKind::Paragraph | LineKind::Standfirst);
    let Some(first) = (0..sights.len()).find(|&n| sights[n].ends && text_kind(n)) else { return };
    let told = |n: usize| verdicts.get(n + 1).is_some_and(|v| v.kind.has_sentences());
    let days: Vec<usize> = (first..sights.len()).filter(|&n| told(n) && is_day(text, &sights[n], patterns)).collect();
    if days.len() < ENTRIES {
        return;
    }
    for n in days {
        verdicts[n].kind = LineKind::Heading;
        verdicts[n].rule = crate::code_rule!("line-day-of-entry");
    }
}

/// The line is a whole day and nothing else.
fn is_day(text: &str, sight: &Sight, patterns: &Patterns) -> bool {
    let line = sight.span.of(text);
    let stamps = if sight.chars <= LONGEST { stamp::find(line, patterns) } else { Vec::new() };
    let whole = |s: &stamp::Stamp| s.span.of(line).len() == line.len();
    matches!(stamps.as_slice(), [day] if whole(day) && !day.published && !day.updated && day.other.is_none())
}

/// Code points of the longest day ("Wednesday, 24 September 2014").
const LONGEST: usize = 32;
