//! A push begins at the exporting side, with the issue of the document.

use crate::check::rules::process::first_message;
use crate::check::sides::{Camp, Sides, alignment};
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{ExchangeModel, Maturity};
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-02",
        name: "push-begun-by-importing-side",
        title: words(
            "In the push model, the exporting side sends first",
            "Dans le modèle « push », la Partie exportatrice envoie en premier",
        ),
        message: words(
            "the exchange is a push, but its first message `{message}` comes from `{entity}` on the importing side",
            "l’échange est de type « push », mais son premier message « {message} » provient de « {entity} », du côté importateur",
        ),
        why: words(
            "A push is sent by the holder of the data after its event (the issue of a certificate, the acceptance of a declaration); when the receiver begins, it is a pull and needs other gateways, triggers and legal grounds.",
            "Un envoi « push » part du détenteur des données après leur événement (délivrance d’un certificat, acceptation d’une déclaration) ; si le destinataire commence, il s’agit d’un « pull », qui suppose d’autres passerelles, déclencheurs et fondements juridiques.",
        ),
        help: words(
            "Let an entity of the exporting side trigger and send `{message}`, or state the exchange model that is meant.",
            "Faites déclencher et envoyer « {message} » par une entité du côté exportateur, ou indiquez le modèle d’échange voulu.",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["S2"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  triggers:
    - {id: co-issued, entity: importing-customs}
",
    good: "
process_alignment:
  triggers:
    - {id: co-issued, entity: outbound-gateway}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(process) = alignment(block) else { return };
    if process.exchange_model.as_ref().is_none_or(|it| it.value != ExchangeModel::Push) {
        return;
    }
    let Some((message, actors)) = first_message(process) else { return };
    let sides = Sides::of(process);
    let wrong = actors.into_iter().find(|it| sides.camp(&it.value.0) == Some(Camp::Importing));
    if let Some(entity) = wrong {
        let finding = RULE.at(entity.span).arg("message", message);
        findings.add(finding.arg("entity", &entity.value));
    }
}
