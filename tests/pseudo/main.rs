//! The pseudo-locale: in a build whose French is written in letters that nothing else is written in,
//! whatever is left in plain letters was never given to translators, or is data.
//!
//! Data are the values of the block that is shown, its identifiers, the words of the command line.
//! The texts of the block, of the reference data and of the templates are put into the pseudo-locale
//! as well, each in both languages: an English one that shows in a French document fails the test.

#![allow(clippy::disallowed_methods, reason = "tests read fixtures; the library may not")]
#![allow(clippy::unwrap_used, reason = "a test may stop short")]

mod documents;
mod findings;
mod program;
mod world;
