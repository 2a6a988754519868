#![no_main]

#[path = "../../tests/fuzz/state_file.rs"]
mod state_file;

libfuzzer_sys::fuzz_target!(|data: &[u8]| state_file::target(data));
