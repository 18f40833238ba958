//! Incident -> what it is compared by across articles.

use super::names::Name;
use crate::frames::Status;
use crate::incidents::{Incident, Party};
use crate::ingest::Article;
use crate::patterns::Patterns;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// The comparable facts of one candidate.
#[derive(Clone, Debug)]
pub struct Profile {
    /// Named victims.
    pub(super) victims: Vec<Name>,
    /// Named perpetrators.
    pub(super) perpetrators: Vec<Name>,
    /// Method codes.
    pub(super) methods: BTreeSet<String>,
    /// Those that say no more than their family.
    pub(super) general: BTreeSet<String>,
    /// Families of the methods.
    pub(super) families: BTreeSet<String>,
    /// First and last possible day.
    pub(super) days: Option<(Date, Date)>,
    /// ISO codes.
    pub(super) countries: BTreeSet<String>,
    /// Places below the first-order division, by GeoNames id with their names.
    pub(super) towns: BTreeSet<(u32, String)>,
    /// Threatened or planned: it has not happened.
    pub(super) ahead: bool,
    /// Somebody died.
    pub(super) fatal: Option<bool>,
    /// Number killed.
    pub(super) killed: Option<u32>,
    /// It was known on this day.
    pub(super) known_by: Option<Date>,
    signature: String,
}

impl Profile {
    /// The profile of an incident of `article`.
    pub fn new(incident: &Incident, article: &Article, patterns: &Patterns) -> Self {
        let mut profile = Profile {
            victims: names(&incident.victims, patterns),
            perpetrators: names(&incident.perpetrators, patterns),
            methods: incident.methods.iter().cloned().collect(),
            general: incident.methods.iter().filter(|m| patterns.linking.is_general(m)).cloned().collect(),
            families: families(&incident.methods, patterns),
            days: incident.date.as_ref().and_then(|when| when.value.interval),
            countries: BTreeSet::new(),
            towns: BTreeSet::new(),
            ahead: matches!(incident.status, Status::Threatened | Status::Planned),
            fatal: incident.fatal,
            killed: incident.killed,
            known_by: article.published.as_ref().map(|p| p.date),
            signature: String::new(),
        };
        profile.add_places(incident);
        profile.signature = profile.sign();
        profile
    }

    fn add_places(&mut self, incident: &Incident) {
        for place in incident.places.iter().filter_map(|site| site.place.as_ref()) {
            self.countries.extend(place.country.clone());
            let wide = matches!(place.kind, "country" | "admin1" | "region");
            if let (Some(id), false) = (place.geonames_id, wide) {
                self.towns.insert((id, place.name.clone()));
            }
        }
    }

    /// Equal for candidates that say exactly the same.
    pub(super) fn signature(&self) -> &str {
        &self.signature
    }

    fn sign(&self) -> String {
        let folded = |names: &[Name]| {
            let mut all: Vec<_> = names.iter().map(|n| crate::document::fold::fold(&n.text)).collect();
            all.sort();
            all
        };
        let who = (folded(&self.victims), folded(&self.perpetrators));
        let what = (&self.methods, self.ahead, self.fatal, self.killed);
        format!("{who:?} {what:?} {:?} {:?} {:?} {:?}", self.days, self.countries, self.towns, self.known_by)
    }

    /// Number of possible days.
    pub(super) fn width(&self) -> Option<i32> {
        let (from, to) = self.days?;
        Some((to - from).get_days() + 1)
    }
}

fn names(parties: &[Party], patterns: &Patterns) -> Vec<Name> {
    let named = parties.iter().filter_map(|p| p.name.as_deref());
    named.map(|name| Name::new(name, patterns)).filter(|n| !n.parts.is_empty()).collect()
}

fn families(methods: &[String], patterns: &Patterns) -> BTreeSet<String> {
    methods.iter().flat_map(|m| patterns.linking.families(m)).map(str::to_string).collect()
}
