//! A profile speaks the message version of its framework.

use crate::check::sides::alignment;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Mend, Pack, Severity};
use crate::model::{Maturity, Message};
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "XCP-05",
        name: "version-apart-from-framework",
        title: words(
            "A profile keeps the major version of each message of its framework",
            "Un profil conserve la version majeure de chaque message de son cadre",
        ),
        message: words(
            "the message `{message}` has version {own}, but version {theirs} in the framework",
            "le message « {message} » a la version {own}, mais la version {theirs} dans le cadre",
        ),
        why: words(
            "A major version says that old receivers cannot read the message. Whoever raises it alone falls out of the framework.",
            "Une version majeure signifie que les anciens destinataires ne peuvent lire le message. Qui l’élève seul sort du cadre.",
        ),
        help: words(
            "Keep the major version, or raise it in the framework first, for all who use it.",
            "Conservez la version majeure, ou élevez-la d’abord dans le cadre, pour tous ses utilisateurs.",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["P80"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[words(
        "remove it: that of the framework applies",
        "la retirer : celle du cadre s’applique",
    )],
    bad: "
block: {extends: exa.framework@1.0.0}
process_alignment: {messages: [{id: certificate, version: 2.0.0}]}
",
    good: "
block: {extends: exa.framework@1.0.0}
process_alignment: {messages: [{id: certificate, version: 1.1.0}]}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(framework) = &block.framework else { return };
    let (Some(process), Some(base)) = (alignment(block), alignment(framework)) else { return };
    for message in &process.messages {
        let (Some(id), Some(own)) = (&message.id, &message.version) else { continue };
        let same = |it: &&Message| it.id.as_ref().is_some_and(|it| it.value == id.value);
        let Some(theirs) = base.messages.iter().find(same).and_then(|it| it.version.as_ref())
        else {
            continue;
        };
        if major(&own.value.0) != major(&theirs.value.0) {
            let finding = RULE.at(own.span).arg("message", &id.value);
            let finding = finding.arg("own", &own.value.0).arg("theirs", &theirs.value.0);
            findings.add(RULE.mend(finding, Some(vec![Mend::Remove(own.span)])));
        }
    }
}

fn major(version: &str) -> &str {
    version.split('.').next().unwrap_or(version)
}
