//! The canonical layout of blocks mutated by chance: at rest at once, every comment beside the same
//! thing as before, and the block that it resolves to unchanged.

use std::collections::BTreeSet;

use gnc::layout::canonical;
use gnc::model::{Block, Lower, place};
use gnc::syntax::{Node, Tree, Value, parse};
use gnc::text::{FileId, Sources, Span};
use gnc::workspace::Workspace;
use proptest::prelude::*;

use crate::fixes::{mutated, shipped};

fn read(text: &str) -> (Sources, FileId, Tree) {
    let mut sources = Sources::default();
    let file = sources.add("a.yaml", text);
    let (tree, _) = parse(&sources, file);
    (sources, file, tree)
}

/// Where keys and items begin.
fn beginnings(node: &Node, found: &mut BTreeSet<u32>) {
    match &node.value {
        Value::Map(entries) => {
            for entry in entries {
                found.insert(entry.key.span.start);
                beginnings(&entry.value, found);
            }
        }
        Value::List(items) => {
            for item in items {
                found.insert(item.span.start);
                beginnings(item, found);
            }
        }
        Value::Null | Value::Scalar(_) => {}
    }
}

/// What begins on each line, by its path; nothing where a value goes on.
fn paths(text: &str) -> Vec<Option<String>> {
    let (_, file, tree) = read(text);
    let Some(root) = tree.root.as_ref() else { return Vec::new() };
    let mut starts = BTreeSet::new();
    beginnings(root, &mut starts);
    let mut at = 0;
    let mut all = Vec::new();
    for line in text.split_inclusive('\n') {
        let body = line.trim_start();
        let item = body.starts_with("- ");
        let begin = at + line.len() - body.trim_start_matches(['-', ' ']).len();
        let known = starts.contains(&u32::try_from(begin).unwrap());
        let path = known.then(|| {
            let path = place(root, Block::shape(), Span::new(file, begin, begin)).path;
            // The first key of an item stands for the item.
            match path.rsplit_once('.') {
                Some((item_path, _)) if item && !path.ends_with(']') => item_path.to_owned(),
                _ => path,
            }
        });
        all.push(path.filter(|_| !body.starts_with('#')));
        at += line.len();
    }
    all
}

/// The text with comments that name what they stand above.
fn annotated(text: &str, seed: &[u8]) -> String {
    let mut dice = seed.iter().cycle();
    let mut out = String::new();
    for (line, path) in text.lines().zip(paths(text)) {
        let roll = dice.next().copied().unwrap_or(0) % 8;
        if let Some(path) = path.filter(|_| roll == 0) {
            let depth = line.len() - line.trim_start().len();
            out += &format!("{}# about {path}\n", " ".repeat(depth));
        }
        out += line;
        out += "\n";
    }
    out
}

/// What each of these comments stands above.
fn attached(text: &str) -> Vec<(String, Option<String>)> {
    let paths = paths(text);
    let lines: Vec<&str> = text.lines().collect();
    let mut all = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(about) = line.trim_start().strip_prefix("# about ") else { continue };
        let next = lines.iter().enumerate().skip(at + 1);
        let mut next =
            next.filter(|(_, it)| !it.trim().is_empty() && !it.trim_start().starts_with('#'));
        let next = next.next().and_then(|(at, _)| paths.get(at).cloned().flatten());
        all.push((about.trim_end().to_owned(), next));
    }
    all.sort();
    all
}

/// What a tree says, keys sorted.
fn said(node: &Node) -> String {
    match &node.value {
        Value::Null => "~".to_owned(),
        Value::Scalar(it) => format!("{:?}", it.text),
        Value::List(items) => format!("[{}]", items.iter().map(said).collect::<Vec<_>>().join(",")),
        Value::Map(entries) => {
            let entry = |it: &gnc::syntax::Entry| format!("{:?}:{}", it.key.value, said(&it.value));
            let mut all: Vec<_> = entries.iter().map(entry).collect();
            all.sort();
            format!("{{{}}}", all.join(","))
        }
    }
}

/// The block that a text resolves to, and what is found in it.
fn resolved(text: &str, framework: &str) -> (Option<String>, Vec<&'static str>) {
    let mut workspace = Workspace::default();
    workspace.add("framework.yaml", framework.as_bytes().to_vec());
    let (file, _) = workspace.add("block.yaml", text.as_bytes().to_vec());
    workspace.prepare();
    let analysis = workspace.analyse(file);
    let mut codes: Vec<_> = analysis.findings.list.iter().map(|it| it.code.id).collect();
    codes.sort_unstable();
    (analysis.resolved.map(|it| said(&it.tree)), codes)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn layout_keeps_comments_and_meaning(seed in prop::collection::vec(any::<u8>(), 12..60)) {
        let blocks = shipped();
        let framework = &blocks["wco.co-push.yaml"];
        for text in [&blocks["adj-bor.co-push.yaml"], framework] {
            let text = mutated(text, &seed);
            if !read(&text).2.complete {
                continue;
            }
            let text = annotated(&text, &seed);
            let (sources, file, tree) = read(&text);
            let Some(out) = canonical(&sources, file, &tree) else { continue };
            let before = attached(&text);
            prop_assert!(before.iter().all(|(about, at)| Some(about) == at.as_ref()), "{before:?}");
            let after = attached(&out);
            for ((about, at), (_, was)) in after.iter().zip(&before) {
                prop_assert_eq!(at, was, "the comment on {} stands elsewhere", about);
            }
            prop_assert_eq!(after.len(), before.len());
            let (sources, file, tree) = read(&out);
            prop_assert_eq!(canonical(&sources, file, &tree), Some(out.clone()));
            prop_assert_eq!(resolved(&text, framework), resolved(&out, framework));
        }
    }
}
