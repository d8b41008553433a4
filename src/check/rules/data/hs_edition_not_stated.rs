//! A goods code belongs to an edition of the Harmonized System.

use crate::check::mends::{OPEN_POINT, open};
use std::collections::BTreeSet;

use crate::check::data::cluster;
use crate::check::rules::data::HS_CODE;
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-16",
        name: "hs-edition-not-stated",
        title: words(
            "The edition of the Harmonized System is stated, and several are correlated",
            "L’édition du Système harmonisé est indiquée et, s’il y en a plusieurs, leur corrélation",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "Codes move with each edition. A certificate of one edition matched with a declaration of another fails, or matches other goods, unless a correlation is agreed.",
            "Les codes changent à chaque édition. Rapproché d’une déclaration établie selon une autre édition, un certificat ne concorde pas, ou concorde avec d’autres marchandises, faute de corrélation convenue.",
        ),
        help: words(
            "Write `hs_edition`, for instance `hs_edition: 2022`, and `hs_correlation` where the Parties use different editions.",
            "Écrivez « hs_edition », par exemple « hs_edition: 2022 », et « hs_correlation » si les Parties emploient des éditions différentes.",
        ),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Process,
    early: &[(Maturity::Technical, Severity::Warning)],
    fixes: &[OPEN_POINT],
    bad: "
block: {status: process}
process_alignment:
  data_cluster: {hs_edition: }
",
    good: "
block: {status: process}
process_alignment:
  data_cluster: {hs_edition: 2017}
",
    check: Check::Block(check),
};

const NOT_STATED: Words = words(
    "goods codes are exchanged, but the edition of the Harmonized System is not stated",
    "des codes de marchandises sont échangés, mais l’édition du Système harmonisé n’est pas indiquée",
);
const NOT_CORRELATED: Words = words(
    "the Parties propose different editions of the Harmonized System, and no correlation is stated",
    "les Parties proposent des éditions différentes du Système harmonisé, sans corrélation indiquée",
);

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(section) = Section::find(block, "process_alignment.data_cluster") else { return };
    if !block.cluster.elements.iter().any(|it| it.wco_id == HS_CODE) {
        return;
    }
    if !section.says("hs_edition") {
        let finding = RULE.at(section.span).arg_words("fault", NOT_STATED);
        findings.add(RULE.mend(finding, open(block, &section, &["hs_edition"])));
        return;
    }
    let Some(edition) = cluster(block).and_then(|it| it.hs_edition.as_ref()) else { return };
    let editions: BTreeSet<_> = edition.values().map(|it| it.value).collect();
    if editions.len() > 1 && !section.says("hs_correlation") {
        let place = section.node.entry("hs_edition").map_or(section.span, |it| it.key.span);
        findings.add(RULE.at(place).arg_words("fault", NOT_CORRELATED));
    }
}
