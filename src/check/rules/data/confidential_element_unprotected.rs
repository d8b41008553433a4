//! Confidential elements say how they are protected.

use crate::check::data::Carried;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Classification, Maturity};
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-24",
        name: "confidential-element-unprotected",
        title: words(
"A confidential element says how it is masked or encrypted",
"Un élément confidentiel indique comment il est masqué ou chiffré",
),
        message: words(
"the element `{path}` is confidential, but nothing says how it is protected",
"l’élément « {path} » est confidentiel, mais rien n’indique comment il est protégé",
),
        why: words(
"Values and producers are commercial secrets. Whoever builds the gateway, the screen and the print-out has to know what must not be shown there.",
"Les valeurs et les producteurs relèvent du secret commercial. Qui construit la passerelle, l’écran et l’édition doit savoir ce qui ne doit pas y figurer.",
),
        help: words(
"Say under `protection` who may see it, whether it is masked in prints and whether it is encrypted.",
"Indiquez sous « protection » qui peut le voir, s’il est masqué dans les éditions et s’il est chiffré.",
),
        severity: Severity::Warning,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/Exporter/Name, classification: confidential}
",
    good: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/Exporter/Name, classification: confidential, protection: {en: Not printed., fr: Non imprimé.}}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let carried = Carried::of(block);
    for (at, element) in block.cluster.elements.iter().enumerate() {
        let confidential = element.classification == Some(Classification::Confidential);
        if confidential
            && element.is_leaf()
            && element.own.protection.is_none()
            && !carried.by(at).is_empty()
        {
            findings.add(RULE.at(element.span).arg("path", &element.path));
        }
    }
}
