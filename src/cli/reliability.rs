//! `dateline reliability`: labels and rows in, a table out that shows how far the confidence of the rows holds.

use super::messages::{fail, load_patterns, print, say};
use dateline::labels::read::stem;
use dateline::labels::reliability::{BINS, Bin};
use dateline::labels::{Article, Found, Judged, Reliability, align, found, labelled};
use dateline::patterns::Patterns;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Arguments of `dateline reliability`.
#[derive(clap::Args)]
pub struct ReliabilityArgs {
    /// Labels: a folder of .json files or a .jsonl, in the format of corpus/README.md
    labels: PathBuf,
    /// incidents.jsonl of a run over the labelled articles
    incidents: PathBuf,
    /// Judge rows up to this rank only: 1 where labels hold only what each article is about
    #[arg(long, value_name = "N")]
    rank: Option<u32>,
    /// Write what was judged, row by row: doc,id,rank,confidence,right
    #[arg(long, value_name = "FILE.csv")]
    rows: Option<PathBuf>,
    /// Folder of pattern files to lay over the built-in ones
    #[arg(long, value_name = "DIR")]
    patterns: Option<PathBuf>,
}

/// Runs the command and gives its exit code.
pub fn run(args: &ReliabilityArgs) -> u8 {
    reliability(args).map_or_else(|code| code, |()| super::DONE)
}

fn reliability(args: &ReliabilityArgs) -> Result<(), u8> {
    let patterns = load_patterns(args.patterns.as_deref())?;
    let labels = labelled(&args.labels).map_err(fail)?;
    let rows = found(&args.incidents).map_err(fail)?;
    let rows: Vec<&Found> = rows.iter().filter(|r| args.rank.is_none_or(|most| r.rank <= most)).collect();
    let judged = judge(&labels, &rows, patterns);
    if judged.is_empty() {
        return Err(fail("no row is of a labelled article"));
    }
    if judged.len() < rows.len() {
        say(format_args!("{} rows of articles without labels are left out", rows.len() - judged.len()));
    }
    args.rows.as_deref().map_or(Ok(()), |path| write_rows(path, &judged)).map_err(fail)?;
    print(&table(&Reliability::of(&judged.iter().map(|(_, j)| *j).collect::<Vec<_>>())));
    Ok(())
}

/// The rows of labelled articles, each with the verdict.
fn judge<'a>(labels: &[Article], rows: &[&'a Found], patterns: &Patterns) -> Vec<(&'a Found, Judged)> {
    let mut by_doc: BTreeMap<&str, Vec<&Found>> = BTreeMap::new();
    rows.iter().for_each(|&row| by_doc.entry(stem(&row.doc)).or_default().push(row));
    let mut out = Vec::new();
    for article in labels {
        let rows = by_doc.remove(stem(&article.doc)).unwrap_or_default();
        let pairs = align(&article.incidents, &rows, &patterns.method_words);
        for (n, row) in rows.into_iter().enumerate() {
            let right = pairs.iter().any(|p| p.row == n);
            out.push((row, Judged { confidence: row.confidence, right }));
        }
    }
    out
}

fn write_rows(path: &Path, judged: &[(&Found, Judged)]) -> csv::Result<()> {
    let mut writer = csv::Writer::from_path(path)?;
    writer.write_record(["doc", "id", "rank", "confidence", "right"])?;
    for (row, verdict) in judged {
        let (rank, confidence) = (row.rank.to_string(), row.confidence.to_string());
        let right = u8::from(verdict.right).to_string();
        writer.write_record([&row.doc, &row.id, &rank, &confidence, &right])?;
    }
    Ok(writer.flush()?)
}

fn table(found: &Reliability) -> String {
    let mut text = format!("{:<10} {:>6} {:>6} {:>8} {:>11}\n", "confidence", "rows", "right", "share", "mean marked");
    for (n, bin) in found.bins.iter().enumerate() {
        let width = 1.0 / BINS as f64;
        line(&mut text, &format!("{:.1}-{:.1}", n as f64 * width, (n + 1) as f64 * width), bin);
    }
    line(&mut text, "all", &found.all);
    let area = found.area.map_or("-".to_string(), |a| format!("{a:.3}"));
    let _ = writeln!(text, "\ncalibration error {:.3} (how far share and confidence differ, on average)", found.error);
    let _ = writeln!(text, "area under ROC    {area} (how often a right row stands above a wrong one; 0.5 is chance)");
    text
}

fn line(text: &mut String, name: &str, bin: &Bin) {
    let percent = bin.share().map_or("-".to_string(), |s| format!("{:.1} %", s * 100.0));
    let mean = bin.mean().map_or("-".to_string(), |m| format!("{m:.2}"));
    let _ = writeln!(text, "{name:<10} {:>6} {:>6} {percent:>8} {mean:>11}", bin.rows, bin.right);
}
