//! The fuzzer of `readers/yaml.rs`.

#![no_main]

#[path = "../readers/yaml.rs"]
mod yaml;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yaml::read(bytes));
