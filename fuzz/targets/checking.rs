#![no_main]

#[path = "../../tests/fuzz/checking.rs"]
mod checking;

libfuzzer_sys::fuzz_target!(|data: &[u8]| checking::target(data));
