//! From the messages of a block to types of distinct shape with names of their own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::view::message::interface::Operation;
use crate::view::message::{Class, Message, MessageModel, Nature, header, name};
use crate::view::stub::timing::Limits;
use crate::view::stub::{ClassType, Content, Exchange, Field, MessageType, StubModel};

/// The tag by which the sender of a message identifies it.
const REFERENCE: &str = "FunctionalReferenceID";

pub(super) fn build(model: Arc<MessageModel>) -> StubModel {
    let mut shapes = Shapes::default();
    let header = shapes.class(&model.header, header::ROOT, header::ROOT);
    let classes: Vec<usize> =
        model.messages.iter().map(|it| shapes.class(&it.root, &it.name, &it.name)).collect();
    let taken = model.messages.iter().map(|it| it.name.to_ascii_lowercase()).collect();
    let messages = model.messages.iter().zip(classes).map(|it| message(it.0, it.1)).collect();
    let operations =
        model.interface.operations.iter().filter_map(|it| exchange(&model, it)).collect();
    let limits = Limits::of(&model.interface);
    StubModel { classes: shapes.named(taken), header, messages, operations, limits, model }
}

fn message(it: &Message, class: usize) -> MessageType {
    let reference = it.root.attributes.iter().find(|it| it.xml == REFERENCE);
    MessageType {
        name: it.name.clone(),
        id: it.id.clone(),
        label: it.label.clone(),
        purpose: it.purpose.clone(),
        xml: it.root.xml.clone(),
        json: it.root.json.clone(),
        class,
        reference: reference.map_or_else(String::new, |it| it.json.clone()),
    }
}

fn exchange(model: &MessageModel, it: &Operation) -> Option<Exchange> {
    let message = model.messages.get(it.message)?;
    // A question that nothing acknowledges is answered in the response to the call.
    let answer = message.answered_by.iter().find(|at| model.messages.get(**at).is_some());
    let at_once =
        message.nature == Nature::Request && message.acknowledged_by.is_empty() && answer.is_some();
    let acknowledged = message.acknowledged_by.iter().find(|at| model.messages.get(**at).is_some());
    Some(Exchange {
        id: it.id.clone(),
        path: it.path.clone(),
        summary: it.summary.clone(),
        message: it.message,
        reply: if at_once { answer } else { acknowledged }.copied(),
        at_once,
    })
}

/// What makes two classes one type: tag, and each field with how often it occurs and what it holds.
type Shape = (String, Vec<(String, String, u32, u32, bool, usize)>);

#[derive(Default)]
struct Shapes {
    classes: Vec<ClassType>,
    /// Names for each class, the shortest first, by where it stands first.
    wanted: Vec<[String; 4]>,
    known: BTreeMap<Shape, usize>,
}

impl Shapes {
    /// The position of the type for `class`, which stands in `parent` of `message`.
    fn class(&mut self, class: &Class, parent: &str, message: &str) -> usize {
        let mut fields = Vec::with_capacity(class.attributes.len() + class.classes.len());
        for it in &class.attributes {
            fields.push(Field {
                xml: it.xml.clone(),
                json: it.json.clone(),
                term: Arc::clone(&it.term),
                presence: it.presence.clone(),
                content: Content::Value(it.data_type),
            });
        }
        for it in &class.classes {
            let content = Content::Class(self.class(it, &class.xml, message));
            fields.push(Field {
                xml: it.xml.clone(),
                json: it.json.clone(),
                term: Arc::clone(&it.term),
                presence: it.presence.clone(),
                content,
            });
        }
        let shape = fields.iter().map(|it| {
            let (is_class, at) = match it.content {
                Content::Class(at) => (true, at),
                Content::Value(at) => (false, at),
            };
            (it.xml.clone(), it.json.clone(), it.presence.min, it.presence.max, is_class, at)
        });
        let shape = (class.xml.clone(), shape.collect());
        if let Some(known) = self.known.get(&shape) {
            return *known;
        }
        let at = self.classes.len();
        self.known.insert(shape, at);
        let tag = name::upper_camel(&class.xml);
        let parent = name::upper_camel(parent);
        self.wanted.push([
            tag.clone(),
            format!("{parent}{tag}"),
            format!("{message}{tag}"),
            format!("{message}{}", name::upper_camel(&class.path)),
        ]);
        self.classes.push(ClassType {
            name: tag,
            xml: class.xml.clone(),
            term: Arc::clone(&class.term),
            fields,
        });
        at
    }

    /// The classes, each with the shortest name that no other class wants and no message has.
    /// Names differ in more than the case of letters: files are named after them.
    fn named(mut self, mut taken: BTreeSet<String>) -> Vec<ClassType> {
        let mut wished: BTreeMap<String, usize> = BTreeMap::new();
        for names in &self.wanted {
            for name in names.iter().collect::<BTreeSet<_>>() {
                *wished.entry(name.to_ascii_lowercase()).or_default() += 1;
            }
        }
        for (class, names) in self.classes.iter_mut().zip(&self.wanted) {
            let is_own = |name: &&String| {
                let low = name.to_ascii_lowercase();
                wished.get(&low) == Some(&1) && !taken.contains(&low)
            };
            let mut name = names.iter().find(is_own).unwrap_or(&names[3]).clone();
            let stem = name.clone();
            let mut count = 2;
            while !taken.insert(name.to_ascii_lowercase()) {
                name = format!("{stem}{count}");
                count += 1;
            }
            class.name = name;
        }
        self.classes
    }
}
