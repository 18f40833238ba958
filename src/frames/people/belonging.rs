//! Whom people belong to: "ELN guerrillas", "members of the army", "a column of rebels of the ELN", "gunmen hired by a cartel".
//!
//! Input: a noun group; output: the organisation or force as an argument of its own.

use crate::document::Tag;
use crate::frames::Argument;
use crate::frames::people::argument::{Reader, Sort, name_of};
use crate::frames::syntax::clause::Clause;
use crate::mentions::Mention;

/// Words between people and what tells for whom they act: ", who apparently".
const ASIDE: usize = 3;

impl Reader<'_> {
    /// The organisation that members of a group belong to: "ELN guerrillas", "members of the ELN", "guerrillas of the ELN".
    pub fn band(&self, clause: Clause, at: usize) -> Option<Argument> {
        let own = clause.noun(at)?.inner_orgs.last().copied();
        let org_at = |k: usize| clause.noun(k).and_then(|n| n.org.or(n.inner_orgs.last().copied()));
        let inner = self.whole(clause, at).and_then(org_at).or_else(|| self.belongs_to(clause, at).and_then(org_at));
        // "National Liberation Army [ELN] fighters": the name stands before the bracket.
        let bracket = at >= 2 && clause.chunks[at - 1].is_other();
        let before = clause.noun(at.wrapping_sub(2)).filter(|_| bracket).and_then(|n| n.org);
        let served = || self.serves(clause, at).and_then(org_at);
        let mention = own.or(inner).or(before).or_else(served).and_then(|m| self.mentions.get(m))?;
        let armed = matches!(
            mention.org_kind(),
            Some(
                "armed_group" | "criminal_group" | "police" | "security_service" | "military" | "agency" | "government"
            )
        );
        armed.then(|| self.organisation(mention))
    }

    /// The force that people belong to: "members of THE ARMY".
    pub fn institution(&self, clause: Clause, at: usize) -> Option<Argument> {
        let served = self.serves(clause, at).and_then(|k| clause.chunks.get(k));
        if let Some(master) = served.filter(|c| matches!(self.sort(c), Sort::Attacker | Sort::Force)) {
            return Some(self.argument(master));
        }
        let inner =
            self.whole(clause, at).or_else(|| self.belongs_to(clause, at)).and_then(|k| clause.chunks.get(k))?;
        let head = inner.noun()?.head;
        let people = self.doc.tag(head) == Tag::NNS
            && self.doc.tokens.get(head).is_some_and(|t| t.shape == crate::document::Shape::Lower);
        (self.sort(inner) == Sort::Force && !people).then(|| self.argument(inner))
    }

    /// "a new group, THE RED DAWN FORCE, claimed": the name behind the comma of a body that has none.
    pub fn body_named(&self, clause: Clause, at: usize) -> Option<Argument> {
        let head = clause.noun(at).filter(|n| n.org.is_none() && n.person.is_none() && n.place.is_none())?.head;
        let classes = self.patterns.classes;
        let body = [classes.org_heads, classes.partitives].into_iter().any(|c| self.holds(head..head + 1, c));
        let next = at + 2;
        let name = clause.noun(next).filter(|n| n.person.is_none() && n.place.is_none())?;
        let named = name.org.is_some() || self.doc.tag(name.head) == Tag::NNP;
        let closed = clause.is(next + 1, |c| c.is_comma() || c.verb().is_some());
        let beside = clause.is(at + 1, |c| c.is_comma()) && self.doc.tag(head) == Tag::NN;
        (body && named && closed && beside).then(|| self.argument(&clause.chunks[next]))
    }

    /// "three gunmen, ASSASSINS hired by the cartel,": several people behind a comma who only describe those before it.
    pub fn aside(&self, clause: Clause, at: usize) -> Option<usize> {
        let people = |k: usize| matches!(self.sort_at(clause, k), Sort::Attacker | Sort::Generic | Sort::Suspect);
        let several = |k: usize| clause.noun(k).is_some_and(|n| self.doc.tag(n.head) == Tag::NNS && n.person.is_none());
        let comma = self.whole(clause, at).unwrap_or(at) + 1;
        let next = clause.next(comma + 1).filter(|_| clause.chunks.get(comma).is_some_and(|c| c.is_comma()))?;
        let listed = clause.series.members(at).contains(&next);
        (people(at) && people(next) && several(at) && several(next) && !listed).then_some(next)
    }

    /// An organisation as an argument.
    pub fn organisation(&self, mention: &Mention) -> Argument {
        Argument {
            tokens: mention.tokens.clone(),
            span: mention.span,
            entity: None,
            name: Some(name_of(mention, self.doc)),
            description: None,
            kind: "group",
            count: None,
            sort: Sort::Org,
        }
    }

    /// The group after "of" or "from" behind people: "guerrillas OF THE ELN", "a column of rebels OF THE ELN".
    fn belongs_to(&self, clause: Clause, at: usize) -> Option<usize> {
        let people = |k: usize| {
            let acts = |s: Sort| matches!(s, Sort::Attacker | Sort::Generic | Sort::Force | Sort::Role);
            clause.chunks.get(k).is_some_and(|c| acts(self.sort(c)))
        };
        let from = self.whole(clause, at).unwrap_or(at);
        let prep = clause.chunks.get(from + 1).filter(|c| c.is_prep() && (people(from) || from != at))?.tokens.start;
        matches!(self.doc.norm(prep), "of" | "from").then_some(from + 2).filter(|&k| clause.noun(k).is_some())
    }

    /// "gunmen AT THE SERVICE OF the cartel", "men HIRED BY the mafia": the group behind words that say for whom people act.
    fn serves(&self, clause: Clause, at: usize) -> Option<usize> {
        let people = |k: usize| matches!(self.sort_at(clause, k), Sort::Attacker | Sort::Generic | Sort::Suspect);
        let from = clause.chunks.get(self.whole(clause, at).unwrap_or(at)).filter(|_| people(at))?.tokens.end;
        let passed = |&t: &usize| {
            matches!(self.doc.norm(t), "," | "who" | "that" | "were" | "was") || self.doc.tag(t).is_adverb()
        };
        let after = from + (from..from + ASIDE).take_while(passed).count();
        let hit = self.doc.hit(after, self.patterns.classes.service?)?;
        let behind = after + hit.len as usize;
        (at + 1..clause.chunks.len())
            .find(|&k| clause.chunks[k].tokens.start >= behind)
            .filter(|&k| clause.noun(k).is_some() && clause.chunks[k].tokens.start <= behind + 1)
    }
}
