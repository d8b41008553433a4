//! The fuzzer of `readers/block.rs`.

#![no_main]

#[path = "../readers/block.rs"]
mod block;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| block::read(bytes));
