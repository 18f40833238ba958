//! What each sign of an incident says about it being right: `confidence.csv`, columns `feature,weight,reason,note`.
//!
//! Weights are log-odds, kept as whole thousandths so that sums are the same on every machine. The row `base` is where
//! every sum begins, `floor` the log-odds below which a row is not written; every sign of `incidents/confidence/signs.rs` has a row.

use super::error::Errors;
use super::source::{Files, PatternFile};
use super::table;
use crate::incidents::confidence::signs::SIGNS;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The row that every sum begins with.
const BASE: &str = "base";
/// The row below which no candidate is written.
const FLOOR: &str = "floor";
/// Log-odds beyond which a weight is a slip of the pen.
const MOST: f64 = 10.0;

/// What one sign adds.
#[derive(Clone, Debug)]
pub struct Weight {
    /// Thousandths of log-odds.
    pub milli: i32,
    /// What a reviewer reads.
    pub reason: String,
}

/// See the module.
#[derive(Debug, Default)]
pub struct Weights {
    rows: BTreeMap<String, Weight>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    feature: String,
    weight: String,
    reason: String,
    #[serde(rename = "note")]
    _note: String,
}

impl Weights {
    /// Reads all tables; a row of a user's folder replaces the one with the same feature.
    pub fn load(files: &Files, errors: &mut Errors) -> Self {
        let mut weights = Weights::default();
        let mut last = "confidence.csv";
        for (_, file) in files.under("/confidence.csv") {
            let rows = table::rows::<Row>(file, b',', errors);
            weights.rows.extend(rows.into_iter().filter_map(|(line, row)| checked(file, line, row, errors)));
            last = &file.path;
        }
        for feature in features().filter(|f| !weights.rows.contains_key(*f)) {
            let hint = "add a row; 0 when it says nothing";
            errors.add(last, 1, 1, format!("no weight for {feature:?}"), hint);
        }
        weights
    }

    /// What a sign adds.
    pub fn of(&self, feature: &str) -> Option<&Weight> {
        self.rows.get(feature)
    }

    /// Where every sum begins, in thousandths.
    pub fn base(&self) -> i32 {
        self.of(BASE).map_or(0, |w| w.milli)
    }

    /// Sums below which a candidate is noise to whoever reads the table, in thousandths.
    pub fn floor(&self) -> i32 {
        self.of(FLOOR).map_or(i32::MIN, |w| w.milli)
    }
}

/// A row without mistakes, ready to be stored.
fn checked(file: &PatternFile, line: u32, row: Row, errors: &mut Errors) -> Option<(String, Weight)> {
    if !features().any(|f| f == row.feature) {
        let hint = format!("one of {}", features().collect::<Vec<_>>().join(" "));
        errors.add(&file.path, line, 1, format!("unknown feature {:?}", row.feature), hint);
        return None;
    }
    let column = row.feature.chars().count() as u32 + 2;
    let Some(weight) = row.weight.parse::<f64>().ok().filter(|w| w.abs() <= MOST) else {
        let hint = "a number of log-odds like 0.58 or -1.2";
        errors.add(&file.path, line, column, format!("{:?} is no weight", row.weight), hint);
        return None;
    };
    if row.reason.is_empty() && ![BASE, FLOOR].contains(&row.feature.as_str()) {
        let column = column + row.weight.chars().count() as u32 + 1;
        errors.add(&file.path, line, column, "no reason to show", "say what a reviewer shall read");
    }
    Some((row.feature, Weight { milli: (weight * 1000.0).round() as i32, reason: row.reason }))
}

fn features() -> impl Iterator<Item = &'static str> {
    [BASE, FLOOR].into_iter().chain(SIGNS.iter().map(|(name, _)| *name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(overlay: &str) -> (Weights, Vec<String>) {
        let (mut files, mut errors) = (Files::builtin(), Errors::default());
        files.add("mine", "confidence.csv", overlay.to_string());
        let weights = Weights::load(&files, &mut errors);
        (weights, errors.into_sorted().iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_row_of_the_user_replaces_the_built_in_one() {
        let (weights, errors) = load("feature,weight,reason,note\nvictim_named,-0.25,a name,\n");
        assert!(errors.is_empty(), "{errors:?}");
        let own = weights.of("victim_named").unwrap();
        assert_eq!((own.milli, own.reason.as_str()), (-250, "a name"));
        assert!(weights.of("base").is_some());
    }

    #[test]
    fn mistakes_say_where_and_what_to_do() {
        let (_, errors) = load("feature,weight,reason,note\nvictim_nmaed,0.1,a,\nbase,much,,\nin_quotes,0.1,,\n");
        assert_eq!(errors.len(), 3);
        assert!(
            errors[0].starts_with("mine/confidence.csv:2:1: unknown feature")
                && errors[0].contains("hint: one of base")
        );
        assert!(errors[1].starts_with("mine/confidence.csv:3:6: \"much\" is no weight"), "{errors:?}");
        assert!(errors[2].starts_with("mine/confidence.csv:4:15: no reason"), "{errors:?}");
    }

    #[test]
    fn every_sign_needs_a_weight() {
        let mut errors = Errors::default();
        Weights::load(&Files::default(), &mut errors);
        assert_eq!(errors.into_sorted().len(), SIGNS.len() + 2);
    }
}
