//! Number words and figures -> numbers. "twenty-five", "nineteen ninety-six", "two thousand", "1,500", "21st".

/// The leading figure of a folded token ("1,500", "21st", "1990s").
pub fn figure(norm: &str) -> Option<i64> {
    let end = norm.find(|c: char| !c.is_ascii_digit() && c != ',').unwrap_or(norm.len());
    norm.get(..end)?.replace(',', "").parse().ok()
}

/// A quantity from the values of its words: 20 5 -> 25, 2 100 -> 200, 3 1000 -> 3000.
pub fn quantity(values: &[i64]) -> Option<i64> {
    let (mut total, mut current) = (0i64, 0i64);
    for &v in values {
        match v {
            1000 => {
                total = total.checked_add(current.max(1).checked_mul(1000)?)?;
                current = 0;
            }
            100 => current = current.max(1).checked_mul(100)?,
            12 if current > 0 && values.last() == Some(&12) => current = current.checked_mul(12)?,
            _ => current = current.checked_add(v)?,
        }
    }
    (!values.is_empty()).then_some(total + current)
}

/// A year from the values of its words: 19 90 6 -> 1996, 2 1000 -> 2000, 20 10 -> 2010.
pub fn year(values: &[i64]) -> Option<i16> {
    let year = match values {
        [first @ 10..=20, rest @ ..] if rest.first().is_some_and(|r| (10..100).contains(r)) => {
            first * 100 + quantity(rest)?
        }
        [first @ 10..=20, 100, rest @ ..] => first * 100 + if rest.is_empty() { 0 } else { quantity(rest)? },
        _ => quantity(values)?,
    };
    i16::try_from(year).ok().filter(|y| (1000..2200).contains(y))
}

/// The year that two digits mean in news: 30 to 99 are of the twentieth century.
pub fn short_year(two: i64) -> Option<i16> {
    match two {
        0..=29 => i16::try_from(2000 + two).ok(),
        30..=99 => i16::try_from(1900 + two).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words() {
        assert_eq!(quantity(&[20, 5]), Some(25));
        assert_eq!(quantity(&[2, 100, 50]), Some(250));
        assert_eq!(quantity(&[3, 1000]), Some(3000));
        assert_eq!(quantity(&[]), None);
        assert_eq!(year(&[19, 90, 6]), Some(1996));
        assert_eq!(year(&[2, 1000, 4]), Some(2004));
        assert_eq!(year(&[19]), None);
        assert_eq!(figure("1,500"), Some(1500));
        assert_eq!(figure("21st"), Some(21));
        assert_eq!(figure("may"), None);
    }
}
