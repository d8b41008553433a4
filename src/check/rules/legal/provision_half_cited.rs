//! A provision is cited with title, article, date and status.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{LegalStatus, Maturity};
use crate::resolve::Resolved;
use crate::syntax::Node;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "LEG-06",
        name: "provision-half-cited",
        title: words(
            "Each provision has a title, an article, a status and, where it is made, a date",
            "Chaque disposition a un titre, un article, un statut et, si elle est prise, une date",
        ),
        message: words("provision `{provision}`: {fault}", "disposition « {provision} » : {fault}"),
        why: words(
            "A lawyer of the other Party has to find the text, and see whether it is in force.",
            "Un juriste de l’autre Partie doit pouvoir trouver le texte et voir s’il est en vigueur.",
        ),
        help: words(
            "Add what is missing; `instrument:` takes the title from the catalogue, `title:` is for an instrument that is not there.",
            "Ajoutez ce qui manque ; « instrument: » reprend le titre du catalogue, « title: » sert pour un instrument qui n’y figure pas.",
        ),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
business_case:
  legal_basis: [{id: law-exa, date: , status: }]
",
    good: "
business_case:
  legal_basis: [{id: law-exa, date: , status: draft}]
",
    check: Check::Block(check),
};

const LACKS: Words = words("{missing} is not stated", "{missing} n’est pas indiqué");
const NOT_KNOWN: Words = words(
    "the instrument `{instrument}` is not in the catalogue",
    "l’instrument « {instrument} » n’est pas dans le catalogue",
);

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(case) = Section::find(block, "business_case") else { return };
    for it in case.items("legal_basis") {
        let finding = RULE.at(it.span).arg("provision", it.name());
        let instrument = it.node.get("instrument").and_then(Node::text);
        let unknown = instrument.filter(|id| block.catalogue.instrument(id).is_none());
        if let Some(instrument) = unknown {
            let finding = finding.arg_words("fault", NOT_KNOWN);
            findings.add(finding.arg("instrument", instrument));
            continue;
        }
        let mut asked = vec!["provision", "status"];
        if instrument.is_none() {
            asked.insert(0, "title");
        }
        // A draft has no date yet, and what is merely adopted is cited by its edition.
        let status = it.node.get("status").and_then(Node::text);
        let undated = [LegalStatus::Draft, LegalStatus::ToBeEnacted, LegalStatus::Adopted];
        if !undated.iter().any(|it| Some(it.id()) == status) {
            asked.push("date");
        }
        if let Some(missing) = it.lacks(&asked) {
            findings.add(finding.arg_words("fault", LACKS).arg("missing", missing));
        }
    }
}
