//! A resolved block, written as YAML and read again without its framework, is the same block; and a
//! profile that says nothing is its framework.

use std::sync::LazyLock;

use gnc::model::{Block, Lower};
use gnc::resolve::{Merge, Resolved};
use gnc::syntax::{Node, Value};
use gnc::text::{FileId, Span};
use gnc::workspace::Workspace;
use proptest::prelude::*;

use super::mutations::{Dice, mutate, shipped};

/// The values of a tree without their places.
fn values(node: &Node) -> String {
    fn write(node: &Node, out: &mut String) {
        match &node.value {
            Value::Null => *out += "~",
            Value::Scalar(scalar) => *out += &format!("{:?}", scalar.text),
            Value::List(items) => {
                *out += "[";
                for item in items {
                    write(item, out);
                    *out += ",";
                }
                *out += "]";
            }
            Value::Map(entries) => {
                *out += "{";
                for entry in entries {
                    *out += &format!("{:?}:", entry.key.value);
                    write(&entry.value, out);
                    *out += ",";
                }
                *out += "}";
            }
        }
    }
    let mut out = String::new();
    write(node, &mut out);
    out
}

/// The block whose text comes last, resolved beside the others; `None` when it is not whole.
fn resolved(texts: &[&str]) -> Option<Resolved> {
    let mut workspace = Workspace::default();
    let mut file = None;
    for text in texts {
        file = Some(workspace.add("block.yaml", text.as_bytes().to_vec()).0);
    }
    workspace.prepare();
    let analysis = workspace.analyse(file?);
    analysis.resolved.filter(|_| analysis.complete)
}

/// The snapshot read again is the same block, and its own snapshot.
fn is_idempotent(block: &Resolved, beside: &[&str]) {
    let text = gnc::snapshot::yaml(block);
    let all = [beside, &[&text]].concat();
    let again = resolved(&all).unwrap_or_else(|| panic!("the snapshot has errors:\n{text}"));
    let extends = |it: &Node| values(it.get("block").unwrap()).contains("\"extends\"");
    assert!(again.framework.is_none() && !extends(&again.tree), "it is complete in itself");
    let own = |it: &Resolved| {
        let text = values(&it.tree);
        let from = text.find("\"extends\":");
        from.map_or(text.clone(), |from| {
            let to = from + text[from..].find(',').unwrap() + 1;
            format!("{}{}", &text[..from], &text[to..])
        })
    };
    assert_eq!(own(&again), own(block));
    let json = resolved(&[&gnc::snapshot::json(block)]).expect("JSON is YAML");
    assert_eq!(values(&json.tree), values(&again.tree), "JSON says the same");
    let paths = |it: &Resolved| it.points.iter().map(|it| it.path.clone()).collect::<Vec<_>>();
    assert_eq!(paths(&again), paths(block), "the same is open");
    assert_eq!(again.messages.len(), block.messages.len());
    assert_eq!(
        values(&resolved(&[&gnc::snapshot::yaml(&again)]).unwrap().tree),
        values(&again.tree)
    );
}

static FRAMEWORK: LazyLock<String> = LazyLock::new(|| shipped("wco.co-push"));
static PROFILE: LazyLock<String> = LazyLock::new(|| shipped("adj-bor.co-push"));

#[test]
fn the_shipped_blocks_resolve_to_themselves() {
    is_idempotent(&resolved(&[&FRAMEWORK]).unwrap(), &[]);
    let profile = resolved(&[&FRAMEWORK, &PROFILE]).unwrap();
    is_idempotent(&profile, &[]);
    is_idempotent(&profile, &[&FRAMEWORK]);
    assert!(!profile.omissions.is_empty(), "the profile leaves something out, which stays out");
}

#[test]
fn a_profile_that_says_nothing_is_its_framework() {
    let framework = resolved(&[&FRAMEWORK]).unwrap();
    let nothing = Node { span: Span::new(FileId(0), 0, 0), value: Value::Map(Vec::new().into()) };
    let mut merge = Merge::default();
    let merged = merge.merge(&framework.tree, &nothing, Block::shape());
    assert_eq!(values(&merged), values(&framework.tree));
    assert!(merge.omissions.is_empty());
    let itself = merge.merge(&framework.tree, &framework.tree, Block::shape());
    assert_eq!(values(&itself), values(&framework.tree), "laid over itself, too");
}

#[test]
fn profiles_changed_at_random_resolve_to_themselves() {
    let mut whole = 0;
    for n in 0..120 {
        let mutant = mutate(PROFILE.as_bytes(), &mut Dice::new(n + 77));
        let Ok(text) = String::from_utf8(mutant) else { continue };
        if let Some(block) = resolved(&[&FRAMEWORK, &text]) {
            whole += 1;
            is_idempotent(&block, &[]);
        }
    }
    assert!(whole > 10, "{whole} of them are whole");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_survives(title in "[^\\p{C}]{1,60}", lines in "[a-z#:>|'\" \n-]{1,60}", word in "(?i)true|no|null|~|1e3|0x1f|007|1_000|2026-01-01|12:30:45|\\.inf|-|\\?|&a|\\*a|!!str|%|@|`") {
        let quoted = |text: &str| serde_json::to_string(text).unwrap();
        let text = format!(
            "gnc: 1\nblock: {{id: a.b, title: {{en: {}, fr: {}}}, maintainer: {}}}\n",
            quoted(&title), quoted(&lines), quoted(&word),
        );
        let block = resolved(&[&text]).expect("a block");
        is_idempotent(&block, &[]);
    }
}
