//! Relative clauses: where they begin, and what their pronoun stands for.
//!
//! Input: the chunks of a sentence; output: chunk indices.

use crate::document::Tag;
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::syntax::chunk::{Chunk, Kind};
use crate::frames::syntax::clause::Clause;
use crate::frames::syntax::series::Series;
use crate::patterns::frames::FrameRule;

/// Chunks between the commas around "five of them Spaniards".
const COUNTED: usize = 6;

/// Chunks between a deed and the clause that tells of it.
const HUNG: usize = 10;

/// For each "who" or "whose" after a comma and a thing, the person whom the thing is told of: "A, a member of the Party, WHO".
pub(super) fn persons_meant(reader: Reader, chunks: &[Chunk], series: &Series) -> Vec<(usize, usize)> {
    let personal = |k: usize| matches!(reader.doc.tag(chunks[k].tokens.start), Tag::WP | Tag::WPS);
    let relative = (2..chunks.len()).filter(|&k| matches!(chunks[k].kind, Kind::Relative) && personal(k));
    let person = |k: usize| {
        let aside = chunks[k - 1].is_comma();
        let near = || {
            let found = bearer(reader, chunks, k).or_else(|| called(reader, chunks, k));
            found.or_else(|| kept_by(reader, chunks, k).map(|role| series.base(role)))
        };
        let counted = || counted_before(reader, chunks, series, k - 1);
        if aside { counted().or_else(|| person_before(reader, chunks, series, k - 1)) } else { near() }
    };
    let persons = relative.filter_map(|k| Some((k, person(k)?)));
    persons.chain(events_meant(reader, chunks)).collect()
}

/// "six priests, FIVE OF THEM Spaniards, who": those of whom some are counted.
fn counted_before(reader: Reader, chunks: &[Chunk], series: &Series, close: usize) -> Option<usize> {
    let open = (0..close).rev().take(COUNTED).find(|&k| chunks[k].is_comma())?;
    let [some, of, them, ..] = &chunks[open + 1..close] else { return None };
    let pronoun = them.noun().is_some_and(|n| n.pronoun);
    let inside = some.noun().is_some() && reader.doc.norm(of.tokens.start) == "of" && pronoun;
    let all = open.checked_sub(1).filter(|&k| inside && chunks[k].noun().is_some());
    all.map(|k| series.base(k)).filter(|&k| reader.sort(&chunks[k]).is_human())
}

/// "men ARMED WITH MACHETES who": those whom the participle before the thing describes.
fn bearer(reader: Reader, chunks: &[Chunk], relative: usize) -> Option<usize> {
    let thing =
        relative.checked_sub(1).filter(|&k| chunks[k].noun().is_some() && !reader.sort(&chunks[k]).is_human())?;
    let participle =
        thing.checked_sub(2).filter(|&k| chunks[k + 1].is_prep() && chunks[k].verb().is_some_and(|v| v.bare))?;
    participle.checked_sub(1).filter(|&k| reader.sort(&chunks[k]).is_human())
}

/// "the BODYGUARD of A who was": a name takes no such clause without a comma, but the role before it does.
fn kept_by(reader: Reader, chunks: &[Chunk], relative: usize) -> Option<usize> {
    let role = relative.checked_sub(1).and_then(|name| role_of(reader, chunks, name))?;
    let one = chunks[role].noun().is_some_and(|n| n.person.is_none() && reader.doc.tag(n.head) == Tag::NN);
    (one && reader.sort(&chunks[role]).is_human()).then_some(role)
}

/// "the BODYGUARD of A": what stands before "of" and the name at `name`; "the MOTHER of A who was shot" is named for what befell A.
fn role_of(reader: Reader, chunks: &[Chunk], name: usize) -> Option<usize> {
    let role = name.checked_sub(2).filter(|_| reader.sort(&chunks[name]) == Sort::Named)?;
    let of = chunks[role + 1].is_prep() && reader.doc.norm(chunks[role + 1].tokens.start) == "of";
    (of && reader.sort(&chunks[role]) != Sort::Kin).then_some(role)
}

/// "A (1928–1976) WAS A REPORTER with the paper WHO": whoever is said to be one.
fn called(reader: Reader, chunks: &[Chunk], relative: usize) -> Option<usize> {
    let human = |k: usize| reader.sort(&chunks[k]).is_human();
    let outer = |k: &usize| k.checked_sub(2).filter(|_| !human(*k) && chunks[k - 1].is_prep());
    let role = std::iter::successors(relative.checked_sub(1), outer).last().filter(|&k| k > 1 && human(k))?;
    let one = chunks[role].noun().is_some_and(|n| n.person.is_none() && reader.doc.tag(n.head) == Tag::NN);
    let is = |c: &Chunk| c.verb().is_some_and(|v| !v.negated && reader.auxiliary(v.head) == Some("be"));
    let be = Some(role - 1).filter(|&k| one && is(&chunks[k]))?;
    let open = |k: &usize| !matches!(chunks[*k].kind, Kind::Verb(_) | Kind::Stop | Kind::Opener | Kind::Relative);
    (0..be).rev().take_while(open).find(|&k| chunks[k].noun().is_some_and(|n| n.person.is_some()))
}

/// "the attack on a town THAT KILLED three": what hurt somebody was the attack, not the town.
fn events_meant(reader: Reader, chunks: &[Chunk]) -> impl Iterator<Item = (usize, usize)> {
    let deed = move |k: usize| {
        let class = reader.patterns.classes.deeds;
        chunks[k].noun().is_some_and(|n| reader.is(n.head, class))
    };
    let harms = move |k: usize| {
        let verb = chunks.get(k).and_then(Chunk::verb).filter(|v| !v.passive);
        verb.is_some_and(|v| reader.patterns.frames.of_word(reader.doc.word(v.head)).any(FrameRule::unspecified))
    };
    let thing = move |k: usize| chunks[k].noun().is_some() && !reader.sort(&chunks[k]).is_human();
    let date = move |k: usize| matches!(chunks[k].kind, Kind::Date(_));
    let passes =
        move |k: usize| chunks[k].is_prep() || chunks[k].is_and() || chunks[k].is_comma() || thing(k) || date(k);
    // "the attacks on a union and a school in M, WHICH": over things alone.
    let hung = move |k: usize| {
        let at = (0..k).rev().take(HUNG).find(|&j| deed(j) || !passes(j)).filter(|&j| deed(j))?;
        // "the shooting ON FRIDAY NIGHT that left".
        (thing(k - 1) || date(k - 1) || chunks[k - 1].is_comma() && thing(k - 2))
            .then_some(at)
            .filter(|&j| chunks[j + 1].is_prep())
    };
    let relative = (3..chunks.len()).filter(move |&k| matches!(chunks[k].kind, Kind::Relative));
    relative.filter(move |&k| harms(k + 1)).filter_map(move |k| Some((k, hung(k)?)))
}

/// "X, WHOM gunmen KILLED", "the reporter THAT police ARRESTED": verbs that have a subject of their own behind the pronoun and no
/// object behind them, each with the pronoun, or with the subject where there is no pronoun ("villagers IT had abducted").
pub(super) fn objects(reader: Reader, chunks: &[Chunk]) -> Vec<(usize, usize)> {
    let adverb = |k: &usize| !chunks[*k].is_other();
    let verb = |k: usize| (k + 1..chunks.len()).find(adverb).filter(|&k| chunks[k].verb().is_some_and(|v| !v.passive));
    let free = |k: &usize| chunks.get(k + 1).is_none_or(|c| c.noun().is_none());
    let subject = |k: usize| if touches(reader, chunks, k) { Some(k) } else { behind(reader, chunks, k) };
    // Not "the people they HOLD": what they do at all times; but "whom prosecutors ACCUSE".
    let blames = |at: usize| reader.holds(at..at + 1, reader.patterns.classes.blame);
    let told = |at: &usize| chunks[*at].verb().is_some_and(|v| reader.doc.tag(v.head) != Tag::VBP || blames(v.head));
    let whole = |k: usize| move |subject: usize| with_phrases(reader, chunks, k, subject);
    let taken = |k: usize| Some((subject(k).map(whole(k)).and_then(verb).filter(free).filter(told)?, k));
    let lists = |(verb, k): (usize, usize)| listed(chunks, verb).into_iter().map(move |v| (v, k));
    (1..chunks.len()).filter_map(taken).flat_map(lists).collect()
}

/// "whom two officers OF THE ARMY led away": the last chunk of the subject behind "whom".
fn with_phrases(reader: Reader, chunks: &[Chunk], pronoun: usize, subject: usize) -> usize {
    let whom = reader.doc.norm(chunks[pronoun].tokens.start) == "whom";
    let noun = |k: usize| chunks.get(k).is_some_and(|c| c.noun().is_some());
    let next = |&k: &usize| (chunks.get(k + 1).is_some_and(Chunk::is_prep) && noun(k + 2)).then_some(k + 2);
    if whom { std::iter::successors(Some(subject), next).last().unwrap_or(subject) } else { subject }
}

/// The subject right behind "whom", "that" or "which".
fn behind(reader: Reader, chunks: &[Chunk], at: usize) -> Option<usize> {
    let pronoun = matches!(chunks[at].kind, Kind::Relative)
        && matches!(reader.doc.norm(chunks[at].tokens.start), "whom" | "that" | "which");
    Some(at + 1).filter(|&k| pronoun && chunks.get(k).is_some_and(|c| c.noun().is_some()))
}

/// "the villagers IT had abducted": a subject pronoun right behind people, who are not told something.
fn touches(reader: Reader, chunks: &[Chunk], at: usize) -> bool {
    let told = at.checked_sub(2).and_then(|k| chunks[k].verb()).is_some_and(|v| reader.reports(v.head));
    let people = |c: &Chunk| c.noun().is_some_and(|n| !n.pronoun && n.person.is_none()) && reader.sort(c).is_human();
    is_subject(reader, &chunks[at]) && !told && people(&chunks[at - 1])
}

/// "they", "it": a pronoun alone that may be the subject of a clause that joins a noun without "which".
fn is_subject(reader: Reader, chunk: &Chunk) -> bool {
    let it = || reader.doc.norm(chunk.tokens.start) == "it";
    let alone = chunk.noun().is_some_and(|n| n.pronoun) && chunk.tokens.len() == 1;
    alone && (it() || reader.holds(chunk.tokens.clone(), reader.patterns.classes.subjects))
}

/// "had abducted, TORTURED and KILLED": the verb and the participles listed behind it, none of which has an object.
fn listed(chunks: &[Chunk], verb: usize) -> Vec<usize> {
    let joins = |k: &usize| chunks[*k].is_comma() || chunks[*k].is_and() || chunks[*k].is_other();
    let next = |&at: &usize| {
        let k = (at + 1..chunks.len()).find(|k| !joins(k)).filter(|&k| k > at + 1)?;
        let object = chunks.get(k + 1).is_some_and(|c| c.noun().is_some());
        chunks[k].verb().is_some_and(|v| v.bare && !v.passive && !object).then_some(k)
    };
    std::iter::successors(Some(verb), next).collect()
}

/// ", HIS FAMILY SAYS,": the commas around who tells of it, opening and closing.
pub(super) fn told_asides(reader: Reader, chunks: &[Chunk]) -> Vec<(usize, usize)> {
    let says = |c: &Chunk| c.verb().is_some_and(|v| reader.reports(v.head));
    let date = |k: usize| matches!(chunks[k].kind, Kind::Date(_) | Kind::Prep | Kind::Other);
    let opens = |w: &[Chunk]| w[0].is_comma() && w[1].noun().is_some() && says(&w[2]);
    let opened = chunks.windows(3).enumerate().filter(|(_, w)| opens(w)).map(|(open, _)| open);
    let close = |open: usize| (open + 3..chunks.len()).find(|&k| !date(k)).filter(|&k| chunks[k].is_comma());
    opened.filter_map(|open| Some((open, close(open)?))).collect()
}

/// "A, the founder of a SHIP that rescues migrants, whose phone": the thing of which a clause without commas tells.
fn thing_before_clause(reader: Reader, chunks: &[Chunk], at: usize) -> Option<usize> {
    let open = |k: &usize| !chunks[*k].is_comma() && !matches!(chunks[*k].kind, Kind::Stop | Kind::Opener);
    let relative = (0..at).rev().take_while(open).find(|&k| matches!(chunks[k].kind, Kind::Relative))?;
    let thing = relative.checked_sub(1).filter(|&k| chunks[k].noun().is_some() && !reader.sort(&chunks[k]).is_human());
    thing.filter(|&k| k >= 2 && chunks[k - 1].is_prep())
}

/// Out of the phrases that end before the comma, to what they hang on; none when a person ends them.
fn person_before(reader: Reader, chunks: &[Chunk], series: &Series, comma: usize) -> Option<usize> {
    // "critical of the ARMY, who was beaten": a body is no "who".
    let body = |k: usize| {
        let class = reader.patterns.classes.org_heads;
        let head = chunks[k].noun().filter(|n| n.person.is_none() && reader.doc.tag(n.head) != Tag::NNS);
        head.is_some_and(|n| reader.is(n.head, class))
    };
    let human = |k: usize| reader.sort(&chunks[k]).is_human() && !body(k);
    let mut at = comma.checked_sub(1)?;
    let mut phrases = 0;
    // "A, a bodyguard OF B, WHO was": whoever is described before the comma.
    let described = role_of(reader, chunks, at).map(|role| (role, series.base(role)));
    if let Some((_, person)) = described.filter(|&(k, base)| base != k && reader.sort(&chunks[base]) == Sort::Named) {
        return Some(person);
    }
    if let Some(thing) = thing_before_clause(reader, chunks, at) {
        (at, phrases) = (thing, 1);
    }
    while chunks[at].noun().is_some() && !human(at) && at >= 2 && chunks[at - 1].is_prep() {
        (at, phrases) = (at - 2, phrases + 1);
        if at > 0 && chunks[at].is_other() {
            at -= 1; // "a blogger CRITICAL of"
        }
    }
    let person = series.base(at);
    (phrases > 0 && chunks[at].noun().is_some() && (human(at) || human(person))).then_some(person)
}

impl Clause<'_> {
    /// "a storm THAT STRUCK THE COAST has killed": the noun belongs to a relative clause without commas.
    fn inside_relative(&self, at: usize) -> Option<usize> {
        let open = |k: &usize| !matches!(self.chunks[*k].kind, Kind::Stop | Kind::Comma | Kind::Opener);
        let verb = (0..at).rev().take_while(open).find(|&k| self.verb(k).is_some())?;
        self.relative_before(self.governing(verb))
    }

    /// "a storm THAT STRUCK THE COAST has killed": the storm, where the noun belongs to a relative clause.
    pub(super) fn outside_relative(&self, noun: usize, at: usize) -> Option<usize> {
        match self.inside_relative(noun).filter(|_| !self.after_phrase(noun)) {
            Some(relative) if relative + 1 < at => self.antecedent(relative),
            _ => Some(self.series.base(noun)),
        }
    }

    /// "WANTED to kill", "CONFESSED to shooting", "ACCUSED of plotting to kill": the verb that the infinitive or gerund right
    /// behind it hangs on.
    fn governing(&self, mut verb: usize) -> usize {
        let acts = |k: &usize| self.verb(*k).is_some();
        let above = |k: usize| match self.verb(k) {
            Some(v) if v.infinitive => self.before(k).filter(acts),
            Some(v) if v.gerund => {
                let near = self.before(k);
                near.and_then(|j| if self.is(j, Chunk::is_prep) { self.before(j) } else { Some(j) }).filter(acts)
            }
            _ => None,
        };
        while let Some(k) = above(verb) {
            verb = k;
        }
        verb
    }

    /// "two men RIDING A MOTORCYCLE shot", "two men CONVICTED OF MURDERING X were jailed": where the participle starts that
    /// has the noun at `at` and describes the noun before it.
    pub(super) fn of_participle(&self, at: usize) -> Option<usize> {
        let inner = at.checked_sub(1).filter(|&k| self.verb(k).is_some_and(|v| v.gerund || v.infinitive))?;
        let from = self.governing(inner);
        // "persons BELIEVED TO BE GUERRILLAS": no deed of theirs.
        let deed = (from..=inner).any(|k| self.verb(k).is_some_and(|v| v.gerund));
        let describes = deed && self.verb(from).is_some_and(|v| v.gerund || v.bare && from < inner);
        from.checked_sub(1).filter(|&k| describes && self.noun(k).is_some()).map(|_| from)
    }

    /// "a farm OWNED by X": a participle between its noun and a phrase.
    pub(super) fn postmodifies(&self, at: usize) -> bool {
        let beside = at > 0 && self.noun(at - 1).is_some() && self.in_phrase(at - 1);
        beside && self.is(at + 1, Chunk::is_prep) && self.verb(at).is_some_and(|v| v.bare)
    }

    /// The relative pronoun right before the verb: "a man WHO worked in M was".
    pub(crate) fn relative_before(&self, verb: usize) -> Option<usize> {
        self.before(verb).filter(|&k| self.relative(k))
    }

    /// What a relative pronoun stands for: after a comma, or after what happened there, not the place of a phrase.
    pub fn antecedent(&self, relative: usize) -> Option<usize> {
        if let Some(person) = self.series.meant_by(relative) {
            return Some(person);
        }
        let relative = self.before_quantifier(relative);
        let aside = relative > 0 && self.is(relative - 1, Chunk::is_comma);
        let mut j = relative;
        while j > 0 {
            j -= 1;
            let free = |j: usize| j >= 2 && self.noun(j - 2).is_some() && !self.in_phrase(j - 2);
            match &self.chunks[j].kind {
                Kind::Noun(n) if n.place.is_some() && self.in_phrase(j) && (aside || free(j)) => j -= 1,
                Kind::Noun(n) if aside && n.place.is_some() && self.places_joined(j) => j = self.series.first(j),
                Kind::Noun(_) if aside => return Some(self.series.base(j)),
                Kind::Noun(_) if j >= 2 && self.is(j - 1, Chunk::is_comma) && self.names(j - 2) => return Some(j - 2),
                Kind::Noun(_) => return Some(j),
                Kind::Comma | Kind::Prep | Kind::Other | Kind::Date(_) => {}
                // "a reporter, raised in M, WHO": the description ends before the participle.
                Kind::Verb(v) if aside && v.bare && j > 1 && self.is(j - 1, Chunk::is_comma) => {}
                // "students SHE HAD MET, who": a clause without its pronoun.
                Kind::Verb(_) if j >= 2 && self.noun(j - 1).is_some_and(|n| n.pronoun) => {
                    return self.noun(j - 2).map(|_| self.series.base(j - 2));
                }
                _ => return None,
            }
        }
        None
    }

    /// "the attacks in M and N, WHICH": the last of several places that a preposition governs.
    fn places_joined(&self, at: usize) -> bool {
        let first = self.series.first(at);
        first < at && self.in_phrase(first) && self.noun(first).is_some_and(|n| n.place.is_some())
    }

    /// "BOTH OF whom were": where the clause opens when a counting word and "of" stand before the relative pronoun.
    fn before_quantifier(&self, relative: usize) -> usize {
        let counted = relative >= 3 && self.is(relative - 1, Chunk::is_prep) && self.is(relative - 3, Chunk::is_comma);
        if counted { relative - 2 } else { relative }
    }

    /// A comma that closes a relative clause or participle phrase: the chunk before the comma that opened it.
    pub(super) fn before_aside(&self, close: usize) -> Option<usize> {
        let mut inside = (0..close).rev().take_while(|&k| !matches!(self.chunks[k].kind, Kind::Stop));
        let open = inside.find(|&k| self.chunks[k].is_comma())?;
        let first = &self.chunks.get(open + 1)?.kind;
        let owner = open > 0 && !self.chunks[open - 1].is_comma() && self.verb(open - 1).is_none();
        let aside = match first {
            Kind::Relative => true,
            Kind::Verb(v) => v.gerund || v.bare,
            Kind::And => false,
            _ => owner && !self.states(open + 1, close),
        };
        (aside && open > 0).then(|| open - 1)
    }

    /// The span says something by itself: it holds a finite verb outside relative clauses.
    fn states(&self, from: usize, to: usize) -> bool {
        let relative = (from..to).find(|&k| self.relative(k)).unwrap_or(to);
        (from..relative).any(|k| self.acts(k))
    }

    /// "killed A, WHO WAS 45, and wounded B": where the aside right before the conjunction begins.
    pub(super) fn before_closed_relative(&self, and: usize) -> Option<usize> {
        let close = and.checked_sub(1).filter(|&k| self.is(k, Chunk::is_comma))?;
        let open = self.before_aside(close)?;
        self.relative(open + 2).then_some(open + 1)
    }
}
