//! What once broke, sentence by sentence (`tests/data/regressions.csv`). Each row is named after what broke and states what is
//! read now: persons of the text, and method, victims, places, their
//! countries, date and perpetrators of its first row. An empty cell is not looked at, `-`
//! says that there is none; lists are joined with ` | `.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use dateline::ingest::{Article, Metadata};
use dateline::output::{Extract, IncidentRow};
use dateline::patterns::Patterns;
use serde::Deserialize;

#[derive(Deserialize)]
struct Row {
    broke: String,
    text: String,
    persons: String,
    methods: String,
    victims: String,
    places: String,
    countries: String,
    date: String,
    perpetrators: String,
}

/// "-" for an empty list.
fn joined(items: Vec<String>) -> String {
    if items.is_empty() { "-".to_string() } else { items.join(" | ") }
}

fn persons(extract: &Extract) -> String {
    let lines = serde_json::Deserializer::from_slice(&extract.mentions).into_iter::<serde_json::Value>();
    let text = |m: serde_json::Value| (m["kind"] == "person").then(|| m["text"].as_str().unwrap().to_string());
    joined(lines.filter_map(|m| text(m.unwrap())).collect())
}

fn of_first(extract: &Extract, cell: impl Fn(&IncidentRow) -> Vec<String>) -> String {
    joined(extract.incidents.first().map(cell).unwrap_or_default())
}

#[test]
fn what_broke_once_is_read_right() {
    let patterns = Patterns::load(None).unwrap();
    let mut wrong = Vec::new();
    for row in csv::Reader::from_path("tests/data/regressions.csv").unwrap().deserialize::<Row>().map(Result::unwrap) {
        let published = "2024-06-10".parse().unwrap();
        let metadata = Metadata { published: Some(published), ..Metadata::default() };
        let extract = Extract::of(&Article::new("text", row.text.clone(), metadata, &patterns), &patterns).unwrap();
        let called = |name: &Option<String>, text: &str| name.clone().unwrap_or_else(|| text.to_string());
        let victims = |r: &IncidentRow| r.victims.iter().map(|v| called(&v.name, &v.text)).collect();
        let perpetrators = |r: &IncidentRow| r.perpetrators.iter().map(|p| called(&p.name, &p.text)).collect();
        let checks = [
            ("persons", &row.persons, persons(&extract)),
            ("methods", &row.methods, of_first(&extract, |r| r.methods.clone())),
            ("victims", &row.victims, of_first(&extract, victims)),
            ("perpetrators", &row.perpetrators, of_first(&extract, perpetrators)),
            ("places", &row.places, of_first(&extract, |r| r.places.iter().map(|p| p.name.clone()).collect())),
            (
                "countries",
                &row.countries,
                of_first(&extract, |r| r.places.iter().filter_map(|p| p.country.clone()).collect()),
            ),
            ("date", &row.date, of_first(&extract, |r| r.date.iter().filter_map(|d| d.start.clone()).collect())),
        ];
        for (what, expected, found) in checks.into_iter().filter(|(_, expected, _)| !expected.is_empty()) {
            if *expected != found {
                wrong.push(format!("{}: {what}: {found:?} instead of {expected:?} in {:?}", row.broke, row.text));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
