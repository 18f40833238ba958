//! The bytes of the compiled gazetteer, shared by the build script, which writes them, and the program, which reads them.
//!
//! Index value: offset of the first posting (bits 0..24), number of postings (24..32), the name's strength as a given name
//! (32..36) and as a surname (36..40). Posting: record number (bits 0..24), [`Form`] (24..32).
//! Record, 22 bytes, little endian: GeoNames id 4, name offset 3 and length 1, latitude 3, longitude 3,
//! population 2 (three digits and an exponent), country 1, first-order division 2, second-order division 2, kind 1.
//! Country and division are indices, counted from 1 (0: none), into the tables of record numbers.

/// Bytes of one record.
pub const RECORD: usize = 22;

/// Kinds, by their code.
pub const KINDS: [&str; 8] = ["country", "admin1", "admin2", "capital", "seat", "town", "region", "facility"];

/// How a key names its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Form {
    /// The preferred name.
    Name = 0,
    /// Another name.
    Alias = 1,
    /// Inhabitants or adjective.
    Demonym = 2,
    /// Abbreviation with stops, or of a country ("Calif.", "U.S.").
    Abbreviation = 3,
    /// Two or three bare capitals ("CA", "NSW").
    Postal = 4,
    /// A former name or state.
    Former = 5,
}

impl Form {
    /// The form of a code.
    pub fn from_code(code: u8) -> Form {
        match code {
            0 => Form::Name,
            1 => Form::Alias,
            2 => Form::Demonym,
            3 => Form::Abbreviation,
            4 => Form::Postal,
            _ => Form::Former,
        }
    }
}

/// Packs an index value.
pub fn index_value(offset: u64, count: u64, person: u64) -> u64 {
    offset | count.min(255) << 24 | (person & 0xff) << 32
}

/// Packs a posting.
pub fn posting(record: u32, form: Form) -> u32 {
    record | u32::from(form as u8) << 24
}

/// A latitude (`whole` 180) or longitude (360) in 24 bits, about two metres.
pub fn pack_degrees(degrees: f64, whole: f64) -> u32 {
    let share = (degrees / whole + 0.5).clamp(0.0, 1.0);
    (share * f64::from(0x00ff_ffffu32)).round() as u32
}

/// The inverse of [`pack_degrees`], rounded to five places.
pub fn unpack_degrees(packed: u32, whole: f64) -> f64 {
    let degrees = (f64::from(packed) / f64::from(0x00ff_ffffu32) - 0.5) * whole;
    (degrees * 1e5).round() / 1e5
}

/// A population as three digits and a power of ten.
pub fn pack_population(population: u64) -> u16 {
    let (mut digits, mut exponent) = (population, 0u16);
    while digits > 999 {
        digits = (digits + 5) / 10;
        exponent += 1;
    }
    digits as u16 | exponent << 10
}

/// The inverse of [`pack_population`].
pub fn unpack_population(packed: u16) -> u32 {
    let power = 10u64.saturating_pow(u32::from(packed >> 10).min(7));
    u32::try_from(u64::from(packed & 0x3ff) * power).unwrap_or(u32::MAX)
}
