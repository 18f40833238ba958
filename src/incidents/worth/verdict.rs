//! Arrests and verdicts that are no incident: "was questioned and NOT ARRESTED", and verdicts on the other side: "A neo-Nazi was GIVEN A LIFE SENTENCE in 2021", told in passing of somebody of whom nothing says that
//! he speaks up, and of whose arrest nothing is told.
//!
//! Input: a dossier; output: whether it holds nothing else.

use crate::frames::Status;
use crate::incidents::dossier::Dossier;
use crate::incidents::fact::Fact;

/// All that is told is a sentence, a term or a trial of people who are no journalists, activists or the like.
pub fn is_mere_verdict(dossier: &Dossier) -> bool {
    let court = |f: &Fact| {
        let held = f.frame.methods.iter().all(|m| m == "detention") && !f.frame.methods.is_empty();
        // "JAILED mother X": who is in prison is told, not what a court found.
        let epithet = f.victims.iter().any(|v| v.tokens.contains(&f.frame.trigger.start));
        held && f.frame.later && !epithet && !f.frame.persecuted && !f.frame.custody
    };
    !dossier.facts.is_empty() && dossier.facts.iter().all(court)
}

/// All that is told is that somebody was not held, or that nobody did anything to nobody in particular.
pub fn nothing_done(dossier: &Dossier) -> bool {
    let nobody = dossier.named().is_empty();
    let held = |f: &Fact| f.frame.methods.iter().all(|m| m == "detention");
    let idle = |f: &Fact| nobody && f.perpetrators.is_empty();
    let denied = |f: &Fact| f.frame.status == Status::Denied && (idle(f) || held(f));
    !dossier.facts.is_empty() && dossier.facts.iter().all(denied)
}
