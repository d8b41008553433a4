//! What was found, where, why it matters and how to mend it.
//!
//! A finding is a value, never an `Err`: analysis always finishes, and what it found is a list.

mod code;
mod encoding;
mod finding;

pub use code::{Basis, Code, Pack, Severity};
pub use encoding::looks_like;
pub use finding::{Arg, Cause, Content, Edit, Excuse, Finding, Findings, Fix, Link, Mend, Note};
