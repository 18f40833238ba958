//! Does a sentence open with the name of somebody new, whom the text has told of by role alone? "Ana Silva, 41, was on her way
//! home", "The activist, Ana Silva, had".
//!
//! Input: a sentence and the fact that tells of the role; output: the persons with whose names it opens.

use crate::document::Tag;
use crate::frames::Argument;
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::people::pronoun;
use crate::incidents::coreference;
use crate::incidents::fact::{Fact, singular};
use crate::mentions::{Mention, PersonValue};
use std::ops::Range;

/// Words before the name: "The activist,", "Reporter".
const TITLE: usize = 4;

/// Words between the name and its verb.
const ASIDE: usize = 16;

/// A fact that tells of people by role, and all others.
pub struct Opening<'a> {
    /// The article.
    pub read: Reader<'a>,
    /// All facts of the article.
    pub facts: &'a [Fact],
    /// The one that tells of the roles.
    pub fact: &'a Fact,
    /// It stands at the head of the article.
    pub lead: bool,
    /// "the editor", as if known: only a name with something said of it behind a comma is his.
    pub known: bool,
}

impl<'a> Opening<'a> {
    /// So many new persons with whose names the sentence opens.
    pub fn persons(&self, sentence: usize, number: usize) -> Option<Vec<&'a PersonValue>> {
        let (read, fact) = (self.read, self.fact);
        let tokens = read.sentence(sentence);
        let inside = read.mentions[read.inside(&tokens)].iter();
        let persons: Vec<(&Mention, &PersonValue)> =
            inside.filter_map(|m| Some((m, m.person()?))).filter(|(_, p)| p.press.is_none()).collect();
        let list = persons.get(..number)?;
        let (first, last) = (list.first()?.0, list.last()?.0);
        let new = |(m, p): &(&Mention, &PersonValue)| p.name.contains(' ') && self.is_new(m, p.entity);
        let linked = list
            .windows(2)
            .all(|w| w[0].1.entity != w[1].1.entity && joined(read, w[0].0.tokens.end..w[1].0.tokens.start));
        let before = tokens.start..first.tokens.start;
        let titled = fits_title(read, fact, before.clone()) || told_by_theirs(read, before, first.tokens.end);
        let next = persons.get(number).map(|(m, _)| m.tokens.start);
        let more = next.is_some_and(|to| joined(read, last.tokens.end..to));
        let rest = last.tokens.end..tokens.end;
        let officer = fact.victims.iter().any(|v| v.sort == Sort::Force);
        // "a hitman was jailed for killing a commander. X, 55, had": which of the two?
        let one = |p: &Argument| p.entity.is_none() && p.count == Some(1);
        let strong = (is_strong(read, rest.start) || number > 1) && !fact.perpetrators.iter().any(one);
        let described = (!self.known || read.doc.text(rest.start) == ",") && (!officer || strong);
        let fits = titled && linked && !more && described && list.iter().all(new) && goes_on(read, fact, rest);
        fits.then(|| list.iter().map(|(_, p)| *p).collect())
    }

    /// Named here for the first time in the running text, but for lines above a report's first sentence; accused of nothing.
    fn is_new(&self, mention: &Mention, entity: u32) -> bool {
        let read = self.read;
        let sentence = |m: &Mention| read.doc.sentence_number(m.tokens.start);
        let above = |m: &Mention| self.lead && sentence(m) < self.fact.frame.sentence;
        // "Ana was kind," said her sister. ANA SILVA, 34, had".
        let short = |m: &Mention| m.tokens.len() == 1 && sentence(m) > self.fact.frame.sentence;
        let runs = |m: &Mention| coreference::runs(read, m.tokens.start) && !above(m) && !short(m);
        let own = |m: &Mention| m.tokens == mention.tokens;
        let first = coreference::forms(read, mention.tokens.start, entity).find(|m| runs(m) || own(m));
        let acts = |f: &Fact| f.perpetrators.iter().any(|p| p.entity == Some(entity));
        let here = sentence(mention);
        // "X is jailed over the shooting of a reporter" in the title.
        let near = |f: &Fact| f.frame.sentence == here || f.frame.sentence < self.fact.frame.sentence;
        let held = |f: &Fact| f.frame.follow_up && near(f) && f.named().any(|e| e == entity);
        first.is_some_and(own) && !self.facts.iter().any(|f| acts(f) || held(f))
    }
}

/// "A and B", "A, a nurse, and B".
fn joined(read: Reader, between: Range<usize>) -> bool {
    let joins = |t: usize| read.doc.tag(t) == Tag::CC || read.doc.text(t) == ",";
    let describes = |t: usize| {
        let tag = read.doc.tag(t);
        tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::DT | Tag::CD | Tag::PRPS)
    };
    between.clone().any(joins) && between.into_iter().all(|t| joins(t) || describes(t))
}

/// Nothing before the name, or the same role again, or "The activist,"; no title of an official.
fn fits_title(read: Reader, fact: &Fact, title: Range<usize>) -> bool {
    let Some(last) = title.clone().rev().find(|&t| read.doc.text(t) != ",") else { return true };
    let noun = |t: usize| {
        let tag = read.doc.tag(t);
        tag.is_noun() || tag.is_adjective() || tag == Tag::DT || read.doc.text(t) == ","
    };
    let same = fact.heads(read.doc).contains(&singular(read.doc.norm(last)));
    let definite = read.doc.norm(title.start) == "the" && is_voice(read, last);
    let each = fact.victims.iter().any(|v| v.count.is_some_and(|n| n > 1)) && is_voice(read, last);
    // "FATHER Juan Silva, 33, had celebrated Mass", "COLONEL Juan Silva, 55," for a police chief.
    let officer = fact.victims.iter().any(|v| v.sort == Sort::Force);
    let classes = &read.patterns.persons.classes;
    let style = |t: usize| read.is(t, classes.honorific) || officer && read.is(t, classes.title);
    if title.clone().all(style) {
        return true;
    }
    title.len() <= TITLE
        && title.clone().all(noun)
        && (same || definite || each)
        && !title.into_iter().any(|t| official(read, t))
}

/// "A journalist was beaten. X, A REPORTER, said men had been waiting for HIM": who tells of what befell one like himself.
fn tells_of_self(read: Reader, aside: Range<usize>, told: Range<usize>, own: &dyn Fn(usize) -> bool) -> bool {
    let stop = |t: &usize| matches!(read.doc.tag(*t), Tag::IN | Tag::WP | Tag::CC);
    let noun = aside.take_while(|t| !stop(t)).filter(|&t| read.doc.tag(t).is_noun()).last();
    let object = |t: usize| is_third(read, t) && !read.holds(t..t + 1, read.patterns.classes.subjects);
    noun.is_some_and(|t| own(t) || is_voice(read, t)) && told.into_iter().any(object)
}

/// "he", "her".
fn is_third(read: Reader, token: usize) -> bool {
    read.doc.tag(token) == Tag::PRP && matches!(pronoun::value(read, read.doc.norm(token)), Some("m" | "f"))
}

/// An age or "who" behind the name.
fn is_strong(read: Reader, behind: usize) -> bool {
    read.doc.text(behind) == "," && matches!(read.doc.tag(behind + 1), Tag::CD | Tag::WP)
}

/// "HIS FAMILY SAID X, 34, had": somebody of theirs tells.
fn told_by_theirs(read: Reader, before: Range<usize>, name: usize) -> bool {
    let that = usize::from(before.end > before.start && read.doc.norm(before.end - 1) == "that");
    let Some(verb) = (before.end - that).checked_sub(1).filter(|&t| t > before.start) else { return false };
    let theirs = read.doc.tag(before.start) == Tag::PRPS && read.reports(verb) && read.doc.tag(verb).is_verb();
    theirs && (before.start + 1..verb).all(|t| read.doc.tag(t).is_noun()) && is_strong(read, name)
}

fn is_voice(read: Reader, token: usize) -> bool {
    read.is(token, read.patterns.classes.persecuted)
}

/// Somebody who speaks for an authority, a relative or an attacker; not "a father OF TWO".
fn official(read: Reader, token: usize) -> bool {
    let people = read.patterns.classes.people.and_then(|class| read.value(token, class));
    let parent = || read.doc.norm(token + 1) == "of" && read.doc.tag(token + 2) == Tag::CD;
    let kin = people == Some("kin") && !parent();
    let other = kin || matches!(people, Some("suspect" | "attacker" | "force"));
    let titled = read.is(token, read.patterns.classes.officials);
    other || titled || read.doc.tag(token) == Tag::PRPS
}

/// The sentence goes on about the person: an age, "who", a description that fits, a verb. Who only tells of a death is somebody
/// else, and who tells of anything with a title behind the name, unless it is the role itself.
fn goes_on(read: Reader, fact: &Fact, rest: Range<usize>) -> bool {
    let verb = |t: &usize| read.doc.tag(*t).is_verb() || read.doc.tag(*t) == Tag::MD;
    let Some(main) = rest.clone().take(ASIDE).find(verb) else { return false };
    let reports = read.reports(main);
    let opens = read.doc.text(rest.start);
    let strong = is_strong(read, rest.start);
    let dead = fact.frame.fatal == Some(true);
    let aside = rest.start..main;
    let heads = fact.heads(read.doc);
    let own = |t: usize| heads.contains(&singular(read.doc.norm(t)));
    match opens {
        "," => {
            let own_account = || !dead && tells_of_self(read, aside.clone(), main..rest.end, &own);
            let plain = !aside.clone().any(|t| official(read, t) && !own(t));
            plain && (strong || !reports || own_account())
        }
        _ if main == rest.start || read.doc.tag(rest.start) == Tag::RB => {
            !reports || !dead && (main..rest.end).any(|t| is_third(read, t))
        }
        // "Ana Silva OF RADIO SOL had climbed": where somebody works or comes from.
        _ if read.doc.tag(rest.start) == Tag::IN => !reports && !aside.into_iter().any(|t| read.doc.text(t) == ","),
        _ => false,
    }
}
