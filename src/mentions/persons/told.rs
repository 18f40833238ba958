//! Names of which a word means something else too, shown by what is said right behind them: "Precious Adeniyi, a reporter,".
//!
//! Input: the words of a document; output: runs of tokens that are names whatever else they mean.

use super::kinds::Kind;
use super::words::{COUNTRY, CUED, SURE, Words};
use crate::document::{Shape, Tag};
use crate::sequence::Context;
use std::collections::HashSet;
use std::ops::Range;

/// Weight from which what stands behind a name says that it is a person's.
const SAYS: i32 = 24;

/// Letters of a word in a Vietnamese name, at most.
const SHORT: usize = 6;

/// Weight of a verb behind a name.
const ACTS: i32 = 10;

/// Strength of a surname that is also a month or another word that otherwise belongs to no name.
const FAIR: u8 = 3;

/// Ages of people in the news.
const AGES: std::ops::RangeInclusive<u32> = 5..=110;

/// Strength from which a place is known well.
const TOWN: u8 = 4;

/// Two or three capitals, one of them a word with another meaning, of which the sentence says what is only said of people.
pub fn runs(words: &Words) -> Vec<Range<usize>> {
    let doc = words.doc;
    let aged = aged(words);
    let mut out = Vec::new();
    for sentence in &doc.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let end = (at..sentence.tokens.end).find(|&n| !cased(words, n)).unwrap_or(sentence.tokens.end);
            if end > at {
                // "Journalist Matiullah Jan", "On 25 May Jan": the name begins behind the title and the date.
                let led = |n: usize| matches!(words.kind(n), Kind::Title(_)) || words.is_date_before_name(n);
                let start = (at..end).find(|&n| !led(n)).unwrap_or(end);
                out.extend(Some(start..end).filter(|run| is_name(words, run, &aged)));
                out.extend(Some(end - 1..end).filter(|_| before_particle(words, end - 1)));
            }
            at = end + 1;
        }
    }
    out
}

/// "FARES al-Qadi": a given name that is also a word, before a particle in lower case and a name.
fn before_particle(words: &Words, n: usize) -> bool {
    let f = words.facts(n);
    let hidden = matches!(words.kind(n), Kind::Plain) && words.running(n) && f.given > 0;
    let hyphen = usize::from(words.kind(n + 2) == Kind::Hyphen);
    let particle = words.kind(n + 1) == Kind::Particle && words.particle_fits(n + 1, false, hyphen > 0);
    let lower = words.doc.tokens.get(n + 1).is_some_and(|t| t.shape == Shape::Lower);
    let same = words.doc.tokens.get(n + 2 + hyphen).is_some_and(|t| t.sentence == words.doc.tokens[n].sentence);
    hidden && particle && lower && same && only(words, n + 2 + hyphen)
}

/// "Bate, 41, was": single words that the article gives an age.
fn aged<'a>(words: &'a Words) -> HashSet<&'a str> {
    let doc = words.doc;
    let age = |n: usize| doc.text(n).parse::<u32>().is_ok_and(|age| AGES.contains(&age));
    let told = |n: &usize| doc.text(n + 1) == "," && age(n + 2) && doc.text(n + 3) == "," && cased(words, *n);
    (0..doc.tokens.len()).filter(told).map(|n| doc.norm(n)).collect()
}

fn cased(words: &Words, n: usize) -> bool {
    words.doc.tokens.get(n).is_some_and(|t| t.shape == Shape::Capital)
}

fn is_name(words: &Words, run: &Range<usize>, aged: &HashSet<&str>) -> bool {
    if eastern(words, run) {
        return true;
    }
    let hidden = |n: usize| matches!(words.kind(n), Kind::Plain | Kind::Other);
    let fits = matches!(run.len(), 2 | 3) && words.running(run.start) && run.clone().any(hidden);
    fits && run.clone().any(|n| only(words, n))
        && run.clone().all(|n| may(words, run, n) || n == run.start && aged.contains(words.doc.norm(n)))
        && shown(words, run)
}

/// "NGUYEN Dam Phong": a surname of those few that go before nearly every name of their country, and short words behind it.
fn eastern(words: &Words, run: &Range<usize>) -> bool {
    let class = words.patterns.persons.classes.vietnamese;
    let short = |n: usize| words.doc.norm(n).len() <= SHORT && words.facts(n).place < COUNTRY;
    matches!(run.len(), 3 | 4)
        && words.running(run.start)
        && words.is(run.start, class)
        && run.clone().skip(1).all(short)
}

/// Nothing else than a name, or a word that nobody knows.
fn only(words: &Words, n: usize) -> bool {
    let f = words.facts(n);
    words.kind(n) == Kind::Word && f.word == 0 && f.place <= f.name() && !f.people
}

/// The word may stand where it does in a name; one that closes a sentence's lead-in may not ("Later Adeniyi").
fn may(words: &Words, run: &Range<usize>, n: usize) -> bool {
    let f = words.facts(n);
    let content = matches!(words.patterns.tags_of(words.doc.word(n))[0], Tag::NN | Tag::NNP | Tag::JJ | Tag::VBG);
    let weekday = words.is(n, words.patterns.persons.classes.weekday);
    match words.kind(n) {
        Kind::Word => f.place <= f.name() || f.place < TOWN,
        // "fired at CAN Dündar": no sentence begins there.
        Kind::Plain | Kind::Other if n == run.start => {
            f.given > SURE || f.given > 0 && (content || words.doc.name_like(n))
        }
        Kind::Plain => f.name() > 0 && content,
        // "Matiullah Jan", but "met Dreyfus Sunday afternoon".
        Kind::Other => run.len() == 2 && f.surname >= FAIR && !weekday,
        _ => false,
    }
}

/// What stands before or behind the run is only said of people; behind a given name that everybody knows any verb will do
/// ("SHERRY Digmon has taken").
fn shown(words: &Words, run: &Range<usize>) -> bool {
    let context = Context { doc: words.doc, mentions: &[] };
    let behind = || words.patterns.persons.after.matches_at(context, run.end);
    let enough = if words.facts(run.start).given > SURE && run.len() == 2 { ACTS } else { SAYS };
    words.before(run.start).iter().any(|cue| cue.weight > CUED) || behind().iter().any(|(cue, _)| cue.weight >= enough)
}
