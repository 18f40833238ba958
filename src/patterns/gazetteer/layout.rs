//! The bytes of the compiled gazetteer, shared by the build script, which writes them, and the program, which reads them.
//!
//! Index value: number of the name's first posting. Posting, 3 bytes: record number (18 bits), [`Form`] (3), whether it is the
//! name's last (1). Record, 15 bytes: the fields of [`Packed`] one after the other, from the lowest bit, as wide as [`WIDTHS`].
//! Units, 5 bytes: country 1, first-order division 2, second-order division 2. Country and division are indices, counted from 1
//! (0: none), into the tables of record numbers. All numbers are little endian.
//! Names, sorted: the offsets of the blocks, 3 bytes each; then blocks of [`BLOCK`] names, of which each begins with a byte: how
//! many bytes it shares with the one before it (4 bits), how many of its own follow (4 bits; 15: the next byte says).

/// Bytes of one posting.
pub const POSTING: usize = 3;
/// Bytes of one record.
pub const RECORD: usize = 15;
/// Bytes of one unit.
pub const UNIT: usize = 5;
/// Names of one block.
pub const BLOCK: usize = 32;

/// Bits of the fields of [`Packed`]: id, name, latitude, longitude, population, kind, unit.
pub const WIDTHS: [u32; 7] = [24, 18, 21, 22, 13, 3, 16];

/// What a record holds: GeoNames id, number of the name, latitude, longitude, population (three digits and an exponent),
/// index into [`KINDS`], number of the unit.
pub type Packed = [u32; 7];

/// A record's bits.
pub fn pack_record(fields: Packed) -> u128 {
    let all = fields.iter().zip(WIDTHS).rev();
    all.fold(0, |bits, (field, width)| bits << width | u128::from(*field) & ((1 << width) - 1))
}

/// The inverse of [`pack_record`].
pub fn unpack_record(mut bits: u128) -> Packed {
    WIDTHS.map(|width| {
        let field = (bits & ((1 << width) - 1)) as u32;
        bits >>= width;
        field
    })
}

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

/// Packs a posting.
pub fn posting(record: u32, form: Form, last: bool) -> u32 {
    record | u32::from(form as u8) << 18 | u32::from(last) << 21
}

/// The inverse of [`posting`].
pub fn unpack_posting(packed: u32) -> (u32, Form, bool) {
    (packed & 0x3_ffff, Form::from_code((packed >> 18 & 7) as u8), packed >> 21 & 1 == 1)
}

/// A latitude (`most` 90) or longitude (180) in steps of 0.0001 degrees, about ten metres.
pub fn pack_degrees(degrees: f64, most: f64) -> u32 {
    ((degrees.clamp(-most, most) + most) * 1e4).round() as u32
}

/// The inverse of [`pack_degrees`].
pub fn unpack_degrees(packed: u32, most: f64) -> f64 {
    (f64::from(packed) - most * 1e4).round() / 1e4
}

/// A population as three digits and a power of ten.
pub fn pack_population(population: u64) -> u32 {
    let (mut digits, mut exponent) = (population, 0u32);
    while digits > 999 {
        digits = (digits + 5) / 10;
        exponent += 1;
    }
    digits as u32 | exponent << 10
}

/// The inverse of [`pack_population`].
pub fn unpack_population(packed: u32) -> u32 {
    let power = 10u64.saturating_pow((packed >> 10).min(7));
    u32::try_from(u64::from(packed & 0x3ff) * power).unwrap_or(u32::MAX)
}
