//! Tests of the public face, one file for each boundary.

mod notation;
mod syntax;
mod xml;
