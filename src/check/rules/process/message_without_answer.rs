//! Each message is acknowledged, and answered where it changes something.

use crate::check::section::Section;
use crate::check::sides::alignment;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Content, Findings, Mend, Pack, Severity};
use crate::model::{Maturity, Message, Nature};
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
    fixes: &[words(
        "name the only message that can acknowledge or answer it",
        "indiquer le seul message qui puisse en accuser réception ou y répondre",
    )],
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
            let finding = finding.arg_words("nature", nature.label()).arg("missing", missing);
            let missing = asked.iter().copied().filter(|key| !message.says(key));
            let mends: Option<Vec<_>> = missing.map(|key| back(block, &message, key)).collect();
            findings.add(RULE.mend(finding, mends.map(|it| it.concat())));
        }
    }
}

/// What names the one message that goes the other way and acknowledges, or answers, as `key` asks.
/// An acknowledgement that goes one way only, when it is the only one, is let go both ways.
fn back(block: &Resolved, message: &Section, key: &'static str) -> Option<Vec<Mend>> {
    let nature = match key {
        "acknowledged_by" => Nature::Acknowledgement,
        _ => Nature::Response,
    };
    let of_nature = |it: &&Message| it.nature.as_ref().is_some_and(|it| it.value == nature);
    let all: Vec<&Message> = alignment(block)?.messages.iter().filter(of_nature).collect();
    let end = |key: &str| message.node.get(key).and_then(|it| it.text());
    let (sender, receiver) = (end("sender")?, end("receiver")?);
    let goes_both_ways = |it: &Message| it.both_ways.as_ref().is_some_and(|it| it.value.0);
    let goes_back = |it: &&&Message| {
        let ends = (it.sender.as_ref(), it.receiver.as_ref());
        let (Some(from), Some(to)) = ends else { return false };
        let back = *from.value.0 == *receiver && *to.value.0 == *sender;
        back || (goes_both_ways(it) && *from.value.0 == *sender && *to.value.0 == *receiver)
    };
    let name = |it: &Message| {
        let id = it.id.as_ref()?.value.to_string();
        Some(Mend::Insert(message.node.span, key, Content::Text(id)))
    };
    let back: Vec<_> = all.iter().filter(goes_back).collect();
    match (back.as_slice(), all.as_slice()) {
        ([only], _) => Some(vec![name(only)?]),
        ([], [only]) if nature == Nature::Acknowledgement && only.both_ways.is_none() => {
            let both = Content::Plain("true".to_owned());
            Some(vec![name(only)?, Mend::Insert(only.span, "both_ways", both)])
        }
        _ => None,
    }
}
