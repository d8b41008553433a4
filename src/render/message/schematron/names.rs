//! From the names of the expression language to paths in XML.

use crate::expression::{Expr, Kind};
use crate::render::message::cannot::Cannot;
use crate::render::message::schematron::xpath::{Translator, Version};
use crate::view::message::facets::DATE_STRING;
use crate::view::message::facets::DataKind;
use crate::view::message::{Attribute, Class};

/// Something that a name leads to.
#[derive(Clone, Debug)]
pub(super) struct Place<'m> {
    /// The path; empty where there is none.
    pub(super) path: String,
    /// What stands there.
    pub(super) what: What<'m>,
}

/// What stands at a place.
#[derive(Clone, Copy, Debug)]
pub(super) enum What<'m> {
    /// Elements of a class.
    Class(&'m Class),
    /// Elements with a value.
    Value(&'m Attribute),
    /// Currency or unit beside a value.
    Beside,
    /// Nothing: the message does not carry it.
    Nothing,
    /// A fact that the message does not say.
    Fact,
}

/// The last tag of a path.
fn tag(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The class at `path`, at or below `class`.
pub(super) fn class_at<'m>(class: &'m Class, path: &str) -> Option<&'m Class> {
    if class.path == path {
        return Some(class);
    }
    class.classes.iter().find_map(|it| class_at(it, path))
}

impl<'m> Place<'m> {
    pub(super) fn new(path: impl Into<String>, what: What<'m>) -> Self {
        Self { path: path.into(), what }
    }

    /// What stands below under a name.
    fn below(&self, name: &str) -> Self {
        let step = |xml: &str| match self.path.as_str() {
            "." => format!("d:{xml}"),
            path => format!("{path}/d:{xml}"),
        };
        match self.what {
            What::Fact => self.clone(),
            What::Class(class) => {
                let own = class.attributes.iter().find(|it| tag(&it.path) == name);
                let inner = || class.classes.iter().find(|it| tag(&it.path) == name);
                match (own, inner()) {
                    (Some(it), _) => Self::new(step(&it.xml), What::Value(it)),
                    (None, Some(it)) => Self::new(step(&it.xml), What::Class(it)),
                    (None, None) => Self::new("", What::Nothing),
                }
            }
            What::Value(_) => Self::new(format!("{}/@{name}", self.path), What::Beside),
            What::Beside | What::Nothing => Self::new("", What::Nothing),
        }
    }
}

impl<'m> Translator<'m> {
    /// The path of the text at a place: a date holds an element with its text.
    pub(super) fn text_at(&self, place: &Place<'m>) -> String {
        let What::Value(attribute) = place.what else { return place.path.clone() };
        let of = self.model.data_types.get(attribute.data_type);
        match (of.map(|it| it.kind), place.path.as_str()) {
            (Some(DataKind::DateTime), ".") => format!("ds:{DATE_STRING}"),
            (Some(DataKind::DateTime), path) => format!("{path}/ds:{DATE_STRING}"),
            _ => place.path.clone(),
        }
    }

    /// What a name leads to.
    pub(super) fn place(&self, expr: &Expr) -> Result<Place<'m>, Cannot> {
        match &expr.kind {
            Kind::Select { of, field } => Ok(self.place(of)?.below(&field.name)),
            Kind::Name(name) => {
                if let Some(found) = self.variables.iter().rev().find(|it| it.name == *name) {
                    return match self.version {
                        Version::One if found.depth != self.depth && !found.bound => {
                            Err(Cannot::Variable)
                        }
                        Version::One if !found.bound => Ok(Place::new(".", found.what)),
                        _ => Ok(Place::new(format!("${name}"), found.what)),
                    };
                }
                if name == "this" {
                    return Ok(Place::new("$this", self.this.map_or(What::Nothing, What::Class)));
                }
                if *name == self.root.path {
                    return Ok(Place::new("$root", What::Class(self.root)));
                }
                Ok(Place::new("", What::Fact))
            }
            _ => Err(Cannot::Form),
        }
    }
}
