#![no_main]

#[path = "../../tests/fuzz/directory_file.rs"]
mod directory_file;

libfuzzer_sys::fuzz_target!(|data: &[u8]| directory_file::target(data));
