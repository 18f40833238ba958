//! "the mayor of Leeds, Ana Silva, was shot": whoever holds an office of a town is likeliest to be found there.
//!
//! Input: a dossier without a place; output: the town or province of the victim's office, told in a sentence of the event.

use crate::frames::people::argument::Reader;
use crate::incidents::dossier::{Dossier, Inferred};
use crate::mentions::{Mention, PlaceForm};
use crate::patterns::lexicon::ClassId;
use std::ops::Range;

/// Words between the victim and the office.
const NEAR: usize = 8;

/// Words between "Leeds's" and the office: "Berlin's FORMER DEPUTY mayor".
const ADJECTIVES: usize = 2;

/// See the module.
pub fn held(read: Reader, dossier: &Dossier) -> Option<Inferred> {
    let class = read.patterns.classes.offices?;
    let seat = |sentence: usize, victim: &Range<usize>| {
        let tokens = read.sentence(sentence);
        read.inside(&tokens).find(|&n| office(read, &read.mentions[n], class).is_some_and(|o| beside(read, &o, victim)))
    };
    let mut hurt = dossier.facts.iter().flat_map(|f| f.victims.iter().map(move |v| (f.frame.sentence, &v.tokens)));
    let mention = hurt.find_map(|(sentence, victim)| seat(sentence, victim))?;
    Some(Inferred { mention, reason: "place: of the victim's office", country_only: false })
}

/// The words of the office of a town or province, with its name.
fn office(read: Reader, mention: &Mention, class: ClassId) -> Option<Range<usize>> {
    let value = mention.place().filter(|v| v.form == PlaceForm::Name)?;
    value.place.as_ref().filter(|p| p.is_town() || p.kind == "admin1")?;
    let Range { start, end } = mention.tokens;
    let norm = |t: usize| read.doc.norm(t);
    let held = |t: usize| read.doc.is(t, class);
    // "mayor of Leeds", "mayor of the port of Leeds".
    let of = |end: usize| end.checked_sub(1).filter(|&t| norm(t) == "of").and_then(|t| t.checked_sub(1));
    let last = of(start).filter(|&t| held(t));
    let outer = || of(start).and_then(|t| t.checked_sub(1)).filter(|&t| norm(t) == "the").and_then(of);
    if let Some(first) = last.or_else(|| outer().filter(|&t| held(t))) {
        return Some(first..end);
    }
    let owner = norm(end) == "'s";
    let reach = if owner { end + 1..end + 2 + ADJECTIVES } else { end..end + 1 };
    let behind = reach.into_iter().find(|&t| held(t))?;
    Some(start..behind + 1)
}

/// Nothing but a few words, and no verb, between the office and the victim.
fn beside(read: Reader, office: &Range<usize>, victim: &Range<usize>) -> bool {
    let between = if victim.end <= office.start { victim.end..office.start } else { office.end..victim.start };
    between.len() <= NEAR && !between.into_iter().any(|t| read.doc.tag(t).is_verb())
}
