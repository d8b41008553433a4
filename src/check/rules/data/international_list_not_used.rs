//! Countries, currencies, places, units, packages and modes of transport have one list each.

use crate::check::rules::data::uses_of_lists;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Content, Findings, Mend, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-12",
        name: "international-list-not-used",
        title: words(
"Countries, currencies, places, units, packages and transport use the international list",
"Pays, monnaies, lieux, unités, colis et transports emploient la liste internationale",
),
        message: words(
"`{path}` uses the list `{list}` in place of `{wanted}`",
"« {path} » emploie la liste « {list} » au lieu de « {wanted} »",
),
        why: words(
"ISO and UNECE lists are in every customs system. A private list of countries or units means a conversion at each end, and with each conversion a wrong rate of duty somewhere.",
"Les listes de l’ISO et de la CEE-ONU sont dans tous les systèmes douaniers. Une liste privée de pays ou d’unités impose une conversion à chaque bout et, à chaque conversion, un taux de droit erroné quelque part.",
),
        help: words(
"Use `{wanted}`, or a list of the block that restricts it (`base: {wanted}`).",
"Employez « {wanted} », ou une liste du bloc qui la restreint (« base: {wanted} »).",
),
        severity: Severity::Error,
        basis: Basis::Sourced(&["X"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[words("use `{wanted}`", "employer « {wanted} »")],
    bad: "
process_alignment:
  data_cluster:
    code_lists:
      - {id: exa.countries, title: {en: Countries, fr: Pays}, maintainer: {en: Joint Technical Group, fr: Groupe technique conjoint}, version: '1', codes: [{code: A1, name: {en: Examplia, fr: Exemplie}}]}
    elements:
      - {path: Certificate/GovernmentAgencyGoodsItem/Origin/CountryCode, codes: exa.countries}
",
    good: "
process_alignment:
  data_cluster:
    code_lists:
      - {id: exa.countries, base: iso.3166-1, title: {en: Countries, fr: Pays}, maintainer: {en: Joint Technical Group, fr: Groupe technique conjoint}, version: '1', codes: [{code: FR}, {code: SN}]}
    elements:
      - {path: Certificate/GovernmentAgencyGoodsItem/Origin/CountryCode, codes: exa.countries}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    for (element, used) in uses_of_lists(block) {
        let Some(wanted) = block.exceeded_list(element) else { continue };
        let finding = RULE.at(used.span).arg("path", &element.path);
        let finding = finding.arg("list", used.id).arg("wanted", wanted);
        let mends = vec![Mend::Replace(used.span, Content::Text(wanted.to_owned()))];
        findings.add(RULE.mend(finding, Some(mends)));
    }
}
