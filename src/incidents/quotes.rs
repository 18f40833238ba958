//! The quotes of an incident: sentences that tell of it, then those without which a name in it could not be checked.
//!
//! Input: a dossier and the people who made it into the incident; output: its evidence. A suspect's arrest, a claim of
//! responsibility and the sentence that names whom a pronoun means are quoted behind the event's own sentences.

use crate::frames::Argument;
use crate::frames::people::argument::Reader;
use crate::frames::people::identity::Identity;
use crate::incidents::Quote;
use crate::incidents::coreference::forms;
use crate::incidents::dossier::Dossier;

/// All quotes: those that tell of the event in text order, then those that say who was meant, in text order.
pub fn of(read: Reader, dossier: &Dossier, people: &[&Argument]) -> Vec<Quote> {
    let mut out = told(read, dossier);
    let event = out.len();
    let accused = |person: &Argument| people.iter().any(|p| p.tokens == person.tokens);
    for suspect in dossier.suspects.iter().filter(|s| accused(&s.person)) {
        add(&mut out, suspect.quote.clone());
    }
    for person in people {
        let quote = naming(read, person, &out);
        quote.into_iter().for_each(|quote| add(&mut out, quote));
    }
    out[event..].sort_by_key(|q| (q.span, q.rule));
    out
}

fn told(read: Reader, dossier: &Dossier) -> Vec<Quote> {
    let facts = dossier.facts.iter().map(|f| f.quote());
    let identities = dossier.identified.iter().map(|i| Quote { names: false, ..of_identity(read, i) });
    let mut out: Vec<Quote> = facts.chain(identities).collect();
    out.sort_by_key(|q| (q.span, q.rule));
    out.dedup_by_key(|q| (q.span, q.rule));
    out
}

/// The sentence that identifies somebody.
pub fn of_identity(read: Reader, identity: &Identity) -> Quote {
    let span = read.doc.sentences.get(identity.sentence).map_or(identity.person.span, |s| s.span);
    Quote { span, rule: identity.rule, source: identity.source, names: true }
}

fn add(quotes: &mut Vec<Quote>, quote: Quote) {
    if !quotes.iter().any(|q| q.span == quote.span) {
        quotes.push(Quote { names: true, ..quote });
    }
}

/// The sentence that names a person whom the quotes only call "he" or "the journalist": the last before, else the first after.
fn naming(read: Reader, person: &Argument, quotes: &[Quote]) -> Option<Quote> {
    let entity = person.entity?;
    let token = person.tokens.start;
    let quoted = |at: u32| quotes.iter().any(|q| q.span.start <= at && at < q.span.end);
    if forms(read, token, entity).any(|m| quoted(m.span.start)) {
        return None;
    }
    let before = forms(read, token, entity).take_while(|m| m.tokens.start < token).last();
    let mention = before.or_else(|| forms(read, token, entity).next())?;
    let span = read.doc.sentence_of(mention.tokens.start)?.span;
    Some(Quote { span, rule: crate::code_rule!("person-named"), source: None, names: true })
}
