//! Each element serves a purpose.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "LEG-08",
        name: "element-without-purpose",
        title: words(
            "Data is used for the listed purposes only, and each element serves one of them",
            "Les données ne servent qu’aux finalités énumérées, et chaque élément en sert une",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "Data is exchanged for the listed purposes only; what serves none must not be asked for.",
            "Les données ne sont échangées que pour les finalités énumérées ; ce qui n’en sert aucune ne doit pas être demandé.",
        ),
        help: words(
            "Add `purposes:` with the identifiers of the purposes it serves, to the element or to its class, or leave the element out; write in `data_protection.purpose_limitation` that the list is closed.",
            "Ajoutez « purposes: » avec les identifiants des finalités servies, à l’élément ou à sa classe, ou retirez l’élément ; précisez dans « data_protection.purpose_limitation » que la liste est limitative.",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["S0"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/IssueLocationID, requirement: O}
",
    good: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/IssueLocationID, requirement: O, purposes: [verify-origin]}
",
    check: Check::Block(check),
};

const SERVES_NONE: Words =
    words("`{path}` serves no purpose", "« {path} » ne sert aucune finalité");
const LIST_IS_OPEN: Words = words(
    "it is not stated that data is used for the listed purposes only",
    "il n’est pas indiqué que les données ne servent qu’aux finalités énumérées",
);

fn check(block: &Resolved, findings: &mut Findings) {
    let protection = Section::find(block, "business_case.data_protection");
    if let Some(section) = protection.filter(|it| !it.says("purpose_limitation")) {
        findings.add(RULE.at(section.span).arg_words("fault", LIST_IS_OPEN));
    }
    let purposes = block.block.business_case.iter().flat_map(|it| &it.purposes);
    if purposes.count() == 0 {
        return; // The business case lacks a component then; that is said once.
    }
    let elements = &block.cluster.elements;
    for element in elements.iter().filter(|it| it.own.purposes.is_empty() && !it.is_class()) {
        // What serves a class serves what belongs to it; the root stands for the message only.
        let mut above = element.parent;
        let mut served = false;
        while let Some(class) = above.and_then(|at| elements.get(at)) {
            served = served || (class.parent.is_some() && !class.own.purposes.is_empty());
            above = class.parent;
        }
        if !served {
            let finding = RULE.at(element.span).arg_words("fault", SERVES_NONE);
            findings.add(finding.arg("path", &element.path));
        }
    }
}
