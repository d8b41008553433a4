//! The function of a message is a code of the list that the data model uses for it.

use crate::check::sides::alignment;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TEC-27",
        name: "message-function-unknown",
        title: words(
            "The function of each message is a code of EDIFACT 1225",
            "La fonction de chaque message est un code EDIFACT 1225",
        ),
        message: words(
            "the function `{function}` of the message `{message}` is not in EDIFACT 1225",
            "la fonction « {function} » du message « {message} » n’est pas dans la liste EDIFACT 1225",
        ),
        why: words(
            "The receiver sees from this code whether a message is an original, an amendment, a cancellation or an answer. It cannot do anything with one that nobody defined.",
            "Le destinataire voit à ce code si un message est un original, une modification, une annulation ou une réponse. Il ne peut rien faire d’un code que personne n’a défini.",
        ),
        help: words(
            "Write the code of the list, as `'9'` for an original, `'5'` for a replacement, `'1'` for a cancellation, `'11'` for an answer, `'13'` for a request.",
            "Écrivez le code de la liste, comme « '9' » pour un original, « '5' » pour un remplacement, « '1' » pour une annulation, « '11' » pour une réponse, « '13' » pour une demande.",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["X"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  messages:
    - {id: technical-receipt, function: ACK}
",
    good: "
process_alignment:
  messages:
    - {id: technical-receipt, function: '11'}
",
    check: Check::Block(check),
};

/// The list in the catalogue.
const LIST: &str = "edifact.1225";

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(list) = block.catalogue.codelist(LIST) else { return };
    for message in alignment(block).into_iter().flat_map(|it| &it.messages) {
        let (Some(function), Some(id)) = (&message.function, &message.id) else { continue };
        if !list.contains(&function.value.0) {
            let finding = RULE.at(function.span).arg("message", &id.value);
            findings.add(finding.arg("function", &function.value.0));
        }
    }
}
