//! The data of the annex: the data table of each kind of document, the code lists, the files.

use crate::catalogue::Standing;
use crate::model;
use crate::resolve::{ClusterElement, CodeListRef};
use crate::syntax::Node;
use crate::view::document::context::Values;
use crate::view::document::notes::Notes;
use crate::view::document::tables::{Directive, texts};
use crate::view::document::{Align, Block, Column, Inline, Inlines, Row, Table, anchor, values};
use crate::words::document;
use crate::words::tables as say;
use crate::words::{Lang, Words};

/// A list of at most so many codes is printed in full.
const PRINTED_CODES: usize = 40;

fn text(words: impl Into<String>) -> Inlines {
    vec![Inline::Text(words.into())]
}

fn narrow(title: impl Into<String>, width: u16) -> Column {
    Column { title: text(title), width, align: Align::Centre }
}

/// A table for each kind of document (root class), with a column for each of its messages.
pub(super) fn elements(values: &Values) -> Vec<Block> {
    let resolved = values.resolved;
    let lang = values.lang;
    let elements = &resolved.cluster.elements;
    let mut blocks = Vec::new();
    for (root, element) in elements.iter().enumerate().filter(|(_, it)| it.parent.is_none()) {
        let carrying: Vec<_> = resolved
            .messages
            .iter()
            .filter(|it| it.content.first().is_some_and(|first| first.element == root))
            .collect();
        let mut columns = vec![
            narrow(say::LEVEL.get(lang), 2),
            Column::left(say::NAME, 9, lang),
            narrow(say::WCO_ID.get(lang), 2),
            narrow(say::FORMAT.get(lang), 3),
            narrow(say::OCCURS.get(lang), 2),
        ];
        let mut legend = text(say::LEGEND.get(lang));
        for (place, content) in carrying.iter().enumerate() {
            let number = (content.message + 1).to_string();
            let short = say::SHORT_MESSAGE.with(lang, &[("n", &number)]);
            let between = if place > 0 { document::SEMICOLON.get(lang) } else { "" };
            legend.push(Inline::Text(format!("{between}{short} – ")));
            legend.extend(message_name(values, content.message));
            columns.push(narrow(short, 2));
        }
        legend.push(Inline::Text(".".to_owned()));
        columns.extend([
            Column::left(say::CONDITION, 7, lang),
            Column::left(say::CODE_LIST, 5, lang),
            Column::left(say::NOTES, 11, lang),
        ]);
        let rows = resolved.cluster.below(root).into_iter().filter_map(|at| {
            let element = elements.get(at)?;
            let requirements = carrying.iter().map(|content| {
                let found = content.content.iter().find(|it| it.element == at);
                match found {
                    None => say::NOT_CARRIED.get(lang),
                    Some(it) => it.requirement.map_or("?", model::Requirement::id),
                }
            });
            let requirements: Vec<_> = requirements.map(str::to_owned).collect();
            Some(row(values, element, requirements))
        });
        let rows = rows.collect();
        let mut caption = text(say::DATA.with(lang, &[("name", name(element, lang))]));
        if !carrying.is_empty() {
            caption.push(Inline::Text(". ".to_owned()));
            caption.append(&mut legend);
        }
        blocks.push(Block::Table(Table {
            anchor: anchor(&format!("data-{}", element.path)),
            label: String::new(),
            caption,
            columns,
            rows,
            row_header: 1,
            landscape: true,
        }));
    }
    blocks
}

/// What an element is called.
pub(super) fn name(element: &ClusterElement, lang: Lang) -> &str {
    let [en, fr] = &element.name;
    let (own, other) = match lang {
        Lang::En => (en, fr),
        Lang::Fr => (fr, en),
    };
    [own, other, &element.wco_name].into_iter().find(|it| !it.is_empty()).map_or("", |it| it)
}

fn row(values: &Values, element: &ClusterElement, requirements: Vec<String>) -> Row {
    let lang = values.lang;
    let mut title = text(name(element, lang));
    title.push(Inline::Break);
    title.push(Inline::Code(element.tag().to_owned()));
    let format = element.format.map(|it| it.to_string()).unwrap_or_default();
    let mut cells = vec![
        text((element.level + 1).to_string()),
        title,
        text(element.wco_id.clone()),
        if format.is_empty() { Vec::new() } else { text(format) },
        text(element.occurs.to_string()),
    ];
    cells.extend(requirements.into_iter().map(text));
    let condition = element.own.condition.as_ref().and_then(|it| it.text.as_ref());
    cells.push(condition.map(|it| in_lang(it, lang)).unwrap_or_default());
    cells.push(match &element.codes {
        Some(list) => vec![Inline::Reference {
            anchor: anchor(&format!("codes-{}", list.id)),
            text: list.id.clone(),
        }],
        None => Vec::new(),
    });
    cells.push(notes(element, lang));
    Row { anchor: String::new(), group: element.is_class(), level: depth(element), cells }
}

fn depth(element: &ClusterElement) -> u8 {
    u8::try_from(element.level).unwrap_or(u8::MAX)
}

/// A text of the block; marked where it is in another language.
fn in_lang(it: &model::Text, lang: Lang) -> Inlines {
    match it.get(lang) {
        Some(words) if it.is_stale(lang) => values::stale(text(words), lang),
        Some(words) => text(words),
        None => match it.variants.first() {
            Some((Some(other), words)) => values::foreign(text(&*words.value), other, lang),
            _ => Vec::new(),
        },
    }
}

fn notes(element: &ClusterElement, lang: Lang) -> Inlines {
    let [en, fr] = &element.definition;
    let definition = if lang == Lang::En { en } else { fr };
    let mut parts = Vec::new();
    if !definition.is_empty() {
        parts.push(text(definition));
    }
    if let Some(note) = &element.own.note {
        parts.push(in_lang(note, lang));
    }
    let standing = match element.standing {
        Some(Standing::Unconfirmed) => Some(say::UNCONFIRMED),
        Some(Standing::Proposed) => Some(say::PROPOSED),
        _ => None,
    };
    if let Some(words) = standing.filter(|_| element.wco_id.is_empty()) {
        parts.push(vec![Inline::Emphasis(text(words.get(lang)))]);
    }
    if element.personal {
        parts.push(vec![Inline::Emphasis(text(say::PERSONAL.get(lang)))]);
    }
    let mut out = Inlines::new();
    for part in parts {
        if !out.is_empty() {
            out.push(Inline::Text(" ".to_owned()));
        }
        out.extend(part);
    }
    out
}

fn message_name(values: &Values, message: usize) -> Inlines {
    let messages = values.list("process_alignment.messages");
    let Some((item, _)) = messages.get(message) else { return Vec::new() };
    let id = item.get("id").and_then(crate::syntax::Node::text).unwrap_or("");
    values.called("process_alignment.messages", id)
}

/// The lists that the data uses, and the codes of those that are short or restricted.
pub(super) fn code_lists(directive: &Directive, caption: Inlines, values: &Values) -> Vec<Block> {
    let lang = values.lang;
    let mut lists: Vec<&CodeListRef> = Vec::new();
    for list in values.resolved.cluster.elements.iter().filter_map(|it| it.codes.as_ref()) {
        if !lists.iter().any(|known| known.id == list.id) {
            lists.push(list);
        }
    }
    lists.sort_by(|a, b| a.id.cmp(&b.id));
    let mut index = Table {
        anchor: directive.anchor.clone(),
        label: String::new(),
        caption,
        columns: vec![
            Column::left(say::LIST, 4, lang),
            Column::left(say::TITLE, 7, lang),
            Column::left(say::VERSION, 3, lang),
            Column::left(say::MAINTAINER, 3, lang),
            Column::left(say::EXTENT, 4, lang),
        ],
        rows: Vec::new(),
        row_header: 0,
        landscape: false,
    };
    let mut tables = Vec::new();
    let catalogue = &values.resolved.catalogue;
    let mut compiled = false;
    for list in lists {
        // What we compiled is told apart from the maintainer's own list.
        let entry = catalogue.entry(crate::catalogue::Kind::CodeList, &list.base);
        compiled |= entry.is_some_and(|it| {
            !it.official && it.comes_with_the_program() && catalogue.codelist(&list.base).is_some()
        });
        let (facts, codes) = list_facts(list, values);
        let here = anchor(&format!("codes-{}", list.id));
        let title = facts.first().cloned().unwrap_or_default();
        let mut cells = vec![vec![Inline::Code(list.id.clone())]];
        cells.extend(facts);
        let printed = !codes.is_empty();
        let row = if printed { String::new() } else { here.clone() };
        index.rows.push(Row { anchor: row, group: false, level: 0, cells });
        if printed {
            tables.push(Block::Table(codes_table(here, list, &title, codes, lang)));
        }
    }
    if compiled && !index.caption.is_empty() {
        index.caption.push(Notes::codes());
    }
    let mut blocks = vec![Block::Table(index)];
    blocks.append(&mut tables);
    blocks
}

/// What the catalogue says in the place of a version that there is not.
const UNDATED: &str = "current";

/// Title, version, maintainer and extent of a list; and its codes when they are printed.
fn list_facts(list: &CodeListRef, values: &Values) -> (Vec<Inlines>, Vec<(String, Inlines)>) {
    let lang = values.lang;
    let catalogue = &values.resolved.catalogue;
    let entry = catalogue.entry(crate::catalogue::Kind::CodeList, &list.base);
    let base = catalogue.codelist(&list.base);
    let cluster = values.resolved.block.process_alignment.as_ref();
    let own = cluster.and_then(|it| it.data_cluster.as_ref()).and_then(|cluster| {
        let called =
            |it: &&model::CodeList| it.id.as_ref().is_some_and(|id| *id.value.0 == *list.id);
        cluster.code_lists.iter().find(called)
    });
    let title = match own.and_then(|own| own.title.as_ref()) {
        Some(title) => in_lang(title, lang),
        None => text(entry.map_or("", |it| it.title.any(lang))),
    };
    let version = own.and_then(|own| own.version.as_ref()).map(|it| it.value.to_string());
    let version = version.or_else(|| entry.map(|it| it.version.clone())).unwrap_or_default();
    let version = match version.as_str() {
        UNDATED => say::CURRENT.get(lang).to_owned(),
        _ => version,
    };
    let maintainer = match own.and_then(|own| own.maintainer.as_ref()) {
        Some(it) => in_lang(it, lang),
        None => text(entry.map_or("", |it| it.maintainer(lang))),
    };
    let count = list.count(&values.resolved.catalogue);
    let number = |n: usize, words: Words| words.with(lang, &[("n", &n.to_string())]);
    let extent = match (count, &list.own, base) {
        (Some(count), Some(_), Some(_)) => number(count, say::RESTRICTED),
        (Some(count), _, _) => number(count, say::ALL_CODES),
        (None, _, _) => say::KEPT_ELSEWHERE.get(lang).to_owned(),
    };
    let printed = list.own.is_some() || count.is_some_and(|count| count <= PRINTED_CODES);
    let used = printed.then(|| list.codes(&values.resolved.catalogue)).flatten();
    let used = used.unwrap_or_default();
    let codes = used.into_iter().map(|it| (it.code, text(it.name.any(lang)))).collect();
    (vec![title, text(version), maintainer, text(extent)], codes)
}

fn codes_table(
    anchor: String,
    list: &CodeListRef,
    title: &Inlines,
    codes: Vec<(String, Inlines)>,
    lang: Lang,
) -> Table {
    let mut caption = text(say::CODES.with(lang, &[("name", "")]));
    let id = Inline::Code(list.id.clone());
    if title.is_empty() {
        caption.push(id);
    } else {
        caption.extend(title.iter().cloned());
        caption.extend([Inline::Text(" (".to_owned()), id, Inline::Text(")".to_owned())]);
    }
    let row = |(code, name)| Row {
        anchor: String::new(),
        group: false,
        level: 0,
        cells: vec![vec![Inline::Code(code)], name],
    };
    Table {
        anchor,
        label: String::new(),
        caption,
        columns: vec![Column::left(say::CODE, 2, lang), Column::left(say::MEANING, 9, lang)],
        rows: codes.into_iter().map(row).collect(),
        row_header: 0,
        landscape: false,
    }
}

/// The files that belong to each message.
pub(super) fn files(directive: &Directive, caption: Inlines, values: &Values) -> Table {
    let lang = values.lang;
    let schemas = directive.table == "schemas";
    let heads = if schemas {
        [say::XML_SCHEMA, say::JSON_SCHEMA]
    } else {
        [say::XML_SAMPLE, say::JSON_SAMPLE]
    };
    let mut columns = vec![Column::left(say::MESSAGE, 5, lang)];
    columns.extend(heads.map(|title| Column::left(title, 5, lang)));
    let messages = values.list("process_alignment.messages");
    let rows = messages.iter().map(|(item, _)| {
        let id = item.get("id").and_then(crate::syntax::Node::text).unwrap_or("");
        let paths = if schemas {
            [format!("xsd/{id}.xsd"), format!("json-schema/{id}.schema.json")]
        } else {
            let mark = if values.draft { "DRAFT." } else { "" };
            [format!("samples/{id}.xml"), format!("samples/{id}.{mark}json")]
        };
        let mut cells = vec![values.called("process_alignment.messages", id)];
        cells.extend(paths.map(|path| vec![Inline::Code(path)]));
        Row { anchor: String::new(), group: false, level: 0, cells }
    });
    let rows = rows.collect();
    directive.table_of(caption, columns, rows)
}

/// The words behind a key, each set as a code.
pub(super) fn codes(item: &Node, key: &str) -> Inlines {
    let mut out = Inlines::new();
    for text in texts(item.get(key)) {
        if !out.is_empty() {
            out.push(Inline::Break);
        }
        out.push(Inline::Code(text.to_owned()));
    }
    out
}
