//! Receives messages: headers, size, structure, repetition; then the hooks and handlers of the block.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use axum::routing::post;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::client::is_key;
use super::codec::{decode, encode};
use super::problem::{PROBLEM_TYPE, Refusal};
use super::spec::{Category, ModelSpec, OperationSpec, Syntax};

/// What stands beside a message.
#[derive(Clone, Debug)]
pub struct Context {
    pub operation: &'static str,
    pub idempotency_key: String,
    pub correlation_id: String,
    pub syntax: Syntax,
    /// The call itself: certificate of the caller, token.
    pub request: Arc<Parts>,
}

/// A reply that was given under an idempotency key.
#[derive(Clone, Debug)]
pub struct Given {
    /// SHA-256 of the message.
    pub digest: [u8; 32],
    pub status: u16,
    pub media_type: String,
    pub body: Bytes,
}

pub type BoxFuture<'f, T> = Pin<Box<dyn Future<Output = T> + Send + 'f>>;

/// Remembers replies, so that a message that comes again is answered as before and processed once.
pub trait ReplyStore: Send + Sync + 'static {
    fn get<'f>(&'f self, key: &'f str) -> BoxFuture<'f, Option<Given>>;
    fn put<'f>(&'f self, key: &'f str, given: Given) -> BoxFuture<'f, ()>;
}

/// Remembers the latest replies of this process. A gateway of several processes brings its own store.
#[derive(Debug, Default)]
pub struct MemoryStore {
    given: Mutex<(BTreeMap<String, Given>, VecDeque<String>)>,
}

impl MemoryStore {
    const MOST: usize = 10_000;
}

impl ReplyStore for MemoryStore {
    fn get<'f>(&'f self, key: &'f str) -> BoxFuture<'f, Option<Given>> {
        let given = self
            .given
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .0
            .get(key)
            .cloned();
        Box::pin(std::future::ready(given))
    }

    fn put<'f>(&'f self, key: &'f str, given: Given) -> BoxFuture<'f, ()> {
        let mut guard = self.given.lock().unwrap_or_else(PoisonError::into_inner);
        let (map, order) = &mut *guard;
        if map.insert(key.to_owned(), given).is_none() {
            order.push_back(key.to_owned());
        }
        if order.len() > Self::MOST
            && let Some(oldest) = order.pop_front()
        {
            map.remove(&oldest);
        }
        Box::pin(std::future::ready(()))
    }
}

/// How to receive.
#[derive(Clone)]
pub struct ServerOptions {
    pub store: Arc<dyn ReplyStore>,
    /// Most bytes of a message.
    pub largest: usize,
    /// Seconds after which a sender may try again.
    pub retry_after: u64,
}

impl ServerOptions {
    /// What the block says.
    pub fn of(model: &ModelSpec) -> Self {
        Self {
            store: Arc::new(MemoryStore::default()),
            largest: model.limits.bytes,
            retry_after: model.limits.interval_seconds,
        }
    }
}

/// What the block's part brings: hooks and handlers by operation. Replies are in their JSON form.
pub trait Receiver: Send + Sync + 'static {
    fn authorise<'f>(
        &'f self,
        operation: &'static str,
        request: &'f Parts,
    ) -> BoxFuture<'f, Result<(), Refusal>>;

    fn receive(&self, tree: Value, context: Context) -> BoxFuture<'_, Result<Value, Refusal>>;
}

/// A message from its JSON form.
///
/// # Errors
/// It is another message.
pub fn from_tree<T: DeserializeOwned>(tree: Value) -> Result<T, Refusal> {
    serde_json::from_value(tree).map_err(|error| Refusal::new(Category::Schema, error.to_string()))
}

/// A message in its JSON form.
///
/// # Errors
/// It has no such form.
pub fn to_tree(message: &impl Serialize) -> Result<Value, Refusal> {
    serde_json::to_value(message)
        .map_err(|error| Refusal::new(Category::Unavailable, error.to_string()))
}

struct State<R> {
    model: &'static ModelSpec,
    receiver: R,
    options: ServerOptions,
    /// Keys of messages that are being processed.
    busy: Mutex<BTreeSet<String>>,
}

/// One route for each operation.
pub fn routes<R: Receiver>(
    model: &'static ModelSpec,
    receiver: R,
    options: ServerOptions,
) -> Router {
    let state = Arc::new(State {
        model,
        receiver,
        options,
        busy: Mutex::default(),
    });
    let mut router = Router::new();
    for operation in &model.operations {
        let state = Arc::clone(&state);
        let route =
            post(move |request: Request| async move { state.answer(operation, request).await });
        router = router.route(&format!("{}{}", model.base_path, operation.path), route);
    }
    let refuse = |status: u16, detail: &'static str| {
        let state = Arc::clone(&state);
        move |headers: HeaderMap| {
            let refusal = Refusal::new(Category::Transport, detail).with_status(status);
            std::future::ready(state.refuse(refusal, &correlation(&headers)))
        }
    };
    router
        .fallback(refuse(404, "no such operation"))
        .method_not_allowed_fallback(refuse(405, "messages are posted"))
}

impl<R: Receiver> State<R> {
    async fn answer(&self, operation: &'static OperationSpec, request: Request) -> Response {
        let correlation_id = correlation(request.headers());
        match self.take(operation, request, &correlation_id).await {
            Ok(given) => response(given.status, &given.media_type, &correlation_id, given.body),
            Err(refusal) => self.refuse(refusal, &correlation_id),
        }
    }

    async fn take(
        &self,
        operation: &'static OperationSpec,
        request: Request,
        correlation_id: &str,
    ) -> Result<Given, Refusal> {
        let transport = |detail: &str| Refusal::new(Category::Transport, detail);
        let (parts, body) = request.into_parts();
        let syntax = Syntax::of(text(&parts.headers, header::CONTENT_TYPE.as_str()))
            .filter(|it| self.model.syntaxes.contains(it))
            .ok_or_else(|| transport("another syntax is asked for").with_status(415))?;
        let key = text(&parts.headers, "idempotency-key").to_owned();
        if !is_key(&key) {
            return Err(transport(
                "the header Idempotency-Key is missing or malformed",
            ));
        }
        if !is_key(text(&parts.headers, "correlation-id")) {
            return Err(transport(
                "the header Correlation-Id is missing or malformed",
            ));
        }
        self.receiver.authorise(&operation.id, &parts).await?;
        let bytes = to_bytes(body, self.options.largest)
            .await
            .map_err(|_| transport("the message is too large or broke off").with_status(413))?;
        let mut hash = Sha256::new();
        hash.update(operation.id.as_bytes());
        hash.update([0]);
        hash.update(&bytes);
        let digest: [u8; 32] = hash.finalize().into();
        let _busy = Busy::begin(&self.busy, &key).ok_or_else(|| {
            Refusal::new(Category::Unavailable, "this message is being processed")
        })?;
        match self.options.store.get(&key).await {
            Some(given) if given.digest == digest => return Ok(given),
            Some(_) => {
                let said = "another message was received under this idempotency key";
                return Err(Refusal::new(Category::Duplicate, said));
            }
            None => {}
        }
        let context = Context {
            operation: &operation.id,
            idempotency_key: key.clone(),
            correlation_id: correlation_id.to_owned(),
            syntax,
            request: Arc::new(parts),
        };
        let body = self.process(operation, &bytes, context).await?;
        let media_type = syntax.media_type().to_owned();
        let given = Given {
            digest,
            status: operation.status(),
            media_type,
            body: body.into(),
        };
        self.options.store.put(&key, given.clone()).await;
        Ok(given)
    }

    async fn process(
        &self,
        operation: &OperationSpec,
        bytes: &[u8],
        context: Context,
    ) -> Result<Vec<u8>, Refusal> {
        let syntax = context.syntax;
        let decoded = decode(self.model, syntax, bytes);
        let (message, tree) = decoded.map_err(|it| Refusal::schema(self.model, &it.faults))?;
        let expected = &self.model.messages[operation.message];
        if !std::ptr::eq(message, expected) {
            let said = format!(
                "{} is not received here, {} is",
                message.name, expected.name
            );
            return Err(Refusal::new(Category::Schema, said));
        }
        let reply = self.receiver.receive(tree, context).await?;
        if operation.reply.is_none() {
            return Ok(Vec::new());
        }
        // A reply that does not conform is a fault of this side.
        encode(self.model, syntax, &reply)
            .map_err(|_| Refusal::new(Category::Unavailable, "the message cannot be processed now"))
    }

    fn refuse(&self, refusal: Refusal, correlation_id: &str) -> Response {
        let problem = refusal.problem(self.model, correlation_id);
        let body = serde_json::to_vec(&problem).unwrap_or_default();
        let mut response = response(problem.status, PROBLEM_TYPE, correlation_id, body.into());
        if problem.status == 503 {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, self.options.retry_after.into());
        }
        response
    }
}

/// A message that is being processed; the key is free again when this goes.
struct Busy<'b> {
    keys: &'b Mutex<BTreeSet<String>>,
    key: String,
}

impl<'b> Busy<'b> {
    fn begin(keys: &'b Mutex<BTreeSet<String>>, key: &str) -> Option<Self> {
        let is_new = keys
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(key.to_owned());
        is_new.then(|| Self {
            keys,
            key: key.to_owned(),
        })
    }
}

impl Drop for Busy<'_> {
    fn drop(&mut self) {
        self.keys
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&self.key);
    }
}

fn text<'h>(headers: &'h HeaderMap, name: &str) -> &'h str {
    headers
        .get(name)
        .and_then(|it| it.to_str().ok())
        .unwrap_or_default()
}

fn correlation(headers: &HeaderMap) -> String {
    let given = text(headers, "correlation-id");
    if is_key(given) {
        given.to_owned()
    } else {
        "none".to_owned()
    }
}

fn response(status: u16, media_type: &str, correlation_id: &str, body: Bytes) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() =
        StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    for (name, value) in [
        ("content-type", media_type),
        ("correlation-id", correlation_id),
    ] {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}
