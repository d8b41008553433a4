//! The document control says what, which version, how far, when and by whom.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "STR-08",
        name: "document-control-incomplete",
        title: words(
            "The block states its version, status, kind, title, date and maintainer",
            "Le bloc indique sa version, son statut, son type, son titre, sa date et son responsable",
        ),
        message: words(
            "the document control does not state: {missing}",
            "la gestion du document n’indique pas : {missing}",
        ),
        why: words(
            "Two Parties can only speak of the same text if it says which version it is, of what day and who keeps it.",
            "Deux Parties ne peuvent parler du même texte que s’il indique sa version, sa date et qui le tient à jour.",
        ),
        help: words(
            "Add the missing keys under `block`.",
            "Ajoutez les clés manquantes sous « block ».",
        ),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Concept,
    early: &[(Maturity::Process, Severity::Warning)],
    fixes: &[],
    bad: "
block: {maintainer: }
",
    good: "
block: {maintainer: {en: Customs of Examplia, fr: Douane d’Exemplie}}
",
    check: Check::Block(check),
};

const KEYS: &[&str] = &["version", "status", "kind", "title", "date", "maintainer"];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(section) = Section::find(block, "block") else { return };
    if let Some(missing) = section.lacks(KEYS) {
        findings.add(RULE.at(section.span).arg("missing", missing));
    }
}
