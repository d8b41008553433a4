//! Origin criteria are those of the agreement, each with its common meaning.

use crate::catalogue::ORIGIN_CRITERIA;
use crate::check::data::{Carried, maximum};
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-28",
        name: "criterion-without-meaning",
        title: words(
            "Origin criteria come from the agreement’s own list, each with its harmonised meaning",
            "Les critères d’origine proviennent de la liste de l’accord, chacun avec son sens harmonisé",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "Each agreement has its own letters for the same criteria, and the same letter for different ones. Only a stated meaning lets a system that serves several agreements read them.",
            "Chaque accord a ses propres lettres pour les mêmes critères, et la même lettre pour des critères différents. Seul un sens indiqué permet à un système desservant plusieurs accords de les lire.",
        ),
        help: words(
            "Define the list of the agreement under `code_lists` and give each code a `meaning` out of `gnc.origin-criteria`.",
            "Définissez la liste de l’accord sous « code_lists » et donnez à chaque code un « meaning » tiré de « gnc.origin-criteria ».",
        ),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  data_cluster:
    code_lists:
      - {id: exa.origin-criteria, codes: [{code: PE}]}
",
    good: "
process_alignment:
  data_cluster:
    code_lists:
      - {id: exa.origin-criteria, codes: [{code: PE, meaning: PE}]}
",
    check: Check::Block(check),
};

const NO_OWN_LIST: Words = words(
    "`{name}` does not use a list of the agreement",
    "« {name} » n’emploie pas de liste de l’accord",
);
const NO_MEANING: Words = words(
    "the origin criterion `{name}` has no meaning out of the harmonised list",
    "le critère d’origine « {name} » n’a pas de sens tiré de la liste harmonisée",
);

fn check(block: &Resolved, findings: &mut Findings) {
    // A framework leaves the list to the agreements that take it up.
    if block.is_hypothetical() {
        return;
    }
    let (Some(dataset), Some(meanings)) =
        (maximum(block), block.catalogue.codelist(ORIGIN_CRITERIA))
    else {
        return;
    };
    let carried = Carried::of(block);
    for (at, element) in block.cluster.elements.iter().enumerate() {
        let row = dataset.row(&element.path).and_then(|row| row.codelist.as_deref());
        if row != Some(ORIGIN_CRITERIA) || carried.by(at).is_empty() {
            continue;
        }
        let Some(codes) = element.codes.as_ref().and_then(|it| it.own.as_ref()) else {
            let finding = RULE.at(element.span).arg_words("fault", NO_OWN_LIST);
            findings.add(finding.arg("name", &element.path));
            continue;
        };
        for code in codes {
            let Some(name) = &code.code else { continue };
            if !code.meaning.as_ref().is_some_and(|it| meanings.contains(&it.value.0)) {
                let finding = RULE.at(name.span).arg_words("fault", NO_MEANING);
                findings.add(finding.arg("name", &name.value));
            }
        }
    }
}
