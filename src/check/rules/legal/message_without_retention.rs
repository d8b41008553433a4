//! How long each message is kept, and from when.

use crate::check::mends::{OPEN_POINT, open};
use std::collections::BTreeSet;

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "LEG-12",
        name: "message-without-retention",
        title: words("Each message has a retention period and the event from which it runs", "Chaque message a une durée de conservation et l’événement qui la fait courir"),
        message: words("{fault}", "{fault}"),
        why: words("Audits, recovery of duty and appeals rest on the messages; personal data must not be kept for ever.", "Les contrôles a posteriori, le recouvrement et les recours reposent sur les messages ; les données à caractère personnel ne se gardent pas indéfiniment."),
        help: words("Add the message to a clause under `data_protection.retention`, each with `period:` and `from:`; a clause without `messages` holds for all.", "Ajoutez le message à une clause de « data_protection.retention », chacune avec « period: » et « from: » ; une clause sans « messages » vaut pour tous."),
        severity: Severity::Error,
        basis: Basis::Sourced(&["P28", "P52"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[(Maturity::Negotiation, Severity::Warning)],
    fixes: &[OPEN_POINT],
    bad: "
block: {status: technical}
business_case:
  data_protection:
    retention: [{id: keep-all, messages: [certificate, technical-receipt, business-response, verification-request], period: }]
",
    good: "
block: {status: technical}
business_case:
  data_protection:
    retention:
      - {id: keep-all, messages: [certificate, technical-receipt, business-response]}
      - {id: keep-cases, messages: [verification-request, verification-result], period: P10Y, from: {en: the closing of the case, fr: la clôture du dossier}}
",
    check: Check::Block(check),
};

const NOT_KEPT: Words = words(
    "no retention clause covers the message `{message}`",
    "aucune clause de conservation ne couvre le message « {message} »",
);
const HALF_A_CLAUSE: Words = words(
    "the retention clause `{clause}` does not state: {missing}",
    "la clause de conservation « {clause} » n’indique pas : {missing}",
);
const NO_CLAUSE: Words =
    words("no message has a retention period", "aucun message n’a de durée de conservation");

const KEYS: &[&str] = &["period", "from"];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(section) = Section::find(block, "business_case.data_protection") else { return };
    if !section.says("retention") {
        findings.add(RULE.at(section.span).arg_words("fault", NO_CLAUSE));
        return;
    }
    let clauses = section.items("retention");
    for clause in &clauses {
        if let Some(missing) = clause.lacks(KEYS) {
            let finding = RULE.at(clause.span).arg_words("fault", HALF_A_CLAUSE);
            let finding = finding.arg("clause", clause.name()).arg("missing", missing);
            findings.add(RULE.mend(finding, open(block, clause, KEYS)));
        }
    }
    if clauses.iter().any(|clause| !clause.says("messages")) {
        return;
    }
    let protection = block.block.business_case.as_ref().and_then(|it| it.data_protection.as_ref());
    let kept = protection.iter().flat_map(|it| &it.retention).flat_map(|it| &it.messages);
    let kept: BTreeSet<&str> = kept.map(|it| &*it.value.0).collect();
    for message in block.block.process_alignment.iter().flat_map(|it| &it.messages) {
        let Some(id) = &message.id else { continue };
        if !kept.contains(&*id.value.0) {
            let finding = RULE.at(id.span).arg_words("fault", NOT_KEPT);
            findings.add(finding.arg("message", &id.value));
        }
    }
}
