//! A trigger says what happens, who acts, when it counts and how soon.

use crate::check::mends::{OPEN_POINT, open};
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-04",
        name: "trigger-incomplete",
        title: words(
            "Each trigger names its event, entity, condition and time limit",
            "Chaque déclencheur indique son événement, son entité, sa condition et son délai",
        ),
        message: words(
            "the trigger `{trigger}` does not state: {missing}",
            "le déclencheur « {trigger} » n’indique pas : {missing}",
        ),
        why: words(
            "Business events determine when a message is sent; a partner can rely on a message only if it knows what brings it about, who answers for it and by when.",
            "Les événements métier déterminent quand un message est envoyé ; un partenaire ne peut compter sur un message que s’il sait ce qui le provoque, qui en répond et dans quel délai.",
        ),
        help: words(
            "Add the missing keys. A time limit that is not agreed yet is written as `proposals` or `open`.",
            "Ajoutez les clés manquantes. Un délai non encore convenu s’écrit avec « proposals » ou « open ».",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["S0"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[OPEN_POINT],
    bad: "
block: {status: process}
process_alignment:
  triggers:
    - {id: co-issued, within: }
",
    good: "
block: {status: process}
process_alignment:
  triggers:
    - id: co-issued
      within: PT5M
",
    check: Check::Block(check),
};

const KEYS: &[&str] = &["event", "entity", "condition", "within"];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(process) = Section::find(block, "process_alignment") else { return };
    for trigger in process.items("triggers") {
        if let Some(missing) = trigger.lacks(KEYS) {
            let finding = RULE.at(trigger.span).arg("trigger", trigger.name());
            let finding = finding.arg("missing", missing);
            findings.add(RULE.mend(finding, open(block, &trigger, KEYS)));
        }
    }
}
