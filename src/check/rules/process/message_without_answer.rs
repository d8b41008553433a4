//! Each message is acknowledged, and answered where it changes something.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Maturity, Nature};
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-09",
        name: "message-without-answer",
        title: words(
            "Each message is acknowledged, and one that changes a state is answered",
            "Chaque message fait l’objet d’un accusé de réception, et celui qui change un état, d’une réponse",
        ),
        message: words(
            "the message `{message}` is a {nature}, but it does not state: {missing}",
            "le message « {message} » est de nature « {nature} », mais il n’indique pas : {missing}",
        ),
        why: words(
            "Without an acknowledgement the sender cannot tell a lost message from a slow one; without a business response it never learns whether the certificate was registered.",
            "Sans accusé de réception, l’expéditeur ne distingue pas un message perdu d’un message lent ; sans réponse métier, il n’apprend jamais si le certificat a été enregistré.",
        ),
        help: words(
            "Name the message that acknowledges it (`acknowledged_by`) and the one that says what came of it (`answered_by`). A document needs both, a notice the first, a request the second.",
            "Citez le message qui en accuse réception (« acknowledged_by ») et celui qui en indique la suite (« answered_by »). Un document appelle les deux, un avis le premier, une demande le second.",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["P51"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  messages:
    - {id: certificate, answered_by: }
",
    good: "
process_alignment:
  messages:
    - {id: certificate, answered_by: business-response}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(process) = Section::find(block, "process_alignment") else { return };
    for message in process.items("messages") {
        let nature = message.node.get("nature").and_then(|it| it.text()?.parse().ok());
        let asked: &[&str] = match nature {
            Some(Nature::Document) => &["acknowledged_by", "answered_by"],
            Some(Nature::Notice) => &["acknowledged_by"],
            Some(Nature::Request) => &["answered_by"],
            Some(Nature::Response | Nature::Acknowledgement) | None => continue,
        };
        if let (Some(nature), Some(missing)) = (nature, message.lacks(asked)) {
            let finding = RULE.at(message.span).arg("message", message.name());
            findings.add(finding.arg_words("nature", nature.label()).arg("missing", missing));
        }
    }
}
