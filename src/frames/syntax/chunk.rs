//! The phrases that a sentence is made of: noun groups, verb groups and the small words between them.
//!
//! The first of FASTUS's phrase stages (Hobbs et al. 1997): no tree, only runs of tokens with a head.

use std::ops::Range;

/// A noun group: "two former Russian spies", "his daughter Yulia", "Moscow's agents".
#[derive(Clone, Debug, Default)]
pub struct Noun {
    /// Token of the head noun (the last one, or the name's last token).
    pub head: usize,
    /// Index of the person mention, when it names one.
    pub person: Option<usize>,
    /// Index of the place mention that is the group's head.
    pub place: Option<usize>,
    /// Index of the organisation mention that is the group's head.
    pub org: Option<usize>,
    /// Indices of place mentions inside it that are not its head ("London police").
    pub inner_places: Vec<usize>,
    /// Indices of organisation mentions inside it that are not its head ("ELN guerrillas").
    pub inner_orgs: Vec<usize>,
    /// Indices of date mentions inside it ("Wednesday's shooting").
    pub dates: Vec<usize>,
    /// "he", "them", "who" ...
    pub pronoun: bool,
    /// Owner before 's, or a possessive pronoun.
    pub owner: Option<Range<usize>>,
}

/// A verb group: auxiliaries, adverbs and the main verb.
#[derive(Clone, Debug, Default)]
pub struct Verb {
    /// Token of the main verb.
    pub head: usize,
    /// be/get + past participle.
    pub passive: bool,
    /// No auxiliary and a form that may be a past participle: voice is decided by what follows.
    pub bare: bool,
    /// A form of have or be or a modal stands before the main verb.
    pub auxiliary: bool,
    /// Bare, but surely not passive: "he shot".
    pub active: bool,
    /// "to" + verb.
    pub infinitive: bool,
    /// -ing form without be.
    pub gerund: bool,
    /// "not", "never".
    pub negated: bool,
    /// will, would, may ...
    pub modal: bool,
}

impl Verb {
    /// It has a subject of its own: no infinitive or gerund.
    pub fn is_told(&self) -> bool {
        !self.gerund && !self.infinitive
    }

    /// Surely finite: no infinitive or gerund, and no form that may be a participle.
    pub fn is_finite(&self) -> bool {
        self.is_told() && !self.bare
    }
}

/// What a chunk is.
#[derive(Clone, Debug)]
pub enum Kind {
    /// Noun group.
    Noun(Noun),
    /// Verb group.
    Verb(Verb),
    /// A temporal expression by itself; index of the mention.
    Date(usize),
    /// Preposition.
    Prep,
    /// A word that opens a clause: "that", "when", "after" before a subject and its verb.
    Opener,
    /// and, or, but.
    And,
    /// Comma, or a bracket or dash that sets a phrase apart.
    Comma,
    /// who, which, that, whose after a noun.
    Relative,
    /// ; : and quotation marks.
    Stop,
    /// Adverbs and the rest.
    Other,
}

/// A chunk with its tokens.
#[derive(Clone, Debug)]
pub struct Chunk {
    /// Tokens.
    pub tokens: Range<usize>,
    /// What it is.
    pub kind: Kind,
}

impl Chunk {
    /// The noun group.
    pub fn noun(&self) -> Option<&Noun> {
        if let Kind::Noun(n) = &self.kind { Some(n) } else { None }
    }

    /// The verb group.
    pub fn verb(&self) -> Option<&Verb> {
        if let Kind::Verb(v) = &self.kind { Some(v) } else { None }
    }

    /// Preposition.
    pub fn is_prep(&self) -> bool {
        matches!(self.kind, Kind::Prep)
    }

    /// Coordinating conjunction.
    pub fn is_and(&self) -> bool {
        matches!(self.kind, Kind::And)
    }

    /// Comma, bracket or dash.
    pub fn is_comma(&self) -> bool {
        matches!(self.kind, Kind::Comma)
    }

    /// A comma or a stop: the phrase ends here.
    pub fn is_break(&self) -> bool {
        matches!(self.kind, Kind::Comma | Kind::Stop)
    }

    /// Adverbs and leftovers, which searches pass over.
    pub fn is_other(&self) -> bool {
        matches!(self.kind, Kind::Other)
    }

    /// A date: "on MONDAY", "THIS MORNING".
    pub fn is_date(&self) -> bool {
        matches!(self.kind, Kind::Date(_))
    }
}

/// The last chunk of the phrases and dates that hang on the group at `at`: "a bomb IN A MARKET IN MAY".
pub fn past_phrases(chunks: &[Chunk], at: usize) -> usize {
    let date = |k: usize| matches!(chunks.get(k).map(|c| &c.kind), Some(Kind::Date(_)));
    let noun = |k: usize| chunks.get(k).is_some_and(|c| c.noun().is_some());
    let mut last = at;
    loop {
        match chunks.get(last + 1) {
            Some(c) if c.is_prep() && (noun(last + 2) || date(last + 2)) => last += 2,
            Some(_) if date(last + 1) => last += 1,
            _ => return last,
        }
    }
}

/// The first chunk from `from` on that is no adverb or the like.
pub fn next(chunks: &[Chunk], from: usize) -> Option<usize> {
    (from..chunks.len()).find(|&k| !chunks[k].is_other())
}
