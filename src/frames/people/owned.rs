//! Victims who are named only as owners: "infected his phone", "the phone of X was hacked", "fired into X's leg".
//!
//! What people own stands in `belongings.csv`. Input: the groups that a verb trigger reaches; output: chunks of the owners,
//! or a chunk made of the owner that stands inside the group.

use crate::document::Tag;
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::people::standing;
use crate::frames::syntax::chunk::{Chunk, Verb};
use crate::frames::syntax::clause::Clause;
use crate::frames::trigger::nominal::person_in;
use crate::frames::trigger::verbal::prep_is;
use crate::patterns::lexicon::ClassId;
use std::ops::Range;

/// Whose belonging it is.
pub enum Owner {
    /// "the phone of X": the chunks of the group after "of".
    Behind(Vec<usize>),
    /// "his phone", "X's phone": a chunk made of what stands before the head.
    Inside(Chunk),
}

/// The owner of the first of the groups that names somebody's belonging, or what the rule of the trigger asks for.
pub fn find(reader: Reader, clause: Clause, groups: &[usize], asked: Option<ClassId>) -> Option<Owner> {
    let class = reader.patterns.classes.belongings?;
    let meant = |k: usize| asked.is_some_and(|asked| reader.has_class(&clause.chunks[k], asked));
    let belongs = |k: &&usize| clause.noun(**k).is_some_and(|n| reader.doc.is(n.head, class) || meant(**k));
    groups.iter().filter(belongs).find_map(|&at| {
        let owner = had(reader, clause, at).or_else(|| behind(reader, clause, at));
        let owner = owner.or_else(|| belonging(reader, clause, at));
        let owner = owner.or_else(|| whose(reader, clause, at));
        let owner = owner.or_else(|| aboard(reader, clause, at)).or_else(|| carried(reader, clause, at));
        owner.map(Owner::Behind).or_else(|| inside(reader, clause, at).map(Owner::Inside))
    })
}

/// "HIS BODY was found", "X, WHOSE BODY was found": not somebody, but what is left of the owner.
pub fn is_remains(reader: Reader, clause: Clause, at: usize) -> bool {
    let class = reader.patterns.classes.belongings;
    let thing = clause.noun(at).is_some_and(|n| n.person.is_none() && reader.is(n.head, class));
    thing && (inside(reader, clause, at).is_some() || whose(reader, clause, at).is_some())
}

/// "A and B HAD THEIR PHONES hacked".
fn had(reader: Reader, clause: Clause, at: usize) -> Option<Vec<usize>> {
    let verb =
        at.checked_sub(1).filter(|&k| clause.verb(k).is_some_and(|v| reader.auxiliary(v.head) == Some("have")))?;
    let owner = clause.subject(verb)?;
    reader.sort_at(clause, owner).is_human().then(|| clause.subject_group(owner))
}

/// "X, WHOSE phone": the person before the pronoun.
pub(crate) fn whose(reader: Reader, clause: Clause, at: usize) -> Option<Vec<usize>> {
    let relative = at.checked_sub(1).filter(|&k| reader.doc.norm(clause.chunks[k].tokens.start) == "whose")?;
    clause.antecedent(relative).filter(|&k| owns(reader, &clause.chunks[k])).map(|k| vec![k])
}

/// "the car IN WHICH A and B were travelling", "the flat WHERE A lives": who was in it.
fn aboard(reader: Reader, clause: Clause, at: usize) -> Option<Vec<usize>> {
    let word = |k: usize| clause.chunks.get(k).map_or("", |c| reader.doc.norm(c.tokens.start));
    let which = || matches!(word(at + 1), "in" | "on" | "at") && word(at + 2) == "which";
    let opens = if word(at + 1) == "where" { Some(at + 1) } else { Some(at + 2).filter(|_| which()) };
    let first = clause.next(opens? + 1)?;
    let group = if clause.noun(first).is_some() { clause.subject_group(first) } else { Vec::new() };
    let known = |k: &usize| matches!(reader.sort_at(clause, *k), Sort::Named | Sort::Role | Sort::Kin | Sort::Pronoun);
    let last = group.iter().copied().max().filter(|_| group.iter().all(known))?;
    // "his partner, ELENA, were travelling": not "the house in which a reporter found".
    let open = |k: &usize| !clause.is_stop(*k) && clause.noun(*k).is_none();
    let verb = (last + 1..clause.chunks.len()).take_while(open).find(|&k| clause.verb(k).is_some())?;
    let tense = |v: &Verb| v.auxiliary && !v.passive || matches!(reader.doc.tag(v.head), Tag::VBZ | Tag::VBP);
    let going = clause.verb(verb).is_some_and(tense) && clause.object(verb).is_none();
    going.then_some(group)
}

/// "the car CARRYING A and B", "a bus that was carrying the choir": who was in it.
fn carried(reader: Reader, clause: Clause, at: usize) -> Option<Vec<usize>> {
    let class = reader.patterns.classes.carrying?;
    let verb = if clause.relative(at + 1) { at + 2 } else { at + 1 };
    let carries = clause.verb(verb).is_some_and(|v| !v.passive && reader.doc.is(v.head, class));
    let people = clause.object(verb).filter(|&k| carries && reader.sort_at(clause, k).is_human())?;
    Some(clause.group(clause.series.base(people)))
}

/// "a car BELONGING TO X", "a house owned by X".
fn belonging(reader: Reader, clause: Clause, at: usize) -> Option<Vec<usize>> {
    let verb = clause.chunks.get(at + 1).filter(|c| c.verb().is_some())?;
    let told = reader.holds(verb.tokens.end - 1..verb.tokens.end, reader.patterns.classes.owning);
    let owner = clause.governed(at + 2).filter(|&k| told && clause.is(at + 2, Chunk::is_prep) && k > at + 2)?;
    reader.sort_at(clause, owner).is_human().then(|| clause.group(clause.series.base(owner)))
}

fn inside(reader: Reader, clause: Clause, at: usize) -> Option<Chunk> {
    // "the door of X'S HOUSE".
    let of = clause.chunks.get(at + 1).filter(|c| c.is_prep()).map(|_| at + 1);
    let house = of.and_then(|of| clause.governed(of)).and_then(|k| outer(reader, clause, k));
    if let Some(owner) = house.and_then(|k| inside(reader, clause, k)) {
        return Some(owner);
    }
    let owner = clause.noun(at)?.owner.clone().filter(|r| !r.is_empty())?;
    // "HIS newspaper's office".
    let thing = |r: &Range<usize>| {
        r.len() > 1
            && reader.doc.tag(r.start) == Tag::PRPS
            && reader.holds(r.clone(), reader.patterns.classes.belongings)
    };
    let owner = if thing(&owner) { owner.start..owner.start + 1 } else { owner };
    let chunk = person_in(reader, owner);
    owns(reader, &chunk).then_some(chunk)
}

fn owns(reader: Reader, chunk: &Chunk) -> bool {
    reader.sort(chunk).is_human() || is_outlet(reader, chunk)
}

/// "the offices of the weekly PRENSA": a newspaper or a station owns things as people do.
fn is_outlet(reader: Reader, chunk: &Chunk) -> bool {
    let org = chunk.noun().and_then(|n| n.org).and_then(|m| reader.mentions.get(m));
    org.is_some_and(|m| standing::is_outlet(reader, m))
}

fn behind(reader: Reader, clause: Clause, at: usize) -> Option<Vec<usize>> {
    let of = clause.chunks.get(at + 1).filter(|c| c.is_prep()).map(|_| at + 1)?;
    let owner = clause.governed(of).filter(|_| prep_is(reader, clause, of, "of"))?;
    if owns(reader, &clause.chunks[owner]) {
        // "the office of the weekly and THE HOMES of its staff".
        let group = clause.group(clause.series.base(owner)).into_iter();
        return Some(group.filter(|&k| owns(reader, &clause.chunks[k])).collect());
    }
    // "the door OF THE HOUSE of X".
    outer(reader, clause, owner).and_then(|house| behind(reader, clause, house))
}

/// What is owned and owns itself: "the door of THE HOUSE".
fn outer(reader: Reader, clause: Clause, owner: usize) -> Option<usize> {
    let class = reader.patterns.classes.belongings?;
    clause.noun(owner).filter(|n| reader.doc.is(n.head, class)).map(|_| owner)
}
