//! What does not depend on the block: reading, judging and writing messages by the model, sending and
//! receiving them.

pub mod check;
pub mod client;
pub mod codec;
mod json;
pub mod problem;
pub mod server;
pub mod spec;
pub mod values;
mod xml;
