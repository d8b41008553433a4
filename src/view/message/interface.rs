//! How messages travel: gateways, security, time-outs, errors.

use crate::view::message::Label;

/// The interface that the block describes.
#[derive(Clone, Debug, Default)]
pub struct Interface {
    /// Path below which every gateway offers its operations, without a trailing slash, as `/gnc/v1`.
    pub base_path: String,
    /// The gateways, in the order of the block.
    pub gateways: Vec<Gateway>,
    /// What the gateways offer: one operation for each message and place where it is received.
    pub operations: Vec<Operation>,
    /// How callers prove who they are; every one of these is asked for.
    pub security: Vec<Security>,
    /// In which syntaxes bodies may be written.
    pub syntaxes: Vec<Syntax>,
    /// Transport protocol.
    pub protocol: Setting,
    /// Lowest version of Transport Layer Security.
    pub tls: Setting,
    /// Authorisation of calls beside certificates.
    pub authorisation: Setting,
    /// Time within which a message must be acknowledged (ISO 8601 duration).
    pub acknowledgement_timeout: Setting,
    /// Time within which the answer must follow (ISO 8601 duration).
    pub response_timeout: Setting,
    /// How often an unacknowledged message is sent again.
    pub retry_count: Setting,
    /// How long to wait before sending again (ISO 8601 duration).
    pub retry_interval: Setting,
    /// Largest message, with its unit.
    pub message_limit: Setting,
    /// Most messages in one minute.
    pub rate_limit: Setting,
}

/// A way to prove who calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Security {
    /// A certificate of the caller (mutual TLS).
    MutualTls,
    /// A token (OAuth 2.0 client credentials).
    OAuth,
}

/// A syntax of message bodies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Syntax {
    /// JSON.
    Json,
    /// XML.
    Xml,
}

/// A gateway: where a role receives messages.
#[derive(Clone, Debug, Default)]
pub struct Gateway {
    /// Identifier, safe in URLs.
    pub id: String,
    /// What people call it.
    pub label: Label,
    /// Roles it receives for.
    pub roles: Vec<String>,
}

/// An operation: a message is received at one or more gateways.
#[derive(Clone, Debug, Default)]
pub struct Operation {
    /// Identifier, unique, a letter first, then letters and digits.
    pub id: String,
    /// Position of the message in [`crate::view::message::MessageModel::messages`].
    pub message: usize,
    /// Positions of the gateways that offer it.
    pub gateways: Vec<usize>,
    /// Path below the base path, unique, beginning with a slash, safe in URLs.
    pub path: String,
    /// What it does; empty where the block does not say.
    pub summary: Label,
}

/// A value that Parties negotiate, as far as they have come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Setting {
    /// Nobody has said anything.
    #[default]
    Unstated,
    /// Agreed.
    Agreed(String),
    /// Each Party's position: identifier of the Party, value.
    Proposed(Vec<(String, String)>),
    /// Owed by someone: identifier of the Party (may be empty), day (may be empty).
    Open(String, String),
}

/// One code of the block's error code list.
#[derive(Clone, Debug)]
pub struct ErrorCode {
    /// The code, as `E-SCHEMA`.
    pub code: String,
    /// What it means.
    pub meaning: Label,
    /// What the sender has to do.
    pub action: Label,
    /// What kind of trouble it is.
    pub category: ErrorCategory,
}

/// The kinds of trouble that an error code list has to cover.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ErrorCategory {
    /// The message did not arrive whole.
    Transport,
    /// The sender is not known or not allowed.
    Security,
    /// The message does not conform to its schema.
    Schema,
    /// The message breaks a business rule.
    BusinessRule,
    /// The message refers to something unknown to the receiver.
    UnknownReference,
    /// The message was received before.
    Duplicate,
    /// The receiver cannot process messages now.
    Unavailable,
}
