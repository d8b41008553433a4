//! Between Members it is known which body issues, or decides.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Maturity, Role};
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "LEG-26",
        name: "authority-without-body",
        title: words(
            "Between Members, each issuing or competent authority names its body",
            "Entre Membres, chaque autorité de délivrance ou compétente désigne son organisme",
        ),
        message: words(
            "the authority `{entity}` names no body that acts for it",
            "l’autorité « {entity} » ne désigne aucun organisme qui agit pour elle",
        ),
        why: words(
            "A document is worth what its issuer is worth. A receiver that cannot tell which body may issue or decide can neither accept nor verify anything.",
            "Un document vaut ce que vaut celui qui le délivre. Un destinataire qui ignore quel organisme peut délivrer ou décider ne peut rien accepter ni contrôler.",
        ),
        help: words(
            "Add the body with its Party under `bodies` of `{entity}`; write its `name` as `open: {owner: …, due: …}` while it is not designated.",
            "Ajoutez l’organisme et sa Partie sous « bodies » de « {entity} » ; écrivez « open: {owner: …, due: …} » à la place de son « name » tant qu’il n’est pas désigné.",
        ),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Process,
    early: &[(Maturity::Agreed, Severity::Warning)],
    fixes: &[],
    bad: "
process_alignment:
  entities: [{id: issuing-authority, bodies: }]
",
    good: "
process_alignment:
  entities: [{id: issuing-authority, bodies: [{party: EXA, name: {en: Chamber of Commerce, fr: Chambre de commerce}}]}]
",
    check: Check::Block(check),
};

/// The roles of those whose acts others rely on.
const AUTHORITIES: [Role; 2] = [Role::IssuingAuthority, Role::CompetentAuthority];

fn check(block: &Resolved, findings: &mut Findings) {
    let mut parties = block.block.block.iter().flat_map(|it| &it.parties);
    // A framework leaves the bodies to the Members that will join.
    if block.is_hypothetical()
        || parties.any(|it| it.placeholder.as_ref().is_some_and(|it| it.value.0))
    {
        return;
    }
    let Some(alignment) = Section::find(block, "process_alignment") else { return };
    for entity in alignment.items("entities") {
        let role = entity.node.get("role").and_then(|it| it.text());
        let decides = AUTHORITIES.iter().any(|it| Some(it.id()) == role);
        if decides && entity.items("bodies").is_empty() {
            findings.add(RULE.at(entity.span).arg("entity", entity.name()));
        }
    }
}
