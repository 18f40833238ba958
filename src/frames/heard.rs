//! Rules that count only against those who speak up (`voice_needed`): is one of the victims such a person?
//!
//! Input: a draft, then its frames; output: whether the rule holds, and the frames that are left.

use crate::frames::build::Builder;
use crate::frames::draft::{Draft, Refusal};
use crate::frames::people::{members, standing};
use crate::frames::syntax::clause::Clause;
use crate::frames::trigger::Trigger;
use crate::frames::{Argument, Frame};

impl Builder<'_, '_> {
    /// One of the victims speaks up, or none is told yet: "searched THE BAKER'S HOME" leaves the word to other rules.
    pub(super) fn speaks_up(&self, clause: Clause, draft: &Draft) -> bool {
        let reader = self.reader();
        let within = draft.victims.iter().flat_map(|&k| members::of(reader, clause, k));
        let told = draft.victims.iter().copied().chain(within).map(|k| self.argument(clause, k));
        let owner = draft.owner_victim.iter().map(|c| reader.argument(c));
        let mut all = told.chain(owner).peekable();
        all.peek().is_none() || all.any(|v| standing::is_voice(reader, &v, self.voices))
    }

    /// Without the frames of a rule for those who speak up that are about others.
    pub(super) fn heard(&mut self, trigger: &Trigger, mut frames: Vec<Frame>) -> Vec<Frame> {
        if trigger.rule.voice_needed {
            let voice = |v: &Argument| standing::is_voice(self.reader(), v, self.voices);
            frames.retain(|f| f.victims.iter().any(voice));
            if frames.is_empty() {
                self.drop(trigger, Refusal::UNHEARD.0);
            }
        }
        frames
    }
}
