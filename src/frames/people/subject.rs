//! The subject of a verb trigger, and the object that the verbs of a series share ("arrested and beat THE EDITOR").

use crate::document::Tag;
use crate::frames::blame;
use crate::frames::blame::disclaimer;
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::people::cases;
use crate::frames::people::companions;
use crate::frames::people::pronoun;
use crate::frames::syntax::chunk::{Chunk, Kind, Verb};
use crate::frames::syntax::clause::Clause;
use crate::frames::syntax::spine;
use crate::frames::trigger::verbal::prep_is;

/// Verbs of a series that are passed over to reach their object.
const SERIES: usize = 4;

/// The subject; of "the trial of six men ACCUSED" the men, not the trial.
pub fn subject(reader: Reader, clause: Clause, at: usize) -> Option<usize> {
    let person = |k: usize| reader.sort_at(clause, k).is_human();
    if disclaimer::asks(reader, clause, at) {
        return None;
    }
    if let Some(found) = tried(reader, clause, at) {
        return found;
    }
    if let Some(found) = bracketed(reader, clause, at).or_else(|| before_colon(reader, clause, at)) {
        return Some(found);
    }
    let near = named_aside(reader, clause, at)
        .or_else(|| around_meanwhile(reader, clause, at))
        .or_else(|| same_actor(reader, clause, at))
        .or_else(|| same_sufferer(reader, clause, at))
        .or_else(|| main_clause(reader, clause, at))
        .or_else(|| for_to(reader, clause, at))
        .or_else(|| being(reader, clause, at))
        .or_else(|| fronted(clause, at))
        .or_else(|| around_which(reader, clause, at))
        .or_else(|| around_contact(reader, clause, at))
        .or_else(|| clause.subject(at).map(|k| above_object(reader, clause, k, at)));
    let near = near.map(|k| outside_aside(reader, clause, k, at).unwrap_or(k));
    let near = near.map(|k| wielder(reader, clause, k, at).unwrap_or(k));
    let near = near.map(|k| in_speech(reader, clause, k, at).unwrap_or(k));
    let near = near.map(|k| whose_part(clause, k).unwrap_or(k));
    let near = near.map(|k| led(reader, clause, k, at).unwrap_or(k));
    let near = near.map(|k| opening(reader, clause, k).unwrap_or(k));
    let near = near.map(|k| named_behind(reader, clause, k, at).unwrap_or(k));
    let near = near.map(|k| cases::including(reader, clause, k).unwrap_or(k));
    let near = near.map(|k| cases::set_apart(reader, clause, k, at).unwrap_or(k));
    let near = near.filter(|&k| !(clause.names(k) && after_which(reader, clause, at)));
    let people = || near.and_then(|k| counted(reader, clause, k));
    let series = || clause.partner(at).filter(|&k| k < at).and_then(|k| subject(reader, clause, k));
    let far = || spine::subject(reader, clause, at).or_else(series).or_else(people).filter(|&k| person(k));
    let fits = |k: &usize| person(*k) || reader.sort_at(clause, *k).can_act();
    // "the DIRECTOR of a group that helps migrants was arrested".
    let inner = near.filter(|&k| clause.in_phrase(k) && (k + 1..at).any(|j| clause.relative(j)));
    let outer = inner.and_then(|_| spine::subject(reader, clause, at)).filter(|&k| person(k) && Some(k) < inner);
    let subject = outer.or_else(|| near.filter(fits)).or_else(far).or(near)?;
    let prep = at.checked_sub(1).filter(|&k| clause.chunks[k].is_prep());
    let verb = prep.and_then(|k| k.checked_sub(1)).unwrap_or(at);
    let beside = verb.checked_sub(1).filter(|&k| clause.in_phrase(k) && clause.noun(k).is_some() && person(k));
    let bare = clause.verb(verb).is_some_and(|v| v.bare);
    let thing = reader.sort_at(clause, subject) == Sort::Other
        && clause.noun(subject).is_none_or(|n| reader.doc.tag(n.head) != Tag::NNP);
    // "RELATIVES of a clerk killed by rebels said": the clerk was killed.
    let kin = || reader.sort_at(clause, subject) == Sort::Kin && clause.object(at).is_none();
    beside.filter(|_| bare && (thing || kin())).or(Some(subject))
}

/// "the case of ANA SILVA, murdered in Cuba, shocked", "wrote about ANA SILVA, killed in 2020": the participle behind the comma
/// tells of the name in the phrase, unless the phrase says more of somebody else ("the lawyer of A, arrested on Monday").
fn named_aside(reader: Reader, clause: Clause, at: usize) -> Option<usize> {
    let name = at.checked_sub(2).filter(|&k| clause.is(at - 1, Chunk::is_comma) && clause.names(k))?;
    let before = clause.before(name.checked_sub(1)?).filter(|_| clause.in_phrase(name))?;
    let bare = clause.verb(at).is_some_and(|v| v.bare) && clause.object(at).is_none();
    let other = clause.noun(before).is_some() && reader.sort_at(clause, before).is_human();
    let open = |k: &usize| !clause.is_stop(*k);
    let main = |k: usize| clause.told(k) && (clause.verb(k).is_some_and(|v| !v.bare) || clause.object(k).is_some());
    let told = (0..name).rev().take_while(open).any(main) || (at + 1..clause.chunks.len()).take_while(open).any(main);
    (bare && told && !other).then_some(name)
}

/// "GUNMEN stopped the editor as she drove home and shot HER": she is whom they shot.
fn outside_aside(reader: Reader, clause: Clause, near: usize, at: usize) -> Option<usize> {
    let pronoun = |k: usize| clause.noun(k).filter(|n| n.pronoun);
    let gender = |k: usize| pronoun::value(reader, reader.doc.norm(pronoun(k)?.head));
    let opener = near.checked_sub(1).filter(|&k| matches!(clause.chunks[k].kind, Kind::Opener))?;
    let same = gender(near).is_some() && clause.object(at).and_then(gender) == gender(near);
    let main = (0..opener).rev().take_while(|&k| !clause.is_stop(k)).find(|&k| clause.verb(k).is_some())?;
    (same && clause.acts(at) && !clause.passive(main)).then(|| clause.subject(main)).flatten()
}

/// "REBELS used a mortar to attack the town": who uses the weapon.
fn wielder(reader: Reader, clause: Clause, near: usize, at: usize) -> Option<usize> {
    let verb = (0..near).rev().find(|&k| clause.verb(k).is_some()).filter(|&k| near < at && !clause.passive(k))?;
    let uses = clause.verb(verb).is_some_and(|v| reader.holds(v.head..v.head + 1, reader.patterns.classes.wielding));
    let object = clause.object(verb) == Some(near) && reader.sort_at(clause, near) == Sort::Weapon;
    clause.subject(verb).filter(|_| uses && object)
}

/// "two MEN, one of whom wore a mask, shot": all of them did, unless the verb is that of the clause itself.
fn whose_part(clause: Clause, at: usize) -> Option<usize> {
    let comma = at.checked_sub(1).filter(|&k| clause.is(k, Chunk::is_comma) && spine::of_whom(clause, at))?;
    comma.checked_sub(1).filter(|&k| clause.noun(k).is_some())
}

/// "THE HEAD of an office that helps refugees was shot": the clause tells of the office, the verb behind it of its head.
fn led(reader: Reader, clause: Clause, body: usize, at: usize) -> Option<usize> {
    let head = body.checked_sub(2).filter(|&k| clause.noun(k).is_some() && prep_is(reader, clause, k + 1, "of"))?;
    let told = clause.relative(body + 1) && (body + 2..at).any(|k| clause.told(k));
    let joined = (body + 2..at).any(|k| clause.chunks[k].is_and() || clause.chunks[k].is_comma());
    let one = reader.sort_at(clause, head) == Sort::Role
        && clause.noun(head).is_some_and(|n| reader.doc.tag(n.head) == Tag::NN);
    (told && !joined && one).then_some(head)
}

/// "fired on farmers who were camping there, INJURING two": the gerund after the comma goes on with the main verb, unless the
/// relative clause tells of an attack itself.
fn main_clause(reader: Reader, clause: Clause, at: usize) -> Option<usize> {
    let gerund = clause.verb(at).is_some_and(|v| v.gerund) && at > 0 && clause.is(at - 1, Chunk::is_comma);
    let open = |k: &usize| !clause.is_stop(*k);
    let verb = (0..at).rev().take_while(open).find(|&k| clause.verb(k).is_some()).filter(|_| gerund)?;
    let relative = clause.relative_before(verb)?;
    let attacks = clause.verb(verb).is_some_and(|v| reader.patterns.frames.starts(reader.doc.word(v.head)));
    let object = clause.antecedent(relative)?;
    let main = (0..object).rev().take_while(open).find(|&k| clause.verb(k).is_some()).filter(|_| !attacks)?;
    (!clause.verb(main).is_some_and(|v| v.passive)).then(|| clause.subject(main)).flatten()
}

/// "They made HIM kneel, fired three shots and fled": an object pronoun does nothing; the subject of its verb does.
fn above_object(reader: Reader, clause: Clause, near: usize, at: usize) -> usize {
    let word = clause.noun(near).filter(|n| n.pronoun).map(|n| n.head);
    let person = word.is_some_and(|t| pronoun::value(reader, reader.doc.norm(t)).is_some());
    let object = person && !reader.holds(clause.chunks[near].tokens.clone(), reader.patterns.classes.subjects);
    let verb = (0..near).rev().find(|&k| clause.verb(k).is_some()).filter(|&k| clause.object(k) == Some(near));
    let acts = clause.acts(at) && !clause.passive(at);
    verb.filter(|_| object && acts).and_then(|k| clause.subject(k)).unwrap_or(near)
}

/// "The colleague who was with him, X, was arrested": the name between a clause about somebody and the verb.
fn named_behind(reader: Reader, clause: Clause, near: usize, at: usize) -> Option<usize> {
    let name = at.checked_sub(2).filter(|&k| k > near + 2 && clause.names(k) && !clause.names(near))?;
    let commas = clause.is(at - 1, Chunk::is_comma) && clause.is(name - 1, Chunk::is_comma);
    let clause_of = clause.relative(near + 1) && !(near + 1..name - 1).any(|k| clause.is(k, Chunk::is_comma));
    (commas && clause_of && reader.sort_at(clause, near).is_human()).then_some(name)
}

/// "the attack on X, WHICH killed five": no person.
fn after_which(reader: Reader, clause: Clause, verb: usize) -> bool {
    let relative = clause.relative_before(verb);
    relative.is_some_and(|k| reader.doc.norm(clause.chunks[k].tokens.start) == "which")
}

/// "MEN entered the house of A, as HE WAS HAVING DINNER, CHASED him and killed him": whoever does what the verb before the aside
/// tells, not whoever the aside speaks of.
fn around_meanwhile(reader: Reader, clause: Clause, at: usize) -> Option<usize> {
    let lead = clause.partner(at).filter(|&p| p < at).unwrap_or(at);
    let comma = lead.checked_sub(1).filter(|&k| clause.is(k, Chunk::is_comma) && clause.acts(lead))?;
    let before = |end: usize| {
        let open = |k: &usize| !clause.is_stop(*k);
        (0..end).rev().take_while(open).filter(|&k| clause.told(k))
    };
    let aside = before(comma).next()?;
    let pronoun = clause.subject(aside).filter(|&k| clause.noun(k).is_some_and(|n| n.pronoun))?;
    let opener = pronoun.checked_sub(1).map(|k| clause.chunks[k].tokens.clone())?;
    let main = before(pronoun).find(|&k| clause.relative_before(k).is_none())?;
    let meanwhile = reader.holds(opener, reader.patterns.classes.subordinators);
    clause.subject(main).filter(|&k| meanwhile && k < pronoun && reader.sort_at(clause, k).can_act())
}

/// "the CAR in which the editor was travelling WAS HIT": what stands before the clause whose verb ends right before this one.
fn around_which(reader: Reader, clause: Clause, at: usize) -> Option<usize> {
    let inner = clause.before(at).filter(|&k| clause.told(k) && clause.told(at))?;
    let subject = clause.before(inner).filter(|&k| clause.noun(k).is_some()).map(|k| clause.series.first(k))?;
    let which = subject.checked_sub(1).filter(|&k| reader.doc.norm(clause.chunks[k].tokens.start) == "which")?;
    which.checked_sub(2).filter(|&k| clause.in_phrase(which) && clause.noun(k).is_some() && !clause.in_phrase(k))
}

/// "A MAN police say shot his wife WAS ARRESTED": whose verb it is behind what somebody says of him.
fn around_contact(reader: Reader, clause: Clause, at: usize) -> Option<usize> {
    let subject = spine::subject(reader, clause, at)?;
    let says = clause.verb(subject + 2).is_some_and(|v| reader.reports(v.head));
    (says && clause.noun(subject + 1).is_some() && clause.told(subject + 3)).then_some(subject)
}

/// "X, 42, a farmer from Albay, BICOL was arrested": who opens the sentence, where the place before its first verb is part of an
/// aside that no comma closes.
fn opening(reader: Reader, clause: Clause, place: usize) -> Option<usize> {
    let first = clause.next(0).filter(|&k| clause.noun(k).is_some_and(|n| n.person.is_some()))?;
    let town = clause.noun(place).is_some_and(|n| n.place.is_some() || reader.doc.tag(n.head) == Tag::NNP);
    let aside = place > first && clause.is(place - 1, Chunk::is_comma) && clause.is(first + 1, Chunk::is_comma);
    let verb = (first..place).any(|k| clause.verb(k).is_some() || clause.is_stop(k));
    (town && aside && !verb).then_some(first)
}

/// "called FOR THE EDITOR TO BE FREED": who stands right before the infinitive.
fn for_to(reader: Reader, clause: Clause, at: usize) -> Option<usize> {
    let beside = at.checked_sub(1).filter(|&k| clause.verb(at).is_some_and(|v| v.infinitive) && clause.in_phrase(k))?;
    prep_is(reader, clause, beside - 1, "for").then_some(beside)
}

/// "Shot by the police on Monday, X fled", "Doused in kerosene and SET ALIGHT as she slept, X died": a participle opens the
/// sentence, and the subject of the verb behind the comma is meant.
fn fronted(clause: Clause, at: usize) -> Option<usize> {
    let participle = |k: usize| clause.verb(k).is_some_and(|v| v.bare);
    let first = (0..=at).find(|&k| !clause.is(k, Chunk::is_other)).filter(|&k| participle(k))?;
    // Nothing of another clause stands before it: nouns in phrases alone, participles alone.
    let opens = |k: usize| match clause.chunks[k].kind {
        Kind::Noun(_) => clause.in_phrase(k),
        Kind::Verb(_) => participle(k),
        Kind::Stop | Kind::Opener | Kind::Relative => false,
        _ => true,
    };
    if !(first..=at).all(opens) || clause.object(at).is_some() {
        return None;
    }
    let mut inside = false; // in a clause of time
    for k in at + 1..clause.chunks.len() {
        match clause.chunks[k].kind {
            Kind::Stop => return None,
            Kind::Opener => inside = true,
            Kind::Prep if clause.next(k + 2).is_some_and(|verb| clause.verb(verb).is_some()) => inside = true,
            Kind::Verb(_) if !inside && !participle(k) => return None,
            Kind::Comma => {
                let noun = clause.next(k + 1).filter(|&n| clause.noun(n).is_some());
                let told = |n: &usize| clause.next(n + 1).is_some_and(|v| clause.verb(v).is_some());
                if let Some(found) = noun.filter(told) {
                    return Some(found);
                }
            }
            _ => {}
        }
    }
    None
}

/// "reports of PEOPLE BEING BEATEN": who stands right before "being".
fn being(reader: Reader, clause: Clause, at: usize) -> Option<usize> {
    let opens = reader.doc.tag(clause.chunks[at].tokens.start) == Tag::VBG;
    let passive = clause.verb(at).is_some_and(|v| v.passive && !v.gerund);
    at.checked_sub(1).filter(|&k| opens && passive && clause.noun(k).is_some())
}

/// "60 MEMBERS of the media arrested": the people whom the phrase counts.
fn counted(reader: Reader, clause: Clause, thing: usize) -> Option<usize> {
    let head = thing.checked_sub(2)?;
    reader.whole(clause, head).filter(|&inner| inner == thing).map(|_| head)
}

/// "shot his wife BEFORE SETTING the house on fire", "resumed their war BY BLOWING UP a bridge", "claimed responsibility FOR
/// KILLING the judge": who did the one did the other.
fn same_actor(reader: Reader, clause: Clause, at: usize) -> Option<usize> {
    // "for killing", "for having killed".
    let having =
        clause.verb(at).is_some_and(|v| v.auxiliary) && reader.doc.tag(clause.chunks[at].tokens.start) == Tag::VBG;
    let gerund = having && !clause.passive(at) || clause.verb(at).is_some_and(|v| v.gerund);
    let prep = at.checked_sub(1).filter(|&k| clause.chunks[k].is_prep() && gerund)?;
    let object = prep.checked_sub(1).filter(|&k| clause.noun(k).is_some())?;
    let joins = ["before", "after", "by", "while"].iter().any(|word| prep_is(reader, clause, prep, word))
        || blame::ends_claim(reader, clause.chunks[prep].tokens.end);
    let verb = (0..object).rev().take_while(|&k| !clause.is_stop(k)).find(|&k| clause.verb(k).is_some())?;
    // "BEGAN celebrating its anniversary by burning buses".
    let begun =
        verb.checked_sub(1).filter(|&k| clause.verb(k).is_some() && clause.verb(verb).is_some_and(|v| v.gerund));
    let verb = begun.unwrap_or(verb);
    let acts = clause.verb(verb).is_some_and(|v| !v.passive && (v.is_told() || v.gerund));
    (joins && acts).then(|| clause.subject(verb)).flatten()
}

/// "X lost her job AFTER BEING BEATEN": the thing before the preposition was not.
fn same_sufferer(reader: Reader, clause: Clause, at: usize) -> Option<usize> {
    let being = clause.passive(at) && reader.doc.tag(clause.chunks[at].tokens.start) == Tag::VBG;
    let prep = at.checked_sub(1).filter(|&k| being && clause.chunks[k].is_prep())?;
    let thing = |&k: &usize| clause.noun(k).is_some() && reader.sort_at(clause, k) == Sort::Other;
    let object = prep.checked_sub(1).filter(thing)?;
    let joins = ["before", "after", "since", "while", "despite"].iter().any(|word| prep_is(reader, clause, prep, word));
    let verb = (0..object).rev().take_while(|&k| !clause.is_stop(k)).find(|&k| clause.verb(k).is_some())?;
    let told = joins && clause.object(verb) == Some(object) && clause.told(verb);
    told.then(|| clause.subject(verb)).flatten()
}

/// "X wrote that POLICE had stopped him, held him for a day and beat him": not X, who only tells of it.
fn in_speech(reader: Reader, clause: Clause, teller: usize, at: usize) -> Option<usize> {
    let verb = (teller + 1..at).find(|&k| clause.verb(k).is_some())?;
    clause.verb(verb).filter(|v| reader.reports(v.head))?;
    let that = (verb + 1..(verb + 4).min(at)).find(|&k| matches!(clause.chunks[k].kind, Kind::Opener))?;
    let said = reader.doc.norm(clause.chunks[that].tokens.start) == "that";
    let actor = clause.next(that + 1).filter(|&k| said && k < at && clause.noun(k).is_some())?;
    Some(clause.group(actor).first().copied().unwrap_or(actor))
}

/// "A (shot in Lima) and B (POISONED in Cali)": whoever stands right before the bracket.
fn bracketed(reader: Reader, clause: Clause, at: usize) -> Option<usize> {
    let open = at.checked_sub(1).filter(|&k| reader.doc.text(clause.chunks[k].tokens.start) == "(")?;
    let bare = clause.verb(at).is_some_and(|v| v.bare) && clause.object(at).is_none();
    open.checked_sub(1).filter(|&k| bare && reader.sort_at(clause, k).is_human())
}

/// "- A, a filmmaker: ARRESTED on 15 May": the name that opens the item, which says no more before the colon than who it is.
fn before_colon(reader: Reader, clause: Clause, at: usize) -> Option<usize> {
    let colon = at.checked_sub(1).filter(|&k| reader.doc.text(clause.chunks[k].tokens.start) == ":")?;
    let bare = clause.verb(at).is_some_and(|v| v.bare) && clause.object(at).is_none();
    let name = (0..colon).find(|&k| clause.noun(k).is_some()).filter(|&k| bare && clause.names(k))?;
    let says = |k: usize| clause.verb(k).is_some() || clause.is_stop(k) && k > name;
    (!(0..colon).any(says)).then_some(name)
}

/// "a court jailed A MANAGER for beating two workers", "Ruritania detains FIVE for killing a reporter": whom police or a court
/// deal with did what it is for, and they did not.
fn tried(reader: Reader, clause: Clause, at: usize) -> Option<Option<usize>> {
    let prep =
        at.checked_sub(1).filter(|&k| clause.chunks[k].is_prep() && clause.verb(at).is_some_and(|v| v.gerund))?;
    let of = ["for", "of", "with"].iter().any(|word| prep_is(reader, clause, prep, word));
    // "won a conviction AGAINST THE MANAGER FOR beating two workers"
    let against = prep.checked_sub(2).filter(|&k| of && prep_is(reader, clause, k, "against"));
    if let Some(accused) = against.map(|k| k + 1).filter(|&k| clause.noun(k).is_some()) {
        return Some(Some(accused));
    }
    let verb = (0..prep).rev().take_while(|&k| !clause.is_stop(k)).find(|&k| clause.verb(k).is_some())?;
    // "found THE MANAGER GUILTY OF beating two workers"
    let guilty = clause.chunks[prep].tokens.start.checked_sub(1);
    let guilty = guilty.and_then(|t| reader.value(t, reader.patterns.classes.charges?)).is_some();
    let court = guilty || clause.verb(verb).is_some_and(|v| reader.in_court(v.head) || detains(reader, v.head));
    let object = clause.object(verb).filter(|&k| of && court && k < prep && !clause.passive(verb))?;
    let someone = reader.sort_at(clause, object).is_human() || reader.sort_at(clause, object).can_act();
    Some(Some(object).filter(|_| someone))
}

/// The verb tells of an arrest or a sentence.
fn detains(reader: Reader, verb: usize) -> bool {
    let mut rules = reader.patterns.frames.of_word(reader.doc.word(verb));
    rules.any(|rule| rule.methods.iter().all(|m| m == "detention"))
}

/// The subject and those coordinated with it; "those" in "among those killed" are whoever the sentence says.
pub fn subjects(reader: Reader, clause: Clause, at: usize) -> Vec<usize> {
    if let Some(name) = cases::told_of(reader, clause, at) {
        return vec![name];
    }
    let beside = at.checked_sub(1).filter(|&k| clause.noun(k).is_some());
    let subject = subject(reader, clause, at);
    let among = beside.into_iter().chain(subject).find_map(|k| companions::among(reader, clause, k, at));
    let among = among.or_else(|| companions::inverted(reader, clause, at));
    among.or_else(|| Some(clause.subject_group(subject?))).unwrap_or_default()
}

/// Somebody whom the last verb of a series has as its object and the verb at `at` shares with it.
pub fn shared_object(reader: Reader, clause: Clause, at: usize) -> Option<usize> {
    let gerund = clause.verb(at).is_some_and(|v| v.gerund); // "accused of detaining and beating X"
    // "attacked and sank", "has attacked and sunk".
    let perfect = |v: &Verb| v.auxiliary && !(v.gerund || v.infinitive || v.modal);
    let past = |k: usize| clause.verb(k).is_some_and(|v| v.bare || perfect(v)) && !clause.passive(k);
    let plain = |v: &Verb| !(v.auxiliary || v.infinitive || v.modal) && v.gerund == gerund;
    let plain = |k: usize| clause.verb(k).is_some_and(plain);
    let mut verb = Some(at).filter(|&k| (gerund || past(k)) && clause.object(k).is_none())?;
    for _ in 0..SERIES {
        verb = joined(clause, verb).filter(|&k| plain(k))?;
        if let Some(object) = clause.object(verb) {
            let sort = reader.sort_at(clause, object);
            return (sort.is_human() || sort == Sort::Structure).then_some(object);
        }
    }
    None
}

/// "the head of the centre, X,": the person named after the comma behind a group that says nothing of a person.
pub fn apposed(reader: Reader, clause: Clause, at: usize) -> Option<usize> {
    clause.noun(at).filter(|n| reader.doc.tag(n.head) == Tag::NN)?;
    let mut end = at + 1;
    while let Some(inner) = clause.chunks.get(end).filter(|c| c.is_prep()).and_then(|_| clause.governed(end)) {
        end = inner + 1;
    }
    let name = end + 1;
    let named = clause.noun(name).is_some_and(|n| n.person.is_some());
    let comma = |k: usize| clause.chunks.get(k).is_some_and(Chunk::is_comma);
    let says = (name + 1..clause.chunks.len()).take(3).any(|k| clause.verb(k).is_some_and(|v| reader.reports(v.head)));
    (comma(end) && named && !says).then_some(name)
}

/// The verb right after "and" or a comma behind the verb at `at`.
fn joined(clause: Clause, at: usize) -> Option<usize> {
    let mark = clause.next(at + 1).filter(|&k| clause.chunks[k].is_and() || clause.chunks[k].is_comma())?;
    let after = clause.next(mark + 1)?;
    let verb = if clause.chunks.get(after).is_some_and(Chunk::is_and) { clause.next(after + 1)? } else { after };
    clause.verb(verb).map(|_| verb)
}
