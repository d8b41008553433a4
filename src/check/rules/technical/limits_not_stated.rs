//! How large and how many messages may be.

use crate::check::mends::{OPEN_POINT, open};
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TEC-22",
        name: "limits-not-stated",
        title: words(
            "The size of messages and attachments and the rate of messages are limited",
            "La taille des messages et des pièces jointes et leur cadence sont limitées",
        ),
        message: words(
            "the communication does not state: {missing}",
            "la communication n’indique pas : {missing}",
        ),
        why: words(
            "A gateway that meets no limit in the annex sets its own, and refuses what the other side thought was agreed.",
            "Une passerelle qui ne trouve pas de limite dans l’annexe fixe la sienne et refuse ce que l’autre croyait convenu.",
        ),
        help: words(
            "Write the missing keys under `communication`; sizes are in kilobytes, the rate in messages a minute.",
            "Écrivez les clés manquantes sous « communication » ; les tailles sont en kilooctets, la cadence en messages par minute.",
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
technical_interoperability: {communication: {rate_limit: }}
",
    good: "
block: {status: technical}
technical_interoperability: {communication: {rate_limit: 60}}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(section) = Section::find(block, "technical_interoperability.communication") else {
        return;
    };
    let mut elements = block.cluster.elements.iter();
    let attachments = elements.any(|it| it.tag().starts_with("Binary"));
    let asked = if attachments {
        &["message_size", "attachment_size", "rate_limit"][..]
    } else {
        &["message_size", "rate_limit"]
    };
    if let Some(missing) = section.lacks(asked) {
        let finding = RULE.at(section.span).arg("missing", missing);
        findings.add(RULE.mend(finding, open(block, &section, asked)));
    }
}
