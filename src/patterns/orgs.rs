//! Organisation rules (`patterns/en/rules/orgs/*.toml`) and the gazetteers `world/organisations.csv` and `outlets.csv`.
//!
//! `[[rule]]` keys: `id`, `pattern` (capture `org=` marks the name when it is less than the match, `head=` the word
//! whose `org-heads` value gives the kind), `kind`, `weight`, `match`, `reject`.

use super::Patterns;
use super::error::Errors;
use super::examples::{Example, Family};
use super::lexicon::{Lexicon, phrase_words};
use super::rulefile::{self, Row};
use super::source::{Files, Origin, Rule, RuleNames};
use crate::document::word::{Word, WordMap};
use crate::document::{Document, Shape};
use crate::sequence::RuleSet;
use serde::Deserialize;

/// One gazetteer organisation.
#[derive(Clone, Debug)]
pub struct Org {
    /// Preferred name.
    pub name: String,
    /// Kind, as in the file; `outlet` for press.
    pub kind: String,
    /// ISO 3166 two letters.
    pub country: Option<String>,
    /// Its row.
    pub origin: Origin,
    /// Folded forms that are only written in capitals.
    acronyms: Vec<String>,
}

/// Kinds of organisations that attack nobody.
pub fn is_peaceful(kind: &str) -> bool {
    matches!(kind, "company" | "ngo" | "outlet" | "university" | "court")
}

/// Kinds of organisations that take captive and kill as a trade.
pub fn is_band(kind: &str) -> bool {
    matches!(kind, "armed_group" | "criminal_group")
}

/// Kinds of organisations that arrest and try people.
pub fn is_authority(kind: &str) -> bool {
    matches!(kind, "police" | "military" | "security_service" | "government" | "court")
}

impl Org {
    /// The folded word is one of its acronyms.
    pub fn is_acronym(&self, word: &str) -> bool {
        self.acronyms.iter().any(|a| a == word)
    }
}

/// What a rule gives.
#[derive(Clone, Debug)]
pub struct OrgCue {
    /// The rule.
    pub rule: Rule,
    /// Kind when the head does not say.
    pub kind: String,
    /// Weight of the candidate.
    pub weight: u8,
}

#[derive(Clone, Debug)]
struct Form {
    words: Vec<String>,
    /// The second word, which mostly tells that the form does not stand at a token.
    second: Option<Word>,
    /// Written in capitals only ("ETA"): the text must do so too.
    capitals: bool,
    org: u32,
}

/// See the module.
#[derive(Debug, Default)]
pub struct OrgRules {
    /// Patterns of organisation names.
    pub rules: RuleSet<OrgCue>,
    orgs: Vec<Org>,
    by_first: WordMap<Vec<Form>>,
    examples: Vec<Example>,
}

#[derive(Deserialize)]
struct OrgRow {
    name: String,
    aliases: String,
    kind: String,
    country: String,
}

impl OrgRules {
    /// Reads and compiles the files.
    pub fn load(files: &Files, lexicon: &Lexicon, names: &mut RuleNames, errors: &mut Errors) -> Self {
        let mut out = OrgRules::default();
        for (path, press) in [("world/organisations.csv", false), ("world/outlets.csv", true)] {
            for (index, file) in files.under(path) {
                for (line, row) in super::table::rows::<OrgRow>(file, b',', errors) {
                    out.add_org(row, press, Origin { file: index, line });
                }
            }
        }
        for row in rulefile::effective(files, "/rules/orgs/", "rule", &[], errors) {
            out.add_rule(row, lexicon, names, errors);
        }
        out
    }

    fn add_org(&mut self, row: OrgRow, press: bool, origin: Origin) {
        let org = self.orgs.len() as u32;
        let (mut acronyms, mut words_of_one) = (Vec::new(), Vec::new());
        for form in std::iter::once(row.name.as_str()).chain(row.aliases.split('|')) {
            let words = phrase_words(form);
            let Some(first) = words.first().map(|w| Word::of(w)) else { continue };
            let capitals = words.len() == 1 && super::super::document::tokens::shape_of(form) == Shape::Upper;
            if words.len() == 1 {
                if capitals { &mut acronyms } else { &mut words_of_one }.extend(words.first().cloned());
            }
            self.by_first.entry(first).or_default().push(Form {
                second: words.get(1).map(|w| Word::of(w)),
                words,
                capitals,
                org,
            });
        }
        acronyms.retain(|a| !words_of_one.contains(a));
        let kind = if press { "outlet".to_string() } else { row.kind };
        let country = Some(row.country).filter(|c| !c.is_empty());
        self.orgs.push(Org { name: row.name, kind, country, origin, acronyms });
    }

    fn add_rule(&mut self, mut row: Row, lexicon: &Lexicon, names: &mut RuleNames, errors: &mut Errors) {
        let id = row.required("id", errors);
        let rule = names.add(&id.value, row.origin);
        let kind = row.text("kind", errors).map(|t| t.value).unwrap_or_default();
        let weight = row.number("weight", errors).unwrap_or(50).clamp(0, 100) as u8;
        for pattern in rulefile::patterns(&mut row, lexicon, errors) {
            self.rules.push(pattern, OrgCue { rule, kind: kind.clone(), weight });
        }
        self.examples.extend(rulefile::examples(&mut row, rule, errors));
        row.finish(errors);
    }

    /// The longest gazetteer organisation that starts at a token, with its length in tokens.
    pub fn longest_at(&self, doc: &Document, token: usize) -> Option<(&Org, usize)> {
        let written = doc.tokens.get(token)?;
        if !matches!(written.shape, Shape::Capital | Shape::Upper | Shape::Mixed) {
            return None;
        }
        let forms = self.by_first.get(&written.word)?;
        let fit = |f: &Form| {
            let len = covers(doc, token, f)?;
            Some((f.org, len))
        };
        let (org, len) = forms.iter().filter_map(fit).max_by_key(|(org, len)| (*len, std::cmp::Reverse(*org)))?;
        Some((self.orgs.get(org as usize)?, len))
    }
}

/// Words from which a name may hold small letters inside, as carelessly typed copy has them ("Army of national Liberation").
const LONG: usize = 4;

/// Letters from which an acronym may be written like a word ("Farc", "Unita").
const SPOKEN: usize = 3;

/// Number of tokens that the form covers from here; glued hyphens between words are skipped.
fn covers(doc: &Document, token: usize, form: &Form) -> Option<usize> {
    let first = doc.tokens.get(token)?;
    if let Some(second) = form.second
        && doc.word(token + 1) != second
        && doc.norm(token + 1) != "-"
    {
        return None;
    }
    let spoken = doc.text(token).chars().skip(1).all(char::is_lowercase) && doc.norm(token).len() >= SPOKEN;
    let shouted = first.shape == Shape::Upper || first.shape == Shape::Capital && spoken;
    if form.capitals && !shouted || form.words.len() == 1 && !form.capitals && !doc.name_like(token) {
        return None;
    }
    let mut at = token + 1;
    let (long, last) = (form.words.len() >= LONG, form.words.len() - 1);
    for (n, word) in form.words.iter().enumerate().skip(1) {
        if doc.norm(at) == "-" && doc.tokens.get(at).is_some_and(|t| t.glued) {
            at += 1;
        }
        let same = doc.tokens.get(at).is_some_and(|t| t.sentence == first.sentence) && doc.norm(at) == word;
        let small =
            word.len() <= 3 && form.words.len() > 2 || doc.tokens.get(at).is_some_and(|t| t.shape != Shape::Lower);
        let small = small || long && n < last;
        if !same || !small {
            return None;
        }
        at += 1;
    }
    Some(at - token)
}

impl Family for OrgRules {
    fn examples(&self) -> &[Example] {
        &self.examples
    }

    fn run(&self, example: &Example, patterns: &Patterns) -> Result<(), String> {
        let found = crate::mentions::orgs::by_rule(&example.text, example.rule, patterns);
        let named = found.iter().any(|name| example.expect.is_empty() || *name == example.expect);
        match (example.positive, named) {
            (true, false) => Err(format!("expected {:?}, found {found:?}", example.expect)),
            (false, true) => Err(format!("found {found:?}")),
            _ => Ok(()),
        }
    }
}
