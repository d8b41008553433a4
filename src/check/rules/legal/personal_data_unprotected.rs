//! Personal data asks for a clause on its protection.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "LEG-11",
        name: "personal-data-unprotected",
        title: words("A block that exchanges personal data has a clause on its protection", "Un bloc qui échange des données à caractère personnel comporte une clause sur leur protection"),
        message: words("personal data is exchanged (`{path}`), but no clause protects it", "des données à caractère personnel sont échangées (« {path} »), mais aucune clause ne les protège"),
        why: words("The law of most Members permits the transfer of personal data only under such a clause.", "Le droit de la plupart des Membres ne permet le transfert de données à caractère personnel que sous une telle clause."),
        help: words("Write `data_protection.personal_data`; if the element cannot hold personal data, mark it with `personal: false`.", "Rédigez « data_protection.personal_data » ; si l’élément ne peut contenir de données à caractère personnel, marquez-le « personal: false »."),
        severity: Severity::Error,
        basis: Basis::Sourced(&["S0"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
business_case: {data_protection: {personal_data: }}
",
    good: "
business_case: {data_protection: {personal_data: {en: Kept accurate and safe., fr: Tenues exactes et protégées.}}}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(section) = Section::find(block, "business_case.data_protection") else { return };
    let personal = block.cluster.elements.iter().find(|element| element.personal);
    if let Some(element) = personal.filter(|_| !section.says("personal_data")) {
        findings.add(RULE.at(section.span).arg("path", &element.path));
    }
}
