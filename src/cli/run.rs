//! `dateline run`: articles in, the four output files out.

use super::messages::{fail, load_metadata, load_patterns, say};
use super::progress::Progress;
use dateline::batch;
use dateline::ingest::{self, MetadataTable, Problem, SourceItem};
use dateline::link::Profile;
use dateline::output::report::Report;
use dateline::output::staged::{Staged, commit};
use dateline::output::{Extract, IncidentRow, cells::flatten, incidents::cluster, sheet};
use dateline::patterns::Patterns;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// The files that a run writes.
const OUTPUTS: [&str; 4] = ["mentions.jsonl", "incidents.jsonl", "incidents.csv", "report.json"];

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
    patterns: &'static Patterns,
    metadata: MetadataTable,
    sources: Vec<SourceItem>,
    threads: usize,
    report: Report,
    loaded: std::time::Duration,
}

fn prepare(args: &RunArgs) -> Result<Run<'_>, u8> {
    let start = Instant::now();
    let patterns = load_patterns(args.patterns.as_deref())?;
    let metadata = load_metadata(args.metadata.as_deref())?;
    let (sources, problems) = list(args);
    if args.paths.iter().all(|p| p.as_os_str() != "-" && !p.exists()) {
        problems.iter().for_each(|p| say(format_args!("{}: {}", flatten(&p.doc), p.what)));
        return Err(fail("none of the paths exists"));
    }
    let mut report = Report::new(&patterns.hash);
    for problem in problems {
        say(format_args!("{}: {}", flatten(&problem.doc), problem.what));
        report.add_problem(problem);
    }
    let threads = args.threads.map_or_else(batch::default_threads, usize::from);
    std::fs::create_dir_all(&args.out).map_err(|e| fail(format_args!("{}: {e}", args.out.display())))?;
    Ok(Run { out: &args.out, patterns, metadata, sources, threads, report, loaded: start.elapsed() })
}

/// What to read: the same for any order of the paths, and never the outputs of an earlier run.
fn list(args: &RunArgs) -> (Vec<SourceItem>, Vec<Problem>) {
    let mut paths = args.paths.clone();
    paths.sort();
    let own: Vec<PathBuf> = OUTPUTS.iter().map(|name| args.out.join(name)).collect();
    ingest::sources_but(&paths, &own)
}

impl Run<'_> {
    fn go(mut self) -> Result<u8, u8> {
        self.write().map_err(|e| fail(format_args!("cannot write to {}: {e}", self.out.display())))?;
        let problems = self.report.problems();
        let (articles, incidents) = (self.report.articles(), self.report.incidents());
        say(format_args!("{articles} articles, {incidents} incident candidates, {problems} problems"));
        Ok(if problems == 0 { super::DONE } else { super::WITH_PROBLEMS })
    }

    fn write(&mut self) -> io::Result<()> {
        let start = Instant::now();
        let mut mentions = Staged::create(self.out, OUTPUTS[0])?;
        let (mut rows, profiles) = self.read(&mut mentions)?;
        let read = start.elapsed();
        cluster(&mut rows, &profiles);
        drop(profiles);
        self.report.count_incidents(&rows);
        let mut records = Staged::create(self.out, OUTPUTS[1])?;
        for row in &rows {
            serde_json::to_writer(&mut records, row)?;
            records.write_all(b"\n")?;
        }
        let mut cells = Staged::create(self.out, OUTPUTS[2])?;
        sheet::write(&mut cells, &rows)?;
        let mut report = Staged::create(self.out, OUTPUTS[3])?;
        self.report.time(self.loaded, read, start.elapsed() - read, self.threads);
        report.write_all(&self.report.to_json()?)?;
        commit(vec![mentions, records, cells, report], self.out)
    }

    /// Reads all articles: mentions go to the file at once, incident rows are kept for linking.
    fn read(&mut self, mentions: &mut Staged) -> io::Result<(Vec<IncidentRow>, Vec<Profile>)> {
        let sources = std::mem::take(&mut self.sources);
        let mut progress = Progress::new(sources.len() as u64);
        let (mut rows, mut profiles) = (Vec::new(), Vec::new());
        let (metadata, patterns, report) = (&self.metadata, self.patterns, &mut self.report);
        let work = |item: &SourceItem| read_one(item, metadata, patterns);
        batch::run(sources.into_iter(), self.threads, work, |item, result| -> io::Result<()> {
            progress.step();
            match result.unwrap_or_else(|panic| Err(Problem::new(&item.doc, "read", panic))) {
                Ok(extract) => {
                    report.add(&item.doc, &extract);
                    mentions.write_all(&extract.mentions)?;
                    rows.extend(extract.incidents);
                    profiles.extend(extract.profiles);
                }
                Err(problem) => {
                    progress.note(&format!("{}: {}", flatten(&problem.doc), problem.what));
                    report.add_problem(problem);
                }
            }
            Ok(())
        })?;
        progress.finish();
        Ok((rows, profiles))
    }
}

fn read_one(item: &SourceItem, metadata: &MetadataTable, patterns: &Patterns) -> Result<Extract, Problem> {
    let article = ingest::load(item, metadata, patterns)?;
    Extract::of(&article, patterns).map_err(|e| Problem::new(&item.doc, "write", e.to_string()))
}
