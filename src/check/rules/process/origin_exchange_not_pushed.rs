//! Certificates of origin are pushed.

use crate::check::sides::alignment;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{ExchangeModel, Maturity};
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-01",
        name: "origin-exchange-not-pushed",
        title: words(
            "Certificates of origin are exchanged by the push model",
            "Les certificats d’origine sont échangés selon le modèle « push »",
        ),
        message: words(
            "the exchange model is `{model}`, but certificates of origin are expected to be pushed",
            "le modèle d’échange est « {model} », alors que les certificats d’origine sont en principe envoyés d’office (« push »)",
        ),
        why: words(
            "The framework for certificates of origin prefers the push model: the importing side has the certificate before the goods are declared, and no query has to wait for an answer.",
            "Le cadre relatif aux certificats d’origine privilégie le modèle « push » : la Partie importatrice dispose du certificat avant la déclaration des marchandises et aucune interrogation n’attend de réponse.",
        ),
        help: words(
            "Write `exchange_model: push`, or record in the business case why the Parties chose otherwise and accept this warning.",
            "Écrivez « exchange_model: push », ou consignez dans l’argumentaire pourquoi les Parties en ont décidé autrement et acceptez cet avertissement.",
        ),
        severity: Severity::Warning,
        basis: Basis::Sourced(&["S2"]),
        pack: Pack::CertificateOfOrigin,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
process_alignment: {exchange_model: subscribe}
",
    good: "
process_alignment: {exchange_model: push}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let model = alignment(block).and_then(|it| it.exchange_model.as_ref());
    if let Some(model) = model.filter(|model| model.value != ExchangeModel::Push) {
        findings.add(RULE.at(model.span).arg("model", model.value.id()));
    }
}
