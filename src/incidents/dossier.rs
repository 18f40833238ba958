//! Facts that tell of one event, gathered.

use crate::document::Document;
use crate::frames::people::argument::Sort;
use crate::frames::people::identity::Identity;
use crate::frames::{Argument, Status};
use crate::incidents::Quote;
use crate::incidents::fact::{Fact, head};
use crate::incidents::gather::family;
use crate::incidents::sites::home::Home;
use crate::mentions::dates::expr::Expr;
use crate::mentions::{DateValue, Place, Precision};
use crate::patterns::methods::{abuses, is_general, is_violent, kind_of, may_kill, takes_captive};

/// A place taken from outside the event's clauses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inferred {
    /// Index of the place mention.
    pub mention: usize,
    /// Why it was taken.
    pub reason: &'static str,
    /// Only its country is meant: a capital in a dateline says where the agency sits.
    pub country_only: bool,
}

/// A date counted from that of another event: "two months after her brother was abducted".
#[derive(Clone, Debug)]
pub struct Counted {
    /// Its value.
    pub value: DateValue,
    /// The words that say how long.
    pub text: String,
}

/// Somebody accused outside the event's own sentences.
#[derive(Clone, Debug)]
pub struct Suspect {
    /// Who.
    pub person: Argument,
    /// What says so.
    pub quote: Quote,
}

/// One event of the article and all that was said of it.
#[derive(Clone, Debug)]
pub struct Dossier {
    /// Facts in text order of their arrival.
    pub facts: Vec<Fact>,
    /// A place when no fact states one.
    pub inferred_place: Option<Inferred>,
    /// The town that the article is set in, for an event that names no town itself.
    pub home: Option<Home>,
    /// The date when no fact states one: index of the date mention, with the reason.
    pub inferred_date: Option<(usize, &'static str)>,
    /// The date counted from that of another event.
    pub counted_date: Option<Counted>,
    /// Perpetrators that follow-ups add (arrested suspects).
    pub suspects: Vec<Suspect>,
    /// Victims identified by name in sentences of their own.
    pub identified: Vec<Identity>,
}

impl Dossier {
    /// A dossier with its first fact.
    pub fn new(fact: Fact) -> Self {
        Dossier {
            facts: vec![fact],
            inferred_place: None,
            home: None,
            inferred_date: None,
            counted_date: None,
            suspects: Vec::new(),
            identified: Vec::new(),
        }
    }

    /// Takes in all that another dossier holds.
    pub fn absorb(&mut self, other: Dossier) {
        self.facts.extend(other.facts);
        self.suspects.extend(other.suspects);
        self.identified.extend(other.identified);
    }

    /// All who are said to have done it, suspects last.
    pub fn accused(&self) -> impl Iterator<Item = &Argument> {
        self.facts.iter().flat_map(|f| &f.perpetrators).chain(self.suspects.iter().map(|s| &s.person))
    }

    /// Method codes: specific ones; general ones only when nothing specific is known.
    pub fn methods(&self) -> Vec<String> {
        self.methods_of(|_| true)
    }

    /// The same without what lay ahead: "X was held. ... They may kill him"; "they would beat him" tells of a habit.
    pub fn methods_done(&self) -> Vec<String> {
        let told = self.status().happened();
        let coming = |f: &Fact| matches!(f.frame.status, Status::Planned | Status::Threatened);
        let ahead = |f: &Fact| coming(f) && !f.frame.methods.iter().any(|m| abuses(m) || m == "threat");
        self.methods_of(|f| !told || !ahead(f))
    }

    fn methods_of(&self, counts: impl Fn(&Fact) -> bool) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for method in self.facts.iter().filter(|f| counts(f)).flat_map(|f| &f.frame.methods) {
            if !all.contains(method) {
                all.push(method.clone());
            }
        }
        if all.iter().any(|m| may_kill(m)) {
            all.retain(|m| !family::is_general(m));
        }
        if all.iter().any(|m| m == "killing_unspecified") {
            all.retain(|m| m != "assault_unspecified");
        }
        if all.iter().any(|m| m == "detention") && self.facts.iter().all(by_authority) {
            all.retain(|m| m != "abduction");
        }
        // "was taken from home by police and charged".
        if all.iter().any(|m| m == "harassment") && self.facts.iter().any(|f| f.frame.custody) {
            let arrest = self.facts.iter().all(|f| by_authority(f) && !f.perpetrators.is_empty() || f.frame.later);
            all.iter_mut().filter(|m| arrest && *m == "abduction").for_each(|m| *m = "detention".into());
        }
        let wider: Vec<&str> = all.iter().filter_map(|m| kind_of(m)).filter(|m| !all.iter().any(|a| a == m)).collect();
        all.extend(wider.into_iter().map(str::to_string));
        // "was abducted. ... claimed responsibility for the ATTACK": another word for it.
        if all.iter().any(|m| takes_captive(m)) && !self.facts.iter().any(attacks) {
            all.retain(|m| m != "assault_unspecified");
        }
        // A charge, a summons or a search beside the arrest is a part of it.
        if all.iter().any(|m| family::of(m) != family::Family::Pressure) {
            all.retain(|m| m != "harassment");
        }
        all
    }

    /// Entities of all named victims.
    pub fn named(&self) -> Vec<u32> {
        let mut out: Vec<u32> = self.facts.iter().flat_map(|f| f.named().collect::<Vec<_>>()).collect();
        out.extend(self.identified.iter().filter_map(|i| i.person.entity));
        out.sort_unstable();
        out.dedup();
        out
    }

    /// One of these persons is a named victim.
    pub fn hurts(&self, mut persons: impl Iterator<Item = u32>) -> bool {
        let named = self.named();
        persons.any(|e| named.contains(&e))
    }

    /// Head words of victims without a name.
    pub fn heads(&self, doc: &Document) -> Vec<String> {
        self.facts.iter().flat_map(|f| f.described().map(|v| head(doc, v)).collect::<Vec<_>>()).collect()
    }

    /// The fact that dates the event: the most precise one, rather not one that tells of a later stage
    /// or only of a time of day, rather the capture of somebody who was killed later.
    pub fn dated(&self) -> Option<(&Fact, &DateValue)> {
        let dated = self.facts.iter().filter_map(|f| Some((f, f.date.as_ref().filter(|d| d.interval.is_some())?)));
        let begins = |f: &Fact, d: &DateValue| f.takes_captive() && d.precision <= Precision::Month;
        // "X, who was SHOT A WEEK AGO, died on Sunday".
        let dies = |f: &Fact| f.frame.fatal == Some(true) && (f.frame.weak || f.frame.carrier) && !f.frame.nominal;
        let struck = |f: &Fact, d: &DateValue| {
            f.frame.methods.iter().any(|m| is_violent(m) && !is_general(m)) && d.precision <= Precision::Week
        };
        let attacked = dated.clone().any(|(f, d)| struck(f, d));
        let outcome = |f: &Fact| attacked && dies(f) && f.frame.methods.iter().all(|m| is_general(m));
        dated
            .min_by_key(|(f, d)| (f.frame.later, d.reading.expr == Expr::Clock, outcome(f), !begins(f, d), d.precision))
    }

    /// The date of the event, and whether it is that of a later stage.
    pub fn told(&self) -> Option<(&DateValue, bool)> {
        self.dated().map(|(f, d)| (d, f.frame.later))
    }

    /// The date of the event.
    pub fn date(&self) -> Option<&DateValue> {
        self.dated().map(|(_, d)| d)
    }

    /// All stated places.
    pub fn places(&self) -> Vec<&Place> {
        self.facts.iter().flat_map(|f| &f.places).collect()
    }

    /// What most facts say plainly, or half of them beside plans and threats; else the most reserved status.
    pub fn status(&self) -> Status {
        let told = || self.facts.iter().filter(|f| !self.spares(f));
        let all = told().map(|f| f.frame.status);
        let certain = |s: &Status| *s == Status::Reported;
        let (share, number) = (told().filter(|f| certain(&f.frame.status)).count(), told().count());
        let first = self.facts.first().map_or(Status::Reported, |f| f.frame.status);
        // "X was abducted. ... Who may have seized him?"
        let befell = |f: &Fact| f.frame.fatal == Some(true) || !f.frame.nominal && !f.victims.is_empty();
        let done = self.facts.iter().any(|f| certain(&f.frame.status) && befell(f));
        let ahead = |s: &Status| matches!(s, Status::Planned | Status::Threatened);
        let half = done && share * 2 == number && all.clone().all(|s| certain(&s) || ahead(&s));
        if half || share * 2 > number { Status::Reported } else { all.fold(first, Status::max_by_rank) }
    }

    /// "X was shot. HER CHILDREN WERE NOT HURT": whom the fact tells of was spared, in an event that hurt others.
    pub fn spares(&self, fact: &Fact) -> bool {
        let harmless = |f: &Fact| f.frame.status == Status::Denied && f.frame.injures;
        let hurt = |f: &Fact| f.frame.status.happened() && !f.victims.is_empty();
        harmless(fact) && self.facts.iter().any(hurt)
    }

    /// Sentence of the latest fact that stands no later than this one.
    pub fn told_by(&self, sentence: usize) -> Option<usize> {
        self.facts.iter().map(|f| f.frame.sentence).filter(|&s| s <= sentence).max()
    }

    /// Sentence of the latest fact.
    pub fn last_sentence(&self) -> usize {
        self.facts.iter().map(|f| f.frame.sentence).max().unwrap_or(0)
    }

    /// Sentence of the first fact.
    pub fn first_sentence(&self) -> usize {
        self.facts.iter().map(|f| f.frame.sentence).min().unwrap_or(0)
    }
}

/// "was abducted and ATTACKED": no bare "the attack".
fn attacks(fact: &Fact) -> bool {
    fact.frame.methods.iter().any(|m| m == "assault_unspecified") && (!fact.frame.nominal || !fact.victims.is_empty())
}

/// "X was arrested. ... The police who picked her up": what the fact calls a capture may be the arrest itself.
fn by_authority(fact: &Fact) -> bool {
    let arrests = |p: &Argument| matches!(p.sort, Sort::Force | Sort::State);
    let taken = fact.frame.methods.iter().any(|m| m == "abduction");
    !taken || fact.frame.custody && fact.perpetrators.iter().all(arrests)
}
