//! Definitions and benefits oblige nobody.

use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TRM-08",
        name: "obligation-in-a-definition",
        title: words(
"Words of obligation stand in provisions, not in definitions or benefits",
"Les termes d’obligation figurent dans les dispositions, non dans les définitions ou les avantages",
),
        message: words(
"“{word}” stands in a text that is no provision",
"« {word} » figure dans un texte qui n’est pas une disposition",
),
        why: words(
"What obliges must be found where obligations are looked for. A duty hidden in a definition is missed by those who build the system and disputed by lawyers.",
"Ce qui oblige doit se trouver là où l’on cherche les obligations. Un devoir caché dans une définition échappe aux concepteurs et alimente les litiges.",
),
        help: words(
"Write the definition or benefit as a statement, and move the duty to a business rule or a provision.",
"Rédigez la définition ou l’avantage comme un constat, et déplacez le devoir dans une règle de gestion ou une disposition.",
),
        severity: Severity::Warning,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Negotiation,
    early: &[],
    fixes: &[],
    bad: "
glossary:
  - {id: competent-authority, definition: {en: a body that shall issue certificates of origin, fr: organisme habilité à délivrer des certificats d’origine}}
",
    good: "
glossary:
  - {id: competent-authority, definition: {en: a body that issues certificates of origin, fr: organisme habilité à délivrer des certificats d’origine}}
",
    check: Check::Block(check),
};

const OBLIGE: [&str; 6] = ["shall", "must", "doit", "doivent", "devra", "devront"];

fn check(block: &Resolved, findings: &mut Findings) {
    let benefits = block.block.business_case.iter().flat_map(|case| &case.benefits);
    let statements = benefits.filter_map(|benefit| benefit.statement.as_ref());
    let definitions = block.block.glossary.iter().filter_map(|term| term.definition.as_ref());
    for text in definitions.chain(statements) {
        for (_, text) in &text.variants {
            let mut words = text.value.split(|c: char| !c.is_alphanumeric());
            let word = words.find(|word| OBLIGE.iter().any(|it| it.eq_ignore_ascii_case(word)));
            if let Some(word) = word {
                findings.add(RULE.at(text.span).arg("word", word));
            }
        }
    }
}
