//! The legal text names the technical annex.

use crate::check::section::Section;
use crate::check::speech::speaks_of;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{LegalLevel, Maturity};
use crate::resolve::Resolved;
use crate::syntax::Node;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "LEG-22",
        name: "specification-not-named",
        title: words(
"The enabling instrument names the technical annex, or lets it be amended apart",
"L’instrument habilitant désigne l’annexe technique, ou permet de la modifier à part",
),
        message: words(
"no enabling provision between the Parties names the technical annex",
"aucune disposition habilitante entre les Parties ne désigne l’annexe technique",
),
        why: words(
"A technical text that no legal text names binds nobody, and a version that is not named is open to dispute.",
"Un texte technique qu’aucun texte juridique ne désigne ne lie personne, et une version non désignée prête à contestation.",
),
        help: words(
"Say in `summary` how the provision names the annex: by title and version, or “as amended under Article …”.",
"Dites dans « summary » comment la disposition désigne l’annexe : par son titre et sa version, ou « telle que modifiée en vertu de l’article … ».",
),
        severity: Severity::Error,
        basis: Basis::Sourced(&["P46"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Agreed,
    early: &[],
    fixes: &[],
    bad: "
business_case:
  legal_basis:
    - {id: fta, summary: {en: Certificates are exchanged without request., fr: Les certificats sont échangés sans demande.}}
",
    good: "
business_case:
  legal_basis:
    - {id: fta, summary: {en: 'Certificates are exchanged under the technical specification, version 1.0.', fr: 'Les certificats sont échangés selon la spécification technique, version 1.0.'}}
",
    check: Check::Block(check),
};

const NAMES: &[&str] = &[
    "annex",
    "appendi",
    "appendic",
    "specification",
    "spécification",
    "arrangement",
    "protocol",
    "schedule",
];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(case) = Section::find(block, "business_case") else { return };
    let enabling: Vec<_> =
        case.items("legal_basis").into_iter().filter(is_between_parties).collect();
    let Some(first) = enabling.first() else { return };
    if !enabling.iter().any(|it| speaks_of(it.node, &[NAMES])) {
        findings.add(RULE.at(first.span));
    }
}

fn is_between_parties(provision: &Section<'_>) -> bool {
    let level = provision.node.get("level").and_then(Node::text);
    let agreed = [LegalLevel::Bilateral.id(), LegalLevel::Regional.id()];
    level.is_some_and(|it| agreed.contains(&it)) && provision.says("enables")
}
