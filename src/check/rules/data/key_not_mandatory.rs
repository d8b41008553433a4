//! Documents are told apart by a key that is always there.

use super::made_mandatory;
use crate::check::data::{Carried, cluster};
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-18",
        name: "key-not-mandatory",
        title: words(
            "A key is declared, and its elements are mandatory",
            "Une clé est déclarée et ses éléments sont obligatoires",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "Matching begins with the number: if it may be missing, is not declared, or two documents may share it, nothing that follows can be trusted.",
            "Le rapprochement commence par le numéro : s’il peut manquer, s’il n’est pas déclaré, ou si deux documents peuvent le partager, rien de ce qui suit n’est sûr.",
        ),
        help: words(
            "List the key under `data_cluster.keys` with its elements, and make each of them `requirement: M`.",
            "Inscrivez la clé sous « data_cluster.keys » avec ses éléments, et rendez chacun d’eux « requirement: M ».",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["S0", "P53"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[words("make it mandatory", "le rendre obligatoire")],
    bad: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/ID, requirement: O}
",
    good: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/ID, requirement: M}
",
    check: Check::Block(check),
};

const NO_KEY: Words =
    words("the data cluster declares no key", "le groupe de données ne déclare aucune clé");
const NO_ELEMENT: Words =
    words("the key `{key}` names no element", "la clé « {key} » ne cite aucun élément");
const OPTIONAL: Words = words(
    "`{path}` is part of the key `{key}`, but not mandatory in each message that carries it",
    "« {path} » fait partie de la clé « {key} », sans être obligatoire dans chaque message qui le porte",
);

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(section) = Section::find(block, "process_alignment.data_cluster") else { return };
    if !section.says("keys") {
        findings.add(RULE.at(section.span).arg_words("fault", NO_KEY));
        return;
    }
    for key in section.items("keys").iter().filter(|it| !it.says("elements")) {
        findings.add(RULE.at(key.span).arg_words("fault", NO_ELEMENT).arg("key", key.name()));
    }
    let carried = Carried::of(block);
    for key in cluster(block).iter().flat_map(|it| &it.keys) {
        let Some(id) = &key.id else { continue };
        for path in &key.elements {
            let Some(at) = block.cluster.position(&path.value.0) else { continue };
            // What has no requirement at all has a finding of its own.
            let stated = carried.by(at).iter().all(|(_, content)| content.requirement.is_some());
            if stated && carried.is_ever_absent(at) {
                let finding = RULE.at(path.span).arg_words("fault", OPTIONAL);
                let finding = finding.arg("path", &path.value).arg("key", &id.value);
                let element = block.cluster.elements.get(at);
                findings.add(RULE.mend(finding, element.and_then(made_mandatory)));
            }
        }
    }
}
