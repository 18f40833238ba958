//! Noun group -> argument: who it is, how it is described, how many, what kind.

use crate::document::{Document, Tag};
use crate::frames::Argument;
use crate::frames::syntax::chunk::{Chunk, Kind, Noun};
use crate::frames::syntax::clause::Clause;
use crate::mentions::{Mention, Place, PlaceForm, Value};
use crate::patterns::Patterns;
use std::ops::Range;

/// Digits of a time of day or year ("at 1810"): no count of people.
const CLOCK: usize = 4;

/// Words behind "head of" among which the body is named.
const LED: usize = 6;

/// What sort of being a noun group stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A named person.
    Named,
    /// People by role ("journalist"), in `people.csv` as role.
    Role,
    /// People without a role ("three men").
    Generic,
    /// Relatives ("his wife").
    Kin,
    /// Those who attack ("gunmen").
    Attacker,
    /// Suspects.
    Suspect,
    /// Police, army, state bodies.
    Force,
    /// he, she, they.
    Pronoun,
    /// An organisation.
    Org,
    /// A country or its capital standing for its government.
    State,
    /// A building, vehicle or other thing that can be attacked.
    Structure,
    /// A weapon.
    Weapon,
    /// Anything else.
    Other,
}

impl Sort {
    /// Can be a victim by itself.
    pub fn is_human(self) -> bool {
        use Sort::*;
        matches!(self, Named | Role | Generic | Kin | Attacker | Suspect | Force | Pronoun)
    }

    /// Can attack.
    pub fn can_act(self) -> bool {
        self.is_human() || matches!(self, Sort::Org | Sort::State)
    }
}

impl Argument {
    /// The folded word right before the phrase, its article if it has one; empty at the start of the text.
    pub fn word_before<'d>(&self, doc: &'d Document) -> &'d str {
        self.tokens.start.checked_sub(1).map_or("", |t| doc.norm(t))
    }
}

/// Reads noun groups.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The document.
    pub doc: &'a Document<'a>,
    /// All mentions.
    pub mentions: &'a [Mention],
    /// Word classes.
    pub patterns: &'a Patterns,
}

impl<'a> Reader<'a> {
    /// What the noun group stands for.
    pub fn sort(&self, chunk: &Chunk) -> Sort {
        let Some(noun) = chunk.noun() else { return Sort::Other };
        if noun.person.is_some() {
            return Sort::Named;
        }
        if noun.pronoun {
            let human = !matches!(self.doc.norm(noun.head), "it" | "this" | "that" | "there" | "itself");
            return if human { Sort::Pronoun } else { Sort::Other };
        }
        if noun.org.is_some() {
            return Sort::Org;
        }
        match noun.place {
            Some(place) if self.is_building(chunk, noun, place) => Sort::Structure,
            Some(place) if self.governs(place) => Sort::State,
            Some(_) => Sort::Other,
            None => self.sort_of_head(chunk, noun),
        }
    }

    /// A country, a capital, a people: what can stand for a government. Towns and streets do nothing.
    fn governs(&self, place: usize) -> bool {
        let Some(value) = self.mentions.get(place).and_then(Mention::place) else { return false };
        let wide = |p: &Place| matches!(p.kind, "country" | "capital" | "region" | "admin1");
        value.form != PlaceForm::Name || value.place.as_ref().is_some_and(wide)
    }

    /// "the Orrin hotel": a building with a name of its own, not a town that stands for a government.
    fn is_building(&self, chunk: &Chunk, noun: &Noun, place: usize) -> bool {
        let found = self.mentions.get(place).and_then(Mention::place).and_then(|p| p.place.as_ref());
        let facility = found.is_none_or(|p| p.kind == "facility");
        facility && self.value_at_head(chunk, noun.head, self.patterns.classes.structures).is_some()
    }

    /// What the noun group at a chunk stands for; "two of his guards", "members of the army" are what follows "of".
    pub fn sort_at(&self, clause: Clause, at: usize) -> Sort {
        // "a crowd OF SEVERAL HUNDRED": the number says nothing more of them.
        let number = |k: &usize| clause.noun(*k).is_some_and(|n| self.is_number(n.head));
        match self.whole(clause, at).filter(|k| !number(k) || self.is_body(clause, at)) {
            Some(inner) => match self.sort(&clause.chunks[inner]) {
                Sort::Structure if !self.belonging(clause, at) => Sort::Structure,
                Sort::Org | Sort::State | Sort::Structure => Sort::Generic,
                // "members of the 3d column": a part of some body.
                Sort::Other if self.belonging(clause, at) => Sort::Generic,
                sort => sort,
            },
            None => clause.chunks.get(at).map_or(Sort::Other, |c| self.sort(c)),
        }
    }

    /// "members", "elements": people who belong to what follows.
    fn belonging(&self, clause: Clause, at: usize) -> bool {
        let value = |c: &Chunk| self.value_at_head(c, c.noun()?.head, self.patterns.classes.partitives);
        clause.chunks.get(at).and_then(value) == Some("people")
    }

    /// The group after "of" that a counting or grouping head stands for.
    pub fn whole(&self, clause: Clause, at: usize) -> Option<usize> {
        let chunk = clause.chunks.get(at)?;
        let noun = chunk.noun().filter(|n| n.person.is_none() && n.org.is_none())?;
        let class = self.patterns.classes.partitives?;
        let counts = self.doc.is(noun.head, class) || self.doc.tag(noun.head) == Tag::CD;
        let of = clause.chunks.get(at + 1).filter(|c| c.is_prep())?.tokens.start;
        let inner = clause.noun(at + 2).map(|_| at + 2);
        inner.filter(|_| counts && self.doc.norm(of) == "of")
    }

    /// "the BODY of X": what is left of somebody.
    pub fn is_body(&self, clause: Clause, at: usize) -> bool {
        clause.noun(at).is_some_and(|n| self.holds(n.head..n.head + 1, self.patterns.classes.remains))
    }

    /// The argument at a chunk, with the phrase that a counting head stands for.
    pub fn argument_at(&self, clause: Clause, at: usize) -> Argument {
        let mut argument = self.argument(&clause.chunks[at]);
        if let Some(inner) = self.whole(clause, at) {
            if self.is_body(clause, at) && self.sort(&clause.chunks[inner]).is_human() {
                let count = self.count(&clause.chunks[at]).or(argument.count);
                let whose = self.argument_at(clause, inner); // "the body of X" is X
                return Argument { count: count.filter(|&n| n > 1).or(whose.count), ..whose };
            }
            argument.tokens.end = clause.chunks[inner].tokens.end;
            argument.span = self.doc.span(argument.tokens.clone());
            argument.sort = self.sort_at(clause, at);
            argument.description = self.description(&argument.tokens, None);
            argument.kind = if argument.kind == "unknown" { "group" } else { argument.kind };
        }
        argument
    }

    fn sort_of_head(&self, chunk: &Chunk, noun: &Noun) -> Sort {
        let classes = self.patterns.classes;
        let weapon = self.hit_at_head(chunk, noun.head, classes.weapons).map(|(from, _)| from);
        if self.leads(noun.head) {
            return Sort::Role;
        }
        // "nerve agent": the longer entry tells.
        let people = self.hit_at_head(chunk, noun.head, classes.people);
        if let Some((_, value)) = people.filter(|(from, _)| weapon.is_none_or(|w| w >= *from)) {
            return match value {
                "role" => Sort::Role,
                "kin" => Sort::Kin,
                "attacker" => Sort::Attacker,
                "suspect" => Sort::Suspect,
                "force" => Sort::Force,
                _ => Sort::Generic,
            };
        }
        if weapon.is_some() {
            return Sort::Weapon;
        }
        if self.value_at_head(chunk, noun.head, classes.structures).is_some() {
            return Sort::Structure;
        }
        if let Some(sort) = self.before_name(chunk, noun.head) {
            return sort;
        }
        let demonym = noun.inner_places.iter().any(|&p| self.mentions[p].tokens.contains(&noun.head));
        // "1600", not "five".
        let digits = self.doc.norm(noun.head).bytes().all(|b| b.is_ascii_digit());
        let clock =
            digits && self.doc.norm(noun.head).len() == CLOCK && (chunk.tokens.len() == 1 || self.at_about(chunk));
        let number = self.doc.tag(noun.head) == Tag::CD && !clock && self.count(chunk).is_some_and(|n| n < 1900);
        if demonym || number || self.stands_for_name(chunk) { Sort::Generic } else { Sort::Other }
    }

    /// "A THIRD, X, was shot", "ANOTHER, X,": no noun, but one more of those told of, whose name follows.
    fn stands_for_name(&self, chunk: &Chunk) -> bool {
        let end = chunk.tokens.end;
        let plain = chunk.tokens.clone().all(|t| self.doc.tag(t).is_adjective() || self.doc.tag(t) == Tag::DT);
        let name = |m: &Mention| m.tokens.start == end + 1 && m.person().is_some();
        plain && self.doc.text(end) == "," && self.mentions[self.inside(&(end + 1..end + 2))].iter().any(name)
    }

    /// "AT APPROXIMATELY 1600": no number of people.
    fn at_about(&self, chunk: &Chunk) -> bool {
        let at = chunk.tokens.start.checked_sub(1).is_some_and(|t| self.doc.norm(t) == "at");
        at && self.holds(chunk.tokens.start..chunk.tokens.start + 1, self.patterns.classes.approximators)
    }

    /// "the HEAD OF an organisation", not of a man or a statue.
    fn leads(&self, head: usize) -> bool {
        let of = self.holds(head..head + 1, self.patterns.classes.heads) && self.doc.norm(head + 1) == "of";
        let body = |t: &usize| self.holds(*t..*t + 1, self.patterns.classes.org_heads);
        let group = head + 2..head + 2 + LED;
        let listed = |m: &Mention| matches!(m.value, Value::Org { .. }) && group.contains(&m.tokens.start);
        of && (group.clone().any(|t| body(&t)) || self.mentions[self.inside(&group)].iter().any(listed))
    }

    /// "journalist ADAM PLAIN": a role before capitalised words that no list of names knows.
    fn before_name(&self, chunk: &Chunk, head: usize) -> Option<Sort> {
        let name = (chunk.tokens.start..=head).rev().take_while(|&t| self.doc.tag(t) == Tag::NNP).count();
        let role = (head + 1).checked_sub(name + 1).filter(|&t| name > 0 && chunk.tokens.contains(&t))?;
        let value = self.value_at_head(chunk, role, self.patterns.classes.people)?;
        (value == "role").then_some(Sort::Role)
    }

    /// Value of the entry of the class that ends at the head.
    fn value_at_head(
        &self,
        chunk: &Chunk,
        head: usize,
        class: Option<crate::patterns::lexicon::ClassId>,
    ) -> Option<&str> {
        self.hit_at_head(chunk, head, class).map(|(_, value)| value)
    }

    /// The entry of the class that ends with the head: its first token and its value.
    fn hit_at_head(
        &self,
        chunk: &Chunk,
        head: usize,
        class: Option<crate::patterns::lexicon::ClassId>,
    ) -> Option<(usize, &str)> {
        let class = class?;
        // "two PASSERS-by": the entry goes on behind the head.
        let tail = |from: usize| (head + 1..from).next().is_none_or(|t| self.doc.norm(t) == "-" && from == t + 2);
        let ends =
            |at: usize| self.doc.hit(at, class).filter(|h| at + h.len as usize > head && tail(at + h.len as usize));
        let (from, hit) = (chunk.tokens.start..=head).find_map(|at| Some((at, ends(at)?)))?;
        self.patterns.lexicon.entry(hit.entry).map(|e| (from, e.value.as_str()))
    }

    /// An entry of the class stands in the group.
    pub fn has_class(&self, chunk: &Chunk, class: crate::patterns::lexicon::ClassId) -> bool {
        self.holds(chunk.tokens.clone(), Some(class))
    }

    /// An entry of the class begins at the token.
    pub fn is(&self, token: usize, class: Option<crate::patterns::lexicon::ClassId>) -> bool {
        class.is_some_and(|class| self.doc.is(token, class))
    }

    /// An entry of the class begins among the tokens.
    pub fn holds(&self, tokens: Range<usize>, class: Option<crate::patterns::lexicon::ClassId>) -> bool {
        class.is_some_and(|class| tokens.into_iter().any(|t| self.doc.is(t, class)))
    }

    /// The tokens of a sentence; none beyond the last.
    pub fn sentence(&self, number: usize) -> Range<usize> {
        self.doc.sentences.get(number).map_or(0..0, |s| s.tokens.clone())
    }

    /// The value of the entry of the class that begins here.
    pub fn value(&self, token: usize, class: crate::patterns::lexicon::ClassId) -> Option<&'a str> {
        let hit = self.doc.hit(token, class);
        hit.and_then(|h| self.patterns.lexicon.entry(h.entry)).map(|e| e.value.as_str())
    }

    /// The word's auxiliary class ("be", "have", ...).
    pub fn auxiliary(&self, token: usize) -> Option<&str> {
        crate::frames::syntax::chunker::auxiliary(self.doc, self.patterns, token)
    }

    /// Indices of the mentions that begin in the tokens.
    pub fn inside(&self, tokens: &Range<usize>) -> Range<usize> {
        let before = |end: usize| self.mentions.partition_point(|m| m.tokens.start < end);
        let from = before(tokens.start);
        from..before(tokens.end).max(from)
    }

    /// A colon, of all stops.
    pub fn is_colon(&self, chunk: &Chunk) -> bool {
        matches!(chunk.kind, Kind::Stop) && self.doc.text(chunk.tokens.start) == ":"
    }

    /// The verb reports what was said.
    pub fn reports(&self, token: usize) -> bool {
        self.patterns.classes.reporting.is_some_and(|class| self.doc.is(token, class))
    }

    /// The verb tells what police and courts did with a suspect.
    pub fn in_court(&self, token: usize) -> bool {
        self.patterns.classes.court.is_some_and(|class| self.doc.is(token, class))
    }

    /// The group names a weapon.
    pub fn weapon(&self, chunk: &Chunk) -> bool {
        self.patterns.classes.weapons.is_some_and(|class| self.has_class(chunk, class))
    }

    /// "the minister's CAR": a weapon in other sentences, here what is attacked.
    pub fn vehicle(&self, clause: Clause, at: usize) -> bool {
        let structure = |c: &Chunk| self.value_at_head(c, c.noun()?.head, self.patterns.classes.structures);
        clause.chunks.get(at).is_some_and(|c| self.sort(c) == Sort::Weapon && structure(c).is_some())
    }

    /// The method that the weapon at the group's head implies.
    pub fn weapon_method(&self, chunk: &Chunk) -> Option<&str> {
        self.value_at_head(chunk, chunk.noun()?.head, self.patterns.classes.weapons)
    }

    /// The argument for a noun chunk.
    pub fn argument(&self, chunk: &Chunk) -> Argument {
        let noun = chunk.noun();
        let person = noun.and_then(|n| n.person).and_then(|p| self.mentions.get(p));
        let value = person.and_then(Mention::person);
        let org = noun.and_then(|n| n.org).and_then(|o| self.mentions.get(o));
        let place = noun.and_then(|n| n.place).and_then(|p| self.mentions.get(p));
        let name = value
            .map(|v| v.name.clone())
            .or_else(|| org.map(|o| name_of(o, self.doc)))
            .or_else(|| place.map(|p| name_of(p, self.doc)));
        let tokens = self.trimmed(chunk);
        Argument {
            span: self.doc.span(tokens.clone()),
            entity: value.map(|v| v.entity),
            name,
            description: self.description(&tokens, person),
            kind: self.kind(chunk),
            count: self.count(chunk),
            sort: self.sort(chunk),
            tokens,
        }
    }

    /// Without a leading article or possessive marker.
    fn trimmed(&self, chunk: &Chunk) -> Range<usize> {
        let drop = matches!(self.doc.tag(chunk.tokens.start), Tag::DT | Tag::PDT) && chunk.tokens.len() > 1;
        chunk.tokens.start + usize::from(drop)..chunk.tokens.end
    }

    fn description(&self, tokens: &Range<usize>, person: Option<&Mention>) -> Option<String> {
        let end = person.map_or(tokens.end, |m| m.tokens.start);
        let flat = self.doc.span(tokens.start..end.max(tokens.start)).flat(&self.doc.article.text);
        (!flat.is_empty()).then_some(flat)
    }

    fn kind(&self, chunk: &Chunk) -> &'static str {
        match self.sort(chunk) {
            Sort::State | Sort::Force => "state",
            Sort::Org => "group",
            Sort::Named => "person",
            Sort::Other | Sort::Structure | Sort::Weapon => "unknown",
            _ if chunk.noun().is_some_and(|n| self.doc.tag(n.head) == Tag::NNS) => "group",
            _ => "person",
        }
    }
}

/// An organisation's or place's preferred name, else its text.
pub(super) fn name_of(m: &Mention, doc: &Document) -> String {
    match &m.value {
        Value::Org { name, .. } if !name.is_empty() => name.clone(),
        _ => m.span.flat(&doc.article.text),
    }
}
