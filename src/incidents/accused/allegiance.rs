//! Whose rebels? Where the article names one armed group only, its nameless "guerrillas" and "rebels" are that group's.

use crate::frames::Argument;
use crate::frames::people::argument::{Reader, Sort};
use crate::incidents::Quote;
use crate::incidents::dossier::{Dossier, Suspect};
use crate::mentions::{Mention, Value};

/// Adds the article's only armed group to events that insurgents without a name are said to have carried out.
pub fn join(read: Reader, dossiers: &mut [Dossier]) {
    let Some(group) = only_group(read) else { return };
    let span = read.doc.sentence_of(group.tokens.start).map_or(group.span, |s| s.span);
    let quote = Quote { span, rule: crate::code_rule!("only-armed-group"), source: group.source, names: true };
    let suspect = Suspect { person: read.organisation(group), quote };
    for dossier in dossiers {
        let accused: Vec<&Argument> = dossier.accused().collect();
        let named = accused.iter().any(|a| a.sort == Sort::Org || a.sort == Sort::Named);
        if !named && accused.iter().any(|a| insurgent(read, a)) {
            dossier.suspects.push(suspect.clone());
        }
    }
}

/// "guerrillas", "rebels": fighters of some cause, not any gunmen.
fn insurgent(read: Reader, argument: &Argument) -> bool {
    let class = read.patterns.classes.insurgents;
    class.is_some_and(|c| argument.tokens.clone().any(|t| read.doc.is(t, c)))
}

/// The first mention of the only armed group that the article names.
fn only_group<'a>(read: Reader<'a>) -> Option<&'a Mention> {
    let mut found: Option<(&Mention, &str)> = None;
    for mention in read.mentions {
        let Value::Org { name, kind, .. } = &mention.value else { continue };
        if kind != "armed_group" {
            continue;
        }
        match found {
            Some((_, first)) if first != name => return None,
            Some(_) => {}
            None => found = Some((mention, name)),
        }
    }
    found.map(|(m, _)| m)
}
