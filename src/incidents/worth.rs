//! Is a dossier a concrete incident, or a general statement?

pub mod general;
pub mod idle;
pub mod mishap;
pub mod staged;
pub mod verdict;

use crate::document::Tag;
use crate::frames::people::argument::{Reader, Sort};
use crate::incidents::dossier::Dossier;
use crate::incidents::fact::Fact;
use crate::incidents::gather::family;
use crate::mentions::Mention;
use crate::patterns::methods::is_violent;

/// Victims from which a number told of a long time is a statistic.
const MANY: u32 = 15;

/// Victims from which a number told of a stretch of time ("in nine months", "since May") is one.
const SEVERAL: u32 = 3;

/// Victims from which an undated number is one.
const MASSES: u32 = 1_500;

/// Days from which a time is long.
const LONG: i32 = 40;

/// True when the dossier tells of somebody attacked, or of something attacked at some place.
pub fn is_incident(read: Reader, dossier: &Dossier) -> bool {
    let facts: Vec<&Fact> = dossier.facts.iter().filter(|f| !f.frame.carrier).collect();
    if facts.is_empty() {
        return staged::is_deadly(read, dossier);
    }
    let placed = |f: &Fact| !f.places.is_empty() || !f.frame.places.is_empty() || f.frame.campus.is_some();
    let set = dossier.facts.iter().any(|f| placed(f) || f.date.is_some());
    let named = !dossier.named().is_empty();
    let role = facts.iter().any(|f| f.described().any(|v| matches!(v.sort, Sort::Role | Sort::Force)));
    let people = facts.iter().any(|f| f.described().count() > 0);
    let target = facts.iter().any(|f| !f.frame.targets.is_empty());
    let acted = dossier.facts.iter().any(|f| !f.perpetrators.is_empty());
    let counted = facts.iter().any(|f| !f.frame.nominal && f.described().any(|v| v.count.is_some_and(|n| n > 1)));
    let weak = facts.iter().all(|f| f.frame.weak);
    if named {
        return !weak || acted || set || dossier.facts.len() > 1 || staged::is_staged(read, dossier);
    }
    if theme(read, dossier) {
        return true;
    }
    if statistic(read, dossier) {
        return false;
    }
    if general(read, dossier) && !set {
        return false;
    }
    let violent = dossier.methods().iter().any(|m| is_violent(m));
    match (role, people, target) {
        (true, _, _) => !weak || set || acted,
        (_, true, _) => set || acted && !weak || counted && !weak,
        (_, _, true) => set || acted,
        _ => {
            violent
                && set
                && !weak
                && facts.iter().any(|f| !f.frame.nominal || f.frame.places.len() + usize::from(f.date.is_some()) > 1)
        }
    }
}

/// Bare plurals in the present tense: "journalists are killed every year".
fn general(read: Reader, dossier: &Dossier) -> bool {
    let bare = |f: &Fact| {
        f.described().all(|v| {
            let plural = read.doc.tag(v.tokens.end.saturating_sub(1)) == Tag::NNS;
            let before = v.tokens.start.saturating_sub(1)..v.tokens.start;
            plural && v.count.is_none() && !read.holds(before, read.patterns.classes.definites)
        })
    };
    // "2,000 arrests, including students": so many are no general statement.
    let counts = |f: &Fact| {
        let before = f.frame.trigger.start.checked_sub(1);
        f.frame.nominal && before.is_some_and(|t| read.doc.tag(t) == Tag::CD)
    };
    dossier.facts.iter().any(|f| f.described().next().is_some()) && dossier.facts.iter().all(|f| bare(f) && !counts(f))
}

/// "More than 300 people were killed over the past two years": a large number over a long time, nobody named; "eight have been
/// held since May" are eight whom somebody holds.
fn statistic(read: Reader, dossier: &Dossier) -> bool {
    let number = |least: u32| dossier.facts.iter().any(|f| f.described().any(|v| v.count.is_some_and(|n| n >= least)));
    let over = |long: &dyn Fn(&Mention) -> bool| dossier.facts.iter().all(|f| over_time(read, f, long));
    let aside = dossier.facts.len() == 1 && dossier.first_sentence() > opening(read);
    number(MANY) && over(&|m| is_long(read, m))
        || number(SEVERAL) && over(&|m| is_stretch(read, m)) && !dossier.facts.iter().all(|f| f.frame.lasting)
        || number(MASSES) && aside && dossier.date().is_none()
}

/// The sentence names times, and all of them pass the test.
fn over_time(read: Reader, fact: &Fact, long: &dyn Fn(&Mention) -> bool) -> bool {
    let Some(sentence) = read.doc.sentences.get(fact.frame.sentence) else { return false };
    let inside = &read.mentions[read.inside(&sentence.tokens)];
    let mut dates = inside.iter().filter(|m| m.date().is_some() && !is_term(read, fact, m)).peekable();
    dates.peek().is_some() && dates.all(long)
}

/// "jailed five bloggers for 12 years": how long they are held, not in what time they were.
fn is_term(read: Reader, fact: &Fact, m: &Mention) -> bool {
    let held = fact.frame.methods.iter().all(|method| family::of(method) == family::Family::Captivity);
    let led = m.tokens.start.checked_sub(1).is_some_and(|t| matches!(read.doc.norm(t), "to" | "for"));
    held && led && m.date().is_some_and(|d| d.class == "DURATION")
}

/// A long time, or a stretch of it.
fn is_long(read: Reader, m: &Mention) -> bool {
    let wide = m.date().and_then(|d| d.interval).is_some_and(|(from, to)| (to - from).get_days() >= LONG);
    wide || m.date().is_some_and(|d| d.class == "DURATION") || is_stretch(read, m)
}

/// "in nine months", "since October 2023".
fn is_stretch(read: Reader, m: &Mention) -> bool {
    let before = m.tokens.start.checked_sub(1).map_or("", |t| read.doc.norm(t));
    let months = m.date().is_some_and(|d| d.class == "DURATION" && d.timex.as_deref().is_some_and(in_months));
    before == "since" || months
}

/// "P9M", "P2Y": months or years, not days or hours.
fn in_months(timex: &str) -> bool {
    !timex.starts_with("PT") && timex.ends_with(['M', 'Y'])
}

/// The article is about it: told in the title or the first two sentences of running text and again later, or four times.
fn theme(read: Reader, dossier: &Dossier) -> bool {
    let opening = opening(read);
    let early = |s: usize| s < opening && read.doc.sentences.get(s).is_some_and(|s| s.kind.tells());
    let told = dossier.facts.len();
    let plural =
        |f: &Fact| f.frame.nominal && f.victims.is_empty() && read.doc.tag(f.frame.trigger.end - 1) == Tag::NNS;
    if dossier.facts.iter().all(|f| plural(f) || f.frame.carrier) {
        return false;
    }
    told >= 2 && dossier.facts.iter().any(|f| early(f.frame.sentence)) || told >= 4
}

/// One past the second sentence of running text.
fn opening(read: Reader) -> usize {
    read.doc.first_paragraph().unwrap_or(0) + 2
}
