//! What the expressions of business rules say, for the table of the rules.

use std::collections::BTreeMap;

use crate::resolve::Owner;
use crate::view::document::context::Values;

/// What the expression of each business rule says, as a sentence, by its identifier.
pub(super) fn paraphrases(values: &Values) -> BTreeMap<String, String> {
    let mut said = BTreeMap::new();
    for it in values.resolved.expressions() {
        let Owner::Rule(rule) = it.owner else { continue };
        let (Some(id), sentence) = (rule.id.as_ref(), it.paraphrase.get(values.lang)) else {
            continue;
        };
        if !sentence.is_empty() {
            said.insert(id.value.0.to_string(), sentence_of(sentence));
        }
    }
    said
}

/// A clause as a sentence: a capital letter first, a full stop at the end.
fn sentence_of(clause: &str) -> String {
    let mut letters = clause.chars();
    let first = letters.next().map(|it| it.to_uppercase().to_string());
    format!("{}{}.", first.unwrap_or_default(), letters.as_str())
}
