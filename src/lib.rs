//! Dateline turns raw news articles into *incident candidates*: who was attacked, how, where, when, allegedly by whom,
//! with the quote that says so.
//!
//! ```text
//! bytes -> ingest -> document -> mentions -> resolve -> frames -> incidents -> link -> output
//! ```
//! Each stage is a plain function of what came before; [`patterns::Patterns`] is lent to all of them.

pub mod batch;
pub mod document;
pub mod frames;
pub mod incidents;
pub mod ingest;
pub mod labels;
pub mod link;
pub mod mentions;
pub mod output;
pub mod patterns;
pub mod pipeline;
pub mod resolve;
pub mod sequence;
pub mod span;
