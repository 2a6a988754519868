#![no_main]

#[path = "../../tests/fuzz/challenge.rs"]
mod challenge;

libfuzzer_sys::fuzz_target!(|data: &[u8]| challenge::target(data));
