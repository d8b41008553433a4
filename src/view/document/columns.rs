//! Columns of a table that say nothing.

use crate::view::document::Table;

/// A column that nothing stands in takes room from the others.
pub(super) fn drop_empty_columns(table: &mut Table) {
    let empty =
        |at: usize| table.rows.iter().all(|row| row.cells.get(at).is_none_or(Vec::is_empty));
    let gone: Vec<usize> =
        (0..table.columns.len()).filter(|at| *at != table.row_header && empty(*at)).collect();
    for at in gone.into_iter().rev() {
        table.columns.remove(at);
        for row in &mut table.rows {
            row.cells.remove(at);
        }
        if at < table.row_header {
            table.row_header -= 1;
        }
    }
}
