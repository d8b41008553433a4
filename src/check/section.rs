//! A part of a block as it was written, as the rules ask for it.

pub(in crate::check) use crate::completeness::Section;
