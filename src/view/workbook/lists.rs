//! The sheets to be read: code lists, business rules, points to be agreed.

use crate::catalogue::Kind;
use crate::model;
use crate::resolve::{CodeListRef, Resolved};
use crate::view::document::{BracketKind, Point, plain};
use crate::view::workbook::build::{reading, row};
use crate::view::workbook::{Cell, Row, Sheet, SheetKind};
use crate::words::{Lang, Words, workbook as say};

/// A list that the block does not restrict is written out up to so many codes.
const WRITTEN_OUT: usize = 300;

fn sheet(name: Words, columns: &[(Words, u16)], rows: Vec<Row>, lang: Lang) -> Sheet {
    let columns = columns.iter().map(|(title, width)| reading(*title, lang, *width));
    let (name, title) = (name.get(lang).to_owned(), name.get(lang).to_owned());
    Sheet { name, title, kind: SheetKind::Reading, columns: columns.collect(), rows }
}

/// Every list that the data uses, and its codes where the block restricts it or it is short.
pub(super) fn code_lists(resolved: &Resolved, lang: Lang) -> Sheet {
    let mut lists: Vec<&CodeListRef> = Vec::new();
    for list in resolved.cluster.elements.iter().filter_map(|it| it.codes.as_ref()) {
        if !lists.iter().any(|known| known.id == list.id) {
            lists.push(list);
        }
    }
    lists.sort_by(|a, b| a.id.cmp(&b.id));
    let columns = [
        (say::LIST, 30),
        (say::VERSION, 14),
        (say::MAINTAINER, 22),
        (say::CODE, 14),
        (say::MEANING, 60),
    ];
    let rows = lists.into_iter().flat_map(|list| list_rows(resolved, list, lang)).collect();
    sheet(say::CODE_LISTS, &columns, rows, lang)
}

fn list_rows(resolved: &Resolved, list: &CodeListRef, lang: Lang) -> Vec<Row> {
    let alignment = resolved.block.process_alignment.as_ref();
    let own = alignment.and_then(|it| it.data_cluster.as_ref()).and_then(|cluster| {
        let same = |it: &&model::CodeList| it.id.as_ref().is_some_and(|id| *id.value.0 == *list.id);
        cluster.code_lists.iter().find(same)
    });
    let entry = resolved.catalogue.entry(Kind::CodeList, &list.base);
    let version = own.and_then(|it| it.version.as_ref()).map(|it| it.value.to_string());
    let version = version.or_else(|| entry.map(|it| it.version.clone())).unwrap_or_default();
    let maintainer = own.and_then(|it| it.maintainer.as_ref()).map(|it| it.any(lang));
    let maintainer = maintainer.or_else(|| entry.map(|it| it.maintainer(lang))).unwrap_or("");
    let row = |code: Cell, meaning: Cell| {
        row([Cell::text(&list.id), Cell::text(&version), Cell::text(maintainer), code, meaning])
    };
    let codes = list.codes(&resolved.catalogue);
    match codes {
        None => vec![row(Cell::Empty, Cell::text(say::ELSEWHERE.get(lang)))],
        Some(codes) if list.own.is_none() && codes.len() > WRITTEN_OUT => {
            let n = codes.len().to_string();
            vec![row(Cell::Empty, Cell::text(say::ALL_CODES.with(lang, &[("n", &n)])))]
        }
        Some(codes) => codes
            .iter()
            .map(|it| row(Cell::text(&it.code), Cell::text(it.name.any(lang))))
            .collect(),
    }
}

fn said(text: Option<&model::Text>, lang: Lang) -> &str {
    text.map_or("", |it| it.any(lang))
}

/// The business rules, in the order of the block.
pub(super) fn rules(resolved: &Resolved, lang: Lang) -> Sheet {
    let columns = [
        (say::RULE, 14),
        (say::KIND, 16),
        (say::STATEMENT, 60),
        (say::EVALUATED_AT, 22),
        (say::EXPRESSION, 60),
        (say::ERROR_CODE, 14),
        (say::WEIGHT, 16),
        (say::ACTION, 40),
    ];
    let rules = resolved.block.process_alignment.iter().flat_map(|it| &it.business_rules);
    let rows = rules.map(|rule| {
        let otherwise = rule.otherwise.as_ref();
        let label = |words: Option<Words>| words.map_or("", |it| it.get(lang));
        let severity = otherwise.and_then(|it| it.severity.as_ref());
        row([
            Cell::text(rule.id.as_ref().map(|it| it.value.to_string()).unwrap_or_default()),
            Cell::text(label(rule.kind.as_ref().map(|it| it.value.label()))),
            Cell::text(said(rule.statement.as_ref(), lang)),
            Cell::text(rule.when.as_ref().map(|it| it.value.to_string()).unwrap_or_default()),
            Cell::text(rule.assert.as_ref().map(|it| it.value.to_string()).unwrap_or_default()),
            Cell::text(
                otherwise
                    .and_then(|it| it.code.as_ref())
                    .map_or(String::new(), |it| it.value.to_string()),
            ),
            Cell::text(label(severity.map(|it| it.value.label()))),
            Cell::text(said(otherwise.and_then(|it| it.action.as_ref()), lang)),
        ])
    });
    sheet(say::RULES, &columns, rows.collect(), lang)
}

/// Every point that is not agreed, in the order in which the annex meets them.
pub(super) fn points(points: &[Point], lang: Lang) -> Sheet {
    let columns = [
        (say::SUBJECT, 44),
        (say::STATE, 20),
        (say::POSITIONS, 44),
        (say::OWNER, 13),
        (say::DUE, 18),
        (say::REMARK, 44),
        (say::PLACE, 60),
    ];
    let rows = points.iter().map(|point| {
        let state = match point.kind {
            BracketKind::Proposal => say::PROPOSALS,
            BracketKind::Open => say::OPEN,
            BracketKind::Missing => say::MISSING,
        };
        let positions: Vec<String> = point
            .positions
            .iter()
            .map(|it| {
                let value = plain(&it.value);
                say::POSITION.with(lang, &[("party", &it.party), ("value", &value)])
            })
            .collect();
        row([
            Cell::text(plain(&point.subject)),
            Cell::text(state.get(lang)),
            Cell::text(positions.join("\n")),
            Cell::text(&point.owner),
            Cell::text(&point.due),
            Cell::text(plain(&point.note)),
            Cell::text(&point.path),
        ])
    });
    sheet(say::POINTS, &columns, rows.collect(), lang)
}
