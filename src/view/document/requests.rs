//! Data maintenance requests: for each element that goes beyond the maximum dataset, what is asked
//! for, why, who needs it, and what it means to those who use the dataset.

use crate::catalogue;
use crate::expression::{parse, references};
use crate::model::{self, Requirement};
use crate::resolve::{Beyond, ClusterElement, Excess, Permission, Resolved};
use crate::view::document::columns::drop_empty_columns;
use crate::view::document::context::Values;
use crate::view::document::tables::Directive;
use crate::view::document::{Block, Column, Inline, Inlines, Options, Row, values};
use crate::words::requests as say;
use crate::words::{Lang, Words, tables};

const MESSAGES: &str = "process_alignment.messages";

/// An element that goes beyond the maximum dataset, and the other blocks with that dataset.
#[derive(Clone, Debug)]
pub(super) struct Requested<'a> {
    beyond: Beyond<'a>,
    others: Vec<&'a Resolved>,
}

/// What the block has to ask for, in the order of its cluster.
pub(super) fn all<'a>(resolved: &'a Resolved, options: Options<'a>) -> Vec<Requested<'a>> {
    let dataset = |block: &'a Resolved| Some(&*block.data_cluster()?.maximum.as_ref()?.value.0);
    let same = |it: &&'a Resolved| it.id() != resolved.id() && dataset(it) == dataset(resolved);
    let mut others: Vec<&Resolved> = options.others.iter().map(|it| &**it).filter(same).collect();
    others.sort_by_key(|it| it.id());
    others.dedup_by_key(|it| it.id());
    let wanted = |it: &Beyond| {
        options.elements.is_empty()
            || options.elements.iter().any(|path| **path == *it.element.path)
    };
    let beyond = resolved.beyond().into_iter().filter(wanted);
    beyond.map(|beyond| Requested { beyond, others: others.clone() }).collect()
}

/// In what an element goes beyond the dataset, in words.
pub fn describe(excess: &Excess, lang: Lang) -> String {
    let said =
        |words: Words, own: &str, limit: &str| words.with(lang, &[("own", own), ("limit", limit)]);
    match excess {
        Excess::Outside => say::OUTSIDE.get(lang).to_owned(),
        Excess::Kind { own, limit } => {
            said(say::KIND, own.label().get(lang), limit.label().get(lang))
        }
        Excess::Format { own, limit } => said(say::FORMAT, &own.to_string(), &limit.to_string()),
        Excess::Occurs { own, limit } => said(say::OCCURS, &own.to_string(), &limit.to_string()),
        Excess::Codes { own, limit } => said(say::CODES, own, limit),
    }
}

/// The requests as templates see them.
pub(super) fn listed(values: &mut Values) -> tera::Value {
    let requests = std::mem::take(&mut values.requests);
    let permissions = values.resolved.permissions();
    let list: Vec<tera::Value> =
        requests.iter().map(|it| it.listed(&permissions, values)).collect();
    values.requests = requests;
    list.into()
}

impl Requested<'_> {
    fn listed(&self, permissions: &[Permission], values: &mut Values) -> tera::Value {
        let (lang, resolved, element) = (values.lang, values.resolved, self.beyond.element);
        let own = &element.own;
        let mut map = tera::Map::default();
        let list = |items: Vec<tera::Value>| tera::Value::from(items);
        let texts = |items: Vec<String>| {
            list(items.iter().map(|it| tera::Value::normal_string(it)).collect())
        };
        map.insert("name".into(), tera::Value::normal_string(&self.title(resolved, lang)));
        let case = resolved.block.business_case.as_ref();
        let purposes = case.iter().flat_map(|it| &it.purposes).filter(|purpose| {
            let id = purpose.id.as_ref();
            id.is_some_and(|id| own.purposes.iter().any(|it| it.value == id.value))
        });
        let purposes = purposes.filter_map(|it| it.statement.as_ref());
        let purposes = purposes.map(|it| said(it, values)).collect();
        map.insert("purposes".into(), list(purposes));
        let provisions =
            self.provisions(permissions, values).into_iter().map(|it| values.keep("", it));
        let provisions: Vec<_> = provisions.collect();
        map.insert("provisions".into(), list(provisions));
        if let Some(text) = own.condition.as_ref().and_then(|it| it.text.as_ref()) {
            map.insert("condition".into(), said(text, values));
        }
        if let Some(text) = &own.note {
            map.insert("note".into(), said(text, values));
        }
        if let Some(near) = self.near(resolved) {
            map.insert("near".into(), values.keep("", vec![Inline::Code(near.to_owned())]));
        }
        map.insert("parties".into(), texts(parties(resolved, lang)));
        if element.span.file != resolved.place().file {
            map.insert("inherited".into(), tera::Value::normal_string("inherited"));
        }
        let also = self.others.iter().filter(|it| goes_beyond(it, &element.path));
        map.insert("also".into(), texts(also.map(|it| it.id().to_owned()).collect()));
        map.insert("impact".into(), texts(self.impact(resolved, lang)));
        map.insert(
            "messages".into(),
            texts(self.carried(resolved).map(|it| it.0.to_owned()).collect()),
        );
        map.insert("rules".into(), texts(self.rules(resolved)));
        let keys = resolved.data_cluster().into_iter().flat_map(|it| &it.keys);
        let keys = keys.filter(|key| key.elements.iter().any(|it| *it.value.0 == *element.path));
        let keys = keys.filter_map(|it| Some(it.id.as_ref()?.value.to_string()));
        map.insert("keys".into(), texts(keys.collect()));
        map.insert(
            "blocks".into(),
            texts(self.others.iter().map(|it| it.id().to_owned()).collect()),
        );
        if let Some(number) = &own.maintenance_request {
            map.insert("number".into(), tera::Value::normal_string(&number.value));
        }
        map.into()
    }

    /// What the element is called; its path where nobody says.
    fn name(&self, lang: Lang) -> String {
        name_of(self.beyond.element, lang).unwrap_or_else(|| self.beyond.element.path.to_string())
    }

    /// The same with the class in which it stands: many elements are called alike.
    fn title(&self, resolved: &Resolved, lang: Lang) -> String {
        let class = self.beyond.element.parent.and_then(|at| resolved.cluster.elements.get(at));
        let class = class.filter(|it| it.parent.is_some()).and_then(|it| name_of(it, lang));
        let name = self.name(lang);
        match class {
            Some(class) => say::IN_CLASS.with(lang, &[("class", &class), ("name", &name)]),
            None => name,
        }
    }

    fn is_outside(&self) -> bool {
        self.beyond.excess.contains(&Excess::Outside)
    }

    /// The element of the dataset that is spelt most alike.
    fn near<'r>(&self, resolved: &'r Resolved) -> Option<&'r str> {
        resolved.maximum().filter(|_| self.is_outside())?.suggest(&self.beyond.element.path)
    }

    /// The messages that carry the element, and how.
    fn carried<'r>(
        &self,
        resolved: &'r Resolved,
    ) -> impl Iterator<Item = (&'r str, Option<Requirement>)> {
        let at = resolved.cluster.position(&self.beyond.element.path);
        let messages = resolved.block.process_alignment.iter().flat_map(|it| &it.messages);
        let messages: Vec<_> = messages.collect();
        resolved.messages.iter().filter_map(move |it| {
            let content = it.content.iter().find(|content| Some(content.element) == at)?;
            let id = messages.get(it.message)?.id.as_ref()?;
            Some((&*id.value.0, content.requirement))
        })
    }

    /// The provisions that permit the messages with the element for a purpose that it serves.
    fn provisions(&self, permissions: &[Permission], values: &Values) -> Vec<Inlines> {
        let resolved = values.resolved;
        let carried: Vec<&str> = self.carried(resolved).map(|it| it.0).collect();
        let mut ids: Vec<&str> = Vec::new();
        for permission in permissions {
            let message = permission.message.id.as_ref().map_or("", |id| &*id.value.0);
            let serves = permission.purpose.id.as_ref().is_some_and(|id| {
                self.beyond.element.own.purposes.iter().any(|it| it.value == id.value)
            });
            if !serves || !carried.contains(&message) {
                continue;
            }
            for provision in &permission.provisions {
                let id = provision.id.as_ref().map_or("", |id| &*id.value.0);
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
        }
        let listed = values.list("business_case.legal_basis");
        let of = |id: &&str| {
            let (item, shape) = listed.iter().find(|(item, _)| {
                item.get("id").and_then(crate::syntax::Node::text) == Some(*id)
            })?;
            let mut words = values.instrument(item, *shape, "");
            let place = values.key(item, *shape, "", "provision");
            if !place.is_empty() {
                words.push(Inline::Text(", ".to_owned()));
                words.extend(place);
            }
            Some(words)
        };
        ids.iter().filter_map(of).collect()
    }

    /// The business rules and conditions whose expression names the element.
    fn rules(&self, resolved: &Resolved) -> Vec<String> {
        let names = |written: &str| {
            parse(written).is_ok_and(|expr| {
                let path = &*self.beyond.element.path;
                references(&expr).iter().any(|it| it.path.join("/") == path)
            })
        };
        let rules = resolved.block.process_alignment.iter().flat_map(|it| &it.business_rules);
        let rules = rules.filter(|it| it.assert.as_ref().is_some_and(|it| names(&it.value)));
        rules.filter_map(|it| Some(it.id.as_ref()?.value.to_string())).collect()
    }

    /// What it means to those who follow the dataset as it is.
    fn impact(&self, resolved: &Resolved, lang: Lang) -> Vec<String> {
        let pair = |words: Words, own: &str, limit: &str| {
            words.with(lang, &[("own", own), ("limit", limit)])
        };
        let said = self.beyond.excess.iter().map(|excess| match excess {
            Excess::Outside => {
                let mandatory = Some(Requirement::Mandatory);
                let must = self.carried(resolved).any(|it| it.1 == mandatory);
                let words = if must { say::IMPACT_MANDATORY } else { say::IMPACT_OPTIONAL };
                words.get(lang).to_owned()
            }
            Excess::Kind { .. } => say::IMPACT_KIND.get(lang).to_owned(),
            Excess::Format { own, limit } => {
                pair(say::IMPACT_FORMAT, &own.to_string(), &limit.to_string())
            }
            Excess::Occurs { own, limit } => {
                pair(say::IMPACT_OCCURS, &own.to_string(), &limit.to_string())
            }
            Excess::Codes { own, limit } => pair(say::IMPACT_CODES, own, limit),
        });
        said.collect()
    }
}

/// Whether a block goes beyond its dataset in the element of this path.
fn goes_beyond(block: &Resolved, path: &str) -> bool {
    block.beyond().iter().any(|it| *it.element.path == *path)
}

/// What an element is called in this language, else in another one.
fn name_of(element: &ClusterElement, lang: Lang) -> Option<String> {
    let [en, fr] = &element.name;
    let names = match lang {
        Lang::En => [en, fr],
        Lang::Fr => [fr, en],
    };
    names.into_iter().find(|it| !it.is_empty()).cloned()
}

/// What the Parties are called.
fn parties(resolved: &Resolved, lang: Lang) -> Vec<String> {
    let parties = resolved.block.block.iter().flat_map(|it| &it.parties);
    let called = parties.filter_map(|it| {
        let name = it.name.as_ref().map(|it| it.any(lang).to_owned());
        name.or_else(|| it.id.as_ref().map(|it| it.value.to_string()))
    });
    called.collect()
}

/// A text of the block for a template, set apart where it exists in another language only.
fn said(text: &model::Text, values: &mut Values) -> tera::Value {
    if let Some(text) = text.get(values.lang) {
        return tera::Value::normal_string(text);
    }
    let words = inlines(text, values.lang);
    values.keep("", words)
}

fn inlines(text: &model::Text, lang: Lang) -> Inlines {
    let words = || vec![Inline::Text(text.any(lang).to_owned())];
    let other = text.variants.iter().find_map(|(lang, _)| lang.as_deref());
    match (text.get(lang), other) {
        (None, Some(other)) => values::foreign(words(), other, lang),
        _ => words(),
    }
}

/// The table that a directive asks for; its item is the number of the request.
pub(super) fn table(directive: &Directive, caption: Inlines, values: &Values) -> Option<Block> {
    let at = directive.of.parse::<usize>().ok()?.checked_sub(1)?;
    let request = values.requests.get(at)?;
    let (columns, rows) = match &*directive.table {
        "request" => request.element(values),
        "request-messages" => request.messages(values),
        _ => request.blocks(values),
    };
    let mut table = directive.table_of(caption, columns, rows);
    drop_empty_columns(&mut table);
    (!table.rows.is_empty()).then_some(Block::Table(table))
}

fn text(words: &str) -> Inlines {
    if words.is_empty() { Vec::new() } else { vec![Inline::Text(words.to_owned())] }
}

fn code(words: &str) -> Inlines {
    if words.is_empty() { Vec::new() } else { vec![Inline::Code(words.to_owned())] }
}

fn row(cells: Vec<Inlines>) -> Row {
    Row { anchor: String::new(), group: false, level: 0, cells }
}

impl Requested<'_> {
    /// What is asked for, beside what the dataset has.
    fn element(&self, values: &Values) -> (Vec<Column>, Vec<Row>) {
        let (lang, resolved, element) = (values.lang, values.resolved, self.beyond.element);
        let own = &element.own;
        let there = resolved.maximum().and_then(|it| it.row(&element.path));
        let label = |words: Words| words.get(lang);
        let what = match (self.is_outside(), element.is_class()) {
            (true, true) => say::NEW_CLASS,
            (true, false) => say::NEW_ELEMENT,
            (false, _) => say::WIDEN,
        };
        let class = element.parent.and_then(|at| resolved.cluster.elements.get(at));
        let class = class.map_or_else(Vec::new, |it| {
            let mut words = code(&it.path);
            let known = [&*it.wco_name, &*it.wco_id].join(" ");
            if !known.trim().is_empty() {
                words.push(Inline::Text(format!(" ({})", known.trim())));
            }
            words
        });
        let list = |id: &str| {
            let mut words = code(id);
            let lists = resolved.data_cluster().map_or(&[][..], |it| &it.code_lists);
            let own = lists.iter().find(|it| it.id.as_ref().is_some_and(|it| *it.value.0 == *id));
            let title = if let Some(own) = own {
                own.title.as_ref().map_or("", |it| it.any(lang))
            } else {
                let known = resolved.catalogue.entry(catalogue::Kind::CodeList, id);
                known.map_or("", |it| it.title.any(lang))
            };
            if !title.is_empty() {
                words.push(Inline::Text(format!(" ({title})")));
            }
            words
        };
        let stated = |words: Inlines| {
            if words.is_empty() { text(label(say::TO_BE_STATED)) } else { words }
        };
        let definition = own.definition.as_ref().map_or_else(Vec::new, |it| inlines(it, lang));
        let theirs = text(there.map_or("", |it| it.definition.any(lang)));
        let definition = if self.is_outside() { stated(definition) } else { definition };
        let flag = |it: bool| text(&values::flag(it, lang));
        let mut rows = vec![
            (say::REQUEST, text(label(what)), Vec::new()),
            (say::ELEMENT_PATH, code(&element.path), Vec::new()),
            (say::NAME, text(&self.name(lang)), Vec::new()),
            (say::CLASS, class, Vec::new()),
            (
                say::WCO_ID,
                match element.wco_id.is_empty() {
                    true => text(label(say::TO_BE_ASSIGNED)),
                    false => code(&element.wco_id),
                },
                Vec::new(),
            ),
            (say::DEFINITION, definition, theirs),
        ];
        if !element.is_class() {
            let kind = |it: Option<model::DataType>| text(it.map_or("", |it| it.label().get(lang)));
            let format = |it: Option<crate::text::notation::Format>| {
                it.map_or_else(Vec::new, |it| code(&it.to_string()))
            };
            rows.push((
                say::DATA_TYPE,
                stated(kind(element.data_type)),
                kind(there.and_then(|it| it.data_type)),
            ));
            rows.push((
                say::FORMAT_ROW,
                stated(format(element.format)),
                format(resolved.format_limit(element)),
            ));
        }
        let limit = element.maximum_occurs.map_or_else(Vec::new, |it| code(&it.to_string()));
        rows.push((say::OCCURRENCE, code(&element.occurs.to_string()), limit));
        let codes = element.codes.as_ref().map_or_else(Vec::new, |it| list(&it.id));
        let theirs = there.and_then(|it| it.codelist.as_deref());
        rows.push((say::CODE_LIST, codes, theirs.map_or_else(Vec::new, list)));
        if !element.is_class() {
            rows.push((
                say::PERSONAL,
                flag(element.personal),
                there.map_or_else(Vec::new, |it| flag(it.personal)),
            ));
            let class =
                |it: Option<model::Classification>| text(it.map_or("", |it| it.label().get(lang)));
            let theirs = there.map(|it| it.classification);
            rows.push((say::CLASSIFICATION, class(element.classification), class(theirs)));
        }
        let number =
            own.maintenance_request.as_ref().map_or(label(say::TO_BE_ASSIGNED), |it| &it.value);
        rows.push((say::NUMBER, text(number), Vec::new()));
        let rows =
            rows.into_iter().filter(|(_, own, theirs)| !own.is_empty() || !theirs.is_empty());
        let rows = rows.map(|(name, own, theirs)| row(vec![text(label(name)), own, theirs]));
        let columns = vec![
            Column::left(say::ENTRY, 3, lang),
            Column::left(say::ASKED, 6, lang),
            Column::left(say::PRESENT, 6, lang),
        ];
        (columns, rows.collect())
    }

    fn messages(&self, values: &Values) -> (Vec<Column>, Vec<Row>) {
        let lang = values.lang;
        let rows = self.carried(values.resolved).map(|(id, requirement)| {
            let requirement = requirement.map_or("", |it| it.label().get(lang));
            row(vec![values.called(MESSAGES, id), text(requirement)])
        });
        let columns =
            vec![Column::left(tables::MESSAGE, 5, lang), Column::left(say::REQUIREMENT, 3, lang)];
        (columns, rows.collect())
    }

    fn blocks(&self, values: &Values) -> (Vec<Column>, Vec<Row>) {
        let lang = values.lang;
        let path = &*self.beyond.element.path;
        let class = path.rsplit_once('/').map_or("", |(class, _)| class);
        let rows = self.others.iter().map(|it| {
            let has = |path: &str| it.cluster.find(path).is_some();
            let words = match () {
                () if goes_beyond(it, path) => say::USES_SAME,
                () if has(path) => say::USES_WITHIN,
                () if has(class) => say::USES_CLASS,
                () => say::USES_NEITHER,
            };
            let mut name = code(it.id());
            name.extend(text(&format!(" {}", it.version())));
            row(vec![name, text(&values::join(&parties(it, lang), lang)), text(words.get(lang))])
        });
        let columns = vec![
            Column::left(say::BLOCK, 4, lang),
            Column::left(crate::words::index::PARTIES, 4, lang),
            Column::left(say::USE, 5, lang),
        ];
        (columns, rows.collect())
    }
}
