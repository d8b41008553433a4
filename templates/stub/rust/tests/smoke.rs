//! Every message of the block: read, written in both syntaxes, sent over loopback, refused when broken.

use std::time::Duration;

use gnc_block::MODEL;
use gnc_block::runtime::client::{Accepted, ClientOptions, SendError, SendOptions, Sender};
use gnc_block::runtime::codec::{decode, encode};
use gnc_block::runtime::server::ServerOptions;
use gnc_block::runtime::spec::{Category, Syntax};
use gnc_block::samples::{SampleHandler, sample};
use gnc_block::server::routes;
use serde_json::Value;

fn sender(address: &str, syntax: Syntax, retries: u32) -> Sender {
    let retry_interval = Duration::from_millis(1);
    let options = ClientOptions {
        syntax,
        retries,
        retry_interval,
        ..ClientOptions::of(&MODEL)
    };
    Sender::new(&MODEL, address, reqwest::Client::new(), options)
}

fn code(sent: Result<Accepted<Value>, SendError>) -> String {
    match sent {
        Err(SendError::Refused(problem)) => problem.code.clone(),
        other => format!("{other:?}"),
    }
}

#[test]
fn messages_are_the_same_in_json_and_in_xml() {
    for message in &MODEL.messages {
        let tree = sample(&message.id);
        for syntax in [Syntax::Json, Syntax::Xml] {
            let bytes = encode(&MODEL, syntax, &tree).expect("a sample is valid");
            let (again, read) =
                decode(&MODEL, syntax, &bytes).expect("what was written can be read");
            assert_eq!((again.name.as_str(), &read), (message.name.as_str(), &tree));
            let typed = gnc_block::messages::typed(&message.name, read).expect("a typed message");
            assert_eq!(typed, tree, "types lose nothing");
        }
        let bare = serde_json::json!({MODEL.type_name.json.as_str(): message.name});
        assert!(
            encode(&MODEL, Syntax::Json, &bare).is_err(),
            "{} without content",
            message.id
        );
    }
}

#[tokio::test]
async fn operations_accept_what_is_good_and_refuse_the_rest() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    let router = routes(SampleHandler, ServerOptions::of(&MODEL));
    tokio::spawn(async move { axum::serve(listener, router).await });
    for operation in &MODEL.operations {
        for &syntax in &MODEL.syntaxes {
            let sender = sender(&address, syntax, 0);
            let key: String = format!("{}-{syntax:?}", operation.id)
                .chars()
                .take(64)
                .collect();
            let options = SendOptions {
                idempotency_key: Some(key),
                correlation_id: None,
            };
            let tree = sample(&MODEL.messages[operation.message].id);
            let first: Accepted<Value> = sender
                .send(operation, &tree, options.clone())
                .await
                .expect("accepted");
            let again = sender
                .send(operation, &tree, options.clone())
                .await
                .expect("accepted again");
            assert_eq!(first, again);
            let other = sender
                .send_bytes(operation, syntax, b" ".to_vec(), options)
                .await;
            assert_eq!(code(other), MODEL.categories.get(Category::Duplicate).code);
            let none = SendOptions::default();
            let broken = sender
                .send_bytes(operation, syntax, b"{".to_vec(), none)
                .await;
            assert_eq!(code(broken), MODEL.categories.get(Category::Schema).code);
        }
    }
}

#[tokio::test]
async fn a_message_that_nobody_acknowledges_is_sent_again_then_given_up() {
    let Some(operation) = MODEL.operations.first() else {
        return;
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    drop(listener);
    let sender = sender(&address, MODEL.syntaxes[0], 2);
    let tree = sample(&MODEL.messages[operation.message].id);
    let sent: Result<Accepted<Value>, _> =
        sender.send(operation, &tree, SendOptions::default()).await;
    assert!(
        matches!(sent, Err(SendError::Undelivered { attempts: 3, .. })),
        "{sent:?}"
    );
}
