//! Person rules, from `patterns/en/rules/persons/*.toml`: what stands before or after a name and how much it says.
//!
//! `[[rule]]` keys: `id`, `side` (`before`: the pattern ends where the name begins; `after`: it begins where the name
//! ends), `pattern`, `weight` (added to the name's score; below zero speaks against a person), `gender` (`m`, `f`),
//! `match` and `reject`. Examples are whole sentences; `=> Name` names the person that the rule must speak for or against.

use super::Patterns;
use super::error::Errors;
use super::examples::{Example, Family};
use super::lexicon::{ClassId, Lexicon};
use super::rulefile::{self, Row};
use super::source::{Files, Rule, RuleNames};
use crate::mentions::Gender;
use crate::sequence::RuleSet;

/// What a context says about the name beside it.
#[derive(Clone, Copy, Debug)]
pub struct Cue {
    /// The rule.
    pub rule: Rule,
    /// Points for the person reading.
    pub weight: i32,
    /// Gender that it implies.
    pub gender: Gender,
}

/// Word classes that the person and organisation finders ask for.
#[derive(Debug, Default)]
pub struct NameClasses {
    /// "president", "gen."
    pub title: Option<ClassId>,
    /// "Mr", "Sheikh".
    pub honorific: Option<ClassId>,
    /// "al", "de la", "bin".
    pub particle: Option<ClassId>,
    /// `vietnamese-surnames.csv`: surnames that stand first ("Nguyen Van An").
    pub vietnamese: Option<ClassId>,
    /// "Jr", "III".
    pub suffix: Option<ClassId>,
    /// Last words of organisations.
    pub org_head: Option<ClassId>,
    /// Last words of streets, prizes, laws.
    pub thing_head: Option<ClassId>,
    /// First words of storms, ships, lakes.
    pub thing_start: Option<ClassId>,
    /// Words that never belong to a person's name.
    pub never: Option<ClassId>,
    /// Days of the week.
    pub weekday: Option<ClassId>,
    /// Months, spelled in full or in their common abbreviation.
    pub month: Option<ClassId>,
    /// "in", "since", "late": what stands before a month.
    pub month_lead: Option<ClassId>,
    /// Persons whom the world knows by one name.
    pub famous: Option<ClassId>,
}

/// See the module.
#[derive(Debug, Default)]
pub struct PersonRules {
    /// Patterns that end where a name begins.
    pub before: RuleSet<Cue>,
    /// Patterns that begin where a name ends.
    pub after: RuleSet<Cue>,
    /// Word classes in use.
    pub classes: NameClasses,
    /// "daughter", with gender.
    pub kin: Option<ClassId>,
    /// "he", "her", with gender.
    pub pronouns: Option<ClassId>,
    examples: Vec<Example>,
}

impl PersonRules {
    /// Reads and compiles the files.
    pub fn load(files: &Files, lexicon: &Lexicon, names: &mut RuleNames, errors: &mut Errors) -> Self {
        let mut out = PersonRules {
            classes: NameClasses::find(lexicon),
            kin: lexicon.class("kin"),
            pronouns: lexicon.class("gendered-pronouns"),
            ..PersonRules::default()
        };
        for row in rulefile::effective(files, "/rules/persons/", "rule", &[], errors) {
            out.add(row, lexicon, names, errors);
        }
        out
    }

    fn add(&mut self, mut row: Row, lexicon: &Lexicon, names: &mut RuleNames, errors: &mut Errors) {
        let id = row.required("id", errors);
        let rule = names.add(&id.value, row.origin);
        let side = row.required("side", errors);
        let weight = row.number("weight", errors).unwrap_or(0) as i32;
        let gender = match row.text("gender", errors).map(|t| t.value).as_deref() {
            Some("m") => Gender::Male,
            Some("f") => Gender::Female,
            _ => Gender::Unknown,
        };
        let set = if side.value == "before" { &mut self.before } else { &mut self.after };
        for pattern in rulefile::patterns(&mut row, lexicon, errors) {
            set.push(pattern, Cue { rule, weight, gender });
        }
        if !matches!(side.value.as_str(), "before" | "after") {
            row.wrong(errors, side.at, "side must be before or after", "");
        }
        self.examples.extend(rulefile::examples(&mut row, rule, errors));
        row.finish(errors);
    }
}

impl NameClasses {
    fn find(lexicon: &Lexicon) -> Self {
        NameClasses {
            title: lexicon.class("titles"),
            honorific: lexicon.class("honorifics"),
            particle: lexicon.class("name-particles"),
            vietnamese: lexicon.class("vietnamese-surnames"),
            suffix: lexicon.class("name-suffixes"),
            org_head: lexicon.class("org-heads"),
            thing_head: lexicon.class("thing-heads"),
            thing_start: lexicon.class("thing-starts"),
            never: lexicon.class("never-names"),
            weekday: lexicon.class("weekdays"),
            month: lexicon.class("months"),
            month_lead: lexicon.class("month-leads"),
            famous: lexicon.class("known-persons"),
        }
    }
}

impl Family for PersonRules {
    fn examples(&self) -> &[Example] {
        &self.examples
    }

    fn run(&self, example: &Example, patterns: &Patterns) -> Result<(), String> {
        let fired = crate::mentions::persons::fired(&example.text, patterns);
        let hits: Vec<&str> = fired.iter().filter(|f| f.0 == example.rule).map(|f| f.1.as_str()).collect();
        let named = hits.iter().any(|name| example.expect.is_empty() || *name == example.expect);
        match (example.positive, named) {
            (true, false) => Err(format!("expected {:?}, the rule spoke for {hits:?}", example.expect)),
            (false, true) => Err(format!("the rule spoke for {hits:?}")),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_of_persons_and_organisations_holds() {
        let patterns = Patterns::load(None).expect("the default patterns load");
        let families: [&dyn Family; 2] = [&patterns.persons, &patterns.orgs];
        let run = |f: &dyn Family| {
            f.examples().iter().filter_map(|e| Some((e.clone(), f.run(e, &patterns).err()?))).collect::<Vec<_>>()
        };
        let failed: Vec<String> = families
            .into_iter()
            .flat_map(run)
            .map(|(e, why)| format!("{} {:?}: {why}", patterns.names.id(e.rule), e.text))
            .collect();
        assert!(failed.is_empty(), "{}", failed.join("\n"));
    }
}
