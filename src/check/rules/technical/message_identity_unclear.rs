//! Messages are identified, and answers refer to them.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TEC-04",
        name: "message-identity-unclear",
        title: words("Each message has a unique identifier, and each answer repeats that of its message", "Chaque message a un identifiant unique, que toute réponse reprend"),
        message: words("the message header does not state: {missing}", "l’en-tête des messages n’indique pas : {missing}"),
        why: words("Without them a repeated message is processed twice, and a receipt cannot be matched with what it acknowledges.", "À défaut, un message répété est traité deux fois et un accusé de réception ne peut être rattaché à son message."),
        help: words("Write under `service_interface.header` how a message is identified (`message_id`) and how an answer refers to it (`correlation_id`).", "Indiquez sous « service_interface.header » comment un message est identifié (« message_id ») et comment une réponse s’y rapporte (« correlation_id »)."),
        severity: Severity::Error,
        basis: Basis::Sourced(&["X"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
technical_interoperability: {service_interface: {header: {correlation_id: }}}
",
    good: "
technical_interoperability: {service_interface: {header: {correlation_id: {en: Repeated in the answer., fr: Reprise dans la réponse.}}}}
",
    check: Check::Block(check),
};

const KEYS: &[&str] = &["message_id", "correlation_id"];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(section) = Section::find(block, "technical_interoperability.service_interface.header")
    else {
        return;
    };
    if let Some(missing) = section.lacks(KEYS) {
        findings.add(RULE.at(section.span).arg("missing", missing));
    }
}
