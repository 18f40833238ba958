//! One sentence's tokens -> chunks. Input: tags, word classes and mentions; output: chunks in token order.

use crate::document::{Document, Tag};
use crate::frames::syntax::chunk::{Chunk, Kind, Noun, Verb};
use crate::frames::syntax::shapes::{self, is_name, noun_ends_here};
use crate::mentions::{Mention, PlaceForm, Value};
use crate::patterns::Patterns;
use std::ops::Range;

/// What the chunker reads.
pub struct Chunker<'a> {
    /// The document.
    pub doc: &'a Document<'a>,
    /// All mentions in text order.
    pub mentions: &'a [Mention],
    /// Word classes.
    pub patterns: &'a Patterns,
}

impl Chunker<'_> {
    /// Chunks of the token range.
    pub fn run(&self, range: Range<usize>) -> Vec<Chunk> {
        let mut out: Vec<Chunk> = Vec::new();
        let mut at = range.start;
        while at < range.end {
            // accused of "SABOTAGE": the mark goes with the preposition.
            if let Some(prep) = out.last_mut().filter(|c| c.is_prep() && self.scare_quote(at)) {
                prep.tokens.end = at + 1;
                at += 1;
                continue;
            }
            let chunk = self.next(at, range.end, &out);
            at = chunk.tokens.end.max(at + 1);
            out.push(chunk);
            let comma = self.quoted_comma(at).and_then(|mark| shapes::close_quote(&mut out, mark));
            out.extend(comma);
            self.open_last(&mut out);
        }
        for n in 0..out.len() {
            if self.opens_clause(&out, n) {
                out[n].kind = Kind::Opener;
            }
        }
        out
    }

    fn next(&self, at: usize, end: usize, before: &[Chunk]) -> Chunk {
        let last = before.last();
        if let Some((index, stop)) = self.lone_date(at, end) {
            return Chunk { tokens: at..stop, kind: Kind::Date(index) };
        }
        if let Some(hit) = self.patterns.classes.adverbial.and_then(|class| self.doc.hit(at, class)) {
            return Chunk { tokens: at..(at + hit.len as usize).min(end), kind: Kind::Other };
        }
        if self.floats(at, end, last) || self.outcome(at, last) {
            return Chunk { tokens: at..at + 1, kind: Kind::Other };
        }
        if self.approximation(at, end) > 0
            && let Some(chunk) = self.noun_group(at, end)
        {
            return chunk;
        }
        if let Some(chunk) = self.forename(at, end, last) {
            return chunk;
        }
        if let Some(stop) = self.bracket(at, end).or_else(|| self.alias(at, end)) {
            return Chunk { tokens: at..stop, kind: Kind::Other };
        }
        if let Some(chunk) = self.verb_group(at, end, before) {
            return chunk;
        }
        if let Some(chunk) = self.noun_group(at, end) {
            return chunk;
        }
        Chunk { tokens: at..at + 1, kind: self.small(at, last) }
    }

    fn small(&self, at: usize, last: Option<&Chunk>) -> Kind {
        // "the group, FOR which X had worked, was": a clause of its own behind a preposition, too.
        let after_noun = last.is_some_and(|c| c.noun().is_some() || c.is_comma() || c.is_prep() && self.aside(at));
        match (self.doc.tag(at), self.doc.text(at)) {
            (Tag::WDT | Tag::WP | Tag::WPS, _) if after_noun || self.all_of(at) => Kind::Relative,
            (Tag::IN | Tag::WDT, "that") if after_noun && !self.tells(at, last) => Kind::Relative,
            // "the shooting on Friday night THAT left three wounded"
            (Tag::WDT, "that") if last.is_some_and(Chunk::is_date) => Kind::Relative,
            (Tag::IN | Tag::TO | Tag::WRB, _) => Kind::Prep,
            (Tag::CC, _) => Kind::And,
            (_, "–" | "—" | "-" | "--") if self.ends_dateline(at) => Kind::Stop,
            (_, "," | "(" | ")" | "–" | "—" | "-" | "--") => Kind::Comma,
            _ if self.scare_quote(at) || self.running_quote(at) => Kind::Other,
            (_, ";" | ":" | "“" | "”" | "\"" | "!" | "?" | "…" | "•") => Kind::Stop,
            (_, ".") => Kind::Stop,
            (_, "&") => Kind::And,
            _ => Kind::Other,
        }
    }

    /// "told reporters THAT the mayor was", "told the union THAT armed men": what is told, nothing about those who were told.
    fn tells(&self, at: usize, last: Option<&Chunk>) -> bool {
        let verb = last.filter(|c| c.noun().is_some()).and_then(|c| c.tokens.start.checked_sub(1));
        let told = verb.is_some_and(|t| self.patterns.classes.reporting.is_some_and(|class| self.doc.is(t, class)));
        let subject = !self.doc.tag(at + 1).is_verb() || self.doc.tag(at + 2) == Tag::NNS;
        told && self.doc.tag(at) == Tag::IN && subject
    }

    /// "QUITO (Agency) - A candidate": the dash parts the dateline from the text.
    fn ends_dateline(&self, at: usize) -> bool {
        let token = self.doc.tokens.get(at).map(|t| t.span);
        self.doc.article.dateline.as_ref().zip(token).is_some_and(|(d, t)| d.span.contains(t) || d.span.end == t.start)
    }

    /// "A and B, BOTH OF whom", "two men, ONE OF whom wore a mask": the relative pronoun stands for them; in "four of whom were
    /// shot" those were who are counted.
    fn all_of(&self, at: usize) -> bool {
        let all = |t: usize| self.patterns.classes.floating.is_some_and(|class| self.doc.is(t, class));
        at >= 2
            && self.doc.norm(at - 1) == "of"
            && (all(at - 2) || self.doc.tag(at - 2) == Tag::CD && self.auxiliary(at + 1).is_none())
    }

    /// A comma stands before the preposition right before the word.
    fn aside(&self, at: usize) -> bool {
        at >= 2 && self.doc.text(at - 2) == "," && matches!(self.doc.norm(at), "which" | "whom" | "whose")
    }

    pub(super) fn is_clitic(&self, at: usize) -> bool {
        matches!(self.doc.norm(at), "'s" | "'") && self.doc.tokens.get(at).is_some_and(|t| t.glued)
    }

    pub(super) fn starting(&self, at: usize) -> impl Iterator<Item = (usize, &Mention)> {
        let from = self.mentions.partition_point(|m| m.tokens.start < at);
        let here = self.mentions[from..].iter().take_while(move |m| m.tokens.start == at);
        here.enumerate().map(move |(n, m)| (from + n, m))
    }

    pub(super) fn is_person(&self, at: usize) -> bool {
        self.starting(at).any(|(_, m)| m.person().is_some())
    }

    /// The word's auxiliary class ("be", "have", ...).
    pub(super) fn auxiliary(&self, at: usize) -> Option<&str> {
        auxiliary(self.doc, self.patterns, at)
    }

    pub(super) fn is_name_token(&self, at: usize) -> bool {
        let before = self.mentions.partition_point(|m| m.tokens.start <= at);
        let near = &self.mentions[before.saturating_sub(3)..before];
        near.iter().any(|m| {
            m.tokens.contains(&at) && matches!(m.value, Value::Person(_) | Value::Org { .. } | Value::Place(_))
        })
    }

    pub(super) fn is_verb_token(&self, at: usize) -> bool {
        !self.is_name_token(at)
            && (self.doc.tag(at).is_verb() || self.doc.tag(at) == Tag::MD || self.auxiliary(at).is_some())
    }

    fn verb_group(&self, at: usize, end: usize, before: &[Chunk]) -> Option<Chunk> {
        if self.hyphenated(at, end) {
            return None;
        }
        if self.misread_infinitive(at, end) {
            let verb = Verb { infinitive: true, head: at + 1, ..Verb::default() };
            return Some(Chunk { tokens: at..at + 2, kind: Kind::Verb(verb) });
        }
        let infinitive = self.doc.tag(at) == Tag::TO && (at + 1..end.min(at + 3)).any(|i| self.doc.tag(i) == Tag::VB);
        let starts = infinitive || self.is_verb_token(at) && !self.modifies_noun(at, end, before);
        if !starts {
            return None;
        }
        let mut verb = Verb { infinitive, head: at, ..Verb::default() };
        let (mut be, mut main, mut next) = (false, None, at + usize::from(infinitive));
        while next < end {
            next += usize::from(main.is_some() && self.quoted_rest(next, end)); // was "TORTURED"
            let tag = self.doc.tag(next);
            let small = tag.is_adverb()
                || be && self.doc.is_reflexive(next)
                || verb.auxiliary && self.quantifies(next)
                || matches!(self.doc.norm(next), "not" | "n't" | "never" | "also" | "been" | "being");
            if !(self.is_verb_token(next) || small && self.verb_follows(next, end)) {
                break;
            }
            if main.is_some() && tag.is_verb() && self.breaks(next, main) {
                break;
            }
            verb.negated |= matches!(self.doc.norm(next), "not" | "n't" | "never");
            match self.auxiliary(next) {
                Some("modal") => verb.modal = true,
                Some("be" | "get") if self.verb_follows(next + 1, end) || main.is_none() => {
                    be = true;
                    verb.auxiliary = true;
                }
                Some(_) => verb.auxiliary = true,
                None => {}
            }
            if self.is_verb_token(next) {
                main = Some(next);
            }
            next += 1;
            if main.is_some_and(|m| self.auxiliary(m).is_some()) && self.compound_participle(next, end) {
                main = Some(next + 2);
                next += 3;
                break;
            }
        }
        verb.head = main?;
        // "who ADMITTED stabbing X" has a subject of its own.
        let told = verb.head > at && matches!(self.doc.tag(at), Tag::VBD | Tag::VBZ | Tag::VBP);
        self.voice(&mut verb, be);
        verb.gerund &= !told;
        verb.active = verb.bare && self.after_subject_pronoun(at);
        Some(Chunk { tokens: at..next, kind: Kind::Verb(verb) })
    }

    fn voice(&self, verb: &mut Verb, be: bool) {
        let tag = self.doc.tag(verb.head);
        let participle = matches!(tag, Tag::VBN | Tag::VBD) && self.auxiliary(verb.head).is_none();
        let finite = self.patterns.classes.intransitive.is_some_and(|class| self.doc.is(verb.head, class));
        verb.passive = be && participle;
        verb.bare = participle && !finite && !verb.auxiliary && !verb.infinitive && !verb.modal;
        verb.gerund = tag == Tag::VBG && !be;
    }

    pub(super) fn noun_group(&self, at: usize, end: usize) -> Option<Chunk> {
        let mut noun = Noun::default();
        let start = at + self.approximation(at, end);
        let mut next = start;
        let mut head = None;
        while next < end {
            if let Some((index, m)) = self.starting(next).find(|(_, m)| is_name(m)) {
                if m.person().is_some() && next > start && self.is_setting(next - 1) {
                    break;
                }
                let last = m.tokens.end.min(end).max(next + 1);
                next = self.explained(m, last, end).unwrap_or(last);
                let joined = self.continues(next, end) && !self.parts_from_person(start, m, next);
                self.take_name(&mut noun, index, m, joined);
                head = Some(last - 1);
                let closes = m.person().is_some() && !self.is_possessive(next) && !self.follower(next, end);
                if (closes || noun_ends_here(m) && !joined) && !self.is_cause(m.tokens.start) {
                    break;
                }
                continue;
            }
            if let Some((index, m)) = self.starting(next).find(|(_, m)| matches!(m.value, Value::Date(_))) {
                let opens = self.doc.tag(next) == Tag::DT; // "handed the editor A two-year term"
                let article = next == start + 1 && self.doc.tag(start) == Tag::DT;
                if (head.is_none() || article) && self.is_head(m, end) {
                    (head, next) = (Some(m.tokens.end - 1), m.tokens.end); // "a 15-YEAR-OLD was shot"
                    break;
                }
                if next > at && (opens || !self.date_inside(m.tokens.end, end)) {
                    break;
                }
                noun.dates.push(index);
                next = m.tokens.end.min(end).max(next + 1);
                continue;
            }
            if self.is_possessive(next) && head.is_some() {
                noun.owner = Some(at..next);
                (noun.person, noun.org) = (None, None);
                noun.inner_places.extend(noun.place.take());
                next += 1;
                continue;
            }
            if let Some(stop) = self.glossed(start, next, end) {
                next = stop;
                continue;
            }
            if let Some(stop) = self.quoted(next, end).filter(|_| next > start) {
                head = self.take_quoted(&mut noun, next + 1..stop - 1, head);
                next = stop;
                continue;
            }
            if !self.in_noun(next, start, end) || self.trailing(next, start, end) {
                break;
            }
            head = self.take_word(&mut noun, next, head);
            next += 1;
            if noun.pronoun {
                break;
            }
        }
        noun.head = head?;
        next = self.called(&mut noun, at, next, end).unwrap_or(next);
        (next > at && self.is_nominal(at..next, &noun)).then_some(Chunk { tokens: at..next, kind: Kind::Noun(noun) })
    }

    /// The head of the group after the word: the word itself, unless it only describes.
    fn take_word(&self, noun: &mut Noun, at: usize, head: Option<usize>) -> Option<usize> {
        let tag = self.doc.tag(at);
        if tag == Tag::PRPS {
            noun.owner = Some(at..at + 1);
        }
        noun.pronoun = tag == Tag::PRP || self.stands_alone(at);
        if tag.is_noun() {
            noun.inner_orgs.extend(noun.org);
            (noun.person, noun.org) = (None, None);
            noun.inner_places.extend(noun.place.take());
        }
        let heads = tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::PRP | Tag::CD | Tag::EX | Tag::DT);
        if heads || tag == Tag::VBG && self.verbal_noun(at) { Some(at) } else { head.or(Some(at)) }
    }

    /// "BOTH were forced into a van": a word for the persons told before, where no noun follows.
    fn stands_alone(&self, at: usize) -> bool {
        let persons = self.patterns.persons.pronouns.is_some_and(|class| self.doc.is(at, class));
        let next = self.doc.tag(at + 1);
        let verb = matches!(next, Tag::VBD | Tag::VBP | Tag::MD) || next.is_adverb();
        // "both attacks" reads like a verb, too.
        let noun = || self.patterns.tags_of(self.doc.word(at + 1))[0].is_noun();
        persons && self.doc.tag(at) == Tag::DT && verb && !noun()
    }

    /// A lone adjective ("shot dead") is no noun group; "the dead" and "two" are.
    fn is_nominal(&self, tokens: Range<usize>, noun: &Noun) -> bool {
        let named = noun.person.is_some() || noun.place.is_some() || noun.org.is_some() || noun.pronoun;
        named
            || !noun.dates.is_empty()
            || tokens.clone().any(|t| {
                self.doc.tag(t).is_noun() || matches!(self.doc.tag(t), Tag::DT | Tag::CD | Tag::PRPS | Tag::EX)
            })
            || tokens.clone().any(|t| self.doc.tag(t) == Tag::PRP)
    }

    fn take_name(&self, noun: &mut Noun, index: usize, m: &Mention, joined: bool) {
        noun.pronoun = false;
        match &m.value {
            Value::Person(_) | Value::Org { .. } if self.is_cause(m.tokens.start) => {}
            Value::Place(_) if self.is_cause(m.tokens.start) => noun.inner_places.push(index),
            Value::Person(_) => noun.person = Some(index),
            Value::Org { .. } => noun.org = Some(index),
            Value::Place(p) if p.form == PlaceForm::Demonym || joined => noun.inner_places.push(index),
            _ => noun.place = Some(index),
        }
    }

    /// A noun or possessive continues the group after a name.
    fn continues(&self, at: usize, end: usize) -> bool {
        at < end
            && (self.is_possessive(at)
                || self.doc.tag(at).is_noun()
                || self.doc.tag(at).is_adjective()
                || self.starting(at).any(|(_, m)| m.person().is_some())
                || self.is_hyphen(at) && self.doc.tokens[at].glued)
    }

    pub(super) fn is_possessive(&self, at: usize) -> bool {
        (self.doc.tag(at) == Tag::POS || self.is_clitic(at)) && self.doc.norm(at).starts_with('\'')
    }

    fn in_noun(&self, at: usize, start: usize, end: usize) -> bool {
        let tag = self.doc.tag(at);
        let first = at == start;
        let opened = at >= start + 2 && matches!(self.doc.norm(at - 2), "a" | "an"); // "a record 81 people"
        if tag == Tag::CD && !first && !opened && self.doc.tag(at - 1) == Tag::NN && self.counts_next(at, start) {
            return false;
        }
        if self.range(at, start, end)
            || tag.is_noun()
            || tag.is_adjective()
            || tag == Tag::CD
            || self.hyphenated(at, end)
        {
            return true;
        }
        match tag {
            Tag::DT | Tag::PDT | Tag::PRP | Tag::PRPS | Tag::EX => first || self.doc.tag(at - 1) == Tag::PDT,
            Tag::VBG if self.verbal_noun(at) => true,
            Tag::VBN | Tag::VBD if self.nominal_participle(at, start, end) => true,
            Tag::VBN | Tag::VBG | Tag::VBD => self.modifier_inside(at, start, end),
            Tag::RB if first => {
                at + 2 < end
                    && !self.acts_before(at)
                    && matches!(self.doc.tag(at + 1), Tag::VBN | Tag::VBD | Tag::JJ)
                    && self.doc.tag(at + 2) == Tag::NNS
            }
            Tag::RB | Tag::RBR | Tag::RBS => {
                !first && at + 1 < end && (self.doc.tag(at + 1).is_adjective() || self.doc.tag(at + 1) == Tag::VBN)
            }
            _ if self.scare_quote(at) => !first && at + 1 < end && self.in_noun(at + 1, start, end),
            _ if self.is_hyphen(at) => {
                !first && self.doc.tokens[at].glued && at + 1 < end && self.doc.tokens[at + 1].glued
            }
            _ => {
                !first
                    && at >= 2
                    && self.is_hyphen(at - 1)
                    && self.doc.tokens[at].glued
                    && self.doc.tokens[at - 1].glued
            }
        }
    }
}

/// The word's auxiliary class ("be", "have", ...).
pub fn auxiliary<'p>(doc: &Document, patterns: &'p Patterns, at: usize) -> Option<&'p str> {
    let hit = doc.hit(at, patterns.classes.auxiliaries?)?;
    patterns.lexicon.entry(hit.entry).map(|e| e.value.as_str())
}
