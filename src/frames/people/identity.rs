//! Who the victim or suspect was, where a sentence says only that: "The victim was identified as X".

use crate::document::{Document, Tag};
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::{Argument, Status, modality};
use crate::mentions::{Mention, Source};
use crate::patterns::Patterns;
use crate::patterns::identities::Side;
use crate::patterns::source::Rule;
use crate::sequence::Context;
use std::ops::Range;

/// One person identified.
#[derive(Clone, Debug)]
pub struct Identity {
    /// The person.
    pub person: Argument,
    /// Sentence that says it.
    pub sentence: usize,
    /// Victim, suspect, or the one told of.
    pub side: Side,
    /// Points to people of the sentence before.
    pub near: bool,
    /// Means one of several people without a name.
    pub several: bool,
    /// The person died.
    pub fatal: Option<bool>,
    /// What was done to the person; any violence when the rule does not say.
    pub method: Option<&'static str>,
    /// Token of the noun that stands for the persons ("the journalists are A and B"): such victims must have been told of.
    pub group: Option<usize>,
    /// The rule.
    pub rule: Rule,
    /// Its line, when it is one of a pattern file.
    pub source: Option<Source>,
}

/// All identities in text order.
pub fn find(doc: &Document, mentions: &[Mention], report: bool, patterns: &Patterns) -> Vec<Identity> {
    let mut rules = patterns.identities.set.tries(Context { doc, mentions });
    let mut out = Vec::new();
    for (n, sentence) in doc.sentences.iter().enumerate().filter(|(_, s)| s.kind.tells()) {
        for token in sentence.tokens.clone() {
            for (rule, found) in rules.at(token) {
                if rule.report && !report || denied(Reader { doc, mentions, patterns }, token) {
                    continue;
                }
                let group = found.all("group").next().map(|g| g.end - 1);
                for range in found.all("person") {
                    let from = mentions.partition_point(|m| m.tokens.start < range.start);
                    let here = mentions[from..].iter().take_while(|m| m.tokens.start == range.start);
                    let fits = |m: &&Mention| m.tokens == range && m.person().is_some_and(|p| p.press.is_none());
                    let person = here.into_iter().find(fits);
                    let aside = range.start == token && in_description(doc, mentions, token..range.end, patterns);
                    let person = person.filter(|m| !aside && !tells(doc, m, patterns));
                    let Some(person) = person.and_then(argument) else { continue };
                    let source = Some(Source::Line(rule.origin));
                    out.push(Identity {
                        person,
                        sentence: n,
                        side: rule.side,
                        near: rule.near,
                        several: rule.several,
                        fatal: rule.fatal,
                        method: rule.method,
                        group,
                        rule: rule.rule,
                        source,
                    });
                }
            }
        }
    }
    out
}

/// Words of a title between a preposition and the name.
const TITLE: usize = 4;

/// Words after a name in which "who" may follow an age.
const AGE: usize = 4;

/// "A, an opponent OF PRESIDENT X, was the victim": who closes a description of somebody else is not the subject; "the mother of
/// X, who was shot" tells of X, but "A, the bodyguard of X, who was shot" and "the bodyguard of X who was shot" do not. So does
/// "the sister OF X died", but not "the body OF X was found shot".
fn in_description(doc: &Document, mentions: &[Mention], name: Range<usize>, patterns: &Patterns) -> bool {
    let (name, end) = (name.start, name.end);
    let titled = |t: &usize| doc.tag(*t).is_noun() || doc.tag(*t).is_adjective();
    let opens = (1..=TITLE).filter_map(|n| name.checked_sub(n)).find(|t| !titled(t));
    // "the daughter OF THE thinker X, died".
    let opens = opens.map(|t| if doc.tag(t) == Tag::DT { t.saturating_sub(1) } else { t });
    // "said THAT X, 21, was pronounced dead": the subject of a clause.
    let clause = |t: usize| patterns.classes.subordinators.is_some_and(|class| doc.is(t, class));
    let governed = opens.is_some_and(|t| doc.tag(t) == Tag::IN && !clause(t));
    let told = (end..end + AGE).any(|t| matches!(doc.tag(t), Tag::WP | Tag::WPS));
    let owner = opens.filter(|&t| doc.norm(t) == "of").and_then(|t| t.checked_sub(1));
    let body = |t: usize| patterns.classes.remains.is_some_and(|class| doc.is(t, class));
    let owned = doc.tag(end).is_verb() && owner.is_some_and(|t| doc.tag(t).is_noun() && !body(t));
    let bare = told && matches!(doc.tag(end), Tag::WP | Tag::WPS);
    // "the MOTHER of X who was shot" is named for what befell X.
    let kin = |t: usize| patterns.persons.kin.is_some_and(|class| doc.is(t, class));
    let owner = owner.filter(|&t| !told || !kin(t));
    let role = |t: usize| patterns.classes.people.is_some_and(|class| doc.is(t, class));
    let other = || owner.is_some_and(|t| bare && role(t) || describes_named(doc, mentions, t));
    governed && (owned || doc.text(end) == "," && !told || other())
}

/// "A, the former BODYGUARD of X, who was shot": the noun tells who somebody else is.
fn describes_named(doc: &Document, mentions: &[Mention], noun: usize) -> bool {
    let word = |t: &usize| doc.tag(*t).is_noun() || doc.tag(*t).is_adjective() || doc.tag(*t) == Tag::DT;
    let comma = (noun.saturating_sub(TITLE)..noun).rev().find(|t| !word(t)).filter(|&t| doc.text(t) == ",");
    let before = |c: usize| mentions[..mentions.partition_point(|m| m.tokens.start < c)].last();
    comma.is_some_and(|c| before(c).is_some_and(|m| m.tokens.end == c && m.person().is_some()))
}

/// "NEVER accused X".
fn denied(reader: Reader, first: usize) -> bool {
    first.checked_sub(1).and_then(|token| modality::told(reader, token)) == Some(Status::Denied)
}

/// "He is not a suspect, X SAID": who tells of it.
fn tells(doc: &Document, mention: &Mention, patterns: &Patterns) -> bool {
    let comma = mention.tokens.start.checked_sub(1).is_some_and(|t| doc.text(t) == ",");
    comma && patterns.classes.reporting.is_some_and(|class| doc.is(mention.tokens.end, class))
}

/// The person of the mention as an argument.
pub(crate) fn argument(mention: &Mention) -> Option<Argument> {
    let value = mention.person()?;
    Some(Argument {
        tokens: mention.tokens.clone(),
        span: mention.span,
        entity: Some(value.entity),
        name: Some(value.name.clone()),
        description: None,
        kind: "person",
        count: Some(1),
        sort: Sort::Named,
    })
}
