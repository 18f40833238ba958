//! Where a verb's or noun's arguments stand among the chunks of its sentence.
//!
//! All indices are chunk indices. Searches pass over adverbs, dates, prepositional phrases, appositions and relative
//! clauses; they stop at quotation marks, semicolons and other finite verbs.

use super::chunk::{Chunk, Kind, Noun, Verb};

/// Chunks between two names of a list: ", 50, of TOWN, STATE,".
const LISTED: usize = 10;

/// The chunks of one sentence.
#[derive(Clone, Copy)]
pub struct Clause<'a> {
    /// Chunks in order.
    pub chunks: &'a [Chunk],
}

impl<'a> Clause<'a> {
    /// The noun group at a chunk.
    pub fn noun(&self, at: usize) -> Option<&'a Noun> {
        self.chunks.get(at)?.noun()
    }

    /// The verb group at a chunk.
    pub fn verb(&self, at: usize) -> Option<&'a Verb> {
        self.chunks.get(at)?.verb()
    }

    fn is(&self, at: usize, test: impl Fn(&Chunk) -> bool) -> bool {
        self.chunks.get(at).is_some_and(test)
    }

    /// A semicolon, colon or quotation mark.
    pub fn is_stop(&self, at: usize) -> bool {
        self.is(at, |c| matches!(c.kind, Kind::Stop))
    }

    /// who, which, that after a noun.
    pub fn relative(&self, at: usize) -> bool {
        self.is(at, |c| matches!(c.kind, Kind::Relative))
    }

    /// The noun group is governed by a preposition.
    pub fn in_phrase(&self, at: usize) -> bool {
        at > 0 && self.is(at - 1, Chunk::is_prep)
    }

    /// The grammatical subject of the verb at `at`.
    pub fn subject(&self, at: usize) -> Option<usize> {
        self.subject_within(at, 6)
    }

    fn subject_within(&self, at: usize, depth: u8) -> Option<usize> {
        if depth == 0 {
            return None;
        }
        if let Some(found) = self.adverbial(at, depth) {
            return found;
        }
        if let Some(noun) = self.reduced(at) {
            return Some(noun);
        }
        let mut j = at;
        while j > 0 {
            j -= 1;
            match &self.chunks[j].kind {
                Kind::Noun(_) if self.in_phrase(j) => j -= 1,
                Kind::Noun(_) if self.after_and_in_phrase(j) => j = j.saturating_sub(3),
                Kind::Noun(_) if self.object_of_participle(j) => j -= 1,
                Kind::Noun(_) => {
                    return match self.inside_relative(j) {
                        Some(relative) if relative + 1 < at => self.antecedent(relative),
                        _ => Some(self.base_of_apposition(j, at)),
                    };
                }
                Kind::Date(_) => j -= usize::from(self.in_phrase(j)),
                Kind::Comma => match self.before_aside(j) {
                    Some(k) => j = k + 1,
                    None => continue,
                },
                Kind::Relative => return self.antecedent(j),
                Kind::And => return self.shared_subject(j, depth),
                Kind::Verb(v) if self.controls(at) || v.gerund => return self.subject_within(j, depth - 1),
                Kind::Verb(_) => return None,
                Kind::Prep if j + 1 == at => return self.outer_subject(j, depth),
                Kind::Prep | Kind::Other => {}
                Kind::Stop | Kind::Opener => return None,
            }
        }
        None
    }

    /// "two men RIDING A MOTORCYCLE shot": the noun belongs to a participle that describes the noun before it.
    fn object_of_participle(&self, at: usize) -> bool {
        at >= 2 && self.verb(at - 1).is_some_and(|v| v.gerund) && self.noun(at - 2).is_some()
    }

    /// ", killing three": a gerund after a comma has the subject of the verb before; of a passive the agent is unknown.
    fn adverbial(&self, at: usize, depth: u8) -> Option<Option<usize>> {
        let gerund = self.verb(at).is_some_and(|v| v.gerund) && at > 0 && self.is(at - 1, Chunk::is_comma);
        let open = |k: &usize| !matches!(self.chunks[*k].kind, Kind::Stop);
        let verb = (0..at).rev().take_while(open).find(|&k| self.verb(k).is_some()).filter(|_| gerund)?;
        Some(if self.passive(verb) { None } else { self.subject_within(verb, depth - 1) })
    }

    /// "a report of a woman SHOT in the street": a participle right after its noun, when the clause has its verb already.
    fn reduced(&self, at: usize) -> Option<usize> {
        let noun = at.checked_sub(1).filter(|&k| self.noun(k).is_some() && self.in_phrase(k))?;
        let bare = self.verb(at).is_some_and(|v| v.bare) && self.object(at).is_none();
        let open = |k: &usize| !matches!(self.chunks[*k].kind, Kind::Stop | Kind::Opener | Kind::Comma);
        let main = (0..noun).rev().take_while(open).any(|k| self.verb(k).is_some());
        (bare && main).then_some(noun)
    }

    /// "after NP1 and NP2 VERB": NP2 belongs to the phrase, not to the verb.
    fn after_and_in_phrase(&self, at: usize) -> bool {
        at >= 3 && self.is(at - 1, Chunk::is_and) && self.noun(at - 2).is_some() && self.in_phrase(at - 2)
    }

    /// Infinitives, gerunds and bare participles take their subject from the verb before.
    fn controls(&self, at: usize) -> bool {
        self.verb(at).is_some_and(|v| v.infinitive || v.gerund || v.bare)
    }

    /// "NAME, 33, a NP2 of X, VERB": the subject is NAME. The apposition is closed by a comma before `end`.
    fn base_of_apposition(&self, at: usize, end: usize) -> usize {
        if self.noun(at).is_some_and(|n| n.person.is_some()) || !(at + 1..end).any(|k| self.is(k, Chunk::is_comma)) {
            return at;
        }
        let mut k = at;
        while k >= 2 && self.is(k - 1, Chunk::is_comma) {
            k -= 2;
            match self.noun(k) {
                Some(n) if n.person.is_some() || n.org.is_some() => return k,
                Some(_) if self.chunks[k].tokens.len() == 1 => {}
                Some(_) if self.in_phrase(k) && k >= 2 && self.noun(k - 2).is_some_and(|n| n.person.is_some()) => {
                    return k - 2;
                }
                _ => return at,
            }
        }
        at
    }

    /// "a storm THAT STRUCK THE COAST has killed": the noun belongs to a relative clause without commas.
    fn inside_relative(&self, at: usize) -> Option<usize> {
        let open = |k: &usize| !matches!(self.chunks[*k].kind, Kind::Stop | Kind::Comma);
        let verb = (0..at).rev().take_while(open).find(|&k| self.verb(k).is_some())?;
        let before = (0..verb).rev().find(|&k| !self.is(k, Chunk::is_other))?;
        matches!(self.chunks[before].kind, Kind::Relative).then_some(before)
    }

    /// The noun that a relative pronoun stands for: after a comma not the place that ends a phrase.
    pub fn antecedent(&self, relative: usize) -> Option<usize> {
        let aside = relative > 0 && self.is(relative - 1, Chunk::is_comma);
        let mut j = relative;
        while j > 0 {
            j -= 1;
            match &self.chunks[j].kind {
                Kind::Noun(n) if aside && n.place.is_some() && self.in_phrase(j) => j -= 1,
                Kind::Noun(_) if aside => return Some(self.base_of_apposition(j, relative)),
                Kind::Noun(_) if j >= 2 && self.is(j - 1, Chunk::is_comma) && self.names(j - 2) => return Some(j - 2),
                Kind::Noun(_) => return Some(j),
                Kind::Comma | Kind::Prep | Kind::Other | Kind::Date(_) => {}
                _ => return None,
            }
        }
        None
    }

    /// A comma that closes a relative clause or participle phrase: the chunk before the comma that opened it.
    fn before_aside(&self, close: usize) -> Option<usize> {
        let mut inside = (0..close).rev().take_while(|&k| !matches!(self.chunks[k].kind, Kind::Stop));
        let open = inside.find(|&k| self.chunks[k].is_comma())?;
        let first = &self.chunks.get(open + 1)?.kind;
        let aside = match first {
            Kind::Relative => true,
            Kind::Verb(v) => v.gerund || v.bare,
            Kind::Prep => (open + 1..close).any(|k| self.verb(k).is_some()),
            // "NAME, a man who fled last year, was": an apposition with a clause of its own.
            Kind::Noun(_) => {
                open > 0
                    && self.names(open - 1)
                    && (open + 1..close).any(|k| self.is(k, |c| matches!(c.kind, Kind::Relative)))
            }
            _ => false,
        };
        (aside && open > 0).then(|| open - 1)
    }

    /// "was shot AND run over": the second verb shares the subject of the first.
    fn shared_subject(&self, and: usize, depth: u8) -> Option<usize> {
        let verb = self.coordinated_verb(and)?;
        self.subject_within(verb, depth - 1)
    }

    /// The verb that a conjunction joins to the one after it.
    fn coordinated_verb(&self, and: usize) -> Option<usize> {
        (0..and).rev().take_while(|&k| !matches!(self.chunks[k].kind, Kind::Stop)).find(|&k| self.verb(k).is_some())
    }

    /// The verb that the verb at `at` is coordinated with, when "and" (or a comma in a list) stands right before it.
    pub fn partner(&self, at: usize) -> Option<usize> {
        let mut j = at;
        while j > 0 && (self.is(j - 1, Chunk::is_other) || self.is(j - 1, Chunk::is_comma)) {
            j -= 1;
        }
        let listed = j < at && j > 0 && self.verb(j - 1).is_some();
        if j > 0 && self.is(j - 1, Chunk::is_and) {
            return self.coordinated_verb(j - 1);
        }
        listed.then(|| j - 1)
    }

    /// "X was found dead after being shot": the subject of the verb before the preposition, or, at the sentence's
    /// start, of the verb after the comma.
    fn outer_subject(&self, prep: usize, depth: u8) -> Option<usize> {
        let before = (0..prep)
            .rev()
            .take_while(|&k| !matches!(self.chunks[k].kind, Kind::Stop))
            .find(|&k| self.verb(k).is_some());
        match before {
            Some(verb) if self.passive(verb) => self.subject_within(verb, depth - 1),
            Some(verb) => {
                self.object(verb).filter(|_| self.accuses(prep)).or_else(|| self.subject_within(verb, depth - 1))
            }
            None if prep == 0 => self.subject_after(prep),
            None => (0..prep).rev().find(|&k| self.noun(k).is_some()),
        }
    }

    /// "accused X OF killing": the object does the killing.
    fn accuses(&self, prep: usize) -> bool {
        prep > 0 && self.noun(prep - 1).is_some() && !self.in_phrase(prep - 1)
    }

    fn subject_after(&self, prep: usize) -> Option<usize> {
        let comma = (prep..self.chunks.len()).find(|&k| self.chunks[k].is_comma())?;
        (comma + 1..self.chunks.len()).find(|&k| self.noun(k).is_some())
    }

    /// The direct object: the first noun group after the verb, before any preposition.
    pub fn object(&self, at: usize) -> Option<usize> {
        let next = self.chunks.iter().enumerate().skip(at + 1).find(|(_, c)| !c.is_other());
        next.filter(|(_, c)| c.noun().is_some()).map(|(k, _)| k)
    }

    /// Passive by its own form, by coordination with a passive, or because a bare participle has no object.
    pub fn passive(&self, at: usize) -> bool {
        let Some(verb) = self.verb(at) else { return false };
        if verb.passive {
            return true;
        }
        let base = !verb.auxiliary && !verb.infinitive && !verb.modal && !verb.gerund;
        if !verb.bare {
            // "was shot and run over": a participle that reads like a base form.
            let partner = self.partner(at).filter(|&p| p < at && base);
            return partner.is_some_and(|p| self.passive(p)) && self.object(at).is_none();
        }
        match self.partner(at) {
            Some(partner) if self.verb(partner).is_some_and(|v| v.passive) => true,
            Some(partner) if self.verb(partner).is_some_and(|v| v.bare) && partner != at => {
                self.object(at).is_none() && self.passive(partner)
            }
            _ => self.object(at).is_none(),
        }
    }

    /// Prepositional phrases after `at` up to the end of its clause: (preposition chunk, noun or date chunk).
    pub fn phrases_after(&self, at: usize) -> Vec<(usize, usize)> {
        let end = self.end_of_clause(at);
        (at + 1..end).filter(|&k| self.chunks[k].is_prep()).filter_map(|k| Some((k, self.governed(k)?))).collect()
    }

    /// The noun or date that the preposition governs.
    pub fn governed(&self, prep: usize) -> Option<usize> {
        let next = prep + 1;
        let fits = |c: &Chunk| c.noun().is_some() || matches!(c.kind, Kind::Date(_));
        if self.is(next, fits) {
            return Some(next);
        }
        (self.is(next, Chunk::is_prep) && self.is(next + 1, fits)).then_some(next + 1)
    }

    /// One past the last chunk of the clause that begins at `at`: the next finite verb, or a stop.
    pub fn end_of_clause(&self, at: usize) -> usize {
        let ends = |k: &usize| match &self.chunks[*k].kind {
            Kind::Stop | Kind::Opener => true,
            Kind::Verb(v) => !v.gerund && !v.infinitive,
            _ => false,
        };
        (at + 1..self.chunks.len()).find(ends).unwrap_or(self.chunks.len())
    }

    /// One past the last chunk whose place and date belong to the event at `at`: the next finite verb that is not
    /// coordinated with it ends its reach; a noun reaches over the verb of its own clause.
    pub fn reach(&self, at: usize, nominal: bool) -> usize {
        let finite = |k: &usize| self.verb(*k).is_some_and(|v| !v.gerund && !v.infinitive && !v.bare);
        let coordinated = |k: usize| {
            let before = (0..k).rev().find(|&j| !self.is(j, Chunk::is_other));
            before.is_some_and(|j| self.is(j, Chunk::is_and))
        };
        let mut verbs = (at + 1..self.chunks.len()).filter(finite).filter(|&k| !coordinated(k));
        verbs.nth(usize::from(nominal)).unwrap_or(self.chunks.len())
    }

    /// The noun group and those coordinated with it: "A, B and C". Stops before a noun that has a verb of its own.
    pub fn group(&self, at: usize) -> Vec<usize> {
        let mut out = vec![at];
        let mut k = at;
        while let Some(next) = self.joined(k) {
            out.push(next);
            k = next;
        }
        if out.len() == 1 {
            out.extend(self.listed_names(at, true).into_iter().filter(|&k| !self.has_own_verb(k)));
        }
        out
    }

    fn joined(&self, at: usize) -> Option<usize> {
        let mut k = at + 1;
        let mut comma = false;
        while self.is(k, Chunk::is_comma) || self.is(k, Chunk::is_and) {
            comma |= self.is(k, Chunk::is_comma);
            k += 1;
        }
        let noun = k > at + 1 && self.noun(k).is_some();
        let ends_list = !comma || self.list_goes_on(k);
        (noun && ends_list && !self.has_own_verb(k)).then_some(k)
    }

    /// After a comma a noun is a further member only when "and" still follows, or stood right before it.
    fn list_goes_on(&self, k: usize) -> bool {
        self.is(k - 1, Chunk::is_and)
            || (k..(k + 12).min(self.chunks.len()))
                .take_while(|&n| self.verb(n).is_none())
                .any(|n| self.is(n, Chunk::is_and))
    }

    fn has_own_verb(&self, at: usize) -> bool {
        let next = (at + 1..self.chunks.len()).find(|&k| !self.is(k, Chunk::is_other));
        next.and_then(|k| self.verb(k)).is_some_and(|v| !v.gerund && !v.infinitive && !v.bare)
    }

    /// As [`Clause::group`], for a subject: members may also stand before it.
    pub fn subject_group(&self, at: usize) -> Vec<usize> {
        let mut first = at;
        while let Some(before) = self.member_before(first) {
            first = before;
        }
        let mut out: Vec<usize> = (first..=at).filter(|&k| self.noun(k).is_some() && !self.in_phrase(k)).collect();
        if first == at {
            out.extend(self.group(at).into_iter().skip(1));
        }
        if out.len() == 1 {
            out.extend(self.listed_names(at, false));
            out.sort_unstable();
        }
        out
    }

    fn names(&self, at: usize) -> bool {
        self.noun(at).is_some_and(|n| n.person.is_some())
    }

    /// Names of a list with ages and home towns: "A, 37, of X, B, 20, and C". The neighbour of the name at `at`.
    fn listed_name(&self, at: usize, forward: bool) -> Option<(usize, bool)> {
        let (mut k, mut commas, mut and) = (at, 0, false);
        for _ in 0..LISTED {
            k = if forward { k + 1 } else { k.checked_sub(1)? };
            let chunk = self.chunks.get(k)?;
            match &chunk.kind {
                Kind::Comma => commas += 1,
                Kind::And => and = true,
                Kind::Noun(n) if n.person.is_some() && !self.in_phrase(k) => {
                    let apart = self.is(k - usize::from(forward), |_| true) && (commas > 0 || and);
                    return apart.then_some((k, and));
                }
                Kind::Noun(n) if chunk.tokens.len() <= 2 && (n.place.is_none() || self.in_phrase(k)) => {}
                Kind::Noun(n) if self.in_phrase(k) || n.place.is_some() && commas > 1 => {}
                Kind::Prep | Kind::Other => {}
                _ => return None,
            }
        }
        None
    }

    /// Further names of such a list; none unless "and" closes it.
    fn listed_names(&self, at: usize, forward: bool) -> Vec<usize> {
        let (mut out, mut k, mut closed) = (Vec::new(), at, false);
        while let Some((next, and)) = self.listed_name(k, forward).filter(|_| self.names(at)) {
            closed |= and;
            out.push(next);
            k = next;
        }
        if closed { out } else { Vec::new() }
    }

    fn member_before(&self, at: usize) -> Option<usize> {
        let and = at.checked_sub(1).filter(|&k| self.is(k, Chunk::is_and))?;
        let before = and.checked_sub(1).filter(|&k| self.noun(k).is_some() && !self.in_phrase(k))?;
        Some(before)
    }
}
