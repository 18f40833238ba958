//! Words for people at large among the victims of somebody in particular: "a line of attacks on REPORTERS".
//!
//! Input: a dossier and one of those told as attacked; output: whether its sentences speak of such people in general.

use crate::document::Tag;
use crate::frames::Argument;
use crate::frames::people::argument::{Reader, Sort};
use crate::incidents::dossier::Dossier;
use crate::incidents::fact::Fact;

/// Days from which a time is no day of an attack.
const LONG: i32 = 28;

/// Somebody in particular was attacked, and this is a bare plural of whom nothing is told but that such people are.
pub fn at_large(read: Reader, dossier: &Dossier, argument: &Argument) -> bool {
    let tells = |f: &&Fact| f.victims.iter().any(|v| v.tokens == argument.tokens);
    let mut facts = dossier.facts.iter().filter(tells).peekable();
    let told = |v: &Argument| v.entity.is_some() || v.sort == Sort::Role && v.count == Some(1);
    let somebody = dossier.facts.iter().flat_map(|f| &f.victims).any(told);
    somebody && bare(read, argument) && facts.peek().is_some() && facts.all(|f| loose(read, f))
}

/// "reporters", "Rwanda's exiles": no number ("dozens of"), article or pronoun, and no name.
fn bare(read: Reader, argument: &Argument) -> bool {
    let plural = read.doc.tag(argument.tokens.end.saturating_sub(1)) == Tag::NNS;
    let human = matches!(argument.sort, Sort::Role | Sort::Generic);
    let before = argument.tokens.start.saturating_sub(1)..argument.tokens.start;
    let told = read.holds(before, read.patterns.classes.definites)
        || read.holds(argument.tokens.clone(), read.patterns.classes.partitives)
        || argument.tokens.clone().any(|t| matches!(read.doc.tag(t), Tag::PRPS | Tag::CD | Tag::DT));
    plural && human && argument.entity.is_none() && argument.count.is_none() && !told
}

/// The fact tells of such people alone, and gives no day.
fn loose(read: Reader, fact: &Fact) -> bool {
    let day = fact.date.as_ref().and_then(|d| d.interval).is_some_and(|(from, to)| (to - from).get_days() < LONG);
    fact.named().next().is_none() && !day && fact.victims.iter().all(|v| bare(read, v))
}
