//! Dossiers of one event that the first pass kept apart: "A was shot. ... B, her brother, was also hit."
//!
//! Two dossiers of the same means become one when nothing contradicts and either both state the same day or town, or the
//! later one states neither and stands near. Members of lists keep their own settings and stay apart.

use crate::frames::Argument;
use crate::frames::Status;
use crate::frames::people::argument::Reader;
use crate::frames::trigger::entry;
use crate::incidents::dossier::Dossier;
use crate::incidents::fact::Fact;
use crate::incidents::gather;
use crate::incidents::gather::agree;
use crate::incidents::gather::alike;
use crate::incidents::gather::apart;
use crate::incidents::gather::bullets;
use crate::incidents::gather::distinct;
use crate::incidents::gather::family;
use crate::incidents::worth::idle;
use crate::ingest::LineKind;
use crate::mentions::dates::expr::Expr;
use crate::mentions::{DateValue, Place, Precision};
use crate::patterns::methods::{is_general, takes_captive};
use std::collections::BTreeSet;

/// Sentences between two dossiers that may still tell of one event when the later has no setting.
const NEAR: usize = 8;

/// Sentences between two tellings of one person's attack.
const BESIDE: usize = 2;

/// Sentences that count as the opening, title included.
const OPENING: usize = 2;

/// Days within which two dates of one person's arrest or abduction tell of one event.
const MONTH: i32 = 31;

/// Days after an attack in which its victims may die.
const DEATHBED: i32 = 10;

/// Days from which two dates of one person's death cannot be details of one event.
const YEAR: i32 = 366;

/// One pass in text order: the latest earlier dossier that may be the same event takes the later one in.
///
/// `report`: the article opens with an attack whose attacker is sought; such articles rarely tell of another.
pub fn fuse(read: Reader, mut dossiers: Vec<Dossier>, report: bool) -> Vec<Dossier> {
    let mut again = false;
    loop {
        let before = dossiers.len();
        let mut out: Vec<Dossier> = Vec::new();
        for dossier in dossiers {
            let known = |d: &Dossier| !again || d.hurts(dossier.named().into_iter());
            match out.iter_mut().rev().find(|d| known(d) && one_event(read, d, &dossier, report)) {
                Some(first) => first.absorb(dossier),
                None => out.push(dossier),
            }
        }
        // Those two have told of together may be those an earlier one tells of.
        if out.len() == before {
            return out;
        }
        (dossiers, again) = (out, true);
    }
}

fn one_event(read: Reader, a: &Dossier, b: &Dossier, report: bool) -> bool {
    let shared = a.hurts(b.named().into_iter());
    if shared && (killed_captive(a, b) || one_death(a, b) || dead_in_custody(a, b)) {
        return true;
    }
    let (ma, mb) = (a.methods(), b.methods());
    if !family::compatible(&ma, &mb)
        || !family::same_means(&ma, &mb)
        || listed(a, b)
        || b.facts.iter().any(|f| gather::other_target(read, a, f))
        || b.facts.first().is_some_and(|f| distinct::opens(read, a, f) || distinct::other_liquid(read, a, f))
    {
        return false;
    }
    let named = !a.named().is_empty() && !b.named().is_empty();
    let years = exact(a) && exact(b) && days_apart(a, b).is_some_and(|d| d > YEAR);
    if shared && (fatal(a) && fatal(b) && !years || within(a, b, MONTH)) {
        return true; // nobody dies twice; a second date within a month is a detail of the first
    }
    let follows = b.first_sentence().saturating_sub(a.last_sentence()) <= BESIDE && same_time(a, b);
    if shared && follows && !planned(a) && !planned(b) {
        return true; // another town beside it is where the victim came from or was brought
    }
    if shared && held(a) && held(b) && b.first_sentence() <= a.last_sentence() {
        return true; // "was arrested in March and handed over three months later"
    }
    if named && !shared && planned(a) != planned(b) {
        return false; // a plot against others is an event of its own
    }
    let talk = |d: &Dossier, other: &Dossier| idle::is_talk(read, d) && !other.named().is_empty();
    if talk(a, b) || talk(b, a) {
        return false;
    }
    // "A was killed. He had been a friend of SLAIN LEADER B".
    let passing = |d: &Dossier| d.facts.iter().all(alike::in_passing);
    if !shared && (named && (passing(a) || passing(b)) || alike::other_in_passing(read, a, &b.facts)) {
        return false;
    }
    if !report && alike::others(read, a, b) {
        return false;
    }
    if !shared && (other_entry(read, a, b) || bullets::parted(read, a, &b.facts)) {
        return false;
    }
    if contradict(a, b, report) {
        return report && (same_day_or_next(a, b) && (!named || no_place(b)) || dies_later(a, b) && (!named || shared));
    }
    let indefinite =
        b.facts.first().is_some_and(|f| f.described().any(|v| matches!(v.word_before(read.doc), "another" | "other")));
    let empty = empty(b);
    let unset = b.date().is_none() && b.places().is_empty() && !empty;
    let gap = b.first_sentence().saturating_sub(a.last_sentence());
    let anew = || b.facts.first().is_some_and(|f| distinct::same_day(read, f));
    if named && !shared && (!report && apart::set_apart(read, a, b) || anew()) {
        return false;
    }
    shared
        || report && (!indefinite || unset && gap <= NEAR / 2) && (!named || no_place(b) && !empty || same_town(a, b))
        || introduced(a, b) && gap <= NEAR / 2
        || announced(read, a, b)
        || told_at_once(a, b)
        || same_day(a, b) && (same_town(a, b) || gap <= NEAR && (!named || no_place(a) || no_place(b)))
        || unset && !indefinite && gap <= reach(read, a, b, named)
}

/// Sentences between two dossiers where the later has no setting: "A was shot. ... B WAS HURT", "B was ALSO held" tell of others
/// hurt in one event; "B was shot" farther off is a case of his own.
fn reach(read: Reader, earlier: &Dossier, later: &Dossier, named: bool) -> usize {
    let also = |f: &Fact| read.sentence(f.frame.sentence).any(|t| matches!(read.doc.norm(t), "also" | "too"));
    let general = [earlier, later].into_iter().any(|d| d.methods().iter().all(|m| is_general(m)));
    let who = |p: &Argument| p.name.clone().unwrap_or_else(|| read.doc.norm(p.tokens.end - 1).to_string());
    let acting = |d: &Dossier| d.accused().map(who).collect::<BTreeSet<String>>();
    let same_hand = || !acting(earlier).is_disjoint(&acting(later));
    match named {
        false => NEAR,
        true if general || same_hand() || later.facts.iter().any(also) => NEAR / 2,
        true => 1,
    }
}

/// "A bomb in LIMA killed A on Friday and wounded B": one sentence with one place, and one date.
fn told_at_once(a: &Dossier, b: &Dossier) -> bool {
    let beside = |f: &Fact, g: &Fact| f.frame.sentence == g.frame.sentence && f.frame.places == g.frame.places;
    let general = |d: &Dossier| d.methods().iter().all(|m| is_general(m));
    let alike = general(a) || general(b) || b.methods().iter().any(|m| a.methods().contains(m));
    alike
        && hurt(a)
        && !no_place(b)
        && b.date().is_none()
        && b.facts.iter().all(|g| a.facts.iter().any(|f| beside(f, g)))
}

fn hurt(dossier: &Dossier) -> bool {
    dossier.facts.iter().any(|f| !f.victims.is_empty())
}

/// "an attack", "killings": nouns alone, of nobody in particular.
fn empty(dossier: &Dossier) -> bool {
    let bare = |f: &Fact| f.frame.nominal && !f.frame.definite && f.victims.is_empty() && f.frame.targets.is_empty();
    dossier.identified.is_empty() && dossier.facts.iter().all(bare)
}

/// One of them is told in the entry of a person whom the other does not tell of.
fn other_entry(read: Reader, a: &Dossier, b: &Dossier) -> bool {
    let entry = |d: &Dossier| entry::person(read, d.first_sentence()).map(|p| p.entity);
    let (first, second) = (entry(a), entry(b));
    first != second && (first.is_some_and(|e| a.named().contains(&e)) || second.is_some_and(|e| b.named().contains(&e)))
}

/// "The missing reporter was found dead. ... Police said that he was beaten to death": whoever dies twice died once.
fn one_death(a: &Dossier, b: &Dossier) -> bool {
    let killed = |f: &Fact| f.frame.fatal == Some(true) && f.frame.status.happened();
    let dead = |d: &Dossier| -> BTreeSet<u32> {
        let alone = || d.facts.iter().filter(|f| killed(f) && f.victims.len() == 1);
        let told = alone().flat_map(|f| f.named().collect::<Vec<_>>());
        let identified = d.identified.iter().filter_map(|i| i.person.entity).filter(|_| alone().next().is_some());
        told.chain(identified).collect()
    };
    days_apart(a, b).is_none_or(|d| d <= MONTH) && !dead(a).is_disjoint(&dead(b))
}

/// "X was arrested on 24 October. His family found his body A WEEK LATER": told on right away, and no other arrest between.
fn dead_in_custody(a: &Dossier, b: &Dossier) -> bool {
    let beside = b.first_sentence() > a.last_sentence() && b.first_sentence() - a.last_sentence() <= BESIDE;
    let soon = a.date().is_some() && days_apart(a, b).is_none_or(|d| d <= MONTH);
    held(a) && fatal(b) && beside && soon && a.status() == Status::Reported && b.status() == Status::Reported
}

/// "X was kidnapped in Lima. ... The murder of X was condemned": the captors of somebody who is soon dead killed him.
fn killed_captive(a: &Dossier, b: &Dossier) -> bool {
    let taken = |d: &Dossier| d.methods().iter().any(|m| takes_captive(m));
    let begins = |d: &Dossier| d.date().and_then(|d| d.interval).map(|(from, _)| from);
    // Long held, or found dead long after.
    let after = |held: &Dossier, dead: &Dossier| begins(held) <= begins(dead) && !fatal(held);
    let year = days_apart(a, b).is_some_and(|d| d < YEAR) && (after(a, b) && fatal(b) || after(b, a) && fatal(a));
    let soon = year || days_apart(a, b).is_none_or(|d| d <= MONTH);
    soon && !planned(a) && !planned(b) && (taken(a) && fatal(b) || fatal(a) && taken(b))
}

/// "Saturday night", "early Sunday": two days of one night.
fn same_day_or_next(a: &Dossier, b: &Dossier) -> bool {
    within(a, b, 1)
}

fn no_place(dossier: &Dossier) -> bool {
    dossier.places().is_empty()
}

/// "She was shot on Monday. ... X died two days later".
fn dies_later(a: &Dossier, b: &Dossier) -> bool {
    let after = match (a.date().and_then(|d| d.interval), b.date().and_then(|d| d.interval)) {
        (Some((_, shot)), Some((died, _))) => (died - shot).get_days(),
        _ => return false,
    };
    fatal(b) && no_place(b) && (0..=DEATHBED).contains(&after)
}

/// "A policeman was killed by hired gunmen. ... X, 26, was shot outside his church": the opening tells without the name
/// what the next event tells with it.
fn introduced(a: &Dossier, b: &Dossier) -> bool {
    let told = |d: &Dossier| d.facts.iter().filter_map(|f| f.count()).max();
    let names = b.named().len() as u32;
    let early = a.first_sentence() <= OPENING && a.last_sentence() < b.first_sentence();
    let unnamed = a.named().is_empty() && a.facts.iter().all(|f| f.described().next().is_some());
    // "Four were killed. ... A, B, C and a policeman were killed."
    let listed = b.facts.iter().any(|f| told(a) == Some(f.victims.len() as u32) && f.victims.len() > 2);
    early && unnamed && names > 0 && told(a).is_some_and(|n| n == names || n >= names && told(b) == Some(n) || listed)
}

/// "One year after the slaying": a title that names nobody, and the first event of somebody with a name.
fn announced(read: Reader, a: &Dossier, b: &Dossier) -> bool {
    let title = |f: &Fact| read.doc.kind_of(f.frame.trigger.start) == LineKind::Title;
    let bare = |f: &Fact| f.frame.nominal && f.victims.is_empty() && f.frame.targets.is_empty();
    a.facts.iter().all(|f| title(f) && bare(f)) && !b.named().is_empty()
}

/// Facts of one sentence that have one trigger or a place of their own each are members of a list; "a bomb in LIMA killed A
/// and wounded B" has one place.
fn listed(a: &Dossier, b: &Dossier) -> bool {
    let own = |f: &Fact, g: &Fact| f.frame.places != g.frame.places || !hurt(a);
    let places = |f: &Fact, g: &Fact| !f.places.is_empty() && !g.places.is_empty() && own(f, g);
    a.facts.iter().any(|f| {
        b.facts
            .iter()
            .any(|g| f.frame.sentence == g.frame.sentence && (f.frame.trigger == g.frame.trigger || places(f, g)))
    })
}

fn held(dossier: &Dossier) -> bool {
    dossier.methods().iter().all(|m| family::of(m) == family::Family::Captivity)
}

fn planned(dossier: &Dossier) -> bool {
    dossier.facts.iter().all(|f| f.frame.status == Status::Planned)
}

fn fatal(dossier: &Dossier) -> bool {
    dossier.facts.iter().any(|f| f.frame.fatal == Some(true))
}

/// Days between two dated dossiers; 0 when their intervals touch.
fn days_apart(a: &Dossier, b: &Dossier) -> Option<i32> {
    let ((a, b), (c, d)) = (a.date()?.interval?, b.date()?.interval?);
    let gap = if c > b {
        (c - b).get_days()
    } else if a > d {
        (a - d).get_days()
    } else {
        0
    };
    Some(gap)
}

fn exact(dossier: &Dossier) -> bool {
    dossier.date().is_some_and(|d| d.precision <= Precision::Month)
}

/// At most so many days apart; "in 2019" and "in 2020" are not known to be.
fn within(a: &Dossier, b: &Dossier, days: i32) -> bool {
    days_apart(a, b).is_some_and(|d| d == 0 || d <= days && exact(a) && exact(b))
}

fn same_day(a: &Dossier, b: &Dossier) -> bool {
    match (a.date(), b.date()) {
        (Some(x), Some(y)) => x.interval == y.interval && x.precision == Precision::Day,
        _ => false,
    }
}

fn same_town(a: &Dossier, b: &Dossier) -> bool {
    a.places().iter().any(|p| b.places().iter().any(|q| p.name == q.name))
}

/// The dates may be those of one event.
fn same_time(a: &Dossier, b: &Dossier) -> bool {
    // A time of day alone: which day is meant is a guess.
    fn sure(d: &Dossier) -> Option<(&DateValue, bool)> {
        d.told().filter(|(date, _)| date.reading.expr != Expr::Clock)
    }
    agree::times(a.hurts(b.named().into_iter()), sure(a), sure(b))
}

/// Days apart, or countries apart, or different towns on both sides; in a report of one crime a street contradicts nothing.
fn contradict(a: &Dossier, b: &Dossier, report: bool) -> bool {
    let told = |p: &&Place| !report || p.country.is_some();
    let there: Vec<&Place> = b.places().into_iter().filter(told).collect();
    !same_time(a, b) || !agree::places(a.places().into_iter().filter(told), &there)
}
