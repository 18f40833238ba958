//! Who tells of an event: "B said", "according to Chief B", "B, who saw it, says".
//!
//! Input: a mention of a person; output: whether a verb of saying is its own, and whether the person speaks for an authority.

use super::forms;
use crate::document::Tag;
use crate::frames::people::argument::Reader;
use crate::mentions::Mention;
use crate::patterns::lexicon::ClassId;

/// Tokens of a title between "according to" and the name.
const TITLE: usize = 9;

/// The person tells of the event somewhere, and does so for an authority; in a report of one crime any teller stands aside.
pub fn speaks(read: Reader, mention: &Mention, entity: u32, report: bool) -> bool {
    let Some(class) = read.patterns.classes.officials else { return false };
    let titled =
        |m: &Mention| (1..=3).any(|n| m.tokens.start.checked_sub(n).is_some_and(|t| titles(read, t, n, class)));
    let told = |m: &Mention| tells(read, m) || sourced(read, m.tokens.start, class);
    forms(read, mention.tokens.start, entity).any(told)
        && (report || forms(read, mention.tokens.start, entity).any(|m| titled(m) || serves(read, m)))
}

/// A title that begins so many words before a name: "chief of police" ends right there, "deputy" may be followed by a word, but
/// not by "of".
fn titles(read: Reader, at: usize, before: usize, class: ClassId) -> bool {
    let noun = |t: usize| read.doc.tag(t).is_noun() || read.doc.tag(t).is_adjective();
    let part = |t: usize| noun(t) || read.doc.text(t) == ",";
    let ends = |len: usize| len == before || before == 2 && part(at + 1);
    let beside = read.doc.sentence_number(at) == read.doc.sentence_number(at + before);
    beside && read.doc.hit(at, class).is_some_and(|hit| ends(hit.len as usize))
}

/// "according to County Sheriff B": the title stands between.
pub fn sourced(read: Reader, name: usize, class: ClassId) -> bool {
    let source = |n: usize| name.checked_sub(n).is_some_and(|t| read.doc.norm(t) == "according");
    let said = |n: usize| name.checked_sub(n).is_some_and(|t| read.reports(t));
    let titled = (1..=3).any(|n| name.checked_sub(n).is_some_and(|t| titles(read, t, n, class)));
    titled && (3..=TITLE).any(|n| source(n) || said(n))
}

/// Tokens of a newsroom's name before its reporter's.
const NEWSROOM: usize = 4;

/// "told Channel 2's B": the verb of saying before whose reporter B is.
fn hears(read: Reader, mention: &Mention) -> bool {
    let owner = mention.tokens.start.checked_sub(1).filter(|&t| read.doc.tag(t) == Tag::POS);
    let name = |t: &usize| read.doc.tag(*t).is_noun() || read.doc.tag(*t) == Tag::CD;
    let verb = owner.and_then(|end| (end.saturating_sub(NEWSROOM)..end).rev().find(|t| !name(t)));
    verb.is_some_and(|t| read.reports(t))
}

/// A verb of saying; not "wrote ABOUT logging", "reported FROM the town": what somebody does who speaks up.
fn says(read: Reader, token: usize) -> bool {
    let topic = read.doc.tag(token + 1) == Tag::IN && !matches!(read.doc.norm(token + 1), "that" | "on" | "in");
    read.reports(token) && !(topic && read.is(token, read.patterns.classes.publishing))
}

/// "B said", "said B", "according to B".
pub fn tells(read: Reader, mention: &Mention) -> bool {
    let before = |n: usize| mention.tokens.start.checked_sub(n);
    // "according to X's wife, B,": not X.
    let owner = read.doc.tag(mention.tokens.end) == Tag::POS;
    let source = before(2).is_some_and(|t| read.doc.norm(t) == "according") && !owner || kin_source(read, mention);
    source
        || says(read, mention.tokens.end)
        || before(1).is_some_and(|t| read.reports(t))
        || aside(read, mention)
        || hears(read, mention)
}

/// "according to X's wife, B,": what stands between is a noun and whose it is.
fn kin_source(read: Reader, mention: &Mention) -> bool {
    let comma = mention.tokens.start.checked_sub(1).filter(|&t| read.doc.text(t) == ",");
    let part = |t: &usize| read.doc.tag(*t).is_noun() || matches!(read.doc.tag(*t), Tag::POS | Tag::PRPS | Tag::JJ);
    let to = comma.and_then(|end| (end.saturating_sub(TITLE)..end).rev().find(|t| !part(t)));
    to.and_then(|t| t.checked_sub(1)).is_some_and(|t| read.doc.norm(t) == "according")
}

/// Tokens of an aside between a name and its verb.
const ASIDE: usize = 12;

/// Tokens of a clause between a name and its verb.
const CLAUSE: usize = 20;

/// "B, coroner of the county, SAID", "B with the police SAID": what the name is told of comes first among the verbs.
fn aside(read: Reader, mention: &Mention) -> bool {
    let end = read.doc.sentence_of(mention.tokens.start).map_or(0, |s| s.tokens.end);
    let after = mention.tokens.end..end.min(mention.tokens.end + ASIDE);
    let opens = matches!(read.doc.norm(after.start), "," | "with" | "of" | "from");
    // "B, WHO was allowed to see him, SAYS": behind the clause.
    let who = matches!(read.doc.tag(after.start + 1), Tag::WP);
    let close = (after.start + 1..end.min(after.start + CLAUSE)).find(|&t| read.doc.text(t) == ",");
    if opens && who && close.is_some_and(|t| read.reports(t + 1)) {
        return true;
    }
    opens
        && after.clone().any(|t| read.reports(t))
        && after.into_iter().find(|&t| read.doc.tag(t).is_verb()).is_some_and(|t| says(read, t))
}

/// "B WITH THE POLICE": the office stands behind the name.
fn serves(read: Reader, mention: &Mention) -> bool {
    let behind = mention.tokens.end..mention.tokens.end + 3;
    let opens = matches!(read.doc.norm(behind.start), "with" | "of" | "from");
    let office = |m: &Mention| matches!(m.org_kind(), Some("police" | "security_service" | "agency" | "government"));
    opens && read.mentions[read.inside(&behind)].iter().any(office)
}
