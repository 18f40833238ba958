//! Tokens of a sentence -> phrases and clauses: which words are one phrase, and where the arguments of a verb or noun stand.
//!
//! [`chunker`] makes the phrases, [`clause`] looks from one to the next; no stage here knows of attacks.

pub mod apposition;
pub mod chunk;
pub mod chunker;
pub mod clause;
pub mod lone_date;
mod opening;
pub mod participles;
pub mod relative;
pub mod series;
pub mod shapes;
mod source;
pub mod spine;
pub mod split;
