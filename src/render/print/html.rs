//! HTML as a tree, and the one place where it becomes text.

use std::borrow::Cow;

/// An element with its attributes and what it holds.
#[derive(Clone, Debug)]
pub struct Element<'a> {
    name: &'static str,
    attributes: Vec<(&'static str, Cow<'a, str>)>,
    children: Vec<Node<'a>>,
}

/// What an element may hold.
#[derive(Clone, Debug)]
pub enum Node<'a> {
    /// An element.
    Element(Element<'a>),
    /// Words; escaped when printed.
    Text(Cow<'a, str>),
    /// A drawing that another printer of this layer made: printed as it is.
    Drawing(Cow<'a, str>),
    /// A style sheet of our own: printed as it is, inside `style`.
    Style(Cow<'a, str>),
}

impl<'a> From<Element<'a>> for Node<'a> {
    fn from(element: Element<'a>) -> Self {
        Self::Element(element)
    }
}

impl<'a> From<&'a str> for Node<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Node<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

/// An element of this name, without attributes and empty.
pub fn element<'a>(name: &'static str) -> Element<'a> {
    Element { name, attributes: Vec::new(), children: Vec::new() }
}

impl<'a> Element<'a> {
    /// The same with one more attribute.
    pub fn with(mut self, name: &'static str, value: impl Into<Cow<'a, str>>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// The same with one more attribute, unless its value is empty.
    pub fn with_some(self, name: &'static str, value: impl Into<Cow<'a, str>>) -> Self {
        let value = value.into();
        if value.is_empty() { self } else { self.with(name, value) }
    }

    /// The same with one more child.
    pub fn child(mut self, child: impl Into<Node<'a>>) -> Self {
        self.children.push(child.into());
        self
    }

    /// The same with more children.
    pub fn children<N: Into<Node<'a>>>(mut self, children: impl IntoIterator<Item = N>) -> Self {
        self.children.extend(children.into_iter().map(Into::into));
        self
    }

    /// Adds children.
    pub fn push_all<N: Into<Node<'a>>>(&mut self, children: impl IntoIterator<Item = N>) {
        self.children.extend(children.into_iter().map(Into::into));
    }

    /// Adds a child.
    pub fn push(&mut self, child: impl Into<Node<'a>>) {
        self.children.push(child.into());
    }
}

/// A whole page.
pub fn page(root: &Element) -> String {
    let mut out = String::with_capacity(64 * 1024);
    out.push_str("<!DOCTYPE html>\n");
    print_element(root, &mut out);
    out.push('\n');
    out
}

fn print_element(element: &Element, out: &mut String) {
    out.push('<');
    out.push_str(element.name);
    for (name, value) in &element.attributes {
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        escape(value, true, out);
        out.push('"');
    }
    out.push('>');
    if is_void(element.name) {
        return;
    }
    let broken = is_container(element.name);
    for child in &element.children {
        if broken {
            out.push('\n');
        }
        match child {
            Node::Element(element) => print_element(element, out),
            Node::Text(text) => escape(text, false, out),
            Node::Drawing(text) | Node::Style(text) => out.push_str(text),
        }
    }
    if broken && !element.children.is_empty() {
        out.push('\n');
    }
    out.push_str("</");
    out.push_str(element.name);
    out.push('>');
}

/// Elements that have neither content nor an end tag.
fn is_void(name: &str) -> bool {
    matches!(name, "meta" | "link" | "br" | "hr" | "img" | "col" | "wbr")
}

/// Elements in which white space between children says nothing, so each child has its line.
fn is_container(name: &str) -> bool {
    matches!(
        name,
        "html"
            | "head"
            | "body"
            | "header"
            | "main"
            | "nav"
            | "footer"
            | "section"
            | "div"
            | "ol"
            | "ul"
            | "dl"
            | "table"
            | "thead"
            | "tbody"
            | "tr"
            | "colgroup"
            | "figure"
            | "aside"
    )
}

fn escape(text: &str, attribute: bool, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if attribute => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            // Characters that no HTML text may hold.
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
}
