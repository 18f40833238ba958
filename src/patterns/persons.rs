//! Person and organisation rules and the name gazetteer, from `patterns/en/rules/persons/*.toml` and `patterns/world`.

use super::Patterns;
use super::error::Errors;
use super::examples::{Example, Family};
use super::lexicon::Lexicon;
use super::source::{Files, RuleNames};

/// See the module.
#[derive(Debug, Default)]
pub struct PersonRules {
    examples: Vec<Example>,
}

impl PersonRules {
    /// Reads and compiles the files.
    pub fn load(files: &Files, lexicon: &Lexicon, names: &mut RuleNames, errors: &mut Errors) -> Self {
        let _ = (files, lexicon, names, errors);
        Self::default()
    }
}

impl Family for PersonRules {
    fn examples(&self) -> &[Example] {
        &self.examples
    }

    fn run(&self, example: &Example, patterns: &Patterns) -> Result<(), String> {
        let _ = (example, patterns);
        Ok(())
    }
}
