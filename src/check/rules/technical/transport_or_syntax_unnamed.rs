//! Protocol and syntax are named.

use crate::check::mends::{OPEN_POINT, open};
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TEC-06",
        name: "transport-or-syntax-unnamed",
        title: words(
            "The transport protocol and the syntax of messages are named",
            "Le protocole de transport et la syntaxe des messages sont indiqués",
        ),
        message: words(
            "the communication does not state: {missing}",
            "la communication n’indique pas : {missing}",
        ),
        why: words(
            "Two gateways that speak other protocols do not meet, however well the data is aligned.",
            "Deux passerelles de protocoles différents ne se rencontrent pas, si bien alignées que soient les données.",
        ),
        help: words(
            "Write `communication.protocol` and `communication.syntax`; while the Parties differ, write their `proposals`.",
            "Écrivez « communication.protocol » et « communication.syntax » ; tant que les Parties divergent, écrivez leurs « proposals ».",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["S0"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[OPEN_POINT],
    bad: "
block: {status: technical}
technical_interoperability: {communication: {protocol: }}
",
    good: "
block: {status: technical}
technical_interoperability: {communication: {protocol: as4}}
",
    check: Check::Block(check),
};

const KEYS: &[&str] = &["protocol", "syntax"];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(section) = Section::find(block, "technical_interoperability.communication") else {
        return;
    };
    if let Some(missing) = section.lacks(KEYS) {
        let finding = RULE.at(section.span).arg("missing", missing);
        findings.add(RULE.mend(finding, open(block, &section, KEYS)));
    }
}
