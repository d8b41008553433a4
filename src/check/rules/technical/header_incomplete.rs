//! The header says whose message it is.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TEC-03",
        name: "header-incomplete",
        title: words(
            "The message header names agency, country, customisation code and version",
            "L’en-tête des messages indique l’organisme, le pays, le code et la version de l’adaptation",
        ),
        message: words(
            "the message header does not state: {missing}",
            "l’en-tête des messages n’indique pas : {missing}",
        ),
        why: words(
            "The receiver sees from the header which adaptation of the WCO Data Model a message follows, and who answers for it.",
            "L’en-tête montre au destinataire quelle adaptation du modèle de données de l’OMD le message suit, et qui en répond.",
        ),
        help: words(
            "Write the missing keys under `service_interface.header`.",
            "Écrivez les clés manquantes sous « service_interface.header ».",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["X"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
technical_interoperability: {service_interface: {header: {customization: }}}
",
    good: "
technical_interoperability: {service_interface: {header: {customization: EXACO}}}
",
    check: Check::Block(check),
};

const KEYS: &[&str] = &["agency", "country", "customization", "customization_version"];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(group) = Section::find(block, "technical_interoperability.service_interface") else {
        return;
    };
    if let Some((span, missing)) = group.lacks_below("header", KEYS) {
        findings.add(RULE.at(span).arg("missing", missing));
    }
}
