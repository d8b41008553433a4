//! Each Party states its national provision.

use crate::check::mends::{OPEN_POINT, open_point};
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Mend, Pack, Severity};
use crate::model::{LegalStatus, Maturity};
use crate::resolve::Resolved;
use crate::syntax::Node;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "LEG-05",
        name: "party-without-national-provision",
        title: words(
            "Each Party states its enabling national provision, or by when it is enacted",
            "Chaque Partie indique sa disposition nationale habilitante, ou la date de son adoption",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "An official may disclose or accept data only where the own law says so, whatever the Parties agree.",
            "Un agent ne peut communiquer ou accepter des données que si sa propre loi le permet, quoi que les Parties conviennent.",
        ),
        help: words(
            "Cite the provision with `level: national` and `party: {party}`; if it has yet to be enacted, write `status: to-be-enacted` and `expected:` with the day.",
            "Citez la disposition avec « level: national » et « party: {party} » ; si elle reste à adopter, écrivez « status: to-be-enacted » et « expected: » avec la date.",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["P75", "S2"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[(Maturity::Negotiation, Severity::Warning)],
    fixes: &[OPEN_POINT],
    bad: "
block: {status: technical}
business_case:
  legal_basis: [{id: law-exb, status: to-be-enacted}]
",
    good: "
block: {status: technical}
business_case:
  legal_basis: [{id: law-exb, status: to-be-enacted, expected: 2026-12-01}]
",
    check: Check::Block(check),
};

const NONE_CITED: Words = words(
    "`{party}` cites no provision of its own law",
    "« {party} » ne cite aucune disposition de son propre droit",
);
const NO_DAY: Words = words(
    "`{provision}` has yet to be enacted, but no day is stated",
    "« {provision} » reste à adopter, mais aucune date n’est indiquée",
);

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(control) = &block.block.block else { return };
    let Some(group) = Section::find(block, "business_case") else { return };
    let provisions = group.items("legal_basis");
    if provisions.is_empty() {
        return;
    }
    let text = |it: &Section, key: &str| it.node.get(key).and_then(Node::text).map(str::to_owned);
    for party in &control.parties {
        let Some(id) = &party.id else { continue };
        let names = [Some(id), party.stands_for.as_ref()];
        let its_own = |it: &&Section| {
            let of = text(it, "party");
            names.iter().flatten().any(|name| of.as_deref() == Some(&*name.value.0))
        };
        let Some(_) = provisions.iter().find(its_own) else {
            let finding = RULE.at(id.span).arg_words("fault", NONE_CITED);
            findings.add(finding.arg("party", &id.value));
            continue;
        };
        for it in provisions.iter().filter(its_own) {
            let awaited = text(it, "status").as_deref() == Some(LegalStatus::ToBeEnacted.id());
            if awaited && !it.says("expected") {
                let finding = RULE.at(it.span).arg_words("fault", NO_DAY).arg("party", &id.value);
                let finding = finding.arg("provision", it.name());
                let day = open_point(block, &id.value);
                let mends = day.map(|day| vec![Mend::Insert(it.node.span, "expected", day)]);
                findings.add(RULE.mend(finding, mends));
            }
        }
    }
}
