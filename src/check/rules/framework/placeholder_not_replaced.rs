//! Each placeholder Party of a framework has a Party that takes its part.

use std::collections::BTreeSet;

use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Maturity, Party};
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "XCP-13",
        name: "placeholder-not-replaced",
        title: words(
            "Each placeholder Party of the framework has a Party that stands for it",
            "Chaque Partie fictive du cadre est remplacée par une Partie",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "What the profile takes over from its framework binds the placeholder. It binds a Member only once the block says which.",
            "Ce que le profil reprend de son cadre lie la Partie fictive. Cela ne lie un Membre que si le bloc indique lequel.",
        ),
        help: words(
            "Write `stands_for:` with the placeholder of the framework at the Party that takes its part.",
            "Écrivez « stands_for: » avec la Partie fictive du cadre, à la Partie qui prend sa place.",
        ),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Concept,
    early: &[(Maturity::Process, Severity::Warning)],
    fixes: &[],
    bad: "
block: {extends: exa.framework@1.0.0, parties: [{id: EXA, stands_for: EXP}]}
",
    good: "
block: {extends: exa.framework@1.0.0, parties: [{id: EXA, acts: [exporting]}]}
",
    check: Check::Block(check),
};

const NO_SUCH: Words = words(
    "`{party}` stands for `{name}`, which is no Party of the framework",
    "« {party} » tient lieu de « {name} », qui n’est pas une Partie du cadre",
);
const NOBODY: Words = words(
    "no Party stands for `{name}`, a placeholder of the framework",
    "aucune Partie ne tient lieu de « {name} », Partie fictive du cadre",
);

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(framework) = &block.framework else { return };
    let theirs = || parties(framework).filter_map(|it| Some((&*it.id.as_ref()?.value.0, it)));
    let known: BTreeSet<&str> = theirs().map(|(id, _)| id).collect();
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    for party in parties(block) {
        taken.extend(party.id.as_ref().map(|id| &*id.value.0));
        let Some(stands_for) = &party.stands_for else { continue };
        let name = &*stands_for.value.0;
        taken.insert(name);
        if !known.contains(name) {
            let finding = RULE.at(stands_for.span).arg_words("fault", NO_SUCH).arg("name", name);
            let party = party.id.as_ref().map_or("", |id| &id.value.0);
            findings.add(finding.arg("party", party));
            // The part that it was meant to take is free for no other reason.
            return;
        }
    }
    for (id, party) in theirs() {
        if party.placeholder.as_ref().is_some_and(|it| it.value.0) && !taken.contains(id) {
            let finding = RULE.at(block.place()).arg_words("fault", NOBODY);
            findings.add(finding.arg("name", id));
        }
    }
}

fn parties(block: &Resolved) -> impl Iterator<Item = &Party> {
    block.block.block.iter().flat_map(|it| &it.parties)
}
