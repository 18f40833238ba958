//! Statements of how things are: "Journalists are killed every year".
//!
//! Input: a verb trigger with its arguments; output: whether the sentence tells of a habit and of no single event.

use crate::document::Tag;
use crate::frames::draft::Draft;
use crate::frames::people::argument::Reader;
use crate::frames::syntax::clause::Clause;
use crate::ingest::LineKind;
use crate::mentions::{Mention, Precision};

/// "Journalists are killed every year": a bare plural with a present passive.
pub fn is_habitual(reader: Reader, clause: Clause, at: usize, passive: bool, draft: &Draft) -> bool {
    // "are threatened, beaten and jailed": the first verb of the series carries the tense.
    let mut lead = at;
    while let Some(partner) = clause.partner(lead).filter(|&p| p < lead && clause.verb(lead).is_some_and(|v| v.bare)) {
        lead = partner;
    }
    let first = clause.chunks[lead].tokens.start;
    let present = matches!(reader.doc.norm(first), "are" | "get") && reader.doc.norm(first + 1) != "being";
    let bare = |k: &usize| {
        let chunk = &clause.chunks[*k];
        let opens = reader.doc.tag(chunk.tokens.start);
        chunk.noun().is_some_and(|n| reader.doc.tag(n.head) == Tag::NNS && n.person.is_none())
            && !matches!(opens, Tag::DT | Tag::CD | Tag::PRPS)
            && reader.count(chunk).is_none()
            && !reader.holds(chunk.tokens.clone(), reader.patterns.classes.partitives) // "DOZENS are held"
    };
    let perfect = reader.auxiliary(first) == Some("have"); // "have been in prison since May"
    let now = !passive && !perfect && reader.doc.tag(first) == Tag::VBP;
    let told = reader.doc.sentence_of(first).is_some_and(|s| s.kind == LineKind::Paragraph);
    let acted = !draft.agents.is_empty() && draft.agents.iter().chain(&draft.victims).all(bare);
    let plain = clause.verb(lead).is_some_and(|v| !v.auxiliary);
    if now && plain && told && acted && !names_day(reader, clause) {
        return true; // "arsonists burn down fewer houses"
    }
    let dies = now && draft.agents.is_empty();
    (passive && present || dies)
        && !draft.victims.is_empty()
        && draft.victims.iter().all(bare)
        && draft.agents.is_empty()
}

/// "Policemen detain students in Delhi, SATURDAY, 19 OCTOBER 2019": below a picture the present tells of one day.
fn names_day(reader: Reader, clause: Clause) -> bool {
    let tokens = clause.chunks.first().map_or(0, |c| c.tokens.start)..clause.chunks.last().map_or(0, |c| c.tokens.end);
    let day = |m: &Mention| m.date().is_some_and(|d| d.class == "DATE" && d.precision == Precision::Day);
    reader.mentions[reader.inside(&tokens)].iter().any(day)
}
