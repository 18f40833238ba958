//! What each line that is not blank looks like: length, indent, end, fitting rules, block of neighbours, zone of the page.

use super::dated::is_dated;
use crate::patterns::Patterns;
use crate::patterns::lines::{LONGEST, Zone};
use crate::span::Span;

/// Bytes of a long line's end that those rules see.
const TAIL: usize = 240;
/// Lines of the page that can belong to its top.
const TOP: usize = 18;

/// One line that is not blank.
pub struct Sight {
    /// Index among all lines.
    pub line: usize,
    /// The line without white space around it.
    pub span: Span,
    /// Code points of that.
    pub chars: usize,
    /// Bytes of white space before it.
    pub indent: usize,
    /// It ends like a sentence.
    pub ends: bool,
    /// The same words as the page's first line: the title once more.
    pub again: bool,
    /// Rules whose expression fits, in order.
    pub hits: Vec<u16>,
    /// A rule fits the line as a whole.
    pub matched: bool,
    /// Lines without blank line or matched line between them share the number.
    pub block: u32,
    /// Names and a day stand in it (`dated.rs`), and only lines without a full stop above it.
    pub dated: bool,
    /// Running text.
    pub prose: bool,
    /// Where on the page.
    pub zone: Zone,
}

/// Lines of a page above its text.
const HEADER: usize = 8;

/// Looks at every line.
pub fn look(text: &str, spans: &[Span], patterns: &Patterns) -> Vec<Sight> {
    let mut sights: Vec<Sight> = Vec::new();
    for (line, span) in spans.iter().enumerate() {
        let whole = span.of(text);
        let bare = whole.trim();
        if bare.is_empty() {
            continue;
        }
        let indent = whole.len() - whole.trim_start().len();
        let start = span.start as usize + indent;
        let mut sight = Sight {
            line,
            span: Span::new(start, start + bare.len()),
            chars: bare.chars().count(),
            indent,
            ends: ends_sentence(bare),
            again: sights.first().is_some_and(|first| first.span.of(text) == bare),
            hits: Vec::new(),
            matched: false,
            block: 0,
            dated: false,
            prose: false,
            zone: Zone::Body,
        };
        if !is_inside(bare, &sight, sights.last()) {
            sight.hits = patterns.lines.fitting(tail(bare), bare.len());
        }
        let whole_line = |h: &u16| patterns.lines.lines.get(*h as usize).is_some_and(|r| !r.tail && r.free());
        let above = sights.len() < HEADER && !sights.iter().any(|s| s.ends && !s.matched);
        sight.dated = above && is_dated(bare, patterns);
        sight.matched = sight.dated || sight.hits.iter().any(whole_line);
        sight.block = match sights.last() {
            Some(last) if last.line + 1 == line && !last.matched && !sight.matched => last.block,
            Some(last) => last.block + 1,
            None => 0,
        };
        sights.push(sight);
    }
    sights
}

/// The line plainly goes on with a sentence of hard-wrapped copy, so that no rule may take it out.
fn is_inside(bare: &str, sight: &Sight, last: Option<&Sight>) -> bool {
    let open = last.is_some_and(|l| l.line + 1 == sight.line && !l.matched && !l.ends && !l.again && l.chars >= 45);
    let first = bare.chars().find(|c| c.is_alphanumeric());
    // "by Marta Orlova • 14 Sep 2023 • 4 min": no sentence holds such marks.
    let marked = bare.contains(['•', '·', '|']);
    open && !marked && (first.is_some_and(char::is_lowercase) || !bare.chars().any(char::is_lowercase))
}

/// The end of a long line, or the line.
pub fn tail(bare: &str) -> &str {
    let mut from = if bare.len() > LONGEST { bare.len() - TAIL } else { 0 };
    while !bare.is_char_boundary(from) {
        from += 1;
    }
    &bare[from..]
}

/// Ends with a full stop or its like, closing quotes and brackets left out.
pub fn ends_sentence(bare: &str) -> bool {
    let bare = bare.trim_end_matches(['”', '"', '’', '\'', ')', ']', '»']);
    bare.ends_with(['.', '!', '?', '…', '。', '؟', '।'])
}

/// Sets `prose` and `zone`: the top reaches to the second block of running text, the end begins after the last.
pub fn zones(sights: &mut [Sight]) {
    mark_prose(sights);
    let mut blocks = sights.iter().enumerate().filter(|(_, s)| s.prose).map(|(n, s)| (n, s.block));
    let first = blocks.next();
    let second = blocks.find(|(_, block)| first.is_some_and(|(_, b)| b != *block)).map(|(n, _)| n);
    let last = sights.iter().rposition(|s| s.prose);
    for (n, sight) in sights.iter_mut().enumerate() {
        sight.zone = if n < TOP && second.is_none_or(|s| n < s) && (!sight.prose || first.is_some_and(|f| n <= f.0)) {
            Zone::Top
        } else if last.is_none_or(|l| n > l) {
            Zone::End
        } else {
            Zone::Body
        };
    }
}

fn mark_prose(sights: &mut [Sight]) {
    let mut from = 0;
    while from < sights.len() {
        let block = sights[from].block;
        let to = from + sights[from..].iter().take_while(|s| s.block == block).count();
        let lines = &mut sights[from..to];
        let total: usize = lines.iter().map(|s| s.chars).sum();
        let long = |s: &Sight| !s.again && (s.chars >= 140 || s.chars >= 55 && s.ends);
        let prose = lines.iter().any(long) || lines.len() >= 3 && total >= 150;
        for sight in lines.iter_mut() {
            sight.prose = prose && !sight.matched;
        }
        from = to;
    }
}
