//! Pre-population of the import declaration is ruled.

use crate::check::section::Section;
use crate::check::speech::speaks_of;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-24",
        name: "pre-population-unregulated",
        title: words(
"It is said which data of the import declaration is taken over, and that the declarant answers for it",
"Il est dit quelles données sont reprises dans la déclaration d’importation, et que le déclarant en répond",
),
        message: words(
"no business rule says: {missing}",
"aucune règle de gestion ne dit : {missing}",
),
        why: words(
"Export data that fills an import declaration saves typing, not responsibility. What is copied, what is derived and what stays empty decides who answers for a mistake.",
"Les données d’exportation qui alimentent une déclaration d’importation évitent la saisie, non la responsabilité. Ce qui est copié, déduit ou laissé vide décide de qui répond d’une erreur.",
),
        help: words(
"Add business rules that list what is copied, derived and left empty, and one that says that the declarant stays responsible for the import declaration.",
"Ajoutez des règles de gestion énumérant ce qui est copié, déduit et laissé vide, et une règle disant que le déclarant reste responsable de la déclaration d’importation.",
),
        severity: Severity::Error,
        basis: Basis::Sourced(&["S0"]),
        pack: Pack::ExportData,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
block: {kind: export-data}
process_alignment:
  business_rules:
    - {id: BR-05, statement: {en: The declarant stays responsible for the import declaration., fr: Le déclarant reste responsable de la déclaration d’importation.}}
",
    good: "
block: {kind: export-data}
process_alignment:
  business_rules:
    - {id: BR-04, statement: {en: Exporter and goods code are copied; the value is left empty., fr: L’exportateur et le code des marchandises sont copiés ; la valeur reste vide.}}
    - {id: BR-05, statement: {en: The declarant stays responsible for the import declaration., fr: Le déclarant reste responsable de la déclaration d’importation.}}
",
    check: Check::Block(check),
};

/// What has to be said, and the words without which it could hardly be.
const SAID: [(Words, &[&[&str]]); 2] = [
    (
        words("what is copied, derived or left empty", "ce qui est copié, déduit ou laissé vide"),
        &[&[
            "cop",
            "pre-fill",
            "prefill",
            "pre-popul",
            "prepopul",
            "taken over",
            "derive",
            "déduit",
            "déduc",
            "repris",
            "prérempli",
            "pré-rempli",
        ]],
    ),
    (
        words("that the declarant stays responsible", "que le déclarant reste responsable"),
        &[
            &["declarant", "importer", "déclarant", "importateur"],
            &["responsib", "responsab", "liab", "answer", "répond"],
        ],
    ),
];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(part) = Section::find(block, "process_alignment") else { return };
    let rules = part.items("business_rules");
    for (what, words) in SAID.iter().filter(|_| !rules.is_empty()) {
        if !rules.iter().any(|rule| speaks_of(rule.node, words)) {
            findings.add(RULE.at(part.span).arg_words("missing", *what));
        }
    }
}
