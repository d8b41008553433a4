//! Tests of the public face, one file for each boundary.

mod notation;
mod report;
mod syntax;
mod xml;
