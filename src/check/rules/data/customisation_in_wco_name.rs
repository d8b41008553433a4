//! An adaptation bears its own name.

use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-35",
        name: "customisation-in-wco-name",
        title: words(
            "An adaptation of the data model bears the name of its project, not that of the WCO",
            "Une adaptation du modèle de données porte le nom de son projet, non celui de l’OMD",
        ),
        message: words(
            "`{value}` makes the messages look like those of the WCO",
            "« {value} » fait passer les messages pour ceux de l’OMD",
        ),
        why: words(
            "Extensions published under the name of the WCO collide with its own next edition, and mislead whoever receives them.",
            "Les extensions publiées sous le nom de l’OMD entrent en conflit avec sa prochaine édition et trompent qui les reçoit.",
        ),
        help: words(
            "Give `customization` a code of the Parties or of the project, such as both their codes.",
            "Donnez à « customization » un code des Parties ou du projet, par exemple leurs deux codes.",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["P45", "X"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
technical_interoperability: {service_interface: {header: {customization: WCO-CO}}}
",
    good: "
technical_interoperability: {service_interface: {header: {customization: EXA-CO}}}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let technical = block.block.technical_interoperability.as_ref();
    let interface = technical.and_then(|it| it.service_interface.as_ref());
    let header = interface.and_then(|it| it.header.as_ref());
    let Some(code) = header.and_then(|it| it.customization.as_ref()) else { return };
    let lower = code.value.0.to_lowercase();
    let claims = ["wco", "omd", "wcoomd"];
    if lower.split(['-', '_', '.', ':']).any(|part| claims.contains(&part)) {
        findings.add(RULE.at(code.span).arg("value", &code.value));
    }
}
