//! The text of a block that is begun: a bilateral annex as a profile of a framework, or a framework
//! of a kind, with comments that guide its author.

mod annex;
mod framework;
mod page;

pub use annex::{Annex, Member, annex, roles};
pub use framework::{Framework, framework};
