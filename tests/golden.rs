//! What is found in every article of the corpus, word for word: a change that alters a row shows up as a difference.
//!
//! A difference fails the test. When it is wanted: `INSTA_UPDATE=always cargo test --test golden`, then read the diff of
//! `tests/golden/` like code, because it is what users will see.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod support;

use dateline::output::IncidentRow;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};

#[test]
fn every_article_gives_the_rows_on_file() {
    let mut differ = Vec::new();
    let mut names = BTreeSet::new();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("golden");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for article in support::read_corpus() {
        let text = render(&article.incidents);
        let check = || settings.bind(|| insta::assert_snapshot!(article.name.as_str(), text));
        if catch_unwind(AssertUnwindSafe(check)).is_err() {
            differ.push(article.name.clone());
        }
        names.insert(article.name);
    }
    assert!(differ.is_empty(), "rows differ in {differ:?}");
    let filed = std::fs::read_dir(support::folder("tests/golden")).unwrap();
    let filed = filed.filter_map(|e| e.unwrap().file_name().to_str()?.strip_suffix(".snap").map(str::to_string));
    let stale: Vec<String> = filed.filter(|name| !names.contains(name)).collect();
    assert!(stale.is_empty(), "snapshots without an article: {stale:?}");
}

/// All rows of an article, without ids and offsets.
fn render(rows: &[IncidentRow]) -> String {
    if rows.is_empty() {
        return "no incident".to_string();
    }
    rows.iter().map(incident).collect::<Vec<_>>().join("\n\n")
}

fn incident(row: &IncidentRow) -> String {
    let mut out = format!("{}. {}, {}", row.rank, row.methods.join(" + "), row.status);
    out.push_str(match row.fatal {
        Some(true) => ", fatal",
        Some(false) => ", not fatal",
        None => "",
    });
    let who = |name: &Option<String>, text: &str| name.clone().unwrap_or_else(|| format!("({text})"));
    list(&mut out, "victims", row.victims.iter().map(|v| who(&v.name, &v.text)));
    list(&mut out, "by", row.perpetrators.iter().map(|p| who(&p.name, &p.text)));
    let place = |country: &Option<String>, name: &str| format!("{name} [{}]", country.as_deref().unwrap_or("?"));
    list(&mut out, "where", row.places.iter().map(|p| place(&p.country, &p.name)));
    let day = |d: &Option<String>| d.clone().unwrap_or("?".to_string());
    let date = row.date.iter().map(|d| format!("{}..{} ({}, {})", day(&d.start), day(&d.end), d.precision, d.basis));
    list(&mut out, "when", date);
    for quote in &row.evidence {
        let flat: Vec<&str> = quote.text.split_whitespace().collect();
        let _ = write!(out, "\n   > {}", flat.join(" "));
    }
    out
}

/// A line of its own, when there is something to say.
fn list(out: &mut String, label: &str, values: impl Iterator<Item = String>) {
    let values: Vec<String> = values.map(|v| v.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    if !values.is_empty() {
        let _ = write!(out, "\n   {label}: {}", values.join(" | "));
    }
}
