//! `gnc rules`: every rule, a line each.

use gnc::check::RULES;

use crate::line::Say;
use crate::{Failure, Outcome};

pub(crate) fn run(say: Say) -> Result<Outcome, Failure> {
    let mut text = String::new();
    for rule in RULES {
        let code = &rule.code;
        let severity = code.severity.label().get(say.lang);
        let (pack, title) = (code.pack.id(), code.title.get(say.lang));
        text.push_str(&format!("{:<7} {severity:<14} {pack:<22} {title}\n", code.id));
    }
    crate::print(&text, say)?;
    Ok(Outcome::Clean)
}
