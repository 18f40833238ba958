//! `dateline run`: articles in, the four output files out.

use super::messages::{fail, load_patterns, say};
use super::plain::{self as ingest, MetadataTable, SourceItem};
use super::progress::Progress;
use dateline::batch;
use dateline::output::report::Report;
use dateline::output::staged::{Staged, commit};
use dateline::output::{Extract, IncidentRow, sheet};
use dateline::patterns::Patterns;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Arguments of `dateline run`.
#[derive(clap::Args)]
pub struct RunArgs {
    /// Files, folders (with all folders below) or - for standard input
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Folder for the outputs; it is made when it is missing
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// CSV with the columns doc,published,title,url,outlet; it overrides what the texts say
    #[arg(long, value_name = "FILE.csv")]
    metadata: Option<PathBuf>,
    /// Folder of pattern files to lay over the built-in ones
    #[arg(long, value_name = "DIR")]
    patterns: Option<PathBuf>,
    /// Threads to use; the outputs are the same for any number [default: all cores]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
}

/// Runs the command and gives its exit code.
pub fn run(args: &RunArgs) -> u8 {
    match prepare(args).and_then(Run::go) {
        Ok(code) | Err(code) => code,
    }
}

/// Everything that is checked before the first article is read.
struct Run<'a> {
    out: &'a Path,
    patterns: Patterns,
    metadata: MetadataTable,
    sources: Vec<SourceItem>,
    threads: usize,
    report: Report,
    loaded: std::time::Duration,
}

fn prepare(args: &RunArgs) -> Result<Run<'_>, u8> {
    let start = Instant::now();
    let patterns = load_patterns(args.patterns.as_deref())?;
    let table = |path: &PathBuf| MetadataTable::read(path).map_err(|e| fail(format_args!("{}: {e}", path.display())));
    let metadata = args.metadata.as_ref().map_or(Ok(MetadataTable::default()), table)?;
    let (sources, problems) = ingest::sources(&args.paths);
    if sources.is_empty() && !problems.is_empty() {
        problems.iter().for_each(|p| say(format_args!("{}: {}", p.doc, p.what)));
        return Err(fail("nothing to read"));
    }
    let mut report = Report::new(&patterns.hash);
    problems.into_iter().for_each(|p| report.add_problem(p.doc, p.what));
    let threads = args.threads.map_or_else(batch::default_threads, usize::from);
    std::fs::create_dir_all(&args.out).map_err(|e| fail(format_args!("{}: {e}", args.out.display())))?;
    Ok(Run { out: &args.out, patterns, metadata, sources, threads, report, loaded: start.elapsed() })
}

impl Run<'_> {
    fn go(mut self) -> Result<u8, u8> {
        self.write().map_err(|e| fail(format_args!("cannot write to {}: {e}", self.out.display())))?;
        let problems = self.report.problems().len();
        let (articles, incidents) = (self.report.articles(), self.report.incidents());
        say(format_args!("{articles} articles, {incidents} incident candidates, {problems} problems"));
        Ok(if problems == 0 { super::DONE } else { super::WITH_PROBLEMS })
    }

    fn write(&mut self) -> io::Result<()> {
        let start = Instant::now();
        let mut mentions = Staged::create(self.out, "mentions.jsonl")?;
        let rows = self.read(&mut mentions)?;
        let read = start.elapsed();
        self.report.count_incidents(&rows);
        let mut records = Staged::create(self.out, "incidents.jsonl")?;
        for row in &rows {
            serde_json::to_writer(&mut records, row)?;
            records.write_all(b"\n")?;
        }
        let mut cells = Staged::create(self.out, "incidents.csv")?;
        sheet::write(&mut cells, &rows)?;
        let mut report = Staged::create(self.out, "report.json")?;
        self.report.time(self.loaded, read, start.elapsed() - read, self.threads);
        report.write_all(&self.report.to_json()?)?;
        commit(vec![mentions, records, cells, report], self.out)
    }

    /// Reads all articles: mentions go to the file at once, incident rows are kept for linking.
    fn read(&mut self, mentions: &mut Staged) -> io::Result<Vec<IncidentRow>> {
        let sources = std::mem::take(&mut self.sources);
        let mut progress = Progress::new(sources.len() as u64);
        let mut rows = Vec::new();
        let (metadata, patterns, report) = (&self.metadata, &self.patterns, &mut self.report);
        let work = |item: &SourceItem| read_one(item, metadata, patterns);
        batch::run(sources.into_iter(), self.threads, work, |item, result| -> io::Result<()> {
            progress.step();
            match result.unwrap_or_else(|panic| Err((item.doc.clone(), panic))) {
                Ok(extract) => {
                    report.add(&extract);
                    mentions.write_all(&extract.mentions)?;
                    rows.extend(extract.incidents);
                }
                Err((doc, what)) => {
                    progress.note(&format!("{doc}: {what}"));
                    report.add_problem(doc, what);
                }
            }
            Ok(())
        })?;
        progress.finish();
        Ok(rows)
    }
}

/// One article; the error is its name and what is wrong with it.
fn read_one(item: &SourceItem, metadata: &MetadataTable, patterns: &Patterns) -> Result<Extract, (String, String)> {
    let article = ingest::load(item, metadata, patterns).map_err(|p| (p.doc, p.what))?;
    Extract::of(&article, patterns).map_err(|e| (item.doc.clone(), e.to_string()))
}
