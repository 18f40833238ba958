//! Who is said to have done it, outside the trigger's own clause: "blamed on X", "X claimed responsibility for",
//! "X is accused of", "at X's request".

pub mod attribution;
pub mod bare;
pub mod beside;
pub mod charge;
pub mod convicted;
pub mod crew;
pub mod culprit;
pub mod disclaimer;
pub mod followup;
pub mod hand;
pub mod master;
pub mod mouthpiece;
mod topic;
mod verdict;

use crate::document::Tag;
use crate::frames::Status;
use crate::frames::modality;
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::syntax::chunk::{Chunk, Noun};
use crate::frames::syntax::clause::Clause;
use crate::frames::trigger::verbal::prep_is;
use crate::mentions::Mention;
use crate::patterns::methods::of_authorities;
use crate::patterns::orgs::is_band;
use culprit::{accused, actor, by, doer, of_deed, of_other};

/// Words between "the" and the noun: "the latest bomb attack".
const DETERMINER: usize = 3;

/// Words of a claim: "claimed responsibility for".
const CLAIM: usize = 4;

/// Words of a claim with the day or the adverb before "for": "claimed responsibility late on Monday for".
const DATED_CLAIM: usize = 7;

/// Somebody blamed.
pub struct Blamed {
    /// Chunk of the perpetrator.
    pub chunk: usize,
    /// The crime must be named after this token ("charged with", "accused of").
    pub before: Option<usize>,
    /// Holds or frees somebody: did nothing but take captive.
    pub captor: bool,
    /// Stops somebody on the way, who is then attacked ("his car was intercepted by four men"), or stands trial for what was told
    /// right before.
    pub stops: bool,
}

/// Those who are blamed in the sentence.
pub fn find(reader: Reader, clause: Clause) -> Vec<Blamed> {
    let mut out = Vec::new();
    let mut read = 0;
    for (k, chunk) in clause.chunks.iter().enumerate() {
        for at in chunk.tokens.clone() {
            let Some((value, end)) = cue(reader, at).filter(|_| at >= read) else { continue };
            read = if matches!(value, "agent-is" | "none") { end } else { read };
            if disclaimer::stands(reader, clause, k, at..end) {
                continue;
            }
            let blamed = named_by(reader, clause, value, (k, at, end));
            let thing =
                |b: usize| value == "agent-after" && clause.noun(b).is_some_and(|n| reader.doc.tag(n.head) == Tag::NNS);
            let blamed = blamed.filter(|&b| !nobody(reader, clause, b) && !crew::court(reader, clause, b));
            let body =
                |b: usize| matches!(value, "claim" | "agent-object" | "agent-blamed") && organised(reader, clause, b);
            let blamed = blamed.filter(|&b| reader.sort_at(clause, b).can_act() || thing(b) || body(b));
            if let Some(blamed) = blamed {
                let crime = matches!(value, "charged" | "charges" | "implied" | "linked" | "inquiry" | "tried");
                // "acknowledged the attack and said that X was RESPONSIBLE FOR OTHER ATTACKS".
                let named = value == "agent-before" && of_event(reader, clause, end);
                let before = (crime || named || value == "linked-to" && blamed < k).then_some(end);
                let (captor, stops) = (value == "captor", matches!(value, "stops" | "trial" | "culprit"));
                let all = if value.starts_with("agent") && value != "agent-before" {
                    clause.group(blamed)
                } else {
                    clause.subject_group(blamed)
                };
                // "HE and X are charged": who he is stands elsewhere.
                let told = |k: &usize| value != "trial" || !clause.noun(*k).is_some_and(|n| n.pronoun);
                let all = all.into_iter().filter(told);
                out.extend(all.map(|chunk| Blamed { chunk, before, captor, stops }));
            }
        }
    }
    out
}

/// Whom a cue of this value blames; `place`: its chunk, its first token, and the token behind it.
fn named_by(reader: Reader, clause: Clause, value: &str, place: (usize, usize, usize)) -> Option<usize> {
    let (k, at, end) = place;
    match value {
        "agent-after" | "points" => after(clause, k, end),
        "tried" => after(clause, k, end).filter(|&b| of_deed(reader, clause, b)),
        "agent-by" => by(reader, clause, k).or_else(|| doer(reader, clause, k)),
        "agent-object" | "agent-blamed" | "linked" => {
            clause.verb(k).and_then(|_| accused(reader, clause, k)).filter(|&b| !of_other(reader, clause, k, b))
        }
        "charges" => clause.object(k).filter(|&o| !clause.passive(k) && of_deed(reader, clause, o)),
        "signed" => after(clause, k, end).filter(|&b| reader.sort_at(clause, b) == Sort::Org),
        "self-named" => after(clause, k, end).filter(|&b| band_named(reader, clause, b)),
        "agent-is" if predicate(reader, clause, k) => actor(reader, clause, k - 1),
        "agent-is" => equated(reader, clause, k),
        "agent-to" => attributed(reader, clause, k),
        "linked-to" => {
            let crime = disclaimer::names_deed(reader, clause, end) && clause.passive(k);
            attributed(reader, clause, k).or_else(|| clause.subject(k).filter(|_| crime))
        }
        "agent-on" => behind(reader, clause, k, "on"),
        "implied" => implied(reader, clause, k),
        "captor" => captor(reader, clause, k),
        "stops" => stopper(reader, clause, k),
        "held" => held(reader, clause, k, at),
        "trial" => verdict::tried(reader, clause, k, end),
        "culprit" => culprit::described(reader, clause, end),
        "inquiry" => implied(reader, clause, k).filter(|_| tried(reader, clause, k)),
        // "was carried out this morning by rebels".
        "agent-before" if !of_event(reader, clause, end) => by(reader, clause, k),
        "agent-before" if postposed(reader, at) => told(reader, clause, k, at),
        "agent-before" | "claim" | "charged" => {
            let own = |v: &usize| {
                !denies(reader, clause, *v) && !told_of(reader, clause, *v) && !disclaimer::asks(reader, clause, *v)
            };
            let verb = verb_at(clause, k).filter(own).filter(|&v| !disclaimer::of_object(reader, clause, v));
            let beside = || {
                Some(k).filter(|_| value == "charged" && verb == Some(k)).and_then(|k| participle_of(reader, clause, k))
            };
            let whom = || Some(k).filter(|_| value == "charged").and_then(|k| culprit::whom(clause, k));
            let found = whom().or_else(|| held(reader, clause, k, at)).or_else(beside);
            let found = found.or_else(|| verb.and_then(|v| actor(reader, clause, v)));
            found.map(|f| {
                Some(f).filter(|_| value != "charged").and_then(|f| mouthpiece::of(reader, clause, f)).unwrap_or(f)
            })
        }
        _ => None,
    }
}

/// "identified themselves as ELN MEMBERS", "as members of THE ELN": a band that has a name; who poses as police is none.
fn band_named(reader: Reader, clause: Clause, at: usize) -> bool {
    let band = |m: usize| reader.mentions.get(m).and_then(Mention::org_kind).is_some_and(is_band);
    let names =
        |k: usize| clause.noun(k).is_some_and(|n| n.org.into_iter().chain(n.inner_orgs.iter().copied()).any(band));
    names(at) || reader.whole(clause, at).is_some_and(names)
}

/// "the arrest of THOSE responsible for": the words before the cue are those whom it tells of, not the subject of a verb.
fn postposed(reader: Reader, cue: usize) -> bool {
    let tag = cue.checked_sub(1).map(|t| reader.doc.tag(t));
    tag.is_some_and(|t| matches!(t, Tag::DT | Tag::NN | Tag::NNS)) && reader.doc.tag(cue).is_adjective()
}

/// "the GUERRILLAS responsible for": the noun right before the cue, if it says who they are.
fn told(reader: Reader, clause: Clause, k: usize, cue: usize) -> Option<usize> {
    let near = (0..=k).rev().find(|&b| clause.chunks[b].tokens.end <= cue)?;
    let right_before = clause.chunks[near].tokens.end == cue && clause.noun(near).is_some();
    (right_before && reader.sort_at(clause, near) != Sort::Generic).then_some(near)
}

/// "arrested X ON CHARGES OF being involved in": the words before the verb tell whom it is said of, not its subject.
pub(super) fn told_of(reader: Reader, clause: Clause, verb: usize) -> bool {
    let start = clause.chunks[verb].tokens.start;
    (1..=CLAIM).filter_map(|n| start.checked_sub(n)).any(|t| cue(reader, t) == Some(("implied", start)))
}

/// "X was jailed for INVOLVEMENT IN", "arrested X ON CHARGES OF": who was brought to court, else who acted.
fn implied(reader: Reader, clause: Clause, k: usize) -> Option<usize> {
    if clause.noun(k).is_some_and(|n| n.owner.as_ref().is_some_and(|o| reader.doc.tag(o.start) != Tag::PRPS)) {
        return None; // "condemned the army's involvement in"
    }
    let verb = verb_at(clause, k).filter(|&v| !denies(reader, clause, v))?;
    let object = clause.object(verb).filter(|&o| o < k && !clause.passive(verb) && reader.sort_at(clause, o).can_act());
    object.or_else(|| actor(reader, clause, verb))
}

/// "were ARRESTED in Lima in connection with": the verb before the cue tells what police or a court did.
fn tried(reader: Reader, clause: Clause, k: usize) -> bool {
    verb_at(clause, k).and_then(|v| clause.verb(v)).is_some_and(|v| reader.in_court(v.head))
}

/// "DENIED involvement in": accuses nobody.
pub(super) fn denies(reader: Reader, clause: Clause, verb: usize) -> bool {
    clause.verb(verb).and_then(|v| modality::told(reader, v.head)) == Some(Status::Denied)
}

/// "is said to BE THE MASTERMIND OF": the cue says what the subject is.
fn predicate(reader: Reader, clause: Clause, k: usize) -> bool {
    let verb = k.checked_sub(1).and_then(|v| clause.verb(v));
    verb.is_some_and(|v| !v.negated && reader.auxiliary(v.head) == Some("be"))
}

/// "the trial of EIGHT OFFICERS implicated in", "of X, accused of": whom the participle right behind describes.
fn participle_of(reader: Reader, clause: Clause, k: usize) -> Option<usize> {
    let bare = clause.verb(k).is_some_and(|v| v.bare && !v.passive && !v.auxiliary) && clause.passive(k);
    let comma = usize::from(k > 0 && clause.is(k - 1, Chunk::is_comma));
    let near = k.checked_sub(1 + comma).filter(|&n| bare && clause.noun(n).is_some())?;
    // "ONE OF THE LEADERS accused of": one of them.
    let outer = near.checked_sub(2).filter(|&n| reader.whole(clause, n) == Some(near));
    (clause.in_phrase(near) && reader.sort_at(clause, near).is_human()).then_some(outer.unwrap_or(near))
}

/// "Those responsible for the murder ARE TWO SOLDIERS": behind the next verb, if that is "be".
fn equated(reader: Reader, clause: Clause, k: usize) -> Option<usize> {
    let be = (k + 1..clause.chunks.len()).find(|&j| clause.verb(j).is_some_and(|v| !v.gerund))?;
    let verb = clause.verb(be).filter(|v| !v.negated && reader.auxiliary(v.head) == Some("be"))?;
    clause.object(be).filter(|_| !verb.modal)
}

/// "THE REBELS freed X", "X was released by THE REBELS": only those who take captive, not courts.
fn captor(reader: Reader, clause: Clause, k: usize) -> Option<usize> {
    clause.verb(k)?;
    let found = if clause.passive(k) { by(reader, clause, k) } else { clause.subject(k) }?;
    let band = |m: &Mention| m.org_kind().is_some_and(is_band);
    let group = clause.noun(found).and_then(|n| n.org).and_then(|m| reader.mentions.get(m)).is_some_and(band);
    (group || reader.sort_at(clause, found) == Sort::Attacker).then_some(found)
}

/// "was intercepted by FOUR MEN": people whom the text does not know, no police at a roadblock.
fn stopper(reader: Reader, clause: Clause, k: usize) -> Option<usize> {
    let verb = clause.verb(k).filter(|v| !v.negated)?;
    // "a car intercepted BY FOUR MEN", "FOUR MEN left on foot".
    let agent = || by(reader, clause, k).filter(|_| clause.passive(k) || verb.bare && clause.object(k).is_none());
    let found = agent().or_else(|| clause.subject(k).filter(|_| !verb.passive))?;
    let nameless = clause.noun(found).is_some_and(|n| n.person.is_none() && !n.pronoun);
    (nameless && matches!(reader.sort_at(clause, found), Sort::Attacker | Sort::Generic)).then_some(found)
}

/// "attributed the attacks in May TO X": what is attributed must be a deed, not the fall in crime.
fn attributed(reader: Reader, clause: Clause, verb: usize) -> Option<usize> {
    let passive = clause.passive(verb);
    let what = if passive { clause.subject(verb) } else { clause.object(verb) };
    let told =
        what.and_then(|k| clause.noun(k)).is_some_and(|n| is_deed(reader, n.head) || bare::points_back(reader, n.head));
    behind(reader, clause, what.filter(|_| !passive).unwrap_or(verb), "to").filter(|_| told)
}

/// "puts the blame for the attack ON X": who stands behind the preposition.
pub(super) fn behind(reader: Reader, clause: Clause, at: usize, name: &str) -> Option<usize> {
    let mut phrases = clause.phrases_after(at).into_iter();
    let found = phrases.find(|(prep, noun)| prep_is(reader, clause, *prep, name) && clause.noun(*noun).is_some());
    found.map(|(_, noun)| noun)
}

/// "carried out AN attack", not "conducted AN enquiry": behind a cue that ends with an article stands what was done.
fn of_event(reader: Reader, clause: Clause, end: usize) -> bool {
    let article = end.checked_sub(1).is_some_and(|t| reader.doc.tag(t) == Tag::DT);
    let chunk = clause.chunks.iter().find(|c| c.tokens.contains(&end));
    let day = chunk.is_some_and(Chunk::is_date); // "carried out this morning"
    // "A judge ordered the ARREST of two officers": no crime.
    let official = |word| {
        let mut rules = reader.patterns.frames.of_word(word).peekable();
        rules.peek().is_some() && rules.all(|rule| rule.methods.iter().all(|m| of_authorities(m)))
    };
    let event = |n: &Noun| is_event(reader, n.head) && !official(reader.doc.word(n.head));
    !article || !day && chunk.and_then(Chunk::noun).is_none_or(event)
}

/// A word for a deed, or that starts a rule of its own.
pub(super) fn is_event(reader: Reader, at: usize) -> bool {
    is_deed(reader, at) || reader.patterns.frames.starting_with(reader.doc.word(at)).any(|(_, rule)| rule.plain())
}

/// "NO GROUP has claimed responsibility", "the right and NOT THE LEFT committed these murders".
fn nobody(reader: Reader, clause: Clause, at: usize) -> bool {
    let start = clause.chunks[at].tokens.start;
    let but = start.checked_sub(1).is_some_and(|t| reader.doc.norm(t) == "not");
    but || modality::told(reader, start) == Some(Status::Denied)
}

/// "They hold THE ARMY responsible for": the object right before the cue, after an active verb.
fn held(reader: Reader, clause: Clause, k: usize, cue: usize) -> Option<usize> {
    let near = clause.before(k)?;
    let verb = (0..near).rev().find(|&j| clause.verb(j).is_some()).filter(|&v| clause.object(v).is_some())?;
    let first = clause.object(verb).filter(|&o| o == near || clause.group(o).contains(&near))?;
    let object = clause.noun(near).is_some() && clause.verb(verb).is_some_and(|v| !v.passive);
    (object && clause.chunks[k].tokens.start == cue && reader.sort_at(clause, first).can_act()).then_some(first)
}

/// An unknown name, or an organisation without one, can claim an attack.
fn organised(reader: Reader, clause: Clause, at: usize) -> bool {
    let Some(noun) = clause.noun(at) else { return false };
    let class = reader.patterns.classes.org_heads;
    let head = reader.is(noun.head, class);
    head || matches!(reader.doc.tag(noun.head), Tag::NNP | Tag::NNPS)
}

/// Somebody claims an attack in the tokens, or is blamed for what was told before: "the action was attributed to X".
pub fn claimed(reader: Reader, tokens: std::ops::Range<usize>) -> bool {
    blamed_for_it(reader, tokens.clone()) || verdict::stands(reader, tokens)
}

/// ... by words of blame, not only before a court.
pub fn blamed_for_it(reader: Reader, tokens: std::ops::Range<usize>) -> bool {
    told_of_deed(reader, tokens.clone()) || bare::stands(reader, tokens)
}

/// ... and names the deed, or says in words of its own that there was one: "claimed responsibility".
pub fn told_of_deed(reader: Reader, tokens: std::ops::Range<usize>) -> bool {
    let deed = || tokens.clone().any(|t| deed(reader, t));
    let alone = |value: &str, end: usize| match value {
        "culprit" => reader.doc.text(end) == ",",
        _ => matches!(value, "claim" | "stops" | "points"),
    };
    let blames = |value: &str| !matches!(value, "captor" | "culprit") && deed();
    tokens.clone().any(|t| cue(reader, t).is_some_and(|(value, end)| alone(value, end) || blames(value)))
}

/// "the action", "this crime": a noun that points back to an attack.
pub fn deed(reader: Reader, at: usize) -> bool {
    let back = |t: usize| matches!(reader.doc.norm(t), "the" | "this" | "that" | "these" | "such");
    let opens = (1..=DETERMINER).filter_map(|n| at.checked_sub(n)).take_while(|&t| !reader.doc.tag(t).is_verb());
    is_deed(reader, at) && opens.into_iter().any(back)
}

/// A word for a deed.
pub fn is_deed(reader: Reader, at: usize) -> bool {
    reader.is(at, reader.patterns.classes.deeds)
}

/// "BOTH attacks", "these TWO brutal murders": how many, when the words before the noun point back to them.
pub fn counted(reader: Reader, at: usize) -> Option<usize> {
    let before = || (1..=DETERMINER).filter_map(|n| at.checked_sub(n)).take_while(|&t| !reader.doc.tag(t).is_verb());
    let both = before().any(|t| reader.doc.norm(t) == "both");
    let back = before().any(|t| matches!(reader.doc.norm(t), "the" | "these" | "those"));
    let number = |t: usize| reader.value(t, reader.patterns.classes.numbers?)?.parse().ok();
    let told = before().find_map(number).filter(|_| back);
    told.or(both.then_some(2))
}

/// "claimed responsibility FOR killing": the words end a claim.
pub fn ends_claim(reader: Reader, end: usize) -> bool {
    let day = |t: usize| {
        reader.doc.tag(t) == Tag::NN || matches!(reader.doc.tag(t), Tag::CD | Tag::NNP) || reader.doc.tag(t).is_adverb()
    };
    let up_to =
        |from: usize| from == end || (from < end && reader.doc.norm(end - 1) == "for" && (from..end - 1).all(day));
    (1..=DATED_CLAIM)
        .filter_map(|n| end.checked_sub(n))
        .any(|t| cue(reader, t).is_some_and(|(v, e)| v == "claim" && up_to(e)))
}

fn cue<'a>(reader: Reader<'a>, at: usize) -> Option<(&'a str, usize)> {
    let hit = reader.doc.hit(at, reader.patterns.classes.blame?)?;
    Some((&reader.patterns.lexicon.entry(hit.entry)?.value, at + hit.len as usize))
}

fn verb_at(clause: Clause, k: usize) -> Option<usize> {
    clause.verb(k).map(|_| k).or_else(|| (0..k).rev().find(|&j| clause.verb(j).is_some()))
}

/// The first noun group that begins at or after the token.
fn after(clause: Clause, k: usize, end: usize) -> Option<usize> {
    let next = (k..clause.chunks.len()).find(|&j| clause.chunks[j].tokens.start >= end)?;
    Some(next).filter(|&j| clause.chunks.get(j).is_some_and(|c: &Chunk| c.noun().is_some()))
}

/// "at Moscow's request", "on orders FROM THE CARTEL": the owner in a phrase whose head asks or orders, or who is named behind it.
/// Gives their tokens.
pub fn behest(reader: Reader, clause: Clause) -> Vec<std::ops::Range<usize>> {
    let class = reader.patterns.classes.behest;
    let asks = |k: &usize| clause.noun(*k).is_some_and(|n| reader.is(n.head, class));
    let asked = (0..clause.chunks.len()).filter(asks);
    let owner = |k: usize| clause.noun(k)?.owner.clone().filter(|o| !o.is_empty());
    let orders = asked.filter_map(|k| owner(k).or_else(|| commander(reader, clause, k)));
    orders.chain((0..clause.chunks.len()).filter_map(|k| shared_in(reader, clause, k))).collect()
}

/// "THE ARMY's role in the murder", "MOSCOW's responsibility for the attack": the owner of a share in a deed.
fn shared_in(reader: Reader, clause: Clause, at: usize) -> Option<std::ops::Range<usize>> {
    let noun = clause.noun(at)?;
    let owner = noun.owner.clone().filter(|o| !o.is_empty() && reader.doc.tag(o.start) != Tag::PRPS)?;
    let (value, end) = cue(reader, noun.head)?;
    let share = matches!(value, "implied" | "share") && disclaimer::names_deed(reader, clause, end);
    let verb = verb_at(clause, at).is_some_and(|v| denies(reader, clause, v));
    let told = share && !verb && !disclaimer::stands(reader, clause, at, noun.head..end);
    told.then_some(owner)
}

/// "killed ON ORDERS FROM the cartel": who gave them.
fn commander(reader: Reader, clause: Clause, at: usize) -> Option<std::ops::Range<usize>> {
    let word = at.checked_sub(1).map_or("", |k| reader.doc.norm(clause.chunks[k].tokens.start));
    let led = matches!(word, "on" | "upon" | "under" | "following" | "at");
    let tokens = clause.chunks[at].tokens.clone();
    let lone = led && (tokens.len() == 1 || tokens.len() == 2 && reader.doc.tag(tokens.start) == Tag::DT);
    let giver = at + 2;
    let from = clause.chunks.get(at + 1).is_some_and(Chunk::is_prep)
        && ["from", "of"].iter().any(|word| prep_is(reader, clause, at + 1, word));
    let acts = clause.noun(giver).is_some() && reader.sort_at(clause, giver).can_act();
    (lone && from && acts).then(|| clause.chunks[giver].tokens.clone())
}
