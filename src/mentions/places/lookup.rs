//! Tokens -> gazetteer names: the longest name from each token that is written like one.

use crate::document::{Case, Document, Shape};
use crate::mentions::PlaceForm;
use crate::patterns::Patterns;
use crate::patterns::gazetteer::{self, Form, Name, Record, Walk};
use std::ops::Range;

/// Most tokens of a name.
const LONGEST: usize = 9;
/// Longest word that a name may hold in lower case ("Trinidad and Tobago").
const LINK: usize = 4;
/// Inhabitants from which a town outweighs a demonym.
const KNOWN: u32 = 100_000;
/// Value in `place-nouns.csv` of nouns that offices bear too.
const DIVISION: &str = "division";
/// Letters up to which capitals inside a sentence are an acronym, not a town.
const ACRONYM: usize = 6;

/// A gazetteer name in the text.
#[derive(Clone, Debug)]
pub struct Spot {
    /// Its tokens, a generic noun after it included ("Benue State").
    pub tokens: Range<usize>,
    /// Its tokens without that noun.
    pub core: Range<usize>,
    /// The index entry.
    pub name: Name,
    /// How it is written.
    pub form: PlaceForm,
    /// The most prominent reading.
    pub best: Record,
    /// How the name leads to the most prominent reading.
    pub best_form: Form,
    /// A generic noun was taken in.
    pub extended: bool,
}

/// All names in text order, not overlapping.
pub fn spots(doc: &Document, patterns: &Patterns) -> Vec<Spot> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < doc.tokens.len() {
        match starts(doc, at).then(|| spot_at(doc, at, patterns)).flatten() {
            Some(spot) => {
                at = spot.tokens.end;
                out.push(spot);
            }
            None => at += 1,
        }
    }
    out
}

/// A capital, or a prefix in lower case that a hyphen joins to one: "sub-Saharan".
fn starts(doc: &Document, at: usize) -> bool {
    let capital =
        |n: usize| doc.tokens.get(n).is_some_and(|t| matches!(t.shape, Shape::Capital | Shape::Upper | Shape::Mixed));
    let prefix = || doc.tokens.get(at).is_some_and(|t| t.shape == Shape::Lower && t.span.len() <= LINK);
    capital(at) || prefix() && is_joint(doc, at + 1, doc.tokens.len()) && doc.norm(at + 1) == "-" && capital(at + 2)
}

fn spot_at(doc: &Document, at: usize, patterns: &Patterns) -> Option<Spot> {
    let ends = ends_from(doc, at, doc.sentence_of(at)?.tokens.end);
    let found: Vec<Spot> =
        ends.into_iter().rev().filter_map(|(end, name)| spot(doc, at..end, name, patterns)).collect();
    let shorter = found.get(1).filter(|s| found.first().is_some_and(|whole| belongs_on(doc, whole, s, patterns)));
    shorter.or(found.first()).cloned()
}

/// The generic noun that ends the longer name belongs to what follows: "Dublin City | Council" but "Kansas City Council".
fn belongs_on(doc: &Document, whole: &Spot, shorter: &Spot, patterns: &Patterns) -> bool {
    let generic = patterns.places.classes.nouns.is_some_and(|class| doc.is(shorter.core.end, class));
    let own_name = matches!(whole.best.kind(), "town" | "seat" | "capital") && whole.best_form == Form::Name;
    let last = shorter.core.end + 1 == whole.core.end && doc.norm(shorter.core.end) != "county";
    generic && last && !own_name && followed_by_name(doc, whole.core.end)
}

fn followed_by_name(doc: &Document, at: usize) -> bool {
    let same =
        doc.tokens.get(at).zip(doc.tokens.get(at.wrapping_sub(1))).is_some_and(|(a, b)| a.sentence == b.sentence);
    same && doc.name_like(at) && doc.tokens.get(at).is_some_and(|t| t.shape != Shape::Mark)
}

/// Every name that starts at a token, shortest first.
pub fn ends_from(doc: &Document, at: usize, limit: usize) -> Vec<(usize, Name)> {
    let mut out = Vec::new();
    let Some(mut walk) = Walk::new() else { return out };
    let mut end = at;
    while end < limit.min(at + LONGEST) {
        if end > at && is_joint(doc, end, limit) {
            end += 1;
            continue;
        }
        let token = doc.tokens[end];
        if end > at && (token.shape == Shape::Mark || token.shape == Shape::Lower) && !links(doc, end) {
            break;
        }
        match walk.word(doc.norm(end)) {
            Some(next) => walk = next,
            None => break,
        }
        end += 1;
        if let Some(name) = walk.name().filter(|_| doc.tokens[end - 1].shape != Shape::Mark && !owns(doc, at..end)) {
            out.push((end, name));
        }
    }
    out
}

/// "Queen's", "Smith's": one word in the genitive is its owner, whatever small place is called so.
fn owns(doc: &Document, name: Range<usize>) -> bool {
    name.len() == 2 && matches!(doc.norm(name.end - 1), "'s" | "'")
}

/// A glued hyphen, or the stop inside "W.Va.".
fn is_joint(doc: &Document, at: usize, limit: usize) -> bool {
    let glued = |n: usize| n < limit && doc.tokens.get(n).is_some_and(|t| t.glued);
    matches!(doc.norm(at), "-" | ".") && glued(at) && glued(at + 1)
}

fn links(doc: &Document, at: usize) -> bool {
    let norm = doc.norm(at);
    norm.len() <= LINK && (doc.tokens[at].shape == Shape::Lower || norm == "&")
}

fn spot(doc: &Document, core: Range<usize>, name: Name, patterns: &Patterns) -> Option<Spot> {
    let fitting = fitting(doc, &core, name)?;
    let best = gazetteer::record(fitting.0)?;
    if core.len() == 1
        && doc.text(core.start).len() < ACRONYM
        && humped(doc.text(core.start))
        && best.name() != doc.text(core.start)
    {
        return None;
    }
    let form = match fitting.1 {
        Form::Demonym => PlaceForm::Demonym,
        Form::Abbreviation | Form::Postal => PlaceForm::Abbreviation,
        _ => PlaceForm::Name,
    };
    let tokens = if form == PlaceForm::Name { extend(doc, &core, name, patterns) } else { core.clone() };
    let extended = tokens != core;
    let tokens = if form == PlaceForm::Name { with_direction(doc, tokens, &best, patterns) } else { tokens };
    let tokens = match foreign_article(doc, core.start, patterns) {
        Some(_) if form == PlaceForm::Name && !is_known(&best) => return None,
        Some(article) if form == PlaceForm::Name => article..tokens.end,
        _ => with_article(doc, tokens, &best),
    };
    Some(Spot { tokens, core, name, form, best, best_form: fitting.1, extended })
}

/// "PoA", "BoJo": capitals inside a word make it another name than the town that is spelled the same, unless that has them too
/// ("DeKalb").
pub fn humped(word: &str) -> bool {
    let small = |c: char| c.is_lowercase();
    word.chars().zip(word.chars().skip(1)).any(|(a, b)| small(a) && b.is_uppercase())
}

/// The most prominent reading; a demonym outweighs a town that few know ("Arab", Alabama).
fn fitting(doc: &Document, core: &Range<usize>, name: Name) -> Option<(u32, Form)> {
    let first = name.readings().find(|(_, form)| written_as(doc, core, *form))?;
    let known = gazetteer::record(first.0).is_some_and(|r| is_known(&r));
    let demonym = || name.readings().find(|(_, form)| *form == Form::Demonym);
    if known { Some(first) } else { demonym().or(Some(first)) }
}

fn is_known(record: &Record) -> bool {
    matches!(record.kind(), "country" | "admin1" | "region" | "capital") || record.population > KNOWN
}

/// The token of a capitalised "La", "El" before a name inside a sentence. What no list holds with its article is another
/// place than the one without, unless that is a large one.
fn foreign_article(doc: &Document, at: usize, patterns: &Patterns) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let class = patterns.places.classes.articles?;
    let inside = doc.sentence_of(at).is_some_and(|s| s.tokens.start < before && s.case != Case::Upper);
    let article = doc.tokens.get(before).is_some_and(|t| t.shape == Shape::Capital) && doc.is(before, class);
    (inside && article).then_some(before)
}

/// "South Nyanza", "Northern Rwanda", "North East Arnhem Land": capitalised points of the compass inside a sentence belong to
/// the name of a country or division behind them; the north of a town is still that town.
fn with_direction(doc: &Document, tokens: Range<usize>, best: &Record, patterns: &Patterns) -> Range<usize> {
    if matches!(best.kind(), "town" | "seat" | "capital") {
        return tokens;
    }
    let Some(class) = patterns.places.classes.directions else { return tokens };
    let Some(sentence) = doc.sentence_of(tokens.start).filter(|s| s.case == Case::Sentence) else { return tokens };
    let points = |t: &usize| doc.tokens[*t].shape == Shape::Capital && doc.is(*t, class) && doc.name_like(*t);
    let first = (sentence.tokens.start..tokens.start).rev().take(2).take_while(points).last();
    first.unwrap_or(tokens.start)..tokens.end
}

/// The capitals and stops fit the form: "US" but not "Us", "Ind." but not "Ind".
pub fn written_as(doc: &Document, core: &Range<usize>, form: Form) -> bool {
    let (Some(first), Some(last)) = (doc.tokens.get(core.start), doc.tokens.get(core.end - 1)) else { return false };
    let shouting = doc.sentence_of(core.start).is_some_and(|s| s.case == Case::Upper);
    let text = doc.text(core.start);
    let initial = doc.sentence_of(core.start).is_some_and(|s| s.tokens.start == core.start);
    let money = doc.norm(core.end) == "$" && doc.tokens.get(core.end).is_some_and(|t| t.glued);
    match form {
        _ if money => false,
        Form::Postal => core.len() == 1 && first.shape == Shape::Upper && !shouting,
        Form::Abbreviation if core.len() == 1 && !text.contains('.') => first.shape == Shape::Upper && !shouting,
        Form::Abbreviation => last.stop || doc.text(core.end - 1).contains('.'),
        _ if core.len() == 1 && text.len() <= ACRONYM && first.shape == Shape::Upper => {
            shouting || initial && text.len() > 3
        }
        _ => true,
    }
}

/// "The" belongs to the name: "The Hague", "The Gambia" where it is capitalised inside a sentence.
fn with_article(doc: &Document, tokens: Range<usize>, best: &Record) -> Range<usize> {
    let Some(before) = tokens.start.checked_sub(1) else { return tokens };
    let written = doc.text(before) == "The" && best.name().starts_with("The ");
    if written && doc.tokens[before].sentence == doc.tokens[tokens.start].sentence {
        before..tokens.end
    } else {
        tokens
    }
}

/// Takes in a capitalised generic noun ("Henry County", "Benue State"), or one that may be lower ("province"). "Department" also
/// ends the names of offices: it is taken in behind the name of a division only ("Huila Department").
fn extend(doc: &Document, core: &Range<usize>, name: Name, patterns: &Patterns) -> Range<usize> {
    let hit = patterns.places.classes.nouns.and_then(|class| doc.hit(core.end, class));
    let Some(hit) = hit else { return core.clone() };
    let value = patterns.lexicon.entry(hit.entry).map_or("", |e| e.value.as_str());
    let end = core.end + hit.len as usize;
    let capital = (core.end..end).all(|n| doc.tokens.get(n).is_some_and(|t| t.shape != Shape::Lower));
    let hanging = doc.norm(core.end) != "county" && followed_by_name(doc, end);
    let office = || value == DIVISION && (doc.norm(end) == "of" || !has_division(name));
    let same_line = doc.sentence_of(core.start).is_some_and(|s| end <= s.tokens.end);
    let taken = same_line && !hanging && (capital || value == "any") && !office();
    if taken { core.start..end } else { core.clone() }
}

/// The word says that a name before it is a division's, unless it is an office's: "Department".
pub fn divides(doc: &Document, at: usize, patterns: &Patterns) -> bool {
    let hit = patterns.places.classes.nouns.and_then(|class| doc.hit(at, class));
    hit.and_then(|h| patterns.lexicon.entry(h.entry)).is_some_and(|e| e.value == DIVISION)
}

/// A first-level division bears the name.
pub fn has_division(name: Name) -> bool {
    let own = name.readings().filter(|(_, form)| matches!(form, Form::Name | Form::Alias));
    own.filter_map(|(number, _)| gazetteer::record(number)).any(|r| r.kind() == "admin1")
}
