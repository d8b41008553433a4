//! `gnc rules`: every rule, a line each.

use gnc::check::RULES;

use crate::line::Say;
use crate::{Failure, Outcome};

pub(crate) fn run(say: Say) -> Result<Outcome, Failure> {
    for rule in RULES {
        let code = &rule.code;
        let severity = code.severity.label().get(say.lang);
        println!(
            "{:<7} {:<14} {:<22} {}",
            code.id,
            severity,
            code.pack.id(),
            code.title.get(say.lang)
        );
    }
    Ok(Outcome::Clean)
}
