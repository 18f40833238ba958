//! Incidents found in the corpus against the labels in `corpus/gold`: floors that may only rise.
//!
//! `cargo test --test corpus -- --nocapture` prints the table and what each article misses. Found and labelled incidents of an
//! article are paired (`labels/align.rs`), a missed one counts as wrong in every column. Labels marked optional cost nothing.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod support;

use dateline::labels::align::{date, in_country};
use dateline::labels::dates::Fit;
use dateline::labels::names::is_one_of;
use dateline::labels::{Found, Judged, Label, Reliability, align};
use dateline::output::IncidentRow;
use dateline::patterns::Patterns;

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
    Floors { incidents_found: 86.0, rows_right: 94.5, methods: 68.5, victims: 77.5, countries: 79.5, dates: 76.0 };

/// How far confidence and share of right rows may differ, and how well the confidence has to sort.
const CALIBRATION_ERROR: f64 = 0.1;
const AREA: f64 = 0.7;

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

struct Tally {
    patterns: Patterns,
    judged: Vec<Judged>,
    found: Share,
    rows: Share,
    methods: Share,
    victims: Share,
    countries: Share,
    dates: Share,
}

impl Tally {
    fn new() -> Self {
        let share = Share::default;
        let [found, rows, methods, victims, countries, dates] = [share(), share(), share(), share(), share(), share()];
        let patterns = Patterns::load(None).unwrap();
        Tally { patterns, judged: Vec::new(), found, rows, methods, victims, countries, dates }
    }
}

#[test]
fn the_corpus_is_read_at_least_as_well_as_before() {
    let mut tally = Tally::new();
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
    let held = Reliability::of(&tally.judged);
    println!("calibration error of the confidence {:.3}, area under ROC {:?}", held.error, held.area);
    assert!(held.error < CALIBRATION_ERROR && held.area.is_some_and(|a| a > AREA), "{held:?}");
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

fn gold(name: &str) -> Vec<Label> {
    let path = support::folder("corpus/gold").join(format!("{name}.json"));
    let label: dateline::labels::Article = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    label.incidents
}

fn found(row: &IncidentRow) -> Found {
    serde_json::from_value(serde_json::to_value(row).unwrap()).unwrap()
}

fn score(name: &str, gold: &[Label], rows: &[IncidentRow], tally: &mut Tally) {
    let found: Vec<Found> = rows.iter().map(found).collect();
    let pairs = align(gold, &found.iter().collect::<Vec<_>>(), &tally.patterns.method_words);
    for (g, label) in gold.iter().enumerate() {
        let row = pairs.iter().find(|p| p.label == g).map(|p| &found[p.row]);
        if !label.optional {
            tally.found.add(row.is_some());
            if row.is_none() {
                println!("{name}: missed {}", label.summary);
            }
        }
        if row.is_some() || !label.optional {
            slots(label, row, tally);
        }
    }
    for (r, row) in rows.iter().enumerate() {
        let right = pairs.iter().any(|p| p.row == r);
        tally.rows.add(right);
        tally.judged.push(Judged { confidence: row.confidence, right });
        if !right {
            println!("{name}: unlabelled row {}: {:?}", row.methods.join("+"), row.evidence.first().map(|e| &e.text));
        }
    }
}

/// What the row of a labelled incident says; a missed incident says nothing.
fn slots(label: &Label, row: Option<&Found>, tally: &mut Tally) {
    for method in &label.methods {
        tally.methods.add(row.is_some_and(|r| r.methods.contains(method)));
    }
    for (aliases, info) in label.victims.iter().zip(&label.victim_info) {
        if info.named && !info.optional {
            let named = |r: &Found| r.victims.iter().filter_map(|v| v.name.as_ref()).any(|v| is_one_of(v, aliases));
            tally.victims.add(row.is_some_and(named));
        }
    }
    if !label.countries.is_empty() {
        tally.countries.add(row.is_some_and(|r| in_country(label, r)));
    }
    if label.date.is_some() {
        tally.dates.add(row.is_some_and(|r| date(label, r) > Fit::None));
    }
}
