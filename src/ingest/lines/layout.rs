//! What only the place on the page tells: title and its repetitions, captions beside credits, standfirst, headings.

use super::Verdict;
use super::sight::Sight;
use crate::ingest::{LineKind, header};
use crate::patterns::Patterns;
use crate::patterns::lines::Zone;
use crate::patterns::source::Rule;
use std::collections::HashMap;

/// Longest title.
const TITLE: usize = 160;
/// Longest caption.
const CAPTION: usize = 260;
/// Longest heading.
const HEADING: usize = 90;

/// Changes the verdicts that no rule gave.
pub fn apply(text: &str, sights: &[Sight], verdicts: &mut [Verdict], patterns: &Patterns) {
    let title = find_title(text, sights, verdicts, patterns);
    if let Some(n) = title {
        set(&mut verdicts[n], LineKind::Title, crate::code_rule!("line-title"));
        mark_repeats(text, sights, verdicts, n);
    }
    mark_captions(sights, verdicts);
    mark_duplicates(text, sights, verdicts);
    if let Some(n) = title {
        mark_standfirst(sights, verdicts, n);
    }
    mark_headings(text, sights, verdicts, patterns);
}

fn set(verdict: &mut Verdict, kind: LineKind, rule: Rule) {
    verdict.kind = kind;
    verdict.rule = rule;
}

/// The first line that no rule knows, when it is short, no sentence, and the text does not run on below it.
fn find_title(text: &str, sights: &[Sight], verdicts: &[Verdict], patterns: &Patterns) -> Option<usize> {
    let n = verdicts.iter().take(6).position(|v| !v.ruled)?;
    let sight = sights.get(n)?;
    let bare = sight.span.of(text);
    let capitals = !bare.chars().any(char::is_lowercase);
    let stop = bare.ends_with(['.', '。', '…', ';', ',']) && !bare.ends_with("..") && !capitals;
    let dateline = header::dateline_of(bare, 0, patterns).is_some_and(|d| d.date.is_some() || d.agency.is_some());
    if stands_above_header(sight, sights.get(n + 1).zip(verdicts.get(n + 1))) {
        return Some(n);
    }
    let fits = sight.chars <= TITLE && !stop && !dateline && bare.chars().any(char::is_alphabetic);
    let parted = match sights.get(n + 1) {
        None => !sight.ends && sights.len() > 1,
        Some(next) => {
            next.line > sight.line + 1 && !(capitals && sight.ends)
                || begins_text(text, sight, next, &verdicts[n + 1])
                || capitals && is_dateline(next.span.of(text), patterns)
        }
    };
    (fits && parted).then_some(n)
}

/// Nothing but a dateline stands in the line.
fn is_dateline(bare: &str, patterns: &Patterns) -> bool {
    header::dateline_of(bare, 0, patterns).is_some_and(|d| d.span.len() == bare.len())
}

/// A byline or timestamp directly below makes a title of any line that is not too long.
fn stands_above_header(sight: &Sight, next: Option<(&Sight, &Verdict)>) -> bool {
    let header = |v: &Verdict| v.ruled && matches!(v.kind, LineKind::Timestamp | LineKind::Byline);
    sight.chars <= TITLE + TITLE / 2 && next.is_some_and(|(below, v)| below.line == sight.line + 1 && header(v))
}

/// The line below a title without blank line between: a header line, a repetition, or a paragraph on a line of its own.
fn begins_text(text: &str, title: &Sight, next: &Sight, verdict: &Verdict) -> bool {
    let header = verdict.ruled && !matches!(verdict.kind, LineKind::Bullet);
    let same = has_key(next.span.of(text), &key(title.span.of(text)));
    let paragraph = next.chars > 130 && !title.ends && !next.span.of(text).starts_with(char::is_lowercase);
    header || same || paragraph
}

/// Letters and digits only, folded.
fn key(line: &str) -> String {
    let mut out = crate::document::fold::fold(line);
    out.retain(char::is_alphanumeric);
    out
}

/// Whether that is the line's key.
fn has_key(line: &str, wanted: &str) -> bool {
    begins_with_key(line, wanted)
        && if line.is_ascii() { ascii_key(line).eq(wanted.bytes()) } else { key(line) == wanted }
}

/// False when the line's key plainly does not begin like that.
fn begins_with_key(line: &str, wanted: &str) -> bool {
    let plain = line.split(|c: char| !c.is_ascii()).next().unwrap_or("");
    let whole = plain.len() == line.len();
    let mut own = ascii_key(plain);
    wanted.bytes().all(|b| own.next().map_or(!whole, |o| o == b))
}

/// The key of ASCII text.
fn ascii_key(text: &str) -> impl Iterator<Item = u8> {
    text.bytes().filter(u8::is_ascii_alphanumeric).map(|b| b.to_ascii_lowercase())
}

/// The title again, with or without the outlet behind it.
fn mark_repeats(text: &str, sights: &[Sight], verdicts: &mut [Verdict], title: usize) {
    let Some(first) = sights.get(title) else { return };
    let bare = first.span.of(text);
    let wanted = key(bare);
    let without = key(head(bare));
    for (sight, verdict) in sights.iter().zip(verdicts.iter_mut()).skip(title + 1) {
        if verdict.ruled || sight.chars > first.chars + 80 {
            continue;
        }
        let line = sight.span.of(text);
        let longer = || begins_with_key(line, &wanted) && has_key(head(line), &wanted);
        if has_key(line, &wanted) || has_key(line, &without) || longer() {
            set(verdict, LineKind::Title, crate::code_rule!("line-title-again"));
        }
    }
}

/// The part before " | Outlet" or " - Outlet".
fn head(line: &str) -> &str {
    let cut = [" | ", " - ", " – ", " — ", " :: "].iter().filter_map(|mark| line.rfind(mark)).max();
    cut.and_then(|at| line.get(..at)).unwrap_or(line)
}

/// Short lines directly above or below a photographer's line.
fn mark_captions(sights: &[Sight], verdicts: &mut [Verdict]) {
    for n in 0..sights.len() {
        if verdicts[n].kind != LineKind::Credit {
            continue;
        }
        let rule = crate::code_rule!("line-beside-credit");
        let free = |m: usize, verdicts: &[Verdict]| {
            !verdicts[m].ruled && verdicts[m].kind == LineKind::Paragraph && sights[m].chars <= CAPTION
        };
        if n > 0 && sights[n - 1].line + 1 == sights[n].line && free(n - 1, verdicts) {
            set(&mut verdicts[n - 1], LineKind::Caption, rule);
        }
        let alone = sights.get(n + 2).is_none_or(|after| after.line > sights[n].line + 2);
        if sights.get(n + 1).is_some_and(|s| s.line == sights[n].line + 1) && alone && free(n + 1, verdicts) {
            set(&mut verdicts[n + 1], LineKind::Caption, rule);
        }
    }
}

/// A line that stands on the page twice: a label of the page when very short, else the second is a caption.
fn mark_duplicates(text: &str, sights: &[Sight], verdicts: &mut [Verdict]) {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for n in 0..sights.len() {
        if verdicts[n].ruled || verdicts[n].kind != LineKind::Paragraph || sights[n].chars > CAPTION {
            continue;
        }
        let Some(&first) = seen.get(sights[n].span.of(text)) else {
            seen.insert(sights[n].span.of(text), n);
            continue;
        };
        if sights[n].chars <= 30 && !sights[n].ends {
            set(&mut verdicts[n], LineKind::Furniture, crate::code_rule!("line-label-again"));
            if verdicts[first].kind == LineKind::Paragraph {
                set(&mut verdicts[first], LineKind::Furniture, crate::code_rule!("line-label-again"));
            }
        } else if sights[n].chars > 30 {
            set(&mut verdicts[n], LineKind::Caption, crate::code_rule!("line-again"));
        }
    }
}

/// Up to three lines of text between the title and the last byline, timestamp or repeated title of the top.
fn mark_standfirst(sights: &[Sight], verdicts: &mut [Verdict], title: usize) {
    let is_head = |v: &Verdict| matches!(v.kind, LineKind::Byline | LineKind::Timestamp | LineKind::Title);
    let top = sights.iter().take_while(|s| s.zone == Zone::Top).count();
    let Some(last) = verdicts[..top].iter().rposition(is_head).filter(|last| *last > title) else { return };
    let between: Vec<usize> =
        (title + 1..last).filter(|&n| !verdicts[n].ruled && verdicts[n].kind == LineKind::Paragraph).collect();
    if between.len() <= 3 {
        for n in between {
            set(&mut verdicts[n], LineKind::Standfirst, crate::code_rule!("line-standfirst"));
        }
    }
}

/// A short line on its own that is no sentence.
fn mark_headings(text: &str, sights: &[Sight], verdicts: &mut [Verdict], patterns: &Patterns) {
    for n in 0..sights.len() {
        let sight = &sights[n];
        let open = !verdicts[n].ruled && verdicts[n].kind == LineKind::Paragraph && !sight.prose;
        let alone = (n == 0 || sights[n - 1].block != sight.block || verdicts[n - 1].kind == LineKind::Title)
            && sights.get(n + 1).is_none_or(|next| next.block != sight.block);
        let bare = sight.span.of(text);
        let ended = sight.ends && !bare.ends_with(['?', '!']);
        let runs_on = ended || bare.ends_with([',', ';', '-', '–', '—', '_']);
        if open && alone && sight.chars <= HEADING && !runs_on && !is_dateline(bare, patterns) {
            set(&mut verdicts[n], LineKind::Heading, crate::code_rule!("line-heading"));
        }
    }
}
