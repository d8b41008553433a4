//! The examples of a house rule, tried: the bad one breaks its rule, the good one keeps it.

use crate::assertion::Assertion;
use crate::diag::{Finding, Findings};
use crate::house::codes;
use crate::model::{HouseRule, lower};
use crate::resolve::lay_over;
use crate::syntax::Node;

/// Lays the examples of a rule over the example block; what they do not show is reported.
pub(super) fn shown(assertion: &Assertion, rule: &HouseRule, base: &Node, findings: &mut Findings) {
    let id = rule.id.as_ref().map_or("", |id| &*id.value.0);
    for (key, example) in [("bad", &rule.bad), ("good", &rule.good)] {
        let Some(example) = example else { continue };
        let root = lay_over(base, &example.0);
        let (_, found) = lower(&root);
        if !found.list.is_empty() {
            findings.extend(found);
            continue;
        }
        let fault = |words| {
            let finding = Finding::new(&codes::EXAMPLE, example.0.span.head());
            finding.arg_words("fault", words).arg("rule", id)
        };
        match assertion.breaches(&root) {
            Ok(breaches) if key == "bad" && breaches.is_empty() => {
                findings.add(fault(codes::BAD_KEEPS));
            }
            Ok(breaches) if key == "good" && !breaches.is_empty() => {
                findings.add(fault(codes::GOOD_BREAKS));
            }
            Ok(_) => {}
            Err((_, halt)) => findings
                .add(fault(codes::UNDECIDABLE).arg("key", key).arg_words("reason", halt.words())),
        }
    }
}
