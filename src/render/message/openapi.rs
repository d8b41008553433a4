//! The interface as `OpenAPI` 3.1: an operation for each message at the gateway that receives it, the
//! answers that come later as webhooks, problems as RFC 9457 describes them.

use serde_json::{Map, Value, json};

use crate::render::message::json_types::{Definitions, Types, put};
use crate::render::message::problems::{self, PROBLEM, PROBLEMS, Problem};
use crate::render::message::sample::to_json;
use crate::render::print::json;
use crate::render::{Artifact, Kind};
use crate::view::message::interface::{Gateway, Operation, Security, Setting, Syntax};
use crate::view::message::sample::sample;
use crate::view::message::{Message, MessageModel, Nature, name};
use crate::words::Label;
use crate::words::message as say;
use crate::words::{Lang, Words};

/// Path of the description below the output folder.
const PATH: &str = "openapi/openapi.json";
/// Names of the security schemes.
const MUTUAL_TLS: &str = "mutualTls";
const OAUTH: &str = "oauth2";
/// The scope a token must have.
const SEND: &str = "messages.send";

/// The description of the interface of `model`.
pub fn write(model: &MessageModel) -> Vec<Artifact> {
    vec![Artifact::text(Kind::OpenApi, PATH, json::print(&description(model)))]
}

/// The description as a value.
pub fn description(model: &MessageModel) -> Value {
    let writer = Writer { model };
    let interface = &model.interface;
    let mut paths = Map::new();
    for operation in &interface.operations {
        if let Some(message) = model.messages.get(operation.message) {
            paths.insert(operation.path.clone(), writer.path(operation, message));
        }
    }
    let asks = |message: &Message| is_answered_at_once(model, message);
    if !model.messages.iter().any(asks) {
        paths.insert("/messages/{messageKey}/status".to_owned(), status_query());
    }
    let mut document = Map::new();
    document.insert("openapi".into(), "3.1.0".into());
    document.insert("info".into(), writer.info());
    document
        .insert("servers".into(), interface.gateways.iter().map(|it| writer.server(it)).collect());
    document.insert("security".into(), writer.security());
    document.insert("tags".into(), interface.gateways.iter().map(tag).collect());
    document.insert("x-gnc-exchange".into(), writer.exchange());
    document.insert("paths".into(), Value::Object(paths));
    let webhooks = writer.webhooks();
    if !webhooks.is_empty() {
        document.insert("webhooks".into(), Value::Object(webhooks));
    }
    document.insert("components".into(), writer.components());
    Value::Object(document)
}

/// Whether the answer to `message` is the response to the call: it asks, and nothing else says that
/// it arrived.
fn is_answered_at_once(model: &MessageModel, message: &Message) -> bool {
    message.nature == Nature::Request
        && message.acknowledged_by.is_empty()
        && message.answered_by.iter().any(|at| model.messages.get(*at).is_some())
}

struct Writer<'m> {
    model: &'m MessageModel,
}

impl Writer<'_> {
    fn info(&self) -> Value {
        let model = self.model;
        let title = if model.title.en.is_empty() { &model.block } else { &model.title.en };
        let (origin, origine) = super::origin(model);
        let mut info = Map::new();
        info.insert("title".into(), title.as_str().into());
        put(&mut info, "x-title-fr", &model.title.fr);
        info.insert("version".into(), model.version.as_str().into());
        info.insert("description".into(), format!("{} {origin}", say::INTERFACE.en).into());
        info.insert("x-description-fr".into(), format!("{} {origine}", say::INTERFACE.fr).into());
        Value::Object(info)
    }

    fn server(&self, gateway: &Gateway) -> Value {
        let mut server = Map::new();
        let url = format!("https://{{host}}{}", self.model.interface.base_path);
        server.insert("url".into(), url.into());
        put(&mut server, "description", &gateway.label.en);
        put(&mut server, "x-description-fr", &gateway.label.fr);
        // No address of a real system ever stands in a published block.
        let host = format!("{}.invalid", gateway.id);
        server.insert(
            "variables".into(),
            json!({"host": {"default": host, "description": say::HOST.en}}),
        );
        Value::Object(server)
    }

    fn security(&self) -> Value {
        let mut all = Map::new();
        for scheme in &self.model.interface.security {
            match scheme {
                Security::MutualTls => all.insert(MUTUAL_TLS.into(), json!([])),
                Security::OAuth => all.insert(OAUTH.into(), json!([SEND])),
            };
        }
        // One entry holds what is asked for together.
        if all.is_empty() { json!([]) } else { json!([all]) }
    }

    fn path(&self, operation: &Operation, message: &Message) -> Value {
        let gateways = &self.model.interface.gateways;
        let at = || operation.gateways.iter().filter_map(|at| gateways.get(*at));
        let summary = if operation.summary.en.is_empty() && operation.summary.fr.is_empty() {
            received(message)
        } else {
            operation.summary.clone()
        };
        let mut post = self.receive(&operation.id, message, &summary);
        post.insert("tags".into(), at().map(|it| it.id.as_str()).collect());
        let servers: Value = at().map(|it| self.server(it)).collect();
        json!({"servers": servers, "post": post})
    }

    /// The operation that receives `message`.
    fn receive(&self, id: &str, message: &Message, summary: &Label) -> Map<String, Value> {
        let mut post = Map::new();
        post.insert("operationId".into(), id.into());
        put(&mut post, "summary", &summary.en);
        put(&mut post, "x-summary-fr", &summary.fr);
        let at_once = is_answered_at_once(self.model, message);
        for (key, lang) in [("description", Lang::En), ("x-description-fr", Lang::Fr)] {
            let mut text = message.purpose.get(lang).to_owned();
            if !at_once && let Some(follows) = self.answer_follows(message, lang) {
                if !text.is_empty() {
                    text.push(' ');
                }
                text.push_str(&follows);
            }
            put(&mut post, key, &text);
        }
        post.insert(
            "parameters".into(),
            json!([
                {"$ref": "#/components/parameters/IdempotencyKey"},
                {"$ref": "#/components/parameters/CorrelationId"},
            ]),
        );
        post.insert("requestBody".into(), reference("requestBodies", &message.name));
        let mut responses = Map::new();
        if at_once {
            responses.insert("200".into(), self.carrying(&message.answered_by, say::ANSWERED));
        } else if message.acknowledged_by.is_empty() {
            responses.insert("202".into(), reference("responses", "Accepted"));
        } else {
            let body = self.carrying(&message.acknowledged_by, say::ACKNOWLEDGED);
            responses.insert("202".into(), body);
        }
        for problem in PROBLEMS.iter().filter(|it| it.of_every_operation) {
            responses.insert(problem.status.to_string(), reference("responses", problem.name));
        }
        post.insert("responses".into(), Value::Object(responses));
        post
    }

    fn answer_follows(&self, message: &Message, lang: Lang) -> Option<String> {
        let answers = message.answered_by.iter().filter_map(|at| self.model.messages.get(*at));
        let names: Vec<&str> = answers.map(|it| it.name.as_str()).collect();
        let names = (!names.is_empty()).then(|| names.join(say::OR.get(lang)))?;
        Some(say::ANSWER_FOLLOWS.with(lang, &[("messages", &names)]))
    }

    /// A response that carries one of these messages.
    fn carrying(&self, messages: &[usize], words: Words) -> Value {
        let messages = || messages.iter().filter_map(|at| self.model.messages.get(*at));
        let mut response = Map::new();
        response.insert("description".into(), words.en.into());
        response.insert("x-description-fr".into(), words.fr.into());
        response.insert("headers".into(), headers());
        // One message, one body. Of several the first is described; a block should name one.
        if let Some(first) = messages().next() {
            response.insert("content".into(), self.content(first));
        }
        Value::Object(response)
    }

    /// Whether messages travel in JSON; they do where no syntax is agreed.
    fn speaks_json(&self) -> bool {
        let syntaxes = &self.model.interface.syntaxes;
        syntaxes.contains(&Syntax::Json) || !syntaxes.contains(&Syntax::Xml)
    }

    /// Bodies that carry `message`, in each syntax of the interface.
    fn content(&self, message: &Message) -> Value {
        let syntaxes = &self.model.interface.syntaxes;
        let mut content = Map::new();
        if self.speaks_json() {
            let schema = reference("schemas", &message.name);
            let examples = json!({"complete": reference("examples", &message.name)});
            let body = json!({"schema": schema, "examples": examples});
            content.insert("application/json".into(), body);
        }
        if syntaxes.contains(&Syntax::Xml) {
            let said = say::XML_BODY.with(Lang::En, &[("schema", super::XSD_WRAPPER)]);
            let schema = json!({
                "type": "string", "contentMediaType": "application/xml", "description": said
            });
            content.insert("application/xml".into(), json!({"schema": schema}));
        }
        Value::Object(content)
    }

    /// The messages that come as an answer, as their receiver sees them.
    fn webhooks(&self) -> Map<String, Value> {
        let mut webhooks = Map::new();
        let messages = &self.model.messages;
        for (at, message) in messages.iter().enumerate() {
            let later = |it: &&Message| {
                it.answered_by.contains(&at) && !is_answered_at_once(self.model, it)
            };
            if messages.iter().any(|it| later(&it)) {
                let id = format!("on{}", message.name);
                let post = self.receive(&id, message, &received(message));
                webhooks.insert(name::json(&message.name), json!({"post": post}));
            }
        }
        webhooks
    }

    /// Time-outs, repetition and limits, as far as they are agreed.
    fn exchange(&self) -> Value {
        let interface = &self.model.interface;
        json!({
            "dataModel": self.model.data_model,
            "protocol": setting(&interface.protocol),
            "tls": setting(&interface.tls),
            "authorisation": setting(&interface.authorisation),
            "acknowledgementTimeout": setting(&interface.acknowledgement_timeout),
            "responseTimeout": setting(&interface.response_timeout),
            "retryCount": setting(&interface.retry_count),
            "retryInterval": setting(&interface.retry_interval),
            "messageLimit": setting(&interface.message_limit),
            "messagesPerMinute": setting(&interface.rate_limit),
        })
    }

    fn components(&self) -> Value {
        let model = self.model;
        let types = Types { model, prefix: "#/components/schemas/" };
        let mut schemas = Definitions::new();
        let mut bodies = Map::new();
        let mut examples = Map::new();
        for message in &model.messages {
            let body = json!({"required": true, "content": self.content(message)});
            bodies.insert(message.name.clone(), body);
            // What travels in XML is described by the XML Schema.
            if !self.speaks_json() {
                continue;
            }
            let schema = types.message(message, &mut schemas);
            schemas.insert(message.name.clone(), schema);
            let value = to_json(&sample(model, message));
            let example = json!({"summary": say::EXAMPLE.en, "value": value});
            examples.insert(message.name.clone(), example);
        }
        problems::schemas(model, &mut schemas);
        let mut responses = Map::new();
        let mut accepted = said(say::ACCEPTED);
        accepted.insert("headers".into(), headers());
        responses.insert("Accepted".into(), Value::Object(accepted));
        for problem in &PROBLEMS {
            responses.insert(problem.name.to_owned(), problem_response(model, problem));
        }
        let asked = model.messages.iter().any(|message| is_answered_at_once(model, message));
        if asked {
            responses.shift_remove(problems::NOT_FOUND);
        } else {
            schemas.insert("MessageStatus".to_owned(), problems::message_status());
        }
        let mut security = Map::new();
        for scheme in &model.interface.security {
            match scheme {
                Security::MutualTls => {
                    let mut scheme = Map::new();
                    scheme.insert("type".into(), "mutualTLS".into());
                    scheme.extend(said(say::MUTUAL_TLS));
                    security.insert(MUTUAL_TLS.into(), Value::Object(scheme));
                }
                Security::OAuth => {
                    let mut scheme = Map::new();
                    scheme.insert("type".into(), "oauth2".into());
                    scheme.extend(said(say::OAUTH));
                    let flow = json!({
                        "tokenUrl": "https://authorization.invalid/token",
                        "scopes": {SEND: say::SCOPE_SEND.en}
                    });
                    scheme.insert("flows".into(), json!({"clientCredentials": flow}));
                    security.insert(OAUTH.into(), Value::Object(scheme));
                }
            }
        }
        let mut components = Map::new();
        let parts = [
            ("securitySchemes", security),
            ("parameters", parameters()),
            ("headers", header_components()),
            ("requestBodies", bodies),
            ("responses", responses),
            ("examples", examples),
            ("schemas", schemas),
        ];
        for (key, part) in parts {
            if !part.is_empty() {
                components.insert(key.to_owned(), Value::Object(part));
            }
        }
        Value::Object(components)
    }
}

fn reference(part: &str, name: &str) -> Value {
    json!({"$ref": format!("#/components/{part}/{name}")})
}

/// Description in English, and beside it in French.
fn said(words: Words) -> Map<String, Value> {
    let mut map = Map::new();
    map.insert("description".into(), words.en.into());
    map.insert("x-description-fr".into(), words.fr.into());
    map
}

fn received(message: &Message) -> Label {
    let label = |lang| match message.label.get(lang) {
        "" => message.name.as_str(),
        label => label,
    };
    let say = |lang| say::RECEIVE.with(lang, &[("message", label(lang))]);
    Label::new(say(Lang::En), say(Lang::Fr))
}

fn tag(gateway: &Gateway) -> Value {
    let mut tag = Map::new();
    tag.insert("name".into(), gateway.id.as_str().into());
    let label = if gateway.label.en.is_empty() { &gateway.id } else { &gateway.label.en };
    put(&mut tag, "description", label);
    put(&mut tag, "x-description-fr", &gateway.label.fr);
    Value::Object(tag)
}

/// The headers of every response to a message.
fn headers() -> Value {
    json!({"Correlation-Id": reference("headers", "CorrelationId")})
}

fn parameters() -> Map<String, Value> {
    let parameter = |name: &str, required: bool, words: Words, schema: Value| {
        let mut parameter = Map::new();
        parameter.insert("name".into(), name.into());
        parameter.insert("in".into(), "header".into());
        parameter.insert("required".into(), required.into());
        parameter.extend(said(words));
        parameter.insert("schema".into(), schema);
        Value::Object(parameter)
    };
    let mut all = Map::new();
    let key = parameter("Idempotency-Key", true, say::IDEMPOTENCY_KEY, key_schema());
    all.insert("IdempotencyKey".into(), key);
    let correlation = parameter("Correlation-Id", true, say::CORRELATION_ID, key_schema());
    all.insert("CorrelationId".into(), correlation);
    all
}

/// An identifier that is safe in a header and in a log.
pub(super) fn key_schema() -> Value {
    json!({"type": "string", "minLength": 1, "maxLength": 64, "pattern": "^[A-Za-z0-9._:-]+$"})
}

fn header_components() -> Map<String, Value> {
    let header = |words: Words, schema: Value| {
        let mut header = said(words);
        header.insert("schema".into(), schema);
        Value::Object(header)
    };
    let mut all = Map::new();
    all.insert("CorrelationId".into(), header(say::CORRELATION_ID, key_schema()));
    let seconds = json!({"type": "integer", "minimum": 0});
    all.insert("RetryAfter".into(), header(say::RETRY_AFTER, seconds));
    all
}

fn problem_response(model: &MessageModel, problem: &Problem) -> Value {
    let mut response = said(problem.words);
    let mut all = Map::new();
    all.insert("Correlation-Id".into(), reference("headers", "CorrelationId"));
    if problem.retry_after {
        all.insert("Retry-After".into(), reference("headers", "RetryAfter"));
    }
    response.insert("headers".into(), Value::Object(all));
    let value = problems::example(model, problem);
    let example = json!({"summary": say::PROBLEM_EXAMPLE.en, "value": value});
    let body = json!({"schema": reference("schemas", PROBLEM), "examples": {"problem": example}});
    response.insert("content".into(), json!({"application/problem+json": body}));
    Value::Object(response)
}

/// Where no message of the block asks for the status of another.
fn status_query() -> Value {
    let mut get = Map::new();
    get.insert("operationId".into(), "getMessageStatus".into());
    get.insert("summary".into(), say::STATUS_QUERY.en.into());
    get.insert("x-summary-fr".into(), say::STATUS_QUERY.fr.into());
    let mut key = Map::new();
    key.insert("name".into(), "messageKey".into());
    key.insert("in".into(), "path".into());
    key.insert("required".into(), true.into());
    key.extend(said(say::MESSAGE_KEY));
    key.insert("schema".into(), key_schema());
    get.insert("parameters".into(), json!([key]));
    let mut found = said(say::STATUS);
    found.insert("headers".into(), headers());
    let schema = reference("schemas", "MessageStatus");
    found.insert("content".into(), json!({"application/json": {"schema": schema}}));
    let mut responses = Map::new();
    responses.insert("200".into(), Value::Object(found));
    for problem in PROBLEMS.iter().filter(|it| it.of_status_query) {
        responses.insert(problem.status.to_string(), reference("responses", problem.name));
    }
    get.insert("responses".into(), Value::Object(responses));
    json!({"get": get})
}

/// What is agreed, each Party's position, or who owes the answer; null where nothing is said.
fn setting(setting: &Setting) -> Value {
    match setting {
        Setting::Unstated => Value::Null,
        Setting::Agreed(value) => value.as_str().into(),
        Setting::Proposed(positions) => {
            let positions: Map<String, Value> =
                positions.iter().map(|(party, it)| (party.clone(), it.as_str().into())).collect();
            json!({"proposals": positions})
        }
        Setting::Open(owner, due) => json!({"open": {"owner": owner, "due": due}}),
    }
}
