//! Bytes of one article -> text, the encoding that was chosen, and how many bytes did not fit it.
//!
//! A byte order mark decides; else UTF-16 is told by its pattern of zero bytes, else UTF-8 when most of what is not ASCII
//! is valid UTF-8, else Windows-1252. Only the mark is taken off; every other character of the file stays.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Bytes that are looked at to tell UTF-16 without a mark.
const PROBE: usize = 4096;

/// Decoded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// `utf-8`, `utf-16le`, `utf-16be` or `windows-1252`.
    pub encoding: &'static str,
    /// Bytes that do not belong to the encoding.
    pub odd_bytes: u32,
}

/// Decodes; the error says why the bytes are no text.
pub fn decode(bytes: Vec<u8>) -> Result<Decoded, &'static str> {
    if bytes.starts_with(b"%PDF-") {
        return Err("a PDF file; convert it to plain text first");
    }
    let decoded = choose(bytes);
    if is_binary(&decoded.text) {
        return Err("binary file, not text");
    }
    if !has_content(&decoded.text) {
        return Err("empty: no text in it");
    }
    if is_html(&decoded.text) {
        return Err("an HTML page; extract its text first");
    }
    Ok(decoded)
}

fn choose(bytes: Vec<u8>) -> Decoded {
    match bytes.as_slice() {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8_or_1252(rest.to_vec(), true),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, true),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, false),
        all => match unmarked_utf16(all) {
            Some(little) => utf16(all, little),
            None => utf8_or_1252(bytes, false),
        },
    }
}

/// UTF-16 of mostly Latin text has a zero in nearly every second byte; `Some(true)` is little-endian.
fn unmarked_utf16(bytes: &[u8]) -> Option<bool> {
    let probe = bytes.get(..PROBE).unwrap_or(bytes);
    let pairs = probe.len() / 2;
    let zeros = |offset: usize| probe.iter().skip(offset).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let most = |n: usize| pairs >= 4 && n * 10 >= pairs * 6;
    match (most(even), most(odd)) {
        (false, true) if even == 0 => Some(true),
        (true, false) if odd == 0 => Some(false),
        _ => None,
    }
}

fn utf16(bytes: &[u8], little: bool) -> Decoded {
    let (encoding, name) = if little { (UTF_16LE, "utf-16le") } else { (UTF_16BE, "utf-16be") };
    let (text, bad) = encoding.decode_without_bom_handling(bytes);
    let odd = if bad { text.matches('\u{fffd}').count() as u32 } else { 0 };
    Decoded { text: text.into_owned(), encoding: name, odd_bytes: odd }
}

fn utf8_or_1252(bytes: Vec<u8>, marked: bool) -> Decoded {
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Decoded { text, encoding: "utf-8", odd_bytes: 0 },
        Err(e) => e.into_bytes(),
    };
    let (text, odd, good) = mixed(&bytes);
    if marked || good > odd as usize {
        return Decoded { text, encoding: "utf-8", odd_bytes: odd };
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(&bytes);
    let odd = bytes.iter().filter(|b| matches!(**b, 0x81 | 0x8D | 0x8F | 0x90 | 0x9D)).count() as u32;
    Decoded { text: text.into_owned(), encoding: "windows-1252", odd_bytes: odd }
}

/// UTF-8 in which each byte that does not fit is read as Windows-1252: text, odd bytes, characters that do fit and are not ASCII.
fn mixed(bytes: &[u8]) -> (String, u32, usize) {
    let mut text = String::with_capacity(bytes.len() + 16);
    let (mut odd, mut good) = (0u32, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        text.push_str(chunk.valid());
        let (rest, _) = WINDOWS_1252.decode_without_bom_handling(chunk.invalid());
        text.push_str(&rest);
        odd += chunk.invalid().len() as u32;
    }
    (text, odd, good)
}

/// A NUL, or more than one control character in twenty.
fn is_binary(text: &str) -> bool {
    let controls = text.bytes().filter(|b| *b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c)).count();
    controls * 20 > text.len() || text.as_bytes().contains(&0)
}

fn has_content(text: &str) -> bool {
    text.chars().any(|c| !c.is_whitespace() && !c.is_control() && !crate::document::fold::is_invisible(c))
}

fn is_html(text: &str) -> bool {
    let start = text.trim_start().as_bytes();
    [&b"<!doctype html"[..], b"<html"]
        .iter()
        .any(|tag| start.get(..tag.len()).is_some_and(|s| s.eq_ignore_ascii_case(tag)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn utf16_bytes(text: &str, little: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|u| if little { u.to_le_bytes() } else { u.to_be_bytes() }).collect()
    }

    #[test]
    fn utf16_without_mark_is_told_by_its_zero_bytes() {
        for little in [true, false] {
            let decoded = decode(utf16_bytes("Ján Kuciak was shot in Veľká Mača.\n", little)).unwrap();
            assert_eq!(decoded.text, "Ján Kuciak was shot in Veľká Mača.\n");
            assert_eq!(decoded.encoding, if little { "utf-16le" } else { "utf-16be" });
        }
    }

    #[test]
    fn windows_1252_bytes_among_utf8_are_counted() {
        let mut bytes = "Żółć — ".as_bytes().to_vec();
        bytes.extend_from_slice(b"it\x92s");
        let decoded = decode(bytes).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.encoding, decoded.odd_bytes), ("Żółć — it’s", "utf-8", 1));
    }

    #[test]
    fn nothing_to_read_is_an_error() {
        for bytes in [&b""[..], b"\xEF\xBB\xBF", b" \r\n\t", b"a\0b", b"%PDF-1.7"] {
            assert!(decode(bytes.to_vec()).is_err(), "{bytes:?}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_decode_or_are_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            if let Ok(decoded) = decode(bytes) {
                prop_assert!(!decoded.text.contains('\0'));
            }
        }

        #[test]
        fn valid_utf8_stays_as_it_is(text in "[a-z \n\r\u{ad}\u{200b}éß—]{1,80}x") {
            let decoded = decode(text.clone().into_bytes()).unwrap();
            prop_assert_eq!((decoded.text, decoded.odd_bytes), (text, 0));
        }
    }
}
