//! It is said what a cancellation does once the certificate was used.

use crate::check::section::Section;
use crate::check::speech::{has_stem, speaks_of};
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-17",
        name: "late-cancellation-without-effect",
        title: words(
"It is said what a cancellation does to a certificate that was used already",
"Il est dit ce que l’annulation produit pour un certificat déjà utilisé",
),
        message: words(
"the process `{process}` is part of the annex, but nothing says what holds when the certificate was used already",
"le processus « {process} » fait partie de l’annexe, mais rien ne dit ce qui vaut si le certificat a déjà été utilisé",
),
        why: words(
"A cancellation may arrive after preference was granted. Whether duty is then recovered must not be left to the officer who reads it.",
"Une annulation peut parvenir après l’octroi de la préférence. Le recouvrement des droits ne doit pas être laissé à l’appréciation de l’agent qui la lit.",
),
        help: words(
"Add a business rule that says what a cancellation does once the certificate is used: refused, recovery of the duty, or a verification.",
"Ajoutez une règle de gestion disant ce que produit l’annulation d’un certificat utilisé : refus, recouvrement des droits ou contrôle.",
),
        severity: Severity::Warning,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
block: {status: process}
process_alignment:
  processes:
    - id: cancellation
      out_of_scope:
      purpose: {en: A certificate is cancelled., fr: Un certificat est annulé.}
      steps:
        - {id: learn, entity: importing-customs, kind: start, name: {en: Learn of the cancellation, fr: Prendre connaissance de l’annulation}, next: close}
        - {id: close, entity: importing-customs, kind: end, name: {en: Close the certificate, fr: Clore le certificat}}
",
    good: "
block: {status: process}
process_alignment:
  processes:
    - id: cancellation
      out_of_scope:
      purpose: {en: A certificate is cancelled., fr: Un certificat est annulé.}
      steps:
        - {id: learn, entity: importing-customs, kind: start, name: {en: Learn of the cancellation, fr: Prendre connaissance de l’annulation}, next: close}
        - {id: close, entity: importing-customs, kind: end, name: {en: 'Close the certificate, or refuse the cancellation of a used one', fr: 'Clore le certificat, ou refuser l’annulation d’un certificat utilisé'}}
",
    check: Check::Block(check),
};

const CANCEL: &[&str] = &["cancel", "annul", "revoc", "révoc", "withdraw", "retir"];
const USE: &[&str] =
    &["used", "use", "utilis", "usage", "written off", "write-off", "imput", "grant", "accord"];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(part) = Section::find(block, "process_alignment") else { return };
    let is_origin = block.kind() == Pack::CertificateOfOrigin.id();
    for process in part.items("processes").iter().filter(|_| is_origin) {
        let name = process.name().to_lowercase();
        let cancels = CANCEL.iter().any(|stem| has_stem(&name, stem));
        if !cancels || process.says("out_of_scope") {
            continue;
        }
        let spoken = ["business_rules", "processes"]
            .iter()
            .flat_map(|key| part.items(key))
            .any(|item| speaks_of(item.node, &[CANCEL, USE]));
        if !spoken {
            findings.add(RULE.at(process.span).arg("process", process.name()));
        }
    }
}
