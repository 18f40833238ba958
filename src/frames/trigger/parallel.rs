//! Lists that share one head: "the killings of A in M in 1940, B in N in 1959, and C in O in 1978".
//!
//! Each member is a noun group after a comma or "and", followed by a place or date of its own; no verb stands between.

use crate::frames::people::argument::{Reader, Sort};
use crate::frames::people::companions;
use crate::frames::syntax::chunk::{Chunk, Kind};
use crate::frames::syntax::clause::Clause;
use crate::frames::trigger::verbal::prep_is;
use crate::mentions::PlaceForm;
use std::ops::Range;

/// Further members after the first victim and before the chunk `end`: the noun chunk of each.
pub fn members(reader: Reader, clause: Clause, first: usize, end: usize) -> Vec<usize> {
    // "during clashes between POLICE AND PENSIONERS in M": a list of its own in a phrase.
    let other = |k: usize| {
        let opens = clause.series.first(k);
        opens != k && clause.in_phrase(opens) && prep_is(reader, clause, opens - 1, "between")
    };
    let mut out = Vec::new();
    let mut k = first + 1;
    while let Some(chunk) = clause.chunks.get(k).filter(|_| k < end) {
        match &chunk.kind {
            Kind::Stop if goes_on(reader, clause, k, end) => {}
            Kind::Verb(_) | Kind::Stop | Kind::Relative => break,
            Kind::Noun(_) if is_member(reader, clause, k) && !other(k) => out.push(k),
            _ => {}
        }
        k += 1;
    }
    let ahead = |k: &usize| fronted(clause, *k) < *k;
    let dated = |k: &usize| has_setting(reader, clause, *k) || ahead(k);
    let led = out.iter().any(ahead) || dated(&first); // "arrested A and, TWO WEEKS LATER, B"
    if led && out.iter().all(dated) { out } else { Vec::new() }
}

/// "A was kidnapped in M in 2019 AND B IN N in 2020": people with settings of their own behind a verb whose victim is its
/// subject, and who do nothing themselves.
pub fn behind(reader: Reader, clause: Clause, verb: usize, end: usize) -> Vec<usize> {
    let found = members(reader, clause, verb, end);
    let idle = |k: usize| (k..clause.chunks.len()).find(|&j| clause.told(j) || clause.is(j, Chunk::is_break));
    let idle = |k: usize| idle(k).is_none_or(|j| clause.verb(j).is_none());
    let placed = |k: usize| is_set(reader, clause, k..end);
    let apart = |k: usize| !reader.sort_at(clause, clause.series.first(k)).is_human() || clause.series.first(k) == k;
    let own = |k: usize| apart(k) && placed(verb) && placed(k) && idle(k);
    let fits = |k: &usize| reader.sort_at(clause, *k) == Sort::Named || own(*k);
    let found = if found.iter().all(fits) { found } else { Vec::new() };
    if found.is_empty() { likewise(reader, clause, verb) } else { found }
}

/// "A was shot in M in 2015, as was B IN N two years later".
pub fn likewise(reader: Reader, clause: Clause, verb: usize) -> Vec<usize> {
    let mut found = companions::likewise(reader, clause, verb);
    found.retain(|&k| (k + 1..clause.chunks.len()).take(4).any(|j| clause.is(j, is_setting)));
    found
}

/// "A was shot in 2015; B, A YEAR LATER; and C ...": a semicolon before a name and its setting, without a verb.
fn goes_on(reader: Reader, clause: Clause, stop: usize, end: usize) -> bool {
    let semicolon = reader.doc.text(clause.chunks[stop].tokens.start) == ";";
    let close = (stop + 1..clause.chunks.len()).find(|&k| clause.is_stop(k)).unwrap_or(clause.chunks.len());
    let first = (stop + 1..close).find(|&k| !clause.is(k, |c| c.is_and() || c.is_other()));
    let verbless = (stop + 1..close).all(|k| clause.verb(k).is_none());
    let set = || (stop + 1..close).any(|k| stays(reader, clause, k));
    semicolon && close <= end && verbless && first.is_some_and(|k| clause.names(k)) && set()
}

/// "and, TWO WEEKS LATER, B": where the date before a member begins; the member itself without any.
pub fn fronted(clause: Clause, at: usize) -> usize {
    let first = clause.series.described_by(at).chain([at]).min().unwrap_or(at);
    let comma = |k: usize| clause.is(k, Chunk::is_comma);
    let Some(date) = first.checked_sub(2).filter(|&k| comma(k + 1) && clause.is(k, Chunk::is_date)) else {
        return at;
    };
    let from = date - usize::from(clause.in_phrase(date));
    let opened = from > 1 && comma(from - 1) && clause.is(from - 2, Chunk::is_and);
    if opened { from } else { at }
}

/// "have been killed: A IN M on 3 May, B (N, 5 May) and C ...": the names of a list behind a colon or a word such as "among
/// them", each with its own setting.
pub fn listed(reader: Reader, clause: Clause, verb: usize, end: usize) -> Vec<usize> {
    let comma = |k: usize| k > 0 && clause.is(k - 1, Chunk::is_comma);
    let cue = |k: usize| comma(k) && reader.holds(clause.chunks[k].tokens.clone(), reader.patterns.classes.inclusion);
    let last = |k: usize| (k..end).take_while(|&j| clause.noun(j).is_none_or(|n| n.pronoun)).last().unwrap_or(k);
    let opens = |k: usize| if reader.is_colon(&clause.chunks[k]) { Some(k) } else { Some(last(k)).filter(|_| cue(k)) };
    let Some(colon) = (verb + 1..end).find_map(opens) else { return Vec::new() };
    let segment = colon + 1..(colon + 1..end).find(|&k| clause.verb(k).is_some()).unwrap_or(end);
    let named = |k: &usize| reader.sort_at(clause, *k) == Sort::Named && !clause.in_phrase(*k);
    let names: Vec<usize> = segment.clone().filter(|k| clause.noun(*k).is_some()).filter(named).collect();
    let first = names.first() == Some(&segment.start);
    let last = |n: usize| names.get(n + 1).copied().unwrap_or(segment.end);
    let set = |n: usize| (names[n] + 1..last(n)).any(|k| clause.is(k, is_setting));
    if first && names.len() > 1 && (0..names.len()).all(set) { names } else { Vec::new() }
}

/// A place or date follows before the next comma or "and": no "his son from Texas".
fn is_set(reader: Reader, clause: Clause, chunks: Range<usize>) -> bool {
    let here = chunks.skip(1).take_while(|&k| !clause.is(k, |c| c.is_break() || c.is_and()));
    here.into_iter().any(|k| stays(reader, clause, k))
}

/// A date, or a place that is not where somebody or something comes from.
fn stays(reader: Reader, clause: Clause, at: usize) -> bool {
    let origin = at > 0 && ["from", "of"].iter().any(|word| prep_is(reader, clause, at - 1, word));
    clause.is(at, is_setting) && !origin
}

fn is_setting(chunk: &Chunk) -> bool {
    chunk.is_date() || chunk.noun().is_some_and(|n| n.place.is_some())
}

fn is_member(reader: Reader, clause: Clause, at: usize) -> bool {
    let joins = |k: usize| clause.chunks.get(k).is_some_and(|c| c.is_break() || c.is_and());
    // "the murders of A in M and OF B in N".
    let again = at > 1 && prep_is(reader, clause, at - 1, "of") && joins(at - 2);
    // "by his uncle, B, in Lima" is no list; "and her husband, B, in Cusco" is.
    let named = at > 1 && clause.chunks[at - 1].is_comma() && clause.series.base(at - 2) == at;
    let head = if named { at - 2 } else { at };
    let opened = again || joins(head.wrapping_sub(1));
    let kin = || reader.sort(&clause.chunks[at]) == Sort::Kin && is_set(reader, clause, at..clause.chunks.len());
    let person = matches!(reader.sort(&clause.chunks[at]), Sort::Named | Sort::Role | Sort::Generic) || kin();
    let describes = clause.series.base(at) != at; // "B, A DOCTOR, in Basra"
    opened && person && !describes && (again || !clause.in_phrase(head)) && !is_place(reader, &clause.chunks[at])
}

/// "the bombings of embassies in M and N LAST YEAR": a town or country by its name.
fn is_place(reader: Reader, chunk: &Chunk) -> bool {
    let named = |n: usize| reader.mentions[n].place().is_some_and(|p| p.form == PlaceForm::Name);
    let starts = |n: usize| reader.mentions[n].tokens.start == chunk.tokens.start;
    reader.inside(&chunk.tokens).any(|n| named(n) && starts(n)) && reader.sort(chunk) != Sort::Named
}

/// A prepositional phrase or a date follows before the next comma or verb: "in May, officials SAID ON Thursday"; behind a
/// description, "her husband, B, IN CUSCO", "B, a doctor, IN HER CAR", behind the comma; or it is set apart: "B (2017)",
/// "and B, in her car, FIVE DAYS LATER", "; B, A YEAR LATER".
fn has_setting(reader: Reader, clause: Clause, at: usize) -> bool {
    if set_apart(reader, clause, at) {
        return true;
    }
    let named = at >= 2
        && clause.chunks[at - 1].is_comma()
        && clause.noun(at - 2).is_some()
        && clause.series.base(at - 2) == at;
    let described = clause.is(at + 1, Chunk::is_comma) && clause.series.described_by(at).any(|k| k == at + 2);
    let close = (at + 2..clause.chunks.len()).find(|&k| clause.chunks[k].is_comma()).filter(|_| described);
    let from = close.unwrap_or(at) + 1 + usize::from(named && clause.is(at + 1, Chunk::is_comma));
    // "two OF HER AIDES and a driver in Lima": nothing of the two alone.
    let some = clause.is(at + 1, Chunk::is_prep) && prep_is(reader, clause, at + 1, "of");
    let ends = |c: &Chunk| c.is_comma() || some && c.is_and() || c.verb().is_some();
    let of = |c: &Chunk| some && reader.doc.norm(c.tokens.start) == "of";
    let says = |c: &Chunk| c.is_prep() && !of(c) || c.is_date();
    let after = clause.chunks[from.min(clause.chunks.len())..].iter().take_while(|c| !ends(c));
    after.take(6).any(says)
}

/// "B (2017)", "and B, in her car, FIVE DAYS LATER", "; B, A YEAR LATER".
fn set_apart(reader: Reader, clause: Clause, at: usize) -> bool {
    let date = |k: usize| clause.is(k, Chunk::is_date);
    let open = at + 1;
    if !clause.is(open, Chunk::is_comma) {
        return false;
    }
    let bracket = reader.doc.text(clause.chunks[open].tokens.start) == "(";
    let last = clause.before(at).is_some_and(|k| clause.chunks[k].is_and() || clause.is_stop(k));
    let phrase = last && clause.is(open + 1, Chunk::is_prep);
    let close = (open + 1..clause.chunks.len()).find(|&k| clause.chunks[k].is_break()).filter(|_| phrase);
    (bracket || last) && date(open + 1) || close.is_some_and(|k| clause.is(k, Chunk::is_comma) && date(k + 1))
}
