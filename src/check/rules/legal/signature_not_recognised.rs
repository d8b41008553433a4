//! Where messages are signed, the signature is recognised.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "LEG-14",
        name: "signature-not-recognised",
        title: words("Where messages are signed, the receiving Party recognises the signature or seal", "Si les messages sont signés, la Partie destinataire reconnaît la signature ou le cachet"),
        message: words("messages are signed, but recognition of the signature or seal is not stated", "les messages sont signés, mais la reconnaissance de la signature ou du cachet n’est pas prévue"),
        why: words("A signature that is valid at the sender proves nothing at the receiver unless its law accepts it.", "Une signature valable chez l’émetteur ne prouve rien chez le destinataire si le droit de celui-ci ne l’admet pas."),
        help: words("Write `legal_effect.signatures`: whose certificates are recognised, and with what effect.", "Rédigez « legal_effect.signatures » : quels certificats sont reconnus, et avec quel effet."),
        severity: Severity::Error,
        basis: Basis::Sourced(&["P52", "P73"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
business_case: {legal_effect: {signatures: }}
",
    good: "
business_case: {legal_effect: {signatures: {en: Seals are recognised., fr: Les cachets sont reconnus.}}}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let security = Section::find(block, "technical_interoperability.security");
    if !security.is_some_and(|security| security.says("signature")) {
        return;
    }
    let section = Section::find(block, "business_case.legal_effect");
    if let Some(section) = section.filter(|it| !it.says("signatures")) {
        findings.add(RULE.at(section.span));
    }
}
