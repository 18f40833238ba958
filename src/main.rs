//! The `dateline` command.

fn main() {
    let patterns = dateline::patterns::Patterns::load(None);
    if let Err(errors) = patterns {
        for e in errors {
            #[allow(clippy::print_stderr)]
            {
                eprintln!("{e}");
            }
        }
    }
}
