//! The tables of the annex that are made from a list of the block, one row for each item.

use crate::model::{Block as Root, Covered, Shape};
use crate::resolve::Resolved;
use crate::syntax::{Node, Value};
use crate::view::document::columns::drop_empty_columns;
use crate::view::document::context::{Values, item_key};
pub(super) use crate::view::document::directive::Directive;
use crate::view::document::{
    Align, Block, Column, Inline, Inlines, Row, Table, changes, completeness, data, matching,
    permissions, points, process, profile, requests, rules, values,
};
use crate::words::{Lang, Words, document, tables as say};

/// How a cell is made from an item.
#[derive(Clone, Copy, Debug)]
enum Cell {
    /// Place of the item, from 1.
    Place,
    /// The value of a key, as printed.
    Value(&'static str),
    /// The value of a key, set as a code.
    Code(&'static str),
    /// The names of the languages whose codes stand in a list.
    Languages(&'static str),
    /// What a phase of testing covers: names, or everything of a kind.
    Covered(&'static str),
    /// The names of the items of another list that a key refers to.
    Names(&'static str, &'static str),
    /// The items of a list of records: a key with the name it refers to, then another key.
    Pairs(&'static str, (&'static str, &'static str), &'static str),
    /// The expression of a business rule as a sentence.
    Paraphrase,
    /// The title of a legal instrument: the catalogue's, or the block's own; with its source.
    Instrument,
    /// The value of a key with the source of the item, unless another key is stated that has it.
    Sourced(&'static str, &'static str),
}

/// A table of a list.
struct Listing {
    name: &'static str,
    list: &'static str,
    row_header: usize,
    landscape: bool,
    columns: &'static [(Words, u16, Cell)],
}

pub(super) const PARTIES: &str = "block.parties";
const ENTITIES: &str = "process_alignment.entities";
const MESSAGES: &str = "process_alignment.messages";
const RULES: &str = "process_alignment.business_rules";
const STATES: &str = "process_alignment.lifecycle.states";

static LISTINGS: &[Listing] = &[
    Listing {
        name: "parties",
        list: PARTIES,
        row_header: 0,
        landscape: false,
        columns: &[
            (say::PARTY, 3, Cell::Value("name")),
            (say::SHORT_NAME, 2, Cell::Code("id")),
            (say::ADMINISTRATION, 5, Cell::Value("administration")),
            (say::ACTS_AS, 4, Cell::Value("acts")),
        ],
    },
    Listing {
        name: "history",
        list: "block.history",
        row_header: 0,
        landscape: false,
        columns: &[
            (say::VERSION, 2, Cell::Value("version")),
            (say::DATE, 3, Cell::Value("date")),
            (say::CHANGE, 8, Cell::Value("change")),
            (say::BY, 4, Cell::Value("by")),
        ],
    },
    Listing {
        name: "purposes",
        list: "business_case.purposes",
        row_header: 1,
        landscape: false,
        columns: &[
            (say::NUMBER, 1, Cell::Place),
            (say::PURPOSE, 9, Cell::Value("statement")),
            (say::FUNCTION, 3, Cell::Value("function")),
        ],
    },
    Listing {
        name: "benefits",
        list: "business_case.benefits",
        row_header: 1,
        landscape: false,
        columns: &[
            (say::FOR_WHOM, 3, Cell::Value("stakeholder")),
            (say::BENEFIT, 8, Cell::Sourced("statement", "measure")),
            (say::MEASURE, 6, Cell::Sourced("measure", "")),
        ],
    },
    Listing {
        name: "directions",
        list: "business_case.scope.directions",
        row_header: 0,
        landscape: false,
        columns: &[
            (say::FROM_PARTY, 4, Cell::Names("from", PARTIES)),
            (say::TO_PARTY, 4, Cell::Names("to", PARTIES)),
            (say::START, 5, Cell::Value("start")),
        ],
    },
    Listing {
        name: "legal-basis",
        list: "business_case.legal_basis",
        row_header: 0,
        landscape: false,
        columns: &[
            (say::INSTRUMENT, 5, Cell::Instrument),
            (say::PROVISION, 3, Cell::Value("provision")),
            (say::STANDING, 3, Cell::Value("status")),
            (say::IN_FORCE_BY, 3, Cell::Value("expected")),
            (say::PERMITS, 4, Cell::Value("enables")),
            (say::SUMMARY, 8, Cell::Value("summary")),
        ],
    },
    Listing {
        name: "entities",
        list: ENTITIES,
        row_header: 0,
        landscape: false,
        columns: &[
            (say::ENTITY, 4, Cell::Value("name")),
            (say::SIDE, 3, Cell::Value("side")),
            (say::DUTY, 6, Cell::Value("duty")),
            (say::BODIES, 5, Cell::Pairs("bodies", ("party", PARTIES), "name")),
        ],
    },
    Listing {
        name: "triggers",
        list: "process_alignment.triggers",
        row_header: 0,
        landscape: false,
        columns: &[
            (say::EVENT, 5, Cell::Value("event")),
            (say::CONDITION, 7, Cell::Value("condition")),
            (say::WHO_SENDS, 4, Cell::Names("entity", ENTITIES)),
            (say::MESSAGES, 4, Cell::Names("sends", MESSAGES)),
            (say::WITHIN, 3, Cell::Value("within")),
        ],
    },
    Listing {
        name: "messages",
        list: MESSAGES,
        row_header: 1,
        landscape: false,
        columns: &[
            (say::NUMBER, 1, Cell::Place),
            (say::MESSAGE, 5, Cell::Value("title")),
            (say::WHO_SENDS, 4, Cell::Names("sender", ENTITIES)),
            (say::WHO_RECEIVES, 4, Cell::Names("receiver", ENTITIES)),
            (say::FUNCTION_CODE, 2, Cell::Value("function")),
            (say::ACKNOWLEDGED_BY, 3, Cell::Names("acknowledged_by", MESSAGES)),
            (say::ANSWERED_BY, 3, Cell::Names("answered_by", MESSAGES)),
        ],
    },
    Listing {
        name: "rules",
        list: RULES,
        row_header: 0,
        landscape: true,
        columns: &[
            (say::RULE, 3, Cell::Code("id")),
            (say::KIND, 3, Cell::Value("kind")),
            (say::STATEMENT, 8, Cell::Value("statement")),
            (say::EXACTLY, 10, Cell::Paraphrase),
            (say::TOLERANCE, 5, Cell::Value("tolerance")),
            (say::OTHERWISE, 5, Cell::Value("otherwise")),
        ],
    },
    Listing {
        name: "keys",
        list: "process_alignment.data_cluster.keys",
        row_header: 0,
        landscape: false,
        columns: &[
            (say::KEY, 3, Cell::Code("id")),
            (say::ELEMENTS, 5, Cell::Code("elements")),
            (say::UNIQUE, 3, Cell::Value("scope")),
            (say::PERIOD, 4, Cell::Value("period")),
            (say::ISSUED_BY, 3, Cell::Value("issued_by")),
            (say::STANDARD, 3, Cell::Value("standard")),
        ],
    },
    Listing {
        name: "retention",
        list: "business_case.data_protection.retention",
        row_header: 0,
        landscape: false,
        columns: &[
            (say::MESSAGES, 6, Cell::Names("messages", MESSAGES)),
            (say::PERIOD, 4, Cell::Value("period")),
            (say::FROM_EVENT, 5, Cell::Value("from")),
        ],
    },
    Listing {
        name: "contacts",
        list: "business_case.governance.contacts",
        row_header: 1,
        landscape: false,
        columns: &[
            (say::PARTY, 3, Cell::Names("party", PARTIES)),
            (say::CONTACT, 4, Cell::Value("role")),
            (say::OFFICE, 5, Cell::Value("office")),
            (say::REACH, 5, Cell::Value("reach")),
            (say::HOURS, 4, Cell::Value("hours")),
            (say::LANGUAGES, 2, Cell::Languages("languages")),
        ],
    },
    Listing {
        name: "operations",
        list: "technical_interoperability.service_interface.operations",
        row_header: 0,
        landscape: false,
        columns: &[
            (say::OPERATION, 4, Cell::Code("id")),
            (say::MESSAGE, 4, Cell::Names("message", MESSAGES)),
            (say::GATEWAY, 4, Cell::Names("gateway", ENTITIES)),
            (say::PATH, 4, Cell::Code("path")),
            (say::VERSION, 2, Cell::Value("version")),
        ],
    },
    Listing {
        name: "errors",
        list: "technical_interoperability.service_interface.errors",
        row_header: 0,
        landscape: false,
        columns: &[
            (say::CODE, 3, Cell::Code("code")),
            (say::CATEGORY, 3, Cell::Value("category")),
            (say::MEANING, 7, Cell::Value("meaning")),
            (say::ACTION, 7, Cell::Value("action")),
        ],
    },
    Listing {
        name: "tests",
        list: "technical_interoperability.testing.phases",
        row_header: 1,
        landscape: false,
        columns: &[
            (say::NUMBER, 1, Cell::Place),
            (say::PHASE, 4, Cell::Value("kind")),
            (say::DESCRIPTION, 10, Cell::Value("description")),
            (say::COVERS, 4, Cell::Covered("covers")),
        ],
    },
    Listing {
        name: "indicators",
        list: "technical_interoperability.monitoring.indicators",
        row_header: 1,
        landscape: false,
        columns: &[(say::NUMBER, 1, Cell::Place), (say::INDICATOR, 9, Cell::Value("name"))],
    },
    Listing {
        name: "states",
        list: STATES,
        row_header: 0,
        landscape: false,
        columns: &[
            (say::STATE, 3, Cell::Value("name")),
            (say::MEANING, 8, Cell::Value("meaning")),
            (say::FINAL, 1, Cell::Value("terminal")),
        ],
    },
    Listing {
        name: "transitions",
        list: "process_alignment.lifecycle.transitions",
        row_header: 2,
        landscape: false,
        columns: &[
            (say::STATE_BEFORE, 3, Cell::Names("from", STATES)),
            (say::STATE_AFTER, 3, Cell::Names("to", STATES)),
            (say::EVENT, 6, Cell::Value("trigger")),
            (say::ACTOR, 4, Cell::Names("actor", ENTITIES)),
            (say::MESSAGE, 4, Cell::Names("message", MESSAGES)),
        ],
    },
    Listing {
        name: "attachments",
        list: "annexes",
        row_header: 0,
        landscape: false,
        columns: &[
            (say::DOCUMENT, 4, Cell::Value("title")),
            (say::CONTENT, 9, Cell::Value("text")),
        ],
    },
];

/// What a directive may ask for besides the tables of a list.
const OTHERS: [&str; 26] = [
    "profile",
    "profile-points",
    "matchings",
    "pre-population",
    "test-cases",
    "request",
    "request-messages",
    "request-blocks",
    "changes",
    "legal-permissions",
    "lifecycle",
    "exchange",
    "process",
    "brackets",
    "next-points",
    "completeness",
    "contents",
    "definitions",
    "open-points",
    "proposals",
    "data",
    "code-lists",
    "schemas",
    "samples",
    "processes",
    "steps",
];

/// Whether a name is that of a table of this program, which a block may have nothing for.
pub(super) fn is_known(name: &str) -> bool {
    LISTINGS.iter().any(|it| it.name == name) || OTHERS.contains(&name)
}

/// Every name that `table=` may have.
pub(super) fn known() -> String {
    let mut names: Vec<_> = LISTINGS.iter().map(|it| it.name).chain(OTHERS).collect();
    names.sort_unstable();
    names.join(", ")
}

/// The blocks that a directive asks for; `None` when there is no such thing.
pub(super) fn make(
    directive: &Directive,
    caption: Inlines,
    values: &mut Values,
) -> Option<Vec<Block>> {
    let lang = values.lang;
    let one = |block| Some(vec![block]);
    match &*directive.table {
        "contents" => one(Block::Contents),
        "definitions" => one(Block::Definitions(Vec::new())),
        "open-points" | "proposals" | "brackets" | "next-points" => {
            one(Block::Table(points::table(directive, caption, values)))
        }
        "legal-permissions" => {
            let table = permissions::table(directive, caption, values);
            one(if table.rows.is_empty() { nothing(lang) } else { Block::Table(table) })
        }
        "request" | "request-messages" | "request-blocks" => {
            Some(requests::table(directive, caption, values).into_iter().collect())
        }
        "completeness" => one(Block::Table(completeness::table(directive, caption, values))),
        "changes" => Some(changes::table(directive, caption, values).into_iter().collect()),
        "profile" => {
            Some(profile::blocks(profile::table(directive, caption, values), nothing(lang)))
        }
        "profile-points" => {
            Some(profile::blocks(profile::points(directive, caption, values), nothing(lang)))
        }
        "data" => Some(data::elements(values)),
        "code-lists" => Some(data::code_lists(directive, caption, values)),
        "matchings" | "pre-population" => {
            one(Block::Table(matching::table(directive, caption, values)))
        }
        "test-cases" => one(Block::Table(rules::test_cases(directive, caption, values))),
        "schemas" | "samples" => one(Block::Table(data::files(directive, caption, values))),
        "lifecycle" => Some(process::lifecycle(directive, caption, values)),
        "exchange" => Some(process::exchange(directive, caption, values)),
        "processes" => Some(process::all(values)),
        "process" => Some(process::figure(directive, caption, values).into_iter().collect()),
        "steps" => process::steps(&directive.of, values).map(|table| vec![Block::Table(table)]),
        name => {
            let listing = LISTINGS.iter().find(|it| it.name == name)?;
            let rows = rows(listing, values);
            let columns = listing.columns.iter().map(|(title, width, cell)| Column {
                title: vec![Inline::Text(title.get(lang).to_owned())],
                width: *width,
                align: if matches!(cell, Cell::Place) { Align::Centre } else { Align::Left },
            });
            let columns: Vec<_> = columns.collect();
            let mut table = Table {
                anchor: directive.anchor.clone(),
                label: String::new(),
                caption,
                columns,
                rows,
                row_header: listing.row_header,
                landscape: listing.landscape,
            };
            drop_empty_columns(&mut table);
            if table.rows.is_empty() {
                return one(nothing(lang));
            }
            one(Block::Table(table))
        }
    }
}

/// In place of a table with no rows.
fn nothing(lang: Lang) -> Block {
    Block::Paragraph(vec![Inline::Text(say::NO_POINT.get(lang).to_owned())])
}

fn languages(node: Option<&Node>, lang: Lang) -> Inlines {
    let codes = texts(node);
    let names = codes.iter().map(|it| values::language(it, lang).to_owned());
    vec![Inline::Text(values::join(&names.collect::<Vec<_>>(), lang))]
}

fn covered(node: Option<&Node>, lang: Lang) -> Inlines {
    let piece = |name: &str| match Covered::ALL.iter().find(|it| it.id() == name) {
        Some(of_kind) => Inline::Text(of_kind.label().get(lang).to_owned()),
        None => Inline::Code(name.to_owned()),
    };
    let comma = || Inline::Text(", ".to_owned());
    texts(node).into_iter().flat_map(|name| [comma(), piece(name)]).skip(1).collect()
}

fn rows(listing: &Listing, values: &Values) -> Vec<Row> {
    let items = values.list(listing.list);
    let rows = items.iter().enumerate().map(|(place, (item, shape))| {
        let path = format!("{}[{}]", listing.list, item_key(*shape, item, place));
        let cells = listing.columns.iter().map(|(_, _, cell)| match cell {
            Cell::Place => vec![Inline::Text((place + 1).to_string())],
            Cell::Value(key) => values.key(item, *shape, &path, key),
            Cell::Code(key) => data::codes(item, key),
            Cell::Languages(key) => languages(item.get(key), values.lang),
            Cell::Covered(key) => covered(item.get(key), values.lang),
            Cell::Names(key, list) => values.names(item, key, list),
            Cell::Pairs(key, name, value) => values.pairs(item, *shape, &path, (key, name, value)),
            Cell::Paraphrase => {
                let id = item.get("id").and_then(Node::text).unwrap_or_default();
                match values.paraphrases().rule(id) {
                    "" => Vec::new(),
                    said => vec![Inline::Text(rules::sentence_of(said))],
                }
            }
            Cell::Instrument => {
                let mut title = values.instrument(item, *shape, &path);
                title.extend(values.notes.of_item(listing.list, item));
                title
            }
            Cell::Sourced(key, other) => {
                let mut value = values.key(item, *shape, &path, key);
                if !value.is_empty() && item.get(other).is_none() {
                    value.extend(values.notes.of_item(listing.list, item));
                }
                value
            }
        });
        let cells = cells.collect();
        Row { anchor: String::new(), group: false, level: 0, cells }
    });
    rows.collect()
}

impl<'a> Values<'a> {
    /// What stands at a path of keys, and its shape.
    pub(super) fn at(&self, path: &str) -> Option<(&'a Node, Shape)> {
        let resolved: &'a Resolved = self.resolved;
        let mut here = (&resolved.tree, Shape::Record(Root::RECORD));
        for key in path.split('.') {
            let Shape::Record(record) = here.1 else { return None };
            here = (here.0.get(key)?, (record.field(key)?.shape)());
        }
        Some(here)
    }

    /// The items of the list at a path of keys, each with its shape.
    pub(super) fn list(&self, path: &str) -> Vec<(&'a Node, Shape)> {
        match self.at(path) {
            Some((Node { value: Value::List(items), .. }, Shape::List(of))) => {
                items.iter().map(|item| (item, of())).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The value of a key of an item, as printed.
    pub(super) fn key(&self, item: &Node, shape: Shape, path: &str, key: &str) -> Inlines {
        let Shape::Record(record) = shape else { return Vec::new() };
        let (Some(node), Some(field)) = (item.get(key), record.field(key)) else {
            return Vec::new();
        };
        let below = format!("{path}.{key}");
        match (field.shape)() {
            // What follows when a rule does not hold: its code, then its action.
            shape @ Shape::Record(_) => {
                let mut out = data::codes(node, "code");
                let action = self.key(node, shape, &below, "action");
                if !out.is_empty() && !action.is_empty() {
                    out.push(Inline::Text(" ".to_owned()));
                }
                out.extend(action);
                out
            }
            shape => self.print(node, shape, &below),
        }
    }

    /// The names of what a key refers to.
    pub(super) fn names(&self, item: &Node, key: &str, list: &'static str) -> Inlines {
        let mut ids = texts(item.get(key));
        ids.extend(other_end(item, key));
        let mut out = Inlines::new();
        for (at, id) in ids.iter().enumerate() {
            if at > 0 {
                out.push(Inline::Text(document::SEMICOLON.get(self.lang).to_owned()));
            }
            out.extend(self.called(list, id));
        }
        if ids.is_empty() && (key, list) == ("messages", MESSAGES) {
            out.push(Inline::Text(say::ALL_MESSAGES.get(self.lang).to_owned()));
        }
        out
    }

    fn pairs(
        &self,
        item: &Node,
        shape: Shape,
        path: &str,
        (key, (name, names), value): (&str, &(&str, &'static str), &str),
    ) -> Inlines {
        let Shape::Record(record) = shape else { return Vec::new() };
        let (Some(node), Some(field)) = (item.get(key), record.field(key)) else {
            return Vec::new();
        };
        let (Value::List(items), Shape::List(of)) = (&node.value, (field.shape)()) else {
            return Vec::new();
        };
        let mut out = Inlines::new();
        for (at, item) in items.iter().enumerate() {
            let path = format!("{path}.{key}[{}]", item_key(of(), item, at));
            let inlines = self.key(item, of(), &path, value);
            if inlines.is_empty() {
                continue;
            }
            if !out.is_empty() {
                out.push(Inline::Break);
            }
            for id in texts(item.get(name)) {
                out.extend(self.called(names, id));
                out.push(Inline::Text(document::COLON.get(self.lang).to_owned()));
            }
            out.extend(inlines);
        }
        out
    }

    pub(super) fn instrument(&self, item: &Node, shape: Shape, path: &str) -> Inlines {
        let own = self.key(item, shape, path, "title");
        if !own.is_empty() {
            return own;
        }
        let id = item.get("instrument").and_then(Node::text).unwrap_or("");
        match self.resolved.catalogue.instrument(id) {
            Some(it) => vec![Inline::Text(it.title.any(self.lang).to_owned())],
            None if id.is_empty() => Vec::new(),
            None => vec![Inline::Code(id.to_owned())],
        }
    }
}

/// The end that a message has besides, at a key of one of its ends, where it goes both ways.
fn other_end<'n>(item: &'n Node, key: &str) -> Option<&'n str> {
    let other = match key {
        "sender" => "receiver",
        "receiver" => "sender",
        _ => return None,
    };
    let both = item.get("both_ways").and_then(Node::text) == Some("true");
    item.get(other).and_then(Node::text).filter(|_| both)
}

/// The texts behind a key: one, or each of a list.
pub(super) fn texts(node: Option<&Node>) -> Vec<&str> {
    match node {
        Some(Node { value: Value::List(items), .. }) => {
            items.iter().filter_map(Node::text).collect()
        }
        Some(node) => node.text().into_iter().collect(),
        None => Vec::new(),
    }
}
