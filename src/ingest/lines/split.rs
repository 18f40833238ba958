//! A line whose end is a credit or a timestamp becomes two lines: what stands before keeps its kind, or is a caption.

use super::Verdict;
use super::sight::{Sight, tail};
use crate::ingest::{Line, LineKind};
use crate::patterns::Patterns;
use crate::patterns::lines::LineRule;
use crate::span::Span;

/// Longest text before a credit that is taken for the caption.
const CAPTION: usize = 300;

/// Adds the line, in one or two pieces; `whole` includes the white space around it.
pub fn push(text: &str, whole: Span, sight: &Sight, verdict: Verdict, patterns: &Patterns, lines: &mut Vec<Line>) {
    let line = |span, kind, rule| Line { span, kind, continues: verdict.continues && span == whole, rule };
    let Some((rule, at)) = cut(text, sight, verdict, patterns) else {
        return lines.push(line(whole, verdict.kind, verdict.rule));
    };
    let (before, after) = (Span { end: at, ..whole }, Span { start: at, ..whole });
    if before.of(text).trim().is_empty() {
        return lines.push(line(whole, rule.kind, rule.rule));
    }
    let caption = rule.kind == LineKind::Credit && !verdict.continues && before.len() <= CAPTION;
    let kind = if caption { LineKind::Caption } else { verdict.kind };
    let first = Line { span: before, kind, continues: verdict.continues, rule: verdict.rule };
    lines.push(first);
    lines.push(line(after, rule.kind, rule.rule));
}

/// The rule for a line's end that fits, and the byte where that end begins.
fn cut<'p>(text: &str, sight: &Sight, verdict: Verdict, patterns: &'p Patterns) -> Option<(&'p LineRule, u32)> {
    if verdict.ruled || verdict.kind == LineKind::Furniture {
        return None;
    }
    let bare = sight.span.of(text);
    let seen = tail(bare);
    let rules = sight.hits.iter().filter_map(|h| patterns.lines.lines.get(*h as usize));
    let rule = rules.into_iter().find(|r| r.tail && r.zones.contains(&sight.zone))?;
    let found = rule.regex.find(seen)?;
    Some((rule, sight.span.start + (bare.len() - seen.len() + found.start()) as u32))
}
