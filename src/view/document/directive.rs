//! What a template asks to be put in: a table or a figure, made from the block.

use crate::view::document::{Column, Inlines, Row, Table};

/// What a fenced block of a template asks for: ```` ```gnc table=messages ````, or
/// ```` ```gnc figure=lifecycle ````.
#[derive(Clone, Debug, Default)]
pub(super) struct Directive {
    /// What is to be put there.
    pub(super) table: String,
    /// The name that links point to; that of the table when the template gives none.
    pub(super) anchor: String,
    /// The item that it is about.
    pub(super) of: String,
    /// The most rows, for a list of points.
    pub(super) limit: Option<usize>,
}

impl Directive {
    /// The table that stands in its place, upright; its first column says what a row is about.
    pub(super) fn table_of(&self, caption: Inlines, columns: Vec<Column>, rows: Vec<Row>) -> Table {
        let (anchor, label) = (self.anchor.clone(), String::new());
        Table { anchor, label, caption, columns, rows, row_header: 0, landscape: false }
    }

    /// Reads the line behind the fence.
    pub(super) fn read(info: &str) -> Option<Self> {
        let mut words = info.split_ascii_whitespace();
        if words.next() != Some("gnc") {
            return None;
        }
        let mut directive = Self::default();
        let mut prefix = "table";
        for word in words {
            let (key, value) = word.split_once('=')?;
            match key {
                "table" | "figure" => {
                    value.clone_into(&mut directive.table);
                    prefix = key;
                }
                "anchor" => value.clone_into(&mut directive.anchor),
                "of" => value.clone_into(&mut directive.of),
                "limit" => directive.limit = Some(value.parse().ok()?),
                _ => return None,
            }
        }
        if directive.anchor.is_empty() {
            directive.anchor = format!("{prefix}-{}", directive.table);
        }
        Some(directive)
    }
}
