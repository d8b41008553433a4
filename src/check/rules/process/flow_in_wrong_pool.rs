//! Sequence stays on one side, and only messages cross.

use std::collections::BTreeMap;

use crate::check::sides::{Sides, alignment};
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Maturity, Name, Step, StepKind};
use crate::resolve::Resolved;
use crate::text::Spanned;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-13",
        name: "flow-in-wrong-pool",
        title: words(
            "Sequence flows stay on one side; only sent messages reach another",
            "Les flux de séquence restent d’un côté ; seuls les messages envoyés en atteignent un autre",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "One side cannot order the steps of another; it can only send it something. In BPMN a sequence flow that leaves its pool is not valid, and the two systems would each wait for the other.",
            "Un côté ne commande pas les étapes d’un autre : il ne peut que lui envoyer quelque chose. En BPMN, un flux de séquence qui sort de son couloir principal n’est pas valable, et les deux systèmes s’attendraient l’un l’autre.",
        ),
        help: words(
            "Reach another side by a `send` step whose `to` names a `start`, `receive` or `wait` step there; use `next` and `outcomes` within one side.",
            "Atteignez un autre côté par une étape « send » dont « to » désigne là-bas une étape « start », « receive » ou « wait » ; employez « next » et « outcomes » à l’intérieur d’un même côté.",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["BPMN"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  processes:
    - id: issue
      steps:
        - {id: transmit, to: register}
",
    good: "
process_alignment:
  processes:
    - id: issue
      steps:
        - {id: transmit, to: certificate-in}
",
    check: Check::Block(check),
};

const CROSSES: Words = words(
    "`{from}` is followed by `{to}` on another side: a sequence cannot leave its side",
    "« {from} » est suivie de « {to} », d’un autre côté : une séquence ne quitte pas son côté",
);
const STAYS: Words = words(
    "`{from}` sends to `{to}` on its own side",
    "« {from} » envoie à « {to} », de son propre côté",
);
const CANNOT_RECEIVE: Words = words(
    "`{from}` sends to `{to}`, a step that cannot receive",
    "« {from} » envoie à « {to} », une étape qui ne peut rien recevoir",
);

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(alignment) = alignment(block) else { return };
    let sides = Sides::of(alignment);
    for process in &alignment.processes {
        let named = |it| {
            let it: &Step = it;
            Some((&*it.id.as_ref()?.value.0, it))
        };
        let steps: BTreeMap<&str, &Step> = process.steps.iter().filter_map(named).collect();
        let side = |it: &Step| it.entity.as_ref().and_then(|it| sides.side(&it.value.0));
        for step in &process.steps {
            let Some(id) = &step.id else { continue };
            let mut report = |target: &Spanned<Name>, fault| {
                let finding = RULE.at(target.span).arg_words("fault", fault);
                findings.add(finding.arg("from", &id.value).arg("to", &target.value));
            };
            let both = |target: &Spanned<Name>| {
                let target = steps.get(&*target.value.0)?;
                Some((side(step)?, side(target)?, target.kind.as_ref().map(|it| it.value)))
            };
            for target in
                step.next.iter().chain(step.outcomes.iter().filter_map(|it| it.to.as_ref()))
            {
                if both(target).is_some_and(|(here, there, _)| here != there) {
                    report(target, CROSSES);
                }
            }
            let Some(target) = &step.to else { continue };
            match both(target) {
                Some((here, there, _)) if here == there => report(target, STAYS),
                Some((.., Some(kind))) if !receives(kind) => report(target, CANNOT_RECEIVE),
                _ => {}
            }
        }
    }
}

fn receives(kind: StepKind) -> bool {
    matches!(kind, StepKind::Start | StepKind::Receive | StepKind::Wait)
}
