//! Document -> mentions: persons, places, dates, methods, organisations, roles, weapons.
//!
//! Each finder proposes [`Candidate`]s with a weight; [`overlap`] keeps one reading per token by a stated policy and
//! keeps the losers for `explain`. Values are completed by [`crate::resolve`].

pub mod dates;
pub mod orgs;
pub mod overlap;
pub mod persons;
pub mod places;
pub mod terms;

use crate::document::Document;
use crate::patterns::Patterns;
use crate::patterns::source::{Origin, Rule};
use crate::span::Span;
use jiff::civil::Date;
use std::ops::Range;

/// The kinds of mention, in output order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A person's name.
    Person,
    /// A place, demonyms included.
    Place,
    /// A temporal expression.
    Date,
    /// A method trigger.
    Method,
    /// An organisation, outlet or agency.
    Org,
    /// A noun for people by role ("journalist").
    Role,
    /// A weapon or instrument.
    Weapon,
}

impl Kind {
    /// Name used in outputs and in sequence patterns.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Person => "person",
            Kind::Place => "place",
            Kind::Date => "date",
            Kind::Method => "method",
            Kind::Org => "org",
            Kind::Role => "role",
            Kind::Weapon => "weapon",
        }
    }

    /// The kind of that name.
    pub fn parse(name: &str) -> Option<Kind> {
        use Kind::*;
        [Person, Place, Date, Method, Org, Role, Weapon].into_iter().find(|k| k.name() == name)
    }
}

/// The list entry behind a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A line of a loaded pattern file.
    Line(Origin),
    /// A line of a compiled table: path below the project, 1-based line.
    Table(&'static str, u32),
}

/// Why a person stands in the text without taking part in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// Wrote the article.
    Author,
    /// Took the photograph.
    Credit,
}

/// Grammatical gender, where the text or the name gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Gender {
    /// He.
    Male,
    /// She.
    Female,
    /// Not known.
    #[default]
    Unknown,
}

/// A person.
#[derive(Clone, Debug, Default)]
pub struct PersonValue {
    /// Fullest form in the article.
    pub name: String,
    /// Persons of the article are numbered; mentions of one person share the number.
    pub entity: u32,
    /// Author or photographer.
    pub press: Option<Press>,
    /// Gender.
    pub gender: Gender,
}

/// How a place is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceForm {
    /// Its name.
    Name,
    /// "Russian", "Chechens".
    Demonym,
    /// "U.S.", "Calif.".
    Abbreviation,
}

/// One gazetteer place.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Preferred name.
    pub name: String,
    /// GeoNames id; `None` for hand-made regions without one.
    pub geonames_id: Option<u32>,
    /// Degrees north.
    pub lat: Option<f64>,
    /// Degrees east.
    pub lon: Option<f64>,
    /// ISO 3166 two letters.
    pub country: Option<String>,
    /// Name of the first-order division.
    pub admin1: Option<String>,
    /// `country`, `admin1`, `admin2`, `capital`, `seat`, `town`, `region`, `facility`.
    pub kind: &'static str,
    /// Inhabitants; 0 unknown.
    pub population: u32,
}

impl Place {
    /// A place without an entry in the gazetteer.
    pub fn unlisted(name: &str, kind: &'static str, country: Option<String>) -> Place {
        let name = name.to_string();
        Place { name, geonames_id: None, lat: None, lon: None, country, admin1: None, kind, population: 0 }
    }

    /// A populated place that the gazetteer lists.
    pub fn is_town(&self) -> bool {
        matches!(self.kind, "town" | "seat" | "capital") && self.geonames_id.is_some()
    }
}

/// A place mention's value.
#[derive(Clone, Debug)]
pub struct PlaceValue {
    /// How it is written.
    pub form: PlaceForm,
    /// The chosen gazetteer place; `None` while unresolved or unknown.
    pub place: Option<Place>,
    /// Other readings, best first.
    pub alternatives: Vec<Place>,
}

/// How precise a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Precision {
    Day,
    Weekend,
    Week,
    Month,
    Season,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
    Interval,
    Unknown,
}

/// Where a date's interval comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateBasis {
    /// Fully stated in the text.
    Stated,
    /// Counted from a reference date.
    Relative,
    /// The dateline.
    Dateline,
    /// The publication date itself.
    Published,
}

/// What a reference day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference {
    /// The day of publication.
    Published,
    /// The date told of last.
    Told,
}

impl Reference {
    /// Words for `explain`.
    pub fn name(self) -> &'static str {
        match self {
            Reference::Published => "the day of publication",
            Reference::Told => "the date told of last",
        }
    }
}

/// A temporal expression's value.
#[derive(Clone, Debug)]
pub struct DateValue {
    /// First and last day, both inclusive; `None` when there is no reference to count from.
    pub interval: Option<(Date, Date)>,
    /// Precision.
    pub precision: Precision,
    /// Basis.
    pub basis: DateBasis,
    /// TIMEX-like normalised value ("1998-08-07", "P3M", "PRESENT_REF"), where the grammar gives one.
    pub timex: Option<String>,
    /// `DATE`, `TIME`, `DURATION` or `SET`: only the first two place an event.
    pub class: &'static str,
    /// What the grammar read, before counting.
    pub reading: dates::expr::Reading,
    /// The day that the interval was counted from, and what that day is.
    pub reference: Option<(Date, Reference)>,
}

/// What a mention means.
#[derive(Clone, Debug)]
pub enum Value {
    /// A person.
    Person(PersonValue),
    /// A place.
    Place(PlaceValue),
    /// A date.
    Date(DateValue),
    /// A method code of the taxonomy.
    Method(String),
    /// An organisation: preferred name, kind (`armed_group`, `police`, `agency`, `outlet`, ...), country.
    Org {
        /// Preferred name.
        name: String,
        /// Kind, as in `organisations.csv`; `outlet` for press.
        kind: String,
        /// ISO 3166 two letters.
        country: Option<String>,
    },
    /// People by role: the role's class.
    Role(String),
    /// A weapon: method that it implies, or empty.
    Weapon(String),
}

/// One mention.
#[derive(Clone, Debug)]
pub struct Mention {
    /// Its tokens in the document.
    pub tokens: Range<usize>,
    /// Bytes in the text.
    pub span: Span,
    /// What it means.
    pub value: Value,
    /// The rule that found it.
    pub rule: Rule,
    /// The list entry that it rests on.
    pub source: Option<Source>,
}

impl Mention {
    /// The mention's kind.
    pub fn kind(&self) -> Kind {
        match self.value {
            Value::Person(_) => Kind::Person,
            Value::Place(_) => Kind::Place,
            Value::Date(_) => Kind::Date,
            Value::Method(_) => Kind::Method,
            Value::Org { .. } => Kind::Org,
            Value::Role(_) => Kind::Role,
            Value::Weapon(_) => Kind::Weapon,
        }
    }

    /// The person's value.
    pub fn person(&self) -> Option<&PersonValue> {
        if let Value::Person(p) = &self.value { Some(p) } else { None }
    }

    /// An organisation's kind, as `organisations.csv` and its cues have it: "outlet", "police".
    pub fn org_kind(&self) -> Option<&str> {
        if let Value::Org { kind, .. } = &self.value { Some(kind) } else { None }
    }

    /// The seat of a country's government.
    pub fn is_capital(&self) -> bool {
        let Some((value, place)) = self.place().and_then(|v| Some((v, v.place.as_ref()?))) else { return false };
        let twin = |p: &Place| p.kind == "capital" && p.country == place.country && p.name == place.name;
        place.kind == "capital" || value.alternatives.iter().any(twin)
    }

    /// The place's value.
    pub fn place(&self) -> Option<&PlaceValue> {
        if let Value::Place(p) = &self.value { Some(p) } else { None }
    }

    /// The date's value.
    pub fn date(&self) -> Option<&DateValue> {
        if let Value::Date(d) = &self.value { Some(d) } else { None }
    }
}

/// A proposed mention. `weight` (0..=100) says how sure the finder is: 90 and more, the context says so ("President X",
/// "City, Country"); 60 to 80, the gazetteer knows it and nothing speaks against it; 30 to 50, the word has other readings; below 30, weak.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The reading.
    pub mention: Mention,
    /// How sure the finder is.
    pub weight: u8,
}

/// A reading that lost, and why.
#[derive(Clone, Debug)]
pub struct Rejected {
    /// The reading.
    pub mention: Mention,
    /// Why it was rejected.
    pub because: String,
}

/// All mentions of a document in text order, not overlapping within the name kinds, and the rejected readings.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Kept.
    pub mentions: Vec<Mention>,
    /// Lost.
    pub rejected: Vec<Rejected>,
}

/// Runs all finders over a document.
pub fn find(doc: &Document, patterns: &Patterns) -> Found {
    let mut candidates = dates::find(doc, patterns);
    candidates.extend(places::find(doc, patterns));
    candidates.extend(persons::find(doc, patterns));
    candidates.extend(orgs::find(doc, patterns));
    overlap::settle(doc, candidates)
}
