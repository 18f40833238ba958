//! Organisations, outlets and agencies. Document -> candidates.
//!
//! The gazetteer first, then the patterns of `patterns/en/rules/orgs`, then acronyms that stand in brackets after a
//! found name.

pub mod acronyms;

use super::{Candidate, Mention, Source, Value, places};
use crate::document::{Case, Document, Shape, Word};
use crate::ingest::{Article, Metadata};
use crate::patterns::Patterns;
use crate::patterns::gazetteer;
use crate::patterns::lexicon::ClassId;
use crate::patterns::name_facts::NameFacts;
use crate::patterns::orgs::{Org, OrgCue, is_band};
use crate::patterns::source::Rule;
use crate::sequence::{Context, Match};
use std::ops::Range;

/// Words that may stand before a name and tell what it is: "news site", "weekly,".
const LEAD: usize = 2;

/// All candidates, in text order.
pub fn find(doc: &Document, patterns: &Patterns) -> Vec<Candidate> {
    let mut out = Vec::new();
    let mut rules = patterns.orgs.rules.tries(Context { doc, mentions: &[] });
    for at in 0..doc.tokens.len() {
        // "the weekly PRENSA": what stands right before the name may tell what it is.
        if !is_capital(doc, at) && !(at + 1..=at + LEAD).any(|t| is_capital(doc, t)) {
            continue;
        }
        if let Some((org, len)) = patterns.orgs.longest_at(doc, at).filter(|_| is_capital(doc, at)) {
            out.extend(listed(doc, org, at..at + len, patterns));
        }
        for (cue, m) in rules.at(at) {
            out.extend(patterned(doc, cue, &m, patterns));
        }
    }
    let acronyms = acronyms::find(doc, &out, patterns);
    out.extend(acronyms);
    out
}

fn is_capital(doc: &Document, at: usize) -> bool {
    doc.tokens.get(at).is_some_and(|t| matches!(t.shape, Shape::Capital | Shape::Upper | Shape::Mixed))
}

fn listed(doc: &Document, org: &Org, tokens: Range<usize>, patterns: &Patterns) -> Option<Candidate> {
    let article = usize::from(doc.norm(tokens.start) == "the" && tokens.len() > 1);
    let tokens = tokens.start + article..tokens.end;
    let facts = patterns.name_facts(doc.word(tokens.start));
    let single = tokens.len() == 1;
    let acronym = doc.tokens[tokens.start].shape == Shape::Upper;
    let ordinary = patterns.word_level(doc.word(tokens.start));
    // In a sentence of capitals WHO, IS and THE CAPITAL are words.
    let shouted = doc.sentence_of(tokens.start).is_some_and(|s| s.case == Case::Upper);
    if single && (shouted || !acronym && article == 0) && (1..=35).contains(&ordinary) {
        return None;
    }
    // "Farc", "Eta": an acronym written like a word must not be a word, a name or an abbreviation ("Inc.").
    let spoken = single && org.is_acronym(doc.norm(tokens.start)) && !acronym;
    let cut = patterns.is_abbreviation(Word::of(doc.norm(tokens.start).trim_end_matches('.')));
    if spoken && (cut || ordinary > 0 || facts.name().max(facts.word).max(facts.place) > 0) {
        return None;
    }
    let weight = match (single && !acronym, facts.name().max(facts.word).max(facts.place)) {
        (false, _) | (true, 0) => 80,
        (true, 1..=3) => 70,
        _ => 45,
    };
    let value = Value::Org { name: org.name.clone(), kind: org.kind.clone(), country: org.country.clone() };
    let source = Some(Source::Line(org.origin));
    Some(build(doc, tokens, value, crate::code_rule!("org-listed"), source, weight))
}

fn build(
    doc: &Document,
    tokens: Range<usize>,
    value: Value,
    rule: Rule,
    source: Option<Source>,
    weight: u8,
) -> Candidate {
    let span = doc.span(tokens.clone());
    Candidate { mention: Mention { tokens, span, value, rule, source }, weight }
}

fn patterned(doc: &Document, cue: &OrgCue, m: &Match, patterns: &Patterns) -> Option<Candidate> {
    let tokens = m.get("org").unwrap_or(m.tokens.clone());
    let head = m.get("head");
    if head.as_ref().is_some_and(|h| !is_capital(doc, h.start)) || !is_capital(doc, tokens.start) {
        return None;
    }
    // "SEIZED UNIVERSITY STUDENTS": in a sentence of capitals a verb begins no name, nor does whatever follows "NEWSPAPER".
    let shouted = doc.sentence_of(tokens.start).is_some_and(|s| s.case == Case::Upper);
    if shouted && (doc.tag(tokens.start).is_verb() || m.get("org").is_some()) {
        return None;
    }
    if is_behind_prefix(doc, tokens.start) || is_listed_band(doc, tokens.clone(), patterns) {
        return None;
    }
    if names_officer(doc, tokens.clone(), patterns)
        || is_division(doc, &tokens, patterns)
        || two_names(doc, tokens.clone(), patterns)
    {
        return None;
    }
    let class = patterns.persons.classes.org_head;
    let by_head = head.and_then(|h| head_kind(doc, h.start, class, patterns));
    let kind = if cue.kind.is_empty() { by_head.unwrap_or_default() } else { cue.kind.clone() };
    let name = doc.span(tokens.clone()).flat(&doc.article.text);
    Some(build(doc, tokens, Value::Org { name, kind, country: None }, cue.rule, None, cue.weight))
}

/// "Department of Bolivar", "San Vicente and Morazan Department": divisions of the country, no office.
fn is_division(doc: &Document, tokens: &Range<usize>, patterns: &Patterns) -> bool {
    let noun = |t: usize| places::lookup::divides(doc, t, patterns);
    let named =
        |range: Range<usize>| gazetteer::name(range.map(|t| doc.norm(t))).is_some_and(places::lookup::has_division);
    let last = tokens.end.saturating_sub(1);
    noun(tokens.start) && doc.norm(tokens.start + 1) == "of" && named(tokens.start + 2..tokens.end)
        || noun(last) && tokens.clone().any(|t| t < last && named(t..last))
}

/// "pro-CUBAN Army of": the second half of a compound begins no name.
fn is_behind_prefix(doc: &Document, start: usize) -> bool {
    let Some(hyphen) = start.checked_sub(1).filter(|_| doc.tokens[start].glued) else { return false };
    let prefix = hyphen.checked_sub(1).is_some_and(|t| doc.tokens[t].shape == Shape::Lower);
    prefix && doc.norm(hyphen) == "-"
}

/// "Colombian ARMY OF NATIONAL LIBERATION": the gazetteer knows the armed group behind the people's name.
fn is_listed_band(doc: &Document, tokens: Range<usize>, patterns: &Patterns) -> bool {
    let band = |(org, len): (&Org, usize)| is_band(&org.kind) && len > 1 && tokens.start + 1 + len == tokens.end;
    patterns.orgs.longest_at(doc, tokens.start + 1).is_some_and(band)
}

/// A title with a name behind it inside the match ("Government of President X"): the name is a person's.
fn names_officer(doc: &Document, tokens: Range<usize>, patterns: &Patterns) -> bool {
    let classes = &patterns.persons.classes;
    let titled = |n: usize| [classes.title, classes.honorific].into_iter().flatten().any(|c| doc.is(n, c));
    let last = tokens.end.saturating_sub(1);
    tokens.clone().any(|n| n < last && titled(n) && is_capital(doc, n + 1) && !titled(n + 1))
}

/// "National Assembly and National Council": the first is whole before the "and", also when the match begins at its last word.
fn two_names(doc: &Document, tokens: Range<usize>, patterns: &Patterns) -> bool {
    let class = patterns.persons.classes.org_head;
    let head = |n: usize| class.is_some_and(|c| doc.is(n, c)) && is_capital(doc, n);
    let inside = tokens.start > 0 && is_capital(doc, tokens.start - 1) && !doc.tokens[tokens.start - 1].stop;
    let from = if inside { tokens.start + 1 } else { tokens.start + 2 };
    let joins = |n: &usize| matches!(doc.norm(*n), "and" | "&");
    let member = |n: usize| doc.norm(n) == "of" && is_persons(doc, n, patterns);
    (from..tokens.end).filter(joins).any(|n| head(n - 1) || doc.norm(n) == "and" && is_full_name(doc, n, patterns))
        || (from..tokens.end).any(member)
}

/// "ANA SILVA of Radio Sol": two words that some list of names holds, and that mean nothing else, stand before the token.
fn is_persons(doc: &Document, end: usize, patterns: &Patterns) -> bool {
    let Some(first) = end.checked_sub(2) else { return false };
    let (given, surname) = (patterns.name_facts(doc.word(first)), patterns.name_facts(doc.word(end - 1)));
    let free = |n: usize, f: NameFacts| {
        let ordinary = f.word > f.name() || f.name() == 0 && patterns.word_level(doc.word(n)) > 0;
        is_capital(doc, n) && !ordinary && f.place <= f.name() && !f.people
    };
    given.given.max(surname.surname) > 0 && free(first, given) && free(end - 1, surname)
}

/// A given name and a surname that are hardly anything else end right before the token; behind a title, any surname.
fn is_full_name(doc: &Document, end: usize, patterns: &Patterns) -> bool {
    let Some(first) = end.checked_sub(2) else { return false };
    let (given, surname) = (patterns.name_facts(doc.word(first)), patterns.name_facts(doc.word(end - 1)));
    let only = |f: NameFacts, name: u8, least: u8| name >= least && f.word < name && f.place <= name;
    let titled = first.checked_sub(1).is_some_and(|t| patterns.persons.classes.title.is_some_and(|c| doc.is(t, c)));
    let least = if titled { 1 } else { 4 };
    let capitals = is_capital(doc, first) && is_capital(doc, end - 1);
    capitals && only(given, given.given, least) && only(surname, surname.surname, least)
}

fn head_kind(doc: &Document, at: usize, class: Option<ClassId>, patterns: &Patterns) -> Option<String> {
    let hit = doc.hit(at, class?)?;
    patterns.lexicon.entry(hit.entry).map(|e| e.value.clone())
}

/// The organisations that a rule finds in a text; runs the rules' examples.
pub fn by_rule(text: &str, rule: Rule, patterns: &Patterns) -> Vec<String> {
    let article = Article::new("example", text.to_string(), Metadata::default(), patterns);
    let doc = Document::new(&article, patterns);
    let found = find(&doc, patterns).into_iter().filter(|c| c.mention.rule == rule);
    found.map(|c| c.mention.span.of(&article.text).to_string()).collect()
}
