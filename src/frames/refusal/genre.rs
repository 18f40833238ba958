//! Texts in which trigger words mean something else: sport, fiction and film, sketches of politics, drills, insects and other animals,
//! accidents at work, mushrooms that poison those who eat them.
//!
//! A text belongs to such a world when several different words of its class stand in it.

use crate::document::Document;
use crate::frames::people::argument::Reader;
use crate::patterns::Patterns;
use crate::patterns::methods::is_general;
use std::collections::BTreeMap;
use std::ops::Range;

/// Classes, with the different words of each that make a genre, how often they stand in all at least, and their least share of tokens
/// (per thousand). One animal makes a text about animals only where it speaks of little else: rangers are killed for elephants.
const WORLDS: [(&str, usize, usize, usize); 10] = [
    ("sport", 6, 0, 14),
    ("fiction", 6, 0, 14),
    ("natural-poisons", 3, 0, 8),
    ("poisons", 3, 0, 8),
    ("sketches", 1, 0, 0),
    ("drills", 4, 0, 6),
    ("insects", 6, 0, 14),
    ("animals", 1, 10, 16),
    ("industrial", 5, 0, 8),
    ("unrest", 3, 0, 5),
];

/// The worlds a text belongs to: class name with what its words are.
#[derive(Debug, Default)]
pub struct Genre {
    worlds: Vec<&'static str>,
}

/// Finds the worlds of a document; each is a word class.
pub fn of(doc: &Document, patterns: &Patterns) -> Genre {
    let mut worlds = Vec::new();
    for (name, different, least, per_thousand) in WORLDS {
        let Some(class) = patterns.lexicon.class(name) else { continue };
        let mut seen: BTreeMap<u32, usize> = BTreeMap::new();
        for token in 0..doc.tokens.len() {
            // No "Tamil TIGERS", no "Lions" of a team.
            let name = name == "animals" && doc.text(token).starts_with(char::is_uppercase);
            if let Some(hit) = doc.hit(token, class).filter(|_| !name) {
                *seen.entry(hit.entry).or_default() += 1;
            }
        }
        let total: usize = seen.values().sum();
        if seen.len() >= different && total >= least && total * 1000 >= doc.tokens.len() * per_thousand {
            worlds.push(name);
        }
    }
    Genre { worlds }
}

/// The sentence tells what happens in a film, a novel or the like; whoever has a name there may still be real.
pub fn is_tale(reader: Reader, tokens: Range<usize>) -> bool {
    let classes = reader.patterns.classes;
    reader.holds(tokens.clone(), classes.narrating) && reader.holds(tokens, classes.works)
}

impl Genre {
    /// The text speaks of what the class names.
    pub fn speaks_of(&self, world: &str) -> bool {
        self.worlds.contains(&world)
    }

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
        let beheaded = methods.iter().all(|m| m == "beheading");
        let blast = methods.iter().all(|m| m == "bombing" || is_general(m));
        let poison = methods.iter().all(|m| m == "poisoning" || is_general(m));
        self.worlds.iter().find_map(|world| match *world {
            "sport" if game => Some("a text about sport"),
            "fiction" => Some("a text about fiction"),
            "sketches" => Some("a sketch of politics"),
            "drills" => Some("a text about a drill"),
            "insects" if game || beheaded => Some("a text about insects"),
            "animals" if game || beheaded => Some("a text about animals"),
            "industrial" if blast => Some("a text about an accident at work"),
            "natural-poisons" if poison => Some("a text about poisons that nobody gave"),
            _ => None,
        })
    }
}
