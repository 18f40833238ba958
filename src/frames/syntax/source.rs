//! Whoever a sentence goes by is no member of its lists: "According to local media, A and B", "was killed, POLICE SAID".
//!
//! Part of the reading of series: input, the chunks of a sentence and a comma; output, whether it parts the source from the rest.

use crate::frames::syntax::chunk::Chunk;
use crate::frames::syntax::series::Finder;

impl Finder<'_> {
    /// "According to local media, A, B and C were arrested": whoever the sentence goes by is no member of its list.
    pub(super) fn ends_source(&self, at: usize) -> bool {
        let Some(first) = self.chunks.first() else { return false };
        let led = |k: &Chunk| !k.is_break();
        self.reader.reports(first.tokens.start) && first.noun().is_none() && self.chunks[..at].iter().all(led)
    }

    /// "was killed by a bomber, POLICE AND COLLEAGUES SAID": whoever tells of it at the end is no member either.
    pub(super) fn opens_source(&self, comma: usize) -> bool {
        let part = |c: &Chunk| c.noun().is_some() || c.is_and() || c.is_prep();
        let rest = &self.chunks[comma + 1..];
        let len = rest.iter().take_while(|c| part(c)).count();
        let says = rest.get(len).filter(|_| len > 0).and_then(Chunk::verb).is_some_and(|v| self.reader.reports(v.head));
        let ends = |c: &Chunk| c.is_break() || c.is_other() || c.is_prep() || c.is_date();
        says && rest.get(len + 1).is_none_or(ends)
    }
}
