//! "They", "them", "both leaders", "the two women", "the pair": the persons of the list of names told nearest before.
//!
//! Input: an argument of a frame; output: one argument for each person meant, or the argument as it is resolved alone.

use crate::document::Tag;
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::people::pronoun;
use crate::frames::{Argument, Frame};
use crate::incidents::gather::alike;
use crate::incidents::{coreference, fact};
use crate::mentions::{Mention, PersonValue};

/// "A and B say that THEY were beaten": everybody in the list of names nearest before, in this sentence or the one before; a
/// pair may stand farther off.
pub fn resolve(read: Reader, argument: &Argument, frame: &Frame, report: bool) -> Vec<Argument> {
    let plural =
        argument.sort == Sort::Pronoun && pronoun::value(read, read.doc.norm(argument.tokens.end - 1)) == Some("p");
    let group = size(read, argument);
    // "BOTH were killed": two who may have been named farther off than "they".
    let both = plural && means_two(read, argument);
    let size = if both { Some(2) } else { group.filter(|_| !plural) };
    let exactly = |n: usize| Some(list_before(read, argument, frame, FAR)).filter(|l| l.len() == n).unwrap_or_default();
    let list = match size {
        Some(n) => exactly(n),
        None if plural => list_before(read, argument, frame, 1),
        None => Vec::new(),
    };
    let list = if list.is_empty() { introduced(read, argument, frame) } else { list };
    let list = if plural && list.len() < 2 { the_two(read, argument, frame).unwrap_or(list) } else { list };
    if plural && list.len() < 2 {
        let family = Some(with_kin(read, argument, frame)).filter(|f| !f.is_empty());
        let family = family.unwrap_or_else(|| accompanied(read, argument, frame));
        if !family.is_empty() {
            return family;
        }
    }
    if let Some(part) = part_of(read, argument) {
        return vec![part];
    }
    if list.len() < 2 || group.is_some_and(|n| list.len() != n) {
        return vec![coreference::resolve(read, argument, frame, report)];
    }
    list.into_iter().map(|p| meaning(argument, p)).collect()
}

/// "both", "both of them".
fn means_two(read: Reader, argument: &Argument) -> bool {
    let start = argument.tokens.start;
    read.doc.norm(start) == "both" || argument.tokens.len() == 1 && read.doc.tag(start) != Tag::PRP
}

/// The argument as one that means the person.
fn meaning(argument: &Argument, person: &PersonValue) -> Argument {
    let name = Some(person.name.clone());
    Argument { entity: Some(person.entity), name, count: Some(1), ..argument.clone() }
}

/// "A was walking with his friend B when BOTH were seized": the only two persons of the sentence up to there, or the two with
/// whom it opens.
fn the_two<'a>(read: Reader<'a>, argument: &Argument, frame: &'a Frame) -> Option<Vec<&'a PersonValue>> {
    let since = read.sentence(frame.sentence).start;
    let both = means_two(read, argument);
    let near = coreference::before(read, argument.tokens.start, frame).take_while(|(m, _)| m.tokens.start >= since);
    let mut two: Vec<&PersonValue> = Vec::new();
    for (_, person) in near.filter(|_| both) {
        if !two.iter().any(|p| p.entity == person.entity) {
            two.insert(0, person);
        }
    }
    // "A and B had just filmed the house of C when BOTH were shot": those who open the sentence.
    let opening = || {
        let first = read.inside(&(since..since + 2)).find(|&n| read.mentions[n].person().is_some())?;
        Some(list_from(read, first)).filter(|_| both)
    };
    if two.len() == 2 { Some(two) } else { opening().filter(|list| list.len() == 2) }
}

/// "A and HIS DAUGHTER were on their way home. THEY were seized": the one person named last before, and the relative beside the name.
fn with_kin(read: Reader, argument: &Argument, frame: &Frame) -> Vec<Argument> {
    let last = coreference::before(read, argument.tokens.start, frame).next();
    let near = |m: &Mention| read.doc.sentence_number(m.tokens.start) + 1 >= frame.sentence;
    let Some((mention, person)) = last.filter(|(m, _)| near(m)) else { return Vec::new() };
    let and = mention.tokens.end;
    let kin = and + 1..and + 3;
    let told = read.doc.tag(and) == Tag::CC
        && read.doc.tag(kin.start) == Tag::PRPS
        && read.holds(kin.start + 1..kin.end, read.patterns.persons.kin)
        && read.doc.tag(kin.end).is_verb();
    if !told {
        return Vec::new();
    }
    let span = read.doc.span(kin.clone());
    let count = (read.doc.tag(kin.end - 1) == Tag::NN).then_some(1);
    let relative = Argument { tokens: kin, span, count, sort: Sort::Kin, kind: "person", ..argument.clone() };
    vec![meaning(argument, person), relative]
}

/// "A was walking home WITH HER SON when gunmen shot THEM": the one person named in the sentence, and somebody of hers.
fn accompanied(read: Reader, argument: &Argument, frame: &Frame) -> Vec<Argument> {
    let class = read.patterns.classes.companions;
    let sentence = read.sentence(frame.sentence);
    let cue = |t: &usize| class.and_then(|c| read.doc.hit(*t, c)).is_some();
    let Some(with) = (sentence.start..argument.tokens.start).find(cue) else { return Vec::new() };
    let people = read.patterns.classes.people;
    let human =
        |t: usize| people.is_some_and(|c| read.is(t, Some(c))) || read.holds(t..t + 1, read.patterns.persons.kin);
    let his = (with + 1..with + 3).find(|&t| read.doc.tag(t) == Tag::PRPS);
    let noun =
        his.and_then(|his| (his + 1..his + 4).take_while(|&t| read.doc.tag(t).is_noun()).filter(|&t| human(t)).last());
    let Some(noun) = noun.filter(|&t| read.doc.tag(t) == Tag::NN && t < argument.tokens.start) else {
        return Vec::new();
    };
    let persons: Vec<(&Mention, &PersonValue)> = coreference::before(read, argument.tokens.start, frame)
        .take_while(|(m, _)| m.tokens.start >= sentence.start)
        .collect();
    let subject = persons.iter().filter(|(m, _)| m.tokens.end <= with).map(|(_, p)| *p).collect::<Vec<_>>();
    let [subject] = subject.as_slice() else { return Vec::new() };
    let named =
        |m: &Mention| m.tokens.start == noun + 1 || m.tokens.start == noun + 2 && read.doc.text(noun + 1) == ",";
    let friend = match persons.iter().find(|(m, _)| named(m)) {
        Some((_, friend)) => meaning(argument, friend),
        None => {
            let tokens = his.unwrap_or(noun)..noun + 1;
            let span = read.doc.span(tokens.clone());
            Argument { tokens, span, count: Some(1), sort: Sort::Kin, kind: "person", ..argument.clone() }
        }
    };
    vec![meaning(argument, subject), friend]
}

/// Sentences looked back over for the group of which some are told.
const GROUP: usize = 2;

/// "Seven activists gathered. FOUR OF THEM were arrested": some of the people told of last before.
fn part_of(read: Reader, argument: &Argument) -> Option<Argument> {
    let last = argument.tokens.end.checked_sub(1)?;
    let part = argument.count.is_some() && argument.entity.is_none() && last > argument.tokens.start;
    let them = part && read.doc.norm(last - 1) == "of" && pronoun::value(read, read.doc.norm(last)) == Some("p");
    let number = read.doc.sentence_number(argument.tokens.start);
    let since = read.doc.sentences.get(number.saturating_sub(GROUP)).filter(|_| them)?.tokens.start;
    let class = read.patterns.classes.people?;
    let people = |t: &usize| {
        let group = read.doc.tag(*t) == Tag::NNS;
        group && read.value(*t, class).is_some_and(|v| matches!(v, "role" | "generic" | "force"))
    };
    let noun = (since..argument.tokens.start).rev().find(people)?;
    let (sort, description) = (Sort::Role, Some(read.doc.text(noun).to_string()));
    Some(Argument { sort, description, kind: "group", ..argument.clone() })
}

/// Sentences looked back over for a group that is told by its size.
const FAR: usize = 3;

/// "both leaders", "the two women", "the pair", "all three": so many people who were named before.
fn size(read: Reader, argument: &Argument) -> Option<usize> {
    let (start, end) = (argument.tokens.start, argument.tokens.end);
    let head = end.checked_sub(1)?;
    let before = start.checked_sub(1).map_or("", |t| read.doc.norm(t));
    let first = read.doc.norm(start);
    let tuple = read.patterns.classes.tuples.and_then(|class| read.value(head, class)).and_then(|n| n.parse().ok());
    let count = argument.count.and_then(|n| usize::try_from(n).ok());
    let size = if before == "both" || first == "both" { Some(2) } else { tuple.or(count) }.filter(|&n| n > 1)?;
    let definite = matches!(before, "the" | "these" | "those" | "both" | "all") || matches!(first, "both" | "all");
    let alone = tuple.is_some() || read.doc.tag(head) == Tag::CD;
    // "the two people killed inside": somebody else.
    let fuller = read.doc.tag(head) == Tag::NNS && !alike::is_generic(read, &fact::head(read.doc, argument));
    let people = matches!(argument.sort, Sort::Role | Sort::Generic | Sort::Other);
    // "the two OF them", "the three KILLED on Monday", "the two IN the car".
    let goes_on = matches!(read.doc.tag(end), Tag::IN | Tag::VBN | Tag::WP | Tag::VBG);
    let ends = read.doc.norm(end) != "of" && !(alone && goes_on);
    (definite && people && (alone || fuller) && ends).then_some(size)
}

/// Sentences around in which those meant by a role are named.
const AROUND: usize = 6;

/// "harassed the lawyers of X. ... calls to lawyers A and B": "the lawyers", or as many lawyers, are those named behind the same
/// noun, if one list has it and nobody in it tells of the event.
fn introduced<'a>(read: Reader<'a>, argument: &Argument, frame: &Frame) -> Vec<&'a PersonValue> {
    let role = argument.sort == Sort::Role && read.doc.tag(argument.tokens.end - 1) == Tag::NNS;
    let noun = fact::head(read.doc, argument);
    if !role || argument.entity.is_some() || alike::is_generic(read, &noun) {
        return Vec::new();
    }
    let definite = matches!(argument.word_before(read.doc), "the" | "these" | "those" | "both");
    let last = read.doc.sentences.len().saturating_sub(1).min(frame.sentence + AROUND);
    let around = read.sentence(frame.sentence.saturating_sub(AROUND)).start..read.sentence(last).end;
    // "Missionaries A and B were the missionaries killed" names them itself.
    let near = |m: &Mention| read.doc.sentence_number(m.tokens.start) != frame.sentence;
    let headed = |m: &Mention| {
        let before = m.tokens.start.checked_sub(1).filter(|&t| read.doc.tag(t) == Tag::NNS);
        before.is_some_and(|t| fact::singular(read.doc.norm(t)) == noun)
    };
    let opens =
        |n: &usize| read.mentions[*n].person().is_some() && near(&read.mentions[*n]) && headed(&read.mentions[*n]);
    let mut lists = read.inside(&around).filter(opens).map(|n| list_from(read, n)).filter(|l| l.len() > 1);
    let Some(list) = lists.next().filter(|_| lists.next().is_none()) else { return Vec::new() };
    let fits = match argument.count {
        Some(count) => count as usize == list.len(),
        None => definite,
    };
    if fits { list } else { Vec::new() }
}

/// The persons of the list that begins with the mention; none when they are those who say something.
fn list_from<'a>(read: Reader<'a>, first: usize) -> Vec<&'a PersonValue> {
    let mut out: Vec<&PersonValue> = Vec::new();
    let mut end: Option<usize> = None;
    for m in &read.mentions[first..] {
        let Some(person) = m.person() else { continue };
        if end.is_some_and(|e| !listed(read, e, m.tokens.start)) {
            break;
        }
        out.push(person);
        end = Some(m.tokens.end);
    }
    if end.is_some_and(|e| read.reports(e)) { Vec::new() } else { out }
}

/// The persons of the nearest list: between two of them stand only commas, "and" and words that describe them.
fn list_before<'a>(read: Reader<'a>, argument: &Argument, frame: &'a Frame, back: usize) -> Vec<&'a PersonValue> {
    let since = read.doc.sentences.get(frame.sentence.saturating_sub(back)).map_or(0, |s| s.tokens.start);
    let near = coreference::before(read, argument.tokens.start, frame).take_while(|(m, _)| m.tokens.start >= since);
    let mut list: Vec<(&Mention, &PersonValue)> = Vec::new();
    for (m, person) in near {
        match list.last() {
            Some((right, _)) if !listed(read, m.tokens.end, right.tokens.start) => break,
            _ if list.iter().any(|(_, p)| p.entity == person.entity) => {}
            _ => list.push((m, person)),
        }
    }
    list.reverse();
    list.into_iter().map(|(_, p)| p).collect()
}

fn listed(read: Reader, from: usize, to: usize) -> bool {
    let joins = |t: usize| matches!(read.doc.tag(t), Tag::CC) || read.doc.text(t) == ",";
    let describes = |t: usize| {
        let tag = read.doc.tag(t);
        tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::DT | Tag::CD | Tag::PRPS)
    };
    (from..to).any(joins) && (from..to).all(|t| joins(t) || describes(t))
}
