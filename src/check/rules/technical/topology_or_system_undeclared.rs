//! How the systems are arranged, and what stands at each end.

use crate::check::mends::{OPEN_POINT, open, open_point};
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Content, Findings, Mend, Pack, Severity};
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
    fixes: &[OPEN_POINT],
    bad: "
block: {status: technical}
technical_interoperability: {architecture: {topology: }}
",
    good: "
block: {status: technical}
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
        let finding = RULE.at(section.span).arg_words("fault", NO_TOPOLOGY);
        findings.add(RULE.mend(finding, open(block, &section, &["topology"])));
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
                let finding = finding.arg("party", &id.value);
                findings.add(RULE.mend(finding, missing_end(block, &section, &id.value)));
            }
            Some(end) if !end.says("system") => {
                let finding = RULE.at(end.span).arg_words("fault", NO_KIND).arg("party", &id.value);
                let system = open_point(block, &id.value);
                let mends = system.map(|it| vec![Mend::Insert(end.node.span, "system", it)]);
                findings.add(RULE.mend(finding, mends));
            }
            Some(_) => {}
        }
    }
}

/// A row for the system of a Party, whose kind the Party owes.
fn missing_end(block: &Resolved, section: &Section, party: &str) -> Option<Vec<Mend>> {
    let system = open_point(block, party)?;
    let end = Content::Map(vec![("party", Content::Text(party.to_owned())), ("system", system)]);
    Some(vec![match section.node.get("ends") {
        Some(list) => Mend::Append(list.span, end),
        None => Mend::Insert(section.node.span, "ends", Content::List(vec![end])),
    }])
}
