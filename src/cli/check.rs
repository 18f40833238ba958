//! `dateline check`: patterns in, every mistake out.

use super::messages::{load_patterns, print};
use dateline::patterns::lint::{self, Finding};
use std::fmt::Write;
use std::path::PathBuf;

/// Arguments of `dateline check`.
#[derive(clap::Args)]
pub struct CheckArgs {
    /// Folder of pattern files to lay over the built-in ones
    dir: Option<PathBuf>,
}

/// Runs the command and gives its exit code.
pub fn run(args: &CheckArgs) -> u8 {
    let patterns = match load_patterns(args.dir.as_deref()) {
        Ok(patterns) => patterns,
        Err(code) => return code,
    };
    let outcome = lint::check(patterns);
    let mut text: String = outcome.findings.iter().map(describe).collect();
    let (rules, examples, wrong) = (outcome.rules, outcome.examples, outcome.findings.len());
    let _ = writeln!(text, "{rules} rules, {examples} examples, {wrong} findings (patterns {})", patterns.hash);
    print(&text);
    if wrong == 0 { super::DONE } else { super::WITH_PROBLEMS }
}

fn describe(finding: &Finding) -> String {
    let mut text = format!("{}:{}: {}: {}\n", finding.file, finding.line, finding.about, finding.what);
    if !finding.example.is_empty() {
        let _ = writeln!(text, "    example: {}", finding.example);
    }
    text
}
