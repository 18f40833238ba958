//! Labels written by people, beside what was found: which candidates are right, and how far their confidence holds.
//!
//! Labelled articles + rows of `incidents.jsonl` -> pairs -> the reliability of the confidence. Nothing that reads articles
//! knows of labels.

pub mod align;
pub mod dates;
pub mod names;
pub mod read;
pub mod reliability;

pub use align::{Pair, align};
pub use read::{Article, Found, Label, found, labelled};
pub use reliability::{Judged, Reliability};
