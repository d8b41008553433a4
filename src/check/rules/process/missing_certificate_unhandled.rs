//! Customs know what to do when the certificate has not arrived.

use std::collections::BTreeSet;

use crate::check::section::Section;
use crate::check::sides::alignment;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{ErrorCategory, Maturity, RuleKind};
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-18",
        name: "missing-certificate-unhandled",
        title: words(
            "A rule says what happens at import when the certificate was not received",
            "Une règle dit ce qui se passe à l’importation si le certificat n’a pas été reçu",
        ),
        message: words(
            "no business rule deals with a certificate that was not received",
            "aucune règle de gestion ne traite le cas du certificat non reçu",
        ),
        why: words(
            "Networks fail and goods arrive all the same. Real exchanges name the way out: release against a guarantee, a supplementary declaration, paper or a portal copy.",
            "Les réseaux tombent en panne et les marchandises arrivent quand même. Les échanges réels prévoient une issue : mainlevée contre garantie, déclaration complémentaire, papier ou copie sur un portail.",
        ),
        help: words(
            "Add a business rule whose `otherwise` names an error code of category `unknown-reference` and an `action` for the declarant and Customs.",
            "Ajoutez une règle de gestion dont « otherwise » cite un code d’erreur de catégorie « unknown-reference » et une « action » pour le déclarant et la douane.",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["P54"]),
        pack: Pack::CertificateOfOrigin,
    },
    from: Maturity::Process,
    early: &[(Maturity::Technical, Severity::Warning)],
    fixes: &[],
    bad: "
process_alignment:
  business_rules:
    - {id: BR-05, otherwise: {code: E-NUMBER}}
",
    good: "
process_alignment:
  business_rules:
    - {id: BR-05, otherwise: {code: E-UNKNOWN-REF}}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(process) = alignment(block).filter(|it| !it.business_rules.is_empty()) else { return };
    let technical = block.block.technical_interoperability.as_ref();
    let interface = technical.and_then(|it| it.service_interface.as_ref());
    let errors = interface.map_or(&[][..], |it| it.errors.as_slice());
    // Before the error codes are listed, any rule for exceptions may be the one.
    let unknown: BTreeSet<&str> = errors
        .iter()
        .filter(|it| {
            it.category.as_ref().is_some_and(|it| it.value == ErrorCategory::UnknownReference)
        })
        .filter_map(|it| Some(&*it.code.as_ref()?.value.0))
        .collect();
    let handled = process.business_rules.iter().any(|rule| {
        let exception = rule.kind.as_ref().is_some_and(|it| it.value == RuleKind::Exception);
        let Some(otherwise) = rule.otherwise.as_ref().filter(|it| it.action.is_some()) else {
            return false;
        };
        match &otherwise.code {
            Some(code) if !unknown.is_empty() => unknown.contains(&*code.value.0),
            _ => exception,
        }
    });
    if !handled {
        let place = Section::find(block, "process_alignment").map_or(process.span, |it| it.span);
        findings.add(RULE.at(place));
    }
}
