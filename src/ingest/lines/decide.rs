//! Rules -> verdicts: the first rule that fits a line, its zone and its neighbours decides.

use super::Verdict;
use super::sight::Sight;
use crate::document::Word;
use crate::document::fold::fold;
use crate::ingest::LineKind;
use crate::patterns::Patterns;
use crate::patterns::lines::{LineRule, Neighbour, Zone};

/// SCOWL level up to which a word is ordinary, so that a line that holds it is no bare name.
const ORDINARY: u8 = 50;

/// One verdict per sight; lines that no rule knows are paragraphs for now.
pub fn by_rules(text: &str, sights: &[Sight], patterns: &Patterns) -> Vec<Verdict> {
    let mut verdicts: Vec<Verdict> = Vec::with_capacity(sights.len());
    let mut last: Option<&LineRule> = None;
    let mut open = false;
    for (n, sight) in sights.iter().enumerate() {
        let hit = sight.hits.iter().filter_map(|h| patterns.lines.lines.get(*h as usize)).find(|rule| {
            fits(rule, sight, last, sights.get(n + 1), patterns)
                && (!rule.unusual || is_unusual(sight.span.of(text), patterns))
        });
        let verdict = match hit {
            Some(rule) if open && rule.kind == LineKind::Bullet => related(),
            Some(rule) => Verdict { kind: rule.kind, rule: rule.rule, ruled: true, continues: false },
            None if open && is_headline(sight) => related(),
            None if is_header(sight, n, sights) => Verdict {
                kind: LineKind::Timestamp,
                rule: crate::code_rule!("line-header-day"),
                ruled: true,
                continues: false,
            },
            None => Verdict {
                kind: LineKind::Paragraph,
                rule: crate::code_rule!("line-text"),
                ruled: false,
                continues: false,
            },
        };
        open = hit.is_some_and(|r| r.opens) || open && verdict.kind == LineKind::Furniture;
        last = hit;
        verdicts.push(verdict);
    }
    verdicts
}

fn related() -> Verdict {
    Verdict { kind: LineKind::Furniture, rule: crate::code_rule!("line-related"), ruled: true, continues: false }
}

fn fits(rule: &LineRule, sight: &Sight, last: Option<&LineRule>, next: Option<&Sight>, patterns: &Patterns) -> bool {
    let after = || rule.after.is_empty() || last.is_some_and(|l| is_one_of(l, &rule.after));
    let before = || {
        let rules = next.into_iter().flat_map(|s| &s.hits).filter_map(|h| patterns.lines.lines.get(*h as usize));
        rule.before.is_empty() || rules.into_iter().any(|r| is_one_of(r, &rule.before))
    };
    !rule.tail && rule.zones.contains(&sight.zone) && after() && before()
}

fn is_one_of(rule: &LineRule, wanted: &[Neighbour]) -> bool {
    wanted.iter().any(|w| match w {
        Neighbour::Kind(kind) => rule.kind == *kind,
        Neighbour::Rule(id) => rule.id == *id,
    })
}

/// A line of a list of links: short, and no sentence.
fn is_headline(sight: &Sight) -> bool {
    sight.chars <= 120 && !sight.ends && !sight.prose
}

/// A line of the header with a day: not the only line above the text, which is its title.
fn is_header(sight: &Sight, n: usize, sights: &[Sight]) -> bool {
    let titled = n > 0 || sights.get(1).is_some_and(|next| !next.prose);
    sight.dated && sight.zone == Zone::Top && !sight.prose && titled
}

fn is_unusual(line: &str, patterns: &Patterns) -> bool {
    // "Jane Roe AND Ana Silva": small words join names.
    let tells = |word: &&str| word.chars().count() > 1 && word.starts_with(char::is_uppercase);
    line.split(|c: char| !c.is_alphabetic()).filter(tells).all(|word| {
        let level = patterns.word_level(Word::of(&fold(word)));
        level == 0 || level > ORDINARY
    })
}
