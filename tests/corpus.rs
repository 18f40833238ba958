//! Incidents found in the corpus against the labels in `corpus/gold`: floors that may only rise.
//!
//! `cargo test --test corpus -- --nocapture` prints the table and what each article misses. Found and labelled incidents of an
//! article are paired best first, a missed one counts as wrong in every column; a pair shares a victim, or its means with a place or date. Labels marked optional cost nothing.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod support;

use dateline::document::fold::fold;
use dateline::output::IncidentRow;
use serde_json::Value;
use std::collections::BTreeSet;

/// Articles without incidents that still yield rows. Known faults: this list may only shrink.
const FAILING_NEGATIVES: [&str; 0] = [];

/// Share reached, in per cent, below which the test fails.
struct Floors {
    incidents_found: f64,
    rows_right: f64,
    methods: f64,
    victims: f64,
    countries: f64,
    dates: f64,
}

const FLOORS: Floors =
    Floors { incidents_found: 70.0, rows_right: 88.0, methods: 54.0, victims: 64.0, countries: 61.0, dates: 55.0 };

/// Right of all.
#[derive(Default)]
struct Share {
    right: usize,
    all: usize,
}

impl Share {
    fn add(&mut self, right: bool) {
        self.right += usize::from(right);
        self.all += 1;
    }

    fn percent(&self) -> f64 {
        self.right as f64 / self.all.max(1) as f64 * 100.0
    }
}

#[derive(Default)]
struct Tally {
    found: Share,
    rows: Share,
    methods: Share,
    victims: Share,
    countries: Share,
    dates: Share,
}

#[test]
fn the_corpus_is_read_at_least_as_well_as_before() {
    let mut tally = Tally::default();
    for article in support::read_corpus() {
        let gold = gold(&article.name);
        score(&article.name, &gold, &article.incidents, &mut tally);
    }
    let floors = [
        ("labelled incidents found", &tally.found, FLOORS.incidents_found),
        ("rows that are labelled", &tally.rows, FLOORS.rows_right),
        ("methods", &tally.methods, FLOORS.methods),
        ("named victims", &tally.victims, FLOORS.victims),
        ("country", &tally.countries, FLOORS.countries),
        ("date", &tally.dates, FLOORS.dates),
    ];
    for (what, share, floor) in &floors {
        println!("{what:<26} {:>4} of {:>4}  {:5.1} %  floor {floor:.1}", share.right, share.all, share.percent());
    }
    for (what, share, floor) in floors {
        assert!(share.percent() >= floor, "{what}: {:.1} % is below {floor:.1}", share.percent());
    }
}

#[test]
fn articles_without_incidents_yield_no_row() {
    let loud: Vec<String> = support::read_corpus()
        .into_iter()
        .filter(|a| a.name.starts_with("neg-") && !a.incidents.is_empty())
        .map(|a| a.name)
        .collect();
    assert_eq!(loud, FAILING_NEGATIVES, "if an article fell silent, take it off the list");
}

fn gold(name: &str) -> Vec<Value> {
    let path = support::folder("corpus/gold").join(format!("{name}.json"));
    let mut label: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    match label["incidents"].take() {
        Value::Array(incidents) => incidents,
        other => panic!("{name}: incidents is {other}"),
    }
}

fn score(name: &str, gold: &[Value], rows: &[IncidentRow], tally: &mut Tally) {
    let pairs = pair(gold, rows);
    for (g, label) in gold.iter().enumerate() {
        let row = pairs.iter().find(|p| p.0 == g).map(|p| &rows[p.1]);
        if label["optional"] != true {
            tally.found.add(row.is_some());
            if row.is_none() {
                println!("{name}: missed {}", label["summary"].as_str().unwrap_or_default());
            }
        }
        if row.is_some() || label["optional"] != true {
            slots(label, row, tally);
        }
    }
    for (r, row) in rows.iter().enumerate() {
        let right = pairs.iter().any(|p| p.1 == r);
        tally.rows.add(right);
        if !right {
            println!("{name}: unlabelled row {}: {:?}", row.methods.join("+"), row.evidence.first().map(|e| &e.text));
        }
    }
}

/// What the row of a labelled incident says; a missed incident says nothing.
fn slots(label: &Value, row: Option<&IncidentRow>, tally: &mut Tally) {
    for method in strings(&label["methods"]) {
        tally.methods.add(row.is_some_and(|r| r.methods.contains(&method)));
    }
    for (n, aliases) in entities(&label["victims"]).iter().enumerate() {
        if label["victim_info"][n]["named"] == true && label["victim_info"][n]["optional"] != true {
            let named =
                |r: &IncidentRow| r.victims.iter().filter_map(|v| v.name.as_ref()).any(|v| same_name(v, aliases));
            tally.victims.add(row.is_some_and(named));
        }
    }
    let countries = strings(&label["countries"]);
    if !countries.is_empty() {
        let lies_in =
            |r: &IncidentRow| r.places.iter().filter_map(|p| p.country.as_ref()).any(|c| countries.contains(c));
        tally.countries.add(row.is_some_and(lies_in));
    }
    if label["date"].is_object() {
        tally.dates.add(row.is_some_and(|r| date_fits(label, r)));
    }
}

/// Pairs of labelled and found incidents, one to one, best first; the earlier on a tie.
fn pair(gold: &[Value], rows: &[IncidentRow]) -> Vec<(usize, usize)> {
    let mut all: Vec<(u32, usize, usize)> = Vec::new();
    for (g, label) in gold.iter().enumerate() {
        all.extend(rows.iter().enumerate().map(|(r, row)| (alike(label, row), g, r)).filter(|p| p.0 >= 4));
    }
    all.sort_by_key(|&(points, g, r)| (std::cmp::Reverse(points), g, r));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_, g, r) in all {
        if pairs.iter().all(|p| p.0 != g && p.1 != r) {
            pairs.push((g, r));
        }
    }
    pairs
}

/// A shared victim counts 4, means 3, country 1, date 2.
fn alike(label: &Value, row: &IncidentRow) -> u32 {
    let victims = entities(&label["victims"]);
    let victim = |v: &Vec<String>| {
        row.victims.iter().any(|r| same_name(&r.text, v) || r.name.as_ref().is_some_and(|n| same_name(n, v)))
    };
    let methods = strings(&label["methods"]);
    let countries = strings(&label["countries"]);
    let country = row.places.iter().filter_map(|p| p.country.as_ref()).any(|c| countries.contains(c));
    4 * u32::from(victims.iter().any(victim))
        + 3 * u32::from(row.methods.iter().any(|m| methods.contains(m)))
        + u32::from(country)
        + 2 * u32::from(label["date"].is_object() && date_fits(label, row))
}

/// The words of one form all occur in the other.
fn same_name(name: &str, aliases: &[String]) -> bool {
    let words = |s: &str| {
        let folded = fold(s);
        folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_string).collect()
    };
    let mine: BTreeSet<String> = words(name);
    aliases.iter().map(|a| words(a)).any(|theirs: BTreeSet<String>| {
        !mine.is_empty() && !theirs.is_empty() && (mine.is_subset(&theirs) || theirs.is_subset(&mine))
    })
}

/// The intervals overlap and the found one is no wider than the labelled one by more than a month.
fn date_fits(label: &Value, row: &IncidentRow) -> bool {
    let day = |text: Option<&str>| text.and_then(|t| t.parse::<jiff::civil::Date>().ok());
    let of = |key: &str| day(label["date"][key].as_str());
    let found = row.date.as_ref().and_then(|d| Some((day(d.start.as_deref())?, day(d.end.as_deref())?)));
    match (of("start"), of("end"), found) {
        (Some(a), Some(b), Some((c, d))) => a <= d && c <= b && (d - c).get_days() <= (b - a).get_days() + 31,
        _ => false,
    }
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(|v| Some(v.as_str()?.to_string())).collect()
}

fn entities(value: &Value) -> Vec<Vec<String>> {
    value.as_array().into_iter().flatten().map(strings).collect()
}
