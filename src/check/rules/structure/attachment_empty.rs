//! An attached document has a title, and a text or a place where it is published.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "STR-13",
        name: "attachment-empty",
        title: words(
            "An attached document has a title, and a text or a place where it is published",
            "Un document joint a un titre, et un texte ou un lieu de publication",
        ),
        message: words(
            "the attached document `{annex}` has no {missing}",
            "le document joint « {annex} » n’a pas de {missing}",
        ),
        why: words(
            "A reader of the annex has to know what is attached, and where to find it.",
            "Le lecteur de l’annexe doit savoir ce qui y est joint, et où le trouver.",
        ),
        help: words(
            "Write `title:`, and `text:` with what it holds or `reference:` with where it is published.",
            "Écrivez « title: », puis « text: » avec son contenu ou « reference: » avec son lieu de publication.",
        ),
        severity: Severity::Warning,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
annexes: [{id: reference-data, text: }]
",
    good: "
annexes: [{id: reference-data, text: , reference: 'https://customs.exa.example/bodies'}]
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    for annex in Section::whole(block).iter().flat_map(|it| it.items("annexes")) {
        let asked = if annex.says("reference") { &["title"][..] } else { &["title", "text"] };
        if let Some(missing) = annex.lacks(asked) {
            let finding = RULE.at(annex.span).arg("annex", annex.name());
            findings.add(finding.arg("missing", missing));
        }
    }
}
