//! Where a recommended list exists, it is used or mapped.

use crate::check::rules::data::uses_of_lists;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::{INTERNATIONAL, Resolved};
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-11",
        name: "user-list-without-mapping",
        title: words(
"The code list that the data model recommends is used, or mapped",
"La liste de codes que recommande le modèle de données est employée, ou mise en correspondance",
),
        message: words(
"`{path}` uses the list `{list}`, but the data model recommends `{wanted}`",
"« {path} » emploie la liste « {list} », alors que le modèle de données recommande « {wanted} »",
),
        why: words(
"Each private list is one more table that every new partner has to learn and keep up to date.",
"Chaque liste privée est une table de plus que tout nouveau partenaire doit apprendre et tenir à jour.",
),
        help: words(
"Restrict the recommended list (`base: {wanted}`), or say under `mapping` how the codes relate to it.",
"Restreignez la liste recommandée (« base: {wanted} »), ou indiquez sous « mapping » la correspondance des codes.",
),
        severity: Severity::Warning,
        basis: Basis::Sourced(&["X"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  data_cluster:
    code_lists:
      - {id: exa.functions, title: {en: Functions, fr: Fonctions}, maintainer: {en: Joint Technical Group, fr: Groupe technique conjoint}, version: '1', codes: [{code: '9', name: {en: original, fr: original}}]}
    elements:
      - {path: Certificate/FunctionCode, codes: exa.functions}
",
    good: "
process_alignment:
  data_cluster:
    code_lists:
      - {id: exa.functions, base: edifact.1225, title: {en: Functions, fr: Fonctions}, maintainer: {en: Joint Technical Group, fr: Groupe technique conjoint}, version: '1', codes: [{code: '9'}]}
    elements:
      - {path: Certificate/FunctionCode, codes: exa.functions}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    for (element, used) in uses_of_lists(block) {
        // Lists of countries, currencies, units and the like must be used, not only mapped.
        let is_other = |it: &&str| !INTERNATIONAL.iter().any(|(id, _)| id == it);
        let Some(wanted) = block.recommended_list(element).filter(is_other) else { continue };
        if used.base != wanted && !used.mapped {
            let finding = RULE.at(used.span).arg("path", &element.path);
            findings.add(finding.arg("list", used.id).arg("wanted", wanted));
        }
    }
}
