//! Who says "I": '"I was beaten," X said', 'X, a farmer, said: "They shot at us."'
//!
//! Input: a pronoun of the first person inside a quote; output: the person who is said to speak in the same paragraph.

use super::teller::tells;
use crate::document::Tag;
use crate::frames::Frame;
use crate::frames::people::argument::Reader;
use crate::frames::people::pronoun;
use crate::mentions::{Gender, Mention, PersonValue};
use std::ops::Range;

/// Tokens between the verb of saying and the name of the speaker.
const REACH: usize = 10;

/// Sentences of a paragraph on either side.
const AROUND: usize = 3;

/// The speaker whom the pronoun at `token` stands for.
pub fn speaker<'a>(read: Reader<'a>, token: usize, frame: &Frame) -> Option<&'a PersonValue> {
    let own = pronoun::value(read, read.doc.norm(token)) == Some("self");
    if own { teller(read, token, frame) } else { None }
}

/// Who is quoted with the words at `token`.
pub fn teller<'a>(read: Reader<'a>, token: usize, frame: &Frame) -> Option<&'a PersonValue> {
    let block = paragraph(read, frame.sentence)?;
    let quoted = quoted(read, &block);
    let inside = |t: usize| t.checked_sub(block.start).and_then(|n| quoted.get(n)).is_none_or(|q| *q);
    if !inside(token) || inside_inner(read, block.start..token) {
        return None;
    }
    let verbs = block.clone().filter(|&t| !inside(t) && read.reports(t));
    let near = verbs.min_by_key(|&t| (t.abs_diff(token), t))?;
    let free = |range: Range<usize>| range.clone().all(|t| !inside(t)).then_some(range);
    let behind = free(near + 1..(near + 1 + REACH).min(block.end)).or_else(|| cut(near + 1, block.end, &inside));
    let ahead = near.saturating_sub(REACH).max(block.start)..near;
    named_before(read, ahead, &inside).or_else(|| named_after(read, behind?)).filter(|p| p.press.is_none())
}

/// "B, WHO lives abroad and SAYS she": a verb of saying right before the pronoun, in a clause about the nearest person.
pub fn tells_of_self(read: Reader, mention: &Mention, pronoun: usize) -> bool {
    let says = |t: usize| read.reports(t) && read.doc.tag(t).is_verb();
    let that = |t: usize| read.doc.norm(t) == "that" && t > 0 && says(t - 1);
    let told = pronoun.checked_sub(1).is_some_and(|t| says(t) || that(t));
    let clause = (mention.tokens.end..pronoun).rev().take_while(|&t| read.doc.text(t) != ",");
    told && clause.into_iter().any(|t| read.doc.tag(t) == Tag::WP)
}

/// The tokens from `from` on that stand outside of the quote.
fn cut(from: usize, end: usize, inside: &dyn Fn(usize) -> bool) -> Option<Range<usize>> {
    let stop = (from..end).take(REACH).find(|&t| inside(t))?;
    (stop > from).then_some(from..stop)
}

/// "X said", "X, a farmer, told": the person named nearest before the verb, or whom "he" stands for.
fn named_before<'a>(read: Reader<'a>, range: Range<usize>, inside: &dyn Fn(usize) -> bool) -> Option<&'a PersonValue> {
    let from = range.clone().rev().find(|&t| inside(t)).map_or(range.start, |t| t + 1);
    let last = range.end.checked_sub(1)?;
    match pronoun::value(read, read.doc.norm(last)) {
        Some("m") => told_before(read, last, Gender::Male),
        Some("f") => told_before(read, last, Gender::Female),
        _ => persons(read, from..range.end).last().map(|(_, p)| p),
    }
}

/// "said X", "said the farmer X".
fn named_after<'a>(read: Reader<'a>, range: Range<usize>) -> Option<&'a PersonValue> {
    persons(read, range).next().map(|(_, p)| p)
}

fn told_before(read: Reader<'_>, token: usize, gender: Gender) -> Option<&PersonValue> {
    let number = read.doc.sentence_number(token);
    let from = read.doc.sentences.get(number.saturating_sub(AROUND))?.tokens.start;
    let fits = |p: &PersonValue| p.gender == gender || p.gender == Gender::Unknown;
    let near = || persons(read, from..token).rev().filter(|(_, p)| fits(p));
    // "B told us that A was ill. "...," HE added": who goes on telling.
    near().find(|(m, _)| tells(read, m)).or_else(|| near().next()).map(|(_, p)| p)
}

fn persons(read: Reader<'_>, range: Range<usize>) -> impl DoubleEndedIterator<Item = (&Mention, &PersonValue)> {
    read.mentions[read.inside(&range)].iter().filter_map(|m| Some((m, m.person()?)))
}

/// The tokens of the sentence's paragraph, a few sentences of it at most.
fn paragraph(read: Reader, sentence: usize) -> Option<Range<usize>> {
    let block = read.doc.sentences.get(sentence)?.block;
    let same = |n: &usize| read.doc.sentences.get(*n).is_some_and(|s| s.block == block);
    let first = (sentence.saturating_sub(AROUND)..=sentence).find(same)?;
    let last = (sentence..=sentence + AROUND).take_while(same).last()?;
    Some(read.doc.sentences.get(first)?.tokens.start..read.doc.sentences.get(last)?.tokens.end)
}

/// '"None of them said: ‘He beat ME’"': a quote inside the quote has a speaker of its own.
fn inside_inner(read: Reader, before: Range<usize>) -> bool {
    let marks = before.rev().map(|t| read.doc.text(t)).find(|text| matches!(*text, "‘" | "’" | "“" | "”"));
    marks == Some("‘")
}

/// For each token, whether it stands in a quote.
fn quoted(read: Reader, block: &Range<usize>) -> Vec<bool> {
    let mut open = false;
    let mut out = Vec::with_capacity(block.len());
    for t in block.clone() {
        match read.doc.text(t) {
            "“" => open = true,
            "”" => open = false,
            "\"" => open = !open,
            _ => {}
        }
        out.push(open);
    }
    out
}
