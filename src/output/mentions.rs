//! Mentions -> lines of `mentions.jsonl`.
//!
//! Every line has `doc, kind, start, end, text, rule, source`; the kind decides what else it has. Unknown is `null`.

use super::{Offsets, cite};
use crate::mentions::{DateBasis, DateValue, Mention, PersonValue, PlaceForm, PlaceValue, Precision, Press, Value};
use crate::patterns::Patterns;
use serde::Serialize;

/// One line.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct MentionRow<'a> {
    pub doc: &'a str,
    pub kind: &'static str,
    pub start: u32,
    pub end: u32,
    pub text: &'a str,
    #[serde(flatten)]
    pub value: ValueRow<'a>,
    pub rule: &'a str,
    pub source: Option<String>,
}

/// What a mention means; the fields differ by kind.
#[derive(Serialize)]
#[serde(untagged)]
#[allow(missing_docs)]
pub enum ValueRow<'a> {
    Person {
        name: &'a str,
        role: Option<&'static str>,
    },
    Place {
        name: Option<&'a str>,
        geonames_id: Option<u32>,
        lat: Option<f64>,
        lon: Option<f64>,
        country: Option<&'a str>,
        admin1: Option<&'a str>,
        form: &'static str,
    },
    Date {
        start_date: Option<String>,
        end_date: Option<String>,
        precision: &'static str,
        basis: &'static str,
        timex: Option<&'a str>,
        class: &'static str,
    },
    Method {
        code: &'a str,
    },
    Org {
        name: &'a str,
        org_kind: &'a str,
        country: Option<&'a str>,
    },
    Role {
        class: &'a str,
    },
    Weapon {
        implies: Option<&'a str>,
    },
}

/// The line of one mention.
pub fn row<'a>(doc: &'a str, mention: &'a Mention, offsets: &Offsets<'a>, patterns: &'a Patterns) -> MentionRow<'a> {
    let (start, end) = offsets.of(mention.span);
    MentionRow {
        doc,
        kind: mention.kind().name(),
        start,
        end,
        text: offsets.text(mention.span),
        value: value_row(&mention.value),
        rule: patterns.names.id(mention.rule),
        source: cite(mention.source, patterns),
    }
}

fn value_row(value: &Value) -> ValueRow<'_> {
    match value {
        Value::Person(person) => person_row(person),
        Value::Place(place) => place_row(place),
        Value::Date(date) => date_row(date),
        Value::Method(code) => ValueRow::Method { code },
        Value::Org { name, kind, country } => ValueRow::Org { name, org_kind: kind, country: country.as_deref() },
        Value::Role(class) => ValueRow::Role { class },
        Value::Weapon(implies) => ValueRow::Weapon { implies: Some(implies.as_str()).filter(|m| !m.is_empty()) },
    }
}

fn person_row(person: &PersonValue) -> ValueRow<'_> {
    let role = person.press.map(|press| match press {
        Press::Author => "author",
        Press::Credit => "credit",
    });
    ValueRow::Person { name: &person.name, role }
}

fn place_row(value: &PlaceValue) -> ValueRow<'_> {
    let place = value.place.as_ref();
    ValueRow::Place {
        name: place.map(|p| p.name.as_str()),
        geonames_id: place.and_then(|p| p.geonames_id),
        lat: place.and_then(|p| p.lat),
        lon: place.and_then(|p| p.lon),
        country: place.and_then(|p| p.country.as_deref()),
        admin1: place.and_then(|p| p.admin1.as_deref()),
        form: form_name(value.form),
    }
}

fn date_row(date: &DateValue) -> ValueRow<'_> {
    ValueRow::Date {
        start_date: date.interval.map(|i| i.0.to_string()),
        end_date: date.interval.map(|i| i.1.to_string()),
        precision: precision_name(date.precision),
        basis: basis_name(date.basis),
        timex: date.timex.as_deref(),
        class: date.class,
    }
}

fn form_name(form: PlaceForm) -> &'static str {
    match form {
        PlaceForm::Name => "name",
        PlaceForm::Demonym => "demonym",
        PlaceForm::Abbreviation => "abbreviation",
    }
}

/// Name of a precision in outputs.
pub fn precision_name(precision: Precision) -> &'static str {
    match precision {
        Precision::Day => "day",
        Precision::Weekend => "weekend",
        Precision::Week => "week",
        Precision::Month => "month",
        Precision::Season => "season",
        Precision::Quarter => "quarter",
        Precision::Half => "half",
        Precision::Year => "year",
        Precision::Decade => "decade",
        Precision::Century => "century",
        Precision::Interval => "interval",
        Precision::Unknown => "unknown",
    }
}

/// Name of a basis in outputs.
pub fn basis_name(basis: DateBasis) -> &'static str {
    match basis {
        DateBasis::Stated => "stated",
        DateBasis::Relative => "relative",
        DateBasis::Dateline => "dateline",
        DateBasis::Published => "published",
    }
}
