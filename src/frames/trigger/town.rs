//! "Rebels attacked OCOTAL", "Homs was shelled": a town is what was attacked, and where.
//!
//! Input: the group that stands where a rule takes its victim; output: whether a town can be meant, and its place.

use crate::frames::draft::Draft;
use crate::frames::people::argument::Reader;
use crate::frames::syntax::clause::Clause;
use crate::mentions::{Mention, PlaceForm};
use crate::patterns::frames::FrameRule;

/// The rule may be said of a town, and the group names one. "Attacked WASHINGTON": of a capital only what harms by its own means.
pub fn is_target(reader: Reader, clause: Clause, rule: &FrameRule, at: usize) -> bool {
    let place = clause.noun(at).filter(|n| n.person.is_none() && n.org.is_none()).and_then(|n| n.place);
    let value = place.and_then(|p| reader.mentions.get(p)).and_then(Mention::place);
    let named = value.filter(|v| v.form == PlaceForm::Name).and_then(|v| v.place.as_ref());
    rule.targets && named.is_some_and(|p| p.is_town() && (p.kind != "capital" || !rule.unspecified()))
}

/// The towns among those attacked.
pub fn places(reader: Reader, clause: Clause, rule: &FrameRule, draft: &Draft) -> Vec<usize> {
    let town = |k: &&usize| is_target(reader, clause, rule, **k);
    draft.victims.iter().filter(town).filter_map(|&k| clause.noun(k)?.place).collect()
}
