//! A block, reference data and templates in the pseudo-locale, and the words that stay as they are.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use gnc::model::{Block, Lower, Shape, below, item_shape};
use gnc::syntax::{Node, Value, parse};
use gnc::text::Sources;
use gnc::words::pseudo;

pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Runs of letters that are all plain: those of two letters and more.
pub(crate) fn plain_words(text: &str) -> impl Iterator<Item = &str> {
    let runs = text.split(|c: char| !c.is_alphabetic());
    runs.filter(|it| it.len() > 1 && it.bytes().all(|byte| byte.is_ascii_alphabetic()))
}

/// A block in YAML whose texts, in each language, are in the pseudo-locale.
pub(crate) fn block(yaml: &str) -> String {
    let mut sources = Sources::default();
    let file = sources.add("block.yaml", yaml);
    let (tree, found) = parse(&sources, file);
    assert!(tree.complete && found.list.is_empty(), "{found:?}");
    let root = tree.root.unwrap();
    let mut places = Vec::new();
    walk(&root, Some(Block::shape()), &mut |node| places.push(node.span));
    places.sort_by_key(|span| std::cmp::Reverse(span.start));
    let mut text = yaml.to_owned();
    for span in places {
        let (from, to) = (span.start as usize, span.end as usize);
        let said = serde_json::to_string(&pseudo::of(&of(&root, from))).unwrap();
        text.replace_range(from..to, &said);
    }
    text
}

/// The scalar that begins at a byte.
fn of(node: &Node, from: usize) -> String {
    fn find(node: &Node, from: u32) -> Option<&Node> {
        match &node.value {
            Value::Scalar(_) if node.span.start == from => Some(node),
            Value::List(items) => items.iter().find_map(|it| find(it, from)),
            Value::Map(entries) => entries.iter().find_map(|it| find(&it.value, from)),
            _ => None,
        }
    }
    find(node, u32::try_from(from).unwrap()).and_then(Node::text).unwrap().to_owned()
}

/// Visits every scalar that is a text for people.
fn walk<'a>(node: &'a Node, shape: Option<Shape>, visit: &mut dyn FnMut(&'a Node)) {
    let Some(shape) = shape else { return };
    match &node.value {
        Value::Scalar(_) => {
            if is_text(shape) {
                visit(node);
            }
        }
        Value::List(items) => {
            items.iter().for_each(|it| walk(it, item_shape(Some(shape)), visit));
        }
        Value::Map(entries) => {
            for entry in &**entries {
                if &*entry.key.value != "translated" {
                    walk(&entry.value, below(shape, node, &entry.key.value), visit);
                }
            }
        }
        Value::Null => {}
    }
}

fn is_text(shape: Shape) -> bool {
    match shape {
        Shape::Text => true,
        Shape::Negotiable(inner) => is_text(inner()),
        _ => false,
    }
}

/// Every file of the reference data, with its texts in the pseudo-locale; patterns as they are.
pub(crate) fn data() -> Vec<(String, String)> {
    let folder = root().join("src/catalogue/data");
    files(&folder)
        .into_iter()
        .map(|(name, text)| {
            let text = if name.ends_with(".csv") { table(&text) } else { text };
            (name, text)
        })
        .collect()
}

fn table(text: &str) -> String {
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(text.as_bytes());
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    let mut spoken = Vec::new();
    for (at, record) in reader.records().enumerate() {
        let record = record.unwrap();
        if at == 0 {
            let names = ["name", "wco_name", "dictionary_entry_name"];
            let is = |it: &str| it.ends_with("_en") || it.ends_with("_fr") || names.contains(&it);
            spoken = record.iter().map(is).collect();
            writer.write_record(&record).unwrap();
            continue;
        }
        let cells = record.iter().enumerate().map(|(column, cell)| {
            if spoken.get(column) == Some(&true) { pseudo::of(cell) } else { cell.to_owned() }
        });
        writer.write_record(cells).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// Every template of the documents; what it says in the pseudo-locale, what it does as it is.
pub(crate) fn templates() -> Vec<(String, String)> {
    let all = files(&root().join("templates")).into_iter();
    all.filter(|(name, _)| name.contains("/fr/"))
        .map(|(name, text)| (name, template(&text)))
        .collect()
}

/// Words of a template: not what stands in braces, attributes, or links.
fn template(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let begins = ["{{", "{%", "{#", "{ #", "{ .", "](", "```", "`", "<"];
        let next = begins.iter().filter_map(|it| Some((rest.find(it)?, *it)));
        let next = next.min_by_key(|(at, begin)| (*at, std::cmp::Reverse(begin.len())));
        let Some((at, begin)) = next else {
            out += &pseudo::of(rest);
            break;
        };
        out += &pseudo::of(&rest[..at]);
        let end = match begin {
            "{{" => "}}",
            "{%" => "%}",
            "{#" | "{ #" | "{ ." => "}",
            "](" => ")",
            "<" => ">",
            // The line that begins or ends a table or figure; between them stands its caption.
            "```" => "\n",
            other => other,
        };
        let inner = &rest[at + begin.len()..];
        let length = inner.find(end).map_or(inner.len(), |it| it + end.len());
        out += &rest[at..at + begin.len() + length];
        rest = &inner[length..];
    }
    out
}

fn files(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(at) = open.pop() {
        for entry in std::fs::read_dir(&at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if let Ok(text) = std::fs::read_to_string(&path) {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                found.push((name, text));
            }
        }
    }
    found.sort();
    found
}

/// The plain words that a block in the pseudo-locale still has: its values, without its keys.
pub(crate) fn values(yaml: &str) -> BTreeSet<String> {
    fn collect(node: &Node, words: &mut BTreeSet<String>) {
        match &node.value {
            Value::Scalar(scalar) => words.extend(plain_words(&scalar.text).map(str::to_owned)),
            Value::List(items) => items.iter().for_each(|it| collect(it, words)),
            Value::Map(entries) => entries.iter().for_each(|it| collect(&it.value, words)),
            Value::Null => {}
        }
    }
    let mut sources = Sources::default();
    let file = sources.add("block.yaml", yaml);
    let mut words = BTreeSet::new();
    collect(&parse(&sources, file).0.root.unwrap(), &mut words);
    words
}

/// The plain words of a text that are neither among `known` nor part of code: of a path, a name
/// with a sign in it, an option.
pub(crate) fn untranslated<'a>(text: &'a str, known: &BTreeSet<String>) -> Vec<&'a str> {
    let mut found = Vec::new();
    // A name in quotes is one of the file.
    let outside = |(at, part): (usize, &'a str)| {
        let quoted = part.split_once('»').filter(|(name, _)| at > 0 && !name.trim().contains(' '));
        quoted.map_or(part, |(_, rest)| rest)
    };
    for chunk in text.split('«').enumerate().map(outside).flat_map(str::split_whitespace) {
        let inner = chunk.trim_matches(|c: char| ".,;:!?()«»“”".contains(c));
        let code = inner
            .contains(['_', '/', '.', '[', '{', '<', '=', '@', '#', '`', '-', '*', '"'])
            || inner.bytes().any(|byte| byte.is_ascii_digit());
        // Codes of reference data, as of countries and currencies.
        let listed = |word: &str| word.len() < 5 && word.bytes().all(|it| it.is_ascii_uppercase());
        let strange = |word: &str| !known.contains(word) && !listed(word);
        if !code && plain_words(inner).any(strange) {
            found.push(chunk);
        }
    }
    found
}
