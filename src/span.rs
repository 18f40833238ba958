//! Byte ranges, the only offsets used inside the library.
//!
//! Code-point offsets, which the output files promise, are computed once while writing (see [`CharOffsets`]).

/// A half-open range of bytes in an article's decoded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from two byte offsets. Articles larger than 4 GiB are refused by ingest, so `u32` is enough.
    pub fn new(start: usize, end: usize) -> Self {
        Span { start: start as u32, end: end as u32 }
    }

    /// The text under the span; empty when the span does not fit the text.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }

    /// The text under the span on one line: runs of white space are one space.
    pub fn flat(&self, text: &str) -> String {
        self.of(text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The smallest span that holds both.
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// True when the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// True when `other` lies inside this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Number of bytes.
    pub fn len(&self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// True when it holds no byte.
    pub fn is_empty(&self) -> bool {
        self.end <= self.start
    }
}

/// Translates byte offsets of one text into code-point offsets.
pub struct CharOffsets {
    /// Code points before each block of [`CharOffsets::BLOCK`] bytes; empty when the text is ASCII.
    blocks: Vec<u32>,
}

impl CharOffsets {
    const BLOCK: usize = 256;

    /// Counts the text once; costs nothing for ASCII.
    pub fn new(text: &str) -> Self {
        let mut blocks = Vec::new();
        if !text.is_ascii() {
            let mut count = 0u32;
            for block in text.as_bytes().chunks(Self::BLOCK) {
                blocks.push(count);
                count += block.iter().filter(|b| !is_continuation(**b)).count() as u32;
            }
        }
        CharOffsets { blocks }
    }

    /// Code points before the byte offset `at` of the same `text`.
    pub fn chars(&self, text: &str, at: u32) -> u32 {
        let at = (at as usize).min(text.len());
        let block = at / Self::BLOCK;
        let Some(before) = self.blocks.get(block).or(self.blocks.last()) else { return at as u32 };
        let from = block.min(self.blocks.len() - 1) * Self::BLOCK;
        before + text.as_bytes()[from..at].iter().filter(|b| !is_continuation(**b)).count() as u32
    }
}

fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn char_offsets_agree_with_counting() {
        let text = "Żółć — naïve café ".repeat(60);
        let offsets = CharOffsets::new(&text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(offsets.chars(&text, byte as u32), count as u32);
        }
        assert_eq!(offsets.chars(&text, text.len() as u32), text.chars().count() as u32);
    }
}
