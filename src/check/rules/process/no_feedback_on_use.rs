//! The issuing side learns how its certificates are used, or the Parties decided against it.

use crate::check::rules::process::speaks_of;
use crate::check::section::Section;
use crate::check::sides::alignment;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-22",
        name: "no-feedback-on-use",
        title: words(
"The report of use is defined, or its absence is a recorded choice",
"Le compte rendu d’utilisation est prévu, ou son absence est un choix consigné",
),
        message: words(
"nothing says whether the importing side reports the use of certificates",
"rien n’indique si la Partie importatrice rend compte de l’utilisation des certificats",
),
        why: words(
"Feedback lets the issuing authority see double use and forged numbers; where the Parties do without, a later reader should find that they meant to.",
"Ce retour permet à l’autorité de délivrance de déceler une double utilisation ou de faux numéros ; si les Parties y renoncent, un lecteur doit pouvoir constater que c’est à dessein.",
),
        help: words(
"Add a message and process for the report of use, or a process with `out_of_scope:` and the reason.",
"Ajoutez un message et un processus pour le compte rendu d’utilisation, ou un processus avec « out_of_scope: » et le motif.",
),
        severity: Severity::Warning,
        basis: Basis::Sourced(&["P50"]),
        pack: Pack::CertificateOfOrigin,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  processes:
    - {id: utilisation, omit: true}
",
    good: "
process_alignment:
  processes:
    - {id: utilisation, out_of_scope: {en: The Agreement asks for yearly statistics only., fr: 'L’Accord ne demande que des statistiques annuelles.'}}
",
    check: Check::Block(check),
};

/// Beginnings of words by which a report of use is known.
const USE: &[&str] = &["utilis", "utiliz", "usage", "write-off", "imputation"];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(process) = alignment(block).filter(|it| !it.processes.is_empty()) else { return };
    let processes = process.processes.iter().map(|it| (it.id.as_ref(), it.name.as_ref()));
    let messages = process.messages.iter().map(|it| (it.id.as_ref(), it.title.as_ref()));
    if !processes.chain(messages).any(|(id, name)| speaks_of(id, name, USE)) {
        let place = Section::find(block, "process_alignment").map_or(process.span, |it| it.span);
        findings.add(RULE.at(place));
    }
}
