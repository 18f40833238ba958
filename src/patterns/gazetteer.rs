//! The place gazetteer: names -> records, used in place from the compiled tables; opening it costs nothing.
//!
//! Input of a search: folded tokens. Output: record numbers with the form under which the name leads to them.

pub mod layout;
mod strings;

use crate::mentions::{Place, Source};
use fst::raw::{CompiledAddr, Fst};
pub use layout::Form;
use layout::{KINDS, POSTING, RECORD, UNIT, unpack_degrees, unpack_population, unpack_posting, unpack_record};
use std::collections::BTreeMap;
use std::sync::LazyLock;

static INDEX: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/places.fst"));
static POSTINGS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/places.post"));
static RECORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/places.rec"));
static STRINGS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/places.str"));
static UNITS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/places.unit"));
static DIVISIONS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/places.adm"));
static COUNTRIES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/places.iso"));
static FST: LazyLock<Option<Fst<&'static [u8]>>> = LazyLock::new(|| Fst::new(INDEX).ok());

/// More readings than any name has.
const MOST: usize = 255;
/// Bytes of one country row.
const COUNTRY: usize = 6;

/// A name found in the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name(u64);

impl Name {
    /// All readings, most prominent first.
    pub fn readings(self) -> impl Iterator<Item = (u32, Form)> {
        let mut more = true;
        let all = (self.0 as usize..).map(|n| unpack_posting(u24_at(POSTINGS, n * POSTING)));
        let own = all.take_while(move |(_, _, last)| std::mem::replace(&mut more, !last));
        own.take(MOST).map(|(record, form, _)| (record, form))
    }
}

/// A position in the index while a name is spelled out.
#[derive(Clone, Copy)]
pub struct Walk {
    node: CompiledAddr,
    output: u64,
    started: bool,
}

impl Walk {
    /// Before the first word.
    pub fn new() -> Option<Walk> {
        Some(Walk { node: FST.as_ref()?.root().addr(), output: 0, started: false })
    }

    /// After one more folded word; `None` when no name goes on like this. "U.S" without its last stop counts as "U.S.".
    pub fn word(self, word: &str) -> Option<Walk> {
        let lacks_stop = word.contains('.') && !word.ends_with('.');
        let stopped = if lacks_stop { self.spelled(&format!("{word}.")) } else { None };
        stopped.or_else(|| self.spelled(word))
    }

    fn spelled(mut self, word: &str) -> Option<Walk> {
        let fst = FST.as_ref()?;
        let space: &[u8] = if self.started { b" " } else { b"" };
        for byte in space.iter().chain(word.as_bytes()) {
            let node = fst.node(self.node);
            let step = node.transition(node.find_input(*byte)?);
            self.output += step.out.value();
            self.node = step.addr;
        }
        self.started = true;
        Some(self)
    }

    /// The name that ends here.
    pub fn name(self) -> Option<Name> {
        let node = FST.as_ref()?.node(self.node);
        node.is_final().then(|| Name(self.output + node.final_output().value()))
    }
}

/// The name with exactly these folded words.
pub fn name<'w>(words: impl IntoIterator<Item = &'w str>) -> Option<Name> {
    let mut walk = Walk::new()?;
    for word in words {
        walk = walk.word(word)?;
    }
    walk.name()
}

/// One decoded record.
#[derive(Clone, Copy, Debug)]
pub struct Record {
    /// Its number.
    pub number: u32,
    /// GeoNames id; 0 none.
    pub id: u32,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// Inhabitants, three digits.
    pub population: u32,
    /// Country, counted from 1; 0 none.
    pub country: u8,
    /// First-order division, counted from 1; 0 none.
    pub admin1: u16,
    /// Second-order division, counted from 1; 0 none.
    pub admin2: u16,
    /// Index into [`KINDS`].
    pub kind: u8,
    name: u32,
}

impl Record {
    /// `country`, `admin1`, `town`, ...
    pub fn kind(&self) -> &'static str {
        KINDS.get(self.kind as usize).copied().unwrap_or("town")
    }

    /// The preferred name.
    pub fn name(&self) -> String {
        strings::name(STRINGS, self.name)
    }

    /// Two letters of its country.
    pub fn iso(&self) -> Option<&'static str> {
        let from = 8 + (self.country as usize).checked_sub(1)? * COUNTRY;
        std::str::from_utf8(COUNTRIES.get(from..from + 2)?).ok()
    }

    /// The record of its first-order division.
    pub fn admin1_record(&self) -> Option<Record> {
        let at = usize::from(self.admin1).checked_sub(1)? * 4;
        record(u32_at(DIVISIONS, at))
    }

    /// As a mention's value.
    pub fn place(&self) -> Place {
        Place {
            name: self.name(),
            geonames_id: (self.id != 0).then_some(self.id),
            lat: Some(self.lat),
            lon: Some(self.lon),
            country: self.iso().map(str::to_string),
            admin1: self.admin1_record().map(|r| r.name()),
            kind: self.kind(),
            population: self.population,
        }
    }

    /// The table row that it was compiled from.
    pub fn source(&self) -> Source {
        let (countries, regions) = (u32_at(COUNTRIES, 0), u32_at(COUNTRIES, 4));
        match self.number {
            n if n < countries => Source::Table("patterns/world/places.tsv", n + 2),
            n if n < regions => Source::Table("patterns/world/countries.tsv", n - countries + 2),
            n => Source::Table("patterns/world/regions.tsv", n - regions + 2),
        }
    }
}

/// A record by number.
pub fn record(number: u32) -> Option<Record> {
    let at = number as usize * RECORD;
    let mut bytes = [0; 16];
    bytes[..RECORD].copy_from_slice(RECORDS.get(at..at + RECORD)?);
    let [id, name, lat, lon, population, kind, unit] = unpack_record(u128::from_le_bytes(bytes));
    let unit = unit as usize * UNIT;
    Some(Record {
        number,
        id,
        lat: unpack_degrees(lat, 90.0),
        lon: unpack_degrees(lon, 180.0),
        population: unpack_population(population),
        country: *UNITS.get(unit)?,
        admin1: u16_at(UNITS, unit + 1),
        admin2: u16_at(UNITS, unit + 3),
        kind: kind as u8,
        name,
    })
}

/// The name written in a text of its own.
pub fn named(text: &str) -> Option<Name> {
    let words = crate::patterns::lexicon::phrase_words(text);
    name(words.iter().map(String::as_str).filter(|w| *w != "."))
}

/// The country that a name, abbreviation or demonym stands for ("Russian", "U.K.", "Chechen"): ISO 3166, two letters.
pub fn country_of(text: &str) -> Option<&'static str> {
    let readings: Vec<_> = named(text)?.readings().collect();
    let country = |(n, _): &(u32, Form)| record(*n).filter(|r| r.kind == 0);
    let demonym = |(n, form): &(u32, Form)| (*form == Form::Demonym).then(|| record(*n)).flatten();
    readings.iter().find_map(country).or_else(|| readings.iter().find_map(demonym))?.iso()
}

/// The country with these two letters.
pub fn country(iso: &str) -> Option<Place> {
    let (rows, _) = COUNTRIES.get(8..)?.as_chunks::<COUNTRY>();
    let row = rows.binary_search_by(|row| row[..2].cmp(iso.as_bytes())).ok()?;
    record(u32_at(COUNTRIES, 8 + row * COUNTRY + 2)).map(|r| r.place())
}

static CAPITALS: LazyLock<BTreeMap<&'static str, u32>> = LazyLock::new(|| {
    let capitals = (0..u32_at(COUNTRIES, 0)).filter_map(record).filter(|r| r.kind() == "capital");
    capitals.filter_map(|r| Some((r.iso()?, r.number))).collect()
});

/// The seat of government of the country with these two letters.
pub fn capital(iso: &str) -> Option<Place> {
    record(*CAPITALS.get(iso)?).map(|r| r.place())
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    bytes.get(at..at + 2).map_or(0, |b| u16::from_le_bytes([b[0], b[1]]))
}

fn u24_at(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 3).map_or(0, |b| u32::from_le_bytes([b[0], b[1], b[2], 0]))
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).map_or(0, |b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(text: &str) -> Option<Record> {
        named(text)?.readings().next().and_then(|(n, _)| record(n))
    }

    #[test]
    fn names_of_all_kinds_are_found() {
        for (text, iso) in [
            ("Guinea-Bissau", "GW"),
            ("St. Petersburg", "RU"),
            ("Côte d'Ivoire", "CI"),
            ("N'Djamena", "TD"),
            ("U.S.", "US"),
            ("Tegucigalpa", "HN"),
            ("Kyiv", "UA"),
            ("Calif.", "US"),
            ("Puyallup", "US"),
        ] {
            assert_eq!(best(text).and_then(|r| r.iso()), Some(iso), "{text}");
        }
    }

    #[test]
    fn the_lists_stay_small() {
        let places = [INDEX, POSTINGS, RECORDS, STRINGS, UNITS, DIVISIONS, COUNTRIES];
        assert!(places.iter().map(|table| table.len()).sum::<usize>() < 8_000_000);
    }

    #[test]
    fn demonyms_give_countries() {
        assert_eq!(country_of("Russian"), Some("RU"));
        assert_eq!(country_of("Chechens"), Some("RU"));
        assert_eq!(country_of("the U.K."), None);
        assert_eq!(country_of("gibberish"), None);
    }

    #[test]
    fn a_record_cites_its_row() {
        let Some(Source::Table(path, line)) = best("Honduras").map(|r| r.source()) else { panic!("Honduras") };
        let table = std::fs::read_to_string(path).unwrap();
        assert!(table.lines().nth(line as usize - 1).unwrap().contains("Honduras"));
    }
}
