//! What the business rules of a block ask of the values of a sample.
//!
//! Only what a rule says outright is read: a value that is one of some texts, texts of which each must
//! stand in one occurrence, two elements that must differ. Whatever else a rule asks is left to the values.

use std::collections::{BTreeMap, BTreeSet};

use crate::expression::{Comparison, Expr, Kind, Macro};
use crate::view::message::constraint::ConstraintKind;
use crate::view::message::{Message, MessageModel};

/// What is asked, by the path of the element.
#[derive(Debug, Default)]
pub(super) struct Wishes {
    /// Texts of which each occurrence has one.
    one_of: BTreeMap<String, Vec<String>>,
    /// Texts of which each stands in an occurrence, in this order.
    each: BTreeMap<String, Vec<String>>,
    /// Elements that have not the value of another.
    apart: BTreeSet<String>,
}

impl Wishes {
    /// Of the rules that the message is judged by.
    pub(super) fn of(model: &MessageModel, message: &Message) -> Self {
        let mut wishes = Self::default();
        let at = model.messages.iter().position(|it| it.id == message.id);
        let own =
            model.constraints.iter().filter(|it| at.is_some_and(|at| it.messages.contains(&at)));
        for rule in own.filter(|it| matches!(it.kind, ConstraintKind::Rule { .. })) {
            wishes.read(&rule.checked.expr, &BTreeMap::new(), false);
        }
        wishes
    }

    /// The text that is asked for at the `turn`th occurrence in place of this one; none where this
    /// one will do.
    pub(super) fn text(&self, path: &str, now: &str, turn: usize) -> Option<&str> {
        let each = self.each.get(path).and_then(|all| all.get(turn));
        let one_of = self.one_of.get(path).filter(|all| !all.iter().any(|it| it == now));
        let wish = each.or_else(|| one_of.and_then(|all| all.get(turn % all.len())));
        wish.map(String::as_str).filter(|it| *it != now)
    }

    /// How many occurrences of a class are needed, so that each text that is asked for stands in one.
    pub(super) fn occurrences(&self, class: &str) -> usize {
        let below = |path: &str| path.rsplit_once('/').is_some_and(|it| it.0 == class);
        let texts = self.each.iter().filter(|it| below(it.0)).map(|it| it.1.len());
        texts.max().unwrap_or_default()
    }

    /// Whether the element must differ from another.
    pub(super) fn is_apart(&self, path: &str) -> bool {
        self.apart.contains(path)
    }

    /// Reads what must hold; within `exists`, for one occurrence only.
    fn read(&mut self, expr: &Expr, names: &BTreeMap<&str, String>, of_one: bool) {
        match &expr.kind {
            Kind::And(all) => all.iter().for_each(|it| self.read(it, names, of_one)),
            Kind::Each { kind, of, variable, body } => {
                let Some(path) = path(of, names) else { return };
                let mut names = names.clone();
                names.insert(&variable.name, path);
                match kind {
                    Macro::All => self.read(body, &names, of_one),
                    Macro::Exists | Macro::ExistsOne => self.read(body, &names, true),
                    Macro::Filter | Macro::Map => {}
                }
            }
            Kind::In { item, list } => {
                if let (Some(path), Kind::List(items), false) =
                    (path(item, names), &list.kind, of_one)
                {
                    let texts = items.iter().filter_map(text).map(str::to_owned).collect();
                    self.one_of.entry(path).or_insert(texts);
                }
            }
            Kind::Compare { op, left, right } => {
                let Some(left) = path(left, names) else { return };
                match (op, text(right), of_one) {
                    (Comparison::Equal, Some(text), true) => {
                        let all = self.each.entry(left).or_default();
                        if !all.iter().any(|it| it == text) {
                            all.push(text.to_owned());
                        }
                    }
                    (Comparison::Equal, Some(text), false) => {
                        self.one_of.entry(left).or_insert_with(|| vec![text.to_owned()]);
                    }
                    (Comparison::Unequal, None, false) if path(right, names).is_some() => {
                        self.apart.insert(left);
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
}

/// The path that an expression names, with variables replaced by the lists they go through.
fn path(expr: &Expr, names: &BTreeMap<&str, String>) -> Option<String> {
    match &expr.kind {
        Kind::Name(name) => Some(names.get(name.as_str()).cloned().unwrap_or_else(|| name.clone())),
        Kind::Select { of, field } => Some(format!("{}/{}", path(of, names)?, field.name)),
        _ => None,
    }
}

fn text(expr: &Expr) -> Option<&str> {
    match &expr.kind {
        Kind::Text(text) => Some(text),
        _ => None,
    }
}
