//! A kind that is nearly the name of a rule pack is meant to be it.

use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Content, Findings, Mend, Pack, Severity};
use crate::model::{Maturity, closest};
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "STR-17",
        name: "kind-misspelt",
        title: words(
            "The kind of the block is not nearly that of a rule pack",
            "Le type du bloc n’est pas à une faute près celui d’un jeu de règles",
        ),
        message: words(
            "there are no rules for blocks of the kind `{kind}`; `{near}` has some",
            "il n’y a pas de règles pour les blocs de type « {kind} » ; il y en a pour « {near} »",
        ),
        why: words(
            "The kind decides which rules run. With one wrong letter those of the subject are silent, and the block looks better than it is.",
            "Le type décide des règles appliquées. Avec une lettre erronée, celles de la matière se taisent et le bloc paraît meilleur qu’il n’est.",
        ),
        help: words(
            "Write `kind: {near}`. Where another kind is meant, allow this finding with that reason.",
            "Écrivez « kind: {near} ». Si un autre type est voulu, admettez ce constat avec ce motif.",
        ),
        severity: Severity::Warning,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Concept,
    early: &[],
    fixes: &[words("write the kind of the rule pack", "écrire le type du jeu de règles")],
    bad: "
block: {kind: certificate-of-orign}
",
    good: "
block: {kind: certificate-of-origin}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(kind) = block.block.block.as_ref().and_then(|it| it.kind.as_ref()) else { return };
    let kinds = || Pack::ALL.into_iter().filter(|it| it.is_of_a_kind()).map(Pack::id);
    let own = &*kind.value.0;
    if kinds().any(|it| it == own) {
        return;
    }
    if let Some(near) = closest(own, kinds()) {
        let finding = RULE.at(kind.span).arg("kind", own).arg("near", near);
        let mend = Mend::Replace(kind.span, Content::Text(near.to_owned()));
        findings.add(RULE.mend(finding, Some(vec![mend])));
    }
}
