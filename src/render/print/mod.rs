//! Printers: the one place for each syntax where structure becomes text.

pub mod html;
pub mod instance;
pub mod json;
pub mod xml;
