//! The stub in TypeScript for Node.js: messages are objects in their JSON form, with types.

use std::fmt::Write;

use serde_json::Value;

use crate::render::Artifact;
use crate::render::stub::escape::{block_comment, typescript as literal};
use crate::render::stub::names::{self, Names};
use crate::render::stub::{data, file, notes, templates};
use crate::view::message::name;
use crate::view::stub::{Content, Exchange, Field, Holder, StubModel, category_id};

const FOLDER: &str = "typescript/";
const FILES: [(&str, &str); 14] = templates! {
    "typescript/package.json"
    "typescript/tsconfig.json"
    "typescript/src/index.ts"
    "typescript/src/smoke.test.ts"
    "typescript/src/trial.ts"
    "typescript/src/runtime/check.ts"
    "typescript/src/runtime/client.ts"
    "typescript/src/runtime/codec.ts"
    "typescript/src/runtime/json.ts"
    "typescript/src/runtime/problem.ts"
    "typescript/src/runtime/server.ts"
    "typescript/src/runtime/spec.ts"
    "typescript/src/runtime/values.ts"
    "typescript/src/runtime/xml.ts"
};

/// Names that `index.ts` exports beside the messages, and types that every program knows.
const KEPT: [&str; 47] = [
    "Amount",
    "Array",
    "BigInt",
    "BinaryObject",
    "Boolean",
    "Category",
    "Client",
    "ClientOptions",
    "Context",
    "Date",
    "DateTime",
    "Decimal",
    "Decoded",
    "Error",
    "ErrorCode",
    "ErrorInfo",
    "ERRORS",
    "Fault",
    "Function",
    "Given",
    "Handler",
    "HEADER",
    "InvalidMessage",
    "Map",
    "Measure",
    "MemoryStore",
    "Message",
    "MODEL",
    "Number",
    "Object",
    "Outcome",
    "Problem",
    "ProblemEntry",
    "Promise",
    "Quantity",
    "Record",
    "Refusal",
    "ReplyStore",
    "requestListener",
    "SendOptions",
    "ServerOptions",
    "Set",
    "String",
    "Symbol",
    "Syntax",
    "undefined",
    "refusal",
];

pub(super) fn write(stub: &StubModel) -> Vec<Artifact> {
    let writer = Writer::new(stub);
    let mut files: Vec<Artifact> = FILES
        .iter()
        .map(|(path, text)| {
            let text = text
                .replace("@@PACKAGE@@", &format!("gnc-{}", notes::package(&stub.model.block, "-")))
                .replace("@@VERSION@@", &notes::version(&stub.model.version));
            file(path.strip_prefix(FOLDER).unwrap_or(path), text)
        })
        .collect();
    files.push(file("src/model.ts", writer.model()));
    files.push(file("src/messages.ts", writer.messages()));
    files.push(file("src/errors.ts", writer.errors()));
    files.push(file("src/client.ts", writer.client()));
    files.push(file("src/server.ts", writer.server()));
    files.push(file("src/samples.ts", writer.samples()));
    files
}

struct Writer<'s> {
    stub: &'s StubModel,
    /// Names of the messages, by position.
    messages: Vec<String>,
    /// Names of the classes, by position.
    classes: Vec<String>,
    /// Names of the code lists, by position; empty where their codes are not written out.
    lists: Vec<String>,
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
        let lists = stub.model.code_lists.iter().map(|list| {
            let stem = list.type_name.strip_suffix("Type").unwrap_or(&list.type_name);
            if list.codes.is_empty() { String::new() } else { types.take(&name::upper_camel(stem)) }
        });
        let lists = lists.collect();
        let mut receiving = Names::but(&["authorise", "validate", "constructor", "then"]);
        let mut sending = Names::but(&["sender", "constructor", "then"]);
        Self {
            stub,
            messages,
            classes,
            lists,
            receiving: stub.operations.iter().map(|it| receiving.take(&it.id)).collect(),
            sending: stub
                .operations
                .iter()
                .map(|it| sending.take(&names::sending(&it.id)))
                .collect(),
        }
    }

    fn model(&self) -> String {
        let about = block_comment(&notes::origin(self.stub));
        format!(
            "/** The message model as data. {about} */\n\nimport type {{ ModelSpec }} from \
             \"./runtime/spec.js\";\n\nexport const MODEL: ModelSpec = {};\n",
            self::value(&data::model(self.stub), 0)
        )
    }

    fn messages(&self) -> String {
        let mut out = String::new();
        let _ = writeln!(out, "/** {} */\n", block_comment(&notes::origin(self.stub)));
        out.push_str("import type * as v from \"./runtime/values.js\";\n");
        for (list, name) in self.stub.model.code_lists.iter().zip(&self.lists) {
            if name.is_empty() {
                continue;
            }
            let about = notes::joined(&[&list.label.en, &list.id, &list.version]);
            let _ = writeln!(out, "\n/** {} */", block_comment(&about));
            let codes: Vec<String> =
                list.codes.iter().map(|it| format!("\n  | {}", literal(&it.value))).collect();
            let _ = writeln!(out, "export type {name} ={};", codes.concat());
        }
        for (class, name) in self.stub.classes.iter().zip(&self.classes) {
            let about = block_comment(&notes::meaning(&class.term, &class.xml));
            let _ = writeln!(out, "\n/** {about} */\nexport interface {name} {{");
            for field in &class.fields {
                self.field(field, &mut out);
            }
            out.push_str("}\n");
        }
        let header = self.classes.get(self.stub.header).map_or("", String::as_str);
        let property = name::json(crate::view::message::header::TYPE_NAME);
        for (message, name) in self.stub.messages.iter().zip(&self.messages) {
            let about = notes::joined(&[&message.label.en, &message.purpose.en]);
            let _ = writeln!(out, "\n/** {} */", block_comment(&about));
            let _ = writeln!(out, "export interface {name} extends {header} {{");
            let _ = writeln!(out, "  readonly {property}: {};", literal(&message.name));
            let class = self.classes.get(message.class).map_or("unknown", String::as_str);
            let _ = writeln!(out, "  readonly {}: {class};\n}}", message.json);
        }
        let all = if self.messages.is_empty() { "never".into() } else { self.messages.join(" | ") };
        let _ = writeln!(out, "\n/** Any message; `{property}` says which. */");
        let _ = writeln!(out, "export type Message = {all};");
        out.push_str(
            "\n/** What the wrapper of every message says; spread it into each one. */\n\
             export const HEADER = {\n",
        );
        for (property, value) in data::header_values(self.stub) {
            let _ = writeln!(out, "  {property}: {},", literal(&value));
        }
        out.push_str("} as const;\n");
        out
    }

    fn field(&self, field: &Field, out: &mut String) {
        let about = block_comment(&notes::field(field));
        let _ = writeln!(out, "  /** {about} */");
        let optional = if field.presence.min == 0 { "?" } else { "" };
        let many = field.presence.is_many();
        let (readonly, list) = if many { ("readonly ", "[]") } else { ("", "") };
        let holder = self.holder(field.content);
        let _ = writeln!(out, "  readonly {}{optional}: {readonly}{holder}{list};", field.json);
    }

    fn holder(&self, content: Content) -> String {
        let at = match content {
            Content::Class(at) => {
                return self.classes.get(at).cloned().unwrap_or_else(|| "unknown".to_owned());
            }
            Content::Value(at) => at,
        };
        let Some(data_type) = self.stub.data_type(at) else { return "unknown".to_owned() };
        if let Some(only) = &data_type.only {
            return literal(&only.value);
        }
        let list = self.stub.codes(data_type).and(data_type.codes);
        if let Some(name) = list.and_then(|at| self.lists.get(at)).filter(|it| !it.is_empty()) {
            return name.clone();
        }
        let name = match Holder::of(data_type) {
            Holder::Text => "string",
            Holder::Boolean => "boolean",
            Holder::Integer => "number",
            Holder::Decimal => "v.Decimal",
            Holder::Amount => "v.Amount",
            Holder::Measure => "v.Measure",
            Holder::Quantity => "v.Quantity",
            Holder::Binary => "v.BinaryObject",
            Holder::Date => "v.DateTime",
        };
        name.to_owned()
    }

    fn errors(&self) -> String {
        let codes: Vec<String> = self.stub.errors().iter().map(|it| literal(&it.code)).collect();
        let codes = if codes.is_empty() { "string".to_owned() } else { codes.join(" | ") };
        let mut out = format!(
            "// The error codes of the block.\n\n\
             import {{ Refusal }} from \"./runtime/problem.js\";\n\
             import type {{ Category }} from \"./runtime/spec.js\";\n\n\
             export type ErrorCode = {codes};\n\n\
             /** What a code means, and what the sender has to do. */\n\
             export interface ErrorInfo {{\n  readonly category: Category;\n  \
             readonly meaning: {{ readonly en: string; readonly fr: string }};\n  \
             readonly action: {{ readonly en: string; readonly fr: string }};\n}}\n\n\
             export const ERRORS: ReadonlyMap<string, ErrorInfo> = new Map<string, ErrorInfo>([\n"
        );
        for it in self.stub.errors() {
            let label = |of: &crate::words::Label| {
                format!("{{ en: {}, fr: {} }}", literal(&of.en), literal(&of.fr))
            };
            let _ = writeln!(
                out,
                "  [\n    {},\n    {{\n      category: {},\n      meaning: {},\n      action: \
                 {},\n    }},\n  ],",
                literal(&it.code),
                literal(category_id(it.category)),
                label(&it.meaning),
                label(&it.action)
            );
        }
        out.push_str(
            "]);\n\n\
             /** Refuses a message with a code of the block; for handlers to throw. */\n\
             export function refusal(code: ErrorCode, detail: string, path?: string): Refusal {\n  \
             const category = ERRORS.get(code)?.category ?? \"business-rule\";\n  \
             const entry = path === undefined ? { code, detail } : { code, detail, path };\n  \
             return new Refusal(category, detail, [entry]);\n}\n",
        );
        out
    }

    /// The types of what goes to an operation and of what comes back.
    fn types(&self, it: &Exchange) -> (String, String) {
        let name = |at: usize| self.messages.get(at).map_or("never", String::as_str);
        let reply = it.reply.map_or_else(|| "undefined".to_owned(), |at| format!("m.{}", name(at)));
        (format!("m.{}", name(it.message)), reply)
    }

    fn client(&self) -> String {
        let mut out = String::from(
            "// The client: one method for each operation of the interface.\n\n\
             import type * as m from \"./messages.js\";\n\
             import { MODEL } from \"./model.js\";\n\
             import { Sender } from \"./runtime/client.js\";\n\
             import type { ClientOptions, Outcome, SendOptions } from \"./runtime/client.js\";\n\
             import { at } from \"./runtime/spec.js\";\n\n\
             /** Sends messages to one gateway of a partner. */\nexport class Client {\n  \
             readonly sender: Sender;\n\n  constructor(options: ClientOptions) {\n    \
             this.sender = new Sender(MODEL, options);\n  }\n",
        );
        for (at, (it, method)) in self.stub.operations.iter().zip(&self.sending).enumerate() {
            let (message, reply) = self.types(it);
            let _ = write!(
                out,
                "\n  /** {} */\n  {method}(message: {message}, options?: SendOptions): \
                 Promise<Outcome<{reply}>> {{\n    return this.sender.send<{reply}>(at(MODEL.\
                 operations, {at}), message, options);\n  }}\n",
                block_comment(&notes::operation(self.stub, it))
            );
        }
        out.push_str("}\n");
        out
    }

    fn server(&self) -> String {
        let mut out = String::from(
            "// The skeleton of a server: implement `Handler`, pass it to `requestListener`.\n\n\
             import type { IncomingMessage, RequestListener } from \"node:http\";\n\n\
             import type * as m from \"./messages.js\";\n\
             import { MODEL } from \"./model.js\";\n\
             import type { ProblemEntry } from \"./runtime/problem.js\";\n\
             import { listener } from \"./runtime/server.js\";\n\
             import type { Context, ServerOptions } from \"./runtime/server.js\";\n\n\
             /** What comes of each message. Throw a `Refusal` to refuse one. */\n\
             export interface Handler {\n  \
             /** Whether the caller may use the operation; throws a `Refusal` otherwise. */\n  \
             authorise?(operation: string, request: IncomingMessage): Promise<void>;\n  \
             /** Business rules, after structure, formats and codes; what is returned refuses the \
             message. */\n  \
             validate?(message: m.Message, context: Context): Promise<readonly ProblemEntry[]>;\n",
        );
        let mut cases = String::new();
        for (it, method) in self.stub.operations.iter().zip(&self.receiving) {
            let (message, reply) = self.types(it);
            let reply = if it.reply.is_some() { reply } else { "void".to_owned() };
            let about = block_comment(&notes::operation(self.stub, it));
            let _ = writeln!(
                out,
                "  /** {about} */\n  {method}(message: {message}, context: Context): \
                 Promise<{reply}>;"
            );
            let _ = writeln!(
                cases,
                "          case {}:\n            return handler.{method}(tree as unknown as \
                 {message}, context);",
                literal(&it.id)
            );
        }
        let _ = write!(
            out,
            "}}\n\n\
             /** For `http.createServer`, or `https.createServer` with the certificates of the \
             gateway. */\n\
             export function requestListener(handler: Handler, options?: ServerOptions): \
             RequestListener {{\n  return listener(\n    MODEL,\n    {{\n      \
             authorise: async (operation, request) => handler.authorise?.(operation.id, request),\n      \
             validate: async (_, tree, context) =>\n        \
             (await handler.validate?.(tree as unknown as m.Message, context)) ?? [],\n      \
             handle: async (operation, tree, context) => {{\n        switch (operation.id) {{\n\
             {cases}          default:\n            throw new RangeError(`no operation \
             ${{operation.id}}`);\n        }}\n      }},\n    }},\n    options,\n  );\n}}\n"
        );
        out
    }

    fn samples(&self) -> String {
        let mut out = String::from(
            "// A sample of each message, and a handler that answers with samples.\n\n\
             import type * as m from \"./messages.js\";\n\
             import type { JsonObject } from \"./runtime/spec.js\";\n\
             import type { Handler } from \"./server.js\";\n\n\
             const SAMPLES: ReadonlyMap<string, JsonObject> = new Map<string, JsonObject>([\n",
        );
        for (id, tree) in data::samples(self.stub) {
            let _ = writeln!(out, "  [{}, {}],", literal(id), value(&tree, 1));
        }
        out.push_str(
            "]);\n\n/** A sample of the message with this identifier in the block. */\n\
             export function sample(id: string): JsonObject {\n  \
             const found = SAMPLES.get(id);\n  \
             if (found === undefined) throw new RangeError(`no message ${id}`);\n  \
             return structuredClone(found);\n}\n\n\
             /** Answers every message with a sample. */\n\
             export class SampleHandler implements Handler {\n",
        );
        for (it, method) in self.stub.operations.iter().zip(&self.receiving) {
            let (_, reply) = self.types(it);
            let sent = it.reply.and_then(|at| self.stub.messages.get(at));
            let body = match sent {
                Some(sent) => format!(
                    "(): Promise<{reply}> {{\n    return Promise.resolve(sample({}) as unknown as \
                     {reply});\n  }}",
                    literal(&sent.id)
                ),
                None => "(): Promise<void> {\n    return Promise.resolve();\n  }".to_owned(),
            };
            let _ = writeln!(out, "  {method}{body}\n");
        }
        let kept = out.trim_end().len();
        out.truncate(kept);
        out.push_str("\n}\n");
        out
    }
}

/// A JSON value as an expression.
fn value(of: &Value, depth: usize) -> String {
    let inner = "  ".repeat(depth + 1);
    let outer = "  ".repeat(depth);
    match of {
        Value::String(text) => literal(text),
        Value::Array(items) if items.iter().all(|it| it.is_string() || it.is_number()) => {
            let items: Vec<String> = items.iter().map(|it| value(it, depth)).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Array(items) => {
            let items: Vec<String> =
                items.iter().map(|it| format!("{inner}{},\n", value(it, depth + 1))).collect();
            format!("[\n{}{outer}]", items.concat())
        }
        Value::Object(map) => {
            let entries: Vec<String> = map
                .iter()
                .map(|(key, it)| format!("{inner}{}: {},\n", literal(key), value(it, depth + 1)))
                .collect();
            format!("{{\n{}{outer}}}", entries.concat())
        }
        other => other.to_string(),
    }
}
