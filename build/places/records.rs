//! Rows of the four tables -> records and the names that lead to them.

use super::Row;
use super::key::key;
use super::layout::{Form, KINDS, RECORD, WIDTHS, pack_degrees, pack_population, pack_record};
use super::strings::Names;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Country, first-order and second-order division, each counted from 1; 0 none.
pub type Unit = (u8, u16, u16);

/// Aliases that begin like this are the plain name with its kind, which the program reads by itself.
const GENERIC: [&str; 7] =
    ["city of ", "town of ", "state of ", "county of ", "province of ", "department of ", "municipality of "];

/// One place.
struct Record {
    id: u32,
    name: String,
    lat: f64,
    lon: f64,
    population: u64,
    kind: u8,
    country: String,
    admin1: String,
    admin2: String,
}

/// All places, in the order of their rows: places.tsv line by line, then countries.tsv, then regions.tsv.
#[derive(Default)]
pub struct Gazetteer {
    records: Vec<Record>,
    by_id: HashMap<u32, u32>,
    names: Vec<(String, u32, Form)>,
    countries: BTreeMap<String, u32>,
    countries_from: u32,
    regions_from: u32,
    admin1: BTreeMap<(String, String), u32>,
    admin2: BTreeMap<(String, String, String), u32>,
}

impl Gazetteer {
    fn push(&mut self, row: &Row, kind: &str) -> u32 {
        let number = |column: &str| row.get(column).parse().unwrap_or(0.0);
        let record = Record {
            id: row.get("geonames_id").parse().unwrap_or(0),
            name: row.get("name").to_string(),
            lat: number("lat"),
            lon: number("lon"),
            population: row.get("population").parse().unwrap_or(0),
            kind: KINDS.iter().position(|k| *k == kind).unwrap_or(5) as u8,
            country: row
                .get(if kind == "country" && !row.get("iso2").is_empty() { "iso2" } else { "country" })
                .to_string(),
            admin1: row.get("admin1").to_string(),
            admin2: row.get("admin2").to_string(),
        };
        self.records.push(record);
        self.records.len() as u32 - 1
    }

    fn name(&mut self, text: &str, record: u32, form: Form) {
        let key = key(text);
        let descriptive = form == Form::Alias && GENERIC.iter().any(|start| key.starts_with(start));
        if key.is_empty() || key.len() > 80 || text.contains('(') || descriptive {
            return;
        }
        if key.contains('\'') && !key.contains("'s") {
            self.names.push((key.replace('\'', ""), record, form));
        }
        self.names.push((key, record, form));
    }

    /// Towns, seats and divisions; country rows give only records, their names come from countries.tsv.
    pub fn add_places(&mut self, rows: &[Row]) {
        for row in rows {
            let kind = row.get("kind");
            let record = self.push(row, kind);
            self.by_id.insert(self.records[record as usize].id, record);
            let (country, one, two) = (row.get("country"), row.get("admin1"), row.get("admin2"));
            match kind {
                "country" => continue,
                "admin1" => drop(self.admin1.insert((country.into(), one.into()), record)),
                "admin2" => drop(self.admin2.insert((country.into(), one.into(), two.into()), record)),
                _ => {}
            }
            self.name(row.get("name"), record, Form::Name);
            row.list("aliases").for_each(|alias| self.name(alias, record, Form::Alias));
        }
    }

    /// Countries with all their names and demonyms.
    pub fn add_countries(&mut self, rows: &[Row]) {
        self.countries_from = self.records.len() as u32;
        for row in rows {
            let record = self.push(row, "country");
            self.countries.insert(row.get("iso2").to_string(), record);
            self.name(row.get("name"), record, Form::Name);
            for alias in row.list("aliases") {
                self.name(alias, record, if abbreviated(alias) { Form::Abbreviation } else { Form::Alias });
            }
            row.list("former").for_each(|former| self.name(former, record, Form::Former));
            row.list("demonyms").for_each(|demonym| self.name(demonym, record, Form::Demonym));
        }
    }

    /// Regions; one that is a division of places.tsv lends it its names.
    pub fn add_regions(&mut self, rows: &[Row]) {
        self.regions_from = self.records.len() as u32;
        for row in rows {
            let own = self.push(row, "region");
            let record = self.twin(own).unwrap_or(own);
            self.name(row.get("name"), record, if record == own { Form::Name } else { Form::Alias });
            for alias in row.list("aliases") {
                self.name(alias, record, if abbreviated(alias) { Form::Abbreviation } else { Form::Alias });
            }
            row.list("demonyms").for_each(|demonym| self.name(demonym, record, Form::Demonym));
        }
    }

    /// The division of places.tsv that is the same place as a region.
    fn twin(&self, own: u32) -> Option<u32> {
        let region = &self.records[own as usize];
        if let Some(same) = self.by_id.get(&region.id).filter(|_| region.id != 0) {
            return Some(*same);
        }
        let folded = key(&region.name);
        let divisions = self.admin1.iter().filter(|((country, _), _)| *country == region.country);
        divisions.map(|(_, n)| *n).find(|n| key(&self.records[*n as usize].name) == folded)
    }

    /// Abbreviations of states and provinces.
    pub fn add_states(&mut self, rows: &[Row]) {
        for row in rows {
            let division = self.admin1.get(&(row.get("country").to_string(), row.get("admin1").to_string()));
            let Some(record) = division.or(self.countries.get(row.get("country"))).copied() else { continue };
            let (name, ap, postal) = (row.get("name"), row.get("ap"), row.get("postal"));
            self.name(name, record, Form::Alias);
            if ap != name {
                self.name(ap, record, Form::Abbreviation);
            }
            self.name(postal, record, Form::Postal);
        }
    }

    /// Key -> its readings.
    pub fn keys(&mut self) -> BTreeMap<String, Vec<(u32, Form)>> {
        let mut keys: BTreeMap<String, Vec<(u32, Form)>> = BTreeMap::new();
        for (key, record, form) in std::mem::take(&mut self.names) {
            keys.entry(key).or_default().push((record, form));
        }
        keys.values_mut().for_each(|readings| readings.sort_by_key(|r| (r.0, r.1 as u8)));
        keys
    }

    /// Countries before divisions before towns, then by population.
    pub fn rank(&self, record: u32) -> (u8, u64) {
        let record = &self.records[record as usize];
        (u8::from(record.kind == 0), record.population)
    }

    /// The names of all records.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.records.iter().map(|r| r.name.as_str())
    }

    /// Country and divisions of every record, counted from 1.
    fn places_of(&self) -> Vec<Unit> {
        let iso: HashMap<_, _> = self.countries.keys().zip(1..).collect();
        let one: HashMap<_, _> = self.admin1.keys().cloned().zip(1..).collect();
        let two: HashMap<_, _> = self.admin2.keys().cloned().zip(1..).collect();
        let unit = |r: &Record| {
            let first = (r.country.clone(), r.admin1.clone());
            let second = (r.country.clone(), r.admin1.clone(), r.admin2.clone());
            let at = |n: Option<&u16>| n.copied().unwrap_or(0);
            (iso.get(&r.country).copied().unwrap_or(0), at(one.get(&first)), at(two.get(&second)))
        };
        self.records.iter().map(unit).collect()
    }

    /// All units that occur, sorted.
    pub fn units(&self) -> Vec<Unit> {
        let units: BTreeSet<Unit> = self.places_of().into_iter().collect();
        assert!(units.len() < 1 << 16, "more units than a record has numbers");
        units.into_iter().collect()
    }

    /// Records.
    pub fn encode(&self, names: &Names, units: &[Unit]) -> Vec<u8> {
        assert!(self.records.len() < 1 << 18, "more records than a posting has numbers");
        let mut out = Vec::with_capacity(self.records.len() * RECORD);
        for (r, unit) in self.records.iter().zip(self.places_of()) {
            let unit = units.binary_search(&unit).expect("all units are listed") as u32;
            let (lat, lon) = (pack_degrees(r.lat, 90.0), pack_degrees(r.lon, 180.0));
            let population = pack_population(r.population);
            let fields = [r.id, names.number(&r.name), lat, lon, population, r.kind.into(), unit];
            assert!(fields.iter().zip(WIDTHS).all(|(f, w)| *f < 1 << w), "{} does not fit", r.name);
            out.extend(&pack_record(fields).to_le_bytes()[..RECORD]);
        }
        out
    }

    /// Record numbers of first-order divisions.
    pub fn encode_divisions(&self) -> Vec<u8> {
        self.admin1.values().flat_map(|n| n.to_le_bytes()).collect()
    }

    /// Where the records of countries.tsv and regions.tsv begin, then two letters and the record number of each country.
    pub fn encode_countries(&self) -> Vec<u8> {
        let row = |(iso, n): (&String, &u32)| iso.bytes().chain(n.to_le_bytes()).collect::<Vec<u8>>();
        let starts = [self.countries_from, self.regions_from];
        starts.iter().flat_map(|n| n.to_le_bytes()).chain(self.countries.iter().flat_map(row)).collect()
    }
}

/// Five bytes each.
pub fn encode_units(units: &[Unit]) -> Vec<u8> {
    let bytes =
        |(country, one, two): &Unit| [vec![*country], one.to_le_bytes().into(), two.to_le_bytes().into()].concat();
    units.iter().flat_map(bytes).collect()
}

/// "U.S.", "UK", "UAE".
fn abbreviated(name: &str) -> bool {
    let name = name.strip_prefix("the ").unwrap_or(name);
    name.contains('.') || (name.len() <= 4 && name.chars().all(char::is_uppercase))
}
