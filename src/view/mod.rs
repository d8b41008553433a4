//! What is shown: plain data made from a complete block, without places and without gaps.

pub mod document;
pub mod index;
pub mod message;
pub mod process;
pub mod stub;
pub mod workbook;
