//! A bilateral annex begun as a profile: the framework with its Parties named, and every point that
//! it leaves open as an open point of the annex.

use std::collections::BTreeSet;

use crate::catalogue::ORIGIN_CRITERIA;
use crate::model::{
    Block, Date, Direction, Lower, Maturity, Party, Shape, Side, item_name, negotiation_key,
};
use crate::resolve::{Kind, Merge, Resolved};
use crate::start::page::{GUIDING, Page, finished};
use crate::syntax::made::{entry, list, map, text, word};
use crate::syntax::{Entry, Node, Value};
use crate::text::Span;
use crate::words::{Label, Lang, Words, start};

/// What is to be begun.
#[derive(Clone, Debug)]
pub struct Annex {
    /// Identifier of the block, as `adj-bor.co-push`.
    pub id: String,
    /// The Parties, in the order of the placeholders whose parts they take.
    pub members: Vec<Member>,
    /// The day on which it is begun.
    pub date: Date,
    /// The day by which every open point is due.
    pub due: Date,
}

/// A Party of the annex.
#[derive(Clone, Debug)]
pub struct Member {
    /// Short name, as `ADJ`.
    pub id: String,
    /// Name of the country or customs union.
    pub name: Label,
    /// Name of its customs administration.
    pub administration: Label,
    /// ISO 3166-1 alpha-2 code, when it is known.
    pub country: Option<String>,
}

/// Version of what is begun.
const VERSION: &str = "0.1.0";

/// The placeholder Parties of a framework, whose parts the Parties of an annex take.
pub fn roles(framework: &Resolved) -> Vec<&Party> {
    let parties = framework.block.block.iter().flat_map(|it| &it.parties);
    parties.filter(|it| it.placeholder.as_ref().is_some_and(|it| it.value.0)).collect()
}

/// The text of the annex; its comments are in `lang`.
pub fn annex(framework: &Resolved, wanted: &Annex, lang: Lang) -> String {
    let begun = Begun { framework, wanted };
    let points = begun.points(&framework.tree, Block::shape()).unwrap_or_else(|| map([]));
    let named = Merge::default().merge(&points, &begun.own(), Block::shape());
    let tree = Merge::default().merge(&named, &begun.bodies(), Block::shape());
    let mut page = Page::new(lang, GUIDING);
    let base = format!("{} {}", framework.id(), framework.version());
    page.say(0, start::ANNEX_HEAD.with(lang, &[("framework", &base)]).as_str());
    page.say(0, start::ANNEX_POINTS.get(lang));
    page.say(0, start::ANNEX_HELP.get(lang));
    page.block(&tree, &framework.tree);
    page.say(0, start::ANNEX_MORE.get(lang));
    finished(page)
}

struct Begun<'a> {
    framework: &'a Resolved,
    wanted: &'a Annex,
}

impl Begun<'_> {
    /// The Party that takes the part of this placeholder.
    fn member(&self, placeholder: &str) -> Option<&Member> {
        let called = |it: &&Party| it.id.as_ref().is_some_and(|id| &*id.value.0 == placeholder);
        let at = roles(self.framework).iter().position(called)?;
        self.wanted.members.get(at)
    }

    /// The Party that acts so.
    fn acting(&self, direction: Direction) -> Option<&Member> {
        let roles = roles(self.framework);
        let acts = |it: &&Party| it.acts.iter().any(|it| it.value == direction);
        self.wanted.members.get(roles.iter().position(acts)?)
    }

    /// What of this value is open, with the names that lead there.
    fn points(&self, node: &Node, shape: Shape) -> Option<Node> {
        let value = match (shape, &node.value) {
            (Shape::Record(record), Value::Map(entries)) => {
                let below = |it: &Entry| {
                    let shape = (record.field(&it.key.value)?.shape)();
                    Some(Entry { key: it.key.clone(), value: self.points(&it.value, shape)? })
                };
                let kept: Vec<Entry> = entries.iter().filter_map(below).collect();
                (!kept.is_empty()).then(|| Value::Map(kept.into()))?
            }
            (Shape::List(item), Value::List(items)) => {
                let shape = item();
                let open: Vec<_> = items.iter().map(|it| self.points(it, shape)).collect();
                if open.iter().all(Option::is_none) {
                    return None;
                }
                let named = items.first().is_some_and(|it| item_name(Some(shape), it).is_some());
                // Items without a name cannot be merged one by one: the list is written as a whole.
                let items: Vec<Node> = match named {
                    true => open
                        .into_iter()
                        .zip(items)
                        .filter_map(|(open, it)| with_name(open?, it, shape))
                        .collect(),
                    false => items.iter().map(|it| self.whole(it, shape)).collect(),
                };
                Value::List(items.into())
            }
            (Shape::Negotiable(inner), _) => match negotiation_key(node) {
                Some("open") => return Some(self.owed(node)),
                Some(_) => return None,
                None => return self.points(node, inner()),
            },
            _ => return None,
        };
        Some(Node { span: node.span, value })
    }

    /// A value as a whole, with the Parties of the annex in the place of placeholders.
    fn whole(&self, node: &Node, shape: Shape) -> Node {
        let value = match (shape, &node.value) {
            (Shape::Record(record), Value::Map(entries)) => Value::Map(
                entries
                    .iter()
                    .map(|it| match record.field(&it.key.value) {
                        Some(field) => {
                            let value = self.whole(&it.value, (field.shape)());
                            Entry { key: it.key.clone(), value }
                        }
                        None => it.clone(),
                    })
                    .collect(),
            ),
            (Shape::List(item), Value::List(items)) => {
                Value::List(items.iter().map(|it| self.whole(it, item())).collect())
            }
            (Shape::Negotiable(inner), _) => match negotiation_key(node) {
                Some("open") => return self.owed(node),
                Some(_) => return node.clone(),
                None => return self.whole(node, inner()),
            },
            (_, Value::Scalar(_)) if self.names_party(node.span) => {
                let member = node.text().and_then(|it| self.member(it));
                return member.map_or_else(|| node.clone(), |it| text(&it.id));
            }
            _ => node.value.clone(),
        };
        Node { span: node.span, value }
    }

    fn names_party(&self, span: Span) -> bool {
        let used = &self.framework.names.used;
        used.iter().any(|it| it.kind == Kind::Party && it.span == span)
    }

    /// An open point: the Party that owes it, the day, what the framework says of it.
    fn owed(&self, node: &Node) -> Node {
        let open = node.get("open");
        let owner = open.and_then(|it| it.get("owner")?.text()).and_then(|it| self.member(it));
        let note = open.and_then(|it| it.get("note")).cloned();
        self.open_point(owner.or_else(|| self.wanted.members.first()), note)
    }

    fn open_point(&self, owner: Option<&Member>, note: Option<Node>) -> Node {
        let owner = owner.map(|it| entry("owner", text(&it.id)));
        let due = entry("due", word(&self.wanted.due.0.to_string()));
        let note = note.map(|it| entry("note", it));
        map([entry("open", map(owner.into_iter().chain([due]).chain(note)))])
    }

    /// What the annex says of itself.
    fn own(&self) -> Node {
        let case = self.framework.tree.get("business_case");
        let name = case.and_then(|it| it.get("name"));
        let name = name.or_else(|| self.framework.tree.get("block")?.get("title"));
        let parties = |lang| {
            let names: Vec<_> = self.wanted.members.iter().map(|it| it.name.any(lang)).collect();
            names.join("–")
        };
        let named = |words: Words| {
            self.texts(|lang| {
                let name = name.map_or("", |it| said(it, lang));
                let parties = parties(lang);
                words.with(lang, &[("parties", parties.as_str()), ("name", name)])
            })
        };
        let mut groups = vec![
            entry("gnc", word("1")),
            entry("block", self.control(named(start::ANNEX_TITLE))),
            entry("business_case", map([entry("name", named(start::ANNEX_NAME))])),
        ];
        let cluster = self.criteria();
        groups
            .extend(cluster.map(|it| entry("process_alignment", map([entry("data_cluster", it)]))));
        groups.extend(self.header().map(|it| {
            let interface = map([entry("service_interface", map([entry("header", it)]))]);
            entry("technical_interoperability", interface)
        }));
        map(groups)
    }

    fn control(&self, title: Node) -> Node {
        let both = |words: Words| self.texts(|lang| words.get(lang).to_owned());
        let date = || word(&self.wanted.date.0.to_string());
        let languages = self.languages().into_iter().map(|it| word(it.code()));
        let framework = format!("{}@{}", self.framework.id(), self.framework.version());
        let based = self.texts(|lang| start::FIRST_DRAFT.with(lang, &[("framework", &framework)]));
        let change = map([
            entry("version", word(VERSION)),
            entry("date", date()),
            entry("change", based),
            entry("by", both(start::MAINTAINER)),
        ]);
        let roles = roles(self.framework);
        let parties = self.wanted.members.iter().zip(roles).map(|(it, role)| {
            let acts = role.acts.iter().map(|it| word(it.value.id()));
            let mut party = vec![entry("id", text(&it.id)), entry("name", self.label(&it.name))];
            party.extend(it.country.as_ref().map(|it| entry("country", text(it))));
            party.push(entry("administration", self.label(&it.administration)));
            party.push(entry("acts", list(acts)));
            party.extend(role.id.as_ref().map(|it| entry("stands_for", text(&it.value))));
            map(party)
        });
        map([
            entry("id", text(&self.wanted.id)),
            entry("version", word(VERSION)),
            entry("status", word(self.maturity().id())),
            entry("kind", text(self.framework.kind())),
            entry("title", title),
            entry("extends", word(&framework)),
            entry("languages", list(languages)),
            entry("date", date()),
            entry("maintainer", both(start::MAINTAINER)),
            entry("parties", list(parties)),
            entry("history", list([change])),
        ])
    }

    /// How far the annex is: it can be negotiated once its framework is specified, and is no
    /// further than that before.
    fn maturity(&self) -> Maturity {
        match self.framework.maturity() {
            early if early < Maturity::Technical => early,
            _ => Maturity::Negotiation,
        }
    }

    /// The bodies that take a role at a side which are still to be named.
    fn bodies(&self) -> Node {
        let entities = self.framework.block.process_alignment.iter().flat_map(|it| &it.entities);
        let items = entities.filter(|it| it.bodies.is_empty()).filter_map(|it| {
            let direction = match it.side.as_ref()?.value {
                Side::ExportingParty => Direction::Exporting,
                Side::ImportingParty => Direction::Importing,
                Side::ExportingTrade | Side::ImportingTrade | Side::ThirdParty => return None,
            };
            let member = self.acting(direction)?;
            let note = self.texts(|lang| start::BODY_NOTE.get(lang).to_owned());
            let body = map([
                entry("party", text(&member.id)),
                entry("name", self.open_point(Some(member), Some(note))),
            ]);
            let id = text(&it.id.as_ref()?.value);
            Some(map([entry("id", id), entry("bodies", list([body]))]))
        });
        let items: Vec<Node> = items.collect();
        if items.is_empty() {
            return map([]);
        }
        map([entry("process_alignment", map([entry("entities", list(items))]))])
    }

    /// A list of the agreement's own for elements whose codes each agreement defines for itself,
    /// with every harmonised meaning, to be cut down.
    fn criteria(&self) -> Option<Node> {
        let block = &self.framework.block;
        let cluster = block.process_alignment.as_ref()?.data_cluster.as_ref()?;
        let dataset = self.framework.catalogue.dataset(&cluster.maximum.as_ref()?.value.0)?;
        let meanings = self.framework.catalogue.codelist(ORIGIN_CRITERIA)?;
        let own = |path: &str| {
            let row = dataset.row(path).and_then(|row| row.codelist.as_deref());
            row == Some(ORIGIN_CRITERIA)
        };
        let elements = self
            .framework
            .cluster
            .elements
            .iter()
            .filter(|it| own(&it.path) && it.codes.as_ref().is_none_or(|it| it.own.is_none()));
        let who = self.wanted.id.split_once('.').map_or(&*self.wanted.id, |(who, _)| who);
        let id = format!("{who}.{}", ORIGIN_CRITERIA.rsplit('.').next().unwrap_or_default());
        let rows: Vec<Node> = elements
            .map(|it| map([entry("path", text(&it.path)), entry("codes", text(&id))]))
            .collect();
        if rows.is_empty() {
            return None;
        }
        let both = |words: Words| self.texts(|lang| words.get(lang).to_owned());
        let codes = meanings.entries().iter();
        let codes =
            codes.map(|it| map([entry("code", text(&it.code)), entry("meaning", text(&it.code))]));
        let codes = map([
            entry("id", text(&id)),
            entry("title", both(start::CRITERIA_TITLE)),
            entry("base", word(ORIGIN_CRITERIA)),
            entry("maintainer", both(start::MAINTAINER)),
            entry("version", text(&self.wanted.date.0.to_string())),
            entry("codes", list(codes)),
            entry("mapping", both(start::CRITERIA_MAPPING)),
        ]);
        Some(map([entry("code_lists", list([codes])), entry("elements", list(rows))]))
    }

    /// Whose the messages are, where the framework has a header for them.
    fn header(&self) -> Option<Node> {
        let technical = self.framework.block.technical_interoperability.as_ref()?;
        technical.service_interface.as_ref()?.header.as_ref()?;
        let letters = |id: &str| id.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
        let code: String = self.wanted.members.iter().map(|it| letters(&it.id)).collect();
        let country = self.wanted.members.first().and_then(|it| it.country.as_ref());
        let country = country.map(|it| entry("country", text(it)));
        let (major_minor, _) = VERSION.rsplit_once('.').unwrap_or((VERSION, ""));
        Some(map(country.into_iter().chain([
            entry("customization", text(&code.to_uppercase())),
            entry("customization_version", text(major_minor)),
        ])))
    }

    /// The languages of the framework that the tool speaks.
    fn languages(&self) -> Vec<Lang> {
        let stated = self.framework.block.block.iter().flat_map(|it| &it.languages);
        let codes: BTreeSet<&str> = stated.map(|it| &*it.value.0).collect();
        let spoken: Vec<Lang> =
            Lang::ALL.into_iter().filter(|it| codes.contains(it.code())).collect();
        if spoken.is_empty() { Lang::ALL.to_vec() } else { spoken }
    }

    fn label(&self, label: &Label) -> Node {
        self.texts(|lang| label.any(lang).to_owned())
    }

    /// A text in each language of the framework.
    fn texts(&self, say: impl Fn(Lang) -> String) -> Node {
        map(self.languages().into_iter().map(|lang| entry(lang.code(), text(&say(lang)))))
    }
}

/// An item with the name that it is merged by in the first place.
fn with_name(open: Node, item: &Node, shape: Shape) -> Option<Node> {
    let Shape::Record(record) = shape else { return Some(open) };
    let key = record.key()?;
    let (Value::Map(entries), Some(name)) = (&open.value, item.entry(key)) else {
        return Some(open);
    };
    let others = entries.iter().filter(|it| &*it.key.value != key);
    Some(map(std::iter::once(name).chain(others).cloned()))
}

/// What a text of a tree says in a language, else in any.
pub(super) fn said(node: &Node, lang: Lang) -> &str {
    let in_language = node.text().or_else(|| node.get(lang.code())?.text());
    let first = || match &node.value {
        Value::Map(entries) => entries.first().and_then(|it| it.value.text()),
        _ => None,
    };
    in_language.or_else(first).unwrap_or("")
}
