//! Languages are named by their code.

use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "STR-16",
        name: "language-unknown",
        title: words(
            "Each language is named by its code",
            "Chaque langue est désignée par son code",
        ),
        message: words(
            "`{language}` is not the code of a language",
            "« {language} » n’est pas le code d’une langue",
        ),
        why: words(
            "Authentic texts, free text in messages and contact points are all kept by language; a word that is no code names none of them.",
            "Les textes faisant foi, le texte libre des messages et les points de contact sont tenus par langue ; un mot qui n’est pas un code n’en désigne aucune.",
        ),
        help: words(
            "Write the two letters of ISO 639-1, as `en` or `fr`.",
            "Écrivez les deux lettres de la norme ISO 639-1, par exemple « en » ou « fr ».",
        ),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Concept,
    early: &[],
    fixes: &[],
    bad: "
business_case: {governance: {working_languages: [english]}}
",
    good: "
business_case: {governance: {working_languages: [en]}}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(list) = block.catalogue.codelist("iso.639-1") else { return };
    let control = block.block.block.iter().flat_map(|it| &it.languages);
    let governance = || block.block.business_case.iter().filter_map(|it| it.governance.as_ref());
    let working = governance().flat_map(|it| &it.working_languages);
    let contacts = governance().flat_map(|it| &it.contacts).flat_map(|it| &it.languages);
    let technical = block.block.technical_interoperability.as_ref();
    let communication = technical.and_then(|it| it.communication.as_ref());
    let texts = communication.iter().flat_map(|it| &it.text_languages);
    for language in control.chain(working).chain(contacts).chain(texts) {
        if !list.contains(&language.value.0) {
            findings.add(RULE.at(language.span).arg("language", &language.value));
        }
    }
}
