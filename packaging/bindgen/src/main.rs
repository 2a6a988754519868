//! Makes JavaScript of a WebAssembly module: `bindgen MODULE FOLDER`.
//!
//! The command `wasm-bindgen` does the same, and must have the version of the crate. Here both have the version of Cargo.lock.

use std::error::Error;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(module), Some(folder), None) = (arguments.next(), arguments.next(), arguments.next()) else {
        return Err("expected a module and a folder".into());
    };
    Bindgen::new()
        .input_path(module)
        .out_name("icws_schema")
        .web(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)?;
    Ok(())
}
