//! The agreed set lies between a minimum and a maximum.

use crate::check::data::{cluster, maximum};
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Maturity, Requirement, Requirements};
use crate::resolve::{ClusterElement, Resolved};
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-33",
        name: "outside-minimum-or-maximum",
        title: words(
            "Minimum and maximum dataset are defined, and the agreed set lies between them",
            "Les ensembles minimal et maximal sont définis, et l’ensemble convenu se situe entre les deux",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "The maximum tells Members what to be ready for; the minimum, what every partner may rely on. A set that drops below the minimum no longer works with the other partners of the framework.",
            "Le maximum indique aux Membres à quoi se préparer ; le minimum, ce sur quoi chaque partenaire peut compter. Un ensemble inférieur au minimum ne fonctionne plus avec les autres partenaires du cadre.",
        ),
        help: words(
            "State `maximum` (as `wco.e-co@2025`), make the least that is needed mandatory, and keep what the framework makes mandatory.",
            "Indiquez « maximum » (comme « wco.e-co@2025 »), rendez obligatoire le strict nécessaire et conservez ce que le cadre rend obligatoire.",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["S2", "P66"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
block: {extends: exa.framework@1.0.0}
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/Exporter/Name, requirement: NC}
",
    good: "
block: {extends: exa.framework@1.0.0}
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/Exporter/Name, requirement: M}
",
    check: Check::Block(check),
};

const NO_MAXIMUM: Words = words(
    "the data cluster does not state its maximum dataset",
    "le groupe de données n’indique pas son ensemble maximal",
);
const NOT_KNOWN: Words = words(
    "the maximum dataset `{name}` is not in the catalogue",
    "l’ensemble maximal « {name} » n’est pas dans le catalogue",
);
const NO_MINIMUM: Words = words(
    "no element is mandatory, so there is no minimum dataset",
    "aucun élément n’est obligatoire : il n’y a pas d’ensemble minimal",
);
const DROPPED: Words = words(
    "`{name}` is mandatory in the framework, but is not communicated here",
    "« {name} » est obligatoire dans le cadre, mais n’est pas communiqué ici",
);

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(section) = Section::find(block, "process_alignment.data_cluster") else { return };
    if !section.says("maximum") {
        findings.add(RULE.at(section.span).arg_words("fault", NO_MAXIMUM));
        return;
    }
    if let Some(stated) = cluster(block).and_then(|it| it.maximum.as_ref())
        && maximum(block).is_none()
    {
        let finding = RULE.at(stated.span).arg_words("fault", NOT_KNOWN);
        findings.add(finding.arg("name", &stated.value));
        return;
    }
    let elements = &block.cluster.elements;
    if !elements.is_empty() && !elements.iter().any(is_mandatory) {
        findings.add(RULE.at(section.span).arg_words("fault", NO_MINIMUM));
    }
    let Some(framework) = &block.framework else { return };
    for theirs in framework.cluster.elements.iter().filter(|it| is_mandatory(it)) {
        let kept = |path: &str| {
            let ours = block.cluster.find(path)?;
            let strictest = ours.own.requirement.as_ref().and_then(Requirements::strictest);
            (strictest != Some(Requirement::NotCommunicated)).then_some(ours)
        };
        // What stands in a class that is left out goes with it.
        let class = theirs.path.rsplit_once('/').map(|(class, _)| class);
        if class.is_some_and(|class| kept(class).is_none()) || kept(&theirs.path).is_some() {
            continue;
        }
        let here = block.cluster.find(&theirs.path).map(|it| it.span);
        let omitted =
            || block.omissions.iter().find(|it| *it.key == *theirs.path).map(|it| it.span);
        let place = here.or_else(omitted).unwrap_or(section.span);
        let finding = RULE.at(place).arg_words("fault", DROPPED);
        findings.add(finding.arg("name", &theirs.path).note(theirs.span, IN_FRAMEWORK));
    }
}

const IN_FRAMEWORK: Words = words("mandatory here", "obligatoire ici");

fn is_mandatory(element: &ClusterElement) -> bool {
    let requirement = element.own.requirement.as_ref();
    requirement.is_some_and(|it| {
        !it.entries.is_empty() && it.entries.iter().all(|it| it.1.value == Requirement::Mandatory)
    })
}
