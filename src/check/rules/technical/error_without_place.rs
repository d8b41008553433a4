//! A reported error points at its place.

use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TEC-12",
        name: "error-without-place",
        title: words(
            "A reported error points to the element that is wrong",
            "Une erreur signalée désigne l’élément en cause",
        ),
        message: words(
            "`{path}` reports errors, but no element below it points to the place",
            "« {path} » signale des erreurs, mais aucun élément n’en indique l’emplacement",
        ),
        why: words(
            "“Invalid message” sends a technician looking through hundreds of elements; a pointer sends him to the one.",
            "« Message non valide » oblige à parcourir des centaines d’éléments ; un pointeur mène au bon.",
        ),
        help: words(
            "Add the class `Pointer` with `DocumentSectionCode` and `TagID` below the error.",
            "Ajoutez sous l’erreur la classe « Pointer » avec « DocumentSectionCode » et « TagID ».",
        ),
        severity: Severity::Warning,
        basis: Basis::Sourced(&["X"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  data_cluster:
    elements:
      - {path: Response/Error/Pointer, omit: true}
      - {path: Response/Error/Pointer/SequenceNumeric, omit: true}
      - {path: Response/Error/Pointer/DocumentSectionCode, omit: true}
      - {path: Response/Error/Pointer/TagID, omit: true}
",
    good: "
process_alignment:
  data_cluster:
    elements:
      - {path: Response/Error/Pointer, occurs: 0..1}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let elements = &block.cluster.elements;
    for error in elements.iter().filter(|it| it.tag() == "Error" && it.is_class()) {
        let mut inside = error.children.iter().filter_map(|at| elements.get(*at));
        if !inside.any(|it| it.tag().contains("Pointer") || it.tag().contains("Path")) {
            findings.add(RULE.at(error.span).arg("path", &error.path));
        }
    }
}
