//! Command line: arguments -> a subcommand -> an exit code.
//!
//! 0 all read; 1 ran, but something could not be read or an example failed; 2 did not run.

mod check;
mod explain;
mod explain_text;
mod messages;
mod progress;
mod reliability;
mod run;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Everything went well.
pub const DONE: u8 = 0;
/// It ran, but some articles could not be read or some examples failed.
pub const WITH_PROBLEMS: u8 = 1;
/// It did not run.
pub const NOT_RUN: u8 = 2;

/// Turns folders of raw news articles into a table of incident candidates.
///
/// Exit codes: 0 all read; 1 ran, but some articles could not be read; 2 did not run.
#[derive(Parser)]
#[command(version, about, max_term_width = 100)]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Read articles and write mentions.jsonl, incidents.jsonl, incidents.csv and report.json
    Run(run::RunArgs),
    /// Show every line, mention, frame and rejected reading of one article, with rule and file:line
    Explain(explain::ExplainArgs),
    /// Check patterns: load them, run the examples of all rules, and look for rules and lists without effect
    Check(check::CheckArgs),
    /// Show how far the confidence of rows holds on labelled articles: of those marked 0.8, how many are right
    Reliability(reliability::ReliabilityArgs),
}

/// Runs the command line.
pub fn main() -> ExitCode {
    let code = match Args::parse().command {
        Command::Run(args) => run::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Reliability(args) => reliability::run(&args),
    };
    ExitCode::from(code)
}
