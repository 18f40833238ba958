//! What `dateline check` finds in patterns that load: examples that fail, rules that can never win, lists nobody uses.
//!
//! Mistakes that stop a run (syntax, unknown keys, unsorted or repeated rows) are reported by the loader instead.

use super::Patterns;
use super::examples::Family;
use super::source::{Origin, Rule};
use std::collections::{BTreeMap, BTreeSet};
use toml::de::{DeTable, DeValue};

/// One finding, with the rule and the line that it is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// File.
    pub file: String,
    /// 1-based line.
    pub line: u32,
    /// The rule's id, or the list's name.
    pub about: String,
    /// What is wrong.
    pub what: String,
    /// The example that shows it; empty when there is none.
    pub example: String,
}

/// What was checked and found.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Rules in force.
    pub rules: usize,
    /// Examples run.
    pub examples: usize,
    /// Everything that is wrong, sorted by place.
    pub findings: Vec<Finding>,
}

/// Runs all examples and lints.
pub fn check(patterns: &Patterns) -> Outcome {
    let mut outcome = Outcome { rules: patterns.names.iter().count(), ..Outcome::default() };
    for family in patterns.families() {
        run_family(family, patterns, &mut outcome);
    }
    outcome.findings.extend(twin_ids(patterns));
    outcome.findings.extend(twin_rules(patterns));
    outcome.findings.extend(idle_classes(patterns));
    outcome.findings.sort();
    outcome
}

fn run_family(family: &dyn Family, patterns: &Patterns, outcome: &mut Outcome) {
    let mut wins: BTreeMap<Rule, (usize, usize)> = BTreeMap::new();
    for example in family.examples() {
        outcome.examples += 1;
        let result = family.run(example, patterns);
        if example.positive {
            let (tried, won) = wins.entry(example.rule).or_default();
            *tried += 1;
            *won += usize::from(result.is_ok());
        }
        if let Err(what) = result {
            let kind = if example.positive { "must match" } else { "must not match" };
            let id = patterns.names.id(example.rule);
            let what = format!("{kind}: {what}");
            outcome.findings.push(finding(patterns, example.origin, id, what, &example.text));
        }
    }
    let never = |(rule, (tried, won)): (Rule, (usize, usize))| (tried > 1 && won == 0).then_some(rule);
    for rule in wins.into_iter().filter_map(never) {
        let id = patterns.names.id(rule);
        let origin = patterns.names.iter().find(|(other, _)| *other == id).map_or(Origin { file: 0, line: 0 }, |r| r.1);
        let what = "unreachable: it wins on none of its own examples".to_string();
        outcome.findings.push(finding(patterns, origin, id, what, ""));
    }
}

fn finding(patterns: &Patterns, at: Origin, about: &str, what: String, example: &str) -> Finding {
    let file = patterns.files.path(at.file).to_string();
    Finding { file, line: at.line, about: about.to_string(), what, example: example.to_string() }
}

/// Ids that two rules share, also across families.
fn twin_ids(patterns: &Patterns) -> Vec<Finding> {
    let mut first: BTreeMap<&str, Origin> = BTreeMap::new();
    let mut out = Vec::new();
    for (id, origin) in patterns.names.iter() {
        let earlier = *first.entry(id).or_insert(origin);
        if earlier != origin {
            let what = format!("duplicate id, also at {}", patterns.files.cite(earlier));
            out.push(finding(patterns, origin, id, what, ""));
        }
    }
    out
}

/// Keys that do not change what a rule matches.
const TELLING: [&str; 7] = ["id", "match", "reject", "why", "title", "note", "source"];

/// Rules that say the same as an earlier rule of their folder, examples aside: the later one is shadowed.
fn twin_rules(patterns: &Patterns) -> Vec<Finding> {
    let in_force: BTreeMap<Origin, &str> = patterns.names.iter().map(|(id, origin)| (origin, id)).collect();
    let mut first: BTreeMap<(String, String), Origin> = BTreeMap::new();
    let mut out = Vec::new();
    for (origin, folder, body) in bodies(patterns) {
        let Some(id) = in_force.get(&origin) else { continue };
        let earlier = *first.entry((folder, body)).or_insert(origin);
        if earlier != origin {
            let what = format!("shadowed by an identical rule at {}", patterns.files.cite(earlier));
            out.push(finding(patterns, origin, id, what, ""));
        }
    }
    out
}

/// Every rule's place, folder and matching part as text.
fn bodies(patterns: &Patterns) -> Vec<(Origin, String, String)> {
    let mut out = Vec::new();
    for (index, file) in patterns.files.under("/rules/") {
        let Ok(table) = DeTable::parse(&file.text) else { continue };
        let folder = file.path.rsplit_once('/').map_or("", |p| p.0).rsplit_once("rules/").map_or("", |p| p.1);
        for (name, value) in table.get_ref().iter() {
            let DeValue::Array(rows) = value.get_ref() else { continue };
            for row in rows.iter() {
                let DeValue::Table(row) = row.get_ref() else { continue };
                let Some((id, _)) = row.iter().find(|(k, _)| k.get_ref() == "id") else { continue };
                let line = super::error::line_column(&file.text, id.span().start).0;
                let keys = row.iter().filter(|(k, _)| !TELLING.contains(&k.get_ref().as_ref()));
                let body: BTreeMap<_, _> = keys.map(|(k, v)| (k.get_ref(), &file.text[v.span()])).collect();
                out.push((Origin { file: index, line }, format!("{folder} {}", name.get_ref()), format!("{body:?}")));
            }
        }
    }
    out
}

/// Word classes that neither a rule nor the program has asked for.
fn idle_classes(patterns: &Patterns) -> Vec<Finding> {
    let idle: BTreeSet<&str> = patterns.lexicon.unused().collect();
    let mut out = Vec::new();
    for (file, text) in patterns.files.under("/lexicon/") {
        let name = super::lexicon::stem(&text.path);
        if idle.contains(name.as_str()) {
            let what = "no rule and no part of the program uses this list".to_string();
            out.push(finding(patterns, Origin { file, line: 1 }, &name, what, ""));
        }
    }
    out
}
