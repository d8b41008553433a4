//! The kind of origin is said.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-30",
        name: "kind-of-origin-unsaid",
        title: words(
            "It is said whether preferential or non-preferential origin is covered",
            "Il est dit si l’origine préférentielle ou non préférentielle est couverte",
        ),
        message: words(
            "the scope does not say which kind of origin is covered",
            "le champ d’application ne dit pas quelle sorte d’origine est couverte",
        ),
        why: words(
            "The rules of origin, the purposes and the legal basis differ. A certificate exchanged for preference must not be used for other measures unless the Parties agreed.",
            "Les règles d’origine, les finalités et la base juridique diffèrent. Un certificat échangé pour la préférence ne sert à d’autres mesures que si les Parties en sont convenues.",
        ),
        help: words(
            "Write `scope.origin: preferential`, `non-preferential` or `both`.",
            "Écrivez « scope.origin: preferential », « non-preferential » ou « both ».",
        ),
        severity: Severity::Warning,
        basis: Basis::Sourced(&["S2", "S3"]),
        pack: Pack::CertificateOfOrigin,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
business_case: {scope: {origin: }}
",
    good: "
business_case: {scope: {origin: both}}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(scope) = Section::find(block, "business_case.scope") else { return };
    if !scope.says("origin") {
        findings.add(RULE.at(scope.span));
    }
}
