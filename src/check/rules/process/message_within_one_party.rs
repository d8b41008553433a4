//! A message goes from one Party to another.

use crate::check::sides::{Sides, alignment};
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-08",
        name: "message-within-one-party",
        title: words(
            "The receiver of a message belongs to another Party than its sender",
            "Le destinataire d’un message relève d’une autre Partie que son expéditeur",
        ),
        message: words(
            "`{sender}` and `{receiver}` are on the same side, so the message `{message}` crosses no border",
            "« {sender} » et « {receiver} » sont du même côté : le message « {message} » ne franchit aucune frontière",
        ),
        why: words(
            "The messages of a Utility Block are what the Parties owe each other; what passes within one Party is its own affair and needs neither interface nor agreement.",
            "Les messages d’un bloc utilitaire sont ceux que les Parties se doivent ; ce qui circule à l’intérieur d’une Partie relève d’elle seule et n’appelle ni interface ni accord.",
        ),
        help: words(
            "Name an entity of the other Party as sender or receiver. A notice within one Party is a `send` step without a message.",
            "Désignez comme expéditeur ou destinataire une entité de l’autre Partie. Un avis interne à une Partie est une étape « send » sans message.",
        ),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  messages:
    - {id: business-response, receiver: importing-customs}
",
    good: "
process_alignment:
  messages:
    - {id: business-response, receiver: outbound-gateway}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(process) = alignment(block) else { return };
    let sides = Sides::of(process);
    for message in &process.messages {
        let (Some(id), Some(sender), Some(receiver)) =
            (&message.id, &message.sender, &message.receiver)
        else {
            continue;
        };
        let camp = sides.camp(&sender.value.0);
        if camp.is_some() && camp == sides.camp(&receiver.value.0) {
            let finding = RULE.at(receiver.span).arg("message", &id.value);
            findings.add(finding.arg("sender", &sender.value).arg("receiver", &receiver.value));
        }
    }
}
