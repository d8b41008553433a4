//! Ways through a document for whoever changes every run of text, or every name of a place, in it.

use crate::view::document::{Block, Bracket, Inline, Inlines};

/// Calls `visit` for every run of text of the blocks: words of paragraphs, cells, captions, heads.
pub(super) fn runs(blocks: &mut [Block], visit: &mut dyn FnMut(&mut Inlines)) {
    for block in blocks {
        match block {
            Block::Heading(heading) => visit(&mut heading.title),
            Block::Paragraph(text) => visit(text),
            Block::Figure(figure) => visit(&mut figure.caption),
            Block::Clause(clause) => runs(&mut clause.blocks, visit),
            Block::List(list) => list.items.iter_mut().for_each(|item| runs(item, visit)),
            Block::Definitions(list) => {
                for it in list {
                    visit(&mut it.term);
                    visit(&mut it.meaning);
                }
            }
            Block::Table(table) => {
                visit(&mut table.caption);
                table.columns.iter_mut().for_each(|column| visit(&mut column.title));
                table.rows.iter_mut().flat_map(|row| &mut row.cells).for_each(&mut *visit);
            }
            Block::Note(blocks) => runs(blocks, visit),
            Block::Contents => {}
        }
    }
}

/// Calls `visit` for every piece of a run, and for the pieces in it before the piece itself.
pub(super) fn pieces(run: &mut Inlines, visit: &mut dyn FnMut(&mut Inline)) {
    for inline in run {
        match inline {
            Inline::Strong(text)
            | Inline::Emphasis(text)
            | Inline::Link { text, .. }
            | Inline::Term { text, .. }
            | Inline::Foreign { text, .. }
            | Inline::Translation { text, .. }
            | Inline::Stale(text)
            | Inline::Bracket(Bracket { text, .. }) => pieces(text, visit),
            Inline::Text(_)
            | Inline::Code(_)
            | Inline::Break
            | Inline::Reference { .. }
            | Inline::Footnote(_) => {}
        }
        visit(inline);
    }
}

/// Calls `visit` for every name that a place of the blocks has.
pub(super) fn names(blocks: &mut [Block], visit: &mut dyn FnMut(&mut String)) {
    for block in blocks {
        match block {
            Block::Heading(heading) => visit(&mut heading.anchor),
            Block::Figure(figure) => {
                visit(&mut figure.anchor);
                visit(&mut figure.described_at);
            }
            Block::Clause(clause) => {
                visit(&mut clause.anchor);
                names(&mut clause.blocks, visit);
            }
            Block::List(list) => list.items.iter_mut().for_each(|item| names(item, visit)),
            Block::Definitions(list) => list.iter_mut().for_each(|it| visit(&mut it.anchor)),
            Block::Table(table) => {
                visit(&mut table.anchor);
                table.rows.iter_mut().for_each(|row| visit(&mut row.anchor));
            }
            Block::Note(blocks) => names(blocks, visit),
            Block::Paragraph(_) | Block::Contents => {}
        }
    }
}
