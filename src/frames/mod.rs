//! Mentions -> frames: one clause that says something happened to someone.
//!
//! FASTUS's cascade (Hobbs et al. 1997): chunks, then arguments by pattern, then status and setting. Only sentences that
//! hold a trigger are looked at.
//!
//! * [`syntax`]: phrases and clauses of a sentence, whatever it tells of
//! * [`people`]: who or what a noun group means
//! * [`trigger`]: the ways in which an attack is told; [`refusal`]: when the words mean none
//! * [`blame`]: who is said to have done it; [`setting`]: where and when; [`modality`]: whether it happened
//! * [`build`]: one sentence through all of them; [`fuse`]: frames of one sentence that tell of one event; [`tally`]: numbers
//!   told beside the cases that they count

pub mod blame;
pub mod build;
pub mod draft;
pub mod example;
pub mod fuse;
mod heard;
pub mod modality;
pub mod people;
mod reading;
pub mod refusal;
pub mod setting;
pub mod syntax;
pub mod tally;
pub mod trigger;

use crate::document::Document;
use crate::mentions::{Mention, Source};
use crate::patterns::Patterns;
use crate::patterns::source::Rule;
use crate::span::Span;
use people::argument::{Reader, Sort};
use std::ops::Range;

/// What the text says about an event's reality.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Status {
    Reported,
    Alleged,
    Attempted,
    Threatened,
    Planned,
    Denied,
}

const STATUSES: [(&str, Status); 6] = [
    ("reported", Status::Reported),
    ("alleged", Status::Alleged),
    ("attempted", Status::Attempted),
    ("threatened", Status::Threatened),
    ("planned", Status::Planned),
    ("denied", Status::Denied),
];

impl Status {
    /// Name used in outputs.
    pub fn name(self) -> &'static str {
        STATUSES.iter().find(|(_, s)| *s == self).map_or("reported", |(n, _)| n)
    }

    /// It happened, as far as anybody says.
    pub fn happened(self) -> bool {
        matches!(self, Status::Reported | Status::Alleged)
    }

    /// The status of that name.
    pub fn parse(name: &str) -> Option<Status> {
        STATUSES.iter().find(|(n, _)| *n == name).map(|(_, s)| *s)
    }
}

/// A participant of a frame: a noun phrase.
#[derive(Clone, Debug)]
pub struct Argument {
    /// Tokens of the whole phrase, without a leading article.
    pub tokens: Range<usize>,
    /// Bytes of the phrase.
    pub span: Span,
    /// The person's number in the article, when the phrase names one.
    pub entity: Option<u32>,
    /// The name (person, organisation or state), when the phrase has one.
    pub name: Option<String>,
    /// The phrase without the name: "former Russian spy".
    pub description: Option<String>,
    /// `person`, `group`, `state`, `unknown`.
    pub kind: &'static str,
    /// How many, where a number stands; 1 for a name or a singular noun.
    pub count: Option<u32>,
    /// What sort of being it is.
    pub sort: Sort,
}

/// One clause's statement.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Tokens of the trigger.
    pub trigger: Range<usize>,
    /// Index of the sentence.
    pub sentence: usize,
    /// Bytes of the sentence to quote.
    pub quote: Span,
    /// Method codes.
    pub methods: Vec<String>,
    /// Who was attacked.
    pub victims: Vec<Argument>,
    /// Who allegedly did it.
    pub perpetrators: Vec<Argument>,
    /// With what.
    pub instruments: Vec<Argument>,
    /// Buildings and vehicles attacked.
    pub targets: Vec<Argument>,
    /// Indices of place mentions, most specific first.
    pub places: Vec<usize>,
    /// Index of the mention of a university or school at which it happened.
    pub campus: Option<usize>,
    /// Index of the date mention.
    pub date: Option<usize>,
    /// Reality.
    pub status: Status,
    /// Somebody died.
    pub fatal: Option<bool>,
    /// Somebody was hurt, not killed.
    pub injures: bool,
    /// Adds facts only; makes no incident by itself.
    pub carrier: bool,
    /// The rule is weak: see `FrameRule::weak`.
    pub weak: bool,
    /// The date, if any, is that of a later stage: of the trial, or of what the "jailed editor" did next.
    pub later: bool,
    /// A state that goes on: see `FrameRule::lasting`.
    pub lasting: bool,
    /// Dates of the sentence that belong to other verbs: indices of mentions.
    pub other_dates: Vec<usize>,
    /// The trigger may tell of an arrest, too: see `FrameRule::custody`.
    pub custody: bool,
    /// Pressure with the means of the law, without an arrest: a charge, a summons, a search.
    pub legal: bool,
    /// A victim is a journalist, activist or the like: see `standing`.
    pub persecuted: bool,
    /// The arrest or charge of a suspect: a follow-up of another incident.
    pub follow_up: bool,
    /// The trigger is a definite noun ("the attack"): it points back.
    pub definite: bool,
    /// The trigger is a noun.
    pub nominal: bool,
    /// The rule that fired.
    pub rule: Rule,
    /// The line of data it rests on.
    pub source: Option<Source>,
}

impl Frame {
    /// Somebody claims an event that is told elsewhere: a carrier of perpetrators alone, without a method.
    pub fn claim(trigger: Range<usize>, sentence: usize, quote: Span, perpetrators: Vec<Argument>) -> Frame {
        Frame {
            trigger,
            sentence,
            quote,
            methods: Vec::new(),
            victims: Vec::new(),
            perpetrators,
            instruments: Vec::new(),
            targets: Vec::new(),
            places: Vec::new(),
            campus: None,
            date: None,
            status: Status::Reported,
            fatal: None,
            injures: false,
            carrier: true,
            weak: true,
            later: false,
            lasting: false,
            custody: false,
            legal: false,
            other_dates: Vec::new(),
            persecuted: false,
            follow_up: false,
            definite: true,
            nominal: true,
            rule: crate::code_rule!("claim-of-responsibility"),
            source: None,
        }
    }
}

/// A reading that was considered and dropped, for `explain`.
#[derive(Clone, Debug)]
pub struct Dropped {
    /// Tokens of the trigger.
    pub trigger: Range<usize>,
    /// The rule that would have fired.
    pub rule: Rule,
    /// Why not.
    pub because: String,
}

/// All frames in text order, and the dropped readings.
pub fn find(doc: &Document, mentions: &[Mention], patterns: &Patterns) -> (Vec<Frame>, Vec<Dropped>) {
    let genre = refusal::genre::of(doc, patterns);
    let mut frames = Vec::new();
    let mut dropped = Vec::new();
    let voices = people::standing::voices(Reader { doc, mentions, patterns });
    for (n, sentence) in doc.sentences.iter().enumerate() {
        if sentence.kind.tells() {
            let mut builder =
                build::Builder { doc, mentions, patterns, genre: &genre, voices: &voices, dropped: &mut dropped };
            frames.extend(builder.sentence(n));
        }
    }
    people::referent::settle(Reader { doc, mentions, patterns }, &mut frames);
    blame::followup::spread(Reader { doc, mentions, patterns }, &mut frames);
    trigger::echo::settle(&mut frames, &mut dropped);
    trigger::custody::settle(Reader { doc, mentions, patterns }, &mut frames);
    trigger::traces::settle(Reader { doc, mentions, patterns }, &mut frames);
    trigger::telltale::settle(Reader { doc, mentions, patterns }, &genre, &mut frames);
    (frames, dropped)
}
