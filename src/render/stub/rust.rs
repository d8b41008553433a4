//! The stub in Rust with axum and reqwest: messages are structs that serde lays over their JSON form.

use std::fmt::Write;

use crate::render::Artifact;
use crate::render::print::json;
use crate::render::stub::escape::{line_comment, rust as literal};
use crate::render::stub::names::{self, Names};
use crate::render::stub::{data, file, notes, templates};
use crate::view::message::interface::ErrorCategory;
use crate::view::message::{header, name};
use crate::view::stub::{Content, Exchange, Field, Holder, StubModel};

const FOLDER: &str = "rust/";
const FILES: [(&str, &str); 14] = templates! {
    "rust/Cargo.toml"
    "rust/src/lib.rs"
    "rust/src/bin/trial.rs"
    "rust/src/runtime/check.rs"
    "rust/src/runtime/client.rs"
    "rust/src/runtime/codec.rs"
    "rust/src/runtime/json.rs"
    "rust/src/runtime/mod.rs"
    "rust/src/runtime/problem.rs"
    "rust/src/runtime/server.rs"
    "rust/src/runtime/spec.rs"
    "rust/src/runtime/values.rs"
    "rust/src/runtime/xml.rs"
    "rust/tests/smoke.rs"
};

/// Types that every program knows, and those of this one.
const KEPT: [&str; 24] = [
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Deserialize",
    "Eq",
    "Err",
    "From",
    "Into",
    "Message",
    "None",
    "Ok",
    "Option",
    "PartialEq",
    "Result",
    "Self",
    "Send",
    "Serialize",
    "Some",
    "String",
    "Sync",
    "Value",
    "Vec",
];

/// Words that the language keeps, now or in an edition to come.
const KEYWORDS: [&str; 52] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "union", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

const DERIVED: &str = "#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]";

/// `text` as `snake_case`.
pub(super) fn snake(text: &str) -> String {
    let name = names::words(text).join("_").to_ascii_lowercase();
    if KEYWORDS.contains(&name.as_str()) { format!("{name}_") } else { name }
}

pub(super) fn write(stub: &StubModel) -> Vec<Artifact> {
    let package = notes::package(&stub.model.block, "-");
    let parts = [
        ("@@PACKAGE@@", package.clone()),
        ("@@VERSION@@", notes::version(&stub.model.version)),
        ("@@ORIGIN@@", line_comment(&notes::origin(stub))),
        ("gnc_block", format!("gnc_{}", package.replace('-', "_"))),
    ];
    let filled =
        |text: &str| parts.iter().fold(text.to_owned(), |text, (mark, by)| text.replace(mark, by));
    let mut files: Vec<Artifact> = FILES
        .iter()
        .map(|(path, text)| file(path.strip_prefix(FOLDER).unwrap_or(path), filled(text)))
        .collect();
    let writer = Writer::new(stub);
    files.push(file("src/model.json", json::print(&data::model(stub))));
    files.push(file("src/messages.rs", writer.messages()));
    files.push(file("src/errors.rs", writer.errors()));
    files.push(file("src/client.rs", writer.client()));
    files.push(file("src/server.rs", writer.server()));
    files.push(file("src/samples.rs", writer.samples()));
    for (id, tree) in data::samples(stub) {
        files.push(file(format!("samples/{id}.json"), json::print(&tree)));
    }
    files
}

struct Writer<'s> {
    stub: &'s StubModel,
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
    fn new(stub: &'s StubModel) -> Self {
        let mut types = Names::but(&KEPT);
        let messages = stub.messages.iter().map(|it| types.take(&it.name)).collect();
        let classes = stub.classes.iter().map(|it| types.take(&it.name)).collect();
        let mut receiving = Names::but(&["authorise", "validate"]);
        let mut sending = Names::but(&["new"]);
        let sent = |it: &Exchange| snake(&names::sending(&it.id));
        Self {
            stub,
            messages,
            classes,
            receiving: stub.operations.iter().map(|it| receiving.take(&snake(&it.id))).collect(),
            sending: stub.operations.iter().map(|it| sending.take(&sent(it))).collect(),
        }
    }

    fn class(&self, at: usize) -> &str {
        self.classes.get(at).map_or("()", String::as_str)
    }

    fn messages(&self) -> String {
        let mut out = format!(
            "//! {}\n\nuse serde::{{Deserialize, Serialize}};\nuse serde_json::Value;\n\n\
             use crate::runtime::values;\n",
            line_comment(&notes::origin(self.stub))
        );
        for (at, class) in self.stub.classes.iter().enumerate() {
            let about = line_comment(&notes::meaning(&class.term, &class.xml));
            let _ = write!(out, "\n/// {about}\n{DERIVED}\npub struct {} {{\n", self.class(at));
            let mut fields = Names::default();
            for field in &class.fields {
                self.field(field, &fields.take(&snake(&field.json)), &mut out);
            }
            out.push_str("}\n");
        }
        let header_class = self.class(self.stub.header);
        for (message, name) in self.stub.messages.iter().zip(&self.messages) {
            let about = notes::joined(&[&message.label.en, &message.purpose.en]);
            let class = self.class(message.class);
            let property = Names::but(&["meta_data"]).take(&snake(&message.json));
            let _ = write!(
                out,
                "\n/// {}\n{DERIVED}\npub struct {name} {{\n    #[serde(flatten)]\n    \
                 pub meta_data: {header_class},\n    #[serde(rename = {})]\n    \
                 pub {property}: {class},\n}}\n\nimpl {name} {{\n    \
                 /// The name that the wrapper gives it.\n    \
                 pub const NAME: &'static str = {};\n\n    \
                 /// The message in the wrapper of the block.\n    \
                 pub fn new({property}: {class}) -> Self {{\n        \
                 Self {{ meta_data: header(Self::NAME), {property} }}\n    }}\n}}\n",
                line_comment(&about),
                literal(&message.json),
                literal(&message.name),
            );
        }
        out.push_str("\n/// Any message.\n#[derive(Clone, Copy, Debug)]\npub enum Message<'m> {\n");
        if self.messages.is_empty() {
            out.push_str(
                "    /// The block has no messages.\n    Never(&'m std::convert::Infallible),\n",
            );
        }
        let mut variants = String::new();
        for name in &self.messages {
            let _ = writeln!(variants, "    {name}(&'m {name}),");
        }
        out.push_str(&variants);
        out.push_str("}\n");
        out.push_str(&self.header(header_class));
        out.push_str(
            "\n/// What the type of a message holds of one in its JSON form.\n///\n/// # Errors\n\
             /// The tree is not of this message.\n\
             pub fn typed(name: &str, tree: Value) -> Result<Value, serde_json::Error> {\n    \
             match name {\n",
        );
        for name in &self.messages {
            let _ = writeln!(
                out,
                "        {name}::NAME => serde_json::to_value(serde_json::from_value::<{name}>(tree)?),"
            );
        }
        out.push_str("        _ => Ok(tree),\n    }\n}\n");
        out
    }

    fn field(&self, field: &Field, name: &str, out: &mut String) {
        let _ = writeln!(out, "    /// {}", line_comment(&notes::field(field)));
        let rename = literal(&field.json);
        let holder = self.holder(field.content);
        let (more, holder) = if field.presence.is_many() {
            (", default, skip_serializing_if = \"Vec::is_empty\"", format!("Vec<{holder}>"))
        } else if field.presence.min == 0 {
            (", default, skip_serializing_if = \"Option::is_none\"", format!("Option<{holder}>"))
        } else {
            ("", holder)
        };
        let _ = writeln!(out, "    #[serde(rename = {rename}{more})]\n    pub {name}: {holder},");
    }

    fn holder(&self, content: Content) -> String {
        let at = match content {
            Content::Class(at) => return self.class(at).to_owned(),
            Content::Value(at) => at,
        };
        let Some(data_type) = self.stub.data_type(at) else { return "Value".to_owned() };
        let name = match Holder::of(data_type) {
            Holder::Text => "String",
            Holder::Boolean => "bool",
            Holder::Integer => "u64",
            Holder::Decimal => "values::Decimal",
            Holder::Amount => "values::Amount",
            Holder::Measure => "values::Measure",
            Holder::Quantity => "values::Quantity",
            Holder::Binary => "values::BinaryObject",
            Holder::Date => "values::DateTime",
        };
        name.to_owned()
    }

    /// The function that makes the wrapper of a message.
    fn header(&self, class: &str) -> String {
        let mut out = format!(
            "\n/// What the wrapper of every message of the block says.\n\
             pub fn header(name: &str) -> {class} {{\n    {class} {{\n"
        );
        let values = data::header_values(self.stub);
        let type_name = name::json(header::TYPE_NAME);
        let fields = self.stub.classes.get(self.stub.header).map(|it| it.fields.as_slice());
        for field in fields.unwrap_or_default() {
            let said = values.iter().find(|it| it.0 == field.json).map(|it| literal(&it.1));
            let said = said.or_else(|| (field.json == type_name).then(|| "name".to_owned()));
            let value = match (said, field.presence.min) {
                (Some(said), 0) => format!("Some({said}.to_owned())"),
                (Some(said), _) => format!("{said}.to_owned()"),
                (None, 0) => "None".to_owned(),
                (None, _) => "String::new()".to_owned(),
            };
            let _ = writeln!(out, "        {}: {value},", snake(&field.json));
        }
        out.push_str("    }\n}\n");
        out
    }

    fn errors(&self) -> String {
        let mut variants = Names::but(&["Self"]);
        let all: Vec<String> = self
            .stub
            .errors()
            .iter()
            .map(|it| variants.take(&names::upper_camel(&it.code)))
            .collect();
        let mut out = String::from(
            "//! The error codes of the block.\n\n\
             use crate::runtime::problem::{ProblemEntry, Refusal};\n\
             use crate::runtime::spec::Category;\n\n\
             #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]\npub enum ErrorCode {\n",
        );
        for (it, variant) in self.stub.errors().iter().zip(&all) {
            let about = notes::joined(&[&it.code, &it.meaning.en, &it.action.en]);
            let _ = writeln!(out, "    /// {}\n    {variant},", line_comment(&about));
        }
        let list: Vec<String> = all.iter().map(|it| format!("Self::{it}")).collect();
        let _ = write!(
            out,
            "}}\n\nimpl ErrorCode {{\n    /// Every code, in the order of the block.\n    \
             pub const ALL: &'static [Self] = &[{}];\n",
            list.join(", ")
        );
        let mut method = |about: &str, name: &str, gives: &str, of: &dyn Fn(usize) -> String| {
            let _ = write!(
                out,
                "\n    /// {about}\n    pub const fn {name}(self) -> {gives} {{\n        match self {{\n"
            );
            for (at, variant) in list.iter().enumerate() {
                let _ = writeln!(out, "            {variant} => {},", of(at));
            }
            out.push_str("        }\n    }\n");
        };
        let errors = self.stub.errors();
        let text = "&'static str";
        let pair = "(&'static str, &'static str)";
        method("The code as it travels.", "code", text, &|at| literal(&errors[at].code));
        method("What kind of trouble it is.", "category", "Category", &|at| {
            format!("Category::{}", category(errors[at].category))
        });
        method("What it means, in English and in French.", "meaning", pair, &|at| {
            let of = &errors[at].meaning;
            format!("({}, {})", literal(&of.en), literal(&of.fr))
        });
        method("What the sender has to do, in English and in French.", "action", pair, &|at| {
            let of = &errors[at].action;
            format!("({}, {})", literal(&of.en), literal(&of.fr))
        });
        out.push_str(
            "\n    /// The code of this spelling.\n    \
             pub fn from_code(code: &str) -> Option<Self> {\n        \
             Self::ALL.iter().copied().find(|it| it.code() == code)\n    }\n\n    \
             /// Refuses a message with this code; for handlers to return.\n    \
             pub fn refusal(self, path: Option<&str>, detail: &str) -> Refusal {\n        \
             let entry = ProblemEntry {\n            code: self.code().to_owned(),\n            \
             path: path.map(str::to_owned),\n            detail: Some(detail.to_owned()),\n        };\n        \
             Refusal::new(self.category(), detail).because(vec![entry])\n    }\n}\n",
        );
        out
    }

    /// The types of what goes to an operation and of what comes back.
    fn types(&self, it: &Exchange) -> (String, String) {
        let name = |at: usize| self.messages.get(at).map_or("Message", String::as_str);
        let reply = it.reply.map_or_else(|| "()".to_owned(), |at| format!("m::{}", name(at)));
        (format!("m::{}", name(it.message)), reply)
    }

    fn client(&self) -> String {
        let has_operations = !self.stub.operations.is_empty();
        let mut out =
            String::from("//! The client: one method for each operation of the interface.\n\n");
        out.push_str(if has_operations {
            "use crate::MODEL;\nuse crate::messages as m;\n\
             use crate::runtime::client::{Accepted, ClientOptions, SendError, SendOptions, Sender};\n"
        } else {
            "use crate::MODEL;\nuse crate::runtime::client::{ClientOptions, Sender};\n"
        });
        out.push_str(
            "\n/// Sends messages to one gateway of a partner.\n#[derive(Clone, Debug)]\n\
             pub struct Client {\n    pub sender: Sender,\n}\n\nimpl Client {\n    \
             /// `address` is that of the gateway without the base path; `http` brings the \
             certificate of mutual TLS.\n    \
             pub fn new(address: &str, http: reqwest::Client, options: ClientOptions) -> Self {\n        \
             Self { sender: Sender::new(&MODEL, address, http, options) }\n    }\n",
        );
        for (at, (it, method)) in self.stub.operations.iter().zip(&self.sending).enumerate() {
            let (message, reply) = self.types(it);
            let _ = write!(
                out,
                "\n    /// {}\n    ///\n    /// # Errors\n    \
                 /// It is not valid, was refused, or nobody acknowledged it.\n    \
                 pub async fn {method}(\n        &self,\n        message: &{message},\n        \
                 options: SendOptions,\n    ) -> Result<Accepted<{reply}>, SendError> {{\n        \
                 self.sender.send(&MODEL.operations[{at}], message, options).await\n    }}\n",
                line_comment(&notes::operation(self.stub, it))
            );
        }
        out.push_str("}\n");
        out
    }

    fn server(&self) -> String {
        let mut methods = String::new();
        let mut cases = String::new();
        for (it, method) in self.stub.operations.iter().zip(&self.receiving) {
            let (message, reply) = self.types(it);
            let about = line_comment(&notes::operation(self.stub, it));
            let _ = write!(
                methods,
                "\n    /// {about}\n    fn {method}(\n        &self,\n        message: {message},\n        \
                 context: Context,\n    ) -> impl Future<Output = Result<{reply}, Refusal>> + Send;\n"
            );
            let variant = message.trim_start_matches("m::");
            let _ = write!(
                cases,
                "                {} => {{\n                    \
                 let message: {message} = from_tree(tree)?;\n                    \
                 self.0.validate(m::Message::{variant}(&message), &context).await?;\n                    \
                 to_tree(&self.0.{method}(message, context).await?)\n                }}\n",
                literal(&it.id)
            );
        }
        format!(
            "//! The skeleton of a server: implement `Handler`, serve its `routes`.\n\n\
             use std::future::Future;\n\nuse axum::Router;\nuse axum::http::request::Parts;\n\
             use serde_json::Value;\n\nuse crate::MODEL;\nuse crate::messages as m;\n\
             use crate::runtime::problem::Refusal;\n\
             use crate::runtime::server::{{self, BoxFuture, Context, Receiver, ServerOptions, \
             from_tree, to_tree}};\nuse crate::runtime::spec::Category;\n\n\
             /// What comes of each message. Return a `Refusal` to refuse one.\n\
             pub trait Handler: Send + Sync + 'static {{\n    \
             /// Whether the caller may use the operation.\n    \
             fn authorise(\n        &self,\n        operation: &'static str,\n        \
             request: &Parts,\n    ) -> impl Future<Output = Result<(), Refusal>> + Send {{\n        \
             let _ = (operation, request);\n        std::future::ready(Ok(()))\n    }}\n\n    \
             /// Business rules, after structure, formats and codes.\n    \
             fn validate(\n        &self,\n        message: m::Message<'_>,\n        \
             context: &Context,\n    ) -> impl Future<Output = Result<(), Refusal>> + Send {{\n        \
             let _ = (message, context);\n        std::future::ready(Ok(()))\n    }}\n{methods}}}\n\n\
             struct Adapter<H>(H);\n\nimpl<H: Handler> Receiver for Adapter<H> {{\n    \
             fn authorise<'f>(\n        &'f self,\n        operation: &'static str,\n        \
             request: &'f Parts,\n    ) -> BoxFuture<'f, Result<(), Refusal>> {{\n        \
             Box::pin(self.0.authorise(operation, request))\n    }}\n\n    \
             fn receive(&self, tree: Value, context: Context) -> BoxFuture<'_, Result<Value, \
             Refusal>> {{\n        Box::pin(async move {{\n            match context.operation {{\n\
             {cases}                _ => Err(Refusal::new(Category::Transport, \"no such operation\")),\n            \
             }}\n        }})\n    }}\n}}\n\n\
             /// The routes of a gateway.\n\
             pub fn routes<H: Handler>(handler: H, options: ServerOptions) -> Router {{\n    \
             server::routes(&MODEL, Adapter(handler), options)\n}}\n"
        )
    }

    fn samples(&self) -> String {
        let mut out = String::from(
            "//! A sample of each message, and a handler that answers with samples.\n\n\
             use serde_json::Value;\n\nuse crate::messages as m;\n\
             use crate::runtime::problem::Refusal;\nuse crate::runtime::server::{Context, from_tree};\n\
             use crate::server::Handler;\n\n\
             /// A sample of the message with this identifier in the block; null where there is none.\n\
             pub fn sample(id: &str) -> Value {\n    let text = match id {\n",
        );
        for message in &self.stub.messages {
            let path = literal(&format!("../samples/{}.json", message.id));
            let _ = writeln!(out, "        {} => include_str!({path}),", literal(&message.id));
        }
        out.push_str(
            "        _ => \"null\",\n    };\n    serde_json::from_str(text).unwrap_or_default()\n}\n\n\
             /// Answers every message with a sample.\n#[derive(Clone, Copy, Debug)]\n\
             pub struct SampleHandler;\n\nimpl Handler for SampleHandler {\n",
        );
        for (it, method) in self.stub.operations.iter().zip(&self.receiving) {
            let (message, reply) = self.types(it);
            let sent = it.reply.and_then(|at| self.stub.messages.get(at));
            let body = sent.map_or_else(
                || "Ok(())".to_owned(),
                |sent| format!("from_tree(sample({}))", literal(&sent.id)),
            );
            let _ = write!(
                out,
                "    async fn {method}(&self, _: {message}, _: Context) -> Result<{reply}, \
                 Refusal> {{\n        {body}\n    }}\n\n"
            );
        }
        let kept = out.trim_end().len();
        out.truncate(kept);
        out.push_str("\n}\n");
        out
    }
}

const fn category(of: ErrorCategory) -> &'static str {
    match of {
        ErrorCategory::Transport => "Transport",
        ErrorCategory::Security => "Security",
        ErrorCategory::Schema => "Schema",
        ErrorCategory::BusinessRule => "BusinessRule",
        ErrorCategory::UnknownReference => "UnknownReference",
        ErrorCategory::Duplicate => "Duplicate",
        ErrorCategory::Unavailable => "Unavailable",
    }
}
