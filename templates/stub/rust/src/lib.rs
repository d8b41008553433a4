//! @@ORIGIN@@

pub mod client;
pub mod errors;
pub mod messages;
pub mod runtime;
pub mod samples;
pub mod server;

use std::sync::LazyLock;

use runtime::spec::ModelSpec;

/// The message model as data.
pub static MODEL: LazyLock<ModelSpec> = LazyLock::new(|| {
    serde_json::from_str(include_str!("model.json")).expect("the model is written with this file")
});
