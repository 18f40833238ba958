//! Does a noun group describe the one before it? "A, a nurse and blogger,", "A, 33,", "the mayor, B,".
//!
//! Part of the reading of series: input, two noun groups of a sentence; output, whether one only tells who the other is.

use crate::document::Tag;
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::people::pronoun;
use crate::frames::syntax::chunk::{self, Chunk, Kind, Noun};
use crate::frames::syntax::series::{AHEAD, Finder};

impl Finder<'_> {
    /// "A, 33,", "A, a nurse at X,", "A, the party's coordinator,".
    pub(super) fn is_apposition(&self, before: usize, at: usize) -> bool {
        let age = self.is_age(at) && !self.some_of_theirs(at); // "A, TWO OF HER aides and"
        let owner = matches!(self.sort(before), Sort::Named | Sort::Org);
        let aged = age && self.aged(before, at);
        aged || owner
            && (age
                || self.describes_all(before, at)
                || self.office(before, at)
                || self.describes(at) && self.closed(at) && !self.own_kin(before, at))
    }

    /// "33", "aged 33".
    fn is_age(&self, at: usize) -> bool {
        let tokens = &self.chunks[at].tokens;
        let led = matches!(self.reader.doc.norm(tokens.start), "age" | "aged");
        self.reader.doc.tag(tokens.end.saturating_sub(1)) == Tag::CD && tokens.len() == 1 + usize::from(led)
    }

    /// "The general, 59, a deputy of the minister,": no "one dead, eight wounded".
    fn aged(&self, before: usize, at: usize) -> bool {
        let tag = |t: usize| self.reader.doc.tag(t);
        let one = |n: &Noun| tag(n.head) != Tag::NNS && tag(self.chunks[before].tokens.start) != Tag::CD;
        let digits = self.reader.doc.text(self.chunks[at].tokens.start).starts_with(|c: char| c.is_ascii_digit());
        digits && self.sort(before).is_human() && self.chunks[before].noun().is_some_and(one) && self.closed(at)
    }

    /// "A and B, BROTHERS of the mayor,": a bare plural behind a list of names tells of all of them.
    fn describes_all(&self, before: usize, at: usize) -> bool {
        let plural =
            self.chunks[at].noun().is_some_and(|n| self.reader.doc.tag(n.head) == Tag::NNS && n.owner.is_none());
        let bare = plural && !self.opened(at) && self.reader.count(&self.chunks[at]).is_none();
        let told =
            matches!(self.sort(at), Sort::Role | Sort::Kin) && self.chunks.get(at + 1).is_some_and(Chunk::is_prep);
        bare && told && self.listed(before) > 1 && self.named(before) && self.closed(at)
    }

    /// "A, HEAD of news at a station,": an office without its article, which the lists of roles do not hold.
    fn office(&self, before: usize, at: usize) -> bool {
        let one = self.chunks[at].noun().is_some_and(|n| self.reader.doc.tag(n.head) == Tag::NN && n.owner.is_none());
        self.named(before) && one && self.before_of(at) && self.sort(at) == Sort::Other && self.closed(at)
    }

    /// "ONE OF THEM, X, was held": the chunk that counts one, where the name between commas says who.
    pub(super) fn one_named(&self, at: usize) -> Option<usize> {
        let of = at.checked_sub(3).filter(|&k| self.chunks[k].is_prep() && self.chunks[at - 1].is_comma())?;
        let one = of.checked_sub(1).filter(|&k| self.chunks[k].noun().is_some() && self.one_of(k))?;
        let group = self.chunks[at - 2].noun().is_some() && self.reader.doc.norm(self.chunks[of].tokens.start) == "of";
        let aside = self.chunks.get(at + 1).is_none_or(Chunk::is_break);
        (group && aside && self.named(at)).then_some(one)
    }

    /// "A, HIS SON, and two guards were killed": nobody but A can be meant before any verb, so that the list goes on.
    fn own_kin(&self, before: usize, at: usize) -> bool {
        let his = self.reader.doc.tag(self.chunks[at].tokens.start) == Tag::PRPS;
        let first = !self.chunks[..before].iter().any(|c| c.verb().is_some());
        his && first && self.sort(at) == Sort::Kin && self.goes_on(at)
    }

    /// "the family OF A, A NURSE, who", "the killers OF A, A NURSE,": one person's description tells of nobody but A.
    pub(super) fn described_inside(&self, outer: Option<usize>, inner: Option<usize>, at: usize) -> Option<usize> {
        let outer = outer.filter(|&k| self.is_body(k) || !self.describes(k))?;
        let inner = inner.filter(|&k| k > outer && self.named(k));
        inner.filter(|_| !self.named(at) && (self.describes(at) || self.is_age(at)))
    }

    /// Somebody by name.
    pub(super) fn named(&self, at: usize) -> bool {
        self.sort(at) == Sort::Named
    }

    /// One person's role or description.
    pub(super) fn describes(&self, at: usize) -> bool {
        let Some(noun) = self.chunks[at].noun() else { return false };
        let plural = self.reader.doc.tag(noun.head) == Tag::NNS && !self.one_of(at);
        let single = !plural && self.reader.count(&self.chunks[at]).is_none_or(|n| n == 1);
        single
            && match self.sort(at) {
                Sort::Role | Sort::Kin | Sort::Generic | Sort::Suspect | Sort::Force | Sort::Attacker => true,
                Sort::Other => self.opened(at),
                // "A, a Green Party member": the article shows that the name in it is not meant.
                Sort::Org => matches!(self.reader.doc.norm(self.chunks[at].tokens.start), "a" | "an"),
                _ => false,
            }
    }

    /// An article, possessive or number stands first.
    pub(super) fn opened(&self, at: usize) -> bool {
        let first = self.reader.doc.tag(self.chunks[at].tokens.start);
        matches!(first, Tag::DT | Tag::PRPS | Tag::CD) || self.chunks[at].noun().is_some_and(|n| n.owner.is_some())
    }

    fn definite(&self, at: usize) -> bool {
        let first = self.chunks[at].tokens.start;
        self.reader.doc.norm(first) == "the"
            || self.reader.doc.tag(first) == Tag::PRPS
            || self.chunks[at].noun().is_some_and(|n| n.owner.is_some())
    }

    /// "and blogger", "and one of the best poets": a second description of the same person.
    pub(super) fn bare_description(&self, at: usize) -> bool {
        self.describes(at) && (self.one_of(at) && !self.some_of_theirs(at) || !self.opened(at))
    }

    /// "A, secretary of P, AND DEPUTY CHAIRMAN of Q": somebody else would have an article.
    pub(super) fn further_office(&self, at: usize) -> bool {
        let one = self.chunks[at].noun().is_some_and(|n| self.reader.doc.tag(n.head) == Tag::NN);
        one && self.before_of(at) && self.sort(at) == Sort::Role && !self.opened(at)
    }

    /// "A, a presenter with B and A PRIEST, WAS found": the verb is that of one person, whom both describe.
    pub(super) fn of_one(&self, at: usize) -> bool {
        let phrase = |k: usize| self.chunks[k].noun().is_some() && self.chunks[k - 1].is_prep();
        let open = |k: &usize| self.chunks[*k].is_prep() || self.chunks[*k].is_other() || phrase(*k);
        let close = (at + 1..self.chunks.len()).find(|k| !open(k)).filter(|&k| self.chunks[k].is_comma());
        let verb = close.and_then(|k| self.chunks.get(k + 1)).filter(|c| c.verb().is_some());
        // "A, a columnist and A POET, DIED": a comma before the verb closes a description.
        let one = |c: &Chunk| !matches!(self.reader.doc.norm(c.tokens.start), "were" | "are" | "have");
        self.describes(at) && self.opened(at) && verb.is_some_and(one)
    }

    /// "the commander of A BRIGADE OF THE ARMY, A,": no person.
    pub(super) fn is_body(&self, at: usize) -> bool {
        let classes = self.reader.patterns.classes;
        let head = self.chunks[at].noun().map_or(at..at, |n| n.head..n.head + 1);
        let force = || self.sort(at) == Sort::Force && self.reader.holds(head.clone(), classes.org_heads);
        self.reader.holds(head.clone(), classes.partitives) || force()
    }

    /// "one of several journalists", not "one guard".
    fn one_of(&self, at: usize) -> bool {
        self.reader.doc.norm(self.chunks[at].tokens.start) == "one" && self.chunks[at].tokens.len() == 1
    }

    /// "A, her driver and ONE OF HER GUARDS": somebody else of hers.
    fn some_of_theirs(&self, at: usize) -> bool {
        let owner = self.chunks.get(at + 2).map_or("", |c| self.reader.doc.norm(c.tokens.start));
        let hers = pronoun::value(self.reader, owner).is_some_and(|v| matches!(v, "m" | "f" | "p"));
        let number = self.chunks[at].tokens.len() == 1 && self.reader.doc.tag(self.chunks[at].tokens.start) == Tag::CD;
        hers && number && self.before_of(at)
    }

    /// "two of HER AIDES and a driver": the driver goes with the two.
    pub(super) fn counted_part(&self, at: usize) -> bool {
        at.checked_sub(2).is_some_and(|k| self.some_of_theirs(k))
    }

    fn before_of(&self, at: usize) -> bool {
        self.chunks.get(at + 1).is_some_and(|c| c.is_prep() && self.reader.doc.norm(c.tokens.start) == "of")
    }

    /// The description is closed by a comma, the end, a relative clause, or a participle that is closed by one.
    fn closed(&self, at: usize) -> bool {
        let end = (at + AHEAD).min(self.chunks.len());
        for k in at + 1..end {
            match &self.chunks[k].kind {
                Kind::Comma | Kind::Stop | Kind::Relative | Kind::Opener => return true,
                Kind::And => {
                    let next = (k + 1..end).find(|&n| !self.chunks[n].is_other());
                    // "secretary of the union for Peru AND THE ANDES, was": things of its own phrase.
                    let thing =
                        |n: usize| self.chunks[n].noun().is_some_and(|c| c.place.is_some() || !self.sort(n).is_human());
                    if k > 1 && self.chunks[k - 2].is_prep() && next.is_some_and(thing) {
                        continue;
                    }
                    let more = |n: usize| self.bare_description(n) && self.closed(n) || self.of_one(n);
                    return next.is_some_and(more);
                }
                Kind::Verb(v) if v.bare || v.gerund || v.infinitive => return self.verb_after_comma(k, end),
                Kind::Verb(_) => return false,
                Kind::Noun(_) if !self.chunks[k - 1].is_prep() && !self.chunks[k - 1].is_and() => return false,
                _ => {}
            }
        }
        true
    }

    fn verb_after_comma(&self, at: usize, end: usize) -> bool {
        let comma = (at + 1..end).find(|&k| self.chunks[k].is_comma());
        let next = comma.and_then(|c| (c + 1..end).find(|&k| !self.chunks[k].is_other()));
        // "the case of A, a journalist jailed in Lima.": nothing follows.
        let phrase = |k: usize| self.chunks[k].verb().is_none() && !self.chunks[k].is_and();
        let last = end == self.chunks.len() && comma.is_none() && (at + 1..end).all(phrase);
        // "A, a host shot in Lima, AND B".
        last || next.is_some_and(|k| self.chunks[k].verb().is_some() || self.chunks[k].is_and())
    }

    /// "the poet AND ACTIVIST A": the role before the name has no article of its own, so that both tell of one person, unless the
    /// verb is that of several.
    pub(super) fn second_role(&self, before: usize, at: usize) -> bool {
        let tokens = &self.chunks[at].tokens;
        let name = self.chunks[at].noun().and_then(|n| n.person).and_then(|m| self.reader.mentions.get(m));
        let role = name.filter(|m| m.tokens.start > tokens.start).map(|m| m.tokens.start - 1);
        let one = role.is_some_and(|t| self.reader.doc.tag(t) == Tag::NN && self.is_role(t));
        self.named(at) && one && !self.opened(at) && self.one_person(before, at)
    }

    /// "THE SISTER of the blogger B, A, was held": the name between commas behind a relative of somebody with a name.
    pub(super) fn kin_named(&self, at: usize, kin: usize) -> Option<usize> {
        let of_named = self.before_of(kin) && at.checked_sub(2) == Some(kin + 2) && self.named(kin + 2);
        let closed = self.chunks.get(at + 1).is_some_and(Chunk::is_comma) && !self.goes_on(at);
        (self.named(at) && self.sort(kin) == Sort::Kin && self.describes(kin) && of_named && closed).then_some(kin)
    }

    /// "her lawyer AND FRIEND, A,": the first of two roles of one person, whose name follows.
    pub(super) fn twin_of(&self, before: usize, at: usize) -> Option<usize> {
        let first =
            before.checked_sub(2).filter(|&k| self.chunks[k + 1].is_and() && self.chunks[k].noun().is_some())?;
        (self.describes(before) && !self.opened(before) && self.one_person(first, at)).then_some(first)
    }

    fn is_role(&self, token: usize) -> bool {
        let people = self.reader.patterns.classes.people.and_then(|class| self.reader.value(token, class));
        matches!(people, Some("role" | "kin" | "generic"))
    }

    /// A role that may be one of two which the person at `at` has.
    fn one_person(&self, role: usize, at: usize) -> bool {
        let next = (at + 1..self.chunks.len()).find(|&k| self.chunks[k].verb().is_some_and(|v| v.is_finite()));
        let first = next.map_or("", |k| self.reader.doc.norm(self.chunks[k].tokens.start));
        let several = matches!(first, "were" | "are" | "have");
        let one = matches!(first, "was" | "is" | "has");
        let told = self.describes(role) && matches!(self.sort(role), Sort::Role | Sort::Generic | Sort::Kin);
        told && !several && (one || self.definite(role))
    }

    /// "the mayor, B,": a definite description with the name after it, or any where no list goes on.
    pub(super) fn is_name_of(&self, before: usize, at: usize) -> bool {
        let stops = |k: usize| self.chunks.get(k).is_none_or(Chunk::is_break);
        let town = |k: usize| self.chunks.get(k).and_then(|c| c.noun()).is_some_and(|n| n.place.is_some());
        let from = self.chunks.get(at + 1).is_some_and(|c| c.is_prep()) && town(at + 2);
        let ended = stops(at + 1) || from && stops(at + 3);
        let one = self.describes(before) && before + 1 < at;
        self.named(at) && one && ended && (self.definite(before) || !self.goes_on(at))
    }
}

/// "shot the family, B SAID.": a verb of saying behind the group ends the sentence: who tells it belongs to nothing before the comma.
pub(crate) fn closes_speech(reader: Reader, chunks: &[Chunk], at: usize) -> bool {
    let says = chunks.get(at + 1).and_then(Chunk::verb).is_some_and(|v| reader.reports(v.head));
    says && chunk::next(chunks, at + 2).is_none_or(|k| matches!(chunks[k].kind, Kind::Stop))
}
