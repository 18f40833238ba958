//! One `[[rule]]` table of the line rules -> a compiled rule with its examples.

use super::parts::{Parts, without_names};
use super::{LineRule, LineRules, Neighbour, ReadRule, USUAL, Zone};
use crate::document::fold::fold;
use crate::ingest::LineKind;
use crate::patterns::error::Errors;
use crate::patterns::rulefile::{self, Row, Text};
use crate::patterns::source::{Rule, RuleNames};
use regex::Regex;

/// Reads one table and adds it to `rules`.
pub fn read(mut row: Row, parts: &Parts, rules: &mut LineRules, names: &mut RuleNames, errors: &mut Errors) {
    let id = row.required("id", errors);
    let kind = row.required("kind", errors);
    let rule = names.add(&id.value, row.origin);
    let stop = row.texts("stop", errors).iter().map(|t| fold(&t.value)).collect();
    let reads = matches!(kind.value.as_str(), "date" | "dateline");
    let named = reads && row.flag("named", errors);
    let regex = expression(&mut row, parts, reads, errors);
    rules.examples.extend(rulefile::examples(&mut row, rule, errors));
    match (kind.value.as_str(), regex) {
        ("date", Some(regex)) => rules.dates.push(ReadRule { rule, regex, stop, named }),
        ("dateline", Some(regex)) => rules.datelines.push(ReadRule { rule, regex, stop, named }),
        ("date" | "dateline", None) => {}
        (_, regex) => rules.lines.extend(line_rule(&mut row, id.value, kind, (rule, regex), errors)),
    }
    row.finish(errors);
}

fn line_rule(
    row: &mut Row,
    id: String,
    kind: Text,
    made: (Rule, Option<Regex>),
    errors: &mut Errors,
) -> Option<LineRule> {
    let zones = zones(row, errors);
    let after = row.texts("after", errors).iter().map(neighbour).collect();
    let before = row.texts("before", errors).iter().map(neighbour).collect();
    let (tail, opens, unusual) = (row.flag("tail", errors), row.flag("opens", errors), row.flag("unusual", errors));
    let longest = row.number("longest", errors).and_then(|n| usize::try_from(n).ok()).unwrap_or(USUAL);
    let Some(line) = LineKind::parse(&kind.value) else {
        row.wrong(errors, kind.at, format!("unknown kind {:?}", kind.value), "a line kind, date or dateline");
        return None;
    };
    let regex = made.1?;
    let anywhere = regex.as_str().contains("^.*") || !regex.as_str().contains('^');
    let rule = made.0;
    Some(LineRule { id, rule, kind: line, zones, after, before, tail, opens, unusual, longest, regex, anywhere })
}

fn zones(row: &mut Row, errors: &mut Errors) -> Vec<Zone> {
    let named = row.texts("where", errors);
    let mut out = Vec::new();
    for text in &named {
        match text.value.as_str() {
            "top" => out.push(Zone::Top),
            "body" => out.push(Zone::Body),
            "end" => out.push(Zone::End),
            "any" => out.extend([Zone::Top, Zone::Body, Zone::End]),
            other => row.wrong(errors, text.at, format!("unknown place {other:?}"), "top, body, end or any"),
        }
    }
    if named.is_empty() { vec![Zone::Top, Zone::Body, Zone::End] } else { out }
}

fn neighbour(text: &Text) -> Neighbour {
    LineKind::parse(&text.value).map_or_else(|| Neighbour::Rule(text.value.clone()), Neighbour::Kind)
}

/// The expressions of the row as one, each in a group; named groups stay only where they are read.
fn expression(row: &mut Row, parts: &Parts, reads: bool, errors: &mut Errors) -> Option<Regex> {
    let given = row.texts("regex", errors);
    let mut all = Vec::new();
    for text in &given {
        match parts.expand(&text.value) {
            Ok(regex) => all.push(if reads { regex } else { without_names(&regex) }),
            Err(what) => row.wrong(errors, text.at, what, "parts are [[part]] tables of the line rules"),
        }
    }
    let at = given.first().map_or(row.at(), |t| t.at);
    if all.is_empty() {
        row.wrong(errors, at, "regex is missing", "add regex = '...'");
        return None;
    }
    let compiled = Regex::new(&all.iter().map(|r| format!("(?:{r})")).collect::<Vec<_>>().join("|"));
    compiled.map_err(|e| row.wrong(errors, at, e.to_string(), "see the syntax of the regex crate")).ok()
}
