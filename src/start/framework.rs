//! A framework block begun from nothing: what a concept has to say is there to be overwritten, all
//! other components stand as comments with an example of a block of the same kind.

use crate::check::RULES;
use crate::completeness::{COMPONENTS, Component};
use crate::guide::{Part, first_of, parts};
use crate::model::{CustomsFunction, Date, Direction, Maturity, Stakeholder};
use crate::start::page::{Page, finished};
use crate::syntax::Node;
use crate::syntax::made::{entry, list, map, text, word};
use crate::words::{Lang, Words, guide, start};

/// What is to be begun.
#[derive(Clone, Debug)]
pub struct Framework {
    /// Identifier of the block, as `wco.aeo-master-data`.
    pub id: String,
    /// The kind of Utility Block.
    pub kind: String,
    /// The day on which it is begun.
    pub date: Date,
}

/// Version of what is begun.
const VERSION: &str = "0.1.0";

/// Marks of what guides, and of what becomes part of the block when the mark is taken away.
const GUIDING: &str = "## ";
const EXAMPLE: char = '#';

/// The text of the framework, its comments in `lang`. The examples are those of `model`: a block of
/// the same kind that ships under the name `shown`.
pub fn framework(wanted: &Framework, shown: &str, model: &Node, lang: Lang) -> String {
    let tree = written(wanted);
    let mut page = Page::new(lang, GUIDING);
    let args = [("kind", wanted.kind.as_str()), ("framework", shown)];
    page.say(0, &start::FRAMEWORK_HEAD.with(lang, &args));
    page.say(0, start::FRAMEWORK_HOW.get(lang));
    page.block(&tree, &map([]));
    let parts = parts();
    let mut group = "business_case";
    for component in COMPONENTS {
        if component.group != group {
            group = component.group;
            page.lines.push(String::new());
            if let Some(part) = parts.iter().find(|it| it.path == group) {
                explain(&mut page, part);
            }
            page.lines.push(format!("{EXAMPLE}{group}:"));
        }
        for key in component.keys {
            let path = format!("{group}.{key}");
            if group_says(&tree, group, key) {
                continue;
            }
            if let Some(part) = parts.iter().find(|it| it.path == path) {
                page.lines.push(String::new());
                heading(&mut page, component, part);
                explain(&mut page, part);
                let example = first_of(model, &path, 1).unwrap_or_default();
                page.lines.extend(example.into_iter().map(|it| format!("{EXAMPLE}{it}")));
            }
        }
    }
    let rules: Vec<_> = RULES.iter().filter(|it| it.code.pack.id() == wanted.kind).collect();
    if !rules.is_empty() {
        page.lines.push(String::new());
        page.say(0, &start::KIND_RULES.with(lang, &args));
        for rule in rules {
            let code = &rule.code;
            let (title, status) = (code.title.get(lang), rule.from.label().get(lang));
            let args = [("rule", code.id), ("title", title), ("status", status)];
            page.say(0, &start::KIND_RULE.with(lang, &args));
        }
    }
    finished(page)
}

/// Whether the part of the block that is written says this key.
fn group_says(tree: &Node, group: &str, key: &str) -> bool {
    tree.get(group).is_some_and(|it| it.get(key).is_some())
}

fn heading(page: &mut Page, component: &Component, part: &Part) {
    let lang = page.lang;
    let title = match component.number.filter(|_| part.component().is_some()) {
        Some(number) => {
            let args = [("n", &*number.to_string()), ("title", component.title.get(lang))];
            capital(&guide::COMPONENT.with(lang, &args))
        }
        None => part.key().to_owned(),
    };
    page.say(0, &format!("── {title} ──"));
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What a part is, why it matters, how it is written.
fn explain(page: &mut Page, part: &Part) {
    let lang = page.lang;
    page.say(0, &part.what(lang));
    if let Some(advice) = part.advice() {
        page.say(0, advice.why.get(lang));
        page.say(0, advice.how.get(lang));
    }
    page.say(0, &start::EXPLAIN.with(lang, &[("path", &part.path)]));
}

/// What a concept says, to be overwritten.
fn written(wanted: &Framework) -> Node {
    let both = |words: Words, args: &[(&str, &str)]| {
        map(Lang::ALL.into_iter().map(|lang| entry(lang.code(), text(&words.with(lang, args)))))
    };
    let label = |words: Words| {
        map(Lang::ALL.into_iter().map(|lang| entry(lang.code(), text(words.get(lang)))))
    };
    let date = || word(&wanted.date.0.to_string());
    let role = |id: &str, direction: Direction, name: Words, customs: Words| {
        map([
            entry("id", word(id)),
            entry("name", label(name)),
            entry("administration", label(customs)),
            entry("acts", list([word(direction.id())])),
            entry("placeholder", word("true")),
        ])
    };
    let change = map([
        entry("version", word(VERSION)),
        entry("date", date()),
        entry("change", label(start::FIRST_CONCEPT)),
        entry("by", label(start::TO_NAME)),
    ]);
    let kind = [("kind", wanted.kind.as_str())];
    let control = map([
        entry("id", text(&wanted.id)),
        entry("version", word(VERSION)),
        entry("status", word(Maturity::Concept.id())),
        entry("kind", text(&wanted.kind)),
        entry("title", both(start::FRAMEWORK_TITLE, &kind)),
        entry("languages", list(Lang::ALL.map(|it| word(it.code())))),
        entry("date", date()),
        entry("maintainer", label(start::TO_NAME)),
        entry("hypothetical", word("true")),
        entry(
            "parties",
            list([
                role("EXP", Direction::Exporting, start::EXPORTING, start::EXPORTING_CUSTOMS),
                role("IMP", Direction::Importing, start::IMPORTING, start::IMPORTING_CUSTOMS),
            ]),
        ),
        entry("history", list([change])),
    ]);
    let purposes = CustomsFunction::ALL.iter().take(2).map(|function| {
        map([
            entry("id", text(function.id())),
            entry("function", word(function.id())),
            entry(
                "statement",
                map(Lang::ALL.into_iter().map(|lang| {
                    let args = [("function", function.label().get(lang))];
                    entry(lang.code(), text(&start::PURPOSE.with(lang, &args)))
                })),
            ),
        ])
    });
    let benefits = Stakeholder::ALL.iter().map(|stakeholder| {
        map([
            entry("id", text(&format!("benefit-{}", stakeholder.id()))),
            entry("stakeholder", word(stakeholder.id())),
            entry("statement", label(start::BENEFIT)),
            entry("measure", label(start::MEASURE)),
        ])
    });
    let case = map([
        entry("name", both(start::FRAMEWORK_NAME, &kind)),
        entry("purposes", list(purposes)),
        entry("benefits", list(benefits)),
    ]);
    map([entry("gnc", word("1")), entry("block", control), entry("business_case", case)])
}
