//! "• A was shot in M. • B was abducted in N.": the items of a list below the text tell of one case each.
//!
//! Input: an event told before and tellings of one; output: whether these stand in another item of a list, and of others.

use crate::frames::people::argument::{Reader, Sort};
use crate::incidents::dossier::Dossier;
use crate::incidents::fact::Fact;
use crate::ingest::LineKind;

/// All of the earlier event is told in items other than the one in which the later tellings begin, which name or describe
/// somebody else. Items above the text sum it up.
pub fn parted(read: Reader, earlier: &Dossier, later: &[Fact]) -> bool {
    let first = read.doc.first_paragraph().unwrap_or(usize::MAX);
    let item =
        |n: usize| read.doc.sentences.get(n).filter(|s| s.kind == LineKind::Bullet && n > first).map(|s| s.block);
    let Some(here) = later.iter().map(|f| f.frame.sentence).min().and_then(item) else { return false };
    let told = later.iter().flat_map(|f| &f.victims).any(|v| v.sort != Sort::Pronoun);
    let others = told && !earlier.hurts(later.iter().flat_map(|f| f.named()));
    others && earlier.facts.iter().all(|f| item(f.frame.sentence).is_some_and(|there| there != here))
}
