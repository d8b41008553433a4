//! All times have one basis.

use crate::check::mends::{OPEN_POINT, open};
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{DataType, Maturity};
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-14",
        name: "time-basis-not-stated",
        title: words(
            "Dates and times have one stated time basis",
            "Les dates et heures ont une base de temps indiquée",
        ),
        message: words(
            "the data cluster carries dates and times ({count}), but states no time basis",
            "le groupe de données comporte des dates et heures ({count}), mais n’indique aucune base de temps",
        ),
        why: words(
            "A certificate issued at 23:30 in one country is issued the next day in another; validity, deadlines and the order of messages hang on it.",
            "Un certificat délivré à 23 h 30 dans un pays l’est le lendemain dans un autre ; la validité, les délais et l’ordre des messages en dépendent.",
        ),
        help: words(
            "Write `time_basis: utc` (recommended) or `local-with-offset`.",
            "Écrivez « time_basis: utc » (recommandé) ou « local-with-offset ».",
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
  data_cluster: {time_basis: }
",
    good: "
block: {status: process}
process_alignment:
  data_cluster: {time_basis: local-with-offset}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(section) = Section::find(block, "process_alignment.data_cluster") else { return };
    let elements = block.cluster.elements.iter();
    let count = elements.filter(|it| it.data_type == Some(DataType::DateTime)).count();
    if count > 0 && !section.says("time_basis") {
        let finding = RULE.at(section.span).arg("count", count);
        findings.add(RULE.mend(finding, open(block, &section, &["time_basis"])));
    }
}
