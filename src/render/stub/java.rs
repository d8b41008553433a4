//! The stub in Java 17 on the plain JDK with Jackson: messages are records that Jackson lays over their
//! JSON form.

use std::fmt::Write;

use crate::render::Artifact;
use crate::render::print::json;
use crate::render::stub::escape::{block_comment, java as literal};
use crate::render::stub::names::{self, Names};
use crate::render::stub::{data, file, notes, templates};
use crate::view::message::interface::ErrorCategory;
use crate::view::message::{header, name};
use crate::view::stub::{ClassType, Content, Exchange, Field, Holder, StubModel};

const FOLDER: &str = "java/";
/// The package of the templates.
const PACKAGE: &str = "gnc.block";
const FILES: [(&str, &str); 31] = templates! {
    "java/pom.xml"
    "java/src/main/java/gnc/block/Model.java"
    "java/src/main/java/gnc/block/Trial.java"
    "java/src/main/java/gnc/block/runtime/Amount.java"
    "java/src/main/java/gnc/block/runtime/BinaryObject.java"
    "java/src/main/java/gnc/block/runtime/Category.java"
    "java/src/main/java/gnc/block/runtime/Check.java"
    "java/src/main/java/gnc/block/runtime/ClientOptions.java"
    "java/src/main/java/gnc/block/runtime/Codec.java"
    "java/src/main/java/gnc/block/runtime/Context.java"
    "java/src/main/java/gnc/block/runtime/DateTime.java"
    "java/src/main/java/gnc/block/runtime/Fault.java"
    "java/src/main/java/gnc/block/runtime/Faults.java"
    "java/src/main/java/gnc/block/runtime/GatewayHandler.java"
    "java/src/main/java/gnc/block/runtime/InvalidMessageException.java"
    "java/src/main/java/gnc/block/runtime/Json.java"
    "java/src/main/java/gnc/block/runtime/Measure.java"
    "java/src/main/java/gnc/block/runtime/ModelSpec.java"
    "java/src/main/java/gnc/block/runtime/Outcome.java"
    "java/src/main/java/gnc/block/runtime/Problem.java"
    "java/src/main/java/gnc/block/runtime/Quantity.java"
    "java/src/main/java/gnc/block/runtime/Receiver.java"
    "java/src/main/java/gnc/block/runtime/RefusalException.java"
    "java/src/main/java/gnc/block/runtime/ReplyStore.java"
    "java/src/main/java/gnc/block/runtime/SendOptions.java"
    "java/src/main/java/gnc/block/runtime/Sender.java"
    "java/src/main/java/gnc/block/runtime/Syntax.java"
    "java/src/main/java/gnc/block/runtime/Xml.java"
    "java/src/main/java/gnc/block/runtime/XmlWriter.java"
    "java/src/main/java/gnc/block/Samples.java"
    "java/src/test/java/gnc/block/SmokeTest.java"
};

/// Types of `java.lang` that the stub names, and those of the stub itself.
const KEPT: [&str; 76] = [
    "Amount",
    "Arrays",
    "BigDecimal",
    "BinaryObject",
    "Boolean",
    "Builder",
    "Byte",
    "Category",
    "CharSequence",
    "Character",
    "Class",
    "Client",
    "ClientOptions",
    "Codec",
    "Comparable",
    "Consumer",
    "Context",
    "DateTime",
    "Deprecated",
    "Double",
    "Enum",
    "Error",
    "ErrorCode",
    "Exception",
    "Fault",
    "Float",
    "FunctionalInterface",
    "Gateway",
    "GatewayHandler",
    "Handler",
    "HttpExchange",
    "HttpHandler",
    "IllegalArgumentException",
    "Integer",
    "InterruptedException",
    "InvalidMessageException",
    "Iterable",
    "Json",
    "JsonFormat",
    "JsonProperty",
    "List",
    "Long",
    "Math",
    "Measure",
    "Message",
    "Messages",
    "Model",
    "ModelSpec",
    "Number",
    "Object",
    "ObjectNode",
    "OperationSpec",
    "Optional",
    "Outcome",
    "Override",
    "Problem",
    "Quantity",
    "Receiver",
    "Record",
    "RefusalException",
    "ReplyStore",
    "Runnable",
    "SafeVarargs",
    "SampleHandler",
    "Samples",
    "SendOptions",
    "Sender",
    "Short",
    "String",
    "SuppressWarnings",
    "Syntax",
    "System",
    "Thread",
    "Throwable",
    "Trial",
    "Void",
];

/// Words that the language keeps.
const KEYWORDS: [&str; 53] = [
    "abstract",
    "assert",
    "boolean",
    "break",
    "byte",
    "case",
    "catch",
    "char",
    "class",
    "const",
    "continue",
    "default",
    "do",
    "double",
    "else",
    "enum",
    "extends",
    "false",
    "final",
    "finally",
    "float",
    "for",
    "goto",
    "if",
    "implements",
    "import",
    "instanceof",
    "int",
    "interface",
    "long",
    "native",
    "new",
    "null",
    "package",
    "private",
    "protected",
    "public",
    "return",
    "short",
    "static",
    "strictfp",
    "super",
    "switch",
    "synchronized",
    "this",
    "throw",
    "throws",
    "transient",
    "true",
    "try",
    "void",
    "volatile",
    "while",
];

/// Methods that every object has, and names that no component of a record may bear.
const OF_OBJECTS: [&str; 9] = [
    "clone",
    "equals",
    "finalize",
    "getclass",
    "hashcode",
    "notify",
    "notifyall",
    "tostring",
    "wait",
];

/// Most components of a record: a method takes no more than 255 values, the record itself being one.
pub(super) const MOST_FIELDS: usize = 254;

/// `text` as the name of a method or a component.
pub(super) fn lower(text: &str) -> String {
    let name = names::lower_camel(text);
    let taken = KEYWORDS.contains(&name.as_str());
    if taken || OF_OBJECTS.contains(&name.to_ascii_lowercase().as_str()) {
        format!("{name}_")
    } else {
        name
    }
}

/// The package of a stub.
pub(super) fn package(block: &str) -> String {
    let word = notes::package(block, "_");
    if word.starts_with(|c: char| c.is_ascii_digit()) || KEYWORDS.contains(&word.as_str()) {
        return format!("gnc.block_{word}");
    }
    format!("gnc.{word}")
}

pub(super) fn write(stub: &StubModel) -> Vec<Artifact> {
    let package = package(&stub.model.block);
    let folder = package.replace('.', "/");
    let parts = [
        ("@@PACKAGE@@", notes::package(&stub.model.block, "-")),
        ("@@VERSION@@", notes::version(&stub.model.version)),
        ("gnc/block", folder.clone()),
        (PACKAGE, package.clone()),
    ];
    let filled =
        |text: &str| parts.iter().fold(text.to_owned(), |text, (mark, by)| text.replace(mark, by));
    let mut files: Vec<Artifact> = FILES
        .iter()
        .map(|(path, text)| file(filled(path.strip_prefix(FOLDER).unwrap_or(path)), filled(text)))
        .collect();
    let writer = Writer::new(stub, package);
    let mut source = |name: &str, text: String| {
        files.push(file(format!("src/main/java/{folder}/{name}.java"), text));
    };
    for (class, name) in stub.classes.iter().zip(&writer.classes) {
        source(&format!("messages/{name}"), writer.class(class, name));
    }
    for (at, name) in writer.messages.iter().enumerate() {
        source(&format!("messages/{name}"), writer.message(at, name));
    }
    source("messages/Message", writer.any());
    source("messages/Messages", writer.messages());
    source("Client", writer.client());
    source("Handler", writer.handler());
    source("Gateway", writer.gateway());
    source("ErrorCode", writer.errors());
    source("SampleHandler", writer.samples());
    let resources = format!("src/main/resources/{folder}");
    files.push(file(format!("{resources}/model.json"), json::print(&data::model(stub))));
    for (id, tree) in data::samples(stub) {
        files.push(file(format!("{resources}/samples/{id}.json"), json::print(&tree)));
    }
    files
}

struct Writer<'s> {
    stub: &'s StubModel,
    package: String,
    /// Names of the messages, by position.
    messages: Vec<String>,
    /// Names of the classes, by position.
    classes: Vec<String>,
    /// Names of the methods that receive, by operation.
    receiving: Vec<String>,
    /// Names of the methods that send, by operation.
    sending: Vec<String>,
}

impl<'s> Writer<'s> {
    fn new(stub: &'s StubModel, package: String) -> Self {
        let mut types = Names::but(&KEPT);
        let messages = stub.messages.iter().map(|it| types.take(&it.name)).collect();
        let classes = stub.classes.iter().map(|it| types.take(&it.name)).collect();
        let mut receiving = Names::but(&["authorise", "validate"]);
        let mut sending = Names::but(&["sender"]);
        let sent = |it: &Exchange| lower(&names::sending(&it.id));
        Self {
            stub,
            package,
            messages,
            classes,
            receiving: stub.operations.iter().map(|it| receiving.take(&lower(&it.id))).collect(),
            sending: stub.operations.iter().map(|it| sending.take(&sent(it))).collect(),
        }
    }

    fn name_of_class(&self, at: usize) -> &str {
        self.classes.get(at).map_or("Object", String::as_str)
    }

    /// What stands above the types of the messages.
    fn head(&self, imports: &[&str]) -> String {
        let mut out = format!("package {}.messages;\n\n", self.package);
        for import in imports {
            let _ = writeln!(out, "import {};", import.replace(PACKAGE, &self.package));
        }
        if !imports.is_empty() {
            out.push('\n');
        }
        out
    }

    fn holder(&self, content: Content) -> String {
        let at = match content {
            Content::Class(at) => return self.name_of_class(at).to_owned(),
            Content::Value(at) => at,
        };
        let Some(data_type) = self.stub.data_type(at) else { return "String".to_owned() };
        let name = match Holder::of(data_type) {
            Holder::Text => "String",
            Holder::Boolean => "Boolean",
            Holder::Integer => "Long",
            Holder::Decimal => "BigDecimal",
            Holder::Amount => "Amount",
            Holder::Measure => "Measure",
            Holder::Quantity => "Quantity",
            Holder::Binary => "BinaryObject",
            Holder::Date => "DateTime",
        };
        name.to_owned()
    }

    fn field_type(&self, field: &Field) -> String {
        let holder = self.holder(field.content);
        if field.presence.is_many() { format!("List<{holder}>") } else { holder }
    }

    /// A class as a record with a builder.
    fn class(&self, class: &ClassType, name: &str) -> String {
        let mut names = Names::but(&["build", "builder"]);
        let kept = class.fields.iter().take(MOST_FIELDS);
        let fields: Vec<(&Field, String, String)> =
            kept.map(|it| (it, names.take(&lower(&it.json)), self.field_type(it))).collect();
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

    fn message(&self, at: usize, name: &str) -> String {
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
    fn any(&self) -> String {
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
    fn messages(&self) -> String {
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

    /// The types of what goes to an operation and of what comes back.
    fn types(&self, it: &Exchange) -> (&str, Option<&str>) {
        let name = |at: usize| self.messages.get(at).map_or("Message", String::as_str);
        (name(it.message), it.reply.map(name))
    }

    /// What stands above a type of the block, with the messages that its operations name.
    fn head_of_block(&self, imports: &[&str], operations: bool) -> String {
        let mut all: Vec<String> =
            imports.iter().map(|it| it.replace(PACKAGE, &self.package)).collect();
        for it in self.stub.operations.iter().filter(|_| operations) {
            let (message, reply) = self.types(it);
            for name in [Some(message), reply].into_iter().flatten() {
                all.push(format!("{}.messages.{name}", self.package));
            }
        }
        all.sort();
        all.dedup();
        let mut out = format!("package {};\n\n", self.package);
        for import in all {
            let _ = writeln!(out, "import {import};");
        }
        out.push('\n');
        out
    }

    fn client(&self) -> String {
        let mut imports = vec!["gnc.block.runtime.ClientOptions", "gnc.block.runtime.Sender"];
        if !self.stub.operations.is_empty() {
            imports.extend([
                "gnc.block.messages.Messages",
                "gnc.block.runtime.InvalidMessageException",
                "gnc.block.runtime.Outcome",
                "gnc.block.runtime.SendOptions",
            ]);
        }
        let mut out = self.head_of_block(&imports, true);
        out.push_str(
            "/** Sends messages to one gateway of a partner: one method for each operation. */\n\
             public final class Client {\n  private final Sender sender;\n\n  \
             public Client(ClientOptions options) {\n    \
             this.sender = new Sender(Model.MODEL, options);\n  }\n",
        );
        for (at, (it, method)) in self.stub.operations.iter().zip(&self.sending).enumerate() {
            let (message, reply) = self.types(it);
            let (result, map) = match reply {
                Some(reply) => (reply, format!("tree -> ({reply}) Messages.fromTree(tree)")),
                None => ("Void", "tree -> null".to_owned()),
            };
            let _ = write!(
                out,
                "\n  /** {} */\n  public Outcome<{result}> {method}({message} message, SendOptions \
                 keys)\n      throws InvalidMessageException, InterruptedException {{\n    \
                 return sender\n        .send(Model.MODEL.operations().get({at}), \
                 Messages.toTree(message), keys)\n        .map({map});\n  }}\n",
                block_comment(&notes::operation(self.stub, it))
            );
        }
        out.push_str("}\n");
        out
    }

    fn handler(&self) -> String {
        let mut imports = vec![
            "com.sun.net.httpserver.HttpExchange",
            "gnc.block.messages.Message",
            "gnc.block.runtime.Context",
            "gnc.block.runtime.RefusalException",
        ];
        imports.sort_unstable();
        let mut out = self.head_of_block(&imports, true);
        out.push_str(
            "/** What comes of each message. Throw a {@link RefusalException} to refuse one. */\n\
             public interface Handler {\n  /** Whether the caller may use the operation. */\n  \
             default void authorise(String operation, HttpExchange exchange) throws \
             RefusalException {}\n\n  \
             /** Business rules, after structure, formats and codes. */\n  \
             default void validate(Message message, Context context) throws RefusalException {}\n",
        );
        for (it, method) in self.stub.operations.iter().zip(&self.receiving) {
            let (message, reply) = self.types(it);
            let reply = reply.unwrap_or("void");
            let about = block_comment(&notes::operation(self.stub, it));
            let _ = write!(
                out,
                "\n  /** {about} */\n  {reply} {method}({message} message, Context context) throws \
                 RefusalException;\n"
            );
        }
        out.push_str("}\n");
        out
    }

    fn gateway(&self) -> String {
        let imports = [
            "com.fasterxml.jackson.databind.node.ObjectNode",
            "com.sun.net.httpserver.HttpExchange",
            "com.sun.net.httpserver.HttpHandler",
            "gnc.block.messages.Message",
            "gnc.block.messages.Messages",
            "gnc.block.runtime.Context",
            "gnc.block.runtime.GatewayHandler",
            "gnc.block.runtime.ModelSpec.OperationSpec",
            "gnc.block.runtime.Receiver",
            "gnc.block.runtime.RefusalException",
            "gnc.block.runtime.ReplyStore",
            "java.util.function.Consumer",
        ];
        let mut out = self.head_of_block(&imports, true);
        out.push_str(
            "/** A gateway: gives each message to the method of the handler that it belongs to. */\n\
             public final class Gateway implements Receiver {\n  private final Handler handler;\n\n  \
             private Gateway(Handler handler) {\n    this.handler = handler;\n  }\n\n  \
             /**\n   * For {@code HttpServer.createContext(\"/\", ...)}, or that of {@code HttpsServer} \
             with the\n   * certificates of the gateway.\n   *\n   \
             * @param log hears of what went wrong here\n   */\n  \
             public static HttpHandler of(Handler handler, ReplyStore store, Consumer<Throwable> log) \
             {\n    return new GatewayHandler(Model.MODEL, new Gateway(handler), store, log);\n  }\n\n  \
             @Override\n  public void authorise(OperationSpec operation, HttpExchange exchange)\n      \
             throws RefusalException {\n    handler.authorise(operation.id(), exchange);\n  }\n\n  \
             @Override\n  public ObjectNode receive(OperationSpec operation, ObjectNode tree, Context \
             context)\n      throws RefusalException {\n    \
             Message message = Messages.fromTree(tree);\n    \
             handler.validate(message, context);\n    switch (operation.id()) {\n",
        );
        for (it, method) in self.stub.operations.iter().zip(&self.receiving) {
            let (message, reply) = self.types(it);
            let call = format!("handler.{method}(({message}) message, context)");
            let _ = match reply {
                Some(_) => write!(
                    out,
                    "      case {}:\n        return Messages.toTree({call});\n",
                    literal(&it.id)
                ),
                None => write!(
                    out,
                    "      case {}:\n        {call};\n        return null;\n",
                    literal(&it.id)
                ),
            };
        }
        out.push_str(
            "      default:\n        throw new IllegalArgumentException(\"no such operation\");\n    \
             }\n  }\n}\n",
        );
        out
    }

    fn errors(&self) -> String {
        let imports = [
            "gnc.block.runtime.Category",
            "gnc.block.runtime.Problem",
            "gnc.block.runtime.RefusalException",
            "java.util.Arrays",
            "java.util.List",
            "java.util.Optional",
        ];
        let mut out = self.head_of_block(&imports, false);
        out.push_str("/** The error codes of the block. */\npublic enum ErrorCode {\n");
        let mut names = Names::but(&["values", "valueof"]);
        let all: Vec<String> = self
            .stub
            .errors()
            .iter()
            .map(|it| {
                let about = notes::joined(&[&it.meaning.en, &it.action.en]);
                format!(
                    "  /** {} */\n  {}(\n      {},\n      Category.{},\n      {},\n      {},\n      \
                     {},\n      {})",
                    block_comment(&about),
                    names.take(&names::upper_snake(&it.code)),
                    literal(&it.code),
                    category(it.category),
                    literal(&it.meaning.en),
                    literal(&it.meaning.fr),
                    literal(&it.action.en),
                    literal(&it.action.fr)
                )
            })
            .collect();
        out.push_str(&all.join(",\n"));
        out.push_str(
            ";\n\n  private final String code;\n  private final Category category;\n  \
             private final List<String> meaning;\n  private final List<String> action;\n\n  \
             ErrorCode(\n      String code,\n      Category category,\n      String meaningEn,\n      \
             String meaningFr,\n      String actionEn,\n      String actionFr) {\n    \
             this.code = code;\n    this.category = category;\n    \
             this.meaning = List.of(meaningEn, meaningFr);\n    \
             this.action = List.of(actionEn, actionFr);\n  }\n\n  \
             /** The code as it travels. */\n  public String code() {\n    return code;\n  }\n\n  \
             /** What kind of trouble it is. */\n  public Category category() {\n    \
             return category;\n  }\n\n  \
             /** What it means, in English and in French. */\n  public List<String> meaning() {\n    \
             return meaning;\n  }\n\n  \
             /** What the sender has to do, in English and in French. */\n  \
             public List<String> action() {\n    return action;\n  }\n\n  \
             /** The code of this spelling. */\n  \
             public static Optional<ErrorCode> of(String code) {\n    \
             return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();\n  }\n\n  \
             /** Refuses a message with this code; for handlers to throw. */\n  \
             public RefusalException refusal(String path, String detail) {\n    \
             return new RefusalException(category, detail, List.of(new Problem.Entry(code, path, \
             detail)));\n  }\n}\n",
        );
        out
    }

    fn samples(&self) -> String {
        let mut out = self.head_of_block(&["gnc.block.runtime.Context"], true);
        out.push_str(
            "/** Answers every message with a sample. */\n\
             public final class SampleHandler implements Handler {\n",
        );
        for (it, method) in self.stub.operations.iter().zip(&self.receiving) {
            let (message, reply) = self.types(it);
            let sent = it.reply.and_then(|at| self.stub.messages.get(at));
            let (reply, body) = match (reply, sent) {
                (Some(reply), Some(sent)) => (
                    reply,
                    format!("\n    return ({reply}) Samples.message({});\n  ", literal(&sent.id)),
                ),
                _ => ("void", String::new()),
            };
            let _ = write!(
                out,
                "\n  @Override\n  public {reply} {method}({message} message, Context context) \
                 {{{body}}}\n"
            );
        }
        out.push_str("}\n");
        out
    }
}

const fn category(of: ErrorCategory) -> &'static str {
    match of {
        ErrorCategory::Transport => "TRANSPORT",
        ErrorCategory::Security => "SECURITY",
        ErrorCategory::Schema => "SCHEMA",
        ErrorCategory::BusinessRule => "BUSINESS_RULE",
        ErrorCategory::UnknownReference => "UNKNOWN_REFERENCE",
        ErrorCategory::Duplicate => "DUPLICATE",
        ErrorCategory::Unavailable => "UNAVAILABLE",
    }
}
