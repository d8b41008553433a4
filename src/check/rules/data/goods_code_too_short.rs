//! A goods code has its six international digits.

use crate::check::rules::data::HS_CODE;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Content, Findings, Mend, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::text::notation::Format;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-17",
        name: "goods-code-too-short",
        title: words(
            "A goods code has at least six digits",
            "Un code de marchandises a au moins six chiffres",
        ),
        message: words(
            "the format {format} of `{path}` does not hold the six digits of a goods code",
            "le format {format} de « {path} » ne peut contenir les six chiffres d’un code de marchandises",
        ),
        why: words(
            "Six digits are the same worldwide; matching and rules of origin work on them. Fewer say too little, and national digits beyond them are not compared.",
            "Six chiffres sont les mêmes partout ; le rapprochement et les règles d’origine s’appuient sur eux. Moins ne suffit pas, et les chiffres nationaux au-delà ne sont pas comparés.",
        ),
        help: words(
            "Write a format of six characters or more, as `an..18` or `n6`.",
            "Écrivez un format d’au moins six caractères, comme « an..18 » ou « n6 ».",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["P53"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[words(
        "take the format of the dataset, {limit}",
        "reprendre le format de l’ensemble de données, {limit}",
    )],
    bad: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/GovernmentAgencyGoodsItem/Commodity/Classification/ID, format: an..4}
",
    good: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/GovernmentAgencyGoodsItem/Commodity/Classification/ID, format: an..10}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    for element in block.cluster.elements.iter().filter(|it| it.wco_id == HS_CODE) {
        let Some(format) = element.format else { continue };
        if format.max_length().is_some_and(|most| most < 6) {
            let place = element.own.format.as_ref().map_or(element.span, |own| own.span);
            let finding = RULE.at(place).arg("path", &element.path).arg("format", format);
            let long = |it: &Format| it.max_length().is_none_or(|most| most >= 6);
            findings.add(match (&element.own.format, element.maximum_format.filter(long)) {
                (Some(own), Some(limit)) => {
                    let mends = vec![Mend::Replace(own.span, Content::Text(limit.to_string()))];
                    RULE.mend(finding.arg("limit", limit), Some(mends))
                }
                _ => finding,
            });
        }
    }
}
