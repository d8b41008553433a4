//! Schematron: business rules and conditions of each message, for processors that others made.
//!
//! What `XPath` 1.0 can say exactly stands in a schema with the binding `xslt`; what needs `XPath` 2.0
//! (exact decimals, units, moments with their zones, variables) in one with the binding `xslt2`.

mod logic;
mod names;
mod table;
mod values;
mod xpath;

use crate::expression::{Dimension, Expr, Kind, Macro, UNITS};
use crate::render::message::cannot::Cannot;
use crate::render::message::schematron::logic::Test;
use crate::render::message::schematron::names::{What, class_at};
use crate::render::message::schematron::xpath::{Translator, Variable, Version};
use crate::render::print::xml::Xml;
use crate::render::{Artifact, Kind as Of};
use crate::view::message::constraint::{Constraint, ConstraintKind, Weight};
use crate::view::message::{Message, MessageModel};
use crate::words::Lang;

/// Namespace of ISO Schematron.
const SCH: &str = "http://purl.oclc.org/dsdl/schematron";

/// An assertion.
struct Assertion<'m> {
    constraint: &'m Constraint,
    /// Path of elements on which it is judged, as a pattern.
    context: String,
    /// What is said once for each of them: names and paths.
    lets: Vec<(String, String)>,
    /// What must hold.
    test: String,
}

/// The schemas of `model`: for each message up to two.
pub fn write(model: &MessageModel) -> Vec<Artifact> {
    let mut artifacts = Vec::new();
    for (at, message) in model.messages.iter().enumerate() {
        let own = model.constraints.iter().filter(|it| it.messages.contains(&at));
        let (mut first, mut second) = (Vec::new(), Vec::new());
        for it in own {
            match said(model, message, it) {
                Ok((Version::One, mut made)) => first.append(&mut made),
                Ok((Version::Two, mut made)) => second.append(&mut made),
                Err(_) => {}
            }
        }
        let schemas = [(Version::One, first, "sch"), (Version::Two, second, "xslt2.sch")];
        for (version, assertions, ending) in schemas {
            if !assertions.is_empty() {
                let text = schema(model, message, version, &assertions);
                let path = format!("schematron/{}.{ending}", message.id);
                artifacts.push(Artifact::text(Of::Schematron, path, text));
            }
        }
    }
    artifacts.extend(table::write(model));
    artifacts
}

/// Whether a message alone may break a constraint, as far as it can be said at all.
pub fn says(model: &MessageModel, message: &Message, constraint: &Constraint) -> bool {
    said(model, message, constraint).err() != Some(Cannot::Facts)
}

/// In which binding a constraint is said of a message; why not, where it is not.
pub(super) fn binding(
    model: &MessageModel,
    message: &Message,
    constraint: &Constraint,
) -> Result<&'static str, Cannot> {
    said(model, message, constraint).map(|it| match it.0 {
        Version::One => "XPath 1.0",
        Version::Two => "XPath 2.0",
    })
}

/// The assertions that say a constraint, in the first version of `XPath` that can.
fn said<'m>(
    model: &'m MessageModel,
    message: &'m Message,
    constraint: &'m Constraint,
) -> Result<(Version, Vec<Assertion<'m>>), Cannot> {
    let first = assertions(model, message, constraint, Version::One);
    let (version, made) = match first {
        Ok(made) => (Version::One, made),
        Err(_) => (Version::Two, assertions(model, message, constraint, Version::Two)?),
    };
    if made.is_empty() { Err(Cannot::Facts) } else { Ok((version, made)) }
}

fn assertions<'m>(
    model: &'m MessageModel,
    message: &'m Message,
    constraint: &'m Constraint,
    version: Version,
) -> Result<Vec<Assertion<'m>>, Cannot> {
    let root = &message.root;
    let mut translator = Translator {
        model,
        checked: &constraint.checked,
        version,
        root,
        this: None,
        variables: Vec::new(),
        depth: 0,
    };
    let document = format!("d:{}", root.xml);
    let expr = &constraint.checked.expr;
    if let ConstraintKind::Condition { path } = &constraint.kind {
        let (class, _) = path.rsplit_once('/').unwrap_or((path, ""));
        let Some(class) = class_at(root, class) else { return Ok(Vec::new()) };
        translator.this = Some(class);
        let holds = translator.test(expr, true)?;
        let own = class.attributes.iter().find(|it| it.path == *path).map(|it| &it.xml);
        let inner = class.classes.iter().find(|it| it.path == *path).map(|it| &it.xml);
        let Some(tag) = own.or(inner) else { return Ok(Vec::new()) };
        let test = holds.not().or(Test::tight(format!("d:{tag}")));
        let context = context_of(message, &class.path);
        let lets = vec![
            ("root".to_owned(), format!("ancestor-or-self::{document}[last()]")),
            ("this".to_owned(), ".".to_owned()),
        ];
        return Ok(asserted(constraint, context, lets, test));
    }
    let mut made = Vec::new();
    let parts = match &expr.kind {
        Kind::And(all) => all.iter().collect(),
        _ => vec![expr],
    };
    let mut refused = None;
    for part in parts {
        match part_of(&mut translator, message, constraint, part) {
            Ok(mut it) => made.append(&mut it),
            Err(cannot) => refused = Some(cannot),
        }
    }
    refused.map_or(Ok(made), Err)
}

/// The assertion of one part of a rule. What holds for each item of a list is judged on each item, so
/// that a processor says which one it is.
fn part_of<'m>(
    translator: &mut Translator<'m>,
    message: &'m Message,
    constraint: &'m Constraint,
    part: &Expr,
) -> Result<Vec<Assertion<'m>>, Cannot> {
    let document = format!("d:{}", message.root.xml);
    if let Kind::Each { kind: Macro::All, of, variable, body } = &part.kind
        && let Ok(place) = translator.place(of)
        && let What::Class(class) = place.what
    {
        let depth = translator.depth;
        translator.variables.push(Variable {
            name: variable.name.clone(),
            what: place.what,
            depth,
            bound: true,
        });
        let fails = translator.test(body, false);
        translator.variables.pop();
        let lets = vec![
            ("root".to_owned(), format!("ancestor::{document}[last()]")),
            (variable.name.clone(), ".".to_owned()),
        ];
        return Ok(asserted(constraint, context_of(message, &class.path), lets, fails?.not()));
    }
    let fails = translator.test(part, false)?;
    let lets = vec![("root".to_owned(), ".".to_owned())];
    Ok(asserted(constraint, document, lets, fails.not()))
}

fn asserted(
    constraint: &Constraint,
    context: String,
    lets: Vec<(String, String)>,
    test: Test,
) -> Vec<Assertion<'_>> {
    match test {
        Test::Always => Vec::new(),
        test => vec![Assertion { constraint, context, lets, test: test.text() }],
    }
}

/// The pattern that matches the elements of a class.
fn context_of(message: &Message, path: &str) -> String {
    let mut tags = vec![format!("d:{}", message.root.xml)];
    let mut class = &message.root;
    while class.path != path {
        let next = class.classes.iter().find(|it| class_at(it, path).is_some());
        let Some(next) = next else { break };
        tags.push(format!("d:{}", next.xml));
        class = next;
    }
    tags.join("/")
}

/// A name that may be an identifier in XML.
fn identifier(name: &str) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c } else { '.' };
    format!("c-{}", name.chars().map(safe).collect::<String>())
}

fn schema(
    model: &MessageModel,
    message: &Message,
    version: Version,
    assertions: &[Assertion<'_>],
) -> String {
    let mut xml = Xml::document();
    let (en, fr) = super::origin(model);
    let binding = match version {
        Version::One => "xslt",
        Version::Two => "xslt2",
    };
    let attributes =
        [("xmlns:sch", SCH), ("queryBinding", binding), ("schemaVersion", &message.version)];
    xml.element("sch:schema", &attributes, |xml| {
        xml.leaf("sch:title", &[], message.label.any(Lang::En));
        let ns = |xml: &mut Xml, prefix: &str, uri: &str| {
            xml.empty("sch:ns", &[("prefix", prefix), ("uri", uri)]);
        };
        ns(xml, "d", &model.document_namespace(message));
        ns(xml, "ds", &model.data_type_namespace());
        if version == Version::Two {
            ns(xml, "xs", "http://www.w3.org/2001/XMLSchema");
        }
        xml.leaf("sch:p", &[("xml:lang", "en")], &en);
        xml.leaf("sch:p", &[("xml:lang", "fr")], &fr);
        if version == Version::Two {
            units(xml);
        }
        for (at, it) in assertions.iter().enumerate() {
            pattern(xml, at, it);
        }
        xml.element("sch:diagnostics", &[], |xml| {
            for (at, it) in assertions.iter().enumerate() {
                let id = format!("fr-{at}");
                let attributes = [("id", id.as_str()), ("xml:lang", "fr")];
                xml.leaf("sch:diagnostic", &attributes, &sentence(it.constraint, Lang::Fr));
            }
        });
    });
    xml.finish()
}

fn pattern(xml: &mut Xml, at: usize, it: &Assertion<'_>) {
    let id = format!("{}-{at}", identifier(it.constraint.name()));
    xml.element("sch:pattern", &[("id", &id)], |xml| {
        xml.element("sch:rule", &[("context", &it.context)], |xml| {
            for (name, value) in &it.lets {
                xml.empty("sch:let", &[("name", name), ("value", value)]);
            }
            let diagnostics = format!("fr-{at}");
            let role = match &it.constraint.kind {
                ConstraintKind::Rule { weight: Weight::Warning, .. } => "warning",
                _ => "error",
            };
            let code = it.constraint.code();
            let mut attributes = vec![
                ("id", id.as_str()),
                ("role", role),
                ("test", it.test.as_str()),
                ("diagnostics", &diagnostics),
            ];
            // Identifiers of assertions must be their own.
            let own = format!("{id}-test");
            attributes[0].1 = &own;
            if !code.is_empty() {
                attributes.push(("flag", code));
            }
            xml.leaf("sch:assert", &attributes, &sentence(it.constraint, Lang::En));
        });
    });
}

/// What a constraint says to people.
fn sentence(constraint: &Constraint, lang: Lang) -> String {
    format!("{}: {}", constraint.name(), constraint.statement.any(lang))
}

/// The units that are converted into each other, as sequences that belong together.
fn units(xml: &mut Xml) {
    let list = |of: &dyn Fn(&(&str, Dimension, &str)) -> String| {
        let all: Vec<String> = UNITS.iter().map(of).collect();
        format!("({})", all.join(", "))
    };
    let decimal =
        |text: &str| if text.contains('.') { text.to_owned() } else { format!("{text}.0") };
    let codes = list(&|it| format!("'{}'", it.0)).replace("'H87'", "'H87', ''");
    let factors = list(&|it| match it.0 {
        "H87" => "1.0, 1.0".to_owned(),
        _ => decimal(it.2),
    });
    let dimensions = list(&|it| match it.0 {
        "H87" => format!("'{0:?}', '{0:?}'", it.1),
        _ => format!("'{:?}'", it.1),
    });
    for (name, value) in
        [("gnc-units", codes), ("gnc-factors", factors), ("gnc-dimensions", dimensions)]
    {
        xml.empty("sch:let", &[("name", name), ("value", &value)]);
    }
}
