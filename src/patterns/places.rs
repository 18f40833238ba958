//! Place rules from `patterns/en/rules/places/*.toml` and the word classes that the place finder weighs context with.
//!
//! A rule's pattern captures `place`; the keys are `id`, `pattern`, `kind` (`facility`, `region`, `town`), `weight`,
//! `strange` (only words that are neither ordinary nor names of persons), `match` and `reject`. An example may end in `=> the place's text`.

use super::Patterns;
use super::error::Errors;
use super::examples::{Example, Family};
use super::lexicon::{ClassId, Lexicon};
use super::rulefile::{self, Row, Text};
use super::source::{Files, Rule, RuleNames};
use crate::document::Document;
use crate::ingest::{Article, Metadata};
use crate::mentions::Kind;
use crate::sequence::RuleSet;

/// What a rule's match stands for.
#[derive(Clone, Copy, Debug)]
pub struct PlaceRule {
    /// The rule.
    pub rule: Rule,
    /// `facility`, `region` or `town`: the kind of a place that the gazetteer lacks.
    pub kind: &'static str,
    /// Weight of the reading.
    pub weight: u8,
    /// Only for words that are neither ordinary nor persons' names.
    pub strange: bool,
}

/// Word classes that speak for or against a place.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlaceClasses {
    /// "in", "near".
    pub prepositions: Option<ClassId>,
    /// "County", "River".
    pub nouns: Option<ClassId>,
    /// "city of", "Lake".
    pub pre_nouns: Option<ClassId>,
    /// "residents", "police".
    pub heads: Option<ClassId>,
    /// "said", "who".
    pub denials: Option<ClassId>,
    /// `compass.csv`: "north", "southeast": before a name, a part of that place.
    pub compass: Option<ClassId>,
    /// "District", "May": places only with their container.
    pub never: Option<ClassId>,
    /// Articles of other languages that begin names: "La", "El".
    pub articles: Option<ClassId>,
    /// `place-particles.csv`: small words that join two names to one: "da", "del".
    pub particles: Option<ClassId>,
    /// `place-parts.csv`: "northern", "downtown": what may stand between a preposition and a name.
    pub parts: Option<ClassId>,
    /// Last words of facilities; value `strong` where the whole is a place even after a town's name, `titled` where it is only
    /// when the word has a capital ("Hopkins Park", but "a Lancaster park").
    pub facilities: Option<ClassId>,
    /// "sheriff", "crore": value is the country that has them.
    pub home: Option<ClassId>,
    /// "Street", "Avenue".
    pub streets: Option<ClassId>,
    /// "President", "Mr.".
    pub titles: [Option<ClassId>; 2],
    /// Capitalised words behind a place's name that do not belong to it: titles, days, months, parties of a parliament.
    pub apart: [Option<ClassId>; 7],
    /// `place-directions.csv`: "North", "Upper": capitalised before a name, they belong to it.
    pub directions: Option<ClassId>,
}

/// See the module.
#[derive(Debug, Default)]
pub struct PlaceRules {
    /// Patterns for facilities and for places that the gazetteer lacks.
    pub rules: RuleSet<PlaceRule>,
    /// Word classes.
    pub classes: PlaceClasses,
    examples: Vec<Example>,
}

impl PlaceRules {
    /// Reads and compiles the files.
    pub fn load(files: &Files, lexicon: &Lexicon, names: &mut RuleNames, errors: &mut Errors) -> Self {
        let mut out = PlaceRules { classes: classes(lexicon), ..Self::default() };
        for row in rulefile::effective(files, "/rules/places/", "rule", &[], errors) {
            out.add(row, lexicon, names, errors);
        }
        out
    }

    fn add(&mut self, mut row: Row, lexicon: &Lexicon, names: &mut RuleNames, errors: &mut Errors) {
        let id = row.required("id", errors);
        let rule = names.add(&id.value, row.origin);
        let kind = row.required("kind", errors);
        let weight = row.number("weight", errors).unwrap_or(60).clamp(0, 100) as u8;
        let strange = row.flag("strange", errors);
        let payload = PlaceRule { rule, kind: kind_of(&kind, &row, errors), weight, strange };
        for pattern in rulefile::patterns(&mut row, lexicon, errors) {
            self.rules.push(pattern, payload);
        }
        self.examples.extend(rulefile::examples(&mut row, rule, errors));
        row.finish(errors);
    }
}

fn kind_of(kind: &Text, row: &Row, errors: &mut Errors) -> &'static str {
    let known = ["facility", "region", "town"].into_iter().find(|k| *k == kind.value);
    known.unwrap_or_else(|| {
        let what = format!("unknown kind {:?}", kind.value);
        row.wrong(errors, kind.at, what, "facility, region or town");
        "facility"
    })
}

fn classes(lexicon: &Lexicon) -> PlaceClasses {
    PlaceClasses {
        prepositions: lexicon.class("place-prepositions"),
        nouns: lexicon.class("place-nouns"),
        pre_nouns: lexicon.class("place-pre-nouns"),
        heads: lexicon.class("place-heads"),
        denials: lexicon.class("place-denials"),
        compass: lexicon.class("compass"),
        never: lexicon.class("place-never"),
        articles: lexicon.class("place-articles"),
        particles: lexicon.class("place-particles"),
        parts: lexicon.class("place-parts"),
        facilities: lexicon.class("facility-nouns"),
        home: lexicon.class("place-home-cues"),
        streets: lexicon.class("street-nouns"),
        titles: [lexicon.class("titles"), lexicon.class("honorifics")],
        apart: [
            "titles",
            "honorifics",
            "officials",
            "weekdays",
            "month_names",
            "month_abbreviations",
            "place-followers",
        ]
        .map(|name| lexicon.class(name)),
        directions: lexicon.class("place-directions"),
    }
}

impl Family for PlaceRules {
    fn examples(&self) -> &[Example] {
        &self.examples
    }

    fn run(&self, example: &Example, patterns: &Patterns) -> Result<(), String> {
        let article = Article::new("example", example.text.clone(), Metadata::default(), patterns);
        let doc = Document::new(&article, patterns);
        let found = crate::mentions::places::find(&doc, patterns);
        let texts: Vec<&str> = found
            .iter()
            .filter(|c| c.mention.rule == example.rule && c.mention.kind() == Kind::Place)
            .map(|c| c.mention.span.of(&article.text))
            .collect();
        match (example.positive, texts.first()) {
            (true, None) => Err("no match".to_string()),
            (true, Some(_)) if !example.expect.is_empty() && !texts.contains(&example.expect.as_str()) => {
                Err(format!("matched {texts:?}"))
            }
            (false, Some(text)) => Err(format!("matched {text:?}")),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_examples_hold() {
        let patterns = Patterns::load(None).unwrap();
        let failed: Vec<String> = patterns
            .places
            .examples()
            .iter()
            .filter_map(|e| {
                let why = patterns.places.run(e, &patterns).err()?;
                Some(format!("{}: {:?}: {why}", patterns.names.id(e.rule), e.text))
            })
            .collect();
        assert!(failed.is_empty(), "{failed:#?}");
    }
}
