//! What lies around an incident: the other incidents of its article, and what kind of text the article is.

use crate::frames::people::argument::Reader;
use crate::incidents::Incident;
use crate::ingest::{Basis, LineKind};
use crate::patterns::lexicon::ClassId;
use std::collections::{BTreeMap, BTreeSet};

/// Share of sentences, in percent, from which an article is a speech, and from which it is about fighting.
const SPEECH: usize = 20;
const WAR: usize = 60;

/// See the module.
pub struct Around {
    /// Index of the first sentence of running text.
    pub opening: usize,
    /// People speak for themselves.
    pub speech: bool,
    /// Most of it is about armies and rebels.
    pub war: bool,
    /// Wire copy or a broadcast's transcript: dated by its dateline, without a title.
    pub wire: bool,
    /// Persons in the title, by number.
    pub titled: BTreeSet<u32>,
    victims: BTreeMap<String, usize>,
    sentences: BTreeMap<u32, usize>,
}

impl Around {
    /// Of an article and its incidents.
    pub fn of(read: Reader, incidents: &[Incident]) -> Self {
        let article = read.doc.article;
        let classes = read.patterns.classes;
        let in_title = |m: &&crate::mentions::Mention| read.doc.kind_of(m.tokens.start) == LineKind::Title;
        let mut around = Around {
            opening: read.doc.first_paragraph().unwrap_or(0),
            speech: share(read, &[classes.speakers]) > SPEECH,
            war: share(read, &[classes.military, classes.insurgents, classes.combat]) >= WAR,
            wire: article.title.is_none() && article.published.as_ref().is_some_and(|p| p.basis == Basis::Dateline),
            titled: read.mentions.iter().filter(in_title).filter_map(|m| Some(m.person()?.entity)).collect(),
            victims: BTreeMap::new(),
            sentences: BTreeMap::new(),
        };
        for incident in incidents {
            names(incident).into_iter().for_each(|name| *around.victims.entry(name.to_string()).or_default() += 1);
            quotes(incident).into_iter().for_each(|quote| *around.sentences.entry(quote).or_default() += 1);
        }
        around
    }

    /// Another incident has a victim of that name, too.
    pub fn shares_victim(&self, incident: &Incident) -> bool {
        names(incident).into_iter().any(|name| self.victims.get(name).is_some_and(|n| *n > 1))
    }

    /// A sentence of it tells of another incident, too.
    pub fn shares_sentence(&self, incident: &Incident) -> bool {
        quotes(incident).iter().any(|quote| self.sentences.get(quote).is_some_and(|n| *n > 1))
    }
}

/// Sentences with a word of one of the classes, in percent.
fn share(read: Reader, classes: &[Option<ClassId>]) -> usize {
    let with = read.doc.sentences.iter().filter(|s| classes.iter().any(|c| read.holds(s.tokens.clone(), *c)));
    with.count() * 100 / read.doc.sentences.len().max(1)
}

fn names(incident: &Incident) -> BTreeSet<&str> {
    incident.victims.iter().filter_map(|v| v.name.as_deref()).collect()
}

/// Where its quotes begin.
fn quotes(incident: &Incident) -> BTreeSet<u32> {
    incident.evidence.iter().filter(|q| !q.names).map(|q| q.span.start).collect()
}
