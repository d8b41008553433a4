//! A profile beside its framework (XCP).

pub(super) mod far_from_framework;
pub(super) mod message_renamed;
pub(super) mod placeholder_not_replaced;
pub(super) mod version_apart_from_framework;

use crate::syntax::{Node, Value};

/// Whether a part of a profile says what its framework says. A point that the framework leaves open
/// is there to be filled; whoever fills it does not differ.
fn is_same(framework: &Node, own: &Node) -> bool {
    let mut stack = vec![(framework, own)];
    while let Some((theirs, ours)) = stack.pop() {
        let same = match (&theirs.value, &ours.value) {
            (Value::Map(_), _) if theirs.get("open").is_some() => true,
            (Value::Map(one), Value::Map(other)) => {
                one.len() == other.len()
                    && one.iter().all(|entry| match ours.get(&entry.key.value) {
                        Some(value) => {
                            stack.push((&entry.value, value));
                            true
                        }
                        None => false,
                    })
            }
            (Value::List(one), Value::List(other)) => {
                stack.extend(one.iter().zip(other.iter()));
                one.len() == other.len()
            }
            (Value::Scalar(one), Value::Scalar(other)) => one.text == other.text,
            (Value::Null, Value::Null) => true,
            _ => false,
        };
        if !same {
            return false;
        }
    }
    true
}
