//! A process has steps, or the annex says why it is left out.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-40",
        name: "process-without-steps",
        title: words(
            "Each process has steps, or says why it is not part of the annex",
            "Chaque processus comporte des étapes, ou indique pourquoi il est hors de l’annexe",
        ),
        message: words(
            "the process `{process}` has no steps and does not say why",
            "le processus « {process} » ne comporte aucune étape et n’indique pas pourquoi",
        ),
        why: words(
            "A process that is only named binds nobody: the reader cannot tell whether it was forgotten, or left to other rules on purpose.",
            "Un processus seulement nommé n’oblige personne : le lecteur ne peut savoir s’il a été oublié ou laissé à dessein à d’autres règles.",
        ),
        help: words(
            "Write its `steps`, or the reason under `out_of_scope`.",
            "Écrivez ses « steps », ou le motif sous « out_of_scope ».",
        ),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Process,
    early: &[(Maturity::Technical, Severity::Warning)],
    fixes: &[],
    bad: "
process_alignment:
  processes:
    - {id: back-to-back, name: {en: Back-to-back certificate, fr: Certificat dos à dos}}
",
    good: "
process_alignment:
  processes:
    - {id: back-to-back, name: {en: Back-to-back certificate, fr: Certificat dos à dos}, out_of_scope: {en: The Agreement knows no such certificate., fr: L’Accord ne connaît pas de tel certificat.}}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(alignment) = Section::find(block, "process_alignment") else { return };
    for process in alignment.items("processes") {
        if process.items("steps").is_empty() && !process.says("out_of_scope") {
            findings.add(RULE.at(process.span).arg("process", process.name()));
        }
    }
}
