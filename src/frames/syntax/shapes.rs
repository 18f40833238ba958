//! Small shapes that the chunker looks for: brackets, names in quotation marks, approximate numbers, nominal participles,
//! compounds, words that open a clause.

use crate::document::{Shape, Tag, Word};
use crate::frames::syntax::chunk::{Chunk, Kind, Noun};
use crate::frames::syntax::chunker::Chunker;
use crate::mentions::{Mention, PlaceForm, Value};
use crate::patterns::frames::Part;
use std::ops::Range;

/// Words that a pair of scare quotes may hold.
const SCARE: usize = 4;

/// Tokens of a quote that goes on with the sentence.
const QUOTE: usize = 40;

/// Words within which a role before a name ends.
const TITLE: usize = 5;

/// Words of a name in quotation marks.
const NAME: usize = 7;

/// a member OF THE "FREE UNION," and B: the comma inside the quotation marks at the end of a phrase becomes a chunk of its own.
pub(super) fn close_quote(out: &mut [Chunk], mark: usize) -> Option<Chunk> {
    let [.., prep, last] = out else { return None };
    let ends = last.noun().is_some() && last.tokens.len() > 2 && last.tokens.end == mark + 1;
    if !(prep.is_prep() && ends) {
        return None;
    }
    last.tokens.end = mark;
    Some(Chunk { tokens: mark..mark + 1, kind: Kind::Comma })
}

impl Chunker<'_> {
    /// "a pro-MORALES mayor", "anti-PUTIN protesters": a name behind a word in small letters and a hyphen names nobody who is there.
    pub(super) fn is_cause(&self, at: usize) -> bool {
        let glued = |t: usize| self.doc.tokens.get(t).is_some_and(|t| t.glued);
        let particle = |t: usize| self.patterns.persons.classes.particle.is_some_and(|class| self.doc.is(t, class)); // "AL-Shabaab"
        let small = |t: usize| self.doc.text(t).chars().all(char::is_lowercase) && !particle(t);
        at >= 2 && self.is_hyphen(at - 1) && glued(at - 1) && glued(at) && small(at - 2) && !self.is_name_token(at - 1)
    }

    /// a member of the "Free Union," AND: the closing mark before the token, when a comma stands inside.
    pub(super) fn quoted_comma(&self, next: usize) -> Option<usize> {
        let mark = next.checked_sub(1).filter(|&t| matches!(self.doc.text(t), "\"" | "”"))?;
        (mark > 0 && self.doc.text(mark - 1) == ",").then_some(mark)
    }

    /// "in the same CITY Anna Berg was shot", "in the STRIKE Anna Berg died": where or in what somebody was, not who.
    pub(super) fn is_setting(&self, at: usize) -> bool {
        let classes = self.patterns.classes;
        [classes.settlements, classes.deeds].into_iter().flatten().any(|class| self.doc.is(at, class))
    }

    /// "the former minister from CUSCO Pedro Lopez", "in CUSCO Pedro Lopez was": the place of a phrase, and who is named next.
    pub(super) fn parts_from_person(&self, start: usize, name: &Mention, next: usize) -> bool {
        let place = matches!(&name.value, Value::Place(p) if p.form == PlaceForm::Name);
        let phrase = start > 0 && matches!(self.doc.norm(start - 1), "in" | "from");
        place && phrase && name.tokens.start == start && (self.is_person(next) || self.titled(next))
    }

    /// "in Cusco FREELANCE PHOTOGRAPHER Pedro Lopez was", "in Cusco DR Pedro Lopez was": a title, or small words, the last of them
    /// one person's role, right before the name.
    fn titled(&self, at: usize) -> bool {
        let classes = &self.patterns.persons.classes;
        let hit = [classes.title, classes.honorific].into_iter().flatten().find_map(|class| self.doc.hit(at, class));
        if hit.is_some_and(|h| self.is_person(at + h.len as usize)) {
            return true;
        }
        let small = |t: &usize| self.doc.tokens.get(*t).is_some_and(|t| t.shape == Shape::Lower) && !self.is_person(*t);
        let person = (at..at + TITLE).find(|t| !small(t)).filter(|&t| t > at && self.is_person(t));
        let role = |t: usize| self.patterns.classes.people.is_some_and(|class| self.doc.is(t, class));
        person.is_some_and(|t| self.doc.tag(t - 1) == Tag::NN && role(t - 1))
    }

    /// A hyphen inside a compound; dashes part phrases, be they written with two hyphens ("the army--which").
    pub(super) fn is_hyphen(&self, at: usize) -> bool {
        let hyphen = |t: usize| matches!(self.doc.text(t), "-" | "‐" | "‑");
        hyphen(at) && !hyphen(at + 1) && !at.checked_sub(1).is_some_and(hyphen)
    }

    /// The first part of a compound: "anti-war", "Russian-backed".
    pub(super) fn hyphenated(&self, at: usize, end: usize) -> bool {
        let glued = |t: usize| t < end && self.doc.tokens[t].glued;
        glued(at + 1) && self.is_hyphen(at + 1) && glued(at + 2) && self.doc.tokens[at].shape != Shape::Mark
    }

    /// A short bracket that explains the name before it: "(ELN)", "[National Liberation Army]".
    pub(super) fn bracket(&self, at: usize, end: usize) -> Option<usize> {
        let close = match self.doc.text(at) {
            "(" => ")",
            "[" => "]",
            _ => return None,
        };
        // "the [PNP] said": put in by an editor, not an explanation.
        if close == "]" && at.checked_sub(1).is_some_and(|t| self.doc.tag(t) == Tag::DT) {
            return None;
        }
        let stop = (at + 1..end.min(at + 10)).find(|&t| self.doc.text(t) == close)?;
        let dated = self.mentions_in(at..stop).any(|m| matches!(m.value, Value::Date(_)));
        let person = self.mentions_in(at..stop).any(|m| m.person().is_some());
        let verb = (at + 1..stop).any(|t| self.doc.tag(t).is_verb() && !self.is_name_token(t));
        (!dated && !person && !verb).then_some(stop + 1)
    }

    /// "ELN [National Liberation Army] GUERRILLAS", "the DAS [Department of Security] DIRECTOR": the square bracket inside the
    /// group of an organisation, whose head stands behind it. Gives one past the bracket.
    pub(super) fn explained(&self, m: &Mention, at: usize, end: usize) -> Option<usize> {
        let org = matches!(m.value, Value::Org { .. }) && at < end;
        self.gloss(at, end).filter(|_| org)
    }

    /// "the INRA [Land Reform Institute] OFFICES": an editor's gloss inside a group, whose head stands behind it, where the word
    /// before it is no known name. Gives one past the gloss.
    pub(super) fn glossed(&self, start: usize, at: usize, end: usize) -> Option<usize> {
        self.gloss(at, end).filter(|_| at > start && self.doc.tag(at - 1).is_noun())
    }

    /// One past a square bracket that stands before people or buildings.
    fn gloss(&self, at: usize, end: usize) -> Option<usize> {
        let stop = self.bracket(at, end).filter(|&stop| self.doc.text(at) == "[" && stop < end)?;
        let classes = [self.patterns.classes.people, self.patterns.classes.structures];
        let known = classes.into_iter().flatten().any(|class| self.doc.is(stop, class));
        (known && self.doc.tag(stop).is_noun() || self.is_person(stop)).then_some(stop)
    }

    /// "the murder of [the late minister] X": an editor's gloss before a name belongs to the name's group.
    pub(super) fn forename(&self, at: usize, end: usize, last: Option<&Chunk>) -> Option<Chunk> {
        let gloss = self.doc.text(at) == "[" && last.is_none_or(|c| c.noun().is_none());
        let stop = self.bracket(at, end).filter(|&stop| gloss && stop < end && self.is_person(stop))?;
        self.noun_group(stop, end).map(|chunk| Chunk { tokens: at..chunk.tokens.end, ..chunk })
    }

    /// "A, alias B, was": another name of the same person, up to the comma that closes it.
    pub(super) fn alias(&self, at: usize, end: usize) -> Option<usize> {
        let comma = self.doc.text(at) == ",";
        let word = at + usize::from(comma);
        let after = word + self.doc.hit(word, self.patterns.classes.aliases?)?.len as usize;
        let close = (after..end.min(after + NAME)).find(|&t| self.doc.text(t) == ",");
        let named = self.starting(after).find(|(_, m)| m.person().is_some()).map(|(_, m)| m.tokens.end);
        if comma { close.map(|t| t + 1) } else { named }
    }

    /// A name in quotation marks inside a noun group: 'the "Pure Hand" group'. Gives one past the closing mark.
    pub(super) fn quoted(&self, at: usize, end: usize) -> Option<usize> {
        let mark = |t: usize| matches!(self.doc.text(t), "\"" | "“" | "”");
        let glued = |t: usize| self.doc.tokens.get(t).is_some_and(|t| t.glued);
        let close = (at + 2..end.min(at + NAME + 2)).find(|&t| mark(t))?;
        let capital = |t: usize| self.is_capital(t);
        let small = |t: usize| matches!(self.doc.tag(t), Tag::IN | Tag::DT | Tag::CC | Tag::CD);
        let last = close - usize::from(matches!(self.doc.text(close - 1), "," | "."));
        let whole = capital(at + 1) && (at + 1..last).all(|t| capital(t) || small(t));
        // "Marta Ruiz civic force": a name whose last word says that it is a body.
        let body = last > at + 1 && self.patterns.classes.org_heads.is_some_and(|c| self.doc.is(last - 1, c));
        let named = whole || body && (at + 1..last).any(capital);
        (mark(at) && !glued(at) && glued(at + 1) && glued(close) && named).then_some(close + 1)
    }

    /// "a group CALLED THE OWLS", "a band calling itself "Pure Hand"": the name of a body belongs to its noun. Gives one past
    /// the name. "The group called the police" has a verb.
    pub(super) fn called(&self, noun: &mut Noun, start: usize, at: usize, end: usize) -> Option<usize> {
        let classes = self.patterns.classes;
        let body = [classes.org_heads, classes.partitives].into_iter().flatten().any(|c| self.doc.is(noun.head, c));
        let hit = |class| self.doc.hit(at, class?).map(|h| at + h.len as usize);
        let sure = hit(classes.aliases);
        let cue =
            sure.or_else(|| hit(classes.naming)).filter(|_| body && noun.head + 1 == at && noun.person.is_none())?;
        let name = cue + usize::from(self.doc.tag(cue) == Tag::DT);
        let stop = self.quoted(name, end).or_else(|| self.capitals(name, end))?;
        let governed = start > 0 && matches!(self.doc.tag(start - 1), Tag::IN | Tag::TO);
        let verb = stop < end && (self.doc.tag(stop).is_verb() || self.doc.tag(stop) == Tag::MD);
        let named = sure.is_some() || cue > at + 1 || governed || verb;
        noun.inner_orgs.extend((name..stop).flat_map(|t| self.orgs_at(t)).filter(|_| named));
        named.then_some(stop)
    }

    /// Capitalised words, with small ones between them, that name no person.
    fn capitals(&self, at: usize, end: usize) -> Option<usize> {
        let capital = |t: &usize| self.is_capital(*t);
        let small = |t: usize| matches!(self.doc.tag(t), Tag::IN | Tag::DT | Tag::CC);
        let run = (at..end.min(at + NAME)).take_while(|t| capital(t) || *t > at && small(*t)).filter(capital);
        run.last().map(|t| t + 1).filter(|_| self.is_capital(at) && !self.is_person(at))
    }

    fn is_capital(&self, at: usize) -> bool {
        self.doc.tokens.get(at).is_some_and(|t| matches!(t.shape, Shape::Capital | Shape::Upper))
    }

    /// Organisations that are named from the token on.
    fn orgs_at(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        self.starting(at).filter(|(_, m)| matches!(m.value, Value::Org { .. })).map(|(n, _)| n)
    }

    /// The quoted name joins the group; it is its head where no noun stands before it.
    pub(super) fn take_quoted(&self, noun: &mut Noun, inner: Range<usize>, head: Option<usize>) -> Option<usize> {
        let from = self.mentions.partition_point(|m| m.tokens.start < inner.start);
        let org = |m: &Mention| matches!(m.value, Value::Org { .. }) && m.tokens.end <= inner.end;
        let inside = self.mentions[from..].iter().take_while(|m| m.tokens.start < inner.end);
        noun.org = inside.enumerate().find(|(_, m)| org(m)).map(|(n, _)| from + n).or(noun.org);
        head.filter(|&h| self.doc.tag(h).is_noun()).or(inner.end.checked_sub(1))
    }

    pub(super) fn mentions_in(&self, range: Range<usize>) -> impl Iterator<Item = &Mention> {
        let from = self.mentions.partition_point(|m| m.tokens.start < range.start);
        self.mentions[from..].iter().take_while(move |m| m.tokens.start < range.end)
    }

    /// Tokens of "at least", "about", "more than" before a number.
    pub(super) fn approximation(&self, at: usize, end: usize) -> usize {
        let hit = self.patterns.classes.approximators.and_then(|class| self.doc.hit(at, class));
        let length = hit.map_or(0, |h| h.len as usize);
        let word = |t: usize| self.patterns.classes.numbers.is_some_and(|class| self.doc.is(t, class));
        let counts = |t: usize| t < end && (self.doc.tag(t) == Tag::CD || word(t));
        // "at least A DOZEN activists".
        let first = at + length + usize::from(self.doc.norm(at + length) == "a");
        let number = length > 0 && counts(first);
        let date = self.starting(at + length).any(|(_, m)| matches!(m.value, Value::Date(_)));
        if number && !date { length } else { 0 }
    }

    /// "set on fire TWO BUSES", "TWO COTTON MILLS": the number counts what follows it.
    pub(super) fn counts_next(&self, at: usize, start: usize) -> bool {
        let (next, then) = (self.doc.tag(at + 1), self.doc.tag(at + 2));
        let described = at == start + 1 && next == Tag::NN || next.is_adjective();
        let compound = next.is_adjective() && then == Tag::NN && self.doc.tag(at + 3) == Tag::NNS; // "two other LAND DEFENDERS"
        next == Tag::NNS || described && then == Tag::NNS || compound
    }

    /// "30 TO 40 armed men", "between 30 AND 40 men": the word between two numbers that count what follows them.
    pub(super) fn range(&self, at: usize, start: usize, end: usize) -> bool {
        let number = |t: usize| t >= start && t < end && self.doc.tag(t) == Tag::CD;
        let between = || start.checked_sub(1).is_some_and(|t| self.doc.norm(t) == "between");
        let joins = self.doc.norm(at) == "to" || self.doc.norm(at) == "and" && between();
        let counted = |t: usize| {
            let tag = self.doc.tag(t);
            tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::VBN | Tag::VBD)
        };
        joins && at > start && number(at - 1) && number(at + 1) && at + 2 < end && counted(at + 2)
    }

    /// A quotation mark around a word or two that are used, not said: a "forest guardian".
    pub(super) fn scare_quote(&self, at: usize) -> bool {
        let mark = |t: usize| matches!(self.doc.text(t), "\"" | "“" | "”" | "‘" | "’" | "'");
        let plain = |t: &usize| {
            let tag = self.doc.tag(*t);
            tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::CD | Tag::VBN | Tag::VBG) || self.is_hyphen(*t)
        };
        let inside = |t: usize| (1..=SCARE).contains(&t);
        let ahead = || (at + 1..self.doc.tokens.len()).take(SCARE + 1).take_while(plain).count();
        let behind = || (0..at).rev().take(SCARE + 1).take_while(plain).count();
        mark(at)
            && (inside(ahead()) && mark(at + 1 + ahead())
                || inside(behind()) && at > behind() && mark(at - 1 - behind()))
    }

    /// A quotation mark of a quote that goes on with the sentence around it: were "tried and jailed", the men "were beaten".
    pub(super) fn running_quote(&self, at: usize) -> bool {
        let mark = |t: usize| matches!(self.doc.text(t), "\"" | "“" | "”");
        let glued = |t: usize| self.doc.tokens.get(t).is_some_and(|t| t.glued);
        let opens = |t: usize| !glued(t) && glued(t + 1) && self.runs_on(t);
        let open = || (0..at).rev().take(QUOTE).find(|&t| mark(t));
        mark(at) && (opens(at) || glued(at) && open().is_some_and(opens))
    }

    /// Before the mark stands a word that tells of no speech; it leads on, or behind the mark comes a verb without a subject.
    fn runs_on(&self, at: usize) -> bool {
        let Some(last) = at.checked_sub(1) else { return false };
        let word = self.doc.tokens.get(last).is_some_and(|t| t.shape != Shape::Mark);
        let said = self.patterns.classes.reporting.is_some_and(|class| self.doc.is(last, class));
        let dash = matches!(self.doc.text(last), "–" | "—" | "-");
        let led = matches!(self.doc.tag(last), Tag::IN | Tag::TO | Tag::DT | Tag::PRPS); // known as "Tall John", was
        // X, the head of the cartel, "was behind it".
        let spoken = |t: usize| self.patterns.classes.reporting.is_some_and(|class| self.doc.is(t, class));
        let closed = self.doc.text(last) == "," && !last.checked_sub(1).is_some_and(spoken);
        (word && !said || dash) && (led || self.quoted_verb(at + 1)) || closed && self.auxiliary(at + 1).is_some()
    }

    /// The rest of a verb group stands in a quote.
    pub(super) fn quoted_rest(&self, at: usize, end: usize) -> bool {
        let last = at.checked_sub(1).is_some_and(|t| self.auxiliary(t).is_some());
        last && at + 1 < end && self.running_quote(at)
    }

    /// A verb, adverbs before it.
    fn quoted_verb(&self, at: usize) -> bool {
        let first = (at..at + 3).find(|&t| !self.doc.tag(t).is_adverb());
        first.is_some_and(|t| self.auxiliary(t).is_some() || matches!(self.doc.tag(t), Tag::VBN | Tag::VBD))
    }

    /// "two guards dead": an adjective after the noun says what became of it.
    pub(super) fn trailing(&self, at: usize, start: usize, end: usize) -> bool {
        let next = self.doc.tag(at + 1);
        let goes_on = at + 1 < end
            && (next.is_noun() || next.is_adjective() || self.joins_more(at + 1) || self.is_hyphen(at + 1));
        let captive = self.patterns.classes.captives.is_some_and(|class| self.doc.is(at, class));
        let people = self.patterns.classes.people;
        let office = |t: usize| people.and_then(|class| self.doc.hit(t, class)).is_some_and(|h| h.len > 1); // "attorney GENERAL"
        if at > start && office(at - 1) {
            return false;
        }
        let after = |tags: &[Tag]| at > start && !goes_on && tags.contains(&self.doc.tag(at - 1));
        // "are holding THE AMBASSADOR hostage".
        let person = || at > start && people.is_some_and(|class| self.doc.is(at - 1, class)) && after(&[Tag::NN]);
        self.doc.tag(at) == Tag::JJ && after(&[Tag::NN, Tag::NNS]) || captive && (after(&[Tag::NNS]) || person())
    }

    /// "dead AND WOUNDED": another adjective or participle follows the conjunction, no group of its own.
    fn joins_more(&self, at: usize) -> bool {
        let next = self.doc.tag(at + 1);
        self.doc.tag(at) == Tag::CC && !matches!(next, Tag::CD | Tag::DT | Tag::PRPS | Tag::PRP)
    }

    /// "the stabbing of": a gerund that takes its object with "of".
    pub(super) fn verbal_noun(&self, at: usize) -> bool {
        self.doc.tag(at) == Tag::VBG && self.doc.norm(at + 1) == "of"
    }

    /// "the wounded": a participle that stands for people.
    pub(super) fn nominal_participle(&self, at: usize, start: usize, end: usize) -> bool {
        let article =
            at == start + 1 && self.doc.tag(start) == Tag::DT && matches!(self.doc.norm(start), "the" | "these");
        let next = self.doc.tag(at + 1);
        article
            && (at + 1 >= end
                || !(next.is_noun() || next.is_adjective() || next == Tag::CD || self.is_name_token(at + 1)))
    }

    /// "to track people": a trigger verb that the tagger read as a noun.
    pub(super) fn misread_infinitive(&self, at: usize, end: usize) -> bool {
        let object =
            at + 2 < end && matches!(self.doc.tag(at + 2), Tag::NNS | Tag::DT | Tag::PRPS | Tag::NNP | Tag::PRP);
        let verb = |word: Word| {
            self.patterns.frames.starting_with(word).any(|(words, rule)| words.len() == 1 && rule.part == Part::Verb)
        };
        self.doc.tag(at) == Tag::TO && object && self.doc.tag(at + 1) == Tag::NN && verb(self.doc.word(at + 1))
    }

    /// "said THAT the rebels also killed": a word that always opens a clause governs nothing in what is read after it.
    pub(super) fn open_last(&self, out: &mut [Chunk]) {
        let Some(n) = out.len().checked_sub(1) else { return };
        if self.opens_clause(out, n) {
            out[n].kind = Kind::Opener;
        }
    }

    /// A preposition that is a subordinating word here.
    pub(super) fn opens_clause(&self, chunks: &[Chunk], n: usize) -> bool {
        let at = chunks[n].tokens.start;
        let hit = self.patterns.classes.subordinators.and_then(|class| self.doc.hit(at, class));
        let entry = hit.filter(|_| chunks[n].is_prep()).and_then(|h| self.patterns.lexicon.entry(h.entry));
        let Some(entry) = entry else { return false };
        let finite = |c: &Chunk| c.verb().is_some_and(|v| v.is_told());
        let subject = chunks.get(n + 1).is_some_and(|c| c.noun().is_some());
        let after = chunks.get(n + 2..).unwrap_or_default();
        // "after a reporter, MARTA LOPEZ, was shot": an apposition between commas may stand before the verb.
        let aside = after.first().filter(|c| c.is_comma()).and_then(|_| after.iter().skip(1).position(Chunk::is_comma));
        let after = aside.filter(|&n| n < 6).and_then(|n| after.get(n + 2..)).unwrap_or(after);
        // "after a man IN A HELMET hacked him".
        let hung = |w: &[Chunk]| w[0].is_prep() && w[1].noun().is_some();
        let hangs = matches!(self.doc.norm(at), "after" | "before");
        let after = after.chunks_exact(2).position(|w| !hangs || !hung(w)).map_or(after, |n| &after[2 * n..]);
        // "after gunmen THIS MORNING placed a bomb".
        let plain = |c: &&Chunk| !c.is_other() && !c.is_date();
        let verb = after.iter().find(plain).is_some_and(finite);
        entry.value == "always" || subject && verb
    }
}

/// A name of somebody, a body or a place.
pub(super) fn is_name(m: &Mention) -> bool {
    matches!(m.value, Value::Person(_) | Value::Org { .. } | Value::Place(_))
}

/// A name behind which a group ends unless it plainly goes on.
pub(super) fn noun_ends_here(m: &Mention) -> bool {
    matches!(&m.value, Value::Place(p) if p.form != PlaceForm::Demonym) || matches!(m.value, Value::Org { .. })
}
