//! The town that an article is set in: a local paper names its town in the dateline, the title or beside its police, and
//! rarely again in the sentence that tells of the attack.
//!
//! Input: all mentions; output: the town whose police, mayor or firemen are named, else that with most points, as a site.
//! A capital in the dated dateline of an agency says only where that sits.

use crate::document::Tag;
use crate::frames::people::argument::Reader;
use crate::frames::setting::origin::{self, Tie};
use crate::incidents::Site;
use crate::incidents::sites::nearby::is_seat;
use crate::ingest::LineKind;
use crate::mentions::{Mention, Place, PlaceForm, Value};
use crate::patterns::gazetteer::{self, Form};
use crate::resolve::places::containment::distance;
use std::collections::BTreeMap;
use std::ops::Range;

/// Points of a town in the dateline, in the title, beside its police, in the opening and elsewhere.
const DATELINE: usize = 5;
const TITLE: usize = 3;
const POLICE: usize = 2;
const OPENING: usize = 2;
const ELSEWHERE: usize = 1;
/// Points that a town needs; the capital from which an agency files is named for its ministries, too.
const ENOUGH: usize = 2;
const CAPITAL: usize = 5;
/// Words of a street's name.
const NAME: usize = 4;
/// Running sentences that count as the opening.
const FIRST: usize = 3;

/// The article's town.
#[derive(Clone, Debug)]
pub struct Home {
    /// The town.
    pub site: Site,
    /// The towns whose police or the like are named.
    policed: Vec<String>,
    /// That of the dateline.
    dateline: Option<String>,
}

/// Distance in km within which a far smaller place is a quarter of the town.
const QUARTER: f64 = 20.0;
/// Inhabitants below which a place of another division is likelier a quarter that only bears the same name.
const SMALL: u32 = 100_000;
/// A town has at least so many times the inhabitants of its quarter.
const TIMES: u32 = 5;

impl Home {
    /// "Chicago police", "in South Shore": a quarter of the town that investigates, or a namesake of one.
    pub fn has_quarter(&self, place: &Place) -> bool {
        let filed = |p: &Place| self.dateline.as_ref() == Some(&p.name);
        let Some(town) = self.site.place.as_ref().filter(|t| self.policed.contains(&t.name) || filed(t)) else {
            return false;
        };
        let near = distance(town, place).is_some_and(|d| d <= QUARTER) && !filed(place);
        // A dateline names a town of its own, unless the police are those of a city.
        let sure = !filed(place) || town.population >= SMALL;
        let namesake = town.admin1 != place.admin1 && place.population < SMALL && sure;
        place.is_town()
            && !self.policed.contains(&place.name)
            && place.country == town.country
            && place.population.saturating_mul(TIMES) <= town.population
            && (near || namesake)
    }
}

/// What was found of a town: whether its police are named, points, first mention, the town.
type Found = (bool, usize, std::cmp::Reverse<usize>, Site);

/// The article's town.
pub fn of(read: Reader) -> Option<Home> {
    let opening = read.doc.first_paragraph().unwrap_or(0) + FIRST;
    let known = known(read);
    let mut towns: BTreeMap<String, Found> = BTreeMap::new();
    for (n, mention) in read.mentions.iter().enumerate() {
        let elsewhere = || origin::tie(read, n) == Some(Tie::Comes) || origin::legal_seat(read, n);
        let elsewhere = mention.place().is_some() && elsewhere();
        let town = town(read, mention, &known, opening).filter(|_| !elsewhere);
        let Some((site, points, police)) = town else { continue };
        let key = site.place.as_ref().map_or_else(|| site.name.to_lowercase(), |p| p.name.to_lowercase());
        let found = towns.entry(key).or_insert((false, 0, std::cmp::Reverse(n), site));
        found.0 |= police;
        found.1 += points;
    }
    let dateline = read.mentions.iter().find(|m| in_dateline(read, m) && !m.is_capital()).and_then(|m| m.place());
    let dateline = dateline.and_then(|v| v.place.as_ref());
    let dateline = dateline.map(|p| p.name.clone());
    let policed = towns.values().filter(|t| t.0).filter_map(|t| Some(t.3.place.as_ref()?.name.clone())).collect();
    let (_, points, _, site) =
        towns.into_values().max_by_key(|(police, points, first, _)| (*police, *points, *first))?;
    let seat = read.mentions.iter().find(|m| in_dateline(read, m) && is_seat(read, m)).and_then(|m| m.place());
    let seat = seat.is_some_and(|s| s.place == site.place);
    (points >= if seat { CAPITAL } else { ENOUGH }).then_some(Home { site, policed, dateline })
}

/// The town that a mention names, and what that is worth.
fn town(read: Reader, mention: &Mention, known: &Known, opening: usize) -> Option<(Site, usize, bool)> {
    let start = mention.tokens.start;
    let (place, end, points) = match &mention.value {
        Value::Place(value) if value.form == PlaceForm::Name => {
            (value.place.clone()?, mention.tokens.end, points(read, mention, opening))
        }
        Value::Org { .. } => named_in(read, mention, known).map(|(place, end)| (place, end, 0))?,
        _ => return None,
    };
    let owner = usize::from(read.doc.norm(end) == "'s");
    let police = read.is(end + owner, read.patterns.classes.institutions);
    let points = points + if police { POLICE } else { 0 };
    let fits = place.is_town() && points > 0 && !residence(read, start) && !is_street(read, start, end);
    let text = read.doc.span(start..end).of(&read.doc.article.text).to_string();
    fits.then(|| (Site { name: text.clone(), text, place: Some(place) }, points, police))
}

fn in_dateline(read: Reader, mention: &Mention) -> bool {
    read.doc.article.dateline.as_ref().and_then(|d| d.place).is_some_and(|s| s.overlaps(mention.span))
}

fn points(read: Reader, mention: &Mention, opening: usize) -> usize {
    let sentence = read.doc.sentence_number(mention.tokens.start);
    let kind = read.doc.sentences.get(sentence).map(|s| s.kind);
    let dateline = in_dateline(read, mention);
    match kind {
        _ if dateline && is_seat(read, mention) => 0,
        _ if dateline => DATELINE,
        Some(LineKind::Title) if signed(read, mention, sentence) => 0,
        Some(LineKind::Title) => TITLE,
        _ if sentence < opening => OPENING,
        _ => ELSEWHERE,
    }
}

/// "Two shot in Reno - KOLO 8 News Reno": what stands after the dash or bar of a title may be the outlet's town.
fn signed(read: Reader, mention: &Mention, sentence: usize) -> bool {
    let from = read.doc.sentences.get(sentence).map_or(mention.tokens.start, |s| s.tokens.start);
    (from + 1..mention.tokens.start).any(|t| matches!(read.doc.text(t), "-" | "–" | "—" | "|"))
}

/// "2517 Shasta", "the 1600 block of Riverview", "Shelton Road": a street that bears a town's name.
pub fn is_street(read: Reader, start: usize, end: usize) -> bool {
    let before = |n: usize| start.checked_sub(n).map_or("", |t| read.doc.norm(t));
    let counts = read.doc.tag(end) == Tag::NNS; // "27 Leeds students"
    let numbered = !counts && before(1).len() > 1 && before(1).chars().all(|c| c.is_ascii_digit());
    let block = before(1) == "of" && before(2) == "block";
    let street = |t: usize| read.is(t, read.patterns.classes.street_nouns);
    // "rue La Fayette".
    let class = read.patterns.classes.street_nouns;
    let led = || start > 0 && class.is_some_and(|c| read.value(start - 1, c) == Some("before"));
    numbered || block || street(end) || led() || crossing(read, end, street)
}

/// "the corner of BOLIVAR and Sucre streets": names up to the noun that they share.
fn crossing(read: Reader, end: usize, street: impl Fn(usize) -> bool) -> bool {
    let named = |t: usize| read.doc.tag(t) == Tag::NNP && !street(t);
    let names = (end + 1..end + 1 + NAME).take_while(|&t| named(t)).count();
    let noun = end + 1 + names;
    read.doc.norm(end) == "and" && names > 0 && street(noun) && read.doc.norm(noun).ends_with('s')
}

/// "John Smith, 27, of Arlington": where somebody lives.
fn residence(read: Reader, at: usize) -> bool {
    let before = |n: usize| at.checked_sub(n).map_or("", |t| read.doc.norm(t));
    matches!(before(1), "of" | "from") && (before(2) == "," || before(2).starts_with(|c: char| c.is_ascii_digit()))
}

/// "Tulsa Police Department": the town that the name of a local institution begins with, and the token after it.
fn named_in(read: Reader, mention: &Mention, known: &Known) -> Option<(Place, usize)> {
    let class = read.patterns.classes.institutions?;
    let tokens = mention.tokens.clone();
    let end = (tokens.start + 1..tokens.end).find(|&t| read.doc.is(t, class))?;
    let place = known.get(&folded(read, tokens.start..end)).cloned();
    place.or_else(|| listed(read, tokens.start..end, |_| true)).map(|place| (place, end))
}

/// The places that the article names, by their folded words.
type Known = BTreeMap<String, Place>;

fn known(read: Reader) -> Known {
    let named = |m: &Mention| Some((folded(read, m.tokens.clone()), m.place()?.place.clone()?));
    read.mentions.iter().filter_map(named).collect()
}

fn folded(read: Reader, tokens: Range<usize>) -> String {
    tokens.map(|t| read.doc.norm(t)).collect::<Vec<_>>().join(" ")
}

/// The gazetteer's most prominent town of that name that fits.
pub fn listed(read: Reader, tokens: Range<usize>, fits: impl Fn(&Place) -> bool) -> Option<Place> {
    let name = gazetteer::name(tokens.map(|t| read.doc.norm(t)))?;
    let own = name.readings().filter(|(_, form)| *form == Form::Name);
    let places = own.filter_map(|(number, _)| gazetteer::record(number)).map(|r| r.place());
    places.filter(Place::is_town).find(fits)
}
