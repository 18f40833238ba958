//! People who share the victim's lot in a phrase of their own: "was arrested along with two colleagues", "was among those
//! detained", "among those detained was X", "along with X, police arrested Y".

use crate::document::Tag;
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::syntax::chunk::{Chunk, Kind};
use crate::frames::syntax::clause::Clause;

/// Chunks after the subject in which its company may begin: a comma, and a description.
const BETWEEN: usize = 8;

/// Noun chunks governed by a word such as "with" right after the victim or the verb; only dates and places stand between.
pub fn of(reader: Reader, clause: Clause, verb: usize, victims: &[usize]) -> Vec<usize> {
    let mut k = verb + 1;
    let mut thing = false; // "near his home, ALONG WITH two guards": behind a thing "with" alone may belong to that
    while let Some(chunk) = clause.chunks.get(k) {
        match &chunk.kind {
            Kind::Prep if clause.governed(k).is_some_and(|n| !is_setting(clause, n)) => {
                let (Some(class), Some(noun)) = (reader.patterns.classes.companions, clause.governed(k)) else { break };
                // "stabbed to death TOGETHER WITH his clerk": the adverb before it belongs to the phrase.
                let from = if k > verb + 1 && clause.is(k - 1, Chunk::is_other) { k - 1 } else { k };
                let mut shares = clause.chunks[from].tokens.start..clause.chunks[noun].tokens.start;
                let cue = shares.any(|t| reader.value(t, class).is_some_and(|value| !thing || value == "front"));
                if !cue && !reader.sort_at(clause, noun).is_human() {
                    (thing, k) = (true, noun + 1);
                    continue;
                }
                let people =
                    matches!(reader.sort_at(clause, noun), Sort::Named | Sort::Role | Sort::Generic | Sort::Kin);
                return if cue && people { clause.group(noun) } else { Vec::new() };
            }
            Kind::Date(_) => thing = false, // "in a car ON MONDAY with a friend"
            Kind::Prep | Kind::Other | Kind::Comma => {}
            Kind::Noun(n) if victims.contains(&k) || clause.in_phrase(k) => thing &= n.place.is_none(),
            _ => break,
        }
        k += 1;
    }
    Vec::new()
}

/// "the murder of A, ALONG WITH B": as [`of`], behind the victims of a noun, where a bare "with" tells of the means.
pub fn joined(reader: Reader, clause: Clause, last: usize, victims: &[usize]) -> Vec<usize> {
    let found = of(reader, clause, last, victims);
    let Some(start) = found.first().map(|&k| clause.chunks[k].tokens.start) else { return found };
    let class = reader.patterns.classes.companions;
    let mut words = (1..=2).filter_map(|n| reader.value(start.checked_sub(n)?, class?));
    let front = words.any(|value| value == "front");
    if front { found } else { Vec::new() }
}

/// "Along with X, police arrested Y": who is named so at the front of the sentence shares the lot of the victims.
pub fn leading(reader: Reader, clause: Clause, verb: usize) -> Option<usize> {
    let first = clause.chunks.first()?.tokens.start;
    let hit = reader.patterns.classes.companions.and_then(|class| reader.doc.hit(first, class))?;
    let front = reader.patterns.lexicon.entry(hit.entry).is_some_and(|e| e.value == "front");
    let at = (0..verb).find(|&k| clause.chunks[k].tokens.start >= first + hit.len as usize).filter(|_| front)?;
    let closed = clause.chunks.get(at + 1).is_some_and(|c| c.is_comma());
    (closed && reader.sort_at(clause, at) == Sort::Named).then_some(at)
}

/// "A, ALONG WITH B, was arrested": who stands so between the subject and its verb shares what befell it.
pub fn between(reader: Reader, clause: Clause, verb: usize, victims: &[usize]) -> Vec<usize> {
    let Some(last) = victims.iter().copied().filter(|&k| k < verb).max() else { return Vec::new() };
    let open = |k: &usize| *k < verb && clause.verb(*k).is_none() && !clause.is_stop(*k);
    let Some(class) = reader.patterns.classes.companions else { return Vec::new() };
    let cue = (last + 1..).take_while(open).take(BETWEEN).find_map(|k| {
        let from = clause.chunks[k].tokens.start;
        let hit = reader.doc.hit(from, class)?;
        let front = reader.patterns.lexicon.entry(hit.entry).is_some_and(|e| e.value == "front");
        front.then_some((k, from + hit.len as usize))
    });
    let Some((k, after)) = cue else { return Vec::new() };
    let noun = (k..).take_while(open).find(|&k| clause.noun(k).is_some() && clause.chunks[k].tokens.end > after);
    let people = |k: &usize| matches!(reader.sort_at(clause, *k), Sort::Named | Sort::Role | Sort::Generic | Sort::Kin);
    noun.filter(people).map(|k| clause.group(k)).unwrap_or_default()
}

/// "A was arrested on Monday, AS WAS B": who is said to have had the same lot.
pub fn likewise(reader: Reader, clause: Clause, verb: usize) -> Vec<usize> {
    let word = |k: usize| reader.doc.norm(clause.chunks[k].tokens.start);
    let is = |k: usize| is_be(reader, clause, k) && clause.verb(k).is_some_and(|v| !v.passive);
    let open = |k: &usize| !clause.is_stop(*k) && clause.verb(*k).is_none();
    let be = (verb + 1..clause.chunks.len()).find(|k| !open(k)).filter(|&k| is(k) && clause.is(k - 1, |c| c.is_prep()));
    let people = be.filter(|&k| word(k - 1) == "as").map(|k| k + 1).filter(|&k| clause.noun(k).is_some());
    let own = |k: &usize| clause.noun(*k).is_some_and(|n| n.owner.is_none()); // "X, Y's friend"
    let group = people.filter(|&k| reader.sort_at(clause, k).is_human()).map(|k| clause.group(k));
    group.unwrap_or_default().into_iter().filter(own).collect()
}

fn is_setting(clause: Clause, at: usize) -> bool {
    matches!(clause.chunks[at].kind, Kind::Date(_)) || clause.noun(at).is_some_and(|n| n.place.is_some())
}

/// "include", "were".
fn lists(reader: Reader, clause: Clause, at: usize) -> bool {
    let Some(verb) = clause.verb(at) else { return false };
    reader.auxiliary(verb.head) == Some("be") || reader.is(verb.head, reader.patterns.classes.inclusion)
}

/// "One of those arrested in August, X, ...": the name behind the comma.
fn told_apart(clause: Clause, prep: usize, verb: usize) -> Option<Vec<usize>> {
    prep.checked_sub(1).filter(|&k| clause.noun(k).is_some())?;
    let open = |k: &usize| !clause.is_stop(*k) && clause.verb(*k).is_none();
    let comma = (verb + 1..clause.chunks.len()).take_while(open).find(|&k| clause.chunks[k].is_comma())?;
    clause.noun(comma + 1).filter(|n| n.person.is_some()).map(|_| clause.group(comma + 1))
}

/// Who is meant by "those" in "X was among those arrested", "among those arrested was X" and "those arrested include X".
pub fn among(reader: Reader, clause: Clause, at: usize, verb: usize) -> Option<Vec<usize>> {
    let those = reader.doc.norm(clause.chunks[at].tokens.start) == "those";
    let is = |k: usize| is_be(reader, clause, k);
    let Some(prep) = at.checked_sub(1).filter(|&k| clause.chunks[k].is_prep()) else {
        return listed(reader, clause, verb).filter(|_| those).or_else(|| called(reader, clause, at, verb));
    };
    match reader.doc.norm(clause.chunks[prep].tokens.start) {
        "among" => {}
        "of" if those && prep.checked_sub(1).is_some_and(|k| clause.noun(k).is_some()) => {
            // "Many of those detained ARE politicians".
            return told_apart(clause, prep, verb).or_else(|| listed(reader, clause, verb));
        }
        "of" if those => return listed(reader, clause, verb),
        // "X was ONE OF seven people shot".
        "of" => {
            let some = |k: &usize| matches!(reader.doc.norm(clause.chunks[*k].tokens.start), "one" | "some");
            let one = prep.checked_sub(1).filter(some)?;
            // "X, ONE OF several journalists who were jailed".
            let described = Some(clause.series.base(one)).filter(|&base| base != one && clause.names(base));
            if let Some(base) = described {
                return Some(vec![base]);
            }
            let be = clause.before(one).filter(|&k| is(k))?;
            return clause.subject(be).map(|s| clause.subject_group(s));
        }
        _ => return None,
    }
    match clause.before(prep) {
        Some(k) if is(k) => clause.subject(k).map(|s| clause.subject_group(s)),
        Some(_) => None,
        None => {
            let be = (verb + 1..clause.chunks.len()).find(|&k| is(k) || reader.is_colon(&clause.chunks[k]))?;
            clause.object(be).map(|o| clause.group(o))
        }
    }
}

/// "X is the fourth journalist KILLED this year": a count, whose months are those of all that are counted.
pub fn is_count(reader: Reader, clause: Clause, verb: usize) -> bool {
    verb.checked_sub(1).is_some_and(|at| called(reader, clause, at, verb).is_some())
}

/// "X is THE FOURTH JOURNALIST to be killed", "X was the lawyer shot in May": the name that the sentence describes.
fn called(reader: Reader, clause: Clause, at: usize, verb: usize) -> Option<Vec<usize>> {
    let one =
        clause.noun(at).is_some_and(|n| reader.doc.tag(n.head) == Tag::NN && reader.sort_at(clause, at).is_human());
    let ahead = clause.verb(verb).is_some_and(|v| v.bare || v.infinitive) && clause.passive(verb) && verb == at + 1;
    let be = clause.before(at).filter(|&k| one && ahead && is_be(reader, clause, k))?;
    let subject = clause.subject(be).filter(|&k| clause.names(k))?;
    Some(clause.subject_group(subject))
}

/// Who stands behind "include" or "were", the next verb.
fn listed(reader: Reader, clause: Clause, verb: usize) -> Option<Vec<usize>> {
    let list = (verb + 1..clause.chunks.len()).find(|&k| clause.verb(k).is_some())?;
    let colon = clause.next(list + 1).filter(|&k| reader.is_colon(&clause.chunks[k]));
    let first = colon.map_or_else(|| clause.object(list), |k| clause.next(k + 1).filter(|&k| clause.noun(k).is_some()));
    first.filter(|_| lists(reader, clause, list)).map(|o| clause.group(o))
}

/// "ALSO ARRESTED in the raid was X": a participle opens the sentence, and who it is of stands behind the next verb.
pub fn inverted(reader: Reader, clause: Clause, verb: usize) -> Option<Vec<usize>> {
    let opens = (0..verb).all(|k| clause.chunks[k].is_other()) && clause.verb(verb).is_some_and(|v| v.bare);
    let near = clause.object(verb).is_none();
    let be = (verb + 1..clause.chunks.len()).find(|&k| clause.told(k)).filter(|_| opens && near)?;
    let comma = (verb + 1..be).any(|k| clause.chunks[k].is_comma());
    let is = is_be(reader, clause, be);
    clause.object(be).filter(|_| is && !comma).map(|o| clause.group(o))
}

fn is_be(reader: Reader, clause: Clause, at: usize) -> bool {
    clause.verb(at).is_some_and(|v| reader.auxiliary(v.head) == Some("be"))
}
