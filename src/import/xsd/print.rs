//! A block in YAML from what was read of a schema.

use crate::import::xsd::content::{Root, Row};
use crate::import::xsd::types::{List, Types, ValueType};
use crate::layout::written;
use crate::text::notation::Occurs;
use crate::view::message::name;
use crate::words::Lang;

/// The greatest number that an occurrence can state.
const MOST: u32 = 999_999_999;

/// What the block says beside the data cluster.
pub(super) struct Head<'h> {
    pub(super) id: &'h str,
    pub(super) title: [String; 2],
    /// A remark at the top, a line in each language.
    pub(super) origin: [String; 2],
}

struct Page {
    out: String,
    depth: usize,
}

impl Page {
    fn line(&mut self, text: &str) {
        for _ in 0..self.depth {
            self.out.push_str("  ");
        }
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn key(&mut self, key: &str, inner: impl FnOnce(&mut Self)) {
        let before = self.out.len();
        self.line(&format!("{key}:"));
        let empty = self.out.len();
        self.depth += 1;
        inner(self);
        self.depth -= 1;
        if self.out.len() == empty {
            self.out.truncate(before);
        }
    }

    fn value(&mut self, key: &str, value: &str) {
        if !value.is_empty() {
            self.line(&format!("{key}: {}", written(value, false)));
        }
    }

    /// An item of a list: its first line with a dash, the others below.
    fn item(&mut self, inner: impl FnOnce(&mut Self)) {
        let start = self.out.len();
        self.depth += 1;
        inner(self);
        self.depth -= 1;
        let dash = start + 2 * self.depth;
        if self.out.len() > dash {
            self.out.replace_range(dash..=dash, "-");
        }
    }

    fn text(&mut self, key: &str, texts: &[String; 2]) {
        let said = Lang::ALL.iter().zip(texts).filter(|it| !it.1.is_empty());
        let said: Vec<(&str, &String)> = said.map(|(lang, text)| (lang.code(), text)).collect();
        self.key(key, |page| said.iter().for_each(|(lang, text)| page.value(lang, text)));
    }
}

/// The block.
pub(super) fn block(head: &Head, types: &Types, rows: &[Row], roots: &[Root]) -> String {
    let mut page = Page { out: String::new(), depth: 0 };
    for origin in &head.origin {
        let line: String = origin.chars().filter(|c| !c.is_control()).collect();
        page.line(&format!("# {line}"));
    }
    page.line("gnc: 1");
    page.line("");
    page.key("block", |page| {
        page.value("id", head.id);
        page.value("version", "0.1.0");
        page.value("status", "concept");
        page.text("title", &head.title);
    });
    page.line("");
    page.key("process_alignment", |page| {
        page.key("messages", |page| {
            let documents = roots.iter().filter(|it| it.wraps.is_empty());
            for root in documents {
                page.item(|page| message(page, root, rows));
            }
        });
        page.key("data_cluster", |page| {
            page.key("code_lists", |page| {
                for list in &types.lists {
                    page.item(|page| code_list(page, list));
                }
            });
            schema(page, rows, roots);
            page.key("value_types", |page| {
                for it in &types.values {
                    page.item(|page| value_type(page, it));
                }
            });
            page.key("elements", |page| {
                for row in rows {
                    page.item(|page| element(page, row));
                }
            });
        });
    });
    page.line("");
    page.key("technical_interoperability", |page| {
        page.key("communication", |page| page.value("syntax", "xml"));
    });
    page.out
}

fn message(page: &mut Page, root: &Root, rows: &[Row]) {
    page.value("id", &name::kebab(&root.path));
    page.value("name", &root.path);
    let row = rows.iter().find(|it| it.path == root.path);
    page.text("title", &row.map_or_else(Default::default, |it| it.facts.name.clone()));
    page.value("root", &root.path);
}

fn code_list(page: &mut Page, list: &List) {
    page.value("id", &list.id);
    page.key("codes", |page| {
        for (code, name) in &list.codes {
            page.item(|page| {
                page.value("code", code);
                page.text("name", name);
            });
        }
    });
}

/// What stands around documents; an empty mapping says that the schema is kept all the same.
fn schema(page: &mut Page, rows: &[Row], roots: &[Root]) {
    let Some(wrapper) = roots.iter().find(|it| !it.wraps.is_empty()) else {
        return page.line("xml_schema: {}");
    };
    let namespace = |root: &Root| {
        let row = rows.iter().find(|it| it.path == root.path)?;
        row.namespace.clone()
    };
    page.key("xml_schema", |page| {
        page.value("wrapper", &wrapper.path);
        page.key("documents", |page| {
            for root in roots.iter().filter(|it| it.wraps.is_empty()) {
                let own = namespace(root);
                let wrapped = wrapper.wraps.iter().find(|it| Some(&it.0) == own.as_ref());
                let Some((_, min, max)) = wrapped else { continue };
                page.item(|page| {
                    page.value("path", &root.path);
                    if (*min, *max) != (1, Some(1)) {
                        page.value("occurs", &occurs(*min, *max));
                    }
                });
            }
        });
    });
}

fn value_type(page: &mut Page, it: &ValueType) {
    page.value("id", &it.id);
    page.value("base", &it.base);
    page.value("namespace", &it.namespace);
    page.value("holder", &it.holder);
    for key in FACET_ORDER {
        let facet = it.facets.iter().find(|facet| facet.0 == *key);
        let Some((_, value)) = facet else { continue };
        match key.ends_with("length") || key.ends_with("digits") {
            true => page.line(&format!("{key}: {value}")),
            false => page.value(key, value),
        }
    }
    page.key("patterns", |page| {
        for pattern in &it.patterns {
            page.line(&format!("- {}", written(pattern, false)));
        }
    });
    page.value("codes", &it.codes);
    page.key("attributes", |page| {
        for attribute in &it.attributes {
            page.item(|page| {
                page.value("id", &attribute.name);
                page.value("base", &attribute.base);
                page.value("presence", attribute.presence);
                page.value("fixed", &attribute.fixed);
            });
        }
    });
}

const FACET_ORDER: &[&str] = &[
    "white_space",
    "length",
    "min_length",
    "max_length",
    "total_digits",
    "fraction_digits",
    "min_inclusive",
    "max_inclusive",
    "min_exclusive",
    "max_exclusive",
];

fn element(page: &mut Page, row: &Row) {
    page.value("path", &row.path);
    page.value("wco_id", &row.facts.id);
    page.text("name", &row.facts.name);
    page.text("definition", &row.facts.description);
    page.value("data_type", row.data_type.map_or("", |it| it.id()));
    let format = row.format.map_or_else(String::new, |it| it.to_string());
    page.value("format", &format);
    page.value("value_type", &row.value_type);
    page.value("namespace", row.namespace.as_deref().unwrap_or(""));
    page.value("tag", &row.tag);
    page.value("occurs", &occurs(row.occurs.0, row.occurs.1));
    page.text("note", &row.facts.remarks);
}

fn occurs(min: u32, max: Option<u32>) -> String {
    Occurs { min: min.min(MOST), max: max.filter(|it| *it <= MOST) }.to_string()
}
