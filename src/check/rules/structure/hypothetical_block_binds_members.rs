//! A hypothetical block has placeholder Parties and is not negotiated.

use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "STR-06",
        name: "hypothetical-block-binds-members",
        title: words(
            "A hypothetical block has placeholder Parties only and is not put up for signature",
            "Un bloc hypothétique n’a que des Parties fictives et n’est pas proposé à la signature",
        ),
        message: words(
            "the block is marked hypothetical, but {fault}",
            "le bloc est marqué hypothétique, mais {fault}",
        ),
        why: words(
            "A guiding template shows how an exchange could look; it must not seem to bind a Member.",
            "Un modèle montre à quoi un échange pourrait ressembler ; il ne doit pas paraître engager un Membre.",
        ),
        help: words(
            "Remove `hypothetical: true` once real Members negotiate, or mark each Party with `placeholder: true` and keep the status below `negotiation` (or `published` for a framework).",
            "Supprimez « hypothetical: true » lorsque de vrais Membres négocient, ou marquez chaque Partie « placeholder: true » et gardez un statut inférieur à « negotiation » (ou « published » pour un cadre).",
        ),
        severity: Severity::Warning,
        basis: Basis::Sourced(&["S0"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Concept,
    early: &[],
    fixes: &[],
    bad: "
block: {hypothetical: true, status: technical}
",
    good: "
block:
  hypothetical: true
  status: technical
  parties: [{id: EXA, placeholder: true}, {id: EXB, placeholder: true}]
",
    check: Check::Block(check),
};

const NAMES_A_MEMBER: Words =
    words("`{party}` is not a placeholder Party", "« {party} » n’est pas une Partie fictive");
const IS_NEGOTIATED: Words = words("its status is `{status}`", "son statut est « {status} »");

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(control) = &block.block.block else { return };
    if !block.is_hypothetical() {
        return;
    }
    let negotiated = |it: Maturity| matches!(it, Maturity::Negotiation | Maturity::Agreed);
    if let Some(status) = control.status.as_ref().filter(|it| negotiated(it.value)) {
        let finding = RULE.at(status.span).arg_words("fault", IS_NEGOTIATED);
        findings.add(finding.arg("status", status.value.id()));
        return;
    }
    for party in &control.parties {
        let Some(id) = &party.id else { continue };
        if !party.placeholder.as_ref().is_some_and(|flag| flag.value.0) {
            let finding = RULE.at(id.span).arg_words("fault", NAMES_A_MEMBER);
            findings.add(finding.arg("party", &id.value));
            return;
        }
    }
}
