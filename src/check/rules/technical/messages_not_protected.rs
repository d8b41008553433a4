//! Messages are signed and, through third parties, encrypted.

use crate::check::mends::{OPEN_POINT, open};
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Maturity, Topology};
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TEC-08",
        name: "messages-not-protected",
        title: words("Messages are signed and, where they pass a third party, encrypted", "Les messages sont signés et, s’ils passent par un tiers, chiffrés"),
        message: words("the security does not state: {missing}", "la sécurité n’indique pas : {missing}"),
        why: words("Transport security ends at the next system; a signature shows who sent the data even years later, and encryption keeps a hub from reading it.", "La sécurité du transport s’arrête au système suivant ; la signature montre des années plus tard qui a envoyé les données, et le chiffrement empêche une plateforme de les lire."),
        help: words("Write `security.signature` with algorithm, canonicalisation and certificate profile; write `security.encryption` where a hub or regional gateway carries the messages.", "Rédigez « security.signature » avec l’algorithme, la canonicalisation et le profil de certificat ; rédigez « security.encryption » si une plateforme ou une passerelle régionale achemine les messages."),
        severity: Severity::Warning,
        basis: Basis::Sourced(&["P45", "P61"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[OPEN_POINT],
    bad: "
block: {status: technical}
technical_interoperability: {security: {signature: }}
",
    good: "
block: {status: technical}
technical_interoperability: {security: {signature: {en: 'XAdES with exclusive canonicalisation.', fr: 'XAdES, canonicalisation exclusive.'}}}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(section) = Section::find(block, "technical_interoperability.security") else {
        return;
    };
    let technical = block.block.technical_interoperability.as_ref();
    let architecture = technical.and_then(|it| it.architecture.as_ref());
    let topology = architecture.and_then(|it| it.topology.as_ref());
    let third_party = |it: Topology| matches!(it, Topology::Hub | Topology::RegionalGateway);
    let hub = topology.iter().flat_map(|it| it.values()).any(|it| third_party(it.value));
    let asked = if hub { &["signature", "encryption"][..] } else { &["signature"] };
    if let Some(missing) = section.lacks(asked) {
        let finding = RULE.at(section.span).arg("missing", missing);
        findings.add(RULE.mend(finding, open(block, &section, asked)));
    }
}
