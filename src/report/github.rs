//! Workflow commands of GitHub Actions: one line for each finding.
//!
//! Form and escapes: `docs.github.com`, "Workflow commands for GitHub Actions".

use crate::diag::{Findings, Severity};
use crate::report::listing::{basis_words, by_file, place, visible};
use crate::text::Sources;
use crate::words::{Lang, report};

/// Prints `findings` as workflow commands.
pub fn github(sources: &Sources, findings: &Findings, lang: Lang) -> String {
    let mut out = String::new();
    for finding in by_file(findings).into_iter().flat_map(|(_, group)| group) {
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "notice",
        };
        let at = place(sources, finding.span);
        let code = finding.code;
        out += &format!("::{command} file={},line={}", property(at.file), at.start.line);
        out += &format!(",endLine={}", at.end.line);
        // GitHub knows columns within one line only.
        if at.end.line == at.start.line {
            out += &format!(",col={},endColumn={}", at.start.column, at.end.column);
        }
        let title =
            format!("{} {} [{}, {}]", code.id, code.name, finding.severity.id(), code.pack.id());
        let message = format!(
            "{}\n{}\n{}: {}",
            finding.message(lang),
            finding.help(lang),
            report::BASIS.get(lang),
            basis_words(code, lang)
        );
        out += &format!(",title={}::{}\n", property(&title), data(&visible(&message)));
    }
    out
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
