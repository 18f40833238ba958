//! Who is attacked for what he is: journalists, activists, clergymen. Their arrest is an incident by itself.
//!
//! A role counts where it stands in the victim's own phrase or description; a role of those who speak up counts for the
//! person throughout the article, wherever a name is introduced by it ("X, a reporter with ...").

use crate::document::Tag;
use crate::frames::Argument;
use crate::frames::people::argument::{Reader, Sort};
use crate::mentions::Mention;
use crate::patterns::lexicon::{ClassId, Entry, phrase_words};
use std::collections::BTreeSet;
use std::ops::Range;

/// Value in `persecuted.csv` of those who are attacked for speaking up.
const VOICE: &str = "voice";

/// Words before a name, and after the comma behind it, in which the role stands.
const BEFORE: usize = 3;
const AFTER: usize = 8;

/// Persons whom the article introduces as journalists, activists and the like.
pub fn voices(reader: Reader) -> BTreeSet<u32> {
    let Some(class) = reader.patterns.classes.persecuted else { return BTreeSet::new() };
    let persons = reader.mentions.iter().filter_map(|m| Some((m, m.person().filter(|p| p.press.is_none())?)));
    let told = persons.filter(|(m, _)| {
        let end = m.tokens.end;
        before(reader, m.tokens.start, class) || after(reader, end, class) || publishes(reader, end)
    });
    told.map(|(_, p)| p.entity).collect()
}

/// "Belarusian blogger X": nouns and adjectives right before the name.
fn before(reader: Reader, start: usize, class: ClassId) -> bool {
    let words = (1..=BEFORE).map_while(|n| start.checked_sub(n).filter(|&t| describes(reader, t)));
    words.into_iter().any(|t| speaks_up(reader, t, class))
}

/// "X, 34, a reporter with the Post,": an apposition that opens right after the name.
fn after(reader: Reader, end: usize, class: ClassId) -> bool {
    let apposed = reader.doc.text(end) == "," && !reader.doc.tag(end + 1).is_verb();
    let goes_on =
        |t: &usize| !reader.doc.tag(*t).is_verb() && !matches!(reader.doc.tag(*t), Tag::WP | Tag::IN | Tag::CC);
    apposed && (end + 1..end + AFTER).take_while(goes_on).any(|t| speaks_up(reader, t, class))
}

/// "X, who had often WRITTEN about the mine,": a relative clause right after the name tells that somebody speaks up in public.
fn publishes(reader: Reader, end: usize) -> bool {
    let relative = reader.doc.text(end) == "," && reader.doc.norm(end + 1) == "who";
    let small = |t: &usize| reader.auxiliary(*t).is_some() || reader.doc.tag(*t).is_adverb();
    let verb = (end + 2..end + AFTER).find(|t| !small(t)).filter(|_| relative);
    verb.and_then(|t| reader.value(t, reader.patterns.classes.publishing?)) == Some("verb")
}

fn describes(reader: Reader, token: usize) -> bool {
    matches!(reader.doc.tag(token), Tag::NN | Tag::JJ | Tag::NNP)
}

fn speaks_up(reader: Reader, token: usize, class: ClassId) -> bool {
    is_voice_word(reader, token, class) && reader.doc.tag(token) == Tag::NN
}

fn is_voice_word(reader: Reader, token: usize, class: ClassId) -> bool {
    reader.value(token, class) == Some(VOICE)
}

/// The word is a role of those who speak up.
pub fn is_voice_at(reader: Reader, token: usize) -> bool {
    reader.patterns.classes.persecuted.is_some_and(|class| is_voice_word(reader, token, class))
}

/// The victim's phrase or description holds such a role, or the article gives the person one.
pub fn persecuted(reader: Reader, victim: &Argument, voices: &BTreeSet<u32>) -> bool {
    let Some(class) = reader.patterns.classes.persecuted else { return victim.sort == Sort::Role };
    let told = victim.tokens.clone().any(|t| reader.doc.is(t, class));
    told || victim.entity.is_some_and(|e| voices.contains(&e)) || has_role(reader, victim, class, |_| true)
}

/// The same for those alone who speak up.
pub fn is_voice(reader: Reader, victim: &Argument, voices: &BTreeSet<u32>) -> bool {
    let Some(class) = reader.patterns.classes.persecuted else { return victim.sort == Sort::Role };
    let described = has_role(reader, victim, class, |e| e.value == VOICE);
    let told = victim.tokens.clone().any(|t| is_voice_word(reader, t, class));
    let told = told || speaks_as_body(reader, victim);
    described || told || victim.entity.is_some_and(|e| voices.contains(&e))
}

/// A newspaper, a station: it speaks up like those who work for it.
pub fn is_outlet(reader: Reader, mention: &Mention) -> bool {
    // "TOLD Reuters": it only passes on what it heard.
    let before = mention.tokens.start.checked_sub(1);
    let heard = before.is_some_and(|t| reader.is(t, reader.patterns.classes.telling));
    // "Gunman opens fire - KSLA NEWS": who published the page.
    let credit = before.is_some_and(|t| matches!(reader.doc.text(t), "(" | "-" | "–" | "—" | "|"));
    !heard && !credit && mention.org_kind() == Some("outlet")
}

/// The victim is a newspaper or a station.
pub fn speaks_as_body(reader: Reader, victim: &Argument) -> bool {
    victim.sort == Sort::Org && holds_outlet(reader, &victim.tokens)
}

/// A newspaper or a station is named in these tokens.
pub fn holds_outlet(reader: Reader, tokens: &Range<usize>) -> bool {
    reader.mentions[reader.inside(tokens)].iter().any(|m| is_outlet(reader, m))
}

/// Somebody who speaks up may be meant in these tokens: by role, or by name.
pub fn heard(reader: Reader, tokens: &Range<usize>, voices: &BTreeSet<u32>) -> bool {
    let inside = reader.mentions[reader.inside(tokens)].iter();
    let named = inside.filter_map(Mention::person).any(|p| voices.contains(&p.entity));
    let word = |class| tokens.clone().any(|t| is_voice_word(reader, t, class));
    named || reader.patterns.classes.persecuted.is_some_and(word)
}

/// The description of a named person holds a word of the class that passes the test.
fn has_role(reader: Reader, victim: &Argument, class: ClassId, test: impl Fn(&Entry) -> bool) -> bool {
    let words = victim.description.as_deref().map(phrase_words).unwrap_or_default();
    words.iter().any(|w| reader.patterns.lexicon.single(w, class).is_some_and(&test))
}

/// Value in `officials.csv` of those who try people.
const COURT: &str = "court";

/// "Judge X": who passes a sentence is no suspect of anything.
pub fn sits_in_court(reader: Reader, person: &Argument) -> bool {
    person.sort == Sort::Named && in_court(reader, person.tokens.start.saturating_sub(1)..person.tokens.end)
}

/// A judge or prosecutor stands in the tokens.
pub fn in_court(reader: Reader, mut tokens: Range<usize>) -> bool {
    let class = reader.patterns.classes.officials;
    class.is_some_and(|class| tokens.any(|t| reader.value(t, class) == Some(COURT)))
}
