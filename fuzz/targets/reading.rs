#![no_main]

#[path = "../../tests/fuzz/reading.rs"]
mod reading;

libfuzzer_sys::fuzz_target!(|data: &[u8]| reading::target(data));
