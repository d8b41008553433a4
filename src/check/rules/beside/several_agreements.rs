//! A profile belongs to one agreement.

use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Enables, LegalLevel, Maturity, Provision};
use crate::resolve::Resolved;
use crate::text::Span;
use crate::words::{Lang, Words, words};
use std::collections::BTreeMap;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "XCP-09",
        name: "several-agreements",
        title: words("A profile serves one agreement", "Un profil sert un seul accord"),
        message: words(
            "the exchange rests on a second agreement between the Parties: {title}",
            "l’échange repose sur un second accord entre les Parties : {title}",
        ),
        why: words(
            "Each agreement has its own rules of origin, criteria and time limits. In one profile nobody can tell which element and which limit belongs to which agreement.",
            "Chaque accord a ses propres règles d’origine, critères et délais. Dans un seul profil, nul ne sait quel élément et quel délai relèvent de quel accord.",
        ),
        help: words(
            "Write a profile of the same framework for each agreement; the messages stay the same, so one channel serves both.",
            "Rédigez un profil du même cadre pour chaque accord ; les messages restent les mêmes, et un seul canal sert les deux.",
        ),
        severity: Severity::Warning,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
business_case:
  legal_basis:
    - {id: second, title: {en: Second Trade Agreement, fr: Second accord commercial}, provision: Article 7, level: bilateral, date: 2025-02-01, status: in-force, enables: [automatic-exchange]}
",
    good: "
business_case:
  legal_basis:
    - {id: second, title: {en: Free Trade Agreement between Examplia and Exborria, fr: Accord de libre-échange entre l’Exemplie et l’Exborrie}, provision: Article 3.22, level: bilateral, date: 2024-03-01, status: in-force, enables: [automatic-exchange]}
",
    check: Check::Block(check),
};

const FIRST: Words = words("the first agreement", "le premier accord");

fn check(block: &Resolved, findings: &mut Findings) {
    if block.kind() != Pack::CertificateOfOrigin.id() {
        return; // Other kinds rest on several agreements on mutual assistance as a matter of course.
    }
    let provisions = block.block.business_case.iter().flat_map(|it| &it.legal_basis);
    let mut met: BTreeMap<String, Span> = BTreeMap::new();
    for it in provisions.filter(|it| is_agreement(it)) {
        let Some(title) = title(it) else { continue };
        let place = it.id.as_ref().map_or(it.span, |id| id.span);
        let first = met.values().next().copied();
        if met.contains_key(&title) {
            continue;
        }
        met.insert(title.clone(), place);
        if let Some(first) = first {
            findings.add(RULE.at(place).arg("title", title).note(first, FIRST));
        }
    }
}

/// Whether a provision of an agreement between the Parties carries the exchange unasked.
fn is_agreement(it: &Provision) -> bool {
    let between = it.level.as_ref().is_some_and(|level| level.value == LegalLevel::Bilateral);
    let carries = |what: &crate::text::Spanned<Enables>| {
        matches!(what.value, Enables::Automatic | Enables::Advance)
    };
    between && it.enables.iter().any(carries)
}

/// What the agreement is called: its identifier in the catalogue, or its title.
fn title(it: &Provision) -> Option<String> {
    let instrument = it.instrument.as_ref().map(|it| it.value.to_string());
    instrument.or_else(|| Some(it.title.as_ref()?.any(Lang::En).trim().to_owned()))
}
