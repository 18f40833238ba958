//! What can be seen of an incident and says something about its being right: signs, each with a weight in `confidence.csv`.

use crate::document::{Sentence, Tag};
use crate::frames::Argument;
use crate::frames::people::argument::{Reader, Sort};
use crate::incidents::Incident;
use crate::incidents::confidence::around::Around;
use crate::incidents::dossier::Dossier;
use crate::incidents::fact::Fact;
use crate::ingest::LineKind;
use crate::patterns::gazetteer::country_of;
use crate::patterns::methods::{is_general, of_authorities};
use std::collections::BTreeSet;

/// Sentences from which an event is told often, and after which it comes late.
const OFTEN: usize = 4;
const LATE: usize = 20;
/// Days before publication from which a case is an old one.
const OLD: i32 = 60;

/// An incident, all that it was made of, and what lies around it.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    /// The article.
    pub read: Reader<'a>,
    /// The facts.
    pub dossier: &'a Dossier,
    /// The row to be.
    pub incident: &'a Incident,
    /// The article's other incidents.
    pub around: &'a Around,
}

/// A sign: its name in `confidence.csv`, and the test.
pub type Sign = (&'static str, fn(&Case) -> bool);

/// All signs, in the order in which reasons are listed.
pub const SIGNS: &[Sign] = &[
    ("victim_named", |c| c.named()),
    ("victim_in_title", |c| c.dossier.named().iter().any(|e| c.around.titled.contains(e))),
    ("victim_role", |c| !c.named() && c.any_victim(|v| v.entity.is_none() && v.sort == Sort::Role)),
    ("victim_persecuted", |c| c.any(|f| f.frame.persecuted)),
    ("victim_military", |c| c.any_victim(|v| v.entity.is_none() && c.soldier(v))),
    ("victim_uncounted", |c| c.incident.victims.iter().any(|v| v.name.is_none() && v.count.is_none())),
    ("victim_bare_plural", |c| !c.incident.victims.is_empty() && c.all(|f| c.nobody(f))),
    ("victim_by_reference", |c| c.all(|f| f.by_reference)),
    ("victims_several", |c| c.incident.victims.len() > 1),
    ("perpetrator_described", |c| c.incident.perpetrators.iter().any(|p| p.name.is_none())),
    ("perpetrator_group", |c| c.incident.perpetrators.iter().any(|p| p.name.is_some() && p.kind == "group")),
    ("perpetrator_state", |c| c.incident.perpetrators.iter().any(|p| p.kind == "state")),
    ("suspects_arrested", |c| !c.dossier.suspects.is_empty()),
    ("method_known", |c| c.incident.methods.iter().any(|m| !is_general(m))),
    ("method_of_authorities", |c| c.incident.methods.iter().all(|m| of_authorities(m))),
    ("instrument_stated", |c| !c.incident.instruments.is_empty()),
    ("killed_counted", |c| c.incident.killed.is_some()),
    ("told_first", |c| c.in_title() || c.first() == Some(0)),
    ("told_thrice", |c| c.dossier.facts.len() > 2),
    ("told_often", |c| c.sentences().len() >= OFTEN),
    ("told_late", |c| !c.in_title() && c.first().is_some_and(|n| n >= LATE)),
    ("told_as_past", |c| c.any(|f| !f.frame.nominal && c.past(f))),
    ("told_as_present", |c| c.any(|f| !f.frame.nominal) && c.all(|f| f.frame.nominal || c.present(f))),
    ("told_as_plural", |c| {
        c.all(|f| f.frame.nominal && c.read.doc.tag(f.frame.trigger.end.saturating_sub(1)) == Tag::NNS)
    }),
    ("attributed", |c| c.any_sentence(|s| s.tokens.clone().any(|t| c.read.reports(t)))),
    ("weak_trigger", |c| c.all(|f| f.frame.weak)),
    ("in_quotes", |c| c.all_sentences(|s| s.tokens.clone().any(|t| matches!(c.read.doc.text(t), "\"" | "“" | "”")))),
    ("in_first_person", |c| c.all_sentences(|s| c.read.holds(s.tokens.clone(), c.read.patterns.classes.speakers))),
    ("beside_combat", |c| c.any_sentence(|s| c.read.holds(s.tokens.clone(), c.read.patterns.classes.combat))),
    ("beside_court", |c| c.any_sentence(|s| c.read.holds(s.tokens.clone(), c.read.patterns.classes.court))),
    ("place_country_only", |c| c.incident.places.iter().all(|p| country_of(&p.name).is_some())),
    ("date_stated", |c| c.dossier.date().is_some()),
    ("date_unknown", |c| c.incident.date.is_none()),
    ("shares_victim", |c| c.around.shares_victim(c.incident)),
    ("shares_sentence", |c| c.around.shares_sentence(c.incident)),
    ("article_speech", |c| c.around.speech),
    ("article_war", |c| c.around.war),
    ("article_wire", |c| c.around.wire),
    ("article_wire_old", |c| c.around.wire && c.age().is_some_and(|days| days > OLD)),
];

impl<'a> Case<'a> {
    fn named(&self) -> bool {
        self.incident.victims.iter().any(|v| v.name.is_some())
    }

    fn any(&self, test: impl Fn(&Fact) -> bool) -> bool {
        self.dossier.facts.iter().any(test)
    }

    fn all(&self, test: impl Fn(&Fact) -> bool) -> bool {
        self.dossier.facts.iter().all(test)
    }

    fn any_victim(&self, test: impl Fn(&Argument) -> bool) -> bool {
        self.dossier.facts.iter().flat_map(|f| &f.victims).any(test)
    }

    fn sentence(&self, fact: &Fact) -> Option<&'a Sentence> {
        self.read.doc.sentences.get(fact.frame.sentence)
    }

    fn any_sentence(&self, test: impl Fn(&Sentence) -> bool) -> bool {
        self.any(|f| self.sentence(f).is_some_and(&test))
    }

    fn all_sentences(&self, test: impl Fn(&Sentence) -> bool) -> bool {
        self.all(|f| self.sentence(f).is_some_and(&test))
    }

    fn in_title(&self) -> bool {
        self.any_sentence(|s| matches!(s.kind, LineKind::Title | LineKind::Standfirst))
    }

    fn sentences(&self) -> BTreeSet<usize> {
        self.dossier.facts.iter().map(|f| f.frame.sentence).collect()
    }

    /// Sentences of running text before the first that tells of it.
    fn first(&self) -> Option<usize> {
        self.sentences().into_iter().find_map(|s| s.checked_sub(self.around.opening))
    }

    fn soldier(&self, victim: &Argument) -> bool {
        victim.sort != Sort::Pronoun && self.read.holds(victim.tokens.clone(), self.read.patterns.classes.military)
    }

    /// "Journalists are killed": all victims are bare plurals.
    fn nobody(&self, fact: &Fact) -> bool {
        let last = |v: &Argument| self.read.doc.tag(v.tokens.end.saturating_sub(1));
        let definite = |v: &Argument| matches!(v.word_before(self.read.doc), "the" | "these" | "those");
        let bare = |v: &Argument| v.count.is_none() && last(v) == Tag::NNS && !definite(v);
        fact.named().next().is_none() && fact.described().all(bare)
    }

    fn past(&self, fact: &Fact) -> bool {
        matches!(self.read.doc.tag(fact.frame.trigger.start), Tag::VBD | Tag::VBN)
    }

    /// "They kill journalists", "to kill him".
    fn present(&self, fact: &Fact) -> bool {
        matches!(self.read.doc.tag(fact.frame.trigger.start), Tag::VB | Tag::VBP | Tag::VBZ)
    }

    /// Days from the event to publication.
    fn age(&self) -> Option<i32> {
        let published = self.read.doc.article.published.as_ref()?.date;
        Some((published - self.incident.date.as_ref()?.value.interval?.1).get_days())
    }
}
