//! `gnc schema`: the JSON Schema of the block file format.

use crate::{Failure, Outcome};

pub(crate) fn run() -> Result<Outcome, Failure> {
    println!("{:#}", gnc::model::schema());
    Ok(Outcome::Clean)
}
