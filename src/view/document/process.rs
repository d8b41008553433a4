//! The processes of the annex: for each its steps in words and its diagram.

use crate::model::Shape;
use crate::syntax::{Node, Value};
use crate::view::document::context::{Values, item_key};
use crate::view::document::data::codes;
use crate::view::document::tables::{Directive, texts};
use crate::view::document::{
    Align, Block, Column, Division, Drawing, Figure, Heading, Inline, Inlines, Row, Table, anchor,
    plain,
};
use crate::view::process::exchange;
use crate::words::document as labels;
use crate::words::tables as say;

const PROCESSES: &str = "process_alignment.processes";
const ENTITIES: &str = "process_alignment.entities";
const MESSAGES: &str = "process_alignment.messages";

/// Every process: its purpose, its steps and its diagram; or why it is not part of the annex.
pub(super) fn all(values: &Values) -> Vec<Block> {
    let lang = values.lang;
    let mut blocks = Vec::new();
    for (place, (item, shape)) in values.list(PROCESSES).into_iter().enumerate() {
        let id = id(item);
        let path = format!("{PROCESSES}[{}]", item_key(shape, item, place));
        let name = values.called(PROCESSES, id);
        blocks.push(Block::Heading(Heading {
            division: Division::Section,
            level: 2,
            anchor: anchor(&format!("process-{id}")),
            label: String::new(),
            title: name.clone(),
        }));
        let purpose = values.key(item, shape, &path, "purpose");
        if !purpose.is_empty() {
            blocks.push(Block::Paragraph(purpose));
        }
        let reason = values.key(item, shape, &path, "out_of_scope");
        if !reason.is_empty() {
            let mut text = vec![Inline::Text(say::OUT_OF_SCOPE.get(lang).to_owned())];
            text.extend(reason);
            blocks.push(Block::Paragraph(text));
            continue;
        }
        let Some(table) = steps(id, values) else { continue };
        if table.rows.is_empty() {
            continue;
        }
        let described_at = table.anchor.clone();
        let drawn = diagram(item, table.rows.len(), &described_at, values);
        blocks.push(Block::Table(table));
        blocks.push(drawn);
    }
    blocks
}

/// The diagram of a process: the one that the template names, else the first that is drawn.
pub(super) fn figure(directive: &Directive, caption: Inlines, values: &Values) -> Option<Block> {
    let items = values.list(PROCESSES);
    let drawn = |item: &&Node| match &*directive.of {
        "" => steps(id(item), values).is_some_and(|table| !table.rows.is_empty()),
        wanted => id(item) == wanted,
    };
    let item = items.iter().map(|(item, _)| *item).find(drawn)?;
    let table = steps(id(item), values)?;
    let mut block = diagram(item, table.rows.len(), "", values);
    if let Block::Figure(figure) = &mut block {
        if !caption.is_empty() {
            figure.caption = caption;
        }
        figure.anchor.clone_from(&directive.anchor);
    }
    Some(block)
}

fn diagram(item: &Node, steps: usize, described_at: &str, values: &Values) -> Block {
    let lang = values.lang;
    let id = id(item);
    let entities = entities(item).to_string();
    let (count, called) = (steps.to_string(), plain(&values.called(PROCESSES, id)));
    let args = [("name", &*called), ("steps", &*count), ("entities", &*entities)];
    Block::Figure(Figure {
        anchor: anchor(&format!("diagram-{id}")),
        label: String::new(),
        caption: vec![Inline::Text(say::DIAGRAM.with(lang, &[("name", &called)]))],
        alternative: say::DIAGRAM_ALTERNATIVE.with(lang, &args),
        described_at: described_at.to_owned(),
        described: String::new(),
        drawing: Drawing::Process(id.to_owned()),
    })
}

/// The diagram of the states, when there are any.
pub(super) fn lifecycle(directive: &Directive, caption: Inlines, values: &Values) -> Vec<Block> {
    let states = values.list("process_alignment.lifecycle.states").len().to_string();
    if states == "0" {
        return Vec::new();
    }
    let alternative = say::LIFECYCLE_ALTERNATIVE.with(values.lang, &[("states", &states)]);
    vec![Block::Figure(Figure {
        anchor: directive.anchor.clone(),
        label: String::new(),
        caption,
        alternative,
        described_at: "table-transitions".to_owned(),
        described: String::new(),
        drawing: Drawing::Lifecycle,
    })]
}

/// The messages and which side sends them; where that are not two sides, the diagram of the states,
/// or of a process.
pub(super) fn exchange(directive: &Directive, caption: Inlines, values: &Values) -> Vec<Block> {
    let Some(exchange) = exchange::build(values.resolved) else {
        let states = lifecycle(directive, caption.clone(), values);
        let process = || figure(directive, caption, values).into_iter().collect();
        return if states.is_empty() { process() } else { states };
    };
    let args = [("messages", &*exchange.ways.len().to_string())];
    vec![Block::Figure(Figure {
        anchor: directive.anchor.clone(),
        label: String::new(),
        caption,
        alternative: say::EXCHANGE_ALTERNATIVE.with(values.lang, &args),
        described_at: "table-messages".to_owned(),
        described: String::new(),
        drawing: Drawing::Exchange,
    })]
}

fn id(item: &Node) -> &str {
    item.get("id").and_then(Node::text).unwrap_or("")
}

fn entities(process: &Node) -> usize {
    let Some(Value::List(steps)) = process.get("steps").map(|it| &it.value) else { return 0 };
    let mut known: Vec<_> = steps.iter().flat_map(|step| texts(step.get("entity"))).collect();
    known.sort_unstable();
    known.dedup();
    known.len()
}

/// The steps of a process, numbered in the order in which they are written.
pub(super) fn steps(process: &str, values: &Values) -> Option<Table> {
    let lang = values.lang;
    let items = values.list(PROCESSES);
    let (place, (item, shape)) =
        items.iter().enumerate().find(|(_, (item, _))| id(item) == process)?;
    let Shape::Record(record) = shape else { return None };
    let path = format!("{PROCESSES}[{}].steps", item_key(*shape, item, place));
    let (Shape::List(of), Some(node)) = ((record.field("steps")?.shape)(), item.get("steps"))
    else {
        return None;
    };
    let Value::List(list) = &node.value else { return None };
    let name = plain(&values.called(PROCESSES, process));
    let numbers: Vec<(&str, usize)> =
        list.iter().enumerate().map(|(at, it)| (id(it), at + 1)).collect();
    let rows = list.iter().enumerate().map(|(at, it)| {
        let path = format!("{path}[{}]", item_key(of(), it, at));
        let mut what = values.key(it, of(), &path, "name");
        let remark = values.key(it, of(), &path, "note");
        if !remark.is_empty() {
            what.push(Inline::Break);
            what.push(Inline::Emphasis(remark));
        }
        let cells = vec![
            vec![Inline::Text((at + 1).to_string())],
            what,
            values.names(it, "entity", ENTITIES),
            values.key(it, of(), &path, "kind"),
            message(it, &numbers, values),
            codes(it, "rules"),
            then(it, of(), &path, &numbers, values),
        ];
        Row { anchor: String::new(), group: false, level: 0, cells }
    });
    let rows = rows.collect();
    let column = |title: crate::words::Words, width, align| Column {
        title: vec![Inline::Text(title.get(lang).to_owned())],
        width,
        align,
    };
    Some(Table {
        anchor: anchor(&format!("steps-{process}")),
        label: String::new(),
        caption: vec![Inline::Text(say::STEPS.with(lang, &[("name", &name)]))],
        columns: vec![
            column(say::NUMBER, 2, Align::Centre),
            column(say::STEP, 12, Align::Left),
            column(say::ENTITY, 8, Align::Left),
            column(say::KIND, 4, Align::Left),
            column(say::MESSAGE, 8, Align::Left),
            column(say::RULES, 5, Align::Left),
            column(say::THEN, 10, Align::Left),
        ],
        rows,
        row_header: 1,
        landscape: false,
    })
}

/// The message of a step, and the step that receives it.
fn message(step: &Node, numbers: &[(&str, usize)], values: &Values) -> Inlines {
    let mut out = values.names(step, "message", MESSAGES);
    let to = step.get("to").and_then(Node::text);
    if let Some((_, number)) = to.and_then(|to| numbers.iter().find(|(id, _)| *id == to)) {
        let between = if out.is_empty() { "→ " } else { " → " };
        out.push(Inline::Text(format!("{between}{number}")));
    }
    out
}

/// What follows a step: the numbers of the next steps, each with when it is taken.
fn then(
    step: &Node,
    shape: Shape,
    path: &str,
    numbers: &[(&str, usize)],
    values: &Values,
) -> Inlines {
    let lang = values.lang;
    let number = |id: &str| {
        let found = numbers.iter().find(|(known, _)| *known == id);
        found.map_or_else(|| id.to_owned(), |(_, number)| number.to_string())
    };
    let mut ways: Vec<Inlines> = Vec::new();
    if let Some(next) = step.get("next").and_then(Node::text) {
        ways.push(vec![Inline::Text(number(next))]);
    }
    let outcomes = match (shape, step.get("outcomes")) {
        (Shape::Record(record), Some(Node { value: Value::List(items), .. })) => {
            record.field("outcomes").map(|field| ((field.shape)(), items))
        }
        _ => None,
    };
    if let Some((Shape::List(of), items)) = outcomes {
        for (at, item) in items.iter().enumerate() {
            let path = format!("{path}.outcomes[{}]", item_key(of(), item, at));
            let mut when = values.key(item, of(), &path, "label");
            let mut after = values.key(item, of(), &path, "after");
            if after.is_empty() {
                after = values.key(item, of(), &path, "limit");
            }
            if !after.is_empty() {
                if !when.is_empty() {
                    when.push(Inline::Text(", ".to_owned()));
                }
                when.push(Inline::Text(say::AFTER.get(lang).to_owned()));
                when.extend(after);
            }
            if !when.is_empty() {
                when.push(Inline::Text(labels::COLON.get(lang).to_owned()));
            }
            let to = item.get("to").and_then(Node::text).unwrap_or("");
            when.push(Inline::Text(number(to)));
            ways.push(when);
        }
    }
    let mut out = Inlines::new();
    for way in ways {
        if !out.is_empty() {
            out.push(Inline::Break);
        }
        out.extend(way);
    }
    out
}
