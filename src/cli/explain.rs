//! `dateline explain`: one file in, every decision about it out.

use super::explain_text;
use super::messages::{fail, load_metadata, load_patterns, print, say};
use clap::ValueEnum;
use dateline::ingest::{self, Article};
use dateline::output::{Offsets, explanation};
use dateline::patterns::Patterns;
use dateline::pipeline;
use std::path::PathBuf;

/// Arguments of `dateline explain`.
#[derive(clap::Args)]
pub struct ExplainArgs {
    /// File to explain, or - for standard input; a .jsonl is explained record by record
    file: PathBuf,
    /// Text for people, json (one object per article) for programs
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// CSV with the columns doc,published,title,url,outlet
    #[arg(long, value_name = "FILE.csv")]
    metadata: Option<PathBuf>,
    /// Folder of pattern files to lay over the built-in ones
    #[arg(long, value_name = "DIR")]
    patterns: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// Runs the command and gives its exit code.
pub fn run(args: &ExplainArgs) -> u8 {
    explain(args).unwrap_or_else(|code| code)
}

fn explain(args: &ExplainArgs) -> Result<u8, u8> {
    let patterns = load_patterns(args.patterns.as_deref())?;
    let metadata = load_metadata(args.metadata.as_deref())?;
    let (sources, mut problems) = ingest::sources(std::slice::from_ref(&args.file));
    let mut shown = 0;
    for source in &sources {
        match ingest::load(source, &metadata, patterns) {
            Ok(article) => {
                print(&render(&article, patterns, args.format).map_err(fail)?);
                shown += 1;
            }
            Err(problem) => problems.push(problem),
        }
    }
    problems.iter().for_each(|p| say(format_args!("{}: {}", p.doc, p.what)));
    match (shown, problems.len()) {
        (0, _) => Err(fail("nothing to explain")),
        (_, 0) => Ok(super::DONE),
        _ => Ok(super::WITH_PROBLEMS),
    }
}

fn render(article: &Article, patterns: &Patterns, format: Format) -> serde_json::Result<String> {
    let reading = pipeline::read(article, patterns);
    let offsets = Offsets::new(&article.text);
    let explanation = explanation::explain(article, &reading, &offsets, patterns);
    match format {
        Format::Text => Ok(explain_text::render(&explanation)),
        Format::Json => serde_json::to_string(&explanation).map(|json| json + "\n"),
    }
}
