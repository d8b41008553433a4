//! Values that stand in no text: made by the tool, to be laid over others or written out.

use crate::syntax::{Entry, Node, Scalar, Value};
use crate::text::{FileId, Piece, Span, Spanned};

/// The place of what was written nowhere.
const NOWHERE: Span = Span { file: FileId(0), start: 0, end: 0 };

/// A mapping.
pub fn map(entries: impl IntoIterator<Item = Entry>) -> Node {
    Node { span: NOWHERE, value: Value::Map(entries.into_iter().collect()) }
}

/// A key with its value.
pub fn entry(key: &str, value: Node) -> Entry {
    Entry { key: Spanned::new(Piece::from(key), NOWHERE), value }
}

/// A list.
pub fn list(items: impl IntoIterator<Item = Node>) -> Node {
    Node { span: NOWHERE, value: Value::List(items.into_iter().collect()) }
}

/// A text; quoted in a file where a reader could take it for something else.
pub fn text(text: &str) -> Node {
    let scalar = Scalar { text: Piece::from(text), plain: false };
    Node { span: NOWHERE, value: Value::Scalar(scalar) }
}

/// A word, a number, a date: as it is, without quotes.
pub fn word(word: &str) -> Node {
    let scalar = Scalar { text: Piece::from(word), plain: true };
    Node { span: NOWHERE, value: Value::Scalar(scalar) }
}
