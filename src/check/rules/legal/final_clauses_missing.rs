//! The final clauses are there.

use crate::check::mends::{OPEN_POINT, open};
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "LEG-18",
        name: "final-clauses-missing",
        title: words(
            "Entry into force, suspension and termination are ruled",
            "L’entrée en vigueur, la suspension et la dénonciation sont réglées",
        ),
        message: words(
            "the final clauses do not state: {missing}",
            "les clauses finales n’indiquent pas : {missing}",
        ),
        why: words(
            "An annex without these clauses cannot be started in an orderly way, paused in an emergency, or ended.",
            "Une annexe sans ces clauses ne peut être ni mise en vigueur en bon ordre, ni suspendue en urgence, ni dénoncée.",
        ),
        help: words(
            "Write the missing clauses under `governance`.",
            "Rédigez les clauses manquantes sous « governance ».",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["P70"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Negotiation,
    early: &[(Maturity::Agreed, Severity::Warning)],
    fixes: &[OPEN_POINT],
    bad: "
block: {status: negotiation}
business_case: {governance: {termination_notice: }}
",
    good: "
block: {status: negotiation}
business_case: {governance: {termination_notice: P1Y}}
",
    check: Check::Block(check),
};

const KEYS: &[&str] = &["entry_into_force", "suspension", "termination", "termination_notice"];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(section) = Section::find(block, "business_case.governance") else { return };
    if let Some(missing) = section.lacks(KEYS) {
        let finding = RULE.at(section.span).arg("missing", missing);
        findings.add(RULE.mend(finding, open(block, &section, KEYS)));
    }
}
