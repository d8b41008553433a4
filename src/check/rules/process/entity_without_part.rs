//! Each entity has a role, a side and something to do.

use crate::model::{Role, Side};
use std::collections::BTreeSet;

use crate::check::section::Section;
use crate::check::sides::alignment;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Content, Findings, Mend, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-06",
        name: "entity-without-part",
        title: words(
"Each entity has a role and a side and takes part in a step",
"Chaque entité a un rôle et un côté et participe à une étape",
),
        message: words(
"{fault}",
"{fault}",
),
        why: words(
"Entities make the lanes of the process diagram and carry the duties of the annex; one without role, side or step leaves a duty with nobody, or a lane empty.",
"Les entités forment les couloirs du diagramme de processus et portent les obligations de l’annexe ; une entité sans rôle, sans côté ou sans étape laisse une obligation à personne, ou un couloir vide.",
),
        help: words(
"State `role` and `side` of `{entity}` and let it act in a step of a process, or remove it.",
"Indiquez « role » et « side » de « {entity} » et faites-la agir dans une étape d’un processus, ou supprimez-la.",
),
        severity: Severity::Error,
        basis: Basis::Sourced(&["S0"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[words("state the side that its role implies", "indiquer le côté que son rôle implique")],
    bad: "
process_alignment:
  entities:
    - {id: exporter, side: }
    - {id: broker, name: {en: Broker, fr: Commissionnaire}, role: declarant, side: importing-trade, duty: {en: Declares., fr: Déclare.}}
",
    good: "
process_alignment:
  entities:
    - {id: broker, name: {en: Broker, fr: Commissionnaire}, role: declarant, side: importing-trade, duty: {en: Declares., fr: Déclare.}}
  processes:
    - id: issue
      steps:
        - {id: claimed, entity: broker}
",
    check: Check::Block(check),
};

const LACKS: Words = words(
    "the entity `{entity}` does not state: {missing}",
    "l’entité « {entity} » n’indique pas : {missing}",
);
const IDLE: Words = words(
    "the entity `{entity}` takes part in no step",
    "l’entité « {entity} » ne participe à aucune étape",
);

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(section) = Section::find(block, "process_alignment") else { return };
    let Some(process) = alignment(block) else { return };
    let steps = process.processes.iter().flat_map(|it| &it.steps);
    let acting: BTreeSet<&str> =
        steps.filter_map(|it| Some(&*it.entity.as_ref()?.value.0)).collect();
    for entity in section.items("entities") {
        let finding = RULE.at(entity.span).arg("entity", entity.name());
        if let Some(missing) = entity.lacks(&["role", "side"]) {
            let finding = finding.arg_words("fault", LACKS).arg("missing", missing);
            let role = entity.node.get("role").and_then(|it| it.text()?.parse().ok());
            let mends = role.and_then(side).map(|side| {
                let side = Content::Text(side.id().to_owned());
                vec![Mend::Insert(entity.node.span, "side", side)]
            });
            findings.add(RULE.mend(finding, mends));
        } else if !acting.is_empty() && !acting.contains(entity.name()) {
            findings.add(finding.arg_words("fault", IDLE));
        }
    }
}

/// The side on which a role stands whatever the exchange.
fn side(role: Role) -> Option<Side> {
    match role {
        Role::Exporter | Role::Producer => Some(Side::ExportingTrade),
        Role::Importer => Some(Side::ImportingTrade),
        Role::IssuingAuthority
        | Role::RegistrationAuthority
        | Role::ExportingCustoms
        | Role::ExportingGateway => Some(Side::ExportingParty),
        Role::ImportingGateway | Role::ImportingCustoms => Some(Side::ImportingParty),
        Role::Hub => Some(Side::ThirdParty),
        Role::Declarant | Role::VerificationOffice | Role::CompetentAuthority | Role::AeoOffice => {
            None
        }
    }
}
