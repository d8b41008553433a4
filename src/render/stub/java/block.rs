//! What a block brings beside its messages: client, handler and gateway by its operations, error codes.

use std::fmt::Write;

use crate::render::stub::escape::{block_comment, java as literal};
use crate::render::stub::java::{PACKAGE, Writer};
use crate::render::stub::names::{self, Names};
use crate::render::stub::notes;
use crate::view::message::interface::ErrorCategory;
use crate::view::stub::Exchange;

impl Writer<'_> {
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

    pub(super) fn client(&self) -> String {
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

    pub(super) fn handler(&self) -> String {
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

    pub(super) fn gateway(&self) -> String {
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

    pub(super) fn errors(&self) -> String {
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

    pub(super) fn samples(&self) -> String {
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
