//! What a folded word is worth as a name, packed into one number of the compiled table `names.table`.
//!
//! Shared by the build script, which packs, and by the program, which unpacks. Strengths are 0..=9 on a log scale.

/// Whose given name it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Gender {
    /// Not known.
    #[default]
    Unknown,
    /// Men's.
    Male,
    /// Women's.
    Female,
    /// Both.
    Both,
}

/// One word's strengths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct NameFacts {
    /// As a given name.
    pub given: u8,
    /// As a surname.
    pub surname: u8,
    /// Whose given name.
    pub gender: Gender,
    /// As an ordinary English word.
    pub word: u8,
    /// As a place.
    pub place: u8,
    /// Adjective or noun for a people ("Russian").
    pub people: bool,
}

impl NameFacts {
    /// As one number: four bits each of given, surname, word and place, two of gender, one of people.
    pub fn pack(self) -> u64 {
        let four = |value: u8, at: u32| u64::from(value.min(15)) << at;
        let gender = (self.gender as u64) << 16;
        four(self.given, 0)
            | four(self.surname, 4)
            | four(self.word, 8)
            | four(self.place, 12)
            | gender
            | u64::from(self.people) << 18
    }

    /// The reverse of [`NameFacts::pack`].
    pub fn unpack(packed: u64) -> Self {
        let four = |at: u32| (packed >> at & 15) as u8;
        let gender = match packed >> 16 & 3 {
            1 => Gender::Male,
            2 => Gender::Female,
            3 => Gender::Both,
            _ => Gender::Unknown,
        };
        NameFacts {
            given: four(0),
            surname: four(4),
            gender,
            word: four(8),
            place: four(12),
            people: packed >> 18 & 1 == 1,
        }
    }

    /// The better of both name strengths.
    pub fn name(self) -> u8 {
        self.given.max(self.surname)
    }
}
