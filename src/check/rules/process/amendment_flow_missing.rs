//! Certificates are replaced, duplicated and cancelled by a known way.

use crate::check::rules::process::speaks_of;
use crate::check::section::Section;
use crate::check::sides::alignment;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-15",
        name: "amendment-flow-missing",
        title: words(
"Replacement, duplicate and cancellation have a process, or a reason why not",
"Le remplacement, le duplicata et l’annulation ont un processus, ou un motif d’exclusion",
),
        message: words(
"no process deals with: {missing}",
"aucun processus ne traite : {missing}",
),
        why: words(
"Certificates are corrected, lost and withdrawn every day. Where the annex is silent, the importing side goes on granting preference on a certificate that its issuer has replaced or cancelled.",
"Chaque jour des certificats sont rectifiés, perdus ou retirés. Si l’annexe n’en dit rien, la Partie importatrice continue d’accorder la préférence sur la base d’un certificat remplacé ou annulé.",
),
        help: words(
"Add a process for each, or one with `out_of_scope:` and the reason.",
"Ajoutez un processus pour chacun, ou un processus avec « out_of_scope: » et le motif.",
),
        severity: Severity::Error,
        basis: Basis::Sourced(&["P51", "P71"]),
        pack: Pack::CertificateOfOrigin,
    },
    from: Maturity::Process,
    early: &[(Maturity::Technical, Severity::Warning)],
    fixes: &[],
    bad: "
process_alignment:
  processes:
    - {id: duplicate, omit: true}
",
    good: "
process_alignment:
  processes:
    - {id: duplicate, out_of_scope: {en: An electronic certificate cannot be lost., fr: Un certificat électronique ne peut se perdre.}}
",
    check: Check::Block(check),
};

/// What happens to certificates, and the beginnings of words by which its process is known.
const FLOWS: [(Words, &[&str]); 3] = [
    (words("replacement", "le remplacement"), &["replac", "remplac", "correct", "substitut"]),
    (words("duplicate", "le duplicata"), &["duplic"]),
    (words("cancellation", "l’annulation"), &["cancel", "annul", "revo", "révo", "withdraw"]),
];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(process) = alignment(block).filter(|it| !it.processes.is_empty()) else { return };
    let place = Section::find(block, "process_alignment").map_or(process.span, |it| it.span);
    for (flow, words) in FLOWS {
        if !process.processes.iter().any(|it| speaks_of(it.id.as_ref(), it.name.as_ref(), words)) {
            findings.add(RULE.at(place).arg_words("missing", flow));
        }
    }
}
