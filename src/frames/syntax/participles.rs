//! Is a participle the verb of its clause, or does it describe the noun after it? Part of the chunker.

use crate::document::Tag;
use crate::frames::syntax::chunk::{Chunk, Kind, Verb};
use crate::frames::syntax::chunker::Chunker;

impl Chunker<'_> {
    /// "He SHOT down every ball": after such a pronoun no participle stands alone.
    pub(super) fn after_subject_pronoun(&self, at: usize) -> bool {
        let subject = |t: usize| self.patterns.classes.subjects.is_some_and(|class| self.doc.is(t, class));
        at > 0 && subject(at - 1)
    }

    /// "was STRIP-SEARCHED", "were MACHINE-GUNNED".
    pub(super) fn compound_participle(&self, at: usize, end: usize) -> bool {
        at + 2 < end && self.hyphenated(at, end) && matches!(self.doc.tag(at + 2), Tag::VBN | Tag::VBD)
    }

    /// A participle that belongs to the noun after it: "suspected gunmen", "a wounded man".
    pub(super) fn modifies_noun(&self, at: usize, end: usize, before: &[Chunk]) -> bool {
        let last = before.last();
        let participle = matches!(self.doc.tag(at), Tag::VBN | Tag::VBG | Tag::VBD);
        let after_noun = last.is_some_and(|c| c.noun().is_some() || matches!(c.kind, Kind::Relative));
        if !participle
            || after_noun
            || after_subject(before)
            || self.has_subject(at, before)
            || self.auxiliary(at).is_some()
            || at + 1 >= end
        {
            return false;
        }
        let next = at + 1;
        // "Also arrested LAST YEAR was X".
        if self.starting(next).any(|(_, m)| m.date().is_some_and(|d| d.class == "DATE")) {
            return false;
        }
        let dead = self.patterns.classes.deadly.is_some_and(|class| self.doc.is(next, class));
        if dead && self.doc.tag(next).is_adjective() && !(next + 1 < end && self.doc.tag(next + 1).is_noun()) {
            return false; // "the mayor, SHOT DEAD on Monday"
        }
        if self.taken_captive(at, end) {
            return false;
        }
        if self.verbal_noun(at) && !last.is_some_and(Chunk::is_prep) {
            return true;
        }
        let noun = self.doc.tag(next).is_noun() || self.doc.tag(next).is_adjective();
        let people = self.patterns.classes.people.is_some_and(|class| self.doc.is(next, class));
        let governs = |c: &Chunk| c.is_prep() || c.is_and() || c.is_comma() && people;
        let gerund_with_object = self.doc.tag(at) == Tag::VBG && last.is_some_and(governs);
        let and_verb = last.is_some_and(Chunk::is_and);
        // "a friend of SLAIN Ruritanian leader X", "JAILED Ruritanian editor X with his wife".
        let governed =
            self.doc.tag(at) != Tag::VBG && last.is_none_or(|c| self.governs_noun(c)) && self.ends_in_name(next, end);
        let named = self.is_name_token(next) && !self.doubted(at) && !governed;
        noun && !named && !gerund_with_object && !and_verb
    }

    /// "Ruritanian opposition leader X": nothing but nouns and adjectives before somebody's name.
    fn ends_in_name(&self, at: usize, end: usize) -> bool {
        let part = |t: &usize| self.doc.tag(*t).is_noun() || self.doc.tag(*t).is_adjective() || self.is_name_token(*t);
        (at..end).take_while(part).any(|t| t > at && self.is_person(t))
    }

    /// A preposition behind which no finite verb stands.
    fn governs_noun(&self, last: &Chunk) -> bool {
        let word = self.doc.norm(last.tokens.start);
        last.is_prep()
            && last.tokens.len() == 1
            && matches!(word, "of" | "with" | "by" | "for" | "from" | "against" | "about")
    }

    /// "Police BRIEFLY detained reporters": an adverb right behind a subject belongs to the verb.
    pub(super) fn acts_before(&self, at: usize) -> bool {
        let verb = matches!(self.doc.tag(at + 1), Tag::VBD | Tag::VBN);
        let subject = |t: usize| self.doc.tag(t).is_noun() || matches!(self.doc.tag(t), Tag::PRP | Tag::WP | Tag::WDT);
        verb && at.checked_sub(1).is_some_and(subject)
    }

    /// "a 23-year-old GHANAIAN reporter".
    pub(super) fn describes(&self, at: usize) -> bool {
        let more = || self.is_person(at + 1) || self.describes(at + 1);
        self.doc.tag(at).is_noun() || self.doc.tag(at).is_adjective() && more()
    }

    /// A verb stands here, or behind adverbs and the like: "were EACH sentenced".
    pub(super) fn verb_follows(&self, at: usize, end: usize) -> bool {
        (at..end.min(at + 3))
            .take_while(|&i| {
                let passed = self.doc.norm(i) == "not" || i == at && (self.doc.is_reflexive(i) || self.quantifies(i));
                self.doc.tag(i).is_adverb() || self.is_verb_token(i) || passed
            })
            .any(|i| self.is_verb_token(i))
    }

    /// "by ALLEGED ELN guerrillas", "of SUSPECTED Boko Haram fighters": doubt before the name of a group or people.
    fn doubted(&self, at: usize) -> bool {
        let class = self.patterns.classes.modality.and_then(|class| self.doc.hit(at, class));
        class.is_some_and(|hit| hit.len == 1) && !self.is_person(at + 1)
    }

    /// "shot DEAD lawyer X": what came of the act, not what the lawyer was before it.
    pub(super) fn outcome(&self, at: usize, last: Option<&Chunk>) -> bool {
        let class = self.patterns.classes.deadly;
        let past = |v: &Verb| matches!(self.doc.tag(v.head), Tag::VBD | Tag::VBN);
        self.doc.tag(at).is_adjective()
            && class.is_some_and(|class| self.doc.is(at, class))
            && last.and_then(Chunk::verb).is_some_and(past)
    }

    /// ", all died", "A and B each received", "A HIMSELF was shot": what has left its noun group.
    pub(super) fn floats(&self, at: usize, end: usize, last: Option<&Chunk>) -> bool {
        let noun = last.is_some_and(|c| c.noun().is_some());
        let floats =
            self.quantifies(at) && (noun || last.is_some_and(Chunk::is_comma)) || self.doc.is_reflexive(at) && noun;
        floats && at + 1 < end && self.doc.tag(at + 1).is_verb()
    }

    /// "all", "both", "each".
    pub(super) fn quantifies(&self, at: usize) -> bool {
        self.patterns.classes.floating.is_some_and(|class| self.doc.is(at, class))
    }

    /// "four-year", "a four-year".
    pub(super) fn counts(&self, at: usize) -> bool {
        let number = at + usize::from(matches!(self.doc.norm(at), "a" | "an"));
        self.doc.tag(number) == Tag::CD
    }

    /// "Smith CRITIC X": a noun of a person between two names.
    pub(super) fn follower(&self, at: usize, end: usize) -> bool {
        let people = self.patterns.classes.people.is_some_and(|class| self.doc.is(at, class));
        people && self.doc.tag(at) == Tag::NN && at + 1 < end && self.is_person(at + 1)
    }

    /// A participle inside a noun group stands after an article, adjective or number and before a noun.
    pub(super) fn modifier_inside(&self, at: usize, start: usize, end: usize) -> bool {
        let hyphen = at >= 1 && self.is_hyphen(at - 1) && self.doc.tokens[at].glued;
        let next = at + 1;
        let opened = at == start || {
            let before = self.doc.tag(at - 1);
            matches!(before, Tag::DT | Tag::PDT | Tag::PRPS | Tag::CD | Tag::POS | Tag::VBN | Tag::VBG)
                || before.is_adjective()
                || before.is_adverb()
        };
        hyphen
            || opened
                && next < end
                && (self.doc.tag(next).is_noun() || self.doc.tag(next).is_adjective())
                && !self.is_person(next)
                && !self.taken_captive(at, end)
    }

    /// "X, HELD HOSTAGE by rebels": what the participle made of X, no "freed hostage".
    fn taken_captive(&self, at: usize, end: usize) -> bool {
        let next = at + 1;
        let captive = self.patterns.classes.captives.is_some_and(|class| self.doc.is(next, class));
        let before = at.checked_sub(1).map(|t| self.doc.tag(t));
        let described = before.is_some_and(|t| matches!(t, Tag::DT | Tag::PRPS | Tag::CD));
        let opens = self.doc.sentences.get(self.doc.sentence_number(at)).is_some_and(|s| s.tokens.start == at);
        let goes_on = next + 1 < end && self.doc.tag(next + 1).is_noun();
        captive && self.doc.tag(next) != Tag::NNS && !described && !opens && !goes_on
    }

    /// A finite verb after a complete one begins a group of its own ("said shot").
    pub(super) fn breaks(&self, at: usize, main: Option<usize>) -> bool {
        let done = main.is_some_and(|m| self.auxiliary(m).is_none());
        done && !matches!(self.doc.tag(at), Tag::VBG) && self.doc.tag(at) != Tag::VBN
    }

    /// "Gunmen on Monday KILLED villagers", "The army, which holds X, KILLED villagers": a subject still waits for its verb.
    fn has_subject(&self, at: usize, before: &[Chunk]) -> bool {
        let passed = before.last().is_some_and(|c| matches!(c.kind, Kind::Date(_) | Kind::Other | Kind::Comma));
        let class = self.patterns.classes.reporting;
        let reports = |v: &Verb| class.is_some_and(|class| self.doc.is(v.head, class));
        let reduced = |v: &Verb| v.bare && self.doc.tag(v.head) == Tag::VBN; // "an attacker ARMED with a knife"
        let opens = |c: &Chunk| matches!(self.doc.tag(c.tokens.start), Tag::DT | Tag::CD);
        self.doc.tag(at) == Tag::VBD && passed && subject_waits(before, reports, reduced, opens)
    }
}

/// A noun group that no preposition and no verb governs stands without a verb; after a comma only a relative clause or an
/// apposition ("X, the capital,") may lie between.
fn subject_waits(
    before: &[Chunk],
    reports: impl Fn(&Verb) -> bool,
    reduced: impl Fn(&Verb) -> bool,
    opens: impl Fn(&Chunk) -> bool,
) -> bool {
    let (mut verbs, mut aside) = (0usize, false);
    let last = before.len().saturating_sub(2);
    let comma = before.last().is_some_and(Chunk::is_comma);
    let open = closed_aside(before, &opens);
    aside |= open.is_some();
    for (k, chunk) in before[..open.unwrap_or(before.len())].iter().enumerate().rev() {
        let left = k.checked_sub(1).and_then(|k| before.get(k));
        match &chunk.kind {
            Kind::Stop | Kind::Opener => return false,
            Kind::Verb(v) => verbs += usize::from(v.is_told() && !reduced(v)),
            Kind::Relative => (verbs, aside) = (verbs.saturating_sub(1), true),
            Kind::Noun(_) if left.is_some_and(Chunk::is_prep) => {}
            // "who said THEY belonged to it": the subject of the verb behind it.
            Kind::Noun(_) if left.and_then(Chunk::verb).is_some_and(&reports) && verbs > 0 => verbs -= 1,
            Kind::Noun(_) if left.and_then(Chunk::verb).is_some_and(|v| !reports(v)) => {}
            Kind::Noun(_) if comma && k == last && left.is_some_and(Chunk::is_comma) && opens(chunk) => aside = true,
            Kind::Noun(_) if verbs == 0 && (aside || !comma) => return true,
            _ => {}
        }
    }
    false
}

/// "Robbers, apparently ELN MEMBERS, shot", "three men, BELIEVED TO BE rebels, shot", "X, THE HEAD of a gang, shot": where an
/// aside begins that the last chunk, a comma, closes.
fn closed_aside(before: &[Chunk], opens: impl Fn(&Chunk) -> bool) -> Option<usize> {
    let close = before.len().checked_sub(1).filter(|&k| before[k].is_comma())?;
    let ends = |c: &Chunk| c.is_comma() || matches!(c.kind, Kind::Stop | Kind::Opener | Kind::Relative);
    let open = (0..close).rev().find(|&k| ends(&before[k])).filter(|&k| k > 0 && before[k].is_comma())?;
    let inside = &before[open + 1..close];
    let first = inside.iter().find(|c| !c.is_other())?;
    let doubted = inside.first().is_some_and(Chunk::is_other);
    let described = first.noun().is_some() && (doubted || opens(first) || inside.get(1).is_some_and(Chunk::is_prep));
    let participle = |c: &Chunk| c.verb().is_some_and(|v| v.gerund || v.bare);
    let states = inside[1..].iter().any(|c| c.verb().is_some_and(Verb::is_finite));
    let joins = inside.iter().any(Chunk::is_and);
    (before[open - 1].noun().is_some() && !states && !joins && (described || participle(first))).then_some(open)
}

/// "The front TODAY claimed", "the front (ELN) claimed": adverbs, dates and brackets after a subject that no preposition governs.
fn after_subject(before: &[Chunk]) -> bool {
    let aside = |c: &Chunk| matches!(c.kind, Kind::Other | Kind::Date(_));
    let Some(at) = before.iter().rposition(|c| !aside(c)) else { return false };
    before[at].noun().is_some() && !(at > 0 && before[at - 1].is_prep())
}
