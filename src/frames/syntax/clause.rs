//! Where a verb's or noun's arguments stand among the chunks of its sentence.
//!
//! All indices are chunk indices. Searches pass over adverbs, dates, prepositional phrases, appositions and relative
//! clauses; they stop at quotation marks, semicolons and other finite verbs.

use crate::frames::syntax::chunk::{self, Chunk, Kind, Noun, Verb};
use crate::frames::syntax::series::Series;
use std::ops::Range;

/// The chunks of one sentence.
#[derive(Clone, Copy)]
pub struct Clause<'a> {
    /// Chunks in order.
    pub chunks: &'a [Chunk],
    /// Which noun groups belong together.
    pub series: &'a Series,
    /// Where main clauses begin, but for the first (`split.rs`).
    pub starts: &'a [usize],
}

/// Chunks within which an aside after a name ends.
const ASIDE: usize = 8;

impl<'a> Clause<'a> {
    /// The noun group at a chunk.
    pub fn noun(&self, at: usize) -> Option<&'a Noun> {
        self.chunks.get(at)?.noun()
    }

    /// The verb group at a chunk.
    pub fn verb(&self, at: usize) -> Option<&'a Verb> {
        self.chunks.get(at)?.verb()
    }

    pub(crate) fn is(&self, at: usize, test: impl Fn(&Chunk) -> bool) -> bool {
        self.chunks.get(at).is_some_and(test)
    }

    /// The main clause in which the chunk stands; what opens it is not in it.
    pub fn main(&self, at: usize) -> Range<usize> {
        let from = self.starts.iter().rev().find(|&&k| k <= at).map_or(0, |&k| k);
        let end = self.starts.iter().find(|&&k| k > at).map_or(self.chunks.len(), |&k| k - 1);
        from..end
    }

    /// The first chunk from `from` on that is no adverb or the like.
    pub fn next(&self, from: usize) -> Option<usize> {
        chunk::next(self.chunks, from)
    }

    /// The last chunk before `at` that is no adverb or the like.
    pub fn before(&self, at: usize) -> Option<usize> {
        (0..at).rev().find(|&k| !self.is(k, Chunk::is_other))
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

    /// The subject; of "X, whose phone was hacked" the phone.
    pub fn subject_nearby(&self, at: usize) -> Option<usize> {
        let beside = at.checked_sub(1).filter(|&k| self.noun(k).is_some() && k > 0 && self.relative(k - 1));
        beside.or_else(|| self.subject(at))
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
                Kind::Noun(_) if self.in_phrase(self.series.first(j)) => j = self.series.first(j) - 1,
                Kind::Noun(_) => match self.of_participle(j) {
                    Some(participle) => j = participle,
                    None => return self.outside_relative(j, at),
                },
                Kind::Date(_) => j -= usize::from(self.in_phrase(j)),
                Kind::Comma => match self.before_aside(j) {
                    // "the murder of A, 41, SHOT in May".
                    Some(k) if j + 1 == at && self.names(k) && self.befell(at) => return Some(k),
                    Some(k) => match self.serial_verb(k, j, at) {
                        Some(verb) => return self.subject_within(verb, depth - 1),
                        None => j = k + 1,
                    },
                    None => match self.listed_verb(j, at) {
                        Some(verb) => return self.subject_within(verb, depth - 1),
                        None => continue,
                    },
                },
                Kind::Relative => return self.antecedent(j),
                // "gunmen on two motorcycles AND IN A CAR opened fire".
                Kind::And if self.is(j + 1, Chunk::is_prep) && self.after_phrase(j) => {}
                Kind::And => return self.shared_subject(j, depth),
                Kind::Verb(v) if self.controls(at) || v.gerund => return self.subject_within(j, depth - 1),
                Kind::Verb(_) if self.postmodifies(j) => {}
                Kind::Verb(_) => return self.relative_before(j).and_then(|relative| self.antecedent(relative)),
                Kind::Prep if j + 1 == at => return self.outer_subject(j, depth),
                Kind::Prep | Kind::Other => {}
                Kind::Stop | Kind::Opener => return None,
            }
        }
        None
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
        let noun = at.checked_sub(1).filter(|&k| self.noun(k).is_some())?;
        let bare = self.befell(at);
        // "freedom for A, a journalist JAILED in May".
        if bare && self.series.base(noun) != noun && self.names(self.series.base(noun)) {
            return Some(self.series.base(noun));
        }
        let noun = Some(noun).filter(|&k| self.in_phrase(k))?;
        let open = |k: &usize| !matches!(self.chunks[*k].kind, Kind::Stop | Kind::Opener | Kind::Comma);
        let governs = |k: usize| self.verb(k).is_some_and(|v| v.bare) && k + 2 == noun;
        let main = (0..noun).rev().take_while(open).any(|k| self.verb(k).is_some() && !governs(k));
        (bare && main).then_some(noun)
    }

    /// Infinitives, gerunds and bare participles take their subject from the verb before.
    fn controls(&self, at: usize) -> bool {
        self.verb(at).is_some_and(|v| v.infinitive || v.gerund || v.bare)
    }

    /// "In an attack that occurred in LIMA A GROUP wounded": a new subject right after a phrase.
    pub(super) fn after_phrase(&self, at: usize) -> bool {
        at >= 2 && self.noun(at - 1).is_some() && self.in_phrase(at - 1)
    }

    /// "was shot AND run over": the second verb shares the subject of the first.
    fn shared_subject(&self, and: usize, depth: u8) -> Option<usize> {
        let verb = self.coordinated_verb(and)?;
        self.subject_within(verb, depth - 1)
    }

    /// "was lured abroad, WAS SEIZED there and": a finite verb right after a comma, with no other comma since the verb
    /// before, goes on with that verb's subject.
    fn listed_verb(&self, comma: usize, at: usize) -> Option<usize> {
        let beside = (comma + 1..at).all(|k| self.is(k, Chunk::is_other));
        let open = |k: &usize| self.in_clause(*k);
        (beside && self.acts(at)).then(|| (0..comma).rev().take_while(open).find(|&k| self.verb(k).is_some())).flatten()
    }

    /// "BROKE INTO a farm owned by A, a farmer, KILLED a guard": the verb whose phrases end before the aside.
    fn serial_verb(&self, end: usize, close: usize, at: usize) -> Option<usize> {
        let beside = (close + 1..at).all(|k| self.is(k, Chunk::is_other));
        let open = |k: &usize| self.in_clause(*k);
        let main = |k: &usize| self.verb(*k).is_some() && !self.postmodifies(*k);
        let verb = (0..end).rev().take_while(open).find(main)?;
        (beside && self.acts(at) && self.in_phrase(end) && self.is(verb + 1, Chunk::is_prep)).then_some(verb)
    }

    fn in_clause(&self, at: usize) -> bool {
        !matches!(self.chunks[at].kind, Kind::Stop | Kind::Opener | Kind::Relative | Kind::Comma)
    }

    /// A finite verb, or a form that may be a participle but has an object.
    pub fn acts(&self, at: usize) -> bool {
        self.verb(at).is_some_and(|v| v.is_finite() || v.bare && (self.object(at).is_some() || self.lends_object(at)))
    }

    /// A participle without an object: whom it stands beside, that befell.
    fn befell(&self, at: usize) -> bool {
        self.verb(at).is_some_and(|v| v.bare) && self.object(at).is_none() && !self.lends_object(at)
    }

    /// It tells of something, with a subject of its own: no infinitive or gerund.
    pub fn told(&self, at: usize) -> bool {
        self.verb(at).is_some_and(Verb::is_told)
    }

    /// The verb that a conjunction joins to the one after it: "forced it to land AND ARRESTED him" passes over the infinitive.
    fn coordinated_verb(&self, and: usize) -> Option<usize> {
        let at = self.next(and + 1);
        let next = at.and_then(|k| self.verb(k));
        let finite = next.is_some_and(|v| v.bare || v.passive || v.auxiliary);
        // "stopped a bus carrying miners AND SHOT them".
        let told = next.is_some_and(|v| !v.bare) || at.is_some_and(|k| self.acts(k));
        let unlike = |v: &Verb| finite && (v.infinitive && !v.passive || v.gerund && told);
        let open = |k: &usize| !matches!(self.chunks[*k].kind, Kind::Stop);
        let told = and.checked_sub(1).and_then(|comma| self.series.told_from(comma));
        let end = told.or_else(|| self.before_closed_relative(and)).unwrap_or(and);
        // "broke into the home of A, WHO WROTE POEMS, in Lima and shot him": no verb of a clause closed before.
        let closed = |k: usize| {
            let comma = (k..end).find(|&j| self.is(j, Chunk::is_comma));
            self.relative_before(k).is_some_and(|r| r > 0 && self.is(r - 1, Chunk::is_comma)) && comma.is_some()
        };
        let verbs = || (0..end).rev().take_while(open).filter(|&k| self.verb(k).is_some() && !closed(k));
        verbs().find(|&k| !self.verb(k).is_some_and(unlike)).or_else(|| verbs().next())
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

    /// The direct object: whom a relative pronoun before it stands for, or the first noun group after the verb, before any
    /// preposition.
    pub fn object(&self, at: usize) -> Option<usize> {
        if let Some(pronoun) = self.series.taken_by(at) {
            return self.antecedent(pronoun);
        }
        let first = self.next(at + 1)?;
        // "kidnapped today TWO ENGINEERS".
        let dated = self.is(first, Chunk::is_date) && self.noun(first + 1).is_some();
        let first = first + usize::from(dated && self.verb(first + 2).is_none());
        // "killed, apparently by mistake, NAME": adverbs between commas.
        let aside = self
            .next(first + 1)
            .filter(|&k| self.is(first, Chunk::is_comma) && k > first + 1 && self.is(k, Chunk::is_comma));
        let object = aside.and_then(|close| self.next(close + 1)).unwrap_or(first);
        self.noun(object).map(|_| object)
    }

    /// Passive by its own form, by coordination with a passive, or because a bare participle has no object.
    pub fn passive(&self, at: usize) -> bool {
        let Some(verb) = self.verb(at) else { return false };
        if verb.passive || verb.active || self.series.taken_by(at).is_some() {
            return verb.passive;
        }
        let base = !verb.auxiliary && !verb.infinitive && !verb.modal && !verb.gerund;
        if !verb.bare {
            // "was shot and run over": a participle that reads like a base form.
            let partner = self.partner(at).filter(|&p| p < at && base);
            return partner.is_some_and(|p| self.passive(p)) && self.object(at).is_none();
        }
        if self.lends_object(at) {
            return false;
        }
        match self.partner(at) {
            Some(partner) if self.verb(partner).is_some_and(|v| v.passive) => true,
            Some(partner) if self.verb(partner).is_some_and(|v| v.bare) && partner != at => {
                self.object(at).is_none() && self.passive(partner)
            }
            _ => self.object(at).is_none(),
        }
    }

    /// "have BEATEN and arrested the residents": the participle right behind "and" has the object.
    fn lends_object(&self, at: usize) -> bool {
        let next = self.next(at + 1).filter(|&k| self.is(k, Chunk::is_and)).and_then(|and| self.next(and + 1));
        next.is_some_and(|k| self.verb(k).is_some_and(|v| v.bare && !v.passive) && self.object(k) == Some(k + 1))
    }

    /// Prepositional phrases after `at` up to the end of its clause: (preposition chunk, noun or date chunk).
    pub fn phrases_after(&self, at: usize) -> Vec<(usize, usize)> {
        let end = self.end_of_clause(at);
        (at + 1..end).filter(|&k| self.chunks[k].is_prep()).filter_map(|k| Some((k, self.governed(k)?))).collect()
    }

    /// The noun or date that the preposition governs.
    pub fn governed(&self, prep: usize) -> Option<usize> {
        let next = prep + 1;
        let fits = |c: &Chunk| c.noun().is_some() || c.is_date();
        if self.is(next, fits) {
            return Some(next);
        }
        (self.is(next, Chunk::is_prep) && self.is(next + 1, fits)).then_some(next + 1)
    }

    /// One past the last chunk of the clause that begins at `at`: the next finite verb, or a stop.
    pub fn end_of_clause(&self, at: usize) -> usize {
        let ends = |k: &usize| match &self.chunks[*k].kind {
            Kind::Stop | Kind::Opener => true,
            Kind::Verb(v) => v.is_told(),
            _ => false,
        };
        (at + 1..self.chunks.len()).find(ends).unwrap_or(self.chunks.len())
    }

    /// One past the last chunk whose place and date belong to the event at `at`: the next finite verb that is not
    /// coordinated with it ends its reach; a noun reaches over the verb of its own clause. `passed`: verbs that do not count.
    pub fn reach(&self, at: usize, nominal: bool, passed: impl Fn(usize) -> bool) -> usize {
        let finite = |k: &usize| self.verb(*k).is_some_and(Verb::is_finite);
        let coordinated = |k: usize| self.before(k).is_some_and(|j| self.is(j, Chunk::is_and));
        let mut verbs = (at + 1..self.chunks.len()).filter(finite).filter(|&k| !coordinated(k) && !passed(k));
        verbs.nth(usize::from(nominal)).unwrap_or(self.chunks.len())
    }

    /// The person that the noun group describes or is, and those coordinated with it: "A, B and C". Stops before a
    /// group that has a verb of its own.
    pub fn group(&self, at: usize) -> Vec<usize> {
        let base = self.series.base(at);
        let further = self.series.members(at).iter().copied().filter(|&k| k > base);
        std::iter::once(base).chain(further.take_while(|&k| !self.has_own_verb(k))).collect()
    }

    /// The beginning of [`Clause::group`] up to the first phrase or date: of "A and B in M, C in N" A and B.
    pub fn run(&self, at: usize) -> Vec<usize> {
        let mut out: Vec<usize> = Vec::new();
        for next in self.group(at) {
            let set = |k: usize| self.is(k, |c| c.is_prep() || c.is_date());
            if out.last().is_some_and(|&before| (before..next).any(set)) {
                break;
            }
            out.push(next);
        }
        out
    }

    fn has_own_verb(&self, at: usize) -> bool {
        let close = (at + 2..at + ASIDE).find(|&k| self.is(k, |c| !c.is_prep() && c.noun().is_none() && !c.is_other()));
        // "and B, also a member of the Party, WAS SENTENCED".
        let aside = close.filter(|&k| self.is(at + 1, Chunk::is_comma) && self.is(k, Chunk::is_comma));
        let verb = self.next(aside.unwrap_or(at) + 1);
        // "kidnapping two guards, JUDGE B CHARGED three men": no "and" joins the judge to the guards.
        let joined = !self.is(at - 1, Chunk::is_comma);
        verb.is_some_and(|k| self.verb(k).is_some_and(|v| v.is_finite() || v.active) || !joined && self.acts(k))
    }

    /// As [`Clause::group`], for a subject: all members of its series.
    pub fn subject_group(&self, at: usize) -> Vec<usize> {
        let members = self.series.members(at);
        if members.is_empty() { vec![self.series.base(at)] } else { members.to_vec() }
    }

    pub(crate) fn names(&self, at: usize) -> bool {
        self.noun(at).is_some_and(|n| n.person.is_some())
    }
}
