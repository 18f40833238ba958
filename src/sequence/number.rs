//! Numbers in patterns: their bounds, and the kinds that tell quickly which of them a sentence can match.

/// Bounds of a number; `ending` is empty, `th` (any ordinal ending) or `s`.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// Smallest.
    pub min: u64,
    /// Largest.
    pub max: u64,
    /// Ending that the token must have.
    pub ending: &'static str,
    /// Digits the token must have; 0 any.
    pub digits: u8,
}

/// A set of kinds: a range of values with an ending, or a token with digits that is no plain figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NumberKinds(u16);

/// First and last value of each range: days, other small numbers, hundreds, years, the rest.
const RANGES: [(u64, u64); 5] = [(0, 31), (32, 99), (100, 999), (1000, 2199), (2200, u64::MAX)];

/// Endings that patterns know.
const ENDINGS: [&str; 3] = ["", "th", "s"];

impl NumberKinds {
    /// Tokens that no bounds fit: "10:35", "5kg".
    pub const OTHER: NumberKinds = NumberKinds(1 << 15);

    /// The kind of a folded token; none when it does not begin with a digit.
    pub fn of(norm: &str) -> Self {
        if !norm.starts_with(|c: char| c.is_ascii_digit()) {
            return NumberKinds::default();
        }
        let (figure, ending) = parts(norm);
        match value(figure) {
            Some(value) if ENDINGS.contains(&ending) => NumberKinds::within(value, value, ending),
            _ => NumberKinds::OTHER,
        }
    }

    fn within(min: u64, max: u64, ending: &str) -> Self {
        let ending = ENDINGS.iter().position(|e| *e == ending).unwrap_or(0);
        let ranges = RANGES.iter().enumerate().filter(|(_, range)| range.0 <= max && min <= range.1);
        NumberKinds(ranges.fold(0, |bits, (n, _)| bits | 1 << (ending * RANGES.len() + n)))
    }

    /// What is in either set.
    pub fn or(self, other: NumberKinds) -> Self {
        NumberKinds(self.0 | other.0)
    }

    /// The kinds, a bit each.
    pub fn bits(self) -> u16 {
        self.0
    }

    /// Whether both share a kind.
    pub fn meets(self, other: NumberKinds) -> bool {
        self.0 & other.0 != 0
    }

    /// No kind at all.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl Number {
    /// True for a folded number token within the bounds and with the ending.
    pub fn fits(&self, norm: &str) -> bool {
        let (figure, ending) = parts(norm);
        let digits_fit = self.digits == 0 || figure.len() == self.digits as usize;
        ending == self.ending && digits_fit && value(figure).is_some_and(|v| (self.min..=self.max).contains(&v))
    }

    /// The kinds of the tokens that can fit.
    pub fn kinds(&self) -> NumberKinds {
        NumberKinds::within(self.min, self.max, self.ending)
    }
}

/// The figure and its ending, `th` for all ordinal endings.
fn parts(norm: &str) -> (&str, &str) {
    let digits = norm.bytes().take_while(|b| b.is_ascii_digit() || *b == b',').count();
    let (figure, ending) = norm.split_at(digits);
    (figure, if matches!(ending, "st" | "nd" | "rd") { "th" } else { ending })
}

/// The number that digits and commas write.
fn value(figure: &str) -> Option<u64> {
    let mut digits = figure.bytes().filter(|b| *b != b',').map(|b| u64::from(b - b'0')).peekable();
    digits.peek()?;
    digits.try_fold(0u64, |value, digit| value.checked_mul(10)?.checked_add(digit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_is_of_a_kind_that_fits() {
        let number = |min, max, ending| Number { min, max, ending, digits: 0 };
        let all = [number(1, 31, ""), number(1, 31, "th"), number(1500, 2059, ""), number(0, u64::MAX, "s")];
        for norm in ["5", "21st", "1990", "1990s", "1,500", "007", "10:35", "99999999999999999999999", ",", "x"] {
            let kinds = NumberKinds::of(norm);
            assert!(all.iter().all(|n| !n.fits(norm) || n.kinds().meets(kinds)), "{norm}");
        }
        assert!(!number(1500, 2059, "").kinds().meets(NumberKinds::of("12")));
        assert_eq!(NumberKinds::of("10:35"), NumberKinds::OTHER);
        assert!(NumberKinds::of("may").is_empty());
    }
}
