//! Line rules: what the lines of a scraped page look like, from `patterns/en/rules/lines/*.toml`.
//!
//! A rule is a regular expression with the kind of line that it makes. Two kinds are no line kinds: `date` rules read a day
//! out of a header line, `dateline` rules read "CITY, 4 FEB 90 (AGENCY) --" at the start of a paragraph. Expressions
//! may name a `[[part]]` as `{{name}}` and a word class as `{{@class}}`.

mod anyof;
mod parts;
mod row;

use super::Patterns;
use super::error::Errors;
use super::examples::{Example, Family};
use super::lexicon::{ClassId, Lexicon};
use super::source::{Files, Rule, RuleNames};
use crate::ingest::{LineKind, header, stamp};
use anyof::AnyOf;
use regex::Regex;

/// Part of the page, as `where` names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// Up to the second paragraph.
    Top,
    /// Between the paragraphs.
    Body,
    /// After the last paragraph.
    End,
}

/// A neighbour that a rule asks for: a kind of line or the id of a line rule.
#[derive(Clone, Debug, PartialEq)]
pub enum Neighbour {
    /// Any line of the kind.
    Kind(LineKind),
    /// A line that this rule decided.
    Rule(String),
}

/// Longer lines are running text; only rules for the end of a line are tried on them.
pub const LONGEST: usize = 400;
/// Longest line, in bytes, for rules that do not say.
const USUAL: usize = 220;

/// One rule about lines.
#[derive(Debug)]
pub struct LineRule {
    /// Its id.
    pub id: String,
    /// Handle for citing.
    pub rule: Rule,
    /// Kind that it gives.
    pub kind: LineKind,
    /// Zones in which it holds.
    pub zones: Vec<Zone>,
    /// The non-blank line before must be one of these; empty for any.
    pub after: Vec<Neighbour>,
    /// The non-blank line after must be one of these; empty for any.
    pub before: Vec<Neighbour>,
    /// Only what the expression matches gets the kind; the text before it becomes a line of its own.
    pub tail: bool,
    /// Headline-like lines that follow are furniture too.
    pub opens: bool,
    /// Longest line, in bytes, that it is tried on.
    pub longest: usize,
    /// No ordinary word may stand in the line (bare names).
    pub unusual: bool,
    /// The expression.
    pub regex: Regex,
    /// Its words may stand anywhere in the line.
    pub anywhere: bool,
}

impl LineRule {
    /// It asks for no neighbour and no unusual words, so that the expression alone decides.
    pub fn free(&self) -> bool {
        self.after.is_empty() && self.before.is_empty() && !self.unusual
    }
}

/// A rule that reads something out of a line: a day, or a dateline.
#[derive(Debug)]
pub struct ReadRule {
    /// Handle for citing.
    pub rule: Rule,
    /// The expression with its named groups.
    pub regex: Regex,
    /// Folded words that cannot be the place (datelines).
    pub stop: Vec<String>,
    /// The place must hold a word that is no ordinary word (datelines).
    pub named: bool,
}

/// See the module.
#[derive(Debug, Default)]
pub struct LineRules {
    /// Rules about whole lines and tails, in order.
    pub lines: Vec<LineRule>,
    /// Rules that read a day.
    pub dates: Vec<ReadRule>,
    /// Rules that read a dateline.
    pub datelines: Vec<ReadRule>,
    /// Whether a rule that reads a day may fit.
    pub any_date: AnyOf,
    /// Whether a rule that reads a dateline may fit.
    pub any_dateline: AnyOf,
    /// Whether a rule may fit that reads a line from its start, for lines of any length and for those longer than `USUAL`.
    any_start: [AnyOf; 2],
    /// The same of rules that find their words anywhere in the line, and of those for its end.
    any_where: [AnyOf; 2],
    /// Whether a rule may fit a line's end.
    any_tail: AnyOf,
    /// Months by name.
    pub months: Option<ClassId>,
    /// `header-months.csv`: their names in other languages, which only date a page.
    pub header_months: Option<ClassId>,
    examples: Vec<Example>,
}

impl LineRules {
    /// Reads and compiles the files.
    pub fn load(files: &Files, lexicon: &Lexicon, names: &mut RuleNames, errors: &mut Errors) -> Self {
        let parts = parts::Parts::load(files, lexicon, errors);
        let mut rules = LineRules {
            months: lexicon.class("months"),
            header_months: lexicon.class("header-months"),
            ..Self::default()
        };
        for (index, file) in files.under("/rules/lines/") {
            for row in super::rulefile::rows(index, file, "rule", &["part"], errors) {
                row::read(row, &parts, &mut rules, names, errors);
            }
        }
        rules.any_date = AnyOf::of(rules.dates.iter().map(|r| &r.regex));
        rules.any_dateline = AnyOf::of(rules.datelines.iter().map(|r| &r.regex));
        rules.seal();
        rules
    }

    /// Puts expressions together that are tried together. Those that read on from the start give up early on most lines.
    fn seal(&mut self) {
        let any = |fits: &dyn Fn(&&LineRule) -> bool| AnyOf::of(self.lines.iter().filter(fits).map(|r| &r.regex));
        let longer = |r: &LineRule, than: usize| !r.tail && r.longest > than;
        let starts = [0, USUAL].map(|than| any(&|r| longer(r, than) && !r.anywhere));
        let wheres = [0, USUAL].map(|than| any(&|r| r.tail || longer(r, than) && r.anywhere));
        let tail = any(&|r| r.tail);
        (self.any_start, self.any_where, self.any_tail) = (starts, wheres, tail);
    }

    /// Indices of the rules whose expression fits `seen`, the part that rules see of a line of so many bytes.
    pub fn fitting(&self, seen: &str, len: usize) -> Vec<u16> {
        let may = |gates: &[AnyOf; 2]| gates[usize::from(len > USUAL)].may_match(seen);
        let (start, inside) = match len {
            ..=LONGEST => (may(&self.any_start), may(&self.any_where)),
            _ => (false, self.any_tail.may_match(seen)),
        };
        if !start && !inside {
            return Vec::new();
        }
        let tried = |r: &LineRule| match (r.tail, r.anywhere) {
            (true, _) => inside,
            (_, true) => inside && len <= r.longest,
            _ => start && len <= r.longest,
        };
        let rules = self.lines.iter().enumerate();
        rules.filter(|(_, r)| tried(r) && r.regex.is_match(seen)).map(|(n, _)| n as u16).collect()
    }

    /// Number of the month of that name or abbreviation.
    pub fn month(&self, word: &str, lexicon: &Lexicon) -> Option<i8> {
        let norm = crate::document::fold::fold(word.trim_end_matches('.'));
        let classes = [self.months, self.header_months].into_iter().flatten();
        classes.into_iter().find_map(|class| lexicon.single(&norm, class))?.value.parse().ok()
    }

    /// The line rule behind a handle.
    pub fn line_rule(&self, rule: Rule) -> Option<&LineRule> {
        self.lines.iter().find(|r| r.rule == rule)
    }
}

impl Family for LineRules {
    fn examples(&self) -> &[Example] {
        &self.examples
    }

    fn run(&self, example: &Example, patterns: &Patterns) -> Result<(), String> {
        let found = if let Some(rule) = self.line_rule(example.rule) {
            rule.regex.is_match(&example.text).then(|| rule.kind.name().to_string())
        } else if let Some(rule) = self.dates.iter().find(|r| r.rule == example.rule) {
            stamp::describe(&example.text, rule, patterns)
        } else if let Some(rule) = self.datelines.iter().find(|r| r.rule == example.rule) {
            header::describe(&example.text, rule, patterns)
        } else {
            return Err("the rule was not loaded".to_string());
        };
        match (found, example.positive) {
            (None, true) => Err("does not match".to_string()),
            (Some(found), false) => Err(format!("matches ({found})")),
            (Some(found), true) if !example.expect.is_empty() && found != example.expect => {
                Err(format!("gives {found}"))
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_of_a_line_rule_holds() {
        let patterns = Patterns::load(None).unwrap();
        assert!(!patterns.lines.examples().is_empty());
        let mut wrong = Vec::new();
        for e in patterns.lines.examples() {
            if let Err(what) = patterns.lines.run(e, &patterns) {
                wrong.push(format!("{}: {:?} {what}", patterns.names.id(e.rule), e.text));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
