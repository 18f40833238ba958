//! Where the agent of a passive stands, if not right behind it: "was beaten AND ROBBED by two men", "was shot WHILE GARDENING by".
//!
//! Input: a passive trigger; output: the chunk behind which its "by" is looked for.

use crate::document::Tag;
use crate::frames::people::argument::Reader;
use crate::frames::syntax::chunk::Kind;
use crate::frames::syntax::clause::Clause;

/// "was beaten AND ROBBED by two men": a participle of the same passive, which has the agent of both; "was shot WHILE GARDENING
/// by": what the victim was doing.
pub(super) fn agent_of(reader: Reader, clause: Clause, at: usize, last: usize) -> Option<usize> {
    let next = clause.end_of_clause(last);
    let doing = clause.chunks.get(next + 1).is_some_and(|c| reader.doc.tag(c.tokens.start) == Tag::VBG);
    // "while covering A PROTEST by workers": it is theirs.
    let doing = doing && (clause.verb(next + 1).is_none() || clause.object(next + 1).is_none());
    if doing && clause.is(next, |c| matches!(c.kind, Kind::Opener)) {
        return Some(next);
    }
    let verb = clause.verb(next).filter(|v| v.bare && clause.partner(next) == Some(at) && clause.passive(next))?;
    let word = verb.head..verb.head + 1;
    reader.holds(word, reader.patterns.classes.mistreatment).then_some(next)
}
