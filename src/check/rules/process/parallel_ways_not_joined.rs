//! Parallel ways are joined before they go on as one.

use crate::check::soundness::{Fault, trace};
use crate::check::{Check, Proved, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-32",
        name: "parallel-ways-not-joined",
        title: words(
"Ways that a fork begins are joined before they go on as one",
"Les voies ouvertes par une séparation sont jointes avant de se poursuivre en une seule",
),
        message: words(
"two parallel ways meet at `{step}` without being joined, so that what follows is done twice. This leads there: {path}",
"deux voies parallèles se rencontrent à « {step} » sans être jointes ; la suite est donc exécutée deux fois. Voici ce qui y mène : {path}",
),
        why: words(
"A certificate is registered twice or a message sent twice, and the second time it finds a state that the first has changed already.",
"Un certificat est enregistré deux fois ou un message envoyé deux fois, et la seconde fois trouve un état que la première a déjà modifié.",
),
        help: words(
"Let the ways come together at a `join` step before `{step}`, or begin them with a `decision` when only one of them is taken.",
"Réunissez les voies à une étape « join » avant « {step} », ou ouvrez-les par une « decision » si une seule est empruntée.",
),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  processes:
    - id: issue
      steps:
        - {id: register, next: share}
        - {id: share, entity: importing-customs, kind: fork, name: {en: Share the work, fr: Répartir le travail}, outcomes: [{to: file}, {to: inform}]}
        - {id: file, entity: importing-customs, kind: task, name: {en: File the certificate, fr: Classer le certificat}, next: respond}
        - {id: inform, entity: importing-customs, kind: task, name: {en: Inform the risk analysis, fr: Informer l’analyse de risque}, next: respond}
",
    good: "
process_alignment:
  processes:
    - id: issue
      steps:
        - {id: register, next: share}
        - {id: share, entity: importing-customs, kind: fork, name: {en: Share the work, fr: Répartir le travail}, outcomes: [{to: file}, {to: inform}]}
        - {id: file, entity: importing-customs, kind: task, name: {en: File the certificate, fr: Classer le certificat}, next: together}
        - {id: inform, entity: importing-customs, kind: task, name: {en: Inform the risk analysis, fr: Informer l’analyse de risque}, next: together}
        - {id: together, entity: importing-customs, kind: join, name: {en: Both done, fr: Les deux achevées}, next: respond}
",
    check: Check::Proofs(check),
};

fn check(_: &Resolved, proved: &[Proved<'_>], findings: &mut Findings) {
    for Proved { process, places, proof } in proved {
        for fault in &proof.faults {
            if let Fault::Unsynchronised { at, run } = fault {
                let (step, span) = places.step(process, *at);
                let finding = RULE.at(span).arg("step", step);
                findings.add(finding.arg_label("path", trace(process, run)));
            }
        }
    }
}
