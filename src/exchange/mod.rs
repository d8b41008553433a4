//! What is done with messages that were judged: they are answered by the block's own messages, compared
//! with documents beside them, and fill those in beforehand.

mod answer;
mod compare;
mod content;
pub mod document;
mod prefill;

pub use answer::{Answer, Occasion, Outcome, Unanswered, answer, outcome};
pub use compare::{Compared, Group, Said, compare, is_unknown};
pub use prefill::{Draft, Filling, prefill};
