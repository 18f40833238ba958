//! One sentence -> its frames: chunks, triggers, arguments, settings, blame.

use crate::document::Document;
use crate::frames::Status;
use crate::frames::blame::beside;
use crate::frames::blame::{attribution, followup};
use crate::frames::draft::{Draft, Refusal};
use crate::frames::people::argument::{Reader, Sort};
use crate::frames::people::subject::apposed;
use crate::frames::people::{companions, members, standing};
use crate::frames::reading::Reading;
use crate::frames::refusal::genre;
use crate::frames::setting::dating::{self, Event};
use crate::frames::syntax::chunker::Chunker;
use crate::frames::syntax::clause::Clause;
use crate::frames::syntax::series::Series;
use crate::frames::syntax::split;
use crate::frames::trigger::{self, Trigger, entry, means, menace, nominal, parallel, repeated, town, verbal};
use crate::frames::{Argument, Dropped, Frame, blame, fuse, modality, setting, tally};
use crate::mentions::{Mention, Precision, Source};
use crate::patterns::Patterns;
use crate::patterns::frames::{FrameRule, Part};
use crate::patterns::methods::{self, Family, family, of_authorities, takes_captive};
use crate::sequence::Context;
use std::collections::BTreeSet;
use std::ops::Range;

/// Builds the frames of one document, sentence by sentence.
pub struct Builder<'a, 'd> {
    /// The document.
    pub doc: &'a Document<'a>,
    /// All mentions.
    pub mentions: &'a [Mention],
    /// The pack.
    pub patterns: &'a Patterns,
    /// What kind of text it is.
    pub genre: &'a genre::Genre,
    /// Persons whom the article introduces as journalists, activists and the like.
    pub voices: &'a BTreeSet<u32>,
    /// Where dropped readings go.
    pub dropped: &'d mut Vec<Dropped>,
}

impl Builder<'_, '_> {
    /// Frames of sentence `n`.
    pub fn sentence(&mut self, n: usize) -> Vec<Frame> {
        let Some(sentence) = self.doc.sentences.get(n) else { return Vec::new() };
        let rules = &self.patterns.frames;
        let hot = rules.may_trigger(sentence.span.of(&self.doc.article.text))
            && sentence.tokens.clone().any(|t| rules.starts(self.doc.word(t)));
        let claims = blame::claimed(self.reader(), sentence.tokens.clone());
        if !hot && !claims {
            return Vec::new();
        }
        let chunker = Chunker { doc: self.doc, mentions: self.mentions, patterns: self.patterns };
        let mut chunks = chunker.run(sentence.tokens.clone());
        let starts = split::clauses(self.reader(), &mut chunks);
        let mut triggers = trigger::find(self.doc, &chunks, self.patterns);
        triggers.retain(|t| !trigger::in_name(self.mentions, t));
        let voiced = triggers.iter().any(|t| t.rule.voice_needed || t.others.iter().any(|(_, rule)| rule.voice_needed));
        let heard = !voiced || standing::heard(self.reader(), &sentence.tokens, self.voices);
        if !heard && !standing::holds_outlet(self.reader(), &sentence.tokens) {
            triggers = triggers.into_iter().filter_map(Trigger::for_anybody).collect();
        }
        let series = Series::find(self.reader(), &chunks);
        let clause = Clause { chunks: &chunks, series: &series, starts: &starts };
        let tale = genre::is_tale(self.reader(), sentence.tokens.clone());
        let mut built = Vec::new();
        let events: Vec<usize> = triggers.iter().filter(|t| t.rule.part == Part::Noun).map(|t| t.chunk).collect();
        let words: Vec<usize> = triggers.iter().map(|t| t.chunk).collect();
        let idle = |rule: &FrameRule| rule.voice_needed && !heard; // a newspaper is named, and not meant
        let meant =
            |read: &Reading| !read.as_ref().err().is_some_and(|(t, why)| why.of_common_word(t.rule) || idle(t.rule));
        let read = triggers.into_iter().map(|t| (self.first_reading(clause, &t, &events), t));
        let (readings, triggers): (Vec<_>, Vec<_>) = read.filter(|(read, _)| meant(read)).unzip();
        for (i, reading) in readings.into_iter().enumerate() {
            match reading {
                Ok((trigger, draft)) => {
                    let chunk = draft.chunk;
                    let frames = self.heard(&trigger, self.frames(clause, (&triggers, &words), i, &trigger, draft, n));
                    let frames = self.real(&trigger, tale, frames);
                    built.extend(frames.into_iter().map(|frame| fuse::Placed { chunk, frame }));
                }
                Err((trigger, refusal)) => self.drop(&trigger, refusal.0),
            }
        }
        fuse::drop_journeys(&mut built);
        let mut frames = fuse::fuse(clause, built);
        fuse::yield_places(&mut frames);
        tally::settle(self.reader(), &mut frames);
        // "the strike" alone may be one of workers: such a noun only lends its means to the harm told beside it.
        frames.retain(|f| !(f.nominal && f.carrier && f.victims.is_empty() && f.targets.is_empty()));
        attribution::blame(self, clause, &mut frames);
        followup::mark(self.reader(), clause, self.voices, &mut frames);
        if claims && frames.iter().all(|f| followup::detains(f) && f.later) {
            frames.extend(attribution::claim(self, clause, n, !frames.is_empty()));
        }
        frames
    }

    /// What befalls somebody without a name in a film or novel is no incident.
    fn real(&mut self, trigger: &Trigger, tale: bool, mut frames: Vec<Frame>) -> Vec<Frame> {
        let told = frames.len();
        frames.retain(|f| !tale || f.victims.iter().any(|v| v.entity.is_some()));
        if frames.len() < told {
            self.drop(trigger, "told in a film, a novel or the like");
        }
        frames
    }

    pub(super) fn reader(&self) -> Reader<'_> {
        Reader { doc: self.doc, mentions: self.mentions, patterns: self.patterns }
    }

    pub(super) fn drop(&mut self, trigger: &Trigger, because: &str) {
        self.dropped.push(Dropped {
            trigger: trigger.tokens.clone(),
            rule: trigger.rule.rule,
            because: because.to_string(),
        });
    }

    pub(super) fn read(&self, clause: Clause, trigger: &Trigger, events: &[usize]) -> Result<Draft, Refusal> {
        if let Some(why) = self.genre.refuses(&trigger.rule.methods) {
            return Err(Refusal(why));
        }
        if trigger.rule.world.as_deref().is_some_and(|world| !self.genre.speaks_of(world)) {
            return Err(Refusal("the text does not speak of what the rule asks for"));
        }
        if trigger.inside_name && !trigger.rule.plain() {
            return Err(Refusal::OTHER_THING); // "POISONED activist X" was no cat
        }
        let context = Context { doc: self.doc, mentions: self.mentions };
        if self.patterns.suppress.covers(context, &trigger.tokens) {
            return Err(Refusal("an idiom"));
        }
        match trigger.rule.part {
            Part::Verb => verbal::read(self.reader(), clause, trigger, events),
            Part::Noun => nominal::read(self.reader(), clause, trigger),
        }
    }

    /// The frame of a draft, and one for each parallel member.
    fn frames(
        &self,
        clause: Clause,
        (triggers, words): (&[Trigger], &[usize]),
        i: usize,
        trigger: &Trigger,
        mut draft: Draft,
        sentence: usize,
    ) -> Vec<Frame> {
        let like = parallel::likewise(self.reader(), clause, draft.chunk);
        let first = draft.victims.iter().copied().find(|&v| v >= draft.chunk && !like.contains(&v));
        let last = first.and_then(|v| clause.run(v).last().copied());
        let next_trigger = triggers.get(i + 1).map_or(clause.chunks.len(), |t| t.chunk.max(draft.chunk + 1));
        let members = last.map(|v| parallel::members(self.reader(), clause, v, next_trigger));
        let members = members.unwrap_or_else(|| self.further(clause, &draft, next_trigger));
        draft.victims.retain(|v| !members.contains(v));
        draft.agents.retain(|a| !members.contains(a));
        let front = triggers.first().map_or(draft.chunk, |t| t.chunk.min(draft.chunk));
        let end = members.first().map_or(next_trigger, |&k| parallel::fronted(clause, k));
        let mut base = self.frame(clause, trigger, &draft, sentence);
        let members_follow = !members.is_empty();
        let nominal = trigger.rule.part == Part::Noun;
        let of_doer = |k: usize| {
            let reader = self.reader();
            verbal::of_doer(reader, clause, &draft.agents, k) || beside::of_victim(reader, clause, draft.chunk, k)
        };
        let end = end.min(clause.reach(draft.chunk, nominal, of_doer));
        let official = trigger.rule.methods.iter().all(|m| of_authorities(m));
        let seizes = !nominal && trigger.rule.methods.iter().any(|m| takes_captive(m));
        let event = Event { at: draft.chunk, nominal, byword: trigger.inside_name, official, seizes, words };
        let set = setting::of(self.reader(), clause, event, front, end);
        (base.places, base.campus, base.date) = (set.places, set.campus, set.date);
        if base.places.is_empty() {
            base.places = town::places(self.reader(), clause, trigger.rule, &draft);
        }
        base.other_dates = setting::refused(self.reader(), clause, event, front);
        if !members_follow && (base.places.is_empty() || base.date.is_none() || set.fronted) {
            let fronted = base.date.take_if(|_| set.fronted);
            self.shared_setting(clause, triggers[i].chunk, event, &mut base);
            let hour = base.date.take_if(|d| setting::is_hour(self.reader(), *d));
            base.date = base.date.or(fronted).or(hour);
        }
        if trigger.rule.doers {
            (base.places, base.campus, base.date) = (Vec::new(), None, None);
        }
        if let Some(head) = entry::head(self.reader(), sentence) {
            base.places = if base.places.is_empty() { head.places } else { base.places };
            base.date = base.date.or(head.date);
        }
        let counted = companions::is_count(self.reader(), clause, draft.chunk);
        let span = |d: &usize| self.mentions[*d].date().is_some_and(|d| d.precision > Precision::Day);
        base.other_dates.extend(base.date.take_if(|d| trigger.rule.ends || counted && span(d)));
        self.leave_members(clause, &members, &mut base);
        let again = |frame: &Frame| repeated::times(self.reader(), clause, frame);
        let mut out = if members_follow { vec![base.clone()] } else { again(&base) };
        for (m, &member) in members.iter().enumerate() {
            let to = members.get(m + 1).map(|&k| parallel::fronted(clause, k));
            let to = to.unwrap_or(clause.end_of_clause(member).min(next_trigger));
            out.push(self.member(clause, &base, event, member, parallel::fronted(clause, member)..to));
        }
        out
    }

    /// "Three journalists were killed: A in M, B in N ...": the members have frames of their own, and the group is no further victim.
    fn leave_members(&self, clause: Clause, members: &[usize], frame: &mut Frame) {
        let tokens = |k: &usize| clause.chunks[*k].tokens.clone();
        let told = |v: &Argument| members.iter().any(|k| tokens(k) == v.tokens);
        let all = |v: &Argument| members.len() > 1 && v.entity.is_none() && v.count == Some(members.len() as u32);
        if frame.victims.iter().any(told) {
            frame.victims.retain(|v| !told(v) && !all(v));
        }
    }

    /// Members of a list behind a verb whose victims stand before it.
    fn further(&self, clause: Clause, draft: &Draft, end: usize) -> Vec<usize> {
        if draft.victims.is_empty() || clause.verb(draft.chunk).is_none() {
            return Vec::new();
        }
        let listed = parallel::listed(self.reader(), clause, draft.chunk, end);
        if listed.is_empty() { parallel::behind(self.reader(), clause, draft.chunk, end) } else { listed }
    }

    /// "was shot and run over in Spain": the setting after a coordinated verb serves both.
    fn shared_setting(&self, clause: Clause, trigger: usize, event: Event, frame: &mut Frame) {
        let told_inside = |k: usize| clause.verb(trigger).is_some() && clause.in_phrase(k);
        let aside = clause.relative_before(trigger).is_some();
        let joined = |k: &usize| {
            let parts = |k: usize| clause.is_stop(k) || aside && clause.chunks[k].is_comma();
            clause.verb(*k).is_some() && !(trigger..*k).any(parts) || told_inside(*k)
        };
        let next = event.words.iter().copied().find(|&k| k > trigger);
        // "was convicted of the murder and freed in 2014": what is joined to the verb before the noun.
        let apart = |k: &usize| event.nominal && clause.partner(*k).is_some_and(|p| p < event.at);
        let other = |k: &usize| clause.main(*k) != clause.main(trigger) || event.closed_before(clause, *k);
        // "shot a day AFTER THE MURDER of X in Leeds".
        let later = |k: &usize| dating::later_deed(self.reader(), clause, *k);
        let Some(next) = next.filter(joined).filter(|k| !apart(k) && !other(k) && !later(k)) else { return };
        let mut set = setting::Setting::default();
        let shared = Event { at: next, ..event };
        setting::collect(self.reader(), clause, shared, next..clause.end_of_clause(next), &mut set);
        set.date = set.date.filter(|d| !(event.official && setting::reason::dates(self.reader(), clause, trigger, *d)));
        set.date = set.date.filter(|d| !setting::side_dates::of_sequel(self.reader(), clause, event, *d));
        if frame.places.is_empty() {
            frame.places = set.places;
        }
        frame.date = frame.date.or(set.date);
    }

    fn member(&self, clause: Clause, base: &Frame, event: Event, at: usize, chunks: Range<usize>) -> Frame {
        let mut set = setting::Setting::default();
        setting::collect(self.reader(), clause, Event { at, nominal: false, ..event }, chunks, &mut set);
        let town = |k: &usize| clause.noun(*k).is_some_and(|n| n.place.is_some()); // "Ana Diaz (Lima, 3 May)"
        let run = clause.run(at).into_iter().filter(|k| !town(k));
        let victims = run.map(|k| self.reader().argument_at(clause, k)).collect();
        Frame { victims, places: set.places, date: set.date, ..base.clone() }
    }

    fn frame(&self, clause: Clause, trigger: &Trigger, draft: &Draft, sentence: usize) -> Frame {
        let reader = self.reader();
        let rule = trigger.rule;
        let mut victims: Vec<Argument> = draft.victims.iter().map(|&k| self.argument(clause, k)).collect();
        let members = draft.victims.iter().flat_map(|&k| members::of(reader, clause, k));
        let members: Vec<usize> = members.filter(|k| !draft.victims.contains(k) && !draft.agents.contains(k)).collect();
        // Members of a group add nothing to its number.
        let counted = victims.iter().any(|v| v.count.is_some_and(|n| n > 1));
        let member = |k: usize| self.argument(clause, k);
        victims.extend(
            members
                .into_iter()
                .map(member)
                .map(|a| Argument { count: a.count.filter(|_| !counted).or(counted.then_some(0)), ..a }),
        );
        victims.extend(draft.owner_victim.as_ref().map(|c| reader.argument(c)));
        if victims.is_empty() && rule.part == Part::Verb {
            victims.extend(entry::victim(reader, clause, trigger, draft.chunk));
        }
        // "the offices of the weekly Prensa": whoever speaks up there was meant.
        let bombed = || rule.methods.iter().any(|m| m == "bombing"); // meant for the building
        let speaks = |a: &Argument| standing::speaks_as_body(reader, a) && !bombed();
        let thing = |a: &Argument| !a.sort.is_human() && rule.targets && !speaks(a);
        let (targets, victims) = victims.into_iter().partition(thing);
        let status =
            modality::status(self.doc, clause.chunks, draft.chunk, trigger.tokens.start, rule.status, self.patterns);
        let status = status.max_by_rank(modality::after(self.doc, trigger, self.patterns));
        let status = if draft.commissioned && status == Status::Reported { Status::Planned } else { status };
        let menace = menace::of(reader, clause, trigger, draft, status);
        let status = if menace.is_some() { Status::Threatened } else { status };
        let instruments = self.instruments(clause, draft);
        let mut perpetrators = self.agents(clause, draft);
        if let Some(authors) = menace.as_ref().filter(|authors| !authors.is_empty()) {
            perpetrators = authors.iter().flat_map(|&k| self.agent(clause, k)).collect();
        }
        let mut methods = means::methods(reader, rule, &instruments, &perpetrators);
        if menace.is_some() {
            methods = vec![methods::THREAT.to_string()]; // it has hurt nobody yet
        }
        let harms = || rule.methods.iter().any(|m| family(m) != Family::Pressure);
        let fatal = rule
            .fatal
            .or_else(|| (harms() && modality::deadly(self.reader(), clause.chunks, draft.chunk)).then_some(true));
        let first = clause.chunks[trigger.chunk].tokens.start;
        Frame {
            trigger: trigger.tokens.clone(),
            sentence,
            quote: self.doc.sentences[sentence].span,
            methods,
            victims,
            perpetrators,
            instruments,
            targets,
            places: Vec::new(),
            campus: None,
            date: None,
            other_dates: Vec::new(),
            status,
            fatal: fatal.filter(|_| status.happened()),
            injures: reader.holds(trigger.tokens.start..trigger.tokens.start + 1, self.patterns.classes.injuring),
            carrier: rule.carrier,
            weak: rule.weak,
            later: rule.later || trigger.inside_name,
            lasting: rule.lasting,
            custody: rule.custody,
            legal: rule.voice_needed && rule.methods.iter().all(|m| family(m) == Family::Pressure),
            persecuted: false,
            follow_up: false,
            definite: matches!(self.doc.norm(first), "the" | "this" | "that" | "these"),
            nominal: rule.part == Part::Noun,
            rule: rule.rule,
            source: Some(Source::Line(rule.origin)),
        }
    }

    fn instruments(&self, clause: Clause, draft: &Draft) -> Vec<Argument> {
        let named = draft.instruments.iter().map(|&k| self.reader().argument_at(clause, k));
        named.chain(draft.weapon.iter().map(|c| self.reader().argument(c))).collect()
    }

    /// The perpetrators, each followed by the organisation that it belongs to.
    fn agents(&self, clause: Clause, draft: &Draft) -> Vec<Argument> {
        let mut out: Vec<Argument> = draft.agents.iter().flat_map(|&k| self.agent(clause, k)).collect();
        out.extend(draft.owner_agent.as_ref().map(|c| self.reader().argument(c)).filter(|a| a.sort.can_act()));
        out
    }

    /// The perpetrator at a chunk, and the organisation that it belongs to.
    pub(super) fn agent(&self, clause: Clause, at: usize) -> Vec<Argument> {
        let reader = self.reader();
        // "three men, apparently ELN members,": what is said of them tells whose men they are.
        let master = |k: usize| reader.band(clause, k).or_else(|| reader.institution(clause, k));
        let described = || clause.series.described_by(at).find_map(master);
        let aside = || reader.aside(clause, at).and_then(master);
        let band = master(at).or_else(described).or_else(aside);
        // "the chief of the gang, X, ordered": the name tells more.
        let named =
            Some(at).filter(|&k| reader.sort_at(clause, k) == Sort::Role).and_then(|k| apposed(reader, clause, k));
        let body = reader.body_named(clause, at);
        std::iter::once(self.argument(clause, named.unwrap_or(at))).chain(band).chain(body).collect()
    }

    /// The argument of a chunk; an apposition ("X, a lawyer,") adds its description.
    pub(super) fn argument(&self, clause: Clause, at: usize) -> Argument {
        let reader = self.reader();
        let mut argument = reader.argument_at(clause, at);
        let described = matches!(argument.sort, Sort::Named | Sort::Generic);
        let mut descriptions = clause.series.described_by(at).map(|k| &clause.chunks[k]);
        let role = descriptions.find(|c| described && reader.sort(c) == Sort::Role).map(|c| reader.argument(c));
        match role {
            Some(role) if argument.sort == Sort::Generic => {
                (argument.description, argument.sort) = (role.description, Sort::Role)
            }
            Some(role) if argument.description.is_none() => argument.description = role.description,
            _ => {}
        }
        argument
    }
}
