//! The fuzzer of `readers/xsd.rs`.

#![no_main]

#[path = "../readers/xsd.rs"]
mod xsd;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| xsd::read(bytes));
