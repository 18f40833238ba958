//! A pronoun that means somebody without a name whom the sentence has just introduced: "A WOMAN told police that SHE had been
//! raped". Without this it would be taken for whoever was named before.

use super::argument::{Reader, Sort};
use super::chunk::Kind;
use super::clause::Clause;

/// The noun group that a singular pronoun beside the verb stands for, when a new person is the subject before it and nobody is named there.
pub fn meant(reader: Reader, clause: Clause, verb: usize, pronoun: usize) -> Option<usize> {
    let word = clause.noun(pronoun).filter(|n| n.pronoun).map(|n| reader.doc.norm(n.head))?;
    let gender = value(reader, word).filter(|g| matches!(*g, "m" | "f"))?;
    let before = || (0..pronoun).filter(|&k| clause.noun(k).is_some());
    if before().any(|k| clause.noun(k).is_some_and(|n| n.person.is_some())) {
        return None;
    }
    let officials = reader.patterns.classes.officials?;
    let new = |&k: &usize| {
        let first = reader.doc.norm(clause.chunks[k].tokens.start);
        let sort = reader.sort_at(clause, k);
        matches!(first, "a" | "an" | "another")
            && matches!(sort, Sort::Role | Sort::Generic)
            && tells(clause, k, pronoun)
            && clause.subject(verb) != Some(k)
            && !reader.has_class(&clause.chunks[k], officials)
    };
    let subject = before().find(new)?;
    // "A witness saw men beat him": an object is the subject before it only where a clause opens between.
    let opens = |k: usize| matches!(clause.chunks[k].kind, Kind::Opener);
    let own = reader.holds(clause.chunks[pronoun].tokens.clone(), reader.patterns.classes.subjects);
    if !own && !(subject..pronoun).any(opens) {
        return None;
    }
    let head = clause.noun(subject)?.head;
    let class = reader.patterns.classes.gendered_nouns;
    class.and_then(|c| reader.value(head, c)).is_none_or(|g| g == gender).then_some(subject)
}

/// "after ANOTHER MAN told police HE shot her": the subject without a name that stands nearest before a pronoun that acts.
pub fn newcomer(reader: Reader, clause: Clause, pronoun: usize) -> Option<usize> {
    let word = clause.noun(pronoun).filter(|n| n.pronoun).map(|n| reader.doc.norm(n.head))?;
    let gender = value(reader, word).filter(|g| matches!(*g, "m" | "f"))?;
    let subject =
        |&k: &usize| (k + 1..pronoun).find(|&v| clause.verb(v).is_some()).is_some_and(|v| clause.subject(v) == Some(k));
    let near = (0..pronoun).rev().filter(|&k| clause.noun(k).is_some()).find(|k| clause.names(*k) || subject(k))?;
    let first = reader.doc.norm(clause.chunks[near].tokens.start);
    let sort = reader.sort_at(clause, near);
    let new = matches!(first, "a" | "an" | "another") && matches!(sort, Sort::Role | Sort::Generic);
    let class = reader.patterns.classes.gendered_nouns;
    let fits = class.and_then(|c| reader.value(clause.noun(near)?.head, c)).is_none_or(|g| g == gender);
    (new && fits && !clause.names(near)).then_some(near)
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
