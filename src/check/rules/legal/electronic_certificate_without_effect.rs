//! The electronic certificate equals the paper original.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "LEG-07",
        name: "electronic-certificate-without-effect",
        title: words("The electronic certificate is given the effect of the signed original, for a named agreement", "Le certificat électronique reçoit l’effet de l’original signé, pour un accord désigné"),
        message: words("it is not stated that the electronic certificate equals the original: {missing}", "il n’est pas indiqué que le certificat électronique vaut original : {missing}"),
        why: words("Without it a claim that rests on the electronic certificate can be refused because no stamped paper is presented.", "À défaut, une demande fondée sur le certificat électronique peut être refusée faute de papier portant le cachet."),
        help: words("Write `legal_effect.equivalence` in the words of the agreement, and name the agreement in `scope.agreement`.", "Rédigez « legal_effect.equivalence » dans les termes de l’accord et désignez l’accord dans « scope.agreement »."),
        severity: Severity::Error,
        basis: Basis::Sourced(&["P57", "P61"]),
        pack: Pack::CertificateOfOrigin,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
business_case: {legal_effect: {equivalence: }}
",
    good: "
business_case: {legal_effect: {equivalence: {en: An e-CO has the effect of the signed original., fr: Le certificat électronique vaut original signé.}}}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(case) = Section::find(block, "business_case") else { return };
    if let Some((span, _)) = case.lacks_below("legal_effect", &["equivalence"]) {
        findings.add(RULE.at(span).arg("missing", "legal_effect.equivalence"));
    }
    // A block without any scope has a finding of its own about the two directions.
    if let Some(scope) = case.below("scope").filter(|scope| !scope.says("agreement")) {
        findings.add(RULE.at(scope.span).arg("missing", "scope.agreement"));
    }
}
