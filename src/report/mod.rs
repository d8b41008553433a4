//! Findings, printed for people and for machines.
//!
//! Every form says the same in the language that is asked for: rule, severity, place, what is
//! wrong, why it matters, how to mend it, and on what the rule rests.

mod comparison;
mod difference;
mod github;
mod grid;
mod human;
mod json;
mod junit;
mod listing;
pub mod mapping;
mod sarif;
mod status;
mod status_json;

pub use comparison::{comparison, comparison_json, draft, draft_json};
pub use difference::{difference, difference_json};
pub use github::github;
pub use human::human;
pub use json::json;
pub use junit::junit;
pub use sarif::sarif;
pub use status::status;
pub use status_json::status_json;

use crate::diag::Findings;
use crate::text::Sources;
use crate::words::Lang;

/// A form of report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Format {
    /// Text with excerpts, for people.
    #[default]
    Human,
    /// One JSON object, as in `docs/schema/findings.schema.json`.
    Json,
    /// SARIF 2.1.0, for code scanning services.
    Sarif,
    /// Workflow commands of GitHub Actions, one for each finding.
    Github,
    /// `JUnit` XML, for build servers.
    Junit,
}

impl Format {
    /// Every form.
    pub const ALL: [Self; 5] = [Self::Human, Self::Json, Self::Sarif, Self::Github, Self::Junit];

    /// The name used on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Json => "json",
            Self::Sarif => "sarif",
            Self::Github => "github",
            Self::Junit => "junit",
        }
    }

    /// The form with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
    }
}

/// "3 errors, 1 warning"; "none" when there is nothing to count.
pub fn counts(findings: &Findings, lang: Lang) -> String {
    let said = listing::counts(findings.counting(), lang);
    if said.is_empty() { crate::words::report::NONE.get(lang).to_owned() } else { said }
}

/// Prints `findings` in one of the forms; `colour` matters to people only.
pub fn print(
    format: Format,
    sources: &Sources,
    findings: &Findings,
    lang: Lang,
    colour: bool,
) -> String {
    match format {
        Format::Human => human(sources, findings, lang, colour),
        Format::Json => json(sources, findings, lang),
        Format::Sarif => sarif(sources, findings, lang),
        Format::Github => github(sources, findings, lang),
        Format::Junit => junit(sources, findings, lang),
    }
}
