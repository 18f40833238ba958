//! An explanation -> text for people, with colours that the terminal's writer drops where they are not wanted.

use anstyle::{AnsiColor, Style};
use dateline::output::IncidentRow;
use dateline::output::cells::flatten;
use dateline::output::explanation::{ArgumentNote, Explanation, FrameNote, Grounds, MentionNote, Passage};
use dateline::output::mentions::ValueRow;
use std::fmt::Write;
use unicode_segmentation::UnicodeSegmentation;

const HEAD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const GOOD: Style = AnsiColor::Green.on_default();
const BAD: Style = AnsiColor::Red.on_default();
const KIND: Style = AnsiColor::Cyan.on_default();

/// Characters of a line that are shown.
const SHOWN: usize = 100;

/// The whole text.
pub fn render(e: &Explanation) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{HEAD}{}{HEAD:#}  {DIM}{}{DIM:#}", flatten(e.doc), e.encoding);
    let published = e.published.as_ref().map_or("unknown".to_string(), |p| format!("{} ({})", p.date, p.basis));
    let _ = writeln!(out, "title: {}\npublished: {published}", e.title.map_or("unknown".to_string(), flatten));
    section(&mut out, "lines", e.lines.iter().filter(|l| l.kind != "blank").map(passage));
    section(&mut out, "sentences", e.sentences.iter().map(passage));
    section(&mut out, "mentions", e.mentions.iter().map(mention));
    section(&mut out, "rejected readings", e.rejected.iter().map(mention));
    section(&mut out, "frames", e.frames.iter().map(frame));
    section(&mut out, "dropped frames", e.dropped.iter().map(|d| dropped(d.start, d.trigger, d.because, &d.grounds)));
    section(&mut out, "incidents", e.incidents.iter().map(incident));
    out
}

fn section(out: &mut String, title: &str, rows: impl Iterator<Item = String>) {
    let rows: Vec<String> = rows.collect();
    let _ = writeln!(out, "\n{HEAD}{title}{HEAD:#} {DIM}({}){DIM:#}", rows.len());
    rows.iter().for_each(|row| out.push_str(row));
}

fn passage(p: &Passage) -> String {
    let grounds = p.grounds.as_ref().map(because).unwrap_or_default();
    format!("{:>6}  {KIND}{:<10}{KIND:#} {}{grounds}\n", p.start, p.kind, short(p.text))
}

fn mention(m: &MentionNote) -> String {
    let mut text = format!("{:>6}  {KIND}{:<10}{KIND:#} {}", m.row.start, m.row.kind, flatten(m.row.text));
    let value = value(&m.row.value);
    if !value.is_empty() {
        let _ = write!(text, " = {value}");
    }
    if let Some(because) = m.because {
        let _ = write!(text, "  {BAD}because {because}{BAD:#}");
    }
    let source = m.row.source.as_ref().map(|s| format!(", {s}")).unwrap_or_default();
    let _ = writeln!(text, "  {DIM}[{} {}{source}]{DIM:#}", m.row.rule, m.rule_at);
    text
}

fn value(value: &ValueRow) -> String {
    let or_unknown = |v: Option<&str>| v.unwrap_or("?").to_string();
    match value {
        ValueRow::Person { name, role } => join(&[Some(name), *role]),
        ValueRow::Place { name, country, admin1, geonames_id, .. } => {
            let id = geonames_id.map(|id| format!("geonames {id}"));
            join(&[Some(name.unwrap_or("unresolved")), *admin1, *country, id.as_deref()])
        }
        ValueRow::Date { start_date, end_date, precision, basis, timex, .. } => {
            let days = format!("{}..{}", or_unknown(start_date.as_deref()), or_unknown(end_date.as_deref()));
            join(&[Some(&days), Some(precision), Some(basis), *timex])
        }
        ValueRow::Method { code } => code.to_string(),
        ValueRow::Org { name, org_kind, country } => join(&[Some(name), Some(org_kind), *country]),
        ValueRow::Role { class } => class.to_string(),
        ValueRow::Weapon { implies } => implies.unwrap_or_default().to_string(),
    }
}

fn join(parts: &[Option<&str>]) -> String {
    parts.iter().flatten().filter(|p| !p.is_empty()).copied().collect::<Vec<_>>().join(", ")
}

fn frame(f: &FrameNote) -> String {
    let mut text = format!("{:>6}  {GOOD}{}{GOOD:#}", f.start, flatten(f.trigger));
    let _ = writeln!(text, " = {} {}{}{}", f.methods.join("+"), f.status, fatal(f.fatal), because(&f.grounds));
    let parties = |list: &[ArgumentNote]| list.iter().map(|a| flatten(a.text)).collect::<Vec<_>>().join(" | ");
    let rows = [
        ("victim", parties(&f.victims)),
        ("perpetrator", parties(&f.perpetrators)),
        ("instrument", flatten(&f.instruments.join(" | "))),
        ("place", flatten(&f.places.join(" | "))),
        ("date", f.date.map_or(String::new(), flatten)),
        ("quote", short(f.quote)),
    ];
    for (name, value) in rows.iter().filter(|r| !r.1.is_empty()) {
        let _ = writeln!(text, "          {name}: {value}");
    }
    text
}

fn dropped(start: u32, trigger: &str, why: &str, grounds: &Grounds) -> String {
    format!("{start:>6}  {}  {BAD}because {why}{BAD:#}{}\n", flatten(trigger), because(grounds))
}

fn incident(i: &IncidentRow) -> String {
    let mut text = format!("{:>6}  {GOOD}{}{GOOD:#} {}", i.rank, i.methods.join("+"), i.status);
    let _ = writeln!(text, "{}  {} {DIM}{}{DIM:#}", fatal(i.fatal), i.confidence, i.id);
    let names = |name: &Option<String>, text: &str| name.clone().unwrap_or_else(|| flatten(text));
    let victims: Vec<_> = i.victims.iter().map(|v| names(&v.name, &v.text)).collect();
    let perpetrators: Vec<_> = i.perpetrators.iter().map(|p| names(&p.name, &p.text)).collect();
    let places: Vec<_> = i.places.iter().map(|p| flatten(&p.name)).collect();
    let rows = [
        ("victims", victims.join(" | ")),
        ("perpetrators", perpetrators.join(" | ")),
        ("places", places.join(" | ")),
        ("date", i.date.as_ref().map(incident_date).unwrap_or_default()),
        ("reasons", i.reasons.join(" | ")),
    ];
    for (name, value) in rows.iter().filter(|r| !r.1.is_empty()) {
        let _ = writeln!(text, "          {name}: {value}");
    }
    for e in &i.evidence {
        let source = e.source.as_deref().unwrap_or_default();
        let _ = writeln!(text, "          {}  {DIM}[{} {source}]{DIM:#}", short(&e.text), e.rule);
    }
    text
}

fn incident_date(d: &dateline::output::incidents::DateRow) -> String {
    let day = |d: &Option<String>| d.clone().unwrap_or_else(|| "?".into());
    format!("{}..{} ({}, {}, {})", day(&d.start), day(&d.end), d.precision, d.basis, flatten(&d.text))
}

fn fatal(fatal: Option<bool>) -> &'static str {
    match fatal {
        Some(true) => ", fatal",
        Some(false) => ", not fatal",
        None => "",
    }
}

fn because(grounds: &Grounds) -> String {
    let source = grounds.source.as_ref().map(|s| format!(", {s}")).unwrap_or_default();
    format!("  {DIM}[{} {}{source}]{DIM:#}", grounds.rule, grounds.rule_at)
}

/// Cut between graphemes, so that no accent or emoji is torn from its letter.
fn short(text: &str) -> String {
    let flat = flatten(text);
    match flat.grapheme_indices(true).nth(SHOWN) {
        Some((at, _)) => format!("{}…", &flat[..at]),
        None => flat,
    }
}
