//! Each message may be sent for each purpose that it serves.

use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{ExchangeModel, Maturity};
use crate::resolve::{Resolved, Way, binds, permits};
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "LEG-25",
        name: "message-without-permission",
        title: words(
            "A provision permits each message for each purpose that it serves",
            "Une disposition autorise chaque message pour chaque finalité qu’il sert",
        ),
        message: words(
            "nothing cited permits the message `{message}` to be sent {way} for: {purposes}; cited for exchange are: {cited}",
            "aucune disposition citée n’autorise l’envoi du message « {message} » {way} pour : {purposes} ; sont citées pour un échange : {cited}",
        ),
        why: words(
            "An official who sends data without a provision that permits it for that purpose breaks the secrecy of his office. A provision on exchange on request, such as Article 12 of the WTO Agreement on Trade Facilitation, does not permit sending unasked, and the law of one Party does not bind the other.",
            "L’agent qui transmet des données sans disposition l’autorisant pour cette finalité viole le secret professionnel. Une disposition relative à l’échange sur demande, comme l’article 12 de l’Accord de l’OMC sur la facilitation des échanges, n’autorise pas l’envoi sans demande, et le droit d’une Partie ne lie pas l’autre.",
        ),
        help: words(
            "Cite under `business_case.legal_basis` the provision that permits it, with `enables`; where a provision permits some messages or purposes only, name them under its `messages` or `purposes`.",
            "Citez sous « business_case.legal_basis » la disposition qui l’autorise, avec « enables » ; si une disposition n’autorise que certains messages ou certaines finalités, nommez-les sous « messages » ou « purposes ».",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["P2", "P37"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[(Maturity::Technical, Severity::Warning)],
    fixes: &[],
    bad: "
business_case:
  legal_basis: [{id: fta, messages: [verification-request, verification-result]}]
",
    good: "
business_case:
  legal_basis: [{id: fta, messages: [certificate, verification-request, verification-result]}]
",
    check: Check::Block(check),
};

const NONE: Words = words("none", "aucune");

/// How a message is sent, within a sentence.
const fn way(way: Way) -> Words {
    match way {
        Way::Unasked => words("unasked", "sans demande"),
        Way::Request => words("as a request", "à titre de demande"),
        Way::Answer => words("in answer to a request", "en réponse à une demande"),
    }
}

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(case) = block.block.business_case.as_ref() else { return };
    if case.legal_basis.is_empty() {
        return;
    }
    let alignment = block.block.process_alignment.as_ref();
    let model = alignment.and_then(|it| it.exchange_model.as_ref()).map(|it| it.value);
    let is_push = matches!(model, Some(ExchangeModel::Push | ExchangeModel::Subscribe));
    let unasked = case.legal_basis.iter().any(|it| binds(it) && permits(it, Way::Unasked));
    // That nothing at all enables the exchange of the block has a rule of its own.
    let is_told = |it: Way| it == Way::Unasked && is_push && !unasked;
    let permissions = block.permissions();
    let exchange = case.legal_basis.iter().filter(|it| binds(it) && permits(it, Way::Answer));
    let cited: Vec<String> =
        exchange.filter_map(|it| Some(format!("`{}`", it.id.as_ref()?.value))).collect();
    for of_message in permissions.chunk_by(|a, b| std::ptr::eq(a.message, b.message)) {
        let lacking = of_message.iter().filter(|it| !it.binds() && !is_told(it.way));
        let purposes: Vec<String> =
            lacking.filter_map(|it| Some(format!("`{}`", it.purpose.id.as_ref()?.value))).collect();
        let Some(first) = of_message.first().filter(|_| !purposes.is_empty()) else { continue };
        let Some(id) = &first.message.id else { continue };
        let finding = RULE.at(id.span).arg("message", &id.value).arg_words("way", way(first.way));
        let finding = finding.arg("purposes", purposes.join(", "));
        findings.add(match cited.is_empty() {
            true => finding.arg_words("cited", NONE),
            false => finding.arg("cited", cited.join(", ")),
        });
    }
}
