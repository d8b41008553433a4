//! What is done with messages that were judged: they are answered by the block's own messages.

mod answer;
mod content;

pub use answer::{Answer, Occasion, Outcome, Unanswered, answer, outcome};
