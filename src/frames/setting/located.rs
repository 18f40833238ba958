//! Which of a clause's noun groups say where it happened: those behind a locative preposition, in apposition to such a one,
//! at the head of a list's entry or in its brackets.
//!
//! Part of the reading of settings: input, a noun group among the chunks; output, whether its place is the event's.

use crate::document::Tag;
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::setting::capital;
use crate::frames::setting::{Setting, in_dateline};
use crate::frames::syntax::chunk::{Chunk, Kind, Noun};
use crate::frames::syntax::clause::Clause;
use crate::mentions::Mention;
use crate::resolve::places::contains;

/// A locative preposition governs the noun group.
pub fn locative(reader: Reader, clause: Clause, at: usize) -> bool {
    let Some(prep) = at.checked_sub(1).and_then(|k| clause.chunks.get(k)).filter(|c| c.is_prep()) else { return false };
    if reader.doc.norm(prep.tokens.start) == "of" {
        if direction(reader, prep.tokens.start) {
            return true;
        }
        // "in a suburb of X": the outer group is placed.
        return at >= 3
            && clause.noun(at - 2).is_some_and(|n| n.person.is_none() && n.dates.is_empty())
            && (!reader.sort_at(clause, at - 2).is_human()
                || reader.sort(&clause.chunks[at - 2]) == Sort::State
                || is_area(reader, clause, at - 2))
            && locative(reader, clause, at - 2);
    }
    let country = clause.noun(at).and_then(|n| n.place).and_then(|p| reader.mentions.get(p)?.place()?.place.as_ref());
    let acting = matches!(reader.doc.norm(prep.tokens.start), "between" | "by");
    let parties = acting && country.is_some_and(|p| p.kind == "country");
    // "a dispute BETWEEN Britain and Iran" has parties, "a bid BY the United States" a doer, not a place.
    !parties && reader.is(prep.tokens.start, reader.patterns.classes.locatives) || direction(reader, prep.tokens.start)
}

/// "in the northern STATE of X": an area, whose name follows.
fn is_area(reader: Reader, clause: Clause, at: usize) -> bool {
    let class = reader.patterns.places.classes.nouns;
    clause.noun(at).is_some_and(|n| reader.is(n.head, class))
}

/// The last word of a locative phrase: "across FROM X", "north OF X", but not "80 km north OF X", which is some other place.
pub fn direction(reader: Reader, last: usize) -> bool {
    let Some(len) = phrase(reader, last) else { return false };
    // "430 km (270 miles) northwest of".
    let end = last.checked_sub(len);
    let end = end.map(|t| if reader.doc.text(t) == ")" { t.saturating_sub(1) } else { t });
    !end.is_some_and(|t| reader.is(t, reader.patterns.classes.distance_units))
}

/// The last word of "on the outskirts OF", "in the centre OF": at the place itself, unlike "north OF".
pub fn at_edge(reader: Reader, last: usize) -> bool {
    phrase(reader, last).is_some_and(|words| words > 2)
}

/// How many words the locative phrase has that ends at the token.
fn phrase(reader: Reader, last: usize) -> Option<usize> {
    let class = reader.patterns.classes.locatives?;
    let ends = |n: &usize| {
        let first = last.checked_sub(n - 1);
        first.and_then(|t| reader.doc.hit(t, class)).is_some_and(|h| h.len as usize == *n)
    };
    (2..=4).find(ends)
}

/// "Munich, 1972: gunmen seize ...": the place that opens an entry of a list or timeline; "Washington: ..." at the head of
/// a report says where that comes from.
pub fn heads_entry(reader: Reader, clause: Clause, at: usize) -> bool {
    let plain = |k: usize| {
        clause.chunks.get(k).is_some_and(|c| c.is_comma() || c.is_date() || c.noun().is_some_and(|n| n.place.is_some()))
    };
    let stop = (at + 1..at + 6).find(|&k| !plain(k));
    let opening =
        || reader.doc.sentence_number(clause.chunks[at].tokens.start) == reader.doc.first_paragraph().unwrap_or(0);
    let place = clause.noun(at).and_then(|n| reader.mentions.get(n.place?));
    let seat = || place.is_some_and(Mention::is_capital) && stop == Some(1) && opening();
    let report = place.is_some_and(|m| in_dateline(reader, m));
    at == 0 && !report && stop.is_some_and(|k| clause.is_stop(k)) && !seat()
}

/// "Ana Diaz (VERACRUZ, 3 January)": the place behind a name in a list of cases.
pub fn bracketed(reader: Reader, clause: Clause, at: usize) -> bool {
    let open = at.checked_sub(1).filter(|&k| reader.doc.text(clause.chunks[k].tokens.start) == "(");
    let dated = clause.is(at + 1, Chunk::is_comma) && clause.is(at + 2, Chunk::is_date);
    open.and_then(|k| k.checked_sub(1)).is_some_and(|k| dated && clause.names(k))
}

/// "were shot AT STRELSAU UNIVERSITY": where it happened, but not of "a teacher at Strelsau University".
pub fn campus(reader: Reader, clause: Clause, at: usize) -> Option<usize> {
    let school = |m: &&Mention| m.org_kind() == Some("university");
    let org = clause.noun(at)?.org?;
    reader.mentions.get(org).filter(school)?;
    let whose = at.checked_sub(2).filter(|&k| clause.in_phrase(at) && clause.noun(k).is_some());
    let told = whose.is_none_or(|k| !reader.sort_at(clause, k).is_human());
    told.then_some(org)
}

/// "the town of CACAOPERA, in Morazan": the place that lies in the one at the chunk and is named right before it.
pub fn inner(reader: Reader, clause: Clause, at: usize) -> Option<usize> {
    let comma = at.checked_sub(2).filter(|&k| clause.in_phrase(at) && clause.chunks[k].is_comma())?;
    let before = clause.noun(comma.checked_sub(1)?)?.place?;
    let found = |n: usize| reader.mentions.get(n).and_then(|m| m.place()?.place.as_ref());
    let (outer, own) = found(clause.noun(at)?.place?).zip(found(before))?;
    contains(outer, own).then_some(before)
}

/// "in the state capital, CHILPANCINGO," "in his home town, LEEDS,": the name of the settlement that a located group speaks of.
pub fn names_it(reader: Reader, clause: Clause, at: usize) -> bool {
    let before = at.checked_sub(2).filter(|_| clause.chunks[at - 1].is_comma());
    let settled = |t: usize| reader.is(t, reader.patterns.classes.settlements);
    let speaks = |t: usize| settled(t) || capital::called(reader, t);
    // "in DUREN TIGA, Jakarta": a name that no list knows.
    let unknown = |n: &Noun| n.person.is_none() && n.org.is_none() && reader.doc.tag(n.head) == Tag::NNP;
    let group = before.and_then(|k| Some((k, clause.noun(k)?)));
    let group = group.filter(|(_, n)| n.place.is_none() && n.dates.is_empty() && (speaks(n.head) || unknown(n)));
    group.is_some_and(|(k, _)| locative(reader, clause, k))
}

/// "Salisbury, England": a place right after a place and a comma.
pub fn follows_place(clause: Clause, at: usize, out: &Setting) -> bool {
    let before = at >= 2 && clause.chunks[at - 1].is_comma() && clause.noun(at - 2).is_some_and(|n| n.place.is_some());
    before && clause.noun(at - 2).and_then(|n| n.place).is_some_and(|p| out.places.last() == Some(&p))
}

/// "who was shot in Kano, NIGERIA, on 8 May": the commas around the region of a town end nothing.
pub(super) fn around_region(clause: Clause, comma: usize) -> bool {
    let place = |k: usize| clause.noun(k).is_some_and(|n| n.place.is_some());
    let opens = |k: usize| k > 0 && place(k - 1) && place(k + 1);
    let prep = usize::from(clause.is(comma + 1, Chunk::is_prep));
    let dated = clause.is(comma + 1 + prep, Chunk::is_date);
    opens(comma) || dated && comma >= 2 && clause.chunks[comma - 2].is_comma() && opens(comma - 2)
}

/// "the gunmen who shot A, 41, in Kano": behind the comma that opens such a short aside, the one that closes it.
pub(super) fn around_age(clause: Clause, comma: usize) -> Option<usize> {
    let described = clause.noun(comma + 1).is_some() && clause.series.base(comma + 1) != comma + 1;
    let pair = clause.is(comma, Chunk::is_comma) && clause.is(comma + 2, Chunk::is_comma);
    (described && pair).then_some(comma + 2)
}

/// "the attack in Lima on Monday": only phrases between the date and a noun.
pub(super) fn follows_noun(clause: Clause, date: usize) -> bool {
    let mut k = date;
    while k > 0 {
        k -= 1;
        match &clause.chunks[k].kind {
            Kind::Prep | Kind::Other => {}
            Kind::Noun(_) if clause.in_phrase(k) => k -= 1,
            Kind::Noun(_) => return true,
            _ => return false,
        }
    }
    false
}
