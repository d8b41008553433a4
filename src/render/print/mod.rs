//! Printers: the one place for each syntax where structure becomes text.

pub mod json;
pub mod xml;
