//! The one division of a country that an article speaks of: a local paper speaks of its own state.
//!
//! Input: the mentions, read once; output: for each country the division in which all lies that the article names of it.

use crate::frames::people::argument::Reader;
use crate::incidents::sites::nation;
use crate::mentions::{Mention, Place};
use std::collections::BTreeMap;

/// Mentions from which an article that names one division of its country speaks of that division.
const OFTEN: usize = 2;

/// See the module.
pub struct Divisions<'a> {
    /// Of each country, by its code.
    of: BTreeMap<&'a str, &'a Place>,
    /// A mention of the country that the article speaks of most.
    main: Option<&'a Mention>,
}

impl<'a> Divisions<'a> {
    /// Of an article. A capital says nothing of its division.
    pub fn find(read: Reader<'a>) -> Self {
        let mut named: BTreeMap<&str, Vec<(&Mention, &Place)>> = BTreeMap::new();
        for mention in read.mentions {
            let place = mention.place().and_then(|p| p.place.as_ref());
            if let Some((place, country)) = place.and_then(|p| Some((p, p.country.as_deref()?))) {
                named.entry(country).or_default().push((mention, place));
            }
        }
        let of = named.into_iter().filter_map(|(country, places)| Some((country, whole(&places)?))).collect();
        let main = nation::main_country(read).and_then(|(at, _)| read.mentions.get(at));
        Divisions { of, main }
    }

    /// The division of the country in which a mentioned place lies.
    pub fn around(&self, mention: &Mention) -> Option<&'a Place> {
        self.of.get(mention.place()?.place.as_ref()?.country.as_deref()?).copied()
    }

    /// The division of the article's country, with the mention of that country.
    pub fn main(&self) -> Option<(&'a Mention, &'a Place)> {
        let mention = self.main?;
        Some((mention, self.around(mention)?))
    }
}

fn whole<'a>(places: &[(&Mention, &'a Place)]) -> Option<&'a Place> {
    let division = places.iter().find(|(_, p)| p.kind == "admin1").map(|(_, p)| *p)?;
    let within = |(m, p): &(&Mention, &Place)| p.admin1 == division.admin1 && !m.is_capital();
    (places.len() >= OFTEN && places.iter().all(within)).then_some(division)
}
