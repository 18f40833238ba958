//! Place mentions -> distinct names, each with its readings.

use super::home::Home;
use crate::document::{Document, Shape};
use crate::mentions::places::lookup::{divides, ends_from, written_as};
use crate::mentions::{Mention, PlaceForm};
use crate::patterns::Patterns;
use crate::patterns::gazetteer::{Form, Name, Record, record};
use std::collections::HashMap;
use std::ops::Range;

/// Most readings that are weighed against each other.
const READINGS: usize = 40;

/// Most words of "a small town in northern" between a place and where it lies.
const DESCRIBED: usize = 7;

/// One reading of a name.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// The place.
    pub record: Record,
    /// Score before context.
    pub prior: f64,
    /// Score with context.
    pub score: f64,
}

/// One distinct name.
#[derive(Clone, Debug)]
pub struct Topic {
    /// Indices of its mentions.
    pub mentions: Vec<usize>,
    /// First token of the first mention.
    pub at: usize,
    /// Its readings; best first once scored.
    pub readings: Vec<Reading>,
    /// Topics named as its container ("Paris, Texas").
    pub containers: Vec<usize>,
    /// Topics in which a description puts it ("Oakfield, a neighborhood of Leeds").
    pub described: Vec<usize>,
    /// Written as a demonym.
    pub demonym: bool,
    /// Stands in the dateline: the article is set there.
    pub dateline: bool,
}

impl Topic {
    /// Records, best first.
    pub fn ranked(&self) -> impl Iterator<Item = Record> + '_ {
        self.readings.iter().map(|r| r.record)
    }
}

/// All topics in order of first mention.
pub fn collect(doc: &Document, mentions: &[Mention], patterns: &Patterns) -> Vec<Topic> {
    let home = Home::of(doc, patterns);
    let dateline = doc.article.dateline.as_ref().and_then(|d| d.place);
    let mut topics: Vec<Topic> = Vec::new();
    let mut by_key: HashMap<(String, bool), usize> = HashMap::new();
    let mut of_mention: HashMap<usize, usize> = HashMap::new();
    for (n, mention) in mentions.iter().enumerate() {
        let Some(value) = mention.place().filter(|v| v.place.is_none()) else { continue };
        let demonym = value.form == PlaceForm::Demonym;
        let key: Vec<&str> = mention.tokens.clone().map(|t| doc.norm(t)).collect();
        let topic = *by_key.entry((key.join(" "), demonym)).or_insert_with(|| {
            let readings = readings(doc, mention, value.form, &home, patterns);
            let at = mention.tokens.start;
            topics.push(Topic {
                mentions: Vec::new(),
                at,
                readings,
                containers: Vec::new(),
                described: Vec::new(),
                demonym,
                dateline: false,
            });
            topics.len() - 1
        });
        topics[topic].mentions.push(n);
        topics[topic].dateline |= dateline.is_some_and(|d| d.overlaps(mention.span));
        of_mention.insert(n, topic);
    }
    for (inner, outer, told) in adjacent(doc, mentions, patterns) {
        if let (Some(&inner), Some(&outer)) = (of_mention.get(&inner), of_mention.get(&outer))
            && inner != outer
            && !topics[inner].containers.contains(&outer)
        {
            topics[inner].containers.push(outer);
            if told {
                topics[inner].described.push(outer);
            }
        }
    }
    topics
}

/// Pairs of mentions (inner, outer) that one phrase joins: "Paris, Texas", "Paris (Texas)", "Paris in Texas", "Texas' Paris",
/// and whether that phrase describes the inner one.
fn adjacent(doc: &Document, mentions: &[Mention], patterns: &Patterns) -> Vec<(usize, usize, bool)> {
    let places: Vec<usize> = (0..mentions.len()).filter(|&n| mentions[n].place().is_some()).collect();
    let part = |t: usize| patterns.places.classes.parts.is_some_and(|class| doc.is(t, class));
    let mut out = Vec::new();
    for pair in places.windows(2) {
        let (a, b) = (&mentions[pair[0]], &mentions[pair[1]]);
        let gap: Vec<&str> = (a.tokens.end..b.tokens.start.min(a.tokens.end + 5)).map(|t| doc.norm(t)).collect();
        match gap.as_slice() {
            [",", "a" | "an" | "the", ..] if described(doc, a.tokens.end + 1..b.tokens.start, patterns) => {
                out.push((pair[0], pair[1], true));
            }
            [","] | ["("] | ["in"] | [",", "in"] | ["in", "the"] | [",", "a"] => out.push((pair[0], pair[1], false)),
            [",", "in", _] if part(b.tokens.start - 1) => out.push((pair[0], pair[1], false)),
            ["'s"] | ["'"] | ["'s", "capital"] | ["'s", "capital", ","] => out.push((pair[1], pair[0], false)),
            _ => {}
        }
    }
    out
}

/// What stands between says what the place is: "a small town in northern".
fn described(doc: &Document, between: Range<usize>, patterns: &Patterns) -> bool {
    let classes = [patterns.places.classes.nouns, patterns.classes.quarters];
    let noun = |t: usize| classes.into_iter().flatten().any(|class| doc.is(t, class));
    let plain = between.clone().all(|t| doc.tokens.get(t).is_some_and(|t| t.shape == Shape::Lower));
    let Some(at) = between.clone().find(|t| noun(*t)) else { return false };
    between.len() <= DESCRIBED && plain && matches!(doc.norm(at + 1), "in" | "of" | "near")
}

fn readings(doc: &Document, mention: &Mention, form: PlaceForm, home: &Home, patterns: &Patterns) -> Vec<Reading> {
    let Some((core, name)) = name_of(doc, mention, patterns) else { return Vec::new() };
    let fits = |found: Form| match form {
        PlaceForm::Demonym => found == Form::Demonym,
        PlaceForm::Abbreviation => matches!(found, Form::Abbreviation | Form::Postal),
        PlaceForm::Name => !matches!(found, Form::Demonym | Form::Abbreviation | Form::Postal),
    };
    // "Cordoba Department": a division, whatever towns bear the name.
    let division = core.end < mention.tokens.end && divides(doc, core.end, patterns);
    let rows = name.readings().filter(|(_, found)| fits(*found) && written_as(doc, &core, *found));
    let mut out: Vec<Reading> = rows
        .filter_map(|(number, found)| {
            let record = record(number).filter(|r| !division || r.kind() == "admin1")?;
            let prior = prior(&record, found) + home.bonus(&record);
            Some(Reading { record, prior, score: prior })
        })
        .collect();
    // "Mexico" by itself is the country, not the state in it that bears its name.
    let whole = out.iter().find(|r| r.record.kind() == "country").map(|r| r.record);
    out.retain(|r| !whole.is_some_and(|c| r.record.number != c.number && r.record.country == c.country));
    out.sort_by(|a, b| b.prior.total_cmp(&a.prior).then(a.record.number.cmp(&b.record.number)));
    out.truncate(READINGS);
    out
}

/// The longest gazetteer name at the start of a mention, else behind its article ("The Hague") or a point of the compass
/// ("North East Arnhem Land").
fn name_of(doc: &Document, mention: &Mention, patterns: &Patterns) -> Option<(Range<usize>, Name)> {
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let direction = |t: usize| patterns.places.classes.directions.is_some_and(|class| doc.is(t, class));
    let longest = |from: usize| Some((from, ends_from(doc, from, end).into_iter().next_back()?));
    let whole = |from: &usize| longest(*from).filter(|(_, (stop, _))| !((*from..*stop).all(direction) && *stop < end));
    let (from, (stop, name)) = (start..end.min(start + 3)).find_map(|from| whole(&from))?;
    Some((from..stop, name))
}

/// Prominence: inhabitants on a log scale, countries first, other names last.
fn prior(record: &Record, form: Form) -> f64 {
    let people = f64::from(record.population.max(1)).log10();
    let kind = match record.kind() {
        "country" => 4.0 + people / 4.0 + 2.0,
        "admin1" => people.max(4.5) + 0.4,
        "capital" => people + 0.6,
        "seat" => people + 0.2,
        "admin2" => people.max(3.0) - 0.3,
        "region" if record.country == 0 => 8.5,
        "region" => 5.5,
        _ => people,
    };
    match form {
        Form::Alias => kind - 1.2,
        Form::Former => kind - 0.3,
        _ => kind,
    }
}
