//! The XML Schema of a block that keeps one that exists already: a module for each of its namespaces, and
//! its types, each made from the one that it was made from.

use std::collections::{BTreeMap, BTreeSet};

use crate::render::message::xsd::{XS, annotation, labels, occurrence, said};
use crate::render::print::xml::Xml;
use crate::render::{Artifact, Kind};
use crate::view::message::given::{BOUNDS, Base, Given, GivenAttribute, GivenFacets, GivenType};
use crate::view::message::{Attribute, Class, MessageModel, Presence};
use crate::words::Label;
use crate::words::message as say;

/// The modules of `model`, one for each namespace.
pub(super) fn write(model: &MessageModel, given: &Given) -> Vec<Artifact> {
    let modules = Modules::new(model, given);
    let of = |module: &Module| {
        let path = format!("xsd/{}", module.file);
        Artifact::text(Kind::Xsd, path, modules.module(module))
    };
    modules.all.iter().map(of).collect()
}

/// An element that is known in its whole namespace.
#[derive(Clone, Copy)]
enum Global<'m> {
    /// The wrapper.
    Wrapper(&'m Class),
    /// A class: a document, or one that stands in a class of another namespace.
    Class(&'m Class),
    /// An attribute that stands in a class of another namespace.
    Attribute(&'m Attribute),
}

impl<'m> Global<'m> {
    fn tag(self) -> &'m str {
        match self {
            Self::Wrapper(it) | Self::Class(it) => &it.xml,
            Self::Attribute(it) => &it.xml,
        }
    }
}

/// What one namespace holds.
struct Module<'m> {
    namespace: String,
    file: String,
    title: Label,
    elements: Vec<Global<'m>>,
    /// Positions of its types.
    types: Vec<usize>,
}

struct Modules<'m> {
    model: &'m MessageModel,
    given: &'m Given,
    all: Vec<Module<'m>>,
    positions: BTreeMap<String, usize>,
}

impl<'m> Modules<'m> {
    fn new(model: &'m MessageModel, given: &'m Given) -> Self {
        let mut it = Self { model, given, all: Vec::new(), positions: BTreeMap::new() };
        let mut found = Vec::new();
        if given.wrapped {
            let namespace = model.header_namespace();
            let wrapper = Global::Wrapper(&model.header);
            it.put(&namespace, "DocumentMetaData.xsd", &model.header.term.label, wrapper);
            found.push((namespace, &model.header));
        }
        for message in &model.messages {
            let namespace = model.document_namespace(message);
            let file = format!("{}.xsd", message.id);
            it.put(&namespace, &file, &message.label, Global::Class(&message.root));
            found.push((namespace, &message.root));
        }
        // Elements of other namespaces than that of their class are known in their whole namespace.
        while let Some((namespace, class)) = found.pop() {
            for attribute in &class.attributes {
                if let Some(own) = attribute.namespace.as_ref().filter(|it| **it != namespace) {
                    it.put_beside(own, &attribute.term.label, Global::Attribute(attribute));
                }
            }
            for inner in &class.classes {
                let own = inner.namespace.as_ref().unwrap_or(&namespace);
                if *own != namespace {
                    it.put_beside(own, &inner.term.label, Global::Class(inner));
                }
                found.push((own.clone(), inner));
            }
        }
        let title = Label::new(say::DATA_TYPES.en, say::DATA_TYPES.fr);
        let mut count = 0;
        for at in 0..given.types.len() {
            let namespace = it.of_type(at);
            if !it.positions.contains_key(&namespace) {
                count += 1;
                let number = if count == 1 { String::new() } else { count.to_string() };
                it.open(&namespace, &format!("DS{number}.xsd"), &title);
            }
            let module = it.positions.get(&namespace).and_then(|at| it.all.get_mut(*at));
            if let Some(module) = module {
                module.types.push(at);
            }
        }
        it
    }

    /// The module of this namespace, made where there is none yet.
    fn open(&mut self, namespace: &str, file: &str, title: &Label) -> usize {
        let (all, title) = (&mut self.all, title.clone());
        *self.positions.entry(namespace.to_owned()).or_insert_with(|| {
            let (namespace, file) = (namespace.to_owned(), file.to_owned());
            all.push(Module { namespace, file, title, elements: Vec::new(), types: Vec::new() });
            all.len() - 1
        })
    }

    fn put(&mut self, namespace: &str, file: &str, title: &Label, element: Global<'m>) {
        let at = self.open(namespace, file, title);
        if let Some(module) = self.all.get_mut(at)
            && module.elements.iter().all(|it| it.tag() != element.tag())
        {
            module.elements.push(element);
        }
    }

    fn put_beside(&mut self, namespace: &str, title: &Label, element: Global<'m>) {
        let file = format!("Elements{}.xsd", self.all.len());
        self.put(namespace, &file, title, element);
    }

    fn of_type(&self, at: usize) -> String {
        match self.given.types.get(at) {
            Some(it) if !it.namespace.is_empty() => it.namespace.clone(),
            _ => self.model.data_type_namespace(),
        }
    }

    fn prefix(&self, namespace: &str) -> String {
        self.positions.get(namespace).map_or_else(String::new, |at| format!("n{}", at + 1))
    }

    fn qualified(&self, namespace: &str, name: &str) -> String {
        format!("{}:{name}", self.prefix(namespace))
    }

    /// The name of the type of a value itself, without the element that holds it.
    fn type_name(&self, base: Base) -> String {
        match base {
            Base::BuiltIn(it) => format!("xs:{}", it.name),
            Base::Type(at) => self.qualified(&self.of_type(at), &self.content_name(at)),
        }
    }

    fn content_name(&self, at: usize) -> String {
        let Some(it) = self.given.types.get(at) else { return String::new() };
        match it.holder.is_empty() {
            true => it.id.clone(),
            false => format!("{}Content", it.id),
        }
    }

    fn module(&self, module: &Module) -> String {
        let mut used = BTreeSet::from([module.namespace.clone()]);
        for global in &module.elements {
            self.used(*global, &module.namespace, &mut used);
        }
        for it in module.types.iter().filter_map(|at| self.given.types.get(*at)) {
            for base in it.attributes.iter().map(|it| it.base).chain([it.base]) {
                if let Base::Type(at) = base {
                    used.insert(self.of_type(at));
                }
            }
        }
        let prefixes: Vec<(String, &String)> =
            used.iter().map(|it| (format!("xmlns:{}", self.prefix(it)), it)).collect();
        let mut attributes = vec![
            ("xmlns:xs", XS),
            ("targetNamespace", module.namespace.as_str()),
            ("elementFormDefault", "qualified"),
            ("version", self.model.version.as_str()),
        ];
        attributes.extend(prefixes.iter().map(|(name, it)| (name.as_str(), it.as_str())));
        let mut xml = Xml::document();
        xml.element("xs:schema", &attributes, |xml| {
            said(xml, self.model, &module.title);
            for namespace in used.iter().filter(|it| **it != module.namespace) {
                let file = self.positions.get(namespace).and_then(|at| self.all.get(*at));
                let Some(file) = file.map(|it| it.file.as_str()) else { continue };
                let import = [("namespace", namespace.as_str()), ("schemaLocation", file)];
                xml.empty("xs:import", &import);
            }
            for at in &module.types {
                if let Some(it) = self.given.types.get(*at) {
                    self.value_type(xml, *at, it);
                }
            }
            for global in &module.elements {
                match *global {
                    Global::Wrapper(it) => self.class(xml, it, &module.namespace, true, true),
                    Global::Class(it) => self.class(xml, it, &module.namespace, true, false),
                    Global::Attribute(it) => self.attribute(xml, it, &module.namespace, true),
                }
            }
        });
        xml.finish()
    }

    /// The namespaces that an element of the namespace `own` refers to.
    fn used(&self, global: Global, own: &str, used: &mut BTreeSet<String>) {
        let mut of_value = |it: &Attribute| {
            let of = self.model.data_type(it).and_then(|it| it.given);
            used.extend(of.map(|at| self.of_type(at)));
        };
        let class = match global {
            Global::Attribute(it) => return of_value(it),
            Global::Class(it) => it,
            Global::Wrapper(it) => {
                for message in self.documents().map(|it| it.0) {
                    used.insert(message);
                }
                it
            }
        };
        for it in &class.attributes {
            match it.namespace.as_ref().filter(|it| *it != own) {
                Some(other) => used.extend([other.clone()]),
                None => self.used(Global::Attribute(it), own, used),
            }
        }
        for it in &class.classes {
            match it.namespace.as_ref().filter(|it| *it != own) {
                Some(other) => used.extend([other.clone()]),
                None => self.used(Global::Class(it), own, used),
            }
        }
    }

    /// The documents in the wrapper: namespace, tag, fewest, most.
    fn documents(&self) -> impl Iterator<Item = (String, &str, (u32, u32))> {
        self.given.documents.iter().filter_map(|(at, min, max)| {
            let message = self.model.messages.get(*at)?;
            Some((self.model.document_namespace(message), &*message.root.xml, (*min, *max)))
        })
    }

    fn class(&self, xml: &mut Xml, it: &Class, namespace: &str, global: bool, wrapper: bool) {
        let (min, max) = occurrence(&it.presence);
        if !global && let Some(other) = it.namespace.as_ref().filter(|it| *it != namespace) {
            let name = self.qualified(other, &it.xml);
            xml.empty("xs:element", &[("ref", &name), ("minOccurs", &min), ("maxOccurs", &max)]);
            return;
        }
        let attributes = [("name", it.xml.as_str()), ("minOccurs", &min), ("maxOccurs", &max)];
        let attributes = if global { &attributes[..1] } else { &attributes[..] };
        xml.element("xs:element", attributes, |xml| {
            annotation(xml, &it.term, Some(&it.presence), None, None);
            xml.element("xs:complexType", &[], |xml| {
                xml.element("xs:sequence", &[], |xml| {
                    for inner in &it.attributes {
                        self.attribute(xml, inner, namespace, false);
                    }
                    for inner in &it.classes {
                        self.class(xml, inner, namespace, false, false);
                    }
                    if wrapper {
                        self.choice(xml);
                    }
                });
            });
        });
    }

    /// The documents of one message, whichever it is: any element of their namespace where there are
    /// no others in it.
    fn choice(&self, xml: &mut Xml) {
        let documents: Vec<_> = self.documents().collect();
        let mut said = BTreeSet::new();
        xml.element("xs:choice", &[], |xml| {
            for (namespace, tag, times) in &documents {
                let presence = Presence { min: times.0, max: times.1, ..Presence::mandatory() };
                let (min, max) = occurrence(&presence);
                let occurs = [("minOccurs", min.as_str()), ("maxOccurs", max.as_str())];
                let module = self.positions.get(namespace).and_then(|at| self.all.get(*at));
                let alone = module.is_some_and(|it| it.elements.len() == 1);
                if !alone {
                    let name = self.qualified(namespace, tag);
                    xml.empty("xs:element", &[("ref", &name), occurs[0], occurs[1]]);
                } else if said.insert(namespace) {
                    let any = [("namespace", namespace.as_str()), ("processContents", "strict")];
                    xml.empty("xs:any", &[any[0], any[1], occurs[0], occurs[1]]);
                }
            }
        });
    }

    fn attribute(&self, xml: &mut Xml, it: &Attribute, namespace: &str, global: bool) {
        let (min, max) = occurrence(&it.presence);
        if !global && let Some(other) = it.namespace.as_ref().filter(|it| *it != namespace) {
            let name = self.qualified(other, &it.xml);
            xml.empty("xs:element", &[("ref", &name), ("minOccurs", &min), ("maxOccurs", &max)]);
            return;
        }
        let Some(of) = self.model.data_type(it) else { return };
        let Some(at) = of.given else { return };
        let Some(id) = self.given.types.get(at).map(|it| it.id.as_str()) else { return };
        let name = self.qualified(&self.of_type(at), id);
        let attributes =
            [("name", it.xml.as_str()), ("type", &name), ("minOccurs", &min), ("maxOccurs", &max)];
        let attributes = if global { &attributes[..2] } else { &attributes[..] };
        xml.element("xs:element", attributes, |xml| {
            let codes = of.codes.and_then(|at| self.model.code_lists.get(at));
            annotation(xml, &it.term, Some(&it.presence), codes, Some((id, false)));
        });
    }

    /// Whether attributes stand beside values of the type.
    fn is_complex(&self, base: Base) -> bool {
        match base {
            Base::BuiltIn(_) => false,
            Base::Type(at) => self.given.chain(at).iter().any(|it| !it.attributes.is_empty()),
        }
    }

    fn value_type(&self, xml: &mut Xml, at: usize, it: &GivenType) {
        let content = self.content_name(at);
        if !it.holder.is_empty() {
            xml.element("xs:complexType", &[("name", &it.id)], |xml| {
                xml.element("xs:sequence", &[], |xml| {
                    let name = self.type_name(Base::Type(at));
                    xml.empty("xs:element", &[("name", &it.holder), ("type", &name)]);
                });
            });
        }
        let plain = it.facets.is_empty();
        let base = self.type_name(it.base);
        if !self.is_complex(Base::Type(at)) {
            self.simple(xml, &content, &base, &it.facets);
        } else if !self.is_complex(it.base) {
            let inner = format!("{content}Value");
            if !plain {
                self.simple(xml, &inner, &base, &it.facets);
            }
            let inner = self.qualified(&self.of_type(at), &inner);
            let base = if plain { base } else { inner };
            let added: Vec<_> = it.attributes.iter().collect();
            self.complex(xml, &content, ("xs:extension", &base), None, &added);
        } else {
            let known = match it.base {
                Base::Type(of) => self.given.attributes(of),
                Base::BuiltIn(_) => Vec::new(),
            };
            let is_known = |it: &&GivenAttribute| known.iter().any(|known| known.name == it.name);
            let (changed, added): (Vec<_>, Vec<_>) = it.attributes.iter().partition(is_known);
            let restricts = !plain || !changed.is_empty() || added.is_empty();
            let name = if restricts { format!("{content}Base") } else { content.clone() };
            if !added.is_empty() {
                self.complex(xml, &name, ("xs:extension", &base), None, &added);
            }
            if restricts {
                let own = self.qualified(&self.of_type(at), &name);
                let base = if added.is_empty() { base } else { own };
                let facets = Some(&it.facets);
                self.complex(xml, &content, ("xs:restriction", &base), facets, &changed);
            }
        }
    }

    fn simple(&self, xml: &mut Xml, name: &str, base: &str, facets: &GivenFacets) {
        xml.element("xs:simpleType", &[("name", name)], |xml| {
            xml.element("xs:restriction", &[("base", base)], |xml| self.facets(xml, facets));
        });
    }

    fn complex(
        &self,
        xml: &mut Xml,
        name: &str,
        (derivation, base): (&str, &str),
        facets: Option<&GivenFacets>,
        attributes: &[&GivenAttribute],
    ) {
        xml.element("xs:complexType", &[("name", name)], |xml| {
            xml.element("xs:simpleContent", &[], |xml| {
                xml.element(derivation, &[("base", base)], |xml| {
                    if let Some(facets) = facets {
                        self.facets(xml, facets);
                    }
                    for it in attributes {
                        let of = self.type_name(it.base);
                        let usage = match it.required {
                            Some(true) => "required",
                            Some(false) => "optional",
                            None => "prohibited",
                        };
                        let all = [
                            ("name", it.name.as_str()),
                            ("type", &of),
                            ("use", usage),
                            ("fixed", &it.fixed),
                        ];
                        let kept = if it.fixed.is_empty() { &all[..3] } else { &all[..] };
                        xml.empty("xs:attribute", kept);
                    }
                });
            });
        });
    }

    fn facets(&self, xml: &mut Xml, facets: &GivenFacets) {
        let mut facet = |name: &str, value: &str| {
            xml.empty(&format!("xs:{name}"), &[("value", value)]);
        };
        if let Some(space) = facets.white_space {
            facet("whiteSpace", space.id());
        }
        let numbers = [
            ("length", facets.length),
            ("minLength", facets.min_length),
            ("maxLength", facets.max_length),
            ("totalDigits", facets.total_digits),
            ("fractionDigits", facets.fraction_digits),
        ];
        for (name, number) in numbers {
            if let Some(number) = number {
                facet(name, &number.to_string());
            }
        }
        for (name, bound) in BOUNDS.iter().zip(&facets.bounds).filter(|it| !it.1.is_empty()) {
            facet(name, bound);
        }
        for pattern in &facets.patterns {
            facet("pattern", pattern);
        }
        let list = facets.codes.and_then(|at| self.model.code_lists.get(at));
        for code in list.into_iter().flat_map(|it| &it.codes) {
            let value = [("value", code.value.as_str())];
            if code.name == Label::default() {
                xml.empty("xs:enumeration", &value);
                continue;
            }
            xml.element("xs:enumeration", &value, |xml| {
                xml.element("xs:annotation", &[], |xml| labels(xml, &code.name));
            });
        }
    }
}
