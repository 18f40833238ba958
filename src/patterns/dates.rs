//! Date rules: the grammar of temporal expressions, from `patterns/en/rules/dates/*.toml`.
//!
//! A rule names the `form` that reads its captures, and the `pass` it runs in (1 when absent; later passes may use
//! `<date>`). Without a capture `date` the whole match is the expression. Examples: `[2001-05-03] on Friday => 2001-04-27`,
//! the day of publication in brackets, the TIMEX3 value after the arrow.

use super::Patterns;
use super::error::Errors;
use super::examples::{Example, Family};
use super::lexicon::{Beginnings, ClassId, Lexicon};
use super::rulefile::{self, Row};
use super::source::{Files, Rule, RuleNames};
use crate::ingest::{Article, Metadata};
use crate::sequence::{Gate, RuleSet};

/// Highest pass.
const PASSES: i64 = 4;

/// How a match becomes a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Form {
    Calendar,
    Numeric,
    Decade,
    Century,
    Step,
    Shift,
    DayWord,
    Holiday,
    Inside,
    Nth,
    Part,
    Time,
    Duration,
    Set,
    Reference,
    Nothing,
}

/// Forms by the name that rules use.
const FORMS: [(&str, Form); 16] = [
    ("calendar", Form::Calendar),
    ("numeric", Form::Numeric),
    ("decade", Form::Decade),
    ("century", Form::Century),
    ("step", Form::Step),
    ("shift", Form::Shift),
    ("day-word", Form::DayWord),
    ("holiday", Form::Holiday),
    ("inside", Form::Inside),
    ("nth", Form::Nth),
    ("part", Form::Part),
    ("time", Form::Time),
    ("duration", Form::Duration),
    ("set", Form::Set),
    ("reference", Form::Reference),
    ("nothing", Form::Nothing),
];

/// One rule.
#[derive(Debug)]
pub struct DateRule {
    /// Its handle.
    pub rule: Rule,
    /// How its captures are read.
    pub form: Form,
    /// How sure it is.
    pub weight: u8,
}

/// The word classes that forms read; `None` where the pack lacks one.
#[derive(Debug, Default)]
#[allow(missing_docs)]
pub struct Classes {
    pub months: Option<ClassId>,
    pub weekdays: Option<ClassId>,
    pub weekday_abbreviations: Option<ClassId>,
    pub weekdays_plural: Option<ClassId>,
    pub seasons: Option<ClassId>,
    pub halves: Option<ClassId>,
    pub quarter_codes: Option<ClassId>,
    pub half_codes: Option<ClassId>,
    pub units: Option<ClassId>,
    pub numbers: Option<ClassId>,
    pub vague_numbers: Option<ClassId>,
    pub ordinals: Option<ClassId>,
    pub decade_words: Option<ClassId>,
    pub day_words: Option<ClassId>,
    pub day_parts: Option<ClassId>,
    pub date_parts: Option<ClassId>,
    pub steps: Option<ClassId>,
    pub directions: Option<ClassId>,
    pub holidays: Option<ClassId>,
    pub references: Option<ClassId>,
    pub set_words: Option<ClassId>,
    pub future_cues: Option<ClassId>,
    pub future_leads: Option<ClassId>,
    pub past_cues: Option<ClassId>,
    /// All of these.
    pub all: Vec<ClassId>,
}

impl Classes {
    fn load(lexicon: &Lexicon) -> Self {
        let mut all = Vec::new();
        let mut class = |name| {
            let class = lexicon.class(name);
            all.extend(class);
            class
        };
        Classes {
            months: class("months"),
            weekdays: class("weekdays"),
            weekday_abbreviations: class("weekday_abbreviations"),
            weekdays_plural: class("weekdays_plural"),
            seasons: class("seasons"),
            halves: class("halves"),
            quarter_codes: class("quarter_codes"),
            half_codes: class("half_codes"),
            units: class("time_units"),
            numbers: class("numbers"),
            vague_numbers: class("number_words_vague"),
            ordinals: class("ordinals"),
            decade_words: class("decade_words"),
            day_words: class("day_words"),
            day_parts: class("day_parts"),
            date_parts: class("date_parts"),
            steps: class("time_steps"),
            directions: class("time_directions"),
            holidays: class("holidays"),
            references: class("time_refs"),
            set_words: class("set_words"),
            future_cues: class("future_cues"),
            future_leads: class("future_leads"),
            past_cues: class("past_cues"),
            all,
        }
    }
}

/// See the module.
#[derive(Debug, Default)]
pub struct DateRules {
    /// The rules of each pass.
    pub passes: Vec<RuleSet<DateRule>>,
    /// Whether a sentence can hold a date.
    pub gate: Gate,
    /// Word classes.
    pub classes: Classes,
    /// How entries of these and of all classes that the rules name begin.
    pub words: Beginnings,
    examples: Vec<Example>,
}

impl DateRules {
    /// Reads and compiles the files.
    pub fn load(files: &Files, lexicon: &Lexicon, names: &mut RuleNames, errors: &mut Errors) -> Self {
        let mut rules = DateRules { classes: Classes::load(lexicon), ..Self::default() };
        rules.passes.resize_with(PASSES as usize, RuleSet::default);
        for row in rulefile::effective(files, "/rules/dates/", "rule", &[], errors) {
            rules.add(row, lexicon, names, errors);
        }
        rules.gate = Gate::of(&rules.passes, lexicon);
        let named = rules.passes.iter().flat_map(RuleSet::classes).chain(rules.classes.all.iter().copied());
        rules.words = lexicon.beginnings(&named.collect());
        rules
    }

    fn add(&mut self, mut row: Row, lexicon: &Lexicon, names: &mut RuleNames, errors: &mut Errors) {
        let id = row.required("id", errors);
        let patterns = rulefile::patterns(&mut row, lexicon, errors);
        let form = row.required("form", errors);
        let pass = row.number("pass", errors).unwrap_or(1);
        let weight = row.number("weight", errors).unwrap_or(85);
        let rule = names.add(&id.value, row.origin);
        self.examples.extend(rulefile::examples(&mut row, rule, errors));
        let Some((_, form)) = FORMS.iter().find(|(name, _)| *name == form.value) else {
            let known = FORMS.map(|(name, _)| name).join(", ");
            row.wrong(errors, form.at, format!("unknown form {:?}", form.value), format!("known: {known}"));
            return row.finish(errors);
        };
        let Some(set) = usize::try_from(pass - 1).ok().and_then(|n| self.passes.get_mut(n)) else {
            row.wrong(errors, row.at(), format!("pass {pass} does not exist"), format!("1 to {PASSES}"));
            return row.finish(errors);
        };
        if patterns.is_empty() {
            row.wrong(errors, row.at(), "pattern is missing", "add pattern = \"...\"");
        }
        for pattern in patterns {
            set.push(pattern, DateRule { rule, form: *form, weight: weight.clamp(0, 100) as u8 });
        }
        row.finish(errors);
    }

    /// The rule only keeps dates from being read.
    fn is_blocking(&self, rule: Rule) -> bool {
        self.passes.iter().flat_map(RuleSet::payloads).any(|r| r.rule == rule && r.form == Form::Nothing)
    }
}

impl Family for DateRules {
    fn examples(&self) -> &[Example] {
        &self.examples
    }

    fn run(&self, example: &Example, patterns: &Patterns) -> Result<(), String> {
        let (published, text) = split_day(&example.text);
        let metadata = Metadata { published, ..Metadata::default() };
        let article = Article::new("example", text.to_string(), metadata, patterns);
        let reading = crate::pipeline::read(&article, patterns);
        let dates = reading.found.mentions.iter().filter_map(|m| Some((m, m.date()?)));
        if patterns.dates.is_blocking(example.rule) {
            let found = crate::mentions::dates::blocked(&reading.document, patterns);
            let hit = found.contains(&example.rule);
            return if hit == example.positive { Ok(()) } else { Err(format!("matches: {hit}")) };
        }
        let seen: Vec<String> =
            dates.filter(|(m, _)| m.rule == example.rule).map(|(_, d)| d.timex.clone().unwrap_or_default()).collect();
        match (example.positive, seen.is_empty()) {
            (true, true) => Err("the rule found nothing".to_string()),
            (false, false) => Err(format!("the rule found {}", seen.join(", "))),
            (true, _) if !example.expect.is_empty() && !seen.contains(&example.expect) => {
                Err(format!("the rule found {}", seen.join(", ")))
            }
            _ => Ok(()),
        }
    }
}

/// `[2001-05-03] text` -> the day and the text.
fn split_day(text: &str) -> (Option<jiff::civil::Date>, &str) {
    let split = text.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    match split {
        Some((day, rest)) => (day.parse().ok(), rest.trim()),
        None => (None, text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_holds() {
        let patterns = Patterns::load(None).unwrap();
        let wrong = |e: &Example| {
            let id = patterns.names.id(e.rule);
            patterns.dates.run(e, &patterns).err().map(|what| format!("{id}: {:?} => {:?}: {what}", e.text, e.expect))
        };
        let wrong: Vec<String> = patterns.dates.examples().iter().filter_map(wrong).collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
