//! Problems as a gateway reports them (RFC 9457), one kind for each HTTP status.

use serde_json::{Map, Value, json};

use crate::render::message::json_types::{Definitions, put, sentences};
use crate::render::message::openapi::key_schema;
use crate::view::message::MessageModel;
use crate::view::message::interface::{ErrorCategory, ErrorCode};
use crate::words::message as say;
use crate::words::{Lang, Words};

/// Name of the schema of a problem.
pub(super) const PROBLEM: &str = "Problem";
/// Name of the response to a query for an unknown message.
pub(super) const NOT_FOUND: &str = "NotFound";
/// Name of the schema of an agreed error code.
const ERROR_CODE: &str = "ErrorCode";

/// A kind of problem.
pub(super) struct Problem {
    /// HTTP status.
    pub status: u16,
    /// Name of the response.
    pub name: &'static str,
    /// Reason phrase of the status (RFC 9110).
    pub title: &'static str,
    /// What it means.
    pub words: Words,
    /// Categories of error codes it reports.
    pub categories: &'static [ErrorCategory],
    /// Whether it says when to try again.
    pub retry_after: bool,
    /// Whether every operation that receives a message may report it.
    pub of_every_operation: bool,
    /// Whether a status query may report it.
    pub of_status_query: bool,
}

/// A kind that every operation may report.
const fn kind(
    status: u16,
    name: &'static str,
    title: &'static str,
    words: Words,
    categories: &'static [ErrorCategory],
) -> Problem {
    Problem {
        status,
        name,
        title,
        words,
        categories,
        retry_after: matches!(status, 429 | 503),
        of_every_operation: status != 404,
        of_status_query: matches!(status, 401 | 403 | 404 | 429 | 503),
    }
}

/// Every kind, by status.
pub(super) const PROBLEMS: [Problem; 10] = [
    kind(
        400,
        "BadRequest",
        "Bad Request",
        say::BAD_REQUEST,
        &[ErrorCategory::Schema, ErrorCategory::Transport],
    ),
    kind(401, "Unauthenticated", "Unauthorized", say::UNAUTHENTICATED, &[ErrorCategory::Security]),
    kind(403, "Forbidden", "Forbidden", say::FORBIDDEN, &[ErrorCategory::Security]),
    kind(404, NOT_FOUND, "Not Found", say::NOT_FOUND, &[ErrorCategory::UnknownReference]),
    kind(409, "Conflict", "Conflict", say::CONFLICT, &[ErrorCategory::Duplicate]),
    kind(413, "ContentTooLarge", "Content Too Large", say::TOO_LARGE, &[ErrorCategory::Transport]),
    kind(
        415,
        "UnsupportedMediaType",
        "Unsupported Media Type",
        say::UNSUPPORTED_SYNTAX,
        &[ErrorCategory::Transport],
    ),
    kind(
        422,
        "UnprocessableContent",
        "Unprocessable Content",
        say::UNPROCESSABLE,
        &[ErrorCategory::BusinessRule, ErrorCategory::UnknownReference],
    ),
    kind(429, "TooManyRequests", "Too Many Requests", say::TOO_MANY, &[ErrorCategory::Unavailable]),
    kind(
        503,
        "ServiceUnavailable",
        "Service Unavailable",
        say::UNAVAILABLE,
        &[ErrorCategory::Unavailable],
    ),
];

/// Adds the schemas of a problem and of the agreed codes.
pub(super) fn schemas(model: &MessageModel, schemas: &mut Definitions) {
    let code = if model.error_codes.is_empty() {
        json!({"title": say::ERROR_CODE.en, "type": "string", "minLength": 1, "maxLength": 35})
    } else {
        error_codes(model)
    };
    schemas.insert(ERROR_CODE.to_owned(), code);
    let code = json!({"$ref": format!("#/components/schemas/{ERROR_CODE}")});
    let path = json!({"type": "string", "maxLength": 1000, "description": say::ERROR_PATH.en});
    let error = json!({
        "type": "object",
        "required": ["code"],
        "properties": {"code": code, "path": path, "detail": {"type": "string"}}
    });
    let problem = json!({
        "title": PROBLEM,
        "description": say::PROBLEM.en,
        "$comment": format!("fr: {}", say::PROBLEM.fr),
        "type": "object",
        "required": ["type", "title", "status", "code", "correlationId"],
        "properties": {
            "type": {"type": "string"},
            "title": {"type": "string"},
            "status": {"type": "integer", "minimum": 400, "maximum": 599},
            "detail": {"type": "string"},
            "instance": {"type": "string"},
            "code": code,
            "path": path,
            "correlationId": key_schema(),
            "errors": {"type": "array", "minItems": 1, "items": error}
        }
    });
    schemas.insert(PROBLEM.to_owned(), problem);
}

fn error_codes(model: &MessageModel) -> Value {
    let mut schema = Map::new();
    put(&mut schema, "title", say::ERROR_CODE.en);
    let explained = |lang: Lang| {
        let lines = model.error_codes.iter().map(|it| {
            let said = [it.meaning.get(lang), it.action.get(lang)];
            say::CODE.with(lang, &[("code", &it.code), ("name", &sentences(&said))])
        });
        lines.collect::<Vec<_>>().join("\n\n")
    };
    put(&mut schema, "description", &explained(Lang::En));
    put(&mut schema, "$comment", &format!("fr: {}", explained(Lang::Fr)));
    schema.insert("type".into(), "string".into());
    let mut codes: Vec<&str> = model.error_codes.iter().map(|it| it.code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    schema.insert("enum".into(), codes.into());
    Value::Object(schema)
}

/// A problem of this kind, with a code of the block if it has one of the category.
pub(super) fn example(model: &MessageModel, problem: &Problem) -> Value {
    let of_category = |code: &&ErrorCode| problem.categories.contains(&code.category);
    let code = model.error_codes.iter().find(of_category).or_else(|| model.error_codes.first());
    let mut value = Map::new();
    value.insert("type".into(), "about:blank".into());
    value.insert("title".into(), problem.title.into());
    value.insert("status".into(), problem.status.into());
    value.insert("detail".into(), problem.words.en.into());
    let code = code.map_or("E-1", |it| it.code.as_str());
    value.insert("code".into(), code.into());
    value.insert("correlationId".into(), "8f14e45f-ceea-467a-9575-24ab31d0a3f0".into());
    Value::Object(value)
}

/// How far a message has come, where the block has no message of its own for it.
pub(super) fn message_status() -> Value {
    json!({
        "title": say::STATUS.en,
        "$comment": format!("fr: {}", say::STATUS.fr),
        "type": "object",
        "additionalProperties": false,
        "required": ["messageKey", "status"],
        "properties": {
            "messageKey": key_schema(),
            "status": {"type": "string", "enum": ["acknowledged", "accepted", "rejected"]},
            "correlationId": key_schema()
        }
    })
}
