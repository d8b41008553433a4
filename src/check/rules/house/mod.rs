//! Rules of good writing, our own.

pub(super) mod unquoted_value_misread;
