//! The error codes cover every kind of fault, each with an action.

use std::collections::BTreeSet;

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{ErrorCategory, Maturity};
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TEC-11",
        name: "error-codes-incomplete",
        title: words("The error codes cover every kind of fault, each with what the sender has to do", "Les codes d’erreur couvrent chaque type de défaut, chacun avec ce que l’émetteur doit faire"),
        message: words("{fault}", "{fault}"),
        why: words("A fault without a code ends in a telephone call, and a code without an action in a message that is never repaired.", "Un défaut sans code finit en appel téléphonique ; un code sans action, en message jamais réparé."),
        help: words("Add a code with the missing `category:` under `service_interface.errors`, and `action:` to each code.", "Ajoutez sous « service_interface.errors » un code de la « category: » manquante, et « action: » à chaque code."),
        severity: Severity::Error,
        basis: Basis::Sourced(&["X"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
technical_interoperability:
  service_interface:
    errors: [{code: E-DUPLICATE, omit: true}]
",
    good: "
technical_interoperability:
  service_interface:
    errors: [{code: E-DUPLICATE, action: {en: Use another reference., fr: Utiliser une autre référence.}}]
",
    check: Check::Block(check),
};

const NOT_COVERED: Words = words(
    "no error code covers this kind of fault: {category}",
    "aucun code d’erreur ne couvre ce type de défaut : {category}",
);
const NO_ACTION: Words = words(
    "error code `{code}` does not say what the sender has to do",
    "le code d’erreur « {code} » n’indique pas ce que l’émetteur doit faire",
);
const NO_CODES: Words = words("there are no error codes", "il n’y a pas de codes d’erreur");

fn check(block: &Resolved, findings: &mut Findings) {
    let interface = Section::find(block, "technical_interoperability.service_interface");
    let Some(interface) = interface else { return };
    if !interface.says("errors") {
        findings.add(RULE.at(interface.span).arg_words("fault", NO_CODES));
        return;
    }
    let errors = interface.items("errors");
    let place = interface.node.entry("errors").map_or(interface.span, |entry| entry.key.span);
    let categories: BTreeSet<&str> =
        errors.iter().filter_map(|it| it.node.get("category")?.text()).collect();
    for category in ErrorCategory::ALL.iter().filter(|it| !categories.contains(it.id())) {
        let finding = RULE.at(place).arg_words("fault", NOT_COVERED);
        findings.add(finding.arg_words("category", category.label()));
    }
    for code in errors.iter().filter(|code| !code.says("action")) {
        let finding = RULE.at(code.span).arg_words("fault", NO_ACTION);
        findings.add(finding.arg("code", code.name()));
    }
}
