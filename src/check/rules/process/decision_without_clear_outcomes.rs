//! A decision has outcomes that are told apart.

use std::collections::BTreeSet;

use crate::check::sides::alignment;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Maturity, Outcome, StepKind};
use crate::resolve::Resolved;
use crate::text::Span;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-10",
        name: "decision-without-clear-outcomes",
        title: words(
            "Each decision has two or more labelled outcomes, of which one is the default",
            "Chaque décision a au moins deux issues libellées, dont une par défaut",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "An officer or a system at a decision has to know every way on and which one is taken when none fits; otherwise the case stays where it is, or two systems go different ways.",
            "L’agent ou le système placé devant une décision doit connaître toutes les suites et celle qui s’applique lorsqu’aucune ne convient ; sinon le dossier reste en suspens, ou deux systèmes suivent des voies différentes.",
        ),
        help: words(
            "Give `{step}` two or more `outcomes`, each with its own `label`, and `default: true` on exactly one.",
            "Donnez à « {step} » au moins deux « outcomes », chacune avec son propre « label », et « default: true » à une seule.",
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
        - id: accepted
          outcomes:
            - {label: {en: accepted, fr: acceptée}, to: transmitted}
            - {label: {en: rejected, fr: rejetée}, to: returned}
",
    good: "
process_alignment:
  processes:
    - id: issue
      steps:
        - id: accepted
          outcomes:
            - {label: {en: accepted, fr: acceptée}, to: transmitted}
            - {label: {en: rejected, fr: rejetée}, to: returned, default: true}
",
    check: Check::Block(check),
};

const TOO_FEW: Words = words(
    "the decision `{step}` has fewer than two outcomes",
    "la décision « {step} » a moins de deux issues",
);
const UNLABELLED: Words = words(
    "an outcome of the decision `{step}` has no label",
    "une issue de la décision « {step} » n’a pas de libellé",
);
const SAME_LABEL: Words = words(
    "two outcomes of the decision `{step}` have the same label",
    "deux issues de la décision « {step} » portent le même libellé",
);
const NO_DEFAULT: Words = words(
    "the decision `{step}` has no default outcome",
    "la décision « {step} » n’a pas d’issue par défaut",
);
const TWO_DEFAULTS: Words = words(
    "the decision `{step}` has more than one default outcome",
    "la décision « {step} » a plusieurs issues par défaut",
);

fn check(block: &Resolved, findings: &mut Findings) {
    let processes = alignment(block).into_iter().flat_map(|it| &it.processes);
    for step in processes.flat_map(|it| &it.steps) {
        let (Some(id), Some(kind)) = (&step.id, &step.kind) else { continue };
        if kind.value != StepKind::Decision {
            continue;
        }
        if let Some((fault, place)) = fault(&step.outcomes) {
            let finding = RULE.at(place.unwrap_or(id.span)).arg("step", &id.value);
            findings.add(finding.arg_words("fault", fault));
        }
    }
}

/// The first fault of the outcomes of a decision, and where, unless at the step itself.
fn fault(outcomes: &[Outcome]) -> Option<(Words, Option<Span>)> {
    if outcomes.len() < 2 {
        return Some((TOO_FEW, None));
    }
    let mut seen = BTreeSet::new();
    for outcome in outcomes {
        let label = outcome.label.as_ref().filter(|it| !it.is_blank());
        let Some(label) = label else { return Some((UNLABELLED, Some(outcome.span))) };
        for (lang, text) in &label.variants {
            if !seen.insert((lang.as_deref(), text.value.to_lowercase())) {
                return Some((SAME_LABEL, Some(text.span)));
            }
        }
    }
    let mut defaults =
        outcomes.iter().filter(|it| it.default.as_ref().is_some_and(|flag| flag.value.0));
    match (defaults.next(), defaults.next()) {
        (None, _) => Some((NO_DEFAULT, None)),
        (_, Some(second)) => Some((TWO_DEFAULTS, Some(second.span))),
        _ => None,
    }
}
