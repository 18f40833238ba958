//! Incidents -> rows of `incidents.jsonl`, the full record for programs.
//!
//! A row owns its texts: it outlives its article, because clusters are known only when all articles are read.

use super::mentions::{basis_name, precision_name};
use super::{Offsets, cite};
use crate::incidents::{Incident, Party, Quote, Site, When};
use crate::ingest::Article;
use crate::link::{self, Member, Profile};
use crate::mentions::{DateBasis, Precision};
use crate::patterns::Patterns;
use serde::Serialize;

/// One line of `incidents.jsonl`; fields in output order.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct IncidentRow {
    pub id: String,
    pub doc: String,
    pub title: Option<String>,
    pub published: Option<String>,
    pub outlet: Option<String>,
    pub url: Option<String>,
    pub methods: Vec<String>,
    pub status: &'static str,
    pub fatal: Option<bool>,
    pub killed: Option<u32>,
    pub injured: Option<u32>,
    pub victims: Vec<VictimRow>,
    pub perpetrators: Vec<PerpetratorRow>,
    pub instruments: Vec<InstrumentRow>,
    pub places: Vec<PlaceRow>,
    pub date: Option<DateRow>,
    pub rank: u32,
    pub confidence: f64,
    pub reasons: Vec<String>,
    pub evidence: Vec<EvidenceRow>,
    pub cluster: Option<String>,
    pub cluster_reasons: Vec<String>,
    #[serde(skip)]
    pub cluster_size: u32,
}

/// Who was attacked.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct VictimRow {
    pub name: Option<String>,
    pub text: String,
    pub description: Option<String>,
    pub aliases: Vec<String>,
    pub kind: Option<&'static str>,
    pub count: Option<u32>,
}

/// Who allegedly did it.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct PerpetratorRow {
    pub name: Option<String>,
    pub text: String,
    pub kind: &'static str,
    pub description: Option<String>,
    pub aliases: Vec<String>,
    pub count: Option<u32>,
}

/// With what.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct InstrumentRow {
    pub text: String,
}

/// Where.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct PlaceRow {
    pub name: String,
    pub text: String,
    pub country: Option<String>,
    pub admin1: Option<String>,
    pub geonames_id: Option<u32>,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
}

/// When; `start` and `end` are inclusive ISO days.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct DateRow {
    pub start: Option<String>,
    pub end: Option<String>,
    pub precision: &'static str,
    pub basis: &'static str,
    pub text: String,
}

/// A quote with its place and the rule that read it.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct EvidenceRow {
    pub text: String,
    pub start: u32,
    pub end: u32,
    pub rule: String,
    pub source: Option<String>,
}

/// Puts every row into its cluster; `profiles` runs parallel to the rows.
pub fn cluster(rows: &mut [IncidentRow], profiles: &[Profile]) {
    let member = |(row, profile)| {
        let row: &IncidentRow = row;
        Member { id: &row.id, doc: &row.doc, profile }
    };
    let members: Vec<Member> = rows.iter().zip(profiles).map(member).collect();
    let found = link::link(&members);
    for (row, linked) in rows.iter_mut().zip(found) {
        let Some(linked) = linked else { continue };
        row.cluster = Some(linked.cluster);
        row.cluster_size = linked.size;
        row.cluster_reasons = linked.reasons;
    }
}

/// The row of one incident.
pub fn row(article: &Article, incident: &Incident, offsets: &Offsets, patterns: &Patterns) -> IncidentRow {
    IncidentRow {
        id: incident.id.clone(),
        doc: article.doc.clone(),
        title: article.title.clone(),
        published: article.published.as_ref().map(|p| p.date.to_string()),
        outlet: article.outlet.clone(),
        url: article.url.clone(),
        methods: incident.methods.clone(),
        status: incident.status.name(),
        fatal: incident.fatal,
        killed: incident.killed,
        injured: incident.injured,
        victims: incident.victims.iter().map(victim).collect(),
        perpetrators: incident.perpetrators.iter().map(perpetrator).collect(),
        instruments: incident.instruments.iter().map(|text| InstrumentRow { text: text.clone() }).collect(),
        places: incident.places.iter().map(place).collect(),
        date: incident.date.as_ref().map(date).or_else(|| incident.known_by.map(known_by)),
        rank: incident.rank,
        confidence: (incident.confidence * 100.0).round() / 100.0,
        reasons: incident.reasons.clone(),
        evidence: incident.evidence.iter().map(|q| evidence(q, offsets, patterns)).collect(),
        cluster: incident.cluster.clone(),
        cluster_reasons: Vec::new(),
        cluster_size: 1,
    }
}

fn kind_of(party: &Party) -> &'static str {
    if party.kind.is_empty() { "unknown" } else { party.kind }
}

fn victim(party: &Party) -> VictimRow {
    VictimRow {
        name: party.name.clone(),
        text: party.text.clone(),
        description: party.description.clone(),
        aliases: party.aliases.clone(),
        kind: Some(kind_of(party)).filter(|k| *k != "unknown"),
        count: party.count,
    }
}

fn perpetrator(party: &Party) -> PerpetratorRow {
    PerpetratorRow {
        name: party.name.clone(),
        text: party.text.clone(),
        kind: kind_of(party),
        description: party.description.clone(),
        aliases: party.aliases.clone(),
        count: party.count,
    }
}

fn place(site: &Site) -> PlaceRow {
    let known = site.place.as_ref();
    PlaceRow {
        name: site.name.clone(),
        text: site.text.clone(),
        country: known.and_then(|p| p.country.clone()),
        admin1: known.and_then(|p| p.admin1.clone()),
        geonames_id: known.and_then(|p| p.geonames_id),
        lat: known.and_then(|p| p.lat),
        lon: known.and_then(|p| p.lon),
    }
}

fn date(when: &When) -> DateRow {
    DateRow {
        start: when.value.interval.map(|i| i.0.to_string()),
        end: when.value.interval.map(|i| i.1.to_string()),
        precision: precision_name(when.value.precision),
        basis: basis_name(when.value.basis),
        text: when.text.clone(),
    }
}

/// Nothing tells when it happened: not after the day on which it was reported.
fn known_by(day: jiff::civil::Date) -> DateRow {
    DateRow {
        start: None,
        end: Some(day.to_string()),
        precision: precision_name(Precision::Unknown),
        basis: basis_name(DateBasis::Published),
        text: String::new(),
    }
}

fn evidence(quote: &Quote, offsets: &Offsets, patterns: &Patterns) -> EvidenceRow {
    let (start, end) = offsets.of(quote.span);
    EvidenceRow {
        text: offsets.text(quote.span).to_string(),
        start,
        end,
        rule: patterns.names.id(quote.rule).to_string(),
        source: cite(quote.source, patterns).or_else(|| Some(patterns.names.place(quote.rule, &patterns.files))),
    }
}
