//! The technical part has its three components.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "STR-04",
        name: "technical-part-incomplete",
        title: words("The technical part has a service interface, communication and architecture", "La partie technique comporte une interface de service, une communication et une architecture"),
        message: words("the technical part does not state: {missing}", "la partie technique n’indique pas : {missing}"),
        why: words("Interface, communication and architecture are what the two systems are built and tested against.", "L’interface, la communication et l’architecture sont ce d’après quoi les deux systèmes sont construits et testés."),
        help: words("Describe the missing components under `technical_interoperability`; write `open: {owner: …, due: …}` for values that are not agreed.", "Décrivez les composantes manquantes sous « technical_interoperability » ; pour une valeur non convenue, écrivez « open: {owner: …, due: …} »."),
        severity: Severity::Error,
        basis: Basis::Sourced(&["S1"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
technical_interoperability: {architecture: }
",
    good: "
technical_interoperability: {architecture: {description: {en: Gateway to gateway., fr: De passerelle à passerelle.}}}
",
    check: Check::Block(check),
};

const KEYS: &[&str] = &["service_interface", "communication", "architecture"];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(section) = Section::find(block, "technical_interoperability") else { return };
    if let Some(missing) = section.lacks(KEYS) {
        findings.add(RULE.at(section.span).arg("missing", missing));
    }
}
