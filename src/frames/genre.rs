//! Texts in which trigger words mean something else: sport, fiction and film, kitchens, stock markets.
//!
//! A text belongs to such a world when several different words of its class stand in it.

use crate::document::Document;
use crate::patterns::Patterns;
use std::collections::BTreeMap;

/// Different words of a class per text that make a genre, and the least share of tokens (per thousand).
const DIFFERENT: usize = 6;
const PER_THOUSAND: usize = 14;

/// The worlds a text belongs to: class name with what its words are.
#[derive(Debug, Default)]
pub struct Genre {
    worlds: Vec<&'static str>,
}

/// Finds the worlds of a document; each is a word class.
pub fn of(doc: &Document, patterns: &Patterns) -> Genre {
    let mut worlds = Vec::new();
    for name in ["sport", "fiction"] {
        let Some(class) = patterns.lexicon.class(name) else { continue };
        let mut seen: BTreeMap<u32, usize> = BTreeMap::new();
        for token in 0..doc.tokens.len() {
            if let Some(hit) = doc.hit(token, class) {
                *seen.entry(hit.entry).or_default() += 1;
            }
        }
        let total: usize = seen.values().sum();
        if seen.len() >= DIFFERENT && total * 1000 >= doc.tokens.len() * PER_THOUSAND {
            worlds.push(name);
        }
    }
    Genre { worlds }
}

impl Genre {
    /// Why a trigger of these methods is refused in this text.
    pub fn refuses(&self, methods: &[String]) -> Option<&'static str> {
        let playful = [
            "beating",
            "shooting",
            "assault_unspecified",
            "stabbing",
            "bombing",
            "arson",
            "threat",
            "killing_unspecified",
            "torture",
            "strangulation",
            "drowning",
            "poisoning",
            "siege_hostage",
        ];
        let game = methods.iter().all(|m| playful.contains(&m.as_str()));
        match self.worlds.first() {
            Some(&"sport") if game => Some("a text about sport"),
            Some(&"fiction") => Some("a text about fiction"),
            _ => None,
        }
    }
}
