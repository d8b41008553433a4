//! The `gnc` program.

fn main() {}
