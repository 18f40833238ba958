//! A pronoun that means somebody without a name whom the sentence has just introduced: "A WOMAN told police that SHE had been
//! raped". Without this it would be taken for whoever was named before.

use crate::document::Tag;
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::people::subject;
use crate::frames::syntax::chunk::Kind;
use crate::frames::syntax::clause::Clause;
use crate::mentions::Mention;
use crate::patterns::orgs::is_band;

/// The noun group that a singular pronoun beside the verb stands for, when a new person is the subject before it and nobody is named there.
pub fn meant(reader: Reader, clause: Clause, verb: usize, pronoun: usize) -> Option<usize> {
    let gender = gender(reader, clause, pronoun)?;
    let before = || (0..pronoun).filter(|&k| clause.noun(k).is_some());
    // "An exile known for his criticism OF PRESIDENT X has died after he was stabbed": the name only describes.
    let describes = |k: usize| clause.in_phrase(k) && !(0..k).any(|v| clause.verb(v).is_some_and(|v| v.is_finite()));
    if let Some(kin) = relative(reader, clause, pronoun, gender) {
        return Some(kin);
    }
    if before().any(|k| clause.noun(k).is_some_and(|n| n.person.is_some()) && !describes(k)) {
        // "A was arrested after A WOMAN told the police that SHE had been raped".
        let says = |&k: &usize| is_new(reader, clause, k) && says(reader, clause, k, pronoun);
        return newcomer(reader, clause, pronoun).filter(says);
    }
    let officials = reader.patterns.classes.officials?;
    let attacker = |k: usize| matches!(reader.sort_at(clause, k), Sort::Attacker | Sort::Suspect);
    let new = |&k: &usize| {
        (is_new(reader, clause, k) || attacker(k))
            && tells(clause, k, pronoun)
            && clause.subject(verb) != Some(k)
            // "An officer said that HE fired", but "a lawyer was in hospital after men beat HIM".
            && !(reader.has_class(&clause.chunks[k], officials) && speaks(reader, clause, k, pronoun))
            // "men came in, as he was asleep, and shot HIM".
            && subject::subject(reader, clause, verb) != Some(k)
    };
    let subject = before().find(new)?;
    // "A witness saw men beat him": an object is the subject before it only where a clause opens between.
    let opens = |k: usize| matches!(clause.chunks[k].kind, Kind::Opener);
    let own = reader.holds(clause.chunks[pronoun].tokens.clone(), reader.patterns.classes.subjects);
    if !own && !(subject..pronoun).any(opens) {
        return None;
    }
    may_be(reader, clause, subject, gender).then_some(subject)
}

/// "B, who replaced HER HUSBAND after HE had been arrested": kin of somebody of the other gender, nearest before the pronoun, and
/// no name between.
fn relative(reader: Reader, clause: Clause, pronoun: usize, gender: &str) -> Option<usize> {
    // "replaced her husband AS A CANDIDATE": what the phrase only adds.
    let group = |k: &usize| clause.noun(*k).is_some_and(|n| !n.pronoun) && !clause.in_phrase(*k);
    let near = (0..pronoun).rev().find(group)?;
    let noun = clause.noun(near).filter(|n| n.person.is_none())?;
    let kin = reader.patterns.persons.kin.and_then(|c| reader.value(noun.head, c)) == Some(gender);
    let owner = reader.doc.norm(clause.chunks[near].tokens.start);
    let other = value(reader, owner).is_some_and(|g| matches!(g, "m" | "f") && g != gender);
    (kin && other && clause.noun(near + 1).is_none()).then_some(near)
}

/// Its verb, the next one, is one of saying.
fn speaks(reader: Reader, clause: Clause, noun: usize, pronoun: usize) -> bool {
    let verb = (noun + 1..pronoun).find_map(|k| clause.verb(k));
    verb.is_none_or(|v| reader.reports(v.head))
}

/// The noun's verb is one of saying: "a woman TOLD the police", "a woman managed TO ALERT a clerk THAT she".
fn says(reader: Reader, clause: Clause, noun: usize, pronoun: usize) -> bool {
    let verb = (noun + 1..clause.chunks.len()).find(|&k| clause.verb(k).is_some() && clause.subject(k) == Some(noun));
    let infinitive = (noun + 1..pronoun).any(|k| clause.verb(k).is_some_and(|v| v.infinitive));
    let content = infinitive && reader.doc.norm(clause.chunks[pronoun - 1].tokens.end - 1) == "that";
    content || verb.and_then(|k| clause.verb(k)).is_some_and(|v| reader.reports(v.head))
}

/// "after ANOTHER MAN told police HE shot her": the subject without a name that stands nearest before a pronoun that acts.
pub fn newcomer(reader: Reader, clause: Clause, pronoun: usize) -> Option<usize> {
    let gender = gender(reader, clause, pronoun)?;
    let told = |k: &usize| clause.noun(*k).is_some() && (clause.names(*k) || tells(clause, *k, pronoun));
    let near = (0..pronoun).rev().find(told).filter(|&k| !clause.names(k))?;
    let owned = reader.doc.tag(clause.chunks[near].tokens.start) == Tag::PRPS; // "HIS CLIENT said that he shot her"
    let owned = owned && matches!(reader.sort_at(clause, near), Sort::Role | Sort::Generic);
    ((owned || is_new(reader, clause, near)) && may_be(reader, clause, near, gender)).then_some(near)
}

/// "several terrorists entered, and THEY set off bombs", "the rebel group is known: IT held envoys hostage": the attackers who are
/// the nearest subject before a pronoun that acts.
pub fn attackers(reader: Reader, clause: Clause, pronoun: usize) -> Option<usize> {
    let word = clause.noun(pronoun).filter(|n| n.pronoun).map(|n| reader.doc.norm(n.head))?;
    let several = value(reader, word) == Some("p");
    let subject =
        |k: &usize| clause.noun(*k).is_some() && tells(clause, *k, pronoun) && reader.sort_at(clause, *k).can_act();
    let near = (0..pronoun).rev().find(subject)?;
    (several || word == "it").then_some(near).filter(|&k| violent(reader, clause, k, several))
}

/// Attackers, or a band of them that has a name; `several`: more than one person.
pub fn violent(reader: Reader, clause: Clause, at: usize, several: bool) -> bool {
    let Some(noun) = clause.noun(at) else { return false };
    let band = |m: &Mention| m.org_kind().is_some_and(is_band);
    let named = noun.org.and_then(|m| reader.mentions.get(m)).is_some_and(band);
    let many = (reader.doc.tag(noun.head) == Tag::NNS) == several;
    named || many && reader.sort_at(clause, at) == Sort::Attacker
}

/// "dragged five villagers out of their homes and shot THEM": the people without names who are told of last before the object,
/// and do not act.
pub fn people(reader: Reader, clause: Clause, verb: usize, pronoun: usize) -> Option<usize> {
    let word = clause.noun(pronoun).filter(|n| n.pronoun).map(|n| reader.doc.norm(n.head))?;
    let object = value(reader, word) == Some("p") && clause.object(verb) == Some(pronoun);
    let open = |k: &usize| !clause.is_stop(*k);
    let human = |k: &usize| clause.noun(*k).is_some_and(|n| !n.pronoun) && reader.sort_at(clause, *k).is_human();
    let acts = clause.subject(verb);
    let actor = |k: usize| acts == Some(k) || acts.and_then(|s| reader.whole(clause, s)) == Some(k);
    // "A court controlled by THE REBELS jailed them": what hangs on the subject.
    let joined = |s: usize| (s..verb).any(|k| clause.chunks[k].is_and() || clause.chunks[k].is_comma());
    let hangs = |k: usize| acts.is_some_and(|s| s < k && !joined(s)) && k < verb;
    let told = || (0..pronoun).rev().take_while(open).filter(human).filter(|&k| !actor(k) && !hangs(k));
    // "A and B, who spoke to reporters about the rebels that held THEM": names go before whoever is told in passing.
    let aside = |k: usize| clause.in_phrase(k) && told().any(|k| clause.names(k));
    let near = told().next().filter(|&k| object && !clause.names(k) && !aside(k) && several(reader, clause, k))?;
    let whole = near.checked_sub(2).filter(|&k| reader.whole(clause, k) == Some(near)); // "a group of students"
    whole.or(Some(near))
}

fn several(reader: Reader, clause: Clause, at: usize) -> bool {
    let plural = clause.noun(at).is_some_and(|n| reader.doc.tag(n.head) == Tag::NNS);
    plural || reader.count(&clause.chunks[at]).is_some_and(|n| n > 1)
}

/// m or f.
fn gender<'p>(reader: Reader<'p>, clause: Clause, pronoun: usize) -> Option<&'p str> {
    let word = clause.noun(pronoun).filter(|n| n.pronoun).map(|n| reader.doc.norm(n.head))?;
    value(reader, word).filter(|g| matches!(*g, "m" | "f"))
}

/// "a woman", "another man".
fn is_new(reader: Reader, clause: Clause, at: usize) -> bool {
    let first = reader.doc.norm(clause.chunks[at].tokens.start);
    matches!(first, "a" | "an" | "another") && matches!(reader.sort_at(clause, at), Sort::Role | Sort::Generic)
}

/// Unless the noun says another gender.
fn may_be(reader: Reader, clause: Clause, at: usize, gender: &str) -> bool {
    let class = reader.patterns.classes.gendered_nouns;
    class.and_then(|c| reader.value(clause.noun(at)?.head, c)).is_none_or(|g| g == gender)
}

/// A verb before the pronoun has the noun as its subject.
fn tells(clause: Clause, noun: usize, pronoun: usize) -> bool {
    (noun + 1..pronoun).find(|&k| clause.verb(k).is_some()).is_some_and(|k| clause.subject(k) == Some(noun))
}

/// `gendered-pronouns.csv`: m, f, p for a plural, self for whoever speaks.
pub fn value<'p>(reader: Reader<'p>, word: &str) -> Option<&'p str> {
    let entry = reader.patterns.lexicon.single(word, reader.patterns.persons.pronouns?)?;
    Some(entry.value.as_str())
}
