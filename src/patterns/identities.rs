//! Identity rules: sentences that only say who the victim or the suspect was, from `patterns/en/rules/identities/*.toml`.

use super::Patterns;
use super::error::Errors;
use super::examples::{Example, Family};
use super::lexicon::Lexicon;
use super::methods;
use super::rulefile;
use super::source::{Files, Origin, Rule, RuleNames};
use crate::sequence::RuleSet;

/// Which side a person is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Was attacked.
    Victim,
    /// Is said to have attacked.
    Suspect,
    /// Is the one told of last: "He was later identified as X".
    Told,
    /// Hurt themselves: an attacker, unless nobody else was hurt.
    Own,
}

const SIDES: [(&str, Side); 4] =
    [("victim", Side::Victim), ("suspect", Side::Suspect), ("told", Side::Told), ("own", Side::Own)];

/// What an identity rule says of the person.
#[derive(Clone, Copy, Debug)]
pub struct IdentityRule {
    /// Handle for citing.
    pub rule: Rule,
    /// Its line.
    pub origin: Origin,
    /// Victim, suspect, or the one told of.
    pub side: Side,
    /// Holds only where the article opens with an attack whose attacker is sought.
    pub report: bool,
    /// Points to people of the sentence before ("X was among them").
    pub near: bool,
    /// Means one of several people without a name ("One of them, X,").
    pub several: bool,
    /// The person died.
    pub fatal: Option<bool>,
    /// What was done to the person; any violence when the rule does not say.
    pub method: Option<&'static str>,
}

/// All identity rules.
#[derive(Debug, Default)]
pub struct IdentityRules {
    /// Patterns with what they say.
    pub set: RuleSet<IdentityRule>,
    examples: Vec<Example>,
}

impl IdentityRules {
    /// Reads and compiles the files.
    pub fn load(files: &Files, lexicon: &Lexicon, names: &mut RuleNames, errors: &mut Errors) -> Self {
        let mut out = Self::default();
        for mut row in rulefile::effective(files, "/rules/identities/", "identity", &[], errors) {
            let id = row.required("id", errors);
            let rule = names.add(&id.value, row.origin);
            let role = row.required("role", errors);
            let side = SIDES.iter().find(|(name, _)| *name == role.value).map(|(_, side)| *side);
            if side.is_none() {
                row.wrong(errors, role.at, format!("unknown role {:?}", role.value), "victim, suspect, told or own");
            }
            let fatal = row.optional_flag("fatal", errors);
            let report = row.optional_flag("report", errors).unwrap_or(false);
            let near = row.optional_flag("near", errors).unwrap_or(false);
            let several = row.optional_flag("several", errors).unwrap_or(false);
            let side = side.unwrap_or(Side::Victim);
            let method = row.text("method", errors).and_then(|text| methods::code(&row, &text, errors));
            let identity = IdentityRule { rule, origin: row.origin, side, report, near, several, fatal, method };
            for pattern in rulefile::patterns(&mut row, lexicon, errors) {
                out.set.push(pattern, identity);
            }
            out.examples.extend(rulefile::examples(&mut row, rule, errors));
            row.finish(errors);
        }
        out
    }
}

impl Family for IdentityRules {
    fn examples(&self) -> &[Example] {
        &self.examples
    }

    /// The expectation is the text of one person found.
    fn run(&self, example: &Example, patterns: &Patterns) -> Result<(), String> {
        use crate::ingest::{Article, Metadata};
        let article = Article::new("example", example.text.clone(), Metadata::default(), patterns);
        let reading = crate::pipeline::read(&article, patterns);
        let report = crate::frames::blame::followup::opens_with_attack(&reading.document, &reading.frames);
        let found = crate::frames::people::identity::find(&reading.document, &reading.found.mentions, report, patterns);
        let mine: Vec<&str> =
            found.iter().filter(|i| i.rule == example.rule).map(|i| i.person.span.of(&article.text)).collect();
        match (example.positive, mine.is_empty()) {
            (true, true) => Err("did not match".to_string()),
            (false, false) => Err(format!("must not match, but found {}", mine.join(", "))),
            (true, _) if !example.expect.is_empty() && !mine.contains(&example.expect.as_str()) => {
                Err(format!("expected {}, found {}", example.expect, mine.join(", ")))
            }
            _ => Ok(()),
        }
    }
}
