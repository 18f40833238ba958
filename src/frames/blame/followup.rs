//! Whose arrest? The arrest of a suspect is a follow-up of the attack; the arrest of a journalist is an incident.

use crate::document::{Document, Tag};
use crate::frames::blame;
use crate::frames::blame::charge;
use crate::frames::blame::convicted;
use crate::frames::blame::topic::is_topic;
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::people::standing::{is_voice, persecuted, voices};
use crate::frames::syntax::clause::Clause;
use crate::frames::{Argument, Frame, Status};
use crate::ingest::LineKind;
use crate::mentions::Mention;
use crate::patterns::lexicon::phrase_words;
use crate::patterns::methods::{is_violent, takes_captive};
use crate::patterns::orgs::is_band;
use crate::patterns::source::Rule;
use std::collections::BTreeSet;

/// Marks frames whose victims are persecuted, and detention frames that tell of suspects: by who is arrested, or what for.
pub fn mark(reader: Reader, clause: Clause, voices: &BTreeSet<u32>, frames: &mut [Frame]) {
    for frame in frames.iter_mut() {
        frame.persecuted = frame.victims.iter().any(|v| persecuted(reader, v, voices));
    }
    let crime = names_crime(reader, clause) || frames.first().is_some_and(|f| confesses(reader, f.sentence));
    let violent = charge::held_for_violence(reader, clause);
    let plotters: BTreeSet<usize> = plotters(frames).collect();
    for frame in frames.iter_mut().filter(|f| f.methods.iter().any(|m| m == "detention" || m == "rendition")) {
        let suspect = frame.victims.iter().any(|v| matches!(v.sort, Sort::Suspect | Sort::Attacker));
        // "A nurse was jailed for killing two babies": what she is held for says more than what she is.
        let heard = frame.victims.iter().any(|v| is_voice(reader, v, voices));
        let persecuted = frame.persecuted && (heard || !violent);
        let nameless = frame.victims.iter().all(|v| v.entity.is_none() && v.sort != Sort::Pronoun);
        // "accused of torturing A and DETAINING B": one of the crimes, not what B is held for.
        let named = crime && reader.doc.tag(frame.trigger.start) != Tag::VBG;
        // "TWO MEN were held over a plot to kill the editor".
        let theirs = nameless && frame.victims.iter().any(|v| plotters.contains(&v.tokens.start));
        let plain = !persecuted && (theirs || named || violent || nameless && mentions_crime(reader, clause));
        frame.weak &= !persecuted;
        frame.follow_up = frame.status != Status::Denied && (suspect || plain);
    }
}

/// Where those are told of who plan to attack somebody in one of the frames.
fn plotters(frames: &[Frame]) -> impl Iterator<Item = usize> {
    let plot = |f: &&Frame| f.methods.iter().any(|m| is_violent(m)) && f.status == Status::Planned;
    frames.iter().filter(plot).flat_map(|f| &f.perpetrators).map(|p| p.tokens.start)
}

/// "Police arrested two ELN leaders": a blow against an armed group is told in passing; an article that has it in its title is
/// about those who are held.
fn drop_captures(reader: Reader, frames: &mut Vec<Frame>) {
    let titled = |f: &Frame| detains(f) && reader.doc.kind_of(f.trigger.start) == LineKind::Title;
    if frames.iter().any(detains) && !frames.iter().any(titled) {
        let voices = voices(reader);
        frames.retain(|f| f.follow_up || !captures_fighters(reader, f, &voices));
    }
}

/// Everybody who is arrested is told of as a fighter or as one of a group that the gazetteer lists.
fn captures_fighters(reader: Reader, frame: &Frame, voices: &BTreeSet<u32>) -> bool {
    let insurgents = reader.patterns.classes.insurgents;
    let listed = |m: &Mention| matches!(m.rule, Rule::Code(code) if code.id == LISTED);
    let armed = |m: &Mention| listed(m) && m.org_kind().is_some_and(is_band);
    let fighter = |v: &Argument| {
        let words = v.description.as_deref().map(phrase_words).unwrap_or_default();
        let told = |class| words.iter().any(|w| reader.patterns.lexicon.single(w, class).is_some());
        let around = v.tokens.start.saturating_sub(BEFORE)..v.tokens.end;
        reader.holds(v.tokens.end - 1..v.tokens.end, insurgents)
            || v.entity.is_some() && insurgents.is_some_and(told)
            || reader.mentions[reader.inside(&around)].iter().any(armed)
    };
    let silent = |v: &Argument| fighter(v) && !is_voice(reader, v, voices);
    detains(frame) && !frame.victims.is_empty() && frame.victims.iter().all(silent)
}

/// Words of a court stand in the sentence: "is CHARGED WITH", "CONFESSED to".
fn names_charge(reader: Reader, sentence: usize) -> bool {
    let charge = |t: usize| reader.patterns.classes.blame.and_then(|c| reader.value(t, c)) == Some("charged");
    reader.sentence(sentence).any(charge)
}

/// "arrested X, who CONFESSED TO THE CRIME": words of a court, and a violent crime or the deed told before.
fn confesses(reader: Reader, sentence: usize) -> bool {
    let told = || reader.sentence(sentence).any(|t| blame::deed(reader, t));
    names_charge(reader, sentence) && (crimes_in(reader, sentence).1 || told())
}

/// Any crime word in the sentence.
fn mentions_crime(reader: Reader, clause: Clause) -> bool {
    let Some(class) = reader.patterns.classes.crimes else { return false };
    (0..clause.chunks.len()).any(|k| reader.has_class(&clause.chunks[k], class) && !told_of(reader, clause, k))
}

/// "wrote about FRAUD".
fn told_of(reader: Reader, clause: Clause, chunk: usize) -> bool {
    is_topic(reader, clause.chunks[chunk].tokens.start)
}

/// Methods whose perpetrators are sought: an arrest told after such an attack is that of a suspect.
const SOUGHT: [&str; 5] = ["shooting", "stabbing", "killing_unspecified", "arson", "vehicle_attack"];

/// An article tells of suspects when one arrest out of so many is that of one.
const FEW: usize = 8;

/// The rule of groups that the gazetteer lists; a "movement" that it does not know may be a party.
const LISTED: &str = "org-listed";

/// Words before a name in which the group is named that somebody belongs to.
const BEFORE: usize = 6;

/// Running sentences in which an article names the attack that it is about.
const LEAD: usize = 2;

/// A text in which somebody is arrested for a crime, or that opens with an attack on others, tells of suspects throughout,
/// unless it tells of the persecuted; there a sentence or a stay in prison counts as much as an arrest.
pub fn spread(reader: Reader, frames: &mut Vec<Frame>) {
    let doc = reader.doc;
    drop_captures(reader, frames);
    if frames.iter().any(|f| detains(f) && !f.follow_up && f.persecuted) {
        frames.iter_mut().filter(|f| detains(f)).for_each(|f| f.weak = false);
    }
    let suspects = frames.iter().filter(|f| detains(f) && f.follow_up).count();
    let crime = suspects * FEW >= frames.iter().filter(|f| detains(f)).count().max(1)
        && !frames.iter().any(|f| detains(f) && f.persecuted);
    after_attack(frames);
    let repressive = frames.iter().any(detains) && repressive(reader);
    known_attackers(reader, frames, repressive);
    convicted::known(frames);
    if !repressive {
        ordinary(reader, frames);
    }
    if crime || opens_with_attack(doc, frames) {
        let kin = |v: &Argument| reader.holds(v.tokens.clone(), reader.patterns.persons.kin) && v.entity.is_some();
        let theirs = |f: &Frame| repressive && f.victims.iter().any(kin);
        let held = |f: &&mut Frame| detains(f) && !theirs(f) && !by_service(reader, f);
        frames.iter_mut().filter(held).for_each(|f| f.follow_up = true);
    }
    convicted::drop_sentences(reader, frames);
}

/// "was arrested by the intelligence service": which does not look for murderers.
fn by_service(reader: Reader, frame: &Frame) -> bool {
    let named = frame.victims.iter().any(|v| v.entity.is_some());
    named && frame.perpetrators.iter().any(|p| reader.holds(p.tokens.clone(), reader.patterns.classes.services))
}

/// The arrest of whoever is said elsewhere to have attacked somebody, or is charged with a violent crime in the next sentence.
fn known_attackers(reader: Reader, frames: &mut [Frame], repressive: bool) {
    // "tried to kill a soldier": what states charge their critics with.
    let certain = |f: &Frame| match f.status {
        Status::Alleged => !repressive,
        status => !matches!(status, Status::Denied | Status::Attempted),
    };
    let violent = |f: &&Frame| f.methods.iter().any(|m| is_violent(m)) && certain(f);
    let acting: BTreeSet<u32> =
        frames.iter().filter(violent).flat_map(|f| &f.perpetrators).filter_map(|p| p.entity).collect();
    let harmed = frames.iter().filter(|f| !detains(f)).flat_map(|f| &f.victims).filter_map(|v| v.entity);
    let harmed: BTreeSet<u32> = harmed.collect(); // "was executed": told of as a victim
    let guilty = |e: u32| acting.contains(&e) && !harmed.contains(&e);
    let attacker = |f: &Frame| !f.victims.is_empty() && f.victims.iter().all(|v| v.entity.is_some_and(guilty));
    for frame in frames.iter_mut().filter(|f| detains(f) && !f.persecuted && f.status != Status::Denied) {
        frame.follow_up |= attacker(frame) || charged_next(reader, frame.sentence);
    }
}

/// "... were arrested in May. THEY are charged with murder."
fn charged_next(reader: Reader, sentence: usize) -> bool {
    let next = reader.sentence(sentence + 1);
    let same = reader.holds(next.start..next.end.min(next.start + 1), reader.patterns.classes.subjects);
    same && names_charge(reader, sentence + 1) && crimes_in(reader, sentence + 1).1
}

/// Sentences around an arrest in which its reason is told.
const NEAR: usize = 2;

/// Value in `ordinary-crimes.csv` of crimes that have victims.
const VIOLENT: &str = "violent";

/// For an article without a word of protest, power or rights: arrests told beside murder or robbery are follow-ups; where nobody is
/// attacked, those told beside drugs, fraud or theft go.
fn ordinary(reader: Reader, frames: &mut Vec<Frame>) {
    // "held by the rebels": by no court.
    let by = |f: &Frame| (f.trigger.end - 1..=f.trigger.end).any(|t| reader.doc.norm(t) == "by");
    let plain = |f: &Frame| detains(f) && !f.follow_up && !f.persecuted && !by(f);
    let captors = frames.iter().flat_map(|f| &f.methods).any(|m| takes_captive(m)); // those held may be their captives
    if !captors && petty_case(reader, frames) {
        frames.retain(|f| f.follow_up || !detains(f));
    }
    let persecution = captors || frames.iter().any(|f| f.persecuted);
    if persecution || !frames.iter().any(plain) {
        return;
    }
    let peaceful = !frames.iter().any(attacks);
    frames.retain_mut(|f| {
        let crimes = if plain(f) { crimes_near(reader, f.sentence) } else { BTreeSet::new() };
        f.follow_up |= crimes.contains(VIOLENT);
        !peaceful || f.follow_up || crimes.is_empty()
    });
}

/// "Founder jailed for fraud", "pleaded guilty to theft": title, first sentence or a court's words name a crime without victims,
/// nobody speaks up or is attacked.
fn petty_case(reader: Reader, frames: &[Frame]) -> bool {
    let voices = voices(reader);
    let heard = |f: &Frame| f.victims.iter().any(|v| is_voice(reader, v, &voices));
    let lead = reader.doc.first_paragraph().unwrap_or(0);
    let tried = |s: usize| names_charge(reader, s) && petty(reader, s);
    let told = || (0..=lead).any(|s| petty(reader, s)) || (0..reader.doc.sentences.len()).any(tried);
    !frames.iter().any(|f| attacks(f) || detains(f) && heard(f)) && told()
}

/// Words of protest, power or rights that make an article one about such; one alone may stand in any.
const WORDS: usize = 2;

/// The article has a word of protest, power or rights; there the relatives of somebody are arrested for him.
pub fn repressive(reader: Reader) -> bool {
    let Some(class) = reader.patterns.classes.repression else { return false };
    let told = reader.doc.sentences.iter().filter(|s| s.kind.tells()); // not the titles of other articles
    let hits = told.flat_map(|s| s.tokens.clone()).filter_map(|t| reader.doc.hit(t, class));
    hits.take(WORDS).count() == WORDS
}

/// Kinds of ordinary crimes told around the sentence.
fn crimes_near<'p>(reader: Reader<'p>, sentence: usize) -> BTreeSet<&'p str> {
    let Some(class) = reader.patterns.classes.ordinary_crimes else { return BTreeSet::new() };
    let near = reader.doc.sentences.iter().take(sentence + NEAR + 1).skip(sentence.saturating_sub(NEAR));
    let crimes = near.flat_map(|s| s.tokens.clone()).filter_map(|t| Some((t, reader.value(t, class)?)));
    crimes.filter(|(t, _)| !is_topic(reader, *t)).map(|(_, value)| value).collect()
}

/// Who is held for drugs, fraud or theft only is no suspect of an attack told beside; where an article tells of protest, power
/// or rights, neither is who is held without a word of a crime.
pub fn for_another_crime(reader: Reader, frame: &Frame, repressive: bool) -> bool {
    let suspect = frame.victims.iter().any(|v| matches!(v.sort, Sort::Suspect | Sort::Attacker));
    let (petty, violent) = crimes_in(reader, frame.sentence);
    !violent && !suspect && (repressive || petty)
}

/// The sentence names crimes, and none that hurts anybody.
pub fn petty(reader: Reader, sentence: usize) -> bool {
    crimes_in(reader, sentence) == (true, false)
}

/// Whether the sentence names crimes without victims, and others.
fn crimes_in(reader: Reader, sentence: usize) -> (bool, bool) {
    let tokens = reader.doc.sentences.get(sentence).map_or(0..0, |s| s.tokens.clone());
    let (mut petty, mut violent, mut read) = (false, false, tokens.start);
    let Some(class) = reader.patterns.classes.ordinary_crimes else { return (false, false) };
    for token in tokens {
        match reader.value(token, class) {
            _ if token < read || is_topic(reader, token) => continue,
            Some(VIOLENT) => violent = true,
            Some(_) => petty = true,
            None => violent |= reader.holds(token..token + 1, reader.patterns.classes.crimes),
        }
        read = token + reader.doc.hit(token, class).map_or(1, |hit| hit.len as usize); // "drug trafficking"
    }
    (petty, violent)
}

/// Sentences after an attack in which a few nameless people who are arrested are its suspects.
const SOON: usize = 5;

/// More people are not arrested for one attack.
const BAND: u32 = 12;

/// "A man hit the minister. ... A Pole of 39 was remanded in custody."
fn after_attack(frames: &mut [Frame]) {
    let mut last: Option<usize> = None;
    for frame in frames.iter_mut() {
        let anybody = |v: &Argument| {
            v.entity.is_none()
                && matches!(v.sort, Sort::Generic | Sort::State | Sort::Kin)
                && v.count.is_none_or(|n| n <= BAND)
        };
        let soon = last.is_some_and(|s| frame.sentence > s && frame.sentence <= s + SOON);
        if detains(frame) {
            frame.follow_up |= soon && !frame.victims.is_empty() && frame.victims.iter().all(anybody);
        } else if frame.methods.iter().any(|m| is_violent(m)) && !by_state(frame) {
            last = Some(frame.sentence);
        }
    }
}

/// Soldiers or policemen did it: those arrested are no suspects.
fn by_state(frame: &Frame) -> bool {
    frame.perpetrators.iter().any(|p| matches!(p.sort, Sort::Force | Sort::State))
}

/// An arrest or the like; a claim of responsibility names no method at all.
pub fn detains(frame: &Frame) -> bool {
    !frame.methods.is_empty() && frame.methods.iter().all(|m| m == "detention" || m == "rendition")
}

/// A report of a crime whose suspects are sought or found, not of the persecuted.
pub fn opens_with_attack(doc: &Document, frames: &[Frame]) -> bool {
    crime_report(doc, frames) && !frames.iter().any(|f| f.persecuted)
}

/// Title or lead tell of an attack that has victims there or later; those arrested are arrested for a crime, or named, later, and
/// not among the hurt.
fn crime_report(doc: &Document, frames: &[Frame]) -> bool {
    let lead = doc.first_paragraph().unwrap_or(0) + LEAD;
    let told = frames.iter().find(|f| attacks(f)).filter(|f| f.sentence < lead);
    let attacked = frames.iter().filter(|f| attacks(f)).flat_map(|f| &f.victims);
    let hurt: Vec<u32> = attacked.clone().filter_map(|v| v.entity).collect();
    let suspect = |v: &Argument| v.sort == Sort::Pronoun || v.entity.is_some_and(|e| !hurt.contains(&e));
    // "Before HE was shot, X had been arrested".
    let unknown = |f: &Frame| f.victims.iter().all(|v| v.sort == Sort::Pronoun);
    let same = |f: &Frame, first: &Frame| f.sentence == first.sentence && unknown(first);
    let sought =
        |f: &Frame, first: &Frame| f.sentence >= first.sentence && f.victims.iter().all(suspect) && !same(f, first);
    let mut arrests = frames.iter().filter(|f| detains(f));
    attacked.count() > 0 && told.is_some_and(|first| arrests.all(|f| f.follow_up || sought(f, first)))
}

/// Somebody was attacked, and the attacker is sought.
fn attacks(frame: &Frame) -> bool {
    let sought = frame.methods.iter().any(|m| SOUGHT.contains(&m.as_str()));
    sought && !frame.weak && frame.status.happened()
}

/// "in connection with the killing", "on murder charges", "charged with": a crime noun after for/over/with/of/on.
fn names_crime(reader: Reader, clause: Clause) -> bool {
    let Some(class) = reader.patterns.classes.crimes else { return false };
    let phrase = |k: &usize| {
        let crime = |n: usize| reader.has_class(&clause.chunks[n], class) && !told_of(reader, clause, n);
        clause.chunks[*k].is_prep() && clause.governed(*k).is_some_and(crime)
    };
    // "in CONNECTION WITH the abduction"
    let connected = |k: usize| {
        let told = clause.chunks[k].tokens.start.checked_sub(1).is_some_and(|t| reader.doc.norm(t) == "connection");
        let rules = |t: usize| reader.patterns.frames.of_word(reader.doc.word(t));
        let captures = |t: usize| rules(t).any(|rule| rule.methods.iter().any(|m| takes_captive(m)));
        told && clause.governed(k).and_then(|n| clause.noun(n)).is_some_and(|noun| captures(noun.head))
    };
    // "of ordering the murder"
    let crime = |k: usize| clause.object(k).is_some_and(|n| reader.has_class(&clause.chunks[n], class));
    let gerund = |k: usize| clause.verb(k).is_some_and(|v| v.gerund && (is_crime(reader, v.head) || crime(k)));
    // "for allegedly killing"
    let act = |k: &usize| clause.chunks[*k].is_prep() && clause.next(k + 1).is_some_and(gerund);
    (0..clause.chunks.len()).any(|k| {
        (phrase(&k) || act(&k) || connected(k))
            && matches!(reader.doc.norm(clause.chunks[k].tokens.start), "for" | "over" | "with" | "of" | "on" | "after")
    })
}

/// "for beating", "for killing": the verb tells of violence or of taking somebody captive.
fn is_crime(reader: Reader, verb: usize) -> bool {
    let violent = |m: &String| is_violent(m) || takes_captive(m);
    let mut rules = reader.patterns.frames.of_word(reader.doc.word(verb));
    rules.any(|rule| rule.methods.iter().any(violent))
}
