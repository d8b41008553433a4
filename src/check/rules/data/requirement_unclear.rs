//! Whether an element has to be sent is said, and a condition can be evaluated.

use crate::check::data::{Carried, message_id};
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Maturity, Message, Requirement, place_of};
use crate::resolve::{ClusterElement, Resolved};
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-08",
        name: "requirement-unclear",
        title: words(
            "Each element has a requirement, and a conditional one a condition on the same message",
            "Chaque élément a une exigence et, s’il est conditionnel, une condition portant sur le même message",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "M, C, O or NC decides whether a message is rejected. A condition that asks for something the message does not carry can be evaluated by the sender only.",
            "M, C, O ou NC décide du rejet d’un message. Une condition qui porte sur une donnée absente du message ne peut être évaluée que par l’expéditeur.",
        ),
        help: words(
            "Write `requirement` (M, C, O or NC; for all messages or for each), and for C a `condition` with a sentence and, in `when`, paths of elements of the same message, as `Certificate.ID` or `this.ID`.",
            "Écrivez « requirement » (M, C, O ou NC ; pour tous les messages ou pour chacun) et, pour C, une « condition » comprenant une phrase et, sous « when », des chemins d’éléments du même message, comme « Certificate.ID » ou « this.ID ».",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["X"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  data_cluster:
    elements:
      - {path: Response/Error, condition: {when: Certificate.ID == ''}}
",
    good: "
process_alignment:
  data_cluster:
    elements:
      - {path: Response/Error, condition: {when: Response.Status.NameCode == '41'}}
",
    check: Check::Block(check),
};

const NOT_SAID: Words = words(
    "no requirement is stated for `{path}`",
    "aucune exigence n’est indiquée pour « {path} »",
);
const NOT_SAID_IN: Words = words(
    "no requirement is stated for `{path}` in: {others}",
    "aucune exigence n’est indiquée pour « {path} » dans : {others}",
);
const NO_CONDITION: Words = words(
    "`{path}` is conditional, but no condition is stated",
    "« {path} » est conditionnel, mais aucune condition n’est indiquée",
);
const ELSEWHERE: Words = words(
    "the condition of `{path}` names `{name}`, which is not carried by: {others}",
    "la condition de « {path} » cite « {name} », que ne porte pas : {others}",
);

fn check(block: &Resolved, findings: &mut Findings) {
    let carried = Carried::of(block);
    for (at, element) in block.cluster.elements.iter().enumerate() {
        let finding = RULE.at(element.span).arg("path", &element.path);
        let Some(requirement) = &element.own.requirement else {
            findings.add(finding.arg_words("fault", NOT_SAID));
            continue;
        };
        let silent = carried.by(at).iter().filter(|(_, content)| content.requirement.is_none());
        let silent: Vec<&str> = silent.map(|(message, _)| message_id(message)).collect();
        if !silent.is_empty() {
            let finding = finding.arg_words("fault", NOT_SAID_IN);
            findings.add(finding.arg("others", silent.join(", ")));
            continue;
        }
        let conditional: Vec<&Message> = carried
            .by(at)
            .iter()
            .filter(|(_, content)| content.requirement == Some(Requirement::Conditional))
            .map(|(message, _)| *message)
            .collect();
        if conditional.is_empty() && requirement.strictest() != Some(Requirement::Conditional) {
            continue;
        }
        match &element.own.condition {
            None => findings.add(finding.arg_words("fault", NO_CONDITION)),
            Some(condition) => {
                let Some(when) = &condition.when else { continue };
                for name in when.value.references() {
                    // A name that is no element has its own finding.
                    let Some(other) = meant(block, element, &name.path) else { continue };
                    let holders = carried.by(other);
                    let lacks = |it: &&&Message| {
                        !holders.iter().any(|(holder, _)| std::ptr::eq(*holder, **it))
                    };
                    let lacking: Vec<&str> =
                        conditional.iter().filter(lacks).map(|it| message_id(it)).collect();
                    if !lacking.is_empty() {
                        let said = RULE.at(place_of(&name, when)).arg("path", &element.path);
                        let said =
                            said.arg("name", name.path.join(".")).arg_words("fault", ELSEWHERE);
                        findings.add(said.arg("others", lacking.join(", ")));
                    }
                }
            }
        }
    }
}

/// The element that a name in the condition of `element` means; `this` is the class it stands in.
fn meant(block: &Resolved, element: &ClusterElement, name: &[String]) -> Option<usize> {
    let (first, rest) = name.split_first()?;
    let class = element.path.rsplit_once('/').map_or(&*element.path, |(class, _)| class);
    let first = if first == "this" { class } else { first };
    let parts = || std::iter::once(first).chain(rest.iter().map(String::as_str));
    let whole = parts().collect::<Vec<_>>().join("/");
    let found = block.cluster.position(&whole).or_else(|| {
        // What stands beside a value, as its unit, belongs to the element of the value.
        let (value, _) = whole.rsplit_once('/')?;
        let at = block.cluster.position(value)?;
        block.cluster.elements.get(at).filter(|it| it.is_leaf()).map(|_| at)
    })?;
    Some(found)
}
