//! Noun groups that belong together: members of one series ("A, B and two guards") and appositions, which only describe
//! another group ("A, a nurse and blogger,", "the mayor, B,").
//!
//! Input: the chunks of a sentence; output: for each noun chunk the group that it describes and the series it stands in.
//! FASTUS calls these complex phrases (Hobbs et al. 1997, section 4.3).

use crate::document::Tag;
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::syntax::apposition::closes_speech;
use crate::frames::syntax::chunk::{self, Chunk, Kind, Verb};
use crate::frames::syntax::opening;
use crate::frames::syntax::relative;

/// Chunks looked ahead for the "and" that closes a list, or the comma that closes an apposition.
pub(super) const AHEAD: usize = 32;

/// Coordination and apposition among the noun groups of one sentence; all indices are chunk indices.
#[derive(Debug, Default)]
pub struct Series {
    base: Vec<Option<usize>>,
    list_of: Vec<Option<usize>>,
    lists: Vec<Vec<usize>>,
    /// Relative pronouns and the persons whom they stand for, where that is not the group right before.
    meant: Vec<(usize, usize)>,
    /// Verbs whose object a relative pronoun is, and that pronoun.
    taken: Vec<(usize, usize)>,
    /// Commas around who tells of it.
    told: Vec<(usize, usize)>,
}

impl Series {
    /// Reads the sentence once, left to right.
    pub fn find(reader: Reader, chunks: &[Chunk]) -> Series {
        let none = || vec![None; chunks.len()];
        let blank = Series { base: none(), list_of: none(), ..Series::default() };
        let mut finder =
            Finder { reader, chunks, out: blank, open: Vec::new(), mark: Mark::default(), apposed: None, resume: 0 };
        for at in 0..chunks.len() {
            if at >= finder.resume {
                finder.step(at);
            }
        }
        let mut out = finder.out;
        out.meant = relative::persons_meant(reader, chunks, &out);
        out.taken = relative::objects(reader, chunks);
        out.told = relative::told_asides(reader, chunks);
        out
    }

    /// Of ", his family says,", which ends with the comma at `close`, the comma that opens it.
    pub fn told_from(&self, close: usize) -> Option<usize> {
        self.told.iter().find(|(_, end)| *end == close).map(|(open, _)| *open)
    }

    /// The person whom the relative pronoun stands for, where that is not the group right before it.
    pub fn meant_by(&self, pronoun: usize) -> Option<usize> {
        self.meant.iter().find(|(k, _)| *k == pronoun).map(|(_, person)| *person)
    }

    /// The relative pronoun that is the object of the verb: "X, WHOM gunmen killed".
    pub fn taken_by(&self, verb: usize) -> Option<usize> {
        self.taken.iter().find(|(k, _)| *k == verb).map(|(_, pronoun)| *pronoun)
    }

    /// The group that the chunk describes; itself when it describes none.
    pub fn base(&self, at: usize) -> usize {
        self.base.get(at).copied().flatten().unwrap_or(at)
    }

    /// The chunks that describe the group at `at`, in text order.
    pub fn described_by(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        self.base.iter().enumerate().filter(move |(_, b)| **b == Some(at)).map(|(n, _)| n)
    }

    /// All members of the series in which the group or its base stands.
    pub fn members(&self, at: usize) -> &[usize] {
        let list = self.list_of.get(self.base(at)).copied().flatten();
        list.and_then(|n| self.lists.get(n)).map_or(&[], Vec::as_slice)
    }

    /// The first member of that series.
    pub fn first(&self, at: usize) -> usize {
        self.members(at).first().copied().unwrap_or(at)
    }
}

/// What stood between the last noun group and this chunk.
#[derive(Clone, Copy, Default)]
struct Mark {
    comma: bool,
    and: bool,
    prep: Option<usize>,
}

/// Reads the sentence left to right; `apposition.rs` tells what describes what.
pub(super) struct Finder<'a> {
    pub(super) reader: Reader<'a>,
    pub(super) chunks: &'a [Chunk],
    out: Series,
    /// Groups that a further member may join: the outer one first, then what prepositions hang on it.
    open: Vec<usize>,
    mark: Mark,
    /// The latest apposition, while "and" may continue it.
    apposed: Option<usize>,
    /// The comma up to which a relative clause inside a list is passed over.
    resume: usize,
}

impl Finder<'_> {
    fn step(&mut self, at: usize) {
        match &self.chunks[at].kind {
            Kind::Stop if self.lists_on(at) => (self.mark.comma, self.mark.and) = (true, true),
            Kind::Relative => match self.list_resumes(at) {
                Some(comma) => self.resume = comma,
                None => self.close(),
            },
            Kind::Verb(_) | Kind::Stop | Kind::Opener => self.close(),
            Kind::And if self.contrasts(at) => self.close(),
            Kind::Comma if self.ends_source(at) || self.opens_source(at) || opening::ends(self.chunks, at) => {
                self.close()
            }
            Kind::Comma => self.mark.comma = true,
            Kind::And => self.mark.and = true,
            Kind::Prep => self.mark.prep = Some(at),
            Kind::Noun(_) => {
                let mark = std::mem::take(&mut self.mark);
                match mark.prep.filter(|_| at > 0 && self.chunks[at - 1].is_prep()) {
                    Some(prep) => self.governed(at, prep, mark),
                    None => self.free(at, mark),
                }
            }
            Kind::Date(_) | Kind::Other => {}
        }
    }

    /// "but", not "but also".
    fn contrasts(&self, at: usize) -> bool {
        let word = |k: usize| self.chunks.get(k).map_or("", |c| self.reader.doc.norm(c.tokens.start));
        word(at) == "but" && word(at + 1) != "also"
    }

    /// "A, WHO WROTE FOR THE PAPER, and B were shot": the comma behind a clause about A, where the list of people goes on.
    fn list_resumes(&self, at: usize) -> Option<usize> {
        let person = |k: usize| self.chunks.get(k).is_some_and(|_| self.sort(k).is_human());
        // "A, A LAWYER who defends farmers, and B", "A, A LEADER of the party who".
        let outer = |k: &usize| k.checked_sub(2).filter(|_| self.chunks[k - 1].is_prep());
        let mut groups = std::iter::successors(at.checked_sub(1), outer);
        let described = groups.any(|k| self.out.base[k].is_some());
        let told = described || at >= 2 && self.chunks[at - 1].is_comma() && person(at - 2);
        let end = (at + AHEAD).min(self.chunks.len());
        let close = (at + 1..end).find(|&k| self.chunks[k].is_comma()).filter(|_| told)?;
        let governs = |c: &Chunk| c.verb().is_some() || c.is_prep();
        let plain = |k: usize| !matches!(self.chunks[k].kind, Kind::Stop | Kind::Opener | Kind::Relative) && !person(k);
        let joined = self.chunks.get(close + 1).is_some_and(Chunk::is_and);
        // "who had fought REBELS in Syria, and B were shot".
        let object = |k: usize| joined && self.chunks[k].noun().is_some() && governs(&self.chunks[k - 1]);
        let clause = (at + 1..close).all(|k| plain(k) || object(k))
            && self.chunks[at + 1..close].iter().any(|c| c.verb().is_some());
        let member = (close + 1..end).find(|&k| !self.chunks[k].is_and()).filter(|&k| clause && person(k))?;
        // "and B, SHOT in M,": a participle behind a comma tells of B alone.
        let told = |k: usize, v: &Verb| v.is_told() && !(v.bare && self.chunks[k - 1].is_comma());
        let verb = (member + 1..end).find_map(|k| self.chunks[k].verb().filter(|v| told(k, v)))?;
        let first = self.chunks.iter().find(|c| c.tokens.contains(&verb.head))?.tokens.start;
        let singular = self.reader.doc.tag(first) == Tag::VBZ || self.reader.doc.norm(first) == "was";
        (!singular).then_some(close)
    }

    /// What stood before joins nothing behind.
    fn close(&mut self) {
        self.open.clear();
        (self.mark, self.apposed) = (Mark::default(), None);
    }

    /// "A, 42; B, a guard; and C": a semicolon between members, not between sentences.
    fn lists_on(&self, at: usize) -> bool {
        let end = (at + 1..self.chunks.len()).find(|&k| matches!(self.chunks[k].kind, Kind::Stop));
        let segment = &self.chunks[at + 1..end.unwrap_or(self.chunks.len())];
        let mut words = segment.iter().filter(|c| !c.is_other() && !c.is_and());
        let semicolon = self.reader.doc.text(self.chunks[at].tokens.start) == ";";
        let says = |chunks: &[Chunk]| chunks.iter().any(|c| c.verb().is_some_and(Verb::is_told));
        semicolon
            && words.next().is_some_and(|c| c.noun().is_some())
            && !self.open.is_empty()
            && (!says(segment) || !says(&self.chunks[..at]))
    }

    /// "of A and of B" goes on; any other phrase opens a level of its own.
    fn governed(&mut self, at: usize, prep: usize, mark: Mark) {
        let word = |k: usize| self.reader.doc.norm(self.chunks[k].tokens.start);
        let again = |&&k: &&usize| k > 0 && self.chunks[k - 1].is_prep() && word(k - 1) == word(prep);
        match self.open.last().filter(|_| mark.and).filter(again).copied() {
            Some(before) => self.join(before, at),
            None => self.open(at),
        }
    }

    /// A group without a preposition.
    fn free(&mut self, at: usize, mark: Mark) {
        let apposed = self.apposed.take();
        if mark.comma && !mark.and && self.named(at) && closes_speech(self.reader, self.chunks, at) {
            return self.restart(at);
        }
        let fit = if mark.comma || mark.and { self.fit(at, mark.and) } else { None };
        let role = self.role_from(at).filter(|_| fit.is_none()).or_else(|| self.one_named(at));
        let role = role.or_else(|| self.kin_named(at, *self.open.first()?).filter(|_| mark.comma && !mark.and));
        if let Some(role) = role {
            return self.rename(role, at);
        }
        let Some(before) = fit else { return self.restart(at) };
        if mark.and
            && (!mark.comma || self.further_office(at))
            && apposed.is_some_and(|a| self.out.base(a) == before)
            && (self.bare_description(at) || self.of_one(at))
        {
            self.describe(before, at);
        } else if mark.and && self.opens_sentence(before, at, mark.comma) {
            self.restart(at);
        } else if mark.and && !mark.comma && self.second_role(before, at) {
            self.rename(before, at);
        } else if mark.and {
            self.join(before, at);
        } else if self.is_apposition(before, at) {
            self.describe(before, at);
        } else if self.is_name_of(before, at) {
            let twin = self.twin_of(before, at);
            self.rename(before, at);
            if let Some(twin) = twin {
                self.rename(twin, at);
            }
        } else if self.is_region(at) {
            self.apposed = apposed;
        } else if self.goes_on(at) || self.among_names(at) {
            self.join(before, at);
        } else {
            self.restart(at);
        }
    }

    /// "He freed A, but B WAS jailed", "A was shot in M, and B WAS jailed": a group with a verb of its own does not join the
    /// object or the phrase of the verb before it; what somebody said to have happened to "A and B" did happen to both.
    fn opens_sentence(&self, before: usize, at: usize, comma: bool) -> bool {
        let verb = self.verb_over(self.out.first(before));
        let lists = |v: &Verb| self.reader.holds(v.head..v.head + 1, self.reader.patterns.classes.inclusion);
        // "A was shot in M, and a bomb IN A MARKET IN MAY killed two".
        let named = self.chunks[at].noun().is_some_and(|n| n.place.is_some());
        let far = Some(chunk::past_phrases(self.chunks, at)).filter(|&k| comma && !named && k > at);
        verb.is_some_and(|v| !self.reader.reports(v.head) && !lists(v))
            && (self.has_finite_verb(at) || far.is_some_and(|k| self.has_finite_verb(k)))
    }

    /// The verb whose object, or phrase without an object, the group is.
    fn verb_over(&self, first: usize) -> Option<&Verb> {
        let mut k = first.checked_sub(1)?;
        while self.chunks[k].is_prep() || self.chunks[k].is_other() || matches!(self.chunks[k].kind, Kind::Date(_)) {
            // "fired at the car in WHICH he and B were": another clause.
            if matches!(self.reader.doc.tag(self.chunks[k].tokens.start), Tag::WDT | Tag::WP) {
                return None;
            }
            k = k.checked_sub(1)?;
            let hung = self.chunks[k].noun().is_some() && k > 0 && self.chunks[k - 1].is_prep();
            k -= usize::from(hung);
        }
        self.chunks[k].verb()
    }

    /// A finite verb follows the group, or what is said of it between commas: "B, a nurse from M, WAS shot".
    fn has_finite_verb(&self, at: usize) -> bool {
        let verb = |k: usize| self.chunks.get(k).and_then(Chunk::verb);
        let object = |k: usize| self.chunks.get(k + 1).is_some_and(|c| c.noun().is_some());
        let names = |v: &Verb| self.reader.holds(v.head..v.head + 1, self.reader.patterns.classes.naming);
        let told = |v: &Verb| v.bare && self.reader.doc.tag(v.head) == Tag::VBD && !names(v);
        let past = |k: usize| verb(k).is_some_and(told) && object(k);
        let finite = |k: usize| verb(k).is_some_and(|v| v.is_finite() || v.active) || past(k);
        // "and B AND C were": the verb of both.
        let second = |and: usize| {
            chunk::next(self.chunks, and + 1).filter(|&k| self.chunks[k].noun().is_some_and(|n| !n.pronoun))
        };
        let next = chunk::next(self.chunks, at + 1);
        let partner = next.filter(|&k| self.chunks[k].is_and()).and_then(second);
        let Some(next) = partner.map_or(next, |k| chunk::next(self.chunks, k + 1)) else { return false };
        finite(next) || self.aside_end(next).and_then(|close| chunk::next(self.chunks, close + 1)).is_some_and(finite)
    }

    /// The comma that closes a description or relative clause opened by the comma at `open`.
    fn aside_end(&self, open: usize) -> Option<usize> {
        let name = |k: usize| self.named(k) && open > 0 && self.describes(open - 1);
        let aside = |k: usize| matches!(self.chunks[k].kind, Kind::Relative) || self.describes(k) || name(k);
        let first = Some(open + 1).filter(|&k| self.chunks[open].is_comma() && k < self.chunks.len() && aside(k))?;
        let ends = |k: &usize| matches!(self.chunks[*k].kind, Kind::Comma | Kind::And | Kind::Stop | Kind::Opener);
        (first + 1..(first + AHEAD).min(self.chunks.len())).find(ends).filter(|&k| self.chunks[k].is_comma())
    }

    pub(super) fn sort(&self, at: usize) -> Sort {
        self.reader.sort(&self.chunks[at])
    }

    /// The open group that a further group goes with: names with names, people with people, things with things.
    fn fit(&self, at: usize, and: bool) -> Option<usize> {
        let (named, human) = (self.named(at), self.sort(at).is_human());
        let find = |test: &dyn Fn(usize) -> bool| self.open.iter().rev().copied().find(|&k| test(k));
        // "the head of a POLICE DIVISION and HIS DAUGHTER": the daughter of the head.
        let theirs = self.sort(at) == Sort::Kin && self.reader.doc.tag(self.chunks[at].tokens.start) == Tag::PRPS;
        let one = |k: usize| matches!(self.sort(k), Sort::Named | Sort::Role | Sort::Generic | Sort::Kin);
        let owner = || find(&|k| theirs && and && one(k));
        let kind = |k: usize| self.sort(k).is_human() == human && self.named(k) == named && !self.counted_part(k);
        let alike = owner().or_else(|| find(&kind));
        let outer = alike.or(self.open.first().copied());
        let alike = self.described_inside(outer, self.open.last().copied(), at).filter(|_| !and).or(alike);
        // "the chief OF STAFF, A,": the office, not the bare word in it.
        let bare = |k: usize| k > 0 && self.chunks[k - 1].is_prep() && !self.opened(k);
        let one = |k: usize| self.sort(k).is_human() && self.describes(k) && !bare(k) && !self.is_body(k);
        let whole = || find(&|k| named && !and && one(k));
        let alike = alike.or_else(whole).or_else(|| find(&|k| self.sort(k).is_human() == human));
        alike.or_else(|| self.open.first().copied().filter(|_| and || !human))
    }

    fn open(&mut self, at: usize) {
        self.out.list_of[at] = Some(self.out.lists.len());
        self.out.lists.push(vec![at]);
        self.open.push(at);
    }

    fn restart(&mut self, at: usize) {
        self.open.clear();
        self.open(at);
    }

    /// How many members the series of the group has so far.
    pub(super) fn listed(&self, at: usize) -> usize {
        self.out.members(at).len()
    }

    /// What stands above `before` in the open levels is closed.
    fn close_above(&mut self, before: usize) {
        let level = self.open.iter().position(|&k| k == before).map_or(0, |n| n + 1);
        self.open.truncate(level);
    }

    fn join(&mut self, before: usize, at: usize) {
        self.close_above(before);
        let Some(list) = self.out.list_of[before] else { return self.restart(at) };
        self.out.list_of[at] = Some(list);
        self.out.lists[list].push(at);
        self.open.pop();
        self.open.push(at);
    }

    fn describe(&mut self, before: usize, at: usize) {
        self.close_above(before);
        self.out.base[at] = Some(before);
        self.apposed = Some(at);
    }

    /// "the mayor, B,": the name takes the place of the description.
    fn rename(&mut self, before: usize, at: usize) {
        self.join(before, at);
        self.out.base[before] = Some(at);
        if let Some(list) = self.out.list_of[before].take() {
            self.out.lists[list].retain(|&k| k != before);
        }
    }

    /// "the former minister from Cusco X": the role that a name right behind the place of its phrase goes with.
    fn role_from(&self, at: usize) -> Option<usize> {
        let place = at.checked_sub(1).filter(|&k| self.chunks[k].noun().is_some_and(|n| n.place.is_some()))?;
        let role = place.checked_sub(2).filter(|&k| self.chunks[k + 1].is_prep() && self.sort(k) == Sort::Role)?;
        (self.named(at) && self.describes(role)).then_some(role)
    }

    /// "A, B, C were shot": three names in a row, and nothing but commas between them.
    fn among_names(&self, at: usize) -> bool {
        let name = |k: usize| self.chunks.get(k).is_some_and(|_| self.named(k));
        let comma = |k: usize| self.chunks.get(k).is_some_and(Chunk::is_comma);
        let pair = |k: usize| name(k) && comma(k + 1) && name(k + 2);
        at >= 2 && pair(at - 2) && (pair(at) || at >= 4 && pair(at - 4))
    }

    /// "City, State": the wider place after a place.
    fn is_region(&self, at: usize) -> bool {
        let place = |k: usize| self.chunks[k].noun().is_some_and(|n| n.place.is_some());
        place(at) && (0..at).rev().find(|&k| self.chunks[k].noun().is_some()).is_some_and(place)
    }

    /// "and" and another group still follow before any verb.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        let end = (at + AHEAD).min(self.chunks.len());
        let here =
            |k: &usize| !matches!(self.chunks[*k].kind, Kind::Verb(_) | Kind::Stop | Kind::Relative | Kind::Opener);
        let mut ands = (at + 1..end).take_while(here).filter(|&k| self.chunks[k].is_and());
        ands.any(|k| self.chunks.get(k + 1).is_some_and(|c| c.noun().is_some() || c.is_prep()))
    }
}
