//! Readings of all names of an article against each other.

use super::containment::{holds, km};
use super::topics::{Reading, Topic};
use crate::patterns::gazetteer::Record;

/// Other names that are looked at for one name: the nearest in the text.
const NEIGHBOURS: usize = 40;
/// Readings of a neighbour that count.
const OPTIONS: usize = 8;
/// What a container named in the same phrase is worth.
const CONTAINED: f64 = 8.0;
/// What full agreement with the other names is worth.
const AGREEMENT: f64 = 2.2;
/// Agreement beyond this adds nothing: with places nearby, and with places of the same country.
const ENOUGH: f64 = 2.5;
const ENOUGH_NATIONAL: f64 = 0.8;
/// Affinity up to which two places only share their country.
const NATIONAL: f64 = 0.35;
/// Weight of a name far away in the text.
const FAR: f64 = 0.35;
/// Below 1, less likely readings of the neighbours count more than their share.
const DOUBT: f64 = 0.6;
/// Rounds; each uses the scores of the one before.
const ROUNDS: usize = 3;
/// Names from which one round must do.
const MANY: usize = 500;

/// Scores all readings and puts the best first.
pub fn score(topics: &mut [Topic]) {
    for _ in 0..if topics.len() > MANY { 1 } else { ROUNDS } {
        let shares: Vec<Vec<(Record, f64)>> = topics.iter().map(shares).collect();
        for n in 0..topics.len() {
            let scores: Vec<f64> = topics[n].readings.iter().map(|r| scored(r, n, topics, &shares)).collect();
            for (reading, score) in topics[n].readings.iter_mut().zip(scores) {
                reading.score = score;
            }
        }
    }
    for topic in topics {
        topic.readings.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.record.number.cmp(&b.record.number)));
    }
}

/// The best readings of a topic with their share of belief.
fn shares(topic: &Topic) -> Vec<(Record, f64)> {
    let mut readings: Vec<&Reading> = topic.readings.iter().collect();
    readings.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.record.number.cmp(&b.record.number)));
    readings.truncate(OPTIONS);
    let top = readings.first().map_or(0.0, |r| r.score);
    let weights: Vec<f64> = readings.iter().map(|r| ((r.score - top) * 1.2).exp()).collect();
    let sum: f64 = weights.iter().sum();
    readings.iter().zip(weights).map(|(r, w)| (r.record, w / sum)).collect()
}

fn scored(reading: &Reading, n: usize, topics: &[Topic], shares: &[Vec<(Record, f64)>]) -> f64 {
    let contained = topics[n]
        .containers
        .iter()
        .any(|&c| topics.get(c).is_some_and(|t| t.readings.iter().any(|outer| holds(&outer.record, &reading.record))));
    let from = n.saturating_sub(NEIGHBOURS / 2);
    let to = (n + 1 + NEIGHBOURS / 2).min(topics.len());
    let (mut near, mut national) = (0.0, 0.0);
    for m in (from..to).filter(|&m| m != n) {
        let weight = weight(&topics[m], &topics[n]);
        let (mut local, mut country) = (0.0f64, 0.0f64);
        for (other, share) in &shares[m] {
            let affinity = affinity(&reading.record, other);
            if affinity > NATIONAL {
                local = local.max(share.powf(DOUBT) * affinity);
            } else {
                country = country.max(share * affinity);
            }
        }
        near += weight * local;
        national += weight * country;
    }
    reading.prior
        + if contained { CONTAINED } else { 0.0 }
        + AGREEMENT * (near.min(ENOUGH) + national.min(ENOUGH_NATIONAL))
}

/// How much a name says about another: less from far away, but the dateline says it of the whole article.
fn weight(from: &Topic, about: &Topic) -> f64 {
    let distance = from.at.abs_diff(about.at) as f64;
    let near = if from.dateline { 1.0 } else { FAR + (1.0 - FAR) / (1.0 + distance / 150.0) };
    near * if from.demonym { 0.5 } else { 1.0 }
}

/// How much one place makes another likely.
fn affinity(a: &Record, b: &Record) -> f64 {
    if a.number == b.number {
        return 0.3;
    }
    let same_country = a.country != 0 && a.country == b.country;
    if !same_country {
        return if a.country != 0 && b.country != 0 && km(a, b) < 100.0 { 0.2 } else { 0.0 };
    }
    if a.kind() == "country" || b.kind() == "country" {
        return 0.35;
    }
    let same_division = a.admin1 != 0 && a.admin1 == b.admin1;
    if same_division && (a.kind() == "admin1" || b.kind() == "admin1") {
        return 0.8;
    }
    match km(a, b) {
        d if d < 40.0 => 1.0,
        d if d < 160.0 => 0.7,
        _ if same_division => 0.6,
        d if d < 400.0 => 0.3,
        _ => 0.2,
    }
}
