//! Sends messages: acknowledgement time-out, sending again with back-off, idempotency, correlation.

use std::error::Error;
use std::fmt;
use std::time::Duration;

use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, RETRY_AFTER};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::codec::{InvalidMessage, decode, encode};
use super::problem::Problem;
use super::spec::{ModelSpec, OperationSpec, Syntax};

/// How to send.
#[derive(Clone, Debug)]
pub struct ClientOptions {
    /// Syntax of what is sent.
    pub syntax: Syntax,
    /// Time within which a message must be acknowledged.
    pub acknowledgement_timeout: Duration,
    /// How often a message that was not acknowledged is sent again.
    pub retries: u32,
    /// Time before it is sent again the first time; doubled each time after that.
    pub retry_interval: Duration,
    /// Most time between two attempts.
    pub longest_interval: Duration,
    /// Value of the header `Authorization`, as `Bearer ...`.
    pub authorization: Option<String>,
}

impl ClientOptions {
    /// What the block says.
    pub fn of(model: &ModelSpec) -> Self {
        Self {
            syntax: model.syntaxes.first().copied().unwrap_or(Syntax::Json),
            acknowledgement_timeout: Duration::from_secs(model.limits.acknowledgement_seconds),
            retries: model.limits.retries,
            retry_interval: Duration::from_secs(model.limits.interval_seconds),
            longest_interval: Duration::from_secs(3_600),
            authorization: None,
        }
    }
}

/// Keys of one message.
#[derive(Clone, Debug, Default)]
pub struct SendOptions {
    /// The same for every attempt; by default the message's own reference, else a new UUID.
    pub idempotency_key: Option<String>,
    /// Ties message, acknowledgement and answer together in the logs; by default the idempotency key.
    pub correlation_id: Option<String>,
}

/// A message that was received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted<R> {
    pub reply: R,
    pub correlation_id: String,
    pub attempts: u32,
}

/// A message that was not received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SendError {
    /// It does not conform to the model, and was not sent.
    Invalid(InvalidMessage),
    /// A key is malformed; nothing was sent.
    MalformedKey(String),
    /// The gateway refused it.
    Refused(Box<Problem>),
    /// Nobody acknowledged it.
    Undelivered {
        reason: String,
        correlation_id: String,
        attempts: u32,
    },
}

impl fmt::Display for SendError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(invalid) => write!(formatter, "not sent: {invalid}"),
            Self::MalformedKey(key) => write!(formatter, "not sent: malformed key {key:?}"),
            Self::Refused(problem) => write!(formatter, "refused: {}", problem.code),
            Self::Undelivered { reason, .. } => write!(formatter, "not delivered: {reason}"),
        }
    }
}

impl Error for SendError {}

/// One attempt that did not come to an end: why, and how long the gateway asks to wait.
struct Again {
    reason: String,
    wait: Duration,
}

/// Sends messages of a block to one gateway.
#[derive(Clone, Debug)]
pub struct Sender {
    model: &'static ModelSpec,
    base: String,
    http: reqwest::Client,
    options: ClientOptions,
}

impl Sender {
    /// `address` is that of the gateway without the base path; `http` brings the certificate of mutual TLS.
    pub fn new(
        model: &'static ModelSpec,
        address: &str,
        http: reqwest::Client,
        options: ClientOptions,
    ) -> Self {
        let base = format!("{}{}", address.trim_end_matches('/'), model.base_path);
        Self {
            model,
            base,
            http,
            options,
        }
    }

    /// Checks and sends a message.
    ///
    /// # Errors
    /// It is not valid, was refused, or nobody acknowledged it.
    pub async fn send<R: DeserializeOwned>(
        &self,
        operation: &OperationSpec,
        message: &impl Serialize,
        options: SendOptions,
    ) -> Result<Accepted<R>, SendError> {
        let bytes = encode(self.model, self.options.syntax, message).map_err(SendError::Invalid)?;
        let key = options
            .idempotency_key
            .or_else(|| self.reference(operation, message));
        let options = SendOptions {
            idempotency_key: key,
            ..options
        };
        let accepted = self
            .send_bytes(operation, self.options.syntax, bytes, options)
            .await?;
        let Accepted {
            reply,
            correlation_id,
            attempts,
        } = accepted;
        match serde_json::from_value(reply) {
            Ok(reply) => Ok(Accepted {
                reply,
                correlation_id,
                attempts,
            }),
            Err(error) => Err(SendError::Undelivered {
                reason: error.to_string(),
                correlation_id,
                attempts,
            }),
        }
    }

    /// The reference by which the sender identifies the message, where it can be a key.
    fn reference(&self, operation: &OperationSpec, message: &impl Serialize) -> Option<String> {
        let spec = &self.model.messages[operation.message];
        let tree = serde_json::to_value(message).ok()?;
        let reference = tree.get(&spec.json)?.get(&spec.reference)?.as_str()?;
        is_key(reference).then(|| reference.to_owned())
    }

    /// Sends a body as it is, without looking into it; gives the reply in its JSON form.
    ///
    /// # Errors
    /// It was refused, or nobody acknowledged it.
    pub async fn send_bytes(
        &self,
        operation: &OperationSpec,
        syntax: Syntax,
        bytes: Vec<u8>,
        options: SendOptions,
    ) -> Result<Accepted<Value>, SendError> {
        let key = options
            .idempotency_key
            .unwrap_or_else(|| uuid::Uuid::new_v4().to_string());
        let correlation_id = options.correlation_id.unwrap_or_else(|| key.clone());
        if let Some(malformed) = [&key, &correlation_id].into_iter().find(|it| !is_key(it)) {
            return Err(SendError::MalformedKey(malformed.clone()));
        }
        let mut wait = self.options.retry_interval;
        let mut attempts = 0;
        loop {
            attempts += 1;
            let attempt = self
                .attempt(operation, syntax, &bytes, &key, &correlation_id)
                .await;
            let again = match attempt {
                Ok(Ok(reply)) => {
                    return Ok(Accepted {
                        reply,
                        correlation_id,
                        attempts,
                    });
                }
                Ok(Err(error)) => return Err(error),
                Err(again) => again,
            };
            if attempts > self.options.retries {
                let reason = again.reason;
                return Err(SendError::Undelivered {
                    reason,
                    correlation_id,
                    attempts,
                });
            }
            tokio::time::sleep(wait.max(again.wait)).await;
            wait = (wait * 2).min(self.options.longest_interval);
        }
    }

    async fn attempt(
        &self,
        operation: &OperationSpec,
        syntax: Syntax,
        bytes: &[u8],
        key: &str,
        correlation_id: &str,
    ) -> Result<Result<Value, SendError>, Again> {
        let unanswered = |error: reqwest::Error| Again {
            reason: error.to_string(),
            wait: Duration::ZERO,
        };
        let accept = format!("{}, {}", syntax.media_type(), super::problem::PROBLEM_TYPE);
        let mut request = self
            .http
            .post(format!("{}{}", self.base, operation.path))
            .timeout(self.options.acknowledgement_timeout)
            .header(CONTENT_TYPE, syntax.media_type())
            .header(ACCEPT, accept)
            .header("Idempotency-Key", key)
            .header("Correlation-Id", correlation_id)
            .body(bytes.to_vec());
        if let Some(authorization) = &self.options.authorization {
            request = request.header(AUTHORIZATION, authorization);
        }
        let response = request.send().await.map_err(unanswered)?;
        let status = response.status().as_u16();
        let header = |name: &str| {
            let value = response.headers().get(name).and_then(|it| it.to_str().ok());
            value.unwrap_or_default().to_owned()
        };
        // Answers that pass: too early, too many, out of service, not reached.
        if matches!(status, 408 | 425 | 429 | 500 | 502 | 503 | 504) {
            let wait = Duration::from_secs(header(RETRY_AFTER.as_str()).parse().unwrap_or(0));
            return Err(Again {
                reason: format!("status {status}"),
                wait,
            });
        }
        let (correlation, media_type) = (header("Correlation-Id"), header(CONTENT_TYPE.as_str()));
        let body = response.bytes().await.map_err(unanswered)?;
        let undelivered = |reason: String| {
            let correlation_id = correlation_id.to_owned();
            Ok(Err(SendError::Undelivered {
                reason,
                correlation_id,
                attempts: 1,
            }))
        };
        if status != operation.status() {
            return match serde_json::from_slice::<Problem>(&body) {
                Ok(problem) => Ok(Err(SendError::Refused(Box::new(problem)))),
                Err(_) => undelivered(format!("status {status} without a problem")),
            };
        }
        if correlation != correlation_id {
            return undelivered("the reply has another correlation".to_owned());
        }
        let Some(reply) = operation.reply else {
            return Ok(Ok(Value::Null));
        };
        let Some(syntax) = Syntax::of(&media_type) else {
            return undelivered("the reply is in no syntax of the interface".to_owned());
        };
        match decode(self.model, syntax, &body) {
            Ok((message, tree)) if std::ptr::eq(message, &self.model.messages[reply]) => {
                Ok(Ok(tree))
            }
            Ok((message, _)) => undelivered(format!("the reply is {}", message.name)),
            Err(invalid) => undelivered(format!("the reply is not valid: {invalid}")),
        }
    }
}

/// Whether a text can be a key: 1 to 64 letters, digits and . _ : -
pub(super) fn is_key(text: &str) -> bool {
    let is = |it: u8| it.is_ascii_alphanumeric() || b"._:-".contains(&it);
    (1..=64).contains(&text.len()) && text.bytes().all(is)
}
