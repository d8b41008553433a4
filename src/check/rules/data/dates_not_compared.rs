//! Dates that belong together are compared by a rule.

use crate::check::data::Carried;
use crate::check::sides::alignment;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Expression, Maturity};
use crate::resolve::Resolved;
use crate::text::Spanned;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-29",
        name: "dates-not-compared",
        title: words(
"A rule compares the first and the last day of a document",
"Une règle compare le premier et le dernier jour d’un document",
),
        message: words(
"no rule compares `{first}` with `{last}`",
"aucune règle ne compare « {first} » et « {last} »",
),
        why: words(
"A certificate that ends before it begins passes every schema. Only a rule catches it.",
"Un certificat qui expire avant d’être délivré satisfait à tout schéma. Seule une règle le décèle.",
),
        help: words(
"Add a business rule such as `assert: {first} <= {last}`.",
"Ajoutez une règle de gestion telle que « assert: {first} <= {last} ».",
),
        severity: Severity::Warning,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
process_alignment: {business_rules: [{id: BR-06, assert: has(Certificate.IssueDateTime)}]}
",
    good: "
process_alignment: {business_rules: [{id: BR-06, assert: Certificate.ExpirationDateTime > Certificate.IssueDateTime}]}
",
    check: Check::Block(check),
};

const PAIRS: [(&str, &str); 2] =
    [("IssueDateTime", "ExpirationDateTime"), ("EffectiveDateTime", "ExpirationDateTime")];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(process) = alignment(block).filter(|it| !it.business_rules.is_empty()) else { return };
    let elements = &block.cluster.elements;
    let carried = Carried::of(block);
    for class in elements {
        let find = |tag: &str| {
            let mut inside = class.children.iter().copied();
            inside.find(|at| elements.get(*at).is_some_and(|it| it.tag() == tag))
        };
        for (first, last) in PAIRS {
            let (Some(one), Some(other)) = (find(first), find(last)) else { continue };
            let (Some(one_row), Some(other_row)) = (elements.get(one), elements.get(other)) else {
                continue;
            };
            if carried.by(one).is_empty() || carried.by(other).is_empty() {
                continue;
            }
            let compared = process.business_rules.iter().filter_map(|it| it.assert.as_ref());
            let speaks = |assert: &Spanned<Expression>, path: &str| {
                let names = assert.value.references();
                names.iter().any(|name| name.path.join("/") == path)
            };
            let mut compared =
                compared.filter(|it| speaks(it, &one_row.path) && speaks(it, &other_row.path));
            if compared.next().is_none() {
                let finding = RULE.at(other_row.span).arg("first", one_row.path.replace('/', "."));
                findings.add(finding.arg("last", other_row.path.replace('/', ".")));
            }
        }
    }
}
