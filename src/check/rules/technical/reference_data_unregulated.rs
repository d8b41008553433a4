//! How lists of bodies, offices and codes are exchanged.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TEC-25",
        name: "reference-data-unregulated",
        title: words("It is stated how lists of bodies, seals, offices and codes are exchanged", "Il est indiqué comment sont échangées les listes d’organismes, de cachets, de bureaux et de codes"),
        message: words("it is not stated how lists of bodies, seals, offices and codes are exchanged", "il n’est pas indiqué comment sont échangées les listes d’organismes, de cachets, de bureaux et de codes"),
        why: words("A certificate of a body that the receiver does not know is refused, however genuine.", "Le certificat d’un organisme inconnu du destinataire est refusé, si authentique soit-il."),
        help: words("Write `service_interface.reference_data`: by which message or file, and how often.", "Rédigez « service_interface.reference_data » : par quel message ou fichier, et à quelle fréquence."),
        severity: Severity::Warning,
        basis: Basis::Sourced(&["P74"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
technical_interoperability: {service_interface: {reference_data: }}
",
    good: "
technical_interoperability: {service_interface: {reference_data: {en: A file every month., fr: Un fichier chaque mois.}}}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let section = Section::find(block, "technical_interoperability.service_interface");
    if let Some(section) = section.filter(|it| !it.says("reference_data")) {
        findings.add(RULE.at(section.span));
    }
}
