//! The data model is stated once, with its version.

use crate::check::data::{cluster, model};
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-03",
        name: "data-model-not-stated",
        title: words(
            "The version of the WCO Data Model is stated once, and it is known",
            "La version du modèle de données de l’OMD est indiquée une fois, et elle est connue",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "Identifiers, names and formats change from version to version; two Parties that read the same identifier in two versions exchange different things.",
            "Identifiants, noms et formats changent d’une version à l’autre ; deux Parties qui lisent le même identifiant dans deux versions échangent des choses différentes.",
        ),
        help: words(
            "Write `model: wco-dm@3.6` or the version that the Parties use. A version that is not carried here is loaded from a data folder.",
            "Écrivez « model: wco-dm@3.6 » ou la version employée par les Parties. Une version qui n’est pas fournie ici se charge depuis un dossier de données.",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["X"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  data_cluster: {model: wco-dm@2.9}
",
    good: "
process_alignment:
  data_cluster: {model: wco-dm@3.6}
",
    check: Check::Block(check),
};

const NOT_STATED: Words = words(
    "the data cluster does not state its data model",
    "le groupe de données n’indique pas son modèle de données",
);
const NOT_KNOWN: Words = words(
    "the data model `{model}` is not in the catalogue, so no identifier can be looked up",
    "le modèle de données « {model} » n’est pas dans le catalogue : aucun identifiant ne peut être vérifié",
);

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(section) = Section::find(block, "process_alignment.data_cluster") else { return };
    if !section.says("model") {
        findings.add(RULE.at(section.span).arg_words("fault", NOT_STATED));
        return;
    }
    let Some(stated) = cluster(block).and_then(|it| it.model.as_ref()) else { return };
    if model(block).is_none() {
        let mut finding = RULE.at(stated.span).arg_words("fault", NOT_KNOWN);
        finding.severity = Severity::Warning;
        findings.add(finding.arg("model", &stated.value));
    }
}
