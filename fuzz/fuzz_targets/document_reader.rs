//! The fuzzer of `readers/document.rs`.

#![no_main]

#[path = "../readers/document.rs"]
mod document;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| document::read(bytes));
