//! Frame rules: which words tell of an attack and where each takes its victim and its perpetrator, from
//! `patterns/en/rules/methods/*.toml`.

use super::Patterns;
use super::error::Errors;
use super::examples::{Example, Family};
use super::lexicon::{ClassId, Lexicon, phrase_words};
use super::methods;
use super::rulefile::{self, Row, Text};
use super::source::{Files, Origin, Rule, RuleNames};
use crate::document::word::{Word, WordMap};
use crate::frames::Status;
use aho_corasick::{AhoCorasick, AhoCorasickKind};
use std::collections::BTreeSet;

/// What kind of word the trigger is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// "shot", "opened fire".
    Verb,
    /// "the killing", "attack".
    Noun,
}

/// A place in the clause that an argument may fill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slot {
    /// Before an active verb; the logical subject.
    Subject,
    /// After an active verb, before a passive one.
    Object,
    /// "X's killing".
    Possessive,
    /// "the X killing".
    Compound,
    /// After this preposition.
    Prep(String),
}

/// One frame rule.
#[derive(Clone, Debug)]
pub struct FrameRule {
    /// Handle for citing.
    pub rule: Rule,
    /// Its line.
    pub origin: Origin,
    /// Method codes that it states.
    pub methods: Vec<String>,
    /// Verb or noun.
    pub part: Part,
    /// Where the victim stands, tried in order.
    pub victim: Vec<Slot>,
    /// Where the perpetrator stands.
    pub agent: Vec<Slot>,
    /// Death is certain (true) or excluded (false).
    pub fatal: Option<bool>,
    /// Reality that the trigger itself states.
    pub status: Option<Status>,
    /// Needs a named victim, a role, or a perpetrator.
    pub weak: bool,
    /// Tells of a later stage of the event, in court or prison: its date is that of the stage.
    pub later: bool,
    /// Tells of the end of the event, a release: the day says nothing of when it happened.
    pub ends: bool,
    /// Tells of a state that goes on: "have been held SINCE MAY" says when it began, not in what time they were counted.
    pub lasting: bool,
    /// Buildings and vehicles may be its target.
    pub targets: bool,
    /// Tells of things alone ("the bridge was DAMAGED"): people of whom it is said are no victims.
    pub things: bool,
    /// Adds facts to an incident but makes none.
    pub carrier: bool,
    /// Needs a perpetrator to count.
    pub agent_needed: bool,
    /// The subject may be a thing ("a car ran over X").
    pub agent_thing: bool,
    /// The direct object must belong to this class ("planted a BOMB").
    pub object_class: Option<ClassId>,
    /// The subject must belong to this class ("a BOMB exploded").
    pub subject_class: Option<ClassId>,
    /// Counts only in a text that speaks of this (a word class that `frames/refusal/genre.rs` looks for).
    pub world: Option<String>,
    /// Counts only with a weapon beside it ("was hit BY A MISSILE").
    pub weapon_needed: bool,
    /// One of these words must follow in the clause.
    pub object_after: Vec<String>,
    /// The name of a country serves as one of those words ("was flown TO VIETNAM").
    pub abroad: bool,
    /// Prepositions that must govern those words; any, when empty.
    pub after_prep: Vec<String>,
    /// Tells of an attack even where no victim is named ("opened fire").
    pub alone: bool,
    /// Whoever did it must be such as take people away: forces, groups, men without a name; anybody may "pick up" a friend.
    pub captors: bool,
    /// Whoever did it must be such as arrest people: police, soldiers, courts, states; gunmen "pick up" nobody for questioning.
    pub officers: bool,
    /// Whoever did it must be no such: rebels and gangs "capture" people, the police capture criminals.
    pub outlaws: bool,
    /// Like captors, but no police or soldiers either, who may warn of others.
    pub strangers: bool,
    /// Roles of this class may do it, too, where captors alone may ("PROTESTERS surrounded the reporter").
    pub captors_also: Option<ClassId>,
    /// Words that serve for an arrest, too ("police picked X up"): beside an arrest they tell of it.
    pub custody: bool,
    /// The noun names who did it ("the killers of X"): where and when its clause is set says nothing of the event.
    pub doers: bool,
    /// Counts only against those who speak up (value `voice` in `persecuted.csv`): anybody else's charge or search is a case.
    pub voice_needed: bool,
}

impl FrameRule {
    /// It tells of death or injury, not of the means.
    pub fn unspecified(&self) -> bool {
        self.methods.iter().all(|m| methods::is_general(m))
    }

    /// Its words tell of an attack by themselves, unlike "placed", which does so beside a bomb alone.
    pub fn plain(&self) -> bool {
        self.object_class.is_none()
    }
}

/// All frame rules, indexed by the first word of their triggers.
#[derive(Debug, Default)]
pub struct FrameRules {
    rules: Vec<FrameRule>,
    triggers: WordMap<Vec<(Vec<Word>, usize)>>,
    scanner: Option<AhoCorasick>,
    examples: Vec<Example>,
}

impl FrameRules {
    /// Reads and compiles the files.
    pub fn load(files: &Files, lexicon: &Lexicon, names: &mut RuleNames, errors: &mut Errors) -> Self {
        let (mut out, mut firsts) = (Self::default(), BTreeSet::new());
        for row in rulefile::effective(files, "/rules/methods/", "frame", &[], errors) {
            out.add(row, lexicon, names, &mut firsts, errors);
        }
        for list in out.triggers.values_mut() {
            list.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then(a.1.cmp(&b.1)));
        }
        out.scanner = scanner(&firsts);
        out
    }

    /// False when no trigger word can stand in the text: one pass over its bytes before any of its tokens is looked at.
    /// Text that is not ASCII may hide a word behind accents or soft hyphens, so it always passes.
    pub fn may_trigger(&self, text: &str) -> bool {
        !text.is_ascii() || self.scanner.as_ref().is_none_or(|s| s.is_match(text))
    }

    /// Whether a trigger starts with the word.
    pub fn starts(&self, word: Word) -> bool {
        self.triggers.contains_key(&word)
    }

    fn add(
        &mut self,
        mut row: Row,
        lexicon: &Lexicon,
        names: &mut RuleNames,
        firsts: &mut BTreeSet<String>,
        errors: &mut Errors,
    ) {
        let id = row.required("id", errors);
        let rule = names.add(&id.value, row.origin);
        let index = self.rules.len();
        let verbs = row.text("verb", errors);
        let nouns = row.text("noun", errors);
        let part = if verbs.is_some() { Part::Verb } else { Part::Noun };
        let Some(forms) = verbs.or(nouns) else {
            row.wrong(errors, row.at(), "verb or noun is missing", "list the trigger's forms: verb = \"shoot shot\"");
            return;
        };
        for form in forms.value.split_whitespace() {
            let texts = phrase_words(&form.replace('_', " "));
            let words: Vec<Word> = texts.iter().map(|w| Word::of(w)).collect();
            if let Some(&first) = words.first() {
                firsts.extend(texts.into_iter().next());
                self.triggers.entry(first).or_default().push((words, index));
            }
        }
        let rule = frame_rule(&mut row, rule, part, lexicon, errors);
        self.examples.extend(rulefile::examples(&mut row, rule.rule, errors));
        self.rules.push(rule);
        row.finish(errors);
    }

    /// Rules of which the word alone is a trigger, whatever stands beside it.
    pub fn of_word(&self, word: Word) -> impl Iterator<Item = &FrameRule> {
        self.starting_with(word).filter(|(words, rule)| words.len() == 1 && rule.plain()).map(|(_, rule)| rule)
    }

    /// Rules whose trigger starts with the folded word, longest trigger first: the words and the rule.
    pub fn starting_with(&self, word: Word) -> impl Iterator<Item = (&[Word], &FrameRule)> {
        let list = self.triggers.get(&word).map_or(&[][..], |v| v);
        list.iter().filter_map(|(words, index)| Some((words.as_slice(), self.rules.get(*index)?)))
    }
}

/// The first words of all triggers as one automaton; a DFA, which is several times the NFA's speed at this size.
fn scanner(words: &BTreeSet<String>) -> Option<AhoCorasick> {
    AhoCorasick::builder().ascii_case_insensitive(true).kind(Some(AhoCorasickKind::DFA)).build(words).ok()
}

fn frame_rule(row: &mut Row, rule: Rule, part: Part, lexicon: &Lexicon, errors: &mut Errors) -> FrameRule {
    let victim = row.texts("victim", errors);
    let agent = row.texts("agent", errors);
    FrameRule {
        rule,
        origin: row.origin,
        methods: method_codes(row, errors),
        part,
        victim: victim.iter().map(|t| slot(&t.value)).collect(),
        agent: agent.iter().map(|t| slot(&t.value)).collect(),
        fatal: row.optional_flag("fatal", errors),
        status: row.text("status", errors).and_then(|t| status(row, &t, errors)),
        weak: row.flag("weak", errors),
        later: row.flag("later", errors),
        ends: row.flag("ends", errors),
        lasting: row.flag("lasting", errors),
        targets: row.flag("targets", errors),
        things: row.flag("things", errors),
        carrier: row.flag("carrier", errors),
        agent_needed: row.flag("agent_needed", errors),
        agent_thing: row.flag("agent_thing", errors),
        alone: row.flag("alone", errors),
        captors: row.flag("captors", errors),
        officers: row.flag("officers", errors),
        outlaws: row.flag("outlaws", errors),
        strangers: row.flag("strangers", errors),
        captors_also: class(row, "captors_also", lexicon, errors),
        custody: row.flag("custody", errors),
        doers: row.flag("doers", errors),
        voice_needed: row.flag("voice_needed", errors),
        weapon_needed: row.flag("weapon_needed", errors),
        world: row.text("world", errors).map(|t| t.value),
        object_class: class(row, "object_class", lexicon, errors),
        subject_class: class(row, "subject_class", lexicon, errors),
        object_after: row.texts("object_after", errors).into_iter().map(|t| t.value).collect(),
        abroad: row.flag("abroad", errors),
        after_prep: row.texts("after_prep", errors).into_iter().map(|t| t.value).collect(),
    }
}

fn method_codes(row: &mut Row, errors: &mut Errors) -> Vec<String> {
    let list = row.texts("method", errors);
    list.iter().filter_map(|text| methods::code(row, text, errors)).map(str::to_string).collect()
}

fn slot(name: &str) -> Slot {
    match name {
        "subject" => Slot::Subject,
        "object" => Slot::Object,
        "possessive" => Slot::Possessive,
        "compound" => Slot::Compound,
        prep => Slot::Prep(prep.replace('_', " ")),
    }
}

fn status(row: &Row, text: &Text, errors: &mut Errors) -> Option<Status> {
    let found = Status::parse(&text.value);
    if found.is_none() {
        row.wrong(
            errors,
            text.at,
            format!("unknown status {:?}", text.value),
            "reported alleged attempted threatened planned denied",
        );
    }
    found
}

fn class(row: &mut Row, key: &'static str, lexicon: &Lexicon, errors: &mut Errors) -> Option<ClassId> {
    let text = row.text(key, errors)?;
    let class = lexicon.class(&text.value);
    if class.is_none() {
        row.wrong(errors, text.at, format!("there is no lexicon/{}.csv", text.value), "name an existing word class");
    }
    class
}

impl Family for FrameRules {
    fn examples(&self) -> &[Example] {
        &self.examples
    }

    /// Expectations are `victim=…; perpetrator=…; place=…; status=…; fatal=…`, each a part of the value found.
    fn run(&self, example: &Example, patterns: &Patterns) -> Result<(), String> {
        crate::frames::example::run(example, patterns)
    }
}
