//! A supplementary definition adds to the base definition.

use crate::check::data::maximum;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Mend, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::Lang;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TRM-06",
        name: "definition-repeated",
        title: words(
"A supplementary definition adds to that of the dataset and does not repeat it",
"Une définition complémentaire ajoute à celle de l’ensemble de données, sans la répéter",
),
        message: words(
"the definition of `{path}` repeats that of the dataset",
"la définition de « {path} » répète celle de l’ensemble de données",
),
        why: words(
"Both stand side by side in the annex. A copy stays behind when the dataset is amended, and from then on two definitions compete.",
"Les deux figurent côte à côte dans l’annexe. Une copie ne suit pas la modification de l’ensemble, et deux définitions sont dès lors en concurrence.",
),
        help: words(
"Remove `definition`, or keep only what it adds for this use.",
"Retirez « definition », ou n’en gardez que ce qu’elle ajoute pour cet usage.",
),
        severity: Severity::Warning,
        basis: Basis::Sourced(&["S2"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[words("remove it", "la retirer")],
    bad: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/IssuingAuthority/Name, definition: {en: 'Name of the issuing authority.', fr: 'Nom de l’autorité de délivrance.'}}
",
    good: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/IssuingAuthority/Name, definition: {en: As in the list of issuing bodies., fr: Comme dans la liste des organismes de délivrance.}}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(maximum) = maximum(block) else { return };
    for element in &block.cluster.elements {
        let Some(own) = &element.own.definition else { continue };
        let Some(row) = maximum.row(&element.path) else { continue };
        let repeats = |lang| {
            let base = row.definition.get(lang).trim();
            !base.is_empty() && own.get(lang).is_some_and(|it| it.contains(base))
        };
        if Lang::ALL.into_iter().any(repeats) {
            // What it says beside the copy is the author's to keep.
            let copied = own.variants.iter().all(|(code, text)| {
                let of = |lang: &Lang| code.as_deref().is_none_or(|it| it == lang.code());
                let base = Lang::ALL.iter().filter(|it| of(it)).map(|it| row.definition.get(*it));
                base.into_iter().any(|it| it.trim() == text.value.trim())
            });
            let finding = RULE.at(own.span).arg("path", &element.path);
            findings.add(RULE.mend(finding, copied.then(|| vec![Mend::Remove(own.span)])));
        }
    }
}
