//! Data that is sent unasked needs an instrument that enables it.

use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Content, Findings, Mend, Pack, Severity};
use crate::model::{Enables, ExchangeModel, Maturity, Provision};
use crate::resolve::{Resolved, binds};
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "LEG-04",
        name: "exchange-without-enabling-instrument",
        title: words(
            "Exchange without request rests on an instrument that enables it",
            "L’échange sans demande repose sur un instrument qui l’autorise",
        ),
        message: words(
            "data is exchanged without request, but {fault}",
            "des données sont échangées sans demande, mais {fault}",
        ),
        why: words(
            "Article 12 of the WTO Agreement on Trade Facilitation provides for answers to requests; it leaves automatic exchange to other arrangements. National law and models do not bind the other Party.",
            "L’article 12 de l’Accord de l’OMC sur la facilitation des échanges prévoit la réponse à une demande ; il laisse l’échange automatique à d’autres arrangements. Le droit national et les modèles ne lient pas l’autre Partie.",
        ),
        help: words(
            "Cite the bilateral, regional or other binding provision on automatic exchange with `enables: [automatic-exchange]`; while it is being negotiated, cite it with `status: draft`.",
            "Citez la disposition contraignante, bilatérale, régionale ou autre, sur l’échange automatique avec « enables: [automatic-exchange] » ; si elle est en négociation, citez-la avec « status: draft ».",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["P2", "P37"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[(Maturity::Technical, Severity::Warning)],
    fixes: &[words(
        "cite the Trade Facilitation Agreement for exchange on request only",
        "ne citer l’Accord sur la facilitation des échanges que pour l’échange sur demande",
    )],
    bad: "
business_case:
  legal_basis: [{id: tfa-12, enables: [automatic-exchange]}]
",
    good: "
business_case:
  legal_basis: [{id: tfa-12, enables: [request-based-exchange]}]
",
    check: Check::Block(check),
};

const NOTHING_ENABLES_IT: Words = words(
    "no binding instrument between the Parties enables that",
    "aucun instrument contraignant entre les Parties ne l’autorise",
);
const ANSWERS_REQUESTS: Words = words(
    "`{instrument}` is cited for it, which provides for exchange on request only",
    "« {instrument} » est cité à cet effet, alors qu’il ne prévoit que l’échange sur demande",
);

fn check(block: &Resolved, findings: &mut Findings) {
    let process = block.block.process_alignment.as_ref();
    let Some(model) = process.and_then(|process| process.exchange_model.as_ref()) else { return };
    let Some(case) = block.block.business_case.as_ref() else { return };
    let unasked = matches!(model.value, ExchangeModel::Push | ExchangeModel::Subscribe);
    if !unasked || case.legal_basis.is_empty() {
        return;
    }
    let automatic = |it: &&Provision| {
        let automatic = |it: Enables| matches!(it, Enables::Automatic | Enables::Advance);
        it.enables.iter().any(|it| automatic(it.value))
    };
    let instrument = |it: &Provision| it.instrument.as_ref().map(|id| id.value.to_string());
    let is_tfa = |it: &Provision| instrument(it).is_some_and(|id| id.starts_with("tfa"));
    if let Some(tfa) = case.legal_basis.iter().filter(automatic).find(|it| is_tfa(it)) {
        let finding = RULE.at(tfa.enables.first().map_or(tfa.span, |it| it.span));
        let finding = finding.arg_words("fault", ANSWERS_REQUESTS);
        let finding = finding.arg("instrument", instrument(tfa).unwrap_or_default());
        let said = |kind| tfa.enables.iter().filter(move |it| kind == it.value);
        let wrong = said(Enables::Automatic).chain(said(Enables::Advance));
        let asked = said(Enables::Request).next().is_some();
        let mends = wrong.enumerate().map(|(number, it)| match number {
            0 if !asked => Mend::Replace(it.span, Content::Text(Enables::Request.id().to_owned())),
            _ => Mend::Remove(it.span),
        });
        findings.add(RULE.mend(finding, Some(mends.collect())));
        return;
    }
    if !case.legal_basis.iter().filter(automatic).any(binds) {
        findings.add(RULE.at(model.span).arg_words("fault", NOTHING_ENABLES_IT));
    }
}
