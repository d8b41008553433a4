//! The parallel run has a first and a last day.

use crate::check::mends::{OPEN_POINT, open};
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Date, Maturity, Negotiable};
use crate::resolve::Resolved;
use crate::text::Spanned;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TEC-18",
        name: "parallel-run-undated",
        title: words(
            "The parallel run with paper has a first and a last day",
            "L’exploitation parallèle avec le papier a un premier et un dernier jour",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "A parallel run without an end keeps traders presenting paper for good.",
            "Une exploitation parallèle sans fin oblige les opérateurs à présenter du papier indéfiniment.",
        ),
        help: words(
            "Write `testing.parallel_from` and `testing.parallel_until`, the earlier day first.",
            "Écrivez « testing.parallel_from » et « testing.parallel_until », le premier jour d’abord.",
        ),
        severity: Severity::Warning,
        basis: Basis::Sourced(&["P56"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[OPEN_POINT],
    bad: "
block: {status: technical}
technical_interoperability: {testing: {parallel_until: }}
",
    good: "
block: {status: technical}
technical_interoperability: {testing: {parallel_until: 2027-06-30}}
",
    check: Check::Block(check),
};

const LACKS: Words = words("{missing} is not stated", "{missing} n’est pas indiqué");
const ENDS_FIRST: Words = words(
    "the parallel run ends on {until}, before it begins on {from}",
    "l’exploitation parallèle finit le {until}, avant de commencer le {from}",
);

const KEYS: &[&str] = &["parallel_from", "parallel_until"];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(section) = Section::find(block, "technical_interoperability.testing") else { return };
    if let Some(missing) = section.lacks(KEYS) {
        let finding = RULE.at(section.span).arg_words("fault", LACKS);
        let finding = finding.arg("missing", missing);
        findings.add(RULE.mend(finding, open(block, &section, KEYS)));
        return;
    }
    let technical = block.block.technical_interoperability.as_ref();
    let Some(testing) = technical.and_then(|it| it.testing.as_ref()) else { return };
    let day = |it: &Option<Negotiable<Spanned<Date>>>| {
        it.as_ref().and_then(Negotiable::agreed).map(|it| (it.value, it.span))
    };
    let (from, until) = (day(&testing.parallel_from), day(&testing.parallel_until));
    let (Some((from, _)), Some((until, place))) = (from, until) else { return };
    if until < from {
        let finding = RULE.at(place).arg_words("fault", ENDS_FIRST);
        findings.add(finding.arg("from", from.0).arg("until", until.0));
    }
}
