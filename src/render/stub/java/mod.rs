//! The stub in Java 17 on the plain JDK with Jackson: messages are records that Jackson lays over their
//! JSON form.

mod block;
mod messages;

use std::fmt::Write;

use crate::render::Artifact;
use crate::render::print::json;
use crate::render::stub::names::{self, Names};
use crate::render::stub::{data, file, notes, templates};
use crate::view::stub::{Content, Exchange, Field, Holder, StubModel};

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
}
