//! Examples of the parts of a block, taken from whole blocks, so that each is one that the rules
//! let pass.

use std::sync::OnceLock;

use crate::check::EXAMPLE_BLOCK;
use crate::guide::Part;
use crate::layout::{is_short, item, keyed, lines};
use crate::model::{Block, Field, Lower, PATTERN, Shape};
use crate::shipped::{ANNEX, FRAMEWORKS};
use crate::syntax::made::{entry, list, map, text};
use crate::syntax::{Entry, Node, Value, parse};
use crate::text::Sources;

/// The blocks that examples are taken from, each read when it is first looked at.
static READ: [OnceLock<Option<Node>>; 2 + FRAMEWORKS.len()] =
    [const { OnceLock::new() }; 2 + FRAMEWORKS.len()];

/// The value of a part within the keys above it, as YAML: from the block of the examples of the
/// rules, else from an annex or a framework that ships, else the form alone. `None` for a part so
/// large that its keys have to be asked for one by one.
pub fn example(part: &Part) -> Option<String> {
    const LONGEST: usize = 60;
    let keys: Vec<&str> = part.path.split('.').collect();
    let texts = [EXAMPLE_BLOCK, ANNEX].into_iter().chain(FRAMEWORKS.iter().map(|it| it.text));
    let mut roots = READ.iter().zip(texts).map(|(read, text)| read.get_or_init(|| root(text)));
    let found = roots.find_map(|root| within(root.as_ref()?, &keys));
    let node = found.unwrap_or_else(|| formal(Block::shape(), &keys));
    let lines = lines(&node, 0);
    (lines.len() <= LONGEST).then(|| lines.join("\n") + "\n")
}

/// The lines of the first item of a list, or of the whole value, of the part under these keys of a
/// block; `level` steps from the left.
pub fn first_of(root: &Node, path: &str, level: usize) -> Option<Vec<String>> {
    let mut node = root;
    let mut last = "";
    for key in path.split('.') {
        node = node.get(key)?;
        last = key;
    }
    let mut out = Vec::new();
    match &node.value {
        Value::List(items) if !is_short(node) => {
            let first = items.iter().find(|it| it.get(PATTERN).is_none())?;
            out.push(format!("{}{last}:", crate::layout::blanks(level)));
            out.extend(item(&brief(first), level + 1));
        }
        _ => keyed(last, &brief(node), level, &mut out),
    }
    Some(out)
}

fn root(text: &str) -> Option<Node> {
    let mut sources = Sources::default();
    let file = sources.add("", text);
    parse(&sources, file).0.root
}

/// What stands under these keys, the keys around it; of a list the first item that has the rest.
fn within(node: &Node, keys: &[&str]) -> Option<Node> {
    let Some((key, rest)) = keys.split_first() else { return Some(brief(node)) };
    match &node.value {
        Value::Map(_) => {
            let below = within(node.get(key)?, rest)?;
            // An item stays recognisable by its name.
            let named = ["id", "path", "code"].into_iter().find(|it| node.get(it).is_some());
            let named = named.filter(|it| it != key);
            let name = named.and_then(|it| Some(entry(it, node.get(it)?.clone())));
            Some(map(name.into_iter().chain([entry(key, below)])))
        }
        Value::List(items) => {
            let found = items.iter().find_map(|it| within(it, keys))?;
            Some(Node { span: node.span, value: Value::List(vec![found].into()) })
        }
        Value::Null | Value::Scalar(_) => None,
    }
}

/// A value without what would make it long: of lists of mappings the first item, of short ones a
/// few.
fn brief(node: &Node) -> Node {
    const MOST: usize = 6;
    let value = match &node.value {
        Value::List(items) if is_short(node) => {
            Value::List(items.iter().take(MOST).cloned().collect())
        }
        Value::List(items) => {
            let whole = items.iter().filter(|it| it.get(PATTERN).is_none());
            Value::List(whole.take(1).map(brief).collect())
        }
        Value::Map(entries) => {
            let whole = |it: &&Entry| !matches!(&*it.key.value, PATTERN | "with");
            let brief = |it: &Entry| Entry { key: it.key.clone(), value: brief(&it.value) };
            Value::Map(entries.iter().filter(whole).map(brief).collect())
        }
        other => other.clone(),
    };
    Node { span: node.span, value }
}

/// A value that has the form and says nothing: of a mapping on the way what these keys name and what
/// has to be there, at the end of the way all of it.
fn formal(shape: Shape, keys: &[&str]) -> Node {
    match shape {
        Shape::Text => map([entry("en", text("…")), entry("fr", text("…"))]),
        Shape::Scalar(kind) => text(kind.example),
        Shape::Choice(choice) => text(choice.variants.first().map_or("", |it| it.id)),
        Shape::Negotiable(inner) | Shape::PerName(inner) => formal(inner(), keys),
        Shape::List(inner) => list([formal(inner(), keys)]),
        Shape::Record(record) => {
            let (key, rest) =
                keys.split_first().map_or((None, keys), |(key, rest)| (Some(*key), rest));
            let wanted = |it: &&Field| key.is_none_or(|key| it.key == key || it.required);
            // Beside the way only what has to be there is of interest.
            let below = |it: &Field| match key {
                Some(key) if key == it.key => formal((it.shape)(), rest),
                Some(_) => formal((it.shape)(), &[NO_KEY]),
                None => formal((it.shape)(), &[]),
            };
            let fields = record.fields.iter().filter(wanted);
            map(fields.map(|it| entry(it.key, below(it))))
        }
        Shape::Fragment => map([]),
    }
}

/// A key that no record has.
const NO_KEY: &str = "";
