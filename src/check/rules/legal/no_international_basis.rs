//! The exchange rests on an international instrument.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{LegalLevel, Maturity, Provision};
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "LEG-03",
        name: "no-international-basis",
        title: words(
            "At least one international instrument is cited as a basis",
            "Au moins un instrument international est cité comme base",
        ),
        message: words(
            "no provision of the legal basis is international",
            "aucune disposition de la base juridique n’est internationale",
        ),
        why: words(
            "The instruments of the WCO, the WTO and multilateral agreements give the common ground from which a block can be re-used by other Members.",
            "Les instruments de l’OMD, de l’OMC et les accords multilatéraux donnent le socle commun grâce auquel d’autres Membres peuvent reprendre le bloc.",
        ),
        help: words(
            "Cite at least one, for instance `instrument: tfa-12`, `rkc-6.7` or `safe-2.1.4`; `gnc catalogue search` lists what is known.",
            "Citez-en au moins un, par exemple « instrument: tfa-12 », « rkc-6.7 » ou « safe-2.1.4 » ; « gnc catalogue search » donne la liste.",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["S0", "S1"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[(Maturity::Technical, Severity::Warning)],
    fixes: &[],
    bad: "
business_case:
  legal_basis: [{id: tfa-12, omit: true}]
",
    good: "
business_case:
  legal_basis: [{id: tfa-12, instrument: rkc-6.7, provision: Standard 6.7}]
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(case) = block.block.business_case.as_ref() else { return };
    if case.legal_basis.is_empty() {
        return; // The business case lacks a component then; that is said once.
    }
    let international = |it: &Provision| {
        let known = it.instrument.as_ref().and_then(|id| block.catalogue.instrument(&id.value));
        it.level.as_ref().is_some_and(|level| level.value == LegalLevel::International)
            || known.is_some_and(|it| matches!(&*it.level, "international" | "recommendation"))
    };
    if !case.legal_basis.iter().any(international) {
        let place =
            Section::find(block, "business_case").and_then(|it| it.node.entry("legal_basis"));
        findings.add(RULE.at(place.map_or(case.span, |entry| entry.key.span)));
    }
}
