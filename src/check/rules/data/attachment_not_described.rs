//! An attached file says what it is.

use crate::check::data::Carried;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::ClusterElement;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-26",
        name: "attachment-not-described",
        title: words(
"An attached file has a document type, a media type and a hash",
"Un fichier joint a un type de document, un type de média et une empreinte",
),
        message: words(
"the attached file `{path}` is carried without: {missing}",
"le fichier joint « {path} » est transmis sans : {missing}",
),
        why: words(
"A gateway refuses what it cannot name, and a file without a hash proves nothing in a verification.",
"Une passerelle refuse ce qu’elle ne peut nommer, et un fichier sans empreinte ne prouve rien lors d’un contrôle.",
),
        help: words(
"Add `MIMECode` and `HashID` below the file, and `TypeCode` beside it, as mandatory elements.",
"Ajoutez « MIMECode » et « HashID » sous le fichier, et « TypeCode » à côté, comme éléments obligatoires.",
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
      - {path: Certificate/AdditionalDocument, requirement: O, purposes: [verify-origin]}
      - {path: Certificate/AdditionalDocument/TypeCode, requirement: M, purposes: [verify-origin]}
      - {path: Certificate/AdditionalDocument/BinaryFile, requirement: O, purposes: [verify-origin]}
      - {path: Certificate/AdditionalDocument/BinaryFile/MIMECode, requirement: M, purposes: [verify-origin]}
",
    good: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/AdditionalDocument, requirement: O, purposes: [verify-origin]}
      - {path: Certificate/AdditionalDocument/TypeCode, requirement: M, purposes: [verify-origin]}
      - {path: Certificate/AdditionalDocument/BinaryFile, requirement: O, purposes: [verify-origin]}
      - {path: Certificate/AdditionalDocument/BinaryFile/MIMECode, requirement: M, purposes: [verify-origin]}
      - {path: Certificate/AdditionalDocument/BinaryFile/HashID, requirement: M, purposes: [verify-origin]}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let carried = Carried::of(block);
    let elements = &block.cluster.elements;
    let sent = |class: &ClusterElement, tag: &str| {
        class.children.iter().any(|at| {
            !carried.by(*at).is_empty()
                && elements.get(*at).is_some_and(|it| it.tag().contains(tag))
        })
    };
    for (at, file) in elements.iter().enumerate() {
        if !file.tag().contains("BinaryFile") || !file.is_class() || carried.by(at).is_empty() {
            continue;
        }
        let mut missing: Vec<&str> =
            ["MIMECode", "HashID"].into_iter().filter(|tag| !sent(file, tag)).collect();
        let document = file.parent.and_then(|at| elements.get(at));
        if document.is_some_and(|it| !sent(it, "TypeCode")) {
            missing.push("TypeCode");
        }
        if !missing.is_empty() {
            let finding = RULE.at(file.span).arg("path", &file.path);
            findings.add(finding.arg("missing", missing.join(", ")));
        }
    }
}
