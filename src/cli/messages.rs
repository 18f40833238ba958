//! What the command says on standard error.

use dateline::ingest::MetadataTable;
use dateline::patterns::Patterns;
use dateline::patterns::error::PatternError;
use std::io::Write;
use std::path::Path;

/// One line on standard error; nobody listening is no fault.
pub fn say(line: impl std::fmt::Display) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

/// Text on standard output, without colours where they are not wanted; a reader that has gone away is no fault.
pub fn print(text: &str) {
    let mut out = anstream::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// A mistake that stops the command.
pub fn fail(what: impl std::fmt::Display) -> u8 {
    say(format_args!("dateline: {what}"));
    super::NOT_RUN
}

/// Loads the patterns, or shows every mistake in them. They stay until the program ends: to free their many small parts
/// one by one would take a tenth of the time of a short run.
pub fn load_patterns(overlay: Option<&Path>) -> Result<&'static Patterns, u8> {
    let patterns = Patterns::load(overlay).map_err(|errors| show(&errors))?;
    Ok(Box::leak(Box::new(patterns)))
}

/// The metadata table, or an empty one.
pub fn load_metadata(path: Option<&Path>) -> Result<MetadataTable, u8> {
    path.map_or(Ok(MetadataTable::default()), MetadataTable::read).map_err(fail)
}

fn show(errors: &[PatternError]) -> u8 {
    errors.iter().for_each(say);
    let n = errors.len();
    fail(format_args!("{n} mistake{} in the patterns, nothing was run", if n == 1 { "" } else { "s" }))
}
