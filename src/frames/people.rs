//! Who is meant: noun groups read as people, organisations and things, and the words that stand for them.
//!
//! [`argument`] reads one noun group; the others find groups that belong together, pronouns, owners, members of lists.

pub mod argument;
pub mod belonging;
pub mod cases;
pub mod companions;
pub mod count;
pub mod identity;
pub mod members;
pub mod owned;
pub mod pronoun;
pub mod referent;
pub mod roster;
pub mod standing;
pub mod subject;
