//! Every change of the status of an operator starts an exchange.

use crate::check::section::Section;
use crate::check::speech::speaks_of;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-28",
        name: "operator-status-event-missing",
        title: words(
"Grant, change, suspension, revocation and reinstatement of the status start an exchange, and the full list can be recovered",
"L’octroi, la modification, la suspension, le retrait et le rétablissement du statut déclenchent un échange, et la liste complète peut être rétablie",
),
        message: words(
"no trigger, transition or rule speaks of: {missing}",
"aucun déclencheur, aucune transition et aucune règle ne mentionne : {missing}",
),
        why: words(
"Benefits are granted on the strength of the list. An operator whose suspension was not sent keeps them; a list that cannot be sent again stays wrong.",
"Les avantages sont accordés sur la foi de la liste. L’opérateur dont la suspension n’a pas été transmise les conserve ; une liste qui ne peut être renvoyée reste erronée.",
),
        help: words(
"Add triggers or transitions of the lifecycle for each event, and a trigger or rule for sending the full list.",
"Ajoutez des déclencheurs ou des transitions du cycle de vie pour chaque événement, et un déclencheur ou une règle pour l’envoi de la liste complète.",
),
        severity: Severity::Error,
        basis: Basis::Sourced(&["P12", "P13"]),
        pack: Pack::Aeo,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
block: {kind: aeo, status: process}
process_alignment:
  triggers:
    - {id: co-issued, event: {en: 'The status of an operator is granted, changed, suspended or revoked, or reinstated.', fr: 'Le statut d’un opérateur est octroyé, modifié, suspendu, retiré ou rétabli.'}}
",
    good: "
block: {kind: aeo, status: process}
process_alignment:
  triggers:
    - {id: co-issued, event: {en: 'The status of an operator is granted, changed, suspended or revoked, or reinstated; or the full list is asked for.', fr: 'Le statut d’un opérateur est octroyé, modifié, suspendu, retiré ou rétabli ; ou la liste complète est demandée.'}}
",
    check: Check::Block(check),
};

/// The events, and the beginnings of words by which they are known.
const EVENTS: [(Words, &[&[&str]]); 6] = [
    (words("grant", "l’octroi"), &[&["grant", "authoris", "octro", "accord", "autoris"]]),
    (words("change", "la modification"), &[&["chang", "amend", "updat", "modif"]]),
    (words("suspension", "la suspension"), &[&["suspen"]]),
    (words("revocation", "le retrait"), &[&["revo", "withdraw", "révo", "retir", "retrait"]]),
    (words("reinstatement", "le rétablissement"), &[&["reinstat", "restor", "rétabl", "réintég"]]),
    (
        words("recovery of the full list", "le rétablissement de la liste complète"),
        &[
            &["full", "whole", "complete", "complèt", "entière", "intégral"],
            &["list", "regist", "liste"],
        ],
    ),
];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(part) = Section::find(block, "process_alignment") else { return };
    let mut places = part.items("triggers");
    if places.is_empty() {
        return;
    }
    places.extend(part.items("business_rules"));
    places.extend(part.below("lifecycle").iter().flat_map(|it| it.items("transitions")));
    for (event, words) in EVENTS {
        if !places.iter().any(|it| speaks_of(it.node, words)) {
            findings.add(RULE.at(part.span).arg_words("missing", event));
        }
    }
}
