//! Who has others do it: "X HIRED two men TO KILL the judge", "the cartel HAD the editor SHOT".
//!
//! Input: a verb trigger with its victims and agents; output: the chunk of whoever stands behind them.

use crate::frames::people::argument::Reader;
use crate::frames::syntax::clause::Clause;
use crate::mentions::Mention;
use crate::patterns::orgs::is_peaceful;

/// The one who sent, hired or paid the agents, or who had it done.
pub fn of(reader: Reader, clause: Clause, at: usize, victims: &[usize], agents: &[usize]) -> Option<usize> {
    let found = match agents.first() {
        Some(&agent) => sender(reader, clause, at, agent),
        None => victims.first().and_then(|&victim| having(reader, clause, at, victim)),
    };
    found.filter(|k| reader.sort_at(clause, *k).can_act() && !agents.contains(k) && !victims.contains(k))
}

/// "RWANDA sent two agents to kill": the subject of the verb whose object the agents are.
fn sender(reader: Reader, clause: Clause, at: usize, agent: usize) -> Option<usize> {
    let class = reader.patterns.classes.commissioning?;
    let infinitive = clause.verb(at).is_some_and(|v| v.infinitive);
    let verb = (0..agent).rev().find(|&k| clause.verb(k).is_some()).filter(|_| infinitive)?;
    let sends = clause.verb(verb).is_some_and(|v| !v.negated && reader.doc.is(v.head, class)) && !clause.passive(verb);
    let object = clause.object(verb).filter(|&k| clause.series.base(k) == clause.series.base(agent));
    object.filter(|_| sends).and_then(|_| clause.subject(verb))
}

/// "THE CARTEL had the editor shot": "had" alone before the victim of a participle; a newspaper has its editors shot by others.
fn having(reader: Reader, clause: Clause, at: usize, victim: usize) -> Option<usize> {
    let done = clause.verb(at).is_some_and(|v| v.bare) && victim < at;
    let had = victim.checked_sub(1).filter(|&k| done && clause.chunks[k].tokens.len() == 1)?;
    clause.verb(had).filter(|v| reader.auxiliary(v.head) == Some("have"))?;
    let peaceful = |m: &Mention| m.org_kind().is_some_and(is_peaceful);
    let org = |k: usize| clause.noun(k).and_then(|n| n.org).and_then(|m| reader.mentions.get(m));
    clause.subject(had).filter(|&k| !org(k).is_some_and(peaceful))
}
