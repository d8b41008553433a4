//! The JSON printer: two spaces of indentation, a line feed at the end.

use serde_json::Value;

/// `value` as a file.
pub fn print(value: &Value) -> String {
    // A JSON value made of maps with string keys cannot fail to be written to memory.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
