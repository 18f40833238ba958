//! Fighting between armed sides is no incident: "rebels ambushed an army patrol". An attack on civilians or policemen is.

use crate::document::Tag;
use crate::frames::draft::Draft;
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::syntax::chunk::Chunk;
use crate::frames::syntax::clause::Clause;
use crate::patterns::frames::FrameRule;
use crate::patterns::methods::of_war;

/// Soldiers or fighters without a name.
pub fn fighter(reader: Reader, clause: Clause, at: usize) -> bool {
    // "two", "two others", "two of them"
    let number = |head: usize| reader.doc.tag(head) == Tag::CD || reader.doc.norm(head) == "others";
    let numbers = clause.noun(at).is_some_and(|n| number(n.head)) || reader.whole(clause, at).is_some();
    matches!(reader.sort_at(clause, at), Sort::Force | Sort::Attacker)
        || armed(reader, clause, at)
        || numbers && reader.sort_at(clause, at) == Sort::Generic
}

/// The sentence tells of fighting between two sides.
pub fn combat(reader: Reader, clause: Clause) -> bool {
    let class = reader.patterns.classes.combat;
    class.is_some_and(|class| clause.chunks.iter().any(|c| reader.has_class(c, class)))
}

/// A rule of attacks with arms or of unspecified attacks; bombs and abductions are told of soldiers, too.
pub fn warlike(rule: &FrameRule) -> bool {
    rule.unspecified() || rule.methods.iter().all(|m| of_war(m))
}

/// Both sides are nameless and armed, one of them an army or rebels against one.
pub fn combatants(reader: Reader, clause: Clause, draft: &Draft) -> bool {
    let hurt = !draft.victims.is_empty() && draft.victims.iter().all(|&k| armed(reader, clause, k));
    let acting = |k: &usize| armed(reader, clause, *k) || reader.band(clause, *k).is_some();
    let owner = draft.owner_agent.as_ref().is_some_and(|c| armed_group(reader, c));
    hurt && (owner || !draft.agents.is_empty() && draft.agents.iter().all(acting))
}

/// "Ten rebels were killed": fighters who fell, with nobody named who did it; and attackers who died.
pub fn fallen(reader: Reader, clause: Clause, draft: &Draft) -> bool {
    let insurgent = |k: usize| {
        clause
            .chunks
            .get(k)
            .is_some_and(|c| reader.patterns.classes.insurgents.is_some_and(|class| reader.has_class(c, class)))
    };
    let fell = |&k: &usize| insurgent(k) && armed(reader, clause, k) || reader.sort_at(clause, k) == Sort::Attacker;
    draft.agents.is_empty() && !draft.victims.is_empty() && draft.victims.iter().all(fell)
}

/// "an attack on several military installations", whoever carried it out.
pub fn military_attack(reader: Reader, clause: Clause, at: usize, draft: &Draft) -> bool {
    let ambush = reader.patterns.classes.combat.is_some_and(|c| reader.has_class(&clause.chunks[at], c));
    ambush && !draft.victims.is_empty() && draft.victims.iter().all(|&k| armed(reader, clause, k))
}

/// A nameless group with arms in the field: soldiers, a garrison, guerrillas; not policemen.
fn armed(reader: Reader, clause: Clause, at: usize) -> bool {
    let own = clause.chunks.get(at).is_some_and(|c| armed_group(reader, c));
    let inner = reader.whole(clause, at).and_then(|k| clause.chunks.get(k));
    own || inner.is_some_and(|c| armed_group(reader, c))
}

fn armed_group(reader: Reader, chunk: &Chunk) -> bool {
    let military = reader.patterns.classes.military.is_some_and(|c| reader.has_class(chunk, c));
    reader.sort(chunk) != Sort::Named && military
}
