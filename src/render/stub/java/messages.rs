//! Messages and classes as records with builders, and what turns them into their JSON form and back.

use std::fmt::Write;

use crate::render::stub::escape::{block_comment, java as literal};
use crate::render::stub::java::{Writer, lower};
use crate::render::stub::names::Names;
use crate::render::stub::{data, notes};
use crate::view::message::{header, name};
use crate::view::stub::{ClassType, Field};

impl Writer<'_> {
    /// A class as a record with a builder.
    pub(super) fn class(&self, class: &ClassType, name: &str) -> String {
        let mut names = Names::but(&["build", "builder"]);
        let fields: Vec<(&Field, String, String)> = class
            .fields
            .iter()
            .map(|it| (it, names.take(&lower(&it.json)), self.field_type(it)))
            .collect();
        let mut imports = vec!["com.fasterxml.jackson.annotation.JsonProperty"];
        let named = |name: &str| fields.iter().any(|it| self.holder(it.0.content) == name);
        let mut more = Vec::new();
        for of in ["Amount", "BinaryObject", "DateTime", "Measure", "Quantity"] {
            if named(of) {
                more.push(format!("gnc.block.runtime.{of}"));
            }
        }
        if named("BigDecimal") {
            imports.insert(0, "com.fasterxml.jackson.annotation.JsonFormat");
            more.push("java.math.BigDecimal".to_owned());
        }
        if fields.iter().any(|it| it.0.presence.is_many()) {
            more.push("java.util.List".to_owned());
        }
        imports.extend(more.iter().map(String::as_str));
        let mut out = self.head(&imports);
        let about = block_comment(&notes::meaning(&class.term, &class.xml));
        let _ = write!(out, "/**\n * {about}\n *\n");
        for (field, property, _) in &fields {
            let _ = writeln!(out, " * @param {property} {}", block_comment(&notes::field(field)));
        }
        let _ = write!(out, " */\npublic record {name}(");
        for (at, (field, property, holder)) in fields.iter().enumerate() {
            let comma = if at == 0 { "" } else { "," };
            let _ = write!(out, "{comma}\n    @JsonProperty({})", literal(&field.json));
            if self.holder(field.content) == "BigDecimal" {
                out.push_str(" @JsonFormat(shape = JsonFormat.Shape.STRING)");
            }
            let _ = write!(out, " {holder} {property}");
        }
        out.push_str(") {\n");
        let lists: Vec<&String> =
            fields.iter().filter(|it| it.0.presence.is_many()).map(|it| &it.1).collect();
        if !lists.is_empty() {
            let _ = write!(out, "\n  public {name} {{\n");
            for it in lists {
                let _ = writeln!(out, "    {it} = {it} == null ? List.of() : List.copyOf({it});");
            }
            out.push_str("  }\n");
        }
        let _ = write!(
            out,
            "\n  public static Builder builder() {{\n    return new Builder();\n  }}\n\n  \
             /** Takes the elements one by one; what is not set is not there. */\n  \
             public static final class Builder {{\n"
        );
        for (_, property, holder) in &fields {
            let _ = writeln!(out, "    private {holder} {property};");
        }
        out.push_str("\n    private Builder() {}\n");
        for (_, property, holder) in &fields {
            let _ = write!(
                out,
                "\n    public Builder {property}({holder} value) {{\n      \
                 this.{property} = value;\n      return this;\n    }}\n"
            );
        }
        let all: Vec<&str> = fields.iter().map(|it| it.1.as_str()).collect();
        let _ = write!(
            out,
            "\n    public {name} build() {{\n      return new {name}({});\n    }}\n  }}\n}}\n",
            all.join(", ")
        );
        out
    }

    /// The name of the component that holds the class of a message.
    fn property(&self, at: usize) -> String {
        let json = self.stub.messages.get(at).map_or("content", |it| it.json.as_str());
        Names::but(&["metaData", "content", "name", "property"]).take(&lower(json))
    }

    pub(super) fn message(&self, at: usize, name: &str) -> String {
        let Some(message) = self.stub.messages.get(at) else { return String::new() };
        let about = block_comment(&notes::joined(&[&message.label.en, &message.purpose.en]));
        let header = self.name_of_class(self.stub.header);
        let class = self.name_of_class(message.class);
        let property = self.property(at);
        format!(
            "{}/**\n * {about}\n *\n * @param metaData what the wrapper says\n * @param {property} \
             the content\n */\npublic record {name}({header} metaData, {class} {property}) implements \
             Message {{\n\n  /** The name that the wrapper gives it. */\n  \
             public static final String NAME = {};\n\n  \
             /** The message in the wrapper of the block. */\n  \
             public {name}({class} {property}) {{\n    \
             this(Messages.header(NAME), {property});\n  }}\n\n  \
             @Override\n  public String property() {{\n    return {};\n  }}\n\n  \
             @Override\n  public Object content() {{\n    return {property};\n  }}\n}}\n",
            self.head(&[]),
            literal(&message.name),
            literal(&message.json),
        )
    }

    /// The type of any message.
    pub(super) fn any(&self) -> String {
        let (sealed, permits) = match self.messages.as_slice() {
            [] => ("", String::new()),
            names => ("sealed ", format!(" permits\n    {}", names.join(",\n    "))),
        };
        format!(
            "{}/** Any message. {} */\npublic {sealed}interface Message{permits} {{\n\n  \
             /** What the wrapper says. */\n  {} metaData();\n\n  \
             /** The JSON property of the content. */\n  String property();\n\n  \
             /** The content. */\n  Object content();\n}}\n",
            self.head(&[]),
            block_comment(&notes::origin(self.stub)),
            self.name_of_class(self.stub.header),
        )
    }

    /// From the JSON form of messages to their types and back.
    pub(super) fn messages(&self) -> String {
        let header_class = self.name_of_class(self.stub.header);
        let mut out = self
            .head(&["com.fasterxml.jackson.databind.node.ObjectNode", "gnc.block.runtime.Json"]);
        let _ = write!(
            out,
            "/** From the JSON form of messages to their types and back. */\n\
             public final class Messages {{\n  private Messages() {{}}\n\n  \
             /** What the wrapper of every message of the block says. */\n  \
             public static {header_class} header(String name) {{\n    \
             return {header_class}.builder()\n"
        );
        let type_name = name::json(header::TYPE_NAME);
        let mut names = Names::but(&["build", "builder"]);
        let fields = self.stub.classes.get(self.stub.header).map(|it| it.fields.as_slice());
        let values = data::header_values(self.stub);
        for field in fields.unwrap_or_default() {
            let property = names.take(&lower(&field.json));
            let said = values.iter().find(|it| it.0 == field.json).map(|it| literal(&it.1));
            let said = said.or_else(|| (field.json == type_name).then(|| "name".to_owned()));
            if let Some(said) = said {
                let _ = writeln!(out, "        .{property}({said})");
            }
        }
        out.push_str(
            "        .build();\n  }\n\n  /** A message in its JSON form. */\n  \
             public static ObjectNode toTree(Message message) {\n    \
             ObjectNode tree = Json.toTree(message.metaData());\n    \
             tree.set(message.property(), Json.toTree(message.content()));\n    \
             return tree;\n  }\n\n  \
             /** A message from its JSON form, which was checked. */\n  \
             public static Message fromTree(ObjectNode tree) {\n    \
             ObjectNode rest = tree.deepCopy();\n",
        );
        let _ = write!(
            out,
            "    String name = tree.path({}).asText();\n    switch (name) {{\n",
            literal(&type_name)
        );
        for (at, name) in self.messages.iter().enumerate() {
            let Some(message) = self.stub.messages.get(at) else { continue };
            let class = self.name_of_class(message.class);
            let _ = write!(
                out,
                "      case {name}.NAME: {{\n        \
                 {class} content = Json.fromTree(rest.remove({}), {class}.class);\n        \
                 return new {name}(Json.fromTree(rest, {header_class}.class), content);\n      }}\n",
                literal(&message.json)
            );
        }
        out.push_str(
            "      default:\n        \
             throw new IllegalArgumentException(\"no message of the block\");\n    }\n  }\n}\n",
        );
        out
    }
}
