//! The fuzzer of `readers/message.rs`.

#![no_main]

#[path = "../readers/message.rs"]
mod message;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| message::read(bytes));
