//! A frame while its arguments are still chunk indices.

use crate::frames::syntax::chunk::Chunk;
use crate::patterns::frames::FrameRule;

/// Arguments found for one trigger.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// Chunk of the trigger.
    pub chunk: usize,
    /// Chunks of the victims.
    pub victims: Vec<usize>,
    /// The victim inside the trigger's own group ("X's death"), as a chunk of its own.
    pub owner_victim: Option<Chunk>,
    /// The perpetrator before 's ("Israel's killing of the engineer"), as a chunk of its own.
    pub owner_agent: Option<Chunk>,
    /// The weapon inside the trigger's own group ("a car bomb attack"), as a chunk of its own.
    pub weapon: Option<Chunk>,
    /// Chunks of the perpetrators.
    pub agents: Vec<usize>,
    /// Others were hired or sent to do it: whether they did is told elsewhere.
    pub commissioned: bool,
    /// Chunks of the instruments.
    pub instruments: Vec<usize>,
}

/// Why a trigger made no frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal(pub &'static str);

impl Refusal {
    /// "followed the talks" where the rule asks for weeks or a street.
    pub const NOT_FOLLOWED: Self = Refusal("the words that the rule asks for do not follow");
    /// "placed AN ORDER" where the rule asks for a bomb.
    pub const OTHER_THING: Self = Refusal("the object is not of the class that the rule asks for");

    /// The words tell of pressure on those alone who speak up.
    pub const UNHEARD: Self = Refusal("nobody who speaks up");

    /// A common word that stands beside nothing of what the rule asks for ("placed" without a bomb): no trigger at all.
    pub fn of_common_word(self, rule: &FrameRule) -> bool {
        self == Self::OTHER_THING && !rule.plain() || self == Self::NOT_FOLLOWED && rule.weak
    }
}
