//! The country whose institutions an article speaks of without naming them: "sheriff", "gardai", "crore".
//!
//! A local paper never says in which country its town lies; its courts, schools and police do.

use crate::document::Document;
use crate::patterns::Patterns;
use crate::patterns::gazetteer::Record;
use std::collections::{BTreeMap, BTreeSet};

/// What one kind of institution is worth, and what all of them are worth at most.
const ONE: f64 = 0.8;
const MOST: f64 = 2.0;

/// Bonus by country.
#[derive(Default, Debug)]
pub struct Home(BTreeMap<String, f64>);

impl Home {
    /// Counts the different cues of `place-home-cues.csv`.
    pub fn of(doc: &Document, patterns: &Patterns) -> Home {
        let Some(class) = patterns.places.classes.home else { return Home::default() };
        let cues: BTreeSet<u32> = (0..doc.tokens.len()).filter_map(|n| doc.hit(n, class)).map(|h| h.entry).collect();
        let mut counts: BTreeMap<String, f64> = BTreeMap::new();
        for entry in cues.iter().filter_map(|n| patterns.lexicon.entry(*n)) {
            *counts.entry(entry.value.clone()).or_default() += 1.0;
        }
        Home(counts.into_iter().map(|(country, n)| (country, (ONE * n.sqrt()).min(MOST))).collect())
    }

    /// The bonus of a place that is not the country itself.
    pub fn bonus(&self, record: &Record) -> f64 {
        let of = |iso: &str| self.0.get(iso).copied().unwrap_or(0.0);
        if record.kind() == "country" { 0.0 } else { record.iso().map_or(0.0, of) }
    }
}
