//! A replacement names the certificate that it supersedes, and the date from which validity counts.

use crate::check::rules::process::speaks_of;
use crate::check::sides::alignment;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Maturity, Name, Nature, Requirement};
use crate::resolve::Content;
use crate::resolve::Resolved;
use crate::text::Spanned;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-16",
        name: "replacement-without-original",
        title: words(
"A replacement carries the number and the date of the certificate it supersedes",
"Le remplacement porte le numéro et la date du certificat qu’il remplace",
),
        message: words(
"the message `{message}` does not have to carry: {missing}",
"le message « {message} » n’est pas tenu de porter : {missing}",
),
        why: words(
"Without the number the first certificate stays usable beside its replacement; without its date every replacement prolongs the validity.",
"Sans le numéro, le premier certificat reste utilisable à côté de son remplacement ; sans sa date, tout remplacement prolonge la validité.",
),
        help: words(
"Add the class `PreviousDocument` with `ID` and `IssueDateTime`, mandatory or conditional in this message.",
"Ajoutez la classe « PreviousDocument » avec « ID » et « IssueDateTime », obligatoires ou conditionnels dans ce message.",
),
        severity: Severity::Error,
        basis: Basis::Sourced(&["P71"]),
        pack: Pack::CertificateOfOrigin,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
block: {status: technical}
process_alignment:
  triggers:
    - {id: co-replaced, event: {en: A certificate is replaced., fr: Un certificat est remplacé.}, entity: issuing-authority, condition: {en: The first was transmitted., fr: Le premier a été transmis.}, sends: [replacement], within: PT15M, process: issue}
  messages:
    - {id: replacement, name: Replacement, title: {en: Replacement, fr: Remplacement}, purpose: {en: Supersedes a certificate., fr: Remplace un certificat.}, version: 1.0.0, root: Certificate, function: '5', sender: outbound-gateway, receiver: inbound-gateway, nature: document, acknowledged_by: technical-receipt, answered_by: business-response}
technical_interoperability:
  service_interface:
    operations:
      - {id: receive-replacement, message: replacement, gateway: inbound-gateway, path: /replacements, version: 1.0.0, summary: {en: Takes a replacement., fr: Reçoit un remplacement.}}
",
    good: "
block: {status: technical}
process_alignment:
  triggers:
    - {id: co-replaced, event: {en: A certificate is replaced., fr: Un certificat est remplacé.}, entity: issuing-authority, condition: {en: The first was transmitted., fr: Le premier a été transmis.}, sends: [replacement], within: PT15M, process: issue}
  messages:
    - {id: replacement, name: Replacement, title: {en: Replacement, fr: Remplacement}, purpose: {en: Supersedes a certificate., fr: Remplace un certificat.}, version: 1.0.0, root: Certificate, function: '5', sender: outbound-gateway, receiver: inbound-gateway, nature: document, acknowledged_by: technical-receipt, answered_by: business-response}
  data_cluster:
    elements:
      - {path: Certificate/PreviousDocument, requirement: {certificate: NC, replacement: M}, purposes: [verify-origin]}
      - {path: Certificate/PreviousDocument/ID, requirement: M, purposes: [verify-origin]}
      - {path: Certificate/PreviousDocument/IssueDateTime, requirement: M, occurs: 1..1, purposes: [verify-origin]}
technical_interoperability:
  service_interface:
    operations:
      - {id: receive-replacement, message: replacement, gateway: inbound-gateway, path: /replacements, version: 1.0.0, summary: {en: Takes a replacement., fr: Reçoit un remplacement.}}
",
    check: Check::Block(check),
};

/// What it has to carry: by the last two tags of its path.
const NEEDED: [(Words, &str); 2] = [
    (
        words("the number of the first certificate", "le numéro du premier certificat"),
        "PreviousDocument/ID",
    ),
    (
        words("the date of the first certificate", "la date du premier certificat"),
        "PreviousDocument/IssueDateTime",
    ),
];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(process) = alignment(block) else { return };
    for carried in &block.messages {
        let Some(message) = process.messages.get(carried.message) else { continue };
        let Some(id) = &message.id else { continue };
        let is_document = message.nature.as_ref().is_some_and(|it| it.value == Nature::Document);
        if !is_document || carried.content.is_empty() || !is_replacement(id, message.name.as_ref())
        {
            continue;
        }
        for (what, path) in NEEDED {
            let needed = |it: &Content| {
                let sure = matches!(
                    it.requirement,
                    None | Some(Requirement::Mandatory | Requirement::Conditional)
                );
                let element = block.cluster.elements.get(it.element);
                sure && element.is_some_and(|it| it.path.ends_with(path))
            };
            if !carried.content.iter().any(needed) {
                let finding = RULE.at(id.span).arg("message", &id.value);
                findings.add(finding.arg_words("missing", what));
            }
        }
    }
}

fn is_replacement(id: &Spanned<Name>, name: Option<&Spanned<Name>>) -> bool {
    let stems = ["replac", "remplac", "substitut"];
    speaks_of(Some(id), None, &stems) || speaks_of(name, None, &stems)
}
