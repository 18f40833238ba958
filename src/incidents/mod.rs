//! Frames -> incident candidates: assembled and merged inside the article, ranked, judged.
//!
//! * [`fact`]: a frame whose pronouns and roles have become persons (`coreference`)
//! * [`gather`]: facts of one event put together into a [`dossier`]
//! * [`accused`], [`sites`]: who did it and where, of all that a dossier says
//! * [`worth`]: is it an incident at all; [`rank`], [`confidence`]: which is told first, and how sure it is
//! * [`record`], [`quotes`]: the row

pub mod accused;
pub mod confidence;
mod coreference;
pub mod dossier;
pub mod fact;
pub mod gather;
pub mod quotes;
pub mod rank;
pub mod record;
pub mod sites;
pub mod worth;

use crate::document::Document;
use crate::frames::people::argument::Reader;
use crate::frames::{Dropped, Frame, Status};
use crate::mentions::{DateValue, Mention, Place, Source};
use crate::patterns::Patterns;
use crate::patterns::source::Rule;
use crate::span::Span;
use dossier::Dossier;
use fact::Fact;

/// A person or group of an incident.
#[derive(Clone, Debug, Default)]
pub struct Party {
    /// Name; `None` when the text gives none.
    pub name: Option<String>,
    /// The phrase as written where it is fullest.
    pub text: String,
    /// Role or description ("opposition figure").
    pub description: Option<String>,
    /// Other forms in the article.
    pub aliases: Vec<String>,
    /// `person`, `group`, `state`, `unknown`.
    pub kind: &'static str,
    /// How many, where stated.
    pub count: Option<u32>,
}

/// Where an incident happened.
#[derive(Clone, Debug)]
pub struct Site {
    /// The phrase as written.
    pub text: String,
    /// Name as written or from the gazetteer.
    pub name: String,
    /// The gazetteer place, when resolved.
    pub place: Option<Place>,
}

/// When an incident happened.
#[derive(Clone, Debug)]
pub struct When {
    /// Interval, precision and basis.
    pub value: DateValue,
    /// The expression as written.
    pub text: String,
}

/// A quote that supports the incident.
#[derive(Clone, Debug)]
pub struct Quote {
    /// Bytes in the article's text.
    pub span: Span,
    /// The rule that read it.
    pub rule: Rule,
    /// The line of data it rests on.
    pub source: Option<Source>,
    /// Says who was meant; does not tell of the event itself.
    pub names: bool,
}

/// One incident candidate.
#[derive(Clone, Debug)]
pub struct Incident {
    /// Stable id, from content.
    pub id: String,
    /// 1 for what the article is about, then by how much it is told.
    pub rank: u32,
    /// Method codes, most specific first.
    pub methods: Vec<String>,
    /// Reality.
    pub status: Status,
    /// Somebody died.
    pub fatal: Option<bool>,
    /// Number killed.
    pub killed: Option<u32>,
    /// Number injured.
    pub injured: Option<u32>,
    /// Who was attacked.
    pub victims: Vec<Party>,
    /// Who allegedly did it.
    pub perpetrators: Vec<Party>,
    /// With what.
    pub instruments: Vec<String>,
    /// Where, most specific first.
    pub places: Vec<Site>,
    /// When.
    pub date: Option<When>,
    /// Where nothing tells when: it was known on this day, the day of publication.
    pub known_by: Option<jiff::civil::Date>,
    /// How likely the row is right; set by `confidence`.
    pub confidence: f64,
    /// Named reasons of the confidence; set by `confidence`.
    pub reasons: Vec<String>,
    /// Quotes that tell of the event, in text order; then those that only name somebody, in text order.
    pub evidence: Vec<Quote>,
    /// Cluster id shared with the same incident in other articles; set by `link`.
    pub cluster: Option<String>,
}

/// Facts that are compared with each other; a book is gathered stretch by stretch, so that time grows with its length.
const STRETCH: usize = 256;

/// Assembles, merges, completes, ranks and scores; what is left out is told to `dropped`.
pub fn assemble(
    doc: &Document,
    mentions: &[Mention],
    frames: &[Frame],
    patterns: &Patterns,
    dropped: &mut Vec<Dropped>,
) -> Vec<Incident> {
    if frames.is_empty() {
        return Vec::new();
    }
    let mentions = &sites::strangers::settle(Reader { doc, mentions, patterns });
    let read = Reader { doc, mentions, patterns };
    let report = crate::frames::blame::followup::opens_with_attack(doc, frames);
    let mut identities = crate::frames::people::identity::find(doc, mentions, report, patterns);
    identities.extend(crate::frames::people::roster::find(read, frames));
    identities.sort_by_key(|i| i.sentence);
    let facts = coreference::presented::settle(read, frames.iter().map(|f| fact::of(read, f, report)).collect());
    let (facts, identities) = accused::sides::settle(read, facts, identities, report);
    let (lost, facts): (Vec<Fact>, Vec<Fact>) = facts.into_iter().partition(|f| worth::mishap::is_disaster(read, f));
    dropped.extend(lost.iter().map(|f| f.dropped("an accident".to_string())));
    let waves = accused::wave::find(read, &facts);
    let (mut facts, mut identities) = (facts.into_iter().peekable(), identities.into_iter().peekable());
    let mut kept: Vec<Dossier> = Vec::new();
    while facts.peek().is_some() {
        let stretch: Vec<Fact> = facts.by_ref().take(STRETCH).collect();
        let end = facts.peek().map_or(usize::MAX, |next| next.frame.sentence);
        let mut dossiers = gather::gather(read, stretch);
        gather::identify::identify(
            read,
            &mut dossiers,
            std::iter::from_fn(|| identities.next_if(|i| i.sentence < end)).collect(),
        );
        let dossiers = gather::fuse::fuse(read, dossiers, report);
        for dossier in dossiers {
            match objection(read, &dossier) {
                Some(why) => dropped.extend(dossier.facts.iter().map(|f| f.dropped(why.to_string()))),
                None => kept.push(dossier),
            }
        }
    }
    let order = rank::order(read, &kept);
    sites::complete::complete(read, &mut kept, order.first().copied());
    accused::wave::spread(&waves, &mut kept);
    accused::allegiance::join(read, &mut kept);
    let ranked: Vec<&Dossier> = order.into_iter().filter_map(|at| kept.get(at)).collect();
    let divisions = sites::divisions::Divisions::find(read);
    let record = |(rank, dossier): (u32, &&Dossier)| record::record(read, dossier, &divisions, rank);
    let mut incidents: Vec<Incident> = (1..).zip(&ranked).map(record).collect();
    confidence::judge(read, &ranked, &mut incidents);
    for (dossier, confidence) in confidence::sift(read, &ranked, &mut incidents) {
        dropped.extend(dossier.facts.iter().map(|f| f.dropped(format!("in a row as unlikely as {confidence}"))));
    }
    incidents
}

/// Why an event is no incident.
fn objection(read: Reader, dossier: &Dossier) -> Option<&'static str> {
    if !worth::is_incident(read, dossier) {
        return Some("nobody in particular was attacked");
    }
    if worth::idle::is_idle(read, dossier) {
        return Some("fighting, or talk of attacks in general");
    }
    if worth::verdict::nothing_done(dossier) {
        return Some("it did not happen");
    }
    if worth::verdict::is_mere_verdict(dossier) {
        return Some("a verdict on somebody who is not said to speak up");
    }
    worth::mishap::is_mishap(read, dossier).then_some("a natural death or an accident")
}
