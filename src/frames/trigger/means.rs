//! By what means? A trigger that tells only of death or injury leaves that to the weapon beside it, or to the attacker: "a sniper
//! killed", "was murdered with an axe".

use crate::frames::Argument;
use crate::frames::people::argument::Reader;
use crate::frames::syntax::clause::Clause;
use crate::patterns::frames::FrameRule;
use crate::patterns::lexicon::ClassId;
use crate::patterns::methods::METHODS;
use crate::sequence::Context;

/// The rule's methods, or those that the instruments imply, or else the perpetrators.
pub fn methods(reader: Reader, rule: &FrameRule, instruments: &[Argument], perpetrators: &[Argument]) -> Vec<String> {
    if !rule.unspecified() {
        return rule.methods.clone();
    }
    let classes = reader.patterns.classes;
    let by = |phrases, class| Some(implied(reader, phrases, class?)).filter(|found| !found.is_empty());
    let told = by(instruments, classes.weapons).or_else(|| by(perpetrators, classes.attackers));
    told.unwrap_or_else(|| rule.methods.clone())
}

/// The preposition leads to the means: "WITH a knife", "doused IN petrol", "died OF ricin".
pub fn leads(reader: Reader, clause: Clause, prep: usize, noun: usize) -> bool {
    let classes = reader.patterns.classes;
    let holds = |class: Option<ClassId>| class.is_some_and(|c| reader.has_class(&clause.chunks[noun], c));
    match reader.doc.norm(clause.chunks[prep].tokens.start) {
        "with" | "by" | "using" => true,
        "in" => holds(classes.corrosives) || holds(classes.fuels),
        "of" | "from" => holds(classes.poisons),
        _ => false,
    }
}

/// "A CAR packed with EXPLOSIVES blew up and killed three": nobody was run over.
pub fn laden(reader: Reader, clause: Clause, at: usize) -> bool {
    let chunks = || clause.chunks[at + 1..].iter().take_while(|c| !c.is_break());
    let vehicle = reader.weapon_method(&clause.chunks[at]) == Some("vehicle_attack");
    vehicle && chunks().any(|c| reader.holds(c.tokens.clone(), reader.patterns.classes.explosives))
}

/// The methods that the phrases' words stand for in the class.
fn implied(reader: Reader, phrases: &[Argument], class: ClassId) -> Vec<String> {
    // "a deadly weapon" may be any.
    let inside = |t: usize| t > 0 && reader.value(t - 1, class) == Some("");
    // "Nguyen VAN Hai's murder".
    let name = |p: &Argument, t: usize| {
        let people = reader.mentions[reader.inside(&p.tokens)].iter().filter(|m| m.person().is_some());
        people.into_iter().any(|m| m.tokens.contains(&t))
    };
    // "a mortar ROUND" is no round of a rifle: the longer entry tells, but for a bomb ("a petrol BOMB").
    let longer = |p: &Argument, t: usize| {
        let over = |k: usize| reader.doc.hit(k, class).is_some_and(|h| k + h.len as usize > t);
        reader.value(t, class) != Some("bombing") && (p.tokens.start..t).any(over)
    };
    // "a GAS explosion".
    let context = Context { doc: reader.doc, mentions: reader.mentions };
    let idiom = |t: usize| reader.patterns.suppress.covers(context, &(t..t + 1));
    let tells = |p: &Argument, t: usize| !name(p, t) && !longer(p, t) && !inside(t) && !idiom(t);
    let words = phrases.iter().flat_map(|p| p.tokens.clone().filter(move |&t| tells(p, t)));
    let values = words.filter_map(|t| reader.value(t, class));
    let mut out: Vec<String> = values.filter(|m| METHODS.contains(m)).map(str::to_string).collect();
    out.dedup();
    out
}
