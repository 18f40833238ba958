//! Which of several rules for the same words reads a trigger: "freed the editor", "freed the hostages".
//!
//! Input: a trigger with its rules; output: the arguments that the first fitting rule finds, or why none does.

use crate::frames::build::Builder;
use crate::frames::draft::{Draft, Refusal};
use crate::frames::syntax::clause::Clause;
use crate::frames::trigger::Trigger;
use crate::patterns::frames::Part;

/// The trigger with the rule that reads it and what it found, or why no rule does.
pub type Reading<'t> = Result<(Trigger<'t>, Draft), (Trigger<'t>, Refusal)>;

impl Builder<'_, '_> {
    /// The first rule for the trigger's words that does not refuse; else the first that the words may be meant for.
    pub(super) fn first_reading<'t>(&self, clause: Clause, trigger: &Trigger<'t>, events: &[usize]) -> Reading<'t> {
        let mut unheard = None;
        let mut read = |t: Trigger<'t>| match self.read(clause, &t, events) {
            Ok(draft) if self.unheard(clause, &t, &draft) => {
                unheard.get_or_insert((t.clone(), draft));
                Err((t, Refusal::UNHEARD))
            }
            Ok(draft) => Ok((t, draft)),
            Err(why) => Err((t, why)),
        };
        let mut found = read(trigger.clone());
        for &(end, rule) in &trigger.others {
            let Err((nearest, why)) = &found else { break };
            let common = why.of_common_word(nearest.rule);
            let inside_name = trigger.inside_name && end == trigger.tokens.end && rule.part == Part::Verb;
            let tokens = trigger.tokens.start..end;
            let next = read(Trigger { tokens, rule, inside_name, chunk: trigger.chunk, others: Vec::new() });
            if !next.as_ref().is_err_and(|(t, why)| !common || why.of_common_word(t.rule)) {
                found = next;
            }
        }
        found.or_else(|refused| unheard.ok_or(refused))
    }

    /// The rule is for those who speak up, and its victims are others: another rule for the same words may fit them.
    fn unheard(&self, clause: Clause, trigger: &Trigger, draft: &Draft) -> bool {
        trigger.rule.voice_needed && !self.speaks_up(clause, draft)
    }
}
