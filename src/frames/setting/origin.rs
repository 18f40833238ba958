//! Whose place is it? "raised in Leeds", "of Wanstead, in east London" says where somebody comes from, "a group in Prague
//! said" where somebody speaks: neither is the place of an event.
//!
//! Input: a place mention; output: what ties it to a person or speaker.

use crate::document::Tag;
use crate::frames::people::argument::Reader;
use crate::frames::setting::hospital;
use crate::mentions::Mention;

/// Places in a row whose tie is that of the first: "of Wanstead, in east London, England".
const ROW: usize = 3;

/// Words of "where their charity for children is based".
const CLAUSE: usize = 10;

/// Words of a date between a speaker's place and the verb.
const DATE: usize = 3;

/// See the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// Somebody comes from there or was there at another time.
    Comes,
    /// Somebody lives there: it may have happened there, too.
    Lives,
    /// A group, court or lawyer speaks there.
    Speaks,
}

/// What ties a place to somebody rather than to an event.
pub fn tie(reader: Reader, place: usize) -> Option<Tie> {
    let own = reader.mentions.get(place)?;
    if hospital::treats(reader, own) {
        return Some(Tie::Comes);
    }
    let mut mention = own;
    for step in 0..ROW {
        if let Some(tie) = comes(reader, mention) {
            return Some(tie);
        }
        let before = place.checked_sub(step + 1).and_then(|n| reader.mentions.get(n));
        let Some(before) = before.filter(|m| m.place().is_some() && joined(reader, m, mention)) else { break };
        mention = before;
    }
    (speaks(reader, own) || announced(reader, own)).then_some(Tie::Speaks)
}

fn comes(reader: Reader, mention: &Mention) -> Option<Tie> {
    let start = bare_start(reader, mention);
    let norm = |n: usize| start.checked_sub(n).map_or("", |t| reader.doc.norm(t));
    if let Some(tie) = told_behind(reader, mention.tokens.end) {
        return Some(tie);
    }
    if matches!(norm(1), "of" | "from") && (is_age(norm(2)) || norm(2) == "," && somebody(reader, start - 2)) {
        return Some(Tie::Comes);
    }
    let class = reader.patterns.classes.origins?;
    let ends = |n: &usize| {
        let hit = start.checked_sub(*n).and_then(|t| reader.doc.hit(t, class));
        hit.filter(|h| h.len as usize == *n)
    };
    let hit = (2..=4).find_map(|n| ends(&n))?;
    let value = reader.patterns.lexicon.entry(hit.entry).map(|e| e.value.as_str());
    // "the group based in Leeds" acts anywhere.
    let head = start.checked_sub(hit.len as usize + 1);
    let lives = value == Some("lives") && !head.is_some_and(|t| speaker(reader, t));
    Some(if lives { Tie::Lives } else { Tie::Comes })
}

/// "a UK-BASED watchdog", "in Leeds, England, WHERE the charity IS BASED".
pub fn told_behind(reader: Reader, end: usize) -> Option<Tie> {
    let value = |t: usize| reader.patterns.classes.origins.and_then(|class| reader.value(t, class));
    let behind = |t: usize| value(t).filter(|v| *v == "where").map(|_| Tie::Comes);
    if reader.doc.norm(end) == "-" {
        return behind(end + 1);
    }
    let region = |m: &&Mention| m.tokens.start == end + 1 && m.place().is_some() && reader.doc.norm(end) == ",";
    let from = reader.mentions.partition_point(|m| m.tokens.start <= end);
    let end = reader.mentions.get(from).filter(region).map_or(end, |m| m.tokens.end);
    let clause = end + usize::from(reader.doc.norm(end) == ",");
    let inside = |t: &usize| !matches!(reader.doc.norm(*t), "," | "." | ";" | "and");
    let mut words = (clause + 1..clause + CLAUSE).take_while(inside);
    if reader.doc.norm(clause) == "where" { words.find_map(behind) } else { None }
}

fn is_age(word: &str) -> bool {
    matches!(word.len(), 1 | 2) && word.bytes().all(|b| b.is_ascii_digit())
}

/// "Jane Roe, ", "Jane Roe, 27, " before the comma.
fn somebody(reader: Reader, comma: usize) -> bool {
    let before = |m: &Mention| m.tokens.end == comma && m.person().is_some();
    let at = reader.mentions.partition_point(|m| m.tokens.start < comma);
    comma.checked_sub(1).is_some_and(|t| is_age(reader.doc.norm(t)))
        || at.checked_sub(1).and_then(|n| reader.mentions.get(n)).is_some_and(before)
}

/// Without "the", "east", "northern" before the name.
fn bare_start(reader: Reader, mention: &Mention) -> usize {
    let part = |t: usize| reader.is(t, reader.patterns.places.classes.parts);
    let mut start = mention.tokens.start;
    while start > 0 && part(start - 1) {
        start -= 1;
    }
    start
}

/// "Wanstead, in east London": nothing but a comma and a preposition between.
fn joined(reader: Reader, before: &Mention, mention: &Mention) -> bool {
    let start = bare_start(reader, mention);
    let gap: Vec<&str> = (before.tokens.end..start.min(before.tokens.end + 3)).map(|t| reader.doc.norm(t)).collect();
    matches!(gap.as_slice(), [","] | [",", "in"] | ["in"])
}

/// "Prosecutors in Braunschweig said on Thursday", "a group in New York on Monday published".
fn speaks(reader: Reader, mention: &Mention) -> bool {
    let end = mention.tokens.end;
    let said = (end..=end + DATE).find(|&t| reader.reports(t) && reader.doc.tag(t).is_verb());
    let dated = |t: usize| reader.inside(&(end..t)).any(|n| reader.mentions[n].date().is_some());
    let near = said.is_some_and(|t| t == end || dated(t));
    let start = bare_start(reader, mention);
    near && start >= 2 && speaker(reader, start - 2)
}

/// "The army said today IN LEEDS THAT", "IN LEEDS it was reported that": where the news was told.
fn announced(reader: Reader, mention: &Mention) -> bool {
    let start = bare_start(reader, mention);
    let norm = |t: usize| reader.doc.norm(t);
    let Some(prep) = start.checked_sub(1).filter(|&t| matches!(norm(t), "in" | "from")) else { return false };
    // A day may stand between the verb, the place and "that".
    let past = |t: usize| {
        let date = |m: &&Mention| m.tokens.start == t + usize::from(norm(t) == "on") && m.date().is_some();
        let from = reader.mentions.partition_point(|m| m.tokens.start < t);
        reader.mentions[from..].iter().take(2).find(date).map_or(t, |m| m.tokens.end)
    };
    let ends = |m: &Mention| m.tokens.end == prep && m.date().is_some();
    let before = reader.mentions.partition_point(|m| m.tokens.start < prep);
    let day = reader.mentions[..before].iter().rev().take(2).find(|m| ends(m)).map_or(prep, |m| m.tokens.start);
    let day = if day > 0 && day < prep && norm(day - 1) == "on" { day - 1 } else { day };
    let end = past(mention.tokens.end);
    let said = day.checked_sub(1).is_some_and(|t| reader.reports(t)) && norm(end) == "that";
    let it = end + usize::from(reader.doc.text(end) == ",");
    said || norm(it) == "it" && norm(it + 1) == "was" && (2..=3).any(|n| reader.reports(it + n))
}

/// "pleaded guilty in federal court IN LEEDS": where a court sits, which tries what happened elsewhere.
pub fn court_seat(reader: Reader, place: usize) -> bool {
    let Some(mention) = reader.mentions.get(place) else { return false };
    let start = bare_start(reader, mention);
    // "Rose Court in Leeds" is a street.
    let small = |t: usize| reader.doc.text(t).starts_with(|c: char| c.is_lowercase());
    let court =
        |t: usize| small(t) && reader.patterns.classes.org_heads.and_then(|c| reader.value(t, c)) == Some("court");
    // "a bomb outside the court in Leeds" went off there.
    let group = |t: &usize| {
        let tag = reader.doc.tag(*t);
        tag.is_noun() || tag.is_adjective() || tag == Tag::DT
    };
    let inside = || {
        let from = reader.doc.sentence_of(start).map_or(0, |s| s.tokens.start);
        let prep = (from..start - 1).rev().find(|t| !group(t));
        prep.is_none_or(|t| matches!(reader.doc.norm(t), "in" | "at" | "before" | "by" | "of" | "to"))
    };
    start >= 2 && matches!(reader.doc.norm(start - 1), "in" | "at") && court(start - 2) && inside()
}

/// Where a court sits or something is held about a crime.
pub fn legal_seat(reader: Reader, place: usize) -> bool {
    court_seat(reader, place) || trial_seat(reader, place)
}

/// "the TRIAL of two men for the murder of X opened in LEEDS": where something is held about a crime.
fn trial_seat(reader: Reader, place: usize) -> bool {
    let Some((class, mention)) = reader.patterns.classes.proceedings.zip(reader.mentions.get(place)) else {
        return false;
    };
    let end = mention.tokens.start;
    let from = reader.doc.sentence_of(end).map_or(end, |s| s.tokens.start);
    let trial = (from..end).find(|&t| reader.doc.is(t, class));
    let held = |t: usize| matches!(reader.doc.tag(t), Tag::VBD | Tag::VBZ | Tag::VBP | Tag::VBN);
    trial.is_some_and(|trial| (trial..end).any(held))
}

fn speaker(reader: Reader, head: usize) -> bool {
    let classes = reader.patterns.classes;
    let body = classes.org_heads.and_then(|c| reader.value(head, c));
    reader.is(head, classes.distant) || matches!(body, Some("ngo" | "court" | "government" | "university" | "outlet"))
}
