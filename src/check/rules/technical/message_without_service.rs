//! Each message has an operation, a direction and a version.

use std::collections::BTreeSet;

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Content, Findings, Mend, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::{Kind, Resolved};
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
    fixes: &[words(
        "add an operation of `{gateway}` that takes it",
        "ajouter une opération de « {gateway} » qui le reçoive",
    )],
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
            let finding = finding.arg_words("fault", NO_OPERATION).arg("gateway", &gateway);
            let mends = operation(block, &interface, &message, &gateway);
            findings.add(RULE.mend(finding, mends));
        }
    }
}

/// An operation that takes this message at this gateway, with the path that the message has at
/// another gateway if there is one.
fn operation(
    block: &Resolved,
    interface: &Section,
    message: &Section,
    gateway: &str,
) -> Option<Vec<Mend>> {
    let name = message.name();
    let operations = interface.items("operations");
    let of = |it: &Section, key: &str| it.node.get(key).and_then(Node::text).map(str::to_owned);
    let elsewhere = operations.iter().find(|it| of(it, "message").as_deref() == Some(name));
    let path = elsewhere.and_then(|it| of(it, "path")).unwrap_or_else(|| format!("/{name}s"));
    let at_gateway = |it: &&Section| of(it, "gateway").as_deref() == Some(gateway);
    if operations.iter().filter(at_gateway).any(|it| of(it, "path").as_ref() == Some(&path)) {
        return None;
    }
    let ids = [format!("receive-{name}"), format!("receive-{name}-at-{gateway}")];
    let free = |id: &&String| block.names.find(Kind::Operation, "", id).is_none();
    let text = |text: &str| Content::Text(text.to_owned());
    let operation = Content::Map(vec![
        ("id", text(ids.iter().find(free)?)),
        ("message", text(name)),
        ("gateway", text(gateway)),
        ("path", text(&path)),
        ("version", text(&of(message, "version")?)),
    ]);
    Some(vec![match interface.node.get("operations") {
        Some(list) => Mend::Append(list.span, operation),
        None => Mend::Insert(interface.node.span, "operations", Content::List(vec![operation])),
    }])
}
