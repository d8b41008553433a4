//! A certificate carries what makes it one.

use std::collections::BTreeSet;

use crate::check::data::maximum;
use crate::check::section::Section;
use crate::check::sides::alignment;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Maturity, Nature};
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-27",
        name: "core-of-certificate-missing",
        title: words(
            "The certificate carries its core data",
            "Le certificat porte ses données essentielles",
        ),
        message: words(
            "no document that is exchanged carries: {missing}",
            "aucun document échangé ne porte : {missing}",
        ),
        why: words(
            "Every structure of a certificate of origin that was compared has these data; without one of them origin cannot be checked or the claim not matched.",
            "Toutes les structures de certificat d’origine comparées comportent ces données ; sans l’une d’elles, l’origine ne peut être contrôlée ou la demande rapprochée.",
        ),
        help: words(
            "Add the elements to `data_cluster.elements`; `gnc catalogue search` finds their paths.",
            "Ajoutez les éléments à « data_cluster.elements » ; « gnc catalogue search » en donne les chemins.",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["X", "P53", "P71"]),
        pack: Pack::CertificateOfOrigin,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/GovernmentAgencyGoodsItem/Commodity/Description, omit: true}
",
    good: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/GovernmentAgencyGoodsItem/Commodity/Description, requirement: M}
",
    check: Check::Block(check),
};

/// What every certificate carries: by identifiers of the WCO Data Model, or by a tag of the maximum
/// dataset where no identifier is confirmed.
const CORE: [(Words, &[&str]); 10] = [
    (words("number", "le numéro"), &["D014"]),
    (words("date of issue", "la date de délivrance"), &["D011"]),
    (words("issuing authority", "l’autorité de délivrance"), &["IssuingAuthority"]),
    (words("exporter", "l’exportateur"), &["Exporter"]),
    (words("item number", "le numéro d’article"), &["006"]),
    (words("description of goods", "la désignation des marchandises"), &["137"]),
    (words("goods code", "le code des marchandises"), &["145"]),
    (words("country of origin", "le pays d’origine"), &["063"]),
    (words("origin criterion", "le critère d’origine"), &["CriterionCode"]),
    (
        words("quantity with its unit", "la quantité et son unité"),
        &["130", "126", "128", "NetMassMeasure"],
    ),
];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(process) = alignment(block).filter(|_| maximum(block).is_some()) else { return };
    let mut sent = BTreeSet::new();
    let mut documents = 0;
    for carried in &block.messages {
        let message = process.messages.get(carried.message);
        let nature = message.and_then(|it| it.nature.as_ref()).map(|it| it.value);
        if nature != Some(Nature::Document) || carried.content.is_empty() {
            continue;
        }
        documents += 1;
        for element in
            carried.content.iter().filter_map(|it| block.cluster.elements.get(it.element))
        {
            sent.insert(element.wco_id.as_str());
            sent.insert(element.tag());
        }
    }
    let Some(section) = Section::find(block, "process_alignment.data_cluster") else { return };
    for (name, marks) in CORE.iter().filter(|_| documents > 0) {
        if !marks.iter().any(|mark| sent.contains(mark)) {
            findings.add(RULE.at(section.span).arg_words("missing", *name));
        }
    }
}
