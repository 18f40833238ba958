//! The country that an article speaks of most: all places count for theirs, title and lead thrice, and those for whom
//! somebody only speaks ("the US State Department said") but once.
//!
//! Input: the mentions; output: one of them and the country's share.

use crate::document::Tag;
use crate::frames::people::argument::Reader;
use crate::frames::setting::origin;
use crate::mentions::{Mention, PlaceForm};
use std::collections::BTreeMap;

/// How many times a mention in title and lead counts.
const LEAD: usize = 3;

/// What a place, a country or people that are named are worth, and one for whom somebody speaks.
const PLACED: usize = 6;
const NAMED: usize = 4;
const PEOPLE: usize = 4;
const VOICED: usize = 1;

/// Words of "the US State Department's spokesman" between the country and the verb of saying.
const VOICE: usize = 9;

/// The country named most often, demonyms and towns included, title and lead counted thrice: its first mention as a
/// country or demonym, else of a place in it, and its share in percent. What was told of a place decides between two.
pub fn main_country(read: Reader) -> Option<(usize, usize)> {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let lead = read.doc.first_paragraph().map_or(0, |n| n as u32 + 1);
    let mut all = 0;
    for m in read.mentions {
        let Some(country) = country_of(m) else { continue };
        let times = if read.doc.tokens[m.tokens.start].sentence <= lead { LEAD } else { 1 };
        let (points, count) = counts.entry(country).or_default();
        *points += worth(read, m) * times;
        *count += times;
        all += times;
    }
    let (best, (_, count)) = counts.iter().max_by_key(|(name, (points, _))| (*points, std::cmp::Reverse(**name)))?;
    let whole = |m: &Mention| m.place().and_then(|p| p.place.as_ref()).is_some_and(|p| p.kind == "country");
    let first =
        |test: &dyn Fn(&Mention) -> bool| read.mentions.iter().position(|m| test(m) && country_of(m) == Some(best));
    let first = first(&whole).or_else(|| first(&|_| true))?;
    Some((first, count * 100 / all.max(1)))
}

/// The country in which a mentioned place lies.
pub fn country_of(m: &Mention) -> Option<&str> {
    m.place()?.place.as_ref()?.country.as_deref()
}

/// "in Pakistan" says more of where things happened than "Pakistani", and that more than whose minister spoke.
fn worth(read: Reader, m: &Mention) -> usize {
    let before = m.tokens.start.checked_sub(1);
    let located = || before.is_some_and(|t| read.is(t, read.patterns.classes.locatives));
    let Some(value) = m.place() else { return 0 };
    let wide = value.place.as_ref().is_some_and(|p| p.kind == "country");
    match value.form {
        _ if speaks(read, m) || origin::told_behind(read, m.tokens.end).is_some() => VOICED,
        PlaceForm::Demonym => PEOPLE,
        _ if wide && located() => PLACED,
        _ => NAMED,
    }
}

/// "US Secretary of State Jane Roe said", "according to the US government": who speaks is named, not where it happened.
pub fn speaks(read: Reader, m: &Mention) -> bool {
    let before = |n: usize| m.tokens.start.checked_sub(n);
    let told = (1..=2).filter_map(before).any(|t| read.reports(t));
    let by = (2..=3).filter_map(before).any(|t| read.doc.norm(t) == "according");
    let sentence = read.doc.sentence_of(m.tokens.start).map_or(0..0, |s| s.tokens.clone());
    let group = m.tokens.end..sentence.end.min(m.tokens.end + VOICE);
    let ends = |t: &usize| {
        let tag = read.doc.tag(*t);
        tag.is_verb() && read.auxiliary(*t).is_none()
            || tag == Tag::IN && read.doc.norm(*t) != "of"
            || read.doc.norm(*t) == ","
    };
    let apart = || before(1).is_some_and(|t| matches!(read.doc.tag(t), Tag::IN | Tag::TO) && read.doc.norm(t) != "of");
    // Most groups hold no verb of saying: only the others need to be tagged.
    let may = group.clone().any(|t| read.reports(t));
    told || by || may && !apart() && group.into_iter().find(ends).is_some_and(|t| read.reports(t))
}
