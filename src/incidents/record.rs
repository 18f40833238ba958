//! Dossier -> [`Incident`]: parties, sites, date, counts, quotes, id.

use crate::document::Tag;
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::{Argument, Status};
use crate::incidents::coreference::{self, forms};
use crate::incidents::dossier::Dossier;
use crate::incidents::fact::{Fact, head};
use crate::incidents::gather::alike;
use crate::incidents::sites::divisions::Divisions;
use crate::incidents::worth::general;
use crate::incidents::{Incident, Party, When, accused, quotes, sites};
use crate::mentions::{DateValue, Precision};
use crate::patterns::methods::is_violent;

/// The incident of a dossier.
pub fn record(read: Reader, dossier: &Dossier, divisions: &Divisions, rank: u32) -> Incident {
    let told = dossier.facts.iter().filter(|f| !dossier.spares(f)).flat_map(|f| &f.victims);
    let told: Vec<&Argument> = told.chain(dossier.identified.iter().map(|i| &i.person)).collect();
    let attackers = accused::attackers(dossier);
    let particular = |a: &Argument| !repeats_name(read, dossier, a) && !general::at_large(read, dossier, a);
    // "stormed the office of the weekly Prensa and shot two clerks": it is people who were hurt.
    let people = told.iter().any(|a| a.sort.is_human()) && dossier.methods().iter().any(|m| is_violent(m));
    let building = |a: &Argument| people && a.sort == Sort::Org;
    let harmed = |a: &&&Argument| !accused::is_among(a, &attackers) && particular(a) && !building(a);
    let harmed: Vec<&Argument> = told.iter().filter(harmed).copied().collect();
    let accused = accused::of(read, dossier, &attackers);
    let people: Vec<&Argument> = harmed.iter().chain(&accused).copied().collect();
    let victims = parties(read, harmed.into_iter());
    let perpetrators = parties(read, accused.into_iter());
    let mut incident = Incident {
        id: String::new(),
        rank,
        methods: dossier.methods_done(),
        status: dossier.status(),
        fatal: fatal(dossier),
        killed: killed(dossier),
        injured: injured(dossier),
        victims,
        perpetrators,
        instruments: instruments(read, dossier),
        places: sites::of(read, dossier, divisions, rank == 1),
        date: date(read, dossier),
        known_by: None,
        confidence: 0.0,
        reasons: Vec::new(),
        evidence: quotes::of(read, dossier, &people),
        cluster: None,
    };
    let happened = incident.status != Status::Planned && incident.date.is_none();
    incident.known_by = read.doc.article.published.as_ref().map(|p| p.date).filter(|_| happened);
    incident.id = id(read, dossier, &incident);
    incident
}

/// "A couple was kidnapped": as many people as are named, in a fact that names nobody; and attackers among others hurt.
fn repeats_name(read: Reader, dossier: &Dossier, argument: &Argument) -> bool {
    let attacker = matches!(argument.sort, Sort::Attacker | Sort::Suspect) && argument.entity.is_none();
    let others = dossier.facts.iter().flat_map(|f| &f.victims);
    if attacker && others.clone().any(|v| !matches!(v.sort, Sort::Attacker | Sort::Suspect | Sort::Pronoun)) {
        return true;
    }
    let told = |v: &Argument| v.entity.is_some() || v.tokens.len() > 1 && !is_number(read, v);
    if is_number(read, argument) && argument.entity.is_none() && others.clone().any(told) {
        return true;
    }
    if argument.entity.is_none()
        && dossier.facts.iter().any(|f| spelled_out(f, argument) || detailed(read, dossier, f, argument))
    {
        return true;
    }
    if points_back(read, argument) && others.clone().any(|v| told(v) && !points_back(read, v)) {
        return true;
    }
    let named = dossier.named().len() as u32;
    let alone = dossier.facts.iter().filter(|f| f.victims.iter().any(|v| v.tokens == argument.tokens));
    let alone =
        alone.clone().count() > 0 && alone.into_iter().all(|f| f.named().next().is_none() && f.victims.len() == 1);
    let plural = read.doc.tag(argument.tokens.end.saturating_sub(1)) == Tag::NNS;
    let count = argument.count.unwrap_or(if plural { u32::MAX } else { 1 });
    let more =
        |f: &Fact| adds(read, f, argument) || beside_owner(read, f, argument) || hurt_too(read, dossier, f, argument);
    if dossier.facts.iter().any(more) {
        return false;
    }
    named > 0 && argument.entity.is_none() && alone && count == named
}

/// "THE VICTIMS were buried", "the bodies": those told of before, of whom it says nothing new.
fn points_back(read: Reader, argument: &Argument) -> bool {
    let classes = read.patterns.classes;
    let last = argument.tokens.end.saturating_sub(1);
    let plural = argument.entity.is_none() && argument.count.is_none() && read.doc.tag(last) == Tag::NNS;
    let empty = [classes.anybody, classes.remains];
    plural && argument.tokens.len() == 1 && empty.into_iter().any(|class| read.holds(argument.tokens.clone(), class))
}

/// "The driver was ALSO killed", "the driver died TOO", "HER DRIVER was killed": somebody else than those who are named.
fn adds(read: Reader, fact: &Fact, argument: &Argument) -> bool {
    let own = fact.victims.iter().any(|v| v.tokens == argument.tokens);
    let trigger = fact.frame.trigger.start;
    let between = argument.tokens.end.min(trigger.saturating_sub(1))..trigger;
    let also = || between.clone().any(|t| read.doc.norm(t) == "also");
    let too = || read.doc.norm(fact.frame.trigger.end) == "too";
    let attends = || {
        let words = argument.tokens.start.saturating_sub(1)..argument.tokens.end;
        let theirs = words.clone().any(|t| read.doc.tag(t) == Tag::PRPS);
        theirs && read.holds(words, read.patterns.classes.attendants)
    };
    own && (also() || too() || attends())
}

/// "X was shot dead. A GUARD was wounded": new people who were only hurt, behind the telling of a death, and X is no guard.
fn hurt_too(read: Reader, dossier: &Dossier, fact: &Fact, argument: &Argument) -> bool {
    let own = fact.victims.iter().any(|v| v.tokens == argument.tokens);
    let new = matches!(argument.word_before(read.doc), "a" | "an" | "another")
        || read.doc.tag(argument.tokens.start) == Tag::PRPS && argument.sort == Sort::Kin;
    let hurt = fact.frame.injures && fact.frame.status.happened();
    let noun = head(read.doc, argument);
    let described = |e: u32| coreference::described(read, argument.tokens.start, e, &noun);
    let before = |f: &Fact| {
        let dead = f.frame.fatal == Some(true) && f.frame.status.happened() && f.frame.sentence < fact.frame.sentence;
        dead && f.named().next().is_some() && !f.named().any(described)
    };
    own && new && hurt && dossier.facts.iter().any(before)
}

/// "A bomb exploded at X's home, injuring HER HUSBAND": a relative of the one whom the sentence names.
fn beside_owner(read: Reader, fact: &Fact, argument: &Argument) -> bool {
    let own = fact.victims.iter().any(|v| v.tokens == argument.tokens) && argument.sort == Sort::Kin;
    let words = argument.tokens.start.saturating_sub(1)..argument.tokens.end;
    let theirs = words.into_iter().any(|t| read.doc.tag(t) == Tag::PRPS);
    let before = read.sentence(fact.frame.sentence).start..argument.tokens.start;
    own && theirs && read.mentions[read.inside(&before)].iter().any(|m| m.person().is_some())
}

/// Tokens between a group and the first of its names: "two reporters OF THE EVENING PAPER, A and B".
const NEAR: usize = 6;

/// "kidnapped THREE JOURNALISTS, A, B and C", "one of his reporters, A,": as many names or people follow as the group has members.
fn spelled_out(fact: &Fact, group: &Argument) -> bool {
    let at = fact.victims.iter().position(|v| v.tokens == group.tokens && v.entity.is_none());
    let next = |w: &[Argument]| w[1].sort == Sort::Named && w[1].tokens.start > w[0].tokens.start;
    let names = at.map_or(0, |n| fact.victims[n..].windows(2).take_while(|w| next(w)).count());
    let close = at.and_then(|n| fact.victims.get(n + 1)).is_some_and(|v| v.tokens.start <= group.tokens.end + NEAR);
    // "SIX TURKS, five teachers and a doctor, were".
    let rest = at.map_or(&[][..], |n| &fact.victims[n + 1..]);
    let behind = rest.iter().all(|v| v.tokens.start > group.tokens.end && v.entity.is_none());
    let sum: u32 = rest.iter().filter_map(|v| v.count).sum();
    let parts = behind && rest.len() > 1 && group.count.is_some_and(|n| n > 1 && n == sum);
    close && (parts || names > 0 && group.count == Some(names as u32))
}

/// "TWO PEOPLE were killed. ... A guard and a driver were killed": people of whom another fact says more, as many and hurt alike.
fn detailed(read: Reader, dossier: &Dossier, fact: &Fact, people: &Argument) -> bool {
    let gendered = |v: &Argument| read.holds(v.tokens.clone(), read.patterns.classes.gendered_nouns);
    let vague = |v: &Argument| v.entity.is_none() && alike::is_generic(read, &head(read.doc, v)) && !gendered(v);
    let own = fact.victims.iter().any(|v| v.tokens == people.tokens) && vague(people);
    let hurt = |f: &Fact| (f.frame.fatal == Some(true), f.frame.injures);
    let says_more = |f: &Fact| {
        let clear = f.victims.iter().all(|v| v.sort != Sort::Pronoun && !vague(v) && !is_number(read, v));
        clear && !f.victims.is_empty() && f.count() == people.count && hurt(f) == hurt(fact)
    };
    own && people.count.is_some() && dossier.facts.iter().any(says_more)
}

/// "12", "more than 30", "others": a number of people, or no number, of whom nothing else is said; "three others" are counted.
fn is_number(read: Reader, argument: &Argument) -> bool {
    let approximate = |t: usize| read.holds(t..t + 1, read.patterns.classes.approximators);
    let counts = |t: usize| {
        matches!(read.doc.norm(t), "than" | "least" | "most") || read.doc.tag(t) == Tag::CD || approximate(t)
    };
    let others = argument.tokens.len() == 1 && read.doc.norm(argument.tokens.start) == "others";
    others || argument.tokens.clone().all(counts)
}

/// One party per person or description; pronouns that found nobody are left out when others are known.
fn parties<'a>(read: Reader, arguments: impl Iterator<Item = &'a Argument>) -> Vec<Party> {
    let mut out: Vec<(Option<u32>, Party)> = Vec::new();
    for argument in arguments {
        if argument.sort == Sort::Pronoun && argument.entity.is_none() {
            continue;
        }
        let text = argument.span.flat(&read.doc.article.text);
        let same = |(entity, party): &&mut (Option<u32>, Party)| match argument.entity {
            Some(e) => *entity == Some(e),
            None => {
                entity.is_none()
                    && (party.text.eq_ignore_ascii_case(&text) || party.name.is_some() && party.name == argument.name)
            }
        };
        match out.iter_mut().find(same) {
            Some((_, party)) => enrich(party, argument, text),
            None => out.push((argument.entity, party(read, argument, text))),
        }
    }
    out.into_iter().map(|(_, p)| p).collect()
}

fn party(read: Reader, argument: &Argument, text: String) -> Party {
    let pronoun = argument.sort == Sort::Pronoun;
    let name = argument
        .name
        .clone()
        .filter(|_| argument.entity.is_some() || argument.sort == Sort::Org || argument.sort == Sort::State);
    let text = if pronoun { name.clone().unwrap_or(text) } else { text };
    let aliases = argument.entity.map(|e| aliases(read, argument.tokens.start, e, name.as_deref())).unwrap_or_default();
    Party {
        name,
        text,
        description: argument.description.clone().filter(|_| !pronoun),
        aliases,
        kind: argument.kind,
        count: argument.count,
    }
}

fn enrich(party: &mut Party, argument: &Argument, text: String) {
    if text.len() > party.text.len() && argument.sort == Sort::Named {
        party.text = text;
    }
    if party.description.is_none() && argument.sort != Sort::Pronoun {
        party.description = argument.description.clone();
    }
}

/// Other written forms of the person, in text order, at most six.
fn aliases(read: Reader, token: usize, entity: u32, name: Option<&str>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for m in forms(read, token, entity) {
        let form = m.span.flat(&read.doc.article.text);
        if Some(form.as_str()) != name && !out.contains(&form) && out.len() < 6 {
            out.push(form);
        }
    }
    out
}

fn fatal(dossier: &Dossier) -> Option<bool> {
    let identified = dossier.identified.iter().filter_map(|i| i.fatal);
    // "was freed, though she had feared that he MIGHT HAVE BEEN tortured to death".
    let told = dossier.status().happened();
    let counts = |f: &&Fact| !told || f.frame.status.happened();
    let facts = dossier.facts.iter().filter(counts).filter_map(|f| f.frame.fatal);
    let all: Vec<bool> = facts.chain(identified).collect();
    if all.iter().any(|f| *f) { Some(true) } else { all.first().copied() }
}

/// The largest number of victims that one fatal fact states.
fn killed(dossier: &Dossier) -> Option<u32> {
    largest(dossier, |f| f.frame.fatal == Some(true))
}

fn injured(dossier: &Dossier) -> Option<u32> {
    largest(dossier, |f| f.frame.injures)
}

fn largest(dossier: &Dossier, test: impl Fn(&Fact) -> bool) -> Option<u32> {
    dossier.facts.iter().filter(|f| test(f)).filter_map(Fact::count).filter(|n| *n > 0).max()
}

fn instruments(read: Reader, dossier: &Dossier) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for i in dossier.facts.iter().flat_map(|f| &f.frame.instruments) {
        let text = i.span.flat(&read.doc.article.text);
        if !out.contains(&text) {
            out.push(text);
        }
    }
    out
}

fn date(read: Reader, dossier: &Dossier) -> Option<When> {
    if let Some(counted) = dossier.counted_date.clone() {
        return Some(When { value: counted.value, text: counted.text });
    }
    // "X was arrested. ... In May he was sentenced": a later stage's day only where nothing dates the event itself.
    let loose = |f: &Fact, d: &DateValue| f.frame.later || d.precision == Precision::Year;
    let stated = dossier.dated().filter(|(f, d)| dossier.inferred_date.is_none() || !loose(f, d));
    let index = stated.and_then(|(f, _)| f.frame.date).or(dossier.inferred_date.map(|d| d.0))?;
    let mention = read.mentions.get(index)?;
    let value = stated.map(|(_, value)| value).or(mention.date())?.clone();
    Some(When { value, text: mention.span.flat(&read.doc.article.text) })
}

/// From the document, the methods' family, the first victim and the first quote: independent of order and of other articles.
fn id(read: Reader, dossier: &Dossier, incident: &Incident) -> String {
    let victim = incident.victims.first().map_or("", |v| v.name.as_deref().unwrap_or(&v.text));
    let first = dossier.facts.first().map(|f| f.frame.quote.flat(&read.doc.article.text)).unwrap_or_default();
    let trigger = dossier.facts.first().map_or(0, |f| f.frame.trigger.start);
    let mut hasher = blake3::Hasher::new();
    for part in [read.doc.article.doc.as_str(), incident.methods.first().map_or("", |m| m), victim, &first] {
        hasher.update(part.as_bytes()).update(&[0]);
    }
    hasher.update(&(trigger as u64).to_le_bytes());
    hasher.finalize().to_hex()[..12].to_string()
}
