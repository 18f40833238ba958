//! Incident rows -> `incidents.csv`, the reviewers' sheet: one row per candidate, what a reviewer reads first on the left.
//!
//! UTF-8 with a byte-order mark, so that spreadsheets read names right. Cells from text are made safe by [`super::cells`].
//! Dates are whole ISO days (`2015-03-07`), the one form that every spreadsheet reads alike in every locale; the expression as
//! written stands in quotation marks, so that "May 3" is not turned into a day of this year. Numbers are bare. Unknown is empty.

use super::cells;
use super::incidents::{DateRow, IncidentRow, PlaceRow};
use std::io::{self, Write};

/// Column names, in order; the last four are for the reviewer.
pub const COLUMNS: [&str; 45] = [
    "victims",
    "victim_descriptions",
    "methods",
    "place",
    "country",
    "date_from",
    "date_to",
    "perpetrators",
    "status",
    "fatal",
    "quote",
    "title",
    "published",
    "outlet",
    "rank",
    "confidence",
    "reasons",
    "killed",
    "injured",
    "victim_aliases",
    "perpetrator_kinds",
    "instruments",
    "date_text",
    "date_precision",
    "date_basis",
    "place_text",
    "other_places",
    "admin1",
    "geonames_id",
    "lat",
    "lon",
    "doc",
    "url",
    "quote_start",
    "quote_end",
    "rules",
    "sources",
    "cluster",
    "cluster_size",
    "cluster_reasons",
    "incident_id",
    "decision",
    "corrected_value",
    "reviewer",
    "comment",
];

/// Writes the whole sheet.
pub fn write(out: impl Write, rows: &[IncidentRow]) -> io::Result<()> {
    let mut out = out;
    out.write_all("\u{feff}".as_bytes())?;
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    writer.write_record(COLUMNS)?;
    for row in rows {
        writer.write_record(cells_of(row))?;
    }
    writer.flush()
}

/// One row's cells, in the order of [`COLUMNS`].
fn cells_of(row: &IncidentRow) -> [String; 45] {
    let place = row.places.first();
    let date = row.date.as_ref();
    let quote = row.evidence.first();
    let number = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
    let optional = |t: Option<&str>| cells::text(t.unwrap_or_default());
    [
        cells::list(row.victims.iter().map(|v| v.name.as_deref().unwrap_or(&v.text))),
        cells::list(row.victims.iter().filter_map(|v| v.description.as_deref())),
        cells::list(row.methods.iter().map(String::as_str)),
        optional(place.map(|p| p.name.as_str())),
        optional(country_of(&row.places)),
        day(date, |d| d.start.as_deref()),
        day(date, |d| d.end.as_deref()),
        cells::list(row.perpetrators.iter().map(|p| p.name.as_deref().unwrap_or(&p.text))),
        row.status.to_string(),
        row.fatal.map(|f| if f { "yes" } else { "no" }).unwrap_or_default().to_string(),
        cells::list(row.evidence.iter().map(|e| e.text.as_str())),
        optional(row.title.as_deref()),
        row.published.clone().unwrap_or_default(),
        optional(row.outlet.as_deref()),
        row.rank.to_string(),
        row.confidence.to_string(),
        cells::list(row.reasons.iter().map(String::as_str)),
        number(row.killed),
        number(row.injured),
        cells::list(row.victims.iter().flat_map(|v| v.aliases.iter().map(String::as_str))),
        cells::list(row.perpetrators.iter().map(|p| p.kind)),
        cells::list(row.instruments.iter().map(|i| i.text.as_str())),
        cells::quoted(date.map_or("", |d| &d.text)),
        date.map_or("", |d| d.precision).to_string(),
        date.map_or("", |d| d.basis).to_string(),
        optional(place.map(|p| p.text.as_str())),
        cells::list(row.places.iter().skip(1).map(|p| other_place(row, p))),
        optional(place.and_then(|p| p.admin1.as_deref())),
        number(place.and_then(|p| p.geonames_id)),
        degrees(place.and_then(|p| p.lat)),
        degrees(place.and_then(|p| p.lon)),
        cells::text(&row.doc),
        optional(row.url.as_deref()),
        number(quote.map(|q| q.start)),
        number(quote.map(|q| q.end)),
        cells::list(unique(row.evidence.iter().map(|e| e.rule.as_str())).into_iter()),
        cells::list(unique(row.evidence.iter().filter_map(|e| e.source.as_deref())).into_iter()),
        row.cluster.clone().unwrap_or_default(),
        row.cluster.as_ref().map(|_| row.cluster_size.to_string()).unwrap_or_default(),
        cells::list(row.cluster_reasons.iter().map(String::as_str)),
        row.id.clone(),
        String::new(),
        String::new(),
        String::new(),
        String::new(),
    ]
}

/// A further place; in the town of the first one, as it is written.
fn other_place<'a>(row: &'a IncidentRow, place: &'a PlaceRow) -> &'a str {
    let same = row.places.first().is_some_and(|first| first.name == place.name);
    if same { &place.text } else { &place.name }
}

/// The first country that any of the places has.
fn country_of(places: &[PlaceRow]) -> Option<&str> {
    places.iter().find_map(|p| p.country.as_deref())
}

fn day(date: Option<&DateRow>, side: impl Fn(&DateRow) -> Option<&str>) -> String {
    date.and_then(side).unwrap_or_default().to_string()
}

fn degrees(value: Option<f64>) -> String {
    value.map(|v| v.to_string()).unwrap_or_default()
}

/// Without repetitions, in order of first appearance.
fn unique<'a>(values: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut out = Vec::new();
    for value in values {
        if !out.contains(&value) {
            out.push(value);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::incidents::{EvidenceRow, VictimRow};
    use super::*;

    fn row() -> IncidentRow {
        let victim = VictimRow {
            name: Some("=HYPERLINK(\"x\")".into()),
            text: String::new(),
            description: None,
            aliases: Vec::new(),
            kind: None,
            count: None,
        };
        let evidence = EvidenceRow {
            text: "+1 editor,\n was \"shot\".".into(),
            start: 3,
            end: 9,
            rule: "r".into(),
            source: Some("f:1".into()),
        };
        IncidentRow {
            id: "i".into(),
            doc: "@SUM(A1).txt".into(),
            title: Some("\t=1+1".into()),
            published: Some("2015-03-07".into()),
            outlet: None,
            url: None,
            methods: vec!["shooting".into(), "beating".into()],
            status: "reported",
            fatal: Some(true),
            killed: Some(1),
            injured: None,
            victims: vec![victim],
            perpetrators: Vec::new(),
            instruments: Vec::new(),
            places: Vec::new(),
            date: None,
            rank: 1,
            confidence: 0.5,
            reasons: Vec::new(),
            evidence: vec![evidence],
            cluster: None,
            cluster_reasons: Vec::new(),
            cluster_size: 1,
        }
    }

    #[test]
    fn the_sheet_is_flat_marked_and_safe() {
        let mut bytes = Vec::new();
        write(&mut bytes, &[row()]).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.starts_with("\u{feff}victims,"));
        assert_eq!(text.lines().count(), 2);
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let cells: std::collections::BTreeMap<String, String> = reader.deserialize().next().unwrap().unwrap();
        assert_eq!(cells["victims"], "'=HYPERLINK(\"x\")");
        assert_eq!(cells["title"], "'=1+1");
        assert_eq!(cells["doc"], "'@SUM(A1).txt");
        assert_eq!(cells["quote"], "'+1 editor, was \"shot\".");
        assert_eq!(cells["methods"], "shooting | beating");
        assert_eq!(cells["published"], "2015-03-07");
        assert_eq!((cells["decision"].as_str(), cells["comment"].as_str()), ("", ""));
    }
}
