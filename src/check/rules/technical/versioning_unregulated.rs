//! How versions follow one another.

use crate::check::mends::{OPEN_POINT, open_below};
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TEC-23",
        name: "versioning-unregulated",
        title: words(
            "The version of the interface, the versioning policy, the notice and the parallel support are stated",
            "La version de l’interface, la politique de versions, le préavis et la prise en charge parallèle sont indiqués",
        ),
        message: words(
            "the service interface does not state: {missing}",
            "l’interface de service n’indique pas : {missing}",
        ),
        why: words(
            "Two administrations never change over on the same day; until both have, two versions must live side by side.",
            "Deux administrations ne changent jamais de version le même jour ; d’ici là, deux versions doivent coexister.",
        ),
        help: words(
            "Write `service_interface.version`, and the other keys under `service_interface.versioning`.",
            "Écrivez « service_interface.version », et les autres clés sous « service_interface.versioning ».",
        ),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Technical,
    early: &[(Maturity::Negotiation, Severity::Warning)],
    fixes: &[OPEN_POINT],
    bad: "
block: {status: technical}
technical_interoperability: {service_interface: {versioning: {notice: }}}
",
    good: "
block: {status: technical}
technical_interoperability: {service_interface: {versioning: {notice: P3M}}}
",
    check: Check::Block(check),
};

const KEYS: &[&str] = &["policy", "notice", "parallel_support"];

fn check(block: &Resolved, findings: &mut Findings) {
    let interface = Section::find(block, "technical_interoperability.service_interface");
    let Some(interface) = interface else { return };
    if let Some(missing) = interface.lacks(&["version"]) {
        findings.add(RULE.at(interface.span).arg("missing", missing));
    }
    if let Some((span, missing)) = interface.lacks_below("versioning", KEYS) {
        let finding = RULE.at(span).arg("missing", missing);
        findings.add(RULE.mend(finding, open_below(block, &interface, "versioning", KEYS)));
    }
}
