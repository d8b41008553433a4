//! The lifecycle is whole.

use std::collections::BTreeMap;

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-14",
        name: "lifecycle-incomplete",
        title: words(
            "The lifecycle lists its states, and each transition its trigger and actor",
            "Le cycle de vie énumère ses états et, pour chaque transition, son déclencheur et son acteur",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "Both Parties keep the state of the same document; if one lets a used or cancelled certificate change again, or nobody knows who brings a change about, their registers drift apart.",
            "Les deux Parties tiennent l’état d’un même document ; si l’une laisse encore évoluer un certificat utilisé ou annulé, ou si nul ne sait qui provoque un changement, leurs registres divergent.",
        ),
        help: words(
            "Complete `process_alignment.lifecycle`: `states`, and for each transition `from`, `to`, `trigger` and `actor`; nothing leaves a state that is `terminal: true`.",
            "Complétez « process_alignment.lifecycle » : les « states » et, pour chaque transition, « from », « to », « trigger » et « actor » ; rien ne part d’un état « terminal: true ».",
        ),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Process,
    early: &[(Maturity::Technical, Severity::Warning)],
    fixes: &[],
    bad: "
process_alignment:
  lifecycle:
    states:
      - {id: registered, terminal: true}
",
    good: "
process_alignment:
  lifecycle:
    states:
      - {id: registered, terminal: false}
",
    check: Check::Block(check),
};

const ABSENT: Words =
    words("the lifecycle does not state: {missing}", "le cycle de vie n’indique pas : {missing}");
const HALF: Words = words(
    "the transition `{name}` does not state: {missing}",
    "la transition « {name} » n’indique pas : {missing}",
);
const LEAVES_END: Words = words(
    "the state `{name}` is terminal, but transitions leave it: {missing}",
    "l’état « {name} » est final, mais des transitions en partent : {missing}",
);
const STUCK: Words = words(
    "no transition leaves the state `{name}`, which is not terminal",
    "aucune transition ne part de l’état « {name} », qui n’est pas final",
);

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(alignment) = Section::find(block, "process_alignment") else { return };
    if let Some((place, missing)) =
        alignment.lacks_below("lifecycle", &["initial", "states", "transitions"])
    {
        findings.add(RULE.at(place).arg_words("fault", ABSENT).arg("missing", missing));
        return;
    }
    let Some(section) = alignment.below("lifecycle") else { return };
    let mut complete = true;
    for transition in section.items("transitions") {
        if let Some(missing) = transition.lacks(&["from", "to", "trigger", "actor"]) {
            complete = false;
            let finding = RULE.at(transition.span).arg_words("fault", HALF);
            findings.add(finding.arg("name", transition.name()).arg("missing", missing));
        }
    }
    let lifecycle = block.block.process_alignment.as_ref().and_then(|it| it.lifecycle.as_ref());
    let Some(lifecycle) = lifecycle.filter(|_| complete) else { return };
    let mut leaving: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for it in &lifecycle.transitions {
        if let (Some(from), Some(id)) = (&it.from, &it.id) {
            leaving.entry(&from.value.0).or_default().push(&id.value.0);
        }
    }
    for state in &lifecycle.states {
        let Some(id) = &state.id else { continue };
        let terminal = state.terminal.as_ref().is_some_and(|flag| flag.value.0);
        let finding = RULE.at(id.span).arg("name", &id.value);
        match (terminal, leaving.get(&*id.value.0)) {
            (true, Some(names)) => findings
                .add(finding.arg_words("fault", LEAVES_END).arg("missing", names.join(", "))),
            (false, None) => findings.add(finding.arg_words("fault", STUCK)),
            _ => {}
        }
    }
}
