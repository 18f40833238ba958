//! Places by pattern: streets, buildings, divisions and villages that the gazetteer lacks.

use super::lookup::humped;
use super::{Candidate, candidate};
use crate::document::{Document, Shape, Word};
use crate::mentions::{Mention, Place, PlaceForm, Value};
use crate::patterns::Patterns;
use crate::patterns::gazetteer;
use crate::patterns::lexicon::Entry;
use crate::sequence::Context;
use std::ops::Range;

/// All matches of the place rules; `kept` are the gazetteer's candidates, `all` those too that begin a longer name, in which no
/// place is strange.
pub fn find(doc: &Document, patterns: &Patterns, kept: &[Candidate], all: &[Candidate]) -> Vec<Candidate> {
    let mentions: Vec<Mention> = all.iter().map(|c| c.mention.clone()).collect();
    let mut rules = patterns.places.rules.tries(Context { doc, mentions: &mentions });
    let mut out = Vec::new();
    for at in 0..doc.tokens.len() {
        if doc.tokens[at].shape == Shape::Mark {
            continue;
        }
        for (rule, hit) in rules.at(at).into_iter().take(2) {
            let Some(tokens) = hit.get("place") else { continue };
            let known = if rule.strange { all } else { kept };
            if continues_name(doc, tokens.start)
                || known_as(doc, known, &tokens, patterns) && !(rule.strange && grown(known, &tokens))
                || rule.strange && !strange(doc, &tokens, patterns)
            {
                continue;
            }
            let mut found = candidate(doc, tokens, PlaceForm::Name, rule.rule, None, i32::from(rule.weight));
            let listed = rule.kind == "region" && is_region(doc, &found.mention.tokens);
            if let Value::Place(value) = &mut found.mention.value
                && !listed
            {
                value.place = Some(Place::unlisted(found.mention.span.of(&doc.article.text), rule.kind, None));
            }
            out.push(found);
        }
    }
    out
}

/// The gazetteer knows a region of that name, which its words alone did not show: "the Gulf".
fn is_region(doc: &Document, tokens: &Range<usize>) -> bool {
    let name = gazetteer::name(tokens.clone().map(|t| doc.norm(t)));
    let numbers = name.into_iter().flat_map(|n| n.readings().map(|(number, _)| number).collect::<Vec<_>>());
    numbers.filter_map(gazetteer::record).any(|r| r.kind() == "region")
}

/// Neither ordinary words nor names of persons nor acronyms.
fn strange(doc: &Document, tokens: &Range<usize>, patterns: &Patterns) -> bool {
    tokens.clone().all(|t| {
        let (norm, shape) = (doc.norm(t), doc.tokens[t].shape);
        let facts = patterns.name_facts(Word::of(norm));
        let word = patterns.word_level(Word::of(norm)) > 0
            || norm.strip_suffix('s').is_some_and(|one| patterns.word_level(Word::of(one)) > 0);
        shape == Shape::Mark
            || shape == Shape::Capital
                && !humped(doc.text(t))
                && !word
                && !facts.people
                && facts.given < 4
                && facts.surname < 6
                && norm.len() > 3
    })
}

/// The gazetteer knows the place, or the town that its name begins with ("Dublin Veterinary Clinic").
fn known_as(doc: &Document, known: &[Candidate], tokens: &Range<usize>, patterns: &Patterns) -> bool {
    let from = known.partition_point(|c| c.mention.tokens.start < tokens.start);
    let inside = known[from..].iter().take_while(|c| c.mention.tokens.start < tokens.end);
    let headed = patterns.places.classes.pre_nouns.is_some_and(|class| doc.is(tokens.start, class));
    let linked = |c: &Candidate| {
        c.mention.tokens.start > tokens.start + 1 && particle(doc, c.mention.tokens.start - 1, patterns)
    };
    if !headed && inside.clone().any(|c| c.mention.tokens.end == tokens.end && !linked(c)) {
        return true;
    }
    let Some(first) = known.get(from).filter(|c| c.mention.tokens.start == tokens.start) else { return false };
    let inner = &first.mention.tokens;
    // "the Colombian port", "a Caribbean port": some port there.
    let wide = |p: &Place| p.kind == "region";
    if first.mention.place().is_none_or(|p| p.form != PlaceForm::Name || p.place.as_ref().is_some_and(wide)) {
        return doc.tokens.get(tokens.end - 1).is_some_and(|t| t.shape == Shape::Lower);
    }
    if (inner.end..tokens.end).any(|t| particle(doc, t, patterns)) {
        return inner.end >= tokens.end;
    }
    let strong = patterns.places.classes.facilities.is_some_and(|class| {
        (inner.end..tokens.end).any(|t| {
            let capital = doc.tokens[t].shape != Shape::Lower;
            let strong = |e: &Entry| e.value == "strong" || e.value == "titled" && capital;
            doc.hit(t, class).and_then(|h| patterns.lexicon.entry(h.entry)).is_some_and(strong)
        })
    });
    let street = patterns.places.classes.streets.is_some_and(|class| (inner.end..tokens.end).any(|t| doc.is(t, class)));
    inner.end >= tokens.end || !(strong || street)
}

/// Inhabitants below which a town is hardly named as the last word of a quarter of its own.
const SMALL: u32 = 50_000;

/// "in Quelb Uman": only the last word of a strange name is some small town elsewhere.
fn grown(known: &[Candidate], tokens: &Range<usize>) -> bool {
    let from = known.partition_point(|c| c.mention.tokens.start < tokens.start);
    let mut inside = known[from..].iter().take_while(|c| c.mention.tokens.start < tokens.end);
    let small = |c: &Candidate| {
        let place = c.mention.place().filter(|p| p.form == PlaceForm::Name).and_then(|p| p.place.as_ref());
        c.mention.tokens.start > tokens.start && place.is_none_or(|p| p.population < SMALL)
    };
    inside.all(small)
}

/// The "da" of "Praia da Rocha".
fn particle(doc: &Document, at: usize, patterns: &Patterns) -> bool {
    let lower = doc.tokens.get(at).is_some_and(|t| matches!(t.shape, Shape::Lower | Shape::Capital));
    lower && patterns.places.classes.particles.is_some_and(|class| doc.is(at, class))
}

/// The token before belongs to the same name, so that a longer match stands to the left.
fn continues_name(doc: &Document, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|n| doc.tokens.get(n)) else { return false };
    let same = doc.tokens.get(at).is_some_and(|t| t.sentence == before.sentence);
    same && doc.name_like(at - 1) && before.shape != Shape::Mark
}
