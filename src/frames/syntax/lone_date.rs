//! Does a date stand by itself, or belong to the noun after it? "on 26 January terrorists murdered", "the 1988 law".
//!
//! Part of the reading of chunks: input, a date mention and the words around it.

use crate::document::Tag;
use crate::frames::syntax::chunker::Chunker;
use crate::mentions::{Mention, Value};

impl Chunker<'_> {
    /// A date mention that does not belong to the noun after it.
    pub(super) fn lone_date(&self, at: usize, end: usize) -> Option<(usize, usize)> {
        let (index, m) = self.starting(at).find(|(_, m)| matches!(m.value, Value::Date(_)))?;
        let stop = m.tokens.end.min(end);
        let possessive = self.doc.tag(stop) == Tag::POS || self.is_clitic(stop);
        // "ON 26 JANUARY terrorists murdered": a day after a preposition is whole.
        let day = m.date().is_some_and(|d| d.class == "DATE") && at > 0 && self.doc.norm(at - 1) == "on";
        let modifies = !day
            && !self.fronts_clause(at, stop)
            && stop < end
            && self.doc.tag(stop).is_noun()
            && self.counts(at)
            && !self.is_person(stop);
        // "the 63-YEAR-OLD, who", "a 16-YEAR-OLD allegedly stabbed"
        let verb = self.doc.tag(stop + usize::from(self.doc.tag(stop).is_adverb())).is_verb();
        let ends = stop >= end || verb || self.doc.norm(stop) == ",";
        let person = ends || self.describes(stop) || self.is_person(stop);
        // "a 16-YEAR OLD boy".
        let old = self.doc.norm(stop) == "old" && !self.doc.tag(stop + 1).is_adverb();
        let old = old && m.date().is_some_and(|d| d.class == "DURATION");
        let age = self.is_age(m) && person || old;
        (!possessive && !modifies && !age).then_some((index, stop))
    }

    /// "; IN 1998 shots were fired", "LAST MAY police arrested": a date at the front of a clause, before its subject and verb.
    fn fronts_clause(&self, at: usize, stop: usize) -> bool {
        let prep = at.checked_sub(1).filter(|&t| self.doc.norm(t) == "in");
        let opens = |t: usize| self.doc.sentence_of(t).is_some_and(|s| s.tokens.start == t);
        let front =
            |t: usize| t == 0 || opens(t) || matches!(self.doc.norm(t - 1), "," | ";" | ":" | "." | "and" | "but");
        let verb = (stop..).find(|&t| !self.doc.tag(t).is_noun()).map(|t| self.doc.tag(t));
        let step = stop - at > 1 && opens(at) && self.doc.norm(at) == "last";
        (step || prep.is_some_and(front)) && verb.is_some_and(|tag| tag.is_verb() || tag == Tag::MD)
    }

    /// "her five-year-old": a duration that ends as an adjective describes whoever is named next.
    pub(super) fn is_age(&self, m: &Mention) -> bool {
        let duration = matches!(&m.value, Value::Date(d) if d.class == "DURATION");
        duration && self.doc.tag(m.tokens.end.saturating_sub(1)).is_adjective()
    }

    /// "a 15-year-old WAS shot": no noun, name or adjective follows.
    fn is_whole(&self, at: usize, end: usize) -> bool {
        let described = at < end && (self.doc.tag(at).is_adjective() || self.starting(at).next().is_some());
        !described && !self.date_inside(at, end)
    }

    /// The date before `at` is inside a noun group that goes on.
    pub(super) fn date_inside(&self, at: usize, end: usize) -> bool {
        at < end && (self.is_possessive(at) || self.doc.tag(at).is_noun() && !self.is_person(at))
    }

    /// "a 15-YEAR-OLD was shot", "the editor of A WEEKLY": the date is what the group is about.
    pub(super) fn is_head(&self, date: &Mention, end: usize) -> bool {
        self.is_age(date) && self.is_whole(date.tokens.end, end) || self.is_periodical(date)
    }

    /// "the editor of A WEEKLY which": a paper, called by how often it appears.
    fn is_periodical(&self, date: &Mention) -> bool {
        let at = date.tokens.start;
        let often = date.tokens.len() == 1 && date.date().is_some_and(|d| d.class == "SET");
        let led = at > 0 && matches!(self.doc.tag(at - 1), Tag::DT | Tag::JJ | Tag::PRPS | Tag::POS | Tag::CD);
        often && led && self.doc.tag(at) == Tag::NN
    }
}
