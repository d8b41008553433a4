//! What the audit log holds, and for how long.

use crate::check::mends::{OPEN_POINT, open};
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TEC-20",
        name: "audit-log-undefined",
        title: words(
            "The content, the clock and the retention of the audit log are stated",
            "Le contenu, l’horloge et la conservation du journal d’audit sont indiqués",
        ),
        message: words(
            "the monitoring does not state: {missing}",
            "le suivi n’indique pas : {missing}",
        ),
        why: words(
            "Who did what and when can be reconstructed only from logs whose clocks agree.",
            "On ne peut reconstituer qui a fait quoi et quand qu’avec des journaux dont les horloges concordent.",
        ),
        help: words(
            "Write `monitoring.audit_log`, with how clocks are kept, and `monitoring.log_retention`.",
            "Rédigez « monitoring.audit_log », en précisant la tenue des horloges, et « monitoring.log_retention ».",
        ),
        severity: Severity::Warning,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[OPEN_POINT],
    bad: "
block: {status: technical}
technical_interoperability: {monitoring: {log_retention: }}
",
    good: "
block: {status: technical}
technical_interoperability: {monitoring: {log_retention: P5Y}}
",
    check: Check::Block(check),
};

const KEYS: &[&str] = &["audit_log", "log_retention"];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(section) = Section::find(block, "technical_interoperability.monitoring") else {
        return;
    };
    if let Some(missing) = section.lacks(KEYS) {
        let finding = RULE.at(section.span).arg("missing", missing);
        findings.add(RULE.mend(finding, open(block, &section, KEYS)));
    }
}
