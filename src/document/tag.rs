//! Part-of-speech tags: the Penn Treebank set of the Brill lexicon, as one small number each.

/// A Penn Treebank tag.
#[allow(missing_docs, clippy::upper_case_acronyms)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[repr(u8)]
pub enum Tag {
    #[default]
    None,
    CC,
    CD,
    DT,
    EX,
    FW,
    IN,
    JJ,
    JJR,
    JJS,
    LS,
    MD,
    NN,
    NNS,
    NNP,
    NNPS,
    PDT,
    POS,
    PRP,
    PRPS,
    RB,
    RBR,
    RBS,
    RP,
    SYM,
    TO,
    UH,
    VB,
    VBD,
    VBG,
    VBN,
    VBP,
    VBZ,
    WDT,
    WP,
    WPS,
    WRB,
    PUNCT,
}

/// All tags in numeric order, with their Penn names.
const NAMES: [(&str, Tag); 37] = {
    use Tag::*;
    [
        ("CC", CC),
        ("CD", CD),
        ("DT", DT),
        ("EX", EX),
        ("FW", FW),
        ("IN", IN),
        ("JJ", JJ),
        ("JJR", JJR),
        ("JJS", JJS),
        ("LS", LS),
        ("MD", MD),
        ("NN", NN),
        ("NNS", NNS),
        ("NNP", NNP),
        ("NNPS", NNPS),
        ("PDT", PDT),
        ("POS", POS),
        ("PRP", PRP),
        ("PRP$", PRPS),
        ("RB", RB),
        ("RBR", RBR),
        ("RBS", RBS),
        ("RP", RP),
        ("SYM", SYM),
        ("TO", TO),
        ("UH", UH),
        ("VB", VB),
        ("VBD", VBD),
        ("VBG", VBG),
        ("VBN", VBN),
        ("VBP", VBP),
        ("VBZ", VBZ),
        ("WDT", WDT),
        ("WP", WP),
        ("WP$", WPS),
        ("WRB", WRB),
        (".", PUNCT),
    ]
};

impl Tag {
    /// The tag of a Penn name; unknown names and punctuation marks give `None`.
    pub fn parse(name: &str) -> Option<Tag> {
        NAMES.iter().find(|(n, _)| *n == name).map(|(_, t)| *t)
    }

    /// The Penn name.
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(_, t)| *t == self).map_or("-", |(n, _)| n)
    }

    /// The tag with that number, as stored in compiled tables.
    pub fn from_code(code: u8) -> Tag {
        NAMES.get((code as usize).wrapping_sub(1)).map_or(Tag::None, |(_, t)| *t)
    }

    /// Common or proper noun.
    pub fn is_noun(self) -> bool {
        matches!(self, Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS)
    }

    /// Any verb form except modals.
    pub fn is_verb(self) -> bool {
        matches!(self, Tag::VB | Tag::VBD | Tag::VBG | Tag::VBN | Tag::VBP | Tag::VBZ)
    }

    /// A verb form that can stand without an auxiliary.
    pub fn is_finite(self) -> bool {
        matches!(self, Tag::VBD | Tag::VBP | Tag::VBZ | Tag::MD)
    }

    /// Adjective of any degree.
    pub fn is_adjective(self) -> bool {
        matches!(self, Tag::JJ | Tag::JJR | Tag::JJS)
    }

    /// Adverb of any degree.
    pub fn is_adverb(self) -> bool {
        matches!(self, Tag::RB | Tag::RBR | Tag::RBS)
    }
}
