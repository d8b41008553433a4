//! How the systems are arranged, and what stands at each end.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::syntax::Node;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TEC-01",
        name: "topology-or-system-undeclared",
        title: words(
            "The topology and the kind of system at each end are declared",
            "La topologie et le type de système à chaque extrémité sont déclarés",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "Whether one link or a hub connects the Parties, and whether Customs or a single window answers, decides who runs and secures what.",
            "Selon qu’un lien direct ou une plateforme relie les Parties, et que la douane ou un guichet unique répond, ce ne sont pas les mêmes qui exploitent et protègent.",
        ),
        help: words(
            "Write `architecture.topology`, and under `architecture.ends` one entry for each Party with `system:`.",
            "Écrivez « architecture.topology » et, sous « architecture.ends », une entrée par Partie avec « system: ».",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["S0", "P7"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
technical_interoperability: {architecture: {topology: }}
",
    good: "
technical_interoperability: {architecture: {topology: hub}}
",
    check: Check::Block(check),
};

const NO_TOPOLOGY: Words = words("the topology is not declared", "la topologie n’est pas déclarée");
const NO_END: Words =
    words("the system of `{party}` is not declared", "le système de « {party} » n’est pas déclaré");
const NO_KIND: Words = words(
    "the kind of the system of `{party}` is not declared",
    "le type de système de « {party} » n’est pas déclaré",
);

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(section) = Section::find(block, "technical_interoperability.architecture") else {
        return;
    };
    if !section.says("topology") {
        findings.add(RULE.at(section.span).arg_words("fault", NO_TOPOLOGY));
    }
    let place = section.node.entry("ends").map_or(section.span, |entry| entry.key.span);
    let ends = section.items("ends");
    let of = |end: &Section| end.node.get("party").and_then(Node::text).map(str::to_owned);
    for party in block.block.block.iter().flat_map(|control| &control.parties) {
        let Some(id) = &party.id else { continue };
        let names = [Some(id), party.stands_for.as_ref()];
        let its_own = |end: &&Section| {
            let of = of(end);
            names.iter().flatten().any(|name| of.as_deref() == Some(&*name.value.0))
        };
        match ends.iter().find(its_own) {
            None => {
                let finding = RULE.at(place).arg_words("fault", NO_END);
                findings.add(finding.arg("party", &id.value));
            }
            Some(end) if !end.says("system") => {
                let finding = RULE.at(end.span).arg_words("fault", NO_KIND);
                findings.add(finding.arg("party", &id.value));
            }
            Some(_) => {}
        }
    }
}
