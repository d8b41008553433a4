//! Each message has an operation, a direction and a version.

use std::collections::BTreeSet;

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::syntax::Node;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TEC-02",
        name: "message-without-service",
        title: words("Each message has a service operation, a direction and a version", "Chaque message a une opération de service, un sens et une version"),
        message: words("message `{message}`: {fault}", "message « {message} » : {fault}"),
        why: words("What no gateway offers cannot be sent; what has no version cannot be changed in an orderly way.", "Ce qu’aucune passerelle n’offre ne peut être envoyé ; ce qui n’a pas de version ne peut évoluer en bon ordre."),
        help: words("Add an operation under `service_interface.operations` at the gateway that receives the message, and write its `sender`, `receiver` and `version`.", "Ajoutez une opération sous « service_interface.operations » à la passerelle qui reçoit le message, et écrivez ses « sender », « receiver » et « version »."),
        severity: Severity::Error,
        basis: Basis::Sourced(&["S1"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
technical_interoperability:
  service_interface:
    operations: [{id: receive-response, omit: true}]
",
    good: "
technical_interoperability:
  service_interface:
    operations:
      - {id: receive-response, omit: true}
      - {id: take-response, message: business-response, gateway: outbound-gateway, path: /business-responses, version: 1.0.0, summary: {en: Takes a response., fr: Reçoit une réponse.}}
",
    check: Check::Block(check),
};

const NO_OPERATION: Words =
    words("no operation takes it at `{gateway}`", "aucune opération ne le reçoit à « {gateway} »");
const LACKS: Words = words("{missing} is not stated", "{missing} n’est pas indiqué");

fn check(block: &Resolved, findings: &mut Findings) {
    let interface = Section::find(block, "technical_interoperability.service_interface");
    let Some(interface) = interface else { return };
    let Some(process) = Section::find(block, "process_alignment") else { return };
    let text = |it: &Section, key: &str| {
        it.node.get(key).and_then(Node::text).unwrap_or_default().to_owned()
    };
    let operations = interface.items("operations");
    let offered: BTreeSet<_> =
        operations.iter().map(|it| (text(it, "message"), text(it, "gateway"))).collect();
    let taken: BTreeSet<&str> = offered.iter().map(|(message, _)| message.as_str()).collect();
    for message in process.items("messages") {
        let finding = RULE.at(message.span).arg("message", message.name());
        if let Some(missing) = message.lacks(&["sender", "receiver", "version"]) {
            findings.add(finding.arg_words("fault", LACKS).arg("missing", missing));
            continue;
        }
        let ends = match text(&message, "both_ways").as_str() {
            "true" => &["receiver", "sender"][..],
            _ if taken.contains(message.name()) => &[],
            _ => &["receiver"],
        };
        let mut gateways = ends.iter().map(|end| text(&message, end));
        let without = |it: &String| !offered.contains(&(message.name().to_owned(), it.clone()));
        if let Some(gateway) = gateways.find(without) {
            findings.add(finding.arg_words("fault", NO_OPERATION).arg("gateway", gateway));
        }
    }
}
