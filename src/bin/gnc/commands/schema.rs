//! `gnc schema`: the JSON Schema of the block file format.

use crate::line::Say;
use crate::{Failure, Outcome};

pub(crate) fn run(say: Say) -> Result<Outcome, Failure> {
    crate::print(&format!("{:#}\n", gnc::model::schema()), say)?;
    Ok(Outcome::Clean)
}
