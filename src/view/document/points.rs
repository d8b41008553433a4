//! The tables of points that are not agreed: declared where a template asks for them, filled when
//! the whole document is read and every point is known with its place.

use crate::syntax::Node;
use crate::view::document::columns::drop_empty_columns;
use crate::view::document::context::Values;
use crate::view::document::tables::{Directive, PARTIES};
use crate::view::document::{
    Align, Block, BracketKind, Column, Inline, Inlines, Point, Row, Table, plain,
};
use crate::words::document as labels;
use crate::words::tables as say;
use crate::words::{Lang, Words};

/// The name of a column that stands for a Party has no other use.
const HEADS: usize = 3;

/// Which points a table lists, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Proposals, the Parties side by side.
    Proposals,
    /// What somebody owes, and what is not stated.
    Open,
    /// Everything in square brackets.
    Brackets,
    /// What is due next.
    Next,
}

impl Kind {
    const ALL: [(&str, Self); 4] = [
        ("proposals", Self::Proposals),
        ("open-points", Self::Open),
        ("brackets", Self::Brackets),
        ("next-points", Self::Next),
    ];
}

/// A table of points without its rows: until it is filled, its label holds what it lists.
pub(super) fn table(directive: &Directive, caption: Inlines, values: &Values) -> Table {
    let lang = values.lang;
    let column = |title: Words, width| Column {
        title: vec![Inline::Text(title.get(lang).to_owned())],
        width,
        align: Align::Left,
    };
    let number = Column { align: Align::Centre, ..column(say::NUMBER, 1) };
    let (owner, due) = (column(say::OWNER, 2), column(say::DUE, 3));
    let columns = match &*directive.table {
        "proposals" => {
            let mut columns = vec![number, column(say::POINT, 5), column(say::WHERE, 2)];
            for (party, _) in values.list(PARTIES) {
                let id = party.get("id").and_then(Node::text).unwrap_or("");
                let title = vec![Inline::Text(id.to_owned())];
                columns.push(Column { title, width: 4, align: Align::Left });
            }
            columns
        }
        "brackets" => vec![
            number,
            column(say::POINT, 5),
            column(say::WHERE, 3),
            column(say::POSITIONS, 6),
            owner,
            due,
            column(say::WAITS_FOR, 5),
        ],
        "next-points" => vec![number, column(say::POINT, 8), column(say::WHERE, 3), owner, due],
        _ => vec![
            number,
            column(say::POINT, 5),
            column(say::WHERE, 2),
            owner,
            due,
            column(say::WAITS_FOR, 6),
        ],
    };
    let limit = directive.limit.map_or_else(String::new, |limit| limit.to_string());
    Table {
        anchor: directive.anchor.clone(),
        label: format!("{} {limit}", directive.table),
        caption,
        columns,
        rows: Vec::new(),
        row_header: 1,
        landscape: directive.table == "brackets",
    }
}

/// Whether these blocks are the list of words in square brackets.
pub(super) fn is_list(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match block {
        Block::Table(table) => wanted(table).is_some_and(|(kind, _)| kind == Kind::Brackets),
        _ => false,
    })
}

/// Puts the rows into the tables of points; a table without rows becomes a sentence.
pub(super) fn fill(blocks: &mut [Block], points: &[Point], lang: Lang) {
    for block in blocks {
        let Block::Table(table) = block else { continue };
        let Some((kind, limit)) = wanted(table) else { continue };
        table.label.clear();
        let mut list: Vec<(usize, &Point)> = points
            .iter()
            .enumerate()
            .filter(|(_, point)| match kind {
                Kind::Proposals => point.kind == BracketKind::Proposal,
                Kind::Open => point.kind != BracketKind::Proposal,
                Kind::Brackets => true,
                Kind::Next => !point.due_on.is_empty(),
            })
            .collect();
        if kind == Kind::Next {
            list.sort_by_key(|(_, point)| &point.due_on);
        }
        list.truncate(limit);
        for (at, point) in list {
            let cells = cells(table, kind, at, point, lang);
            table.rows.push(Row { anchor: Point::link(at), group: false, level: 0, cells });
        }
        drop_empty_columns(table);
        if table.rows.is_empty() {
            let none = kind == Kind::Next && !points.is_empty();
            let none = if none { say::NO_DUE } else { say::NO_POINT };
            *block = Block::Paragraph(vec![Inline::Text(none.get(lang).to_owned())]);
        }
    }
}

/// What a table that is not filled yet lists, and its most rows.
fn wanted(table: &Table) -> Option<(Kind, usize)> {
    let (name, limit) = table.label.split_once(' ')?;
    let (_, kind) = Kind::ALL.iter().find(|(it, _)| *it == name)?;
    Some((*kind, limit.parse().unwrap_or(usize::MAX)))
}

fn cells(table: &Table, kind: Kind, at: usize, point: &Point, lang: Lang) -> Vec<Inlines> {
    let text = |words: &str| vec![Inline::Text(words.to_owned())];
    let place = match (&*point.anchor, &*point.place) {
        // The annex has a place for each point; other papers speak of some only there.
        ("", "") => text(say::IN_ANNEX.get(lang)),
        ("", place) if kind == Kind::Next => {
            text(&say::PLACE_IN_ANNEX.with(lang, &[("place", place)]))
        }
        ("", place) => text(place),
        (anchor, _) => {
            vec![Inline::Reference { anchor: anchor.to_owned(), text: String::new() }]
        }
    };
    let mut cells = vec![text(&(at + 1).to_string()), point.subject.clone(), place];
    let owner = match &*point.owner {
        "" => text(say::ALL_PARTIES.get(lang)),
        owner => text(owner),
    };
    let due = || if point.due.is_empty() { Vec::new() } else { text(&point.due) };
    match kind {
        Kind::Proposals => {
            for column in table.columns.iter().skip(HEADS) {
                let party = plain(&column.title);
                let position = point.positions.iter().find(|it| it.party == party);
                cells.push(position.map(|it| it.value.clone()).unwrap_or_default());
            }
        }
        Kind::Open => cells.extend([owner, due(), remark(point, lang)]),
        Kind::Brackets => {
            cells.extend([positions(point, lang), owner, due(), point.note.clone()]);
        }
        Kind::Next => cells.extend([owner, due()]),
    }
    cells
}

fn remark(point: &Point, lang: Lang) -> Inlines {
    match point.kind {
        BracketKind::Missing => vec![Inline::Text(labels::NOT_STATED.get(lang).to_owned())],
        _ => point.note.clone(),
    }
}

/// The words in brackets, one position below the other.
fn positions(point: &Point, lang: Lang) -> Inlines {
    let stated = match point.kind {
        BracketKind::Proposal => None,
        BracketKind::Open => Some(format!("{}]", labels::OPEN.get(lang))),
        BracketKind::Missing => Some(labels::NOT_STATED.get(lang).to_owned()),
    };
    if let Some(stated) = stated {
        return vec![Inline::Text(stated)];
    }
    let mut out = Inlines::new();
    for position in &point.positions {
        if !out.is_empty() {
            out.push(Inline::Break);
        }
        let party = [("party", position.party.as_str())];
        out.push(Inline::Text(labels::POSITION.with(lang, &party)));
        out.extend(position.value.iter().cloned());
        out.push(Inline::Text("]".to_owned()));
    }
    out
}
