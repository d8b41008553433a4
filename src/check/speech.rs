//! What the sentences of a block speak of, by the beginnings of words.
//!
//! Sentences are free; where a rule asks whether something is addressed at all, it looks for the
//! words without which it could hardly be, in either language. It cannot tell whether what is said
//! is right.

use crate::syntax::{Node, Value};

/// Whether one and the same value at or below this node has a word of each of these groups.
pub(super) fn speaks_of(node: &Node, groups: &[&[&str]]) -> bool {
    let mut stack = vec![node];
    while let Some(node) = stack.pop() {
        match &node.value {
            Value::Null => {}
            Value::Scalar(scalar) => {
                let text = scalar.text.to_lowercase();
                if groups.iter().all(|stems| stems.iter().any(|stem| has_stem(&text, stem))) {
                    return true;
                }
            }
            Value::List(items) => stack.extend(items),
            Value::Map(entries) => stack.extend(entries.iter().map(|entry| &entry.value)),
        }
    }
    false
}

/// Whether a word of the text, in lower case, begins like this.
pub(super) fn has_stem(text: &str, stem: &str) -> bool {
    let begins = |at: usize| !text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    text.match_indices(stem).any(|(at, _)| begins(at))
}
