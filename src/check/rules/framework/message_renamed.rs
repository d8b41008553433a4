//! A profile keeps the message types of its framework.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Mend, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;
use std::collections::BTreeMap;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "XCP-01",
        name: "message-renamed",
        title: words(
"A profile keeps the names, roots and functions of the messages of its framework",
"Un profil conserve les noms, racines et fonctions des messages de son cadre",
),
        message: words(
"the message `{message}` has another {key} than in the framework: `{own}` instead of `{theirs}`",
"le message « {message} » n’a pas le même {key} que dans le cadre : « {own} » au lieu de « {theirs} »",
),
        why: words(
"A framework is worth its common names: a gateway that speaks it with one partner speaks it with the next. A renamed message is a new interface.",
"Un cadre vaut par ses noms communs : une passerelle qui le pratique avec un partenaire le pratique avec le suivant. Un message renommé est une nouvelle interface.",
),
        help: words(
"Remove `{key}` from the profile, or propose the change to the framework.",
"Retirez « {key} » du profil, ou proposez la modification pour le cadre.",
),
        severity: Severity::Warning,
        basis: Basis::Sourced(&["S0", "S2"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[words("remove it: that of the framework applies", "le retirer : celui du cadre s’applique")],
    bad: "
block: {extends: exa.framework@1.0.0}
process_alignment: {messages: [{id: certificate, name: OriginProof}]}
",
    good: "
block: {extends: exa.framework@1.0.0}
process_alignment: {messages: [{id: certificate, title: {en: Proof of origin, fr: Preuve de l’origine}}]}
",
    check: Check::Block(check),
};

const KEYS: [&str; 3] = ["name", "root", "function"];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(framework) = &block.framework else { return };
    let theirs: BTreeMap<_, _> = messages(framework).map(|it| (it.name(), it)).collect();
    for message in messages(block) {
        let Some(base) = theirs.get(message.name()) else { continue };
        for key in KEYS {
            let (Some(own), Some(their)) = (message.node.get(key), base.node.get(key)) else {
                continue;
            };
            if let (Some(written), Some(framed)) = (own.text(), their.text())
                && written != framed
            {
                let finding = RULE.at(own.span).arg("message", message.name()).arg("key", key);
                let finding = finding.arg("own", written).arg("theirs", framed);
                findings.add(RULE.mend(finding, Some(vec![Mend::Remove(own.span)])));
            }
        }
    }
}

fn messages(block: &Resolved) -> impl Iterator<Item = Section<'_>> {
    Section::find(block, "process_alignment").into_iter().flat_map(|it| it.items("messages"))
}
