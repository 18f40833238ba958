//! Places without a gazetteer entry take country and position from the place that the text puts them in.

use crate::document::{Document, Tag};
use crate::mentions::{Mention, Place, Value};
use crate::patterns::Patterns;
use crate::patterns::gazetteer::{self, Form};
use crate::patterns::lexicon::ClassId;

/// Tokens within which a container may follow ("Evin prison in northern Tehran").
const REACH: usize = 5;
/// Mentions before and after that are searched for the town in a name.
const AROUND: usize = 200;
/// Inhabitants from which a capital or town that the article does not name otherwise is known by its name alone.
const SEAT: u32 = 100_000;
const CITY: u32 = 1_000_000;

/// Fills what the surroundings say; the name and kind stay.
pub fn place(doc: &Document, mentions: &mut [Mention], patterns: &Patterns) {
    for n in 0..mentions.len() {
        if !is_unlisted(&mentions[n]) {
            continue;
        }
        let holder = named_after(doc, mentions, n)
            .or_else(|| of_city(doc, &mentions[n], patterns))
            .or_else(|| holder(doc, mentions, n));
        let Some(holder) = holder else { continue };
        let exact = !matches!(holder.kind, "country" | "admin1" | "region");
        if let Value::Place(value) = &mut mentions[n].value
            && let Some(own) = &mut value.place
        {
            own.country = holder.country;
            own.admin1 = holder.admin1;
            if exact {
                (own.lat, own.lon) = (holder.lat, holder.lon);
            }
        }
    }
}

fn is_unlisted(mention: &Mention) -> bool {
    mention.place().and_then(|v| v.place.as_ref()).is_some_and(|p| p.lat.is_none() && p.country.is_none())
}

/// The town that the name begins with, when the article names it elsewhere too: "London International Airport".
fn named_after(doc: &Document, mentions: &[Mention], n: usize) -> Option<Place> {
    let tokens = mentions[n].tokens.clone();
    let near = n.saturating_sub(AROUND)..(n + AROUND).min(mentions.len());
    mentions[near].iter().find_map(|m| {
        let place = m.place()?.place.as_ref().filter(|p| p.lat.is_some() && p.kind != "facility")?;
        let len = m.tokens.len();
        let same = len < tokens.len() && (0..len).all(|i| doc.norm(m.tokens.start + i) == doc.norm(tokens.start + i));
        same.then(|| place.clone())
    })
}

/// "Tehran airport", "Nairobi prison": the capital or large city that the name begins with.
fn of_city(doc: &Document, mention: &Mention, patterns: &Patterns) -> Option<Place> {
    let tokens = mention.tokens.clone();
    let last = tokens.end.checked_sub(1)?;
    let classes = &patterns.places.classes;
    let is = |class: Option<ClassId>| class.is_some_and(|c| doc.is(last, c));
    if !is(classes.facilities) || is(classes.streets) {
        return None;
    }
    let known = |p: &Place| p.is_town() && p.population >= if p.kind == "capital" { SEAT } else { CITY };
    (tokens.start + 1..tokens.end).rev().find_map(|end| {
        let name = gazetteer::name((tokens.start..end).map(|t| doc.norm(t)))?;
        let own = name.readings().filter(|(_, form)| *form == Form::Name);
        own.filter_map(|(number, _)| gazetteer::record(number)).map(|r| r.place()).find(known)
    })
}

/// The listed place that owns it ("Tehran's central prison"), the one right after, else the nearest town before in the same
/// sentence.
fn holder(doc: &Document, mentions: &[Mention], n: usize) -> Option<Place> {
    let own = &mentions[n];
    let sentence = doc.sentence_of(own.tokens.start)?.tokens.clone();
    let listed = |m: &Mention| {
        let inside = sentence.contains(&m.tokens.start);
        m.place().and_then(|v| v.place.clone()).filter(|p| inside && p.lat.is_some())
    };
    let owns = |m: &&Mention| m.tokens.end + 1 == own.tokens.start && doc.tag(m.tokens.end) == Tag::POS;
    let owner = n.checked_sub(1).and_then(|k| mentions.get(k)).filter(owns).and_then(listed);
    let after = mentions[n + 1..].iter().take_while(|m| m.tokens.start <= own.tokens.end + REACH).find_map(listed);
    owner.or(after).or_else(|| {
        let before = mentions[..n].iter().rev().take_while(|m| m.tokens.start >= sentence.start);
        before.filter_map(listed).find(|p| !matches!(p.kind, "country" | "admin1" | "region"))
    })
}
