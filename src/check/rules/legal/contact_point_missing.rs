//! Each kind of question has its contact point.

use crate::check::mends::open_point;
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Content, Findings, Mend, Pack, Severity};
use crate::model::{ContactRole, Maturity};
use crate::resolve::Kind;
use crate::resolve::Resolved;
use crate::text::Span;
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
    fixes: &[words(
        "add a contact point of each Party, whose office, address and hours it owes",
        "ajouter un point de contact par Partie, qui en doit le service, l’adresse et les heures",
    )],
    bad: "
block: {status: technical}
business_case:
  governance:
    contacts: [{id: policy-exa, omit: true}, {id: policy-exb, omit: true}]
",
    good: "
block: {status: technical}
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
            let finding = finding.arg_words("fault", NONE).arg_words("kind", role.label());
            let list = section.node.get("contacts");
            let mends = list.and_then(|it| contacts_of(block, it.span, *role));
            findings.add(RULE.mend(finding, mends));
        } else if *role == ContactRole::Technical && !contacts.iter().filter(of_role).any(always) {
            findings.add(finding.arg_words("fault", NOT_ALWAYS));
        }
    }
}

/// A contact point of this role for each Party. Whether technical support answers at any hour is
/// more than a name to be filled in.
fn contacts_of(block: &Resolved, list: Span, role: ContactRole) -> Option<Vec<Mend>> {
    if role == ContactRole::Technical {
        return None;
    }
    let contact = |party: &crate::model::Party| {
        let party = &party.id.as_ref()?.value;
        let id = format!("{}-{}", role.id(), party.to_lowercase());
        if block.names.find(Kind::Contact, "", &id).is_some() {
            return None;
        }
        let text = |text: &str| Content::Text(text.to_owned());
        let mut contact =
            vec![("id", text(&id)), ("role", text(role.id())), ("party", text(party))];
        for key in ["office", "reach", "hours"] {
            contact.push((key, open_point(block, party)?));
        }
        Some(Mend::Append(list, Content::Map(contact)))
    };
    block.block.block.iter().flat_map(|it| &it.parties).map(contact).collect()
}
