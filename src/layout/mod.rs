//! How a block file is written: its canonical layout, and changes that keep the layout it has.

mod canonical;
mod comments;
mod mend;
mod profile;
mod quote;
mod scalar;
mod write;

pub use canonical::canonical;
pub use mend::edits;
pub use quote::{is_read_otherwise, written};
pub use write::{blanks, is_short, item, keyed, lines};
