//! Every component group that the maturity asks for is there.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "STR-01",
        name: "component-group-missing",
        title: words(
            "The business case, the process alignment and the technical part are all there",
            "L’argumentaire, l’alignement des processus et la partie technique sont tous présents",
        ),
        message: words("the block has no `{missing}`", "le bloc n’a pas de partie « {missing} »"),
        why: words(
            "A Utility Block joins why, how and with what systems; without one of the three it cannot be taken up by others.",
            "Un bloc utilitaire réunit le pourquoi, le comment et les systèmes ; sans l’un des trois, personne ne peut le reprendre.",
        ),
        help: words(
            "Add `{missing}:` with its components, or lower the status of the block until that work is done.",
            "Ajoutez « {missing}: » et ses composantes, ou ramenez le bloc à un statut antérieur tant que ce travail n’est pas fait.",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["S0", "S1", "S2"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Concept,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
technical_interoperability:
",
    good: "
block: {status: concept}
process_alignment:
technical_interoperability:
",
    check: Check::Block(check),
};

/// The groups, and the maturity from which each has to be there.
const GROUPS: [(&str, Maturity); 3] = [
    ("business_case", Maturity::Concept),
    ("process_alignment", Maturity::Process),
    ("technical_interoperability", Maturity::Technical),
];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(whole) = Section::whole(block) else { return };
    for (group, from) in GROUPS {
        if block.maturity() >= from && !whole.says(group) {
            findings.add(RULE.at(whole.span).arg("missing", group));
        }
    }
}
