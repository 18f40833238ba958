//! Words that tell of an arrest or an abduction by who uses them: soldiers "pick up" a lawyer, gunmen do, and so does a friend.
//!
//! Input: a verb trigger with its arguments; output: why whoever did it takes nobody captive, if so.

use crate::frames::draft::{Draft, Refusal};
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::people::pronoun;
use crate::frames::people::standing;
use crate::frames::refusal::Case;
use crate::frames::syntax::clause::Clause;
use crate::frames::trigger::verbal::last_chunk;
use crate::mentions::Mention;
use crate::patterns::orgs;

/// Those who did it are of the kind that the rule asks for.
pub fn check(case: Case, draft: &Draft) -> Result<(), Refusal> {
    let rule = case.trigger.rule;
    if rule.captors || rule.strangers {
        captors(case, draft)?;
    }
    let arrests = |k: &usize| is_authority(case.reader, case.clause, *k);
    let unknown = rule.agent_needed && draft.agents.is_empty();
    if rule.officers && (unknown || !draft.agents.iter().all(arrests)) {
        return Err(Refusal("done by no police, soldiers or court"));
    }
    let outlaw = |k: &usize| is_outlaw(case.reader, case.clause, *k);
    if rule.outlaws && (draft.agents.iter().any(arrests) || !draft.agents.iter().any(outlaw)) {
        return Err(Refusal("done by no gang or armed group"));
    }
    Ok(())
}

/// "SHE had been seized near the bridge": one who is known, to whom somebody did what only captors do; no feeling "by" or "with"
/// which people are seized, and no way to hospital.
pub fn held(case: Case, victim: usize) -> bool {
    let Case { reader, clause, trigger, at, passive } = case;
    let last = last_chunk(clause, trigger, at);
    let led = clause.chunks.get(last + 1).filter(|c| c.is_prep()).map(|c| reader.doc.norm(c.tokens.start));
    let felt = matches!(led, Some("by" | "with"));
    let hospital = || clause.chunks.iter().any(|c| reader.holds(c.tokens.clone(), reader.patterns.classes.hospitals));
    let captors = trigger.rule.custody && trigger.rule.captors;
    passive && captors && one(reader, clause, victim) && !felt && !hospital()
}

/// "He", "she".
fn one(reader: Reader, clause: Clause, at: usize) -> bool {
    let word = clause.noun(at).filter(|n| n.pronoun).map(|n| reader.doc.norm(n.head));
    matches!(word.and_then(|w| pronoun::value(reader, w)), Some("m" | "f"))
}

/// Neither a weapon nor a friend.
fn captors(case: Case, draft: &Draft) -> Result<(), Refusal> {
    let Case { reader, clause, trigger, at, .. } = case;
    let rule = trigger.rule;
    // "PROTESTERS surrounded the reporter": a role, and no friend.
    let also = |k: usize| clause.noun(k).is_some_and(|n| n.person.is_none() && reader.is(n.head, rule.captors_also));
    let friend = |&k: &usize| matches!(reader.sort_at(clause, k), Sort::Named | Sort::Role | Sort::Kin) && !also(k);
    let known = |&k: &usize| rule.strangers && !also(k) && reader.sort_at(clause, k) == Sort::Force;
    // "HE broke his leg": his own.
    let own = |&k: &usize| rule.object_class.is_some() && one(reader, clause, k);
    let armed = |k: usize| reader.sort_at(clause, k) == Sort::Weapon;
    if rule.captors && !case.passive && clause.subject(at).is_some_and(armed) {
        return Err(Refusal("a weapon takes nobody captive"));
    }
    if draft.agents.iter().any(|k| friend(k) || own(k) || known(k)) {
        return Err(Refusal("done by somebody who takes nobody captive"));
    }
    Ok(())
}

/// Gunmen, men without a name, a group that the gazetteer lists among those that take captives.
fn is_outlaw(reader: Reader, clause: Clause, at: usize) -> bool {
    matches!(reader.sort_at(clause, at), Sort::Attacker | Sort::Generic)
        || org_kind(reader, clause, at).is_some_and(orgs::is_band)
        || reader.holds(clause.chunks[at].tokens.clone(), reader.patterns.classes.insurgents)
}

/// Kind of the organisation that the group at a chunk names.
fn org_kind<'r>(reader: Reader<'r>, clause: Clause, at: usize) -> Option<&'r str> {
    clause.noun(at).and_then(|n| n.org).and_then(|m| reader.mentions.get(m)).and_then(Mention::org_kind)
}

/// Police, soldiers, "agents OF THE SECRET SERVICE", a judge, a country.
fn is_authority(reader: Reader, clause: Clause, at: usize) -> bool {
    let of = |k: usize| clause.is(k, |c| c.is_prep() && matches!(reader.doc.norm(c.tokens.start), "of" | "from"));
    let whose = Some(at + 2).filter(|&k| of(at + 1) && clause.noun(k).is_some());
    let rules = |k: usize| {
        let chunk = &clause.chunks[k];
        let kind = org_kind(reader, clause, k).is_some_and(orgs::is_authority);
        let service = reader.holds(chunk.tokens.clone(), reader.patterns.classes.services);
        kind || service || standing::in_court(reader, chunk.tokens.clone())
    };
    matches!(reader.sort_at(clause, at), Sort::Force | Sort::State)
        || rules(at)
        || whose.is_some_and(|k| reader.sort_at(clause, k) == Sort::Force || rules(k))
}
