//! Each kind of question has its contact point.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{ContactRole, Maturity};
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "LEG-20",
        name: "contact-point-missing",
        title: words(
            "There are contact points for policy, issue, verification and technical support at any hour",
            "Il existe des points de contact pour la politique, la délivrance, le contrôle et, à toute heure, l’assistance technique",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "When a message fails at night or a certificate looks forged, the other side must know whom to call.",
            "Quand un message échoue la nuit ou qu’un certificat paraît faux, l’autre côté doit savoir qui appeler.",
        ),
        help: words(
            "Add a contact under `governance.contacts` with `role: {role}` and, for technical support, `always: true`.",
            "Ajoutez un contact sous « governance.contacts » avec « role: {role} » et, pour l’assistance technique, « always: true ».",
        ),
        severity: Severity::Warning,
        basis: Basis::Sourced(&["P37", "P74"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
business_case:
  governance:
    contacts: [{id: policy-exa, omit: true}, {id: policy-exb, omit: true}]
",
    good: "
business_case:
  governance:
    contacts: [{id: policy-exa, omit: true}]
",
    check: Check::Block(check),
};

const NONE: Words =
    words("there is no contact point for {kind}", "il n’y a pas de point de contact pour : {kind}");
const NOT_ALWAYS: Words = words(
    "no contact point for technical support answers at any hour",
    "aucun point de contact de l’assistance technique ne répond à toute heure",
);

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(section) = Section::find(block, "business_case.governance") else { return };
    if !section.says("contacts") {
        return;
    }
    let governance = block.block.business_case.as_ref().and_then(|it| it.governance.as_ref());
    let contacts = governance.map_or(&[][..], |it| &it.contacts);
    let place = section.node.entry("contacts").map_or(section.span, |entry| entry.key.span);
    for role in ContactRole::ALL {
        let issues = block.kind() == Pack::CertificateOfOrigin.id();
        if *role == ContactRole::Issuing && !issues {
            continue;
        }
        let of_role =
            |it: &&crate::model::Contact| it.role.as_ref().is_some_and(|it| it.value == *role);
        let always =
            |it: &crate::model::Contact| it.always.as_ref().is_some_and(|flag| flag.value.0);
        let finding = RULE.at(place).arg("role", role.id());
        if !contacts.iter().any(|it| of_role(&it)) {
            findings.add(finding.arg_words("fault", NONE).arg_words("kind", role.label()));
        } else if *role == ContactRole::Technical && !contacts.iter().filter(of_role).any(always) {
            findings.add(finding.arg_words("fault", NOT_ALWAYS));
        }
    }
}
