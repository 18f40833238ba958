//! Acronyms in brackets after the name they stand for: "Front for the Liberation of Ruritania (FLR)", "... `[FLR]`".
//!
//! A name that an earlier finder knows gives its value; otherwise capitalised words whose initials spell the acronym
//! are an organisation. Afterwards the acronym is that organisation wherever it stands.

use super::{build, is_capital};
use crate::document::{Document, Shape};
use crate::mentions::{Candidate, Kind, Value};
use crate::patterns::Patterns;
use crate::patterns::lexicon::ClassId;
use std::collections::HashMap;
use std::ops::Range;

/// Small words that an acronym may skip, counted in tokens.
const SKIPPED: usize = 4;

/// The expansions and every use of the acronyms.
pub fn find(doc: &Document, found: &[Candidate], patterns: &Patterns) -> Vec<Candidate> {
    let mut ends: HashMap<usize, &Candidate> = HashMap::new();
    for c in found.iter().filter(|c| c.mention.kind() == Kind::Org && c.mention.tokens.len() > 1 && c.weight >= 50) {
        let longest = ends.entry(c.mention.tokens.end).or_insert(c);
        if c.mention.tokens.len() > longest.mention.tokens.len() {
            *longest = c;
        }
    }
    let mut known: HashMap<&str, Value> = HashMap::new();
    let mut out = Vec::new();
    for open in 1..doc.tokens.len() {
        if !matches!(doc.text(open), "(" | "[")
            || !is_acronym(doc, open + 1)
            || !matches!(doc.text(open + 2), ")" | "]" | "," | ";")
        {
            continue;
        }
        let acronym = doc.text(open + 1);
        let end = if is_quote(doc.text(open - 1)) { open - 1 } else { open }; // the "Red Hand" (RH)
        if let Some(c) = ends.get(&end) {
            known.entry(acronym).or_insert_with(|| c.mention.value.clone());
        } else if let Some(start) = spelled(doc, end, acronym).filter(|&start| !is_no_org(doc, start..end, patterns)) {
            let name = doc.span(start..end).flat(&doc.article.text);
            let value = Value::Org { name, kind: String::new(), country: None };
            out.push(build(doc, start..end, value.clone(), crate::code_rule!("org-spelled-out"), None, 70));
            known.entry(acronym).or_insert(value);
        }
    }
    let uses = (0..doc.tokens.len()).filter(|at| is_acronym(doc, *at)).filter_map(|at| {
        let value = known.get(doc.text(at))?.clone();
        Some(build(doc, at..at + 1, value, crate::code_rule!("org-acronym"), None, 75))
    });
    out.extend(uses);
    out
}

/// "Deputy Inspector General (DIG)" is an office, "Wildlife Protection Act (WPA)" a thing.
fn is_no_org(doc: &Document, name: Range<usize>, patterns: &Patterns) -> bool {
    let classes = &patterns.persons.classes;
    let is = |at: usize, class: Option<ClassId>| class.is_some_and(|c| doc.is(at, c));
    let thing = is(name.end - 1, classes.thing_head) && !name.clone().any(|at| is(at, classes.org_head));
    is(name.start, classes.title) || thing
}

fn is_quote(text: &str) -> bool {
    matches!(text, "\"" | "”" | "“")
}

/// Two to eight capitals.
pub fn is_acronym(doc: &Document, at: usize) -> bool {
    doc.tokens.get(at).is_some_and(|t| t.shape == Shape::Upper) && (2..=8).contains(&doc.text(at).len())
}

/// Where the words begin whose initials spell the acronym and that end at `end`.
pub fn spelled(doc: &Document, end: usize, acronym: &str) -> Option<usize> {
    let mut letters: Vec<char> = acronym.chars().flat_map(char::to_lowercase).collect();
    let (mut at, mut skipped) = (end, 0);
    while let Some(letter) = letters.pop() {
        loop {
            at = at.checked_sub(1)?;
            if is_capital(doc, at) && doc.norm(at).starts_with(letter) {
                break;
            }
            skipped += 1;
            if skipped > SKIPPED || is_capital(doc, at) {
                return None;
            }
        }
    }
    let same = doc.tokens.get(at)?.sentence == doc.tokens.get(end)?.sentence;
    (same && end - at > 1).then_some(at)
}
