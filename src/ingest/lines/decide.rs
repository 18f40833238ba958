//! Rules -> verdicts: the first rule that fits a line, its zone and its neighbours decides.

use super::Verdict;
use super::sight::Sight;
use crate::document::Word;
use crate::document::fold::fold;
use crate::ingest::{LineKind, stamp};
use crate::patterns::Patterns;
use crate::patterns::lines::{LineRule, Neighbour, Zone};

/// Value in `header-words.csv` of words before a number that is no day.
const COUNT: &str = "count";

/// Characters of a header line.
const HEADER: usize = 90;

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
            None if n > 0 && is_header_day(sight, text, patterns) => Verdict {
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

/// "By Marta Orlova on 3 May 2021", "Kano (3 May 2021)", "Press release, 3 May 2021": a short line at the top in which names and the
/// words of headers stand beside a day, and nothing that tells.
fn is_header_day(sight: &Sight, text: &str, patterns: &Patterns) -> bool {
    let line = sight.span.of(text);
    if sight.zone != Zone::Top || sight.prose || sight.chars > HEADER {
        return false;
    }
    let Some(day) = stamp::find(line, patterns).first().map(|s| s.span) else { return false };
    let entry =
        |word: &str| patterns.classes.header_words.and_then(|class| patterns.lexicon.single(&fold(word), class));
    let known = |word: &str| entry(word).is_some();
    let named =
        |word: &&str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '@') || known(word);
    let (before, behind) = (&line[..day.start as usize], &line[day.end as usize..]);
    // "Policy Brief No. 14 / October 2022".
    let last = before.split_whitespace().next_back().map_or("", |w| w.trim_end_matches('.'));
    if entry(last).is_some_and(|e| e.value == COUNT) {
        return false;
    }
    let mut words = before.split_whitespace().chain(behind.split_whitespace());
    words.by_ref().all(|w| {
        let bare = w.trim_matches(|c: char| !c.is_alphanumeric() && c != '@');
        bare.is_empty() || named(&bare)
    }) && !behind.trim_end_matches(['.', ' ']).contains(". ")
}

fn is_unusual(line: &str, patterns: &Patterns) -> bool {
    // "Jane Roe AND Ana Silva": small words join names.
    let tells = |word: &&str| word.chars().count() > 1 && word.starts_with(char::is_uppercase);
    line.split(|c: char| !c.is_alphabetic()).filter(tells).all(|word| {
        let level = patterns.word_level(Word::of(&fold(word)));
        level == 0 || level > ORDINARY
    })
}
