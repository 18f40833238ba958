//! How many: "twenty-eight reporters", "half a dozen", "1,200 people".
//!
//! Input: the words of a noun group; output: the number that they state.

use crate::document::Tag;
use crate::frames::people::argument::Reader;
use crate::frames::syntax::chunk::Chunk;

impl Reader<'_> {
    /// A number in digits or words.
    pub(super) fn is_number(&self, token: usize) -> bool {
        self.doc.tag(token) == Tag::CD || self.patterns.classes.numbers.is_some_and(|class| self.doc.is(token, class))
    }

    /// "twenty-EIGHT": what the word behind the hyphen adds.
    fn units_after(&self, at: usize) -> Option<u32> {
        let units: u32 = self.value(at + 2, self.patterns.classes.numbers?)?.parse().ok()?;
        (self.doc.text(at + 1) == "-" && units < 10).then_some(units)
    }

    /// A number in the group: digits or a number word; 1 for a name or a singular noun with an article.
    pub fn count(&self, chunk: &Chunk) -> Option<u32> {
        let numbers = self.patterns.classes.numbers;
        // "a SIX year old boy" is one.
        let age =
            |at: usize| self.doc.norm(at + 2) == "old" && self.holds(at + 1..at + 2, self.patterns.dates.classes.units);
        for at in chunk.tokens.clone().filter(|&at| !age(at)) {
            let norm = self.doc.norm(at);
            if norm.starts_with(|c: char| c.is_ascii_digit()) && self.doc.norm(at + 1) != "-" {
                return norm.replace(',', "").parse().ok();
            }
            let word =
                numbers.and_then(|class| self.doc.hit(at, class)).and_then(|h| self.patterns.lexicon.entry(h.entry));
            if let Some(entry) = word {
                let tens: u32 = entry.value.parse().ok()?;
                return Some(tens + self.units_after(at).filter(|_| tens >= 20).unwrap_or(0));
            }
        }
        let noun = chunk.noun()?;
        let single = noun.person.is_some() || matches!(self.doc.norm(chunk.tokens.start), "a" | "an");
        single.then_some(1)
    }
}
