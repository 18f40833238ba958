//! ASCII text read eight bytes at a time: how far a word reaches, and the number of its folded form.

use super::word::{Word, mix};

/// One in each byte.
const EACH: u64 = 0x0101_0101_0101_0101;
/// The highest bit of each byte.
const HIGH: u64 = EACH * 0x80;

/// How many capitals and then how many small letters stand at the start of the bytes.
pub fn letters(bytes: &[u8]) -> (usize, usize) {
    let first = bytes.first().is_some_and(u8::is_ascii_uppercase);
    let capitals = if first { run(bytes, b'A', b'Z') } else { 0 };
    (capitals, run(bytes.get(capitals..).unwrap_or_default(), b'a', b'z'))
}

/// How many of the first bytes lie between the two.
fn run(mut bytes: &[u8], from: u8, to: u8) -> usize {
    let mut len = 0;
    loop {
        let others = !within(eight(bytes), from, to) & HIGH;
        if others != 0 {
            return len + others.trailing_zeros() as usize / 8;
        }
        len += 8;
        bytes = bytes.get(8..).unwrap_or_default();
    }
}

/// The number of the folded form of the first `len` of these bytes, and whether they are folded already; `None` when
/// they are not all ASCII. What follows them is looked at only to read eight bytes at once.
pub fn word(mut bytes: &[u8], len: usize) -> Option<(Word, bool)> {
    let (mut mixed, mut left, mut folded) = (0u64, len, true);
    while left > 0 {
        let part = eight(bytes) & (u64::MAX >> (64 - 8 * left.min(8)));
        if part & HIGH != 0 {
            return None;
        }
        let capitals = within(part, b'A', b'Z') >> 2;
        folded &= capitals == 0;
        mixed = mix(mixed ^ (part | capitals));
        left = left.saturating_sub(8);
        bytes = bytes.get(8..).unwrap_or_default();
    }
    Some((Word(mixed), folded))
}

/// The first eight bytes; zeros where there are fewer.
fn eight(bytes: &[u8]) -> u64 {
    if let Some(chunk) = bytes.first_chunk::<8>() {
        return u64::from_le_bytes(*chunk);
    }
    bytes.iter().rev().fold(0, |all, byte| all << 8 | u64::from(*byte))
}

/// The highest bit of every byte that lies between two ASCII characters.
fn within(bytes: u64, from: u8, to: u8) -> u64 {
    let low = bytes & !HIGH;
    let reaches = low + EACH * u64::from(0x80 - from);
    let passes = low + EACH * u64::from(0x7f - to);
    reaches & !passes & !bytes & HIGH
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "A Longer-Than-Eight word [`~z{@Z ABCDEFGHIJklmnopqrstuvwx";

    #[test]
    fn ascii_is_folded_and_numbered_at_once() {
        for from in 0..TEXT.len() {
            for to in from..=TEXT.len() {
                let part = &TEXT[from..to];
                let whole = (Word::of(&part.to_ascii_lowercase()), !part.bytes().any(|b| b.is_ascii_uppercase()));
                assert_eq!(word(&TEXT.as_bytes()[from..], to - from), Some(whole), "{part:?}");
            }
        }
        assert_eq!(word("né".as_bytes(), 3), None);
    }

    #[test]
    fn letters_are_counted() {
        for from in 0..TEXT.len() {
            let rest = &TEXT[from..];
            let capitals = rest.bytes().take_while(u8::is_ascii_uppercase).count();
            let small = rest[capitals..].bytes().take_while(u8::is_ascii_lowercase).count();
            assert_eq!(letters(rest.as_bytes()), (capitals, small), "{rest:?}");
        }
        assert_eq!(letters("Étaé".as_bytes()), (0, 0));
        assert_eq!(letters("ta\u{e9}".as_bytes()), (0, 2));
    }
}
