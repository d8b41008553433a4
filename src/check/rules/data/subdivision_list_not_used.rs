//! Provinces and states are those of ISO 3166-2.

use crate::check::data::maximum;
use crate::check::rules::data::uses_of_lists;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-13",
        name: "subdivision-list-not-used",
        title: words(
"Country subdivisions use ISO 3166-2",
"Les subdivisions de pays emploient l’ISO 3166-2",
),
        message: words(
"`{path}` uses the list `{list}` in place of `iso.3166-2`",
"« {path} » emploie la liste « {list} » au lieu de « iso.3166-2 »",
),
        why: words(
"The data model also allows user codes here, but the ISO code carries its country with it and needs no table.",
"Le modèle de données admet ici aussi des codes d’utilisateur, mais le code ISO porte son pays et se passe de table.",
),
        help: words(
"Use `iso.3166-2`, a restriction of it, or say under `mapping` how the codes relate to it.",
"Employez « iso.3166-2 », une restriction de cette liste, ou indiquez la correspondance sous « mapping ».",
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
      - {id: exa.provinces, title: {en: Provinces, fr: Provinces}, maintainer: {en: Joint Technical Group, fr: Groupe technique conjoint}, version: '1', codes: [{code: '01', name: {en: North, fr: Nord}}]}
    elements:
      - {path: Certificate/GovernmentAgencyGoodsItem/Origin/RegionID, requirement: O, codes: exa.provinces, purposes: [verify-origin]}
",
    good: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/GovernmentAgencyGoodsItem/Origin/RegionID, requirement: O, purposes: [verify-origin]}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    const SUBDIVISIONS: &str = "iso.3166-2";
    let Some(dataset) = maximum(block) else { return };
    for (element, used) in uses_of_lists(block) {
        let row = dataset.row(&element.path).and_then(|row| row.codelist.as_deref());
        if row == Some(SUBDIVISIONS) && used.base != SUBDIVISIONS && !used.mapped {
            let finding = RULE.at(used.span).arg("path", &element.path);
            findings.add(finding.arg("list", used.id));
        }
    }
}
