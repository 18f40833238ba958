//! Which incident is the article about? Title, lead, most told, latest.

use crate::frames::Status;
use crate::frames::people::argument::Reader;
use crate::incidents::dossier::Dossier;
use crate::incidents::fact::Fact;
use crate::incidents::gather::family::{self, Family};
use crate::ingest::LineKind;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Sentences below the lead from which an event is told in passing.
const FAR: usize = 35;

/// Running sentences that open an article: what only one sentence behind them tells is background.
const LEAD: usize = 4;

/// How often an article names somebody whom it only mentions.
const SELDOM: usize = 2;

/// Indices of the dossiers, the article's own incident first.
pub fn order(read: Reader, dossiers: &[Dossier]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..dossiers.len()).collect();
    let named = count(read);
    order.sort_by_cached_key(|&n| (Reverse(weight(read, &dossiers[n], &named)), dossiers[n].first_sentence(), n));
    order
}

/// Points: title 8, standfirst 4, one of the first four running sentences 5 to 2, each telling 2 (at most 10), a named
/// victim 8, each name 4 more (at most 16), each time that the article names the victim it names most 1 (at most 8), a date
/// 2, a kidnapping, which seldom is background, 2. A victim who is a journalist, activist or the like 1, with a name 3.
/// What is first told far below the lead weighs 4 less. Threats and surveillance weigh 4 less than attacks and arrests, a case
/// of which only the trial or a byword is told 3 less, somebody who is only mentioned 6. A charge or a search beside an arrest
/// weighs nothing.
fn weight(read: Reader, dossier: &Dossier, named: &BTreeMap<u32, usize>) -> usize {
    let first_text = read.doc.first_paragraph().unwrap_or(0);
    let mut points = 0;
    let legal = dossier.facts.iter().all(|f| f.frame.legal);
    let facts: Vec<&Fact> = dossier.facts.iter().filter(|f| legal || !f.frame.legal).collect();
    let kinds: Vec<LineKind> =
        facts.iter().filter_map(|f| Some(read.doc.sentences.get(f.frame.sentence)?.kind)).collect();
    points += 8 * usize::from(kinds.contains(&LineKind::Title));
    points += 4 * usize::from(kinds.contains(&LineKind::Standfirst));
    let earliest = facts.iter().map(|f| f.frame.sentence).filter(|&s| s >= first_text).min();
    points += earliest.map_or(0, |s| 5usize.saturating_sub(s - first_text));
    points += (2 * facts.len()).min(10);
    let far = earliest.is_some_and(|s| s - first_text >= FAR);
    points += 8 * usize::from(!dossier.named().is_empty()) + 4 * dossier.named().len().min(4);
    points += prominence(dossier, named);
    points += 2 * usize::from(dossier.date().is_some());
    points += 2 * usize::from(dossier.methods().iter().any(|m| m == "abduction"));
    let voice = facts.iter().filter(|f| f.frame.persecuted).map(|f| 1 + 2 * usize::from(f.named().next().is_some()));
    points += voice.max().unwrap_or(0);
    let pressure = dossier.methods().iter().all(|m| family::of(m) == Family::Pressure);
    let below = earliest.is_some_and(|s| s - first_text >= LEAD);
    let mentioned = below && told_once(read, &facts) && (1..=SELDOM).contains(&prominence(dossier, named));
    let aside = facts.iter().all(|f| f.frame.later);
    let passing = 3 * usize::from(aside) + 6 * usize::from(mentioned);
    let points = points.saturating_sub(4 * usize::from(pressure) + passing + 4 * usize::from(far));
    points.saturating_sub(3 * usize::from(dossier.status() != Status::Reported) + 4 * usize::from(old(read, dossier)))
}

/// One sentence tells all of it, and it is no item of a list.
fn told_once(read: Reader, facts: &[&Fact]) -> bool {
    let Some(first) = facts.first() else { return false };
    let item = read.doc.kind_of(first.frame.trigger.start) == LineKind::Bullet;
    !item && facts.iter().all(|f| f.frame.sentence == first.frame.sentence)
}

/// How often the article names the victim that it names most, at most 8.
fn prominence(dossier: &Dossier, named: &BTreeMap<u32, usize>) -> usize {
    dossier.named().iter().filter_map(|e| named.get(e)).copied().max().unwrap_or(0).min(8)
}

/// How often the article names each person.
fn count(read: Reader) -> BTreeMap<u32, usize> {
    let mut named = BTreeMap::new();
    for person in read.mentions.iter().filter_map(|m| m.person()) {
        *named.entry(person.entity).or_default() += 1;
    }
    named
}

/// More than two years before publication: background.
fn old(read: Reader, dossier: &Dossier) -> bool {
    let published = read.doc.article.published.as_ref().map(|p| p.date.year());
    let year = dossier.date().and_then(|d| d.interval).map(|(_, end)| end.year());
    matches!((published, year), (Some(p), Some(y)) if p - y > 2)
}
