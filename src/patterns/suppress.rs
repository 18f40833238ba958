//! Idioms: phrases in which a trigger word tells of no attack, from `patterns/en/rules/suppress/*.toml`.

use super::Patterns;
use super::error::Errors;
use super::examples::{Example, Family};
use super::lexicon::Lexicon;
use super::rulefile;
use super::source::{Files, Rule, RuleNames};
use crate::sequence::{Context, RuleSet};
use std::ops::Range;

/// Tokens from the start of an idiom to its trigger: "TIMES that of the small bomb that was DROPPED on".
const REACH: usize = 10;

/// All idioms.
#[derive(Debug, Default)]
pub struct SuppressRules {
    set: RuleSet<Rule>,
    examples: Vec<Example>,
}

impl SuppressRules {
    /// Reads and compiles the files.
    pub fn load(files: &Files, lexicon: &Lexicon, names: &mut RuleNames, errors: &mut Errors) -> Self {
        let mut out = Self::default();
        for mut row in rulefile::effective(files, "/rules/suppress/", "suppress", &[], errors) {
            let id = row.required("id", errors);
            let rule = names.add(&id.value, row.origin);
            for pattern in rulefile::patterns(&mut row, lexicon, errors) {
                out.set.push(pattern, rule);
            }
            out.examples.extend(rulefile::examples(&mut row, rule, errors));
            row.finish(errors);
        }
        out
    }

    /// An idiom covers the first token of the trigger. Idioms are looked for up to ten tokens back, and where the
    /// sentence begins: "In the opera, X is abducted".
    pub fn covers(&self, context: Context, trigger: &Range<usize>) -> bool {
        let from = trigger.start.saturating_sub(REACH);
        let opening = context.doc.sentence_of(trigger.start).map(|s| s.tokens.start).filter(|&start| start < from);
        opening
            .into_iter()
            .chain(from..=trigger.start)
            .any(|at| self.set.matches_at(context, at).iter().any(|(_, m)| m.tokens.contains(&trigger.start)))
    }
}

impl Family for SuppressRules {
    fn examples(&self) -> &[Example] {
        &self.examples
    }

    /// `match`: the idiom is found somewhere in the text; `reject`: it is not.
    fn run(&self, example: &Example, patterns: &Patterns) -> Result<(), String> {
        use crate::ingest::{Article, Metadata};
        let article = Article::new("example", example.text.clone(), Metadata::default(), patterns);
        let doc = crate::document::Document::new(&article, patterns);
        let context = Context { doc: &doc, mentions: &[] };
        let hit =
            (0..doc.tokens.len()).any(|at| self.set.matches_at(context, at).iter().any(|(r, _)| **r == example.rule));
        match hit == example.positive {
            true => Ok(()),
            false if hit => Err("must not match".to_string()),
            false => Err("did not match".to_string()),
        }
    }
}
