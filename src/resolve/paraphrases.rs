//! What the expressions of a block say, as sentences.

use std::collections::BTreeMap;

use crate::expression::{paraphrase, paraphrase_value};
use crate::resolve::{Owner, Resolved, Scope};
use crate::words::Lang;

/// The expressions of a block as sentences in one language, without a full stop; empty for one that
/// is not there or could not be read.
#[derive(Clone, Debug, Default)]
pub struct Paraphrases {
    rules: BTreeMap<String, String>,
    conditions: BTreeMap<String, String>,
    keys: BTreeMap<String, String>,
    sources: BTreeMap<String, String>,
}

impl Resolved {
    /// What the expressions of the block say in `lang`.
    pub fn paraphrases(&self, lang: Lang) -> Paraphrases {
        let scope = Scope::of(self);
        let mut all = Paraphrases::default();
        for it in self.expressions() {
            let Ok(read) = &it.read else { continue };
            let name = |it: Option<&str>| it.unwrap_or_default().to_owned();
            let (map, owner, said) = match it.owner {
                Owner::Rule(rule) => {
                    let id = name(rule.id.as_ref().map(|it| &*it.value.0));
                    (&mut all.rules, id, paraphrase(read, &scope, lang))
                }
                Owner::Condition(element) => {
                    let path = element.path.to_string();
                    (&mut all.conditions, path, paraphrase(read, &scope, lang))
                }
                Owner::Key(matching) => {
                    let id = name(matching.id.as_ref().map(|it| &*it.value.0));
                    (&mut all.keys, id, paraphrase(read, &scope, lang))
                }
                Owner::From(fact) => {
                    let path = name(fact.path.as_ref().map(|it| &*it.value.0));
                    (&mut all.sources, path, paraphrase_value(read, &scope, lang))
                }
            };
            map.entry(owner).or_insert(said);
        }
        all
    }
}

impl Paraphrases {
    /// What the business rule of this identifier says.
    pub fn rule(&self, id: &str) -> &str {
        self.rules.get(id).map_or("", String::as_str)
    }

    /// When the element at this path is there.
    pub fn condition(&self, path: &str) -> &str {
        self.conditions.get(path).map_or("", String::as_str)
    }

    /// When a message and a document belong together, by the identifier of their matching.
    pub fn key(&self, matching: &str) -> &str {
        self.keys.get(matching).map_or("", String::as_str)
    }

    /// What the fact of this path is filled in from.
    pub fn source(&self, fact: &str) -> &str {
        self.sources.get(fact).map_or("", String::as_str)
    }
}
