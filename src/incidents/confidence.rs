//! Incidents of one article -> how sure each is: its signs (`signs.rs`), each with a weight from `confidence.csv`, summed as
//! log-odds. The weights are fitted to labelled news (`patterns/build/confidence.py`), so that of the rows marked 0.8 about
//! 80 % are right; `dateline reliability` shows how far that holds.

pub mod around;
pub mod signs;

use crate::frames::people::argument::Reader;
use crate::incidents::Incident;
use crate::incidents::dossier::Dossier;
use crate::patterns::confidence::Weights;
use around::Around;
use signs::{Case, SIGNS};

/// Bounds of what is shown: nothing that rules read is impossible or certain.
const BOUNDS: (f64, f64) = (0.01, 0.99);

/// Takes out those less likely right than the table's floor, which nobody who reads the rows gains by, and gives their
/// dossiers with how likely they are; those that stay keep their order and count from 1. `dossiers` run parallel.
pub fn sift<'d>(read: Reader, dossiers: &[&'d Dossier], incidents: &mut Vec<Incident>) -> Vec<(&'d Dossier, f64)> {
    let floor = probability(read.patterns.confidence.floor());
    let judged = dossiers.iter().copied().zip(incidents.iter().map(|i| i.confidence));
    let unlikely = judged.filter(|(_, confidence)| *confidence < floor).collect();
    incidents.retain(|i| i.confidence >= floor);
    (1..).zip(incidents).for_each(|(rank, incident)| incident.rank = rank);
    unlikely
}

/// Sets confidence and reasons of all incidents; `dossiers` run parallel to them.
pub fn judge(read: Reader, dossiers: &[&Dossier], incidents: &mut [Incident]) {
    let around = Around::of(read, incidents);
    for (incident, dossier) in incidents.iter_mut().zip(dossiers) {
        let case = Case { read, dossier, incident, around: &around };
        let (confidence, mut reasons) = weigh(&read.patterns.confidence, &case);
        reasons.extend(guesses(dossier));
        (incident.confidence, incident.reasons) = (confidence, reasons);
    }
}

/// The probability, and what each sign adds to its log-odds.
fn weigh(weights: &Weights, case: &Case) -> (f64, Vec<String>) {
    let held = SIGNS.iter().filter(|(_, holds)| holds(case)).filter_map(|(name, _)| weights.of(name));
    let (mut sum, mut reasons) = (weights.base(), Vec::new());
    for weight in held {
        sum += weight.milli;
        reasons.push(format!("{} {:+.2}", weight.reason, f64::from(weight.milli) / 1000.0));
    }
    (probability(sum), reasons)
}

/// Where a place or date was taken from that the event's own sentences do not state.
fn guesses(dossier: &Dossier) -> impl Iterator<Item = String> {
    let place = dossier.inferred_place.map(|i| i.reason);
    let home = dossier.home.as_ref().map(|_| "place: town the article is set in");
    let counted = dossier.counted_date.as_ref().map(|_| "date: counted from another event");
    place.into_iter().chain(home).chain(counted.or(dossier.inferred_date.map(|d| d.1))).map(str::to_string)
}

/// Thousandths of log-odds -> two decimals.
fn probability(milli: i32) -> f64 {
    let exact = 1.0 / (1.0 + (-f64::from(milli) / 1000.0).exp());
    ((exact * 100.0).round() / 100.0).clamp(BOUNDS.0, BOUNDS.1)
}

#[cfg(test)]
mod tests {
    use super::probability;

    #[test]
    fn log_odds_become_probabilities() {
        assert_eq!(probability(0), 0.5);
        assert_eq!(probability(1386), 0.8);
        assert_eq!(probability(-20_000), 0.01);
        assert_eq!(probability(20_000), 0.99);
    }

    /// The last bits of `exp` differ between machines; no sum comes so near to where two decimals change.
    #[test]
    fn two_decimals_are_the_same_on_every_machine() {
        for milli in -20_000..=20_000 {
            let exact = 100.0 / (1.0 + (-f64::from(milli) / 1000.0).exp());
            assert!(((exact - 0.5) - (exact - 0.5).round()).abs() > 1e-9, "{milli}");
        }
    }
}
