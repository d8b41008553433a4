//! A gateway that answers with samples, and a sender of files: to try the interface before there is a
//! system behind it.
//!
//!     trial serve [PORT]         receives every message, prints the address it listens at
//!     trial send ADDRESS LIST    sends files: lines of operation, syntax, "typed" or "bytes", file
//!
//! "typed" reads the file into a typed message, checks it and writes it anew; "bytes" sends it as it is. Each
//! goes under a key of its own, so that a file can be sent again.

use std::error::Error;
use std::time::Duration;

use gnc_block::MODEL;
use gnc_block::runtime::client::{ClientOptions, SendError, SendOptions, Sender};
use gnc_block::runtime::codec::decode;
use gnc_block::runtime::server::ServerOptions;
use gnc_block::runtime::spec::Syntax;
use gnc_block::samples::SampleHandler;
use gnc_block::server::routes;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["serve"] => serve(0).await,
        ["serve", port] => serve(port.parse()?).await,
        ["send", address, list] => send(address, list).await,
        _ => {
            println!("trial serve [PORT] | trial send ADDRESS LIST");
            Ok(())
        }
    }
}

async fn serve(port: u16) -> Result<(), Box<dyn Error>> {
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
    println!("http://{}", listener.local_addr()?);
    axum::serve(listener, routes(SampleHandler, ServerOptions::of(&MODEL))).await?;
    Ok(())
}

async fn send(address: &str, list: &str) -> Result<(), Box<dyn Error>> {
    let options = ClientOptions {
        retries: 2,
        retry_interval: Duration::from_millis(200),
        ..ClientOptions::of(&MODEL)
    };
    for line in std::fs::read_to_string(list)?.lines() {
        let parts: Vec<&str> = line.split('\t').collect();
        let [id, syntax, how, file] = parts[..] else {
            return Err("four parts expected".into());
        };
        let syntax = if syntax == "xml" {
            Syntax::Xml
        } else {
            Syntax::Json
        };
        let operation = MODEL
            .operations
            .iter()
            .find(|it| it.id == id)
            .ok_or("no such operation")?;
        let options = ClientOptions {
            syntax,
            ..options.clone()
        };
        let sender = Sender::new(&MODEL, address, reqwest::Client::new(), options);
        let bytes = std::fs::read(file)?;
        let sent = if how == "bytes" {
            sender
                .send_bytes(operation, syntax, bytes, SendOptions::default())
                .await
        } else {
            match decode(&MODEL, syntax, &bytes) {
                Ok((message, tree)) => match gnc_block::messages::typed(&message.name, tree) {
                    Ok(tree) => {
                        let idempotency_key = Some(uuid::Uuid::new_v4().to_string());
                        let options = SendOptions {
                            idempotency_key,
                            correlation_id: None,
                        };
                        sender.send(operation, &tree, options).await
                    }
                    Err(error) => return Err(error.into()),
                },
                Err(invalid) => {
                    println!("invalid {invalid}");
                    continue;
                }
            }
        };
        match sent {
            Ok(_) => println!("accepted"),
            Err(SendError::Refused(problem)) => println!("refused {}", problem.code),
            Err(SendError::Invalid(invalid)) => println!("invalid {invalid}"),
            Err(error) => println!("undelivered {error}"),
        }
    }
    Ok(())
}
