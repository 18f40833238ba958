//! Inline examples: what a rule must catch and what it must not, run by `dateline check` and by the tests.

use super::Patterns;
use super::source::{Origin, Rule};

/// One example of a rule, as written in its `match` or `reject` list.
#[derive(Clone, Debug)]
pub struct Example {
    /// The rule that carries it.
    pub rule: Rule,
    /// Where it stands.
    pub origin: Origin,
    /// Its text, up to `=>`.
    pub text: String,
    /// What is expected, after `=>`; empty when it only has to match.
    pub expect: String,
    /// Must match (true) or must not (false).
    pub positive: bool,
}

impl Example {
    /// Splits `text => expectation`.
    pub fn parse(rule: Rule, origin: Origin, line: &str, positive: bool) -> Self {
        let (text, expect) = line.split_once("=>").unwrap_or((line, ""));
        Example { rule, origin, text: text.trim().to_string(), expect: expect.trim().to_string(), positive }
    }
}

/// A family of rules that carries examples.
pub trait Family {
    /// All examples, in file order.
    fn examples(&self) -> &[Example];

    /// Runs one example; the error says what happened instead.
    fn run(&self, example: &Example, patterns: &Patterns) -> Result<(), String>;
}
