//! An element occurs no oftener than the dataset allows.

use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Content, Finding, Findings, Mend, Pack, Severity};
use crate::model::{Maturity, Requirement};
use crate::resolve::Resolved;
use crate::text::Span;
use crate::text::notation::Occurs;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-07",
        name: "occurrence-wider-than-dataset",
        title: words(
            "An element occurs no more often than the dataset allows",
            "Un élément n’apparaît pas plus souvent que l’ensemble ne le permet",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "A partner whose system takes one value has nowhere to put a second; an element that is mandatory and may be absent asks two things at once.",
            "Un partenaire dont le système accepte une valeur n’a nulle part où mettre la deuxième ; un élément obligatoire qui peut être absent exige deux choses à la fois.",
        ),
        help: words(
            "Write an occurrence within {limit}.",
            "Écrivez un nombre d’occurrences compris dans {limit}.",
        ),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[words("write {narrowed}", "écrire {narrowed}")],
    bad: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/Exporter, occurs: 1..5}
",
    good: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/Exporter, occurs: 1..1}
",
    check: Check::Block(check),
};

const TOO_OFTEN: Words = words(
    "`{path}` may occur {own}, but no more than {limit} in the dataset",
    "« {path} » peut apparaître {own}, mais au plus {limit} dans l’ensemble",
);
const MAY_BE_ABSENT: Words = words(
    "`{path}` is mandatory, but may occur {own}",
    "« {path} » est obligatoire, mais peut apparaître {own}",
);

fn check(block: &Resolved, findings: &mut Findings) {
    for element in &block.cluster.elements {
        let Some(own) = &element.own.occurs else { continue };
        let finding = RULE.at(own.span).arg("path", &element.path).arg("own", own.value);
        let mandatory = element.own.requirement.as_ref().is_some_and(|it| {
            !it.entries.is_empty()
                && it.entries.iter().all(|it| it.1.value == Requirement::Mandatory)
        });
        if let Some(limit) = element.exceeded_occurs() {
            let finding = finding.arg_words("fault", TOO_OFTEN).arg("limit", limit);
            findings.add(narrow(finding, own.span, within(own.value, limit)));
        } else if mandatory && own.value.min == 0 {
            let limit = Occurs { min: 1, ..own.value };
            let finding = finding.arg_words("fault", MAY_BE_ABSENT).arg("limit", limit);
            findings.add(narrow(finding, own.span, limit));
        }
    }
    let messages = block.block.process_alignment.iter().flat_map(|it| &it.messages);
    for listed in messages.flat_map(|it| &it.subset) {
        let (Some(path), Some(own)) = (&listed.path, &listed.occurs) else { continue };
        let element = block.cluster.find(&path.value.0);
        if let Some(limit) = element.map(|it| it.occurs).filter(|it| own.value.exceeds(it)) {
            let finding = RULE.at(own.span).arg("path", &path.value).arg("own", own.value);
            let finding = finding.arg_words("fault", TOO_OFTEN).arg("limit", limit);
            findings.add(narrow(finding, own.span, within(own.value, limit)));
        }
    }
}

/// An occurrence with its upper end within a limit.
fn within(own: Occurs, limit: Occurs) -> Occurs {
    let least = limit.max.map_or(own.min, |most| own.min.min(most));
    Occurs { min: least, max: limit.max }
}

fn narrow(finding: Finding, place: Span, occurs: Occurs) -> Finding {
    let mends = vec![Mend::Replace(place, Content::Text(occurs.to_string()))];
    RULE.mend(finding.arg("narrowed", occurs), Some(mends))
}
