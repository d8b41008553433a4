//! What is compared at import is written so that two systems compare alike.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Maturity, RuleKind};
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-19",
        name: "matching-not-formal",
        title: words(
            "Matching of certificate and declaration is written as formal rules",
            "Le rapprochement du certificat et de la déclaration est écrit en règles formelles",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "Number, item, goods code, unit, quantity and date decide on the preference. Written in prose only, each system compares in its own way and the same declaration passes here and fails there.",
            "Le numéro, l’article, le code des marchandises, l’unité, la quantité et la date décident de la préférence. Rédigées en prose seulement, ces comparaisons diffèrent d’un système à l’autre.",
        ),
        help: words(
            "Give each rule of kind `matching` an `assert`, and compare: certificate number, item, first six digits of the goods code, unit, quantity, date within validity.",
            "Donnez à chaque règle de type « matching » un « assert » et comparez : numéro du certificat, article, six premiers chiffres du code, unité, quantité, date dans la durée de validité.",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["P53"]),
        pack: Pack::CertificateOfOrigin,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  business_rules:
    - {id: BR-02, assert: }
",
    good: "
process_alignment:
  business_rules:
    - {id: BR-02, assert: 'declaration.items.all(i, certificate.items.exists(c, c.item == i.item && i.quantity <= c.quantity))'}
",
    check: Check::Block(check),
};

const INFORMAL: Words = words(
    "the matching rule `{name}` has no formal expression",
    "la règle de rapprochement « {name} » n’a pas d’expression formelle",
);
const NOT_COMPARED: Words = words(
    "certificate and declaration are not compared on: {missing}",
    "le certificat et la déclaration ne sont pas comparés sur : {missing}",
);

/// What real systems compare, and parts of the names by which expressions speak of it.
const ASPECTS: [(Words, &[&str]); 6] = [
    (words("certificate number", "le numéro du certificat"), &["number", "id", "reference"]),
    (words("item", "l’article"), &["item", "sequence"]),
    (
        words("goods code", "le code des marchandises"),
        &["hs", "classification", "commodity", "tariff"],
    ),
    (words("unit", "l’unité"), &["unit"]),
    (words("quantity", "la quantité"), &["quantity", "mass", "weight"]),
    (words("date", "la date"), &["date", "expir", "valid"]),
];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(alignment) = Section::find(block, "process_alignment") else { return };
    let rules = alignment.items("business_rules");
    if rules.is_empty() {
        return;
    }
    let kind = |rule: &Section| rule.node.get("kind").and_then(|it| it.text()?.parse().ok());
    let mut formal = true;
    for rule in rules.iter().filter(|rule| kind(rule) == Some(RuleKind::Matching)) {
        if !rule.says("assert") {
            formal = false;
            let finding = RULE.at(rule.span).arg_words("fault", INFORMAL);
            findings.add(finding.arg("name", rule.name()));
        }
    }
    if !formal {
        return;
    }
    let said: String = rules
        .iter()
        .filter(|rule| kind(rule) != Some(RuleKind::Precondition))
        .filter_map(|rule| rule.node.get("assert")?.text())
        .map(|text| text.to_lowercase() + "\n")
        .collect();
    for (aspect, names) in ASPECTS {
        if !names.iter().any(|name| said.contains(name)) {
            let finding = RULE.at(alignment.span).arg_words("fault", NOT_COMPARED);
            findings.add(finding.arg_words("missing", aspect));
        }
    }
}
