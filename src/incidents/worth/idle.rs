//! Talk that names no incident: fighting between armed sides, "the population", speakers who accuse at large, attacks told of
//! in passing.
//!
//! Input: a dossier; output: whether nobody in particular was attacked, however often it is told.

use crate::document::Tag;
use crate::frames::Argument;
use crate::frames::people::argument::{Reader, Sort};
use crate::incidents::dossier::Dossier;
use crate::incidents::fact::Fact;
use crate::ingest::LineKind;
use crate::patterns::methods::{Family, family, is_general, is_violent, of_war};

/// Tellings from which an event is a topic of the article, in whatever person it is told.
const TOPIC: usize = 3;

/// Auxiliaries before a verb: "have been".
const AUXILIARIES: usize = 3;

/// Nobody is named, and those attacked are soldiers in the field, the people at large, or told of by an accuser or in passing.
pub fn is_idle(read: Reader, dossier: &Dossier) -> bool {
    dossier.named().is_empty()
        && (soldiers(read, dossier)
            || masses(read, dossier)
            || accusation(read, dossier)
            || in_passing(read, dossier)
            || plurals(read, dossier)
            || stopped(dossier)
            || nobody_known(dossier))
}

/// "Police killed SIX KIDNAPPERS": forces struck those who attack others, and nobody else.
fn stopped(dossier: &Dossier) -> bool {
    let attacker = |v: &Argument| matches!(v.sort, Sort::Attacker | Sort::Suspect) && v.entity.is_none();
    let force = |p: &Argument| p.sort == Sort::Force;
    let mut acting = dossier.facts.iter().flat_map(|f| &f.perpetrators).peekable();
    let violent = dossier.methods().iter().all(|m| is_violent(m));
    violent && acting.peek().is_some() && acting.all(force) && all_victims(dossier, attacker)
}

/// "By then somebody had executed THEM": of none of those attacked is told who they were, and nothing of where, how or by whom.
fn nobody_known(dossier: &Dossier) -> bool {
    let unset = |f: &Fact| f.perpetrators.is_empty() && f.frame.places.is_empty() && f.frame.instruments.is_empty();
    let unset = |f: &Fact| unset(f) && f.frame.targets.is_empty() && f.frame.campus.is_none();
    let general = dossier.methods().iter().all(|m| is_general(m));
    let unknown = |v: &Argument| v.sort == Sort::Pronoun && v.entity.is_none();
    general && dossier.facts.iter().all(unset) && dossier.facts.iter().flat_map(|f| &f.victims).all(unknown)
}

/// "They attacked a battalion": all those attacked are armed, by means of war; some of them, where no means are told.
fn soldiers(read: Reader, dossier: &Dossier) -> bool {
    let armed = |v: &Argument| read.holds(v.tokens.clone(), read.patterns.classes.military) && !ranked(read, v);
    let methods = dossier.methods();
    let unspecified = methods.iter().all(|m| is_general(m)) && !dossier.facts.iter().any(|f| civil_target(read, f));
    methods.iter().all(|m| is_general(m) || of_war(m)) && all_victims(dossier, armed)
        || unspecified && dossier.facts.iter().flat_map(|f| f.described()).any(armed) && !others(dossier, armed)
}

/// One of the sentences tells of people of some calling ("six priests"), none of whom is such.
fn others(dossier: &Dossier, such: impl Fn(&Argument) -> bool) -> bool {
    let called = |v: &Argument| v.sort == Sort::Role && v.count.is_some();
    dossier.facts.iter().any(|f| f.described().any(called) && !f.described().any(&such))
}

/// "attacked the General Staff and the president's RESIDENCE": a building that is no barracks.
fn civil_target(read: Reader, fact: &Fact) -> bool {
    fact.frame.targets.iter().any(|t| !read.holds(t.tokens.clone(), read.patterns.classes.military))
}

/// "an army colonel": one man with a rank, who is sought out, unlike a soldier or a patrol.
fn ranked(read: Reader, victim: &Argument) -> bool {
    let head = victim.tokens.end.saturating_sub(1)..victim.tokens.end;
    let rank = read.holds(head.clone(), read.patterns.persons.classes.title);
    victim.count == Some(1) && rank && !read.holds(head, read.patterns.classes.military)
}

/// Told once, by a weak word, of nobody who speaks up, and not both when and where.
fn in_passing(read: Reader, dossier: &Dossier) -> bool {
    let [fact] = dossier.facts.as_slice() else { return false };
    let set = fact.date.is_some() && !fact.frame.places.is_empty();
    let pressed = fact.frame.methods.iter().any(|m| family(m) == Family::Pressure);
    !pressed && fact.frame.weak && !fact.frame.persecuted && !set && !told_first(read, dossier)
}

/// "the attacks", "new bombings": no single one of them is told.
fn plurals(read: Reader, dossier: &Dossier) -> bool {
    let counted = |f: &Fact| f.described().any(|v| v.count.is_some()); // "the murders of a judge and six clerks"
    let plural =
        |f: &Fact| f.frame.nominal && read.doc.tag(f.frame.trigger.end.saturating_sub(1)) == Tag::NNS && !counted(f);
    dossier.facts.iter().all(|f| plural(f) && !f.frame.persecuted) && !told_first(read, dossier)
}

/// In the title, or in the first sentence of running text.
fn told_first(read: Reader, dossier: &Dossier) -> bool {
    let first = read.doc.first_paragraph().unwrap_or(0);
    dossier.first_sentence() <= first
}

/// "They bomb the population".
fn masses(read: Reader, dossier: &Dossier) -> bool {
    all_victims(dossier, |v| read.holds(v.tokens.clone(), read.patterns.classes.masses))
}

/// "We denounce their murders": every sentence is told in the first person, and few; none says when or where.
fn accusation(read: Reader, dossier: &Dossier) -> bool {
    let violent = dossier.methods().iter().any(|m| is_violent(m));
    let spoken = |f: &Fact| read.holds(read.sentence(f.frame.sentence), read.patterns.classes.speakers);
    let unset = |f: &Fact| f.date.is_none() && f.frame.places.is_empty() && f.frame.campus.is_none();
    violent && dossier.facts.len() < TOPIC && dossier.facts.iter().all(|f| spoken(f) && unset(f))
}

/// Somebody is attacked, and all those attacked are such.
fn all_victims(dossier: &Dossier, such: impl Fn(&Argument) -> bool) -> bool {
    let mut victims = dossier.facts.iter().flat_map(|f| f.described()).peekable();
    victims.peek().is_some() && victims.all(such)
}

/// All that is told of the event is how things are.
pub fn is_talk(read: Reader, dossier: &Dossier) -> bool {
    dossier.facts.iter().all(|f| at_large(read, f))
}

/// No part of what befell somebody by these methods: told at large, or bare events of another kind.
pub fn beside_the_point(read: Reader, fact: &Fact, methods: &[String]) -> bool {
    let other = fact.frame.methods.iter().any(|m| !methods.contains(m));
    at_large(read, fact) || other && bare_events(read, fact)
}

/// "insecurity has led to KILLINGS and KIDNAPPINGS": events without a number, a day, a place, or anybody in them.
fn bare_events(read: Reader, fact: &Fact) -> bool {
    let frame = &fact.frame;
    let last = frame.trigger.end.saturating_sub(1);
    let unset = fact.date.is_none() && frame.places.is_empty() && frame.instruments.is_empty();
    let nobody = fact.victims.is_empty() && frame.targets.is_empty() && fact.perpetrators.is_empty();
    let part = |t: &usize| read.doc.tag(*t).is_adjective() || read.doc.tag(*t).is_noun();
    let opened = (0..frame.trigger.start).rev().find(|t| !part(t)).map(|t| read.doc.tag(t));
    let known = matches!(opened, Some(Tag::DT | Tag::CD | Tag::PRPS | Tag::POS | Tag::PDT));
    let titled = read.doc.kind_of(frame.trigger.start) == LineKind::Title;
    frame.nominal && read.doc.tag(last) == Tag::NNS && unset && nobody && !known && !titled
}

/// "Critics HAVE BEEN seized by armed men": how things are, without a number or a day.
fn at_large(read: Reader, fact: &Fact) -> bool {
    let several = |v: &Argument| {
        let many = read.doc.tag(v.tokens.end.saturating_sub(1)) == Tag::NNS;
        many && v.entity.is_none() && v.count.is_none()
    };
    let verb = fact.frame.trigger.start;
    let before = (verb.saturating_sub(AUXILIARIES)..verb).rev().take_while(|&t| read.auxiliary(t).is_some());
    let perfect = |t: usize| read.auxiliary(t) == Some("have") && read.doc.tag(t) == Tag::VBP;
    let plural = !fact.victims.is_empty() && fact.victims.iter().all(several);
    plural && fact.date.is_none() && before.last().is_some_and(perfect)
}
