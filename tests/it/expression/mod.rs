//! The expression language: what it reads, what it refuses, what it says, and whether CEL agrees.

mod block;
mod documented;
mod language;
mod numbers;
mod oracle;
mod paraphrase;
mod world;
