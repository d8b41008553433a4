//! A pull begins with a question of the importing side.

use crate::check::rules::process::first_message;
use crate::check::sides::{Camp, Sides, alignment};
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{ExchangeModel, Maturity, Nature};
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-03",
        name: "pull-not-begun-by-query",
        title: words(
            "In a pull model, the importing side asks first",
            "Dans un modèle « pull », la Partie importatrice interroge en premier",
        ),
        message: words(
            "the exchange model is `{model}`, but its first message `{message}` is not a request of the importing side",
            "le modèle d’échange est « {model} », mais son premier message « {message} » n’est pas une demande de la Partie importatrice",
        ),
        why: words(
            "In a pull the data stays with its holder until the importing side asks the outbound gateway for it; a document that arrives unasked is a push.",
            "Dans un « pull », les données restent chez leur détenteur jusqu’à ce que la Partie importatrice interroge la passerelle sortante ; un document qui arrive sans demande est un « push ».",
        ),
        help: words(
            "Put the query of the importing side first (`nature: request`, sender on the importing side), or write `exchange_model: push`.",
            "Placez en premier l’interrogation de la Partie importatrice (« nature: request », expéditeur du côté importateur), ou écrivez « exchange_model: push ».",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["S2"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
block: {kind: transit-data}
process_alignment: {exchange_model: pull}
",
    good: "
block: {kind: transit-data}
process_alignment: {exchange_model: push}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(process) = alignment(block) else { return };
    let Some(model) = process.exchange_model.as_ref() else { return };
    if !matches!(model.value, ExchangeModel::Pull | ExchangeModel::SemiAutomatedPull) {
        return;
    }
    let Some((name, actors)) = first_message(process) else { return };
    let sides = Sides::of(process);
    let exported = actors.iter().any(|it| sides.camp(&it.value.0) == Some(Camp::Exporting));
    let mut messages = process.messages.iter();
    let named = messages.find(|it| it.id.as_ref().is_some_and(|id| &*id.value.0 == name));
    let nature = named.and_then(|it| it.nature.as_ref()).map(|it| it.value);
    if exported || nature.is_some_and(|it| it != Nature::Request) {
        let finding = RULE.at(model.span).arg("model", model.value.id());
        findings.add(finding.arg("message", name));
    }
}
